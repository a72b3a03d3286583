"""`match`: which reports of the archive have a text, whole or in part. Nothing is filed; looking up is `archive`'s."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from archive.matching import QUOTED, Match, Relation
from archive.matching import match as find
from cleaners.errors import CleaningError
from cleaners.outcome import State
from cleaners.page import Media
from cleaners.reading import Reading
from cleaners.tree import looks_binary
from crawler.cli.cleaning import expanded, read_all
from crawler.cli.diff import text_as_is
from crawler.cli.main import OK, SOME_FAILED
from crawler.cli.printing import Form, Row, counted, listing_options, one_line, print_rows, say
from crawler.cli.session import Session, session_options
from crawler.errors import BadInput

COLUMNS = (
    "file", "number", "text_title", "relation", "words", "text_share", "report_share", "public_id", "title",
    "first_published_on", "site", "url", "copies", "sites", "start", "end", "text_start", "text_end", "figures",
    "snippet",
)  # fmt: skip
SHOWN_FIGURES = 5
_WORDS = {
    Relation.IDENTICAL: "the same text", Relation.SAME: "the same report, worded otherwise here and there",
    Relation.EXCERPT: "the text is a part of this report", Relation.WHOLE: "the text holds this report and more",
    Relation.EDITION: "another edition: the same wording, other figures",
    Relation.INSIDE: "this compilation holds the text", Relation.CONTAINS: "the text is a compilation that holds it",
    Relation.PASSAGE: "a passage in common", Relation.SIBLING: "made after the same model",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text that is looked up."""

    file: str
    number: int
    """Which text of the file, from 1."""
    title: str | None
    text: str


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--as-is", is_flag=True, help="Look each file up as it stands, without reading it as a page.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Reports to print of a text.")
@listing_options
@session_options
def match(session: Session, *, files: tuple[str, ...], as_is: bool, limit: int, form: Form | None) -> int:
    """Say which reports have the text of FILE, whole or in part: the same, excerpts, editions, compilations, passages.

    A page is read as by `clean`, and each report on it is looked up. Nothing is filed; it works while a crawl runs.
    """
    names = list(expanded(files))
    if names.count("-") > 1:
        raise BadInput("standard input can be read once only: give `-` once")
    problems: list[str] = []
    with session.archive(read_only=True) as archive:
        texts = _as_they_stand(names, problems) if as_is else _read(names, session, problems)
        found = ((one, find(archive, one.text, title=one.title)) for one in texts)
        rows = _listed(found, limit, heads=form in (None, Form.LINES), more=session.loudness >= 0)
        print_rows(rows, COLUMNS, form or Form.LINES, _lines)
    for problem in problems:
        say(f"gongwen: {problem}")
    return SOME_FAILED if problems else OK


def _listed(
    found: Iterable[tuple[Asked, tuple[Match, ...]]], limit: int, *, heads: bool, more: bool
) -> Iterator[Row]:
    """Give the rows of all texts, with a line above those of each where `heads` is set."""
    for asked, matches in found:
        if heads:
            _head(asked, matches)
        elif not matches and more:
            say(f"{asked.file}: nothing like it in the archive")
        yield from _rows(asked, matches[:limit])
        if len(matches) > limit and more:
            say(f"{asked.file}: {len(matches) - limit} more; --limit N prints more of them")


def _as_they_stand(names: list[str], problems: list[str]) -> Iterator[Asked]:
    for name in names:
        try:
            if name != "-" and not Path(name).is_file():
                raise BadInput("no such file")
            yield _whole(name, sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes())
        except (BadInput, CleaningError) as error:
            problems.append(f"{name}: {error}")


def _whole(name: str, body: bytes) -> Asked:
    """Take all of a file for one text; raises BadInput where there is none, UndecodablePage."""
    text = text_as_is(body)
    if not text.strip():
        raise BadInput("holds no text")
    return Asked(file=name, number=1, title=None, text=text)


def _read(names: list[str], session: Session, problems: list[str]) -> Iterator[Asked]:
    """Read files as pages; a text of which no report is made, as a single paragraph, is looked up as it stands."""
    for name, page, reading in read_all(names, None, session, problems):
        entries = [entry for entry in reading.entries if entry.text.strip()]
        for number, entry in enumerate(entries, start=1):
            yield Asked(file=name, number=number, title=entry.title, text=entry.text)
        if entries:
            continue
        try:
            if page.media is Media.HTML or looks_binary(page.body):
                raise BadInput(_why_none(reading))
            yield _whole(name, page.body)
        except (BadInput, CleaningError) as error:
            problems.append(f"{name}: {error}")


def _why_none(reading: Reading) -> str:
    outcome = reading.outcome
    if outcome.state is not State.READ:
        return f"{outcome.state}, {outcome.reason or reading.page_kind}: {outcome.detail or 'holds no report'}"
    return f"no report on this {reading.page_kind} (--as-is looks the file up as it stands)"


def _rows(asked: Asked, found: tuple[Match, ...]) -> Iterator[Row]:
    for one in found:
        row = asdict(one) | {"file": asked.file, "number": asked.number, "text_title": asked.title}
        shares = {"text_share": round(one.text_share, 4), "report_share": round(one.report_share, 4)}
        figures = [{"text": own, "report": other} for own, other in one.figures]
        yield row | shares | {"relation": one.relation.value, "words": _words(one), "figures": figures}


def _words(one: Match) -> str:
    """Say in words what the report is to the text."""
    if one.relation is Relation.PASSAGE and one.text_share >= QUOTED:
        return "the text is a passage of this report"
    if one.relation is Relation.IDENTICAL and one.text_share < 0.995:
        return "a text of this report, word for word; shares are of its best text"
    return _WORDS[one.relation]


def _head(asked: Asked, found: tuple[Match, ...]) -> None:
    """Print which text was looked up, and how many reports have something of it."""
    number = f" text {asked.number}" if asked.number > 1 else ""
    known = [one_line(asked.title)] if asked.title else []
    known.append(counted(len("".join(asked.text.split())), "character"))
    told = f"{counted(len(found), 'report')} with it or a part of it" if found else "nothing like it in the archive"
    print(f"{one_line(asked.file)}{number} ({', '.join(known)}): {told}")


def _lines(row: Row) -> str:
    """Give a report in lines: which; what it is to the text and how much they share; where, and how it begins there."""
    first = row["first_published_on"] or "undated"
    where = [counted(row["copies"], "copy", "copies"), first, row["url"] or row["site"]]
    shares = f"{row['text_share']:.0%} of the text, {row['report_share']:.0%} of the report"
    place = f"characters {row['start']}-{row['end']}: {row['snippet']}" if row["end"] > row["start"] else row["snippet"]
    lines = [
        f"  {row['public_id']}  {one_line(row['title'] or 'no title')}"
        f"  ({', '.join(one_line(str(item)) for item in where if item)})",
        f"      {row['words']}; {shares}",
        f"      {one_line(place)}",
    ]
    if row["figures"]:
        pairs = [f"{one['text']} → {one['report']}" for one in row["figures"][:SHOWN_FIGURES]]
        more = f" and {len(row['figures']) - len(pairs)} more" if len(row["figures"]) > len(pairs) else ""
        lines.append(f"      figures, text → report: {one_line('; '.join(pairs))}{more}")
    return "\n".join(lines)
