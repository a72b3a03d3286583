"""A small HTTP/1.1 server on 127.0.0.1 for pages made in this process. What the pages are is not known here.

It runs an asyncio loop in a thread of its own, so that whoever starts it may crawl it from the same process.
The demo site and the replay server of the tests both stand on it. It is never bound to any other address.
"""

import asyncio
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

ADDRESS = "127.0.0.1"
MAX_HEAD_BYTES = 65_536
"""A request head above this is dropped with its connection: no client of ours sends one."""
MAX_BODY_BYTES = 1_048_576
"""The same for a request body; only the control requests of the replay server have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request: the host it is meant for (lower case, without port) and the target as sent."""

    method: str
    host: str
    target: str
    headers: Mapping[str, str]
    """Names in lower case; of repeats the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, ready for the wire; `head` begins with the status line and lacks the Connection header."""

    status: int
    head: bytes
    """Ends with the line break of its last header, without the empty line."""
    body: bytes = b""
    ends_by_closing: bool = False
    """True when neither a length nor chunks say where the body ends."""


Answerer = Callable[[Asked], Answer]


def answer(status: int, reason: str, headers: tuple[tuple[str, str], ...], body: bytes) -> Answer:
    """Make an answer whose length is stated."""
    lines = [f"HTTP/1.1 {status} {reason}"]
    lines += [f"{name}: {value}" for name, value in headers]
    lines.append(f"Content-Length: {len(body)}")
    return Answer(status=status, head=("\r\n".join(lines) + "\r\n").encode("latin-1"), body=body)


class Loopback:
    """The server; use it as a context manager, `port` is known inside."""

    def __init__(self, answerer: Answerer, *, port: int = 0) -> None:
        self.port = port
        self._answerer = answerer
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._failure: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="loopback", daemon=True)

    def __enter__(self) -> Self:
        """Begin to listen; raise OSError where the port is taken."""
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            raise self._failure
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening and drop what is still open."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        """Serve until stopped (the body of the thread)."""
        try:
            server = self._loop.run_until_complete(
                self._loop.create_server(lambda: _Connection(self._answerer), ADDRESS, self.port, backlog=512)
            )
        except OSError as failure:
            self._failure = failure
            self._ready.set()
            self._loop.close()
            return
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        try:
            self._loop.run_forever()
        finally:
            server.close()
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()


class _Connection(asyncio.Protocol):
    """One client: requests are answered one after the other, in the order they come."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - create_server makes no other kind
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete."""
        self._buffer += data
        while (transport := self._transport) is not None and not transport.is_closing():
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                if len(self._buffer) > MAX_HEAD_BYTES:
                    transport.abort()
                return
            asked, length = _parse(self._buffer[:end])
            if asked is None or length > MAX_BODY_BYTES:
                transport.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                transport.close()
                return
            if len(self._buffer) < end + 4 + length:
                return
            self._buffer = self._buffer[end + 4 + length :]
            self._reply(transport, asked)

    def _reply(self, transport: asyncio.Transport, asked: Asked) -> None:
        """Send the answer; close where the client or the answer needs it."""
        made = self._answerer(asked)
        closing = made.ends_by_closing or asked.headers.get("connection", "").lower() == "close"
        connection = b"Connection: close\r\n\r\n" if closing else b"Connection: keep-alive\r\n\r\n"
        transport.write(made.head + connection + (b"" if asked.method == "HEAD" else made.body))
        if closing:
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the way back."""
        self._transport = None


def _parse(head: bytes) -> tuple[Asked | None, int]:
    """Read a request head; give it with the length of its body, or None where it is no HTTP."""
    first, *lines = head.decode("latin-1").split("\r\n")
    parts = first.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        return None, 0
    fields = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, colon, value in fields if colon}
    method, target, _ = parts
    host = headers.get("host", "")
    if target.startswith("http://"):  # a client that takes us for its proxy
        host, _, path = target.removeprefix("http://").partition("/")
        target = f"/{path}"
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()):
        return None, 0
    return Asked(method=method, host=host.partition(":")[0].lower(), target=target, headers=headers), int(length)
