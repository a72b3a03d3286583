"""Reads a saved page from disk: its bytes, and what the file and the notes beside it say about where and when.

Whoever saved the page is believed, in this order: a note beside the file, the container (MHTML), the comment that
SingleFile or a browser leaves on top. What only the page itself says of its address (canonical link, og:url) is kept
apart as `stated_url`. Nothing is archived here.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cleaners.page import Media, Page
from crawler.errors import BadInput
from crawler.mhtml import is_mhtml, root_part
from crawler.own_word import HEAD_BYTES, head_of, is_web, own_word, unescaped

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is no page, even with its pictures inside."""
HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
MHTML_ENDINGS = frozenset({".mhtml", ".mht"})
TEXT_ENDINGS = frozenset({".txt", ".text"})
PAGE_ENDINGS = HTML_ENDINGS | MHTML_ENDINGS | TEXT_ENDINGS

# SingleFile's comment: `Page saved with SingleFile`, then ` url: …` and ` saved date: …` on lines of their own. Each
# gap is one bounded class that cannot match what follows it.
_SINGLEFILE = re.compile(
    r"<!--[^>]{0,100}?SingleFile[^\n]{0,200}\n\s{0,20}url:[ \t]{0,9}(?P<url>[^\s<>]{1,2048})\s{1,40}"
    r"(?:saved date:[ \t]{0,9}(?P<date>[^\n<>]{1,200}))?"
)
# `<!-- saved from url=(0042)http://… -->`, as browsers write it; the number is the length of the URL. Bounded classes.
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{4}\)(?P<url>[^\s<>]{1,2048})\s{0,9}-->", re.IGNORECASE)
# JavaScript's Date, as SingleFile prints it: `Sun Nov 22 2026 10:00:00 GMT+0800 (…)`. Fixed widths.
_JS_DATE = re.compile(r"[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A saved page as it lies on disk, taken out of its container."""

    path: Path | None
    """None for standard input."""
    body: bytes
    media: Media
    content_type: str | None = None
    """As stated by the container; None for a bare file."""
    url: str | None = None
    """Address by the word of whoever saved it."""
    url_from: str | None = None
    """`note`, `mhtml`, `singlefile` or `browser`; None without `url`."""
    stated_url: str | None = None
    """Address by the page's own word (canonical link, og:url); such words are often wrong."""
    saved_at: datetime | None = None
    """Aware UTC; None where nothing says when it was saved."""

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """Give what stands in for the wire's headers."""
        return () if self.content_type is None else (("Content-Type", self.content_type),)

    def page(self) -> Page:
        """Give the page for reading without an archive."""
        return Page(body=self.body, url=self.url, headers=self.headers, fetched_at=self.saved_at, media=self.media)


def open_saved(path: Path) -> Saved:
    """Read a saved page and the note beside it; BadInput, without the path, for what is no page."""
    saved = from_bytes(_bytes_of(path), path=path)
    note = read_note(path)
    url = note.get("url")
    if url is not None and not is_web(url):
        raise BadInput(f"the note beside it gives {url!r}, which is no http or https URL")
    return Saved(
        path=path, body=saved.body, media=saved.media, content_type=saved.content_type,
        url=url or saved.url, url_from="note" if url else saved.url_from, stated_url=saved.stated_url,
        saved_at=_instant(note["fetched_at"]) if "fetched_at" in note else saved.saved_at,
    )


def from_bytes(data: bytes, *, path: Path | None = None) -> Saved:
    """Take the page out of the bytes of a file; BadInput for an empty one and for a container without a page."""
    if not data.strip():
        raise BadInput("the file is empty")
    ending = path.suffix.lower() if path else ""
    if ending in MHTML_ENDINGS or is_mhtml(data):
        part = root_part(data)
        return Saved(path=path, body=part.body, media=Media.HTML, content_type=part.content_type, url=part.url,
                     url_from="mhtml" if part.url else None, stated_url=own_word(part.body),
                     saved_at=part.saved_at)
    head = head_of(data)
    if ending in TEXT_ENDINGS and not head.lstrip("\ufeff \t\r\n")[:9].lower().startswith(("<!doctype", "<html")):
        return Saved(path=path, body=data, media=Media.TEXT)
    url, url_from, saved_at = _saver_word(head)
    media = Media.HTML if ending in HTML_ENDINGS else Media.UNKNOWN
    return Saved(path=path, body=data, media=media, url=url, url_from=url_from, stated_url=own_word(data),
                 saved_at=saved_at)


def notes_of(path: Path) -> tuple[Path, ...]:
    """Give the files that may hold a note on this page: `page.html.url`, `page.url`, `page.html.json`, `page.json`."""
    return (path.with_name(f"{path.name}.url"), path.with_suffix(".url"), path.with_name(f"{path.name}.json"),
            path.with_suffix(".json"))


def read_note(path: Path) -> dict[str, str]:
    """Read the note beside a page: `url` and `fetched_at`, where given; a `.json` without them is no note."""
    for note in notes_of(path):
        if not note.is_file() or note.stat().st_size > HEAD_BYTES:
            continue
        text = note.read_bytes().decode("utf-8-sig", "replace")
        found = _from_shortcut(text) if note.suffix == ".url" else _from_json(text)
        if found:
            return found
    return {}


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise BadInput("is a folder, not a page")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadInput(f"is larger than {MAX_BYTES // 1024 // 1024} MiB")
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInput("no such file") from None
    except OSError as error:
        raise BadInput(f"cannot be read ({error.strerror})") from None


def _saver_word(head: str) -> tuple[str | None, str | None, datetime | None]:
    """Give the address, who wrote it down, and when, from the comment that the saving program left."""
    if found := _SINGLEFILE.search(head):
        url = unescaped(found["url"])
        return (url, "singlefile", _js_date(found["date"] or "")) if is_web(url) else (None, None, None)
    if found := _SAVED_FROM.search(head):
        url = unescaped(found["url"])
        return (url, "browser", None) if is_web(url) else (None, None, None)
    return None, None, None


def _js_date(stated: str) -> datetime | None:
    found = _JS_DATE.search(stated)
    try:
        return datetime.strptime(found[0], "%a %b %d %Y %H:%M:%S GMT%z").astimezone(UTC) if found else None
    except ValueError:  # the 31st of a short month, an hour 25
        return None


def _instant(stated: str) -> datetime | None:
    """Read an ISO 8601 instant; one without zone is UTC."""
    try:
        found = datetime.fromisoformat(stated.strip())
    except ValueError:
        raise BadInput(f"the note beside it gives `fetched_at` {stated!r}, which is no ISO 8601 instant") from None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def _from_shortcut(text: str) -> dict[str, str]:
    """Read a URL alone, or an Internet shortcut (`[InternetShortcut]`, then `URL=…`)."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    url = next((line[4:] for line in lines if line[:4].upper() == "URL="), lines[0] if lines else "")
    return {"url": url} if url else {}


def _from_json(text: str) -> dict[str, str]:
    try:
        found: Any = json.loads(text)
    except ValueError:  # any other JSON may lie beside a page
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: found[key] for key in ("url", "fetched_at") if isinstance(found.get(key), str)}
