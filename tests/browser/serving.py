"""An archive served by a process of its own on loopback, and its pages fetched and taken apart without a browser."""

import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

from lxml import html  # type: ignore[import-untyped]

from tests.browser.shelves import EVIL, RUN

ROOT = Path(__file__).resolve().parents[2]
DATASETTE1 = ROOT / ".venv-datasette1" / "bin" / "python"
"""Python of the environment with the other line of Datasette, which `make datasette1` makes."""
_RUNNING = re.compile(r"Uvicorn running on (http://127\.0\.0\.1:[0-9]+)")  # uvicorn's own line; linear
HARMLESS = ("http://", "https://", "/", "#", "?", "mailto:")
"""What a link may begin with, but for one relative to its page, which has no colon before its first slash."""
_WORKED = "62710561"
"""What a template engine makes of 7919*7919."""
_RAN = re.compile(r"window\.pwned|evil\.invalid", re.IGNORECASE)
LARGEST = 3_000_000
"""Bytes of a page: far above any of ours, far below a title of 10 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An answer."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_html(self) -> bool:
        return self.headers.get("content-type", "").startswith("text/html")


class _Stay(HTTPRedirectHandler):
    """Follows nothing: a redirect is an answer."""

    def redirect_request(self, *_: object) -> None:
        return None


@contextmanager
def served(*arguments: str, python: str = sys.executable) -> Iterator[str]:
    """Run `python -m ARGUMENTS --port …` until it listens, give its address, and end it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryFile("w+") as log:
        program = subprocess.Popen(
            [python, "-m", *arguments, "--port", str(port)], stderr=subprocess.PIPE, stdout=log, text=True, cwd=ROOT
        )
        try:
            assert program.stderr is not None
            said: list[str] = []
            for line in program.stderr:
                said.append(line)
                if found := _RUNNING.search(line):
                    break
            else:
                raise AssertionError(f"the server did not start: {''.join(said)[-2000:]}")
            # A pipe that nobody empties would halt the server.
            drain = subprocess.Popen(["cat"], stdin=program.stderr, stdout=subprocess.DEVNULL)
            yield found[1]
        finally:
            program.terminate()
            program.wait(timeout=20)
        drain.wait(timeout=20)


def fetch(origin: str, path: str) -> Page:
    """Ask for a page, again where a busy machine cut the answer off; a redirect and an error are answers too."""
    url = urljoin(origin, path)
    try:
        return _answer(url)
    except ConnectionResetError:
        return _answer(url)


def _answer(url: str) -> Page:
    try:
        with build_opener(_Stay).open(url, timeout=60) as answer:
            return Page(url=url, status=answer.status, headers=_lower(answer.headers), body=answer.read())
    except HTTPError as error:
        return Page(url=url, status=error.code, headers=_lower(error.headers), body=error.read())


def _lower(headers: object) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}  # type: ignore[attr-defined]


def dangers(page: Page) -> list[str]:
    """Say what in a page could run, ask or lay itself over the page; empty for a harmless one."""
    found = [f"header {name}" for name in ("set-cookie", "refresh") if "pwned" in page.headers.get(name, "")]
    if not page.is_html or not page.body:
        return found
    found += [f"{len(page.body)} bytes"] if len(page.body) > LARGEST else []
    found += ["a template worked"] if _WORKED.encode() in page.body else []
    origin = urlsplit(page.url).netloc
    for element in html.fromstring(page.body.decode("utf-8")).iter():
        if isinstance(element.tag, str):
            found += [f"<{element.tag}> {what}"[:300] for what in _dangers_of(element, origin)]
    return found


def _dangers_of(element: "html.HtmlElement", origin: str) -> Iterator[str]:
    tag = element.tag
    if tag in ("base", "iframe", "object", "embed", "plaintext", "frame") or element.get("http-equiv") == "refresh":
        yield "stands there"
    if tag in ("script", "style") and _RAN.search(element.text or ""):
        yield "holds an archived value"
    for name, value in element.attrib.items():
        # The one button with a handler is Datasette 1.0's own; our policy does not let it run, and it is not shown.
        if (name.startswith("on") and value != "openColumnChooser()") or (name == "style" and "fixed" in value):
            yield f"{name}={value}"
        if name in ("href", "src", "action", "formaction", "xlink:href"):
            is_link = tag == "a" and name == "href"
            if not _is_harmless(value) or (not is_link and EVIL in value):
                yield f"{name}={value}"
            if is_link and _host(value) not in ("", origin) and "noreferrer" not in (element.get("rel") or ""):
                yield f"leads out and tells from where: {value}"


def _host(value: str) -> str:
    try:
        return urlsplit(value).netloc
    except ValueError:  # a broken IPv6 address: a browser takes it for no address at all
        return ""


def _is_harmless(value: str) -> bool:
    stripped = value.strip().lower()
    if stripped.startswith("//"):
        return False
    return stripped.startswith(HARMLESS) or ":" not in stripped.partition("/")[0]


def data_of(file: Path) -> list[str]:
    """Give the arguments that serve the folder of an archive as a person would."""
    return ["gongwen", "--data", str(file.parent), "serve"]


__all__ = ["DATASETTE1", "RUN", "Page", "dangers", "data_of", "fetch", "served"]
