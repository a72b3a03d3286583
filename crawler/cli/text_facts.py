"""Puts what a text shows of itself into words: genre, period, masks, censored words, damage, flags.

Told from the JSON that `clean --json` prints and the archive files, so that a page and a report read the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from crawler.cli.printing import one_line

SHOWN = 3
"""Pieces of evidence that are shown."""


def text_facts(facts: Mapping[str, Any]) -> Iterator[str]:
    """Give a text's facts in lines, a word in front of each; nothing for what the text does not show."""
    if facts.get("genre"):
        yield f"genre   {facts['genre']}" + _genre_from(facts.get("genre_from"))
    if facts.get("period"):
        yield f"period  {', '.join(facts['period'])}" + _spans(facts.get("period_spans") or ())
    yield from (f"period  conflict: {one_line(words)}" for words in facts.get("period_conflict") or ())
    if facts.get("open_years"):
        yield f"period  open: {_counts(facts['open_years'])}"
    if facts.get("masks"):
        kinds = facts.get("mask_kinds") or {}
        yield f"masks   {_counts(facts['masks'])}" + (f"; {_counts(kinds)}" if kinds else "")
    yield from _damage(facts)
    for flag in facts.get("flags") or ():
        yield f"flag    {flag['name']}: {flag['count']}{_evidence(flag.get('evidence') or ())}"


def _damage(facts: Mapping[str, Any]) -> Iterator[str]:
    for frame in facts.get("censored") or ():
        yield f"taboo   {one_line(frame['frame'])}: {_times(frame['count'])}, perhaps {one_line(frame['hint'])}"
    if facts.get("broken_numbers"):
        yield f"numbers {len(facts['broken_numbers'])} broken{_evidence(facts['broken_numbers'])}"
    if facts.get("lost_characters"):
        yield f"lost    {facts['lost_characters']} characters"
    if facts.get("pinyin_annotations"):
        yield f"pinyin  {_times(facts['pinyin_annotations'])} taken out"


def _genre_from(sign: Mapping[str, Any] | None) -> str:
    return f", by {one_line(sign['words'])} in the {sign['where']}" if sign else ""


def _spans(spans: Sequence[Mapping[str, Any]]) -> str:
    """Give the first mentions with what each is for."""
    told = [f"{one_line(span['words'])} ({span['role']})" for span in spans[:SHOWN]]
    more = f" and {len(spans) - SHOWN} more" if len(spans) > SHOWN else ""
    return f": {', '.join(told)}{more}" if told else ""


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {one_line(name)}" for name, count in counts.items())


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _evidence(found: Sequence[Mapping[str, Any]]) -> str:
    """Give the first words that were found, and where."""
    places = [
        one_line(one["words"]) + ("" if one.get("start") is None else f" at {one['start']}") for one in found[:SHOWN]
    ]
    return f", such as {', '.join(places)}" if places else ""
