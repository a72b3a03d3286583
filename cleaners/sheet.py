"""A page opened: bytes decoded, markup parsed, base found; once, for whoever reads it. No meaning is found here."""

from cleaners.decode import decode
from cleaners.page import Hints, Media, Page
from cleaners.platforms.platform import Sheet
from cleaners.tree import base_of, media_of, parse


def open_sheet(page: Page, hints: Hints) -> Sheet:
    """Decode and parse a page.

    Raises UndecodablePage where no allowed codec explains the bytes, UnparsablePage where the markup is past a limit.
    """
    media = media_of(page)
    text, charset = decode(page.body, declared=page.header("content-type"), is_markup=media is Media.HTML)
    if media is Media.TEXT:
        return Sheet(page=page, hints=hints, text=text, charset=charset, tree=None, base_url=page.address)
    is_as_sent = charset.charset == charset.how == "utf-8" and not charset.lost  # read strictly, without a mark before
    tree = parse(text, page.body if is_as_sent else None)
    return Sheet(page=page, hints=hints, text=text, charset=charset, tree=tree, base_url=base_of(tree, page.address))
