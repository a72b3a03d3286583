"""What a line above a dumped article is by its neighbours: what waits for them is settled here."""

from collections.abc import Sequence
from itertools import takewhile

from cleaners.rules.folding import folded
from cleaners.rules.frame.link_lines import INLINE
from cleaners.rules.frame.web_words import WEB_LINE
from cleaners.rules.head.blog_names import named_lines
from cleaners.rules.head.column_lines import column_lines
from cleaners.rules.head.head_chrome import chrome_above, is_site_end
from cleaners.rules.head.head_kinds import STRIP_CHARS, is_of_machine
from cleaners.rules.head.head_repeats import author_lines, stands_between
from cleaners.rules.head.keyword_lines import are_keywords
from cleaners.rules.head.meta_labels import NAMING, SEEN, SHARED, SOURCES
from cleaners.rules.head.meta_lines import LINKED, loose_fields
from cleaners.rules.head.mill_heads import columns_over, lines_amid, names_writer
from cleaners.rules.head.named_tops import site_lines
from cleaners.rules.head.opener_lines import MEDIA, SITE_NAME, is_column, is_penned
from cleaners.rules.head.sample_boxes import KIND, cells_below, entries_below
from cleaners.rules.head.site_panels import is_lent
from cleaners.rules.head.site_tops import TEXT_HAN, signed_lines, top_lines
from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.title.between_titles import lines_between
from cleaners.rules.title.called_titles import lines_at_mark, lines_over_rule
from cleaners.rules.title.openings import SALUTATION
from cleaners.rules.title.title_forms import GENRE_END
from cleaners.rules.title.window_titles import window_lines

SURE = frozenset({"table", "mark", "field", "byline", "path", "menu", "button", "strip", "account", "rated"})
"""Kinds of lines that are the page's, which their neighbours may lean on."""


def settle(lines: Sequence[Line], kinds: Sequence[str]) -> list[str]:
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
            or (kind == "stray" and not n < min(titles, default=_bars(lines)))
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
            is_above = n < min(titles, default=0) and (kind == "list" or _leads(lines, titles, n))
            is_under = kind == "list" and lines[n].words[0] in BULLETS and settled[max(0, n - 1)] in ("field", "byline")
            is_under = is_under or (kind == "list" and _is_inline(lines[n].words) and settled[n - 1 : n] in ABOVE_LINKS)
            is_known = is_above or is_under or (kind == "list" and "rated" in around)
            settled[n] = ("list" if kind == "list" else "byline") if is_known else "other"
    columns = list(takewhile(lambda n: is_column(lines[n].words), titles)) or columns_over(lines, settled)
    settled = ["button" if n in columns else kind for n, kind in enumerate(settled)]
    if not columns and len(titles) > 1 and titles[0] == _first(settled) and _is_site(
        lines[titles[0]].words, lines[titles[1]].words, is_dated="field" in settled[titles[1] + 1 : titles[1] + 2]
    ):
        settled[titles[0]] = "site"
    _settle_amid(lines, settled, titles)
    return settled


def _settle_amid(lines: Sequence[Line], settled: list[str], titles: Sequence[int]) -> None:
    """Settle names that stand amid a page's own lines: nicknames, names of other texts, the site's between two."""
    for n in lines_amid(lines, settled):
        settled[n] = "byline"
    for n in titles[1:]:
        name = lines[n].words
        is_name = SITE_NAME.fullmatch(folded(name)) or (len(name) <= STRIP_CHARS * 2 and is_site_end(name))
        if is_name and "field" in settled[n - 1 : n + 2]:
            settled[n] = "site"  # between a title and its date


def _without_chrome(lines: Sequence[Line], kinds: Sequence[str]) -> list[str]:
    """Settle what stands above a path or a headline by its place."""
    settled = list(kinds)
    top = chrome_above(lines, kinds)
    panel = "stray" if "stray" in kinds[:top] else "button"  # one rule takes a panel, or the next sees only its rest
    for n in range(top):
        if settled[n] in ("title", "other"):
            words = lines[n].words
            settled[n] = "site" if is_site_end(words) or SITE_NAME.fullmatch(folded(words)) else panel
    for n in window_lines(lines, settled):
        settled[n] = "button"
    for n in (*author_lines(lines, kinds), *entries_below(lines, kinds), *cells_below(lines, kinds)):
        settled[n] = "byline"
    for n in site_lines(lines, kinds):
        settled[n] = "site"
    for n in top_lines(lines, kinds):
        settled[n] = "button"
    for n in (*signed_lines(lines, settled), *(at for at, _ in named_lines(lines, settled))):
        settled[n] = "byline"
    for n in (*lines_at_mark(lines, settled), *lines_over_rule(lines, settled)):
        settled[n] = "mark"  # one rule takes them all
    for n in column_lines(lines, settled):
        settled[n] = "button"
    for n in lines_between(lines, settled):
        settled[n] = "byline" if loose_fields(lines[n].words) else "button"
    return settled


BULLETS = "•·-●"
"""What stands before `相关推荐` right below the line of dates (realtext, family 13)."""
def _bars(lines: Sequence[Line]) -> int:
    """Give how many bars stand alone on the first lines."""
    return len(list(takewhile(lambda line: line.words in BARS, lines)))


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


ABOVE_LINKS = (["title"], ["field"], ["byline"], ["button"])


def _is_inline(words: str) -> bool:
    """Say whether a line is a head of a list with its links behind it, which no report has below its title."""
    return INLINE.fullmatch(folded(words)) is not None


def _leads(lines: Sequence[Line], titles: Sequence[int], n: int) -> bool:
    """Say whether a line above a title is the page's: a machine's words, or who made the text right above its title."""
    line = folded(lines[n].words)
    if WEB_LINE.fullmatch(line):
        return True
    made = [value for label, value in loose_fields(line) if label in NAMING | SOURCES | LINKED]
    is_empty = n == 0 and loose_fields(line) != () and not any(value for _, value in loose_fields(line))
    return n + 1 in titles and (is_penned(line) or any(made) or (is_empty and bool(made)))


def _leans(kinds: Sequence[str], lines: Sequence[Line], n: int) -> bool:
    """Say whether a line is the page's by its neighbours: beside a sure line, or an author's below the title."""
    around = {kinds[at] for at in (n - 1, n + 1) if 0 <= at < len(kinds)}
    words = lines[n].words
    if words[-1] in "?？" and len(words) > ASKED_CHARS:
        return False  # what a reporter asks behind `记者：`
    if around & SURE:
        return True
    if n == 0:
        return is_lent(lines)
    if kinds[n - 1] not in ("title", "claim"):
        return False
    if is_of_machine(folded(words)) or names_writer(folded(words)):
        return True
    fields = dict(loose_fields(words))
    is_named = any(MEDIA.fullmatch(value) for label, value in fields.items() if label in SOURCES)
    is_empty = not any(fields.values()) and (
        fields.keys() <= SEEN or (fields.keys() <= TIMES and _heads_text(lines, n + 1))
    )
    is_lost = fields.keys() <= SOURCES and not any(fields.values()) and _is_signed(kinds, lines, n + 1)
    is_undated = _is_undated(fields.get("时间", ""))
    return bool(fields.keys() & NAMING) or is_named or is_empty or is_lost or is_undated or are_keywords(fields)


ASKED_CHARS = 6
"""Characters above which a label's value that ends with a question mark is no lost one: `作者：?`."""
TIMES = frozenset({"时间", "日期", "发布时间", "发布日期", "更新时间", "發布時間"})
"""Labels of a date that was lost; a report's own `时间：` stands above the date itself."""


def _heads_text(lines: Sequence[Line], n: int) -> bool:
    """Say whether a line is running text or those to whom one is spoken, which no date's value is."""
    words = lines[n].words if n < len(lines) else ""
    return bool(SALUTATION.fullmatch(words)) or (is_sentence(words) and len(words) >= TEXT_HAN)


def _is_undated(value: str) -> bool:
    """Say whether behind `时间：` stand a nickname and a button or a column, as the time was lost."""
    if value.endswith(SHARED):
        return True
    words = value.split()
    is_named = len(words) > 1 and not any(character.isdigit() for character in value) and len(value) <= UNDATED_CHARS
    return is_named and bool(KIND.search(folded(words[-1])))


UNDATED_CHARS = 24


def _is_signed(kinds: Sequence[str], lines: Sequence[Line], n: int) -> bool:
    """Say whether a line names the author beside a source that was left out: `来源：` above `作者：青禾`."""
    if n >= len(kinds) or kinds[n] != "loose":
        return False
    fields = dict(loose_fields(lines[n].words))
    return bool(fields.keys() & NAMING) and all(fields.values())
