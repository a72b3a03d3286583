"""What lines of a download portal's page are: fields of the file, buttons, notices, captions, the text's head and foot.

Rules and readers judge by the same tables. Which site is which: `cleaners.platforms`; what is taken: `portal_dump`.
All shapes are tried on one trimmed line of at most LINE_CHARS characters and match it whole.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from cleaners.rules.folding import folded
from cleaners.rules.lines import ENUMERATOR, HAN, Line, bare, is_sentence
from cleaners.rules.portal.portal_fields import LINE_CHARS, NAME_CHARS, plain, portal_fields
from cleaners.rules.portal.portal_labels import PRICES
from cleaners.rules.portal.portal_shapes import (
    CAPTION,
    GIVEN,
    HEADS,
    INTRODUCED,
    ITSELF,
    KEYWORDS,
    LEAD,
    LEAD_END,
    NOTICE_RUN,
    OPENERS,
    OWN_NOTICE,
    OWN_OPENER,
    PORTAL_WORD,
    SITE_PHRASE,
)
from cleaners.rules.portal.portal_stamps import unstamped
from cleaners.rules.title.title_forms import FILE_END, is_same_title, without_claims

STRANGER_CHARS = 40
"""Characters of a short line of unknown kind."""
TITLE_TIMES = 3
CLAIM_CHARS = 24
"""How often a title may stand on its line, and characters of a word count or an ending behind it."""
TEXT_HAN = 10
"""Han characters from which a line with a comma is of a text."""
QUIET_CHARS = 60
"""Characters of a line that may be a comment; a longer one without a sentence's end is prose all the same."""
OWN_WORDS = 3
"""Different words of a portal's trade by which an item of a notice is its own."""
RUN_CHARS = 1600
RUN_HEAD = 16
RUN_WORDS = 3
"""Characters of a notice of seven items in one line and of its beginning; words of its trade that it holds."""
SITE_CHARS = 120
"""Characters of a sentence of the site's own that is no item of a notice."""


def is_opener(words: str) -> bool:
    """Say whether a line is the last of a portal's head, behind which the text begins."""
    return len(words) <= LINE_CHARS and bool(OPENERS.fullmatch(plain(words.lstrip(ENTRY_MARKS))))


def is_own_opener(words: str) -> bool:
    """Say whether no report has such a line for a heading: a portal's own words, or an entry of its list of facts."""
    return bool(OWN_OPENER.fullmatch(plain(words))) or (words[:1] in ENTRY_MARKS and is_opener(words))


def is_keyword_line(words: str, title: str | None) -> bool:
    """Say whether a line is the title's words set apart: True when all of three or more of them are in the title."""
    parts = words.split()
    return bool(title) and len(parts) >= 3 and all(len(part) <= 10 and part in (title or "") for part in parts)


def opener_of(words: str) -> int:
    """Give how many characters of a text's first line are the label before it: `文档介绍：`, `【正文】`; 0 for none."""
    if words.startswith(GIVEN_MARK):
        given = GIVEN.match(folded(words[:LINE_CHARS]))
        return given.end() if given and given.end() < len(words) else 0
    line = folded(words[:LABEL_CHARS]) if words else ""  # folding keeps places
    match = INTRODUCED.match(line) or LEAD_END.match(line)
    return match.end() if match else 0


def lead_end(lines: Sequence[Line], start: int) -> int:
    """Give the index of the line that begins with `【正文】`, below words picked from the text; 0 where none are."""
    below = [n for n in range(start, min(len(lines), start + LEAD_LINES)) if lines[n].words]
    if not below or not LEAD.match(folded(lines[below[0]].words[:LABEL_CHARS])):
        return 0
    return next((n for n in below[1:] if LEAD_END.match(folded(lines[n].words[:LABEL_CHARS]))), 0)


ENTRY_MARKS = "-•· "
"""What a dump sets before the entries of a list."""
GIVEN_MARK = ("该【", "該【")
LABEL_CHARS = 16
LEAD_LINES = 24
"""Characters of a line in which a label stands, and lines over which a page leads to its text."""
KEYWORD_CHARS = 10
KEYWORD_LINES = 3
KEYWORD_SPAN = 80
"""Characters of a keyword, lines of them in a row that are no headings, and lines behind a box's first in which they
stand."""


def keyword_run(lines: Sequence[str], start: int, title: str | None) -> frozenset[int]:
    """Give the indices of keywords: lines below their label, or three or more in a row that are words of the title."""
    found = set(labelled_keywords(lines, start))
    run: list[int] = []
    for index in range(start, min(len(lines), start + KEYWORD_SPAN)):
        words = lines[index]
        if words and title and len(words) <= KEYWORD_CHARS and words in title and words != title:
            run.append(index)
        elif words:
            found.update(run if len(run) >= KEYWORD_LINES else ())
            run = []
    return frozenset(found)


def labelled_keywords(lines: Sequence[str], start: int) -> frozenset[int]:
    """Give the indices of short lines between `关键词：` alone on a line and the line that leads on to the text."""
    found: list[int] = []
    is_run = False
    for index in range(start, min(len(lines), start + KEYWORD_SPAN)):
        words = lines[index]
        if is_run and words and is_opener(words):
            return frozenset(found)
        if is_run and len(words) > KEYWORD_CHARS:
            return frozenset()
        if is_run and any(character.isalnum() for character in words):
            found.append(index)
        label = KEYWORDS.fullmatch(plain(words)) if words and len(words) <= LABEL_CHARS else None
        is_run = is_run or (label is not None and not label["words"])
    return frozenset()


def is_caption(words: str, title: str | None) -> bool:
    """Say whether a line is a page's caption: `T_第2页`, or `第2页 / 共8页`."""
    match = CAPTION.fullmatch(plain(words)) if len(words) <= LINE_CHARS else None
    if match is None:
        return False
    return match["title"] is None or title is None or is_same_title(match["title"], plain(title))


@lru_cache(maxsize=512)
def is_head_line(words: str, title: str | None) -> bool:
    """Say whether a line is of a portal's head: field, button, notice, caption, keywords, file name or title.

    Several judgements ask it of the same line; the last answers are kept.
    """
    if is_run_notice(words):
        return True
    if len(words) > LINE_CHARS:
        return False
    if portal_fields(words) or is_opener(words) or is_keyword_line(words, title) or is_caption(words, title):
        return True
    if title and is_title_line(words, title):
        return True
    is_file = bool(FILE_END.search(words)) and len(words) <= NAME_CHARS
    line = plain(words)
    return is_file or any(shape.fullmatch(line) for shape in HEADS)


def is_title_line(words: str, title: str) -> bool:
    """Say whether a line is the title and nothing else, once or up to three times over."""
    if len(words) > TITLE_TIMES * (len(title) + CLAIM_CHARS):
        return False
    words = at_home(words)
    own, wanted = bare(without_claims(words)), bare(without_claims(title))
    return bool(wanted) and own in {wanted * times for times in range(1, TITLE_TIMES + 1)}


def at_home(words: str) -> str:
    """Take the first step of a path without marks off a title: `首页 T`."""
    return words[len(HOME) :].lstrip() if words.startswith(HOME) else words


HOME = "首页 "


def is_price(words: str) -> bool:
    """Say whether a line states what a file costs and nothing else: `下载积分：1188`."""
    fields = portal_fields(words)
    return bool(fields) and all(label in PRICES and value[:1].isdigit() for label, value in fields)


def is_site_sentence(words: str) -> bool:
    """Say whether a sentence speaks of downloads, accounts and the site: True for two of such words."""
    if len(words) > LINE_CHARS:
        return False
    line = plain(unstamped(words))  # a text may be glued to a stamp
    is_known = bool(SITE_PHRASE.fullmatch(line))
    return is_known or (len(words) <= SITE_CHARS and len(set(PORTAL_WORD.findall(line))) >= 2)


def is_own_notice(words: str) -> bool:
    """Say whether an item of a notice is a portal's: three words of its trade, or two where it names itself."""
    line = plain(words)
    trade = set(OWN_NOTICE.findall(line)) | set(PORTAL_WORD.findall(line))
    return len(trade) >= OWN_WORDS or is_sites_own(words)


def is_sites_own(words: str) -> bool:
    """Say whether a line speaks of the site that shows it, and of its trade."""
    line = plain(words)
    return bool(ITSELF.search(line)) and len({*OWN_NOTICE.findall(line), *PORTAL_WORD.findall(line)}) > 1


def is_run_notice(words: str) -> bool:
    """Say whether a line is a portal's notice with all its items run together."""
    if not words or len(words) > RUN_CHARS or not NOTICE_RUN.match(words[:RUN_HEAD]):
        return False
    return len(set(OWN_NOTICE.findall(plain(words)))) >= RUN_WORDS


def is_prose(words: str, title: str | None) -> bool:
    """Say whether a line is running text, not the site's own."""
    if is_run_notice(words):
        return False
    if len(words) > LINE_CHARS:
        return True
    is_text = is_sentence(words) or len(words) > QUIET_CHARS
    return is_text and not is_site_sentence(words) and not is_head_line(words, title)


@lru_cache(maxsize=512)
def is_text_like(words: str, title: str | None) -> bool:
    """Say whether a line of unknown kind reads as one of a text: enumerated, punctuated or long."""
    if is_run_notice(words):
        return False
    if len(words) > LINE_CHARS:
        return True
    if is_head_line(words, title) or is_site_sentence(words):
        return False
    has_comma = "，" in words or "," in words
    return bool(
        ENUMERATOR.match(words)
        or words[-1:] in "。；：:！？"
        or is_sentence(words)
        or len(words) > STRANGER_CHARS
        or (has_comma and len(HAN.findall(words)) >= TEXT_HAN)
    )


def keywords_of(words: str, title: str | None) -> tuple[str, ...]:
    """Give the keywords of a line that states them, labelled or not; empty for any other line."""
    labelled = KEYWORDS.fullmatch(plain(words)) if len(words) <= LINE_CHARS else None
    if labelled:
        stated = words[-len(labelled["words"]) :] if labelled["words"] else ""
        return tuple(word for word in re.split(r"[\s,，、;；]+", stated.strip()) if word)
    return tuple(words.split()) if is_keyword_line(words, title) else ()
