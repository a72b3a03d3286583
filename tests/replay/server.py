"""The replay server: captured sites answer on 127.0.0.1 by Host header and request target.

What was not captured is 404, also where another spelling of the same thread was: nothing is guessed, but one thing:
attachment links, which are signed anew at each view, are found by the number in them (corpus/sites/README.md).
A static page (one with an ETag) answers a condition that holds with 304, as its server did.
"""

import json
import urllib.parse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

from crawler.demo.loopback import Answer, Asked, Loopback, answer
from tests.replay.answers import Answers, attachment_of, load, of_row, rows, scenario_of, target_of

CONTROL = "replay.test"
"""Host name of the control requests: POST /scenario?host=H&name=N (no name = normal), GET /log, POST /clear."""
MISSING = answer(404, "Not Found", (("Content-Type", "text/plain"), ("X-Replay", "not captured")), b"not captured\n")


@dataclass(frozen=True, slots=True)
class Logged:
    """One request that was answered."""

    host: str
    target: str
    status: int


class Replay:
    """The captured sites on one port; a context manager."""

    def __init__(
        self, hosts: Iterable[str] | None = None, *, aliases: Mapping[str, str] | None = None, port: int = 0
    ) -> None:
        """Load these hosts (None = all); an alias is a further name under which a host answers the same."""
        self.aliases = dict(aliases or {})
        self.answers: Answers = load(None if hosts is None else frozenset(hosts))
        self.scenarios: dict[str, str] = {}
        self.log: list[Logged] = []
        self._by_attachment = {
            (host, number): made
            for (host, target), made in self.answers.items()
            if (number := attachment_of(target)) and b"Content-Disposition" in made.head
        }
        self._states: dict[tuple[str, str], dict[str, Answer]] | None = None
        self._loopback = Loopback(self._answer, port=port)

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._loopback.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        self._loopback.__exit__(kind, error, trace)

    @property
    def port(self) -> int:
        """Give the port."""
        return self._loopback.port

    @property
    def hosts(self) -> tuple[str, ...]:
        """Give every host that answers, aliases among them."""
        return tuple(sorted({host for host, _ in self.answers} | set(self.aliases)))

    @property
    def resolve_rules(self) -> tuple[str, ...]:
        """Give the rules for `--resolve`, HOST:PORT:ADDRESS:PORT each."""
        return tuple(f"{host}:80:127.0.0.1:{self.port}" for host in self.hosts)

    @property
    def resolve_arguments(self) -> tuple[str, ...]:
        """Give the arguments for the command line."""
        return tuple(word for rule in self.resolve_rules for word in ("--resolve", rule))

    def scenario(self, host: str, name: str | None) -> None:
        """Put a host into a named state, None = its normal one; raise KeyError where none of that name was captured."""
        if name is None:
            self.scenarios.pop(host, None)
            return
        if (host, name) not in self._captured_states():
            raise KeyError(f"{host} was not captured in the state {name!r}")
        self.scenarios[host] = name

    def requests(self, host: str | None = None) -> list[Logged]:
        """Give what was asked of a host (None = of all), in order."""
        return [line for line in list(self.log) if host is None or line.host == host]

    def _captured_states(self) -> dict[tuple[str, str], dict[str, Answer]]:
        """Give (host, scenario) to its answers by target; read at first need."""
        if self._states is None:
            self._states = {}
            for row, body in rows():
                if (name := scenario_of(row)) and row["user_agent"] == "browser":
                    host = urllib.parse.urlsplit(row["url"]).netloc
                    self._states.setdefault((host, name), {})[target_of(row["url"])] = of_row(row, body)
        return self._states

    def _answer(self, asked: Asked) -> Answer:
        """Answer one request and write it down."""
        if asked.host == CONTROL:
            return self._control(asked)
        made = self._found(asked)
        self.log.append(Logged(asked.host, asked.target, made.status))
        return made

    def _found(self, asked: Asked) -> Answer:
        """Find the answer to a request."""
        host = self.aliases.get(asked.host, asked.host)
        if (name := self.scenarios.get(asked.host)) and (made := self._in_state(host, name, asked.target)):
            return made
        made = self.answers.get((host, asked.target))
        if made is None and (number := attachment_of(asked.target)):
            made = self._by_attachment.get((host, number))
        if made is None:
            return MISSING
        return _unmodified(made, asked) or made

    def _in_state(self, host: str, name: str, target: str) -> Answer | None:
        """Give what a host answers in a state; None where that state leaves the target alone.

        A closed board, a ban and a lost database answer every URL with one page; static files stay. The theft guard
        stands before page 1 of threads only (reference/discuz.md, Guards against robots).
        """
        if target == "/robots.txt" or (name == "challenge" and not _is_first_page(target)):
            return None
        pages = self._captured_states()[host, name]
        return pages.get(target) or next(iter(pages.values()))

    def _control(self, asked: Asked) -> Answer:
        """Obey a control request."""
        parts = urllib.parse.urlsplit(asked.target)
        query = dict(urllib.parse.parse_qsl(parts.query))
        if parts.path == "/scenario":
            try:
                self.scenario(query["host"], query.get("name"))
            except KeyError as unknown:
                return answer(400, "Bad Request", (), str(unknown).encode())
        elif parts.path == "/clear":
            self.log.clear()
        lines = [[line.host, line.target, line.status] for line in self.log]
        return answer(200, "OK", (("Content-Type", "application/json"),), json.dumps(lines).encode())


def _is_first_page(target: str) -> bool:
    """True for page 1 of a thread, rewritten or dynamic, in any template."""
    parts = urllib.parse.urlsplit(target)
    if parts.path.startswith("/thread-"):
        return parts.path.split("-")[2:3] == ["1"]
    query = dict(urllib.parse.parse_qsl(parts.query))
    return query.get("mod") == "viewthread" and query.get("page", "1") == "1"


def _unmodified(made: Answer, asked: Asked) -> Answer | None:
    """Give the 304 of a static page whose validators the client has; None for all else."""
    lines = [line for line in made.head.split(b"\r\n") if line]
    named = {line.partition(b":")[0].lower(): line.partition(b":")[2].strip().decode("latin-1") for line in lines[1:]}
    if b"etag" not in named:
        return None
    holds = asked.headers.get("if-none-match") == named[b"etag"]
    if "if-none-match" not in asked.headers:
        holds = asked.headers.get("if-modified-since") == named.get(b"last-modified", "")
    if not holds:
        return None
    kept = [line for line in lines[1:] if not line.lower().startswith((b"content-", b"transfer-"))]
    head = b"\r\n".join([b"HTTP/1.1 304 Not Modified", *kept]) + b"\r\n"
    return replace(made, status=304, head=head, body=b"", ends_by_closing=False)
