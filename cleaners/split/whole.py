"""Items of a compilation put together again to the text they were cut from, for pages that belong together after all.

What splitting took comes back as it was cleaned (`Entry.heading`). The edits below it are as they were; those inside it
come back as one edit, which names their rules: the shown text is rebuilt exactly, where in the heading each rule worked
is not told any more.
"""

from collections.abc import Sequence
from dataclasses import replace

from cleaners.edits import undo
from cleaners.entries import digest_of_shown
from cleaners.facts.entry import entry_facts
from cleaners.reading import Edit, Entry
from cleaners.split.shape import RULES

_OURS = frozenset(rule.name for rule in RULES)


def put_together(
    items: Sequence[Entry], *, title: str | None, title_from: str | None, published: str | None
) -> Entry:
    """Give the whole that items were cut from; they must be all of one text, in order. `published` is ISO 8601."""
    text, shown = "", ""
    edits: list[Edit] = []
    for item in items:
        own_shown = undo(item.text, item.edits)
        edits += (replace(edit, start=edit.start + len(shown)) for edit in _edits_of_whole(item))
        text += (item.heading or "") + item.text
        shown += own_shown
    first = items[0]
    facts = entry_facts(
        text, title=title, published=published, edits=edits,
        hidden_parts=max(item.facts.hidden_parts for item in items),
        truncated=any(item.facts.truncated for item in items),
    )  # fmt: skip
    return replace(
        first, part=0, title=title, title_from=title_from, heading=None, text=text, edits=tuple(edits),
        shown_sha256=digest_of_shown(shown), facts=facts,
    )  # fmt: skip


def _edits_of_whole(item: Entry) -> tuple[Edit, ...]:
    """Give an item's edits as they are when its heading stands above its text again."""
    heading = item.heading or ""
    if not heading:
        return item.edits
    taken, put, names, count = "", heading, [], 0
    for edit in item.edits:
        if edit.start != len(taken):
            break
        count += 1
        taken += edit.taken
        put += edit.put
        names += [name for name in edit.rule.split("+") if name not in _OURS]
        if edit.put:
            break
    rest = item.edits[count:]
    if taken == put:
        return rest
    return (Edit(rule="+".join(dict.fromkeys(names)) or RULES[-1].name, start=0, taken=taken, put=put), *rest)
