"""`copies`: every place of a report, how its text differs there, which came first, and what is a mirror of what."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

import click

from archive.likeness.kinds import REAL, Kind
from archive.provenance import Located, Provenance, provenance
from crawler.cli.difference_words import differences_of_form, real_differences
from crawler.cli.main import OK
from crawler.cli.printing import Form, Row, counted, listing_options, one_line, print_rows
from crawler.cli.said import cells, label_lines, with_word
from crawler.cli.session import Session, session_options

COLUMNS = (
    "number", "published_on", "date_kind", "date_note", "not_before", "not_after", "evidence", "is_earliest", "site",
    "url", "position", "part", "relation", "measure", "canonical_share", "is_canonical", "why_canonical",
    "differs_by", "form", *(kind.value for kind in REAL), "mirror_of", "mirror_why", "title", "author", "version",
    "is_current", "first_seen_at", "last_seen_at", "asserted", "id",
)  # fmt: skip
MOST_RUNS = 12
"""Runs of places that are named in one line."""
_OF_COPY = (
    "id", "published_on", "date_kind", "site", "url", "document_key", "position", "part", "relation", "title",
    "subtitle", "author", "version", "is_current", "first_seen_at", "last_seen_at", "edits", "facts", "asserted",
)  # fmt: skip


@click.command()
@click.argument("public_id", metavar="ID")
@listing_options
@session_options
def copies(session: Session, *, public_id: str, form: Form | None) -> int:
    """List the places where a report was seen, dated ones first, each beside the canonical text.

    Says which place has the earliest date of publication, what brackets those without one, which text is canonical and
    why, and what is likely a mirror. Older versions are among the places. `gongwen diff ID:N` shows the differences.
    """
    with session.archive(read_only=True) as archive:
        found = provenance(archive, public_id)
    rows = (cells(row, form) for row in _rows(found))
    print_rows(rows, COLUMNS, form or Form.LINES, lambda row: "\n".join(_place_lines(found, row)))
    if form in (None, Form.LINES):
        print("\n".join(_conclusions(found)))
    return OK


def _rows(found: Provenance) -> Iterator[Row]:
    for place in found.places:
        copy = asdict(place.copy)
        interval, mirror = place.interval, place.mirror
        tallies = place.differences.tallies
        yield {
            "number": place.number, **{name: copy[name] for name in _OF_COPY}, "date_note": place.date_note,
            "is_earliest": place.is_earliest, "not_before": interval and interval.not_before,
            "not_after": interval and interval.not_after, "evidence": _evidence(place),
            "contradiction": interval and interval.contradiction, "measure": place.measure,
            "canonical_share": place.canonical_share, "is_canonical": place.is_canonical,
            "why_canonical": found.why_canonical if place.number == found.canonical else None,
            "differs_by": "; ".join(real_differences(place.differences)) or None,
            "form": "; ".join(differences_of_form(place.differences)) or None,
            **{kind.value: _characters(place, kind) if kind in tallies else 0 for kind in REAL},
            "mirror_of": mirror and mirror.of, "mirror_why": mirror and mirror.why,
        }  # fmt: skip


def _characters(place: Located, kind: Kind) -> int:
    """Count the characters of a kind of difference: those of the copy where it has more, else the canonical ones."""
    tally = place.differences.tallies[kind]
    return tally.other_chars if kind in (Kind.ADDS, Kind.FILLED) else tally.chars


def _evidence(place: Located) -> str | None:
    """Say what brackets an undated place."""
    if place.interval is None:
        return None
    told = []
    for one in place.interval.evidence:
        number = f" {one.number}" if one.number is not None else ""
        told.append(f"{one.what}{number}: {one.on}" + (f" {one.where}" if one.where else ""))
    problem = place.interval.contradiction
    return "; ".join([*told, *([f"neighbours contradict each other: {problem}"] if problem else [])])


def _place_lines(found: Provenance, row: Row) -> Iterator[str]:
    """Give a place in a line with its date and address, and lines for what is known of it beside that."""
    notes = [row["relation"] + _shares(row)] if row["relation"] != "identical" else []
    notes = ["canonical text"] if row["number"] == found.canonical else notes
    notes += ["earliest"] if row["is_earliest"] else []
    notes += [] if row["is_current"] else [f"version {row['version']}, replaced"]
    notes += [f"part {row['position']}"] if row["position"] != 1 else []
    notes += [f"item {row['part']}"] if row["part"] else []
    notes += [f"{name} {with_word(row[name], name, row['asserted'])}"
              for name in ("title", "author") if name in row["asserted"]]
    notes += label_lines(row["asserted"])
    where = one_line(row["url"] or row["document_key"])
    yield f"{row['number']:>3}  {_when(row)}  {where}  {', '.join(notes)}".rstrip()
    evidence = row["evidence"] if row["evidence"] and ";" in row["evidence"] else None  # the first capture stands above
    for label, told in (("", row["differs_by"]), ("form: ", row["form"]), ("bracketed by ", evidence),
                        ("", row["date_note"])):  # fmt: skip
        if told:
            yield f"     {label}{one_line(told)}"
    if row["mirror_of"]:
        yield f"     likely a mirror of place {row['mirror_of']}: {row['mirror_why']}, the same text, another host"


def _when(row: Row) -> str:
    """Give the date of publication, or what is known in its place."""
    if row["not_after"] is None:
        kind = "" if "published_on" in row["asserted"] else f" {row['date_kind']}"
        return with_word(row["published_on"], "published_on", row["asserted"]) + kind
    stated = f"{row['date_kind']} {row['published_on']}, " if row["published_on"] else ""
    begin = f"{_day(row['not_before'])} to " if row["not_before"] else "until "
    return one_line(f"undated ({stated}{begin}{_day(row['not_after'])})")


def _day(on: str) -> str:
    return on.partition("T")[0]


def _shares(row: Row) -> str:
    """Give the shares of the edge: how much of this text is in the canonical one, and how much of that in this."""
    if row["measure"] is None or row["canonical_share"] is None:
        return ""
    return f" {row['measure']:.2f} of it, {row['canonical_share']:.2f} of the canonical text"


def _conclusions(found: Provenance) -> Iterator[str]:
    """Say what follows: canonical text, earliest copy, undated ones, mirrors, compilations."""
    if found.redirected_from:
        yield f"{found.redirected_from} was found to be the same report as {found.public_id}"
    if found.canonical is not None:
        yield f"canonical text: place {found.canonical}, {found.why_canonical}"
    undated = [place.number for place in found.places if not place.is_dated]
    if found.earliest is not None:
        copy = found.places[found.earliest - 1].copy
        yield f"earliest known copy: place {found.earliest}, {copy.date_kind} {one_line(copy.published_on or '')}"
    elif found.places:
        yield "earliest known copy: none of the places says when it was published"
    if undated and found.earliest is not None:
        perhaps = f", perhaps earlier: {_numbers(found.perhaps_earlier)}" if found.perhaps_earlier else ""
        yield f"undated: {_numbers(undated)}{perhaps}"
    for other in found.contained_in:
        yield f"also within compilation {other.public_id}  {one_line(other.title or 'no title')}"
    mirrors = sum(place.mirror is not None for place in found.places)
    if mirrors:
        yield counted(mirrors, "likely mirror")


def _numbers(numbers: Sequence[int]) -> str:
    """Give numbers in order as runs: places 3, 5-9, 12; past `MOST_RUNS` of them, how many there are more."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [str(first) if first == last else f"{first}-{last}" for first, last in runs[:MOST_RUNS]]
    rest = sum(last - first + 1 for first, last in runs[MOST_RUNS:])
    more = f" and {rest} more" if rest else ""
    return f"{'place' if len(numbers) == 1 else 'places'} {', '.join(told)}{more}"
