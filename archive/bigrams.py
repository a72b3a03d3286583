"""Overlapping character bigrams: what the search index is fed with, and the same cut for queries. No SQL here.

For a run of n Han characters the index gets n tokens: n-1 bigrams and the last character alone; Latin words and numbers
stay words. Behind one of these the run's first character stands alone too: `2020年` is a phrase, not the beginning of
many. No bigram spans punctuation, so a phrase of bigrams is found exactly where the characters stand together.
"""

import re
from collections.abc import Iterable, Iterator
from operator import add

from archive.fold import fold
from archive.han import HAN

VERSION = "bigrams-2"
"""Version of fold and cut, kept in `archive_info`: an index made by another one must be made anew (`reindex`)."""
WITHOUT_STARTS = "bigrams-1"
"""The version before: no character alone behind a word. An archive that nobody may write to is still asked by it."""
MOST_TOKENS = 256
"""Tokens of one query: of a longer pasted passage the beginning counts. FTS5 opens an iterator for each."""

# One class, possessive: linear.
_RUN = re.compile(rf"[{HAN}]++")
_HAN = re.compile(f"[{HAN}]")
# A letter or digit (`\w` without the underscore): what a query's term must begin and end with. One character: linear.
_SOLID = re.compile(r"[^\W_]")


def tokens(text: str) -> str:
    """Give the folded text with bigrams in place of its Han runs: what the index stores, words set apart by spaces."""
    return "".join(_cut(fold(text), VERSION))


def characters(*texts: str) -> str:
    """Give each Han character of the folded texts once, in order: what is stored for queries of one character."""
    return " ".join(sorted(set(_HAN.findall("".join(map(fold, texts))))))


def _cut(folded: str, version: str) -> Iterator[str]:
    """Cut a text into what stands between its Han runs and their bigrams."""
    end = 0
    for run in _RUN.finditer(folded):
        between = folded[end : run.start()]
        yield between
        has_start = version != WITHOUT_STARTS and len(run[0]) > 1 and _SOLID.search(between)
        alone = f"{run[0][0]} " if has_start else ""
        yield f" {alone}{_bigrams(run[0])} "
        end = run.end()
    yield folded[end:]


def _bigrams(run: str) -> str:
    return " ".join([*map(add, run, run[1:]), run[-1]])


def terms(query: str) -> tuple[str, ...]:
    """Split a query at white space into folded terms, quotes, operators and other marks at their edges taken off.

    What SQLite cannot take (lone surrogates, NUL) falls away here. A query of marks alone gives no terms.
    """
    clean = query.encode("utf-8", "replace").decode().replace("\0", " ")
    folded = (_trimmed(fold(part)) for part in clean.split())
    return tuple(dict.fromkeys(term for term in folded if term))


def _trimmed(term: str) -> str:
    """Take marks off both ends."""
    first, last = _SOLID.search(term), _SOLID.search(term[::-1])
    return term[first.start() : len(term) - last.start()] if first and last else ""


def match_query(query: str, *, version: str = VERSION) -> str:
    """Write a query as an FTS5 expression: each term a phrase, all of them needed; empty where nothing is asked for.

    `version`: of the index that is asked.
    Every term is quoted, so that `AND`, `NOT`, `-`, `*`, `(` and `:` are words or nothing, never operators.
    """
    phrases = (phrase(term, version=version) for term in bounded(terms(query)))
    return " ".join(phrase for phrase in phrases if phrase)


def bounded(wanted: Iterable[str]) -> Iterator[str]:
    """Give terms as long as they have together no more than MOST_TOKENS tokens; the last one may be cut."""
    left = MOST_TOKENS
    for term in wanted:
        cut = _trimmed(term[:left])
        left -= len(cut)
        if cut:
            yield cut


def phrase(term: str, *, version: str = VERSION) -> str:
    """Write a folded term as a phrase: cut as the index is, but for the last character of a run that ends it.

    There more may follow. Where that character is all of the run, and no word or number stands before it, it is
    sought as the beginning of a bigram: that is dear for a common one.
    """
    pieces = " ".join(_cut(term, version)).replace('"', " ").split()
    if has_loose_end(term, version=version):
        return f'"{" ".join(pieces)}" *'
    runs = _RUN.findall(term[-2:])
    ends_in_bigram = term[-2:] == runs[-1] if runs and len(term) > 1 else False
    return f'"{" ".join(pieces[:-1] if ends_in_bigram else pieces)}"'


def has_loose_end(term: str, *, version: str = VERSION) -> bool:
    """Say whether a term ends in a Han character that stands alone, with neither word nor number before it."""
    runs = list(_RUN.finditer(term))
    if not runs or runs[-1].end() != len(term) or len(runs[-1][0]) > 1:
        return False
    between = term[runs[-2].end() if len(runs) > 1 else 0 : runs[-1].start()]
    return version == WITHOUT_STARTS or _SOLID.search(between) is None
