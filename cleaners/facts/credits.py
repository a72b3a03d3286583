"""Labels and names behind a text's last sentence: `作者：王溪岚 来源：《溪口报》`, `选稿:王溪来源:溪口日报作者:李小青`.

A line of them may stand below the text too. Only words that sites set there are labels; a note on data is none.
"""

from collections.abc import Iterator

from cleaners.facts.people import names_of
from cleaners.regex import regex
from cleaners.rules.folding import folded

AUTHORS = "作者|记者|本报记者|通讯员|文字|撰文|采写|撰稿|撰稿人|文/图|图文|文"
SOURCES = "文章来源|新闻来源|稿件来源|信息来源|本文来源|来源|稿源"
OTHERS = (
    "选稿|供稿|责任编辑|责编|值班编辑|编辑|图片|摄影|漫画|制图|配图|绘图|审核|校对|编审|终审|初审|复审|监制|视频|剪辑|图"
)
_LABELS = rf"{AUTHORS}|{SOURCES}|{OTHERS}"
LABEL = regex(rf"(?P<label>{_LABELS})\s?[:：]\s?")
START = regex(rf"(?:(?<=[。！？!?”）)])|\A)[\s\u3000]{{0,4}}[（(【\[]?[\s\u3000]?(?=(?:{_LABELS})\s?[:：])")
"""Where such labels begin: behind a sentence, or a line; bounded."""
VALUE_CHARS = 30
NO_VALUE = regex(r"[。；！？!?，,:：]|统计|调查|年鉴|数据|资料|公报|报表|网络|https?|www")
"""What no name and no paper's name holds: a clause, a note on data, an address."""
CHARS = 100
"""Characters of a line's end in which they stand."""
SEAMS = " \u3000\u00a0\t|｜、/()（）【】[]"
OFFICE_AND_NAMES = regex(r"(?P<office>[^\s]{2,20})\s{1,3}(?P<names>[一-鿿]{2,4}(?:[\s、]{1,3}[一-鿿]{2,4}){0,4})")
"""`来源：溪口镇党政办 王溪岚 李青禾`: who of the office; bounded."""


def credits_at(words: str, *, is_alone: bool) -> Iterator[tuple[str, str]]:
    """Give author and source of a line's end that is labels and values only; `is_alone`: of a line that is no more."""
    end = words[-CHARS:]
    line = folded(end)
    if "作者" in line and (told := SELF.search(line)) and names_of(told["name"], is_sure=False):
        yield "author", end[slice(*told.span("name"))]
    start = (START.match(line) if is_alone else START.search(line)) if ":" in line or "：" in line else None
    if not start:
        return
    marks = list(LABEL.finditer(line, start.end()))
    ends = [*(mark.start() for mark in marks[1:]), len(end)]
    values = [end[mark.end() : stop].strip(SEAMS) for mark, stop in zip(marks, ends, strict=True)]
    if any(len(value) > VALUE_CHARS or NO_VALUE.search(value) for value in values):
        return
    for mark, value in zip(marks, values, strict=True):
        yield from _stated(mark["label"], value)


SELF = regex(r"[（(]作者\s?[:：]\s?(?P<name>[一-鿿]{2,4})[\s，,、][^（）()]{2,60}[)）]\Z")
"""`（作者：王溪岚 溪口作协会员）` at a text's end; bounded."""


def office_and_names(source: str) -> tuple[str, str]:
    """Give a source and the names of who wrote there, empty where none stand behind it."""
    both = OFFICE_AND_NAMES.fullmatch(source)
    names = names_of(both["names"], is_sure=False) if both else ""
    return (both["office"], names) if both and names else (source, "")


def _stated(label: str, value: str) -> Iterator[tuple[str, str]]:
    if not value:
        return
    if label in SOURCES.split("|"):
        office, names = office_and_names(value)
        yield "source", office.strip("《》")
        if names:
            yield "author", names
    elif label in AUTHORS.split("|") and (names := names_of(value, is_sure=False)):
        yield "author", names
