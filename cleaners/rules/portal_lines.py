"""What lines of a download portal's page are: fields of the file, buttons, notices, captions, the text's head and foot.

Rules and readers judge by the same tables. Which site is which: `cleaners.platforms`; what is taken: `portal_dump`.
All shapes are tried on one trimmed line of at most LINE_CHARS characters and match it whole.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from cleaners.rules.heads import plain as without_readings
from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.portal_shapes import (
    ANCHORS,
    BARE,
    BUTTON,
    CAPTION,
    FEET,
    HEADS,
    KEYWORDS,
    LABEL,
    NAMES_OF_FILES,
    NOTICE_HEAD,
    NOTICE_ITEM,
    NUMBER,
    OPENERS,
    PORTAL_WORD,
    PRINTS,
    RELATED,
    STRONG,
    TRAILING,
    WEAK,
)
from cleaners.rules.titles import FILE_END, is_same_title

LINE_CHARS = 400
"""Characters above which a line is running text and no shape is tried."""
VALUE_CHARS = 40
NAME_CHARS = 120
"""Characters of a value, and of one that is a file's name."""
STRANGERS = 3
STRANGER_CHARS = 40
"""Short lines of unknown kind in a row that may stand between known lines of a head."""
PROSE_ABOVE = 100
"""Characters of running text above which no head is looked for."""
QUIET_CHARS = 60
"""A sentence longer than this below a foot's first line means that the text goes on, unless it speaks of the site."""
QUIET_TEXT = 120
"""Characters of short sentences, such as comments, that a foot may hold."""
LOUD_SHARE = 0.5
"""Share of the text that lists of other documents below it may have in sentences of their own."""
SITE_CHARS = 120
"""Characters of a sentence of the site's own that is no item of a notice."""
NOTICE_CHARS = 4
"""Characters from which the head of a notice is surely one; `说明：` alone may end a text."""
_TRIM = " |｜,，;；\t\u00a0\u3000"
_BULLETS = _TRIM + "-–—•·●*"
_STOPS = re.compile(r"[。！；]")
_BARS = re.compile(r"\s{0,9}[|｜]\s{0,9}")

Fields = tuple[tuple[str, str], ...]


@lru_cache(maxsize=1024)
def portal_fields(words: str) -> Fields:
    """Give the labels and values of a line that is nothing else, print without a label under a label; else empty."""
    if len(words) > LINE_CHARS:
        return ()
    line = plain(words).lstrip(_BULLETS).rstrip(_TRIM)
    return _printed(line) or (_celled(line) if "\t" in line else _labelled(line)) or _parted(line)


def _parted(line: str) -> Fields:
    """Read parts that bars set apart, each of which states something."""
    parts = [part for part in _BARS.split(line) if part] if "|" in line or "｜" in line else []
    fields = [portal_fields(part) for part in parts]
    return tuple(field for part in fields for field in part) if len(parts) > 1 and all(fields) else ()


def _printed(line: str) -> Fields:
    """Read what stands without a label."""
    for shape, label in PRINTS:
        match = shape.fullmatch(line)
        if match:
            return tuple(_named(match, label))
    bare = BARE.fullmatch(line)
    if bare:
        return (("文件大小" if bare["size"] else "总页数", line),)
    return ()


def _celled(line: str) -> Fields:
    """Read a table's row: label, value, label, value."""
    cells = [cell.strip(_TRIM + ":：") for cell in line.split("\t")]
    if len(cells) % 2 or not all(label in STRONG or label in WEAK for label in cells[::2]):
        return ()
    fields = tuple(zip(cells[::2], cells[1::2], strict=True))
    return fields if all(_is_value(label, value) for label, value in fields) else ()


def _named(match: re.Match[str], label: str) -> list[tuple[str, str]]:
    """Give the values of a print: group `value` under its label, `place` as where the text is from."""
    place = match.groupdict().get("place")
    return [(label, match["value"].strip()), *([("来源", place)] if place else [])]


def _labelled(line: str) -> Fields:
    if line in STRONG or line in WEAK:
        return ((line, ""),)
    marks = list(LABEL.finditer(line))
    before = line[: marks[0].start()].strip(_TRIM) if marks else line
    if not marks or not (before == "" or before in STRONG or before in WEAK):
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    fields = tuple(
        (mark["label"], TRAILING.sub("", line[mark.end() : end].strip(_TRIM)))
        for mark, end in zip(marks, ends, strict=True)
    )
    return fields if all(_is_value(label, value) for label, value in fields) else ()


def _is_value(label: str, value: str) -> bool:
    limit = NAME_CHARS if label in NAMES_OF_FILES else VALUE_CHARS
    return len(value) <= limit and not _STOPS.search(value)


def plain(words: str) -> str:
    """Take readings in brackets out of a line, as `heads.plain`; most lines have no bracket and cost nothing."""
    return without_readings(words) if "(" in words or "（" in words else words


def is_bare(words: str) -> bool:
    """Say whether what a line states stands there without a label."""
    line = plain(words).lstrip(_BULLETS)
    return not (LABEL.match(line) or line.rstrip(_TRIM) in STRONG or line.rstrip(_TRIM) in WEAK)


def is_strong(fields: Fields) -> bool:
    """Say whether fields can only be those of a file on a portal: True for an ID, a size, a price, an uploader."""
    return any(label.upper() in STRONG for label, _ in fields)


def is_weak(fields: Fields) -> bool:
    """Say whether fields may as well open a report: True where all are labels such as `时间` and `作者`."""
    return bool(fields) and all(label in WEAK for label, _ in fields)


def is_opener(words: str) -> bool:
    """Say whether a line is the last of a portal's head, behind which the text begins."""
    return len(words) <= LINE_CHARS and bool(OPENERS.fullmatch(plain(words)))


def is_keyword_line(words: str, title: str | None) -> bool:
    """Say whether a line is the title's words set apart: True when all of three or more of them are in the title."""
    parts = words.split()
    return bool(title) and len(parts) >= 3 and all(len(part) <= 10 and part in (title or "") for part in parts)


def is_caption(words: str, title: str | None) -> bool:
    """Say whether a line is a page's caption: `T_第2页`, or `第2页 / 共8页`."""
    match = CAPTION.fullmatch(words) if len(words) <= LINE_CHARS else None
    if match is None:
        return False
    return match["title"] is None or title is None or is_same_title(match["title"], title)


def is_head_line(words: str, title: str | None) -> bool:
    """Say whether a line is of a portal's head: field, button, notice, caption, keywords, file name or title."""
    if len(words) > LINE_CHARS:
        return False
    if portal_fields(words) or is_opener(words) or is_keyword_line(words, title) or is_caption(words, title):
        return True
    if title and is_same_title(words, title):
        return True
    is_file = bool(FILE_END.search(words)) and len(words) <= NAME_CHARS
    line = plain(words)
    return is_file or any(shape.fullmatch(line) for shape in HEADS)


def is_site_sentence(words: str) -> bool:
    """Say whether a sentence speaks of downloads, accounts and the site: True for two of such words."""
    return len(words) <= SITE_CHARS and len(set(PORTAL_WORD.findall(plain(words)))) >= 2


def is_prose(words: str, title: str | None) -> bool:
    """Say whether a line is running text, not the site's own."""
    if len(words) > LINE_CHARS:
        return True
    is_text = is_sentence(words) or len(words) > QUIET_CHARS
    return is_text and not is_site_sentence(words) and not is_head_line(words, title)


def head_end(lines: Sequence[Line], title: str | None) -> int:
    """Give the index behind the last line of a portal's head; 0 where there is none.

    All above the last line that only a portal prints belongs to it, and the known lines right below that.
    """
    anchors = _anchors(lines, title)
    if not anchors:
        return 0
    end = _reach(lines, anchors[0], title)
    return max(end, _reach(lines, anchors[-1], title))


def _anchors(lines: Sequence[Line], title: str | None) -> list[int]:
    """Give the lines above running text that only portals print: strong fields, openers, captions."""
    found: list[int] = []
    prose = 0
    for index, line in enumerate(lines):
        words = line.words
        if _is_anchor(words, title):
            found.append(index)
        elif words and is_prose(words, title):
            prose += len(words)
            if prose > PROSE_ABOVE:
                break
    return found


def _is_anchor(words: str, title: str | None) -> bool:
    """Say whether only a portal prints such a line above a text."""
    if not words or len(words) > LINE_CHARS:
        return False
    is_told = is_strong(portal_fields(words)) or is_opener(words) or is_caption(words, title)
    return is_told or any(shape.fullmatch(plain(words)) for shape in ANCHORS)


def _reach(lines: Sequence[Line], start: int, title: str | None) -> int:
    """Go down from a known line as long as known lines follow."""
    end, strangers, has_box, has_begun = start, 0, False, False
    for index in range(start, len(lines)):
        words = lines[index].words
        if not words or (not has_begun and is_site_sentence(words) and not is_head_line(words, title)):
            continue
        if _is_known(words, title, has_begun=has_begun):
            end, strangers = index + 1, 0
            has_box = has_box or is_strong(portal_fields(words))
            is_title = has_box and title is not None and is_same_title(words, title)
            has_begun = has_begun or is_opener(words) or is_title
        elif not has_begun and strangers < STRANGERS and len(words) <= STRANGER_CHARS and not is_sentence(words):
            strangers += 1
        else:
            break
    return end


def _is_known(words: str, title: str | None, *, has_begun: bool) -> bool:
    """Say whether a line belongs to a head; behind an opener or the repeated title a text's own head may stand."""
    if has_begun and (NUMBER.fullmatch(words) or NOTICE_ITEM.fullmatch(words) or is_weak(portal_fields(words))):
        return False
    return is_head_line(words, title)


def tail_start(lines: Sequence[Line], start: int = 0) -> int:
    """Give the index where a portal's foot begins, not above `start`; the number of lines where there is none."""
    for index in range(start, len(lines)):
        if _begins_foot(lines, index) and _has_ended(lines, start, index):
            return _above_buttons(lines, index, start)
    return _above_buttons(lines, len(lines), start)


def _begins_foot(lines: Sequence[Line], index: int) -> bool:
    """Say whether the foot may begin here; a head of notices alone is none, its items must follow."""
    words = lines[index].words
    if not words or len(words) > LINE_CHARS:
        return False
    if NOTICE_HEAD.fullmatch(words):
        below = next((line.words for line in lines[index + 1 :] if line.words), "")
        return bool(NOTICE_ITEM.fullmatch(below))
    return bool(FEET.fullmatch(plain(words)))


def _has_ended(lines: Sequence[Line], start: int, index: int) -> bool:
    """Say whether no text follows: nothing in sentences but the site's, or little below a list of other documents."""
    below = _sentences(lines[index + 1 :])
    if sum(below) <= QUIET_TEXT and max(below, default=0) <= QUIET_CHARS:
        return True
    is_list = bool(RELATED.fullmatch(lines[index].words))
    return is_list and sum(below) < LOUD_SHARE * sum(_sentences(lines[start:index]))


def _sentences(lines: Sequence[Line]) -> list[int]:
    """Give the lengths of the lines in sentences that are not the site's own."""
    return [len(line.words) for line in lines if "。" in line.words and not PORTAL_WORD.search(line.words)]


def _above_buttons(lines: Sequence[Line], index: int, start: int) -> int:
    above = index
    while above > start and (not lines[above - 1].words or _is_button(lines[above - 1].words)):
        above -= 1
    return above


def _is_button(words: str) -> bool:
    """Say whether a line above a foot belongs to it: buttons, and the head of a notice without its items."""
    if len(words) > LINE_CHARS:
        return False
    return bool(BUTTON.fullmatch(words)) or (len(words) >= NOTICE_CHARS and bool(NOTICE_HEAD.fullmatch(words)))


def keywords_of(words: str, title: str | None) -> tuple[str, ...]:
    """Give the keywords of a line that states them, labelled or not; empty for any other line."""
    labelled = KEYWORDS.fullmatch(words) if len(words) <= LINE_CHARS else None
    if labelled:
        return tuple(word for word in re.split(r"[\s,，、;；]+", labelled["words"].strip()) if word)
    return tuple(words.split()) if is_keyword_line(words, title) else ()
