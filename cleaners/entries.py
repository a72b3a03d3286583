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
from cleaners.reading import Edit, Entry, PageKind, Reply
from cleaners.rules.damage.odd_characters import odd_left
from cleaners.rules.damage.pinyin import repaired_title
from cleaners.rules.recipe import rules_for
from cleaners.rules.rule import Context
from cleaners.rules.title.titles import subtitle_of

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
        title = repaired_title(found.title, found.shown)
        draft = found if title == found.title else replace(found, title=title)
        own = Context(  # in place of `replace`, which takes ten times as long
            family=context.family, title=draft.title, position=draft.position, is_dump=context.is_dump,
            host_rules=context.host_rules, published=context.published,
        )  # fmt: skip
        text, edits = apply(draft.shown, rules_for(own), own)
        if is_report(text, draft.position, page_kind):
            entries.append(_entry(draft, own, text=text, edits=edits))
        else:
            replies.append(_reply(draft, text, subtitle_of(edits, draft.title)))
    return tuple(entries), tuple(replies)


def clean_draft(draft: Draft, context: Context) -> Entry:
    """Apply the rules to one draft."""
    text, edits = apply(draft.shown, rules_for(context), context)
    return _entry(draft, context, text=text, edits=edits)


def _entry(draft: Draft, context: Context, *, text: str, edits: tuple[Edit, ...]) -> Entry:
    """Make an entry of a cleaned draft; its facts are looked for here, as replies have none."""
    return Entry(
        position=draft.position,
        title=draft.title,
        title_from=draft.title_from,
        subtitle=subtitle_of(edits, draft.title),
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
            odd=odd_left(draft.shown, edits),
        ),
    )


def is_report(text: str, position: int, page_kind: PageKind) -> bool:
    """Say whether a cleaned floor or article is a report; True = report, False = reply (DESIGN, section 2)."""
    if page_kind is not PageKind.THREAD:
        return bool(text.strip())
    han = han_count(text)
    return han >= REPORT_HAN or (position == 1 and han >= FIRST_FLOOR_HAN)


def digest_of_shown(shown: str) -> str:
    """Give the hex digest of a text before any rule."""
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()


def _reply(draft: Draft, text: str, subtitle: str | None) -> Reply:
    """Make a reply of a cleaned floor; it has no subtitle of its own, so that goes back above the text."""
    said = text if subtitle is None else f"{subtitle}\n{text}"
    return Reply(floor=draft.position, author=draft.author, date=draft.date, text=said, note=draft.note)
