"""Rules about copies of papers' abstracts with a rendering (realtext, family 31): the list below, a database's mark."""

from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import filled, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

OTHERS = ("其他文献", "相关文献", "其它文献")
"""The heading of the list of other papers; whole line."""
KIND = regex(r"(?:期刊|学位|会议|报纸|年鉴|专利|标准|成果|期刊论文|学位论文|会议论文)(?:论文)?")
"""What each paper of the list is, a line of its own below its abstract; the last line of the page."""
DATABASE = regex(
    r"\A\s{0,20}(?P<label>[【\[]?摘[ \u3000]{0,2}要[】\]]?\s?[:：]?\s{1,9})?(?P<mark>[【\[<＜]正[】\]>＞])"
)
"""`【正】`: what a database puts before the first words of a text without an abstract, below its label or none."""


def find_others(text: str, context: Context) -> Iterable[Change]:
    """Take the list of other papers, from its heading to the end of the page."""
    if "文献" not in text and "文獻" not in text:
        return []
    lines = lines_of(text)
    shown = filled(lines)
    at = next((n for n in reversed(shown) if folded(lines[n].words) in OTHERS), None)
    if at is None or at == shown[0]:
        return []
    below = [folded(lines[n].words) for n in shown if n > at]
    is_list = not below or KIND.fullmatch(below[-1])
    return taken(lines[at:]) if is_list else []


def find_mark(text: str, context: Context) -> Iterable[Change]:
    """Take a database's mark before the first words."""
    match = DATABASE.match(text)
    if match is None or not text[match.end() :].strip():
        return []
    return [Change(start=match.start("label" if match["label"] else "mark"), end=match.end())]


DUMP = Context(family="dump", is_dump=True)
OTHER_PAPERS = Rule(
    name="other-papers",
    version=1,
    reason="Below a paper's words the page lists abstracts of others, each with its kind.",
    families=frozenset(),
    dumps_only=True,
    find=find_others,
    context=DUMP,
    examples=(
        ("工作有序。\n其他文献\n本文对有关问题进行探讨。\n期刊\n本文分析原因。\n学位", "工作有序。\n"),
        ("今年以來，工作有序。\n其他文獻\n本文對有關問題進行探討。\n期刊", "今年以來，工作有序。\n"),
    ),
    counter_examples=(
        "一、工作依据\n其他文献\n国务院有关文件。\n二、工作要求。",
        "其他文献\n本文对有关问题进行探讨。\n期刊",
        "今年以来，工作有序，其他文献另行整理。\n期刊",
    ),
)
DATABASE_MARK = Rule(
    name="database-mark",
    version=2,
    reason="A database marks the first words of a text that has no abstract; the mark is nobody's word.",
    families=frozenset(),
    dumps_only=True,
    find=find_mark,
    context=DUMP,
    examples=(
        ("【正】同志们：工程就要开工。", "同志们：工程就要开工。"),
        ("<正>自从毕业以来。", "自从毕业以来。"),
        ("摘要\n\n<正>自从毕业以来。", "自从毕业以来。"),
    ),
    counter_examples=("【正文】同志们：工程就要开工。", "一、工作\n【正】字号由各单位自定。", "【正】"),
)
RULES = (OTHER_PAPERS, DATABASE_MARK)
