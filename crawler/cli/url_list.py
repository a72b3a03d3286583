"""Reads lists of URLs: arguments, files, standard input. A bad line is told with its number; the others still count."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.addresses import in_ascii
from crawler.errors import BadInput
from crawler.own_word import is_web

MAX_LIST_BYTES = 64 * 1024 * 1024
"""A larger file is no list of URLs: half a million lines of full length."""
MAX_URL_CHARS = 2_048
SHOWN_CHARS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlList:
    """The URLs of a list, each once, in order, and what was wrong with the other lines."""

    urls: tuple[str, ...]
    problems: tuple[str, ...] = ()
    """One line each, with the place in the list and its text."""


def read_lists(arguments: Iterable[str], lists: Iterable[str]) -> UrlList:
    """Read URLs from arguments and from files (`-` = standard input); BadInput where no usable URL is among them."""
    urls: dict[str, None] = {}
    problems: list[str] = []
    for place, text in _lines(arguments, lists):
        problem = _problem(text)
        url = in_ascii(text) if problem is None else None
        if url is not None:
            urls[url] = None
        else:
            problems.append(f"{place}: {_short(text)!r} {problem or 'holds a host that no name or address can be'}")
    if not urls:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise BadInput(f"{problems[0]}{more}" if problems else "no URL given: name one, or a list with -i FILE")
    return UrlList(urls=tuple(urls), problems=tuple(problems))


def _lines(arguments: Iterable[str], lists: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give every URL line with its place; empty lines and those that begin with `#` are none."""
    yield from (("argument", text.strip()) for text in arguments)
    for name in lists:
        lines = _text(name).splitlines()
        kept = [(f"{name} line {number}", line.strip()) for number, line in enumerate(lines, start=1)
                if line.strip() and not line.lstrip().startswith("#")]
        if not kept:
            raise BadInput(f"{name}: the list is empty")
        yield from kept


def _text(name: str) -> str:
    """Read a list; bytes that are not UTF-8 are kept as marks, so that their line is told and no other suffers."""
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    path = Path(name)
    if path.is_dir():
        raise BadInput(f"{name}: is a folder, not a list of URLs (for saved pages: gongwen import {name})")
    try:
        if path.stat().st_size > MAX_LIST_BYTES:
            raise BadInput(f"{name}: is larger than {MAX_LIST_BYTES // 1024 // 1024} MiB, no list of URLs")
        data = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"{name}: no such file") from None
    except OSError as error:
        raise BadInput(f"{name}: cannot be read ({error.strerror})") from None
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # Windows' Notepad writes it as "Unicode"
    return data.decode("utf-16" if utf_16 else "utf-8-sig", "replace")


def _problem(text: str) -> str | None:
    """Say why the text is no URL to archive; None where it is one."""
    if "\ufffd" in text:
        return "is not UTF-8"
    if any(character.isspace() or ord(character) < 32 for character in text):
        return "holds white space: one URL a line"
    if len(text) > MAX_URL_CHARS:
        return f"is longer than {MAX_URL_CHARS} characters"
    if is_web(text):
        return None
    return "is no http or https URL" + (f" (http://{text}?)" if is_web(f"http://{text}") and "." in text else "")


def _short(text: str) -> str:
    return text if len(text) <= SHOWN_CHARS else f"{text[:SHOWN_CHARS - 1]}…"
