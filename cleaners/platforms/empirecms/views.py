"""The other views of an article: the print page (`/e/DoPrint/`) and the page for old telephones (`/e/wap/show.php`).

Both show the text of all pages in one. Their document is the article's, their view ranks below the page itself.
"""

from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.facts.dates import read_date
from cleaners.facts.labels import DATE, facts_from, merged, pairs_of
from cleaners.outcome import Outcome, State
from cleaners.platforms.empirecms.addresses import address
from cleaners.platforms.empirecms.naming import without_maker
from cleaners.platforms.empirecms.skins import PRINT, PRINT_HEAD, PRINT_PATH, WAP_BACK, WAP_TEXT
from cleaners.platforms.platform import Address, Draft, Findings, Sheet
from cleaners.platforms.template import element_name, find, path_of
from cleaners.platforms.template import read_article as read_skin
from cleaners.reading import Facts, Links, PageKind, View
from cleaners.shown import render

GAP = "\u00a0\u00a0"
"""What parts the statements in the head of the print page; an empty one leaves four in a row."""


def read_printable(sheet: Sheet) -> Findings | None:
    """Read the print page of an article; None for every other page."""
    own = _own(sheet, View.PRINTABLE)
    if own is None or sheet.tree is None:
        return None
    found = read_skin(sheet, (PRINT,), key=own.key)
    if found is None:
        return Findings(
            page_kind=PageKind.OTHER, outcome=Outcome(state=State.READ), document_key=own.key, view=View.PRINTABLE
        )
    facts = _head(sheet, find(sheet.tree, (PRINT_HEAD,)))
    blocks = find(sheet.tree, (PRINT_PATH,))
    path = path_of(blocks)
    where = (("path", element_name(blocks[0])), ("category", element_name(blocks[0]))) if path else ()
    facts = replace(facts, path=path, category=path[-1] if path else None, where=(*facts.where, *where))
    facts = replace(merged(facts, found.facts), keywords=())  # its `meta` repeats the title
    drafts = tuple(replace(draft, author=facts.author) for draft in found.drafts)
    return without_maker(replace(
        found, document_key=own.key, view=View.PRINTABLE, page=1, pages=None, facts=facts, drafts=drafts,
        links=Links(dropped=found.links.dropped),
    ))  # fmt: skip


def read_wap(sheet: Sheet) -> Findings | None:
    """Read the WAP page of an article; None for every other page."""
    own = _own(sheet, View.MOBILE)
    if own is None or sheet.tree is None:
        return None
    labels = find(sheet.tree, (WAP_TEXT,))
    if not labels:
        return None
    lines = render([labels[0]]).replace(":", "：").splitlines()
    title = next((line.partition("：")[2].strip() for line in lines if line.startswith("标题")), None)
    facts = facts_from(
        pairs_of(lines, where="p"), zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at
    )
    nodes = _behind(labels[0])
    draft = Draft(position=1, shown=render(nodes), title=title, title_from="heading", author=facts.author, node="p")
    return Findings(
        page_kind=PageKind.ARTICLE, outcome=Outcome(state=State.READ), document_key=own.key, view=View.MOBILE,
        facts=facts, drafts=(draft,) if draft.shown.strip() else (),
    )  # fmt: skip


def _own(sheet: Sheet, view: View) -> Address | None:
    """Give the page's own address where it is of a view; None for other pages."""
    found = address(sheet.page.address or "")
    return found if found is not None and found.view is view and ":info:" in found.key else None


def _head(sheet: Sheet, blocks: list[HtmlElement]) -> Facts:
    """Read `author  instant  source`, none of them labelled and each perhaps empty: the instant tells the others."""
    for block in blocks:
        where, words = element_name(block), render([block])
        date = DATE.search(words)
        if date is None:
            continue
        author, source = words[: date.start()].strip(f"{GAP} "), words[date.end() :].strip(f"{GAP} ")
        stated = read_date(
            date[0], kind="published", zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at, where=where
        )
        named = (("author", author), ("source", source))
        return Facts(
            author=author or None, source=source or None, published_at=stated.at, dates=(stated,),
            where=tuple((name, where) for name, value in named if value),
        )
    return Facts()


def _behind(labels: HtmlElement) -> list[HtmlElement]:
    """Give the elements between the labels and the links back."""
    nodes: list[HtmlElement] = []
    for node in labels.itersiblings():
        if not isinstance(node.tag, str):
            continue
        if find(node, (WAP_BACK,)):
            break
        nodes.append(node)
    return nodes
