"""What each line above a dumped article is, told by itself and its neighbours. Which to take: `bylines`.

The reader of dumps asks for the same lines, so that what leaves the text is what becomes facts.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.frame.overseas_lines import COUNTERS
from cleaners.rules.head.book_heads import book_lines
from cleaners.rules.head.columns_again import columns_again
from cleaners.rules.head.contents_lists import contents_lines
from cleaners.rules.head.date_pieces import with_dates_joined
from cleaners.rules.head.dated_heads import dated_of
from cleaners.rules.head.guides import guide_lines
from cleaners.rules.head.head_cells import path_to_title, steps_again, with_path
from cleaners.rules.head.head_kinds import BEHIND, LONG_CHARS, STAMPED, kind_of
from cleaners.rules.head.head_repeats import is_asked
from cleaners.rules.head.head_settling import settle
from cleaners.rules.head.heads import ends_head
from cleaners.rules.head.inquiry_boxes import inquiry_lines
from cleaners.rules.head.labels_apart import joined
from cleaners.rules.head.lead_lines import SEARCH
from cleaners.rules.head.listed_facts import listed_facts
from cleaners.rules.head.masts import masts_over
from cleaners.rules.head.meta_lines import ALL_LINES, DATE_SHAPE, FIELD_LINE, HEAD_LINES, is_field_line
from cleaners.rules.head.mill_heads import is_named_below, is_short_named, is_short_poem, repeats, stands_again
from cleaners.rules.head.navigation import question_lines
from cleaners.rules.head.news_tops import is_bilingual
from cleaners.rules.head.official_table import table_lines
from cleaners.rules.head.opener_lines import APPED, is_column, is_headline, is_site_name
from cleaners.rules.head.sample_boxes import CONTENTS
from cleaners.rules.journal.journal_lines import journal_lines
from cleaners.rules.lines import Line, is_sentence, lines_of
from cleaners.rules.title.asked_titles import asks
from cleaners.rules.title.between_titles import without_title
from cleaners.rules.title.called_titles import RULING, calls, is_ruled, is_short_title
from cleaners.rules.title.openings import DATELINE
from cleaners.rules.title.title_forms import is_title_like
from cleaners.rules.title.title_suffixes import is_window
from cleaners.rules.title.titled_fields import parted

GLUED_PATH = regex(r"(?:首页|主页|网站首页)[一-鿿]{4,30}")  # its marks are pictures: `首页范文工作总结`
MENU_OPENER = regex(r"(?:网站)?(?:导航|菜单)")


class HeadLine(NamedTuple):
    """One filled line above a text and what it is."""

    line: Line
    kind: str
    """`field`, `byline`, `table`, `path`, `menu`, `strip`, `button`, `mark`, `page`, `question`, `rated`, `list`,
    `claim`, `title`, `site`, `intro`, `injected`, `stray`, `number`, `journal`, `strewn`, `mast` or `other`."""

    @property
    def words(self) -> str:
        """The line, trimmed."""
        return self.line.words


@lru_cache(maxsize=4)
def head_of(text: str) -> tuple[HeadLine, ...]:
    """Tell what the filled lines above the first running text are; empty where a text begins at once."""
    lines, known = _pieces(text)
    kinds: list[str] = []
    others = 0
    for line in lines:
        kind = _kind_at(lines, kinds, known.get(line.start))
        if kind in ("other", "loose", "title", "home"):
            others += 1
        if others >= HEAD_LINES or (kind == "other" and ends_head(line.words)) or len(line.words) > LONG_CHARS:
            break
        kinds.append(kind)
    if len(kinds) == len(lines):
        kinds = kinds[:-1]  # something must follow a head
    return tuple(map(HeadLine, lines, settle(lines, kinds)))


def _pieces(text: str) -> tuple[list[Line], dict[int, str]]:
    """Give the filled lines of a text's top, pieces of one field joined, and kinds by the place where a line starts."""
    lines = [_without_cell(line) for line in islice(lines_of(text), ALL_LINES) if line.words]
    lines = with_dates_joined(with_path(lines), ())
    known = {line.start: "journal" for line, _, _ in journal_lines(lines)}
    known |= {line.start: "table" for line in table_lines(text)}
    known |= {line.start: "question" for line in question_lines(lines)}
    known |= {line.start: "byline" for line, _, _ in listed_facts(lines)} | inquiry_lines(lines)
    known |= {line.start: "button" for line in guide_lines(lines)} | _again(lines) | book_lines(lines)
    known |= steps_again(lines) | contents_lines(lines) | masts_over(lines) | path_to_title(lines)
    lines = parted(joined(lines, known), text, known)
    whole = [line for line in lines if is_apart(line, text)]
    kind = "field" if any(is_field_line(line.words) for line in whole) else "byline"  # one rule takes them all
    return lines, known | {line.start: kind for line in whole}


def is_apart(line: Line, text: str) -> bool:
    """Say whether a field is no line by itself: pieces on several lines, or the rest of a title's line."""
    return "\n" in text[line.start : line.end] or text[line.start - 1 : line.start] not in ("", "\n")


def _again(lines: Sequence[Line]) -> dict[int, str]:
    """Give the kinds of a column above a headline, of the headline and its counter, by their starts; empty for none."""
    found = columns_again(lines)
    if found is None:
        return {}
    column, counter, _ = found
    return {column.start: "button", lines[1].start: "title"} | ({counter.start: "byline"} if counter else {})


def _kind_at(lines: list[Line], kinds: list[str], known: str | None) -> str:
    """Tell the next line by itself and the lines near it; a title glued behind its fields leaves the line."""
    n = len(kinds)
    above, below = (lines[at].words if 0 <= at < len(lines) else "" for at in (n - 1, n + 1))
    kind = known or kind_of(lines[n].words, above, below)
    if kind in ("other", "field", "loose") and (own := without_title(lines, n)) is not lines[n]:
        lines[n], kind = own, "field" if kind == "field" else "byline"
    words = lines[n].words
    if n == 0 and kind == "other" and is_title_like(below) and is_site_name(folded(words)):
        kind = "site"  # too few Han characters for a title: `51范文网`
    is_path = GLUED_PATH.fullmatch(folded(words)) is not None
    if is_path and below and MENU_OPENER.fullmatch(folded(below)):
        kind = "strip"
    if kind in ("other", "title") and is_ruled(lines, n):
        kind = "title"
    if kinds[-1:] == ["title"] and RULING.fullmatch(words):
        kind = "mark"
    if kind == "other":
        kind = _among(lines, kinds) or "other"
    if n == 0 and (is_path or CONTENTS.fullmatch(words)) and is_title_like(below):
        kind = "button"
    kind = _at_top(kinds, (above, words, below)) or kind
    is_short = n == 0 and kind == "other" and _is_short_title(lines)
    return "title" if is_short or (kind == "other" and is_short_title(lines, kinds)) else kind


def _among(lines: Sequence[Line], kinds: Sequence[str]) -> str | None:
    """Give the kind of the next line, that tells nothing by itself, by what stands above and below it."""
    n = len(kinds)
    words, below = lines[n].words, lines[n + 1].words if n + 1 < len(lines) else ""
    if not _has_title(lines, kinds) or _is_over_headline(lines, kinds):
        is_under = _is_under_column(lines, kinds) or _is_under_text(lines, kinds, n)
        if is_headline(words) and (_heads(below) or (len(words) >= NEWS_CHARS and is_under)):
            return "title"
        if calls(lines, n) or stands_again(lines, n) or (is_headline(words) and is_named_below(lines, n)):
            return "title"
        is_shouted = not n and below and SHOUTED.fullmatch(folded(words))
        if n <= 1 and (asks(words, below) or is_window(words) or is_shouted):
            return "title"
    if repeats(lines, kinds, n) or (_is_over_all(kinds) and is_short_named(lines, n)):
        return "title"
    # the page's own question about the text whose title stands below
    return "button" if words[-1] in "?？" and is_asked(words, below) else None


def _is_over_all(kinds: Sequence[str]) -> bool:
    """Say whether all that stands above a line is a column, the title in its longer form, or the page's."""
    return all(kind not in ("other", "field", "byline", "loose") for kind in kinds)


def _is_over_headline(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Say whether all that stands above the next line is short names, and it is a headline above the page's date."""
    n = len(kinds)
    words, below = lines[n].words, lines[n + 1].words if n + 1 < len(lines) else ""
    names = [len(lines[at].words) for at, kind in enumerate(kinds) if kind == "title"]
    is_longer = len(words) >= NEWS_CHARS and 2 * max(names, default=0) <= len(words)
    return is_longer and _is_dated(below) and not has_clauses(words)


SHOUTED = regex(
    r"(?=[^\n]{12,40}\Z)(?![^\n]{0,16}(?:们|大家|各位|你好|您好|同志|朋友|老师|领导|感谢|谢谢))"
    r"[^\s。，,；;：:！!？?]{4,20}[！!？?]\s?[^\s。，,；;：:！!？?_|｜](?:[^。，,；;：:！!？?_|｜—-]{2,18})[^。，,；;：:！!？?、）)”_|｜]"
)
"""`第七个丰收节来了！全国秋粮有望再获丰收`: a headline of two clauses of which the first is called out; bounded."""


def _without_cell(line: Line) -> Line:
    """Give a line without the border of a table's cell at its end: `T |`; the line itself where it has others."""
    if line.words[-1] not in "|｜" or len(line.words) < CELL_CHARS or line.words[-2] not in " \t\u00a0\u3000":
        return line
    words = line.words[:-1].rstrip()
    return line if "|" in words or "｜" in words else line._replace(words=words)


CELL_CHARS = 8


def _at_top(kinds: list[str], near: tuple[str, str, str]) -> str | None:
    """Give the kind of a first line that the lines near it tell: a printed page's number, a column twice, a slogan."""
    above, words, below = near
    if not kinds and words in ("0", "1") and is_title_like(below):
        return "page"
    if not kinds and len(words) <= SLOGAN_CHARS and SEARCH.fullmatch(folded(below)):
        return "stray"  # a site's slogan, sentence or not, above the field where one searches it
    if len(kinds) < NEAR_TOP and words[-1] in ":：" and SEARCH.fullmatch(folded(words)):
        return "stray"
    if len(kinds) == 1 and is_bilingual(above, words, below):
        kinds[0] = "button"
        return "button"
    return None


SLOGAN_CHARS, NEAR_TOP = 60, 3
"""Characters of a site's slogan, and filled lines from the top among which the field for searching stands."""


def _is_short_title(lines: Sequence[Line]) -> bool:
    """Say whether two or three characters on the first line are a title: labels below them, and text below those."""
    if len(lines) <= TWO or not SHORT.fullmatch(lines[0].words):
        return False
    if is_short_poem(lines):
        return True
    fields, text = lines[1].words, lines[TWO].words
    return is_field_line(fields) and is_sentence(text) and not is_title_like(text)


TWO, SHORT = 2, regex(r"[一-鿿]{2,3}")
"""`国庆节`: too short to be told as a title by itself."""
NEWS_CHARS = 14
"""Characters of a headline below a column's name, where no date tells it."""


def _is_under_column(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Say whether above a line stands a column's name and nothing but what is the page's."""
    is_named = any(kind == "title" for kind in kinds)
    return is_named and all(kind in ("title", "button", "menu", "path", "strip") for kind in kinds)


def _is_under_text(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether right above a line ends the path whose last step says that the text follows, and it is no clause."""
    if not n or kinds[n - 1] != "path" or has_clauses(lines[n].words):
        return False
    return folded(lines[n - 1].words).rstrip().endswith(TEXT_STEPS)


TEXT_STEPS = ("正文", "文章内容", "文章正文", "新闻内容", "新闻详情", "详情", "详细内容", "查看文章", "浏览文章")
"""Last steps of a path that name what stands below it."""


def has_clauses(words: str) -> bool:
    """Say whether a line has marks between clauses, as the first line of a wrapped text has."""
    return any(mark in words for mark in "，,；;")


def _has_title(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    return any(kind == "title" and not is_column(lines[n].words) for n, kind in enumerate(kinds))


def _heads(below: str) -> bool:
    """Say whether below a headline stands the page's line of dates, a subtitle, or an agency's first words."""
    if _is_dated(below) or DATELINE.match(below) or APPED.fullmatch(folded(below)):
        return True
    if len(below) <= FIELD_LINE and COUNTERS.fullmatch(folded(below)):
        return True
    return below.startswith("——") and not is_sentence(below)


def _is_dated(words: str) -> bool:
    """Say whether a line is the page's line of dates, which a headline stands above."""
    if len(words) > FIELD_LINE or not DATE_SHAPE.search(words):
        return False
    line = folded(words)
    return is_field_line(words) or bool(STAMPED.fullmatch(words) or BEHIND.fullmatch(words) or dated_of(line))
