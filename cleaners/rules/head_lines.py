"""What each line above a dumped article is, told by itself and its neighbours. Which to take: `bylines`.

The reader of dumps asks for the same lines, so that what leaves the text is what becomes facts.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head_buttons import BUTTON, MENU_BUTTON
from cleaners.rules.head_chrome import chrome_above, is_site_end
from cleaners.rules.head_repeats import author_lines, heads_mill, is_asked, stands_between
from cleaners.rules.heads import (
    ALL_LINES,
    DATE_SHAPE,
    FIELD_LINE,
    HEAD_LINES,
    SOURCES,
    ends_head,
    is_field_line,
    is_menu,
    loose_fields,
    path_of,
    plain,
)
from cleaners.rules.injected_lines import is_injected, is_stray
from cleaners.rules.intro_lines import is_intro
from cleaners.rules.journal_lines import journal_lines
from cleaners.rules.lines import Line, is_sentence, lines_of
from cleaners.rules.link_lines import RATED, is_list_head
from cleaners.rules.meta_labels import NAMING, SEEN, SHARED
from cleaners.rules.navigation import question_lines
from cleaners.rules.official_table import table_lines
from cleaners.rules.opener_lines import (
    MEDIA,
    SITE_NAME,
    WEB_HOME,
    is_column,
    is_headline,
    is_opening,
    is_penned,
    is_stated,
)
from cleaners.rules.openings import DATELINE
from cleaners.rules.own_dates import is_own_date
from cleaners.rules.titles import CLAIM, CLAIM_LINE, DOCUMENT_NUMBER, GENRE_END, is_title_like

SURE = frozenset({"table", "mark", "field", "byline", "path", "menu", "button", "strip", "account", "rated"})
"""Kinds of lines that are the page's, which their neighbours may lean on."""
_STAMP = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
_DATED = rf"{_STAMP}(?:[\sT]{{0,3}}{_TIME})?"
GLUED = regex(rf"(?P<date>{_DATED})\s?(?P<author>[一-鿿·、]{{2,4}}(?:[\s、·][一-鿿]{{1,3}}){{0,5}}"
    rf"|[一-鿿·]{{2,16}})")
"""`2021-01-02 10:20作者`: a journal's page without its labels (realtext, family 27); bounded."""
STAMPED = regex(rf"(?P<date>{_STAMP}\s{{1,3}}{_TIME})(?:\s{{1,4}}[^\s。，；：:,;]{{1,16}}){{0,6}}")
"""`2021-03-02 10:20:33 昵称 工作总结 我要投稿` (realtext, family 13); bounded, the classes disjoint."""
BEHIND = regex(
    rf"(?!发[表布]于|更新于)(?P<author>[^\s。，；：:,;]{{1,20}})\s{{0,3}}(?P<date>{_STAMP}\s{{1,3}}{_TIME})(?:\s{{1,3}}[^\s。，；]{{1,16}}){{0,4}}"
    rf"|(?P<nick>[A-Za-z]\w{{1,15}})\s{{0,3}}(?P<day>{_STAMP})(?:\s{{0,3}}[^\s。，；]{{1,16}}){{0,4}}"
)
"""`admin 2021-03-02 10:20 阅读 35`; bounded."""
ISSUE = regex(
    r"(?P<source>[《]?[^\s。，；：:《》\d]{2,24}[》]?)\s{0,3}"
    r"(?P<issue>\d{4}\s?年第?\s?\d{1,2}\s?期(?:\s?总?第\d{1,4}期)?)"
)
"""`实事求是 2022年3期`: the journal and its issue (realtext, family 27); bounded."""
READ_MODE = regex(r"[^。，；]{2,40}阅读模式")
COUNTER = regex(r"(?:阅读|浏览|点击|人气|查看|评论"
    r"|点赞)\s{0,3}[(（]?\s?\d{1,8}(?:\.\d{1,2})?[KkWw万]?\+?\s?[次人]?[)）]?")
"""`阅读 345`: a counter without a colon, alone on its line."""
GLUED_PATH = regex(r"(?:首页|主页|网站首页)[一-鿿]{4,30}")  # its marks are pictures: `首页范文工作总结`
WORD = regex(r"[一-鿿A-Za-z]{1,8}")
MENU_OPENER = regex(r"(?:网站)?(?:导航|菜单)")
STRIP_WORDS = 5
STRIP_CHARS = 6
"""Words of a menu without its home, and the characters of each (reference: realtext 3d)."""
MARK = regex(
    r"【\s?(?:https?://)?(?:www\.)?[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){0,2}\.[A-Za-z]{2,8}/?\s{0,2}"
    r"(?:[-—–_|]{1,4}\s?(?P<column>[^【】]{1,20}))?】"
)
"""`【www.a.example--工作总结】`: host and column before a text of a mill (realtext, family 12); bounded."""
PAGE = regex(r"第\s?\d{1,3}\s?[/／]\s?\d{1,3}\s?页|第\s?\d{1,3}\s?页\s{0,2}[/／(（,，]?\s?共\s?\d{1,3}\s?页[)）]?")
"""`第6/9页` of a paged text (realtext, family 18); bounded."""


class HeadLine(NamedTuple):
    """One filled line above a text and what it is."""

    line: Line
    kind: str
    """`field`, `byline`, `table`, `path`, `menu`, `strip`, `button`, `mark`, `page`, `question`, `rated`, `list`,
    `claim`, `title`, `site`, `intro`, `injected`, `stray`, `number`, `journal` or `other`."""

    @property
    def words(self) -> str:
        """The line, trimmed."""
        return self.line.words


@lru_cache(maxsize=4)
def head_of(text: str) -> tuple[HeadLine, ...]:
    """Tell what the filled lines above the first running text are; empty where a text begins at once."""
    lines = [line for line in islice(lines_of(text), ALL_LINES) if line.words]
    kinds: list[str] = []
    others = 0
    known = {line.start: "journal" for line, _, _ in journal_lines(lines)}
    known |= {line.start: "table" for line in table_lines(text)}
    known |= {line.start: "question" for line in question_lines(lines)}
    for n, line in enumerate(lines):
        above, below = (lines[at].words if 0 <= at < len(lines) else "" for at in (n - 1, n + 1))
        kind = known.get(line.start) or _kind(line.words, above, below)
        if below and MENU_OPENER.fullmatch(folded(below)) and GLUED_PATH.fullmatch(folded(line.words)):
            kind = "strip"
        if kind == "other" and not _has_title(lines, kinds) and is_headline(line.words) and _heads(below):
            kind = "title"
        if kind == "other" and line.words[-1] in "?？" and is_asked(line.words, below):
            kind = "button"  # the page's own question about the text whose title stands below
        if n == 0 and is_title_like(below) and GLUED_PATH.fullmatch(folded(line.words)):
            kind = "button"
        if n == 0 and line.words == "1" and is_title_like(below):
            kind = "page"  # a printed page's number above its title
        if kind in ("other", "loose", "title", "home"):
            others += 1
        if others >= HEAD_LINES or (kind == "other" and ends_head(line.words)) or len(line.words) > LONG_CHARS:
            break
        kinds.append(kind)
    if len(kinds) == len(lines):
        kinds = kinds[:-1]  # something must follow a head
    return tuple(map(HeadLine, lines, _settled(lines, kinds)))


LONG_CHARS = 400
"""Characters of a line that may be of a head."""


def _kind(words: str, above: str, below: str) -> str:
    """Tell a line by itself; `loose`, `list` and `strip` wait for their neighbours."""
    if is_field_line(words):
        return "other" if is_own_date(words, above, below) else "field"
    if len(words) > LONG_CHARS:
        return "other"
    line = folded(plain(words))
    found = next((kind for kind, is_one in KINDS if is_one(words, line)), None)
    return found or ("title" if is_title_like(plain(words)) and not heads_mill(line) else "other")


def _has_title(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    return any(kind == "title" and not is_column(lines[n].words) for n, kind in enumerate(kinds))


def _heads(below: str) -> bool:
    """Say whether below a headline stands the page's line of dates, a subtitle, or an agency's first words."""
    return _is_dated(below) or bool(DATELINE.match(below)) or (below.startswith("——") and not is_sentence(below))


def _is_dated(words: str) -> bool:
    """Say whether a line is the page's line of dates, which a headline stands above."""
    if len(words) > FIELD_LINE or not DATE_SHAPE.search(words):
        return False
    return is_field_line(words) or bool(STAMPED.fullmatch(words) or BEHIND.fullmatch(words))


def _is_button(line: str) -> bool:
    if MENU_BUTTON.fullmatch(line) or is_opening(line):
        return True
    return bool(BUTTON.fullmatch(line)) and any(character.isalpha() for character in line)


def _is_loose(words: str, line: str) -> bool:
    return is_penned(line) or any(shape.fullmatch(line) for shape in LOOSE) or bool(loose_fields(words))


def is_claim(words: str) -> bool:
    """Say whether a line is a word count and nothing else."""
    return "字" in words and bool(CLAIM.fullmatch(words) or CLAIM_LINE.fullmatch(words))


def is_strip(words: str) -> bool:
    """Say whether a line may be a menu without its home: five or more short words set apart."""
    if len(words) > 160:
        return False
    parts = words.replace("|", " ").replace("｜", " ").replace("/", " ").split()
    if len(parts) < STRIP_WORDS or all(len(part) == 1 for part in parts):  # `工 作 报 告` is a title
        return False
    return all(len(part) <= STRIP_CHARS and WORD.fullmatch(part) for part in parts)


KINDS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("path", lambda words, _: bool(path_of(words))),
    ("menu", lambda words, _: is_menu(words)),
    ("claim", lambda words, _: is_claim(words)),
    ("mark", lambda _, line: bool(MARK.fullmatch(line))),
    ("injected", lambda _, line: is_injected(line)),
    ("stray", lambda words, _: is_stray(words)),
    ("home", lambda words, _: bool(WEB_HOME.fullmatch(words))),
    ("byline", lambda _, line: is_stated(line)),
    ("number", lambda words, _: bool(DOCUMENT_NUMBER.fullmatch(words))),
    ("page", lambda _, line: bool(PAGE.fullmatch(line))),
    ("rated", lambda _, line: bool(RATED.fullmatch(line))),
    ("button", lambda _, line: _is_button(line)),
    ("intro", lambda words, _: is_intro(words)),
    ("loose", _is_loose),
    ("list", lambda _, line: is_list_head(line)),
    ("strip", lambda words, _: is_strip(words)),
)
"""Kinds that a line shows by itself, the surest first; asked of the line and of its folded form without readings."""
NUMBER = regex(r"\d{2,8}")
"""A count without a word, beside a line of dates."""
LOOSE = (STAMPED, BEHIND, READ_MODE, GLUED, ISSUE, COUNTER, NUMBER)


def _settled(lines: Sequence[Line], kinds: Sequence[str]) -> list[str]:
    """Settle what leans on its neighbours: loose fields beside sure ones, strips and site names above a title."""
    settled = _without_chrome(lines, kinds)
    for order in (range(len(settled)), range(len(settled) - 1, -1, -1)):
        for n in order:
            if settled[n] == "loose" and _leans(settled, lines, n):
                settled[n] = "byline"
    titles = [n for n, kind in enumerate(settled) if kind == "title"]
    last = max((n for n, kind in enumerate(settled) if kind in SURE or kind == "title"), default=-1)
    for n, kind in enumerate(settled):
        if (
            (kind == "strip" and not (n < last and n < STRIP_LINES))
            or (kind == "stray" and not n < min(titles, default=lines[n].words in BARS))
            or (kind == "injected" and n >= STRIP_LINES)
        ):
            settled[n] = "other"
        elif kind == "home":  # above a title the site's, below it the author's
            settled[n] = "button" if n < min(titles, default=0) else "other"
        elif kind in ("loose", "list"):
            if stands_between(settled, lines, n):
                settled[n] = "list" if kind == "list" else "byline"
                continue
            around = (*settled[max(0, n - 1) : n], *settled[n + 1 : n + 3])
            is_above = kind == "list" and n < min(titles, default=0)  # no report begins with other texts
            is_under = kind == "list" and lines[n].words[0] in BULLETS and settled[max(0, n - 1)] in ("field", "byline")
            is_known = is_above or is_under or (kind == "list" and "rated" in around)
            settled[n] = "list" if is_known else "other"
    if titles and is_column(lines[titles[0]].words):
        settled[titles[0]] = "button"
    elif len(titles) > 1 and titles[0] == _first(settled) and _is_site(
        lines[titles[0]].words, lines[titles[1]].words, is_dated="field" in settled[titles[1] + 1 : titles[1] + 2]
    ):
        settled[titles[0]] = "site"
    for n in titles[1:]:
        name = lines[n].words
        is_name = SITE_NAME.fullmatch(folded(name)) or (len(name) <= STRIP_CHARS * 2 and is_site_end(name))
        if is_name and "field" in settled[n - 1 : n + 2]:
            settled[n] = "site"  # between a title and its date
    return settled


def _without_chrome(lines: Sequence[Line], kinds: Sequence[str]) -> list[str]:
    """Settle what stands above a path or a headline by its place."""
    settled = list(kinds)
    for n in range(chrome_above(lines, kinds)):
        if settled[n] in ("title", "other"):
            words = lines[n].words
            settled[n] = "site" if is_site_end(words) or SITE_NAME.fullmatch(folded(words)) else "button"
    for n in author_lines(lines, kinds):
        settled[n] = "byline"
    return settled


BULLETS = "•·-●"
"""What stands before `相关推荐` right below the line of dates (realtext, family 13)."""
BARS = ("|", "｜")
"""What may stand alone above a post whose head is lost, with a title below it or none."""
STRIP_LINES = 4
"""Filled lines from the top among which a menu without its home may stand."""


def _first(kinds: Sequence[str]) -> int:
    return next((n for n, kind in enumerate(kinds) if kind not in ("menu", "button", "strip")), -1)


def _is_site(words: str, below: str, *, is_dated: bool) -> bool:
    """Say whether a first line is the site's name: called like one, while the line below is called like a report."""
    is_name = len(below) > len(words) and bool(SITE_NAME.fullmatch(folded(words)))
    return is_name and (is_dated or bool(GENRE_END.search(folded(below))))


def _leans(kinds: Sequence[str], lines: Sequence[Line], n: int) -> bool:
    """Say whether a line is the page's by its neighbours: beside a sure line, or an author's below the title."""
    around = {kinds[at] for at in (n - 1, n + 1) if 0 <= at < len(kinds)}
    if around & SURE:
        return True
    words = lines[n].words
    if n == 0 or kinds[n - 1] not in ("title", "claim"):
        return False
    fields = dict(loose_fields(words))
    is_named = any(MEDIA.fullmatch(value) for label, value in fields.items() if label in SOURCES)
    is_empty = not any(fields.values()) and fields.keys() <= SEEN
    return bool(fields.keys() & NAMING) or is_named or is_empty or fields.get("时间", "").endswith(SHARED)
