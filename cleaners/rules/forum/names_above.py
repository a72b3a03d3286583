"""Threads whose authors stand alone above the lines that head the floors. Names in those lines: `floor_heads`."""

from collections.abc import Sequence

from cleaners.rules.forum.discuz_lines import NAME_CHARS, STATISTIC, THREAD_COUNTERS, is_box_line, is_tail_line
from cleaners.rules.forum.floor_heads import FLOOR_MARK, named_at
from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.title.title_forms import GENRE_END


def are_named_above(lines: Sequence[Line], headers: Sequence[int]) -> bool:
    """Say whether each floor's author stands alone on the line right above its header, as on boards without boxes.

    One floor may have its title there, and a text without a foot its last line: all of several must look alike.
    """
    if len(headers) < NAMED_FLOORS or not headers[0]:
        return False
    if any(FLOOR_MARK.fullmatch(lines[max(0, header - 2)].words) for header in headers):
        return False
    if any(line.words and STATISTIC.fullmatch(line.words) for line in lines[: headers[0]]):
        return False
    return all(_may_be_name(lines[header - 1].words) and not named_at(lines[header].words) for header in headers)


NAMED_FLOORS = 2
"""Floors of the shortest thread whose heads can be compared."""


def _may_be_name(words: str) -> bool:
    if not 0 < len(words) <= NAME_CHARS or is_sentence(words) or words[-1] in ENDS:
        return False
    is_chrome = is_box_line(words) or is_tail_line(words) or THREAD_COUNTERS.fullmatch(words)
    return not (is_chrome or GENRE_END.search(words))


ENDS = "]】）)。.!！?？~…:：,，;；"
"""Marks with which tags, links and words of thanks end and names do not."""
