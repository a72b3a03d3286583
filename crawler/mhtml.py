"""Takes the page out of an MHTML file (`.mht`, `.mhtml`), as browsers save it. Pictures and styles are left behind."""

import email
import email.policy
import email.utils
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage

from crawler.errors import BadInput

MAX_HEADER_BYTES = 4_096
PAGE_TYPES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class RootPart:
    """The page inside an MHTML file: its bytes as the browser had them, and what the file says about it."""

    body: bytes
    content_type: str
    """With the charset where the part states one."""
    url: str | None
    saved_at: datetime | None
    """Aware UTC."""


def is_mhtml(data: bytes) -> bool:
    """True where the file begins as a MIME message does, whatever its name."""
    head = data[:MAX_HEADER_BYTES].lstrip().lower()
    return head.startswith((b"from:", b"mime-version:", b"subject:", b"date:", b"snapshot-content-location:",
                            b"content-type: multipart/related")) and b"mime-version:" in head


def root_part(data: bytes) -> RootPart:
    """Take the page out of the file; BadInput where it is no MHTML or holds no page."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    root = _root(message)
    if root is None:
        raise BadInput("the MHTML file holds no html page")
    body = root.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        raise BadInput("the page in the MHTML file is empty")
    return RootPart(body=body, content_type=_content_type(root), url=_url(root, message), saved_at=_saved_at(message))


def _root(message: EmailMessage) -> EmailMessage | None:
    """Find the page: the part that `start` names, else the first html part (RFC 2557: the first is the root)."""
    parts = (part for part in message.walk() if isinstance(part, EmailMessage))
    pages = [part for part in parts if part.get_content_type() in PAGE_TYPES]
    start = message.get_param("start", failobj=None)
    named = (part for part in pages if start is not None and part.get("Content-ID", "").strip() == str(start).strip())
    return next(named, pages[0] if pages else None)


def _content_type(part: EmailMessage) -> str:
    charset = part.get_content_charset()
    return f"{part.get_content_type()}; charset={charset}" if charset else part.get_content_type()


def _url(root: EmailMessage, message: EmailMessage) -> str | None:
    """Give the address of the page: Chromium repeats it on top; a `cid:` or `file:` address is none."""
    stated = (root.get("Content-Location"), message.get("Snapshot-Content-Location"), message.get("Content-Location"))
    found = (str(url).strip() for url in stated if url)
    return next((url for url in found if url.lower().startswith(("http://", "https://"))), None)


def _saved_at(message: EmailMessage) -> datetime | None:
    try:
        stated = email.utils.parsedate_to_datetime(str(message.get("Date", "")))
    except ValueError:
        return None
    return (stated if stated.tzinfo else stated.replace(tzinfo=UTC)).astimezone(UTC)
