"""The title that a post repeats below a note: `编者按：…`, `声明：…`, `【版主提示】…`. At the very top: `titles`."""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.lines import Line
from cleaners.rules.title.title_forms import is_same_title

NOTE = regex(
    r"[【\[（(]?(?:编者按|編者按|编者的话|按语|按|版主提示|版主按|楼主按|告示|声明|聲明|郑重声明|提示|温馨提示|公告|前言|引言|题记|題記)[】\])）]?\s{0,2}[:：】\]]"
)
"""How a note begins that somebody set above a text; asked of a line's beginning."""
TAG = regex(r"\A(?:【[^【】]{1,12}】|\[[^\[\]]{1,12}\])")
"""The column of a board before a thread's title, which the post leaves out; bounded."""
NOTES = 2
"""Lines of such a note."""


def noted_title(lines: Sequence[Line], title: str) -> Line | None:
    """Give the line that repeats the title below a note on the first filled line; None where none stands there."""
    shown = [line for line in lines if line.words][: NOTES + 1]
    if not shown or not NOTE.match(shown[0].words):
        return None
    forms = {title, TAG.sub("", title)}
    return next((line for line in shown[1:] if any(is_same_title(line.words, form) for form in forms if form)), None)
