"""The title that a site's introduction names and the text below it opens with, as mills print a collapsed text.

`下面是小编为大家整理的T,供大家参考。` above `T 今年以来，…` (reference: realtext, family 22): the same words twice.
"""

from itertools import islice

from cleaners.regex import regex
from cleaners.rules.intro.intro_lines import intro_end, is_intro
from cleaners.rules.lines import lines_of
from cleaners.rules.title.title_forms import is_title_like

NAMED = regex(
    r"(?:整理|收集|搜集|準備|准备|带来|帶來|分享)了?的?[“《]?(?P<title>[^，,。“”《》]{6,60}?)[”》]?[，,。]\s?(?:仅|僅)?(?:供|希望|欢迎|歡迎)"
)
"""What an introduction says that it is of; bounded."""
TOP_CHARS = 1200


def title_introduced(text: str) -> str | None:
    """Give the title that the first line names and the second begins with, a blank behind it; None for others."""
    first, second = (*islice((line.words for line in lines_of(text[:TOP_CHARS]) if line.words), 2), "", "")[:2]
    if not second or not is_intro(first):
        return None
    found = NAMED.search(first)
    title = found["title"].strip() if found else ""
    is_glued = second.startswith(title) and second[len(title) : len(title) + 1].isspace()
    return title if title and is_glued and is_title_like(title) else None


def title_before_intro(text: str) -> str | None:
    """Give the title that a blank parts from the site's introduction in one line; None for others."""
    first = text[:TOP_CHARS].lstrip().partition("\n")[0]
    title, blank, rest = first.partition(" ")
    is_named = bool(blank) and len(title) >= LEAST and is_title_like(title)
    return title if is_named and intro_end(rest) > 0 else None


LEAST = 8
"""Characters of a title before its introduction."""
