"""Cases of whole cleaning as data, by provenance; this module reads them, `tests.cleaners.test_cases` tries them.

`seen`: shapes met on real pages, rewritten in our own words. `synthetic`: made to reach a corner. `negative`: looks
like damage or boilerplate and must stay. `known_failures`: what we cannot do yet; a lucky mend turns the suite red.
Each is a TOML file of tables `[[case]]`; the keys are the fields of `Case`.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from cleaners.rules.rule import Context

FOLDER = Path(__file__).parent
PROVENANCES = ("seen", "synthetic", "negative", "known_failures")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text before and after all rules of the recipe."""

    label: str
    comment: str
    """Where the shape was met, or why it must stay."""
    rules: tuple[str, ...]
    """Rules that must fire, each of which turns the case red when it is off; of a negative: that must not."""
    before: str
    after: str | None = None
    """None for a negative: the same as before."""
    family: str = "dump"
    title: str | None = None
    dump: bool = True
    """True when the text is a dump of a whole page."""
    where: str = ""
    """File and number, for a person to find it."""

    @property
    def context(self) -> Context:
        """The context in which the rules see the text."""
        return Context(family=self.family, title=self.title, is_dump=self.dump)

    @property
    def wanted(self) -> str:
        """The text that must come out."""
        return self.before if self.after is None else self.after


def cases(provenance: str) -> tuple[Case, ...]:
    """Read all cases of one provenance, in the order of file names; TypeError for a key that no case has."""
    found: list[Case] = []
    for path in sorted((FOLDER / provenance).glob("*.toml")):
        for number, table in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
            rules = tuple(table.pop("rules"))
            found.append(Case(**table, rules=rules, where=f"{provenance}/{path.name} {number}"))
    return tuple(found)
