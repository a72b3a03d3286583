"""Labels and values that a journal, or a mill of papers, prints above its article. Lines: `rules.journal_lines`."""

from collections.abc import Iterator, Sequence

from cleaners.facts.labels import Pair, pairs_of, words_of
from cleaners.rules.folding import folded
from cleaners.rules.journal_lines import journal_lines
from cleaners.rules.journal_notes import LISTED, copied_head
from cleaners.rules.lines import Line


def journal_pairs(lines: Sequence[Line]) -> Iterator[Pair]:
    """Give the names and keywords that a journal prints above its article.

    The authors' own keywords go before those that a site made of them and glued together.
    """
    found = [(line, label, value) for line, label, value in journal_lines(lines) if value]
    for _, label, value in sorted(found, key=lambda one: -len(words_of(one[2])) if one[1] == "关键词" else 0):
        yield Pair(label=label, value=value, where="head: journal")
    copied = copied_head(lines)
    if copied:
        yield Pair(label="关键词", value=copied["words"], where="head: journal")
    for line, _, value in journal_lines(lines):
        if not value and LISTED.fullmatch(folded(line.words)):
            yield from pairs_of([line.words.replace("下载:", "下载量:")], where="head: journal")
