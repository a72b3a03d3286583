"""The rule that drops a paragraph which stands twice in a row. Repeats of words stay: they may be the author's."""

from collections.abc import Iterable
from itertools import pairwise

from cleaners.rules.damage.flow import TABLE
from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

LEAST_CHARS = 30
"""Characters without white space from which an exact repeat is no slogan (realtext 4)."""
CAPTION_ENDS = ("摄", "攝", "供图", "供圖", "配图", "配圖", "制图", "製圖")
"""How the line under a picture ends: two pictures of one scene have the same, and neither is a repeat."""


def find_repeats(text: str, context: Context) -> Iterable[Change]:
    """Take a paragraph that repeats the one above it, white space aside."""
    lines = [line for line in lines_of(text) if line.words]
    return taken(
        line for above, line in pairwise(lines)
        if line.words[:2] == above.words[:2] and _is_repeated(above, line)
    )  # fmt: skip


def _is_repeated(above: Line, line: Line) -> bool:
    folded = "".join(line.words.split())
    if len(folded) < LEAST_CHARS or folded != "".join(above.words.split()):
        return False
    if folded.rstrip("。.)）").endswith(CAPTION_ENDS):
        return False
    return is_sentence(line.words) and folded[-1] not in "！!" and not TABLE.search(line.words)


_ONE = "今年以来，全镇上下认真学习贯彻上级会议精神，扎实推进各项重点工作，取得了明显成效。"
_OTHER = "一是加强组织领导，成立工作专班，明确专人负责；二是压实工作责任，层层抓好落实。"
REPEATS = Rule(
    name="repeated-paragraphs",
    version=2,
    reason="Pages put together from pieces show the same paragraph twice in a row.",
    families=frozenset(),
    find=find_repeats,
    examples=(
        (f"{_ONE}\n{_ONE}\n{_OTHER}", f"{_ONE}\n{_OTHER}"),
        (f"{_ONE}\n\n  {_OTHER}\n\n{_OTHER.replace('；', '； ')}\n{_ONE}", f"{_ONE}\n\n  {_OTHER}\n\n{_ONE}"),
    ),
    counter_examples=(
        "抓落实！\n抓落实！\n抓落实！",
        "5月19日，代表们在会场外的展台前观看某镇的发展成果展览。 某报记者 甲乙 摄\n"
        "5月19日，代表们在会场外的展台前观看某镇的发展成果展览。 某报记者 甲乙 摄",
        f"{_ONE}\n{_OTHER}\n{_ONE}",
        f"{_ONE}\n{_ONE.replace('今年', '去年')}",
        "全镇上下齐心协力，为建设富裕文明和谐美丽的新家园而努力奋斗，再创新的辉煌，再立新的功勋！\n"
        "全镇上下齐心协力，为建设富裕文明和谐美丽的新家园而努力奋斗，再创新的辉煌，再立新的功勋！",
        "某某村党支部书记张三同志某某村党支部副书记李四同志某某村党支部委员王五\n"
        "某某村党支部书记张三同志某某村党支部副书记李四同志某某村党支部委员王五",
    ),
)
RULES = (REPEATS,)
