"""The shape of a cleaning rule. The rules stand in the other modules of this folder, their order in `recipe`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaners.page import HostRule


class Change(NamedTuple):
    """Characters [start, end) of the text that a rule was given, and what it puts in their place.

    A tuple, as the layout alone makes one for each paragraph, and a frozen class takes twice as long to fill.
    """

    start: int
    end: int
    put: str = ""


def changed_by(text: str, changes: Iterable[Change]) -> str:
    """Give a text with changes made in it; they stand in the text's order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for start, end, put in changes:
        pieces += (text[at:start], put)
        at = end
    return "".join(pieces) + text[at:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rule may know besides the text."""

    family: str
    title: str | None = None
    position: int = 1
    is_dump: bool = False
    """True when the text is a dump of a whole page, chrome and all."""
    host_rules: tuple[HostRule, ...] = ()
    """Boilerplate of the page's host, from its hints."""
    published: str | None = None
    """The page's date, ISO 8601; no rule's business, but that of the facts of a text."""


FORUMS = frozenset({"discuz", "phpwind", "forum"})
"""Families whose posts stand in elements of their own; `forum`: a dumped thread whose software is not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A named, reversible change with its reason; checked on creation."""

    name: str
    version: int
    reason: str
    families: frozenset[str]
    """Families whose texts it may touch; empty = all."""
    find: Callable[[str, Context], Iterable[Change]]
    """Changes in the given text, in order, not overlapping."""
    examples: tuple[tuple[str, str], ...]
    """(before, after), two or more, from real pages or rewritten after them."""
    counter_examples: tuple[str, ...]
    """Texts that look alike and must stay as they are, two or more."""
    spares_posts: bool = False
    """True for rules about what sites add to texts: what stands in the element of a forum's post was typed by its
    author and stays, whatever it says; in a dump nobody can tell the two apart."""
    dumps_only: bool = False
    """True for rules about chrome that only a dump of a whole page can hold."""
    context: Context = field(default_factory=lambda: Context(family="generic"))
    """The context in which examples and counter-examples are tried."""

    def __post_init__(self) -> None:
        """Refuse a rule that cannot be trusted, naming the rule and what it lacks."""
        if len(self.examples) < 2 or len(self.counter_examples) < 2:
            raise ValueError(f"rule {self.name}: needs two examples and two counter-examples")
        if not self.reason or self.version < 1:
            raise ValueError(f"rule {self.name}: needs a reason and a version from 1")
