"""The title that a page states below a text whose head has none: `转载请注明来自某某网，本文标题：《T》`.

Blogs' programs print it (realtext, families 13 to 16). Tried on the last lines alone, folded to simplified characters.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.title.title_forms import without_claims

STATED = regex(
    r"(?:[^。；，,：:\n]{0,24}转载请[^。；，,\n]{2,40}[,，]\s?)?(?:本文|文章|原文|原)?标题\s?[:：]\s{0,2}(?P<mark>[《“\"]?)"
    r"(?P<title>[^《》“”\"。；\n]{4,70}?)[》”\"]?\s{0,2}(?:[,，]?\s?(?:本文|文章|原文)?(?:链接|地址|网址)\s?[:：][^\n]{2,160})?"
)
"""The label, the title in brackets or bare, and the address behind it; bounded."""
LAST = 12
"""Filled lines at the end of a page among which it stands."""


def title_below(lines: Sequence[Line]) -> str | None:
    """Give the title that one of the last lines states; None for none, or where no running text stands above."""
    filled = [line.words for line in lines if line.words]
    for words in filled[-LAST:]:
        if "题" not in words and "題" not in words:
            continue
        found = STATED.fullmatch(folded(words))
        if found and any(map(is_sentence, filled[:-1])):
            return without_claims(words[slice(*found.span("title"))])
    return None
