"""What else stands below a page's own lines under a text: words that no shape knows, up to the end. Taken: `tails`.

`责任编辑：青禾`, `上一篇：T` or `扫一扫` stand below texts alone. What a page prints further down is the site's,
whatever it says: names of other texts, buttons, an advertisement's words.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.lines import ENUMERATOR, Line
from cleaners.rules.link_lines import is_link

LETTER_DATE = regex(r"[二〇○零一\d]\S{1,6}年\S{1,3}月\S{1,3}日?|20\d{2}[-./]\d{1,2}[-./]\d{1,2}")
"""The date below a letter's signature, alone on its line; bounded."""
ADDRESSED = regex(r"[^。；]{1,40}[:：]")
"""A letter's address or a list's head of the text's own: `各村：`."""


def is_rest(lines: Sequence[Line], at: int, end: int) -> bool:
    """Say whether the lines below `at`, up to `end`, may be a site's: short, no sentence, nothing of a report's own."""
    return all(_may_be_the_sites(line.words) for line in lines[at + 1 : end] if line.words)


def _may_be_the_sites(words: str) -> bool:
    if not is_link(words) or words.endswith(ENDS):
        return False
    return not (ENUMERATOR.match(words) or LETTER_DATE.fullmatch(words) or ADDRESSED.fullmatch(words))


ENDS = ("；", ";", "，", ",", "、")
"""How a line ends that goes on: an item of a list, a broken line."""
