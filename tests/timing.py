"""Whether work ends in time on whatever machine the tests run, slow or busy; what the work is stands in the tests.

A limit is in seconds of CPU of the machine these tests were written on, when it is idle. Another machine's pace is
measured beside the work, and its limit is as many times longer as it is slower: work that grows with the square of
its input is caught on each of them, and no test fails because of its neighbours.
"""

import gc
import re
import statistics
import sys
import time
from collections.abc import Callable
from functools import _lru_cache_wrapper
from typing import TypeVar

from lxml import html

T = TypeVar("T")
TRIES = 3
"""A neighbour seldom takes the caches from all three runs; slow work is slow in each."""
ROOMS = {"cleaners", "archive", "crawler"}
"""Their caches of a bounded size hold answers; those without a bound hold tables, which a process makes once."""
SPELLS = 5
"""Runs of the yardstick of which the middle one counts."""
YARDSTICK_SECONDS = 0.015
"""CPU of one yardstick on the idle machine: 2 cores, Python 3.11; 0.014 to 0.017 in ten processes."""
PARAGRAPH = "今年以来，全镇上下齐心协力，清理河道三公里，新修水渠两条，2021年3月4日，群众生活有了明显改善。"
PIECE = f"<div class='a'><p id='b'>{PARAGRAPH}</p><a href='/x/1.html'>下一页</a></div>"
PAGE = f"<html><body>{PIECE * 400}</body></html>"
SHAPE = re.compile(r"(?:清理|新修)[^，。]{1,9}|\d{4}年\d{1,2}月\d{1,2}日|(?:[^，。]{1,30})有了")
"""Bounded at each place: it reads a text once or thirty times, never its square."""


def assert_quick(work: Callable[[], T], *, seconds: float, name: str = "") -> T:
    """Give what the work gives; fail when three runs of it each took more CPU than the limit.

    `seconds` are of the idle machine. The yardstick is laid on only when a run took longer than that, so that quick
    work costs nothing but itself. Work may run up to three times: it must not change what it reads.
    """
    took = []
    for _ in range(TRIES):
        began = time.process_time()
        result = work()
        spent = time.process_time() - began
        if spent <= seconds or spent <= limit_at(seconds, yardstick()):
            return result
        took.append(spent)
        _forget()
    runs = ", ".join(f"{spent:.3f}" for spent in took)
    limit = limit_at(seconds, yardstick())
    raise AssertionError(f"{name or 'the work'} took {runs} s of CPU; at this machine's pace the limit is {limit:.3f}")


def _forget() -> None:
    """Leave the next try neither answers that are ready nor what earlier tests left to walk over."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ROOMS:
            for value in list(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()
    gc.collect()


def limit_at(seconds: float, measured: float) -> float:
    """Give the limit on a machine whose yardstick takes `measured` seconds; a quicker machine gets no shorter one."""
    return seconds * max(1.0, measured / YARDSTICK_SECONDS)


def yardstick() -> float:
    """Give the seconds of CPU that the fixed piece of work takes here and now: the middle one of five runs."""
    return statistics.median(_spell() for _ in range(SPELLS))


def _spell() -> float:
    """Time a piece of what readers do: a loop of Python, an expression over Chinese text, a walk through a tree."""
    began = time.process_time()
    counts: dict[str, int] = {}
    for sign in PAGE:
        counts[sign] = counts.get(sign, 0) + 1
    found = SHAPE.findall(PAGE)
    kept = [element.text for element in html.fromstring(PAGE).iter("p", "a") if element.get("id") != "c"]
    assert (len(kept), len(found) > 1000, counts["河"]) == (800, True, 400)
    return time.process_time() - began
