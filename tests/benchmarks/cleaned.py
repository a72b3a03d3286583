"""The share of damaged reports that cleaning gives back as they were, by kind of damage, and what it costs.

The reports are made on the spot by a generator that lies beside the project (`../shared/tools`); its rows are read as
whole-page dumps. Where generator or peers' Python are missing, the table says so. Nothing here judges.
"""

import json
import re
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.fingerprint import keys_of
from cleaners.page import Media, Page
from cleaners.read import read
from tests.benchmarks.quality import PEERS, ROOT
from tests.replay.answers import SHARED

GENERATOR = SHARED.parent / "tools" / "neardup_gen.py"
SEEDS = SHARED.parent / "seeds"
SCRIPT = Path(__file__).with_name("damage.py")
COUNT = 2_000
"""Rows of the generator's plan, some 300 of them damaged in a way that is tried here."""
FEW = 150
UNKNOWABLE = re.compile(r"，F[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
"""What the generator leaves of a full stop and any character; of another than 現 only the reading is known."""
WHAT = {
    "orig": "nothing (control)", "pinyin": "readings in brackets, lost bytes", "wrap": "hard wraps, blanks in words",
    "width": "width of marks and digits", "boiler": "a site's head and tail",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A damaged report and what it was."""

    kind: str
    text: str
    title: str
    wanted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What cleaning made of one report."""

    kind: str
    is_exact: bool
    """Line by line."""
    is_same_text: bool
    """White space ignored, as the archive does."""
    is_same_key: bool
    """One report to the archive: script, width and marks folded, figures alike."""
    cpu_ms: float


def tables(*, is_quick: bool = False) -> Iterator[str]:
    """Give the lines to print."""
    yield "\nDamaged reports cleaned back to what they were (generated, read as whole-page dumps)"
    try:
        cases = _made(FEW if is_quick else COUNT)
    except FileNotFoundError as error:
        yield f"  missing: {error}"
        return
    outcomes = [outcome_of(case) for case in cases]
    yield "  a character of which only the reading is left counts as given back where it stands as found"
    yield f"  {'damage':<36}{'texts':>7}{'exactly':>9}{'but blanks':>12}{'same key':>10}{'CPU ms':>9}"
    for kind, words in WHAT.items():
        yield from _line(words, [one for one in outcomes if one.kind == kind])


def _made(count: int) -> list[Case]:
    """Run the generator; FileNotFoundError says what is not at hand."""
    for path, hint in ((GENERATOR, "it is not part of the project"), (PEERS, "run `make bench` with a network")):
        if not path.exists():
            raise FileNotFoundError(f"no {path.name} at hand ({hint})")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "damaged.jsonl"
        command = [str(PEERS), str(SCRIPT), str(GENERATOR), str(SEEDS), str(out), str(count)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no word why"])[-1]
            raise FileNotFoundError(f"the generator did not run: {last}")
        with out.open(encoding="utf-8") as rows:
            return [Case(**json.loads(row)) for row in rows]


def outcome_of(case: Case) -> Outcome:
    """Read one damaged report as a dump and lay its text beside the undamaged one; a title above counts for neither."""
    page = Page(body=case.text.encode(), media=Media.TEXT)
    began = time.process_time()
    reading = read(page)
    cpu_ms = 1000 * (time.process_time() - began)
    text = "\n".join(entry.text for entry in reading.entries)
    first, _, rest = text.partition("\n")
    if keys_of(first, None).key == keys_of(case.title, None).key or _bare(first) == _bare(case.title):
        text = rest
    is_exact = _is_same(text, case.wanted)
    is_same_text = is_exact or _is_same(_bare(text), _bare(case.wanted))
    return Outcome(
        kind=case.kind,
        is_exact=is_exact,
        is_same_text=is_same_text,
        is_same_key=is_same_text or keys_of(text, None).pairs == keys_of(case.wanted, None).pairs,
        cpu_ms=cpu_ms,
    )


def _is_same(text: str, wanted: str) -> bool:
    """Say whether a text is the wanted one, but for lost characters: where one stands as found, any will do."""
    shape = "。.".join(re.escape(piece) for piece in UNKNOWABLE.split(text))
    return text == wanted or bool(re.fullmatch(shape, wanted))


def _bare(text: str) -> str:
    return "".join(text.split())


def _line(words: str, outcomes: Iterable[Outcome]) -> Iterator[str]:
    found = list(outcomes)
    if not found:
        return
    shares = [sum(flags) / len(found) for flags in zip(
        *((one.is_exact, one.is_same_text, one.is_same_key) for one in found), strict=True
    )]  # fmt: skip
    cpu = sum(one.cpu_ms for one in found) / len(found)
    yield f"  {words:<36}{len(found):>7}{shares[0]:>9.1%}{shares[1]:>12.1%}{shares[2]:>10.1%}{cpu:>9.2f}"
