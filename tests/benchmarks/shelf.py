"""Texts put into an archive one by one without pages or WARC, and what finding their duplicates takes of that."""

import resource
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from archive.database import Archive
from archive.filing.context import Filing
from archive.filing.reports import refresh
from archive.filing.wordings import wording_of
from archive.fingerprint import keys_of
from archive.merging import merge_when_due
from archive.stop_grams import learn_when_due
from archive.together import do_together

AT = "2026-11-22T03:00:00Z"
TOGETHER = 64
"""Texts of one transaction, as imports file them."""
_DOCUMENT = f"""
INSERT INTO documents (key, kind, first_seen_at, last_seen_at) VALUES (?, 'article', '{AT}', '{AT}')
"""  # noqa: S608 - a constant of ours
_COPY = f"""
INSERT INTO copies (report_id, text_id, document_id, position, relation, first_seen_at, last_seen_at)
VALUES (?, ?, ?, 1, (SELECT relation FROM texts WHERE id = ?), '{AT}', '{AT}')
"""  # noqa: S608 - a constant of ours
_INDEX_BYTES = """
SELECT (SELECT coalesce(sum(length(hashes) + 16), 0) FROM sketches)
  + (SELECT coalesce(sum(length(texts) + 9), 0) FROM postings)
"""


@dataclass(slots=True)
class Shelf:
    """An archive that is filled; CPU seconds add up."""

    archive: Archive
    texts: int = 0
    duplicates_s: float = 0.0
    """Keys, candidates, comparing, placing; merging the index and learning formulae with them."""
    all_s: float = 0.0

    def put(self, rows: Iterable[tuple[str, str]]) -> None:
        """File texts, each under a key of its own."""
        waiting = iter(rows)
        while group := list(islice(waiting, TOGETHER)):
            began = time.process_time()
            merge_when_due(self.archive)
            learn_when_due(self.archive)
            inside = time.process_time() - began
            works = [lambda conn, row=row: self._one(conn, *row) for row in group]
            for done in do_together(self.archive, works):
                if isinstance(done, BaseException):
                    raise done
                inside += done
            took = time.process_time() - began
            self.all_s += took
            self.duplicates_s += inside
            self.texts += len(group)

    def _one(self, conn: sqlite3.Connection, key: str, text: str) -> float:
        """File one text and give the CPU seconds of finding its duplicates."""
        filing = Filing(
            conn=conn, capture_id=0, crawl_id=None, now=AT, frontier_id=None, site_id=None, url=None, sha256="",
            fetched_at=AT, state="fetched", document_id=None, page=None,
        )  # fmt: skip
        began = time.process_time()
        wording = wording_of(filing, text, keys_of(text, None))
        took = time.process_time() - began
        document_id = conn.execute(_DOCUMENT, (key,)).lastrowid
        conn.execute(_COPY, (wording.report_id, wording.text_id, document_id, wording.text_id))
        refresh(conn, wording.report_id)
        return took

    def index_bytes(self) -> int:
        """Give the bytes of sketches and postings, what SQLite adds to a row taken in."""
        return int(self.archive.conn.execute(_INDEX_BYTES).fetchone()[0])

    def database_bytes(self) -> int:
        """Give the bytes of the database."""
        asked = (self.archive.conn.execute(f"PRAGMA {name}") for name in ("page_count", "page_size"))
        (pages,), (size,) = (rows.fetchone() for rows in asked)
        return int(pages * size)


def memory_mb() -> float:
    """Give the most that this process had in memory, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
