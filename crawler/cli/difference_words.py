"""How one text differs from another in a few words, for the lines of `copies` and the head of `diff`."""

from collections.abc import Iterator

from archive.likeness.differences import Differences, Tally
from archive.likeness.forms import Form
from archive.likeness.kinds import Kind
from crawler.cli.printing import counted

FORMS = {
    Form.SCRIPT: "character of another script or variant", Form.WIDTH: "mark of another width",
    Form.CASE: "word in other letters", Form.SPACE: "place with other white space",
    Form.PINYIN: "place with other readings in brackets", Form.MASK: "mask of another style",
}  # fmt: skip
MANY_FORMS = {
    Form.SCRIPT: "characters of another script or variant", Form.WIDTH: "marks of another width",
    Form.CASE: "words in other letters", Form.SPACE: "places with other white space",
    Form.PINYIN: "places with other readings in brackets", Form.MASK: "masks of another style",
}  # fmt: skip


def real_differences(found: Differences) -> list[str]:
    """Say what the other text lacks, adds, masks, fills in, changes and moves; empty where it does nothing of that."""
    return list(_real(found))


def _real(found: Differences) -> Iterator[str]:
    for kind, tally in found.tallies.items():
        if kind is Kind.LACKS:
            yield f"lacks {_chars(tally.chars)}{_at_ends(found, tally)}"
        elif kind is Kind.ADDS:
            yield f"adds {_chars(tally.other_chars)}"
        elif kind in (Kind.MASKS, Kind.FILLED):
            verb, chars = ("masks", tally.chars) if kind is Kind.MASKS else ("fills in", tally.other_chars)
            yield f"{verb} {counted(tally.runs, 'place')} ({_chars(chars)})"
        elif kind is Kind.WORDS:
            yield f"changes words in {counted(tally.runs, 'place')} ({tally.other_chars:,} for {_chars(tally.chars)})"
        elif kind is Kind.FIGURES:
            yield f"changes {counted(tally.runs, 'figure')}"
        elif kind is Kind.MOVED:
            yield f"has {counted(tally.runs, 'passage')} elsewhere ({_chars(tally.chars)})"


def _at_ends(found: Differences, tally: Tally) -> str:
    """Say how much of what is lacking was cut off at the ends; nothing where none was."""
    ends = (("beginning", found.lacks_head), ("end", found.lacks_tail))
    cut = [f"{chars:,} at the {name}" if chars < tally.chars else f"at the {name}" for name, chars in ends if chars]
    if not cut:
        return ""
    return f" {cut[0]}" if cut[0].startswith("at") else f" ({', '.join(cut)})"


def differences_of_form(found: Differences) -> list[str]:
    """Say in what form the other text differs: script, width, white space, readings, marks; empty where it does not."""
    forms = dict(found.forms)
    readings = found.tallies.get(Kind.PINYIN)
    if readings is not None:
        forms[Form.PINYIN] = forms.get(Form.PINYIN, 0) + readings.runs
    told = [f"{count:,} {FORMS[form] if count == 1 else MANY_FORMS[form]}" for form, count in forms.items()]
    marks = found.tallies.get(Kind.MARKS)
    return told + ([counted(marks.runs, "place with other marks", "places with other marks")] if marks else [])


def _chars(count: int) -> str:
    return f"{count:,} {'character' if count == 1 else 'characters'}"
