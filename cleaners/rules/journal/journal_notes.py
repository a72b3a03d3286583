"""More of what a journal prints above its article: places of work, notes on funds and days, DOIs.

Told by the folded line itself, which they match whole; which of them are taken is `journal_lines`' to say.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import HAN, Line, is_sentence

PLACE_CHARS = 120
"""Characters of one place of work among several."""
MOST_PLACES = 8
CODED = regex(r"[^\d]\d{6}\s?\Z")
"""The postal code with which a place of work ends."""
NOTE = regex(
    r"[〔\[【*＊※]{0,2}\s?(?:收稿日期|修回日期|修订日期|录用日期|投稿日期|网络首发日期|基金项目|基金资助|资助项目|项目基金|课题项目|项目来源|项目资助"
    r"|作者简介|第一作者(?:简介)?|通信作者|通讯作者|作者单位|引用格式|引用本文)\s?[〕\]】]?\s?[:：][^\n]{2,280}"
    r"|[〔\[【]\s?(?:第一)?(?:作者简介|作者单位|基金项目|基金资助|课题项目|通[信讯]作者|收稿日期)\s?[〕\]】][^\n]{2,280}"
    r"|[一-鿿]{2,4}[,，]\s?[男女][,，](?=[^\n]{0,120}(?:讲师|教授|博士|硕士|研究))[^\n]{4,240}"
    r"|[一-鿿]{2,4}\s?[(（](?:19|20)\d{2}[年.]?\d{0,2}月?\s?[-—–―]{1,2}\s?[)）]?[,，]\s?[男女][,，][^\n]{4,240}"
)
"""`基金项目：某省社科基金项目“…”（22ZD225）`, `收稿日期：2021-03-02`, `青禾,男,某学院讲师,…`; bounded."""
PRINTED = regex(
    r"(?:[(（\[【]\s?)?(?:本文|原文|此文|该文)?\s?(?:原载|原刊|刊载|载|刊|刊登|发表|首发|原发表)[于自]?\s?[:：]?\s?《(?P<source>[^《》。\n]{2,24})》\s?[,，、(（]?\s?"
    r"(?P<issue>\d{4}\s?年\s?第?\s?\d{1,2}\s?期)[^。，；\n]{0,20}"
    r"|(?:文章|稿件)?(?:来源|出处)\s?[:：]\s?《(?P<source2>[^《》。\n]{2,24})》\s?[,，(（]?\s?\d{4}\s?年\s?第?\s?\d{1,2}\s?期\s?[)）]?"
)
"""`原文载于：《某某研究》,2015年第7期` above a text: the journal that printed it, and the issue; bounded."""
LISTED = regex(r"DOI\s?[:：]\s?10\.\d{4,9}/[\x21-\x2b\x2d-\x7e]{1,60}(?:[,，]\s?(?:PDF|HTML|XML)){1,3}[^。]{0,120}")
"""`DOI: 10.1234/abc.2021.03, PDF, HTML, 下载: 14 浏览: 26`: a journal's own site; bounded."""
_TERM = r"[^\s;；。，,：:！？?、\[\]【】〔〕]{2,20}"
BARE = regex(rf"{_TERM}(?:\s?[;；]\s?{_TERM}){{2,9}}")
"""`乡村治理;村规;自治`: keywords whose label is lost; bounded, the classes disjoint."""
STEM = regex(r"[一二三四五六七八九十]、|\d|是|要|了")
"""What keywords do not hold and the items of a sentence do."""


LISTED_KEYWORDS = regex(rf"关键[词字]\s?[:：]?\s?(?:{_TERM}\s?[;；]\s?){{2,9}}{_TERM}")
"""`关键词：甲;乙;丙`, its colon lost or not; bounded, the classes disjoint."""
ABSTRACT_HAN = 30
"""Han characters of the line above keywords that may be an abstract without its label."""


def is_listed_keywords(words: str, above: str) -> bool:
    """Say whether a line is three or more keywords between semicolons, right below a sentence as abstracts are."""
    is_below = len(HAN.findall(above)) >= ABSTRACT_HAN and is_sentence(above)
    return is_below and bool(LISTED_KEYWORDS.fullmatch(folded(words)))


def is_over_opening(words: str, below: Sequence[Line]) -> bool:
    """Say whether a line is the label and three or more keywords between semicolons, an article's first heading below.

    A report's own keywords stand above its running text.
    """
    is_opened = any(OPENING.fullmatch(folded(line.words)) for line in below)
    return is_opened and bool(LISTED_KEYWORDS.fullmatch(folded(words)))


OPENING = regex(
    r"(?:[一1I0](?:[、.．]|\s)|[（(]一[)）])?\s{0,3}(?:引\s{0,3}言|导\s{0,3}言|绪\s{0,3}论|绪\s{0,3}言|导\s{0,3}论|问题的?提出|问题缘起|研究(?:背景|缘起|综述)|文献(?:综述|回顾)[^。]{0,12})"
)
"""`一、引言`, `0 引言`, `一、文献回顾`: the first heading of a paper; bounded."""
LONE = regex(
    r"(?P<author>作\s{0,4}者)|(?P<keywords>关\s{0,4}键\s{0,4}[词字])|(?P<source>刊\s{0,4}名|出\s{0,4}处)"
    r"|(?P<abstract>(?:内\s{0,2}容|文\s{0,2}章)?\s{0,2}[摘提]\s{0,4}要)"
    r"|作者单位|机构地区|分\s?类\s?号|中图分类号|年\s?期|基\s{0,4}金|作者简介"
)
"""A label alone on its line, its value below, as catalogues of journals print them; bounded."""
LONE_LEAST = 2
VALUE_CHARS = 80
"""Different labels that make a catalogue's page, and characters of a value."""
LABELS = {"author": "作者", "keywords": "关键词", "source": "来源"}


def lone_fields(near: Sequence[Line]) -> dict[int, tuple[str, str]]:
    """Give the lines of labels alone and of their values, by their starts, each with what it states or with nothing.

    An abstract and its label are the article's own.
    """
    marks = [LONE.fullmatch(folded(_label(line.words))) if len(line.words) <= LONE_CHARS else None for line in near]
    if len({mark[0] for mark in marks if mark}) < LONE_LEAST and not _is_over_terms(near, marks):
        return {}
    found: dict[int, tuple[str, str]] = {}
    label: str | None = None
    last = max(n for n, mark in enumerate(marks) if mark)
    for n, (line, mark) in enumerate(zip(near, marks, strict=True)):
        if mark:
            label = None if mark["abstract"] else LABELS.get(mark.lastgroup or "", "")
            if label is not None:
                found[line.start] = ("", "")
        elif label is not None and len(line.words) <= VALUE_CHARS and _is_value(label, line.words):
            found[line.start] = (label, line.words if label else "")
            label = None if n > last else label if label == "作者" else ""
        elif found and PAGED.fullmatch(line.words):
            found[line.start] = ("", "")
        else:
            label = None
    return found


def _label(words: str) -> str:
    return words.strip("【】[]〔〕:： \u3000")


def _is_value(label: str, words: str) -> bool:
    if label == "关键词" and TERMS.fullmatch(folded(words)):
        return True
    return not is_sentence(words) or (not label and FUND.search(folded(words)) is not None)


FUND = regex(r"(?:基金|项目|课题|计划)[^\n]{0,70}[(（][\w-]{4,20}[)）]。?\Z")
"""`2021年度某某基金项目“…”(21BKS054)。`: what paid for the work, with its number; bounded."""


def _is_over_terms(near: Sequence[Line], marks: Sequence[re.Match[str] | None]) -> bool:
    """Say whether the one label alone is that of keywords, with a colon, and three or more terms stand right below."""
    n = next((n for n, mark in enumerate(marks) if mark), len(near))
    if n + 2 >= len(near) or not marks[n]["keywords"] or near[n].words[-1] not in ":：】]〕":  # type: ignore[index]
        return False
    return TERMS.fullmatch(folded(near[n + 1].words)) is not None


TERMS = regex(rf"{_TERM}(?:(?:\s?[;；,，、]\s?|\s{{1,4}}){_TERM}){{2,9}}[;；]?")
"""`信访 治理策略 现实困境` below `关键词：`; bounded, the classes disjoint."""
PAGED = regex(r"\d{4}\s?年第?\s?\d{1,2}\s?期\s?[\d,，、;+ -]{0,24}(?:共\s?\d{1,3}\s?页)?")
"""`2021年第9期0171-0172,共2页` below the journal's name; bounded."""


LONE_CHARS = 12


COPIED_HEAD = regex(
    r"(?P<title>[^\n。]{4,80}?)[,，]\s?本文主要内容关键词为\s?[:：]\s?(?P<words>[^\n。]{2,160}?)[,，]"
    r"\s?(?:(?:此文献|本文|该文献)不代表|(?:此|该|其|文|本)[^\n，,。]{0,12}(?:不代表|与本站无关))[^\n]{2,60}"
)
"""`T,本文主要内容关键词为:甲论文,乙论文,此文献不代表本站观点,…`: how a mill of papers begins its copies, in
any words about whose views they are; bounded."""


COPIED_LINES = 3
"""Filled lines from the top among which such a line stands: the title with the mill's own word may stand above it."""


def copied_head(lines: Iterable[Line]) -> re.Match[str] | None:
    """Give the match of the line with which a mill's copy begins; None for other texts."""
    near = islice((line.words for line in lines if line.words), COPIED_LINES)
    return next((match for words in near if (match := COPIED_HEAD.match(words))), None)


_BRACKETED = (
    "专题名称|专题号|复印期号|原刊期号|原刊名称|原刊页号|原刊地名|原文出处|英文标题|英文题名|标题注释|作者姓名|作者简介|作者单位|责任编辑|收稿日期|基金项目|期刊名称|发表期刊|论文集名称"
)
BRACKETED = frozenset(_BRACKETED.split("|"))
"""Labels in brackets of a collection of reprints: whole lines above the abstract."""
BRACKET = regex(r"[〔\[【](?P<label>[^〔\[【〕\]】]{2,14})[〕\]】]\s?[:：]?\s?(?P<value>[^\n。]{1,200})")


def is_bracketed(line: str) -> bool:
    """Say whether a folded line is one of those labels and what it states: `【专 题 号】C5`."""
    match = BRACKET.fullmatch(line) if line[0] in "〔[【" else None
    return match is not None and "".join(match["label"].split()) in BRACKETED


REPRINTED = regex(r"[〔\[【]原文出处[〕\]】]\s?[:：]?\s?《(?P<source>[^《》]{2,24})》[^\n]{0,60}")
"""`【原文出处】《某某学刊》(某地)2013年6期第5~10页`; bounded."""


def is_places(line: str, unit: re.Pattern[str]) -> bool:
    """Say whether a folded line is places of work in brackets: `(某大学 学报(社科版),某市 123456)`.

    Each part between semicolons has an institution's word and ends with a postal code.
    """
    if len(line) < PLACE_CHARS // 10 or line[0] not in "(（" or line[-1] not in ")）" or "。" in line:
        return False
    parts = [part.strip() for part in re.split(r"[;；]", line[1:-1]) if part.strip()]
    is_each = all(len(part) <= PLACE_CHARS and CODED.search(part) and unit.search(part) for part in parts)
    return 0 < len(parts) <= MOST_PLACES and is_each


def is_bare_keywords(line: str) -> bool:
    """Say whether a folded line may be keywords without their label: three or more terms set apart by semicolons."""
    return (";" in line or "；" in line) and BARE.fullmatch(line) is not None and not STEM.search(line)
