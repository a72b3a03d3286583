"""How a person's word is told wherever a value is printed: the value, whose word it is, why, and what was derived."""

from collections.abc import Iterator, Mapping
from typing import Any

from crawler.cli.printing import Form, one_line

Marks = Mapping[str, Any]
"""What people said of a thing by field, as `archive.filing.words` keeps it."""


def word_of(mark: Mapping[str, Any]) -> str:
    """Tell whose word a value is: `asserted by NAME: WHY; derived: VALUE`, in one line; no more than is known."""
    told = f"asserted by {mark['who']}" if mark.get("who") else "asserted"
    told += f": {mark['why']}" if mark.get("why") else ""
    derived = "nothing" if mark.get("derived") is None else mark["derived"]
    return one_line(told + (f"; derived: {derived}" if "derived" in mark else ""))


def with_word(value: object, field: str, marks: Marks) -> str:
    """Give a value in one line, marked where it is a person's word."""
    shown = one_line(str(value))
    return f"{shown} ({word_of(marks[field])})" if field in marks else shown


def cells(row: Mapping[str, Any], form: Form | None) -> dict[str, Any]:
    """Give a row for printing: in CSV and tables what people said is told in words, and nothing is an empty cell."""
    if form in (Form.JSON, None):
        return dict(row)
    told = [f"{name} {word_of(mark)}" for name, mark in row["asserted"].items() if isinstance(mark, Mapping)]
    told += [*label_lines(row["asserted"])]
    labels = {"labels": ", ".join(row["labels"]) or None} if "labels" in row else {}
    return {**row, **labels, "asserted": "; ".join(told) or None}


def label_lines(marks: Marks) -> Iterator[str]:
    """Give a line for each label, and for each report that people said to be this one, or not to be."""
    for field, named in (("labels", "label"), ("same_as", "same report as"), ("not_same_as", "not the same report as")):
        for mark in marks.get(field, ()):
            yield f"{named} {with_word(mark['value'], field, {field: mark})}"
