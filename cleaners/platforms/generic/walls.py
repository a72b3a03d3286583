"""What sites of unknown software say instead of the page: errors, challenges, logins, walls; and where a text is cut.

Content comes first: a page with a text of its own is that text, whatever words stand in or beside it. What kind of
page is left where nothing of this is said: `kinds`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.generic.wall_words import (
    APOLOGY,
    CHALLENGE_SOURCE,
    CHALLENGED,
    CLOSED,
    CUT,
    DENIED,
    EMPTY_SEARCH,
    FAILED,
    GONE,
    HELP,
    LOGGED_OUT,
    LOGIN,
    LOGIN_TITLE,
    NO_WORDS,
    PAID,
    PARTS,
    PASSWORDED,
    POLITE,
    PREVIEW,
    REFRESH,
)
from cleaners.reading import PageKind
from cleaners.rules.lines import HAN, bare

MESSAGES = (
    (EMPTY_SEARCH, PageKind.OTHER, Reason.NO_CONTENT),
    (CLOSED, PageKind.NOTICE, Reason.CLOSED),
    (CHALLENGED, PageKind.CHALLENGE, Reason.CHALLENGE),
    (PASSWORDED, PageKind.LOGIN, Reason.PASSWORD),
    (FAILED, PageKind.ERROR, Reason.SERVER_ERROR),
    (GONE, PageKind.ERROR, Reason.GONE),
    (PAID, PageKind.NOTICE, Reason.PAID),
    (LOGGED_OUT, PageKind.LOGIN, Reason.LOGIN),
    (DENIED, PageKind.ERROR, Reason.PERMISSION),
)
"""What a page may say instead of what was asked for, in the order in which it is looked for."""
MILD = (EMPTY_SEARCH, CLOSED, PAID, LOGGED_OUT, DENIED)
"""Messages whose words stand in notices of offices as well."""
SMALL_PAGE = 400
"""Characters without white space up to which a page's words may be its whole message."""
NOTICE_CHARS = 80
"""Characters from which a text is one whatever stands beside it (short notices have 80 to 300; reference: extraction,
section 4)."""
MESSAGE_CHARS = 300
"""Characters of a text that may still be a message with its reasons and its advice."""
LINE_CHARS = 60
"""Characters up to which a line may be the message in a page with the site's own frame."""
SHORT_LINE = 30
LEAD = 12
"""Characters that may stand before a message in its line: `很抱歉，您要访问的`."""
SPARE = 1
"""Characters that may be left of a title that is nothing but a message."""
HEADING_HAN = 6
LEAST_TEXT = 30
"""Characters from which a text under a heading of its own is no wall, though it speaks of such things."""
CUT_LINES = 8
"""Lines below a text among which its cut is stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a page says, for telling messages."""

    page_title: str
    lines: tuple[str, ...]
    """Its lines outside links."""
    text: str
    """The chosen text without white space."""
    size: int
    """Characters that the page shows."""
    has_password: bool
    source: str
    rows: int
    """Titles on it that lead to other pages."""


def message_of(spoken: Spoken) -> tuple[PageKind, Outcome] | None:
    """Tell a page that is the site's own message; None where it is a page."""
    first = PARTS.split(spoken.page_title.strip(), maxsplit=1)[0]
    han = _han_of(spoken)
    is_short = han < NOTICE_CHARS
    detail = (spoken.lines[0] if spoken.lines else spoken.page_title)[:200]
    if spoken.has_password and _is_login(spoken, first, is_short=is_short):
        reason = Reason.PASSWORD if PASSWORDED.search(" ".join(spoken.lines)) else Reason.LOGIN
        return PageKind.LOGIN, _refused(reason, detail)
    for shape, kind, reason in MESSAGES:
        if _says(shape, spoken, first, han):
            return kind, _refused(reason, detail)
    if is_short and spoken.size <= SMALL_PAGE and not spoken.rows:
        if CHALLENGE_SOURCE.search(spoken.source):
            return PageKind.CHALLENGE, _refused(Reason.CHALLENGE, detail or "a shield's script")
        if not spoken.text and REFRESH.search(spoken.source):
            return PageKind.OTHER, _refused(Reason.NO_CONTENT, detail or "only sends on")
    return None


def _han_of(spoken: Spoken) -> int:
    """Count the Han characters at the beginning of the text, as far as a message may go: texts may have millions."""
    return len(HAN.findall(spoken.text, 0, 10 * MESSAGE_CHARS))


def _is_login(spoken: Spoken, first: str, *, is_short: bool) -> bool:
    if LOGIN_TITLE.fullmatch(first):
        return _han_of(spoken) < MESSAGE_CHARS
    is_small = is_short and spoken.size <= SMALL_PAGE and not spoken.rows
    return is_small and bool(LOGIN.search(" ".join((first, *spoken.lines))))


def _says(shape: re.Pattern[str], spoken: Spoken, first: str, size: int) -> bool:
    """Say whether a page is such a message: by its title, by its few words, or by a line in the site's own frame.

    `size` counts its Han characters (`_han_of`), once for all shapes.
    """
    if size > MESSAGE_CHARS:
        return False
    in_title = _is_nothing_but(shape, first)
    lines = spoken.lines if in_title else tuple(line for line in spoken.lines if bare(line) != bare(first))
    if size >= NOTICE_CHARS:
        return HELP.search(spoken.text) is not None and (in_title or _begins_with(shape, spoken, first))
    if in_title:
        return True
    if size >= LEAST_TEXT and shape in MILD and _is_headed(spoken, first):
        return False
    in_lines = any(_is_said(shape, line) for line in lines)
    return in_lines and (spoken.size <= SMALL_PAGE or _is_about(shape, spoken))


def _begins_with(shape: re.Pattern[str], spoken: Spoken, first: str) -> bool:
    """Say whether a longer text begins with a message in a short line, and no heading of its own stands above it."""
    if shape in MILD or _is_headed(spoken, first):
        return False
    match = shape.search(spoken.text)
    is_line = any(len(line) <= SHORT_LINE and shape.search(line) for line in spoken.lines)
    return match is not None and match.start() <= SHORT_LINE and is_line


def _is_nothing_but(shape: re.Pattern[str], first: str) -> bool:
    """Say whether the first part of a title is a message and its polite words, and nothing else."""
    if not shape.search(first):
        return False
    return len(NO_WORDS.sub("", POLITE.sub("", shape.sub("", first)))) <= SPARE


def _is_headed(spoken: Spoken, first: str) -> bool:
    """Say whether the page has a heading of its own: a text under it that speaks of such things is a text."""
    heading = bare(first)
    return len(HAN.findall(heading)) >= HEADING_HAN and any(bare(line) == heading for line in spoken.lines)


def _is_said(shape: re.Pattern[str], line: str) -> bool:
    """Say whether a line is the message: it is short, or begins with it, or with an apology."""
    if len(line) > LINE_CHARS:
        return False
    match = shape.search(line)
    return match is not None and (len(line) <= SHORT_LINE or match.start() <= LEAD or bool(APOLOGY.match(line)))


def _is_about(shape: re.Pattern[str], spoken: Spoken) -> bool:
    """Say whether the message is the page's matter: it is the chosen text, or no other text and no row is there."""
    return bool(shape.search(spoken.text)) or (not spoken.text and not spoken.rows)


def cut_of(lines: Sequence[str], shown: str) -> str | None:
    """Give the line that says that a text is cut here; None where the page says nothing of it.

    Looked for in the last two lines of the text and in the lines below it: elsewhere such words are what it is about.
    """
    own = [line.strip() for line in shown.splitlines() if line.strip()]
    at = max((index for index, line in enumerate(lines) if own and line == own[-1]), default=len(lines) - 1)
    for line in (*own[1:][-2:], *lines[at + 1 : at + 1 + CUT_LINES]):
        if len(line) > LINE_CHARS or "。" in line[:-1]:
            continue
        if PREVIEW.search(line) or (CUT.fullmatch(line) and (PAID.search(line) or LOGGED_OUT.search(line))):
            return line
    return None


def _refused(reason: Reason, detail: str) -> Outcome:
    return Outcome(state=State.REFUSED, reason=reason, detail=detail)
