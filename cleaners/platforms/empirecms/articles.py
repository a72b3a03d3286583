"""Articles of EmpireCMS: the shipped skins, those of other makers, and what is handed over with key and facts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from cleaners.facts.changes import changed
from cleaners.facts.labels import merged
from cleaners.outcome import Reason
from cleaners.platforms.elements import possible, text_of
from cleaners.platforms.empirecms import signs
from cleaners.platforms.empirecms.addresses import address, info_key
from cleaners.platforms.empirecms.errors import refused
from cleaners.platforms.empirecms.naming import without_maker
from cleaners.platforms.empirecms.pager import Paged, paged_of
from cleaners.platforms.empirecms.skins import BOXES, DEFAULTS, NEWS, OTHERS, PAGED_DEFAULTS, PAGED_OTHERS
from cleaners.platforms.empirecms.unknown import read_unknown
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.template import Template, blocks_of, find, words_of
from cleaners.platforms.template import read_article as read_skin
from cleaners.reading import Attachment, Facts, Link, Links, PlatformGuess, UrlKind
from cleaners.regex import regex
from cleaners.rules.wall.walls import cut_of

FILE = regex(r"/[^/?#.]{1,80}\.(?:html?|shtml|php)$")
"""The end of an address that names a file; anchored, bounded."""


def read_article(sheet: Sheet, guess: PlatformGuess) -> Findings:
    """Read an article's page by the first skin that fits; without one, as `generic` reads it."""
    number = signs.own_number(sheet)
    own = address(sheet.page.address or "")
    key = info_key(sheet.page.address or "", *number) if number is not None else None
    if own is not None and ":info:" in own.key:
        key = own.key
    paged = paged_of(sheet)
    found = read_skin(sheet, DEFAULTS if paged is None else PAGED_DEFAULTS, key=key)
    if (found is None or not found.drafts) and (key is not None or paged is not None or _is_file(sheet)):
        others = OTHERS if paged is None else PAGED_OTHERS
        found = read_skin(sheet, _on_page(sheet, others), key=key, is_by_lines=True)
    if (found is None or not found.drafts) and _is_wordless(sheet):
        return refused(Reason.NO_CONTENT, "an article without words")
    if found is None or not found.drafts:
        found = read_unknown(sheet, guess, key)
    view, links = signs.view_of(sheet), _without_twins(found.links, key)
    if view is not found.view or links is not found.links:
        found = replace(found, view=view, links=links)
    found = _with_files(found)
    return without_maker(_with_source(sheet, _with_walls(_with_pages(found, paged, key))))


def _is_wordless(sheet: Sheet) -> bool:
    """Say whether the shipped template made the page and its cell of the text holds no words: pictures at most."""
    tree = sheet.tree
    cells = find(tree, NEWS.body) if tree is not None and find(tree, possible(NEWS.head[:1], sheet.text)) else []
    return bool(cells) and not any(words_of(cell) for cell in cells)


def _is_file(sheet: Sheet) -> bool:
    """Say whether the page's address names a file that is no index: folders and indexes are lists as a rule."""
    own = address(sheet.page.address or "")
    return own is None and FILE.search(sheet.page.address or "") is not None


def _on_page(sheet: Sheet, skins: Mapping[str, Template]) -> tuple[Template, ...]:
    """Give the skins whose box is on the page once; boxes side by side are rows of a list."""
    found: Counter[str] = Counter()
    for node in sheet.tree.iter(*BOXES) if sheet.tree is not None else ():
        names = {node.get("id"), *(node.get("class") or "").split()}
        found.update(name for name in names if name in skins)
    return tuple(template for name, template in skins.items() if found[name] == 1)


def _with_walls(findings: Findings) -> Findings:
    """Say of a text that a seller's notice cuts off, or that has gaps for members, that it is not whole."""
    cuts = [cut_of(draft.shown) for draft in findings.drafts]
    if not any(cut.is_cut for cut in cuts):
        return findings
    claimed = tuple(dict.fromkeys(number for cut in cuts for number in cut.claimed))
    stated = Facts(truncated=True, claimed_chars=claimed, where=(("truncated", "wall"),))
    drafts = tuple(replace(draft, hidden_parts=cut.gaps) for draft, cut in zip(findings.drafts, cuts, strict=True))
    return replace(findings, drafts=drafts, facts=merged(findings.facts, stated))


def _with_pages(findings: Findings, paged: Paged | None, key: str | None) -> Findings:
    """Put in what the software's own pager says; without one, what the skin's pager was read as."""
    if paged is None:
        return findings
    known = {link.url for link in paged.links}
    documents = tuple(link for link in findings.links.documents if link.url not in known)
    facts = findings.facts
    if paged.page != 1 and facts.stated_url is not None:
        facts = changed(facts, stated_url=None)
    return replace(
        findings, document_key=key or paged.key, page=paged.page, pages=paged.pages, facts=facts,
        links=replace(findings.links, pages=paged.links, next=paged.next_url, documents=documents),
    )  # fmt: skip


def _without_twins(links: Links, key: str | None) -> Links:
    """Leave out links to other views of the same article, counted: its text is here."""
    kept = links.documents if key is None else tuple([link for link in links.documents if _key(link) != key])
    twins = len(links.documents) - len(kept)
    if not twins:
        return links
    return replace(links, documents=kept, dropped=tuple(sorted((*links.dropped, ("twin", twins)))))


def _with_files(findings: Findings) -> Findings:
    """Add the downloads that scripts give out (`/e/DownSys/`), which no ending tells."""
    found: dict[str, Attachment] = {}
    for link in findings.links.documents:
        target = address(link.url)
        if target is not None and target.kind is UrlKind.ATTACHMENT:
            name = link.title or target.key.rpartition(":")[2]
            found.setdefault(target.key, Attachment(name=name, url=link.url, key=target.key))
    if not found:
        return findings
    urls = {file.url for file in found.values()}
    documents = tuple(link for link in findings.links.documents if link.url not in urls)
    facts = replace(findings.facts, attachments=(*findings.facts.attachments, *found.values()))
    return replace(findings, facts=facts, links=replace(findings.links, documents=documents))


def _key(link: Link) -> str | None:
    found = address(link.url)
    return found.key if found is not None and found.kind is UrlKind.DOCUMENT else None


def _with_source(sheet: Sheet, findings: Findings) -> Findings:
    """Add the address behind the source's name: `ReplaceBefrom` sets a link round it where the site knows one."""
    facts = findings.facts
    if facts.source is None or facts.source_url is not None or sheet.tree is None:
        return findings
    for block in next(filter(None, (blocks_of(sheet, (path,)) for path in NEWS.head)), ()):
        for link in block.iter("a"):
            href = (link.get("href") or "").strip()
            if text_of(link).strip() == facts.source and href.startswith(("http://", "https://", "/")):
                where = (*facts.where, ("source_url", "a"))
                url = urljoin(sheet.base_url or "", href)
                return replace(findings, facts=changed(facts, source_url=url, where=where))
    return findings
