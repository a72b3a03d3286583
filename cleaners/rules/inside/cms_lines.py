"""Rules about lines that an article system's template prints into the element of the text. Other tails: `tails`."""

from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.rule import Change, Context, Rule

# `(责任编辑：admin)` at the very end, in the template's brackets, with any name or none; blanks before it go too.
# The name's class holds neither brackets nor line feeds and is bounded; `search` tries each bracket once.
# Without brackets, as other makers' skins set it: a last line of its own behind a finished sentence.
EDITOR_END = regex(
    r"(?:\s{0,40}[(（\[【]责任编辑\s?[:：](?P<name>[^()（）\[\]【】\n]{0,30})[)）\]】]"
    r"|(?<=[。！？”）)])\s{0,40}\n\s{0,40}责任编辑\s?[:：](?P<bare>[^()（）\[\]【】\n。，、：:]{0,20}))\s{0,40}\Z"
)

EDITOR = "责任编辑"
"""In each such line, with LEAD_CHARS before it at most."""
LEAD_CHARS = 90


def find_editor(text: str, context: Context) -> Iterable[Change]:
    """Take the template's line of the editor from the end of a text; never all there is."""
    near = max(0, len(text) - 160)
    at = text.find(EDITOR, near)
    found = EDITOR_END.search(text, max(near, at - LEAD_CHARS)) if at >= 0 else None
    if found is None or not text[: found.start()].strip():
        return []
    return [Change(start=found.start(), end=found.end())]


CMS_EDITOR = Rule(
    name="cms-editor",
    version=1,
    reason="DedeCMS prints who edited the entry into the element of the text; it is kept as the fact `editor`.",
    families=frozenset({"dedecms"}),
    find=find_editor,
    examples=(
        ("一、抓好学习。\n二、总结经验。\n(责任编辑：admin)", "一、抓好学习。\n二、总结经验。"),
        ("特此报告。(责任编辑：网络编辑部 02)", "特此报告。"),
        ("特此报告。\n（责任编辑：）\n", "特此报告。"),
        ("特此报告。\n 责任编辑：admin　", "特此报告。"),
    ),
    counter_examples=(
        "本期由甲乙两人（责任编辑：甲乙）共同完成，特此说明。",
        "编委名单\n责任编辑：甲某\n责任编辑：乙某",
        "本期人员名单如下。\n主编：丙某\n责任编辑：甲某",
        "特此报告。\n责任编辑：由宣传科指定，每周轮换。",
        "(责任编辑：admin)",
        "第一版（责任编辑：甲某）\n第二版稿件由各站提供。",
    ),
    context=Context(family="dedecms"),
)
RULES: tuple[Rule, ...] = (CMS_EDITOR,)
