"""Rules on what portals print again round a text: its headings, its first lines as an excerpt, its title at the end.

文档之家 and 360文档中心 (realtext, family 8) print a heading on two lines and a third time before the first words;
libraries show an excerpt that ends with dots, the title and the text; stubs (family 9) end with their title.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.lines import HAN, Line, lines_of
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_same_title, is_title_like

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


def find_excerpt(text: str, context: Context) -> Iterable[Change]:
    """Take an excerpt above the title where the text below it begins with the same words."""
    title = context.title
    if not title or DOTS not in text[:EXCERPT_CHARS]:
        return []
    lines = [line for line in lines_of(text) if line.words][: EXCERPT_LINES + 2]
    for place, line in enumerate(lines[:EXCERPT_LINES]):
        below = lines[place + 1 :]
        if line.words.endswith(DOTS) and len(below) > 1 and is_same_title(below[0].words, title):
            same = _first_words(line.words, title) == _first_words(below[1].words, title) != ""
            return [Change(start=line.start, end=line.after)] if same else []
    return []


def _first_words(words: str, title: str) -> str:
    """Give the first words behind the title, which may stand there several times; empty where there are few."""
    rest = "".join(words[:EXCERPT_CHARS].split())
    own = "".join(title.split())
    while rest.startswith(own):
        rest = rest[len(own) :]
    return rest[:SAME_CHARS] if len(rest) >= SAME_CHARS else ""


DOTS = "..."
EXCERPT_CHARS = 1200
EXCERPT_LINES = 4
"""Characters and filled lines from the top in which an excerpt ends."""
SAME_CHARS = 20
"""Characters behind the title that excerpt and text have in common."""


def find_closing(text: str, context: Context) -> Iterable[Change]:
    """Take the title where it is the last line, with the library's name before it or behind it or without."""
    title = context.title
    if not title or len(HAN.findall(title)) < LEAST_HAN or title[-1] not in text[-CLOSING_CHARS:]:
        return []
    filled = [line for line in lines_of(text) if line.words]
    if len(filled) < 2 or "附件" in filled[-2].words or not _is_closing(filled[-1].words, title):
        return []
    return [Change(start=filled[-1].start, end=filled[-1].after)]


def _is_closing(words: str, title: str) -> bool:
    if is_same_title(words, title):
        return True
    before, found, behind = words.partition(title)
    return bool(found) and bool(SITE.fullmatch(before) if not behind else not before and BEHIND.fullmatch(behind))


CLOSING_CHARS = 200
SITE = regex(r"[一-鿿A-Za-z\d]{2,8}(?:文库|文档网?|网)")
BEHIND = regex(r"\s?[-_—|｜]{1,2}\s?[一-鿿A-Za-z\d]{2,8}(?:文库|文档网?|网)")
"""The name of a library before a title, and behind it and a mark; bounded."""
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
    Rule(
        name="portal-excerpt",
        version=1,
        reason="A library shows the first words of a text as an excerpt, then the title and the text with these words.",
        families=frozenset({"wenku", "plainwenku", "jinyuan", "dump"}),
        dumps_only=True,
        find=find_excerpt,
        context=Context(family="wenku", title="护林工作情况分析", is_dump=True),
        examples=(
            (
                f"护林工作情况分析护林工作情况分析 {_BODY}...\n\n护林工作情况分析\n护林工作情况分析 {_BODY}要求。",
                f"\n护林工作情况分析\n护林工作情况分析 {_BODY}要求。",
            ),
            (f"{_BODY}一是...\n护林工作情况分析\n{_BODY}一是抓落实。", f"护林工作情况分析\n{_BODY}一是抓落实。"),
        ),
        counter_examples=(
            f"{_BODY}一是...\n二是抓落实。\n{_BODY}",
            f"{_BODY}一是...\n护林工作情况分析\n各村上报的情况如下，请各单位认真研究，抓好落实。",
        ),
    ),
    Rule(
        name="closing-title",
        version=1,
        reason="Stubs and libraries print the title again as the page's last line.",
        families=frozenset({"qqdocs", "plainwenku", "wenku"}),
        dumps_only=True,
        find=find_closing,
        context=Context(family="qqdocs", title="护林工作情况分析", is_dump=True),
        examples=(
            (f"{_BODY}\n护林工作情况分析", f"{_BODY}\n"),
            (f"{_BODY}\n\n青禾文库护林工作情况分析\n", f"{_BODY}\n\n"),
            (f"{_BODY}\n护林工作情况分析 - 青禾文档网", f"{_BODY}\n"),
        ),
        counter_examples=(
            f"{_BODY}\n附件：\n护林工作情况分析",
            f"{_BODY}\n关于护林工作情况分析",
            "护林工作情况分析",
            f"护林工作情况分析\n{_BODY}",
        ),
    ),
)
