"""EmpireCMS pages in skins that nobody knows: `generic` chooses the text, what the software says of the page stays.

A page that says which article it is, and that `generic` takes for a list (a notice of one line among many links), is
read below its line of labels.
"""

from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.facts.labels import merged, pairs_of
from cleaners.outcome import Outcome, State
from cleaners.platforms.generic.head import facts_of, metas_of, title_of
from cleaners.platforms.generic.reader import PLATFORM as GENERIC
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.platforms.template import element_name, find, words_of
from cleaners.reading import Facts, PageKind, PlatformGuess
from cleaners.rules.foot.tail_lines import is_tail_line
from cleaners.rules.lines import bare
from cleaners.shown import render

WARNING = "empirecms found no body; read by generic"
HEAD_CHARS = 160
"""Characters of a line of labels with the title above it; a longer element is more than a head."""
LABELS = 2
"""Labels that make a line a head's."""
LEVELS = 4
"""Elements round the line of labels in which the text may stand beside it."""
LINK_SHARE = 0.3
"""Share of a block's characters in links from which it is a row of links."""
SHOWN = ".//body//*[not(self::script or self::style)]"
LINKS = ".//a"


def read_unknown(sheet: Sheet, guess: PlatformGuess, key: str | None) -> Findings:
    """Read a page by `generic`; `key`: that of the article the page says it is, None where it does not say."""
    found = GENERIC.read(sheet, guess)
    tree = sheet.tree
    if tree is None:
        return found
    if key is not None and found.page_kind in (PageKind.LIST, PageKind.OTHER) and not found.drafts:
        found = _below_labels(tree, found) or found
    found = replace(found, warnings=(WARNING, *found.warnings))
    if found.page_kind is not PageKind.ARTICLE or not found.drafts:
        return found
    facts = merged(_by_lines(sheet, tree, found), found.facts)
    return replace(found, document_key=key or found.document_key, facts=facts)


def _by_lines(sheet: Sheet, tree: HtmlElement, found: Findings) -> Facts:
    """Read the labels round the text once more where the title is its first line: they stand between the two."""
    draft = found.drafts[0]
    title, shown = draft.title or "", draft.shown
    first, _, rest = shown.lstrip().partition("\n")
    text = rest if title and bare(first) == bare(title) else shown
    lines = tuple(line.strip() for line in render([tree]).splitlines() if line.strip())
    return facts_of(sheet, metas_of(tree), lines, shown=text, title=draft.title)


def _below_labels(tree: HtmlElement, found: Findings) -> Findings | None:
    """Take the block that follows the line of labels for the text; None without one."""
    node = _text_beside(_head(tree))
    if node is None:
        return None
    title, title_from = title_of(tree, metas_of(tree))
    draft = Draft(position=1, shown=render([node]), title=title, title_from=title_from, node=element_name(node))
    return replace(
        found, page_kind=PageKind.ARTICLE, outcome=Outcome(state=State.READ), drafts=(draft,), document_key=None
    )


def _head(tree: HtmlElement) -> HtmlElement | None:
    """Give the innermost element that holds a line of labels; None without one."""
    heads = (
        node for node in find(tree, (SHOWN,))
        if len(words := words_of(node)) <= HEAD_CHARS and len(pairs_of([words])) >= LABELS
    )
    return max(heads, key=lambda node: sum(1 for _ in node.iterancestors()), default=None)


def _text_beside(head: HtmlElement | None) -> HtmlElement | None:
    """Give the first block behind a head, or behind what it stands in, that is no row of links."""
    node = head
    for _ in range(LEVELS):
        if node is None:
            return None
        for block in node.itersiblings():
            if isinstance(block.tag, str) and block.tag not in ("script", "form") and _is_text(block):
                return block
        node = node.getparent()
    return None


def _is_text(block: HtmlElement) -> bool:
    words = words_of(block)
    linked = sum(len(words_of(link)) for link in find(block, (LINKS,)))
    return bool(words) and not is_tail_line(words) and linked < LINK_SHARE * len(words)
