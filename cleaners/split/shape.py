"""The two rules by which a compilation is cut: what they take of an item's head, and why. Where: `finder`, `items`."""

from collections.abc import Iterable

from cleaners.rules.rule import Change, Context, Rule
from cleaners.split.lines import Heading, headings_of, short_lines


def _first_heading(text: str) -> Heading | None:
    return next(headings_of(short_lines(text[:2000])), None)


def find_heading(text: str, context: Context) -> Iterable[Change]:
    """Take the heading that a text begins with; in a document its place is given by the series it belongs to."""
    heading = _first_heading(text)
    if heading is None or text[: heading.start].strip():
        return []
    return [Change(start=0, end=heading.after)]


def find_intro(text: str, context: Context) -> Iterable[Change]:
    """Take what stands above the first heading."""
    heading = _first_heading(text)
    return [Change(start=0, end=heading.start)] if heading and heading.start else []


HEADING = Rule(
    name="compilation-heading",
    version=1,
    reason="The heading of an item (`篇一：T`) is the page's way of counting; it is kept as the item's title.",
    families=frozenset(),
    find=find_heading,
    examples=(("篇一：某局总结\n今年以来。", "今年以来。"), ("工作总结 篇2\n去年以来。", "去年以来。")),
    counter_examples=("今年以来。\n篇一：某局总结", "第一章 总则\n今年以来。"),
)
INTRO = Rule(
    name="compilation-intro",
    version=1,
    reason="What a site writes above the first text of a compilation, with its list of contents, is no report's.",
    families=frozenset(),
    find=find_intro,
    examples=(
        ("总结使人进步，一起来看看吧。\n篇一：某局总结\n今年以来。", "篇一：某局总结\n今年以来。"),
        ("下面是三篇总结。\n工作总结 篇1\n今年以来。", "工作总结 篇1\n今年以来。"),
    ),
    counter_examples=("篇一：某局总结\n今年以来。", "今年以来。\n一、总结"),
)
RULES = (INTRO, HEADING)
