"""`diff`: how one text differs from another, in lines to read or as one object. What differs is found in `archive`."""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from archive.likeness.differences import Differences, differences
from archive.likeness.kinds import Kind
from archive.provenance import text_at
from cleaners.decode import decode
from crawler.cli.diff_lines import diff_lines
from crawler.cli.difference_words import differences_of_form, real_differences
from crawler.cli.main import OK
from crawler.cli.printing import as_json, counted, one_line
from crawler.cli.session import Session, session_options
from crawler.errors import BadInput

# What `search` prints: the beginning of a digest, at least ten digits; behind a colon the number of a place. Bounded.
_REPORT = re.compile(r"([0-9a-f]{10,64})(?::([0-9]{1,6}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two texts, and what it is."""

    name: str
    """As it was given, an id that redirects by the id that stands for it."""
    title: str | None
    url: str | None
    published_on: str | None
    text: str


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B", required=False)
@click.option("--full", is_flag=True, help="Fold nothing: print both texts whole.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object with every piece of both texts.")
@click.option("--color/--no-color", "color", default=None,
              help="Colours.  [default: on a terminal, unless NO_COLOR is set]")
@session_options
def diff(  # noqa: PLR0913 - an argument each
    session: Session, *, one: str, other: str | None, full: bool, as_object: bool, color: bool | None
) -> int:
    """Show how the text B differs from the text A: what it lacks, adds, masks, changes or has elsewhere.

    A and B are each ID (a report's canonical text), ID:N (its place N, as `gongwen copies ID` counts them), a text
    file, or - for standard input. Without B the place A is compared with its report's canonical text. Script, width,
    white space and readings in brackets are told apart from real changes; long stretches in common are folded.
    """
    if other is None:
        named = _REPORT.fullmatch(one)
        if named is None or named[2] is None:
            raise BadInput(f"{one}: what should it be compared with? Give A and B; or one place, as ID:2")
        one, other = named[1], one
    if one == other == "-":
        raise BadInput("A and B cannot both be standard input")
    sides = _side(session, one), _side(session, other)
    found = differences(sides[0].text, sides[1].text)
    if as_object:
        print(as_json(_object(sides, found), indent=2))
        return OK
    is_colored = color if color is not None else sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    print("\n".join([*_head(sides, found), *diff_lines(found, is_colored=is_colored, is_full=full)]))
    return OK


def _side(session: Session, name: str) -> Side:
    """Find a text: what looks like an id is a report, everything else a file."""
    named = _REPORT.fullmatch(name)
    if named is None:
        return Side(name=name, title=None, url=None, published_on=None, text=_text_of_file(name))
    with session.archive(read_only=True) as archive:
        found = text_at(archive, named[1], int(named[2]) if named[2] else None)
    number = f":{found.number}" if found.number else ""
    return Side(name=found.public_id + number, title=found.title, url=found.url, published_on=found.published_on,
                text=found.text)  # fmt: skip


def _text_of_file(name: str) -> str:
    """Read a text in any charset that Chinese text comes in; BadInput names what is wrong with the file."""
    if name != "-" and not Path(name).is_file():
        raise BadInput(f"{name}: no such file, and no id of a report (`gongwen search` lists ids)")
    return text_as_is(sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes())


def text_as_is(body: bytes) -> str:
    """Give the text of a file as it stands, but for empty lines round it; raises UndecodablePage."""
    text, _ = decode(body, declared=None, is_markup=False)
    return text.replace("\r\n", "\n").strip("\n")


def _object(sides: tuple[Side, Side], found: Differences) -> dict[str, object]:
    """Give everything as plain values: both sides, sums by kind, places by form, the pieces in order."""
    one, other = ({key: value for key, value in asdict(side).items() if key != "text"} for side in sides)
    return {
        "a": {**one, "chars": found.chars}, "b": {**other, "chars": found.other_chars},
        "same": found.is_form_only, "lacks_head": found.lacks_head, "lacks_tail": found.lacks_tail,
        "kinds": {kind.value: asdict(tally) for kind, tally in found.tallies.items()},
        "forms": {form.value: count for form, count in found.forms.items()},
        "pieces": [
            {
                "kind": piece.kind.value, "a": [piece.start, piece.end], "b": [piece.other_start, piece.other_end],
                "a_text": piece.one, "b_text": piece.other,
                **({"forms": {form.value: count for form, count in piece.forms}} if piece.forms else {}),
            }
            for piece in found.pieces
        ],
    }  # fmt: skip


def _head(sides: tuple[Side, Side], found: Differences) -> Iterator[str]:
    """Give the lines above the texts: what A and B are, and what differs."""
    for letter, side, chars in (("A", sides[0], found.chars), ("B", sides[1], found.other_chars)):
        known = [side.title, side.published_on, side.url, counted(chars, "character")]
        yield f"{letter}  {one_line(side.name)}  {', '.join(one_line(item) for item in known if item)}"
    real, form = real_differences(found), differences_of_form(found)
    if not real:
        yield "the same text" if not form else "the same text but for its form"
    else:
        yield f"B {', '.join(real)}"
    if form:
        yield f"form: {', '.join(form)}"
    if any(kind is not Kind.EQUAL for kind in found.tallies):
        yield ""
