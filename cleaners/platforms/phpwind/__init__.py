"""phpwind 6 to 9 (nextwind): addresses, pages and errors of the software. `PLATFORM` is what the project asks."""

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.phpwind import addresses, errors, signs
from cleaners.platforms.phpwind.anatomy import Anatomy
from cleaners.platforms.phpwind.feeds import is_feed, read_feed
from cleaners.platforms.phpwind.floors import posts_of
from cleaners.platforms.phpwind.lists import is_list, read_list
from cleaners.platforms.phpwind.simple import bodies_of, is_light, read_light
from cleaners.platforms.phpwind.threads import READ, document_key, read_thread
from cleaners.platforms.platform import Address, Findings, Sheet
from cleaners.reading import PageKind, PlatformGuess, UrlKind, View


class Phpwind:
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
        """Read a page: content is told by its elements first, so that words about errors never make one."""
        if sheet.tree is None:
            return _nothing("a text dump")
        if is_feed(sheet):
            return read_feed(sheet)
        return _read(Anatomy(sheet=sheet, tree=sheet.tree))


def _read(anatomy: Anatomy) -> Findings:
    if is_light(anatomy):
        bodies = bodies_of(anatomy)
        if bodies:
            return read_light(anatomy, bodies)
    posts = posts_of(anatomy)
    if posts:
        return read_thread(anatomy, posts)
    if is_list(anatomy):
        return read_list(anatomy)
    refusal = errors.message(anatomy) or errors.form(anatomy)
    if refusal is not None:
        return refusal
    return read_list(anatomy, view=View.ARCHIVER) if is_light(anatomy) else _by_address(anatomy)


def _by_address(anatomy: Anatomy) -> Findings:
    """Judge a page whose elements tell nothing: by its URL, else by whether it leads to threads."""
    own = anatomy.address
    if own is not None and own.kind is UrlKind.DOCUMENT:
        return Findings(page_kind=PageKind.OTHER, outcome=READ, document_key=document_key(anatomy), view=own.view)
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


PLATFORM = Phpwind()
