"""The labels of the lines of dates, sources and counters above a text. Such lines: `heads`. No rule here."""

from cleaners.regex import regex

_LABELS = (
    "发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|添加时间|上传时间|上传日期|撰写时间|成文日期|日期|时间|来源"
    "|稿源|文章来源|信息来源|作者|编辑|责任编辑|责编"
    "|浏览量|浏览次数|浏览|阅读量|阅读次数|阅读|阅读数|点击量|点击次数|点击|点击数|人气|热度|查看次数|查看|访问量"
    "|访问次数|下载次数|下载|评论数|评论|收藏|点赞|字号|字体"
    "|栏目|分类|类别|所属栏目|标签|关键词|关键字|投稿|录入|编号|供稿|审核|作者单位|字数|分享到|分享"
    "|發布時間|發佈時間|發布日期|發佈日期|發表時間|更新時間|時間|來源|點擊|點擊數|閱讀|瀏覽|瀏覽次數|人氣|欄目|分類"
)
LABEL = regex(rf"(?P<label>{'|'.join(sorted(_LABELS.split('|'), key=len, reverse=True))})\s*[:：]")
"""A label of a meta line, longest first."""
_RARER = (
    "发布于|发表于|添加日期|录入时间|发稿时间|最后更新|更新于|出处|文章出处|记者|撰稿|撰稿人|通讯员|供稿人|供稿单位"
    "|投稿人|网站编辑|文字编辑|编审"
    "|终审|初审|复审|校对|摄影|发布人|发布者|发布单位|发布机构|发布机关|信息员|上传者|上传人|分享者|小编|人气值|点击率"
    "|阅读人数|浏览数|浏览数量|推荐访问"
    "|浏览人数|评论次数|已阅|回复|回复数|点赞数|收藏数|字数统计|总字数|全文字数|访问|下载量|频道|所属频道|所属分类"
    "|文章分类"
    "|信息类别|打印|标签云|Tags?|TAGS?|ID|文章编号|字体大小|文字大小|保护色|背景色|视力保护色|语音|扫一扫|微信|微博"
    "|被引量|被引|上传用户|上传会员|查看人数|阅览|阅览次数|阅览量|浏览人次|访问人次|点击人次|阅读人次|阅读时间|阅读时长|预计阅读|访客|围观|播放|转发|转载"
    "|发布科室|发布部门|发布员|发布处室|编发|编制|签发|审签|核发|拟稿|制作|所属部门|来源部门|来源单位|信息分类|文章类型|文章类别|所属类别|期刊|刊名|期号|年期|见习记者|特约记者|文章作者|撰写人|初审人|复审人|终审人|审核人|审稿|审稿人|图文|文图|一审|二审|三审|监制|主编|总编|值班主任"
    "|点击数量|点击量数|新闻作者|新闻来源|新闻编辑|新闻时间|新闻日期|信息作者|信息发布人|信息发布时间|文章时间|文章日期|文章编辑|本文作者|本文来源|稿件来源|稿件作者|内容来源"
    "|来源媒体|原文来源|原文出处|出版日期|出版时间|发刊日期|刊发日期|见报日期"
    "|纠错|举报|网站|移动端|格式|页码|出版社|归档时间|创建时间|创建于|原作者|来自|文作者|文作者二|文作者三|图作者|图作者二|图作者三"
)
META_LABEL = regex(
    rf"(?P<label>{'|'.join(sorted({*_LABELS.split('|'), *_RARER.split('|')}, key=len, reverse=True))}|(?<![一-鿿])阅)"
    r"[ \u3000\u00a0]{0,3}[:：]"
)
"""Those and rarer ones, which count only beside others: looked for in a line folded to simplified characters."""
SEEN = frozenset({"浏览次数", "点击次数", "阅读次数", "浏览", "点击", "阅读", "浏览量", "阅读量", "点击数", "人气"})
"""Counters whose number a script was to print; alone below a title they are the page's."""
SHARED = ("分享", "下载本文", "我要投稿")
"""Buttons behind a nickname where the time is missing: `时间： 青禾 分享` (realtext, family 14)."""
_NAMING = "作者|编辑|责任编辑|责编|小编|录入|发布人|发布者|投稿|供稿|上传者|上传人|分享者|记者|通讯员|撰稿"
NAMING = frozenset(_NAMING.split("|"))
"""Labels that right below a title are the page's even alone; `来源：…` may be a note on data but for a paper's name."""
