"""The rule that sets paragraphs apart again where a page has run them together. Other white space: `layout`."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.damage.collapsed import item_breaks
from cleaners.rules.lines import Line, lines_of
from cleaners.rules.rule import Change, Context, Rule

COLLAPSED_CHARS = 800
"""Characters in one line above which a text may be collapsed (reference: realtext, section 4)."""
SHORT_CHARS = 300
"""The same where the whole text is this line, and holds its chapters."""
COLLAPSED_SHARE = 0.8
"""Share of the whole text that such lines must have."""
COLLAPSED_LINES = 3
"""Lines at most among which a collapsed text is spread; one of more has its paragraphs."""
_NUMBER = "一二三四五六七八九十"
_ENUMERATOR = (
    rf"(?:[{_NUMBER}]{{1,3}}、(?![{_NUMBER}]{{1,3}}[、等期类類])|[（(][{_NUMBER}]{{1,3}}[)）](?![级級类類等期])"
    rf"|\d{{1,2}}[、.．](?=[㐀-鿿“《]))"
)
BREAK = regex(
    rf"(?<=[。！？][”’」』）)】]|.[。！？!])(?:[ \u00a0\u3000]++(?=[^\s])|(?={_ENUMERATOR}))"
    rf"|(?<=[㐀-鿿）)；;：:])[ \u00a0\u3000]++(?={_ENUMERATOR})"
)
"""Where a paragraph begins inside a collapsed line: behind a sentence's end at white space or an enumerator, and
at white space before an enumerator; a tab parts cells. Look-behinds of fixed width, possessive white space: linear."""
HEADING = regex(
    rf"(?:[{_NUMBER}]{{1,3}}、|[（(][{_NUMBER}]{{1,3}}[)）])[^\s。！？；;，,:：]{{2,40}}[:：]?"
    r"(?<![.．、])(?P<gap>[ \u00a0\u3000]++)(?=[㐀-鿿“（(\dA-Za-z])(?!\S{1,8}[ \u00a0\u3000])"
)
"""A heading and the white space that ends it, unless another follows soon: names. Tried only where a paragraph
begins, bounded."""
CHAPTER = regex(rf"(?:(?<=[。！？!；;：:）)”\s])|^)([{_NUMBER}]{{1,3}})、(?![{_NUMBER}]{{1,3}}[、等期类類])")
"""`一、` where a chapter may begin; the look-behind sees one character."""
SET_APART = regex(rf"[。！？!][”’」』）)]?[ \u00a0\u3000]++(?={_ENUMERATOR})")
"""A blank between a full stop and an enumerator: a break that became a blank. Possessive: linear."""
HELD = regex(r"“[^“”\n]{0,300}”|「[^「」\n]{0,300}」|《[^《》\n]{0,100}》|[（(][^（()）\n]{0,100}[)）]")
"""What quotes and brackets hold: no paragraph begins inside. Classes end at the next opening one: bounded."""


def find_collapsed(text: str, context: Context) -> Iterable[Change]:
    """Break collapsed lines at sentence ends with white space and at enumerators, behind headings and round labels."""
    if len(text) <= SHORT_CHARS:
        return ()
    changes: list[Change] = []
    for line in _collapsed(text):
        changes += _breaks(text, line.start, line.end)
    return changes


def _collapsed(text: str) -> list[Line]:
    """Give the lines in which paragraphs were run together."""
    lines = [line for line in lines_of(text) if len(line.words) > SHORT_CHARS]
    if not lines:
        return []
    whole = COLLAPSED_SHARE * len(text.strip())
    long = [line for line in lines if len(line.words) > COLLAPSED_CHARS]
    if long and len(long) <= COLLAPSED_LINES and sum(len(line.words) for line in long) >= whole:
        return lines
    is_whole = len(lines) == 1 and len(lines[0].words) >= whole
    return [
        line for line in lines
        if len(SET_APART.findall(line.words)) >= 2
        or ("【篇" in line.words and item_breaks(text, line.start, line.end))
        or ((is_whole or len(line.words) > COLLAPSED_CHARS) and _has_chapters(line.words))
    ]  # fmt: skip


def _has_chapters(words: str) -> bool:
    """Say whether two chapters, one after the other by their numbers, begin inside a line."""
    numbers = [match[1] for match in CHAPTER.finditer(words)]
    order = [_NUMBER.find(number) for number in numbers if len(number) == 1]
    return any(later == one + 1 for one, later in pairwise(order))


def _breaks(text: str, start: int, end: int) -> list[Change]:
    gaps = {match.start(): match.end() for match in BREAK.finditer(text, start, end) if match.start() > start}
    for begin in [start, *gaps.values()]:
        heading = HEADING.match(text, begin, end)
        if heading:
            gaps[heading.start("gap")] = heading.end("gap")
    places = _free(sorted(gaps.items()), [match.span() for match in HELD.finditer(text, start, end)])
    changes: list[Change] = []
    for at, behind in sorted((dict(places) | item_breaks(text, start, end)).items()):
        if not changes or at >= changes[-1].end:
            changes.append(Change(start=at, end=behind, put="\n"))
    return changes


def _free(places: Sequence[tuple[int, int]], held: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the places that lie in no quote or bracket; both are in order."""
    free: list[tuple[int, int]] = []
    nearest = 0
    for at, behind in places:
        while nearest < len(held) and held[nearest][1] <= at:
            nearest += 1
        if nearest == len(held) or at <= held[nearest][0]:
            free.append((at, behind))
    return free


_LONG = "全镇上下围绕中心服务大局，坚持把学习宣传贯彻作为首要任务，推动各项工作取得新进展，" * 25
_ITEM = "今年以来，我认真履行职责，学习业务知识，积极参加各项活动，较好完成了任务。" * 12
COLLAPSED = Rule(
    name="collapsed-paragraphs",
    version=4,
    reason="Some pages run all paragraphs into one line; readers and the splitting of compilations need them apart.",
    families=frozenset(),
    find=find_collapsed,
    examples=(
        (
            f"{_LONG}成效明显。 一、工作总结 聚焦主线，抓实学习。二、工作计划 下一步，抓好落实。",
            f"{_LONG}成效明显。\n一、工作总结\n聚焦主线，抓实学习。\n二、工作计划\n下一步，抓好落实。",
        ),
        (
            f"{_LONG}完毕。（一）抓学习。1、制定方案。 一是抓部署。",
            f"{_LONG}完毕。\n（一）抓学习。\n1、制定方案。\n一是抓部署。",
        ),
        (
            f"教师工作总结篇一{_ITEM}教师工作总结篇二 {_ITEM}教师工作总结篇三{_ITEM}",
            f"教师工作总结篇一\n{_ITEM}\n教师工作总结篇二\n{_ITEM}\n教师工作总结篇三\n{_ITEM}",
        ),
        (
            f"第一篇：教师工作总结 {_ITEM} 第二篇：班主任总结 {_ITEM}",
            f"第一篇：教师工作总结\n{_ITEM}\n第二篇：班主任总结\n{_ITEM}",
        ),
    ),
    counter_examples=(
        "成效明显。 一、工作总结 聚焦主线。二、工作计划",
        f"{_LONG}评出一、二、三等奖（1）名，开展“党旗领航？周五学习”，投资1.5亿元",
        f"{_LONG}他说：“要做好两件事。一、抓学习。二、抓落实。”大家表示赞同，撰写心得3篇，拒绝千篇一律",
        f"{_LONG}学习第一篇章《开局。 二、起步》，认定为（一）级",
    ),
)
RULES = (COLLAPSED,)
