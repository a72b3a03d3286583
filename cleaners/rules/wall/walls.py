"""Rules about walls: notices by which a site says that it shows only a part of a text. What they state: `cut_of`.

Notices below and above a text leave it. A gap inside it stays marked: only the advertisement is taken off the site's
own mark, so that `……(省略1260字)……` stands where a part is missing and two sentences are never glued together.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from cleaners.facts.counts import claimed_chars
from cleaners.regex import joined
from cleaners.rules.folding import folded
from cleaners.rules.foot.foot_rest import may_be_the_sites
from cleaners.rules.foot.tail_lines import is_tail_line
from cleaners.rules.lines import HAN, Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.wall.wall_lines import (
    BELOW,
    BELOW_STARTS,
    CUTS,
    DOTTED,
    GLUED,
    HIDDEN,
    INLINE,
    MANUSCRIPT,
    NOT_WHOLE,
    OF_PAGES,
    OPENER,
    SHOWN,
    STOPS,
    STRONG,
    TO_GET,
    UNREAD,
)

BELOW_LINE, STRONG_LINE, CUT_LINE = joined(BELOW), joined(STRONG), joined(CUTS)
HEAD_LINE = joined((OPENER, MANUSCRIPT))
GLUED_CHARS = 160
"""Characters at the end of a text in which a wall may be glued to its last sentence."""
UNFINISHED_WORD = "未完"
READ_ON_WORD = "全文"
"""What such a wall holds."""
OPENER_STARTS = "部内內试試正全文範范材"
"""How the line above a preview begins, in either script; a line of tools holds `【`."""
END_CHARS = 40
DOTS = ("…", "...", "。。。")
"""How a line ends at which STOPS finds dots."""
LINE_HAN = 8
"""Han characters of a last line that may be a cut sentence."""
HEAD_LINES = 10
"""Filled lines from the top among which a wall's own head may stand."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What the walls in and round a text state."""

    is_cut: bool
    """True where the site says that it shows a part only."""
    gaps: int = 0
    """Parts left out inside the text."""
    claimed: tuple[int, ...] = ()
    """Lengths that the notices state: of the whole, of what is shown."""
    said: str | None = None
    """The notice that says so, as printed."""


@lru_cache(maxsize=2)
def cut_of(text: str) -> Cut:
    """Read the walls of a text as shown, before any rule; a text without walls is not cut. Skin and family both ask."""
    gaps = [gap[0].strip(GAP_MARKS) for shape, _ in _gaps_in(text) for gap in shape.finditer(text)]
    below = walls_below(lines_of(text))
    said = [line.words for line in below if _is_of(line.words, CUT_LINE)]
    said += [line.words for line in below[:1] if _is_dotted(text[: line.start])]
    said += [line.words for line in _left_above(lines_of(text))[-1:]]
    glued = _glued(text[: below[0].start] if below else text)
    said += [glued[0].strip()] if glued is not None else []
    claimed = tuple(dict.fromkeys(number for words in said for number in lengths_in(words)))
    return Cut(
        is_cut=bool(said or gaps), gaps=len(gaps), claimed=claimed, said=next(iter((*said, *gaps)), None)
    )


GAP_MARKS = "-—=.…。()（） "
"""What stands round the words of a gap's mark."""


def _is_dotted(above: str) -> bool:
    """Say whether the text above a site's word ends with dots: behind them stands what the site keeps."""
    return above[-END_CHARS:].rstrip().endswith(DOTS)


def stops_short(text: str) -> bool:
    """Say whether a cleaned text ends with dots in mid-sentence: True where a word, no mark, stands before them.

    Inside a quotation or a bracket that the last line does not close, the dots are the author's.
    """
    line = text.rstrip().rpartition("\n")[2]
    stop = STOPS.search(line, max(0, len(line) - END_CHARS))
    if stop is None or not HAN.match(stop["last"]) or len(HAN.findall(line)) < LINE_HAN:
        return False
    return all(line.count(opening) <= line.count(closing) for opening, closing in ("“”", "（）", "《》", "「」"))


def _glued(text: str) -> re.Match[str] | None:
    """Find a wall that is glued to the last sentence."""
    start = max(0, len(text) - GLUED_CHARS)
    end = text[start:]
    glued = GLUED.search(text, start) if UNFINISHED_WORD in end else None
    if glued or READ_ON_WORD not in end:
        return glued
    return DOTTED.search(text, start) or TO_GET.search(text, start)


def lengths_in(words: str) -> list[int]:
    """Give the lengths that a line claims: those of the whole text first, then how much of it is shown."""
    return [*claimed_chars(words), *(int(shown) for shown in SHOWN.findall(words))]


def walls_below(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of a wall below a text: under them stand only blank lines, walls and other notices.

    One of them at least must be a site's beyond doubt: an office too asks to log in, or to scan a code.
    """
    found: list[Line] = []
    strange: list[Line] = []
    for line in reversed(lines):
        if line.words[:1] in BELOW_STARTS and _is_of(line.words, BELOW_LINE):
            found.append(line)
        elif line.words and not is_tail_line(line.words):
            if not found and len(strange) < STRANGERS and may_be_the_sites(line.words):
                strange.append(line)
                continue
            is_strong = any(_is_of(one.words, STRONG_LINE) for one in found)
            is_sure = is_strong or (line.words.endswith(DOTS) and bool(found) and not strange)
            return [*found[::-1], *strange[::-1]] if is_sure else []
    return []  # nothing but notices: there is no text that they end


def _is_of(words: str, shape: re.Pattern[str]) -> bool:
    """Say whether a whole line is of a shape, in either script."""
    return 0 < len(words) <= WALL_CHARS and shape.fullmatch(folded(words)) is not None


STRANGERS = 12
"""Lines of the site that no shape knows, which may stand below a wall that is one beyond doubt."""
WALL_CHARS = 400
"""Characters of a line that may be a wall; a longer one is a text."""


def find_below(text: str, context: Context) -> Iterable[Change]:
    """Take the wall below a text, or the one glued to its last sentence."""
    below = walls_below(lines_of(text))
    glued = _glued(text[: below[0].start] if below else text)
    if glued is None or not text[: glued.start()].strip():
        return taken(below)
    end = glued.end() if not below else glued.start() + len(glued[0].rstrip())
    return [Change(start=glued.start(), end=end), *taken(below)]


def find_above(text: str, context: Context) -> Iterable[Change]:
    """Take the line above a preview and the line of tools above a seller's text."""
    filled = [line for line in lines_of(text) if line.words]
    likely = [line for line in filled[:HEAD_LINES] if line.words[0] in OPENER_STARTS or "【" in line.words]
    heads = [line for line in likely if _is_of(line.words, HEAD_LINE)]
    heads = sorted({*heads, *_left_above(filled)}, key=lambda line: line.start)
    return taken(heads) if len(heads) < len(filled) else []


def _left_above(lines: Sequence[Line]) -> list[Line]:
    """Give the line between title and preview that says how much is left, with the preview's pages and notice above.

    Below it must stand a text: where only walls follow, they are a wall below.
    """
    filled = [line for line in islice(lines, ALL_LINES) if line.words]
    heads = enumerate(filled[:HEAD_LINES])
    at = next((n for n, line in heads if line.words[0] in LEFT_STARTS and _is_of(line.words, UNREAD)), None)
    if at is None or any(is_sentence(line.words) and not _is_of(line.words, NOT_WHOLE) for line in filled[:at]):
        return []
    if not any(is_sentence(line.words) and not _is_of(line.words, BELOW_LINE) for line in filled[at + 1 :]):
        return []
    first = at
    while first and (OF_PAGES.fullmatch(filled[first - 1].words) or _is_of(filled[first - 1].words, NOT_WHOLE)):
        first -= 1
    return filled[first : at + 1]


LEFT_STARTS = "（(【还還剩已"
"""How the line about what is left begins, in either script."""
ALL_LINES = 40
"""Lines from the top among which head and first words of a text stand."""


def find_gaps(text: str, context: Context) -> Iterable[Change]:
    """Take site and membership off the mark of a gap; the mark stays."""
    changes: list[Change] = []
    for shape, parts in _gaps_in(text):
        for gap in shape.finditer(text):
            changes += [Change(start=gap.start(part), end=gap.end(part)) for part in parts if gap[part]]
    return sorted(changes, key=lambda change: change.start)


def _gaps_in(text: str) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    """Give the shapes of gaps that a text may hold, with the parts of each that are an offer."""
    gaps: list[tuple[re.Pattern[str], tuple[str, ...]]] = []
    if "略" in text and "省略" in text:  # one character is found in a tenth of the time of two
        gaps.append((INLINE, ("site", "who")))
    if "藏" in text and "隐藏" in text:
        gaps.append((HIDDEN, ("offer",)))
    return gaps


WALL_BELOW = Rule(
    name="wall-below",
    version=13,
    reason="The site says that it shows only a part, and how to buy the rest; the lengths are kept as facts.",
    spares_posts=True,
    families=frozenset(),
    find=find_below,
    examples=(
        ("一、抓好学习。\n二、抓好宣传，\n(未完，全文共5230字，当前显示1046字)\n", "一、抓好学习。\n二、抓好宣传，\n"),
        ("一、抓好学习，推动工作（未完，全文共5230字，当前显示1046字）", "一、抓好学习，推动工作"),
        ("一、抓好学习。\n----试读结束----\n更多内容请下载后阅读\n", "一、抓好学习。\n"),
        ("一、抓好学习。\n因篇幅问题不能全部显示，请点此查看更多更全内容", "一、抓好学习。\n"),
        ("一、抓好学习。\n二、推进\n剩余62%未读，下载后可阅读全文", "一、抓好学习。\n二、推进\n"),
        ("一、抓好学习。\n二、推进\n还剩5页未读,继续阅读", "一、抓好学习。\n二、推进\n"),
        ("一、抓好学习。\n二、推进各项...阅读全文", "一、抓好学习。\n二、推进各项..."),
        ("一、抓好学习。\n二、推进各项...… 阅读全文>>", "一、抓好学习。\n二、推进各项..."),
        ("一、抓好学习。\n以上为部分内容，下载查看完整版", "一、抓好学习。\n"),
        ("一、抓好学习。\n(阅读全部图文内容,您需要先登录!)", "一、抓好学习。\n"),
        ("一、抓好学习。\n(剩余3412字)\n扫码联系老师\n需要先登录\n尊享超值权益", "一、抓好学习。\n"),
        ("一、抓好学习。\n开通会员，即可阅读全文\n请先登录后查看完整内容\n", "一、抓好学习。\n"),
    ),
    counter_examples=(
        "一、抓好学习。\n未完成的任务共12项，全部列入台账。",
        "三是试读结束语环节，由各组代表发言。\n四、下一步打算。",
        "更多内容请关注下期简报。",
        "一、通知如下。\n请登录政务网查看名单",
        "一、通知如下。\n请扫码联系我们",
        "一、全年任务。\n剩余20%的任务在年底前完成。",
        "一、学习情况。\n大家认真阅读全文",
        "一、查询办法。\n查看全部名单，请登录政务服务网查询。",
        "群众需要先登录政务网，再提交材料，窗口人员负责指导。",
        "(未完，全文共5230字，当前显示1046字)",
        "试读结束\n一、抓好学习。\n二、抓好宣传。",
        "剩余资金3412元，字据齐全。",
    ),
)
WALL_ABOVE = Rule(
    name="wall-above",
    version=5,
    reason="A preview's heading and a seller's tools stand above the text; author and counters are kept as facts.",
    spares_posts=True,
    families=frozenset(),
    find=find_above,
    examples=(
        ("内容预览:\n一、抓好学习。", "一、抓好学习。"),
        ("【以稿换稿】【收藏】 作者: 佚名 来源: 本站 【小 中 大】\n一、抓好学习。", "一、抓好学习。"),
        ("部分内容预览：\n\n一、抓好学习。", "\n一、抓好学习。"),
        (
            "某镇工作总结\n1/6\n2/6\n剩余4页未读，查看更多内容需下载\n今年以来，全镇各项工作有序推进，成效明显。",
            "某镇工作总结\n今年以来，全镇各项工作有序推进，成效明显。",
        ),
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
    version=6,
    reason="A gap is marked with the site's name and an offer; the mark with its length stays, the offer does not.",
    spares_posts=True,
    families=frozenset(),
    find=find_gaps,
    examples=(
        ("抓好学习……(www.a.example省略1260字，正式会员可完整阅读)……推动工作。", "抓好学习……(省略1260字)……推动工作。"),
        ("抓好学习……（省略 98 字，会员可完整查看）……完毕。", "抓好学习……（省略 98 字）……完毕。"),
        ("抓好学习。\n---此处隐藏2464字,下载后查看---\n推动工作。", "抓好学习。\n---此处隐藏2464字---\n推动工作。"),
        ("学习...(http://a.example/x 此处省略12字，VIP用户可以阅读)...完", "学习...(此处省略12字)...完"),
    ),
    counter_examples=(
        "讲话要点……（此处省略200字）……会议要求抓好落实。",
        "抓好学习（省略1260字，正式会员可完整阅读）",
        "口令卡上---此处隐藏6字---由专人保管。",
        "按规定省略3字……（会员单位可阅读附件）",
    ),
)
RULES: tuple[Rule, ...] = (WALL_ABOVE, WALL_INSIDE, WALL_BELOW)
