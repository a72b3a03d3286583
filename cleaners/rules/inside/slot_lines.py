"""The rule about what pages of papers print between the paragraphs of a text: an advertisement's place, times, labels.

A word for an advertisement alone is a heading or a table's cell elsewhere: it goes where sentences stand beside it. The
times of the page's own versions go anywhere: `更新時間 05-17 07:02` says nothing of the text. Captions lose the label
that the page's template sets before them, and stay.
"""

from collections.abc import Iterable, Sequence

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, is_sentence, lines_of
from cleaners.rules.rule import Change, Context, Rule

LINE_CHARS = 40
"""Characters of such a line."""
PLACE = regex(
    r"[-—–\s|｜\[【(（]{0,4}(?:ADVERTISEMENT|Advertisement|Advertisements|SPONSORED|Sponsored|(?:赞助商|文中|推广|相关)?广告(?:位|区|赞助)?)"
    r"[-—–\s|｜\]】)）]{0,4}"
    r"|(?:[(（\[【]\s?)?(?:请)?(?:继续往下阅读|往下(?:滑动|看)继续阅读|(?:文章|内文|新闻)(?:未完)?[,，]?(?:请)?(?:继续往下|往下滑|往下看)(?:阅读)?)"
    r"[.。…↓▼\s]{0,6}(?:[)）\]】])?"
    r"|(?:[Ss]tory continues below(?: this)?(?: [Aa]dvertisement)?|[Cc]ontinue [Rr]eading(?: below)?)[.…\s]{0,4}"
)
"""`ADVERTISEMENT`, `廣告`, `請繼續往下閱讀…`: what stands in an advertisement's place; whole line, bounded."""
STAMP = regex(
    r"(?:首次上稿|首次发布|最后更新|最新更新|更新时间|上稿时间|发稿时间|发布时间|出版时间|Published|Updated)\s?[:：]?\s?"
    r"(?:(?:19|20)\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}\s{1,3}\d{1,2}:\d{2}(?::\d{2})?"
)
"""`首次上稿 05-16 22:31`: when a paper's page was first and last written; with a clock, so no document's date."""
LABELLED = regex(
    r"(?:(?:Image|Media) caption|(?:图像|图片|影像|视频)(?:加注|加註|注解|註解)(?:文字)?[,，:：])\s{0,3}(?=\S)"
)
"""`Image caption …`, `图像加注文字，…` before a caption: the template's label. At a line's beginning only."""
SIGNS = by_rarest(
    ("DVERTISEMENT", "dvertisement", "PONSORED", "ponsored", "广告", "廣告", "往下", "ontinue", "caption", "加注",
     "加註", "注解", "註解", "上稿", "更新", "首次", "發稿", "发稿", "時間", "时间", "Published", "Updated")
)  # fmt: skip
"""One of them stands in a text with such a line."""


STARTS = frozenset("-—–|｜[【(（ASsCcPUIM赞贊文推相广廣请請继繼往內内新首最更上发發出图圖影视視")
"""How one of them begins, in either script: other lines are not looked at."""


def find_slots(text: str, context: Context) -> Iterable[Change]:
    """Take such lines from between the paragraphs of a text, and a template's label from before a caption."""
    if not has_any(text, SIGNS):
        return []
    lines = [line for line in lines_of(text) if line.words]
    found: dict[int, Change] = {}
    for at, line in enumerate(lines):
        if line.words[0] not in STARTS:
            continue
        words = folded(line.words[:LINE_CHARS])
        is_short = len(line.words) < LINE_CHARS
        if is_short and (STAMP.fullmatch(words) or (PLACE.fullmatch(words) and _is_between(lines, at))):
            found[at] = Change(start=line.start, end=line.after)
        elif labelled := LABELLED.match(words):
            found[at] = _unlabelled(text, line, labelled.end())
    taken = sum(change.end == lines[at].after for at, change in found.items())
    return [found[at] for at in sorted(found)] if taken < len(lines) else []


def _is_between(lines: Sequence[Line], at: int) -> bool:
    """Say whether the next lines above and below that are no such places are running text."""
    above = next((line.words for line in reversed(lines[:at]) if not PLACE.fullmatch(folded(line.words))), "")
    below = next((line.words for line in lines[at + 1 :] if not PLACE.fullmatch(folded(line.words))), "")
    return is_sentence(below) and (is_sentence(above) or len(above) >= LINE_CHARS)


def _unlabelled(text: str, line: Line, size: int) -> Change:
    """Give the change that takes a label of so many characters from the beginning of a line's words."""
    start = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    return Change(start=start, end=start + size)


SLOTS = Rule(
    name="slot-lines",
    version=1,
    reason="Pages of papers keep places for advertisements between paragraphs, and print their own times there.",
    families=frozenset({"dump"}),
    dumps_only=True,
    find=find_slots,
    context=Context(family="dump", is_dump=True),
    examples=(
        ("今年以来，工作有序。\nADVERTISEMENT\n\n群众十分满意。", "今年以来，工作有序。\n\n群众十分满意。"),
        ("今年以來，工作有序。\n廣告\n群眾十分滿意。", "今年以來，工作有序。\n群眾十分滿意。"),
        ("今年以來，工作有序。\n請繼續往下閱讀...\n群眾十分滿意。", "今年以來，工作有序。\n群眾十分滿意。"),
        (
            "夜市昨晚停電，客人排隊拍照。\n首次上稿 05-16 22:31\n更新時間 05-17 07:02\n夜市昨晚停電一個小時。",
            "夜市昨晚停電，客人排隊拍照。\n夜市昨晚停電一個小時。",
        ),
        ("今年以來，工作有序。\nImage caption 木相機用了超過60年。", "今年以來，工作有序。\n木相機用了超過60年。"),
    ),
    counter_examples=(
        "一、宣传\n广告\n制作横幅12条。",
        "项目\n广告\n印刷\n合计3万元，均已付清。",
        "今年以来，工作有序。\n更新时间 2021-03-02\n群众十分满意。",
        "广告",
        "更新时间 05-17 07:02",
        "本周继续往下阅读，读完第三章。\n群众十分满意。",
        "今年以来，工作有序。\n图片说明：青禾镇干部修渠。",
    ),
)
RULES: tuple[Rule, ...] = (SLOTS,)
