"""Lines of dates and names below headlines of offices', schools' and courts' news whose labels or times are missing.

Tried on one trimmed line, folded to simplified characters, and match it whole; bounded. They lean on the title above or
a sure line beside them; taken with `entered_lines`, and their groups become facts.
"""

from cleaners.regex import regex
from cleaners.rules.frame.staff_labels import COMPOSED_LABEL

_STAMP = r"\d{4}[-/]\d{1,2}[-/]\d{1,2}"
_TIME = r"(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?"
_NAME = r"[一-鿿·]{2,4}"
_OFFICE = r"[一-鿿]{2,14}(?:处|部|科|办|室|局|院|校|系|中心|委|会|公司|所|站|队|厅|镇|乡|街道)"
NAMED_DAY = regex(rf"(?:(?P<source>{_OFFICE})|(?P<author>{_NAME}))\s{{1,4}}(?P<date>{_STAMP})")
"""`青禾 2021-03-02`, `宣传部 2021-03-02`: a day as software prints it; a letter's own is in Chinese figures."""
OF_OFFICE = regex(
    rf"[（(]?\s?(?:作者|撰稿|撰稿人|通讯员)\s?[:：]\s?(?P<author>{_NAME}(?:[\s、]{{1,2}}{_NAME}){{0,4}})[\s,，;；|｜]{{1,4}}(?:作者)?单位\s?[:：]\s?"
    rf"[^\s。；：:，,（）()]{{4,30}}\s?[)）]?(?:\s{{1,4}}(?:(?:发布|发表)?(?:时间|日期)\s?[:：]\s?)?(?P<date>{_STAMP}{_TIME}))?"
)
"""`（作者：青禾 单位：某某学院）`, with the day or without it."""
REPORTED = regex(
    rf"(?:本网讯?|本报讯?|本站)?\s?(?:记者|通讯员)\s?(?P<author>{_NAME}(?:[\s、]{{1,2}}{_NAME}){{0,3}})\s{{1,4}}(?P<date>{_STAMP}{_TIME})"
)
"""`本网讯记者 青禾 2021-03-02`."""
ON_DUTY = regex(rf"(?:{COMPOSED_LABEL}|值班主任|编审)\s?[:：]\s?{_NAME}(?:[\s、]{{1,2}}{_NAME}){{0,3}}")
"""`值班编辑：青禾` alone below a title."""
CLOSED = regex(r"[】\])）]|[次人]|人次")
"""What a script left behind a number that stands on a line of its own."""
NEWS_HEADS = (NAMED_DAY, OF_OFFICE, REPORTED, ON_DUTY, CLOSED)
