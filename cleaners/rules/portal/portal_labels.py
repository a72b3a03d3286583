"""The labels that portals print in the box of a file. How lines of them are read: `portal_fields`.

Sources: reference realtext, sections 2 (families 2 to 11) and 7. What they mean as facts: `facts.label_names`.
"""

import re
from collections.abc import Mapping

from cleaners.regex import regex

_STRONG = (
    "文档编号|资源编号|素材编号|资源ID|文档ID|ID|文件大小|资源大小|文档大小|资料大小|素材大小|大小|全文页数|文档页数|资源页数|总页数|页数"
    "|文件格式|资源格式|文档格式|资料格式|素材格式"
    "|下载积分|所需积分|所需金币|所需财富|所需下载券|下载需要金币|阅读需要金币|积分|金币|售价|上传人|上传者|上传用户|上传会员|分享者"
    "|贡献者|上传时间|上传日期|文档热度|文档星级|文档标签|总字数|文件名称|文档名称|资源名称"
)
_FILES = ("文档", "资料", "资源", "素材", "文件")
_COMPOSED: Mapping[str, str] = {
    "ID": "文档ID", "大小": "文件大小", "体积": "文件大小", "页数": "总页数", "字数": "总字数", "格式": "格式",
    "上传人": "上传人", "上传者": "上传者", "上传时间": "上传时间", "贡献者": "贡献者", "下载次数": "下载次数",
}  # fmt: skip
"""What portals state of a file behind any word for one (`素材ID：`), and the label that says the same. A regulation's
own table has 文件编号: not that."""
_MADE = {file + kind: same for file in _FILES for kind, same in _COMPOSED.items()}
_LOOSE = ("语言", "性质", "评分", "星级", "类别", "作者", "浏览次数")
_PRICED = "下载豆|财富值|学币|消耗积分|VIP价格|下载价格"
STRONG = frozenset((*_STRONG.split("|"), *_MADE, *_PRICED.split("|"), "上传于"))
"""Labels that only a page about a file has above its text."""
_WEAK = (
    "时间|类型|作者|来源|编号|字数|人气|热度|价格|浏览|收藏|评论|点赞|格式|发布时间|更新时间|更新日期|文档分类|所属分类|分类|文件类型|文档类型"
    "|资料类别|资料类型|资料分类|资料来源|文档来源|发布者|浏览次数|浏览量|下载次数|下载量|下载|收藏人数|评论次数|顶/踩数|IP属地"
    "|点击数|推荐星级|授权方式|软件语言|发布人|字数统计|资料编号"
)
WEAK = frozenset((*_WEAK.split("|"), *(file + kind for file in _FILES[:4] for kind in _LOOSE))) - STRONG
"""Labels that a report's own head or a news page may have as well."""
NAMES_OF_FILES = frozenset({"文件名称", "文档名称", "资源名称"})
PRICES = frozenset({*_PRICED.split("|"), "下载积分", "所需积分", "所需金币", "所需财富", "所需下载券", "下载需要金币"})
"""Labels of what a file costs."""
OWN = ("文档", "资源", "文件", "资料", "素材")
"""How labels begin that are a file's, weak ones too."""
SAME: Mapping[str, str] = {
    **{label: same for label, same in _MADE.items() if same and same != label},
    **dict.fromkeys(_PRICED.split("|"), "下载积分"), "上传于": "上传时间",
    "资料大小": "文件大小", "素材大小": "文件大小", "资料格式": "文件格式", "素材格式": "文件格式",
    "素材编号": "文档编号",
    "资料类别": "分类", "资料类型": "分类", "资料分类": "分类", "资料来源": "来源",
    "下载": "下载次数", "所需财富": "下载积分", "所需下载券": "下载积分", "下载需要金币": "下载积分",
}  # fmt: skip
"""Labels of some portals by the names that `facts.label_names` has for them."""
LABEL = regex(
    rf"(?P<label>{'|'.join(sorted(sorted(STRONG | WEAK), key=len, reverse=True))})"
    r"(?:\s?[(（][一-鿿]{1,4}[)）])?(?:\s{0,3}[:：])\s{0,9}",
    re.IGNORECASE,
)
"""One label of a portal's box with its colon, `上传人(卖家)：` too; literals, longest first."""
