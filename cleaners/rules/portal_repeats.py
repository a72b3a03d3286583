"""The rule on headings that a site which collects documents prints twice above each, and again before its first words.

文档之家 and 360文档中心 (realtext, family 8): the heading stands on two lines and a third time glued to the text.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.lines import HAN, Line, lines_of
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title_forms import is_title_like

LEAST_HAN = 6
"""Han characters of a heading that may be taken where it stands again."""
LEAST_TEXT = 20
"""Characters behind a glued heading: fewer are another heading."""
GOES_ON = regex(r"[是为為的]|工作(?!总结|總結)|[，,。、；;：:]")
"""How a sentence goes on whose first words are the heading's."""


def find_repeats(text: str, context: Context) -> Iterable[Change]:
    """Take a heading that stands twice in a row, and its third print before the text's first words."""
    lines = [line for line in lines_of(text) if line.words]
    changes: list[Change] = []
    for place, (above, line) in enumerate(pairwise(lines)):
        if line.words != above.words or not _is_heading(line.words):
            continue
        changes.append(Change(start=line.start, end=line.after))
        changes += _glued(text, lines[place + 2 : place + 3], line.words)
    return changes


def _is_heading(words: str) -> bool:
    return len(HAN.findall(words)) >= LEAST_HAN and is_title_like(words)


def _glued(text: str, below: Sequence[Line], heading: str) -> list[Change]:
    """Give the heading's print at the beginning of the line below its two."""
    if not below or not below[0].words.startswith(heading):
        return []
    rest = below[0].words[len(heading) :].lstrip()
    if len(rest) < LEAST_TEXT or GOES_ON.match(rest):
        return []
    at = text.index(heading, below[0].start)
    return [Change(start=at, end=text.index(rest, at + len(heading)))]


_BODY = "全镇各村：为强化森林防火，明确工作责任，现制定如下责任书，请各村遵照执行。"
RULES = (
    Rule(
        name="portal-repeated-headings",
        version=1,
        reason="A site that collects documents prints the heading of each on two lines and before its first words.",
        families=frozenset({"doczj"}),
        find=find_repeats,
        context=Context(family="doczj", title="责任书汇编", is_dump=True),
        examples=(
            (
                f"2024年护林责任书范例\n\n2024年护林责任书范例\n\n2024年护林责任书范例{_BODY}\n二、要求",
                f"2024年护林责任书范例\n\n\n{_BODY}\n二、要求",
            ),
            (f"护林工作岗位说明\n护林工作岗位说明\n{_BODY}", f"护林工作岗位说明\n{_BODY}"),
        ),
        counter_examples=(
            f"护林工作岗位说明\n{_BODY}\n护林工作岗位说明",
            "护林工作责任书\n护林工作责任书是各村的约定，应当逐条落实，不得走过场，年底考核。",
            f"抓落实\n抓落实\n{_BODY}",
        ),
    ),
)
