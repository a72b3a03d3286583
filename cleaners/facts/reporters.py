"""Who reports and for whom, as a text's own first or last words say: `本报讯（记者 青禾）`, `（通讯员 王溪）`.

The words stay in the text, where they stand in a sentence; the page's own labels go before them. Labels: `labels`.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from cleaners.facts.bylines import byline_of
from cleaners.facts.changes import changed
from cleaners.facts.credits import credits_at
from cleaners.facts.people import HAN, ROLE, WRITES, names_of, people_of, signed_by
from cleaners.reading import Facts
from cleaners.regex import regex
from cleaners.rules.folding import folded

FIRST_LINES, LAST_LINES = 5, 4
"""Filled lines at the top of which one may begin with a dateline, and at the end of which one may name somebody:
above the first stand headings and an editor's note, below the others a page's own lines."""
NAMED_CHARS = 50
"""Characters of names and roles at most: more are a sentence in brackets."""
PICTURE_CHARS = 300
"""Characters of a text that is a picture's."""
_MEDIUM = rf"(?:本[报网台刊站社校院]|(?P<source>{HAN}{{2,12}}?(?:社|网|报|台|融媒体中心|客户端)))"
_DATED = rf"(?:{HAN}{{0,10}}\d{{1,2}}月\d{{1,2}}日|{HAN}{{0,6}})"
_NEWS = "(?:电|讯|消息|报道)"
DATELINE = regex(
    rf"[【（(〔\[]?(?!据|来自|综合){_MEDIUM}\s?{_DATED}{_NEWS}[】）)〕\]]?(?=[\s\u3000（(：:]|记者|通讯员|\Z)[\s\u3000：:]{{0,4}}"
)
"""`新华社某地7月31日电`, `某县新闻网讯`: how newspapers open a report; bounded, tried at the start of a line."""
TAKEN_FROM = regex(r"[（(](?:转载?自|摘自|选自|来源\s?[:：])\s?(?P<source>[^（）()。；，！？]{2,20})[）)]\s{0,3}")
"""`（转自溪口交通网）` at the start of a line; bounded."""
BRACKET = regex(rf"[（(](?P<people>[^（）()。；！？]{{2,{NAMED_CHARS}}})[）)]")
OPEN = regex(
    rf"(?P<people>{WRITES}[\s\u3000：:]{{0,3}}{HAN}{{2,4}}(?:[\s\u3000、]{{1,2}}{HAN}{{2,10}}){{0,5}}?)"
    r"(?=[\s\u3000]{0,2}(?:摄影)?报道|[\s\u3000]{0,2}[:：]|[\s\u3000]{2}|\u3000)"
)
"""`记者 青禾 报道`, `通讯员：王溪　`: without brackets, up to a mark or a wide blank; bounded."""
_NAMES = rf"(?P<people>{HAN}{{2,3}}(?:[\s\u3000、]{{1,2}}{HAN}{{2,3}}){{0,3}})[\s\u3000]{{0,2}}"
REPORTS = regex(rf"{_NAMES}(?:摄影)?报道[\s\u3000]{{0,2}}[:：]")
"""`王溪岚报道：` behind a dateline, without a role; bounded."""
MARKS = "□■◆◇●○▲△☆★H\u3000 "
"""What stands before the reporters in a line of their own."""
LAST = regex(
    rf"(?:(?<=[。！？!?”\"）)])|\A)[\s\u3000]{{0,4}}"
    rf"(?:[（(【](?P<inside>[^（）()【】。；！？]{{2,{NAMED_CHARS}}})(?P<end>[）)】]?)|(?P<bare>{WRITES}[\s\u3000：:]{{1,3}}{HAN}[^。，；！？]{{1,40}}))"
    r"[\s\u3000|｜]{0,4}\Z"
)
"""The same behind the last sentence, or on the last line; tried on its last characters only, bounded."""
PICTURED = regex(rf"{_NAMES}(?:摄影|图文)报道")
"""`王溪岚摄影报道` alone on a line: who wrote it and took its picture."""
BARE = regex(rf"(?<=[。！？!?”])[\s\u3000]{{0,4}}{HAN}{{3,19}}\Z")
"""What stands behind the last sentence without a mark; bounded."""
CITED = regex(
    r"(?:(?:稿件|文章|信息|新闻)?来源\s?[:：]|转载?自|原载于?)\s?《?(?P<stated>[一-鿿·A-Za-z]{2,20})》?"
    r"|(?P<paper>[一-鿿·]{2,12}(?:日报|晚报|早报|晨报|时报|都市报|商报|新闻网|电视台|融媒体中心|客户端))"
)
"""`来源：溪口台`, `溪口晚报`: all that brackets behind the last sentence say; bounded."""
NOTED = ("统计", "调查", "年鉴", "数据", "资料", "公报", "报表", "网络")
"""Words of a note on data, which names no source of the text."""


def with_reporters(facts: Facts, text: str) -> Facts:
    """Give facts with author, contributor and source as the text itself names them, each where the page names none."""
    told = dict(_told(text)) if facts.author is None or facts.source is None else {}
    missing = {name: value for name, value in told.items() if getattr(facts, name) is None}
    if "author" not in missing:
        missing.pop("contributor", None)
    if "author" not in missing and facts.author is None and (author := _who_handed_in(facts)):
        return changed(facts, **missing, author=author, where=(*facts.where, *_places(missing), ("author", HANDED)))
    if not missing:
        return facts
    return changed(facts, **missing, where=(*facts.where, *_places(missing)))


def _places(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((name, "text: dateline") for name in sorted(names))


HANDED = "contributor"


def _who_handed_in(facts: Facts) -> str:
    """Give the persons who handed a text in: where the page names nobody else they wrote it. Empty for an office."""
    is_sure = "通讯员" in folded(dict(facts.where).get("contributor", ""))
    return names_of(facts.contributor, is_sure=is_sure) if facts.contributor else ""


def _told(text: str) -> Iterator[tuple[str, str]]:
    """Give names of facts with their values, the last of a name the surest."""
    yield from _of_end(text)
    for line in islice((line.strip() for line in text.splitlines() if len(line.strip()) > 1), FIRST_LINES):
        yield from _of_dateline(line)


def names_reporters(line: str) -> bool:
    """Say whether a line is nothing but who reports: no title, wherever it stands."""
    words = line.strip()
    is_whole = ROLE.match(folded(words).lstrip(MARKS)) is not None or words[:1] in "【〔（("
    is_closed = words[:1] not in "【〔（(" or words[-1:] in "】〕）)"
    return len(words) <= NAMED_CHARS and is_whole and is_closed and "author" in dict(_of_dateline(words))


def _of_end(text: str) -> Iterator[tuple[str, str]]:
    """Read the end of the very last line, and of those above it such as say nothing else; the lowest is the surest."""
    is_picture = len(text) <= PICTURE_CHARS
    told: list[tuple[str, str]] = []
    end, is_over = text.rstrip(), False
    for at in range(LAST_LINES):
        last = end[end.rfind("\n") + 1 :]
        words = last.strip(" \t\u3000\u00a0|｜")
        labelled = () if is_over else credits_at(words, is_alone=at > 0)
        told += [*_of_last(words[-(NAMED_CHARS + 20) :], is_alone=at > 0, is_picture=is_picture), *labelled]
        is_over = is_over or words.endswith(STOPS)  # a label above running text is of that text
        end = end[: len(end) - len(last)].rstrip()
    yield from reversed(told)


STOPS = ("。", "！", "？", "!", "?")


def _of_last(last: str, *, is_alone: bool, is_picture: bool) -> Iterator[tuple[str, str]]:
    """Read the end of a line; `is_alone`: what it says must be all of it."""
    line = folded(last)
    if alone := PICTURED.fullmatch(line):
        yield from people_of(last[slice(*alone.span("people"))])
    found = LAST.search(line)
    if not is_alone and (bare := BARE.search(line)) and (name := signed_by(last[bare.start() :].strip())):
        yield "author", name
    if not found or (is_alone and found.start() > 0):
        return
    words = last[slice(*found.span("inside" if found["inside"] else "bare"))]
    if found["bare"] or found["end"] or ROLE.match(folded(words)):  # a page may be cut before the bracket's end
        yield from people_of(words, is_picture=is_picture)
    cited = CITED.fullmatch(folded(words)) if found["end"] else None
    if cited and not any(word in cited[0] for word in NOTED):
        yield "source", words[slice(*cited.span("stated" if cited["stated"] else "paper"))]


def _of_dateline(line: str) -> Iterator[tuple[str, str]]:
    """Read the beginning of a line."""
    start = folded(line[: 2 * NAMED_CHARS])
    yield from byline_of(line)
    if len(line) <= NAMED_CHARS and "作者" in start and "来源" in start:
        yield from credits_at(line, is_alone=True)
    if len(line) <= NAMED_CHARS and ROLE.match(start.lstrip(MARKS)):
        yield from people_of(line.lstrip(MARKS))
    dated = DATELINE.match(start) or TAKEN_FROM.match(start)
    at = dated.end() if dated else 0
    if dated and dated["source"]:
        yield "source", line[slice(*dated.span("source"))]
    named = BRACKET.match(start, at) or OPEN.match(start, at) or (REPORTS.match(start, at) if dated else None)
    if named and (dated or ROLE.match(named["people"])):
        yield from people_of(line[slice(*named.span("people"))])
