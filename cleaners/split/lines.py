"""The lines of a text that may head an item of a compilation: looked for cheaply, judged in `series`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cleaners.regex import regex
from cleaners.rules.lines import bare
from cleaners.split.forms import (
    BRACKETED,
    DECORATION,
    FORMS,
    LINE_CHARS,
    NUMBER_TITLE,
    ORDINAL_BASE,
    TITLE_NUMBER,
    Form,
)
from cleaners.split.words import CIRCLED, PARENTHESISED, names_a_text, number_of, plain_title

MARKS = regex("[。；;！!？?…]|[，,].*[，,]")
"""What a heading does not hold: a sentence's marks, or two commas. One class first: linear on a short line."""
_LABELS = (
    "篇", "范文", "範文", "例文", "范本", "範本", "样本", "樣本", "样文", "樣文", "模板", "范例", "範例",
)  # fmt: skip
"""One of them is in each line of the strong forms."""
_TAIL = 4
"""Characters at a line's end that are alike where a title is counted from the front."""
_LABEL_CHARS = 8
"""Characters at a line's start that hold `第十二篇`."""
_NUMBER_ENDS = "0123456789０１２３４５６７８９一二三四五六七八九十百)）】]" + CIRCLED + PARENTHESISED
_NUMBER_STARTS = "(（0123456789０１２３４５６７８９一二三四五六七八九十"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that may head an item: text[start:after) is the line with its break."""

    start: int
    after: int
    words: str
    """The line without what is set round it."""
    form: Form
    number: int
    base: str = ""
    """What the items of its series share, reduced to letters and digits; empty for a label of its own."""
    title: str | None = None
    is_gone: bool = False
    """True where a rule has taken the line from the top already; it stands at 0."""
    is_counted: bool = False
    """True where the line says how many characters its text has: `第一篇 T 2800字`."""
    is_open: bool = False
    """True where the line ends with a colon: `T 篇1：`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortLine:
    """A line short enough for a heading."""

    start: int
    after: int
    words: str
    is_gone: bool = False


def short_lines(text: str) -> list[ShortLine]:
    """Give the lines that are short enough for a heading; each that holds something."""
    found: list[ShortLine] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if 1 < len(line) <= LINE_CHARS:
            words = line.strip(DECORATION)
            if words:
                found.append(ShortLine(start=start, after=min(end + 1, len(text)), words=words))
        start = end + 1
    return found


def glued_headings(text: str) -> list[Heading]:
    """Give the headings that stand at the start of a sentence's line, white space behind them: `篇一：T　今年以来，…`.

    Only labels that say by themselves that a text begins; the longest that fits. A text without them costs a search.
    """
    if "篇" not in text and not _SAMPLED.search(text):
        return []
    labels = [label for label in _LABELS if label[0] in text and label in text]  # one character is found faster
    found: list[Heading] = []
    start = 0
    for line in text.split("\n"):
        begins = line[:LINE_CHARS]
        if any(label in begins for label in labels) and (len(line) > LINE_CHARS or MARKS.search(line)):
            gaps = [gap for gap in _GAP.finditer(line, 0, LINE_CHARS) if gap.start()][:3]
            lines = (
                ShortLine(start=start, after=start + gap.end(), words=line[: gap.start()].strip(DECORATION))
                for gap in reversed(gaps)
            )
            whole = [line for line in lines if line.words and not _COMMAS.intersection(line.words)]
            strong = [one for one in headings_of(whole) if one.form.is_strong]
            found += [*(one for one in strong if one.is_counted), *strong][:1]
        start += len(line) + 1
    return found


_SAMPLED = regex("[范範样樣例模][文本例板]")
"""One of the labels but 篇, or nearly: one pass over a text that holds none."""
_COMMAS = frozenset("，,")
"""A clause above a blank is part of the sentence; a heading on a line of its own may hold one."""
_GAP = regex(r"[ \t\u00a0\u3000]++")
"""White space inside a line; one class, possessive."""


def headings_of(lines: list[ShortLine]) -> Iterator[Heading]:
    """Give the lines that are of a form, each of the first form that it fits."""
    every = "\n".join(line.words for line in lines)
    labels = [label for label in _LABELS if label in every]
    tails = Counter(line.words[-_TAIL:] for line in lines if line.words[0] in _NUMBER_STARTS)
    repeated = {tail for tail, count in tails.items() if count > 1}
    for line in lines:
        words = without_count(line.words)
        for form in _possible(words, labels, repeated):
            heading = _heading(line, words, form)
            if heading is not None:
                yield heading
                break


def without_count(words: str) -> str:
    """Take a count of characters, and a colon that nothing follows, off a line's end: `T 篇1：`, `篇一 T 800字`."""
    if _COUNTED in words and (count := COUNT.search(words, 1)):
        words = words[: count.start()]
    return words.rstrip("：: ") or words


COUNT = regex(
    r"(?:\s{1,4}[（(]?|[（(])\s?(?:(?:全文|本文|字[数數])[:：]?)?[共约約]{0,2}\s?\d{2,6}\s?[余餘多]?字(?:左右|以上)?\s?[)）]?$"
)
"""`T 2800字`, `T（约800字）`: how long a text is, as pages that sell or list texts print it; bounded, at the end."""
_COUNTED = "字"


def begins_with_heading(text: str) -> bool:
    """Say whether a text begins with a line that says by its own words that a text begins: `篇三：…`, `T 篇3`."""
    end = text.find("\n")
    return is_item_heading(text[: end if end >= 0 else len(text)])


def is_item_heading(line: str) -> bool:
    """Say whether a line heads an item of a compilation by its own words, `工作总结（2）` too; cheap for others."""
    if not 1 < len(line) <= LINE_CHARS:
        return False
    is_numbered = line[-1] in _NUMBER_ENDS or (line[-1] in "：:" and line[-2] in _NUMBER_ENDS)
    return (is_numbered or any(one in line for one in _LABELS)) and _is_item_heading(line)


@lru_cache(maxsize=32)
def _is_item_heading(line: str) -> bool:
    """Say so of a line that may be one; each is asked about as a line above and as a line below."""
    words = without_count(line.strip(DECORATION))
    if not words:
        return False
    for form in _possible(words, [label for label in _LABELS if label in words], set()):
        fitted = _fitted(words, form)
        if fitted is not None:
            return form.is_strong or (form is TITLE_NUMBER and names_a_text(base_of(fitted[0]["base"])))
    return False


def _possible(words: str, labels: list[str], tails: set[str]) -> list[Form]:
    """Name the forms that a line may be of, by its first and last characters and the labels in it."""
    possible: list[Form] = []
    if labels and any(label in words for label in labels):
        possible += (form for form in FORMS if form.is_strong)
        if "篇" in words[:_LABEL_CHARS]:
            possible.append(ORDINAL_BASE)
    if words[0] in _NUMBER_STARTS and words[-_TAIL:] in tails and len(words) >= 2 * _TAIL:
        possible.append(NUMBER_TITLE)
    if words[-1] in _NUMBER_ENDS:
        possible.append(TITLE_NUMBER)
    if words[0] == "【" and words[-1] == "】":
        possible.append(BRACKETED)
    return possible


def _fitted(words: str, form: Form) -> tuple[dict[str, str], int] | None:
    """Give the parts of a line that is of a form, and its number; None for one that is not."""
    match = form.pattern.fullmatch(words) if form.pattern else None
    if match is None or MARKS.search(words):
        return None
    parts = match.groupdict()
    printed = next((parts[name] for name in ("n", "o", "p", "c") if parts.get(name)), None)
    number = number_of(printed) if printed else 0
    return None if number is None or (printed and number < 1) else (parts, number)


def _heading(line: ShortLine, words: str, form: Form) -> Heading | None:
    """Make the heading of a line whose words, its count apart, are of a form; None where they are not."""
    fitted = _fitted(words, form)
    if fitted is None:
        return None
    parts, number = fitted
    title = (parts.get("title") or "").strip(DECORATION) or None
    return Heading(
        start=line.start, after=line.after, words=words, form=form, number=number,
        base=base_of(parts["base"]) if "base" in parts else "", title=title, is_gone=line.is_gone,
        is_counted=_COUNTED in line.words[len(words) :], is_open=line.words[-1] in "：:",
    )  # fmt: skip


def base_of(words: str) -> str:
    """Reduce what items share to letters and digits, a claim and an enumerator apart."""
    return bare(plain_title(_ENUMERATED.sub("", words, count=1)))


_ENUMERATED = regex(r"^\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?[、.．]\s?")
"""`1.` before `T 篇一`; anchored."""
