"""What a journal prints round its article, above the text: names, where they work, classes, keywords (realtext, 27).

Told by the line and by what stands beside it; the reader of dumps reads the same lines. The abstract is the authors'
own and stays. `2021-01-02 10:20作者` and the issue: `head_lines`. A newspaper's frame: `paper_lines`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import islice

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_repeats import OFFICE_END
from cleaners.rules.head.meta_lines import plain
from cleaners.rules.head.site_tops import is_full_name
from cleaners.rules.journal.author_blocks import author_blocks
from cleaners.rules.journal.journal_notes import (
    LISTED,
    NOTE,
    PRINTED,
    REPRINTED,
    is_bare_keywords,
    is_bracketed,
    is_listed_keywords,
    is_over_opening,
    is_places,
    lone_fields,
)
from cleaners.rules.lines import HAN, Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

FIRST = 24
"""Filled lines from the top among which they stand (journal pages repeat title and names twice)."""
LINE_CHARS = 300
OPENING_CHARS = 8
"""Characters in which `【摘要】` stands."""
MARKED_LINES = {"marked": 4, "signed": 7}
"""Filled lines from the top below which a mark before words is a list's; and before a full name alone."""
_UNIT = (
    r"(?:大学|学院|研究|党校|学校|中学|小学|中心|委员会|协会|局|厅|院|所|部|公司|集团|馆|社|委|办|政府"
    r"|厂|矿|油田|医院|银行|电站)"
)
AFFILIATION = regex(
    r"(?P<open>[（(])?(?:\d{1,2}\s?[.、．]?\s?)?[^\s\d（）()。！？][^（）()。！？]{2,220}[^\d（）()。！？]\d{6}\s?(?(open)[)）]?)"
)
"""`(某大学 某学院,某省 某市 123456)`: ends with a postal code, in brackets or not, which may be left open; bounded."""
UNIT = regex(_UNIT)
_CODE = "中图分类号|中国图书分类号|中图法分类号|文献标识码|文献标志码|文章编号|分类号|收稿日期|修回日期"
_CODE += "|DOI编码|DOI码|DOI号|DOI|doi"
CODE = regex(rf"[〔\[【]?\s?(?:{_CODE})\s?[〕\]】]?\s?[:：]?\s?[A-Za-z0-9.,;:/()（）\-—–+?？ ，；]{{1,60}}")
"""`〔中图分类号〕D267`: a class or a number; the value holds no Han character. Bounded."""
CODES = regex(rf"(?:{CODE.pattern}){{1,5}}(?:开放科学[（(]资源服务[)）]标[识志]码[（(]OSID[)）]\s?[:：]?)?")
SURE_CODE = regex(r"中图分类号|中国图书分类号|中图法分类号|文献标识码|文献标志码|文章编号")
KEYWORDS = regex(
    r"(?:[〔\[【]\s?关[\s?？]{0,4}[键鍵][\s?？]{0,4}[词字]\s?[〕\]】]\s?[:：]?|关[\s?？]{0,4}键[\s?？]{0,4}[词字]"
    r"\s?(?:[:：]|(?=[^。:：；;]{2,16}[;；][^。:：；;]{2,16}[;；])))"
    r"[\s?？]{0,4}(?P<words>[^\s。！？?][^。！？\n]{1,200})"
)
"""`〔关键词〕甲;乙;丙`, `关键词甲;乙;丙`, codes behind it or not; `?` for lost blanks of the label. Bounded."""
ABSTRACT = regex(
    r"(?:[〔\[【]\s?(?:内容)?(?:摘[\s?？]{0,4}要|提[\s?？]{0,4}要)\s?[〕\]】]|(?:内容)?(?:摘[\s?？]{0,4}要|提要)\s?[:：]|摘\s{0,4}要\s{1,3}(?=[^\s。]{16}))"
)
_NAME = r"(?:[一-鿿]{2,4}|[一-鿿]\s{1,2}[一-鿿](?:\s{1,2}[一-鿿](?![一-鿿]))?)"
_MARK = r"(?:[\d*＊①②③④⑤]{1,3}|[\[【][\d*＊①②③④⑤]{1,3}[\]】])?"
NAMES = regex(rf"{_NAME}{_MARK}(?:[\s,，、;；+＋]{{1,3}}{_NAME}{_MARK}){{0,7}}(?:[,，]{_MARK}|[;；])?")
"""`某 甲,某乙丙,3*`: names and the numbers of where they work; names and marks begin apart, bounded."""
MARKS = "◎○●□■ 文/／"
MARKED = regex(rf"[◎○●□■]\s?(?:文\s?[/／]\s?)?{NAMES.pattern}")
"""`◎某甲 某乙`: names behind a journal's mark."""
NO_NAME = regex(
    r"记者|通讯员|摘要|提要|前言|引言|目录|正文|总结|计划|报告|工作|问题|情况|一是|同志|领导|关于|通知|日讯|讲话|作者|单位|[摘提]\s{0,4}要|关\s{0,4}键|出\s{0,2}处"
    r"|大\s{0,3}中\s{0,3}小|小\s{0,3}中\s{0,3}大|打印|收藏|分享"
)
NAMED = regex(
    rf"(?:作者\s?[:：]|[〔\[【]\s?作\s{{0,4}}者\s?[〕\]】]\s?[:：]?)\s?(?P<names>[^\s。；：:][^。；：:]{{1,30}})(?:[:：][^。；：:]{{2,60}}{_UNIT}[^。；：:]{{0,60}})?"
)
"""`作者：李青禾, 王溪：某大学某学院，某省 某市`; bounded, the classes part at colons."""


def journal_lines(lines: Sequence[Line]) -> list[tuple[Line, str, str]]:
    """Give a journal's lines among the first of a text, each with a label and a value, both empty where none is kept.

    Names alone need a place of work or an abstract below them, or the same name stated above.
    """
    near = tuple(islice((line for line in lines if line.words), FIRST))
    if len(near) < len("题文"):
        return []
    is_journal = any(_has_sign(line.words) for line in near) or bool(author_blocks(near))
    return list(_found(near)) if is_journal else []


def _has_sign(words: str) -> bool:
    """Say whether a line may be a journal's; of running text the first characters tell, which an abstract has."""
    return bool(SIGN.search(words, 0, OPENING_CHARS if "。" in words else LINE_CHARS))


@lru_cache(maxsize=2)
def _found(near: tuple[Line, ...]) -> tuple[tuple[Line, str, str], ...]:
    kinds = [_kind(folded(plain(line.words))) for line in near]
    lone = {**lone_fields(near), **author_blocks(near)}
    found = tuple(
        (line, *(lone.get(line.start) or _value(kind, line.words)))
        for n, (line, kind) in enumerate(zip(near, kinds, strict=True))
        if line.start in lone
        or _is_sure(kinds, n)
        or (kind == "bare" and ("place" in kinds[:n] or _is_under_abstract(near, kinds, n)))
        or (kind == "keywords" and n and is_listed_keywords(line.words, near[n - 1].words))
        or (kind == "names" and _is_author(near, kinds, n))
        or (kind == "keywords" and (_is_dated(near, n) or is_over_opening(line.words, near[n + 1 : n + 2])))
    )
    return found if len(found) < len(near) else ()


SIGN = regex(
    r"摘|提要|[类類]号|[类類]號|[献獻]|关.{0,12}[键鍵]|關.{0,12}鍵|[◎○●□■]|\d{6}\s?(?:[)）]|\Z)|\d{4}\s?年第?\s?\d{1,2}\s?期|DOI"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:\s\d\d:\d\d(?::\d\d)?)?\s?[一-鿿]|稿日期|基金|\A[^。;；]{2,20}[;；]\s?[^。;；]{2,20}[;；]"
)
"""What stands on a journal's lines or beside its names, readings in brackets or not; few other heads have any."""


def _kind(line: str) -> str:
    if ABSTRACT.match(line):
        return "abstract"
    if len(line) > LINE_CHARS:
        return ""
    return next((kind for kind, is_one in KINDS if is_one(line)), "")


def _is_work(line: str) -> bool:
    if (line[-1] in ";；" or line[:2] in LABELLED) and all(UNIT.search(unit) for unit in re.split("[;；]", line[:-1])):
        return UNITS.fullmatch(line) is not None
    return bool(AFFILIATION.fullmatch(line) and UNIT.search(line))


UNITS = regex(r"(?:作者)?单位\s?[:：]\s?[^\s;；。，,：:]{4,40}|(?:[^\s;；。，,：:]{4,40}[;；]\s?){1,8}")
LABELLED = ("单位", "作者")
"""`某大学某学院;某市委党校;` of a data base: places of work, a mark behind each; bounded."""


def _is_no_person(line: str) -> bool:
    return bool(NO_NAME.search(line) or OFFICE_END.search(line))


KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("note", is_bracketed),
    ("place", lambda line: (line[0] in "(（" and _is_work(line)) or is_places(line, UNIT)),
    ("home", _is_work),
    ("codes", lambda line: bool(LISTED.fullmatch(line) or (CODES.fullmatch(line) and SURE_CODE.search(line)))),
    ("code", lambda line: bool(CODES.fullmatch(line))),
    ("printed", lambda line: "期" in line and bool(PRINTED.fullmatch(line))),
    ("note", lambda line: bool(NOTE.fullmatch(line))),
    ("signed", lambda line: bool(MARKED.fullmatch(line)) and is_full_name(line.lstrip(MARKS))),
    ("marked", lambda line: bool(MARKED.fullmatch(line)) and not _is_no_person(line)),
    ("keywords", lambda line: bool(KEYWORDS.fullmatch(line))),
    ("bare", is_bare_keywords),
    ("named", lambda line: bool(NAMED.fullmatch(line))),
    ("names", lambda line: bool(NAMES.fullmatch(line)) and not _is_no_person(line)),
)
"""Kinds of lines by their shape, the surest first."""


def _is_sure(kinds: Sequence[str], n: int) -> bool:
    """Say whether a line is a journal's by itself, or by the abstract above it and the classes below."""
    kind, above, below = kinds[n], "".join(kinds[max(0, n - 1) : n]), "".join(kinds[n + 1 : n + 2])
    if kind in ("codes", "place", "printed") or n <= MARKED_LINES.get(kind, -1):
        return True
    if kind == "home":
        return above in ("names", "named")
    if kind == "code":
        return above in ("keywords", "abstract", "codes", "note") or below in ("codes", "note")
    if kind == "keywords":
        return above in ("abstract", "place", "names", "named", "codes") or below in ("codes", "code")
    if kind == "note":
        return above in ("keywords", "codes", "code", "place", "note") or below in ("codes", "keywords", "note")
    return kind == "named" and (above in ("abstract", "keywords", "codes") or below in ("abstract", "home"))


def _is_author(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    below = kinds[n + 1] if n + 1 < len(kinds) else ""
    if below in ("place", "home", "abstract", "keywords", "printed"):
        return True
    if kinds[n - 1 : n] == ["keywords"] and any(ISSUED.search(line.words) for line in lines[max(0, n - 3) : n]):
        return True
    if "bare" in kinds[n:] and sum(line.words == lines[n].words for line in lines) > 1:
        return True  # above the title and below it
    names = [name for name in SEAMS.split(lines[n].words) if len(name) > 1]
    stated = [line.words for line in lines[max(0, n - 8) : n] if DATED.match(line.words)]
    return bool(names) and any(words.endswith(tuple(names)) for words in stated)


def _is_under_abstract(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether terms without a label stand right below a long sentence, names of authors above it."""
    above = lines[n - 1].words if n else ""
    is_long = len(HAN.findall(above)) >= ABSTRACT_HAN and is_sentence(above)
    return is_long and any(kind in ("names", "marked", "signed") for kind in kinds[: n - 1])


ABSTRACT_HAN = 60
"""Han characters of a sentence above keywords that is an abstract without its label."""


def _is_dated(lines: Sequence[Line], n: int) -> bool:
    """Say whether the issue of a journal, or its date with a name glued behind it, stands close above."""
    return any(ISSUED.search(line.words) or DATED.match(line.words) for line in lines[max(0, n - 3) : n])


SEAMS = regex(r"[\s,，、;；\d*]{1,8}")
ISSUED = regex(r"\d{4}\s?年第?\s?\d{1,2}\s?期\s?\Z")
"""The issue of a journal, which stands above its keywords and the names."""
DATED = regex(r"\d{4}-\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?\s?[一-鿿]")
"""A date with the author's name glued behind it."""


def _value(kind: str, words: str) -> tuple[str, str]:
    bare = plain(words)
    if kind in ("names", "marked", "signed"):
        return "作者", MARK_BEHIND.sub("", NOTED.sub("", bare.lstrip(MARKS)).rstrip(";；"))
    if kind == "named":
        match = NAMED.fullmatch(folded(bare))
        return ("作者", bare[slice(*match.span("names"))]) if match else ("", "")
    if kind == "bare":
        return "关键词", bare
    shape = PRINTED if kind == "printed" else REPRINTED
    printed = shape.fullmatch(folded(bare)) if kind in ("printed", "note") else None
    if printed:
        return "来源", bare[slice(*printed.span("source" if printed["source"] else "source2"))]
    match = KEYWORDS.fullmatch(folded(bare)) if kind == "keywords" else None
    if match is None:
        return "", ""
    behind = bare[match.start("words") :]
    code = CODE.search(folded(behind))
    return "关键词", (behind[: code.start()] if code else behind).strip()


MARK_BEHIND = regex(r"(?<=[一-鿿])[\d*＊]{1,3}(?:[,，][\d*＊]{1,2}(?![一-鿿]))*")
"""`青禾1,2`: the numbers of where somebody works."""
NOTED = regex(r"[\[【][\d*＊①②③④⑤]{1,3}[\]】]\s?\Z")
"""`青禾[①]`: the mark of a note behind a name."""


def find_journal(text: str, context: Context) -> Iterable[Change]:
    """Take a journal's lines from above a text."""
    return taken(line for line, _, _ in journal_lines(lines_of(text)))


_BODY = "乡村治理是国家治理的基石，本文以某县为例作一讨论。"
JOURNAL = Rule(
    name="journal-lines",
    version=10,
    reason="Names, places of work, classes and keywords that a journal prints above its article are kept as facts.",
    families=frozenset(),
    dumps_only=True,
    find=find_journal,
    context=Context(family="dump", title="某县乡村治理研究", is_dump=True),
    examples=(
        (f"某县乡村治理研究\n李青禾,王 溪\n(溪口大学 法学院,某省 溪口 123456)\n{_BODY}", f"某县乡村治理研究\n{_BODY}"),
        (
            f"李青禾\n〔摘要〕{_BODY}\n〔关键词〕乡村治理;村规\n〔中图分类号〕D267 〔文献标识码〕A\n一、引言\n{_BODY}",
            f"〔摘要〕{_BODY}\n一、引言\n{_BODY}",
        ),
        (
            f"某县乡村治理研究\n2021-03-02 05:50李青禾\n李青禾\n{_BODY}",
            f"某县乡村治理研究\n2021-03-02 05:50李青禾\n{_BODY}",
        ),
        (
            f"某县乡村治理研究\n2021-03-02张青禾\n某某月刊 2021年3期\n关键词:乡村;治理\n{_BODY}",
            f"某县乡村治理研究\n2021-03-02张青禾\n某某月刊 2021年3期\n{_BODY}",
        ),
    ),
    counter_examples=(
        f"某县乡村治理研究\n李青禾\n{_BODY}",
        f"某县乡村治理研究\n关键词：乡村治理\n{_BODY}",
        f"摘要：{_BODY}\n一、分类号的使用\n{_BODY}",
        "值班安排\n李青禾\n电话：8123456",
    ),
)
RULES = (JOURNAL,)
