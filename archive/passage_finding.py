"""Which sentences and paragraphs recur: the units of all texts, spilled to disk by their keys, then sorted and counted.

Numpy over slices of the keys, so that memory does not grow with the archive. Pure but for the unnamed files; what is
done with the finds stands in `archive.passages`.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

import numpy as np
from numpy.typing import NDArray

from archive.passage_reports import Reports
from archive.passage_units import PARAGRAPH, Unit

RECORD = np.dtype(
    [("key", "<u8"), ("report", "<u4"), ("start", "<u4"), ("end", "<u4"), ("figures", "<u4")]
)
"""One unit at one place; `report` is its place among `Reports`."""
REPORTS_A_SLICE = 16_384
"""About a million units, 24 MB and three times that while it is sorted."""
BATCH = 65_536
"""Units held before they are written."""
Numbers = NDArray[np.int64]


class Spill:
    """Units on disk, in slices of equal ranges of the key; files without names, gone with the process."""

    def __init__(self, folder: Path, reports: int) -> None:
        slices = 1
        while slices * REPORTS_A_SLICE < reports:
            slices *= 2
        self._stack = ExitStack()
        make = tempfile.TemporaryFile
        self._files: list[IO[bytes]] = [self._stack.enter_context(make(dir=folder)) for _ in range(slices)]
        self._shift = np.uint64(64 - slices.bit_length() + 1)
        self._waiting: list[tuple[int, int, int, int, int]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, report: int, units: Iterable[Unit]) -> None:
        """Take the units of a report; reports come in ascending order."""
        self._waiting += [(unit.key, report, unit.start, unit.end, unit.figures) for unit in units]
        if len(self._waiting) >= BATCH:
            self._flush()

    def slices(self) -> Iterator[np.ndarray]:
        """Give the records of each slice, the lowest keys first; inside one by report and place."""
        self._flush()
        for file in self._files:
            file.seek(0)
            yield np.frombuffer(file.read(), dtype=RECORD)

    def _flush(self) -> None:
        records = np.array(self._waiting, dtype=RECORD)
        self._waiting.clear()
        if len(self._files) == 1:
            self._files[0].write(records.tobytes())
            return
        chosen = records["key"] >> self._shift
        for number, file in enumerate(self._files):
            file.write(records[chosen == number].tobytes())


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Passages of a slice, in the order of their keys; and their uses, in the order of passages and reports."""

    is_paragraph: NDArray[np.bool_]
    reports: Numbers
    """How many different ones."""
    sites: Numbers
    figures: Numbers
    first: Numbers
    """Row among the uses of the first use."""
    uses: np.ndarray
    """Records."""
    passage: Numbers
    """Of each use: its passage, from 0."""
    is_counted: NDArray[np.bool_]


def shared(records: np.ndarray, reports: Reports) -> Found:
    """Find what two different reports or more have; a report counts once, at its first place."""
    records, group = _of_several(records)
    rank = reports.rank[records["report"]]
    is_counted = _counted(group, reports.family[records["report"]], rank, reports.items)
    count = np.bincount(group[is_counted], minlength=_size(group))
    kept = (count >= 2)[group] if len(group) else np.zeros(0, dtype=bool)
    records, rank, is_counted = records[kept], rank[kept], is_counted[kept]
    group = _renumbered(group[kept])
    order = np.lexsort((rank, group))
    first = order[_begins(group[order])]
    return Found(
        is_paragraph=(records["key"][first] & PARAGRAPH).astype(bool), reports=count[count >= 2],
        sites=_sites(group, records["report"], reports), figures=_distinct(group, records["figures"]),
        first=first, uses=records, passage=group, is_counted=is_counted,
    )  # fmt: skip


def _of_several(records: np.ndarray) -> tuple[np.ndarray, Numbers]:
    """Sort by key, drop what a report repeats, keep keys of two reports and more; number the keys."""
    records = records[np.argsort(records["key"], kind="stable")]
    again = np.zeros(len(records), dtype=bool)
    again[1:] = (records["key"][1:] == records["key"][:-1]) & (records["report"][1:] == records["report"][:-1])
    records = records[~again]
    group = _renumbered(records["key"])
    kept = (np.bincount(group) >= 2)[group] if len(group) else np.zeros(0, dtype=bool)
    return records[kept], _renumbered(group[kept])


def _counted(group: Numbers, family: Numbers, rank: Numbers, items: dict[int, frozenset[int]]) -> NDArray[np.bool_]:
    """Say which uses count: of each family the first used; of a compilation none where an item of it counts."""
    is_counted = np.zeros(len(group), dtype=bool)
    order = np.lexsort((rank, family, group))
    is_first = _begins(group[order]) | _begins(family[order])
    is_counted[order[is_first]] = True
    compilations = np.flatnonzero(is_counted & np.isin(family, np.fromiter(items, dtype=np.int64)))
    beside: list[int] = []
    seen, present = -1, set[int]()
    for at in compilations.tolist():
        if group[at] != seen:  # a formula of thousands of reports is looked up once, not for each compilation in it
            seen = group[at]
            low, high = np.searchsorted(group, [seen, seen + 1])
            present = set(family[low:high].tolist())
        if not items[int(family[at])].isdisjoint(present):
            beside.append(at)
    is_counted[beside] = False
    return is_counted


def _sites(group: Numbers, report: np.ndarray, reports: Reports) -> Numbers:
    """Count the distinct hosts of each group's reports."""
    starts, ends = reports.site_starts[report], reports.site_starts[report.astype(np.int64) + 1]
    many = ends - starts
    owner = np.repeat(group, many)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(many) - many, many)
    return _distinct(owner, reports.sites[np.repeat(starts, many) + within], size=_size(group))


def _distinct(group: Numbers, value: np.ndarray, *, size: int | None = None) -> Numbers:
    """Count the distinct values of each group; 0 for a group without any."""
    order = np.lexsort((value, group))
    is_new = _begins(group[order]) | _begins(value[order])
    return np.bincount(group[order][is_new], minlength=_size(group) if size is None else size)


def _begins(values: np.ndarray) -> NDArray[np.bool_]:
    """Say at which places of a sequence another value begins."""
    begins = np.ones(len(values), dtype=bool)
    begins[1:] = values[1:] != values[:-1]
    return begins


def _renumbered(values: np.ndarray) -> Numbers:
    """Number the runs of equal values from 0."""
    return np.cumsum(_begins(values)) - 1


def _size(group: Numbers) -> int:
    return int(group[-1]) + 1 if len(group) else 0
