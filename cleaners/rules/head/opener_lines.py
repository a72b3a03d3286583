"""Lines with which a site opens its page above the title: greetings, empty paths, menus without blanks; and headlines.

Told by the line itself, folded to simplified characters, and for a headline by the line below. Taken by: `bylines`.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.frame.overseas_lines import COUNTERS, OVERSEAS_HEADS, SIGNS
from cleaners.rules.head.dated_heads import dated_of
from cleaners.rules.head.edge_openers import EDGE_OPENERS, EDGE_SIGNS
from cleaners.rules.head.news_tops import NEWS_OPENERS, NEWS_SIGNS
from cleaners.rules.head.seller_heads import posted_of
from cleaners.rules.head.software_lines import SIGNS as SOFTWARE_SIGNS
from cleaners.rules.head.software_lines import SOFTWARE
from cleaners.rules.lines import ENUMERATOR, HAN
from cleaners.rules.title.openings import SALUTATION

PLACE = regex(r"(?:您?的?(?:现在|当前|目前|所在)的?|您的|本页)位置\s{0,3}[:：]\s{0,3}[^\s。，；：:,;]{0,20}")
"""A path of one step or none: `当前位置：` before links that the dump lost; bounded."""
WELCOME = regex(
    r"欢迎(?:您的?|你)?(?:进入|访问|来到|光临|浏览|登录)[^。；：:]{2,40}?(?:网站|官网|主页|首页|门户|平台|网)[!！。]?(?:\s{1,3}[一-鿿]{2,4}){0,12}"
)
"""`欢迎进入某某学院网站！`; bounded."""
GREETING = regex(
    r"(?:您好|你好|Hi|hi|HI)\s{0,2}[,，!！~～]\s{0,2}欢迎(?:您的?|你)?(?:进入|访问|来到|光临|浏览"
    r"|登录)[^。；：:，,]{2,30}?[!！。~～]{0,2}"
    r"(?:[,，]\s?[^。；:：，,]{0,6}(?:咨询|热线|电话|客服|QQ)\s?[:：][^。；]{0,80})?"
)
"""`您好，欢迎访问某某文档`: the greeting makes it the site's, whatever its name ends with; bounded."""
PITCH = regex(r"[^。；]{6,40}[!！]\s{0,4}(?:立即|马上|点击|免费)(?:了解|体验|试用|使用|下载|查看)(?:详情)?\s?[>»]{0,2}")
"""`某某高手，超级方便的公文神器！ 立即了解`: a site's own advertising above a text (realtext, family 19); bounded."""
GLUED_MENU = regex(r"(?:网站)?首页[一-鿿]{16,120}(?:联系我们|下载中心|校友[一-鿿]{0,4}|旧版[一-鿿]{0,4}"
    r"|招生[一-鿿]{0,4}|专栏|留言板)")
"""A menu whose blanks were lost, from the home page to one of the usual last entries; whole line, one class."""
GLUED_PLACE = regex(r"您?(?:现在|当前)?的?位置\s?(?:网站)?首页[一-鿿]{2,24}")
"""`您的位置首页百科问答`: a path whose marks are pictures; bounded."""
SEARCHED = regex(r"[^。；，,：:\s]{3,20}网(?:站)?[,，!！]?\s?(?:百度一下|欢迎[您你]?|欢迎光临)[!！]?")
"""`某某信息网，百度一下！`; bounded."""
BARRED_COLUMN = regex(r"[|｜]\s?[一-鿿]{2,8}\s?[|｜]")
"""`| 报告 |`: a column between bars."""
LONE_STEP = regex(r"[>›»]\s?[一-鿿A-Za-z]{2,12}(?:\s?[>›»]\s?[一-鿿A-Za-z]{2,12}){1,5}")
"""The rest of a path whose home stands on the line above: `>资讯中心>图片新闻`; bounded."""
TODAY = regex(
    r"(?:今天是|现在是|当前时间)\s?[:：]?\s?(?:\d{4}年\d{1,2}月\d{1,2}日)?\s{0,3}(?:\d{1,2}:\d{2}(?::\d{2})?)?\s{0,3}"
    r"(?:(?:星期|周)[一二三四五六日天])?(?:\s{1,3}[^\s。，；：:]{1,12}){0,3}"
)
"""`今天是：2025年12月06日 星期六`: the day of the visit; bounded."""
BANNER = regex(
    r"[一-鿿]{2,20}(?:政府|网|局|委员会|院|大学|学校|公司"
    r"|中心)\s{1,4}\d{4}年\d{1,2}月\d{1,2}日\s{0,3}星期[一二三四五六日天]"
)
"""`某某区人民政府 2019年12月3日星期二`: whose page it is and what day it was; bounded."""
_DAY = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,2}\d{1,2}:\d{2}(?::\d{2})?)?"
STATED = (
    regex(  # `打印本文 - 下载本文〗〖0条评论 - 150推荐〗〖字数:900字〗`: a button and a length at least; possessive
        r"(?=[^\n]{0,60}(?:打印|下载|收藏|复制|推荐)本文)(?=[^\n]{0,80}字数\s?[:：])(?:(?:打印|下载|收藏|复制|推荐)本文"
        r"|\d{1,6}\s?(?:条?评论|推荐|次?(?:阅读|浏览))|字数\s?[:：]\s?约?\d{2,6}\s?字|[〖〗【】\[\]\s|｜·—–-]){3,40}+"
    ),
    regex(r"[一-鿿]{2,8}\s{1,3}(?:阅读|浏览|点击|人气)\s?[(（]\d{1,7}(?:\.\d{1,2})?[KkWw万]?[)）]"),
    regex(
        rf"(?:[^\s。，；：:,;]{{2,12}}网\s{{1,4}})?(?:发布于|发表于|更新于)\s?[:：]?\s?{_DAY}"
        r"(?:[,，]\s?(?:全文"
        r"|本文)?共?约?\s?\d{2,6}\s?字)?(?:\s{1,4}分类\s?[:：]\s?[^\s。，；]{2,10})?(?:\s{1,4}手机版)?"
    ),
    regex(r"\d{2}-\d{2}\s{1,3}[^\s。，；：:！？]{0,8}(?:范文|公文|文库|写作|文秘|材料|素材)[^\s。，；：:！？]{0,4}(?:网|库|大全|之家|在线)?"),
    regex(r"\d{1,2}:\d{2}\s?(?:am|pm|AM|PM)"),
    regex(r"[01]\d-[0-3]\d\s{1,3}[012]\d:[0-5]\d(?::[0-5]\d)?"),
    regex(
        rf"查看\s?\d{{1,7}}(?:\.\d{{1,2}})?[KkWw万]?\s?[|｜]\s?回[复覆]\s?\d{{1,6}}\s?[|｜]\s?{_DAY}"
        r"(?:[\s|｜]{1,4}(?:来自手机|只看该作者|显示全部楼层|倒序浏览|阅读模式)){0,5}"
    ),
    regex(rf"{_DAY}\s{{1,4}}\d{{1,7}}\s?次(?:浏览|阅读|点击)?"),
    COUNTERS,
)
"""`演讲稿 阅读(5.04K)`, `发布于2023-11-28 02:51，全文约1557字`, `2023-11-28 02:51 4次`, `查看10.1K | 回复0 | 2024-5-21
09:31:52` of a newer forum's head: what a site states without a label; bounded."""
_CLOCK = r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)\s{1,2}\d{2}:\d{2}(?::\d{2})?"
AMID = regex(
    rf"(?!佚名|未知|匿名)(?P<column>[一-鿿]{{2,10}})\s{{0,3}}(?P<date>{_CLOCK})(?:\s\d{{1,6}}\s{{1,2}}|\d{{0,6}}\s{{0,2}})(?:未知|佚名"
    rf"|admin)?(?P<author>[一-鿿]{{2,12}})"
)
"""`心得体会范文2019-05-19 13:38:59青禾`: column, date, counter and author without their marks; bounded."""
AGO = regex(
    r"(?P<author>[^\s。，；：:,;]{2,12})(?:\s{1,2}(?P<source>[^\s。，；：:,;]{2,20}))?\s{1,2}"
    r"(?:\d{1,2}\s?(?:分钟|小时|天|周|个月|年)前|昨天|前天)"
)
"""`青禾 某某公众号 1周前`: an account's line with the day counted back; bounded."""
REPORTED = regex(
    r"[□■◎●▲○\s]{0,3}(?:本报|本网|本台|新闻|全媒体|融媒体|[一-鿿]{2,10}(?:客户端|日报|晚报|新闻网|融媒))?(?:见习|首席|特约)?"
    r"(?:记者|通讯员)(?:\s{1,3}|(?=[一-鿿]{2,4}\s{1,3}(?:实习生|通讯员|见习记者|实习记者)))"
    r"(?P<author>[一-鿿]{2,4}(?:[\s、][一-鿿]{1,4}){0,4})"
    r"(?:\s{1,3}(?:实习生|通讯员|见习记者|实习记者)\s{0,2}[一-鿿]{2,4})?"
    r"(?:\s{1,3}(?:文/图|图/文|摄影报道|报道)|\s{0,2}/\s?(?:文并摄|文图|图文|文|摄影报道|报道|摄))?"
)
"""`记者 青禾` alone on a line; bounded."""
NICKED = regex(r"[|｜]\s?(?P<author>[A-Za-z]\w{2,15}|[一-鿿]{2,4})")
"""`| cwl2`: a mill's writer behind the bar whose date is lost."""
APPED = regex(
    r"(?P<source>[一-鿿]{2,12}(?:报|网|社|台|新闻|发布))\s?(?:APP|客户端|公众号)(?:\s?[•·|｜]\s?[^\s。，；：:]{2,12})?"
)
"""`溪口日报APP • 察时局`: a paper's application and its column above the date; bounded."""
BARRED = regex(r"(?P<source>[一-鿿]{2,14})\s?[|｜]")
"""`纪检监察室|`: an office and the bar before a date that stands below; bounded."""
BILINGUAL = regex(r"[一-鿿]{2,8}\s?[|｜]\s?[A-Z][A-Za-z &]{2,30}")
"""`论文精粹|INFORMATION`: a column in two languages; bounded."""
PENNED = regex(
    r"(?P<label>文|图|文图|图文|文/图|图/文|撰文|作者|来源|编辑|记者|撰稿|供稿|摄影)(?:\s{0,3}[|｜丨]{1,2}|\s?/|(?<=/[文图])[✎✍🖊🖋📝\ufe0f]{0,2}\s)\s{0,3}"
    r"(?P<name>[^\s|｜丨。；：:，,/]{2,16}(?:\s{1,2}[^\s|｜丨。；：:，,]{1,8}){0,3})"
)
"""`文 | 青禾`: who wrote it, as accounts print it below a title (realtext, family 28); bounded."""
VERSION = regex(
    r"[•·●▪]?\s{0,4}[一-鿿A-Za-z0-9]{2,16}(?:网|网站|门户|频道|日报|论坛|文库)"
    r"(?:移动版|手机版|触屏版|电脑版|客户端|移动端|微信版)"
)
"""`某某网移动版`: a link to a site's other version; bounded."""
NAMED_HOME = regex(
    r"[^\s。，；：:、,;>›»]{2,12}\s{1,4}(?:网站)?(?:首页|主页)|[一-鿿]{2,6}(?:网|文库|在线)(?:首页|主页)"
)
"""`某某素材库 首页`: a site's name and the link to its home; bounded."""
FOLLOWED = regex(r"关注[一-鿿]{2,8}(?:新闻网|日报|晚报|在线|发布|网)(?:微信|微博|公众号)?")
"""`关注某某新闻网`: a button beside `转发微博`; bounded."""
CALLED = regex(
    r"点击(?:上方|下方)?(?:视频|音频)[,，\s]?[^。；]{0,14}|[▲↑△⬆\s]{0,6}(?:欢迎|请)?(?:点击|戳)[^。；，：:,]{0,20}(?:关注|订阅)[^。；，：:,]{0,16}[!！▲↑△⬆~～。]{0,6}"
)
"""`点击上方蓝字关注我们` above an account's text (realtext, family 28); bounded."""
LIBRARY_HEAD = regex(
    r"下载到本地\s?[,，]\s?更方便阅读|论文部分内容阅读|声明\s?[:：]\s?本文档内容版权归属内容提供方[^\n]{0,80}"
    r"|[^。；：:，,]{4,36}(?:中心|部|办公室|编辑部|委员会|政府|局)主办"
)
"""`论文部分内容阅读`, `某某宣传部、新闻中心主办`: what libraries of papers and schools print above; bounded."""
WEB_HOME = regex(r"https?://[A-Za-z0-9.-]{4,60}/?")
"""The address of a site's home, as a page for print opens; bounded."""
RIGHTS = regex(r"版权所有\s?[:：][^。；]{2,40}")
"""`版权所有：某某医院 PDF版` above the title; bounded."""
LICENCE = regex(r"[^。；]{0,60}(?:许可证|备案)\s?(?:编?号)?\s?[:：]?\s?[A-Z\d-]{6,24}[^。；]{0,12}")
"""`互联网新闻信息服务许可证 编号：10120170019` above a paper's article; bounded."""
PICTURE = regex(
    r"[\w\-]{1,60}\.(?:jpe?g|png|gif|bmp|webp|JPE?G|PNG)"
    r"|[（(【\[](?:资料图片?|资料照片|网络配图|配图|图源网络|图片来源(?:于)?网络)[)）】\]]"
)
"""`0123.jpg`, `（资料图片）` where a picture stood above the text; bounded."""
WEATHER = regex(
    r"\d{4}年\d{1,2}月\d{1,2}日\s{1,3}(?:星期|周)[一二三四五六日天]\s{1,4}[一-鿿]{0,6}天气(?:预报)?\s?[:：]?[^。；]{0,30}"
)
"""`2014年12月08日 星期一 某某天气:多云`: the day of the visit and its weather; bounded."""
OPENERS = (
    *EDGE_OPENERS, *SOFTWARE,
    WEATHER, *NEWS_OPENERS, *OVERSEAS_HEADS,
    PICTURE, LICENCE, RIGHTS, TODAY, BANNER, PLACE, WELCOME, GREETING, PITCH, GLUED_MENU, LONE_STEP, VERSION,
    NAMED_HOME, FOLLOWED, GLUED_PLACE, SEARCHED, BILINGUAL, BARRED_COLUMN, CALLED, LIBRARY_HEAD,
)  # fmt: skip
_SAMPLES = (
    "工作总结|工作计划|工作报告|心得体会|述职报告|自查报告|调研报告|范文大全|范文|公文|公文写作|总结|计划|报告"
    "|方案|活动方案|演讲稿|发言稿|党建材料|党建|总结汇报|工作汇报|实用文|应用文|个人总结|年终总结|策划书|读后感|更多|合同范本|范本|公文范文|专题范文|实用范文|文秘知识|工作范文|热门范文"
)
_COLUMNS = "资讯|新闻|新闻中心|新闻动态|新闻浏览|工作动态|部门动态|基层动态|通知公告|政务公开|信息公开"
_COLUMNS += "|新闻公报|政府信息公开|内容阅读|详细内容|详细信息|正文内容|内容详情|文章详情|信息详情"
COLUMNS = frozenset(_COLUMNS.split("|"))
"""Names of columns that no text has for its title."""
NEWS_COLUMN = regex(
    r"[一-鿿]{2,4}(?:新闻|资讯|要闻|动态|快讯|速递|时讯|简讯|短讯)(?:\s?[|｜]\s?[A-Za-z ]{3,24})?|(?:图片|图文|头条"
    r"|媒体|今日"
    r"|最新|要闻|本地|时政)聚焦|新闻(?:中心|动态|资讯|快讯|速递|详情|内容|正文)\s?[|｜]\s?[A-Za-z ]{3,24}"
    r"|新闻(?:详情|正文|内容|资讯|速递|快讯|公告|列表)"
    r"|(?:[一-鿿]{2,12}\s{1,3})?[一-鿿]{0,4}(?:动态|新闻|资讯|公告|文章|信息|内容)(?:详细|详情|展示|浏览)"
)
"""Columns of news made of two words; whole line."""
GENERIC = COLUMNS | frozenset(_SAMPLES.split("|"))
"""Names of columns, which stand above a title and are none where another line may be it."""
MEDIA = regex(
    r"(?:搜狐|网易|百家|头条|企鹅|大鱼|腾讯|凤凰|新浪|澎湃|一点|百度)(?:号|网|新闻|客户端)?\s?[-—–_·:：]\s?[^\s。；，,]{2,16}|"
    r"[^\s。，；：:,;]{0,16}(?:日报|晚报|晨报|早报|时报|商报|导报|都市报|法治报|新报|周报|周刊|新闻网|新闻社|新华社|新华网|人民网"
    r"|央视网"
    r"|央广网|中新网|中国网|电视台|广播台|融媒体中心|公众号|客户端|在线|网站|本站|原创|网络|互联网|转载)|[一-鿿A-Za-z0-9]{2,10}网"
)
"""What a source is called that is a paper, a station or a site: no note on data names one. Bounded."""
SITE_NAME = regex(
    r"(?=.{0,10}(?:范文|公文|文库|写作|文秘|材料|素材|笔杆|党建|党课|心得|演讲|学习|教育|资料|文档|作文|论文|知识"
    r"|百科|秘书|实用|文学|新闻|资讯"
    r"|[A-Za-z0-9]{2}))[^\s。，；：:！？]{1,11}"
    r"(?:网|网站|文库|范文|之家|大全|在线|门户|频道|论坛|吧|库|屋|窝)"
)
"""A site's own name on the first line; what it deals in must be in it (`织密防护网` is a title). Bounded."""
HEADLINE_CHARS = (6, 80)
HEADLINE_HAN = 6
"""Characters, and Han characters, of a headline that its marks would make a sentence."""


def is_site_name(line: str) -> bool:
    """Say whether a folded first line is a site's own name: by what it deals in, or of three characters."""
    return bool(SITE_NAME.fullmatch(line) or SHORT_SITE.fullmatch(line))


SHORT_SITE = regex(r"[一-鿿]{2}网")
"""`华文网`: too short for a headline."""


def is_penned(line: str) -> bool:
    """Say whether a folded line names a writer, a day or an office without labels; it leans on its neighbours."""
    if len(line) > PENNED_CHARS:
        return False
    if ("APP" in line or "客户端" in line or "公众号" in line) and APPED.fullmatch(line):
        return True
    if "|" in line or "｜" in line or "丨" in line or "/" in line[:4]:
        return any(shape.fullmatch(line) for shape in (PENNED, BARRED, NICKED))
    if "记者" in line or "通讯员" in line:
        return bool(REPORTED.fullmatch(line))
    return bool((":" in line and AMID.fullmatch(line)) or (line[-1] in "前天" and AGO.fullmatch(line)))


PENNED_CHARS = 60
"""Characters of such a line."""


def is_column(words: str) -> bool:
    """Say whether a line names a column that no text has for its title."""
    line = folded(words).lstrip("•●▪· ")
    return line in COLUMNS or bool(NEWS_COLUMN.fullmatch(line))


def is_opening(line: str) -> bool:
    """Say whether a folded line is how a site opens its page."""
    if not any(sign in line for sign in OPENER_SIGNS):
        return False
    return any(shape.fullmatch(line) for shape in OPENERS)


_SIGNS = "图|.jp|.JP|.png|.PNG|.gif|.bmp|.webp|许可证|备案|今天|现在|当前|星期"
_SIGNS += "|点击视频|点击音频"
_SIGNS += "|位置|欢迎|首页|主页|›|>|»|版|客户端|移动端|关注|订阅|下载到|论文部分|版权归属|主办||｜|网|！|!"
OPENER_SIGNS = (*(sign for sign in _SIGNS.split("|") if sign), "|", *NEWS_SIGNS, *EDGE_SIGNS, *SIGNS, *SOFTWARE_SIGNS)
"""One of them stands in each such line."""


def is_stated(line: str) -> bool:
    """Say whether a folded line states when a text was posted, how long it is or how often it was read."""
    return any(shape.fullmatch(line) for shape in STATED) or dated_of(line) is not None or posted_of(line) is not None


def is_headline(words: str) -> bool:
    """Say whether a line right above the page's line of dates may be its headline, marks or not: `甲；乙报告10篇`."""
    if not HEADLINE_CHARS[0] <= len(words) <= HEADLINE_CHARS[1] or len(HAN.findall(words)) < HEADLINE_HAN:
        return False
    parts = words.split()
    if len(parts) > PARTS and sum(map(len, parts)) > PART_CHARS * len(parts):
        return False  # headlines beside one another
    is_prose = "。" in words or words[-1] in "，,；;：:、"
    return not (is_prose or ENUMERATOR.match(words) or SALUTATION.fullmatch(folded(words)))


PARTS, PART_CHARS = 4, 4
"""Parts that blanks set apart in one headline at most, where a part has more characters than this."""
