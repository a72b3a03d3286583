"""The rule that rejoins a text which a page cut into numbered chunks."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.regex import regex
from cleaners.rules.damage.flow import COMMAS, LEADING_MARKS, End, Start, end_of, is_prose, start_of
from cleaners.rules.lines import BLANK, Line, bare, lines_of
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.signs import ascii_of

CHUNK_NUMBER = regex(rf"(\d{{1,3}})(?:、|[.．](?!\d))[{BLANK}]*+")
"""`2、` at a line's start (reference: realtext, family 3). Possessive, bounded."""
LEAST_CHARS, MOST_CHARS = 200, 1_000
"""Characters of a chunk (realtext 4: about 500)."""
UNEVEN = 1.6
"""Times by which the longest chunk may be longer than the shortest: they were counted off, give or take a line."""
CHUNKED = frozenset({"jinyuan", "renrendoc", "wenku"})
"""Families whose script shows texts so (reference: realtext, families 3 and 4): there two chunks are enough."""
LEAST_SHOWN = 120
BEHIND_CHARS, TITLE_CHARS = 40, 20
"""Characters behind a first number in which a title stands, and more of them for its blanks and marks."""
ABOVE, MOST_PAGES, PAGED_CHARS = 2, 60, 60
"""Lines of a page above a text of nothing but numbered lines, how many there are, characters of each but the last."""
NUMBERED = regex(r"[一1][、.．]|第[一1][章节節条條部编編](?!程)|[（(][一1][)）]|目\s{0,4}[录錄]\s")
"""A heading with its own number right behind a chunk's; no item of a list begins so."""
REST = regex(r"[㐀-鿿][、，。；,;]")
UNENDING = "的和与與及或在对對为為把被将將从從向由于於并並而各该該其且因使让讓每"
"""The rest of a word before a mark, and words that end no sentence."""
FIRST = 2
"""The first number that stands inside a text."""
LEAST_CUTS = 2
"""Chunks that begin inside a sentence beyond doubt before the numbers are believed to be a page's (realtext 4)."""


ALL_CUT = 4
"""Chunks that all begin inside a sentence, which no list's items do, however doubtful each of them is."""


class Chunk(NamedTuple):
    """A numbered line: its number, where the number's words end, and where the line before ends."""

    number: int
    start: int
    end: int
    before: int
    is_cut: bool
    """True when the line before breaks off inside a sentence."""


def find_chunks(text: str, context: Context) -> Iterable[Change]:
    """Take out the numbers of chunks; where one was cut inside a sentence, the line break as well."""
    first = _first_number(text, context)
    if b"2" not in ascii_of(text) or ("\n2" not in text and "2、" not in text):
        return first
    paged = _paged(text, context)
    if paged:
        return paged
    chunks = _series(_numbered(text), LEAST_SHOWN if context.family in CHUNKED else LEAST_CHARS)
    if context.family in CHUNKED and _is_shown_so(text, chunks):
        return _taken(text, chunks)
    return _found(text, chunks) or first


def _first_number(text: str, context: Context) -> list[Change]:
    """Give the number before a script's first chunk where its title or a heading with a number of its own follows."""
    lead = len(text) - len(text.lstrip())
    first = CHUNK_NUMBER.match(text, lead) if context.family in CHUNKED and text[lead : lead + 1] == "1" else None
    if first is None or first[1] != "1":
        return []
    is_titled = _is_titled(text, first.end(), context)
    return [Change(start=lead, end=first.end())] if is_titled or NUMBERED.match(text, first.end()) else []


def _is_titled(text: str, at: int, context: Context) -> bool:
    """Say whether the page's title stands at a place, whatever blanks and marks differ."""
    behind = text[at : at + BEHIND_CHARS + TITLE_CHARS]
    return bool(context.title) and bare(behind).startswith(bare(context.title or "")[:BEHIND_CHARS] or " ")


def _paged(text: str, context: Context) -> list[Change]:
    """Give the numbers of a text that is nothing but lines counted from 1, each cut inside a sentence; [] for others.

    The page's title behind the first number, or cuts beyond doubt, tell them from the items of a list.
    """
    lines = [line for line in lines_of(text) if line.words]
    first = next((n for n, line in enumerate(lines[: ABOVE + 1]) if line.words.startswith("1")), None)
    if first is None or not 1 < len(lines) - first <= MOST_PAGES:
        return []
    numbers = [CHUNK_NUMBER.match(line.words) for line in lines[first:]]
    if any(mark is None or int(mark[1]) != n + 1 for n, mark in enumerate(numbers)):
        return []
    if any(len(line.words) < PAGED_CHARS for line in lines[first:-1]):
        return []
    chunks = [_chunk(text, above, line) for above, line in pairwise(lines[first:])]
    top = _start(text, lines[first])
    end = top + numbers[0].end() if numbers[0] else top
    sure = sum(_is_certain(text, chunk) or _is_torn(text, chunk) for chunk in chunks)
    least = 0 if _is_titled(text, end, context) else 1 if context.family in CHUNKED else LEAST_CUTS
    if sure < least or not all(chunk.is_cut for chunk in chunks):
        return []
    taken = _taken(text, chunks)
    return taken if taken[0].start <= top else [Change(start=top, end=end), *taken]


def _chunk(text: str, above: Line, line: Line) -> Chunk:
    """Give a numbered line below another as a chunk."""
    mark = CHUNK_NUMBER.match(line.words)
    start = _start(text, line)
    is_cut = end_of(above.words) in (End.OPEN, End.MIDDLE) and is_prose(above.words)
    behind = _start(text, above) + len(above.words)
    return Chunk(int(mark[1]) if mark else 0, start, start + (mark.end() if mark else 0), behind, is_cut)


def _is_shown_so(text: str, chunks: Sequence[Chunk]) -> bool:
    """Say whether a script's chunks begin with its first line, all of them cut, one beyond doubt."""
    first = CHUNK_NUMBER.match(text.lstrip())
    if first is None or first[1] != "1" or not chunks or not all(chunk.is_cut for chunk in chunks):
        return False
    return any(_is_certain(text, chunk) or _is_torn(text, chunk) for chunk in chunks)


def _is_torn(text: str, chunk: Chunk) -> bool:
    """Say whether a word was cut: one character before a mark begins the chunk, or a word that ends no sentence."""
    last, first = text[chunk.before - 1], text[chunk.end : chunk.end + 1]
    is_latin = last.isascii() and last.isalpha() and first.isascii() and first.islower()
    return is_latin or bool(REST.match(text, chunk.end)) or last in UNENDING


def _found(text: str, chunks: Sequence[Chunk]) -> list[Change]:
    if 2 * sum(chunk.is_cut for chunk in chunks) < len(chunks):
        return []
    is_all = len(chunks) >= ALL_CUT and all(chunk.is_cut for chunk in chunks)
    if not is_all and sum(chunk.is_cut and _is_certain(text, chunk) for chunk in chunks) < LEAST_CUTS:
        return []
    return _taken(text, chunks)


def _taken(text: str, chunks: Sequence[Chunk]) -> list[Change]:
    changes = [
        Change(start=chunk.before if _reads_on(text, chunk) else chunk.start, end=chunk.end) for chunk in chunks
    ]
    first = CHUNK_NUMBER.match(text.lstrip())
    if first and first[1] == "1" and chunks[0].number == 2:
        lead = len(text) - len(text.lstrip())
        changes.insert(0, Change(start=lead, end=lead + first.end()))
    return changes


def _numbered(text: str) -> list[Chunk]:
    """Give the lines that begin with a number, from the first on that begins a series: FIRST, inside a sentence."""
    lines = [line for line in lines_of(text) if line.words]
    likely = [place for place, line in enumerate(lines) if line.words[0].isdigit()]
    found: list[Chunk] = []
    for place in likely:
        line, above = lines[place], lines[place - 1]
        match = CHUNK_NUMBER.match(line.words) if place else None
        if match is None or (not found and int(match[1]) != FIRST):
            continue
        chunk = _chunk(text, above, line)
        if found or chunk.is_cut:
            found.append(chunk)
    return found


def _start(text: str, line: Line) -> int:
    return line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())


def _series(numbered: Sequence[Chunk], least: int = LEAST_CHARS) -> list[Chunk]:
    """Give the numbers that count up from FIRST at equal distances; an empty list where the distances differ."""
    chunks: list[Chunk] = []
    last = 0
    for one in numbered:
        is_next = one.number == (chunks[-1].number + 1 if chunks else FIRST)
        if is_next and least <= one.start - last <= MOST_CHARS and (one.is_cut or chunks):
            chunks.append(one)
            last = one.start
    sizes = [later.start - one.start for one, later in pairwise(chunks)]
    if chunks and chunks[0].start > UNEVEN * max(sizes, default=chunks[0].start):
        return []
    return chunks if not sizes or max(sizes) <= UNEVEN * min(sizes) else []


def _is_certain(text: str, chunk: Chunk) -> bool:
    """Say whether a chunk begins inside a sentence beyond doubt: items of lists lack their full stops at times."""
    last, first = text[chunk.before - 1], text[chunk.end : chunk.end + 1]
    is_figure = last.isdigit() and first.isdigit()
    return last in COMMAS or first in LEADING_MARKS or is_figure or last + first in text


def _reads_on(text: str, chunk: Chunk) -> bool:
    """Say whether the sentence before a chunk goes on in it."""
    stop = text.find("\n", chunk.end)
    words = text[chunk.end : stop if stop >= 0 else len(text)].strip()
    return chunk.is_cut and start_of(words) in (Start.WORDS, Start.MARK)


_PIECE = "全镇上下围绕中心服务大局，坚持把学习宣传贯彻作为首要任务，推动各项工作取得新进展。" * 9
CHUNKS = Rule(
    name="numbered-chunks",
    version=4,
    reason="Some document sites show a text in numbered pieces of some 500 characters, cut inside its sentences.",
    families=frozenset(),
    find=find_chunks,
    examples=(
        (
            f"{_PIECE}各村认真学\n2、习讨论。{_PIECE}落实工\n3、作专班，压实责任。{_PIECE}",
            f"{_PIECE}各村认真学习讨论。{_PIECE}落实工作专班，压实责任。{_PIECE}",
        ),
        (
            f"1、{_PIECE}各村认真组织，\n2、学习讨论。{_PIECE}\n3、{_PIECE}投入资金3\n4、0万元。{_PIECE}",
            f"{_PIECE}各村认真组织，学习讨论。{_PIECE}\n{_PIECE}投入资金30万元。{_PIECE}",
        ),
    ),
    counter_examples=(
        f"1、抓学习。{_PIECE}\n2、抓落实。{_PIECE}\n3、抓督查。{_PIECE}",
        "1、加强领导\n2、压实责任\n3、强化督查\n4、严格奖惩",
        f"1、抓学习。{_PIECE}各村认真组织\n2、抓落实。{_PIECE}建成阵地\n3、抓督查。{_PIECE}",
    ),
)
RULES = (CHUNKS,)
