"""The five pages that the project was created from give what `expected.json` says; skipped where not at hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cleaners.edits import undo
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Reading

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not at hand"),
]
EXPECTED: dict[str, Any] = (
    json.loads((SEEDS / "expected.json").read_text(encoding="utf-8")) if (SEEDS / "expected.json").is_file() else {}
)
BUNDLE = "002"
"""This seed bundles three reports under one title, with readings in brackets and lines broken at a width."""
NAMES = sorted(EXPECTED)
PAIRS = [(name, at) for name in NAMES for at in range(len(EXPECTED[name]["reports"]))]
IDS = [f"{name[:3]} {at + 1}" for name, at in PAIRS]
NAMES_OF_FACTS = (
    "site_name", "icp", "police_record", "published_at", "rendered_at", "source_url", "category", "contact",
    "document_id",
    "file_size", "file_pages", "file_format", "views", "source",
)  # fmt: skip


def reading(name: str) -> Reading:
    return read(Page(body=(SEEDS / name).read_bytes(), media=Media.TEXT))


def close(text: str) -> str:
    return re.sub(r"\s", "", text)


def either(words: str) -> tuple[str, ...]:
    return tuple(close(one) for one in words.split("|"))


@pytest.mark.parametrize("name", NAMES)
def test_the_page_gives_its_facts(name: str) -> None:
    read_page, wanted = reading(name), EXPECTED[name]["page"]
    for fact in NAMES_OF_FACTS:
        if fact in wanted:
            assert getattr(read_page.facts, fact) == wanted[fact], fact
    if "claimed_chars" in wanted:
        assert wanted["claimed_chars"] in read_page.facts.claimed_chars
    if "keywords" in wanted:
        assert list(read_page.facts.keywords) == wanted["keywords"]
    if "date_kind" in wanted:
        assert wanted["date_kind"] in {date.kind for date in read_page.facts.dates}


@pytest.mark.parametrize("name", NAMES)
def test_the_shown_text_comes_back(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    assert "".join(undo(entry.text, entry.edits) for entry in reading(name).entries) == text


@pytest.mark.parametrize("name", [name for name in NAMES if "platform" in EXPECTED[name]["page"]])
def test_the_software_is_told(name: str) -> None:
    guess = reading(name).platform
    assert (guess.family, guess.version) == ("discuz", "X3.2")
    assert guess.why == "powered-by line"


@pytest.mark.parametrize(("name", "at"), PAIRS, ids=IDS)
def test_the_report_is_whole(name: str, at: int) -> None:
    entries, report = reading(name).entries, EXPECTED[name]["reports"][at]
    assert [entry.position for entry in entries] == list(range(1, len(EXPECTED[name]["reports"]) + 1))
    text = entries[at].text
    lines = [close(line) for line in text.splitlines()]
    assert entries[at].title == report["title"]
    assert close(text).startswith(either(report["starts"]))
    assert close(text).endswith(either(report["ends"]))
    assert [words for words in report["present"] if not any(one in close(text) for one in either(words))] == []
    assert [head for head in report["headings"] if not any(line.startswith(close(head)) for line in lines)] == []
    assert [head for head in report.get("alone", []) if close(head) not in lines] == []
    assert len(lines) >= report.get("min_paragraphs", 1)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_page_is_left(name: str) -> None:
    texts = [entry.text for entry in reading(name).entries]
    assert [words for words in EXPECTED[name]["absent"] if any(words in text for text in texts)] == []


@pytest.mark.parametrize(("name", "at"), PAIRS, ids=IDS)
def test_the_text_says_its_facts(name: str, at: int) -> None:
    entry, report = reading(name).entries[at], EXPECTED[name]["reports"][at]
    assert entry.subtitle == report.get("subtitle")
    assert bool(entry.facts.masks) >= bool(report.get("masked"))
    assert entry.facts.lost_characters == report.get("lost_characters", entry.facts.lost_characters)


def test_both_word_counts_of_seed_001_are_kept() -> None:
    name = next(name for name in NAMES if name.startswith("001"))
    assert reading(name).facts.claimed_chars == (3100, 3110)


def test_the_size_of_seed_003_is_in_bytes() -> None:
    name = next(name for name in NAMES if name.startswith("003"))
    assert reading(name).facts.file_size_bytes == 15_544


def test_seed_002_is_a_compilation_of_three() -> None:
    facts = reading(next(name for name in NAMES if name.startswith(BUNDLE))).facts
    found = (facts.compilation, facts.compilation_form, facts.compilation_found, facts.compilation_depth)
    assert found == ("split", "repeated-title", 3, 1)


def test_the_readings_of_seed_002_are_counted() -> None:
    name = next(name for name in NAMES if name.startswith(BUNDLE))
    rules = [edit.rule.split("+") for entry in reading(name).entries for edit in entry.edits]
    assert sum("pinyin" in names for names in rules) == EXPECTED[name]["page"]["pinyin_annotations"]
