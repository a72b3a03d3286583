"""Two texts of the archive side by side, for a page: who they are, and their differences cut into aligned rows.

What differs is found by `archive.likeness.differences`; how rows look is the web's business. Reads only.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.copy_view import copy_named, copy_text
from archive.errors import UnknownId
from archive.likeness.differences import Differences, Piece, chars_of, differences
from archive.likeness.kinds import Kind
from archive.places import Placed, places_of
from archive.report_view import head_of, text_of

MOST = 150_000
"""Characters of a text that are compared: however they differ, that takes a second or two."""
CONTEXT, FOLD = 60, 160
"""Characters in common shown beside a difference at most, and in a row before the middle is folded."""
ROWS_MOST, BITS_MOST = 200, 2_000
"""Rows of a page, and runs in them: a text that differs at every other character makes one row of thousands."""
LONG, ENDS = 1_200, 300
"""Characters of a difference above which its middle is folded, and what is shown on either side of the fold."""
# The end of a sentence with the quotes behind it, or of a line. Possessive: linear.
_SENTENCE_END = re.compile(r"[。！？；!?;][”’」』）)]*+|\n")
# A report's id, behind a colon the number of a place as `gongwen copies` counts. Bounded.
_NUMBERED = re.compile(r"(?P<id>[^:@#]{1,100}):(?P<number>[0-9]{1,6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two texts, and what it is."""

    name: str
    """By which it is found again: a report's id, or a copy's stable name."""
    is_report: bool
    """True for a report's canonical text."""
    public_id: str
    title: str | None
    site: str | None
    day: str | None
    """Day of publication; None = undated."""
    url: str | None
    length: int
    """Characters of the whole text."""
    text: str
    """At most `MOST` characters of it."""

    @property
    def is_cut(self) -> bool:
        """Say whether only the beginning is compared."""
        return self.length > len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """A run of one side in a row."""

    kind: Kind
    text: str
    folded: int = 0
    """Characters left out in its middle, behind `text` and before `tail`."""
    tail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands beside each other."""

    one: tuple[Bit, ...] = ()
    other: tuple[Bit, ...] = ()
    in_common: int = 0
    """Of a row that stands for a folded stretch: how many characters both have alike."""

    @property
    def is_alike(self) -> bool:
        """Say whether both sides are printed alike."""
        return self.one == self.other


def side_of(conn: sqlite3.Connection, named: str) -> Side:
    """Find a text by what a person names: a report's id, ID:N for its place N, a copy's stable name, or our address.

    Raises UnknownId where the archive holds no such thing.
    """
    name = named.strip()
    for prefix in ("/report/", "/copy/"):
        name = name.rpartition(prefix)[2]
    numbered = _NUMBERED.fullmatch(name)
    if numbered is not None:
        return _numbered(conn, numbered["id"], int(numbered["number"]))
    if "@" in name or "#" in name:
        return _copy_side(conn, copy_named(conn, name))
    head = head_of(conn, name)
    text = text_of(conn, head)
    return Side(
        name=head.public_id, is_report=True, public_id=head.public_id, title=head.title, site=None,
        day=head.first_published_on, url=None, length=len(text), text=text[:MOST],
    )  # fmt: skip


def _numbered(conn: sqlite3.Connection, public_id: str, number: int) -> Side:
    head = head_of(conn, public_id)
    place = next((one for one in places_of(conn, head.id).all if one.number == number), None)
    if place is None:
        raise UnknownId(f"report {public_id!r} has no place {number}")
    return _side(conn, place, head.public_id)


def _copy_side(conn: sqlite3.Connection, copy_id: int) -> Side:
    report_id, public_id = conn.execute(
        "SELECT standing.id, standing.public_id FROM copies JOIN reports ON reports.id = copies.report_id"
        " JOIN reports AS standing ON standing.id = coalesce(reports.merged_into_id, reports.id) WHERE copies.id = ?",
        (copy_id,),
    ).fetchone()
    place = next((one for one in places_of(conn, report_id).all if one.id == copy_id), None)
    if place is None:
        raise UnknownId(f"copy {copy_id} belongs to no report that stands")
    return _side(conn, place, public_id)


def _side(conn: sqlite3.Connection, place: Placed, public_id: str) -> Side:
    text = copy_text(conn, place.id)
    return Side(
        name=place.address, is_report=False, public_id=public_id, title=place.title, site=place.site, day=place.day,
        url=place.url, length=len(text), text=text[:MOST],
    )  # fmt: skip


def compared(one: Side, other: Side) -> Differences:
    """Say how the other text differs from the one; of long ones their beginnings. Seconds at most, no database."""
    return differences(one.text, other.text)


def rows_of(pieces: Sequence[Piece], *, is_full: bool) -> tuple[Row, ...]:
    """Cut the pieces into rows that stand beside each other, a paragraph each; `is_full`: nothing is folded."""
    return tuple(_rows(pieces, is_full=is_full))


def _rows(pieces: Sequence[Piece], *, is_full: bool) -> Iterator[Row]:
    mine: list[Bit] = []
    theirs: list[Bit] = []
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        if piece.kind is not Kind.EQUAL:
            mine += _bits(piece.kind, piece.one, is_full=is_full)
            theirs += _bits(piece.kind, piece.other, is_full=is_full)
            continue
        for bits in _common(piece, is_first=index == 0, is_last=index == last, is_full=is_full):
            if bits is None or isinstance(bits, int):
                if mine or theirs:
                    yield Row(one=tuple(mine), other=tuple(theirs))
                    mine, theirs = [], []
                if bits is not None:
                    yield Row(in_common=bits)
                continue
            mine.append(Bit(kind=Kind.EQUAL, text=bits[0]))
            theirs.append(Bit(kind=Kind.EQUAL, text=bits[1]))
            if len(mine) + len(theirs) > BITS_MOST // 4:
                yield Row(one=tuple(mine), other=tuple(theirs))
                mine, theirs = [], []
    if mine or theirs:
        yield Row(one=tuple(mine), other=tuple(theirs))


def pages_of(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """Cut rows into pages that no browser is slow with; at least one, which may be empty."""
    pages: list[list[Row]] = [[]]
    held = 0
    for row in rows:
        size = len(row.one) + len(row.other)
        if pages[-1] and (len(pages[-1]) >= ROWS_MOST or held + size > BITS_MOST):
            pages.append([])
            held = 0
        pages[-1].append(row)
        held += size
    return tuple(map(tuple, pages))


def _bits(kind: Kind, text: str, *, is_full: bool) -> list[Bit]:
    """Give what one side has where the two differ; nothing where it has nothing."""
    if not text:
        return []
    if is_full or len(text) <= LONG:
        return [Bit(kind=kind, text=text)]
    return [Bit(kind=kind, text=text[:ENDS], folded=chars_of(text[ENDS:-ENDS]), tail=text[-ENDS:])]


def _common(piece: Piece, *, is_first: bool, is_last: bool, is_full: bool) -> Iterator[tuple[str, str] | int | None]:
    """Give a stretch in common: texts of both sides, None where a row ends, a number for characters left out."""
    one, other = piece.one, piece.other
    if is_full or chars_of(one) <= FOLD:
        yield from _lines(one, other)
        return
    heads = ("", "") if is_first else (one[: _forward(one)], other[: _forward(other)])
    tails = ("", "") if is_last else (one[_backward(one) :], other[_backward(other) :])
    if any(heads):
        yield heads
    yield chars_of(one) - chars_of(heads[0]) - chars_of(tails[0])
    if any(tails):
        yield tails


def _lines(one: str, other: str) -> Iterator[tuple[str, str] | None]:
    """Give lines of both sides beside each other where they have as many; else both as they are."""
    mine, theirs = one.split("\n"), other.split("\n")
    if len(mine) != len(theirs):
        yield one, other
        if len(mine) > 1:
            yield None
        return
    for index, pair in enumerate(zip(mine, theirs, strict=True)):
        if index:
            yield None
        if any(part.strip() for part in pair):
            yield pair


def _forward(text: str) -> int:
    """Say where the sentence at hand ends, within the context."""
    end = _SENTENCE_END.search(text, 0, CONTEXT)
    return end.end() if end else min(CONTEXT, len(text))


def _backward(text: str) -> int:
    """Say where the sentence that leads to the text's end begins, within the context."""
    start = max(0, len(text) - CONTEXT)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start) if found.end() < len(text)]
    return ends[-1] if ends else start
