"""A text that holds several reports becomes its items, each an entry with its own text, title, edits and facts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleaners.edits import apply_more, undo
from cleaners.entries import digest_of_shown
from cleaners.facts.entry import entry_facts
from cleaners.reading import Edit, Entry
from cleaners.regex import regex
from cleaners.rules.intro.intros import INTRO as SITE_INTRO
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_title_like
from cleaners.rules.title.titles import SUBTITLE, TITLE, find_title
from cleaners.split.finder import Found
from cleaners.split.forms import BRACKETED, LINE_CHARS, ORDINAL, PIECE
from cleaners.split.lines import MARKS, Heading
from cleaners.split.run_in import claimed_title
from cleaners.split.series import ITEM_HAN
from cleaners.split.shape import HEADING, INTRO
from cleaners.split.slices import Slice, sliced
from cleaners.split.words import han, names_a_text

REPORT_HAN = 600
"""Han characters above which what stands above the first heading is no introduction; those met have up to 300."""
_SECTIONS = regex(r"^[一二三四五六七八九十]{1,3}\s?、", re.MULTILINE)
"""Numbered headings of the first level; anchored."""
OWN_TITLE_HAN = 6
"""Han characters that make the first line below a bare label (`篇一`) the item's own title."""
ITEM_HEADING = "item_heading"
"""Where an item's title comes from: the heading that parted it from the item before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One item: where it begins in the text, its heading, and how far above it an introduction goes."""

    start: int
    heading: Heading | None = None
    intro: int = 0
    """Characters above the heading that are the page's introduction."""


def top_lines(edits: Sequence[Edit]) -> tuple[str, ...]:
    """Give the lines that rules about titles took from the head of a text, in order; last an introduction's claim.

    A reading inside such a line parts it into several edits: their words are put together again first.
    """
    names = {TITLE.name, SUBTITLE.name}
    taken = "".join(edit.taken for edit in edits if not names.isdisjoint(edit.rule.split("+")))
    intro = "".join(edit.taken for edit in edits if SITE_INTRO.name in edit.rule.split("+"))
    claim = claimed_title(intro) if intro else None
    return tuple(filter(None, (*(line.strip() for line in taken.splitlines()), claim)))


def items_of(entry: Entry, found: Found, *, title: str | None, published: str | None) -> tuple[Entry, ...]:
    """Cut an entry at the headings that were found; `title` is the document's, `published` its date.

    The items' shown texts, one behind the other, are the entry's; positions are the entry's own, to be given anew.
    """
    if found.series is None:
        return (entry,)
    text = entry.text
    plan = _plan(text, found.series.headings)
    shown = undo(text, entry.edits)
    pieces = sliced(shown, text, entry.edits, [item.start for item in plan])
    whole = replace(entry, title=title or entry.title)
    return tuple(_entry(whole, item, piece, published) for item, piece in zip(plan, pieces, strict=True))


def _plan(text: str, headings: Sequence[Heading]) -> list[_Item]:
    """Say where each item begins: behind the last line of the one before, so that its heading stands at its head."""
    first = headings[0]
    above = text[: first.start]
    if first.number == 2 or _is_report(above):
        first_items = [_Item(start=0), _Item(start=_behind(first, text), heading=first)]
    else:
        first_items = [_Item(start=0, heading=first, intro=first.start)]
    return [*first_items, *(_Item(start=_behind(heading, text), heading=heading) for heading in headings[1:])]


def _behind(heading: Heading, text: str) -> int:
    """Give where an item begins: at the break above its heading, or at a heading that is run into a line."""
    return heading.start - (text[heading.start - 1 : heading.start] == "\n")


def _is_report(above: str) -> bool:
    """True for a text of its own above the first heading; False for a site's introduction and a list of contents."""
    prose = [line for line in above.split("\n") if len(line) > LINE_CHARS or MARKS.search(line)]
    size = sum(han(line) for line in prose)
    return size >= REPORT_HAN or (size >= ITEM_HAN and len(_SECTIONS.findall(above)) > 1)


def _entry(whole: Entry, item: _Item, piece: Slice, published: str | None) -> Entry:
    """Make the entry of an item: introduction, heading and a title typed again taken from its head."""
    title, title_from = whole.title, whole.title_from
    text, edits = piece.text, piece.edits
    head = 0
    if item.heading is not None:
        head = item.heading.after - item.start
        title = _title_of(item.heading, piece.text[head:], whole.title)
        title_from = ITEM_HEADING
        steps = [_taking(INTRO, item.intro), _taking(HEADING, head - item.intro)]
        again = _typed_again(text[head:], title)
        text, edits = apply_more(
            piece.shown, text, edits, rules=[*steps, _taking(TITLE, again)], context=Context(family="generic")
        )
        head += again
    return replace(
        whole,
        title=title,
        title_from=title_from if title else None,
        subtitle=None,
        text=text,
        edits=edits,
        heading=piece.text[:head],
        shown_sha256=digest_of_shown(piece.shown),
        facts=entry_facts(
            text, title=title, published=published, edits=edits, hidden_parts=whole.facts.hidden_parts
        ),
    )


def _taking(rule: Rule, size: int) -> Rule:
    """Give the rule with its change for one item: so many characters at the head of the text."""
    return replace(rule, find=lambda text, context: [Change(start=0, end=size)] if size else [])


def _title_of(heading: Heading, body: str, document_title: str | None) -> str | None:
    """Give an item's title: its own where the heading or the first line states one, else the heading as shown."""
    if heading.form in (PIECE, ORDINAL, BRACKETED) and heading.title:
        return _closed(heading.title)
    if heading.base or heading.title:
        return heading.words
    first = body[: body.find("\n")].strip() if "\n" in body else ""
    if is_title_like(first) and names_a_text(first) and han(first) >= OWN_TITLE_HAN:
        return first
    return f"{document_title} {heading.words}" if document_title else heading.words


def _closed(title: str) -> str:
    """Take off the bracket that closes a whole heading: `【篇一：T】`."""
    opened = {"】": "【", "]": "[", "）": "（", ")": "(", "》": "《"}.get(title[-1])
    return title[:-1].rstrip() if opened and opened not in title and len(title) > 1 else title


def _typed_again(body: str, title: str | None) -> int:
    """Give how many characters at the head of a body are its title typed again; 0 for none."""
    end = 0
    for change in find_title(body, Context(family="generic", title=title)):
        if change.start != end:
            break
        end = change.end
    return end
