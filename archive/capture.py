"""The values that pass between fetching and the archive: what came in, and where its bytes lie."""

from dataclasses import dataclass
from datetime import datetime

from cleaners.page import Media


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One answer from the wire, or one saved file, before anything was understood of it."""

    url: str | None
    final_url: str | None
    status: int
    reason: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    """As received, in order, repeats kept."""
    body: bytes = b""
    """After transfer decoding, before content decoding."""
    fetched_at: datetime
    """Aware UTC."""
    request_headers: tuple[tuple[str, str], ...] = ()
    method: str = "GET"
    redirects: tuple[tuple[int, str], ...] = ()
    """(status, URL that answered with it), in order."""
    ip: str | None = None
    source: str = "wire"
    """`wire` or `import`."""
    media: Media = Media.UNKNOWN
    file_name: str | None = None
    """Name of an imported file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a capture's record lies: enough to read it without any index."""

    file: str
    """Name of the segment inside `DATA/warc`."""
    offset: int
    """Bytes from the start of the segment."""
    length: int
    """Bytes of the compressed record."""
    sha256: str
    """Hex digest of the body as received."""
