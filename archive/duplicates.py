"""Which report a text is: the same as a known one, an edition of one, or new. Keys are made in `archive.fingerprint`.

This is the exact part. Texts whose Han characters differ at all (other masks put in place of characters, cuts,
rewritings) stay apart here; the sketch finds them. Nothing is merged through a third text: a text goes to the oldest
report that it equals itself.
"""

import sqlite3
from dataclasses import dataclass

from archive.fingerprint import Keys

RULES = "exact-1"
"""Version of what is decided here; kept with each relation."""
MOST_EDITIONS = 16
"""Relations made for one text. A form of which thousands are filled in would otherwise relate all to all."""

_SAME_TEXT = "SELECT texts.report_id, reports.merged_into_id FROM texts JOIN reports ON reports.id = texts.report_id" \
    " WHERE texts.sha256 = ?"
_SAME_KEY = """
SELECT coalesce(reports.merged_into_id, reports.id), found.key, found.title_key, found.digits
FROM (SELECT report_id, key, title_key, digits FROM texts WHERE key IN (:key, :title_key)
  UNION SELECT report_id, key, title_key, digits FROM texts WHERE title_key IN (:key, :title_key)) AS found
JOIN reports ON reports.id = found.report_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a text is to the reports that are there."""

    report_id: int | None
    """The report that it is a text of; None = a new one."""
    editions: tuple[int, ...]
    """Reports of the same wording with other figures, the oldest first."""


def decide(conn: sqlite3.Connection, keys: Keys) -> Verdict:
    """Say which report a text belongs to, by its keys alone; the oldest where several would do."""
    row = conn.execute(_SAME_TEXT, (keys.sha256,)).fetchone()
    same = set() if row is None else {row[1] or row[0]}
    editions: set[int] = set()
    for report_id, key, title_key, digits in conn.execute(_SAME_KEY, {"key": keys.key, "title_key": keys.title_key}):
        (same if keys.pairs & _pairs(key, title_key, digits) else editions).add(report_id)
    chosen = (row[1] or row[0]) if row else min(same, default=None)
    return Verdict(report_id=chosen, editions=tuple(sorted(editions - same))[:MOST_EDITIONS])


def _pairs(key: str, title_key: str, digits: str) -> frozenset[tuple[str, str]]:
    """Give both keys of a stored text, each with the digest of its digits."""
    body, titled = digits.split(" ")
    return frozenset(((key, body), (title_key, titled)))


def relate_editions(conn: sqlite3.Connection, report_id: int, editions: tuple[int, ...]) -> None:
    """Note that reports are editions of each other, each pair once, the older report first."""
    pairs = [(min(report_id, other), max(report_id, other), RULES) for other in editions if other != report_id]
    conn.executemany(
        "INSERT OR IGNORE INTO relations (report_id, other_id, relation, measure, rules)"
        " VALUES (?, ?, 'edition', 1.0, ?)",
        pairs,
    )
