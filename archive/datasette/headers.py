"""Headers under which archived content can do nothing to its reader, and what a web crawler is told. No pages here."""

from collections.abc import Awaitable, Callable
from typing import Any

from archive.datasette.csv_cells import SafeCells

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_NOTHING_ELSE = "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
OUR_POLICY = f"default-src 'none'; style-src 'self'; img-src 'self'; {_NOTHING_ELSE}"
"""Of our own pages: they have no script and no style in line, and nothing may be put into them."""
_DATASETTE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
    f" connect-src 'self'; {_NOTHING_ELSE}"
)
"""Of Datasette's pages: scripts as files of its plugins only; its templates hold styles in line, by column."""
POLICY_HEADER = "content-security-policy"
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    (b"x-robots-tag", b"noindex, noarchive"),
)
ROBOTS = "User-agent: *\nDisallow: /\n"
"""An archive holds other people's pages: they are found where they stand, not here."""
LONGEST_ADDRESS = 16_000
"""Bytes of path and query that any page reads; a browser's own limit is not far above."""


def guarded(app: App, *, wrong_pages: Callable[[], str | None]) -> App:
    """Wrap an application so that every answer carries the headers, and no address is longer than can be meant.

    While `wrong_pages` gives a reason, that is the answer to everything.
    """

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        cells: SafeCells | None = None

        async def send_with_headers(event: dict[str, Any]) -> None:
            nonlocal cells
            if event["type"] == "http.response.start":
                cells = SafeCells() if _is_csv(scope, event) else None
                event = _with_headers(event)
            elif event["type"] == "http.response.body" and cells is not None:
                is_last = not event.get("more_body", False)
                event = {**event, "body": cells.feed(event.get("body", b""), is_last=is_last)}
            await send(event)

        said = wrong_pages() if scope["type"] == "http" else None
        if said is not None:
            await _refuse(send_with_headers, status=503, said=said)
        elif scope["type"] == "http" and _is_too_long(scope):
            await _refuse(send_with_headers, status=414, said="The address is too long.")
        else:
            await app(scope, receive, send_with_headers)

    return answer


def _with_headers(event: dict[str, Any]) -> dict[str, Any]:
    """Give the start of an answer with our headers; a page's own policy stays."""
    given = [(name.lower(), value) for name, value in event.get("headers", [])]
    names = {name for name, _ in _HEADERS}
    kept = [(name, value) for name, value in given if name not in names]
    has_policy = any(name == POLICY_HEADER.encode() for name, _ in kept)
    policy = [] if has_policy else [(POLICY_HEADER.encode(), _DATASETTE_POLICY.encode())]
    return {**event, "headers": [*kept, *_HEADERS, *policy]}


def _is_csv(scope: Scope, event: dict[str, Any]) -> bool:
    """Say whether an answer is Datasette's CSV, which has no stated length; it calls some of them plain text."""
    headers = {name.lower(): value for name, value in event.get("headers", [])}
    if event["status"] != 200 or b"content-length" in headers:
        return False
    return headers.get(b"content-type", b"").startswith(b"text/csv") or str(scope.get("path", "")).endswith(".csv")


def _is_too_long(scope: Scope) -> bool:
    return len(scope.get("query_string", b"")) + len(scope.get("raw_path") or b"") > LONGEST_ADDRESS


async def _refuse(send: Send, *, status: int, said: str) -> None:
    """Answer in one line; no page is made for it."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{said}\n".encode()})
