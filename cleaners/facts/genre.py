"""What kind of writing a text is (总结, 计划, 讲话 …): told by the last word of its title, else by a formula.

Silent title and text: None. A genre is never a kind of page.
"""

import re
from typing import Final, NamedTuple

from cleaners.regex import regex
from cleaners.text_facts import GenreSign


class Genre(NamedTuple):
    """A genre and the words by which it was told."""

    name: str
    sign: GenreSign


WORDS: Final = {
    "总结": "总结报告|总结汇报|总结材料|小结|总结",
    "计划": "工作安排|计划书|计划|打算",
    "自查": "自查报告|自查总结|自查汇报|自查材料|自查",
    "讲话": "讲话稿|讲话提纲|讲话",
    "发言": "发言材料|发言提纲|发言稿|发言",
    "汇报": "汇报材料|汇报提纲|汇报",
    "思想汇报": "思想汇报",
    "方案": "方案",
    "预案": "预案",
    "通知": "通知",
    "通报": "通报",
    "公告": "公告|通告",
    "公示": "公示",
    "函": "复函|公函|邀请函|的函",
    "决定": "决定",
    "决议": "决议",
    "意见": "意见",
    "办法": "办法",
    "细则": "细则",
    "规定": "规定",
    "制度": "制度",
    "章程": "章程",
    "规划": "规划纲要|规划",
    "要点": "要点",
    "纪要": "纪要",
    "批复": "批复",
    "请示": "请示",
    "申请书": "申请书|申请报告",
    "心得体会": "体会|心得|感悟|读后感|观后感",
    "述职": "述职报告|述廉报告|述职述廉|述职",
    "对照检查": "对照检查材料|对照检查|剖析材料|检查材料|检讨书",
    "调研报告": "调研报告|调查报告|考察报告",
    "整改报告": "整改报告|整改情况报告|整改情况",
    "经验材料": "经验材料|典型材料|交流材料",
    "事迹材料": "事迹材料|先进事迹",
    "倡议书": "倡议书|倡议",
    "承诺书": "承诺书",
    "责任书": "责任书|责任状",
    "党课": "党课讲稿|党课教案|党课",
    "致辞": "致辞|致词|开幕词|闭幕词|贺词|祝词|献词",
    "主持词": "主持词|主持稿",
    "演讲稿": "演讲稿|演讲",
    "感谢信": "感谢信|慰问信|表扬信|贺信",
    "合同": "合同书|协议书|合同|协议",
    "教案": "教学设计|教案|说课稿",
    "新闻": "新闻稿|新闻|报道|通讯稿",
    "简报": "简报",
    "报告": "情况的报告|报告",
}
"""Genre, and the words that titles of it end with."""
_BY_WORD: Final = {word: name for name, words in WORDS.items() for word in words.split("|")}
_BY_LAST: Final[dict[str, list[str]]] = {}
"""The words by their last character, the longest first."""
for _word in sorted(_BY_WORD, key=len, reverse=True):
    _BY_LAST.setdefault(_word[-1], []).append(_word)

# What sites and people hang on behind a title's last word: (精选6篇), 范文, 模板, (1), 篇一, 2021, .docx. Tried from
# the end until nothing more comes off; each part is bounded.
_TRAILERS: Final = regex(
    r"(?:[\s\u3000_—–\-·.。,，!！:：]|[（(\[【][^（()）\[\]【】]{0,24}[)）\]】]|\d{1,4}年?|[一二三四五六七八九十]{1,2}"
    r"|[(（]?(?:精选|通用|优秀|集合|合集|汇编|推荐|实用|必备|热门|最新)?\d{1,2}篇[)）]?|篇"
    r"|范文|模板|大全|样本|样文|参考|格式|精选|通用版|最新版?|完整版|字|稿件|初稿|送审稿|征求意见稿|草案|全文|原文|版"
    r"|\.?(?:docx?|pdf|txt|wps|pptx?))$",
    re.IGNORECASE,
)
_TRAILERS_AT_MOST: Final = 8
_TRAILER_CHARS: Final = 8
_BRACKETED_CHARS: Final = 30
"""Characters of a title's end that the longest of them takes, without and with a bracket at its end."""
_BRACKETED_ENDS: Final = frozenset(")）]】\n")
_LAST_OF_TRAILERS: Final = frozenset("年一二三四五六七八九十篇文板全本考式选版新字件稿案")
"""Han characters that a trailer can end with; most titles end with another one."""
_JOINED: Final = regex(r"[及和与暨、＋+]|以及")
_COLON: Final = regex("[:：]|——")
_BRACKET: Final = regex(r"[（(]([^（()）]{4,40})[)）]\s?$")
_ABOUT: Final = "关于"
# 关于…情况的报告 says by what went before what kind of report it is.
_REPORTS: Final = (
    ("自查", "自查"),
    ("整改", "整改报告"),
    ("调研", "调研报告"),
    ("调查", "调研报告"),
    ("述职", "述职"),
    ("总结", "总结"),
)

# 现将…汇报如下; 特此报告. Bounded, within one sentence.
_OPENING: Final = regex(
    r"(?:现将|现就|现把|现对|下面,?，?我?将?|特将|将)[^。；;！\n]{0,60}?"
    r"(?P<words>自查情况|情况自查|自查|总结|汇报|报告|述职|通报|通知|公告|公示|请示|汇总)(?:总结|汇报|报告)?(?:如下|于后)"
)
_BARE_OPENING: Final = regex(
    r"(?P<words>自查|总结|汇报|报告|述职|通报|通知|公告|公示)(?:情况)?(?:总结|汇报|报告)?如下\s?[:：。]"
)
_OPENING_NEAR: Final = 1200
_CLOSING: Final = regex(
    r"(?:特此(?P<words>报告|汇报|通知|通报|公告|公示|请示|函复|函告|批复|申请|倡议)"
    r"|(?P<asks>(?:妥|当)否?[,，]?\s?请(?:予)?(?:批示|批复|审批|指示))"
    r"|(?P<speech>(?:谢谢大家|谢谢各位)[!！。]?))"
)
_CLOSING_NEAR: Final = 120
_BY_FORMULA: Final = {
    "自查情况": "自查",
    "情况自查": "自查",
    "自查": "自查",
    "总结": "总结",
    "汇报": "汇报",
    "报告": "报告",
    "述职": "述职",
    "通报": "通报",
    "通知": "通知",
    "公告": "公告",
    "公示": "公示",
    "请示": "请示",
    "函复": "函",
    "函告": "函",
    "批复": "批复",
    "申请": "申请书",
    "倡议": "倡议书",
}
_ADDRESSED: Final = regex(r"\s{0,8}(?:尊敬的|敬爱的|各位|同志们|同学们|老师们|[^\n。]{0,30}同志们)")
_HEADING_CHARS: Final = 40
_STOPS: Final = frozenset("。；;！!？?")


def genre_of(plain: str, title: str | None) -> Genre | None:
    """Tell the genre of a text from its title, the heading it begins with, or its formulae; None where all are silent.

    Both are given in simplified characters, place by place the same as the originals.
    """
    if title and (found := of_title(title)):
        name, start, words = found
        return Genre(name, GenreSign(where="title", words=words, start=start))
    begin = len(plain) - len(plain.lstrip())
    end = plain.find("\n", begin, begin + _HEADING_CHARS + 1)
    if end > 0 and plain[end - 1] not in _STOPS and (found := of_title(plain[begin:end])):
        name, start, words = found
        return Genre(name, GenreSign(where="text", words=words, start=begin + start))
    return _by_opening(plain) or _by_closing(plain)


def of_title(title: str) -> tuple[str, int, str] | None:
    """Give the genre that a title's last word names, where that stands, and the word; None where it names none.

    Of two that are joined (总结及计划) it is the first. 党课讲稿:… is told by what stands before the colon, and
    a motto with (在…会议上的讲话) behind it by what stands in the brackets.
    """
    if found := _of_words(title):
        return found
    if match := _COLON.search(title):
        return _of_words(title[: match.start()])
    if match := _BRACKET.search(title):
        name, start, word = _of_words(match[1]) or ("", 0, "")
        return (name, match.start(1) + start, word) if name else None
    return None


def _of_words(title: str) -> tuple[str, int, str] | None:
    bare = _without_trailers(title)
    if bare[-1:] not in _BY_LAST and not bare.endswith("》"):
        return None
    if bare.startswith("《") and bare.endswith("》") and bare.count("《") == 1:
        bare = bare[:-1]
    last = _last_word(bare)
    if last is None:
        return None
    first = None if _is_about(bare, last) else _first_of_joined(bare[: -len(last)])
    end, word = first or (len(bare), last)
    return _refined(_BY_WORD[word], bare[:end]), end - len(word), word


def _without_trailers(title: str) -> str:
    bare = title.rstrip()
    for _ in range(_TRAILERS_AT_MOST):
        if "\u4e00" <= bare[-1:] <= "\u9fff" and bare[-1] not in _LAST_OF_TRAILERS:
            break
        match = _TRAILERS.search(bare[-(_BRACKETED_CHARS if bare[-1:] in _BRACKETED_ENDS else _TRAILER_CHARS) :])
        if match is None:
            break
        bare = bare[: len(bare) - len(match[0])]
    return bare


def _last_word(bare: str) -> str | None:
    return next((word for word in _BY_LAST.get(bare[-1:], ()) if bare.endswith(word)), None)


def _is_about(bare: str, last: str) -> bool:
    """Say whether the title is 关于…的X: what is joined in it is what it is about."""
    return _ABOUT in bare and (bare[: -len(last)].endswith("的") or last.startswith("的"))


def _first_of_joined(before: str) -> tuple[int, str] | None:
    """Give where the first of two joined genres ends, and its word: 总结 of 2020年总结和2021年计划."""
    for match in _JOINED.finditer(before):
        word = _last_word(before[: match.start()])
        if word:
            return match.start(), word
    return None


def _refined(name: str, bare: str) -> str:
    """Say what kind of report it is, where the words before say so: 自查情况的报告."""
    if name != "报告":
        return name
    return next((kind for word, kind in _REPORTS if word in bare[-16:]), name)


def _by_opening(plain: str) -> Genre | None:
    if "如下" not in plain and "于后" not in plain:
        return None
    match = _OPENING.search(plain, 0, _OPENING_NEAR) or _BARE_OPENING.search(plain, 0, _OPENING_NEAR)
    if match is None or match["words"] not in _BY_FORMULA:
        return None
    start = match.start("words")
    sign = GenreSign(where="text", words=plain[start : match.end()].rstrip(" :：。"), start=start)
    return Genre(_BY_FORMULA[match["words"]], sign)


def _by_closing(plain: str) -> Genre | None:
    near = max(0, len(plain) - _CLOSING_NEAR)
    match = _CLOSING.search(plain, near)
    if match is None:
        return None
    if match["words"]:
        name = _BY_FORMULA[match["words"]]
    elif match["asks"]:
        name = "请示"
    elif _ADDRESSED.match(plain):
        name = "讲话"
    else:
        return None
    return Genre(name, GenreSign(where="text", words=match[0], start=match.start()))
