"""The hosts of a crawl as it runs: what is claimed for each, what is under way, and when one is to be left alone."""

from collections import deque
from dataclasses import dataclass, field

from archive.frontier import Claim
from cleaners.outcome import Reason

BAD_ANSWERS = 10
"""Answers of a kind that a whole site gives (closed, challenge, server error, no connection), or equal bodies, in a
row after which a host is left alone: a closed board answers every URL with the same page (discuz.md, soft errors)."""
MAX_CLAIMS = 64
WHOLE_SITE = frozenset(
    {Reason.CLOSED, Reason.CHALLENGE, Reason.SERVER_ERROR, Reason.TIMEOUT, Reason.CONNECTION, Reason.DNS, Reason.TLS}
)


@dataclass(slots=True, kw_only=True)
class Host:
    """One host."""

    claims: deque[Claim] = field(default_factory=deque)
    """Claimed and not yet asked for."""
    in_flight: int = 0
    is_dry: bool = False
    """True after the frontier had nothing (more) for it."""
    stopped: str | None = None
    """Why it is left alone for the rest of the crawl."""
    bad_streak: int = 0
    same_streak: int = 0
    last_sha256: str = ""


class Hosts:
    """The hosts met so far; those with claimed URLs take turns."""

    def __init__(self, *, concurrency: int, prefetch: int) -> None:
        self._concurrency = concurrency
        self.prefetch = prefetch
        """URLs that are claimed at a time for one host."""
        self.in_flight = 0
        """Requests under way, all hosts together."""
        self._hosts: dict[str, Host] = {}
        self._turns: deque[str] = deque()
        self.others_are_dry = False
        """True after the frontier had nothing for hosts that are not in this book either."""

    def __getitem__(self, name: str) -> Host:
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = Host()
        return host

    def names(self) -> tuple[str, ...]:
        """Give the hosts met so far."""
        return tuple(self._hosts)

    def put(self, claims: list[Claim]) -> None:
        """Take in claimed URLs."""
        for claim in claims:
            host = self[claim.host]
            if not host.claims:
                self._turns.append(claim.host)
            host.claims.append(claim)

    def take(self, paused: frozenset[str]) -> Claim | None:
        """Give the next URL to ask for, the hosts in turn; None where no host has both a URL and room."""
        for _ in range(len(self._turns)):
            name = self._turns[0]
            self._turns.rotate(-1)
            host = self._hosts[name]
            if host.in_flight < self._concurrency and not host.stopped and name not in paused:
                claim = host.claims.popleft()
                if not host.claims:
                    self._turns.remove(name)
                self.enter(name)
                return claim
        return None

    def busy(self, paused: frozenset[str]) -> frozenset[str]:
        """Give the hosts for which nothing is to be claimed now."""
        return frozenset(
            name for name, host in self._hosts.items()
            if host.stopped or host.is_dry or name in paused or len(host.claims) > self.prefetch // 4
        )

    def wants_claims(self, paused: frozenset[str]) -> bool:
        """True where some host could use more URLs than it has, and the frontier may have them."""
        return not self.others_are_dry or len(self.busy(paused)) < len(self._hosts)

    def wish(self, busy: frozenset[str]) -> int:
        """Give how many URLs to claim: as many as the hosts that are not busy can use, and those not met yet."""
        return min(MAX_CLAIMS, self.prefetch * (len(self._hosts) - len(busy) + 1))

    def note_dry(self, asked_but: frozenset[str]) -> None:
        """Remember that the frontier gave all that it had, but for the hosts that were left out."""
        self.others_are_dry = True
        for name, host in self._hosts.items():
            if name not in asked_but:
                host.is_dry = True

    def note_news(self, names: set[str] | None = None) -> None:
        """Remember that the frontier may have something again: for these hosts, or (None) for all."""
        for name, host in self._hosts.items():
            if names is None or name in names:
                host.is_dry = False
        if names is None or not names <= self._hosts.keys():
            self.others_are_dry = False

    def leave(self, name: str) -> None:
        """Remember that a request to the host has come to an end."""
        self[name].in_flight -= 1
        self.in_flight -= 1

    def enter(self, name: str) -> None:
        """Remember that another request (a redirect's next hop) goes to the host."""
        self[name].in_flight += 1
        self.in_flight += 1

    def waiting(self, paused: frozenset[str]) -> bool:
        """True where a URL is claimed for a host that may be asked, now or when a request has ended."""
        return any(name not in paused and not self._hosts[name].stopped for name in self._turns)

    def note_answer(self, name: str, reason: Reason | None, sha256: str | None = None) -> str | None:
        """Count what a host answered; gives the reason to leave it alone from now on, once, else None."""
        host = self[name]
        host.bad_streak = host.bad_streak + 1 if reason in WHOLE_SITE else 0
        if sha256 is not None:
            host.same_streak = host.same_streak + 1 if sha256 == host.last_sha256 else 1
            host.last_sha256 = sha256
        if host.stopped:
            return None
        if host.bad_streak >= BAD_ANSWERS:
            host.stopped = f"the whole site answers '{reason}'"
        elif host.same_streak >= BAD_ANSWERS:
            host.stopped = "the whole site answers one and the same page"
        return host.stopped
