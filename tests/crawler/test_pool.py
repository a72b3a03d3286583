"""The pool goes on, whatever a page does to its worker."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.pool import Pool
from crawler.worker import Killed, Limits

WORK = "tests.crawler.hostile_tasks:act"
LIMITS = Limits(cpu_s=0.5, wall_s=1.5, memory_mb=200, pages=4)


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(1, work=WORK, limits=LIMITS) as made:
        yield made


def ask(pool: Pool, *tasks: Any) -> list[Any]:
    return [answer for _, answer in pool.map(tasks)]


@pytest.mark.parametrize(
    ("task", "limit"), [("spin", "cpu"), ("hog", "memory"), ("exit", "died"), ("sleep", "wall"), ("raise", "memory")]
)
def test_a_page_that_kills_its_worker_is_told_and_the_next_is_served(pool: Pool, task: str, limit: str) -> None:
    before, killed, after = ask(pool, "fine", task, "fine")
    assert isinstance(killed, Killed)
    assert killed.limit == limit
    assert after[0] == "fine"
    assert after[1] != before[1], "a fresh process"


def test_the_page_after_a_killed_one_is_served_fast(pool: Pool) -> None:
    ask(pool, "exit")
    began = time.monotonic()
    assert ask(pool, "fine")[0][0] == "fine"
    assert time.monotonic() - began < 15.0


def test_output_of_a_page_does_not_mix_with_answers(pool: Pool) -> None:
    assert ask(pool, "print")[0][0] == "print"


def test_a_worker_is_replaced_after_its_number_of_pages(pool: Pool) -> None:
    pids = [answer[1] for answer in ask(pool, *["fine"] * 9)]
    assert len(set(pids[:4])) == 1
    assert len(set(pids)) == 3


def test_answers_come_in_the_order_of_the_tasks() -> None:
    with Pool(2, work=WORK, limits=LIMITS) as two:
        names = [answer[0] for answer in ask(two, "wait:0.3", "a", "b", "c", "wait:0.1", "d")]
    assert names == ["wait", "a", "b", "c", "wait", "d"]


def test_reads_from_an_event_loop_run_side_by_side() -> None:
    async def both(pool: Pool) -> list[Any]:
        return await asyncio.gather(*(pool.read(task) for task in ("wait:0.2", "spin", "fine", "fine")))  # type: ignore[arg-type]

    with Pool(2, work=WORK, limits=LIMITS) as two:
        answers = asyncio.run(both(two))
    assert isinstance(answers[1], Killed)
    assert [answer[0] for answer in (answers[0], answers[2], answers[3])] == ["wait", "fine", "fine"]


def test_closing_leaves_no_process() -> None:
    pool = Pool(2, work=WORK, limits=LIMITS)
    pids = {answer[1] for answer in ask(pool, "wait:0.2", "wait:0.2")}
    pool.close()
    assert pids
    assert not [pid for pid in pids if is_alive(pid)]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_workers_die_with_a_killed_parent(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    code = (
        "from crawler.pool import Pool\nfrom crawler.worker import Limits\n"
        f"pool = Pool(1, work={WORK!r}, limits=Limits(wall_s=2))\n"
        f"list(pool.map(['write:{mark}']))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code])
    wait_until(lambda: mark.exists() and mark.read_text() != "")
    worker = int(mark.read_text())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    wait_until(lambda: not is_alive(worker))


def test_workers_do_not_hear_ctrl_c_of_the_group(pool: Pool) -> None:
    pid = ask(pool, "fine")[0][1]
    os.kill(pid, signal.SIGINT)
    assert ask(pool, "fine")[0] == ("fine", pid)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return not Path("/proc/self").exists()


def wait_until(what: Any, seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited too long"
        threading.Event().wait(0.05)
