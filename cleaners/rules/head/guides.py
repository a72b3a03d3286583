"""`文章导读` and the first words of a text below it, cut at a length, as sites of samples print them above it.

Every word of such a guide stands below again, but for the site's slogan in it. Taken: `bylines`. Without its label:
`abstracts`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, bare

GUIDE = regex(r"[【\[#*\s]{0,4}(?:文章|本文|内容|正文|全文|范文|文档)导读[】\]\s]{0,4}[:：]?")
SIGNS = ("导读", "導讀")
TOP, LABEL_CHARS = 8, 16
"""Filled lines from the top among which the label stands, and its characters."""
BELOW, LEAST = 6, 20
"""Filled lines below a guide among which its words stand again, and the characters of them that make it one."""
LOST = 2
"""Characters at the end of a guide that were cut or put there."""


def guide_lines(lines: Sequence[Line]) -> list[Line]:
    """Give the label of a guide, and the guide below it where its words stand in the text again; empty for none."""
    for n, line in enumerate(lines[: min(TOP, len(lines) - 1)]):
        is_signed = len(line.words) <= LABEL_CHARS and any(sign in line.words for sign in SIGNS)
        if n and is_signed and GUIDE.fullmatch(folded(line.words)):
            is_guide = _repeats(lines[n + 1].words, lines[:n], lines[n + 2 : n + 2 + BELOW])
            return [line, lines[n + 1]] if is_guide else [line]
    return []


def _repeats(words: str, above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Say whether words are the beginning of the text below; title and slogan may stand before it, and only they."""
    guide = bare(words)[:-LOST]
    texts = [bare(line.words) for line in below]
    for n, text in enumerate(texts):
        at = guide.find(text[:LEAST]) if len(text) >= LEAST else -1
        if at < 0 or not "".join(texts[n:]).startswith(guide[at:]):
            continue
        before = guide[:at]
        for one in texts[:n]:
            before = before.replace(one, "", 1)
        return any(before in bare(line.words) for line in above)
    return False
