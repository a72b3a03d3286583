"""Readings whose texts hold several reports: split and put together again, and said so in their facts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cleaners.reading import Entry, Facts, PageKind, Reading
from cleaners.rules.lines import bare
from cleaners.split.finder import SPLIT, SUSPECTED, Found, find_items
from cleaners.split.forms import REPEATED
from cleaners.split.items import items_of, top_lines
from cleaners.split.lines import without_count
from cleaners.split.whole import put_together


def stated_pages(reading: Reading) -> int:
    """Give how many pages the document has at least, as this page states or links them."""
    linked = (link.page for link in reading.links.pages if link.key in (None, reading.document_key))
    return max([reading.page, reading.pages or 1, *linked])


def stands_alone(reading: Reading) -> bool:
    """Say whether the page's texts are whole: floors of a thread always, a document's where it is the only page."""
    return reading.page_kind is PageKind.THREAD or stated_pages(reading) == 1


def split_reading(reading: Reading) -> Reading:
    """Split the texts of a reading that hold several reports, each item an entry, and state what was found.

    Items of a document count its positions from 1; those of a floor keep it and count `part` from 1.
    """
    if not reading.entries or any(entry.heading is not None for entry in reading.entries):
        return reading
    is_thread = reading.page_kind is PageKind.THREAD
    found = [(entry, _find(entry, reading, is_thread=is_thread)) for entry in reading.entries]
    told = _most_telling([one for entry, one in found if one.kind == SPLIT or not is_thread or entry.position == 1])
    if told is None:
        return reading
    facts = replace(
        reading.facts, compilation=told.kind, compilation_form=told.form, compilation_claimed=told.claimed,
        compilation_depth=told.depth or None,
    )  # fmt: skip
    if told.kind != SPLIT:
        return replace(reading, facts=facts)
    groups = [_items(entry, one, reading) for entry, one in found]
    cut = sum(len(group) for group in groups if len(group) > 1)
    entries = _in_floors(groups) if is_thread else _counted(groups)
    title = reading.title if is_thread else _title_of_whole(reading.title, found[0][1])
    return replace(reading, title=title, entries=entries, facts=replace(facts, compilation_found=cut))


def _title_of_whole(title: str | None, found: Found) -> str | None:
    """Give the title of a document that was split: where it is but the first item's heading, what the items share."""
    first = found.series.headings[0] if found.series else None
    if first is None or title is None or not first.number or first.form is REPEATED:
        return title
    if bare(without_count(title)) != bare(first.words):
        return title
    match = first.form.pattern.fullmatch(first.words) if first.form.pattern and first.base else None
    return match["base"].strip() if match else None


def unsplit(reading: Reading, *, title_from: str | None) -> Reading:
    """Put the items of a document together again, its facts of a compilation taken back; a thread stays as it is."""
    if reading.page_kind is PageKind.THREAD or not any(entry.heading is not None for entry in reading.entries):
        return reading
    whole = put_together(
        reading.entries, title=reading.title, title_from=title_from, published=reading.facts.published_at
    )
    return replace(reading, entries=(whole,), facts=without_compilation(reading.facts))


def without_compilation(facts: Facts) -> Facts:
    """Give facts that say nothing of a compilation."""
    return replace(
        facts, compilation=None, compilation_form=None, compilation_claimed=None, compilation_found=None,
        compilation_depth=None,
    )  # fmt: skip


def _find(entry: Entry, reading: Reading, *, is_thread: bool) -> Found:
    title = entry.title or (None if is_thread else reading.title)
    return find_items(entry.text, title, top_lines(entry.edits))


def _most_telling(found: Sequence[Found]) -> Found | None:
    """Give what is to be said of the whole reading: a split before an item before a suspicion; None for nothing."""
    told = [one for one in found if one.kind is not None]
    return min(told, key=lambda one: (one.kind != SPLIT, one.kind == SUSPECTED), default=None)


def _items(entry: Entry, found: Found, reading: Reading) -> tuple[Entry, ...]:
    items = items_of(entry, found, title=entry.title or reading.title, published=reading.facts.published_at)
    if entry.facts.truncated and len(items) > 1:  # the page ends inside the last item; those before it are whole
        last = items[-1]
        return (*items[:-1], replace(last, facts=replace(last.facts, truncated=True)))
    return items


def _counted(groups: Iterable[Sequence[Entry]]) -> tuple[Entry, ...]:
    entries = [entry for group in groups for entry in group]
    return tuple(replace(entry, position=position) for position, entry in enumerate(entries, start=1))


def _in_floors(groups: Iterable[Sequence[Entry]]) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, part=part) if len(group) > 1 else entry
        for group in groups
        for part, entry in enumerate(group, start=1)
    )
