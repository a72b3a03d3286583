"""A crawl that is killed at any moment and started again ends as one that never was: nothing lost, nothing doubled."""

import contextlib
import os
import random
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from crawler.demo import Demo, serve
from crawler.demo.layout import BOARD, HOSTS
from tests.journeys import comparing
from tests.journeys.runs import BOUND_S, ROOT, Kept, command, gongwen, resolving, surroundings

pytestmark = [pytest.mark.journey, pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")]
REPORTS = 60
MOMENTS = 3


def kill_during(demo: Demo, data: Path, *, at_request: int, after_s: float) -> int:
    """Crawl the board, and kill -9 the crawl some time after a request came in; give its exit code."""
    process = subprocess.Popen(
        command(data, "crawl", BOARD, *resolving(demo.resolve_rules)), cwd=ROOT, env=surroundings(),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )
    timers: list[threading.Timer] = []

    def kill() -> None:
        with contextlib.suppress(ProcessLookupError):  # it ended by itself just before
            os.kill(process.pid, signal.SIGKILL)

    def heard(number: int) -> None:
        if number == at_request:
            timers.append(threading.Timer(after_s, kill))
            timers[0].start()

    demo.requests.clear()
    demo.heard = heard
    try:
        return process.wait(timeout=BOUND_S)
    finally:
        demo.heard = None
        for timer in timers:
            timer.join()


def test_killed_three_times_and_ended_as_if_never(tmp_path: Path) -> None:
    moments = random.Random(os.environ.get("GONGWEN_TEST_SEED"))  # noqa: S311 - any moment will do, none is secret
    data, calm = tmp_path / "killed", tmp_path / "calm"
    with serve(reports=REPORTS) as demo:
        plan = [(moments.randint(3, 25), moments.uniform(0, 0.3)) for _ in range(MOMENTS)]
        codes = [kill_during(demo, data, at_request=number, after_s=delay) for number, delay in plan]
        assert -signal.SIGKILL in codes, f"no kill struck: {plan}"
        last = gongwen(data, "crawl", BOARD, *resolving(demo.resolve_rules))
        assert last.code in (0, 3), last.err
        gongwen(calm, "crawl", BOARD, *resolving(demo.resolve_rules))
        truths = [truth for truth in demo.truths() if truth.site == BOARD]
    kept = Kept(data)
    assert comparing.text_differences(truths, kept) == [], plan
    assert comparing.reports_of_nothing(truths, kept) == [], plan
    assert comparing.fact_differences(truths, kept) == [], plan
    assert comparing.state_differences(truths, kept) == [], plan
    assert list(kept.told()) == list(Kept(calm).told()), plan
    assert kept.is_sound()


def test_no_page_is_fetched_again_that_was_captured_before_the_kill(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with serve(reports=REPORTS) as demo:
        assert kill_during(demo, data, at_request=30, after_s=0.1) == -signal.SIGKILL
        in_flight = 8 + 1
        captured = set(Kept(data).states(HOSTS[BOARD])) & {
            row["url"] for row in Kept(data).rows("SELECT url FROM captures")
        }
        demo.requests.clear()
        gongwen(data, "crawl", BOARD, *resolving(demo.resolve_rules))
        again = {f"http://{host}{target}" for host, target, _ in demo.requests} & captured
    threads = [url for url in again if "/thread-" in url]
    assert len(threads) <= in_flight, threads
