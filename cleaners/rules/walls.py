"""Rules about walls: notices by which a site says that it shows only a part of a text. What they state: `cut_of`.

Notices below and above a text leave it. A gap inside it stays marked: only the advertisement is taken off the site's
own mark, so that `……(省略1260字)……` stands where a part is missing and two sentences are never glued together.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cleaners.facts.counts import claimed_chars
from cleaners.rules.lines import Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.tail_lines import is_tail_line

HEAD_LINES = 10
"""Filled lines from the top among which a wall's own head may stand."""

# Shapes of reference realtext, section 3g. All have bounded quantifiers over literals or classes that exclude what
# follows, and are tried at a line's beginning only, but for INLINE and GLUED, which begin with a rare mark.
_UNFINISHED = (
    r"(?:本文|文章)?未完(?:待续)?[，,、；;\s]{0,2}(?:全文|本文)?共?\s?\d{2,6}\s?字[，,、；;\s]{0,2}"
    r"(?:当前|目前|以上|已)[只仅]?显示\s?\d{1,6}\s?字[^\n。()（）]{0,40}"
)
UNFINISHED = re.compile(rf"[（(【\[]?\s?{_UNFINISHED}[)）】\]]?。?")
"""`(未完，全文共5230字，当前显示1046字)`."""
GLUED = re.compile(rf"\s{{0,4}}[（(【\[]\s?{_UNFINISHED}[)）】\]]\s{{0,4}}\Z")
"""The same in brackets at the very end of the last sentence."""
PREVIEW_ENDS = re.compile(
    r"[-—.…\s]{0,8}(?:免费)?(?:试读|预览)(?:内容|部分)?已?(?:结束|完毕|到此)[^\n。]{0,40}。?[-—.…\s]{0,8}"
)
MORE = re.compile(
    r"[（(【…\s]{0,4}(?:更多|全部|完整|剩余|以下|查看全部)(?:精彩)?内容[，,]?(?:请|需要?|须)先?"
    r"(?:下载|登录|登陆|购买|付费|充值|开通|成为|注册)[^\n。]{0,40}[)）】]?。?"
)
NO_ROOM = re.compile(
    r"[（(]?因?篇幅(?:问题|限制|有限|原因)?[，,]?(?:本文|文章)?(?:不能|无法|未能|不)(?:全部|完整|一一)?显示[^\n]{0,40}"
)
LEFT = re.compile(r"[（(【]?\s?(?:还剩|剩余|剩下)\s?\d{1,6}\s?字[^\n。]{0,30}[)）】]?")
TEACHER = re.compile(r"(?:请|微信)?扫码(?:联系|添加|咨询)(?:老师|客服|顾问|我们)[^\n。]{0,30}")
LOGIN = re.compile(
    r"(?:您|你)?(?:需要|需|请|必须)先?(?:登录|登陆|注册|开通会员|成为会员)(?:后|才能|才可|方可|即可|，|,)?"
    r"[^\n。]{0,12}(?:查看|阅读|下载|复制|显示)[^\n。]{0,20}|(?:您|你)?需要先登[录陆][！!。]?"
)
MEMBERS = re.compile(
    r"尊享超值权益[^\n。]{0,40}|(?:立即)?开通(?:VIP|会员|正式会员)[^\n。]{0,30}(?:阅读|下载|查看|复制)[^\n。]{0,20}"
)
BELOW = (UNFINISHED, PREVIEW_ENDS, MORE, NO_ROOM, LEFT, TEACHER, LOGIN, MEMBERS)
"""What stands below a cut text, each a whole line."""
CUTS = (UNFINISHED, PREVIEW_ENDS, MORE, NO_ROOM, LEFT)
"""Those of them that say that the text is cut."""
OPENER = re.compile(r"(?:部分)?内容(?:预览|试读)\s?[:：]?")
"""The line above a preview."""
MANUSCRIPT = re.compile(
    r"(?=.{0,160}【(?:以稿换稿|小 ?中 ?大|大 ?中 ?小)】)(?=.{0,160}(?:【以稿换稿】|【收藏】))[^\n]{0,200}"
)
"""The line of tools and labels above a text of the 公文 sellers: `【以稿换稿】【收藏】 作者: 佚名 … 【小 中 大】`."""
INLINE = re.compile(
    r"(?:…|\.{3}|。{3}){1,2}\s?[（(]\s?(?P<site>(?:https?://)?[A-Za-z0-9][A-Za-z0-9.-]{2,60}(?:/[\w./-]{0,60})?\s?)?"
    r"(?:此处)?省略\s?\d{1,6}\s?字(?P<who>[，,]?\s?(?:正式)?(?:会员|用户|VIP)[^（）()\n]{0,24}(?:阅读|查看|显示|下载))\s?[)）]"
)
"""`……(www.a.example省略1260字，正式会员可完整阅读)……` in the middle of a text; begins with a rare mark, bounded."""
LEFT_OUT = "省略"
"""In every mark of a gap: a text without it holds none."""
SHOWN = re.compile(r"(?:当前|目前|以上|已)[只仅]?显示\s?(\d{1,6})\s?字")
"""How much of its text a page says that it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What the walls in and round a text state."""

    is_cut: bool
    """True where the site says that it shows a part only."""
    gaps: int = 0
    """Parts left out inside the text."""
    claimed: tuple[int, ...] = ()
    """Lengths that the notices state: of the whole, of what is shown."""


@lru_cache(maxsize=2)
def cut_of(text: str) -> Cut:
    """Read the walls of a text as shown, before any rule; a text without walls is not cut. Skin and family both ask."""
    gaps = len(INLINE.findall(text)) if LEFT_OUT in text else 0
    said = [line.words for line in walls_below(lines_of(text)) if any(shape.fullmatch(line.words) for shape in CUTS)]
    glued = GLUED.search(text, max(0, len(text) - 160))
    said += [glued[0]] if glued is not None and not said else []
    claimed = tuple(dict.fromkeys(number for words in said for number in lengths_in(words)))
    return Cut(is_cut=bool(said) or gaps > 0, gaps=gaps, claimed=claimed)


def lengths_in(words: str) -> list[int]:
    """Give the lengths that a line claims: those of the whole text first, then how much of it is shown."""
    return [*claimed_chars(words), *(int(shown) for shown in SHOWN.findall(words))]


def walls_below(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of a wall below a text: under them stand only blank lines, walls and other notices."""
    found: list[Line] = []
    for line in reversed(lines):
        if any(shape.fullmatch(line.words) for shape in BELOW):
            found.append(line)
        elif line.words and not is_tail_line(line.words):
            return found[::-1]
    return []  # nothing but notices: there is no text that they end


def find_below(text: str, context: Context) -> Iterable[Change]:
    """Take the wall below a text, or the one glued to its last sentence."""
    below = walls_below(lines_of(text))
    if below:
        return taken(below)
    glued = GLUED.search(text, max(0, len(text) - 160))
    return [Change(start=glued.start(), end=glued.end())] if glued is not None and text[: glued.start()].strip() else []


def find_above(text: str, context: Context) -> Iterable[Change]:
    """Take the line above a preview and the line of tools above a seller's text."""
    filled = [line for line in lines_of(text) if line.words]
    heads = [line for line in filled[:HEAD_LINES] if OPENER.fullmatch(line.words) or MANUSCRIPT.fullmatch(line.words)]
    return taken(heads) if len(heads) < len(filled) else []


def find_gaps(text: str, context: Context) -> Iterable[Change]:
    """Take site and membership off the mark of a gap; the mark stays."""
    changes: list[Change] = []
    if LEFT_OUT not in text:
        return changes
    for gap in INLINE.finditer(text):
        changes += [Change(start=gap.start(part), end=gap.end(part)) for part in ("site", "who") if gap[part]]
    return changes


WALL_BELOW = Rule(
    name="wall-below",
    version=2,
    reason="The site says that it shows only a part, and how to buy the rest; the lengths are kept as facts.",
    spares_posts=True,
    families=frozenset(),
    find=find_below,
    examples=(
        ("一、抓好学习。\n二、抓好宣传，\n(未完，全文共5230字，当前显示1046字)\n", "一、抓好学习。\n二、抓好宣传，\n"),
        ("一、抓好学习，推动工作（未完，全文共5230字，当前显示1046字）", "一、抓好学习，推动工作"),
        ("一、抓好学习。\n----试读结束----\n更多内容请下载后阅读\n", "一、抓好学习。\n"),
        ("一、抓好学习。\n因篇幅问题不能全部显示，请点此查看更多更全内容", "一、抓好学习。\n"),
        ("一、抓好学习。\n(剩余3412字)\n扫码联系老师\n需要先登录\n尊享超值权益", "一、抓好学习。\n"),
        ("一、抓好学习。\n开通会员，即可阅读全文\n请先登录后查看完整内容\n", "一、抓好学习。\n"),
    ),
    counter_examples=(
        "一、抓好学习。\n未完成的任务共12项，全部列入台账。",
        "三是试读结束语环节，由各组代表发言。\n四、下一步打算。",
        "更多内容请关注下期简报。",
        "群众需要先登录政务网，再提交材料，窗口人员负责指导。",
        "(未完，全文共5230字，当前显示1046字)",
        "试读结束\n一、抓好学习。\n二、抓好宣传。",
        "剩余资金3412元，字据齐全。",
    ),
)
WALL_ABOVE = Rule(
    name="wall-above",
    version=2,
    reason="A preview's heading and a seller's tools stand above the text; author and counters are kept as facts.",
    spares_posts=True,
    families=frozenset(),
    find=find_above,
    examples=(
        ("内容预览:\n一、抓好学习。", "一、抓好学习。"),
        ("【以稿换稿】【收藏】 作者: 佚名 来源: 本站 【小 中 大】\n一、抓好学习。", "一、抓好学习。"),
        ("部分内容预览：\n\n一、抓好学习。", "\n一、抓好学习。"),
    ),
    counter_examples=(
        "内容预览功能已经上线，群众反映良好。\n一、抓好学习。",
        "【收藏】单位要建立台账。\n一、抓好学习。",
        "内容预览：",
        "\n".join(f"第{n}项工作。" for n in range(1, 12)) + "\n内容预览：\n结束。",
    ),
)
WALL_INSIDE = Rule(
    name="wall-inside",
    version=2,
    reason="A gap is marked with the site's name and an offer; the mark with its length stays, the offer does not.",
    spares_posts=True,
    families=frozenset(),
    find=find_gaps,
    examples=(
        ("抓好学习……(www.a.example省略1260字，正式会员可完整阅读)……推动工作。", "抓好学习……(省略1260字)……推动工作。"),
        ("抓好学习……（省略 98 字，会员可完整查看）……完毕。", "抓好学习……（省略 98 字）……完毕。"),
        ("学习...(http://a.example/x 此处省略12字，VIP用户可以阅读)...完", "学习...(此处省略12字)...完"),
    ),
    counter_examples=(
        "讲话要点……（此处省略200字）……会议要求抓好落实。",
        "抓好学习（省略1260字，正式会员可完整阅读）",
        "按规定省略3字……（会员单位可阅读附件）",
    ),
)
RULES: tuple[Rule, ...] = (WALL_ABOVE, WALL_INSIDE, WALL_BELOW)
