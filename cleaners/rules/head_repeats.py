"""What stands between a title and the title again above a text, and questions made of it. Kinds: `head_lines`."""

from collections.abc import Sequence

from cleaners.rules.heads import loose_fields
from cleaners.rules.lines import Line
from cleaners.rules.titles import is_title_like

TITLE_TAIL = 12
"""Characters by which a question is longer than the title that it asks about, and that both begin with."""
LABEL_CHARS = 8


def is_asked(words: str, below: str) -> bool:
    """Say whether a question is the page's own about the text whose title stands below: `T怎么写？`."""
    return is_title_like(below) and words.startswith(below[:TITLE_TAIL]) and len(words) <= len(below) + TITLE_TAIL


def stands_between(kinds: Sequence[str], lines: Sequence[Line], n: int) -> bool:
    """Say whether a list's head or a label without value stands alone between a title and the title again."""
    above, below = n, n
    while above >= 0 and (kinds[above] == "list" or _is_empty_label(lines[above].words)):
        above -= 1
    while below < len(kinds) and (kinds[below] == "list" or _is_empty_label(lines[below].words)):
        below += 1
    if not 0 <= above < n < below < len(kinds) or {kinds[above], kinds[below]} != {"title"}:
        return False
    return lines[above].words == lines[below].words


def _is_empty_label(words: str) -> bool:
    return len(words) <= LABEL_CHARS and bool(fields := loose_fields(words)) and not any(value for _, value in fields)
