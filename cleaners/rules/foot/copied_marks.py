"""Rules about what a copied page leaves in and below a text: stamps at the ends of its lines, days of lost links.

A site stamps `x7Q某某网` behind each paragraph against copying; of a list of links a dump may keep the days alone; a
column's name stands above an article and below it once more. Single lines of a foot: `tails`.
"""

from collections.abc import Iterable
from itertools import takewhile

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.head.column_lines import COLUMN_END
from cleaners.rules.head.opener_lines import is_column
from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

NAME_ENDS = ("网", "網", "在线", "論壇", "论坛", "日报")
STAMP = regex(
    r"(?<![A-Za-z0-9])(?P<stamp>(?=[A-Za-z0-9]{0,5}\d)(?=[A-Za-z0-9]{0,5}[A-Za-z])[A-Za-z0-9]{2,6}[一-鿿]{2,8}(?:网|網|在线|论坛|論壇|日报))\Z"
)
"""`G7q某某新闻网` at a line's end: a code with letters and digits, and the site's name; bounded."""
STAMP_CHARS = 16
STAMPED_LINES = 3
"""Lines with the same stamp that make it one."""
DAY = regex(r"[\[(（]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?[\])）]?")
DAYS = 3
"""Days alone below a text, one a line, that are of links; a letter has one, its signers at most two."""
COLUMN_CHARS = 8


def find_stamps(text: str, context: Context) -> Iterable[Change]:
    """Take a site's stamp off the ends of lines where three or more lines bear the same."""
    if not any(f"{end}\n" in text for end in NAME_ENDS):
        return []
    ended = [line for line in lines_of(text) if line.words.endswith(NAME_ENDS)]
    found = (STAMP.search(line.words[-STAMP_CHARS:]) for line in ended)
    stamps = dict.fromkeys(stamp["stamp"] for stamp in found if stamp)  # behind a file's name it looks longer
    for stamp in sorted(stamps, key=len)[:KINDS]:
        ends = [line.start + len(text[line.start : line.end].rstrip()) for line in ended if line.words.endswith(stamp)]
        if len(ends) >= STAMPED_LINES:
            return [Change(start=end - len(stamp), end=end) for end in ends]
    return []


KINDS = 4
"""Stamps of different forms that are tried, the shortest first."""


def find_days(text: str, context: Context) -> Iterable[Change]:
    """Take three or more days alone from the end of a text."""
    lines = lines_of(text)
    filled = [line for line in lines[: tail_zone(lines)] if line.words]
    days = list(takewhile(lambda line: DAY.fullmatch(line.words), reversed(filled)))
    above = filled[: len(filled) - len(days)]
    return taken(reversed(days)) if len(days) >= DAYS and any(is_sentence(line.words) for line in above[-3:]) else []


def find_column(text: str, context: Context) -> Iterable[Change]:
    """Take a column's name from below a text above which it stands as well."""
    first = next((line for line in lines_of(text[:400]) if line.words), None)
    if first is None or len(first.words) > COLUMN_CHARS or not _is_column(first.words):
        return []
    lines = lines_of(text)
    filled: list[Line] = [line for line in lines[: tail_zone(lines)] if line.words]
    is_again = len(filled) > DAYS and filled[-1].words == first.words
    return taken(filled[-1:]) if is_again and any(is_sentence(line.words) for line in filled[1:-1]) else []


def _is_column(words: str) -> bool:
    return is_column(words) or COLUMN_END.fullmatch(folded(words)) is not None


_BODY = "今年以来，全镇工作有序推进，群众满意。"
DUMP = Context(family="dump", is_dump=True)
STAMPS = Rule(
    name="line-stamps",
    version=1,
    reason="A site stamps its name with a code behind each paragraph against copying; it is none of the text.",
    families=frozenset(),
    dumps_only=True,
    find=find_stamps,
    context=DUMP,
    examples=(
        (f"{_BODY}x7Q溪口网\n一是抓好落实。x7Q溪口网\n10.jpgx7Q溪口网\n", f"{_BODY}\n一是抓好落实。\n10.jpg\n"),
        (
            f"{_BODY}h2w溪口在线\n二是用力。h2w溪口在线\n三是用心。h2w溪口在线\n完",
            f"{_BODY}\n二是用力。\n三是用心。\n完",
        ),
    ),
    counter_examples=(
        f"{_BODY}x7Q溪口网\n一是抓好落实。x7Q溪口网\n",
        f"建成5G政务网\n改造4G电力网\n升级3G气象网\n{_BODY}",
        f"{_BODY}溪口网\n一是抓好落实。溪口网\n二是用力。溪口网\n",
    ),
)
LOST_DAYS = Rule(
    name="lost-links",
    version=1,
    reason="Of a list of links below a dumped article their days alone were kept; they are of other texts.",
    families=frozenset(),
    dumps_only=True,
    find=find_days,
    context=DUMP,
    examples=(
        (f"{_BODY}\n2016-01-27\n2016-01-27\n2016-01-25\n", f"{_BODY}\n"),
        (f"{_BODY}\n[2016-01-27]\n[2016-01-26]\n[2016-01-25]\n上一篇：没有了", f"{_BODY}\n上一篇：没有了"),
    ),
    counter_examples=(
        f"{_BODY}\n2016-01-27\n2016-01-28",
        f"{_BODY}\n2016年1月27日\n2016年1月27日\n2016年1月27日",
        f"检查日期如下\n2016-01-27\n2016-01-28\n2016-01-29\n{_BODY}",
    ),
)
COLUMN_BELOW = Rule(
    name="column-below",
    version=1,
    reason="A page prints its column's name above an article and below it once more.",
    families=frozenset(),
    dumps_only=True,
    find=find_column,
    context=DUMP,
    examples=(
        (
            f"团学动态\n溪口学院学雷锋活动\n{_BODY}\n二是用力。\n团学动态",
            f"团学动态\n溪口学院学雷锋活动\n{_BODY}\n二是用力。\n",
        ),
        (f"公司新聞\n2016-01-27\n{_BODY}\n二是用力。\n公司新聞\n", f"公司新聞\n2016-01-27\n{_BODY}\n二是用力。\n"),
    ),
    counter_examples=(
        f"团学动态\n溪口学院学雷锋活动\n{_BODY}\n二是用力。\n团学工作",
        f"溪口精神\n溪口学院学雷锋活动\n{_BODY}\n二是用力。\n溪口精神",
        "公司新闻\n部门动态\n公司新闻",
    ),
)
RULES = (STAMPS, COLUMN_BELOW, LOST_DAYS)
