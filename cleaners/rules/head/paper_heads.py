"""Lines of dates and names as sites of papers and offices print them above and below an article, without labels.

Each is told by the folded line itself, which it matches whole; what it names becomes facts. Labelled lines: `heads`.
Other lines without labels: `dated_heads`, `opener_lines`. All shapes are bounded.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded

_STAMP = r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)(?:\s{0,3}\d{1,2}:\d{2}(?::\d{2})?)?"
_TOOLS = r"(?:[\s【\[（(|｜】\]）)]{0,8}(?:字号|字体|字号大小|打印|关闭|分享到?|收藏|纠错|[大中小AaTt+-]))"
HOSTED = regex(
    rf"(?:https?://)?(?:[\w-]{{1,24}}\.){{1,4}}(?:COM|CN|cn|com|net|org|gov|edu|example)/?\s{{1,8}}(?P<date>{_STAMP})"
    rf"(?:\s{{1,6}}(?P<source>[一-鿿]{{2,12}}))?{_TOOLS}{{0,8}}[\s【】\[\]:：]{{0,6}}"
)
"""`http://www.a.example  2020-09-30 17:50:07      【字号`: a paper's own address before the date, a paper behind it."""
_NAMES = r"[一-鿿·]{2,4}(?:[\s、,，]{1,3}[一-鿿·]{1,4}){0,7}"
REPORTERS = regex(
    rf"[□■◎●▲○☆★◇◆]\s{{0,3}}(?:本报|本网|本刊|全媒体)?(?:首席|特约|见习|实习)?(?:记者|通讯员|评论员)\s{{0,3}}"
    rf"(?P<author>{_NAMES}(?:\s{{1,3}}(?:本报)?(?:首席|特约|见习|实习)?(?:记者|通讯员)\s{{0,3}}{_NAMES}){{0,2}})"
    r"(?:\s{0,3}(?:文/图|图/文|文并摄|摄影报道|报道))?"
)
"""`□通讯员 青禾 王溪 记者 山间`: who wrote an article of a paper, behind the paper's mark."""
LENT = regex(r"[^\s。，；：:|｜]{2,20}\s{0,2}[|｜]\s{0,2}来源\s{0,2}[:：]\s{0,2}(?P<source>[^\s。，；：:|｜]{2,24})")
"""`某某博物馆 | 来源：某某宣传部`: whose page it is, and whose text."""
OFFICE = regex(r"(?!新闻|资讯|下载|文件|通知)[一-鿿]{1,12}(?:处|科|部|办|室|局|院|校|中心|委|[协学工员合]会|公司)")
"""`安保处`: an office alone behind a date, whose text it is."""
DAILY = regex(
    rf"(?P<source>[一-鿿]{{2,8}}(?:日报|晚报|晨报|早报|时报|商报|导报|都市报|周报|快报))\s{{1,8}}(?P<date>{_STAMP})"
)
"""`某某晚报     2023年03月28日`: a paper and the day of its issue."""
UNLABELLED = (HOSTED, REPORTERS, LENT, DAILY)
SIGNS = (".", "报", "记者", "通讯员", "评论员", "来源")
"""One of them stands in each such line."""
CITED = regex(
    rf"[（(]?\s?《\s?(?P<source>[一-鿿]{{2,10}}(?:报|刊|周刊|杂志|网))\s?》\s?[（(]?\s?(?P<date>{_STAMP})\s{{0,3}}"
    r"(?:第?\s?[A-Z]?\d{1,3}\s?版(?:[:：]?\s?[一-鿿]{2,8})?)?\s?[)）]{0,2}"
)
"""`《某某日报》（2023年10月11日 04 版）` below an article: the paper, its day and sheet."""
RESERVED = regex(
    r"[^。；，,]{0,20}版权所有[,，]?\s?(?:未经(?:许可|授权|书面授权|同意)[,，]?)?\s?(?:不得|禁止|严禁|请勿)?(?:转载|复制|建立镜像|使用)?[^。；]{0,20}"
    r"|想(?:要)?[爆报]料[?？!！]?\s?请[^\n]{4,240}|网友(?:评论|留言|发言)(?:仅|只)(?:供|代表)[^。]{0,20}个人(?:看法|观点|意见)[^\n]{0,80}"
    r"|(?:违法和?)?不良信息举报(?:电话|邮箱|热线)?\s?[:：][^。；]{0,60}"
)
"""`某某网版权所有，未经许可不得转载`, `不良信息举报电话：…`, `想爆料？请登录…`: a paper's foot."""
CREDITED = regex(
    r"[（(]\s?(?:文/图|图/文|文、图|图、文|文图|图文|文|图|摄影|图片|撰稿|文字|作者|通讯员|供图)\s?[:：/]\s?[^。；：:（）()]{2,24}"
    r"(?:[\s,，、;；/]{1,3}(?:文|图|摄影|图片|文字|供图|视频)\s?[:：/]\s?[^。；：:（）()]{2,24}){0,3}\s?[)）]"
)
"""`（文/图：青禾）` alone on a line below the text: who made it."""
PROPERTY = regex(r"(?:<!--\s?enpproperty\s?)?[^。；，]{0,240}/enpproperty(?:\s?-->)?")
"""`2020-05-28 2 2 某某日报 content_79995.html T /enpproperty-->`: facts that a paper's CMS keeps in a comment."""
COPIED = regex(
    r"(?:文章|信息|稿件|新闻)?来源\s?[:：]\s?[^\s。；：:]{2,24}\s{1,4}(?:作者|编辑|责编|记者|责任编辑)\s?[:：]\s{0,3}[^\s。；：:，]{0,10}"
    r"|[\[【]\s?来源\s?[:：]\s?[^\s。；：:]{2,24}\s{0,3}[\]】]"
)
"""`来源：某某网-某某日报 作者：`: whose text it is, the author's place empty or not."""
MENU = regex(
    r"(?=.{0,60}(?:联系|留言|关于我们|网站地图|声明))[|｜]\s?(?:[一-鿿]{2,6}\s{0,2}[|｜]\s{0,2}){2,12}"
)
"""`| 医院简介| 联系方式| 在线留言|`: the menu of a foot in the cells of a table."""
ARROWS = regex(r"[34<>«»]\s{0,3}上一篇\s{0,6}(?:[34<>«»]\s{0,3}){0,2}下一篇(?:\s{0,3}[34<>«»])?\s{0,3}[|｜]?")
"""`3上一篇 下一篇4 |`: both arrows of a paper's page below its article."""
PAPER_FEET = (CITED, RESERVED, CREDITED, PROPERTY, ARROWS, COPIED, MENU)


REACHED = regex(
    r"(?:[单本][位院校]|医院|公司|学校|网站)?(?:地址|邮编|邮政编码|网址|传真|邮箱|电子邮箱|E-?mail|(?:[一-鿿\d]{0,8})(?:热线|电话))"
    r"\s?[:：]\s?[^。；：:，]{2,40}(?:[（(][^。；（）()]{2,50}[)）])?"
)
"""`服务热线：0000-000`, `预约电话：…（接电话时间8:00-11:30）`: how one reaches whose page it is."""


def is_reached(words: str) -> bool:
    """Say whether a line is an address or a telephone number with its label, as sites print them above a title."""
    return ("：" in words or ":" in words) and len(words) <= 100 and bool(REACHED.fullmatch(folded(words)))


def is_office(word: str) -> bool:
    """Say whether a word behind a date names an office, by its end; a column's name (`新闻中心`) does not."""
    return bool(OFFICE.fullmatch(folded(word)))


def is_unlabelled(line: str) -> bool:
    """Say whether a folded line names address and date, writers or a source without labels; it leans on others."""
    if not 6 <= len(line) <= 120 or not any(sign in line for sign in SIGNS):
        return False
    return any(shape.fullmatch(line) for shape in UNLABELLED)
