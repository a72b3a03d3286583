"""Pages that hold several reports, and pages that only look so, as data; `test_pages` tries them. All is made up.

In `compilations/*.toml` a page says by itself what must come of it: a line `>> T` stands where an item with the title T
begins, a line that begins with `| ` is the page's and in no item's text, and all other lines are the item's above them.
`ordinary/*.toml` are pages that stay whole. Lines such as `<<report 3>>` stand for made-up texts: see `bodies`.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.cleaners.split.bodies import filled

FOLDER = Path(__file__).parent
ITEM, CHROME = ">> ", "| "


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One report that must come out."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One text with its title, and what must be made of it."""

    label: str
    comment: str
    """Where the shape was met, or what is hard about it."""
    text: str
    title: str | None = None
    form: str | None = None
    claimed: int | None = None
    depth: int = 1
    kind: str | None = None
    """What is said of a page that stays whole: None, `item` or `suspected`."""
    as_dump: bool = True
    """False where rules about dumps have another part in it; then it is tried as a cleaned text alone."""
    glued: bool = False
    """True where a blank stands in the place of the line's end behind each line of the page's own."""
    gap: str = "\u3000"
    """What stands there; empty where headings run into the texts."""
    where: str = ""

    @property
    def shown(self) -> str:
        """The page's text."""
        lines = [line for line in self._lines() if not line.startswith(ITEM)]
        ends = [self.gap if self.glued and line.startswith(CHROME) else "\n" for line in lines]
        shown = "".join(line.removeprefix(CHROME) + end for line, end in zip(lines, ends, strict=True))
        return shown.removesuffix("\n")

    @property
    def items(self) -> list[Item]:
        """The reports that must come out, in order."""
        found: list[tuple[str, list[str]]] = []
        for line in self._lines():
            if line.startswith(ITEM):
                found.append((line.removeprefix(ITEM), []))
            elif not line.startswith(CHROME):
                found[-1][1].append(line)
        return [Item(title=title, text="\n".join(lines)) for title, lines in found]

    def _lines(self) -> list[str]:
        return filled(self.text.strip("\n")).split("\n")


def pages(folder: str) -> tuple[Page, ...]:
    """Read all pages of a folder in the order of file names; TypeError for a key that no page has."""
    found: list[Page] = []
    for path in sorted((FOLDER / folder).glob("*.toml")):
        for number, table in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["page"], 1):
            found.append(Page(**table, where=f"{path.name} {number}"))
    return tuple(found)
