"""A page as it came in, and what is known of its site beforehand. No reading of it lives here."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache


class Media(StrEnum):
    """What the bytes are: markup, a text dump of a page, a JSON object that gives one text, or to be found out."""

    HTML = "html"
    TEXT = "text"
    GIVEN = "given"
    """See `cleaners.given`; only an import says so, never the wire."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes of one answer (after transfer and content decoding) with what the wire said about them."""

    body: bytes
    url: str | None = None
    """The address asked for; None for a saved page that states none."""
    final_url: str | None = None
    """The address that answered, after redirects; None = the same as `url`."""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    """In the order received, repeats kept, names as sent."""
    fetched_at: datetime | None = None
    """Aware UTC; None where unknown (relative dates then stay unread)."""
    media: Media = Media.UNKNOWN

    @property
    def address(self) -> str | None:
        """The address that links on the page are relative to."""
        return self.final_url or self.url

    def header(self, name: str) -> str | None:
        """Give the first header of this name, whatever its case; None where there is none."""
        wanted = name.lower()
        for key, value in self.headers:
            if key.lower() == wanted:
                return value
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRule:
    """Boilerplate of one host, learned from its pages and accepted by a person; `cleaners.rules.host` takes it out."""

    name: str
    """Unique within the host; edits name it `host:NAME`."""
    words: str
    """What is taken: a whole line, the lines of a block (set apart by line feeds), or a phrase inside lines."""
    shape: str = "line"
    """`line`, `block` or `phrase`."""
    place: str = "any"
    """Where it may stand: `head`, `tail` or `any`."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a site's TOML knows before the page is opened; the digest is stored with each reading."""

    zone: str = "Asia/Shanghai"
    """IANA name of the zone in which the site prints its times."""
    platform: str | None = None
    """Family to prefer when the page itself is not decisive; never believed against the page."""
    rules: tuple[HostRule, ...] = ()
    """The host's own boilerplate, in the order in which it is looked for."""

    @property
    def digest(self) -> str:
        """Twelve hex digits that change whenever a hint changes."""
        return _digest_of(self)


@lru_cache(maxsize=64)  # asked for with every page; a crawl has one a site
def _digest_of(hints: Hints) -> str:
    rules = [[rule.name, rule.words, rule.shape, rule.place, rule.version] for rule in hints.rules]
    known = [hints.zone, hints.platform, rules] if rules else [hints.zone, hints.platform]
    facts = json.dumps(known, ensure_ascii=True)
    return hashlib.sha256(facts.encode()).hexdigest()[:12]
