"""Who posted a text, in lines below its title without labels: a nickname with a counter, an account, credits by bars.

Tried on one trimmed line, folded to simplified characters, and match it whole; bounded. They lean on a title above or
a sure line beside them: `head_settling`. Facts: `dump.article_facts`.
"""

from collections.abc import Iterator

from cleaners.regex import regex

_DAY = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?"
_NUMBER = r"\d{1,7}(?:\.\d{1,2})?[KkWw万]?\+?"
_NICK = (
    r"(?!阅读|浏览|点击|收藏|分享|评论|点赞|关注|人气|热度|字数|下载|时间|日期|回复|查看|推荐|累计|超过|本文|文章|作者|来源|编辑|今日|昨日|全文|全[年省市县国区镇]|人均|年均|[第共约近仅前后于在本该])[^\s。，；：:,;!！?？、()（）【】\[\]《》“”\d|｜/>#]{2,12}"
)
SHARED = regex(
    rf"(?P<author>{_NICK})\s{{0,3}}(?:(?P<count>{_NUMBER})\s?[次人]?(?:阅读|浏览|点击)|{_NUMBER}\s?[次人]?(?:分享|收藏|点赞|喜欢|关注|粉丝))"
)
"""`青禾 1172分享`: a nickname and how often what was done; alone it needs a title right above."""
AGO = regex(
    rf"(?:(?P<author>{_NICK})\s{{0,3}})?(?<!\d)\d{{1,2}}\s?(?:分钟|小时|天|周|个?月|年)前\s{{0,3}}(?:[(（]\s?(?:(?P<date>{_DAY})|\d{{1,2}}-\d{{1,2}})\s?[)）])?"
    rf"\s{{0,3}}(?:(?P<column2>(?!阅读|浏览)[一-鿿]{{2,6}})\s{{0,3}})?(?:(?:阅读|浏览|点击|人气|热度)(?:数|量|次数)?\s{{0,2}}[:：]?\s?)?(?P<count>\d{{1,7}})"
    rf"(?:\s{{0,3}}[#＃]\s?(?P<column>[一-鿿A-Za-z0-9]{{2,10}}))?"
)
"""`青禾4个月前 (07-24)阅读数 4#综合百科`: a blog's nickname, day counted back, reads and column."""
STAFF = regex(
    rf"本[站网](?:小编|编辑|原创|整理)(?:\s{{1,3}}[^\s。，；：:,;/]{{2,16}})?\s{{0,2}}[/／|｜\s]\s{{0,2}}(?P<date>{_DAY})|(?:小编|编辑)\s{{1,3}}[^\s。，；：:,;/]{{2,16}}[/／](?P<date2>{_DAY})"
)
"""`本站小编 某某考试/2021-12-26`: nobody by name, the site and the day."""
_ROLE = (
    "讲述|口述|采写|采访|撰文|撰稿|文|图|文图|图文|编辑|责编|责任编辑|整理|摄影|记者|监制|设计|排版|校对|审核|策划|主编"
    "|美编|制图|视频"
)
CREDITS = regex(
    rf"(?P<label>{_ROLE})\s?[/／|｜丨]\s?[^\s。，；：:,;/|｜丨]{{2,8}}(?:\s{{1,4}}(?:{_ROLE})\s?[/／|｜丨]\s?[^\s。，；：:,;/|｜丨]{{2,8}}){{1,5}}"
)
"""`讲述 / 青禾 采写 / 溪山`: who made it, as accounts print it; two of them at least."""
CREDIT = regex(rf"(?:^|(?<=\s))(?P<label>{_ROLE})\s?[/／|｜丨]\s?(?P<name>[^\s。，；：:,;/|｜丨]{{2,8}})")
WROTE = frozenset({"采写", "撰文", "撰稿", "文", "文图", "图文", "记者"})
EDITED = frozenset({"编辑", "责编", "责任编辑"})
"""Labels of such a line that state the author, the editor."""
_TAG = r"[^\s。，；：:,;!！?？]{1,12}"
TAGGED = regex(rf"(?:文章|本文|相关|内容)标签\s{{0,3}}(?![:：化]){_TAG}(?:[\s|｜]{{1,3}}{_TAG}){{0,7}}")
"""`文章标签甲方`: links of tags behind a label without its colon."""
TWICE = regex(r"(?:(?:原创|转载)\s{1,3})?(?P<source>[^\s。，；：:,;!！?？、|｜]{4,14})(?:\s{1,3}(?P=source))")
"""`某某研究 某某研究`: an account's name and its picture's words; a day stands below."""
DATED_TWICE = regex(rf"(?P<source>[^\s。，；：:,;!！?？、|｜]{{2,14}})\s{{1,3}}(?P=source)\s{{1,3}}(?P<date>{_DAY})")
_PLACES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃"
    "|青海|宁夏|新疆|香港|澳门|台湾"
)
PLACED = regex(
    rf"(?P<date>(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日)\s{{0,3}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)\s{{1,4}}(?:{_PLACES})"
)
"""`2024年09月20日 10:20 浙江`: when an account posted, and from where."""
POSTED_NAMES = (AGO, STAFF, DATED_TWICE, PLACED)
"""Lines that say by themselves that a page has them; the others wait for their neighbours."""
LEANING = (SHARED, CREDITS, TAGGED)


def is_posted_name(line: str) -> bool:
    """Say whether a folded line is one of those that stand right below a title."""
    if len(line) > LINE_CHARS or not SIGN.search(line):
        return False
    return any(shape.fullmatch(line) for shape in (*POSTED_NAMES, *LEANING))


def credited_in(line: str) -> Iterator[tuple[str, int, int]]:
    """Give label and place of the names that such a folded line gives as author and editor; nothing of others."""
    for credit in CREDIT.finditer(line) if CREDITS.fullmatch(line) else ():
        if credit["label"] in WROTE | EDITED:
            yield ("作者" if credit["label"] in WROTE else "编辑"), *credit.span("name")


SIGN = regex(r"[\d/／|｜丨]|标签")
"""One of them stands in each such line."""
LINE_CHARS = 80
