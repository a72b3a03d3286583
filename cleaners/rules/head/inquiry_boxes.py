"""The box that an office's site prints above a public inquiry: topic, term, state, day of the answer. Taken: `bylines`.

`征集调查` / `主题:` / T / `时限:` / `截止:2019-06-18` / `征集状态:` / `已结束 查看征集结果` / `结果反馈日期:` and T
again (realtext, family 24). The days are the inquiry's, not the text's, and become no facts.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import path_of
from cleaners.rules.lines import ENUMERATOR, Line, is_sentence
from cleaners.rules.title.title_forms import is_title_like

_ABOUT = r"(?:征集|调查|意见|咨询|征求|活动|公示|问卷|结果|反馈)"
SURE = regex(
    r"(?:征集|调查|征求意见|意见征集|问卷|公示)(?:状态|结果)\s?[:：]?\s?(?P<state>[^。；：:]{0,20})"
    r"|状态\s?[:：]\s?(?:已结束|已截止|进行中|征集中|未开始)"
    r"|(?:结果|意见)(?:反馈|公布|公开)(?:日期|时间|情况)?\s?[:：]?\s?(?P<day>[\d年月日:：/.\s-]{0,20})"
)
"""Labels that only such a box has, with a value behind them or none; bounded."""
LABEL = regex(
    rf"{_ABOUT}{{0,2}}(?:主题|标题|题目|名称|时限|期限|时间|日期|开始时间|结束时间|开始日期|结束日期|截止时间|截止日期|截止|起止时间|状态|部门|单位|类型|人数)"
    r"\s?[:：]\s?(?P<value>[^。；]{0,80})"
)
"""The other labels of one; bounded."""
TOPIC = regex(rf"{_ABOUT}{{0,2}}(?:主题|标题|题目|名称)\s?[:：]")
STATE = regex(r"(?:已结束|已截止|进行中|征集中|未开始|已反馈|已公布|已采纳)(?:\s{1,3}(?:点击)?查看[一-鿿]{2,8})?")
TERM = regex(r"(?:截止|自)?\s?[:：]?\s?\d{4}[\d年月日:：/.\s至到起—–~～-]{4,50}")
"""`2022-05-01 至 2022-05-31` below its label; bounded."""
HEADING = regex(r"(?:网上|在线|民意|意见|公众)?(?:征集调查|调查征集|民意征集|意见征集|网上调查|在线调查|征集|问卷调查)")
SIGNS = ("状态", "狀態", "结果反馈", "結果反饋", "反馈日期", "反馈时间")
"""One of them stands in each such box."""
TOP, LEAST = 16, 3
"""Filled lines from the top among which it stands, and the labels that it has at least."""
SITE_LINES, SITE_CHARS = 5, 20
"""Lines of the site above the box at most, and the characters of each."""


def inquiry_lines(lines: Sequence[Line]) -> dict[int, str]:
    """Give the kinds of the filled lines of such a box, and of the site's above it, by their starts; empty for none.

    The value of the topic is a title; a state or a day stands behind its label or on the line below it.
    """
    top = lines[:TOP]
    if not any(sign in line.words for line in top for sign in SIGNS):
        return {}
    labels = [n for n, line in enumerate(top) if _is_label(folded(line.words))]
    sure = [n for n in labels if SURE.fullmatch(folded(top[n].words))]
    if len(labels) < LEAST or not sure or max(below - above for above, below in pairwise(labels)) > 2:
        return {}
    places = dict.fromkeys(labels, "button")
    for n in labels:
        topic = TOPIC.match(folded(top[n].words))
        value = top[n].words[topic.end() :].strip() if topic else ""
        if value and all(line.words != value for line in lines[n + 1 : n + TOP]):
            places[n] = "title"  # it stands nowhere else
        below = top[n + 1].words if n + 1 < len(top) and n + 1 not in labels else ""
        if below and TOPIC.fullmatch(folded(top[n].words)) and is_title_like(below):
            places[n + 1] = "title"
        elif STATE.fullmatch(folded(below)) or TERM.fullmatch(folded(below)):
            places[n + 1] = "button"
    if max(places) + 1 >= len(lines):
        return {}
    above = range(labels[0])
    if labels[0] <= SITE_LINES and all(_is_of_site(lines[n].words) for n in above):
        places |= {n: "button" for n in above if not path_of(lines[n].words)}
    elif HEADING.fullmatch(folded(lines[labels[0] - 1].words)):
        places[labels[0] - 1] = "button"
    return {lines[n].start: kind for n, kind in places.items()}


def _is_label(line: str) -> bool:
    return SURE.fullmatch(line) is not None or LABEL.fullmatch(line) is not None


def _is_of_site(words: str) -> bool:
    return len(words) <= SITE_CHARS and not is_sentence(words) and not ENUMERATOR.match(words)
