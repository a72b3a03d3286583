"""A dumped preview page of a download portal: its family, title and facts. What lines are: `rules.portal_lines`.

The families are those of markup (`cleaners.platforms.portal`): the same signs tell them, the same tables read them.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from cleaners.outcome import Outcome, State
from cleaners.platforms.book118 import PLATFORM as BOOK118
from cleaners.platforms.doczj import PLATFORM as DOCZJ
from cleaners.platforms.dump.article import title_of_article
from cleaners.platforms.jinyuan import PLATFORM as JINYUAN
from cleaners.platforms.metaonly import PLATFORM as METAONLY
from cleaners.platforms.plainwenku import PLATFORM as PLAINWENKU
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.platforms.portal.family import PortalFamily
from cleaners.platforms.portal.stated import Parts, Said, facts_of
from cleaners.platforms.qqdocs import PLATFORM as QQDOCS
from cleaners.platforms.renrendoc import PLATFORM as RENRENDOC
from cleaners.platforms.taodocs import PLATFORM as TAODOCS
from cleaners.platforms.wenkumill import PLATFORM as WENKUMILL
from cleaners.platforms.wnwk import PLATFORM as WNWK
from cleaners.reading import PageKind, PlatformGuess
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, is_sentence, lines_of
from cleaners.rules.portal.file_words import file_described, is_description
from cleaners.rules.portal.portal_bounds import head_end, tail_start
from cleaners.rules.portal.portal_fields import LINE_CHARS, is_strong, plain, portal_fields, unread
from cleaners.rules.portal.portal_labels import NAMES_OF_FILES, OWN, STRONG
from cleaners.rules.portal.portal_lines import GIVEN_MARK, at_home, is_head_line, is_site_sentence, lead_end, opener_of
from cleaners.rules.portal.portal_shapes import BUTTON, CAPTION, COUNTER, PAGE_NAME, SHARED, WALL
from cleaners.rules.portal.portal_stamps import WATERMARK, stamps_in, unstamped
from cleaners.rules.title.title_forms import FILE_END, HEADING_BEHIND, is_title_like, without_claims

FAMILIES: tuple[PortalFamily, ...] = (
    WNWK, JINYUAN, RENRENDOC, BOOK118, PLAINWENKU, TAODOCS, DOCZJ, QQDOCS, METAONLY, WENKUMILL,
)  # fmt: skip
UNNAMED = PortalFamily(family="wenku", version=2, signs=())
"""A page with a portal's box that no family claims."""
BOX_FIELDS = 3
BOX_LINES = 60
"""Filled lines from the top in which a portal's box stands."""
BOX_LABELS = regex(r"ID|编号|大小|页数|格式|积分|上传", re.IGNORECASE)
COLLECTED_BUTTON = "合集下载"
"""The button of 文档之家 and 360文档中心, whose path a dump may lack (realtext, family 8)."""
BARE_NAME = "正文"
"""What stands above a page's name, and alone tells nothing."""
FOOT_LINES = 16
"""Filled lines from the end in which a box of more labels may stand, its page's other lines round it."""
FIRST_LINES = 8
"""Filled lines of a stub's page at most."""
QQ_NAME = "腾讯文库"
STAMP_CHARS = 120
"""Characters from the top that may be a portal's stamp."""
STUB_LINES = 10
"""Filled lines from the top among which a stub names its file."""
HEADING = regex(r"[一二三四五六七八九十]{1,2}、")
"""A text's own heading: the lines below it are no box, though minutes may say 编号, 大小 and 页数 of a file."""
SHOP = regex(r"(?:立即)?(?:开通|開通)VIP", re.IGNORECASE)
"""A button that sells a library's membership; a line of no report."""
SITED = regex(r"(?P<title>[^-_—|｜]{6,80})\s?[-_—|｜]{1,2}\s?[^\s。，,]{2,10}")
"""`T_某某文库`: the title of a page's window, where T stands below again; bounded, the classes disjoint."""
DECIMAL = regex(r"\d{1,2}(?:\.\d{1,2}){1,3}(?!\d)")
"""`1.1 目的`: a heading's number, no title's."""
BULLETS = "-•· \t"
"""What dumps set before the entries of a portal's list of facts."""
KIND = "类型"
"""What one script prints before the file's name, without a colon (realtext, family 3)."""
TWICE_CHARS = 8
"""Characters of a line of a head that stands twice in a row and so is the title, no keyword."""
BARE_BOX = frozenset({"文件大小", "总页数"})
"""A box without labels: a file size and a number of pages, each alone on its line, are enough."""


def guess_portal(lines: Sequence[Line]) -> PlatformGuess | None:
    """Say which portal family a dump is of; None where it is no portal's page."""
    printed = [line.words for line in lines if line.words]
    words = [line.lstrip(BULLETS) or line for line in printed]
    guesses = _guesses(printed)  # one family is told by its bullets
    if not guesses and words != printed:
        guesses = _guesses(words)
    if guesses:
        return max(guesses, key=lambda guess: guess.sure)
    head = list(takewhile(lambda line: not HEADING.match(line), words[:BOX_LINES]))
    labels = _box_labels(head)
    if len(labels) >= BOX_FIELDS or labels >= BARE_BOX or _is_own_box(head):
        return PlatformGuess(family=UNNAMED.family, sure=0.9, why="file facts: " + " ".join(sorted(labels)))
    titles = Counter(title for line in words[:BOX_LINES] if (title := _titled(CAPTION, line)))
    if any(times > 1 for times in titles.values()):
        return PlatformGuess(family=UNNAMED.family, sure=0.7, why="captions of pages")
    return _guess_by_lines(words)


def _guess_by_lines(words: Sequence[str]) -> PlatformGuess | None:
    """Tell a portal by one of its lines above the text: of pages not shown, a stamp, a file above a counter."""
    for is_it, family, why in _BY_LINES:
        if is_it(words):
            return PlatformGuess(family=family.family, sure=0.6, why=why)
    return None


def _is_first_lines(words: Sequence[str]) -> bool:
    """Say whether a page is a stub: few lines between its title and its title again, behind the library's name."""
    if not 2 < len(words) <= FIRST_LINES or len(plain(words[0])) < TWICE_CHARS or not is_title_like(words[0]):
        return False
    return words[-1].removeprefix(QQ_NAME) == words[0]


def _box_labels(words: Sequence[str]) -> set[str]:
    """Give the labels of a file's box that some lines hold with their values."""
    fields = [field for line in words for field in portal_fields(line)]
    fields += [(label, below) for label, below in pairwise(words) if label in STRONG and below not in STRONG]
    return {label.upper() for label, value in fields if value and BOX_LABELS.search(label)}


def _has_box_below(words: Sequence[str]) -> bool:
    """Say whether the last lines hold a file's box; most pages lack its word and cost no more."""
    return any("大小" in line for line in words) and len(_box_labels(words)) > BOX_FIELDS


def _is_own_box(words: Sequence[str]) -> bool:
    """Say whether lines above the text hold three labels with values that are a file's own, or one among others."""
    fields = [portal_fields(line) for line in _above_prose(words)]
    own = {label for line in fields for label, value in line if value and label.startswith(OWN)}
    return len(own) >= BOX_FIELDS or any(len(line) >= BOX_FIELDS and is_strong(line) for line in fields)


def _above_prose(words: Sequence[str]) -> Sequence[str]:
    return list(takewhile(lambda line: not is_sentence(line), words[:STUB_LINES]))


def _guesses(words: Sequence[str]) -> list[PlatformGuess]:
    return [guess for family in FAMILIES if (guess := family.guess(words))]


def _is_stub(words: Sequence[str]) -> bool:
    """Say whether a page opens with a file's name and below it a counter of pages."""
    return any(FILE_END.search(name) and COUNTER.fullmatch(below) for name, below in pairwise(words))


_BY_LINES: tuple[tuple[Callable[[Sequence[str]], bool], PortalFamily, str], ...] = (
    (_is_first_lines, QQDOCS, "the title above and below few lines"),
    (
        lambda words: any("页未读" in line and WALL.fullmatch(plain(line)) for line in _above_prose(words)),
        UNNAMED, "pages not shown",
    ),
    (lambda words: any(is_description(plain(line)) for line in words[:STUB_LINES]), UNNAMED, "a file described"),
    (lambda words: bool(words and stamps_in(unread(words[0][:STAMP_CHARS]))), PLAINWENKU, "stamp above the text"),
    (lambda words: any(plain(line) == COLLECTED_BUTTON for line in words[:STUB_LINES]), DOCZJ, COLLECTED_BUTTON),
    (
        lambda words: any(PAGE_NAME.fullmatch(plain(line)) and BARE_NAME not in line for line in words[:STUB_LINES]),
        UNNAMED, "资料下载页",
    ),
    (lambda words: any(SHOP.fullmatch(line) for line in _above_prose(words)), UNNAMED, "a button to pay"),
    (lambda words: _has_box_below(words[-FOOT_LINES:]), UNNAMED, "file facts below the text"),
    (lambda words: _is_stub(words[:STUB_LINES]), UNNAMED, "file name above a counter of pages"),
)  # fmt: skip
"""What tells a portal without a box or a family's own sign, the family, and why; the first that fits."""


def family_of(name: str) -> PortalFamily | None:
    """Give the portal family of a name; None for others."""
    return next((family for family in (*FAMILIES, UNNAMED) if family.family == name), None)


def read_portal(sheet: Sheet, family: PortalFamily = UNNAMED) -> Findings:
    """Read a portal's preview: one draft that shows all of the dump, and what the page states of the file."""
    lines = lines_of(sheet.text)
    title, title_from = _title(lines, is_collection=family is DOCZJ)
    if title is None and family is PLAINWENKU:  # no box: title and text as on any page, below the stamp
        title = title_of_article(WATERMARK.sub("", folded(sheet.text[:TOP_CHARS])))
        title, title_from = (_as_printed(sheet.text, title), "first_line") if title else (None, None)
    parts = _parts(lines, title)
    facts = facts_of(sheet, parts, title=title, renamed=family.renamed, is_stub=family.is_stub)
    draft = Draft(position=1, shown=sheet.text, title=title, title_from=title_from)
    return Findings(
        page_kind=PageKind.ENTRY,
        outcome=Outcome(state=State.READ),
        facts=family.with_abstract(facts, parts.text),
        drafts=(draft,) if parts.text else (),
    )


TOP_CHARS = 3000
"""Characters from the top in which a title is looked for below a stamp."""


def _as_printed(text: str, title: str) -> str:
    """Give a title found in a folded text as the page prints it; folding keeps places."""
    at = folded(text[:TOP_CHARS]).find(title)
    return text[at : at + len(title)] if at >= 0 else title


def _parts(lines: Sequence[Line], title: str | None) -> Parts:
    start = head_end(lines, title)
    start = lead_end(lines, start) or start
    stop = max(start, tail_start(lines, start))
    if not any(line.words for line in lines[start:stop]):  # the box stands below the text
        start, stop = 0, tail_start(lines)
    filled = [n for n in range(start, stop) if lines[n].words]
    if len(filled) > 1 and title and lines[filled[-1]].words.removeprefix(QQ_NAME) == title:
        stop = filled[-1]  # a stub ends with its title
    above = [line.words for line in lines[:start] if line.words]
    above += [words[: opener_of(words)] for n in filled[:1] if (words := lines[n].words).startswith(GIVEN_MARK)]
    return Parts(
        head=tuple(Said(words, "head") for words in above),
        text=tuple(line.words for line in lines[start:stop] if line.words),
        foot=tuple(Said(line.words, "foot") for line in lines[stop:] if line.words),
    )


def _title(lines: Sequence[Line], *, is_collection: bool) -> tuple[str | None, str | None]:
    """Give the file's name without its ending, else the first title-like line of the head that no field is."""
    head = _above_text(lines)
    described = (title for words in head if (title := _described(words)))
    captions = (title for words in head if (title := _titled(CAPTION, words)))
    shared = (title for words in head if (title := _titled(SHARED, words)))
    files = (name for words in head if FILE_END.search(words) and len(name := _name(words)) >= 6)
    pages = (title for words in head if (title := _titled(PAGE_NAME, words)))
    twice = () if is_collection else _twice(head)  # there it heads the first text of several
    sited = (own for words in head if (match := SITED.fullmatch(words)) and (own := match["title"]) in head)
    named = next((words for words in (*described, *shared, *captions, *files, *pages, *sited, *twice) if words), None)
    if named:
        return without_claims(named), "file_name" if FILE_END.search(named) else "heading"
    plain = (
        words
        for words in head
        if is_title_like(words) and not DECIMAL.match(words) and not portal_fields(words)
        and not is_head_line(words, None)
    )
    title = next((_above_heading(words[opener_of(words) :]) for words in plain), None)
    return (without_claims(title), "heading") if title else (None, None)


def _twice(head: Sequence[str]) -> tuple[str, ...]:
    """Give lines of a head that are repeated right below: a title, where keywords stand above it."""
    same = (words for words, below in pairwise(head) if words == below)
    return tuple(words for words in same if len(words) >= TWICE_CHARS and is_title_like(words))


def _is_sites(words: str) -> bool:
    return is_head_line(words, None) or is_site_sentence(words)


def _above_heading(words: str) -> str:
    """Give a title without the text's first heading, which a dump glued to it: `T一、总则`."""
    glued = HEADING_BEHIND.search(words)
    return words[: glued.start() + 1] if glued else words


def _titled(shape: re.Pattern[str], words: str) -> str | None:
    """Give the title in a caption or a line on who shared a file, as printed; None for any other line."""
    match = shape.fullmatch(plain(words))
    if match is None or match["title"] is None:
        return None
    return unread(words)[slice(*match.span("title"))]  # folding keeps places


def _described(words: str) -> str | None:
    """Give the file's name in a line that describes it, as printed; None for any other line."""
    name = file_described(plain(words))
    return unread(words)[slice(*name)].strip("《》 ") if name else None


def _name(words: str) -> str:
    """Give the name itself of a line `文件名称：T.docx`."""
    fields = portal_fields(words)
    if fields:
        return fields[0][1] if fields[0][0] in NAMES_OF_FILES else ""
    return words.removeprefix(KIND)


def _above_text(lines: Sequence[Line]) -> list[str]:
    """Give the lines above the first running text that is not the site's own."""
    head: list[str] = []
    for line in lines:
        if len(line.words) > LINE_CHARS or (is_sentence(line.words) and not _is_sites(line.words)):
            break
        words = unstamped(line.words)
        if words and not BUTTON.fullmatch(words):
            head.append(at_home(words))
    return head
