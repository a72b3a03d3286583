"""Words asked of an archive, without filters."""

from archive.database import Archive
from archive.finding import Found, Query, find


def search(archive: Archive, words: str, *, limit: int = 20, offset: int = 0) -> Found:
    """Find the reports that hold every word."""
    return find(archive.conn, Query(text=words, limit=limit, offset=offset))
