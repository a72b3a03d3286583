"""Lists of Discuz: boards, the forum index, guides, search results. They lead to threads and hold no report."""

from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, State
from cleaners.platforms.discuz.addresses import address, make_key, site_of
from cleaners.platforms.discuz.anatomy import Anatomy, has_class
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.pager import next_of, place_of
from cleaners.platforms.discuz.statements import path_of, site_facts
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.platform import Findings
from cleaners.reading import Link, PageKind, UrlKind, View
from cleaners.regex import regex

LISTED = Outcome(state=State.LISTED)

_ROW_ID = regex(r"(?:normal|stick)thread_(\d{1,10})")
_ANCHORS = finder(".//th//a[@href] | .//h2//a[@href] | .//h3//a[@href]")
_REPLIES = finder('.//td[contains(concat(" ",@class," ")," num ")]//a | .//td[contains(@class,"nums")]//strong')
_LAST = finder('.//td[contains(concat(" ",@class," ")," by ") or contains(@class,"lastpost")]')
_EM = finder(".//em")
_CITE = finder(".//cite")
_SPAN = finder(".//span[@title]")
_MOMENT = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{2}))?")


def is_list(anatomy: Anatomy) -> bool:
    """Say whether a page is laid out as a list of threads or boards; True = it is."""
    ids = anatomy.ids
    if "threadlist" in ids or "threadlisttableid" in ids or "separatorline" in ids or "waterfall" in ids:
        return True
    return any(name.startswith(("normalthread_", "stickthread_", "category_", "forum_lastpost_")) for name in ids)


def read_list(anatomy: Anatomy) -> Findings:
    """Read a list page: thread links with title and stamp, boards, other pages; no drafts."""
    place = place_of(anatomy)
    view = View.MOBILE if "手机版 - Powered by" in anatomy.title else View.MAIN
    key = list_key(anatomy)
    return Findings(
        page_kind=PageKind.LIST,
        outcome=LISTED,
        document_key=key,
        view=view,
        page=place.page,
        pages=place.pages,
        facts=replace(site_facts(anatomy), path=path_of(anatomy)),
        links=gather(
            anatomy,
            Own(key=key, page=place.page, view=view),
            known=rows_of(anatomy),
            next_url=next_of(place),
        ),
    )


def rows_of(anatomy: Anatomy) -> list[Link]:
    """Give the threads of a board's table, each with its title and what the row says of its state."""
    found = []
    for name, row in anatomy.ids.items():
        match = _ROW_ID.fullmatch(name)
        link = _row(anatomy, row, int(match[1])) if match is not None else None
        if link is not None:
            found.append(link)
    return found


def list_key(anatomy: Anatomy) -> str | None:
    """Give the key of a list or home page; None where its URL says nothing."""
    own = anatomy.address
    if own is not None and own.kind in (UrlKind.LIST, UrlKind.HOME):
        return own.key
    return None


def stamp_of(row: HtmlElement) -> str | None:
    """Say in what state a row shows its thread: replies, time and name of the last post; None where it says nothing.

    Views are left out, as they change without the thread; so are relative times, as they change by themselves.
    """
    replies = words(first(_REPLIES(row)))
    last, moment = _last_post(row)
    poster = words(first(_CITE(last))) if last is not None else ""
    if not replies.isdigit() and not moment:
        return None
    return "|".join((replies, moment, poster))


def _last_post(row: HtmlElement) -> tuple[HtmlElement | None, str]:
    """Give a row's cell of the last post and its time in one spelling, empty where it is only relative."""
    cells = _LAST(row)
    last = cells[-1] if cells else None
    return last, "" if last is None else _moment(last)


def _row(anatomy: Anatomy, row: HtmlElement, tid: int) -> Link | None:
    subject = _subject(anatomy, row, tid)
    if subject is None:
        return None
    url = anatomy.resolve(subject.get("href", ""))
    if url is None:
        return None
    found = address(url)
    if found is not None and found.kind is UrlKind.DOCUMENT:
        key, target = found.key, found.url
    else:  # a spelling of the site's own: the row's id still says which thread it is
        site = site_of(anatomy.sheet.base_url or "")
        if site is None:
            return None
        key, target = make_key(site, "thread", tid), url
    title, active_on = words(subject)[:300] or None, _last_post(row)[1] or None
    return Link(url=target, key=key, title=title, stamp=stamp_of(row), active_on=active_on)


def _subject(anatomy: Anatomy, row: HtmlElement, tid: int) -> HtmlElement | None:
    """Give the link that carries a row's title: the marked one, else the longest that leads to a document."""
    anchors = [anchor for anchor in _ANCHORS(row) if not anchor.get("href", "").startswith("javascript:")]
    marked = first(anchor for anchor in anchors if has_class(anchor, "xst") or has_class(anchor, "s"))
    if marked is not None:
        return marked
    targets = [(anchor, anchor.get("href", "")) for anchor in anchors]
    leading = [anchor for anchor, href in targets if str(tid) in href and "goto=" not in href]
    return max(leading, key=lambda anchor: len(words(anchor)), default=None)


def _moment(cell: HtmlElement) -> str:
    """Give the time of the last post in one spelling; empty where it is only relative."""
    place = first(_EM(cell))
    place = cell if place is None else place
    span = first(_SPAN(place))
    found = _MOMENT.search(span.get("title", "") if span is not None else words(place))
    if found is None:
        return ""
    year, month, day, hour, minute = found.groups()
    date = f"{year}-{int(month):02}-{int(day):02}"
    return f"{date}T{int(hour):02}:{minute}" if hour else date
