"""A family of article pages as data: the signs that give it away and the skins it wears. Each has a file beside this.

What such a family does not say (which links a page has, how a list looks) is found as on any page, by `generic`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cleaners.outcome import Outcome, State
from cleaners.platforms.platform import Address, Findings, Sheet
from cleaners.platforms.template import Template, read_article
from cleaners.platforms.wide import holds
from cleaners.reading import PageKind, PlatformGuess

SURE_TOGETHER = 0.95
"""How sure two signs are together: below `is_decisive`'s 1.0, above any single one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Words of a page's source that a family leaves there, how sure they make (0 to 1), and why."""

    words: str
    sure: float
    why: str
    also: tuple[str, ...] = ()
    """Words of which one must be there too; empty = none."""
    shape: re.Pattern[str] | None = None
    """What the source must hold as well; looked for only where the words are."""

    def is_in(self, text: str) -> bool:
        """Say whether the page's source bears the sign."""
        if not holds(text, self.words) or (self.also and not any(holds(text, words) for words in self.also)):
            return False
        return self.shape is None or self.shape.search(text) is not None


def _no_address(url: str) -> Address | None:
    return None


Improve = Callable[[Sheet, Findings], Findings]


def _as_it_is(sheet: Sheet, findings: Findings) -> Findings:
    return findings


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFamily:
    """One family; see `cleaners.platforms.platform.Platform`."""

    family: str
    version: int
    signs: tuple[Sign, ...]
    templates: tuple[Template, ...]
    address_by: Callable[[str], Address | None] = _no_address
    """What a URL is by the family's own shapes; None for others."""
    improve: Improve = _as_it_is
    """What the family knows beyond its skins: facts in comments and scripts, its own message pages."""

    def address(self, url: str) -> Address | None:
        """Say what a URL is; None where its shape is not this family's."""
        return self.address_by(url)

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say how surely the page is this family's: its surest sign, two of them together more."""
        found = signs_in(sheet.text, self.signs)
        if sheet.tree is None or not found:
            return None
        sure = found[0].sure if len(found) == 1 else max(found[0].sure, SURE_TOGETHER)
        return PlatformGuess(family=self.family, sure=sure, why="; ".join(sign.why for sign in found[:3]))

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a page by the family's skins; without one that fits, `generic` is asked (by `read`)."""
        own = self.address(sheet.page.address) if sheet.page.address else None
        found = read_article(sheet, self.templates, key=own.key if own else None, is_by_lines=True)
        nothing = Findings(page_kind=PageKind.OTHER, outcome=Outcome(state=State.READ))
        return self.improve(sheet, found or nothing)


def signs_in(text: str, signs: Sequence[Sign]) -> list[Sign]:
    """Give the signs that a page's source bears, the surest first."""
    return sorted((sign for sign in signs if sign.is_in(text)), key=lambda sign: -sign.sure)
