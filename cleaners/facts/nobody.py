"""Words that stand where an author's name would and name nobody: `佚名`, `网络`, `本站`. Labels: `labels`."""

from collections.abc import Iterable, Iterator

from cleaners.facts.labels import Pair, fact_of
from cleaners.regex import regex
from cleaners.rules.folding import folded

NOBODY = regex(
    r"[\[【(（]?(?:佚名|匿名|无名氏?|未知|不详|未详|网络|互联网|网友|本站|本网站?|暂无|无|来自网络|来源网络|网络来源|网络转载|网络收集|网络整理|更新|发布|发表|编辑|上传"
    r"|本[站网](?:原创|整理|收集|搜集))(?:作者|用户)?[\]】)）]?"
)
"""Whole value, folded; bounded."""
WHENCE = regex(
    r"(?:来自|发表于|IP属地[:：]?)?\s?(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东"
    r"|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|台湾|香港|澳门)"
)
"""Whence an account posted, which stands where its name would; whole value, folded."""

CHANNEL = regex(
    r"国内|国际|社会|财经|娱乐|体育|科技|军事|健康|汽车|房产|旅游|时政|要闻|资讯|新闻|头条|热点|其[他它]|默认|未分类|综合"
)
"""A site's channel before a date, where a name may stand: `国内 2021-11-10 09:56`; whole value, folded."""
ADMIN = regex(r"(?:系统|超级|网站)?管理员|admin(?:istrator)?")
"""Who entered a text is no column of the site: `2021-04-03 管理员 阅读 556`."""

NO_SOURCE = regex(
    r"(?:原创|投稿|转载|转帖|网络|其他)(?:\s?[/／、|｜]\s?(?:原创|投稿|转载|转帖|网络|其他)){1,4}"
    r"|(?:扫一扫|扫码|扫描|点击|打开|长按|请输入|立即下载|马上下载).{0,30}"
)
"""What a form offers and a button says in a source's place: `原创/投稿/转载`, `扫一扫下载某某新闻`; folded, bounded."""
NUMBERED = regex(r"[〔\[【(（]\s?\d{4}\s?[〕\]】)）]\s?第?\s?\d{1,5}\s?号")
"""A document's number, which below an empty `有效性：` is no value of it; bounded."""


def somebody(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Give labels and values without authors that are nobody, and without numbers of documents in another's place."""
    for pair in pairs:
        value = folded(pair.value.strip())
        fact = fact_of(pair.label)
        if fact == "document_number" and not any(character.isdigit() for character in value):
            continue  # `发文字号 | 号 |`
        if fact == "validity" and NUMBERED.search(value):
            continue
        if fact == "category" and ADMIN.fullmatch(value):
            continue
        if fact == "source" and NO_SOURCE.fullmatch(value):
            continue
        if fact != "author" or not any(shape.fullmatch(value) for shape in (NOBODY, WHENCE, CHANNEL)):
            yield pair
