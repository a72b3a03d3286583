"""What a copied article's own fields say at the top of a thread's first floor: source, author, day.

The lines themselves are taken by `rules.heads`, as above any dumped article; who posted the copy is the floor's fact.
"""

from itertools import islice

from cleaners.facts.labels import facts_from
from cleaners.platforms.dump.article_facts import pairs_of_head
from cleaners.platforms.platform import Sheet
from cleaners.reading import Facts
from cleaners.rules.forum.guest_notices import guest_lines
from cleaners.rules.head.head_lines import HeadLine, head_of
from cleaners.rules.lines import lines_of

LABELS = ("来源", "來源", "作者", "转自", "轉自", "摘自")
"""What one of such a floor's first lines holds."""
FIRST_LINES = 4
"""Filled lines of a floor among which it stands."""


def _states(one: HeadLine) -> bool:
    """Say whether a line states such a fact: fields, or a label alone with its value, `作者：青禾`."""
    return one.kind == "field" or (one.kind == "byline" and any(label in one.words for label in LABELS))


def copied_facts(sheet: Sheet, text: str) -> Facts:
    """Give source, author and days that the first lines of a post state in labelled fields; none for other posts."""
    lines = lines_of(text)
    own = guest_lines(lines)
    text = "".join(text[line.start : line.after] for n, line in enumerate(lines) if n not in own) if own else text
    first = list(islice((line.words for line in lines_of(text) if line.words), FIRST_LINES))
    if not any(label in words for words in first for label in LABELS):
        return Facts()
    fields = [one for one in head_of(text) if one.words in first and _states(one)]
    found = facts_from(tuple(pairs_of_head(fields)), zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at)
    if not (found.source or found.author):
        return Facts()
    kept = tuple(pair for pair in found.where if pair[0] in ("source", "author", "source_url"))
    return Facts(
        source=found.source, source_url=found.source_url, author=found.author, dates=found.dates, where=kept,
    )  # fmt: skip
