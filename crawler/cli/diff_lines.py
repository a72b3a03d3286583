"""The body of `diff`: both texts as one, differences marked in place, sentences round them, all else folded."""

import re
from collections.abc import Iterator, Sequence

import click

from archive.likeness.differences import Differences, Piece, chars_of
from archive.likeness.kinds import Kind
from crawler.cli.printing import on_terminal

CONTEXT = 60
"""Characters in common that are printed at most on either side of a difference."""
LONG = 240
"""Characters of a difference above which its middle is folded."""
ENDS = 80
"""Characters printed on either side of that fold."""
COLORS = {
    Kind.LACKS: "red", Kind.ADDS: "green", Kind.MASKS: "yellow", Kind.FILLED: "yellow", Kind.WORDS: "red",
    Kind.FIGURES: "cyan", Kind.MOVED: "magenta", Kind.MARKS: "bright_black", Kind.PINYIN: "bright_black",
}  # fmt: skip
# The end of a sentence with the quotes and white space behind it, or a line's end. Possessive: linear.
_SENTENCE_END = re.compile(r"[。！？；!?;][”’」』）)]*+|\n")


def diff_lines(found: Differences, *, is_colored: bool, is_full: bool) -> Iterator[str]:
    """Give the lines: what only A has as [-…-], what only B has as {+…+}, moved text as <…>; colours beside these.

    `is_full`: nothing is folded. Nothing is given where the texts differ in form alone, unless in full.
    """
    pieces = found.pieces
    if not is_full and all(piece.kind is Kind.EQUAL for piece in pieces):
        return
    last = len(pieces) - 1
    body = [
        _common(piece, is_first=index == 0, is_last=index == last, is_full=is_full)
        if piece.kind is Kind.EQUAL else _marked(piece, is_colored=is_colored, is_full=is_full)
        for index, piece in enumerate(pieces)
    ]  # fmt: skip
    yield from re.sub(r"\n{3,}+", "\n\n", "".join(body)).strip("\n").split("\n")


def _common(piece: Piece, *, is_first: bool, is_last: bool, is_full: bool) -> str:
    """Give a stretch in common: whole where it is short, else the sentences at its ends with a line between."""
    text = piece.one
    before = "" if is_first else text[: _forward(text)]
    after = "" if is_last else text[_backward(text) :]
    folded = chars_of(text[len(before) : len(text) - len(after)])
    if is_full or folded <= CONTEXT // 2:
        return on_terminal(text)
    fold = f"… {folded:,} characters in common …"
    return on_terminal(f"{before}\n{fold}\n{after.lstrip()}" if before else f"{fold}\n{after.lstrip()}")


def _forward(text: str) -> int:
    """Say where the sentence at hand ends, within the context."""
    end = _SENTENCE_END.search(text, 0, CONTEXT)
    return end.end() if end else min(CONTEXT, len(text))


def _backward(text: str) -> int:
    """Say where the sentence that leads to the text's end begins, within the context."""
    start = max(0, len(text) - CONTEXT)
    ends: Sequence[int] = [found.end() for found in _SENTENCE_END.finditer(text, start) if found.end() < len(text)]
    return ends[-1] if ends else start


def _marked(piece: Piece, *, is_colored: bool, is_full: bool) -> str:
    """Give a difference with its signs, white space at its end outside of them."""
    one, other = (part if is_full else _shortened(part) for part in (piece.one, piece.other))
    if piece.kind is Kind.MOVED:
        text, note = (one, "A has here") if piece.one else (other, "B has here")
        return _signed(f"<{note}: ", text, ">", color=COLORS[piece.kind] if is_colored else None)
    taken = _signed("[-", one, "-]", color=_color(piece, is_taken=True) if is_colored else None) if one else ""
    put = _signed("{+", other, "+}", color=_color(piece, is_taken=False) if is_colored else None) if other else ""
    return taken + put


def _color(piece: Piece, *, is_taken: bool) -> str:
    return "green" if piece.kind is Kind.WORDS and not is_taken else COLORS[piece.kind]


def _signed(opening: str, text: str, closing: str, *, color: str | None) -> str:
    """Set signs round a text; its white space at the end stays behind them, so that lines break as they did."""
    kept = text.rstrip()
    printed = on_terminal(f"{opening}{kept}{closing}")
    return (click.style(printed, fg=color) if color else printed) + text[len(kept) :]


def _shortened(text: str) -> str:
    if len(text) <= LONG:
        return text
    return f"{text[:ENDS]} … {chars_of(text[ENDS:-ENDS]):,} characters … {text[-ENDS:]}"
