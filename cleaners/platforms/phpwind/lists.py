"""Lists of phpwind: boards, the forum index, the light lists. They lead to threads and hold no report."""

from dataclasses import replace
from typing import Final

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, State
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.phpwind.addresses import address
from cleaners.platforms.phpwind.anatomy import Anatomy, by_class
from cleaners.platforms.phpwind.linking import Own, gather
from cleaners.platforms.phpwind.pager import place_of
from cleaners.platforms.phpwind.statements import path_of, site_facts
from cleaners.platforms.platform import Findings
from cleaners.reading import Link, PageKind, UrlKind, View
from cleaners.regex import regex

LISTED: Final = Outcome(state=State.LISTED)
LIST_IDS: Final = ("threadlist", "ajaxtable", "J_posts_list")
"""What holds the rows of a board: in 8, in 6 to 8, and in 9."""
_SUBJECTS: Final = finder('.//a[starts-with(@id,"a_ajax_")] | .//p[contains(concat(" ",@class," ")," title ")]//a'
                          ' | .//h3/a[@href]')  # fmt: skip
_COUNTS: Final = by_class("num")
_EMPHASIS: Final = finder(".//em")
_OLD_COUNTS: Final = finder('.//td[contains(concat(" ",@class," ")," f10 ")]')
_LAST: Final = finder('.//a[contains(@href,"page=e") or contains(@href,"page-e")]')
_ITEMS: Final = finder("//ul//li")
_LIGHT_LINK: Final = finder(".//a[@href]")
_LIGHT_COUNT: Final = regex(r"(\d{1,8}) ?回复")
_MOMENT: Final = regex(r"(?:(?P<year>\d{4})-)?(?P<month>\d{1,2})-(?P<day>\d{1,2})(?: (?P<time>\d{1,2}:\d{2}))?")
_POSTER: Final = regex(r"by: ?(\S{1,40})")


def read_list(anatomy: Anatomy, *, view: View = View.MAIN) -> Findings:
    """Read a list page: thread links with title and stamp, boards, other pages; no drafts."""
    place = place_of(anatomy)
    own = anatomy.address
    key = own.key if own is not None and own.kind in (UrlKind.LIST, UrlKind.HOME) else None
    path, breadcrumb = path_of(anatomy)
    site = site_facts(anatomy)
    where = (("path", "breadcrumb"),) if breadcrumb is not None else ()
    known = light_rows_of(anatomy) if view is View.ARCHIVER else rows_of(anatomy)
    return Findings(
        page_kind=PageKind.LIST,
        outcome=LISTED,
        document_key=key,
        view=view,
        page=place.page,
        pages=place.pages,
        facts=replace(site, path=path, where=(*site.where, *where)),
        links=gather(anatomy, Own(key=key, page=place.page, view=view, next_url=place.next_url), known=known),
    )


def is_list(anatomy: Anatomy) -> bool:
    """Say whether a page is laid out as a list of threads; True = it is."""
    return any(name in anatomy.ids for name in LIST_IDS)


def rows_of(anatomy: Anatomy) -> list[Link]:
    """Give the threads of a board's table, each with its title and what the row says of its state."""
    found: dict[str, Link] = {}
    for name in LIST_IDS:
        table = anatomy.ids.get(name)
        for subject in _SUBJECTS(table) if table is not None else ():
            link = _row(anatomy, subject)
            if link is not None and link.key is not None:
                found.setdefault(link.key, link)
    return list(found.values())


def light_rows_of(anatomy: Anatomy) -> list[Link]:
    """Give the threads of a light list, each with its number of replies."""
    found = []
    for item in _ITEMS(anatomy.tree):
        anchor = first(_LIGHT_LINK(item))
        leads_to = _document(anatomy, anchor) if anchor is not None else None
        if anchor is None or leads_to is None:
            continue
        count = _LIGHT_COUNT.search(words(item))
        title = words(anchor)
        title = title.removeprefix(count[0]).strip() if count else title
        found.append(replace(leads_to, title=title[:300] or None, stamp=count[1] if count else None))
    return found


def _row(anatomy: Anatomy, subject: HtmlElement) -> Link | None:
    leads_to, title = _document(anatomy, subject), subject.get("title", "").strip() or words(subject)
    row = next(subject.iterancestors("tr"), None)
    if leads_to is None or row is None or not title:
        return None
    moment, poster, at = _last_post(row)
    replies = _replies(row)
    stamp = "|".join((replies, moment, poster)) if replies or moment else None
    return replace(leads_to, title=title[:300], stamp=stamp, active_on=at)


def _document(anatomy: Anatomy, anchor: HtmlElement) -> Link | None:
    url = anatomy.resolve(anchor.get("href", ""))
    found = address(url) if url else None
    if found is None or found.kind is not UrlKind.DOCUMENT:
        return None
    return Link(url=found.url, key=found.key, page=found.page)


def _replies(row: HtmlElement) -> str:
    """Give the number of replies; views are left out, as they change without the thread."""
    cell = first(_COUNTS(row))
    counts = _EMPHASIS(cell) if cell is not None else _OLD_COUNTS(row)
    text = words(first(counts))
    return text if text.isdigit() else ""


def _last_post(row: HtmlElement) -> tuple[str, str, str | None]:
    """Give time and name of the last post in one spelling, and its date where the year is there too.

    Relative times are left out, as they change by themselves.
    """
    anchor = next((node for node in reversed(_LAST(row)) if _MOMENT.search(node.get("title", "") or words(node))), None)
    if anchor is None:
        return "", "", None
    found = _MOMENT.search(anchor.get("title", "")) or _MOMENT.search(words(anchor))
    if found is None:
        return "", "", None
    cell = next(anchor.iterancestors("td"), row)
    poster = _POSTER.search(words(cell))
    anchors = _LIGHT_LINK(cell)
    before = anchors[: anchors.index(anchor)]
    name = poster[1] if poster else words(before[-1]) if before else ""
    day = f"{int(found['month']):02}-{int(found['day']):02}"
    time = f"T{found['time'].zfill(5)}" if found["time"] else ""
    moment = f"{found['year']}-{day}{time}" if found["year"] else f"{day}{time}"
    return moment, name, moment if found["year"] else None
