"""Dumps of lists: boards, columns, searches, home pages. A list leads to texts and is none; its bytes stay captured.

Told by rows, which are titles with the page's date, counter or last post, and by what lists print round them; a page
with a text of its own is that text, whatever rows stand below it.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaners.outcome import Outcome, State
from cleaners.platforms.platform import Findings
from cleaners.reading import PageKind
from cleaners.regex import regex
from cleaners.rules.lines import HAN, lines_of
from cleaners.rules.rule import FORUMS

_DAY = (
    r"(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|(?:昨天|前天|半小时前|\d{1,3}\s?(?:分钟|小时|天)前)(?:\s\d{1,2}:\d{2})?"
)
DATED_ROW = regex(
    r"[•·●\-\s\d.、]{0,6}(?:\[[^\[\]]{1,12}\]\s?)?(?P<title>[^\n。！？]{6,90}?)\s{0,6}"
    rf"[\[(（]?\s?(?P<day>{_DAY})\s?[\])）]?"
)
"""`T 2021-03-02`, `· [栏目] T (03-02)`: a row of a column's list; bounded, the title lazy up to a date at the end."""
LED_ROW = regex(
    rf"[•·●\s]{{0,3}}[\[(（]?(?P<day>{_DAY})[\])）]?\s{{0,4}}(?P<title>[^\n。！？，,；;]{{6,60}}?(?:\.{{3}}|…{{1,2}})?)"
)
"""`01-23 T`: the date first; no sentence, as the line of a chronicle is one. Bounded."""
LABELLED_ROW = regex(
    r"[^\n。！？]{4,90}?\s(?:日期|时间|发布(?:时间|日期)?|更新(?:时间|日期)?)\s?[:：]\s?\d{4}-\d{1,2}-\d{1,2}[^\n。]{0,60}"
)
"""`[栏目] T 日期：2024-01-23 08:00:00 点击：6830 好评：0`: a row of DedeCMS's lists; bounded."""
THREAD_ROW = regex(rf"[^\n]{{4,120}}\t[^\n\t]{{1,30}}\s(?:{_DAY})\t\d{{1,12}}\t[^\n\t]{{1,30}}\s(?:{_DAY})")
"""A row of a board: title, author with day, replies and views, last post; parted by tabs, bounded."""
COUNTED_ROW = regex(r"[^\n]{4,100}\s?\(\d{1,6}\s?篇回复\)")
"""A row of the archiver's boards; bounded."""
BOARD_MARKS = regex(
    r"今日\s?[:：]\s?\d{1,7}\s?[|｜]\s?(?:昨日|主题|帖子)\s?[:：].{0,200}|.{0,40}今日\s?[:：]\s?\d{1,7}\s?[|｜]\s?主题.{0,60}"
    r"|作者\s+回复/查看\s+最后发表|版块主题|.{1,60}'s Archiver"
)
"""What a board or a forum's home prints and no thread does: whole lines, bounded."""
AROUND = regex(
    r"(?:首页|上一?页|下一?页|尾页|末页|更多\.{0,3}|更多>{0,2})(?:\s.{0,60})?|共\s?\d{1,6}\s?(?:页|条|篇|记录).{0,60}"
    r"|(?:1|\[1\])(?:\s\[?\d{1,4}\]?){1,12}.{0,40}|[^\s。，]{2,12}更多\.{0,3}|页[:：]\s*\[\d+\].*"
    r"|(?:热门标签|热点内容|最新文章|特别推荐|推荐内容|搜索结果).{0,30}"
)
"""What lists print round their rows: pagers, `更多`, headings of boxes; whole lines, bounded."""
CUT_END = ("...", "…", "[详细]", "[阅读全文]", "[查看全文]", "[详情]")
"""How an excerpt below a row ends."""
ROWS = 5
"""Rows of the shortest list that is told."""
NEAR = 3
"""Lines from one row to the next, an excerpt and its buttons between them."""
LINE_CHARS = 200
"""Characters above which no line is a row."""
TEXT_HAN = 30
"""Han characters from which a line that is no row is text or an excerpt."""
EXCERPT_HAN = 250
"""The longest excerpt below a row; CMSs cut them at 80 to 255 characters."""


def told_list(text: str, family: str) -> Findings | None:
    """Give what a dump of a list comes to; None for all that may hold a text of its own."""
    shown = [line.words for line in lines_of(text) if line.words]
    if len(shown) < ROWS:
        return None
    rows = [n for n, words in enumerate(shown) if is_row(words)]
    is_board = family in FORUMS and any(BOARD_MARKS.fullmatch(words) for words in shown)
    if not (is_board or _is_listed(shown, rows)) or _has_text(shown, rows):
        return None
    return Findings(page_kind=PageKind.LIST, outcome=Outcome(state=State.LISTED))


def is_row(words: str) -> bool:
    """Say whether a line is a row of a list: a title beside the page's date, counters or last post."""
    if len(words) > LINE_CHARS or not any(character.isdigit() for character in words):
        return False
    shapes = (DATED_ROW, LED_ROW, LABELLED_ROW, THREAD_ROW, COUNTED_ROW)
    return any(shape.fullmatch(words) for shape in shapes)


def _is_listed(shown: Sequence[str], rows: Sequence[int]) -> bool:
    """Say whether rows make a page a list: five of them near each other, newer above older, a list's lines round them.

    A chronicle's dates go up, and nothing pages through it.
    """
    if len(rows) < ROWS or not any(AROUND.fullmatch(words) for words in shown):
        return False
    close = sum(after - before <= NEAR for before, after in pairwise(rows))
    return close >= ROWS - 1 and not _counts_up([shown[n] for n in rows])


def _counts_up(rows: Sequence[str]) -> bool:
    """Say whether the rows' dates go up: a chronicle's or a plan's do, a list begins with the newest."""
    days = [str(found["day"]) for words in rows if (found := DATED_ROW.fullmatch(words) or LED_ROW.fullmatch(words))]
    like = [(before, after) for before, after in pairwise(days) if len(before) == len(after)]
    return sum(before < after for before, after in like) > sum(before > after for before, after in like)


def _has_text(shown: Sequence[str], rows: Sequence[int]) -> bool:
    """Say whether a page has running text that is no excerpt between rows: one line of it makes a page a text."""
    known = set(rows)
    prose = [n for n, words in enumerate(shown) if n not in known and len(HAN.findall(words)) >= TEXT_HAN]
    return any(not _is_excerpt(shown, n, known) for n in prose)


def _is_excerpt(shown: Sequence[str], n: int, rows: set[int]) -> bool:
    """Say whether a line is what a list shows of a text: cut short, or between that text's row and the next one."""
    if len(HAN.findall(shown[n])) > EXCERPT_HAN:
        return False
    above, below = {n - 1, n - 2} & rows, {n + 1, n + 2} & rows
    return bool(above and below) or (shown[n].endswith(CUT_END) and bool(above or below))
