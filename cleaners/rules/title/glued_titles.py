"""Titles that no line end parts from the text behind them: where they end. Taking them: `titles`; finding: platforms.

Realtext, sections 1 (fact 9) and 2 (family 6). A title is told by two signs together: it is called like a report, and
what follows is how reports begin. The surer the one, the weaker the other may be. All shapes are tried on words folded
to simplified characters (`folding`); all are bounded.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.title.openings import HEADING_OPEN, OPENING, PRESENTED, STAMPED
from cleaners.rules.title.surnames import SURNAMES

_NAMES = (
    "总结|小结|计划|规划|报告|汇报|方案|预案|要点|讲话|发言|演讲|致辞|致词|贺词|主持词|开场白|心得体会|心得|体会|感悟|感想"
    "|读后感|观后感|述职|述廉|述学|材料|提纲|打算|安排|意见|通知|通报|简报|纪要|制度|办法|细则|守则|措施|对策|建议|思考|探讨"
    "|探析|剖析|自查|鉴定|策划|情况|事迹|经验|做法|(?:倡议|承诺|责任|申请|保证|检讨|策划|计划|建议|决心|任务|慰问)书"
)
_MADE = "范文稿|范文|文稿|草稿|初稿|样稿|稿件|稿子|讲稿|稿|模板|模版|范本|样本|范例|参考|材料"
_COUNTED = (
    r"(?:[（(【\[]?(?:精选|优秀|通用|最新|大全|合集|汇总|热门|推荐|模板|范文|优选|集合|必备|实用)?"
    r"(?:共|[一二三四五六七八九十]{1,3}|\d{1,3}|[nN])+篇[)）】\]]?|\d{1,3}[条则例问招](?=一、|\Z))"
)
END = regex(
    rf"(?:{_NAMES})(?P<made>(?:{_MADE}){{1,2}})?(?P<counted>{_COUNTED})?(?:[（(][^()（）\s]{{1,12}}[)）])?"
)
"""How titles of reports end: `工作总结`, `汇报材料范文稿`, `工作报告16篇`, `管理建议60条`, `工作计划（草案）`."""
FIRST_ITEM = regex(r"[1一](?![\d.．、，,：:年月日届期号个名次篇章条则%％是览])")
"""`工作总结1在某某的支持下`: the number of a collection's first text, glued to its title and to the text; bounded."""
NOUN = regex(
    r"(?:工作|个人|年终|年度|终|学期|学习|思想|情况|活动|专题|阶段|培训|自查|整改|述职|调研|调查|考察|分析|实习|实践|评估|剖析|半年|季度)"
    r"(?:总结|小结|报告|汇报|计划|要点|打算)|(?:实施|工作|活动|整改|应急|行动|建设|创建|治理)(?:方案|预案)|心得体会|预案|主持词"
    r"|(?:讲话|发言|演讲|讲)稿|(?:事迹|汇报|发言|述职|述廉|剖析|检查|经验|交流|申报|推荐|考察|宣讲|党课)材料|[上中]的(?:讲话|发言|致辞)|述[职廉学]报告|[感书]$"
)
"""Names that no verb can be: `总结我市经验` is a sentence, `工作总结我市` is none."""
WEAK = regex(r"(?:制度|办法|措施|意见|安排|建议|打算|自查|情况|经验|做法|对策|思考|体会|材料|通知|通报)\Z")
"""Names that stand in the middle of sentences as well: behind them only the surest beginnings count."""
SURE = regex(
    r"(?:[今去近][年]|一年)(?:以)?来[，,]|尊敬的|敬爱的|亲爱的|各位[^。，,的]{1,12}[:：，,！!]|同志们|老师们|[一1][、.．]|[（(]一[)）]|【?摘\s?要】?[:：]"
)
"""Beginnings that go on with no sentence."""
COMMON = regex(
    r"今[天日][,，]|刚才[,，]|首先[,，]|这次[^。，,]{2,20}[,，]|(?:新春|春节|元旦|国庆)(?:刚[刚过]|将至|来临|前夕)|在[^。，,;；]{2,40}(?:领导|指导|支持|关心|帮助|引领|部署|带领)下|随着|伴随着|近[日期]|日前|当前|目前[，,]|回顾|过去[的一]|转眼|光阴|时光"
    r"|时间(?:飞逝|过得|如)|岁月|为了|现将|现就|自\d{4}年|我(?!们?认为|的)|本(?:人|学期|学年|年度|单位|部门|公司|院|校|局|镇|乡|县|市|街道|着)"
    r"|通过(?:学习|这次|此次|本次|一)|作为一?名?|大家好|敬爱的|亲爱的|老师们|同学们|女士们|朋友们|家长们|各(?:乡镇|镇|县|市|区|单位|部门|科室|支部|有关)"
    r"|党的(?:十|二十)|20[\dxX×*]{2}学?年|[\dxX×*]{1,2}月\d{1,2}日|以[^。，,]{4,40}为(?:指导|契机|抓手|主线|统领|目标|核心|重点|引领|中心)"
    r"|[xX×Ｘ\d]{2,4}年是|[一二三四五六七八九十]{1,2}月(?:的|份)|接到[《“关上市县省]|按照|根据|由于|摘\s?要[:：]|一[年学]|一个(?:学期|学年)|[XxＸ×]{1,4}(?:市|县|镇|乡|街道|局|村|区|同志)"
)
"""Beginnings of reports that could also go on with a verb's object: behind a name that is no verb."""
BLANK_GAP = regex(
    r"[ \u3000\u00a0]{1,4}(?=[【\[]\s?(?:第?\s?[一1]\s?篇|篇\s?[一1])|(?:[一-鿿]|[“\dXx][^\s。]{3})[^\s。]{7})"
    r"(?![^\s。，,]{2,40}\s(?<!】\s))"
)
"""White space between a title and a text whose first words are no title again."""
NO_TITLE = regex(
    r"(?:根据|按照|为|现将|今|近|对|从|就)|在(?![^，。\s]{2,40}上的[讲发致主])"
    r"|(?!关于)[^。，,]{0,40}(?:听取|审议|印发|观看|(?:召开|举行|开展|进行)了|制[定订](?!的)|撰写(?!的)|上报|报送|提交|写[下出]|形成|做好|出台"
    r"|起草|及时|认真(?!贯彻|学习|落实))(?![^。，,]{0,30}[会式]上的)"
)
"""How sentences begin, and what they say of reports."""
TITLE_LEAST, TITLE_MOST, SHORT_LEAST = 8, 60, 6
"""Characters of a title that is glued to its text; a shorter one needs the surest beginning."""
STOPS = regex(r"[\s。，；：:！？,;!?]")
"""Marks that no such title holds."""
OPENING_CHARS = 90
"""Characters behind a title in which its text's beginning is told."""
SHORT = regex(r"20\d\d年[，,]|(?:[今去近]年|一年)(?:以)?来[，,]|尊敬的|各位[^。，,的]{1,12}[:：，,！!]|同志们[:：，,]")
"""What follows a title of few characters."""
SERVES = regex(r"为[^。，,]{2,60}(?:提供|奠定|打下|创造|注入|作出|做出|指明|打好)")
"""`总结为做好工作打下了基础`: a sentence goes on."""


SPEAKER = regex(r"[一-鿿]{2,3}[:：](?=[^\s:：]{6})")
SPOKEN = regex(r"(?:尊敬的)?各位[^。，,的:：]{1,12}[:：，,！!]|同志们[:：，,！!]|(?:老师|同学|朋友)们[:：，,、！!]")
"""`青禾：在某某会上的发言各位领导：`: who spoke, before a title that those to whom one speaks follow; bounded."""


def glued_end(line: str) -> int:
    """Give where a title at the start of a line ends that its text follows at once; 0 where none is certain."""
    words = folded(line[: TITLE_MOST + OPENING_CHARS])
    named = SPEAKER.match(words)
    start = named.end() if named and words[0] in SURNAMES else 0
    stop = STOPS.search(words, start)
    last = min(stop.start() if stop else len(words), TITLE_MOST)
    for found in END.finditer(words, start, last + 1):
        end = found.end()
        if start and not SPOKEN.match(words, end):
            continue
        least = SHORT_LEAST if NOUN.search(words, 0, end) and SHORT.match(words, end) else TITLE_LEAST
        if least <= end <= last and not NO_TITLE.match(words, 0, end) and is_glued(words[:end], words[end:]):
            return end
    return 0


def first_item_end(line: str) -> tuple[int, int] | None:
    """Give where a title at the start of a line ends, and where the text begins behind the number of the first of many.

    None where no such number stands between the two.
    """
    words = folded(line[: TITLE_MOST + OPENING_CHARS])
    stop = STOPS.search(words)
    last = min(stop.start() if stop else len(words), TITLE_MOST)
    for found in END.finditer(words, 0, last + 1):
        end = found.end()
        item = FIRST_ITEM.match(words, end) if end >= TITLE_LEAST else None
        if item and not NO_TITLE.match(words, 0, end) and is_glued(words[:end], words[item.end() :]):
            return end, item.end()
    return None


def marked_end(text: str, at: int, stop: int, *, plain: str) -> int:
    """Give where the text begins behind a known title and a mark between the two; 0 where none stands there.

    The mark is a day that the site's software set there, or the number of the first of many of which the page has one;
    the label of slides, `主讲人：`, stays.
    """
    if (stamp := STAMPED.match(text, at, stop)) or PRESENTED.match(text, at, stop):
        return stamp.end() if stamp else at
    item = FIRST_ITEM.match(text, at, stop)
    is_alone = item and f"{plain}2" not in text and f"{plain}二" not in text
    return item.end() if item and is_alone and is_glued(plain, text[item.end() : stop]) else 0


def named_end(line: str) -> int:
    """Give where `《T》` at the start of a line ends that a report's first words follow at once; 0 for a sentence."""
    close = line.find("》", 0, TITLE_MOST) if line.startswith("《") else -1
    rest = folded(line[close + 1 : close + 1 + OPENING_CHARS])
    is_named = close > SHORT_LEAST and SURE.match(rest) is not None and STOPS.search(line, 1, close) is None
    words = folded(line[1:close])
    return close + 1 if is_named and any(one.end() == len(words) for one in END.finditer(words)) else 0


def is_glued(title: str, behind: str) -> bool:
    """Say whether words behind a title begin the text; both may be in either script, `behind` is cut at its size."""
    words, rest = folded(title), folded(behind[:OPENING_CHARS])
    found = next((one for one in END.finditer(words) if one.end() == len(words)), None)
    if found is None or SERVES.match(rest):
        return False
    gap = BLANK_GAP.match(rest)
    is_made = bool(found["counted"] or (found["made"] and found["made"] != "材料"))
    if SURE.match(rest, gap.end() if gap else 0):
        return True
    if WEAK.search(words) and not is_made and not NOUN.search(words):
        return False
    is_noun = is_made or any(one.end() > found.start() for one in NOUN.finditer(words))
    if gap:
        return is_noun
    begins = OPENING.match(rest) or HEADING_OPEN.match(rest) or (is_noun and COMMON.match(rest))
    return begins is not None and bool(begins)
