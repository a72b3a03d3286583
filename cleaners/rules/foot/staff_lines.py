"""Who handed in, edited and checked a text, in a line of its own below it: `（供稿：办公室 责任编辑：青禾）`.

The dump platform reads the names as facts before any rule runs; `tails` takes the line.
"""

import re
from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.pen_lines import pens_of
from cleaners.rules.frame.staff_labels import COMPOSED_LABEL, role_of, set_apart
from cleaners.rules.lines import Line

STAFF_CHARS = 160
"""Characters of such a line."""
NAME_CHARS = 30
"""Characters behind one label: some names, or an office."""
_SURE = (
    "责任编辑|责编|文字编辑|图片编辑|网络编辑|网站编辑|编辑|编审|编校|初审|复审|一审|二审|三审|终审|审核|审核人"
    "|校审|审签|核稿|校对|监制|总监制|录入|信息录入|供稿|供稿单位|供稿人|撰稿|撰稿人|通讯员|投稿|投稿人|来稿单位|发布人|排版"
    "|内容审核|内容编辑|图文编辑|文图编辑|值班编辑|执行主编|校稿|审定|监审|美编|值班主编|值班编委|责任校对|审发"
    "|二校|校审|编发|统筹|策划|通讯作者|选稿"
    "|文章录入|录入者|上传者|贡献者|值班审读|审读|审稿|审稿人|责任审核|发布审核|信息审核|稿件审核|图文审核|上传人|发布者|信息员|拟稿|拟稿人"
    "|一审一校|二审二校|三审三校|编审人|总审|编辑排版|文字校对"
    "|校核|信息发布|责任总编|值班总编|值班编审|投稿单位|报送单位|信息报送|撰写人|版面编辑|版式编辑|栏目编辑|新媒体编辑|本期编辑"
    "|微信编辑|编辑制作|文编|图编|技术编辑|运营编辑|见习编辑|实习编辑|执行编辑|稿件编辑|视频编辑"
    "|终审人|初审人|复审人|一审人|二审人|三审人|校对人|审定人|核稿人|编审人员|一校|三校|总编辑|责审|发稿人|采编|审校|责任编审|文案|网编|总值班|值班主任|审"
)
SURE = frozenset(_SURE.split("|"))
"""Labels that only those who publish a text use."""
_BESIDE = "文章来源|来源|作者|记者|见习记者|主编|摄影|图文|文图|图片|文字|文稿|稿件来源|信息来源|文|图|时间|发布时间"
_BESIDE += "|日期|文/图|图/文|撰文|供图|视频|来源单位|出品|视觉|素材|出处|稿源|作者单位|发布单位|指导老师|采访|采写"
_BESIDE += "|新闻来源|图文来源|报道|照相|拍摄|摄像|照片|文字撰写|图片拍摄|图片提供|文字提供|撰写|采写单位"
_BESIDE += "|签发|签发人|制作|设计|剪辑|值班领导|图片来源|发布|上传|供稿部门|部门|科室|学院|本文来源"
_BESIDE += "|封面设计|海报设计|版式设计|封面|海报|插画|插图"
BESIDE = frozenset(_BESIDE.split("|"))
"""Labels that stand beside those; alone they may be the text's own (`来源：市统计局`)."""
_PAIRS = "摄影|编辑|责编|审核|作者|来源|校对|供稿|撰稿|记者|图片|文字|终审|初审|复审|总监制|监制|编审"
_WIDE = _PAIRS.split("|")
"""Labels of two characters that are set wide: `摄 影`."""
_LONGEST_FIRST = "|".join(
    (*sorted(sorted(SURE | BESIDE), key=len, reverse=True), *(r"[ \u3000]{1,9}".join(name) for name in _WIDE))
)
LABEL = regex(
    rf"(?<![一-鿿])(?P<label>{_LONGEST_FIRST}|{COMPOSED_LABEL})"
    r"(?:[ \u3000]{0,3}[:：/|｜丨︱∣│┃][ \u3000]{0,3}"
    r"|[ \u3000]{1,3}(?:[-–—][ \u3000]{1,3})?(?=[一-鿿]{2,4}(?![一-鿿])))"
)
"""A label with its colon, or with a blank or a dash before a name alone; not the end of a longer word."""
NO_NAME = regex(
    r"\d{1,6}\s?[篇条件个名人家次]|[，,。；;：:！？“”]|由|实行|负责|每|落实|制度|管理(?!员)|进行|要求|工作|做好"
    r"|加强|统计"
    r"|情况|突破|达到|[|｜]"
)
"""What no name holds: a number of items, a clause, a verb. `供稿：12篇` is a statistic (realtext 3j)."""
OFFICES = regex(
    r"[一-鿿]{2,12}(?:处|部|科|办公室|学院|分院|局|中心|团委|党委|工会|委员会|系|股|支队|大队)(?:[\s、/]{1,2}[一-鿿]{2,4}){0,2}"
)
"""`学生工作处`, `宣传统战部 青禾`: an office in whose name one of those words stands; bounded."""
NO_LENDER = regex(r"自[绘繪制製拍摄攝编編拟擬]|调查|調查|年[鉴鑑]|公[报報]\Z|[测測]算")
"""What stands behind such labels below a table or a figure: whose drawing it is, or what it was counted from."""
NAMES = regex(r"[一-鿿]{2,4}(?:[,，][一-鿿]{2,4}){1,6}")
"""`张三,李四`: names set apart by commas; bounded, the classes disjoint."""
ORNAMENTS = "▌▍▎■□▶▲●◎○★☆◆◇•▪*＊-— "
SEAMS = f"{ORNAMENTS}\u3000\u00a0\t|｜、/，,;；·（()）【】[]"


def _named(mark: re.Match[str]) -> str:
    name = "".join(mark["label"].split())
    return name if name in SURE or name in BESIDE else role_of(name)


def is_beside(words: str) -> bool:
    """Say whether a line is one label that stands beside sure ones, and a name: `来源：某某站` above `编辑：青禾`."""
    if not 4 <= len(words) <= NAME_CHARS + 8:
        return False
    words = words.lstrip(ORNAMENTS)
    mark = LABEL.match(folded(words))
    if mark is None or _named(mark) not in BESIDE or not mark[0].strip().endswith(BARRED):
        return False
    return not NO_NAME.search(words[mark.end() :])


BARRED = (":", "：", "|", "｜", "丨", "︱", "∣", "│", "┃")
"""What parts a label from its name."""


def is_pen(words: str) -> bool:
    """Say whether a line names the writer alone: `作者：青禾`, below a text no word of it."""
    mark = LABEL.match(folded(words.lstrip(ORNAMENTS)))
    return mark is not None and _named(mark) in PENS and is_beside(words)


def is_pen_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether right below a label and its value the writer is named alone: `稿件来源：某处` above `作者：青禾`."""
    below = next((line.words for line in lines[index : index + 2] if line.words), "")
    return bool(below) and is_pen(below)


PENS = frozenset({"作者", "记者", "撰文", "图文", "文图", "文/图", "图/文", "摄影", "图片来源", "供图", "图片提供"})
"""Labels of writers; what `来源` names may be a note on data."""
PICTURED = regex(r"\W{0,6}(?:图片|照片|视频)")
"""How a line begins that names whose a picture is: no source of the text."""


def _is_open(before: str) -> bool:
    """Say whether before the first label stands nothing, or the name of the paper whose staff it is."""
    words = before.strip(SEAMS)
    return not words or PAPER.fullmatch(words) is not None


PAPER = regex(r"[一-鿿]{2,12}(?:网|网站|日报|晚报|时报|发布|电视台|客户端|融媒体中心)")


def _is_name(value: str) -> bool:
    if len(value) > NAME_CHARS:
        return False
    return not NO_NAME.search(value) or bool(NAMES.fullmatch(value) or OFFICES.fullmatch(value))


def staff_of(words: str) -> tuple[tuple[str, str], ...]:
    """Give labels and names of a line of nothing else, labels in simplified characters; empty for any other line.

    One of the labels must be sure.
    """
    if not 3 <= len(words) <= STAFF_CHARS or "。" in words:
        return ()
    words = set_apart(words, folded(words))
    line = folded(words)
    marks = list(LABEL.finditer(line))
    if not marks or not _are_staffs(marks) or not _is_open(line[: marks[0].start()]):
        return pens_of(words)
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    values = [words[mark.end() : end].strip(SEAMS) for mark, end in zip(marks, ends, strict=True)]
    if not all(map(_is_name, values)) or any(map(NO_LENDER.search, values)):
        return ()
    if not any(values) and not SURE & set(map(_named, marks)):
        return ()
    for at in range(len(marks) - 2, -1, -1):  # `撰稿/初审：青禾`: one name for both
        if marks[at].end() == marks[at + 1].start() and marks[at][0].endswith(("/", "／")):
            values[at] = values[at + 1]
    return tuple(zip((_named(mark) for mark in marks), values, strict=True))


def _are_staffs(marks: Sequence[re.Match[str]]) -> bool:
    """Say whether labels of one line are of those who make texts.

    One is sure, or one names the writer and one whence the text is, or two name writers and pictures.
    """
    named = {_named(mark) for mark in marks}
    if SURE & named or (WRITERS & named and LENDERS & named):
        return True
    return len({_named(mark) for mark in marks if mark[0].rstrip().endswith(BARRED)} & MAKERS) > 1


WRITERS = frozenset({"作者", "记者", "撰文"})
LENDERS = frozenset({"来源", "文章来源", "稿件来源", "新闻来源", "信息来源", "本文来源"})
"""`作者：青禾 来源：《溪口报》`: the one beside the other is no note on data."""
MAKERS = frozenset({"文字", "图片", "文", "图", "摄影", "视频", "撰文", "供图", "照片", "拍摄", "采写"})
"""What one makes of a text: `文字 | 青禾 图片 | 白露`."""


def names_joined(tail: Sequence[str]) -> list[str]:
    """Give the lines of a tail with a name that stands alone below its label set behind it: `责任编辑：` / `青禾`."""
    joined: list[str] = []
    for words in tail:
        above = staff_of(joined[-1]) if joined and NAMED_ALONE.fullmatch(words) else ()
        if len(above) == 1 and not above[0][1]:
            joined[-1] += words
        else:
            joined.append(words)
    return joined


NAMED_ALONE = regex(r"[一-鿿·]{2,4}(?:[\s、][一-鿿·]{2,4}){0,4}")
