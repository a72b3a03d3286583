"""Public ids: the beginning of a report's first text's digest, longer where that is taken; minted once, for good."""

import sqlite3

PUBLIC_ID_DIGITS = 10


def free_id(conn: sqlite3.Connection, sha256: str) -> str:
    """Give the shortest beginning of a digest, from ten digits on, that is no report's id yet."""
    digits = PUBLIC_ID_DIGITS
    while conn.execute("SELECT 1 FROM reports WHERE public_id = ?", (sha256[:digits],)).fetchone():
        digits += 1
    return sha256[:digits]


def mint(conn: sqlite3.Connection, text_id: int) -> int:
    """Make a report of a text that was part of another one; it was first filed when its first copy was seen."""
    sha256, added_at, crawl_id = conn.execute(
        "SELECT sha256, first_seen_at, crawl_id FROM texts JOIN copies ON copies.text_id = texts.id"
        " WHERE texts.id = ? ORDER BY first_seen_at, copies.id LIMIT 1",
        (text_id,),
    ).fetchone()
    made = conn.execute(
        "INSERT INTO reports (public_id, added_at, crawl_id) VALUES (?, ?, ?)",
        (free_id(conn, sha256), added_at, crawl_id),
    )
    return int(made.lastrowid or 0)
