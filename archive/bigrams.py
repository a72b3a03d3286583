"""Overlapping character bigrams: what the search index is fed with, and the same cut for queries. No SQL here.

For a run of n Han characters the index gets n tokens: n-1 bigrams and the last character alone; Latin words and numbers
stay words. No bigram spans punctuation, so a phrase of bigrams is found exactly where the characters stand together.
"""

import re
from collections.abc import Iterator
from operator import add

from archive.fold import fold
from archive.han import HAN

VERSION = "bigrams-1"
"""Version of fold and cut, kept in `archive_info`: an index made by another one must be made anew (`reindex`)."""
MOST_TOKENS = 256
"""Tokens of one query: of a longer pasted passage the beginning counts. FTS5 opens an iterator for each."""

# One class, possessive: linear.
_RUN = re.compile(rf"[{HAN}]++")
# A letter or digit (`\w` without the underscore): what a query's term must begin and end with. One character: linear.
_SOLID = re.compile(r"[^\W_]")


def tokens(text: str) -> str:
    """Give the folded text with bigrams in place of its Han runs: what the index stores, words set apart by spaces."""
    return _RUN.sub(lambda run: f" {_bigrams(run[0])} ", fold(text))


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


def match_query(query: str) -> str:
    """Write a query as an FTS5 expression: each term a phrase, all of them needed; empty where nothing is asked for.

    Every term is quoted, so that `AND`, `NOT`, `-`, `*`, `(` and `:` are words or nothing, never operators.
    """
    left = MOST_TOKENS
    phrases: list[str] = []
    for term in terms(query):
        cut = term[:left]
        left -= len(cut)
        phrases.append(_phrase(_trimmed(cut)))
    return " ".join(phrase for phrase in phrases if phrase)


def _phrase(term: str) -> str:
    if not term:
        return ""
    body = " ".join(_pieces(term))
    ends_alone = is_lone_han(term)
    return f'"{body}"{" *" if ends_alone else ""}'


def _pieces(term: str) -> Iterator[str]:
    """Cut a term as the index does, but for the last character of a run that ends it: there more may follow."""
    end = 0
    for run in _RUN.finditer(term):
        yield term[end : run.start()].replace('"', " ")
        bigrams = _bigrams(run[0])
        is_last = run.end() == len(term)
        yield bigrams[:-2] if is_last and len(run[0]) > 1 else bigrams
        end = run.end()
    yield term[end:].replace('"', " ")


def is_lone_han(term: str) -> bool:
    """True where the term ends in a Han character that stands alone: it is sought as the beginning of a bigram."""
    runs = _RUN.findall(term[-2:])
    return bool(runs) and len(runs[-1]) == 1 and term.endswith(runs[-1])
