"""A data base's record of an article above its text: a label in brackets before each value, a line each.

`【作者】 青禾【作者单位】 某大学`, `【文献出处】 某某学刊`, `下载频次：120` of law and journal data bases. The authors'
own abstract stays. Taken: `bylines`, below a text `tails`; facts: `dump.journal_facts`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line

_KEPT = {
    "作者": "作者", "作者姓名": "作者", "期刊名称": "来源", "刊名": "来源", "期刊": "来源", "文献出处": "来源",
    "来源": "来源", "来源期刊": "来源", "中文关键词": "关键词", "关键词": "关键词", "关键字": "关键词",
}  # fmt: skip
_PLAIN = (
    "作者单位|机构|单位|英文作者|中文题名|英文题名|英文标题|英文题目|英文刊名|英文关键词|分类|学科|学科专业|分类号|中图分类号|文章编码|文章编号|文献标识码"
    "|文献标志码|期刊年份|年份|年卷期|卷期|卷号|期号|页码|页数|总页数|起止页码|基金|基金项目|基金资助|被引频次|下载频次|被引次数|下载次数|网络出版时间|网络出版年期"
    "|在线公开时间|在线出版日期|网络首发时间|专辑|专题|导师|学位|语种|语言|DOI|doi|ISSN|CN|Author|Institution|Key\\s?words?|法宝引证码|相似文献"
    "|收稿日期|引证码|全文|正文快照|更新日期|英文单位|摘要点击次数|全文下载次数"
)
_LABELS = "|".join(sorted({*_KEPT, *_PLAIN.split("|")}, key=lambda label: (-len(label), label)))
BRACKETED = regex(rf"[【\[〔]\s?(?P<label>{_LABELS})\s?[】\]〕]\s?[:：]?\s{{0,3}}(?P<value>[^【〔\n]{{0,240}})")
"""One label and its value; bounded, the next bracket parts them."""
RECORD = regex(rf"(?:[【\[〔]\s?(?:{_LABELS})\s?[】\]〕]\s?[:：]?[^【〔。\n]{{0,240}}){{1,4}}")
PLAIN = regex(
    r"(?P<label>专辑|专题|下载频次|被引频次|在线公开时间|网络首发时间|在线出版日期|学科专业|分类号|导师|年[,，]卷[(（]期[)）])\s?[:：]\s?(?P<value>[^。；\n]{0,80})"
)
"""`专辑：社会科学Ⅰ辑`: what only such a record states; bounded."""
LEAST, TOP = 3, 40
"""Labels of a record at least, and filled lines from the top among which it stands."""


def record_lines(lines: Sequence[Line]) -> tuple[tuple[Line, str, str], ...]:
    """Give the lines of a record, each with a label and a value, both empty where none is kept; empty for none."""
    found: list[tuple[Line, str, str]] = []
    for line in lines[:TOP]:
        words = folded(line.words)
        if words[0] in "【[〔" and RECORD.fullmatch(words):
            parts = BRACKETED.finditer(words)
            found += [(line, *_kept(one["label"], line.words[slice(*one.span("value"))])) for one in parts]
        elif ":" in words or "：" in words:
            found += [(line, "", "")] if PLAIN.fullmatch(words) else []
    return tuple(found) if len(found) >= LEAST else ()


def _kept(label: str, value: str) -> tuple[str, str]:
    value = value.strip(" \u3000;；,，")
    kept = _KEPT.get(label, "") if value else ""
    if kept == "来源":
        value = value.split(",")[0].split("，")[0].strip(" 《》")
    return (kept, value) if kept else ("", "")
