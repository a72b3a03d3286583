"""Checks that the bytes of captures are those that came in: every digest is computed again. Reads only."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from archive.capture import Place
from archive.database import Archive
from archive.errors import DamagedCapture
from archive.warc_read import read_payload

BATCH = 500
"""Rows fetched at a time."""
_CAPTURES = """
SELECT id, coalesce(final_url, url, file_name), warc_file, warc_offset, warc_length, sha256 FROM captures
WHERE id > ? ORDER BY id LIMIT ?
"""


class Verdict(StrEnum):
    """What a check came to; three things that must not be mixed up."""

    PASSED = "passed"
    FAILED = "failed"
    UNCHECKED = "not checkable"
    """No digest that we can compute was kept of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found of one capture."""

    capture_id: int
    url: str | None
    """Address that answered, or the name of an imported file."""
    file: str
    offset: int
    verdict: Verdict
    problem: str | None = None


def verify_captures(archive: Archive, *, ids: frozenset[int] | None = None) -> Iterator[Checked]:
    """Check all captures, or those of these ids, oldest first."""
    last = 0
    while rows := archive.conn.execute(_CAPTURES, (last, BATCH)).fetchall():
        for capture_id, url, file, offset, length, sha256 in rows:
            if ids is None or capture_id in ids:
                place = Place(file=file, offset=offset, length=length, sha256=sha256)
                verdict, problem = check(archive, place)
                yield Checked(
                    capture_id=capture_id, url=url, file=file, offset=offset, verdict=verdict, problem=problem
                )
        last = rows[-1][0]


def drawn(archive: Archive, sample: int) -> frozenset[int]:
    """Draw that many captures at random."""
    rows = archive.conn.execute("SELECT id FROM captures ORDER BY random() LIMIT ?", (sample,))
    return frozenset(capture_id for (capture_id,) in rows)


def check(archive: Archive, place: Place) -> tuple[Verdict, str | None]:
    """Compute the digests of one capture again, and compare them with the database and with the record's own."""
    try:
        stated, body = read_payload(archive.folder, place)
    except DamagedCapture as error:
        return Verdict.FAILED, str(error)
    kept = [f"sha256:{place.sha256}"] if place.sha256 else []
    asked = [digest for digest in (*kept, stated) if digest and _computed(digest, body) is not None]
    if any(_computed(digest, body) is False for digest in asked):
        return Verdict.FAILED, f"{place.file} at byte {place.offset}: the body does not match its digest"
    return (Verdict.PASSED, None) if asked else (Verdict.UNCHECKED, "no digest of a kind that we can compute")


def _computed(digest: str, body: bytes) -> bool | None:
    """Say whether a digest as WARC files write it is that of the body; None for a kind that we cannot compute."""
    name, _, value = digest.partition(":")
    if name.lower() not in ("sha1", "sha256", "md5"):
        return None
    made = hashlib.new(name.lower(), body, usedforsecurity=False).digest()
    return value.lower() == made.hex() or value.upper() == base64.b32encode(made).decode()
