"""Fills the demo's page templates (`templates/*.html`, written by us) and makes answers of them."""

import html
from functools import cache
from pathlib import Path
from string import Template

from crawler.demo.loopback import Answer, answer

FOLDER = Path(__file__).parent / "templates"


@cache
def _template(name: str) -> Template:
    """Read a template, once."""
    return Template((FOLDER / f"{name}.html").read_text(encoding="utf-8").removesuffix("\n"))


def fill(template: str, /, **values: object) -> str:
    """Fill a template with markup; whatever is text must have gone through `plain`."""
    return _template(template).substitute(values)


def plain(text: str) -> str:
    """Give text as markup."""
    return html.escape(text, quote=True)


def page(markup: str, *, status: int = 200, charset: str = "utf-8", cookies: tuple[str, ...] = ()) -> Answer:
    """Answer with a page."""
    reason = {200: "OK", 404: "Not Found"}[status]
    headers = (("Content-Type", f"text/html; charset={charset}"), *(("Set-Cookie", cookie) for cookie in cookies))
    return answer(status, reason, headers, markup.encode(charset))


def text(body: str) -> Answer:
    """Answer with plain text."""
    return answer(200, "OK", (("Content-Type", "text/plain"),), body.encode())


def missing() -> Answer:
    """Answer 404 as a bare web server does."""
    return page("<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>", status=404)
