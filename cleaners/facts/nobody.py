"""Words that stand where an author's name would and name nobody: `佚名`, `网络`, `本站`. Labels: `labels`."""

from collections.abc import Iterable, Iterator

from cleaners.facts.labels import Pair, fact_of
from cleaners.regex import regex
from cleaners.rules.folding import folded

NOBODY = regex(
    r"[\[【(（]?(?:佚名|匿名|无名氏?|未知|不详|未详|网络|互联网|网友|本站|本网站?|暂无|无|来自网络|来源网络|网络来源|网络转载|网络收集|网络整理"
    r"|本[站网](?:原创|整理|收集|搜集))(?:作者|用户)?[\]】)）]?"
)
"""Whole value, folded; bounded."""


def somebody(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Give labels and values without authors that are nobody."""
    for pair in pairs:
        if fact_of(pair.label) != "author" or not NOBODY.fullmatch(folded(pair.value.strip())):
            yield pair
