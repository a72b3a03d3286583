"""The rule on a forum's anti-copy noise in dumps whose template is lost and whose blanks were put together.

Discuz prints 5 to 15 times chr(32..59), a blank, chr(63..126) (reference: realtext 3a); a dump joins two blanks to one
and trims lines. Without the forum's own lines nothing else tells the noise but how much there is of it, and what of.
Noise as Discuz prints it, below its own head: `discuz_dump`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.rule import Change, Context, Rule

RUN = regex(r"(?<![\x21-\x7e])[\x3f-\x7e]?(?:[\x21-\x3b]? [\x3f-\x7e]){4,40}+(?![\x21-\x7e]*[\x21-\x7e]{3})")
"""A run behind a blank or a character that is not ASCII; no word of three ASCII characters follows. Possessive over
disjoint classes: each place is tried once."""
ODD = regex(r"[\x21-\x2f\x3a\x3b]")
FIRST_KIND = regex(r"[\x21-\x3b]")
RARE = regex(r"[@\[\\\]^_`{|}~]")
GLUED = regex(r"[\x3f-\x7e][\x21-\x3b] [\x3f-\x7e]")
"""Marks of its first kind that are signs, all of its first, those of its second, and a pair right behind a pair, as no
text has them."""
EXACT = regex(
    r"(?:^[\x3f-\x7e]?(?:[\x20-\x3b] [\x3f-\x7e]){4,15}+(?! )|(?:[\x20-\x3b] [\x3f-\x7e]){5,15}+(?=[ \t]*$))",
    re.MULTILINE,
)
"""The noise as the software prints it, blanks and all, at a line's beginning or end: there any character may stand next
to it. Possessive over classes of fixed places."""
LEAST = 3
"""Runs with all three that make a text noisy (the shortest post met: 6)."""
GLUES = 2
_NAME = r"(?P<name>[一-鿿]{2,8}?(?:论坛|社区|网))(?P=name)?"
NAME_ABOVE = regex(rf"(?:^|[\n。！？!?”」])[ \u3000]{{0,4}}{_NAME}\Z")
NAME_BELOW = regex(rf"{_NAME}(?=\s|\Z)")
"""`某某论坛` between a sentence's end or a line's beginning and noise, or behind it at a line's end; bounded."""
NAMED, NAME_CHARS = 2, 30
"""Places where a board's name is glued to noise, characters beside one in which it stands."""
LEAST_MIXED, MIXED_GLUES, MIXED_MARKS = 4, 3, 4
"""Runs of many marks of the first kind, one of its signs among them, that make a text noisy without any of the second:
a post of few paragraphs draws few of those."""


def _is_noise(run: str) -> bool:
    """Say whether a run is noise beyond doubt."""
    return bool(ODD.search(run) and RARE.search(run)) and len(GLUED.findall(run)) >= GLUES


def _is_mixed(run: str) -> bool:
    """Say whether a run holds so many different marks of the first kind, glued to letters, as no formula has."""
    glued = len(GLUED.findall(run))
    return glued >= MIXED_GLUES and len(set(FIRST_KIND.findall(run))) >= MIXED_MARKS and ODD.search(run) is not None


def _are_noise(runs: Sequence[str]) -> bool:
    """Say whether runs make a text noisy: some beyond doubt, or one such and more that look like it."""
    sure = sum(map(_is_noise, runs))
    return sure >= LEAST or (sure > 0 and sum(_is_noise(run) or _is_mixed(run) for run in runs) >= LEAST_MIXED)


def find_noise(text: str, context: Context) -> Iterable[Change]:
    """Take the runs of noise, and line feeds of lines that were nothing else stay."""
    if text.count(" |") + text.count(" ~") + text.count(" {") + text.count(" `") + text.count(" ^") == 0:
        return []
    exact = [run.span() for run in EXACT.finditer(text) if ODD.search(run[0]) or RARE.search(run[0])]
    exact = exact if _are_noise([text[start:end] for start, end in exact]) else []
    runs = [run for run in RUN.finditer(text) if GLUED.search(run[0])]
    if not exact and not _are_noise([run[0] for run in runs]):
        return []
    odd = [run.span() for run in runs if ODD.search(run[0]) or RARE.search(run[0])]
    whole = [run for run in odd if not _cuts(run, exact)]
    rest = [one for one in exact if not _near(whole, one)]
    noise = sorted((_first(text, start), end) for start, end in whole + rest)
    return _joined(sorted([*noise, *_names_beside(text, noise)]))


def _names_beside(text: str, noise: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give where the board's name is glued to noise, which the software mixes into it; known where it stands apart."""
    known = {name for name in _apart(text, noise) if _glued_to(text, noise, name) >= NAMED}
    for name in known:
        for start, end in noise:
            first, last = start, end
            while text.endswith(name, 0, first):
                first -= len(name)
            while text.startswith(name, last):
                last += len(name)
            yield from ((first, start), (end, last))


def _apart(text: str, noise: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Give names of boards that stand between noise and other noise, the end of a line or a sentence."""
    ends = [0, *(end for _, end in noise)]
    starts = [*(start for start, _ in noise), len(text)]
    for (start, end), before, after in zip(noise, ends[:-1], starts[1:], strict=True):
        above = NAME_ABOVE.search(folded(text[max(before, start - NAME_CHARS) : start]))
        below = NAME_BELOW.match(folded(text[end : min(after, end + NAME_CHARS)]))
        if above:
            yield text[start - len(above["name"]) : start]
        if below:
            yield text[end : end + len(below["name"])]


def _glued_to(text: str, noise: Sequence[tuple[int, int]], name: str) -> int:
    """Count the places where a name is glued to noise."""
    above = {start - len(name) for start, _ in noise if text.endswith(name, 0, start)}
    return len(above | {end for _, end in noise if text.startswith(name, end)})


def _joined(spans: Sequence[tuple[int, int]]) -> list[Change]:
    """Give changes for spans in order, each place once; two runs may share a name between them."""
    changes: list[Change] = []
    last = 0
    for start, end in spans:
        if max(start, last) < end:
            changes.append(Change(start=max(start, last), end=end))
        last = max(end, last)
    return changes


def _first(text: str, start: int) -> int:
    """Give where a run begins that a mark folded to ASCII hid: `谢谢!4 Z& b3 }`, a figure behind a sentence's end."""
    is_hidden = start > 2 and text[start - 1] == " " and text[start - 2].isdigit() and text[start - 3] in "!?。！？…”"
    return start - 2 if is_hidden else start


def _cuts(run: tuple[int, int], exact: list[tuple[int, int]]) -> bool:
    """Say whether a run holds a part of an exact one, and not the whole of it."""
    return any(not (run[0] <= start and end <= run[1]) for start, end in _near(exact, run))


def _near(spans: list[tuple[int, int]], one: tuple[int, int]) -> list[tuple[int, int]]:
    """Give the spans, sorted and apart, that share a character with one."""
    at = bisect_right(spans, one[0], key=lambda span: span[1])
    found: list[tuple[int, int]] = []
    while at < len(spans) and spans[at][0] < one[1]:
        found.append(spans[at])
        at += 1
    return found


NOISE = Rule(
    name="collapsed-jammer",
    version=4,
    reason="Discuz's anti-copy noise is drawn anew for each visitor; in a dump with single blanks it looks otherwise.",
    families=frozenset(),
    dumps_only=True,
    find=find_noise,
    context=Context(family="dump", is_dump=True),
    examples=(
        (
            "一、要求:4 e3 x% }3 M  F% b2 x! v) ~( T& [\n\n"
            "/ ?6 X0 h* l  j0 f+ n5 \\2 b⒈ 制度:\" Z) R4 A% W2 b6 i0 J- I\n"
            "3 u3 ^( m6 F6 ~4 c# ?& G8 G8 L( l; x\n全年5项。5 x; v: b1 F\" y8 u' A0 c\n完",
            "一、要求:\n\n⒈ 制度:\n\n全年5项。\n完",
        ),
        (
            "某镇总结 i( j( e7 Z2 {! |0 K\n; i [+ l3 @ |1 m) q\n今年以来，工作有序。6 `( G3 V4 p0 k% D6 b\n一、做法。",
            "某镇总结\n\n今年以来，工作有序。\n一、做法。",
        ),
        (
            "# L* n6 Q% ^* `$ j8 f/ d 一、做法。\n( w* L2 @2 P+ } x+ f& T\n二、打算。, v1 F4 M9 z3 ^; p9 U6 |\n完。",
            " 一、做法。\n\n二、打算。\n完。",
        ),
    ),
    counter_examples=(
        "限值 100ppm 4 A\n限值 200ppm 5 B\n限值 300ppm 6 C | 7 D ^ 8 E",
        "选项为 A b C d E f G h | I j，各组自选。",
        "型号 A1 B2 C3 D4 E5，另有 ~ 号机；型号 F1 G2 H3 I4；型号 J1 K2 L3。",
        "今年以来，工作有序。6 `( G3 V4 p0 k% D6 b\n一、做法。",
        "表头 | a | b | c | d | e |\n行 | 1 | 2 | 3 |",
    ),
)
RULES: tuple[Rule, ...] = (NOISE,)
