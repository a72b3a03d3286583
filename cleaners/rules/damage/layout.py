"""Rules about white space and characters that no reader sees. Paragraph breaks that are missing: `paragraphs`."""

from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.lines import BLANK
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.signs import is_plain

LINE_END = regex("[\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?")
"""All ways of ending a line but the line feed itself; one class first, which is what is searched for."""
INVISIBLE = regex(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]+"
)
"""C0 controls but tab and line ends, soft hyphen, zero-width characters, marks of writing direction, order marks,
empty Korean and Mongolian signs, joiners and marks of annotations.
Variation selectors and private-use characters stay: they may stand for something."""
BREAKS = regex(rf"\n[{BLANK}\n]*+")
"""Blanks and line feeds in a row from the first line feed on; the blanks before it are found backwards. Linear."""


def find_line_ends(text: str, context: Context) -> Iterable[Change]:
    """Write every line end as a line feed."""
    if is_plain(text):
        return []
    return [Change(start=m.start(), end=m.end(), put="\n") for m in LINE_END.finditer(text)]


def find_invisible(text: str, context: Context) -> Iterable[Change]:
    """Take characters that show nothing; joiners inside emoji stay, they make one picture of several."""
    if is_plain(text):
        return []
    return [
        Change(start=m.start(), end=m.end())
        for m in INVISIBLE.finditer(text)
        if not (m[0] == "\u200d" and m.end() < len(text) and text[m.end()] > "\u2100" and not _is_text(text[m.end()]))
    ]


def _is_text(character: str) -> bool:
    return "\u2e80" <= character <= "\ud7ff" or "\uf900" <= character <= "\uffef"


def find_layout(text: str, context: Context) -> Iterable[Change]:
    """Fold breaks to one line feed, and take white space from the ends of the text and of its lines.

    A tab at the start of a line stays where more tabs follow: it is an empty cell of a table.
    """
    changes = []
    first = len(text) - len(text.lstrip())
    if first:
        changes.append(Change(start=0, end=first))
    last = len(text.rstrip())
    for match in BREAKS.finditer(text, first, last):
        start, end = match.span()
        while text[start - 1] in BLANK:  # before the first line feed stands what is no white space
            start -= 1
        if end - start > 1:
            changes.append(Change(start, _cell_start(text, end) if text[end - 1] == "\t" else end, "\n"))
    if last < len(text) and last >= first:
        changes.append(Change(start=last, end=len(text)))
    return changes


def _cell_start(text: str, start: int) -> int:
    """Step back over leading tabs where the line holds further ones."""
    stop = text.find("\n", start)
    has_more = "\t" in text[start : stop if stop >= 0 else len(text)].rstrip()
    while has_more and text[start - 1] == "\t":
        start -= 1
    return start


LINE_ENDS = Rule(
    name="line-ends",
    version=1,
    reason="Windows, old Mac and Unicode line ends are one thing; all later rules count line feeds.",
    families=frozenset(),
    find=find_line_ends,
    examples=(("一、总结\r\n二、计划\r\n", "一、总结\n二、计划\n"), ("一\r二\u2028三", "一\n二\n三")),
    counter_examples=("一、总结\n二、计划\n", "工作\t总结"),
)
UNSEEN = Rule(
    name="invisible-characters",
    version=2,
    reason="Zero-width characters, direction marks and control characters break words apart for search and copies.",
    families=frozenset(),
    find=find_invisible,
    examples=(("宣\u200b传\ufeff工作", "宣传工作"), ("总\x00结\u202e报告\u00ad", "总结报告"), ("一\u200d是", "一是")),
    counter_examples=("全家福\U0001f468\u200d\U0001f469", "表格\t一栏\n二栏", "生僻字\ue000保留"),
)
LAYOUT = Rule(
    name="layout",
    version=1,
    reason="Indents and runs of blank lines differ from copy to copy; one line feed parts paragraphs.",
    families=frozenset(),
    find=find_layout,
    examples=(
        ("\n\u3000\u3000今年以来。\n\n\n\u00a0\u00a0一、总结 \n", "今年以来。\n一、总结"),
        ("标题\n   \n正文\t\n", "标题\n正文"),
        ("表\n\t甲\t乙\n", "表\n\t甲\t乙"),
    ),
    counter_examples=("一、总结\n二、计划", "姓名\t职务\n甲\t乙", "7 名党员  参加"),
)
RULES_FIRST = (LINE_ENDS, UNSEEN)
RULES_LAST = (LAYOUT,)
