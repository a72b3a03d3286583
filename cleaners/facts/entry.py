"""What one report's text says of itself, gathered from the modules that look: counted and flagged, never mended."""

from collections.abc import Sequence

from cleaners.facts.censored import censored_frames
from cleaners.facts.condition import flags_of
from cleaners.facts.conflict import conflicts, published_year
from cleaners.facts.damage import broken_numbers
from cleaners.facts.genre import Genre, genre_of
from cleaners.facts.mask_kinds import mask_kinds
from cleaners.facts.period import period_of
from cleaners.facts.plain import as_printed, plain_of
from cleaners.facts.text import lost_characters, mask_places, masks_at, script_of
from cleaners.facts.witness import witness
from cleaners.reading import Edit
from cleaners.rules.damage.pinyin import annotations_in
from cleaners.text_facts import EntryFacts, GenreSign


def entry_facts(  # noqa: PLR0913 - all that a text's facts are told by, named
    text: str, *, title: str | None = None, published: str | None = None, edits: Sequence[Edit] = (),
    hidden_parts: int = 0, truncated: bool = False, odd: Sequence[str] | None = None,
) -> EntryFacts:  # fmt: skip
    """Look at a cleaned text; `published` is the page's date (ISO 8601), `edits` are what the rules did to it.

    `odd` are the characters that hardly any text has, where they are known (`rules.odd_characters`).
    """
    script = script_of(text, odd)
    plain, plain_title = plain_of(text, script), plain_of(title, None) if title else None
    places = mask_places(text)
    frames = censored_frames(text, plain, places)
    period = period_of(plain, plain_title)
    genre = genre_of(plain, plain_title)
    year, name = published_year(published), genre.name if genre else None
    return EntryFacts(
        script=script,
        masks=masks_at(text, places),
        mask_kinds=mask_kinds(plain, places),
        open_years=period.open_years,
        pinyin_annotations=annotations_in(edits),
        lost_characters=lost_characters(text),
        censored=frames,
        broken_numbers=as_printed(broken_numbers(plain), text),
        period=period.years,
        period_spans=period.spans,
        period_conflict=conflicts(witness(text, plain, period, published=year, genre=name)),
        genre=name,
        genre_from=_sign_as_printed(genre, text, title),
        hidden_parts=hidden_parts,
        truncated=truncated,
        flags=flags_of(text, plain, edits=edits, censored=frames, odd=odd),
    )


def _sign_as_printed(genre: Genre | None, text: str, title: str | None) -> GenreSign | None:
    """Give the sign with its words in the page's own script."""
    if genre is None:
        return None
    sign = genre.sign
    source = (title or "") if sign.where == "title" else text
    words = source[sign.start : sign.start + len(sign.words)]
    return sign if words == sign.words else GenreSign(where=sign.where, words=words, start=sign.start)
