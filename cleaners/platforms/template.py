"""A skin of an article family as data, and the one reader of all such skins. No family is known here.

A family names, for each of its skins, where title, text and facts stand; `read_article` tries them in order. What a
skin does not name is found as `generic` finds it: the title by headings, the pager by its links, facts by `meta`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from lxml.html import HtmlElement

from cleaners.facts.changes import changed
from cleaners.facts.labels import facts_from, merged, pairs_of
from cleaners.facts.stated import completed
from cleaners.outcome import Outcome, State
from cleaners.platforms.elements import finder, possible, text_of
from cleaners.platforms.generic.head import (
    OF_THE_PAGE,
    Metas,
    column_of,
    facts_round,
    metas_of,
    stated_of,
    title_of,
)
from cleaners.platforms.generic.linking import links_of
from cleaners.platforms.generic.pager import Pager, pager_of
from cleaners.platforms.generic.places import element_name as element_name  # noqa: PLC0414 - families have it from here
from cleaners.platforms.generic.places import places_of
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.reading import Attachment, Facts, Link, Links, PageKind
from cleaners.rules.head.meta_lines import HOMES, STEP
from cleaners.rules.wall.walls import cut_of
from cleaners.shown import render

_BLANKS = "\u00a0\u3000 \t\r\n"
WALLED = (("truncated", "wall"),)
TITLE_CHARS = 200
"""Characters of a title; what is longer is a box that a skin uses otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Where one skin keeps what: XPaths from the page's root in order of preference; those of `drop` from the body."""

    name: str
    """For a person: `DedeCMS default article`."""
    body: tuple[str, ...]
    title: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    """Blocks whose lines state facts as label and value."""
    path: tuple[str, ...] = ()
    """The breadcrumb."""
    drop: tuple[str, ...] = ()
    """What stands in the body and is none of the text; each begins with `.//`."""
    pager: tuple[str, ...] = ()
    """The blocks that lead to the other pages of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A skin that fits a page, and what it found there."""

    template: Template
    nodes: tuple[HtmlElement, ...]
    dropped: frozenset[HtmlElement]
    pager: Pager | None = None


def find(root: HtmlElement, paths: Iterable[str]) -> list[HtmlElement]:
    """Give the elements of the first path that finds any; empty where none does."""
    for path in paths:
        found = finder(path)(root)
        if found:
            return found
    return []


def find_all(root: HtmlElement, paths: Iterable[str]) -> list[HtmlElement]:
    """Give the elements of all paths."""
    found: list[HtmlElement] = []
    for path in paths:
        found += finder(path)(root)
    return found


def blocks_of(sheet: Sheet, paths: Iterable[str]) -> list[HtmlElement]:
    """Give the elements of all paths that are possible on a page, from its root.

    They are kept: what stands there is asked for its labels first, and by some for its links.
    """
    tree = cast("HtmlElement", sheet.tree)  # no skin is asked without one
    found: list[HtmlElement] = []
    for path in possible(paths, sheet.text):
        nodes = sheet.found.get(path)
        if nodes is None:
            nodes = sheet.found[path] = finder(path)(tree)
        found += nodes
    return found


def words_of(node: HtmlElement) -> str:
    """Give an element's text on one line, blanks folded."""
    return " ".join(text_of(node).split())


def choose(sheet: Sheet, templates: Sequence[Template]) -> Chosen | None:
    """Give the first skin whose body is on the page and holds words; None where none fits."""
    tree = sheet.tree
    if tree is None:
        return None
    for template in templates:
        found = find(tree, possible(template.body, sheet.text))
        nodes = [node for node in found if not any(above in found for above in node.iterancestors())]
        if not any(words_of(node) for node in nodes):
            continue
        pager, pager_nodes = _pager(sheet, tree, template)
        drop = possible(template.drop, sheet.text)
        dropped = {*pager_nodes, *(node for body in nodes for node in find_all(body, drop))}
        return Chosen(template=template, nodes=tuple(nodes), dropped=frozenset(dropped), pager=pager)
    return None


def _pager(sheet: Sheet, tree: HtmlElement, template: Template) -> tuple[Pager | None, list[HtmlElement]]:
    """Read the blocks that lead to other pages; they are none of the text, whatever they prove."""
    blocks = find_all(tree, possible(template.pager, sheet.text))
    readings = (pager_of(block, places_of(block), sheet.base_url, sheet.page.address) for block in blocks)
    return next((pager for pager in readings if pager is not None), None), blocks


def head_facts(sheet: Sheet, blocks: Iterable[HtmlElement]) -> Facts:
    """Give the facts that blocks of labels state, each with its element."""
    pairs = [pair for block in blocks for pair in pairs_of(render([block]).splitlines(), where=element_name(block))]
    return facts_from(pairs, zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at)


def path_of(blocks: Iterable[HtmlElement]) -> tuple[str, ...]:
    """Give the steps of a breadcrumb, without the site's home and without `正文`; empty for none."""
    for block in blocks:
        words = words_of(block).partition("位置")[2] or words_of(block)
        steps = [step.strip(_BLANKS + ":：>") for step in STEP.split(words)]
        kept = tuple(step for step in steps if step and step not in HOMES and step not in OF_THE_PAGE)
        if kept:
            return kept
    return ()


def read_article(
    sheet: Sheet, templates: Sequence[Template], *, key: str | None = None, is_by_lines: bool = False
) -> Findings | None:
    """Read a page by the first skin that fits; None where none does.

    `key`: the document's key where the family knows it; else that of the pager's first page, or of the address (by
    `read`). The text is that of the skin's body without its pager and what the skin drops. `is_by_lines`: True for
    families whose skins name no place of facts; then the lines round the text are read, wherever they stand.
    """
    chosen = choose(sheet, templates)
    return None if chosen is None else read_chosen(sheet, chosen, key=key, is_by_lines=is_by_lines)


def read_chosen(sheet: Sheet, chosen: Chosen, *, key: str | None = None, is_by_lines: bool = False) -> Findings:
    """Read a page whose body was chosen by whatever means; options as for `read_article`."""
    tree = cast("HtmlElement", sheet.tree)  # nothing is chosen without one
    metas = metas_of(tree)
    title, title_from = _title(tree, metas, chosen.template)
    shown, pager = render(chosen.nodes, drop=chosen.dropped.__contains__), chosen.pager
    facts = facts_of(sheet, metas, chosen.template, title=title)
    if is_by_lines:
        lines = tuple(line.strip() for line in render([tree]).splitlines() if line.strip())
        facts = merged(facts, facts_round(sheet, lines, shown=shown, title=title))
    links = links_of(tree, sheet)
    files = tuple(Attachment(name=link.title or link.url, url=link.url) for link in links.attachments)
    cut = cut_of(shown)
    draft = Draft(
        position=1, shown=shown, title=title, title_from=title_from, author=facts.author,
        node=element_name(chosen.nodes[0]), hidden_parts=cut.gaps,
    )  # fmt: skip
    page = pager.page if pager else 1
    if cut.is_cut:
        facts = merged(facts, Facts(truncated=True, claimed_chars=cut.claimed, where=WALLED))
    return Findings(
        page_kind=PageKind.ARTICLE,
        outcome=Outcome(state=State.READ),
        document_key=key or (pager.key if pager else None),
        page=page,
        pages=pager.pages if pager else None,
        facts=facts if page == 1 and files == facts.attachments else changed(
            facts, attachments=files, stated_url=facts.stated_url if page == 1 else None
        ),
        drafts=(draft,) if draft.shown.strip() else (),
        links=with_pages(links, pager),
    )


def facts_of(sheet: Sheet, metas: Metas, template: Template, *, title: str | None) -> Facts:
    """Give the facts of a page: what its head blocks label, its breadcrumb, then what its `meta` elements state."""
    tree = cast("HtmlElement", sheet.tree)  # no skin was chosen without one
    labelled = head_facts(sheet, blocks_of(sheet, template.head))
    blocks = find(tree, possible(template.path, sheet.text))
    path = path_of(blocks)
    category = labelled.category or column_of(path, title)
    new: dict[str, object] = {"path": path, "category": category} if path else {}
    named = {name for name, _ in labelled.where}
    where = tuple([(name, element_name(blocks[0])) for name in new if name not in named])
    return completed(labelled, new, where, stated_of(sheet, metas, title=title))


def _title(tree: HtmlElement, metas: Metas, template: Template) -> tuple[str | None, str | None]:
    """Give the title and where it was found: the skin's own place, else as on any page."""
    for node in find_all(tree, template.title):
        words = words_of(node)
        if 0 < len(words) <= TITLE_CHARS:
            return words, "heading"
    return title_of(tree, metas)


def with_pages(links: Links, pager: Pager | None) -> Links:
    """Put a text's proven pages where they belong; what only looked like a pager leads to other documents."""
    if pager is None and not links.pages and links.next is None:
        return links
    proven: tuple[Link, ...] = pager.links if pager else ()
    known = {link.url for link in proven}
    others = tuple(link for link in (*links.documents, *links.pages) if link.url not in known)
    return replace(links, pages=proven, next=pager.next_url if pager else None, documents=others)
