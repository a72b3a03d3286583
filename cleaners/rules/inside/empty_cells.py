"""The rule about borders of a table's cells, which stand alone and round lines in a dump of a page set in tables.

One bar alone may part two fields, and is told by its neighbours (`head_kinds`); a table of the text has words in its
cells and keeps its borders.
"""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.lines import Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule, changed_by

BORDERS = regex(r"[|｜][|｜ \t\u00a0\u3000]*+")
"""A line of bars and blanks; trimmed."""
RULED = regex(r"[|｜]?[\s:]{0,3}-{2,}[-\s|:｜]*+")
"""The line below the head of a table as Markdown writes it: such a text keeps all borders."""
LEAST, SURE_BARS = 2, 4
"""Lines of borders that make a page one set in tables, and bars of one that does so alone."""


def border_lines(text: str) -> list[Line]:
    """Give the lines of borders of a page set in tables; empty where there is one alone, or a table of the text.

    An empty row with as many bars as a row beside it is the text's too.
    """
    if text.count("|") + text.count("｜") < LEAST:
        return []
    lines = [line for line in lines_of(text) if line.words]
    empty = [n for n, line in enumerate(lines) if line.words[0] in "|｜" and BORDERS.fullmatch(line.words)]
    found = [lines[n] for n in empty if not _is_of_table(lines, n)]
    is_own = any("--" in line.words and RULED.fullmatch(line.words) for line in lines)
    is_set = len(found) >= LEAST or any(_bars(line) >= SURE_BARS for line in found)
    return found if is_set and not is_own else []


def _is_of_table(lines: Sequence[Line], n: int) -> bool:
    """Say whether an empty row stands beside one of as many cells, with words in two of them."""
    bars = _bars(lines[n])
    beside = [line for line in (*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2]) if _bars(line) == bars > 1]
    return any(sum(bool(cell.strip()) for cell in line.words.replace("｜", "|").split("|")) > 1 for line in beside)


def _bars(line: Line) -> int:
    return line.words.count("|") + line.words.count("｜")


def without_borders(text: str) -> str:
    """Give a text without the borders of its page's cells, for reading what the page states."""
    return changed_by(text, find_borders(text, DUMP))


def find_borders(text: str, context: Context) -> Iterable[Change]:
    """Take the lines of borders, and those at the ends of other lines; something must be left."""
    found = border_lines(text)
    filled = [line for line in lines_of(text) if line.words] if found else []
    if len(found) == len(filled):
        return []
    starts = {line.start for line in found}
    ends = [change for line in filled if line.start not in starts for change in _ends(text, line)]
    return sorted((*taken(found), *ends), key=lambda change: change.start)


def _ends(text: str, line: Line) -> list[Change]:
    """Give the borders at the end of a line, or at both ends; none of a row, which has borders inside."""
    inner = line.words.strip("|｜ \t\u00a0\u3000")
    if line.words[-1] not in "|｜" or "|" in inner or "｜" in inner:
        return []
    at = text.index(inner, line.start)
    before = [Change(start=line.start, end=at)] if line.words[0] in "|｜" else []
    return [*before, Change(start=at + len(inner), end=line.end)]


DUMP = Context(family="dump", title="某镇2021年工作总结", is_dump=True)
EMPTY_CELLS = Rule(
    name="empty-cells",
    version=4,
    reason="Pages set in tables leave the borders of empty cells on lines of their own in a dump; nobody wrote them.",
    families=frozenset(),
    dumps_only=True,
    find=find_borders,
    context=DUMP,
    examples=(
        ("|\n|\n某镇2021年工作总结\n||||\n今年以来，工作有序。\n|", "某镇2021年工作总结\n今年以来，工作有序。\n"),
        ("某镇2021年工作总结\n||||||\n今年以来，工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("今年以来，工作有序。\n | |\n二、计划\n｜", "今年以来，工作有序。\n二、计划\n"),
        ("|\n| 某镇2021年工作总结 |\n|\n今年以来，工作有序。 |", "某镇2021年工作总结\n今年以来，工作有序。"),
    ),
    counter_examples=(
        "今年以来，工作有序。\n|\n二、计划",
        "| 村名 | 户数 |\n| --- | --- |\n| 溪口 | 35 |\n| | |\n|",
        "| 村名 | 户数 |\n| 溪口 | 35 |",
        "| 村名 | 户数 |\n| | |\n| 溪口 | 35 |\n| | |\n| 石榴 | 12 |",
        "今年以来，工作有序。 |\n二、计划 |",
    ),
)
RULES: tuple[Rule, ...] = (EMPTY_CELLS,)
