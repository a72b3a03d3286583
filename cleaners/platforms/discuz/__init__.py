"""Discuz! 7 to X3.5: addresses, pages and errors of the software. `PLATFORM` is what the rest of the project asks."""

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.discuz import addresses, errors, signs
from cleaners.platforms.discuz.anatomy import Anatomy
from cleaners.platforms.discuz.archived import is_archiver, read_archiver
from cleaners.platforms.discuz.feeds import is_feed, read_feed
from cleaners.platforms.discuz.lists import is_list, read_list
from cleaners.platforms.discuz.mobile import is_mobile_thread, read_mobile
from cleaners.platforms.discuz.portal import is_article, read_article
from cleaners.platforms.discuz.printed import is_printable, read_printable
from cleaners.platforms.discuz.threads import READ, is_thread, read_thread
from cleaners.platforms.platform import Address, Findings, Sheet
from cleaners.reading import PageKind, PlatformGuess, UrlKind


class Discuz:
    """The family, as `cleaners.platforms.platform.Platform` wants it."""

    family = signs.FAMILY
    version = 2

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
        """Read a page: content is told by its elements first, so that words about errors never make one."""
        if sheet.tree is None:
            return _nothing("a text dump")
        shield = errors.guard(sheet)
        if shield is not None:
            return shield
        if is_feed(sheet):
            return read_feed(sheet)
        if sheet.text.lstrip("\ufeff \t\r\n").startswith("<?xml") and "<root>" in sheet.text[:200]:
            return _nothing("a fragment for scripts")
        return _read(Anatomy(sheet=sheet, tree=sheet.tree))


def _read(anatomy: Anatomy) -> Findings:
    for is_kind, read_kind in (
        (is_printable, read_printable),
        (is_archiver, read_archiver),
        (is_mobile_thread, read_mobile),  # some of its posts have the ids of the desktop template
        (is_thread, read_thread),
        (is_article, read_article),
    ):
        if is_kind(anatomy):
            return read_kind(anatomy)
    for find_error in (errors.broken, errors.message):
        refusal = find_error(anatomy)
        if refusal is not None:
            return refusal
    if is_list(anatomy):
        return read_list(anatomy)
    return errors.form(anatomy) or _by_address(anatomy)


def _by_address(anatomy: Anatomy) -> Findings:
    """Judge a page whose elements tell nothing: by its URL, else by whether it leads to threads."""
    own = anatomy.address
    if own is not None and own.kind is UrlKind.DOCUMENT:
        return Findings(page_kind=PageKind.OTHER, outcome=READ, document_key=own.key)
    if own is not None and own.kind is UrlKind.SKIP:
        return _nothing(f"a page of the kind {own.rule}")
    found = read_list(anatomy)
    if own is not None or found.links.documents or found.links.lists:
        return found
    return _nothing("a page without threads or boards")


def _nothing(detail: str) -> Findings:
    return Findings(
        page_kind=PageKind.OTHER, outcome=Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail=detail)
    )


PLATFORM = Discuz()
