"""Who wrote a dumped post, by names beside buttons above and below it. Lines: `rules.blog_names`, `blog_words`."""

from collections.abc import Iterator, Sequence

from cleaners.facts.labels import Pair
from cleaners.rules.folding import folded
from cleaners.rules.frame.blog_words import posted_by
from cleaners.rules.head.blog_names import named_lines
from cleaners.rules.head.head_chrome import is_site_end
from cleaners.rules.head.head_lines import HeadLine
from cleaners.rules.head.posted_names import TWICE


def blog_pairs(head: Sequence[HeadLine], tail: Sequence[str]) -> Iterator[Pair]:
    """Give the author, or the account called like a site, whom head or foot of a post names."""
    for n, label in named_lines([one.line for one in head], [one.kind for one in head]):
        twice = TWICE.fullmatch(head[n].words)
        name = twice["source"] if twice else head[n].words.lstrip("@ ")
        if label:
            yield Pair(label="来源" if is_site_end(name) else label, value=name, where="head")
    for words in tail:
        for start, end in posted_by(folded(words)):
            yield Pair(label="作者", value=words[start:end], where="foot")
