"""What is asked for when something is taken away, and what is said of it afterwards. No work is done here."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.exporting.choice import Choice, Chosen
from archive.exporting.column import Column
from archive.exporting.writing import Written
from archive.people import People


class Format(enum.StrEnum):
    """The forms that can be written."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    TEXT = "text"
    GEXF = "gexf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked for."""

    what: str
    """A name of `KINDS`."""
    form: Format
    output: Path
    """A file; of `text` a folder. An existing folder, or a name without an ending, takes `WHAT.ENDING` into it."""
    choice: Choice = field(default_factory=Choice)
    columns: tuple[str, ...] = ()
    """Empty = all."""
    with_people: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was taken away."""

    request: Request
    meaning: str
    columns: tuple[Column, ...]
    written: Written
    chosen: Chosen
    tally: "Tally"
    versions: Mapping[str, Any]
    """Of software, schema, index and rules that the rows depend on."""
    people: People
    made_at: str
    path: Path
    """The data."""
    manifest: Path
    card: Path


@dataclass(slots=True)
class Tally:
    """Sums over the rows as they pass."""

    rows: int = 0
    chars: int = 0
    sites: dict[str, int] = field(default_factory=dict)
    genres: dict[str, int] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)
    """By the year of the date of the row; `undated` among them."""
    noarchive: int = 0

    def count(self, row: Mapping[str, Any]) -> None:
        """Count a row by what it says of itself."""
        self.rows += 1
        self.chars += len(row.get("text") or "")
        self.noarchive += bool(row.get("noarchive"))
        for name, sums in (("site", self.sites), ("genre", self.genres)):
            if row.get(name):
                sums[row[name]] = sums.get(row[name], 0) + 1
        if "published_on" in row:
            year = (row["published_on"] or "undated")[:7 if row["published_on"] is None else 4]
            self.years[year] = self.years.get(year, 0) + 1
