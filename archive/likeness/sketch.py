"""Sketches: a fixed share of a text's hashes, the same share of each text, by which texts in common are looked for.

FracMinHash: every run of eight Han characters whose hash lies under a limit is kept. What two texts share is then
found in the same share of both, however different their lengths (reference, sections 0 and 3: 0.999 of all true pairs
are candidates; MinHash with LSH finds half of them). A short text keeps more, or nothing would be left of it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.likeness.grams import Numbers, distinct, hashes_of

RUN: Final = 8
"""Han characters of a run: five let in twice the formulae, twelve lose re-worded copies (reference, section 3)."""
BITS: Final = 48
"""Bits kept of a hash: six bytes, and a positive integer for SQLite."""
KEPT_SHARE, INDEXED_SHARE = 8, 32
"""One hash in so many is kept, and one in so many looked for: 350 and 90 of a page."""
SHARES: Final = (1, KEPT_SHARE, INDEXED_SHARE)
LONG, SHORT = 768, 192
"""Runs from which a text is indexed by one hash in 32, and under which by all; between them by one in 8. So each text
has at least 24."""
LEAST_RUNS: Final = 24
"""Under so many a text is known by its key alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is kept of a text's runs of eight; ascending, each once."""

    runs: int
    """Overlapping runs in the text."""
    hashes: Numbers

    @property
    def share(self) -> int:
        """One hash in so many is looked for."""
        return share_of(self.runs)

    def indexed(self, share: int | None = None) -> Numbers:
        """Give the hashes that are looked for: the lowest ones, up to the limit of this share."""
        return self.hashes[: int(np.searchsorted(self.hashes, _limit(share or self.share)))]

    def packed(self) -> bytes:
        """Give the hashes as six bytes each."""
        return self.hashes.astype("<u8").view(np.uint8).reshape(-1, 8)[:, : BITS // 8].tobytes()


def share_of(runs: int) -> int:
    """Give how many hashes one stands for that is looked for in a text of so many runs."""
    return INDEXED_SHARE if runs >= LONG else KEPT_SHARE if runs >= SHORT else 1


def _limit(share: int) -> np.uint64:
    return np.uint64((1 << BITS) // share)


def sketch_of(folded: NDArray[np.uint32]) -> Sketch:
    """Make the sketch of a text from its folded Han characters."""
    hashes = hashes_of(folded, RUN) >> np.uint64(64 - BITS)
    runs = len(hashes)
    kept = hashes if runs < SHORT else hashes[hashes < _limit(KEPT_SHARE)]
    return Sketch(runs=runs, hashes=distinct(kept))


def unpacked(packed: bytes, runs: int) -> Sketch:
    """Make a sketch of what `packed` gave."""
    six = np.frombuffer(packed, dtype=np.uint8).reshape(-1, BITS // 8)
    eight = np.zeros((len(six), 8), dtype=np.uint8)
    eight[:, : BITS // 8] = six
    return Sketch(runs=runs, hashes=eight.reshape(-1).view("<u8").astype(np.uint64))
