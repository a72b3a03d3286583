"""What the words of a query ask of the index: expressions, cheap ones where there are any, and what must be read after.

A term of one Han character has an index of its own. A passage that was cut out of a text may begin or end inside a
number or a run: there its middle is looked for, and what was found is read.
"""

import re
from dataclasses import dataclass

from archive.bigrams import VERSION, bounded, has_loose_end, match_query, phrase, terms
from archive.fold import fold
from archive.han import HAN

LEAST_MIDDLE = 8
"""Han characters of a passage without its edges: fewer stand in too many reports to read them."""

# A run of Han characters, or of other letters and digits. Two classes that share nothing, possessive: linear.
WORDS = re.compile(rf"[{HAN}]++|[^\W_{HAN}]++")
_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is asked of the index; all of it must hold."""

    query: str
    """As it was typed."""
    ranked: str
    """FTS5 expression of every term, by which matches are ranked; empty = no words are asked for."""
    phrases: str
    """The same without terms of one character, where these are asked of their own index."""
    characters: str
    """FTS5 expression for the index of characters; empty = it is not asked."""
    middle: str | None = None
    """Expression with passages cut back to their middle: a wider net, whose catch must be read (`holds`)."""
    passages: tuple[re.Pattern[str], ...] = ()
    """What a folded title or text must hold then."""

    @property
    def tokens(self) -> int:
        """Give how many tokens the index is asked for; the beginning of many counts as many."""
        return len(self.phrases.split()) + len(self.characters.split()) + 100 * self.phrases.count("*")

    def holds(self, *texts: str) -> bool:
        """Say whether every passage stands in one of the texts."""
        folded = [fold(text) for text in texts]
        return all(any(passage.search(text) for text in folded) for passage in self.passages)


def words_of(query: str, *, version: str = VERSION) -> Words:
    """Read a query for an index of this version."""
    ranked = match_query(query, version=version)
    wanted = list(bounded(terms(query)))
    alone = [term for term in wanted if len(term) == 1 and _HAN.fullmatch(term)]
    if version != VERSION:
        return Words(query=query, ranked=ranked, phrases=ranked, characters="")
    middles = {term: middle for term in wanted if (middle := _middle(term)) is not None}
    kept = [term for term in wanted if term not in alone]
    return Words(
        query=query,
        ranked=ranked,
        phrases=" ".join(map(phrase, kept)),
        characters=" ".join(f'"{term}"' for term in alone),
        middle=" ".join(phrase(middles.get(term, term)) for term in kept) if middles else None,
        passages=tuple(map(pattern, middles)),
    )


def pattern(term: str) -> re.Pattern[str]:
    """Give what a folded term matches in a folded text: between its words any marks, of which the index knows none."""
    # The gaps are possessive and hold nothing of a word, the words are literal: nothing is tried twice.
    return re.compile(r"[\W_]*+".join(map(re.escape, WORDS.findall(term))))


def _middle(term: str) -> str | None:
    """Give a passage without the number or lone character at its edges; None where it has none, or is too short."""
    words = list(WORDS.finditer(term))
    first = 1 if not _HAN.match(words[0][0]) else 0
    has_number = not _HAN.match(words[-1][0])
    last = len(words) - (1 if has_number or has_loose_end(term) else 0)
    inside = words[first:last]
    if len(inside) == len(words) or sum(len(word[0]) for word in inside if _HAN.match(word[0])) < LEAST_MIDDLE:
        return None
    return term[inside[0].start() : inside[-1].end()]
