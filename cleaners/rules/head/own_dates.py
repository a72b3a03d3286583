"""Dates at the head of a text that are its author's own: of a meeting's minutes, below the office that signs.

The page's dates: `heads`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.field_marks import SIGNS

LABEL_CHARS = 12
_MINUTES = (
    r"(?:地点|地址|主持|主席|参加|参会|出席|列席|缺席|请假|记录|对象|讲授|主讲|演讲|汇报|报告|议题|议程|主题|内容|方式"
    r"|范围|受理|人数|会议)"
    r"(?:人|人员|单位|者|范围|内容|名称|情况)?\s{0,4}"
)
MINUTES = regex(rf"{_MINUTES}[:：]")
"""A label below `时间：…` that makes both the minutes of a meeting, which are the author's own words."""
APART, APART_TIME = regex(rf"{_MINUTES}[:：]?"), regex(r"(?:会议|活动|学习)?(?:时间|日期)\s{0,2}[:：]?")
"""The same where each label and each value has a line of its own."""
HAN_DATE = regex(r"[（(]?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[)）]?")
OFFICE = regex(
    r"[（(]?[一-鿿*ＸX×某]{2,24}(?:政府|党委|党组|党支部|支部|委员会|委|局|办公室|办|厅|院|校|学校|公司|集团|中心|所"
    r"|站|处|科|部|会|法院|县长|镇长|市长|书记)(?:\s{1,3}[一-鿿]{2,4})?[)）]?"
)
"""Who signs a document, alone on its line, name behind the post or not; bounded."""


def is_own_date(words: str, above: str, below: str) -> bool:
    """Say whether a line of a date is the author's own: of a meeting's minutes, or below the office that signs."""
    if MINUTES.match(folded(below[:LABEL_CHARS].lstrip(SIGNS))):
        return True
    if len(below) <= LABEL_CHARS and APART.fullmatch(folded(below)) and APART_TIME.fullmatch(folded(above)):
        return True
    return "年" in words and bool(HAN_DATE.fullmatch(words)) and bool(OFFICE.fullmatch(folded(above)))


BARE_DAY = regex(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
CLOCKED = regex(r"(?P<day>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2})日?\s{1,3}\d{1,2}:\d{2}")
"""A day with the time, as software prints it."""


def is_later_day(words: str, found: Sequence[str]) -> bool:
    """Say whether a line is a bare day other than the one that a page's own line states with its time: a diary's."""
    if not BARE_DAY.fullmatch(words):
        return False
    clocked = next((match for one in found if (match := CLOCKED.search(one))), None)
    return clocked is not None and _numbers(clocked["day"]) != _numbers(words)


def _numbers(words: str) -> list[int]:
    return [int(number) for number in NUMBER.findall(words)]


NUMBER = regex(r"\d{1,4}")
