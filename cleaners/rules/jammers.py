"""The rule on a forum's anti-copy noise in dumps whose template is lost and whose blanks were put together.

Discuz prints 5 to 15 times chr(32..59), a blank, chr(63..126) (reference: realtext 3a); a dump joins two blanks to one
and trims lines. Without the forum's own lines nothing else tells the noise but how much there is of it, and what of.
Noise as Discuz prints it, below its own head: `discuz_dump`.
"""

from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.rule import Change, Context, Rule

RUN = regex(r"(?<![\x21-\x7e])[\x3f-\x7e]?(?:[\x21-\x3b]? [\x3f-\x7e]){4,40}+(?![\x21-\x7e]*[\x21-\x7e]{3})")
"""A run behind a blank or a character that is not ASCII; no word of three ASCII characters follows. Possessive over
disjoint classes: each place is tried once."""
ODD = regex(r"[\x21-\x2f\x3a\x3b]")
RARE = regex(r"[@\[\\\]^_`{|}~]")
GLUED = regex(r"[\x3f-\x7e][\x21-\x3b] [\x3f-\x7e]")
"""Marks of its first kind, of its second, and a pair right behind a pair, as no text has them."""
LEAST = 3
"""Runs with all three that make a text noisy (the shortest post met: 6)."""
GLUES = 2


def _is_noise(run: str) -> bool:
    """Say whether a run is noise beyond doubt."""
    return bool(ODD.search(run) and RARE.search(run)) and len(GLUED.findall(run)) >= GLUES


def find_noise(text: str, context: Context) -> Iterable[Change]:
    """Take the runs of noise, and line feeds of lines that were nothing else stay."""
    if text.count(" |") + text.count(" ~") + text.count(" {") + text.count(" `") + text.count(" ^") == 0:
        return []
    runs = [run for run in RUN.finditer(text) if GLUED.search(run[0])]
    if sum(_is_noise(run[0]) for run in runs) < LEAST:
        return []
    return [Change(start=run.start(), end=run.end()) for run in runs if ODD.search(run[0]) or RARE.search(run[0])]


NOISE = Rule(
    name="collapsed-jammer",
    version=1,
    reason="Discuz's anti-copy noise is drawn anew for each visitor; in a dump with single blanks it looks otherwise.",
    families=frozenset(),
    dumps_only=True,
    find=find_noise,
    context=Context(family="dump", is_dump=True),
    examples=(
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
        "选项为 A b C d E f G h | I j，各组自选。",
        "型号 A1 B2 C3 D4 E5，另有 ~ 号机；型号 F1 G2 H3 I4；型号 J1 K2 L3。",
        "今年以来，工作有序。6 `( G3 V4 p0 k% D6 b\n一、做法。",
        "表头 | a | b | c | d | e |\n行 | 1 | 2 | 3 |",
    ),
)
RULES: tuple[Rule, ...] = (NOISE,)
