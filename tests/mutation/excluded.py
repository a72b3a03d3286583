"""Data: the constants that are no switches, each with the reason; and the tests that each part has."""

from pathlib import Path
from typing import Final

from cleaners.outcome import Outcome
from cleaners.reading import PlatformGuess
from cleaners.rules.rule import Context

ROOT = Path(__file__).resolve().parents[2]

EXCLUDED: Final[dict[str, str]] = {
    r"\w+\.PLATFORM": "the family itself",
    r"\w+\.FAMILY": "the family's name; keys are made of it and every case sees it",
    r"\w+\.(?:[A-Z_]+_)?VERSION": "changes no reading, only says that readings changed",
    r"\w+\.RULES(?:_FIRST|_LAST)?": "each rule in it is a switch of its own",
    r"\w+\._?PLACES\w*": "says to a person where a fact was found, finds nothing",
    r"discuz\.asked\.NOTHING": "an empty set has nothing to switch off",
}
"""Pattern over the end of `module.NAME` (package `cleaners` and its folders left out as need be), and why not."""

EXCLUDED_TYPES: Final[dict[type, str]] = {
    Outcome: "says what became of a page, finds nothing on it",
    Context: "in what the examples of rules are tried",
    PlatformGuess: "says what a page was told to be, finds nothing on it",
}
"""Constants of these types are no switches, and why not."""

TESTS: Final[dict[str, tuple[str, ...]]] = {
    "cleaners.rules": ("tests/cleaners/test_rules*.py", "tests/cleaners/platforms/test_dump*.py"),
    "cleaners.facts": ("tests/cleaners/test_facts*.py",),
    "cleaners.platforms.elements": (
        "tests/cleaners/platforms/test_discuz*.py", "tests/cleaners/platforms/test_phpwind*.py",
    ),
    "cleaners.platforms.template": ("tests/cleaners/platforms/test_*.py",),
    "cleaners.platforms.article_family": ("tests/cleaners/platforms/test_*.py",),
    "cleaners.platforms.popularity": ("tests/cleaners/platforms/test_*.py",),
    "tests.mutation.scratch": ("tests/mutation/scratch_cases.py",),
}
"""Part of the code, and the patterns of its test files; a family has those that carry its name."""

FAMILY_TESTS: Final = "tests/cleaners/platforms/test_{family}*.py"
_HERE: Final = "tests/cleaners/platforms"
SMALL_FAMILY_TESTS: Final = (f"{_HERE}/test_every_family.py", f"{_HERE}/test_family_*.py", f"{_HERE}/test_portal*.py")
"""The tests of families that have no file of tests to themselves."""


def tests_of(part: str) -> tuple[str, ...]:
    """Give the patterns of the test files that a part of the code (`cleaners.rules`, `cleaners.platforms.dump`) has."""
    own = FAMILY_TESTS.format(family=part.rpartition(".")[2])
    return TESTS.get(part) or ((own,) if any(ROOT.glob(own)) else SMALL_FAMILY_TESTS)
