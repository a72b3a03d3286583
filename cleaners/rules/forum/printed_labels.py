"""Heads of floors of a printable page whose labels and values a dump printed on lines of their own: made one line.

`标题:` / `T` / `[打印本页]` / `作者:` / `青禾` / `时间:` / `2021-4-28 23:29` / `标题:` / `T`: cells or bold words of
Discuz's printable view. Only for telling what lines are; the text keeps its lines. Articles' labels: `labels_apart`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.forum.floor_heads import NOBODY, STAMP
from cleaners.rules.lines import Line

AUTHOR, TIME, TITLE = regex(r"作者\s?[:：]"), regex(r"[时時][间間]\s?[:：]"), regex(r"[标標][题題]\s?[:：]")
"""A label at the beginning of its line, its value behind it or on the next filled line."""
PRINT_LINK = regex(r"\[打印本[页頁]\]")
POSTED = regex(STAMP)
NAME_CHARS, TITLE_CHARS = 30, 100
"""Characters of a member's name and of a thread's title."""
NEAR = 3
"""Lines from a piece within which the next one stands; blank ones between them."""


def joined(lines: Sequence[Line]) -> Sequence[Line]:
    """Give as many lines, each head of a floor in one of them and the lines it took emptied, without length."""
    heads = [span for n, line in enumerate(lines) if line.words[:1] == "作" and (span := _head(lines, n))]
    if not heads:
        return lines
    made = list(lines)
    for start, stop, words in heads:
        _join(made, start, stop, words)
        _join_title(made, stop)
    _join_top(made, heads[0][0])
    return made


def _join(lines: list[Line], start: int, stop: int, words: str) -> None:
    """Make lines[start:stop) one, followed by empty ones."""
    last = lines[stop - 1]
    lines[start] = Line(lines[start].start, last.end, last.after, words)
    lines[start + 1 : stop] = [Line(last.after, last.after, last.after, "")] * (stop - start - 1)


def _head(lines: Sequence[Line], n: int) -> tuple[int, int, str] | None:
    """Give where the pieces of a floor's head begin and end, and its line; None where they are none."""
    label = AUTHOR.match(lines[n].words)
    if label is None:
        return None
    name, at = _value(lines, n, label.end())
    if TIME.match(name) and not lines[n].words[label.end() :]:
        name, at = NOBODY, n
    below = _next(lines, at)
    timed = TIME.match(lines[below].words) if below else None
    if below is None or timed is None or not 0 < len(name) <= NAME_CHARS or ":" in name or "：" in name:
        return None
    stamp, last = _value(lines, below, timed.end())
    return (n, last + 1, f"作者: {name}    时间: {stamp}") if POSTED.fullmatch(stamp) else None


def _value(lines: Sequence[Line], n: int, behind: int) -> tuple[str, int]:
    """Give a label's value and the line it stands on; the empty word where the next filled line is too far."""
    own = lines[n].words[behind:].strip()
    if own:
        return own, n
    at = _next(lines, n)
    return (lines[at].words, at) if at else ("", n)


def _next(lines: Sequence[Line], n: int) -> int | None:
    return next((at for at in range(n + 1, min(n + 1 + NEAR, len(lines))) if lines[at].words), None)


def _join_title(lines: list[Line], at: int) -> None:
    """Join the label of a post's own title below its head with the title."""
    start = _next(lines, at - 1)
    label = TITLE.fullmatch(lines[start].words) if start else None
    if start is None or label is None:
        return
    title, last = _value(lines, start, label.end())
    if 0 < len(title) <= TITLE_CHARS:
        _join(lines, start, last + 1, f"标题: {title}")


def _join_top(lines: list[Line], stop: int) -> None:
    """Join the thread's title with its label above and the link to print it below."""
    link = next((n for n in range(stop - 1, -1, -1) if PRINT_LINK.fullmatch(lines[n].words)), 0)
    tops = [n for n in range(max(0, link - 2 * NEAR), link) if TITLE.match(lines[n].words)]
    if not tops:
        return
    label = TITLE.match(lines[tops[-1]].words)
    title, last = _value(lines, tops[-1], label.end() if label else 0)
    if _next(lines, last) == link and 0 < len(title) <= TITLE_CHARS:
        _join(lines, tops[-1], link + 1, f"标题: {title} [打印本页]")
