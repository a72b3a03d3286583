"""How well duplicates are found, and at what cost, beside MinHash with LSH: pages made by a generator, labelled.

The generator and the rules of the score lie beside the project (`../shared/tools`); without them the table says so.
Growth is measured in `growth`. Nothing here judges.
"""

import importlib.util
import json
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

from archive.database import Archive, open_archive
from archive.rededup import rededup
from tests.benchmarks.cleaned import GENERATOR, SEEDS
from tests.benchmarks.growth import BUDGET_MS
from tests.benchmarks.quality import PEERS, ROOT
from tests.benchmarks.shelf import Shelf

SCORE = GENERATOR.with_name("neardup_score.py")
SCRIPT = Path(__file__).with_name("minhash.py")
SEED = 515
"""One that no rule was made with."""
BUDGET_F1 = 0.99
Members = dict[str, set[int]]
"""The clusters of each page: a compilation is in that of each report that it holds."""

_COPIES = """
SELECT documents.key, copies.report_id FROM copies JOIN documents ON documents.id = copies.document_id
WHERE copies.is_current
"""
_RELATIONS = "SELECT relation, report_id, other_id FROM relations WHERE relation IN ('edition', 'contains')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one contestant found."""

    who: str
    members: Members
    cpu_ms: float | None
    """A text; None where nothing was timed."""
    bytes: float


def tables(pages: int) -> Iterator[str]:
    """Give the lines to print."""
    yield f"\nDuplicates: {pages} generated pages (seed {SEED}), filed one by one as they are"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            rows, score = _made(pages, folder), _rules()
        except FileNotFoundError as error:
            yield f"  missing: {error}"
            return
        yield f"  {'who':<40}{'P':>8}{'R':>8}{'F1':>8}{'B3':>8}{'unrelated':>11}{'CPU ms':>9}{'index B':>9}"
        for found in (*_ours(rows, folder), *_peers(rows, folder)):
            yield _line(found, score, rows) if isinstance(found, Found) else found
        yield f"  bar: F1 {BUDGET_F1}, no unrelated pair, {BUDGET_MS:.0f} ms; the peers keep their index in memory"


def _made(pages: int, folder: Path) -> list[dict[str, Any]]:
    """Run the generator; FileNotFoundError says what is not at hand."""
    for path, hint in ((GENERATOR, "it is not part of the project"), (SCORE, "it is not part of the project"),
                       (PEERS, "run `make bench` with a network")):  # fmt: skip
        if not path.exists():
            raise FileNotFoundError(f"no {path.name} at hand ({hint})")
    out = folder / "pages.jsonl"
    command = [str(PEERS), str(GENERATOR), str(SEEDS), "--n", str(pages), "--seed", str(SEED), "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no word why"])[-1]
        raise FileNotFoundError(f"the generator did not run: {last}")
    with out.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _rules() -> ModuleType:
    """Load the rules of the score."""
    spec = importlib.util.spec_from_file_location("neardup_score", SCORE)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{SCORE.name} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _ours(rows: list[dict[str, Any]], folder: Path) -> Iterator[Found]:
    with open_archive(folder / "duplicates-data", create=True) as archive:
        shelf = Shelf(archive)
        shelf.put((row["id"], row["text"]) for row in rows)
        each = 1000 * shelf.duplicates_s / len(rows)
        kept = shelf.index_bytes() / len(rows)
        yield Found(who="Gongwen, as they are filed", members=_members(archive), cpu_ms=each, bytes=kept)
        rededup(archive)
        kept = shelf.index_bytes() / len(rows)
        yield Found(who="Gongwen, after rededup", members=_members(archive), cpu_ms=None, bytes=kept)


def _members(archive: Archive) -> Members:
    """Give the reports of each page; editions of one are one here, for the labels say so."""
    edition_of: dict[int, int] = {}

    def top(report: int) -> int:
        while report in edition_of:
            report = edition_of[report]
        return report

    held: defaultdict[int, set[int]] = defaultdict(set)
    for relation, one, other in archive.conn.execute(_RELATIONS).fetchall():
        if relation == "contains":
            held[one].add(other)
        elif top(one) != top(other):
            edition_of[top(other)] = top(one)
    return {key: {top(one) for one in (report, *held[report])} for key, report in archive.conn.execute(_COPIES)}


def _peers(rows: list[dict[str, Any]], folder: Path) -> Iterator[Found | str]:
    done = subprocess.run(
        [str(PEERS), str(SCRIPT), str(folder)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        yield f"  missing: the peers did not run: {(done.stderr.strip().splitlines() or ['no word why'])[-1]}"
        return
    for who, found in json.loads((folder / "minhash.json").read_text(encoding="utf-8")).items():
        if "missing" in found:
            yield f"  {who:<40}  missing: {found['missing']}"
            continue
        members = {name: {number} for name, number in found["clusters"].items()}
        yield Found(who=who, members=members, cpu_ms=found["cpu_ms"], bytes=found["bytes"])


def _line(found: Found, score: ModuleType, rows: list[dict[str, Any]]) -> str:
    truth = score.Truth(rows)
    clusters: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(found.members):
        for cluster in found.members[name]:
            clusters[cluster].append(name)
    pairs = {pair for names in clusters.values() for pair in combinations(names, 2)}
    scored, b_cubed = score.score_pairs(truth, pairs), score.bcubed(truth, found.members)["F1"]
    cpu = "-" if found.cpu_ms is None else f"{found.cpu_ms:.2f}"
    return (f"  {found.who:<40}{scored['P']:>8.4f}{scored['R']:>8.4f}{scored['F1']:>8.4f}{b_cubed:>8.4f}"
            f"{scored['fp_unrelated']:>11}{cpu:>9}{found.bytes:>9,.0f}")
