"""Runs the tests with one thing switched off, in a forked child of a process that has imported and collected all.

A plugin for pytest: it takes the place of the test loop. First a child runs every test once, to learn which are green,
how long they take and which code each reaches; then one child a switch runs those that can notice, quickest first, up
to the first red one.
"""

import inspect
import os
import pickle
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.outline import Outlines, Place, outlines_of
from tests.mutation.spread import clear_caches, readers_of, throw
from tests.mutation.switches import Switch
from tests.tables import ORDER, words_of

CLOCKS = frozenset({"process_time", "perf_counter", "monotonic"})
LIMIT_S, LEARNING_S = 60, 600
"""A child that runs longer is stopped: its switch sent the code round in circles, which is noticed too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What one test did with nothing switched off."""

    node: str
    is_green: bool
    seconds: float
    reached: frozenset[Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one switch."""

    switch: Switch
    killer: str | None
    """The case that went red first; None = the switch survived."""
    note: str = ""


@dataclass(slots=True, kw_only=True)
class Machine:
    """The plugin: switches by the folder that the collected tests belong to."""

    switches: Sequence[Switch]
    modules: list[str]
    """Whose constants may be reached: the project's own modules."""
    jobs: int = 2
    verdicts: list[Verdict] = field(default_factory=list)
    red: list[str] = field(default_factory=list)
    """Tests that are red with nothing switched off: they can notice nothing."""
    cases: int = 0
    """Green tests that can notice something."""
    _outlines: Outlines = field(default_factory=Outlines)
    _cases: dict[str, Case] = field(default_factory=dict)
    _killers: dict[str, int] = field(default_factory=dict)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of the test loop."""
        items = [item for item in session.items if _is_named_case(item)]
        tests = {item.module.__name__ for item in items if isinstance(item, pytest.Function)}
        self._outlines = outlines_of(self.modules, tests=tests)
        self._cases = {case.node: case for case in _in_child(lambda: self._learn(items))}
        self.red = [case.node for case in self._cases.values() if not case.is_green]
        green = [item for item in items if self._cases[item.nodeid].is_green]
        self.cases = len(green)
        self.verdicts = list(self._try_all(green))
        return True

    def _learn(self, items: Sequence[pytest.Item]) -> list[Case]:
        """Run every test once and watch which code it reaches; fixtures of a file count for all of its tests."""
        found: list[tuple[pytest.Item, Case]] = []
        shared: dict[Path, set[Place]] = {}
        for item, following in _pairs(items):
            clear_caches(self._outlines)
            seen: set[Place] = set()
            began = time.perf_counter()
            with _watching(seen):
                is_green = not _is_red(item, following)
            shared.setdefault(item.path, set()).update(_of_fixtures(item, seen))
            seconds = time.perf_counter() - began
            case = Case(node=item.nodeid, is_green=is_green, seconds=seconds, reached=frozenset(seen))
            found.append((item, case))
        return [
            Case(node=case.node, is_green=case.is_green, seconds=case.seconds,
                 reached=case.reached | shared.get(item.path, set()))
            for item, case in found
        ]

    def _try_all(self, items: Sequence[pytest.Item]) -> Iterator[Verdict]:
        """Try the switches, several at a time; give the verdicts as they come."""
        waiting, running = list(reversed(self.switches)), dict[int, tuple[Switch, Any]]()
        while waiting or running:
            while waiting and len(running) < self.jobs:
                switch = waiting.pop()
                chosen = self._chosen(switch, items)
                if not chosen:
                    yield Verdict(switch=switch, killer=None, note="no case reaches it")
                    continue
                kept = tempfile.TemporaryFile()  # noqa: SIM115 - closed when its child is reaped
                running[_fork(partial(self._try, switch, chosen), kept)] = switch, kept
            if running:
                pid, status = os.wait()
                switch, kept = running.pop(pid)
                yield self._judged(switch, status, kept)

    def _chosen(self, switch: Switch, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """Choose the tests that can notice a switch: those that name it first, then those that killed before."""
        places = readers_of(self._outlines, switch)
        able = [item for item in items if places is None or places & self._cases[item.nodeid].reached]
        word = switch.part.rpartition(": ")[2]

        def order(item: pytest.Item) -> tuple[bool, int, float]:
            is_named = bool(word) and word in _words_of(item)
            return not is_named, -self._killers.get(item.nodeid, 0), self._cases[item.nodeid].seconds

        return sorted(able, key=order)

    def _try(self, switch: Switch, items: Sequence[pytest.Item]) -> tuple[str | None, str]:
        """Throw the switch and run the tests up to the first red one; in a child."""
        try:
            throw(self._outlines, switch)
        except Exception as error:  # noqa: BLE001 - whatever a constant's users raise on import is the finding
            return None, f"cannot be switched off: {type(error).__name__}: {str(error)[:80]}"
        ORDER.word, ORDER.stops = switch.part.rpartition(": ")[2], True
        for item, following in _pairs(items):
            if _is_red(item, following):
                return item.nodeid, ""
        return None, "no case turns red"

    def _judged(self, switch: Switch, status: int, kept: Any) -> Verdict:
        """Read what a child found."""
        with kept:
            kept.seek(0)
            data = kept.read()
        if not data:
            ended = f"the child ended with {os.waitstatus_to_exitcode(status)}"
            is_stopped = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM
            return Verdict(switch=switch, killer=f"(not done in {LIMIT_S} s)" if is_stopped else None, note=ended)
        killer, note = pickle.loads(data)  # noqa: S301 - our own child wrote it
        if killer is not None:
            self._killers[killer] = self._killers.get(killer, 0) + 1
        return Verdict(switch=switch, killer=killer, note=note)


def _is_named_case(item: pytest.Item) -> bool:
    """Say whether a test is a case: it draws no input of its own, and takes no time, which a busy machine turns red."""
    function: Any = getattr(item, "obj", None)
    names = getattr(getattr(inspect.unwrap(function), "__code__", None), "co_names", ())
    return not getattr(function, "is_hypothesis_test", False) and not CLOCKS & set(names)


def _words_of(item: pytest.Item) -> str:
    """Give the strings that a test is called with, those of its table's rows among them."""
    called = getattr(item, "callspec", None)
    values = called.params.values() if called else ()
    return "\n".join([*(value for value in values if isinstance(value, str)), words_of(getattr(item, "obj", None))])


def _pairs(items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Give each test and the one after it, as pytest wants them."""
    return zip(items, [*items[1:], None], strict=True)


def _is_red(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Run one test; say whether it failed."""
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _of_fixtures(item: pytest.Item, seen: set[Place]) -> set[Place]:
    """Give what may have been reached by a fixture that later tests of the file share: all, where it has such."""
    defined = getattr(item, "_fixtureinfo").name2fixturedefs  # noqa: B009 - no public way to ask
    shared = any(one.scope != "function" and one.baseid for rows in defined.values() for one in rows)
    return seen if shared else set()


class _watching:  # noqa: N801 - used as a word: `with _watching(seen)`
    """Note every piece of code that is entered while the context lasts."""

    def __init__(self, seen: set[Place]) -> None:
        self.seen = seen

    def __enter__(self) -> None:
        sys.setprofile(self._note)

    def __exit__(self, *ended: object) -> None:
        sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            code = frame.f_code
            self.seen.add((code.co_filename, code.co_firstlineno, code.co_name))


def _fork(work: Callable[[], object], kept: Any, *, limit_s: int = LIMIT_S) -> int:
    """Do something in a child, which pickles its result into `kept`; give the child's number."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(limit_s)
        kept.write(pickle.dumps(work()))
        kept.flush()
    finally:
        os._exit(0)


def _in_child(work: Callable[[], Any]) -> Any:
    """Do something in a child and give its result, so that nothing of it stays here."""
    with tempfile.TemporaryFile() as kept:
        _, status = os.waitpid(_fork(work, kept, limit_s=LEARNING_S), 0)
        kept.seek(0)
        data = kept.read()
    if not data:
        raise RuntimeError(f"the tests did not run: their process ended with {os.waitstatus_to_exitcode(status)}")
    return pickle.loads(data)  # noqa: S301 - our own child wrote it
