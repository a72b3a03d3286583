"""UTC instants as the archive's `*_at` columns keep them: one width, so that text order is time order."""

from datetime import UTC, datetime


def to_text(instant: datetime) -> str:
    """Write an aware instant as `2026-11-22T03:06:51.123456Z`; ValueError for a naive one: its zone is a guess."""
    if instant.tzinfo is None:
        raise ValueError(f"instant without a zone: {instant.isoformat()}")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def from_text(text: str | None) -> datetime | None:
    """Read an instant back; None for None."""
    return None if text is None else datetime.fromisoformat(text)
