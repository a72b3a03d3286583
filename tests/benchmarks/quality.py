"""Quality and cost of reading, ours and the peers', on pages whose true text was written down by hand.

The peers run in `.venv-bench` (made by `make bench` of peers.txt), one after the other, after us, in the same run; each
is timed by its process's CPU, page by page, after a first page that counts for nothing.
"""

import json
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from cleaners.edits import undo
from cleaners.outcome import State
from cleaners.page import Hints, Page
from cleaners.read import read
from cleaners.reading import Reading
from cleaners.sheet import open_sheet
from tests.benchmarks import extractors
from tests.benchmarks.scoring import POOR, SOME_TEXT, f1, folded, leaks
from tests.benchmarks.truths import Group, Truth, truths
from tests.replay.answers import SHARED

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / ".venv-bench" / "bin" / "python"
OURS = "Gongwen"
SHOWN = "Gongwen, before its rules"
"""The chosen nodes as shown: tells a wrong choice from what is taken out on purpose (a repeated title, a notice)."""
_SCRIPT = Path("tests") / "benchmarks" / "extractors.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a contestant made of one page; texts are folded."""

    whole: str
    first: str | None
    """The text of the first floor, where the contestant tells it apart."""
    cpu_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One contestant's figures on one group of pages."""

    who: str
    f1: float
    """Mean; of threads the better of first post and all floors, page by page."""
    first_f1: float | None
    """Mean over the pages that show a first post; None for other groups."""
    leak_share: float
    poor_share: float
    worst: float
    with_text: int
    """Pages that gave text at all (20 folded characters)."""
    cpu_ms: float


def measure(pages: Sequence[Truth]) -> tuple[dict[str, list[Found]], dict[str, str]]:
    """Run everybody over the pages; give what each found, and why peers are missing."""
    found = dict(zip((OURS, SHOWN), _ours(pages), strict=True))
    missing: dict[str, str] = {}
    for who, result in _peers(pages).items():
        if "missing" in result:
            missing[who] = result["missing"]
            continue
        names = [str(number) for number in range(len(pages))]
        found[who] = [
            Found(whole=folded(result["texts"][name]), first=None, cpu_ms=result["cpu_ms"][name]) for name in names
        ]
    return found, missing


def _ours(pages: Sequence[Truth]) -> tuple[list[Found], list[Found]]:
    """Read every page as the crawler's workers do; give the texts, and what they were before any rule."""
    read(Page(body=extractors.WARM_UP.encode(), url="http://warm.example/"))
    cleaned, shown = [], []
    for truth in pages:
        began = time.process_time()
        reading = read(truth.page)
        cpu_ms = 1000 * (time.process_time() - began)
        cleaned.append(_found(texts_of(reading), cpu_ms))
        shown.append(_found(texts_of(reading, is_shown=True), cpu_ms))
    return cleaned, shown


def _found(texts: dict[int, str], cpu_ms: float) -> Found:
    """Fold the floors of a page."""
    folds = {position: folded(text) for position, text in texts.items()}
    return Found(whole="".join(folds.values()), first=folds.get(1), cpu_ms=cpu_ms)


def texts_of(reading: Reading, *, is_shown: bool = False) -> dict[int, str]:
    """Give the texts of all entries and replies by floor, in order; `is_shown`: with what the rules took out."""
    if reading.outcome.state is not State.READ:
        return {}
    entries = {one.position: undo(one.text, one.edits) if is_shown else one.text for one in reading.entries}
    return dict(sorted(({reply.floor: reply.text for reply in reading.replies} | entries).items()))


def _peers(pages: Sequence[Truth]) -> dict[str, Any]:
    """Run the peers in their own environment; all are missing where that could not be made."""
    if not PEERS.exists():
        why = f"no {PEERS.relative_to(ROOT)}: run `make bench` with a network"
        return {who: {"missing": why} for who in extractors.PEERS}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, truth in enumerate(pages):
            (folder / f"{number}.html").write_bytes(truth.page.body)
            (folder / f"{number}.txt").write_text(_decoded(truth.page), encoding="utf-8")
        listed = [{"id": str(number), "url": truth.page.url} for number, truth in enumerate(pages)]
        (folder / "pages.json").write_text(json.dumps(listed), encoding="utf-8")
        subprocess.run([PEERS, _SCRIPT, folder], cwd=ROOT, check=True)
        found: dict[str, Any] = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    return found


def _decoded(page: Page) -> str:
    """Decode a page as we do, for those who take no bytes: without what no file can hold."""
    return open_sheet(page, Hints()).text.encode("utf-8", "replace").decode("utf-8")


def lines_of(group: Group, pages: Sequence[Truth], found: dict[str, list[Found]]) -> Iterator[Line]:
    """Give each contestant's figures on the pages of a group."""
    chosen = [number for number, truth in enumerate(pages) if truth.group == group]
    for who, results in found.items():
        rows = [(pages[number], results[number]) for number in chosen]
        scores = [best_f1(truth, result) for truth, result in rows]
        firsts = [f1(result.whole if result.first is None else result.first, truth.first)
                  for truth, result in rows if truth.first is not None]
        yield Line(
            who=who, f1=fmean(scores), worst=min(scores), first_f1=fmean(firsts) if firsts else None,
            leak_share=fmean(bool(leaks(result.whole, truth.whole, truth.noise)) for truth, result in rows),
            poor_share=fmean(score < POOR for score in scores),
            with_text=sum(len(result.whole) >= SOME_TEXT for _, result in rows),
            cpu_ms=fmean(result.cpu_ms for _, result in rows),
        )


def best_f1(truth: Truth, result: Found) -> float:
    """Give the F1 of a page; of a thread the better of first post and all floors, by each one's own text for it."""
    whole = f1(result.whole, truth.whole)
    if truth.first is None:
        return whole
    return max(whole, f1(result.whole if result.first is None else result.first, truth.first))


def tables(*, most: int | None = None) -> Iterator[str]:
    """Give the lines to print; `most` pages a group where given."""
    pages = _few(truths(), most)
    where = "the shared pages" if SHARED.is_dir() else "../shared is absent: the demo's own pages only"
    yield f"\nMain text, {len(pages)} pages ({where}); F1 of character 4-grams, one after the other, CPU ms a page"
    found, missing = measure(pages)
    for group in dict.fromkeys(truth.group for truth in pages):
        count = sum(truth.group == group for truth in pages)
        yield from _errors(group, count, pages, found) if group.is_error else _texts(group, count, pages, found)
    for who, why in missing.items():
        yield f"  missing: {who} ({why})"


def _texts(group: Group, count: int, pages: Sequence[Truth], found: dict[str, list[Found]]) -> Iterator[str]:
    """Give the table of a group that has texts."""
    asked = f"F1 >= {group.least}, leak <= {group.leak_share:.0%}, none below {POOR}"
    yield f"\n  {group.name}, {count} pages; bar for us: {asked}"
    is_thread = any(truth.first is not None for truth in pages if truth.group == group)
    head = f"{'first':>8}{'best':>8}" if is_thread else f"{'F1':>8}"
    yield f"    {'who':<38}{head}{'worst':>8}{'leak':>7}{'<0.5':>7}{'ms':>9}"
    for line in lines_of(group, pages, found):
        first = f"{line.first_f1:>8.3f}" if line.first_f1 is not None else ""
        shares = f"{line.leak_share:>7.0%}{line.poor_share:>7.0%}"
        judged = _judged(group, line) if line.who == OURS else ""
        yield f"    {line.who:<38}{first}{line.f1:>8.3f}{line.worst:>8.3f}{shares}{line.cpu_ms:>9.2f}{judged}"


def _judged(group: Group, line: Line) -> str:
    """Say whether we are over the bar."""
    score = line.f1 if line.first_f1 is None else line.first_f1
    is_good = round(score, 4) >= group.least and line.leak_share <= group.leak_share and line.poor_share == 0
    return "  ok" if is_good else "  ✗ below its bar"


def _errors(group: Group, count: int, pages: Sequence[Truth], found: dict[str, list[Found]]) -> Iterator[str]:
    """Give the table of the pages that hold no text."""
    yield f"\n  {group.name}, {count} pages; bar for us: none gives a text"
    yield f"    {'who':<38}{'gave text':>10}{'ms':>9}"
    for line in lines_of(group, pages, found):
        judged = "" if line.who != OURS else "  ok" if line.with_text == 0 else "  ✗ below its bar"
        yield f"    {line.who:<38}{line.with_text:>10}{line.cpu_ms:>9.2f}{judged}"


def _few(pages: list[Truth], most: int | None) -> list[Truth]:
    """Take at most so many pages of each group, from all over it."""
    if most is None:
        return pages
    chosen = []
    for group in dict.fromkeys(truth.group for truth in pages):
        own = [truth for truth in pages if truth.group == group]
        chosen += own[:: max(1, len(own) // most)][:most]
    return chosen
