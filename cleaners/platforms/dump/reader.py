"""The dump platform: tells by its lines whose page a dump is of, and hands it to the reader of that family.

The guess names the software that made the page (`discuz`, `wnwk`), not this module; rules go by that name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cleaners.platforms.dump.article import read_article
from cleaners.platforms.dump.bbs import read_bbs
from cleaners.platforms.dump.discuz import read_single, read_thread
from cleaners.platforms.dump.listing import told_list
from cleaners.platforms.dump.messages import told_instead
from cleaners.platforms.dump.portal import family_of, guess_portal, read_portal
from cleaners.platforms.dump.thread_title import COMPLETE, COPY_LINKS, PRINT_LINK
from cleaners.platforms.platform import Address, Draft, Findings, Sheet
from cleaners.platforms.portal.family import PortalFamily
from cleaners.reading import PlatformGuess
from cleaners.regex import regex
from cleaners.rules.damage.pinyin import without_readings
from cleaners.rules.forum.bare_threads import GALLERY, is_bare_page
from cleaners.rules.forum.bbcode import without_tags
from cleaners.rules.forum.bbs_lines import FAMILY as BBS
from cleaners.rules.forum.bbs_lines import post_of
from cleaners.rules.forum.boxed_floors import boxed_floors
from cleaners.rules.forum.discuz_lines import PRESENT, is_tail_line
from cleaners.rules.forum.floor_heads import FLOOR_MARK, HEAD_REST, PRINTED_HEADER, header_of, headers_of, is_sure_at
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.forum.posted_below import floors_below
from cleaners.rules.lines import Line, lines_of
from cleaners.rules.rule import FORUMS
from cleaners.rules.title.titles import own_title

POWERED_BY = regex(
    r".{0,40}Powered by\s+(?P<family>Discuz|phpwind)!?\s*v?(?P<version>X?\d[\d.]*)?.{0,120}", re.IGNORECASE
)
LEVEL = regex(r"级别\s?[:：]\s?\S{1,8}")
"""A line of the author's box that phpwind alone prints."""
FORUM_WORDS = (
    "只看该作者",
    "倒序浏览",
    "使用道具",
    "本版积分规则",
    "您需要登录后才可以回帖",
    "[复制链接]",
    "跳转到指定楼层",
    "电梯直达",
    "回帖奖励",
    "TOP",
)
COUNTERS = regex(r"查看\s?[:：]\s?\d{1,9}\s{0,2}[|｜]\s{0,2}回复\s?[:：]\s?\d{1,7}")
"""`查看: 2053|回复: 0`: what Discuz prints above a thread, and nobody else with its header below."""
FORUM_SIGNS = 3
"""Different forum words, on lines of nothing but such words, that make a dump a thread without its footer."""
FORUM_LINE = 60
ARCHIVER_LINES = 12
"""Lines from the end among which the archiver says where the complete view is."""


class DumpPlatform:
    """Reads dumps of whole pages; see `cleaners.platforms.platform.Platform`."""

    family = "dump"
    version = 29

    def address(self, url: str) -> Address | None:
        """Give None: no URL leads to a dump."""
        return None

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say whose page a dump is of; None for markup."""
        if sheet.tree is not None:
            return None
        text = without_readings(sheet.text)
        lines = lines_of(text)
        if post_of(text) is not None:
            return PlatformGuess(family=BBS, sure=0.9, why="fields of a terminal board's post")
        known = _forum(forum_lines(text)) or guess_portal(lines)
        return known or PlatformGuess(family="dump", sure=0.5, why="text without markup")

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a dump as a page of the software guessed."""
        if guess.family == BBS:
            return read_bbs(sheet)
        lines = forum_lines(sheet.text)
        has_floors = guess.family in FORUMS and bool(headers_of(lines) or floors_below(lines) or boxed_floors(lines))
        text = without_readings(sheet.text)
        told = None if has_floors else told_list(text, guess.family) or told_instead(text, guess.family)
        if told is not None:
            return told
        if guess.family in FORUMS:
            return read_thread(sheet) if has_floors else read_single(sheet)
        return _read_one(sheet, family_of(guess.family))


def _read_one(sheet: Sheet, portal: PortalFamily | None) -> Findings:
    """Read a page of one text; its lines are told without a converter's readings and tags, the draft shows them."""
    plain = replace(sheet, text=without_tags(without_readings(sheet.text)))
    found = read_article(plain) if portal is None else read_portal(plain, portal)
    return replace(found, drafts=tuple(_as_shown(draft, sheet.text) for draft in found.drafts))


def _as_shown(draft: Draft, text: str) -> Draft:
    """Give a draft that shows the page as it is, under its own title: no label before it, no site's name behind it."""
    return replace(draft, shown=text, title=own_title(draft.title) if draft.title else None)


def _forum(lines: Sequence[Line]) -> PlatformGuess | None:
    for line in lines:
        powered = POWERED_BY.fullmatch(line.words)
        if powered:
            family = powered["family"].lower()
            return PlatformGuess(family=family, version=powered["version"], sure=0.98, why="powered-by line")
    if floors_below(lines):
        return PlatformGuess(family="phpwind", sure=0.8, why="dates below posts, authors' boxes above")
    if boxed_floors(lines):
        return PlatformGuess(family="forum", sure=0.8, why="authors' boxes above marks")
    headers = headers_of(lines)
    if headers:
        return _by_headers(lines, headers)
    return _by_chrome(lines)


def _by_chrome(lines: Sequence[Line]) -> PlatformGuess | None:
    """Guess by the software's own lines where no line heads a floor; None for all other dumps."""
    return PlatformGuess(family="discuz", sure=0.8, why="lines of a thread's page") if is_bare_page(lines) else None


def _by_headers(lines: Sequence[Line], headers: Sequence[int]) -> PlatformGuess | None:
    """Guess by the lines that head floors and what stands round them; None where a report may quote a thread."""
    has_level = any(LEVEL.fullmatch(line.words) for line in lines)
    if has_level or any(_is_present_above(lines, header) for header in headers):
        return PlatformGuess(family="phpwind", sure=0.8, why="author's level" if has_level else "presence by a name")
    if any(is_sure_at(lines, header) for header in headers):
        return PlatformGuess(family="discuz", sure=0.9, why="links beside a floor's date")
    if (printed := _by_printed(lines, headers[0])) is not None:
        return printed
    if any(COMPLETE.fullmatch(line.words) for line in lines[-ARCHIVER_LINES:]):
        return PlatformGuess(family="discuz", sure=0.9, why="archiver's last line")
    near = [line.words for line in lines if len(line.words) <= FORUM_LINE]
    if any(COUNTERS.fullmatch(words) or GALLERY.fullmatch(words) for words in near):
        return PlatformGuess(family="discuz", sure=0.9, why="counters above a post")
    short = [words for words in near if _is_forum_line(words)]
    signs = sum(any(word in words for words in short) for word in FORUM_WORDS) + _marks(lines)
    return PlatformGuess(family="discuz", sure=0.9, why="forum lines") if signs >= FORUM_SIGNS else None


def _by_printed(lines: Sequence[Line], header: int) -> PlatformGuess | None:
    """Guess by a first header with labels: who began the thread, or an author below a printable page's title."""
    first = header_of(lines[header].words)
    if first is None or first.re.pattern != PRINTED_HEADER.pattern:
        return None
    if first["who"] == "楼主":
        return PlatformGuess(family="forum", sure=0.8, why="the starter's line")
    is_printable = _is_printable(lines[:header])
    return PlatformGuess(family="discuz", sure=0.9, why="printable page's title") if is_printable else None


def _is_printable(above: Sequence[Line]) -> bool:
    """Say whether the title above a printable page's first floor stands there, behind its label and with its link."""
    near = [line.words for line in above if line.words][-PRINTED_LINES:]
    return any(words.endswith(PRINT_LINK) and words.startswith("标题") for words in near)


PRINTED_LINES = 2
"""Filled lines above such a floor's head among which the title is."""


def _is_present_above(lines: Sequence[Line], header: int) -> bool:
    """Say whether the filled line above a header has the icon's word before a name, and the header such links."""
    above = next((line.words for line in reversed(lines[max(0, header - MARK_LINES) : header]) if line.words), "")
    return bool(PRESENT.match(above)) and is_sure_at(lines, header)


def _marks(lines: Sequence[Line]) -> int:
    """Give for how many of the first two floors a mark (`楼主`, `2#`) stands alone above their line of dates.

    Each is as good as a forum word.
    """
    above = (lines[max(0, header - MARK_LINES) : header] for header in headers_of(lines)[:2])
    return sum(any(FLOOR_MARK.fullmatch(line.words) for line in near) for near in above)


MARK_LINES = 3
"""Lines above a header in which its mark stands."""


def _is_forum_line(words: str) -> bool:
    is_head = header_of(words) or HEAD_REST.fullmatch(words) or words.endswith(COPY_LINKS)
    return bool(is_head or is_tail_line(words))


PLATFORM = DumpPlatform()
