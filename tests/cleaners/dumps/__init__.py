"""Whole pages as text dumps, as data by site family; this module reads them, `tests.cleaners.test_dumps` tries them.

Each `FAMILY.toml` holds tables `[[dump]]` whose keys are the fields of `Dump`; a table may hold `[[dump.reports]]`
where the page has several. A page with the mark `<<text>>` shows a text there: that of its key `text`, and every one of
`bodies/*.txt`, reports made of lines that look like chrome. All is made up: shapes met on real pages, our own words.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
MARK = "<<text>>"
DEFAULT = "safety"
"""The body of a page that has the mark and names no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report that a page must give."""

    text: str
    """The cleaned text, line by line."""
    title: str | None = None
    position: int | None = None
    """Floor or part; None = not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """One page and what must be made of it."""

    label: str
    comment: str
    """Where the shape was met, or what is hard about it."""
    page: str
    reports: tuple[Report, ...]
    facts: dict[str, Any] = field(default_factory=dict)
    """Name of a fact of the page and its value; `date_kinds` are the kinds of all dates, `family` is the platform's,
    `cut` the print that says that the text is cut."""
    absent: tuple[str, ...] = ()
    """What no report may hold."""
    replies: tuple[str, ...] | None = None
    """Texts of the floors that are no reports; None = not compared."""
    fails: str = ""
    """Why the page does not come out yet; a strict expected failure."""
    frame: str = ""
    """The page with the mark, where it has one."""
    where: str = ""
    """File and number, for a person to find it."""


def bodies() -> dict[str, str]:
    """Give the texts that every page with the mark must bring through, by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((FOLDER / "bodies").glob("*.txt"))}


def dumps() -> tuple[Dump, ...]:
    """Read all pages in the order of file names; TypeError for a key that no page has."""
    found: list[Dump] = []
    default = bodies()[DEFAULT]
    for path in sorted(FOLDER.glob("*.toml")):
        for number, table in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["dump"], 1):
            several = table.pop("reports", None)
            single = {key: table.pop(key) for key in ("title", "text", "position") if key in table}
            if MARK in table["page"]:
                single.setdefault("text", default)
                table["frame"] = table["page"]
                table["page"] = table["page"].replace(MARK, single["text"].strip("\n"))
            reports = tuple(Report(**report) for report in (several or ([single] if single else [])))
            table["absent"] = tuple(table.get("absent", ()))
            if "replies" in table:
                table["replies"] = tuple(table["replies"])
            found.append(Dump(**table, reports=reports, where=f"{path.name} {number}"))
    return tuple(found)
