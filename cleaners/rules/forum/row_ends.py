"""Where the bar of a table's row stands behind a text's last sentence, chrome below or none. Taken: `discuz_dump`."""

from cleaners.regex import regex
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.lines import lines_of
from cleaners.rules.signs import ascii_of

ROW_END = regex(r"(?<=[。！？”）)])[ \t\u00a0]{1,4}[|｜](?=\s{0,9}(?:\n|\Z))")
"""` |` behind a sentence at the end of its line; fixed look-behind, bounded."""
LAST_CHARS = 3000
"""Characters from the end among which the text's last line ends."""


def row_end(text: str) -> tuple[int, int] | None:
    """Give the span of such a bar with the blanks before it; None where none stands or its line has others."""
    if b"|" not in ascii_of(text) and "｜" not in text:
        return None
    found = list(ROW_END.finditer(text, max(0, len(text) - LAST_CHARS)))
    if not found:
        return None
    lines = lines_of(text)
    last = next((line for line in reversed(lines[: tail_zone(lines)]) if line.words), None)
    for match in found:
        if last is not None and last.start <= match.start() < last.end and match.end() >= last.start + len(last.words):
            before = text[last.start : match.start()]
            return match.span() if "|" not in before and "｜" not in before else None
    return None
