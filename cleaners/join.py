"""`join`: the readings of a document's pages become one reading. Rules over the whole document run here."""

from collections.abc import Sequence
from dataclasses import replace

from cleaners.edits import undo
from cleaners.entries import digest_of_shown
from cleaners.facts.entry import entry_facts
from cleaners.reading import Edit, Entry, Links, PageKind, Reading, Reply
from cleaners.split.documents import split_reading, unsplit
from cleaners.split.lines import begins_with_heading

PAGE_JOIN = "page-join"
"""Name of the edit that sets a paragraph break between two pages."""
SENTENCE_ENDS = frozenset("。！？!?；;：:…”’」』）)】》")
"""A page that ends with one of these ended a paragraph, or may have: the next page begins a new one."""


def join(readings: Sequence[Reading]) -> Reading:
    """Join the readings of one document's pages, in any order; a page given twice counts once, the last one wins.

    Floors of a thread stand side by side; parts of an article at the same position become one text, whose shown text
    is that of the pages, one after the other. A joined article that holds several reports is split; a page that was
    split because it knew of no other is put together again first. Raises ValueError for no readings or for more than
    one document.
    """
    pages = sorted({reading.page: reading for reading in readings}.values(), key=lambda reading: reading.page)
    if not pages:
        raise ValueError("no pages to join")
    if len({reading.document_key for reading in pages}) > 1:
        raise ValueError(f"pages of different documents: {sorted({str(page.document_key) for page in pages})}")
    if len(pages) == 1:
        return split_reading(pages[0])
    title_from = next((entry.title_from for page in pages for entry in page.entries if entry.heading is None), None)
    pages = [unsplit(page, title_from=title_from) for page in pages]
    return split_reading(_joined(pages))


def _joined(pages: Sequence[Reading]) -> Reading:
    first = pages[0]
    return replace(
        first,
        facts=replace(
            first.facts,
            attachments=tuple(dict.fromkeys(item for page in pages for item in page.facts.attachments)),
            truncated=any(page.facts.truncated for page in pages),
        ),
        pages=max((page.pages or page.page for page in pages), default=None),
        entries=_join_entries(pages),
        replies=_join_replies(pages),
        links=Links(),
        warnings=tuple(dict.fromkeys(warning for page in pages for warning in page.warnings)),
    )


def _join_entries(pages: Sequence[Reading]) -> tuple[Entry, ...]:
    by_place: dict[tuple[int, int], Entry] = {}
    is_thread = pages[0].page_kind is PageKind.THREAD
    shown: set[int] = set()
    for page in pages:
        for entry in page.entries:
            place = (entry.position, entry.part)
            if is_thread and entry.position not in shown:
                by_place[place] = entry
            elif not is_thread:
                before = by_place.get(place)
                at = pages[0].facts.published_at
                by_place[place] = entry if before is None else _continue(before, entry, published=at)
        shown.update(entry.position for entry in page.entries)
    return tuple(by_place[place] for place in sorted(by_place))


def _join_replies(pages: Sequence[Reading]) -> tuple[Reply, ...]:
    by_floor = {reply.floor: reply for page in reversed(pages) for reply in page.replies}
    return tuple(by_floor[floor] for floor in sorted(by_floor))


def _continue(before: Entry, after: Entry, *, published: str | None) -> Entry:
    """Append a page's part to what came before; a sentence cut by the page's end is not broken."""
    shown_before, shown_after = undo(before.text, before.edits), undo(after.text, after.edits)
    is_end = before.text.rstrip()[-1:] in SENTENCE_ENDS or begins_with_heading(after.text)
    glue = "\n" if is_end and before.text and after.text else ""
    text = before.text + glue + after.text
    edits = (*before.edits, *_moved(after.edits, len(shown_before), glue))
    return replace(
        before,
        text=text,
        edits=edits,
        shown_sha256=digest_of_shown(shown_before + shown_after),
        facts=entry_facts(
            text,
            title=before.title,
            published=published,
            edits=edits,
            hidden_parts=before.facts.hidden_parts + after.facts.hidden_parts,
            truncated=before.facts.truncated or after.facts.truncated,
        ),
    )


def _moved(edits: Sequence[Edit], offset: int, glue: str) -> tuple[Edit, ...]:
    """Move a page's edits behind the pages before it, the break between them set first."""
    moved = [replace(edit, start=edit.start + offset) for edit in edits]
    if not glue:
        return tuple(moved)
    if moved and moved[0].start == offset:
        # Two edits at one place would leave their order open: the break becomes part of the page's first edit.
        moved[0] = replace(moved[0], rule=f"{PAGE_JOIN}+{moved[0].rule}", put=glue + moved[0].put)
    else:
        moved.insert(0, Edit(rule=PAGE_JOIN, start=offset, taken="", put=glue))
    return tuple(moved)
