"""What a reading says of its capture, its URL and its site: states, reasons, charset, platform, dropped links, sums."""

from archive.filing.context import Filing
from cleaners.outcome import State
from cleaners.reading import PlatformGuess, Reading

_CAPTURE = """
UPDATE captures SET state = ?, reason = ?, detail = ?, charset = coalesce(?, charset),
  charset_how = coalesce(?, charset_how), page_kind = ?, platform = ?, document_id = ?, page = ?, recipe = ?,
  hints_digest = ? WHERE id = ?
"""


def note_capture(filing: Filing, reading: Reading, *, document_id: int | None) -> None:
    """Write what the reading made of the capture, and tie its URL to the document."""
    outcome, charset = reading.outcome, reading.charset
    values = (
        outcome.state.value, outcome.reason, outcome.detail, charset and charset.charset, charset and charset.how,
        reading.page_kind.value, platform_text(reading.platform), document_id, document_id and reading.page,
        reading.recipe, reading.hints_digest, filing.capture_id,
    )  # fmt: skip
    filing.conn.execute(_CAPTURE, values)
    if document_id is not None:
        filing.conn.execute("UPDATE frontier SET document_id = ? WHERE id = ?", (document_id, filing.frontier_id))


def platform_text(guess: PlatformGuess) -> str:
    """Write a platform in one line: family, version, and the sign it was told by."""
    name = " ".join(part for part in (guess.family, guess.version) if part)
    return f"{name} ({guess.why})" if guess.why else name


def note_dropped(filing: Filing, reading: Reading) -> None:
    """Count the links that URL rules dropped on this page; the last reading of a page counts."""
    if filing.frontier_id is None:
        return
    filing.conn.execute("DELETE FROM dropped_links WHERE frontier_id = ?", (filing.frontier_id,))
    counts: dict[str, int] = {}
    for rule, links in reading.links.dropped:
        counts[rule] = counts.get(rule, 0) + links
    filing.conn.executemany(
        "INSERT INTO dropped_links (frontier_id, rule, links) VALUES (?, ?, ?)",
        [(filing.frontier_id, rule, links) for rule, links in sorted(counts.items())],
    )


def note_site(filing: Filing, reading: Reading) -> None:
    """Keep the name that the site gives itself and its software; a page that says nothing changes nothing.

    A text that was given without its page says nothing of the site that it stood on.
    """
    if filing.site_id is None or filing.frontier_id is None or reading.outcome.state not in (State.READ, State.LISTED):
        return
    conn = filing.conn
    conn.execute("INSERT OR IGNORE INTO platforms (name) VALUES (?)", (reading.platform.family,))
    (platform_id,) = conn.execute("SELECT id FROM platforms WHERE name = ?", (reading.platform.family,)).fetchone()
    name = reading.facts.site_name
    conn.execute(
        "UPDATE sites SET name = coalesce(:name, name), platform_id = :platform WHERE id = :id"
        " AND (name IS NOT coalesce(:name, name) OR platform_id IS NOT :platform)",
        {"name": name, "platform": platform_id, "id": filing.site_id},
    )


def count_for_crawl(filing: Filing, *, reports: int, copies: int) -> None:
    """Add to the run's sums, in the same transaction as what they count."""
    if filing.crawl_id is None or not (reports or copies):
        return
    filing.conn.execute(
        "UPDATE crawls SET reports_new = reports_new + ?, copies_new = copies_new + ? WHERE id = ?",
        (reports, copies, filing.crawl_id),
    )
