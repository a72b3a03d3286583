"""A cleaned text with its edits, cut at places of the text: each piece with its own edits and its own shown text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleaners.reading import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A piece of a text; put one behind the other, the pieces' texts and their shown texts are the whole ones."""

    text: str
    shown: str
    edits: tuple[Edit, ...]
    """In coordinates of `shown`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a piece begins in the text and in the shown text, and how much of an edit's `put` it begins with."""

    text: int
    shown: int
    at_edit: int
    """Index of the first edit of the piece."""
    carried: str = ""
    """What an edit before it put behind the place: an insertion at the head of the piece."""
    names: str = ""


def sliced(shown: str, text: str, edits: Sequence[Edit], places: Sequence[int]) -> list[Slice]:
    """Cut a text at places of the text, in order, 0 first; what a rule took at a place goes to the piece before it."""
    starts = _places(edits, places)
    ends = [*starts[1:], _Place(text=len(text), shown=len(shown), at_edit=len(edits))]
    return [
        Slice(
            text=text[start.text : end.text],
            shown=shown[start.shown : end.shown],
            edits=_own(edits[start.at_edit : end.at_edit], start, end),
        )
        for start, end in zip(starts, ends, strict=True)
    ]


def _places(edits: Sequence[Edit], places: Sequence[int]) -> list[_Place]:
    """Find each place among the edits, and its place in the shown text."""
    found: list[_Place] = []
    at = shift = 0
    for place in places:
        while at < len(edits) and _end(edits[at], shift) <= place and place > 0:
            shift += len(edits[at].taken) - len(edits[at].put)
            at += 1
        edit = edits[at] if at < len(edits) else None
        begin = edit.start - shift if edit else place
        if edit is None or begin >= place:
            found.append(_Place(text=place, shown=place + shift, at_edit=at))
        else:  # inside what an edit put: the piece before keeps what it took, the rest of the put begins this one
            found.append(_Place(
                text=place, shown=edit.start + len(edit.taken), at_edit=at + 1, carried=edit.put[place - begin :],
                names=edit.rule,
            ))  # fmt: skip
    return found


def _end(edit: Edit, shift: int) -> int:
    """Give where what an edit put ends in the text, when the edits before it moved it by `shift`."""
    return edit.start - shift + len(edit.put)


def _own(edits: Sequence[Edit], start: _Place, end: _Place) -> tuple[Edit, ...]:
    """Give the edits of a piece in its own coordinates; one that reaches over its end keeps what it put before it."""
    own = [replace(edit, start=edit.start - start.shown) for edit in edits]
    if start.carried:
        own.insert(0, Edit(rule=start.names, start=0, taken="", put=start.carried))
    if end.carried and own:
        own[-1] = replace(own[-1], put=own[-1].put.removesuffix(end.carried))
    if len(own) > 1 and own[0].start == own[1].start:  # two at one place would leave their order open
        rules = "+".join(dict.fromkeys((*own[0].rule.split("+"), *own[1].rule.split("+"))))
        own[:2] = [Edit(rule=rules, start=own[0].start, taken=own[0].taken + own[1].taken, put=own[0].put + own[1].put)]
    return tuple(edit for edit in own if edit.taken != edit.put)
