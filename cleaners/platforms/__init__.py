"""The software families, found by being here: every module of this folder with a constant `PLATFORM`.

What a family must be able to say stands in `platform`; this module only finds the families and asks them.
`generic` answers where none does: its guesses are the least sure.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache, lru_cache

from cleaners.platforms.platform import Address, Platform, Sheet
from cleaners.reading import PlatformGuess

DECISIVE = 0.9
"""A guess at least this sure is not weighed against the others."""


COMMON = ("discuz", "dedecms", "empirecms", "phpwind", "wechat")
"""Asked first: a page that one of them is sure of costs no question to the others (0.8 ms for 10 kB, all together)."""


@cache
def platforms() -> dict[str, Platform]:
    """Give every family by name: the common ones, the others by their names, `generic` last."""
    found: dict[str, Platform] = {}
    for module in pkgutil.iter_modules(__path__):
        platform = getattr(importlib.import_module(f"{__name__}.{module.name}"), "PLATFORM", None)
        if platform is not None:
            found[platform.family] = platform
    others = sorted(found.keys() - {*COMMON, "generic"})
    return {name: found[name] for name in (*COMMON, *others, "generic") if name in found}


def address_of(url: str, *, family: str | None = None) -> Address:
    """Say what a URL is; the named family is asked first, then those to whom its shape alone is proof.

    Raises ValueError for what is no http(s) URL at all.
    """
    known = platforms()
    if family in known and (address := known[family].address(url)) is not None:
        return address
    address = _proven(url) or known["generic"].address(url)
    if address is None:
        raise ValueError(f"not an http(s) URL: {url[:200]}")
    return address


@lru_cache(maxsize=8192)
def _proven(url: str) -> Address | None:
    """Give the address by the first family that a URL's shape proves; a site's pages share most of their links."""
    for platform in platforms().values():
        is_decisive = getattr(platform, "is_decisive", None)
        if is_decisive is not None and is_decisive(url) and (address := platform.address(url)) is not None:
            return address
    return None


def detect(sheet: Sheet) -> tuple[Platform, PlatformGuess]:
    """Ask every family for the page and give the surest; the site's own hint breaks a tie.

    The family that the hint names or the address proves is asked first: where it is sure, no other is asked.
    """
    for platform in _expected(sheet):
        guess = platform.detect(sheet)
        if guess is not None and guess.sure >= DECISIVE:
            return platform, guess
    best: tuple[float, Platform, PlatformGuess] | None = None
    for platform in platforms().values():
        guess = platform.detect(sheet)
        if guess is None:
            continue
        weight = guess.sure + (0.05 if platform.family == sheet.hints.platform else 0.0)
        if best is None or weight > best[0]:
            best = (weight, platform, guess)
        if guess.sure >= DECISIVE:
            break
    if best is None:
        generic = platforms()["generic"]
        return generic, PlatformGuess(family="generic", sure=0.0, why="nothing else claims the page")
    return best[1], best[2]


def _expected(sheet: Sheet) -> Iterator[Platform]:
    """Give the families to ask before all others: the hint's, then those of the common ones that the address proves."""
    known, url = platforms(), sheet.page.address or ""
    if sheet.hints.platform in known:
        yield known[sheet.hints.platform]
    for name in COMMON[1:]:  # the first one is asked first as it is
        is_decisive = getattr(known.get(name), "is_decisive", None)
        if is_decisive is not None and is_decisive(url):
            yield known[name]
