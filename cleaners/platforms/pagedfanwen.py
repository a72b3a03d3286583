"""Model-text sites that cut a text into many pages: `_2.htm`, `第6/9页`, `T(2)`. Reference: realtext, family 18.

Pages are told by the pager as on any page; where it proves nothing, the page's own `第6/9页` says which it is.
"""

from dataclasses import replace

from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.platforms.generic.addresses import address
from cleaners.platforms.platform import Findings, Sheet
from cleaners.regex import regex

# `第6/9页`, `第 6 / 9 页` alone between tags: digits bounded, nothing repeats within a repetition.
PAGE = regex(r"第\s{0,2}(?P<page>\d{1,3})\s{0,2}/\s{0,2}(?P<pages>\d{1,3})\s{0,2}页")
# A link to a later page of the same name.
LATER = regex(r"href=[\"'][^\"'<>]{0,200}_\d{1,3}\.html?[\"']")
# The number at the end of a page's own name.
OWN_NUMBER = regex(r"_(?P<page>\d{1,3})(?P<ending>\.html?)$")
SIGNS = (Sign(words="页", sure=0.5, why="第n/N页 beside links to the pages of one name", shape=PAGE, also=("_2.htm",)),)


def with_page(sheet: Sheet, findings: Findings) -> Findings:
    """Say which page this is, as printed."""
    printed = PAGE.search(sheet.text)
    if printed is None or LATER.search(sheet.text) is None:
        return findings
    page, pages = int(printed["page"]), int(printed["pages"])
    if not 1 <= page <= pages:
        return findings
    return replace(findings, page=page, pages=pages, document_key=key_of_first(sheet.page.address, page))


def key_of_first(url: str | None, page: int) -> str | None:
    """Give the key of page 1, whose name lacks the number; None where the address has no such name."""
    own = address(url or "")
    if own is None:
        return None
    first = OWN_NUMBER.sub(lambda match: match["ending"] if int(match["page"]) == page else match[0], own.key)
    return first if first != own.key or page == 1 else None


PLATFORM = ArticleFamily(family="pagedfanwen", version=1, signs=SIGNS, templates=(), improve=with_page)
