"""Words of a thread's page as printed, where its lines were read in the other script (`rules.forum_script`)."""

from collections.abc import Sequence

from cleaners.platforms.platform import Sheet
from cleaners.rules.forum.forum_script import forum_lines, with_labels, without_readings
from cleaners.rules.lines import lines_of


def printed_of(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Give the lines that were read in the other script than printed, as read and as printed; mostly none."""
    both = zip(forum_lines(sheet.text), with_labels(sheet.text, lines_of(sheet.text)), strict=True)
    return tuple((read.words, without_readings(line.words)) for read, line in both if read.words is not line.words)


def as_printed(words: str | None, printed: Sequence[tuple[str, str]]) -> str | None:
    """Give words found in a line that was read in simplified script as the page prints them; None for None."""
    for read, line in printed:
        at = read.find(words) if words else -1
        if words and at >= 0:
            return line[at : at + len(words)]
    return words
