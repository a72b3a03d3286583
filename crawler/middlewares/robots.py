"""What a robots.txt says to us, as RFC 9309 wants it read. Fetching it and keeping to it is in `politeness`."""

from dataclasses import dataclass
from enum import StrEnum

from protego import Protego

TOKEN = "Gongwen"  # noqa: S105 - the name that robots.txt knows us by
MAX_BYTES = 512 * 1024
"""Bytes that are read of a robots.txt; RFC 9309 section 2.5 asks for at least 500 KiB."""


class Ruling(StrEnum):
    """What the answer to robots.txt means for the whole host."""

    RULES = "rules"
    FREE = "free"
    WAIT = "wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one host, and until when they hold."""

    ruling: Ruling
    expires: float
    """Monotonic seconds."""
    detail: str = ""
    rules: Protego | None = None

    def allows(self, url: str) -> bool:
        """True where the rules let us ask for the URL."""
        return self.rules is None or bool(self.rules.can_fetch(url, TOKEN))

    @property
    def crawl_delay_s(self) -> float | None:
        """Give the seconds that the rules want between two requests; None where they are silent."""
        delay = self.rules.crawl_delay(TOKEN) if self.rules is not None else None
        return None if delay is None else float(delay)


def ruling_for(status: int) -> Ruling:
    """Say what the status of robots.txt means (RFC 9309 section 2.3.1): 4xx = no rules, 5xx = wait; 429 = wait too."""
    if 200 <= status < 300:
        return Ruling.RULES
    if status == 429 or status >= 500 or status < 200:
        return Ruling.WAIT
    return Ruling.FREE


def parse(body: bytes) -> Protego:
    """Read the rules; what is not UTF-8 is passed over, what lies past the limit is cut at a line."""
    if len(body) > MAX_BYTES:
        body = body[:MAX_BYTES].rpartition(b"\n")[0]
    return Protego.parse(body.decode("utf-8-sig", errors="ignore"))
