"""The rule about who made a text or lent it, behind its last sentence: `…贡献。（供稿：青禾 审核：石榴）`.

A line of its own: `staff_lines`, `tails`. The dump platform reads the names as facts before any rule runs.
"""

from collections.abc import Iterable
from itertools import islice

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.meta_below import HANDED
from cleaners.rules.foot.news_feet import OWNER, TAKEN_FROM
from cleaners.rules.foot.press_feet import HANDED_IN, LENT
from cleaners.rules.foot.staff_lines import STAFF_CHARS, staff_of
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.lines import Line, is_sentence, lines_of
from cleaners.rules.rule import Change, Context, Rule

LAST = regex(r"[。！？!?][”\"」』’]?(?=[^。！？!?\n]{4,170}\Z)")
"""The end of a line's last sentence with something behind it; the end of a line is looked at, no more."""
BRACKETED = regex(r"[。！？!?）)](?=[ \u3000\u00a0]{0,9}[（(【\[][^()（）【】\[\]\n]{4,120}[)）】\]][\s|｜]{0,3}\Z)")
"""The same before brackets alone, which may stand behind the reporters': `（青禾）（责任编辑：石榴）`."""
SIGNS = ("：", ":", "/", "︱", "丨", "｜", "|", "自", "稿")
"""What parts a label from its name, or stands beside a name: a line's end without any names nobody."""
BRACKETS = "（(【[", "）)】]"
CELL = regex(
    r"(?:文章|信息|稿件)?来源\s?[:：]\s?(?!.{0,16}(?:统计|调查|年鉴|公报|数据|报表|资料|研究|年报|季报|公告))[^\s。；：:，,|｜]{2,12}"
)
"""`来源：健康溪口 |`: the last words of the cell in which a page sets its text; a note on data stands below a table."""


def staff_end(text: str) -> tuple[int, int, str] | None:
    """Give start, end and words of the staff behind the last sentence above the tail; None where none stands there."""
    lines = lines_of(text)
    filled = (line for line in reversed(lines[: tail_zone(lines)]) if line.words)
    for last in islice(filled, LINES):
        found = _staff_behind(text, last)
        if found or (is_sentence(last.words) and last.words[-1] in ENDS):
            return found
    return None


ENDS = "。！？!?.…”」』）)】]；;："
LINES = 4
"""How a text's line ends; lines without a sentence, each of the site's or a signature, below the one that staff may
end, and that one."""


def _staff_behind(text: str, last: Line) -> tuple[int, int, str] | None:
    start = max(last.start, last.end - STAFF_CHARS - 20)
    cut = text[start : last.end].rstrip()
    for shape in (LAST, BRACKETED) if any(sign in cut for sign in SIGNS) else ():
        end = shape.search(cut)
        words = cut[end.end() :].strip(" \u3000\u00a0\t|｜") if end else ""
        is_cell = cut[-1] in "|｜" and CELL.fullmatch(folded(words)) is not None
        is_named = any(sign in words for sign in SIGNS)  # `（记者青禾）` is the text's own
        if end and is_named and (staff_of(words) or is_lent(words) or is_cell):
            return start + end.end(), start + len(cut), words
    return None


def is_lent(words: str) -> bool:
    """Say whether words name the paper or office from which a text is: `来源：某某日报`, `（转自某某网）` in brackets.

    `来自某某大学` without them may be a sentence's rest.
    """
    line = folded(words)
    is_bracketed = line[:1] in BRACKETS[0] and line[-1:] in BRACKETS[1]
    if LENT.fullmatch(line.strip("（）()【】[]") if is_bracketed else line):
        return True
    return is_bracketed and any(shape.fullmatch(line) for shape in (TAKEN_FROM, OWNER, HANDED, HANDED_IN))


def find_staff_end(text: str, context: Context) -> Iterable[Change]:
    """Take the staff from the end of the text's last line."""
    found = staff_end(text)
    return [Change(start=found[0], end=found[1])] if found else []


STAFF_END = Rule(
    name="staff-end",
    version=5,
    reason="Schools and offices print who made a text behind its last sentence; it is a fact of the page.",
    families=frozenset({"dump"}),
    dumps_only=True,
    find=find_staff_end,
    context=Context(family="dump", is_dump=True),
    examples=(
        ("今年以来，工作有序。(供稿:青禾 编辑:石榴 审核:王溪)", "今年以来，工作有序。"),
        ("今年以來，工作有序。  撰稿：青禾　審核：石榴\n上一篇：没有了", "今年以來，工作有序。\n上一篇：没有了"),
        ("今年以来，工作有序。（青禾） (责任编辑：石榴) |", "今年以来，工作有序。（青禾）"),
        ("他们说：“一定办好！”[责任编辑：青禾]\n", "他们说：“一定办好！”\n"),
        ("今年以来，工作有序。 作者：青禾 来源：《溪口报》", "今年以来，工作有序。"),
        ("今年以来，工作有序。来源：溪口日报\n", "今年以来，工作有序。\n"),
        ("今年以来，工作有序。（转自溪口县水利局网）", "今年以来，工作有序。"),
        ("今年以来，工作有序。（溪口镇党政办供稿）", "今年以来，工作有序。"),
        ("今年以来，工作有序。 来源:健康溪口 |\n", "今年以来，工作有序。\n"),
        ("今年以来，工作有序。选稿：青禾来源：溪口日报\n早市增加摊位", "今年以来，工作有序。\n早市增加摊位"),
    ),
    counter_examples=(
        "今年以来，自动站联网率达九成。（记者青禾）\n关键词：雷雨日\n",
        "今年以来，工作有序。（青禾）",
        "今年以来，工作有序。审核：实行三审三校制度",
        "今年以来，工作有序，责任编辑：青禾",
        "一是加强审核。编辑：12人\n二、下一步，继续努力，抓好落实。",
        "今年以来，工作有序。数据来源：市统计局",
        "今年以来，工作有序。来源：实地调查 作者：自绘",
        "他们是谁？来自溪口大学",
        "一、宣传。今年以来，工作有序。（供稿：青禾）\n二、文化。馆藏图书增加三成，读者满意。",
        "今年以来，工作有序。来源：青禾记录",
        "今年以来，工作有序。来源：财政年报 |",
    ),
)
RULES = (STAFF_END,)
