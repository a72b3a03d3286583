"""Keywords as pages state them, set apart. Which labels they stand behind: `label_names`."""

from cleaners.regex import regex

MOST = 30
"""Keywords of a page at most; more are a site's stock."""
ENGLISH = regex(r"[A-Za-z] [A-Za-z][^;；]{0,60}[;；]")
"""A term of two English words before a semicolon: then blanks part no keywords. Bounded."""
MARKS, MARKS_AND_BLANKS = regex(r"[,，、;；|\n]+"), regex(r"[,，、;；\s|]+")
"""What parts keywords; one class each."""


def keywords_in(words: str | None) -> tuple[str, ...]:
    """Split keywords at commas, bars and, but for English terms, blanks; each once, MOST at most; empty for None."""
    marks = MARKS if ENGLISH.search(words or "") else MARKS_AND_BLANKS
    return tuple(dict.fromkeys(word.strip() for word in marks.split(words or "") if word.strip()))[:MOST]
