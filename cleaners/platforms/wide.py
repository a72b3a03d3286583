"""A page's source without its ASCII: Chinese words are looked for there, as a page of 200 kB may hold 4 kB of them."""

from functools import cache, lru_cache

_ASCII = bytes(range(128))


def holds(text: str, words: str) -> bool:
    """Say whether a text holds words, as `words in text` does; of many questions to one text only the first costs.

    What is left out joins what stood apart, so a find is looked for once more in the text itself.
    """
    wide = _wide_part(words)
    return (not wide or wide in wide_of(text)) and words in text


@lru_cache(maxsize=1)
def wide_of(text: str) -> str:
    """Give the characters of a text that are not ASCII; the families ask in a row, the last answer is kept."""
    return _without_ascii(text)


@cache
def _wide_part(words: str) -> str:
    return _without_ascii(words)


def _without_ascii(text: str) -> str:
    return text.encode(errors="ignore").translate(None, _ASCII).decode()
