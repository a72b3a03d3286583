"""The kit that times work fails what is slow on each try, and nothing else."""

import re
import time
from collections.abc import Callable, Iterator

import pytest

from cleaners.rules.lines import lines_of
from tests.timing import TRIES, YARDSTICK_SECONDS, assert_quick, limit_at, yardstick

SQUARE = re.compile("(?:ab)+c")
"""Looks from each place of the text to its end: quadratic."""
LINE = re.compile("(?:ab)++c|(?<!ab)abd")
SHORT, LONG = "ab" * 300, "ab" * 5_000
"""About 0.3 ms and 0.2 s of the quadratic expression on the machine that the limits are of."""
LIMIT = 0.02


def spinning(*seconds: float) -> Callable[[], str]:
    """Give work that takes these many seconds of CPU, one after the other."""
    spells: Iterator[float] = iter(seconds)

    def work() -> str:
        end = time.process_time() + next(spells)
        while time.process_time() < end:
            pass
        return "done"

    return work


def test_what_the_work_gives_comes_back() -> None:
    assert assert_quick(lambda: "甲", seconds=LIMIT) == "甲"


def test_a_square_is_caught_and_its_small_case_is_not() -> None:
    assert_quick(lambda: SQUARE.search(SHORT), seconds=LIMIT)
    with pytest.raises(AssertionError, match=r"^the square took [\d., ]+ s of CPU"):
        assert_quick(lambda: SQUARE.search(LONG), seconds=LIMIT, name="the square")


def test_linear_work_on_the_same_text_passes() -> None:
    assert_quick(lambda: LONG.count("abc"), seconds=LIMIT)


def test_a_second_try_finds_no_answers_ready() -> None:
    much = 6 * LIMIT * limit_at(1, yardstick())
    spin = spinning(much, 0.0)
    lines_of.cache_clear()

    def work() -> int:
        lines_of("一\n二\n")
        spin()
        return lines_of.cache_info().misses

    assert assert_quick(work, seconds=LIMIT) == 1
    assert lines_of.cache_info().hits == 0


def test_one_try_within_the_limit_is_enough() -> None:
    much = 6 * LIMIT * limit_at(1, yardstick())
    assert assert_quick(spinning(much, much, 0.0), seconds=LIMIT) == "done"
    with pytest.raises(AssertionError, match="the work took"):
        assert_quick(spinning(*[much] * TRIES, 0.0), seconds=LIMIT)


def test_waiting_is_no_work() -> None:
    """A busy machine gives a process its turn late: the clock on the wall goes on, that of the CPU does not."""
    assert_quick(lambda: time.sleep(0.06), seconds=LIMIT)


def test_a_failure_of_the_work_is_its_own() -> None:
    with pytest.raises(ZeroDivisionError):
        assert_quick(lambda: 1 / 0, seconds=LIMIT)


@pytest.mark.parametrize(
    ("times_slower", "limit"), [(0.2, 0.5), (1.0, 0.5), (1.5, 0.75), (3.0, 1.5)]
)  # a quicker machine keeps the limit
def test_the_limit_goes_with_the_machine(times_slower: float, limit: float) -> None:
    assert limit_at(0.5, times_slower * YARDSTICK_SECONDS) == pytest.approx(limit)


def test_the_yardstick_is_of_the_size_that_it_says() -> None:
    """Far from it, the limits would hold nothing: a machine twenty times as slow is none that runs these tests."""
    assert YARDSTICK_SECONDS / 20 < yardstick() < YARDSTICK_SECONDS * 20
