"""Who wrote a text, in a line of its own below it, without the colons that `staff_lines` looks for.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole. The dump platform reads
the names as facts before any rule runs; `tails` takes the line.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_repeats import is_person

PEN_CHARS = 60
"""Characters of such a line."""
_NAME = "[一-鿿]{2,4}"
_PEN = "(?:文字?|图片?|文图|图文|摄影|撰文|采写|供图)"
SLASHED = regex(
    rf"(?:[/／]\s?{_PEN}|{_PEN}(?:\s?[/／]\s?{_PEN})?\s?[/／])\s{{0,4}}(?P<author>{_NAME}(?:[\s、]{{1,2}}{_NAME}){{0,4}})"
)
"""`/文  青禾`, `文/青禾`, `文/图/青禾 王溪` on the last line; bounded, blanks part the names."""
REPORTED = regex(
    rf"[（(](?:[一-鿿]{{2,8}}(?:报|网|台|社))?(?:全媒体|融媒体?|见习|实习|特约|首席|本报|本网|本台){{0,2}}"
    rf"(?:记者|通讯员)\s{{0,2}}(?P<author>{_NAME}(?:[\s、]{{1,2}}(?!通讯员|责任?编|编辑|摄影|报道){_NAME}){{0,4}})"
    rf"(?:\s{{1,3}}(?:通讯员|摄影|报道)\s{{0,2}}(?:{_NAME}(?:[\s、]{{1,2}}(?!责任?编|编辑){_NAME}){{0,3}})?)?"
    rf"(?:\s{{1,3}}(?:责任编辑|责编|编辑)\s{{0,2}}(?P<editor>{_NAME}))?\s?[)）]"
)
"""`（溪口日报全媒体记者青禾  责任编辑王溪）` on the last line; bounded, blanks part the names."""
GLUED = regex(rf"供稿\s?(?![^\n]*[篇条件次])(?P<names>{_NAME}(?:\s{{1,3}}{_NAME}){{1,4}})")
"""`供稿青禾  王溪  石榴`: a label whose colon was lost, before several names; bounded."""

BARE = regex(
    rf"(?:本[报网台刊]|[一-鿿]{{2,8}}(?:报|网|台|社|融媒体中心))(?:全媒体|融媒体?|见习|实习|特约|首席){{0,2}}(?:记者|通讯员)\s{{1,3}}"
    rf"(?P<author>{_NAME}(?:[\s、]{{1,2}}(?!通讯员|摄影|报道|文){_NAME}){{0,4}})(?:\s{{1,3}}通讯员\s{{1,2}}{_NAME}(?:[\s、]{{1,2}}{_NAME}){{0,4}})?"
    rf"(?:\s{{1,3}}(?:摄影报道|报道|文/图|图/文|摄影))?"
)
"""`贵阳日报融媒体记者 青禾` on the last line: a paper's name before it, so none of the honoured; bounded."""


STARTS = ("供", "(", "（")
"""How a line without a slash may begin."""


def pens_of(words: str) -> tuple[tuple[str, str], ...]:
    """Give labels and names of a line of nothing else, labels in simplified characters; empty for any other line."""
    if not 4 <= len(words) <= PEN_CHARS or words[-1] in "。；：:":
        return ()
    is_bare = "记者" in words or "記者" in words or "通" in words
    if "/" not in words and "／" not in words and words[0] not in STARTS and not is_bare:
        return ()
    line = folded(words)
    if match := (BARE.fullmatch(line) if is_bare else None) or SLASHED.fullmatch(line):
        names = words[slice(*match.span("author"))]
        return (("作者", names),) if _are_names(names) else ()
    if match := REPORTED.fullmatch(line):
        named = (("作者", match.span("author")), ("编辑", match.span("editor")))
        return tuple((label, words[start:end]) for label, (start, end) in named if start >= 0)
    if match := GLUED.fullmatch(line):
        names = words[slice(*match.span("names"))]
        return (("供稿", " ".join(names.split())),) if _are_names(names) else ()
    return ()


def _are_names(words: str) -> bool:
    return all(map(is_person, words.replace("、", " ").split()))
