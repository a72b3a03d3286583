"""The rule about who made a text, behind its last sentence: `…贡献。（供稿：青禾 审核：石榴）`.

A line of its own: `staff_lines`, `tails`. The dump platform reads the names as facts before any rule runs.
"""

from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.foot.staff_lines import STAFF_CHARS, staff_of
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.lines import lines_of
from cleaners.rules.rule import Change, Context, Rule

LAST = regex(r"[。！？!?][”\"」』’]?(?=[^。！？!?\n]{4,170}\Z)")
"""The end of a line's last sentence with something behind it; the end of a line is looked at, no more."""
BRACKETED = regex(r"[。！？!?）)](?=[ \u3000\u00a0]{0,9}[（(【\[][^()（）【】\[\]\n]{4,120}[)）】\]][\s|｜]{0,3}\Z)")
"""The same before brackets alone, which may stand behind the reporters': `（青禾）（责任编辑：石榴）`."""
SIGNS = ("：", ":", "/", "︱", "丨", "｜", "|")
"""What parts a label from its name: a line's end without any names nobody."""


def staff_end(text: str) -> tuple[int, int, str] | None:
    """Give start, end and words of the staff behind the last sentence above the tail; None where none stands there."""
    lines = lines_of(text)
    last = next((line for line in reversed(lines[: tail_zone(lines)]) if line.words), None)
    if last is None:
        return None
    start = max(last.start, last.end - STAFF_CHARS - 20)
    cut = text[start : last.end].rstrip()
    for shape in (LAST, BRACKETED) if any(sign in cut for sign in SIGNS) else ():
        end = shape.search(cut)
        words = cut[end.end() :].strip(" \u3000\u00a0\t|｜") if end else ""
        if end and staff_of(words):
            return start + end.end(), start + len(cut), words
    return None


def find_staff_end(text: str, context: Context) -> Iterable[Change]:
    """Take the staff from the end of the text's last line."""
    found = staff_end(text)
    return [Change(start=found[0], end=found[1])] if found else []


STAFF_END = Rule(
    name="staff-end",
    version=2,
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
    ),
    counter_examples=(
        "今年以来，工作有序。（青禾）",
        "今年以来，工作有序。审核：实行三审三校制度",
        "今年以来，工作有序，责任编辑：青禾",
        "一是加强审核。编辑：12人\n二、下一步，继续努力，抓好落实。",
        "今年以来，工作有序。数据来源：市统计局",
    ),
)
RULES = (STAFF_END,)
