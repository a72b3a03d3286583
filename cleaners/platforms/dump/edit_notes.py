"""What forums' notes of edits say, as facts: `本帖最后由 X 于 D 编辑`. The notes are taken by `rules.discuz_dump`."""

from collections.abc import Sequence

from cleaners.platforms.dump.stated import stated
from cleaners.platforms.platform import Sheet
from cleaners.reading import Facts, StatedDate
from cleaners.regex import regex
from cleaners.rules.forum.discuz_dump import EDIT_NOTE
from cleaners.rules.lines import Line

EDITED_AT = regex(r"本帖最后由\s(?P<name>.{1,40}?)\s于\s(?P<stamp>.{4,40}?)\s?编辑")
"""Bounded; names hold no ` 于 `."""


def edited(sheet: Sheet, lines: Sequence[Line]) -> tuple[StatedDate, ...]:
    """Give when the posts of a page were edited, in the page's order."""
    notes = [match for line in lines if EDIT_NOTE.fullmatch(line.words) and (match := EDITED_AT.search(line.words))]
    return tuple(stated(sheet, match["stamp"], kind="edited", where="edit note") for match in notes)


def edited_facts(sheet: Sheet, lines: Sequence[Line]) -> Facts:
    """Give author and day of the one post of a page that shows neither: who edited it first of all wrote it.

    None where the note is not the page's first line: a moderator's note would not be told from the author's.
    """
    first = next((line.words for line in lines if line.words), "")
    match = EDITED_AT.fullmatch(first)
    if match is None:
        return Facts()
    return Facts(author=match["name"], dates=edited(sheet, lines), where=(("author", "edit note"),))
