"""How one text differs from another: typed pieces with their places in both, and sums. Pure.

Two copies in other scripts, widths or white space, or with readings in brackets, differ in form alone; what one lacks,
adds, masks, fills in, changes or has elsewhere is told apart from that. How it is printed is the command line's
business, what follows for reports is decided elsewhere.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from archive.likeness.alignment import align
from archive.likeness.anchors import Block
from archive.likeness.forms import Form, forms_of
from archive.likeness.kinds import REAL, Kind, kind_of
from archive.likeness.symbols import MASK, Book, Symbols, symbols_of

UNEVEN_CHARS, UNEVEN_TIMES = 60, 6
"""Symbols, and times the other side, above which a run is lacking or added, and no change of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of the one text and what stands for it in the other; the pieces make up both texts, in order."""

    kind: Kind
    start: int
    end: int
    """Where in the one text, in characters."""
    other_start: int
    other_end: int
    one: str
    other: str
    forms: tuple[tuple[Form, int], ...] = ()
    """Of an equal piece: places that differ in form, by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Differences of one kind: how many runs, and their characters in either text, white space apart."""

    runs: int
    chars: int
    other_chars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """How the other text differs from the one."""

    chars: int
    other_chars: int
    """Characters of either text, white space apart."""
    pieces: tuple[Piece, ...]
    tallies: Mapping[Kind, Tally]
    """Kinds that occur, but for EQUAL; a moved run is counted once."""
    forms: Mapping[Form, int]
    """Places within equal pieces that differ in form, by kind."""
    lacks_head: int
    lacks_tail: int
    """Characters lacking at the very beginning and end of the one text, white space apart."""

    @property
    def is_form_only(self) -> bool:
        """True where nothing but form differs, or nothing at all."""
        return not any(kind in self.tallies for kind in REAL)


def differences(one: str, other: str) -> Differences:
    """Say how `other` differs from `one`; both as kept, of any length.

    100,000 characters take about a second, however they differ; reordered paragraphs are found as moved.
    """
    if one == other:
        pieces = [_whole(one)] if one else []
        return _summed(pieces)
    book = Book()
    sides = symbols_of(one, book), symbols_of(other, book)
    return _summed(list(_Walk(*sides).pieces()))


def _whole(text: str) -> Piece:
    size = len(text)
    return Piece(kind=Kind.EQUAL, start=0, end=size, other_start=0, other_end=size, one=text, other=text)


@dataclass(frozen=True, slots=True)
class _Run:
    """Symbols of one side, and whether they stand elsewhere in the other text."""

    start: int
    end: int
    is_moved: bool


class _Walk:
    """One pass through two aligned rows that cuts both texts into pieces."""

    def __init__(self, one: Symbols, other: Symbols) -> None:
        self.one, self.other = one, other
        self.alignment = align(one.row, other.row)
        self.index = self.other_index = 0
        """Symbols of either row that pieces were made of."""
        self.at = self.other_at = 0
        """How far that is in either text."""

    def pieces(self) -> Iterator[Piece]:
        """Give the pieces of both texts, in order."""
        moved = self.alignment.moved
        away = [(block.one, block.one + block.size) for block in moved]
        here = sorted((block.other, block.other + block.size) for block in moved)
        for block in (*self.alignment.blocks, Block(len(self.one.row), len(self.other.row), 0)):
            mine = _parted(self.index, block.one, away)
            theirs = _parted(self.other_index, block.other, here)
            yield from self._gap(mine, theirs)
            if block.size:
                forms = tuple(forms_of(self.one, self.other, block).items())
                yield self._piece(Kind.EQUAL, block.one + block.size, block.other + block.size, forms)
        if self.at < len(self.one.text) or self.other_at < len(self.other.text):  # white space without any symbol
            self.index = self.other_index = -1
            yield self._piece(Kind.EQUAL, len(self.one.row), len(self.other.row), ((Form.SPACE, 1),))

    def _gap(self, mine: list[_Run], theirs: list[_Run]) -> Iterator[Piece]:
        """Give the pieces of what is not common in order, moved runs apart."""
        rest, other_rest = ([run for run in runs if not run.is_moved] for runs in (mine, theirs))
        if len(rest) == len(other_rest) == 1:
            mine_at, theirs_at = mine.index(rest[0]), theirs.index(other_rest[0])
            yield from self._gap(mine[:mine_at], theirs[:theirs_at])
            yield from self._change(rest[0], other_rest[0])
            yield from self._gap(mine[mine_at + 1 :], theirs[theirs_at + 1 :])
            return
        for run in mine:
            yield self._typed(run.end, self.other_index, is_moved=run.is_moved)
        for run in theirs:
            yield self._typed(self.index, run.end, is_moved=run.is_moved)

    def _change(self, mine: _Run, theirs: _Run) -> Iterator[Piece]:
        """Give what stands for something else; number by number where both sides have as many of them."""
        numbers, other_numbers = (
            [place for place in range(run.start, run.end) if side.text[side.starts[place]].isdecimal()]
            for run, side in ((mine, self.one), (theirs, self.other))
        )
        ends = [(mine.end, theirs.end)]
        if len(numbers) == len(other_numbers):
            pairs = zip(numbers, other_numbers, strict=True)
            ends = [end for one, other in pairs for end in ((one, other), (one + 1, other + 1))] + ends
        for end, other_end in ends:
            yield from self._between(end, other_end)

    def _between(self, end: int, other_end: int) -> Iterator[Piece]:
        """Give what stands up to these symbols: what is equal at its ends is no part of the difference."""
        rows = self.one.row[self.index : end], self.other.row[self.other_index : other_end]
        head = _alike(*rows)
        tail = _alike(*(row[head:][::-1] for row in rows))
        first = self.index + head, self.other_index + head
        for step in (first, (end - tail, other_end - tail), (end, other_end)):
            if step == (self.index, self.other_index):
                continue
            if self._is_uneven(*step):  # a note in place of pages: they are lacking, and it is added
                long = step[0] - self.index > step[1] - self.other_index
                yield self._typed(*((step[0], self.other_index) if long else (self.index, step[1])))
            yield self._typed(*step)

    def _is_uneven(self, end: int, other_end: int) -> bool:
        """Return True where what stands up to these symbols is far too long on one side to stand for the other."""
        sizes = sorted((end - self.index, other_end - self.other_index))
        is_mask = MASK in (self.one.row[self.index : end], self.other.row[self.other_index : other_end])
        return sizes[0] > 0 and sizes[1] > max(UNEVEN_CHARS, UNEVEN_TIMES * sizes[0]) and not is_mask

    def _typed(self, end: int, other_end: int, *, is_moved: bool = False) -> Piece:
        """Give the piece up to these symbols, with its kind."""
        rows = self.one.row[self.index : end], self.other.row[self.other_index : other_end]
        if is_moved or rows[0] == rows[1]:
            return self._piece(Kind.MOVED if is_moved else Kind.EQUAL, end, other_end)
        piece = self._piece(Kind.EQUAL, end, other_end)
        return replace(piece, kind=kind_of(rows, (piece.one, piece.other)))

    def _piece(self, kind: Kind, end: int, other_end: int, forms: tuple[tuple[Form, int], ...] = ()) -> Piece:
        """Give the piece up to these symbols, and stand behind it."""
        start, other_start = self.at, self.other_at
        self.at = self.one.bound(end) if end != self.index else start
        self.other_at = self.other.bound(other_end) if other_end != self.other_index else other_start
        self.index, self.other_index = end, other_end
        return Piece(
            kind=kind, start=start, end=self.at, other_start=other_start, other_end=self.other_at, forms=forms,
            one=self.one.text[start : self.at], other=self.other.text[other_start : self.other_at],
        )  # fmt: skip


def _parted(start: int, end: int, moved: Sequence[tuple[int, int]]) -> list[_Run]:
    """Cut symbols from start to end into moved runs and what lies between; moved runs are in order."""
    runs: list[_Run] = []
    first = bisect_left(moved, (start, 0))
    for moved_start, moved_end in islice(moved, first, None):
        if moved_start >= end:
            break
        runs += [_Run(start, moved_start, False), _Run(moved_start, moved_end, True)]
        start = moved_end
    return [run for run in (*runs, _Run(start, end, False)) if run.start < run.end]


def _summed(pieces: Sequence[Piece]) -> Differences:
    forms: Counter[Form] = Counter()
    sums: dict[Kind, list[int]] = {kind: [0, 0, 0] for kind in Kind if kind is not Kind.EQUAL}
    for piece in pieces:
        if piece.kind is Kind.EQUAL:
            forms.update(dict(piece.forms))
        elif piece.kind is not Kind.MOVED or piece.one:
            other = piece.one if piece.kind is Kind.MOVED else piece.other
            added = (1, chars_of(piece.one), chars_of(other))
            sums[piece.kind] = [sum(pair) for pair in zip(sums[piece.kind], added, strict=True)]
    tallies = {kind: Tally(runs=runs, chars=chars, other_chars=other_chars)
               for kind, (runs, chars, other_chars) in sums.items() if runs}  # fmt: skip
    return Differences(
        chars=sum(chars_of(piece.one) for piece in pieces), other_chars=sum(chars_of(piece.other) for piece in pieces),
        pieces=tuple(pieces), tallies=tallies, forms=dict(forms),
        lacks_head=_lacking(pieces), lacks_tail=_lacking(pieces[::-1]),
    )  # fmt: skip


def _alike(one: str, other: str) -> int:
    """Count the symbols that two rows begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _lacking(pieces: Sequence[Piece]) -> int:
    """Count the characters lacking before the first piece in common."""
    before = takewhile(lambda piece: piece.kind is not Kind.EQUAL, pieces)
    return sum(chars_of(piece.one) for piece in before if piece.kind is Kind.LACKS)


def chars_of(text: str) -> int:
    """Count characters that are not white space."""
    return len("".join(text.split()))
