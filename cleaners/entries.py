"""Floors and articles as shown become entries (reports) and replies: rules applied, facts counted.

Which nodes were shown is a platform's choice; what is taken out of them is a rule's. Neither is decided here.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from cleaners.edits import apply
from cleaners.facts.entry import entry_facts
from cleaners.facts.text import han_count
from cleaners.platforms.platform import Draft
from cleaners.reading import Entry, PageKind, Reply
from cleaners.rules.pinyin import repaired_title
from cleaners.rules.recipe import rules_for
from cleaners.rules.rule import Context
from cleaners.rules.titles import subtitle_of

REPORT_HAN = 200
"""Han characters that make any floor a report (DESIGN, section 2)."""
FIRST_FLOOR_HAN = 50
"""Han characters that make a first floor a report."""


def sort_drafts(
    drafts: Iterable[Draft], context: Context, page_kind: PageKind
) -> tuple[tuple[Entry, ...], tuple[Reply, ...]]:
    """Clean every draft and tell reports from replies; `context` gives family and dump, each draft the rest."""
    entries: list[Entry] = []
    replies: list[Reply] = []
    for found in drafts:
        draft = replace(found, title=repaired_title(found.title, found.shown))
        own = replace(context, title=draft.title, position=draft.position)
        entry = clean_draft(draft, own)
        if is_report(entry, page_kind):
            entries.append(entry)
        else:
            replies.append(_reply(draft, entry))
    return tuple(entries), tuple(replies)


def clean_draft(draft: Draft, context: Context) -> Entry:
    """Apply the rules to one draft."""
    text, edits = apply(draft.shown, rules_for(context), context)
    return Entry(
        position=draft.position,
        title=draft.title,
        title_from=draft.title_from,
        subtitle=subtitle_of(edits),
        text=text,
        edits=edits,
        shown_sha256=digest_of_shown(draft.shown),
        node=draft.node,
        author=draft.author,
        date=draft.date,
        facts=entry_facts(
            text,
            title=draft.title,
            published=(draft.date.at if draft.date else None) or context.published,
            edits=edits,
            hidden_parts=draft.hidden_parts,
        ),
    )


def is_report(entry: Entry, page_kind: PageKind) -> bool:
    """Say whether a cleaned floor or article is a report; True = report, False = reply (DESIGN, section 2)."""
    if page_kind is not PageKind.THREAD:
        return bool(entry.text.strip())
    han = han_count(entry.text)
    return han >= REPORT_HAN or (entry.position == 1 and han >= FIRST_FLOOR_HAN)


def digest_of_shown(shown: str) -> str:
    """Give the hex digest of a text before any rule."""
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()


def _reply(draft: Draft, entry: Entry) -> Reply:
    """Make a reply of a cleaned floor; it has no subtitle of its own, so that goes back above the text."""
    text = entry.text if entry.subtitle is None else f"{entry.subtitle}\n{entry.text}"
    return Reply(floor=draft.position, author=draft.author, date=draft.date, text=text, note=draft.note)
