"""Labels and values that a journal, a mill of papers or a reader's application prints above a text, by their lists.

Lines: `rules.journal_lines`, `rules.listed_facts`, `rules.columns_again`.
"""

from collections.abc import Iterator, Sequence

from cleaners.facts.keywords import keywords_in
from cleaners.facts.labels import Pair, pairs_of
from cleaners.rules.folding import folded
from cleaners.rules.head.columns_again import columns_again
from cleaners.rules.head.listed_facts import listed_facts
from cleaners.rules.journal.journal_lines import journal_lines
from cleaners.rules.journal.journal_notes import LISTED, copied_head
from cleaners.rules.lines import Line


def journal_pairs(lines: Sequence[Line]) -> Iterator[Pair]:
    """Give the names and keywords that a journal prints above its article.

    The authors' own keywords go before those that a site made of them and glued together.
    """
    found = [(line, label, value) for line, label, value in journal_lines(lines) if value]
    for _, label, value in sorted(found, key=lambda one: -len(keywords_in(one[2])) if one[1] == "关键词" else 0):
        yield Pair(label=label, value=value, where="head: journal")
    copied = copied_head(lines)
    if copied:
        yield Pair(label="关键词", value=copied["words"], where="head: journal")
    for line, _, value in journal_lines(lines):
        if not value and LISTED.fullmatch(folded(line.words)):
            yield from pairs_of([line.words.replace("下载:", "下载量:")], where="head: journal")


def listed_pairs(lines: Sequence[Line]) -> Iterator[Pair]:
    """Give what the list above a chapter states, and the column that stands above a headline and once more below."""
    filled = [line for line in lines[:TOP] if line.words]
    for _, label, value in listed_facts(filled):
        if label:
            yield Pair(label=label, value=value, where="head: list")
    column = columns_again(filled)
    if column:
        yield Pair(label="栏目", value=column[0].words, where="head")


TOP = 40
"""Lines from the top, blank ones too, among which both stand."""
