"""Lines with which a site opens its page above the title: greetings, empty paths, menus without blanks; and headlines.

Told by the line itself, folded to simplified characters, and for a headline by the line below. Taken by: `bylines`.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import ENUMERATOR, HAN
from cleaners.rules.titles import SALUTATION

PLACE = regex(r"(?:您?(?:现在|当前|目前|所在)的?|您的)位置\s{0,3}[:：]\s{0,3}[^\s。，；：:,;]{0,20}")
"""A path of one step or none: `当前位置：` before links that the dump lost; bounded."""
WELCOME = regex(
    r"欢迎(?:您的?|你)?(?:进入|访问|来到|光临|浏览|登录)[^。；：:]{2,40}?(?:网站|官网|主页|首页|门户|平台|网)[!！。]?"
)
"""`欢迎进入某某学院网站！`; bounded."""
GLUED_MENU = regex(r"(?:网站)?首页[一-鿿]{16,120}(?:联系我们|下载中心|校友[一-鿿]{0,4}|旧版[一-鿿]{0,4}"
    r"|招生[一-鿿]{0,4}|专栏|留言板)")
"""A menu whose blanks were lost, from the home page to one of the usual last entries; whole line, one class."""
LONE_STEP = regex(r"[>›»]\s?[一-鿿A-Za-z]{2,12}(?:\s?[>›»]\s?[一-鿿A-Za-z]{2,12}){1,5}")
"""The rest of a path whose home stands on the line above: `>资讯中心>图片新闻`; bounded."""
BANNER = regex(
    r"[一-鿿]{2,20}(?:政府|网|局|委员会|院|大学|学校|公司|中心)\s{1,4}\d{4}年\d{1,2}月\d{1,2}日\s{0,3}星期[一二三四五六日天]"
)
"""`某某区人民政府 2019年12月3日星期二`: whose page it is and what day it was; bounded."""
_DAY = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,2}\d{1,2}:\d{2}(?::\d{2})?)?"
STATED = (
    regex(r"[一-鿿]{2,8}\s{1,3}(?:阅读|浏览|点击|人气)\s?[(（]\d{1,7}(?:\.\d{1,2})?[KkWw万]?[)）]"),
    regex(
        rf"(?:[^\s。，；：:,;]{{2,12}}网\s{{1,4}})?(?:发布于|发表于|更新于)\s?[:：]?\s?{_DAY}"
        r"(?:[,，]\s?(?:全文|本文)?共?约?\s?\d{2,6}\s?字)?(?:\s{1,4}分类\s?[:：]\s?[^\s。，；]{2,10})?(?:\s{1,4}手机版)?"
    ),
)
"""`演讲稿 阅读(5.04K)`, `发布于2023-11-28 02:51，全文约1557字`: what a site states without a label; bounded."""
OPENERS = (BANNER, PLACE, WELCOME, GLUED_MENU, LONE_STEP)
_SAMPLES = (
    "工作总结|工作计划|工作报告|心得体会|述职报告|自查报告|调研报告|范文大全|范文|公文|公文写作|总结|计划|报告"
    "|方案|活动方案|演讲稿|发言稿|党建材料|党建|总结汇报|工作汇报|实用文|应用文|个人总结|年终总结|策划书|读后感|更多"
)
_COLUMNS = "资讯|新闻|新闻中心|新闻动态|新闻浏览|工作动态|部门动态|基层动态|通知公告|政务公开|信息公开"
_COLUMNS += "|政府信息公开|内容阅读"
COLUMNS = frozenset(_COLUMNS.split("|"))
"""Names of columns that no text has for its title."""
GENERIC = COLUMNS | frozenset(_SAMPLES.split("|"))
"""Names of columns, which stand above a title and are none where another line may be it."""
SITE_NAME = regex(
    r"(?=.{0,10}(?:范文|公文|文库|写作|文秘|材料|学习|教育|资料|文档|作文|论文|知识|百科|秘书|实用|文学|新闻|资讯"
    r"|[A-Za-z0-9]{2}))[^\s。，；：:！？]{1,11}"
    r"(?:网|网站|文库|范文|之家|大全|在线|门户|频道|论坛|吧|库)"
)
"""A site's own name on the first line; what it deals in must be in it (`织密防护网` is a title). Bounded."""
HEADLINE_CHARS = (6, 60)
HEADLINE_HAN = 6
"""Characters, and Han characters, of a headline that its marks would make a sentence."""


def is_opening(line: str) -> bool:
    """Say whether a folded line is how a site opens its page."""
    return any(shape.fullmatch(line) for shape in OPENERS)


def is_stated(line: str) -> bool:
    """Say whether a folded line states when a text was posted, how long it is or how often it was read."""
    return any(shape.fullmatch(line) for shape in STATED)


def is_headline(words: str) -> bool:
    """Say whether a line right above the page's line of dates may be its headline, marks or not: `甲；乙报告10篇`."""
    if not HEADLINE_CHARS[0] <= len(words) <= HEADLINE_CHARS[1] or len(HAN.findall(words)) < HEADLINE_HAN:
        return False
    is_prose = "。" in words or words[-1] in "，,；;：:、"
    return not (is_prose or ENUMERATOR.match(words) or SALUTATION.fullmatch(folded(words)))
