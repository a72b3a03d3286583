"""Composes reports from the phrase stock, and the other wordings in which one goes round. No pages are made here.

Everything is a pure function of (seed, index, edition): any report can be made alone, in any order, of any number.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
GENRES = ("总结", "总结", "总结", "计划", "计划", "自查报告", "讲话稿")
"""Drawn evenly from this list: summaries are the most frequent, as on real boards."""
FEWEST, MOST = 900, 3400
"""Characters of a report to aim at; the last section may go past the end by one item."""
FIRST_YEAR, LAST_YEAR = 2014, 2024
NUMERALS = "一二三四五六七八九十"
SLOT = re.compile(r"\{([a-z]+2?)\}")
"""A slot of our own stock, `{obj}` or `{obj2}`: one class, then a fixed end, nothing to try twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """One report as its author typed it."""

    index: int
    genre: str
    topic: str
    year: int
    org: str
    title: str
    paragraphs: tuple[str, ...]
    names: tuple[str, ...]
    """People named in it; a masked copy hides them."""

    @property
    def text(self) -> str:
        """Give the paragraphs, one a line."""
        return "\n".join(self.paragraphs)

    @property
    def chars(self) -> int:
        """Characters that are not white space."""
        return sum(len(paragraph) for paragraph in self.paragraphs)


@cache
def stock() -> dict[str, Any]:
    """Read the phrase stock, once."""
    return tomllib.loads((FOLDER / "stock.toml").read_text(encoding="utf-8"))


@cache
def _script() -> dict[int, str]:
    """Read the table from simplified to traditional characters; it holds those that the stock uses."""
    return {ord(pair[0]): pair[1] for pair in (FOLDER / "traditional.txt").read_text(encoding="utf-8").split()}


def traditional(text: str) -> str:
    """Give a text in traditional script, character by character, as careless converters do."""
    return text.translate(_script())


def draw(*what: object) -> random.Random:
    """Make the random numbers for one thing: the same for the same words, on every machine."""
    return random.Random("/".join(map(str, what)))  # noqa: S311 - made-up text needs no secrets


def compose(seed: int, index: int, *, edition: int = 0) -> Composed:
    """Compose report `index`; another `edition` has the same wording, other figures, and a later year."""
    return _Composer(seed, index, edition).report()


def genre_of(seed: int, index: int) -> str:
    """Give the genre of report `index` without composing it: its first draw."""
    return draw(seed, index).choice(GENRES)


def masked(report: Composed) -> Composed:
    """Give the report as those pass it on who hide where it comes from: place XX, people ***, sums XX."""
    place = report.org[: next(at for at in range(2, len(report.org) + 1) if report.org[:at] in stock()["places"])]
    pattern = re.compile("|".join(map(re.escape, report.names)))  # names of our own, alternatives of fixed length

    def hide(text: str) -> str:
        hidden = pattern.sub("***", text.replace(place, "XX"))
        return re.sub(r"[0-9]{1,5}万元", "XX万元", hidden)  # figures of our own stock: at most five digits

    return Composed(
        index=report.index, genre=report.genre, topic=report.topic, year=report.year, names=(), org=hide(report.org),
        title=hide(report.title), paragraphs=tuple(map(hide, report.paragraphs)),
    )


def in_traditional(report: Composed) -> Composed:
    """Give the report in traditional script."""
    return Composed(
        index=report.index, genre=report.genre, topic=report.topic, year=report.year, names=report.names,
        org=traditional(report.org), title=traditional(report.title),
        paragraphs=tuple(map(traditional, report.paragraphs)),
    )


class _Composer:
    """One report in the making: wording and figures are drawn apart, so that editions share their wording."""

    def __init__(self, seed: int, index: int, edition: int) -> None:
        self._stock = stock()
        self._index = index
        self._wording = draw(seed, index)
        self._figures = draw(seed, index, "figures", edition)
        self._genre = self._wording.choice(GENRES)
        self._topic = self._wording.choice(list(self._stock["topics"]))
        self._year = self._wording.randint(FIRST_YEAR, LAST_YEAR) + edition
        place, rank = self._one("places"), self._one("ranks")
        self._org = f"{place}{rank}{self._one('units')}"
        surnames, given = self._stock["surnames"], self._stock["given"]
        self._names = tuple(self._wording.choice(surnames) + self._wording.choice(given) for _ in range(2))

    def report(self) -> Composed:
        """Compose it."""
        target = self._wording.randint(FEWEST, MOST)
        paragraphs = [self._filled(self._wording.choice(self._stock["openings"][self._genre]))]
        sections = self._stock["sections"][self._genre]
        for number, (heading, kind) in enumerate(sections):
            paragraphs.append(f"{NUMERALS[number]}、{heading}")
            paragraphs.extend(self._section(kind, target // len(sections)))
            if number == 0:
                paragraphs.append(f"以上工作由{self._names[0]}同志总负责，{self._names[1]}同志具体承办。")
        paragraphs.append(self._filled(self._wording.choice(self._stock["closings"][self._genre])))
        return Composed(
            index=self._index, genre=self._genre, topic=self._topic, year=self._year, org=self._org, names=self._names,
            title=self._title(), paragraphs=tuple(paragraphs),
        )

    def _title(self) -> str:
        """Name it as offices do."""
        work = {"总结": "工作总结", "计划": "工作计划", "自查报告": "自查报告", "讲话稿": "会议上的讲话"}[self._genre]
        return f"{self._org}{self._year}年{self._topic}{work}"

    def _section(self, kind: str, target: int) -> Iterator[str]:
        """Give the paragraphs of a section of about `target` characters, in one of three styles."""
        style = self._wording.randrange(3)
        written = 0
        for number in range(10):
            body = "".join(self._sentence(kind) for _ in range(self._wording.randint(2, 4)))
            head = self._filled(self._one("item_heads"))
            numeral = NUMERALS[number]
            paragraph = (f"（{numeral}）{head}。", f"{number + 1}、{head}。", f"{numeral}是{head}。")[style]
            yield paragraph + body
            written += len(paragraph) + len(body)
            if written >= target:
                return

    def _sentence(self, kind: str) -> str:
        """Give one sentence of a kind."""
        return self._filled(self._one(kind))

    def _one(self, key: str) -> str:
        """Draw one phrase of a list."""
        return str(self._wording.choice(self._stock[key]))

    def _filled(self, pattern: str) -> str:
        """Fill the slots of a pattern, a different object for each."""
        objects = self._wording.sample(self._stock["topics"][self._topic], 2)
        known = {"obj": objects[0], "obj2": objects[1], "org": self._org, "year": str(self._year), "topic": self._topic}
        return SLOT.sub(lambda slot: known.get(slot[1]) or self._drawn(slot[1]), pattern)

    def _drawn(self, slot: str) -> str:
        """Draw a word or a figure for a slot."""
        if slot in _LISTS:
            return self._one(_LISTS[slot])
        figure = str(self._figures.randint(*_BOUNDS[slot]))
        return f"{figure}.{self._figures.randint(1, 9)}" if slot == "pct" else figure


_LISTS = {"place": "places", "who": "who", "who2": "who", "paper": "papers", "way": "ways", "good": "goods",
          "time": "times", "time2": "times", "weak": "weak"}
_BOUNDS = {"n": (2, 19), "n2": (2, 9), "m": (20, 980), "m2": (30, 2400), "yuan": (3, 900), "yuan2": (1, 90),
           "pct": (61, 99), "pct2": (12, 58)}
