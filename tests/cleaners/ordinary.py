"""Ordinary reports, made up in any number: what no rule may touch, no splitter part and no flag call damaged.

Bodies are the demo's; the lines that look like chrome stand in `ordinary.toml`. Each text is a function of its number.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from random import Random

from crawler.demo.composer import compose, draw, in_traditional, masked, traditional

SEED = 2026
TRAPS = 4
"""Lines that look alike in each text."""
ASCII_MARKS = str.maketrans("，：；（）！？", ",:;()!?")
KEPT = 1_024
"""Reports that stay made: five files of tests ask for the same ones time and again; some 20 MB."""
INDENTS = ("", "\u3000\u3000", "    ", "\u00a0\u00a0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinary:
    """One report with its title; `shown` has indents and blank lines, `text` is what must come out."""

    title: str
    shown: str
    text: str


@cache
def _lines() -> dict[str, list[str]]:
    found = tomllib.loads((Path(__file__).parent / "ordinary.toml").read_text(encoding="utf-8"))
    return {name: list(lines) for name, lines in found.items()}


@lru_cache(maxsize=KEPT)
def ordinary(number: int) -> Ordinary:
    """Make the report of that number: traps set in, in one of two scripts and two widths of marks."""
    chance, report = draw(SEED, number, "ordinary"), compose(SEED, number)
    report = masked(report) if chance.random() < 0.2 else report
    is_traditional = chance.random() < 0.25
    report = in_traditional(report) if is_traditional else report
    traps = [traditional(line) if is_traditional else line for line in _trapped(chance)]
    lines = _woven(chance, list(report.paragraphs), traps)
    title = report.title
    if chance.random() < 0.5:
        lines, title = [line.translate(ASCII_MARKS) for line in lines], title.translate(ASCII_MARKS)
    indent, gap = chance.choice(INDENTS), chance.choice(("\n", "\n\n"))
    return Ordinary(title=title, text="\n".join(lines), shown=gap.join(indent + line for line in lines))


def _trapped(chance: Random) -> list[str]:
    """Draw an opening or none, the traps, and a closing."""
    stock = _lines()
    opening = chance.choice(stock["openings"]) if chance.random() < 0.4 else ""
    return [opening, *chance.sample(stock["inside"], TRAPS), chance.choice(stock["closings"])]


def _woven(chance: Random, paragraphs: list[str], traps: list[str]) -> list[str]:
    """Set the traps between paragraphs, neither first nor last."""
    lines = list(paragraphs)
    for trap in traps[1:-1]:
        lines.insert(chance.randint(1, len(lines) - 1), trap)
    return [*traps[:1], *lines, *traps[-1].split("\n")] if traps[0] else [*lines, *traps[-1].split("\n")]
