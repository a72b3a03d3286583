"""One family of portals as data, and the reader of them all: address, detection, facts and preview.

A family is told by the lines that only its pages print (`Sign`), and by its hosts. Which: the modules named after them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import cast
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from cleaners.facts.labels import MAX_ABSTRACT
from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.generic.addresses import address as generic_address
from cleaners.platforms.generic.head import metas_of, page_facts, title_of
from cleaners.platforms.generic.linking import links_of
from cleaners.platforms.platform import Address, Draft, Findings, Sheet
from cleaners.platforms.portal.body import Preview, has_other_text, is_list, is_running, preview_of
from cleaners.platforms.portal.spots import Spot, spots_of
from cleaners.platforms.portal.stated import Parts, Said, both, facts_of
from cleaners.platforms.portal.walls import refusal_of
from cleaners.platforms.template import element_name
from cleaners.platforms.wide import holds
from cleaners.reading import Facts, Links, PageKind, PlatformGuess, UrlKind, View
from cleaners.regex import regex
from cleaners.rules.portal.portal_fields import LINE_CHARS, plain
from cleaners.rules.title.title_forms import FILE_END, without_claims
from cleaners.shown import render

LEAST = 0.5
"""Sureness below which a page is not claimed."""
MOST = 0.97
BY_HOST = "host"
HOST = 0.5
"""What a family's own host counts for."""
FILE_WORDS = ("文档", "文檔", "资源ID", "会员上传")
"""Every family prints one of these (reference: realtext, section 2)."""
FIRST_LINES = 60
"""Filled lines from the top among which several together may be a sign."""
PREFIX = regex(r"^(?:www|m|wap)\.")


@dataclass(frozen=True, slots=True)
class Sign:
    """A line that a family prints: its name for a person, what it counts for, a word it holds, its whole shape."""

    name: str
    weight: float
    mark: str
    shape: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalFamily:
    """Reads the pages of one family; see `cleaners.platforms.platform.Platform`."""

    family: str
    version: int
    signs: tuple[Sign, ...]
    openings: tuple[Sign, ...] = ()
    """Signs that several lines make together, tried on the page's first lines, one below the other."""
    hosts: tuple[str, ...] = ()
    routes: tuple[re.Pattern[str], ...] = ()
    """Shapes of a document's path and query, with groups `id` and, for the later pages of one, `page`."""
    bodies: tuple[str, ...] = ()
    """XPaths of the preview, where the family's templates are known."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """What the family means by a label, where it is not what the label says anywhere else."""
    is_stub: bool = False
    """True where the family shows the first lines of its texts only."""
    is_abstract: bool = False
    """True where the text shown is what the page calls the abstract of its file."""

    def address(self, url: str) -> Address | None:
        """Give the key of a document's page; None for URLs of no known shape."""
        known = generic_address(url)
        if known is None or known.kind is not UrlKind.DOCUMENT:
            return None
        parts = urlsplit(known.url)
        place = parts.path + (f"?{parts.query}" if parts.query else "")
        for route in self.routes:
            match = route.fullmatch(place)
            if match:
                found = match.groupdict()
                host = _host(parts.hostname)
                is_mobile = (parts.hostname or "").startswith(("m.", "wap."))
                return Address(
                    key=f"{self.family}:{host}:document:{found['id']}",
                    kind=UrlKind.DOCUMENT,
                    page=int(found.get("page") or 1),
                    view=View.MOBILE if is_mobile else View.MAIN,
                    url=known.url,
                )
        return None

    def is_decisive(self, url: str) -> bool:
        """Say whether a URL's shape alone is proof: True on the family's own hosts."""
        try:
            return self._is_own(url) and self.address(url) is not None
        except ValueError:  # a bracket that is not closed
            return False

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say how surely the family made the page, by its lines and its host; None for dumps, which are read by lines.

        A page without the words of the signs costs no more than looking for them.
        """
        if sheet.tree is None:
            return None
        has_host = self._is_own(sheet.page.address or "")
        text = sheet.text
        if not has_host and not speaks_of_files(text):
            return None
        signs = [sign for sign in (*self.signs, *self.openings) if holds(text, sign.mark)]
        if sum(sign.weight for sign in signs) + HOST * has_host < LEAST:
            return None
        return self.guess(tuple(spot.spaced for spot in spots_of(root_of(sheet.tree))), has_host=has_host)

    def guess(self, lines: Sequence[str], *, has_host: bool = False) -> PlatformGuess | None:
        """Weigh the signs in a page's filled lines; None where they are too few."""
        first = "\n".join(line for line in lines[:FIRST_LINES] if len(line) <= LINE_CHARS)
        seen = [sign for sign in self.openings if sign.shape.search(first)]
        short, whole = _plain_lines(tuple(lines))
        missing = [sign for sign in self.signs if sign.mark in whole]
        for words in short:
            if not missing:
                break
            found = [sign for sign in missing if sign.mark in words and sign.shape.fullmatch(words)]
            seen += found
            missing = [sign for sign in missing if sign not in found] if found else missing
        sure = sum(sign.weight for sign in seen) + HOST * has_host
        if sure < LEAST:
            return None
        names = [BY_HOST] * has_host + [sign.name for sign in seen]
        return PlatformGuess(family=self.family, sure=min(MOST, round(sure, 2)), why=", ".join(names))

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a page: the preview between head and foot, and what the lines round it state."""
        tree = sheet.tree
        if tree is None:
            outcome = Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail="no markup")
            return Findings(page_kind=PageKind.OTHER, outcome=outcome)
        metas = metas_of(tree)
        printed, title_from = title_of(tree, metas)
        title = without_claims(printed) if printed else None
        root = root_of(tree)
        spots = spots_of(root)
        preview = preview_of(root, spots, title=title, bodies=self.bodies)
        refusal = refusal_of([spot.words for spot in spots], preview.text)
        if refusal is not None:
            return Findings(page_kind=PageKind.ERROR, outcome=refusal, facts=page_facts(sheet, metas, title=title))
        stated = facts_of(sheet, _parts(preview), title=printed, renamed=self.renamed, is_stub=self.is_stub)
        facts = self.with_abstract(both(stated, page_facts(sheet, metas, title=title)), preview.text)
        is_file = bool(printed and FILE_END.search(printed))
        draft = _draft(preview, title, "file_name" if is_file else title_from)
        own = self.address(sheet.page.address or "")
        if own is None and (is_list(preview) or (guess.why == BY_HOST and not is_running(preview, title))):
            draft = replace(draft, shown="")  # no document's page: `generic` says what it is
        return self._found(sheet, preview, facts, draft)

    def with_abstract(self, facts: Facts, text: Sequence[str]) -> Facts:
        """Keep the text as the abstract where that is what the page calls it."""
        if not self.is_abstract or facts.abstract or not text:
            return facts
        abstract = "\n".join(text)[:MAX_ABSTRACT]
        return replace(facts, abstract=abstract, where=(*facts.where, ("abstract", "text")))

    def _found(self, sheet: Sheet, preview: Preview, facts: Facts, draft: Draft) -> Findings:
        tree = cast("HtmlElement", sheet.tree)  # dumps are read elsewhere
        own = self.address(sheet.page.address or "")
        is_shown = bool(draft.shown.strip())
        is_empty = own is not None and not is_shown and not has_other_text(preview, draft.title)
        nothing = Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail="the preview holds no text")
        return Findings(
            page_kind=PageKind.ENTRY,
            outcome=nothing if is_empty else Outcome(state=State.READ),
            document_key=own.key if own else None,
            view=own.view if own else View.MAIN,
            page=own.page if own else 1,
            facts=facts,
            drafts=(draft,) if is_shown else (),
            links=self._links(links_of(tree, sheet), own),
        )

    def _links(self, links: Links, own: Address | None) -> Links:
        """Put the other pages of this document where they belong."""
        if own is None:
            return links
        addresses = {link.url: self.address(link.url) for link in (*links.documents, *links.pages)}
        pages = {
            found.page: link
            for link in (*links.documents, *links.pages)
            if (found := addresses[link.url]) is not None and found.key == own.key and found.page != own.page
        }
        urls = {link.url for link in pages.values()}
        others = tuple(link for link in (*links.documents, *links.pages) if link.url not in urls)
        following = pages.get(own.page + 1)
        return replace(
            links, pages=tuple(pages[number] for number in sorted(pages)), documents=others,
            next=following.url if following else None,
        )  # fmt: skip

    def _is_own(self, url: str) -> bool:
        host = _host(urlsplit(url).hostname) if self.hosts else ""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


def _draft(preview: Preview, title: str | None, title_from: str | None) -> Draft:
    node = preview.node
    return Draft(
        position=1,
        shown=render([node], drop=preview.drop) if node is not None else "",
        title=title,
        title_from=title_from if title else None,
        node=element_name(node) if node is not None else None,
    )


@lru_cache(maxsize=1)
def _plain_lines(lines: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Give the lines that may be a sign, for comparing, and all of them in one text; the families ask in a row."""
    short = tuple(plain(line) for line in lines if len(line) <= LINE_CHARS)
    return short, "\n".join(short)


@lru_cache(maxsize=1)
def speaks_of_files(text: str) -> bool:
    """Say whether a page may be any portal's: True for one of the words of which each family prints one.

    Ten families ask in a row; the last answer is kept.
    """
    return any(holds(text, word) for word in FILE_WORDS)


def root_of(tree: HtmlElement) -> HtmlElement:
    """Give the body of a page, the whole tree without one."""
    body = tree.find("body")
    return tree if body is None else body


def _host(host: str | None) -> str:
    return PREFIX.sub("", (host or "").lower())


def _parts(preview: Preview) -> Parts:
    return Parts(
        head=tuple(_said(spot) for spot in preview.head),
        text=preview.text,
        foot=tuple(_said(spot) for spot in preview.foot),
    )


def _said(spot: Spot) -> Said:
    return Said(spot.spaced, element_name(spot.node))
