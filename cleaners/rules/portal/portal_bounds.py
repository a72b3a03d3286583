"""Where a download portal's page ends its head and begins its foot. What single lines are: `portal_lines`.

Both go by lines that only a portal prints. What a report may hold as well (`时间：`, a number, a notice's head, a short
line) belongs to head or foot only where such a line stands behind it: above the text below it, under the text above it.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import lru_cache

from cleaners.regex import regex
from cleaners.rules.foot.tail_lines import is_tail_line
from cleaners.rules.lines import ENUMERATOR, Line, is_sentence
from cleaners.rules.portal.portal_fields import LINE_CHARS, NAME_CHARS, is_strong, is_weak, plain, portal_fields
from cleaners.rules.portal.portal_labels import STRONG
from cleaners.rules.portal.portal_lines import (
    KEYWORD_SPAN,
    QUIET_CHARS,
    STRANGER_CHARS,
    is_caption,
    is_head_line,
    is_opener,
    is_own_notice,
    is_own_opener,
    is_price,
    is_prose,
    is_run_notice,
    is_site_sentence,
    is_sites_own,
    is_text_like,
    is_title_line,
    keyword_run,
)
from cleaners.rules.portal.portal_shapes import (
    ANCHORS,
    BUTTON,
    FEET,
    FOOT_NOTICE,
    FURTHER,
    LISTS,
    NOTICE_HEAD,
    NOTICE_ITEM,
    NUMBER,
    PAGE_NAME,
    PORTAL_WORD,
    RELATED,
    RIGHTS,
    SERVICE,
)
from cleaners.rules.title.title_forms import FILE_END, is_title_like

STRANGERS = 3
"""Short lines of unknown kind in a row that may stand between known lines of a head."""
PROSE_ABOVE = 100
"""Characters of running text above which no head is looked for."""
GAP_LINES = 6
"""Lines of the text's kind, behind the head's first line, over which the text's opener leads on."""
QUIET_TEXT = 120
"""Characters of comments that a foot may hold."""
LOUD_SHARE = 0.5
"""Share of the text that lists of other documents below it may have in sentences of their own."""
BOX_LABELS = 3
"""Labels of a file's box that make it one below a line of the text's kind."""
TEXTS_ABOVE = 2
"""Lines of the text's kind above which no head is looked for, however short they are."""
NUMBERED = regex(r"(?:[-•·●*]\s{0,3})?[(（]?\d{1,2}[)）、.．:：](?!\d)")
"""How an item of a notice begins, and of any list."""
NOTICE_ITEM_CHARS = 300
ROW_PARTS = 8
"""Lines of a foot that a dump may join into one."""
NOTICE_CHARS = 4
"""Characters from which the head of a notice is surely one; `说明：` alone may end a text."""


class Kind(Enum):
    """What a line below a text can be."""

    SURE = "only a portal prints it"
    BUTTON = "a button, of a foot right above other lines of it"
    LIST = "heads a list of other documents, or comments"
    WEAK = "of a foot where a sure line stands above it"
    STRANGER = "short, of a list where one's head stands above it"
    COMMENT = "a short sentence, likewise"
    TEXT = "of a text"


def head_end(lines: Sequence[Line], title: str | None) -> int:
    """Give the index behind the last line of a portal's head; 0 where there is none.

    All above the last line that only a portal prints belongs to it, and the known lines right below that.
    """
    anchors = _anchors(lines, title)
    if not anchors:
        return 0
    return max(_reach(lines, anchor, title) for anchor in (anchors[0], anchors[-1]))


def _anchors(lines: Sequence[Line], title: str | None) -> list[int]:
    """Give the lines above running text that only portals print: strong fields, openers, captions.

    Behind a line of the text's kind only the opener of the text leads on, and below one a whole box must stand.
    """
    found: list[int] = []
    prose = texts = 0
    is_doubtful = False
    for index, line in enumerate(lines):
        words = line.words
        if not words:
            continue
        if _is_anchor(words, title) and (not texts or not found or is_own_opener(words)):
            is_doubtful = is_doubtful or (texts > 0 and not found)
            found.append(index)
            texts = 0
            continue
        prose += len(words) if is_prose(words, title) else 0
        texts += (bool(found) and texts > 0) or is_text_like(words, title)
        if prose > PROSE_ABOVE or texts > (GAP_LINES if found else TEXTS_ABOVE):
            break
    return found if not is_doubtful or _is_box([lines[index].words for index in found]) else []


def _is_box(anchors: Sequence[str]) -> bool:
    """Say whether lines make a portal's box beyond doubt: three labels of its own, or its word on rights."""
    labels = {label.upper() for words in anchors for label, _ in portal_fields(words)}
    sure = (RIGHTS, PAGE_NAME)
    return len(labels & STRONG) >= BOX_LABELS or any(one.fullmatch(plain(words)) for words in anchors for one in sure)


@lru_cache(maxsize=512)
def _is_anchor(words: str, title: str | None) -> bool:
    """Say whether only a portal prints such a line above a text."""
    if len(words) > LINE_CHARS:
        return False
    is_file = bool(FILE_END.search(words)) and len(words) <= NAME_CHARS and is_title_like(words)
    return is_file or is_strong(portal_fields(words)) or is_opener(words) or _is_unmistakable(words, title)


def _is_unmistakable(words: str, title: str | None) -> bool:
    """Say whether a line is one that no text holds: a page's caption, a portal's word on rights or pages left."""
    if len(words) > LINE_CHARS:
        return False
    return is_caption(words, title) or any(shape.fullmatch(plain(words)) for shape in ANCHORS)


def _reach(lines: Sequence[Line], start: int, title: str | None) -> int:
    """Go down from a known line as long as lines of a head follow; give the index behind the last sure one."""
    end, strangers, has_box, has_begun = start + 1, 0, False, False
    keywords = keyword_run([line.words for line in lines[: start + KEYWORD_SPAN]], start, title)
    for index in range(start, len(lines)):
        words = lines[index].words
        if not words:
            continue
        fields = portal_fields(words)
        has_box = has_box or is_strong(fields)
        is_title = title is not None and is_title_line(words, title)
        goes_on = end and NUMBERED.match(words) and NUMBERED.match(_above(lines, index, end)) and not has_begun
        is_keyword = index in keywords and not has_begun
        if is_title or goes_on or is_keyword or _is_sure_of_head(words, title, has_begun=has_begun):
            end, strangers = index + 1, 0
            has_begun = has_begun or is_opener(words) or (has_box and is_title)
        elif is_head_line(words, title) and not has_begun:
            continue  # a report may open with it: only with a sure line below
        elif has_begun or is_text_like(words, title) or strangers >= STRANGERS or len(words) > STRANGER_CHARS:
            break
        else:
            strangers += 1
    return end


def _above(lines: Sequence[Line], index: int, end: int) -> str:
    """Give the last sure line of a head, which ends at `end`, where nothing but blank lines part it from this one."""
    return lines[end - 1].words if all(not line.words for line in lines[end:index]) else ""


def _is_sure_of_head(words: str, title: str | None, *, has_begun: bool) -> bool:
    """Say whether a line can only be the head's; behind an opener or the title a text's own notice may stand."""
    fields = portal_fields(words)
    is_stated = is_weak(fields) and any(value for _, value in fields)
    if is_stated or NUMBER.fullmatch(words) or NOTICE_HEAD.fullmatch(plain(words)):
        return False
    if NOTICE_ITEM.fullmatch(plain(words)) or SERVICE.fullmatch(plain(words)):
        return not has_begun and (is_own_notice(words) or bool(SERVICE.fullmatch(plain(words))))
    return (is_site_sentence(words) and not has_begun) or is_head_line(words, title)


def tail_start(lines: Sequence[Line], start: int = 0) -> int:
    """Give the index where a portal's foot begins, not above `start`; the number of lines where there is none.

    Found from the end of the page upwards: every line of a foot is accounted for, by itself or by one above it.
    """
    best = foot = len(lines)
    strangers, comments, weak = 0, 0, 0
    for index, kind in _upwards(lines, start):
        foot = index
        is_next = not strangers and not comments
        if kind is Kind.LIST or (is_next and (kind is Kind.SURE or (kind is Kind.BUTTON and not weak))):
            best, strangers, comments, weak = index, 0, 0, 0
            continue
        if kind is Kind.TEXT:
            break
        weak += kind in (Kind.WEAK, Kind.BUTTON)
        strangers += kind is Kind.STRANGER
        comments += len(lines[index].words) if kind is Kind.COMMENT else 0
        if comments > QUIET_TEXT:
            break
    best = _above_list(lines, range(start, foot)) if best == len(lines) else best
    while best > start and best < len(lines) and not lines[best - 1].words:
        best -= 1
    return best


def _upwards(lines: Sequence[Line], start: int) -> Iterator[tuple[int, Kind]]:
    """Give the filled lines from the last one up with their kinds."""
    below = ""
    for index in range(len(lines) - 1, start - 1, -1):
        words = lines[index].words
        if words:
            yield index, _kind(words, below)
            below = words


@lru_cache(maxsize=512)
def _kind(words: str, below: str) -> Kind:
    """Say what a line can be with this one below it; the first that fits."""
    if is_run_notice(words):
        return Kind.SURE
    if len(words) > LINE_CHARS:
        return Kind.TEXT
    line = plain(words)
    if NOTICE_HEAD.fullmatch(line):
        return _notice(line, below)
    if FOOT_NOTICE.fullmatch(line) and _notice(line, below) is not Kind.TEXT:
        return Kind.BUTTON
    return next((kind for kind, is_it in _KINDS if is_it(words, line)), None) or _unknown(words)


def _is_foot(words: str, line: str) -> bool:
    return bool(FEET.fullmatch(line)) or _is_row(line) or _is_item(words, line) or is_price(words)


def _is_item(words: str, line: str) -> bool:
    return is_sites_own(words) and (bool(NOTICE_ITEM.fullmatch(line)) or is_site_sentence(words))


def _is_further(words: str, line: str) -> bool:
    is_item = len(line) <= NOTICE_ITEM_CHARS and bool(NUMBERED.match(line))
    return is_item or bool(FURTHER.fullmatch(line) or SERVICE.fullmatch(line) or portal_fields(words))


_KINDS: tuple[tuple[Kind, Callable[[str, str], bool]], ...] = (
    (Kind.LIST, lambda words, line: bool(RELATED.fullmatch(line) or LISTS.fullmatch(line))),
    (Kind.SURE, _is_foot),
    (Kind.BUTTON, lambda words, line: bool(BUTTON.fullmatch(line))),
    (Kind.WEAK, lambda words, line: _is_further(words, line) or is_tail_line(words)),
)
"""What a line of bounded length is, by its words and by those words in simplified characters; tried in this order."""


def _is_row(line: str) -> bool:
    """Say whether several lines of a foot stand in one: True where each word is one of them, not all mere buttons."""
    parts = line.split()
    if not 1 < len(parts) <= ROW_PARTS or not any(FEET.fullmatch(part) or RELATED.fullmatch(part) for part in parts):
        return False
    return all(FEET.fullmatch(part) or RELATED.fullmatch(part) or BUTTON.fullmatch(part) for part in parts)


def _notice(line: str, below: str) -> Kind:
    """Judge the head of a notice by the first line below it."""
    under = plain(below) if len(below) <= LINE_CHARS else ""
    if NOTICE_ITEM.fullmatch(under):
        return Kind.SURE if is_own_notice(below) else Kind.TEXT
    feet = (BUTTON, FEET, RELATED, LISTS)
    is_above_foot = not under or any(shape.fullmatch(under) for shape in feet)
    return Kind.BUTTON if is_above_foot and len(line) >= NOTICE_CHARS else Kind.TEXT


def _unknown(words: str) -> Kind:
    if FILE_END.search(words):
        return Kind.WEAK
    if len(words) > QUIET_CHARS:
        return Kind.TEXT
    if is_sentence(words) or words[-1] in "。！？!?":
        return Kind.TEXT if ENUMERATOR.match(words) else Kind.COMMENT
    return Kind.TEXT if ENUMERATOR.match(words) else Kind.STRANGER


def _above_list(lines: Sequence[Line], within: range) -> int:
    """Give the place of a list of other documents that quotes them, where it is much shorter than the text."""
    heads = (n for n in within if len(lines[n].words) <= QUIET_CHARS and RELATED.fullmatch(plain(lines[n].words)))
    for index in heads:
        if sum(_sentences(lines[index + 1 :])) < LOUD_SHARE * sum(_sentences(lines[within.start : index])):
            return index
    return len(lines)


def _sentences(lines: Sequence[Line]) -> list[int]:
    """Give the lengths of the lines in sentences that are not the site's own."""
    return [len(line.words) for line in lines if "。" in line.words and not PORTAL_WORD.search(line.words)]
