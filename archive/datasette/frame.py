"""What every page of an archive has round its content: addresses of its own pages, and whom to ask for removal.

The template `gongwen_base.html` reads it as `gongwen`. No SQL and no HTML here.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from archive.datasette.archives import archive_of

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

PLUGIN = "gongwen"
STYLE = "/-/static-plugins/gongwen/gongwen.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the frame of a page says; all of it text, to be escaped by the template."""

    database: str
    """Name under which Datasette serves the archive."""
    style: str
    """Address of the style sheet; changes with it, so that no browser keeps an old one."""
    contact: str | None
    """Whom to ask to take something away, as the person who serves it said; None where nothing was said."""
    contact_href: str | None
    """The contact as a link, mailto or http(s); None where it is neither."""


def frame_of(datasette: "Datasette") -> Frame | None:
    """Give the frame of this Datasette's pages; None where no database is an archive."""
    database = archive_of(datasette)
    if database is None:
        return None
    contact = contact_of(datasette)
    return Frame(
        database=database.name,
        style=f"{datasette.urls.path(STYLE)}?{style_digest()}",
        contact=contact,
        contact_href=contact_link(contact),
    )


def contact_of(datasette: "Datasette") -> str | None:
    """Give the takedown address of `plugins.gongwen.contact`; None where it is not set, or not text."""
    contact = (datasette.plugin_config(PLUGIN) or {}).get("contact")
    return contact.strip() or None if isinstance(contact, str) else None


def contact_link(contact: str | None) -> str | None:
    """Make a link of a takedown address; None for what is neither an e-mail address nor http(s)."""
    if not contact or any(character.isspace() for character in contact):
        return None
    if contact.startswith(("http://", "https://")):
        return contact
    name, at, host = contact.removeprefix("mailto:").partition("@")
    is_address = bool(name and at and host) and ":" not in name and "?" not in contact
    return f"mailto:{name}@{host}" if is_address else None


@cache
def style_sheet() -> str:
    """Give the style sheet of all pages."""
    return files("archive.datasette").joinpath("static/gongwen.css").read_text(encoding="utf-8")


@cache
def style_digest() -> str:
    """Give the first eight hexadecimal digits of the style sheet's digest."""
    return hashlib.sha256(style_sheet().encode()).hexdigest()[:8]
