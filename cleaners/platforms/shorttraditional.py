"""Small sites in traditional script: name, title, `来源：站名 5.26K`. Reference: realtext, family 17.

The number behind the source is a counter of views without a label; so it is read, with its print kept.
"""

from dataclasses import replace

from cleaners.facts.counts import read_count
from cleaners.facts.labels import merged
from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.platforms.platform import Findings, Sheet
from cleaners.reading import Facts
from cleaners.regex import regex

_GAP = r"(?:\s|&nbsp;|\u3000|<[^<>]{0,120}>){1,8}"
# `来源：站名 5.26K`: label, a name without blanks, a count with its unit. Bounded, the classes disjoint. It begins with
# one literal, which the engine leaps to, and looks back for what stands before that.
LINE = regex(
    r"源(?<=[来來]源)\s{0,2}[:：](?:\s|&nbsp;|<[^<>]{0,120}>){0,6}(?P<source>[^<>\s&]{2,20})"
    + _GAP
    + r"(?P<views>\d{1,4}(?:\.\d{1,2})?[KkWw])(?![\w.])"
)
SIGNS = (
    Sign(words="来源", sure=0.55, why="a source with a counter behind it", shape=LINE),
    Sign(words="來源", sure=0.55, why="a source with a counter behind it", shape=LINE),
)


def with_counter(sheet: Sheet, findings: Findings) -> Findings:
    """Add source and counter, which share one line."""
    line = LINE.search(sheet.text)
    if line is None:
        return findings
    stated = Facts(
        source=line["source"], views=read_count(line["views"]), where=(("source", "来源"), ("views", "behind 来源")),
        stated=(("views", line["views"]),),
    )  # fmt: skip
    return replace(findings, facts=merged(stated, findings.facts))


PLATFORM = ArticleFamily(family="shorttraditional", version=1, signs=SIGNS, templates=(), improve=with_counter)
