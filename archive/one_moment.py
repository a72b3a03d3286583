"""Reading an archive as it stands at one moment, with text that another program may have damaged. No statements."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SHOWN = 40
"""Characters of a damaged cell that are told."""


@contextmanager
def one_moment(conn: sqlite3.Connection, *, tell: Callable[[str], None] | None = None) -> Iterator[sqlite3.Connection]:
    """Read as of one moment, whoever else writes; bytes in a text that are no UTF-8 come out as U+FFFD.

    `tell` is called with the beginning of each such text, as often as it is read.
    """

    def text(data: bytes) -> str:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            found = data.decode("utf-8", "replace")
            if tell is not None:
                tell(found[:SHOWN])
            return found

    before = conn.text_factory
    conn.text_factory = text
    conn.execute("BEGIN")
    try:
        yield conn
    finally:
        conn.execute("ROLLBACK")  # and temporary tables go with it
        conn.text_factory = before
