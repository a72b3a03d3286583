"""Which addresses are the pages of one text: they differ in their page number alone. Proof is a pager, see `pager`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cleaners.regex import regex

RUN = regex(r"\d{1,5}")
PAGE_NAME = regex(r"(?:[a-z]{0,12}_?page_?[a-z]{0,8}|(?<=[?&])(?:pn|pg|p|cp))=\Z", re.IGNORECASE)
"""The end of a key before the number: a parameter that counts pages. Bounded; `id=`, `aid=` and `step=` are none."""
MAX_PAGES = 500
INDEX = ("index.html", "index.htm", "index.shtml", "index.php")
INDEX_END = regex(r"/(?:index|p)[_-]?\Z")


@dataclass(frozen=True, slots=True)
class Series:
    """Keys of a text's pages: `before`, number plus `offset`, `behind`; the first page may have none."""

    before: str
    behind: str
    first: str
    """Key of page 1."""
    offset: int = 0
    """-1 where the site counts from 0."""

    def key(self, page: int) -> str:
        """Give the key of a page, from 1."""
        return self.first if page == 1 else f"{self.before}{page + self.offset}{self.behind}"

    def page(self, key: str) -> int | None:
        """Give the number of a key's page, from 1; None for what is no page of this text."""
        if key == self.first or key in _firsts(self.before, self.behind, self.offset):
            return 1
        middle = key[len(self.before) : len(key) - len(self.behind)]
        if not (key.startswith(self.before) and key.endswith(self.behind) and RUN.fullmatch(middle)):
            return None
        page = int(middle) - self.offset
        return page if 1 <= page <= MAX_PAGES and not middle.startswith("00") else None

    @property
    def is_numbered_throughout(self) -> bool:
        """True where page 1 has a number too: such addresses may as well be neighbours in a row of documents."""
        return self.first == f"{self.before}{1 + self.offset}{self.behind}" and "?" not in self.before


def series_of(known: Mapping[int, str]) -> Series | None:
    """Find what numbered keys have in common; `known` has the pages from 1. None where they are no series."""
    later = {page: key for page, key in known.items() if page > 1}
    if not later:
        return None
    page, key = min(later.items())
    for run in reversed(list(RUN.finditer(key, key.find("/") + 1))):
        offset = int(run[0]) - page
        if offset not in (0, -1):
            continue
        before, behind = key[: run.start()], key[run.end() :]
        if "?" in before and not PAGE_NAME.search(before):
            continue
        if offset and "?" not in before:
            continue
        found = _first_of(before, behind, offset, known.get(1))
        series = Series(before, behind, found, offset) if found else None
        if series and all(series.page(other) == number for number, other in known.items()):
            return series
    return None


def _first_of(before: str, behind: str, offset: int, stated: str | None) -> str | None:
    """Give the key of page 1: the stated one where it fits, without a number where it takes none."""
    fitting = _firsts(before, behind, offset)
    if stated is None:
        return next(iter(fitting), None)
    if stated not in fitting:
        return None
    is_bare = "?" in before or INDEX_END.search(before) is not None
    return fitting[0] if is_bare else stated


def _firsts(before: str, behind: str, offset: int) -> list[str]:
    """Give the keys that page 1 may have, the likeliest first."""
    numbered = f"{before}{1 + offset}{behind}"
    if "?" in before:
        start = before.rpartition("&")[0] or before.partition("?")[0]
        rest = behind.removeprefix("&")
        return [start + (("&" if "?" in start else "?") + rest if rest else ""), numbered]
    bare = before.rstrip("_-")
    if INDEX_END.search(before):
        folder = bare.rpartition("/")[0] + "/"
        return [folder, *(folder + name for name in INDEX), numbered]
    if bare != before and not bare.endswith("/"):
        return [bare + behind, numbered]
    if before.endswith("/"):
        folder = before.removesuffix("page/")
        above = folder.rstrip("/")
        return [above + behind, folder, above, *(folder + name for name in INDEX), numbered]
    return [numbered]
