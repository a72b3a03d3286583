"""Which years a text is about, told by what each mention is for. How years are written: `years`; quarrels: `conflict`.

A year belongs to the period when the title names it, or when the text reports on it or plans for it. Years of other
documents, foundings, births, comparisons and the date under the text do not. The posting date never does.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from cleaners.facts.years import Year, years_in
from cleaners.regex import regex
from cleaners.text_facts import YearMention

SHORT_SPAN = 5
"""A span of up to so many years (a five-year plan) is about each of them, a longer one about its ends."""
MOST_MENTIONS = 60
"""So many are kept of one text; a chronicle has hundreds."""
_AROUND: Final = 16
"""Characters on either side by which a mention is judged."""

# Left of the year, at its very edge.
_CITED_BEFORE: Final = regex(
    r"(?:[比较与同跟和]|相比|超过?|不低于|始建于|建于|成立于|创办于|创建于|组建于|生于|自|早在|毕业于|荣获|获得?|被评为|被授予|授予)\s?$"
)
_GOAL_BEFORE: Final = regex(r"(?:[到至]|截至|力争|争取|计划|预计|确保)\s?$")
_FORMULA_BEFORE: Final = regex(r"(?:[将把对在]|关于|回顾|总结|围绕|做好|完成|[一二三四五六七八九]是)\s?$")
# Right of it. Each begins with its own characters; bounded.
_LAST_BEFORE: Final = frozenset("比较与同跟和超过于自在获得为予到至争取划计保将把对顾结绕好成是")
"""Last characters of all that is looked for left of a year; most years have none of them before."""
_CITED_AFTER: Final = regex(
    r"\s?[级届版款型](?!别|时)|\s?[〕\])）】]\s?第?\s?\d{1,4}\s?号"
    r"|(?:同期|相比|底相比|末相比|以前|之前)"
    r"|(?:\s?\d{1,2}月(?:\d{1,2}日)?)?\s?(?:出生|生[,，。于]|毕业|入党|入团|入伍|参加工作|加入中国|建[校厂院所站会]|始建"
    r"|投产|通车|(?:正式)?(?:成立|组建|创办|创建|建成|挂牌)(?!了|以|.{0,14}(?:小组|专班|机构|队|组)))"
    r"|(?:修订|修正|颁布|施行|印发|出台|发布|下发)的"
    r"|(?:中央|国务院|省委|市委|省|市|全国)?(?:一号文件|1号文件|政府工作报告)"
)
_PLAN_AFTER: Final = regex(r"[^。；;！\n]{0,14}?(?:将(?!军|士)|打算|力争|拟)|底前|远景")
_PLAN_SIGNS: Final = ("将", "打算", "力争", "拟", "底前", "远景")
_DATED: Final = regex(r"\d{1,2}\s?月份?(?:\s?\d{1,2}\s?[日号])?$")
_STOPS: Final = frozenset("。！？!?；;:：\n\u3000")
_COMMAS: Final = frozenset(",，、)）”\"")
_TOPIC_AFTER: Final = tuple(",，我全本以来上下工在")
# What a bare number of four places may be followed by in a title or heading, and then is a year.
_BARE_AFTER: Final = regex(
    r"\s?(?:$|\n|工作|总结|计划|上半年|下半年|第[一二三四]季|半年|[上下]学期|学期|宣传|党[建委支的]|述职|意识|安全|教[育学师]|个人|自查|最新"
    r"|[XxＸ×*＊某]{2}|[)）】\]年度党个最新通精])"
)
_HEADING: Final = regex(
    r"\s{0,4}(?:[一二三四五六七八九十]{1,3}[、.．,，]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[㈠-㈩]|\d{1,2}[、.．]|第[一二三四五六]部分"
    r"|下一?步|今后|明年|来年|(?:19|20)\d\d年?(?=工作|计划|总结|主要|重点|度)(?!.{0,36}[,，]))"
)
_HEADING_CHARS: Final = 40
# A line that may be a heading; the search is one for the line break, and no line is read further than its bound.
_SHORT_LINE: Final = regex(
    r"\n[ \u3000]{0,4}(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．,，]|[㈠-㈩]|第[一二三四五六]部|下一?步|今后|明年"
    r"|来年|(?:19|20)\d\d)[^\n。；;]{1,36}(?=\n|$)"
)
_PLAN_HEADING: Final = regex(r"下一?步|下半年|今后|来年|明年|计划|打算|安排|思路|展望|要点|目标|规划")
_NUMBER_AFTER: Final = regex(r"\s?[)）〕\]】]\s?第?\d{1,4}\s?号")
_BRACKETS: Final = frozenset("〔[(（【")
_MASKS: Final = "XxＸ×*＊某"
_LASTING: Final = ("年", "学年")
_SIGNED_CHARS: Final = 30
_SIGNED_NEAR: Final = 160


class Mention(NamedTuple):
    """A year with its role; `is_strong` where its place says that the text is about it."""

    year: Year
    role: str
    is_strong: bool = False
    is_in_title: bool = False


class Period(NamedTuple):
    """What the mentions come to."""

    years: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def spans(self) -> tuple[YearMention, ...]:
        """Give the mentions as facts, those of the title first; at most MOST_MENTIONS."""
        return tuple(
            YearMention(
                year=one.year.name, role=one.role, start=one.year.start, end=one.year.end, words=one.year.words,
                is_in_title=one.is_in_title,
            )
            for one in self.mentions[:MOST_MENTIONS]
        )  # fmt: skip

    @property
    def open_years(self) -> tuple[tuple[str, int], ...]:
        """Give the open years of the text as printed, without 年, and how often."""
        counts: dict[str, int] = {}
        for one in self.mentions:
            if one.role == "open" and not one.is_in_title:
                counts[one.year.name] = counts.get(one.year.name, 0) + 1
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def period_of(plain: str, title: str | None) -> Period:
    """Tell what each year of a title and a text is for, and the years that the text is about.

    Both are given in simplified characters, place by place the same as the originals.
    """
    of_title = [_in_title(title, year) for year in years_in(title)] if title else []
    found = years_in(plain)
    of_text = [] if not found else _roles(plain, found)
    about = {value for one in of_title if one.role == "title" for value in values(one.year)}
    about |= {value for one in of_text if one.is_strong for value in values(one.year)}
    if not about:
        inside = {value for one in of_text if one.role.startswith("weak") for value in values(one.year)}
        about = inside if len(inside) <= SHORT_SPAN else about
    settled = [_settle(one, about) for one in of_text]
    return Period(tuple(map(str, sorted(about))), (*of_title, *settled))


def values(year: Year) -> Sequence[int]:
    """Give the single years of a mention; of a long span its two ends, of an open one none."""
    if not year.first:
        return ()
    if year.last - year.first < SHORT_SPAN:
        return range(year.first, year.last + 1)
    return (year.first, year.last)


def _in_title(title: str, year: Year) -> Mention:
    """Judge a year of a title: any number that can be one is one, but for document numbers, cohorts and editions."""
    if not year.first:
        return Mention(year, "open", is_in_title=True)
    right = title[year.end : year.end + _AROUND]
    cited = bool(_CITED_AFTER.match(right)) or _is_numbered(title, year) or _is_quoted(title, year)
    is_number = not year.unit and not _BARE_AFTER.match(right)
    return Mention(year, "cited" if cited or is_number else "title", is_in_title=True)


def _roles(plain: str, found: Sequence[Year]) -> list[Mention]:
    """Judge the years of a text; a bare number that nothing makes a year is none."""
    plans_from = _plans_from(plain)
    mentions = []
    for year in found:
        if not year.first:
            mentions.append(Mention(year, "open"))
        elif year.unit or _is_year_of_four_places(plain, year):
            mentions.append(_role(plain, year, plans_from))
        elif _is_numbered(plain, year) or _CITED_AFTER.match(plain, year.end):
            mentions.append(Mention(year, "cited"))
    return mentions


def _is_year_of_four_places(plain: str, year: Year) -> bool:
    """Say whether a number without 年 is a year: in a heading before what years stand before, or before a mask."""
    right = plain[year.end : year.end + _AROUND]
    if not _BARE_AFTER.match(right):
        return False
    return bool(right and not right[:2].strip(_MASKS)) or bool(_heading_of(plain, year))


def _role(plain: str, year: Year, plans_from: int) -> Mention:
    """Judge a year of a text by what stands around it; a role of a year inside a sentence is `weak` for now."""
    heading = _heading_of(plain, year)
    left, right = plain[max(0, year.start - _AROUND) : year.start], plain[year.end : year.end + _AROUND]
    is_behind_word = left.rstrip()[-1:] in _LAST_BEFORE  # most years are not, and then no word is looked for there
    if _is_cited(plain, year, left if is_behind_word else "", right) or (year.unit == "五年" and not heading):
        return Mention(year, "cited")
    if heading and year.unit != "日":
        return Mention(year, "plan" if _PLAN_HEADING.search(heading) else "report", is_strong=True)
    if _is_signed(plain, year):
        return Mention(year, "signed")
    is_plan = year.start > plans_from or _is_goal(left if is_behind_word else "", right)
    role = "plan" if is_plan else "report"
    if year.unit.startswith(_LASTING) and not _DATED.match(year.part) and _opens_a_sentence(left, right):
        return Mention(year, role, is_strong=True)
    return Mention(year, f"weak {role}")


def _settle(one: Mention, about: set[int]) -> Mention:
    """Give a mention inside a sentence its role: that of the years the text is about, or none but a citation."""
    if not one.role.startswith("weak"):
        return one
    return one._replace(role=one.role.removeprefix("weak ") if about.intersection(values(one.year)) else "cited")


def _is_cited(plain: str, year: Year, left: str, right: str) -> bool:
    """Say whether a year is another document's, or one of comparison; `left` is empty where no such word can stand."""
    return (
        bool((left and _CITED_BEFORE.search(left)) or _CITED_AFTER.match(right))
        or _is_numbered(plain, year)
        or _is_quoted(plain, year)
    )


def _is_goal(left: str, right: str) -> bool:
    """Say whether a year is looked forward to: 到2025年, 2025年将; `left` is empty where no such word can stand."""
    if left and _GOAL_BEFORE.search(left):
        return True
    for sign in _PLAN_SIGNS:
        if sign in right:
            return _PLAN_AFTER.match(right) is not None
    return False


def _has_word_at_end(left: str) -> bool:
    """Say whether any of the words that are looked for left of a year can end there; the look at one character."""
    return left.rstrip()[-1:] in _LAST_BEFORE


def _is_numbered(plain: str, year: Year) -> bool:
    """Say whether the year stands in the brackets of a document number: 〔2019〕12号."""
    return plain[year.start - 1 : year.start] in _BRACKETS and bool(_NUMBER_AFTER.match(plain, year.end))


def _is_quoted(plain: str, year: Year) -> bool:
    """Say whether the year stands within 《…》: the name of another document."""
    window = plain[max(0, year.start - 3 * _AROUND) : year.start]
    return window.rfind("《") > window.rfind("》")


def _opens_a_sentence(left: str, right: str) -> bool:
    """Say whether the place says that the sentence is about the year: at its beginning, or 现将2020年."""
    before = left.rstrip(" \u3000")
    if not before or left[-1] in "\n\u3000" or before[-1] in _STOPS:
        return True
    if _has_word_at_end(before) and _FORMULA_BEFORE.search(before):
        return True
    return before[-1] in _COMMAS and right.startswith(_TOPIC_AFTER)


def _heading_of(plain: str, year: Year) -> str:
    """Give the heading that a year stands in: a short line that begins with an enumerator; empty for none."""
    begin = plain.rfind("\n", max(0, year.start - _HEADING_CHARS), year.start) + 1
    if not begin and year.start > _HEADING_CHARS:
        return ""
    end = plain.find("\n", year.end, begin + _HEADING_CHARS + 1)
    end = len(plain) if end < 0 else end
    line = plain[begin:end]
    if end - begin > _HEADING_CHARS or line.endswith(("。", "；", ";")):
        return ""
    match = _HEADING.match(line)
    return line if match else ""


def _plans_from(plain: str) -> int:
    """Give where the last section begins that is headed as a plan (三、下一步打算); the text's length for none."""
    begin = len(plain)
    for match in _SHORT_LINE.finditer(plain):
        if _PLAN_HEADING.search(match[0]) and _HEADING.match(match[0], 1):
            begin = match.start()
    return begin


def _is_signed(plain: str, year: Year) -> bool:
    """Say whether the year is the date that a text is signed by: alone on a line at its head or its end."""
    if _SIGNED_NEAR < year.start < len(plain) - _SIGNED_NEAR:
        return False
    if not (year.unit == "日" or (year.part and _DATED.match(year.part)) or year.unit == "年"):
        return False
    begin = plain.rfind("\n", 0, year.start) + 1
    end = plain.find("\n", year.end)
    line = plain[begin : len(plain) if end < 0 else end]
    rest = line.replace(year.words, "").strip(" \u3000()（）三四五六七八九十一二月日号零〇○0123456789:：.-")
    return len(line) <= _SIGNED_CHARS and (not rest or rest in ("时间", "日期"))
