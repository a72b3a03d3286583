"""A line of keywords right below a title, labelled, or the label alone: told by its values. Kinds: `head_settling`."""

from collections.abc import Mapping

from cleaners.regex import regex
from cleaners.rules.head.meta_labels import labels_of

KEYED = labels_of("keywords") - {"主题词"}
"""Labels of keywords; 主题词 is an official document's own."""
SEAM = regex(r"[\s,，、;；|｜/]+")
WORD_CHARS, MOST_WORDS = 12, 12
"""Characters of a keyword, and keywords of a line."""


def are_keywords(fields: Mapping[str, str]) -> bool:
    """Say whether the fields of a line are keywords and nothing else: a few short words, or none."""
    if not fields or not fields.keys() <= KEYED:
        return False
    words = [word for value in fields.values() for word in SEAM.split(value) if word]
    return len(words) <= MOST_WORDS and all(len(word) <= WORD_CHARS for word in words)
