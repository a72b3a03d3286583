"""EmpireCMS 6 to 8 (帝国CMS): addresses, pages and messages. `PLATFORM` is what the rest of the project asks."""

from cleaners.platforms.empirecms import addresses, errors, signs
from cleaners.platforms.empirecms.articles import read_article
from cleaners.platforms.empirecms.lists import read_list
from cleaners.platforms.empirecms.views import read_printable, read_wap
from cleaners.platforms.platform import Address, Findings, Sheet
from cleaners.reading import PlatformGuess


class EmpireCms:
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
        """Read a page: messages are told by their shape, articles by their skins, the rest by `generic`."""
        for read_kind in (errors.refusal, errors.no_article, read_printable, read_wap, read_list):
            found = read_kind(sheet)
            if found is not None:
                return found
        return read_article(sheet, guess)


PLATFORM = EmpireCms()
