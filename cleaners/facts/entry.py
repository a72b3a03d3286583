"""What one report's text says of itself, gathered from the modules that look: counted and flagged, never mended."""

from collections.abc import Sequence

from cleaners.facts.text import lost_characters, masks_of, script_of
from cleaners.reading import Edit, EntryFacts


def entry_facts(  # noqa: PLR0913 - all that a text's facts are told by, named
    text: str, *, title: str | None = None, published: str | None = None, edits: Sequence[Edit] = (),
    hidden_parts: int = 0, truncated: bool = False,
) -> EntryFacts:  # fmt: skip
    """Look at a cleaned text; `published` is the page's date (ISO 8601), `edits` are what the rules did to it."""
    return EntryFacts(
        script=script_of(text),
        masks=masks_of(text),
        lost_characters=lost_characters(text),
        hidden_parts=hidden_parts,
        truncated=truncated,
    )
