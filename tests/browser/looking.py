"""What is wrong with a page as a browser has it: on the console, on the wire, for a screen reader, on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.driver import DESKTOP, PHONE, Browser, is_outside

_WIDE = """
const wide = document.documentElement.clientWidth;
const over = [...document.querySelectorAll('body *')].filter(one => {
  const box = one.getBoundingClientRect();
  if (box.width === 0 || box.right <= wide + 1) return false;
  for (let up = one.parentElement; up; up = up.parentElement)
    if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX) && up !== document.body
        && up !== document.documentElement) return false;
  return true;
});
return [document.documentElement.scrollWidth, wide, over.slice(0, 3).map(one => one.outerHTML.slice(0, 150))];
"""
"""Gives how wide the page is and how wide the window, and the first elements that stick out and cannot be scrolled."""
_SCRIPTS = """
const odd = [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(a => a.name.startsWith('on')));
return [typeof window.pwned, odd.map(one => one.outerHTML.slice(0, 150))];
"""
HARMLESS_LINES = ("favicon.ico",)
"""A line of the console with one of these is no fault of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How closely a page is looked at."""

    name: str
    """Of the screenshots."""
    shots: Path
    with_axe: bool = True


def faults_of(browser: Browser, look: Look) -> list[str]:
    """Look at the page that is open, wide and narrow; empty where nothing is wrong. Forgets what was logged before."""
    found: list[str] = []
    for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
        browser.resize(size)
        found += [f"{name}: {fault}" for fault in _at_this_width(browser, look)]
        browser.screenshot(look.shots / f"{look.name}-{name}.png")
    browser.resize(DESKTOP)
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(browser.address))
    browser.listen()
    found += [f"console: {line}" for line in browser.seen if not any(word in line for word in HARMLESS_LINES)]
    found += [f"asked for {url}" for url in browser.asked if is_outside(url, origin)]
    browser.forget()
    return found


def _at_this_width(browser: Browser, look: Look) -> Iterator[str]:
    width, window, over = browser.run(_WIDE)
    if width > window:
        yield f"scrolls sideways: {width} of {window} pixels: {over}"
    ran, odd = browser.run(_SCRIPTS)
    if ran != "undefined" or odd:
        yield f"a script ran or may run: {ran} {odd}"
    if look.with_axe:
        yield from (f"axe: {fault}" for fault in browser.faults())
