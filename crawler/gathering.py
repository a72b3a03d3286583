"""Finds the saved pages that paths mean: files, folders with what lies under them, patterns. Reads none of them."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.saved import HTML_ENDINGS, MHTML_ENDINGS, PAGE_ENDINGS, notes_of

READ_ME = frozenset({"readme", "license", "licence", "copying", "changelog", "robots", "requirements"})
"""Names (without ending) of text files that lie in folders of pages and are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A path that was asked for, or that lies under one: a page to be read, or the reason why it is none."""

    path: Path
    problem: str | None = None


def find_pages(paths: Iterable[str]) -> Iterator[Found]:
    """Give every page that the paths mean, each once, in order; what is none of it comes with its problem."""
    seen: set[Path] = set()
    for path in paths:
        for found in _under(path):
            if found.path not in seen:
                seen.add(found.path)
                yield found


def _under(name: str) -> Iterator[Found]:
    path = Path(name)
    if path.is_dir():
        pages = list(_in_folder(path))
        yield from pages or [Found(path=path, problem="no saved page in this folder (html, mhtml, txt)")]
    elif path.exists():
        yield from _named(path)
    elif glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern may begin anywhere
        if not matches:
            yield Found(path=path, problem="no file matches this pattern")
        for match in matches:
            yield from _under(match)
    else:
        yield Found(path=path, problem="no such file")


def _named(path: Path) -> Iterator[Found]:
    """Give a file that was named: any ending may hold a page, but for those that surely hold none."""
    ending = path.suffix.lower()
    if ending in (".json", ".url", ".md", ".db", ".gz", ".toml"):
        if not _is_note(path):
            yield Found(path=path, problem=f"not a saved page ({ending}); accepted: html, mhtml, txt")
        return
    yield Found(path=path)


def _in_folder(folder: Path) -> Iterator[Found]:
    """Give the pages under a folder, without hidden ones and without what browsers save beside a page."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in HTML_ENDINGS | MHTML_ENDINGS}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_beside(name, pages))
        for name in sorted(names):
            path = here / name
            is_page = path.suffix.lower() in PAGE_ENDINGS and path.stem.lower() not in READ_ME
            if is_page and not name.startswith(".") and path.is_file():
                yield Found(path=path)


def _is_beside(folder: str, pages: set[str]) -> bool:
    """True for `PAGE_files` and `PAGE.files`, where browsers put the frames and pictures of PAGE."""
    return any(folder in (f"{page}_files", f"{page}.files") for page in pages)


def _is_note(path: Path) -> bool:
    """True where the file can be the note beside a page that is there."""
    if path.suffix.lower() not in (".json", ".url"):
        return False
    stem = path.with_suffix("")
    candidates = [stem, *(stem.with_name(f"{stem.name}{ending}") for ending in PAGE_ENDINGS)]
    return any(page.is_file() and path in notes_of(page) for page in candidates)
