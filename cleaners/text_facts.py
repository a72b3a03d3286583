"""What the text of one report shows of itself: the typed values that `facts` finds. No logic."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words of a text and where they stand."""

    words: str
    start: int | None = None
    """Characters of the cleaned text before them; None where a rule has taken the words out (its edit has them)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMention:
    """A year, or a span of years, as a title or a text writes it."""

    year: str
    """`2020`, `2016-2017`; as printed where a digit is open (`20XX`)."""
    role: str
    """`title`; `report` (what was done), `plan` (what is meant to be done), `signed` (the date under the text), `cited`
    (of another document, a founding, a birth, a comparison: not what the text is about), `open` (`20XX`)."""
    start: int
    end: int
    """Of the title where the role is `title` or where `is_in_title`, else of the text."""
    words: str
    is_in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GenreSign:
    """By which words a genre was told."""

    where: str
    """`title` or `text`."""
    words: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CensoredFrame:
    """A word with its tabooed character masked, coded or taken out (`*员`), as printed, and how often."""

    frame: str
    count: int
    hint: str
    """What most likely stood there; a guess, never put into the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something about a text that a reader must know before he trusts it."""

    name: str
    """`spun`, `machine_translated`, `ai_written`, `injected`, `no_punctuation`, `mojibake_suspected`, `doubled`,
    `censored`."""
    count: int
    """Signs found; of `no_punctuation` the marks."""
    evidence: tuple[Found, ...] = ()
    """The first few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFacts:
    """What the text itself shows; counted, never mended."""

    script: str | None = None
    """`simplified`, `traditional`, `mixed`; None without enough Han characters."""
    masks: tuple[tuple[str, int], ...] = ()
    """Mask as printed (`***`, `XX`, `某`) and how often."""
    mask_kinds: tuple[tuple[str, int], ...] = ()
    """What the masks stand for: `leader`, `place`, `number`, `unknown`, and how many of them."""
    open_years: tuple[tuple[str, int], ...] = ()
    """Years with a digit left open, as printed (`20XX`), and how often; they are no masks."""
    pinyin_annotations: int = 0
    lost_characters: int = 0
    """`?` that stands for a character the page has lost."""
    censored: tuple[CensoredFrame, ...] = ()
    broken_numbers: tuple[Found, ...] = ()
    """Places where a number is missing or cannot be right: `第号`, `〔〕12号`, `截止年9月`, `202023年`."""
    period: tuple[str, ...] = ()
    """Years that the text is about: of its title, and those it reports on or plans for; never the posting date."""
    period_spans: tuple[YearMention, ...] = ()
    period_conflict: tuple[str, ...] = ()
    """Where title, text and page do not agree about the year, in words; nothing is decided by it."""
    genre: str | None = None
    """`总结`, `计划`, `讲话` …: from the title, else from a formula of the text; None where both are silent."""
    genre_from: GenreSign | None = None
    truncated: bool = False
    hidden_parts: int = 0
    """Parts that the site shows only to those who reply, pay or log in; marked in the text, never worked round."""
    flags: tuple[Flag, ...] = ()
