"""The rule that sets paragraphs apart again where a page has run them together. Other white space: `layout`."""

import re
from collections.abc import Iterable

from cleaners.rules.lines import lines_of
from cleaners.rules.rule import Change, Context, Rule

COLLAPSED_CHARS = 800
"""Characters in one line above which a text may be collapsed (reference: realtext, section 4)."""
COLLAPSED_SHARE = 0.8
"""Share of the whole text that such a line must have."""
_NUMBER = "一二三四五六七八九十"
_ENUMERATOR = (
    rf"(?:[{_NUMBER}]{{1,3}}、(?![{_NUMBER}]{{1,3}}[、等期类])|[（(][{_NUMBER}]{{1,3}}[)）]"
    rf"|\d{{1,2}}[、.．](?=[㐀-鿿“《]))"
)
BREAK = re.compile(
    rf"(?<=[。！？][”’」』）)】]|.[。！？])(?:[ \t\u00a0\u3000]++(?=[^\s])|(?={_ENUMERATOR}))"
    rf"|(?<=[㐀-鿿）)；;：:])[ \t\u00a0\u3000]++(?={_ENUMERATOR})"
)
"""Where a paragraph begins inside a collapsed line: behind a sentence's end at white space or an enumerator, and
at white space before an enumerator. Look-behinds of fixed width, possessive white space: linear."""
HEADING = re.compile(
    rf"(?:[{_NUMBER}]{{1,3}}、|[（(][{_NUMBER}]{{1,3}}[)）])[^\s。！？；;，,]{{2,40}}?"
    r"(?P<gap>[ \t\u00a0\u3000]++)(?=[㐀-鿿“（(\dA-Za-z])"
)
"""A heading and the white space that ends it; tried only where a paragraph begins, bounded."""


def find_collapsed(text: str, context: Context) -> Iterable[Change]:
    """Break collapsed lines at sentence ends with white space and at enumerators, and behind headings."""
    changes: list[Change] = []
    for line in lines_of(text):
        size = line.end - line.start
        if size <= COLLAPSED_CHARS or size < COLLAPSED_SHARE * len(text.strip()):
            continue
        changes += _breaks(text, line.start, line.end)
    return changes


def _breaks(text: str, start: int, end: int) -> list[Change]:
    gaps = {match.start(): match.end() for match in BREAK.finditer(text, start, end) if match.start() > start}
    for begin in [start, *gaps.values()]:
        heading = HEADING.match(text, begin, end)
        if heading:
            gaps[heading.start("gap")] = heading.end("gap")
    return [Change(start=at, end=gaps[at], put="\n") for at in sorted(gaps)]


_LONG = "全镇上下围绕中心服务大局，坚持把学习宣传贯彻作为首要任务，推动各项工作取得新进展，" * 25
COLLAPSED = Rule(
    name="collapsed-paragraphs",
    version=1,
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
    ),
    counter_examples=(
        "成效明显。 一、工作总结 聚焦主线。二、工作计划",
        f"{_LONG}评出一、二、三等奖（1）名，开展“党旗领航？周五学习”，投资1.5亿元",
    ),
)
RULES = (COLLAPSED,)
