"""DedeCMS 5.1 to 5.7: addresses, pages and errors of the software. `PLATFORM` is what the rest of the project asks."""

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.dedecms import addresses, errors, signs
from cleaners.platforms.dedecms.articles import read_article, without_text
from cleaners.platforms.dedecms.lists import is_home, is_list, read_list
from cleaners.platforms.platform import Address, Findings, Sheet
from cleaners.reading import PageKind, PlatformGuess, UrlKind


class DedeCms:
    """The family, as `cleaners.platforms.platform.Platform` wants it."""

    family = addresses.FAMILY
    version = 1

    def address(self, url: str) -> Address | None:
        """Say what a URL is, on a host that runs this software; None where its shape is not the software's."""
        return addresses.address(url)

    def is_decisive(self, url: str) -> bool:
        """Say whether a URL's shape alone proves this software; True = it may be asked on unknown hosts."""
        return addresses.is_decisive(url)

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say how surely this software made the page; None where nothing speaks for it."""
        return signs.detect(sheet)

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a page; one whose text no skin and no landmark shows comes back with its key alone, for `generic`."""
        tree = sheet.tree
        if tree is None:
            return _nothing("a text dump")
        refusal = errors.error_of(sheet, tree)
        if refusal is not None:
            return refusal
        own = addresses.address(sheet.page.address or "")
        is_action = own is not None and own.kind is UrlKind.SKIP
        article = None if is_action or is_home(sheet) else read_article(sheet, tree)
        if article is not None:
            return article
        if is_home(sheet) or is_list(sheet, tree):
            return read_list(sheet, tree)
        return _nothing(f"a page of the kind {own.rule}") if own and is_action else without_text(sheet, tree)


def _nothing(detail: str) -> Findings:
    outcome = Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail=detail)
    return Findings(page_kind=PageKind.OTHER, outcome=outcome)


PLATFORM = DedeCms()
