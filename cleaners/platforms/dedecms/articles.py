"""An article, a soft or a picture set of DedeCMS: one draft a page, page n of N, and what the page states of itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urljoin

from lxml.html import HtmlElement

from cleaners.facts.changes import changed
from cleaners.facts.labels import facts_from, pairs_of
from cleaners.facts.stated import completed
from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.dedecms.addresses import address, host_of, make_key
from cleaners.platforms.dedecms.landmarks import find_text
from cleaners.platforms.dedecms.linking import links_of, of_article, path_of
from cleaners.platforms.dedecms.pager import Pager, pager_of
from cleaners.platforms.dedecms.signs import number_of
from cleaners.platforms.dedecms.skins import SKINS, Skin, is_dropped
from cleaners.platforms.generic.addresses import address as plain_address
from cleaners.platforms.generic.addresses import linked
from cleaners.platforms.generic.head import Metas, metas_of, stated_of
from cleaners.platforms.platform import Address, Draft, Findings, Sheet
from cleaners.platforms.template import element_name, find, find_all, words_of
from cleaners.reading import Attachment, Facts, PageKind, UrlKind, View
from cleaners.regex import regex
from cleaners.rules.inside.cms_lines import EDITOR_END
from cleaners.shown import Drop, render

READ = Outcome(state=State.READ)
WORDLESS = Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail="an article without words")
"""Of an article of pictures alone; its page among several is read all the same, or the others would wait for it."""
# The style that the software's protection against copying sets round hidden words (`RndString`): one capital, two small
# letters, three digits. Bounded, disjoint: linear.
JAMMER_NAME = regex(r"[A-Z][a-z]{2}\d{3}")
JAMMER_STYLE = regex(rf"\.(?P<name>{JAMMER_NAME.pattern})\s{{0,3}}\{{\s{{0,3}}display\s{{0,3}}:\s{{0,3}}none")
JAMMER_COLOR = "#FFFFFF"
"""Of the words that it hides by colour instead; dropped only beside such a style."""
TAIL_CHARS = 160
"""Characters at a text's end in which the editor may stand."""
TITLE_END = regex(r"\s*[_|｜]|\s+[-–—]\s+|-(?=[^-]{0,30}$)")
"""What parts the title from the site's name in the `title` element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A text's elements, the lines of facts beside it, and its title as the page prints it."""

    nodes: tuple[HtmlElement, ...]
    title: str | None
    head: tuple[tuple[str, Sequence[str]], ...]
    """Blocks of facts: name of the element, its lines."""
    skin: Skin | None = None


def read_article(sheet: Sheet, tree: HtmlElement) -> Findings | None:
    """Read a page of an article; None where no text's place is found."""
    metas = metas_of(tree)
    shown = _by_skin(sheet, tree) or _by_landmarks(tree, metas)
    if shown is None:
        return None
    pager = pager_of(tree, sheet.text, sheet.base_url)
    own = address(sheet.page.address or "")
    page = pager.page if pager else own.page if own else 1
    title, title_from = _title(shown, metas, page)
    text = render(shown.nodes, drop=_drop(sheet, pager))
    facts = _facts(sheet, tree, metas, shown, text)
    key, node = document_key(sheet, pager), element_name(shown.nodes[0])
    draft = Draft(position=1, shown=text, title=title, title_from=title_from, author=facts.author, node=node)
    is_blank = not text.strip() and pager is None
    return Findings(
        page_kind=PageKind.ARTICLE,
        outcome=WORDLESS if is_blank else READ,
        document_key=key,
        view=_view(own, shown),
        page=page,
        pages=pager.pages if pager else None,
        facts=changed(facts, stated_url=None) if page > 1 and facts.stated_url else facts,
        drafts=() if is_blank else (draft,),
        links=of_article(links_of(sheet, tree), pager, key),
    )


def _view(own: Address | None, shown: Shown) -> View:
    """Give the view: mobile by its address or by its skin."""
    if own is not None and own.view is not View.MAIN:
        return own.view
    return shown.skin.view if shown.skin else View.MAIN


def document_key(sheet: Sheet, pager: Pager | None, *, is_article: bool = True) -> str | None:
    """Give the article's key: by the number in a script's address, that the page states, or that its file is named by.

    None without an address or a number: the key is then that of the address of page 1, or what `read` makes of it.
    """
    url = sheet.page.address
    own = address(url or "")
    named = own.key if own is not None and own.kind is UrlKind.DOCUMENT else None
    is_asked = own is not None and named is not None and ".php?" in own.url
    stated = None if is_asked else number_of(sheet.text, is_article=is_article)
    is_new = stated is not None and (named is None or not named.endswith(f":article:{stated}"))
    host = host_of(url) if is_new else None
    if stated is not None and host is not None:
        return make_key(host, "article", stated)
    return named or _first_page_key(pager)


def _first_page_key(pager: Pager | None) -> str | None:
    """Give the key of page 1 by its address; None on page 1 itself, whose own address gives it."""
    first = dict(pager.urls).get(1) if pager else None
    found = plain_address(first) if first else None
    return found.key if found else None


def without_text(sheet: Sheet, tree: HtmlElement) -> Findings:
    """Give what a page states whose text neither skin nor landmark shows: its key, place and pages; for `generic`."""
    pager, own = pager_of(tree, sheet.text, sheet.base_url), address(sheet.page.address or "")
    path, crumbs = path_of(tree)
    where = (("path", crumbs), ("category", crumbs)) if path else ()
    return Findings(
        page_kind=PageKind.OTHER,
        outcome=READ,
        document_key=document_key(sheet, pager, is_article=False),
        view=own.view if own else View.MAIN,
        page=pager.page if pager else own.page if own else 1,
        pages=pager.pages if pager else None,
        facts=Facts(path=path, category=path[-1] if path else None, where=where),
    )


def _by_skin(sheet: Sheet, tree: HtmlElement) -> Shown | None:
    for skin in SKINS:
        nodes = tuple(find_all(tree, skin.body)) if skin.mark in sheet.text else ()
        if nodes:
            titles = [words_of(node) for node in find(nodes[0], skin.title)]
            blocks = tuple((element_name(node), render([node]).splitlines()) for node in find(nodes[0], skin.head))
            return Shown(nodes=nodes, title=next(filter(None, titles), None), head=blocks, skin=skin)
    return None


def _by_landmarks(tree: HtmlElement, metas: Metas) -> Shown | None:
    root = tree.find("body")
    found = find_text(root, metas.title) if root is not None and metas.title else None
    return None if found is None else Shown(nodes=found.nodes, title=found.title, head=(("head", found.head),))


def _title(shown: Shown, metas: Metas, page: int) -> tuple[str | None, str | None]:
    """Give the title without the number that the software adds to it on a later page."""
    printed = shown.title or TITLE_END.split(metas.title)[0].strip() or None
    if printed is not None and page > 1:
        printed = printed.removesuffix(f"({page})").rstrip() or printed
    return printed, None if printed is None else "heading" if shown.title else "title"


def _drop(sheet: Sheet, pager: Pager | None) -> Drop:
    """Say what in the text's elements is none of the text: see `is_dropped`, the pager, and words hidden by a style."""
    block = pager.node if pager is not None else None

    @cache
    def jammers() -> frozenset[str]:
        return frozenset(found["name"] for found in JAMMER_STYLE.finditer(sheet.text))

    def drop(node: HtmlElement) -> bool:
        if node is block:
            return True
        if not node.keys():  # paragraphs and breaks: nothing is asked of them that is no attribute's
            return False
        if is_dropped(node):
            return True
        name = node.get("class")
        if name is not None and JAMMER_NAME.fullmatch(name) and name in jammers():
            return True
        return node.tag == "font" and node.get("color") == JAMMER_COLOR and bool(jammers())

    return drop


def _facts(sheet: Sheet, tree: HtmlElement, metas: Metas, shown: Shown, text: str) -> Facts:
    """Give what the head's blocks label, the breadcrumb, the digest, the text's last line, and the page's own words."""
    pairs = [pair for name, lines in shown.head for pair in pairs_of(lines, where=name)]
    labelled = facts_from(pairs, zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at)
    path, crumbs = path_of(tree)
    digest = next(iter(find(shown.nodes[0], shown.skin.digest)), None) if shown.skin else None
    editor = EDITOR_END.search(text, max(0, len(text) - TAIL_CHARS))
    stated: dict[str, tuple[object, str]] = {
        "path": (path, crumbs),
        "category": (path[-1] if path else None, crumbs),
        "abstract": (words_of(digest), element_name(digest)) if digest is not None else (None, ""),
        "editor": ((editor["name"] or editor["bare"] or "").strip() if editor else None, element_name(shown.nodes[0])),
        "attachments": (_files(sheet, shown), "links"),
    }
    new = {name: pair for name, pair in stated.items() if pair[0] and not getattr(labelled, name)}
    values = {name: value for name, (value, _) in new.items()}
    where = tuple([(name, where) for name, (_, where) in new.items()])
    return completed(labelled, values, where, stated_of(sheet, metas, title=shown.title))


def _files(sheet: Sheet, shown: Shown) -> tuple[Attachment, ...]:
    """Give the files that the page offers: those of a soft's list, and those linked in the text."""
    base = sheet.base_url or ""
    links: Iterable[HtmlElement] = [
        *(find(shown.nodes[0], shown.skin.files) if shown.skin else []),
        *(node for body in shown.nodes for node in body.iter("a") if _is_file(node, base)),
    ]
    found: dict[str, Attachment] = {}
    for node in links:
        url = urljoin(base, (node.get("href") or "").strip())
        found.setdefault(url, Attachment(name=words_of(node) or url.rpartition("/")[2], url=url))
    return tuple(found.values())


def _is_file(node: HtmlElement, base: str) -> bool:
    found = linked(node.get("href"), base)
    return found is not None and found.kind is UrlKind.ATTACHMENT

