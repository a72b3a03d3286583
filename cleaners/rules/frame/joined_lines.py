"""Lines of a page that a dump set on one line, behind a dot or in brackets: `TOP | 下载本文`, `• 浏览次数：345`.

Each piece must be such a line by itself: of a foot (`tail_lines` says what those are) or of a head (`head_kinds`).
"""

from collections.abc import Callable

from cleaners.regex import regex

LINE_CHARS, PIECES = 160, 10
"""Characters of such a line, and pieces between its blanks and bars."""
SEAM = regex(r"\s{1,20}(?:[|｜/·•-]{1,2}\s{1,20})?|[|｜]{1,2}")
"""What stands between two of them; every alternative begins apart, bounded."""
DOTS = "•●▪◦∙·"
BRACKETS = {"【": "】", "[": "]", "（": "）", "(": ")", "『": "』", "〔": "〕", "「": "」", "<": ">", "［": "］"}
"""What a page sets such a line in."""


def is_joined(words: str, is_one: Callable[[str], bool]) -> bool:
    """Say whether a line is nothing but the page's lines; `is_one` tells one of them."""
    return bool(pieces_of(words, is_one))


def pieces_of(words: str, is_one: Callable[[str], bool]) -> tuple[str, ...]:
    """Give the page's lines of which a line is made, without dot and brackets; empty for any other line.

    Each is as long as may be: neighbouring words are put together as far as they are one line.
    """
    if len(words) > LINE_CHARS:
        return ()
    bare = _bare(words)
    if bare != words and is_one(bare):
        return (bare,)
    words = bare
    tokens = SEAM.split(words)
    return _whole(tokens, words, is_one) if 1 < len(tokens) <= PIECES else ()


def _bare(words: str) -> str:
    """Give a line without the dot before it and the brackets round it."""
    bare = words.lstrip(DOTS).lstrip() if words[:1] in tuple(DOTS) else words
    closing = BRACKETS.get(bare[:1])
    is_whole = closing is not None and bare[-1] == closing and bare.find(closing) == len(bare) - 1
    return bare[1:-1].strip() if is_whole else bare


def _whole(tokens: list[str], words: str, is_one: Callable[[str], bool]) -> tuple[str, ...]:
    """Put neighbouring words together to lines, one behind the other, up to the end; empty where some are left."""
    starts = _starts(tokens, words)
    best: dict[int, tuple[str, ...]] = {len(tokens): ()}
    for at in range(len(tokens) - 1, -1, -1):
        for end in range(len(tokens), at, -1):
            line = words[starts[at] : starts[end - 1] + len(tokens[end - 1])].strip()
            if end in best and line != words and is_one(line):
                best[at] = (line, *best[end])
                break
    return best.get(0, ())


def _starts(tokens: list[str], words: str) -> list[int]:
    found: list[int] = []
    at = 0
    for token in tokens:
        at = words.index(token, at)
        found.append(at)
        at += len(token)
    return found
