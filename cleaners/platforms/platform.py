"""What a software family must be able to say; discovery of families is in `cleaners.platforms`.

A family is one module (or package) of this folder with a constant `PLATFORM` that satisfies `Platform`.
Families choose nodes and facts. They never remove characters: that is what rules are for.
"""

from dataclasses import dataclass, field
from typing import Protocol

from lxml.html import HtmlElement

from cleaners.outcome import Outcome
from cleaners.page import Hints, Page
from cleaners.reading import CharsetDecision, Facts, Links, PageKind, PlatformGuess, StatedDate, UrlKind, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What a family makes of a URL: one key for all spellings of one document, and the page of it."""

    key: str
    """`family:host:kind:id`, the same for every spelling and view; pages of a document share it."""
    kind: UrlKind
    page: int = 1
    view: View = View.MAIN
    url: str
    """The URL to ask for: the one given, without what only changes the view of a session."""
    rule: str | None = None
    """For SKIP: the name of the rule that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page decoded and parsed once, handed to whoever reads it."""

    page: Page
    hints: Hints
    text: str
    charset: CharsetDecision
    tree: HtmlElement | None
    """None for a text dump."""
    base_url: str | None
    """What links are relative to: a sane `<base href>`, else the page's address; None without either."""
    found: dict[str, list[HtmlElement]] = field(default_factory=dict, compare=False, repr=False)
    """What XPaths found from the root, where another step asks for the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A floor or an article as shown, before any rule; `read` makes an Entry or a Reply of it."""

    position: int
    shown: str
    title: str | None = None
    title_from: str | None = None
    author: str | None = None
    date: StatedDate | None = None
    note: str | None = None
    """`shielded`, `anonymous`, `locked`: why the floor shows no text or no name."""
    hidden_parts: int = 0
    node: str | None = None
    """The element that `shown` was made of, as `tag#id.class`; None for a text dump."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a family found on a page."""

    page_kind: PageKind
    outcome: Outcome
    document_key: str | None = None
    view: View = View.MAIN
    page: int = 1
    pages: int | None = None
    facts: Facts = field(default_factory=Facts)
    drafts: tuple[Draft, ...] = ()
    links: Links = field(default_factory=Links)
    warnings: tuple[str, ...] = ()


class Platform(Protocol):
    """One software family."""

    family: str
    version: int
    """Raised whenever the family reads a page otherwise than before: readings are then made anew."""

    def address(self, url: str) -> Address | None:
        """Say what a URL is; None where its shape is not this family's."""

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say how surely this family made the page; None where nothing speaks for it."""

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a page of this family; a page without a body comes back with `drafts=()` and a reason."""
