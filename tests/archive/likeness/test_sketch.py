"""Sketches: packed and unpacked without loss, and the same share of each text, so that shares can be compared."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from archive.likeness.grams import han_of, points_of
from archive.likeness.sketch import BITS, LEAST_RUNS, LONG, RUN, SHORT, Sketch, share_of, sketch_of, unpacked
from tests.archive.made_reports import made
from tests.tables import table


def sketched(text: str) -> Sketch:
    return sketch_of(han_of(points_of(text))[0])


@given(st.sets(st.integers(0, (1 << BITS) - 1), max_size=60), st.integers(0, 5000))
def test_what_is_packed_comes_back(hashes: set[int], runs: int) -> None:
    sketch = Sketch(runs=runs, hashes=np.array(sorted(hashes), dtype=np.uint64))
    packed = sketch.packed()
    back = unpacked(packed, runs)
    assert (len(packed), back.runs, back.hashes.tolist()) == (6 * len(hashes), runs, sorted(hashes))
    assert back.indexed().tolist() == sketch.indexed().tolist()


@given(st.text(st.sampled_from("今年以来镇党委组织干部，12X"), max_size=400))
def test_any_text_has_a_sketch_that_is_ascending_and_comes_back(text: str) -> None:
    sketch = sketched(text)
    hashes = sketch.hashes.tolist()
    assert hashes == sorted(set(hashes))
    assert unpacked(sketch.packed(), sketch.runs).hashes.tolist() == hashes


@table(
    ("runs", "share"),
    [(0, 1), (LEAST_RUNS, 1), (SHORT - 1, 1), (SHORT, 8), (LONG - 1, 8), (LONG, 32), (400_000, 32)],
)
def test_a_long_text_is_indexed_by_a_smaller_share(runs: int, share: int) -> None:
    assert share_of(runs) == share


@table(("han", "least", "most"), [(SHORT + RUN - 2, 191, 191), (600, 50, 100), (4000, 80, 175), (40_000, 1000, 1500)])
def test_so_many_hashes_are_looked_for(han: int, least: int, most: int) -> None:
    draw = np.random.default_rng(7).integers(0x4E00, 0x9FFF, han)
    sketch = sketched("".join(map(chr, draw.tolist())))
    assert least <= len(sketch.indexed()) <= most
    assert len(sketch.hashes) == len(sketch.indexed(8 if sketch.runs >= SHORT else 1))


def test_the_same_share_of_two_texts_is_kept_whatever_their_lengths() -> None:
    part, whole = sketched(made(1, 20)), sketched(made(1, 20) + made(2, 200))
    assert (part.share, whole.share) == (8, 32)
    common = set(part.indexed(32).tolist()) & set(whole.indexed().tolist())
    assert len(common) >= len(part.indexed(32)) - 1, "all of the excerpt's, but where it joins"
    assert set(part.indexed(32).tolist()) < set(part.indexed().tolist())


def test_repetition_is_kept_once() -> None:
    sketch = sketched("一" * 5000)
    assert (sketch.runs, len(sketch.hashes)) in {(4993, 0), (4993, 1)}
