"""The rule about an abstract above a dumped article that is the beginning of its first paragraph, cut at a length."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from cleaners.regex import regex
from cleaners.rules.lines import HAN, Line, filled, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

ABSTRACT_HAN = 20
"""Han characters of an abstract; a shorter line may be a heading that its paragraph takes up."""
LONGER_CHARS = 6
"""Characters by which the paragraph is longer at least: two that differ by a mark are versions, and both stay."""
CUT_MARKS = "….．。"
LABEL = regex(
    r"\A(?:[•·]\s{1,4})?(?:[【\[]?\s?(?:内容|本文|文章|新闻|核心|内文)?(?:摘\s{0,4}要|提要|简介|提示|导读|导语|概要|內容提要|導讀|導語)"
    r"\s?[】\]]?\s?[:：]?\s?(?<=[:：】\]\s])){1,3}"
)
"""`摘要：` before a description, once or twice, and before the abstract itself; bounded."""


def find_abstract(text: str, context: Context) -> Iterable[Change]:
    """Take the first line where the second begins with the very same words and goes on."""
    lines = lines_of(text)
    places = filled(lines[:FIRST_LINES])
    if len(places) < 2:
        return []
    at = next((n for n in places[1:LABELLED_TOP] if LABEL.match(lines[n].words) and n != places[-1]), None)
    if at is not None and LABEL.match(lines[places[0]].words) is None and _is_copy(lines, at):
        return taken([lines[at]])
    first = lines[places[0]]
    is_labelled = LABEL.match(first.words) is not None
    words = _close(LABEL.sub("", first.words.rstrip(CUT_MARKS)))
    words = SITE.sub("", words) if is_labelled else words
    count = LABELLED_JOINED if is_labelled else JOINED
    paragraphs = [_close(LABEL.sub("", lines[n].words)) for n in places[1 : 1 + count]]
    below = "".join(paragraphs)
    if LABELLED.match(first.words) and _is_cut_out(first.words, words, below):
        return taken(lines[: places[0] + 1])
    if LABELLED.match(first.words) and _is_picked(words, "".join(_close(lines[n].words) for n in places[1:PICKED])):
        return taken(lines[: places[0] + 1])
    is_long = len(HAN.findall(words)) >= ABSTRACT_HAN and len(below) > len(words) + LONGER_CHARS
    if not is_long or not below.startswith(words) or _ends_with_one(words, paragraphs):
        return []
    return taken(lines[: places[0] + 1])


def _is_copy(lines: Sequence[Line], at: int) -> bool:
    """Say whether a labelled abstract below other lines of a head is the beginning of a line below, but for its end."""
    words = _close(LABEL.sub("", lines[at].words.rstrip(CUT_MARKS)))
    below = [_close(line.words) for line in lines[at + 1 : at + 1 + PICKED] if line.words][:LABELLED_JOINED]
    is_long = len(HAN.findall(words)) >= ABSTRACT_HAN
    if any(KEYED.match(line.words) for line in lines[at + 1 : at + 1 + FIRST_LINES]):
        return False  # a paper's own
    return is_long and any(one.startswith(words) and len(one) > len(words) for one in below)


KEYED = regex(r"[【\[]?\s?关\s{0,4}键\s{0,4}[词字]|[【\[]?\s?關\s{0,4}鍵\s{0,4}[詞字]")
LABELLED_TOP = 6
"""Filled lines from the top among which a labelled abstract may stand below others."""


def _is_cut_out(line: str, words: str, below: str) -> bool:
    """Say whether an abstract ends with dots and stands, word for word, inside the first lines below."""
    is_cut = line.rstrip().endswith(("...", "…", "。。。"))
    return is_cut and len(HAN.findall(words)) >= ABSTRACT_HAN and words in below


def _is_picked(words: str, below: str) -> bool:
    """Say whether an abstract is sentences picked from the text below: all of two or more stand there again."""
    sentences = [one for one in SENTENCE_END.split(words) if one]
    return len(sentences) >= LEAST_PICKED and all(len(one) >= PICKED_CHARS and one in below for one in sentences)


def _ends_with_one(words: str, paragraphs: Sequence[str]) -> bool:
    """Say whether words end where one of some paragraphs ends: then they were not cut at a length."""
    starts = accumulate((len(paragraph) for paragraph in paragraphs[:-1]), initial=0)
    ends = zip(starts, paragraphs, strict=True)
    return any(len(words) == start + len(paragraph.rstrip(CUT_MARKS)) for start, paragraph in ends)


PICKED = 400
LEAST_PICKED, PICKED_CHARS = 2, 8
"""Lines below among which picked sentences are looked for, how many there must be, and their characters."""
LABELLED = regex(r"[【\[]\s?摘\s{0,4}要\s?[】\]]\s?[:：]?")
SENTENCE_END = regex(r"[。！？]")
JOINED = 3
"""Lines whose words a description may join."""
LABELLED_JOINED = 8
"""The same below a label, which makes it a description: title, greeting and items of an order stand in it."""
SITE = regex(r"\A[一-鿿]{2,8}[:：](?=[^:：]{20})")
"""`某某健康：` behind the label: the site's name before the text's first words; bounded."""
FIRST_LINES = 16
"""Lines from the top, blank ones included, among which abstract and first paragraph stand."""


def _close(words: str) -> str:
    return "".join(words.split())


_CUT = "2018年以来，某乡平安建设工作在上级党委的坚强领导下，坚持以人民为中心"
ABSTRACT = Rule(
    name="leading-abstract",
    version=8,
    reason="A description made of the first words of a text stands above it; every word of it stands below again.",
    families=frozenset(),
    dumps_only=True,
    find=find_abstract,
    context=Context(family="dump", is_dump=True),
    examples=(
        (f"{_CUT}\n　　{_CUT}，各项任务圆满完成。\n一、做法", f"　　{_CUT}，各项任务圆满完成。\n一、做法"),
        (f"摘要:摘要:{_CUT}\n摘要:{_CUT}，各项任务完成。\n一、做法", f"摘要:{_CUT}，各项任务完成。\n一、做法"),
        (f"【摘要】：{_CUT}。乙事办妥了，群众满意。\n甲说明如下。{_CUT}。\n乙事办妥了，群众满意。",
            f"甲说明如下。{_CUT}。\n乙事办妥了，群众满意。"),
        (f"{_CUT}……\n{_CUT}，全年没有发生一起安全事故。", f"{_CUT}，全年没有发生一起安全事故。"),
    ),
    counter_examples=(
        f"{_CUT}，取得成效。\n一、做法\n{_CUT}，取得成效。",
        "严守安全底线\n严守安全底线，就是要把责任落到每个岗位、每个环节。",
        f"{_CUT}。\n{_CUT}，成效好。",
        f"【摘要】：{_CUT}。乙事办妥了，群众满意。\n甲说明如下。{_CUT}。\n乙事办妥了。",
        f"摘要：{_CUT}\n关键词：平安\n{_CUT}，各项任务圆满完成。",
        f"平安建设研究\n摘要：{_CUT}\n关键词：平安\n{_CUT}，各项任务圆满完成。",
    ),
)
RULES = (ABSTRACT,)
