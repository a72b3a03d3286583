"""The post that began a thread, on pages that head only its answers: its date is in the title's line or nowhere.

Above it stands the starter's mark, or title and counters; below it the box and the mark of the first answer. Floors
that a line heads: `floor_heads`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleaners.regex import regex
from cleaners.rules.forum.bbs_lines import TIME
from cleaners.rules.forum.discuz_lines import THREAD_COUNTERS, head_start, is_box_line, is_tail_line
from cleaners.rules.forum.floor_heads import FLOOR_MARK, headers_of
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.lines import Line, is_sentence, taken
from cleaners.rules.rule import Change, Context, Rule

FAMILIES = frozenset({"discuz", "phpwind", "forum"})
STARTER_MARK = regex(
    r"(?:(?:点击|查看|阅读|浏览)\s?[:：]\s?\d{1,9}[\s|｜]{1,4}(?:回复|回帖)\s?[:：]\s?\d{1,7}[\s|｜]{1,8})?楼主"
)
"""`点击:490 回复:23    楼主`, or the mark alone; whole line, bounded."""
LINKS = ("[复制链接]", "[复制连结]")
"""What ends a page's head, where the starter's floor has no mark."""
SECOND = regex(r"沙发|(?:第\s?)?2\s?[楼#]")
"""The mark of the first answer, on boards that count the starter's floor."""
DATED_TITLE = regex(
    rf"(?:[帖贴]子)?(?:主题|标题)\s?[:：]\s?[^\n]{{2,100}}?\s发表于\s?[:：]\s?(?P<stamp>{TIME}|\d{{4}}-[\d: -]{{4,16}})"
)
"""`帖子主题: T 发表于:Fri Oct 19 10:20:33 CST 2018`: the title lazy up to the date, bounded."""
BARE_MARK = 2
"""Characters of the mark alone, which other pages have too: a dated title must stand above it."""
LONG_HEAD = 200
"""Characters of running text above the mark that are no page's head."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the first post stands: lines[:body) are the head, lines[body:stop) its text; `stamp` "" = undated."""

    body: int
    stop: int
    stamp: str


def opening_of(lines: Sequence[Line], header: int) -> Opening | None:
    """Find the first post above the line that heads the first answer; None where that line heads it itself."""
    body = _head_end(lines, header)
    if not body:
        return _without_head(lines, header, 0)
    stop = head_start(lines, body, header)
    marks = [words for n in range(stop, header) if FLOOR_MARK.fullmatch(words := lines[n].words)]
    is_marked = STARTER_MARK.fullmatch(lines[body - 1].words)
    is_answer = any("楼主" not in words if is_marked else SECOND.fullmatch(words) for words in marks)
    if not is_answer or not any(_is_said(line.words) for line in lines[body:stop]):
        return _without_head(lines, header, body)
    return Opening(body, stop, _stamp(lines, body))


def _stamp(lines: Sequence[Line], body: int) -> str:
    """Give the date that a head states in the title's line, or behind a label above the text; "" without one."""
    dated = (DATED_TITLE.fullmatch(line.words) for line in lines[:body] if "发" in line.words)
    labelled = (LABELLED.fullmatch(line.words) for line in lines[:body] if line.words.startswith("发布时间"))
    return next((match["stamp"] for match in (*dated, *labelled) if match), "")


LABELLED = regex(r"发布时间\s?[:：]\s?(?P<stamp>\d{4}-\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}(?::\d{2})?)")


def _without_head(lines: Sequence[Line], header: int, body: int) -> Opening | None:
    """Find a first post without a mark, from `body` on: its foot ends it, else a sentence right above the answer.

    Where the head of the answer is the first post's own, links, counters or a title stand there, no sentence.
    """
    stop = head_start(lines, body, header)
    if any(FLOOR_MARK.fullmatch(lines[n].words) and FIRST.search(lines[n].words) for n in range(header)):
        return None
    foot = next((n for n in range(body, header) if FOOT.search(lines[n].words) and is_tail_line(lines[n].words)), None)
    said = [line.words for line in lines[body : stop if foot is None else foot] if _is_said(line.words)]
    is_headed = body > 0 and lines[body - 1].words in SUMMARY
    if not said or (not is_headed and sum(len(words) for words in said if is_sentence(words)) < SHORT_TEXT):
        return None
    ends = (n for n in range(stop - 1, body - 1, -1) if lines[n].words and not is_tail_line(lines[n].words))
    is_ended = foot is not None or lines[next(ends, body)].words.endswith("。")
    if not (is_ended or is_headed):
        return None
    return Opening(body, stop if foot is None else _behind_foot(lines, foot, header), _stamp(lines, body))


FIRST = regex(r"楼主|(?<!\d)1\s?[#楼]")
"""In the mark of the starter's floor."""
FOOT = regex(r"使用道具|举报|使用特权|回复此楼|顶端\s")
"""What stands below a floor and in no page's head."""
SHORT_TEXT = 30
"""Characters of running text that make the lines above an answer a post."""


def _behind_foot(lines: Sequence[Line], foot: int, header: int) -> int:
    """Give the index behind a floor's foot, the last of its buttons above the next floor's head."""
    stop = head_start(lines, foot + 1, header)
    return next((n + 1 for n in range(stop - 1, foot, -1) if FOOT.search(lines[n].words)), foot + 1)


def _head_end(lines: Sequence[Line], stop: int) -> int:
    """Give the index behind the last line of the page's head above `stop`; 0 where nothing ends it."""
    marks = [n for n in range(stop) if STARTER_MARK.fullmatch(lines[n].words)]
    ends = marks or [n for n in range(stop) if _is_head_end(lines[n].words)]
    last = ends[-1] + 1 if ends else 0
    return 0 if sum(len(line.words) for line in lines[:last] if is_sentence(line.words)) > LONG_HEAD else last


def _is_head_end(words: str) -> bool:
    return words.endswith(LINKS) or words in SUMMARY or bool(THREAD_COUNTERS.fullmatch(words))


SUMMARY = ("正文摘要:", "正文摘要：")
"""What heads the text of a thread shown by its pictures."""


def _is_said(words: str) -> bool:
    return bool(words) and not is_box_line(words) and not is_tail_line(words)


def find_opening(text: str, context: Context) -> Iterable[Change]:
    """Take what stands above the first post down to the starter's mark, on a page of which no line heads it."""
    if context.position not in (None, 1) or not ("楼主" in text or "樓主" in text):
        return []
    lines = forum_lines(text)
    if headers_of(lines):
        return []
    body = next((n + 1 for n, line in enumerate(lines) if STARTER_MARK.fullmatch(line.words)), 0)
    above = [line.words for line in lines[:body] if line.words]
    is_head = sum(len(words) for words in above if is_sentence(words)) <= LONG_HEAD
    is_head = is_head and (len(above[-1]) > BARE_MARK or any(map(DATED_TITLE.fullmatch, above))) if above else False
    return taken(lines[:body]) if is_head and any(_is_said(line.words) for line in lines[body:]) else []


TITLE = "帖子主题: [总结] 城关镇工作总结 发表于:Fri Oct 19 11:33:16 CST 2018\n"
OPENING = Rule(
    name="opening-post-head",
    version=1,
    reason="Title, date, box and counters above the starter's mark are the page's own; they are facts.",
    families=FAMILIES,
    dumps_only=True,
    find=find_opening,
    context=Context(family="discuz", is_dump=True, position=1),
    examples=(
        (TITLE + "5\n主题帖\n点击:490 回复:23    楼主\n今年以来，工作有序。\n", "今年以来，工作有序。\n"),
        (TITLE + "楼主\n谢谢大家\n", "谢谢大家\n"),
    ),
    counter_examples=(
        "城关镇工作总结\n楼主\n今年以来，工作有序。\n",
        TITLE + "今年以来，工作有序。\n",
        "今年以来，工作有序推进，成效明显。\n" * 13 + "点击:490 回复:23    楼主\n写得好",
        TITLE + "点击:490 回复:23    楼主\n",
    ),
)
RULES = (OPENING,)
