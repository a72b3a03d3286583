"""Runs one contestant in a process of its own and takes its time: wall clock, and the CPU of it and its children."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """One run: seconds on the clock, and CPU seconds of the process and of all it waited for."""

    wall_s: float
    cpu_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What a page takes, start-up taken off."""

    pages_a_second: float
    cpu_ms: float


def lap(words: Sequence[str], *, log: Path) -> Lap:
    """Run a command to its end; its output goes to `log`. Raises RuntimeError where it fails outright."""
    began = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen([sys.executable, *words], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)  # it is reaped: Popen must not wait for it again
    if process.returncode not in (0, 3):  # 3: finished, some URLs refused
        raise RuntimeError(f"{' '.join(words[:4])} ended with {process.returncode}: {log.read_text()[-2000:]}")
    return Lap(wall_s=wall, cpu_s=used.ru_utime + used.ru_stime)


def pace(run: Callable[[int], Lap], *, pages: int, few: int, rounds: int) -> Pace:
    """Take the median pace over `rounds` runs; a run of a `few` pages is taken off as start-up."""
    start = [run(few) for _ in range(rounds)]
    whole = [run(pages) for _ in range(rounds)]
    wall = median(one.wall_s for one in whole) - median(one.wall_s for one in start)
    cpu = median(one.cpu_s for one in whole) - median(one.cpu_s for one in start)
    return Pace(pages_a_second=(pages - few) / wall, cpu_ms=cpu / (pages - few) * 1000)
