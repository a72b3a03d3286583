"""How a journey runs the real command line, and how it looks at what came of it."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.queries import own_text
from cleaners.edits import undo
from cleaners.reading import Edit
from crawler.demo.truth import squeezed

ROOT = Path(__file__).resolve().parents[2]
BOUND_S = 240
"""A run that takes longer has hung: two slow cores need a tenth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of the command line gave."""

    code: int
    out: str
    err: str
    seconds: float


def command(data: Path | None, *words: str) -> list[str]:
    """Give the words that start the command line in a process of its own."""
    return [sys.executable, "-m", "gongwen", *(() if data is None else ("--data", str(data))), *words]


def surroundings() -> dict[str, str]:
    """Give the environment of a run: nothing of the developer's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GONGWEN_")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def gongwen(data: Path | None, *words: str, cwd: Path | None = None, bound_s: float = BOUND_S) -> Run:
    """Run the command line to its end."""
    began = time.monotonic()
    done = subprocess.run(
        command(data, *words), cwd=cwd or ROOT, env=surroundings(), capture_output=True, text=True, encoding="utf-8",
        timeout=bound_s, check=False,
    )
    return Run(code=done.returncode, out=done.stdout, err=done.stderr, seconds=time.monotonic() - began)


def resolving(rules: Iterable[str]) -> list[str]:
    """Give the arguments that lead host names to a server of ours."""
    return [word for rule in rules for word in ("--resolve", rule)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One current copy as the archive has it."""

    document: str
    """Key of the document."""
    position: int
    report: str
    """Public id."""
    title: str | None
    author: str | None
    published: str | None
    text: str
    shown: str
    """What the page showed, rebuilt from text and edits."""
    shown_sha256: str
    taken: tuple[tuple[str, str], ...]
    """(rule, what it took), white space left out."""


def _copy(row: dict[str, Any], edits: list[Edit]) -> Copy:
    """Make a copy of its row and its edits."""
    own = own_text(json.loads(row.pop("facts") or "{}"), row["text"])
    taken = tuple((edit.rule, squeezed(edit.taken)) for edit in edits if squeezed(edit.taken))
    del row["id"]
    return Copy(**row, shown=undo(own, edits), taken=taken)


class Kept:
    """An archive as a stranger's SQLite sees it."""

    def __init__(self, data: Path) -> None:
        self.path = data / "archive.db"

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """Give rows as dicts."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as conn:
            conn.row_factory = sqlite3.Row
            return [dict(row) for row in conn.execute(sql, values)]

    def one(self, sql: str, *values: object) -> Any:
        """Give the one value of the one row."""
        (row,) = self.rows(sql, *values)
        (value,) = row.values()
        return value

    def documents(self, host: str) -> dict[str, dict[str, Any]]:
        """Give the documents of a host by key."""
        rows = self.rows(
            "SELECT documents.* FROM documents JOIN sites ON sites.id = documents.site_id WHERE sites.host = ?", host
        )
        return {row["key"]: row for row in rows}

    def copies(self, host: str) -> list[Copy]:
        """Give the current copies that a host shows, by document and position."""
        edits: dict[int, list[Edit]] = {}
        for row in self.rows("SELECT copy_id, rule, start, taken, put FROM edits ORDER BY copy_id, start, id"):
            edits.setdefault(row.pop("copy_id"), []).append(Edit(**row))
        rows = self.rows(
            "SELECT copies.id, documents.key AS document, copies.position, reports.public_id AS report, copies.title,"
            " copies.author, copies.published_on AS published, copies.shown_sha256, copies.facts, texts.text"
            " FROM copies"
            " JOIN documents ON documents.id = copies.document_id JOIN reports ON reports.id = copies.report_id"
            " JOIN texts ON texts.id = copies.text_id JOIN sites ON sites.id = copies.site_id"
            " WHERE copies.is_current AND sites.host = ? ORDER BY 2, 3, copies.part", host,
        )
        return [_copy(row, edits.get(row["id"], [])) for row in rows]

    def replies(self) -> dict[str, list[dict[str, Any]]]:
        """Give the replies by key of their document, in order of floors."""
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self.rows(
            "SELECT documents.key, replies.* FROM replies JOIN documents ON documents.id = replies.document_id"
            " ORDER BY replies.floor"
        ):
            found.setdefault(row["key"], []).append(row)
        return found

    def states(self, host: str | None = None) -> dict[str, tuple[str, str | None]]:
        """Give (state, reason) by URL."""
        rows = self.rows(
            "SELECT url, state, reason, host FROM frontier JOIN sites ON sites.id = frontier.site_id"
        )
        return {row["url"]: (row["state"], row["reason"]) for row in rows if host in (None, row["host"])}

    def counts(self) -> dict[str, int]:
        """Count what a second run must not double."""
        tables = ("documents", "reports", "texts", "copies", "replies", "edits", "attachments", "frontier")
        return {table: self.one(f"SELECT count(*) FROM {table}") for table in tables}  # noqa: S608 - our own names

    def told(self) -> Iterator[tuple[Any, ...]]:
        """Give what the archive says of every copy and reply, without numbers of rows and times of ours."""
        for copy in self.rows(
            "SELECT documents.key, copies.position, copies.version, copies.is_current, copies.title, copies.author,"
            " copies.published_on, texts.text, copies.shown_sha256 FROM copies"
            " JOIN documents ON documents.id = copies.document_id JOIN texts ON texts.id = copies.text_id"
            " ORDER BY 1, 2, 3"
        ):
            yield tuple(copy.values())
        for key, replies in sorted(self.replies().items()):
            yield from ((key, row["floor"], row["author"], row["text"]) for row in replies)

    def is_sound(self) -> bool:
        """True where SQLite finds nothing wrong and every reference leads somewhere."""
        return self.one("PRAGMA integrity_check") == "ok" and not self.rows("PRAGMA foreign_key_check")
