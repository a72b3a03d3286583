"""Who wrote a text, as its first lines or its title say: journals, pupils' essays, columns. Reporters: `reporters`.

The words stay where they stand; the page's own labels go before them.
"""

from collections.abc import Sequence

from cleaners.facts.changes import changed
from cleaners.facts.people import HAN, LONE, LONGEST, PARTS, RARER, has_family, is_called, is_given, names_of
from cleaners.reading import Facts
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import is_sentence

FIRST_LINES = 4
"""Filled lines at the top of a text among which one may name its writer."""
TOP_CHARS = 3000
"""Characters of a page from its top in which the name of a title stands alone once more."""
LINE_CHARS = 60
PUPIL = regex(
    rf"(?:[^\s。，；：！？]{{2,20}}\s)?[^\s。，；：！？]{{0,20}}"
    r"(?:[一二三四五六七八九初高\d]{1,2}\s?(?:年级|[（(]\s?[一二三四五六七八九十\d]{1,2}\s?[）)]|\d{1,2}(?=班))[^\s。，；：！？]{0,8})"
    rf"\s{{1,4}}(?P<name>{HAN}{{2,4}})"
)
"""`石榴小学四（1）班 王溪岚`: a class and a name, a whole line; bounded."""
PEN = regex(
    rf"(?:文|撰文|作者)(?:\s{{0,2}}[:：/|｜]\s{{0,2}}|\s)(?P<name>{HAN}{{2,4}}|{HAN}[ \u3000]{HAN})"
    r"(?:\s?[（(][^（）()。；]{2,20}[)）])?"
    rf"|(?P<named>{HAN}{{2,3}})[（(](?:[^（）()。；，]{{0,8}}(?:教师|教授|讲师|研究员|作家|作者|记者|编剧|诗人|医师))[)）]"
)
"""`文：王溪岚（作者为本报读者）`, `王溪岚（高级教师）`: a whole line; bounded."""
MARKS = regex(r"(?<=[一-鿿])[\d*#†]{1,3}(?:[,，]\d)?(?=[\s、,，;；]|\Z)")
"""`王溪1,2`: which of the places below is whose."""
POST = regex(
    r"[（(\[]?\s?(?:\d{1,2}\s?[.．、]\s?|[①-⑨])?[^。；！？]{2,60}(?:大学|学院|学校|研究|医院|公司|局|处|中心|中学|小学|党校|厅|站|委|部)[^。！？]{0,120}"
    r"(?:\d{6}[^。]{0,6}|[)）\]])\s?[;；,，]?"
    r"|[\[【（(]?(?:摘\s{0,4}要|关\s?键\s?词|内容提要|提要)[^\n]{0,600}"
)
"""Where authors work, with a place's number or in brackets, or the abstract: what stands below their names. Bounded."""
TITLED = regex(rf"(?P<name>{HAN}{{2,4}})\s?[:：](?=.)")
"""`王溪岚：论…`: a title that names who wrote it."""
BIO = regex(rf"作者简介[】\]）)]?[:：]?\s{{0,2}}(?P<name>{HAN}{{2,4}})\s?(?:[（(]\s?19\d{{2}}|[,，]\s?[男女][,，])")
"""`[作者简介]王溪岚(1980-)，女`: of one author."""
BORN = regex(r"[（(]19\d{2}\s?[-—–.年]")
_PAPER = r"[一-鿿·]{2,10}(?:报|网|电视台|客户端|周刊|杂志|在线)"
PAPER = regex(rf"[【〔\[](?P<boxed>{_PAPER})[】〕\]]\s?(?=[^\s])|《(?P<quoted>{_PAPER})》\s?(?:[:：]|[—–-]{{1,2}})")
"""`【石榴日报】秋天来了`, `《石榴日报》——秋天来了`: whose report a page gives again, before its title."""
MOST = 8


def with_writer(facts: Facts, title: str | None, text: str, shown: str) -> Facts:
    """Give facts with the paper before the title, and whom the first lines, the title or the note on the author name.

    `shown`: all of the page, where the name in a title stands alone and the note may have been taken.
    """
    if facts.source is None and title and (paper := PAPER.match(title)):
        source = paper["boxed"] or paper["quoted"]
        facts = changed(facts, source=source, where=(*facts.where, ("source", "title")))
    if facts.author is not None:
        return facts
    lines = [line for line in (line.strip() for line in text[:TOP_CHARS].splitlines()) if line][: FIRST_LINES + 1]
    name = _of_lines(lines) or (title and _alone(lines)) or _of_title(title, shown) or _of_note(shown)
    return changed(facts, author=name, where=(*facts.where, ("author", "text: opening"))) if name else facts


def _of_lines(lines: Sequence[str]) -> str:
    for at, line in enumerate(lines[:FIRST_LINES]):
        if len(line) > LINE_CHARS:
            return ""
        words = folded(line)
        if found := PUPIL.fullmatch(words):
            name = names_of(line[slice(*found.span("name"))], is_sure=True)
            return name if name and has_family(name) and (name[0] not in RARER or is_given(name)) else ""
        if found := PEN.fullmatch(words):
            name = line[slice(*found.span("name" if found["name"] else "named"))]
            return names_of(name, is_sure=False)
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if POST.fullmatch(folded(below)) and (names := _authors(line)):
            return names
    return ""


def _alone(lines: Sequence[str]) -> str:
    """Give the name that stands alone between a title and the first sentence, a subtitle above it or none."""
    for at, line in enumerate(lines[:ALONE_LINES]):
        name, below = line.strip("-—– \u3000"), lines[at + 1] if at + 1 < len(lines) else ""
        if is_sentence(line):
            return ""
        is_name = len(name) == LONGEST and is_given(name) and names_of(name, is_sure=False)
        if is_name and len(below) >= TEXT_CHARS and is_sentence(below) and not (at and is_called(lines[at - 1])):
            return name
    return ""


ALONE_LINES, TEXT_CHARS = 2, 20


def _authors(line: str) -> str:
    """Give the names of a line of nothing else, without the numbers of their places; empty for other lines."""
    bare = MARKS.sub("", line.lstrip("□○◇■△▲● "))
    names = [name for name in PARTS.split(LONE.sub(r"\1\2", bare)) if name]
    is_list = 0 < len(names) <= MOST and all(map(has_family, names))
    return bare if is_list and names_of(bare, is_sure=False) else ""


def _of_title(title: str | None, shown: str) -> str:
    """Give the name before a title's colon that stands alone in the page's upper lines too."""
    found = TITLED.match(title) if title else None
    if not found or not has_family(found["name"]):
        return ""
    return found["name"] if any(line.strip() == found["name"] for line in shown[:TOP_CHARS].splitlines()) else ""


def _of_note(shown: str) -> str:
    """Give the one author whom a note tells of; empty where it tells of more."""
    notes = list(BIO.finditer(shown)) if "作者简介" in shown else []
    if len(notes) != 1 or not is_called(notes[0]["name"]):
        return ""
    line = shown[notes[0].start() :].partition("\n")[0]
    return notes[0]["name"] if len(BORN.findall(line)) < 2 else ""
