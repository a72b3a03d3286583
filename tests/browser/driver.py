"""Drives a real Chromium through chromedriver: the dozen calls of W3C WebDriver that these tests make, no library.

Debian packs both programs in one version, so nothing is downloaded and nothing has to be pinned against each other.
Every request of a page and every line of its console is kept by the browser's own log, not by a script in the page.
"""

import base64
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver names an element, as the standard has it."""
AXE = Path(__file__).with_name("node_modules") / "axe-core" / "axe.min.js"
DESKTOP, PHONE = (1280, 900), (390, 844)
"""Width and height of the window, in CSS pixels."""
SERIOUS = ("serious", "critical")
_PORT = re.compile(r"started successfully on port ([0-9]+)")  # chromedriver's own line; linear


def missing() -> str | None:
    """Say what is not installed here; None where the browser tests can run."""
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            return f"needs Chromium: {program} is not installed (Debian: chromium chromium-driver fonts-noto-cjk)"
    return None if AXE.is_file() else "needs axe-core: npm ci --prefix tests/browser"


class DriverFault(Exception):
    """What chromedriver answers where it cannot do what was asked."""


@dataclass(slots=True)
class Browser:
    """One window of Chromium with a profile of its own."""

    session: str
    """Address of the session."""
    seen: list[str] = field(default_factory=list)
    """Lines of the consoles of all pages since `forget`."""
    asked: list[str] = field(default_factory=list)
    """Addresses that pages asked for since `forget`."""

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        return _call(method, f"{self.session}{path}", body)

    def open(self, url: str) -> None:
        self.call("POST", "/url", {"url": url})

    def run(self, script: str, *values: object, waits: bool = False) -> Any:
        """Run the body of a function in the page, its values as `arguments`; not held back by the page's policy."""
        how = "async" if waits else "sync"
        return self.call("POST", f"/execute/{how}", {"script": script, "args": list(values)})

    def all(self, css: str) -> list[str]:
        """Give the elements of a selector."""
        return [one[ELEMENT] for one in self.call("POST", "/elements", {"using": "css selector", "value": css})]

    def one(self, css: str) -> str:
        """Give the first element of a selector; DriverFault where there is none."""
        found: str = self.call("POST", "/element", {"using": "css selector", "value": css})[ELEMENT]
        return found

    def text(self, css: str) -> str:
        """Give what a reader sees of the first element of a selector."""
        return str(self.call("GET", f"/element/{self.one(css)}/text"))

    def click(self, css: str) -> None:
        self.call("POST", f"/element/{self.one(css)}/click", {})

    def follow(self, text: str) -> None:
        """Click the first link that a reader sees these words in."""
        found = self.call("POST", "/element", {"using": "partial link text", "value": text})[ELEMENT]
        self.call("POST", f"/element/{found}/click", {})

    def type(self, css: str, text: str) -> None:
        self.call("POST", f"/element/{self.one(css)}/value", {"text": text})

    @property
    def address(self) -> str:
        return str(self.call("GET", "/url"))

    def resize(self, size: tuple[int, int]) -> None:
        """Set the size of the page itself: a window of less than 500 pixels cannot be had."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1,
                      mobile=size == PHONE)  # fmt: skip

    def devtools(self, command: str, **values: object) -> Any:
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": values})

    def screenshot(self, path: Path) -> None:
        found = self.devtools("Page.captureScreenshot", captureBeyondViewport=False)
        path.write_bytes(base64.b64decode(found["data"]))

    def forget(self) -> None:
        """Begin anew with what was seen and asked."""
        self.listen()
        self.seen.clear()
        self.asked.clear()

    def listen(self) -> None:
        """Take over what the browser logged since the last time."""
        for line in self.call("POST", "/se/log", {"type": "browser"}):
            self.seen.append(f"{line['level']}: {line['message']}")
        for line in self.call("POST", "/se/log", {"type": "performance"}):
            said = json.loads(line["message"])["message"]
            if said["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                values = said["params"]
                self.asked.append(values.get("request", values)["url"])

    def faults(self) -> list[dict[str, Any]]:
        """Give what axe-core finds serious or critical: rule, and the elements."""
        self.run(AXE.read_text(encoding="utf-8"))
        found = self.run(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {preload: false, resultTypes: ['violations']})"
            ".then(found => done(found.violations),"
            " error => done([{impact: 'critical', id: String(error), nodes: []}]))",
            waits=True,
        )
        return [
            {"rule": one["id"], "help": one.get("help"), "where": [node["html"][:200] for node in one["nodes"][:3]]}
            for one in found if one["impact"] in SERIOUS
        ]  # fmt: skip


def is_outside(url: str, origin: str) -> bool:
    """Say whether an asked address leads out of the server; what the browser makes up by itself does not."""
    if url.startswith(("data:", "about:", "blob:", "chrome:", "devtools:")):
        return False
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" != origin


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Start chromedriver and a Chromium whose profile and downloads lie in a folder; both end with this."""
    program = subprocess.Popen(
        [shutil.which("chromedriver") or "chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert program.stdout is not None
        address = next(f"http://127.0.0.1:{found[1]}" for line in program.stdout if (found := _PORT.search(line)))
        made = _call("POST", f"{address}/session", {"capabilities": {"alwaysMatch": _wishes(folder)}})
        one = Browser(session=f"{address}/session/{made['sessionId']}")
        try:
            yield one
        finally:
            one.call("DELETE", "")
    finally:
        program.terminate()
        program.wait(timeout=10)


def _wishes(folder: Path) -> dict[str, Any]:
    """Say how Chromium is to be started: it calls nobody by itself, and resolves no name."""
    arguments = [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", f"--user-data-dir={folder / 'profile'}",
        f"--window-size={DESKTOP[0]},{DESKTOP[1]}", "--lang=zh-CN",
    ]  # fmt: skip
    kept = {"download.default_directory": str(folder / "downloads"), "download.prompt_for_download": False}
    return {
        "browserName": "chrome", "unhandledPromptBehavior": "ignore",
        "timeouts": {"pageLoad": 60_000, "script": 60_000},
        "goog:chromeOptions": {"binary": shutil.which("chromium"), "args": arguments, "prefs": kept},
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    }  # fmt: skip


def _call(method: str, url: str, body: dict[str, Any] | None = None) -> Any:
    data = None if method in ("GET", "DELETE") else json.dumps(body or {}).encode()
    try:
        with urlopen(Request(url, data=data, method=method, headers={"Content-Type": "application/json"}),
                     timeout=120) as answer:  # fmt: skip
            return json.load(answer)["value"]
    except HTTPError as error:
        told = json.load(error)["value"]
        raise DriverFault(f"{told['error']}: {told['message'].splitlines()[0]}") from error


def until(condition: Callable[[], Any], *, seconds: float = 20) -> Any:
    """Ask again and again until the answer is true, and give it; AssertionError past the time."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
    return found
