"""What lines of a download portal's page are: fields of the file, buttons, notices, captions, the text's head and foot.

Rules and readers judge by the same tables. Which site is which: `cleaners.platforms`; what is taken: `portal_dump`.
All shapes are tried on one trimmed line of at most LINE_CHARS characters and match it whole.
"""

import re
from collections.abc import Sequence

from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.portal_fields import LINE_CHARS, NAME_CHARS, is_strong, is_weak, plain, portal_fields
from cleaners.rules.portal_shapes import (
    ANCHORS,
    BUTTON,
    CAPTION,
    FEET,
    HEADS,
    KEYWORDS,
    NOTICE_HEAD,
    NOTICE_ITEM,
    NUMBER,
    OPENERS,
    PORTAL_WORD,
    RELATED,
)
from cleaners.rules.titles import FILE_END, is_same_title

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
