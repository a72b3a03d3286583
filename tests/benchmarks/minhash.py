"""The peers of finding duplicates: MinHash with LSH by datasketch and rensa. Run in an environment of their own.

`python tests/benchmarks/minhash.py FOLDER` reads FOLDER/pages.jsonl (rows with "id" and "text") and writes
FOLDER/minhash.json: {who: {"missing": why}}, or {who: {"clusters": {id: number}, "cpu_ms": a text, "bytes": a text}}.
Nothing of the project is imported. Runs of five characters, white space left out; what LSH joins is one cluster.
"""

import gc
import importlib
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

RUN = 5
FINEWEB, FINE = (14, 8), (32, 4)
"""Bands and rows: FineWeb's, and those that find a likeness of 0.4 of which the estimate must then be as high."""
LEAST = 0.4
Likes = Callable[[str, str], list[str]]
"""Takes an id and its text; gives the ids of earlier texts that are alike, and keeps this one."""


def datasketch(bands: int, rows: int, least: float) -> Likes:
    """datasketch.MinHashLSH; with a least estimate where `least` is above 0."""
    module = importlib.import_module("datasketch")
    index = module.MinHashLSH(num_perm=bands * rows, params=(bands, rows))
    kept: dict[str, Any] = {}

    def likes(name: str, text: str) -> list[str]:
        one = module.MinHash(num_perm=bands * rows)
        one.update_batch([run.encode() for run in runs_of(text)])
        found = [other for other in index.query(one) if not least or one.jaccard(kept[other]) >= least]
        index.insert(name, one)
        if least:
            kept[name] = one
        return found

    return likes


def rensa(bands: int, rows: int, least: float) -> Likes:
    """rensa.RMinHash with its RMinHashLSH."""
    module = importlib.import_module("rensa")
    index = module.RMinHashLSH(threshold=least or 0.7, num_perm=bands * rows, num_bands=bands)
    kept: list[tuple[str, Any]] = []

    def likes(name: str, text: str) -> list[str]:
        one = module.RMinHash(num_perm=bands * rows, seed=42)
        one.update(runs_of(text))
        found = [kept[at] for at in index.query(one)]
        index.insert(len(kept), one)
        kept.append((name, one))
        return [other for other, their in found if not least or one.jaccard(their) >= least]

    return likes


PEERS: dict[str, Callable[[], Likes]] = {
    "datasketch 14 x 8 (FineWeb's layout)": lambda: datasketch(*FINEWEB, 0.0),
    "datasketch 32 x 4, estimate >= 0.4": lambda: datasketch(*FINE, LEAST),
    "rensa 14 x 8": lambda: rensa(*FINEWEB, 0.0),
    "rensa 32 x 4, estimate >= 0.4": lambda: rensa(*FINE, LEAST),
}


def runs_of(text: str) -> list[str]:
    """Give the runs of five characters of a text, each once."""
    bare = "".join(text.split())
    return list({bare[at : at + RUN] for at in range(max(1, len(bare) - RUN + 1))})


def main() -> int:
    """Run every peer on all rows."""
    folder = Path(sys.argv[1])
    with (folder / "pages.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:  # one process each
        found = dict(pool.starmap(_measured, [(who, rows) for who in PEERS], chunksize=1))
    (folder / "minhash.json").write_text(json.dumps(found), encoding="utf-8")
    return 0


def _measured(who: str, rows: list[dict[str, str]]) -> tuple[str, dict[str, Any]]:
    try:
        likes = PEERS[who]()
    except ImportError as error:
        return who, {"missing": str(error)}
    gc.collect()
    before, began = _memory(), time.process_time()
    alike = {row["id"]: likes(row["id"], row["text"]) for row in rows}
    took, kept = time.process_time() - began, _memory() - before
    return who, {"clusters": _clusters(alike), "cpu_ms": 1000 * took / len(rows), "bytes": kept / len(rows)}


def _clusters(alike: dict[str, list[str]]) -> dict[str, int]:
    """Number the groups of texts that are joined, through others too."""
    parent = {name: name for name in alike}

    def top(name: str) -> str:
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    for name, others in alike.items():
        for other in others:
            parent[top(name)] = top(other)
    numbers = {name: number for number, name in enumerate(alike)}
    return {name: numbers[top(name)] for name in alike}


def _memory() -> int:
    """Give the bytes that this process has in memory; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
