"""The rule that takes lines of a foot set on one line, behind a dot or in brackets. What they are: `joined_lines`."""

from collections.abc import Iterable

from cleaners.rules.foot.tail_lines import is_one_line, tail_zone
from cleaners.rules.frame.joined_lines import is_joined
from cleaners.rules.lines import lines_of, taken
from cleaners.rules.rule import Change, Context, Rule


def find_joined(text: str, context: Context) -> Iterable[Change]:
    """Take lines of the tail that are several of its lines, or one behind a dot or in brackets."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    if not any(line.words for line in lines[:zone]):
        return []
    below = (line for line in lines[zone:] if line.words)
    return taken(line for line in below if not is_one_line(line.words) and is_joined(line.words, is_one_line))


JOINED_FEET = Rule(
    name="joined-feet",
    version=1,
    reason="Dumps drop the breaks between the lines of a foot, or keep dots and brackets: each piece is a site's.",
    families=frozenset(),
    dumps_only=True,
    find=find_joined,
    context=Context(family="dump", is_dump=True),
    examples=(
        ("工作完毕。\n责任编辑：张三  浏览次数：345\n", "工作完毕。\n"),
        ("工作完毕。\nTOP | 下载本文\n", "工作完毕。\n"),
        ("工作完毕。\n• 本文链接：http://www.example.com/1.html\n", "工作完毕。\n"),
        ("工作完毕。\n【关键词：安全生产 工作总结】\n", "工作完毕。\n"),
    ),
    counter_examples=(
        "工作完毕。\n某镇人民政府  2021年3月2日\n",
        "工作完毕。\n• 打印机三台，下载资料若干。\n",
        "工作完毕。\n（附件：1.工作台账）\n",
        "工作完毕。\n联系人：张三  电话：12345678\n",
    ),
)
RULES = (JOINED_FEET,)
