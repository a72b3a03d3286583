"""Rules about what phpwind prints into its texts: the noise against copying, the note of an edit.

Both are told by their elements where the page has them (`platforms/phpwind`); these rules are for skins, copies and
dumps whose elements say nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from cleaners.regex import regex
from cleaners.rules.lines import HAN, Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

FAMILIES = frozenset({"phpwind", "dump"})
# Ten random bytes of ASCII at a line's end, behind a Han character or a mark (reference: realtext 3a). A bounded run
# of one class, tried only behind a character of another class.
NOISE = regex(
    r"(?:(?<=[一-鿿。！？；：，、”）》…])|(?<=[一-鿿][!?.,:;)]))"
    r"[ \u00a0]{1,3}(?P<noise>[\x21-\x7e](?:[\x20-\x7e]{0,14}[\x21-\x7e])?)[ \u00a0]*$"
)
ALONE = regex(r"(?![\d.,%()/:+-]++$|[A-Za-z]?[a-z]++$|[A-Z]{2,}+$|https?:)[\x21-\x7e](?:[\x20-\x7e]{0,14}[\x21-\x7e])?")
"""Noise on a line of its own, below a line that ends with it; no number and no word. Bounded."""
SHORTEST = 3
"""Characters of noise that tell a noisy page; in one that is, two are noise as well."""
ODD = regex(r"[!\"#$&'*+;<=>?@\[\\\]^_`{|}~]")
"""Marks that neither English words nor product codes hold; random bytes are one in three of these."""
SHARE = 0.3
"""Of the filled lines, that must end with noise: the software puts it at nearly every one."""
FEWEST = 4
"""Lines with noise below which nothing is random enough to tell."""
MANY_MARKS = 4
"""Different odd marks that the noise of a page holds at the least."""
RUN_LINES = 2
"""Lines of odd marks that are noise in a noisy page below a line without."""
EDITED = regex(
    r"(?:[\x21-\x5a\x5c-\x7e]{1,16} )?\[ ?(?:此帖|本帖|该帖)被.{1,60}?[在于] ?"
    r"\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?"
    r" ?(?:重新|最后)?(?:编辑|修改) ?\]"
)
"""The note of an edit, whole line, the noise of a line before it or none; bounded name."""


def find_noise(text: str, context: Context) -> Iterable[Change]:
    """Take random ASCII from line ends where it stands at many of them, each time another."""
    lines = [line for line in lines_of(text) if line.words]
    found = {line.start: match for line in lines if (match := NOISE.search(text[line.start : line.end]))}
    noises = [match["noise"] for match in found.values() if len(match["noise"]) >= SHORTEST]
    texts = sum(bool(HAN.search(line.words)) for line in lines) if len(noises) >= FEWEST else 0
    if not texts or len(noises) < SHARE * texts or len(set(noises)) < len(noises):
        return []
    odd = [noise for noise in noises if ODD.search(noise)]
    if len(odd) * 2 < len(noises) or len(set(ODD.findall("".join(noises)))) < MANY_MARKS:
        return []
    return _changes(lines, found)


def _changes(lines: Sequence[Line], found: Mapping[int, re.Match[str]]) -> list[Change]:
    """Take noise behind lines, and the lines below that are nothing else."""
    changes: list[Change] = []
    is_below = False
    for n, line in enumerate(lines):
        match = found.get(line.start)
        is_alone = match is None and bool(ALONE.fullmatch(line.words)) and (is_below or _is_run(lines[n : n + 2]))
        if match is not None:
            changes.append(Change(start=line.start + match.start(), end=line.start + match.end()))
        elif is_alone:
            changes.append(Change(start=line.start, end=line.after))
        is_below = is_alone or match is not None
    return changes


def _is_run(lines: Sequence[Line]) -> bool:
    """Say whether two lines below each other may both be noise and have marks that no formula alone has."""
    return len(lines) == RUN_LINES and all(ALONE.fullmatch(line.words) and ODD.search(line.words) for line in lines)


def find_edit_notes(text: str, context: Context) -> Iterable[Change]:
    """Take the note that a post was edited, where it is a line of its own below text."""
    lines = lines_of(text)
    return taken(line for line in lines[1:] if line.words.endswith("]") and EDITED.fullmatch(line.words))


NOISY = "一、加强领导。 k%7Q~x\n二、健全制度。 #9!zLp\n三、压实责任。 Rt[2^w\n四、强化督查。 8&yU{b\n"
LINE_NOISE = Rule(
    name="phpwind-line-noise",
    version=2,
    reason="The software ends lines with random ASCII so that copies show where they are from.",
    families=FAMILIES,
    find=find_noise,
    examples=(
        (NOISY, "一、加强领导。\n二、健全制度。\n三、压实责任。\n四、强化督查。\n"),
        (NOISY + "五、巩固成果。", "一、加强领导。\n二、健全制度。\n三、压实责任。\n四、强化督查。\n五、巩固成果。"),
        (
            NOISY.replace("。", "?").replace("~x\n", "~x\n|F\ne*t\nXxYz\n") + "五、巩固成果? ].\n六、完。\n>;+q\nM\"5S",
            "一、加强领导?\n二、健全制度?\n三、压实责任?\n四、强化督查?\n五、巩固成果?\n六、完。\n",
        ),
    ),
    counter_examples=(
        "苹果 apple\n香蕉 banana\n橘子 orange\n西瓜 watermelon\n",
        "水泵 XB-2041\n电机 YE3-90L\n阀门 DN50/PN16\n压力表 Y-100\n",
        "一、加强领导。 k%7Q~x\n二、健全制度。\n三、压实责任。\n四、强化督查。\n",
        "代码 a = b[0];\n代码 x = {y};\n代码 a = b[0];\n代码 x = {y};\n",
        "网站 a.example/?x\n|F\n二、健全制度。 #9!zLp\n三、压实责任。\n",
        "联系邮箱 a@b.example\n备用邮箱 c@d.example\n工作邮箱 e@f.example\n值班邮箱 g@h.example\n",
    ),
    context=Context(family="phpwind"),
)
EDIT_NOTE = Rule(
    name="phpwind-edit-note",
    version=2,
    reason="The software notes who edited the post and when; the time is kept as a fact.",
    families=FAMILIES,
    find=find_edit_notes,
    examples=(
        ("汇报完毕。\n[ 此帖被甲某在2011-03-05 10:00重新编辑 ]", "汇报完毕。\n"),
        ("汇报完毕。\nD$K2d5 [ 此帖被qinghe在2014-05-30 09:12重新编辑 ]", "汇报完毕。\n"),
        ("汇报完毕。\n[ 此帖被甲某于2011-03-05重新编辑 ]\n", "汇报完毕。\n"),
    ),
    counter_examples=(
        "[ 此帖被甲某在2011-03-05 10:00重新编辑 ]",
        "汇报完毕。\n群众反映[ 此帖被甲某在2011-03-05 10:00重新编辑 ]一事已核实。",
        "汇报完毕。\n[ 附件被甲某在2011-03-05 10:00重新上传 ]",
    ),
    context=Context(family="phpwind"),
)
RULES = (LINE_NOISE, EDIT_NOTE)
