"""Refusing to show a file that is being written as if it were still: `-i` and `--nolock` then give wrong pages.

Measured under `-i` while a crawl wrote: two answers of three failed, and every count was stale; under `--nolock` one of
seven failed. So a start is refused while something is unmerged, and a page from the moment that the file has changed.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from datasette.utils import StartupError  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.database import has_unmerged
from archive.datasette.archives import Database, is_archive_database

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

TELLS = (
    "{path}: this archive is being written, or was by a run that was killed: opened with {mode} its pages would be"
    " wrong. Start again without {mode}; `gongwen serve` shows an archive while it is written"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """A file that Datasette was told nobody writes, as it was at the start."""

    path: Path
    mode: str
    """The option that told it so."""
    size: int
    changed_ns: int

    def told(self) -> str | None:
        """Give one line on why it cannot be shown now; None while it is as it was."""
        try:
            now = self.path.stat()
        except OSError as error:
            return f"{self.path}: {error.strerror}"
        is_same = (now.st_size, now.st_mtime_ns) == (self.size, self.changed_ns)
        if is_same and not has_unmerged(self.path) and not _has_journal(self.path):
            return None
        return TELLS.format(path=self.path, mode=self.mode)


_at_start: "WeakKeyDictionary[Datasette, tuple[Still, ...]]" = WeakKeyDictionary()
"""What each Datasette was started with."""


def refuse_written(datasette: "Datasette") -> None:
    """Remember the archives that are read as still; raise StartupError where one of them is being written."""
    _at_start[datasette] = still_archives(datasette)
    said = wrong_pages(datasette)
    if said is not None:
        raise StartupError(said)


def wrong_pages(datasette: "Datasette") -> str | None:
    """Give one line on why pages would be wrong now; None while they are right."""
    return next((said for still in _at_start.get(datasette, ()) if (said := still.told()) is not None), None)


def still_archives(datasette: "Datasette") -> tuple[Still, ...]:
    """Give the archives of a Datasette that are read as if nobody wrote them."""
    found = ((database, _mode(datasette, database)) for database in datasette.databases.values())
    return tuple(_as_now(Path(database.path), mode) for database, mode in found
                 if mode is not None and is_archive_database(database))  # fmt: skip


def _mode(datasette: "Datasette", database: Database) -> str | None:
    """Give the option under which a file is read without a look for writers; None for one that is read live."""
    if database.path is None:
        return None
    if not database.is_mutable:
        return "--immutable"
    return "--nolock" if getattr(datasette, "nolock", False) else None


def _as_now(path: Path, mode: str) -> Still:
    now = path.stat()
    return Still(path=path, mode=mode, size=now.st_size, changed_ns=now.st_mtime_ns)


def _has_journal(path: Path) -> bool:
    """Say whether a writer that keeps a rollback journal is at work, or was killed."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.stat().st_size > 0
