"""The pool of worker processes that read pages: bounded, killable, replaced when they die. No Scrapy here.

Each worker is driven by one thread of this process, so the same pool serves an event loop (`await pool.read(task)`)
and plain code (`for task, answer in pool.map(tasks)`). What a worker does is in `crawler.worker`.
"""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self, TypeVar, cast

from crawler.errors import WorkerLost
from crawler.worker import READ_TASK, Answer, Given, Killed, Limits, Task, receive, send

AnyTask = TypeVar("AnyTask", Task, Given)
ROOT = Path(__file__).resolve().parent.parent
WATCH_S = 0.25
"""How often wall time is looked at from outside."""
GRACE_S = 1.0
"""Seconds that a worker's own timer has before we kill it from outside."""
START_S = 60.0
"""Seconds that a worker may take to start; a loaded machine needs several."""
STOP_S = 2.0
QUEUED = 2
"""Tasks waiting for each worker, so that none idles while its next task is being sent."""


def cores() -> int:
    """Count the cores that this process may use; at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


class Worker:
    """One worker process and the pipes to it. Used by one thread; `overdue` and `kill` by the watch as well."""

    def __init__(self, work: str, limits: Limits) -> None:
        self.limits = limits
        self.pages = 0
        self.deadline: float | None = None
        """Monotonic time after which it is killed; None while it waits."""
        self._is_ready = False
        self._was_killed = False
        path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH", "")) if part)
        # -P keeps the current folder off the path: a data folder may hold any file name.
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "crawler.worker", work,
             str(limits.cpu_s), str(limits.wall_s), str(limits.memory_mb)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path},
            **_apart(),
        )
        assert self._process.stdin is not None  # noqa: S101 - both are pipes, says the call above
        assert self._process.stdout is not None  # noqa: S101
        self._tasks = cast(BinaryIO, self._process.stdin)
        self._answers = cast(BinaryIO, self._process.stdout)

    def ask(self, task: Any) -> Any:  # noqa: ANN401 - tests drive other work than reading
        """Have one task done; a worker that dies over it gives `Killed`. Raises WorkerLost where it cannot start."""
        self._wait_ready()
        self.pages += 1
        self.deadline = time.monotonic() + self.limits.wall_s + GRACE_S
        try:
            send(self._tasks, task)
            return receive(self._answers)
        except (EOFError, OSError):
            return self._obituary()
        finally:
            self.deadline = None

    def _wait_ready(self) -> None:
        """Wait for the first sign of life, so that imports do not count against the first page."""
        if self._is_ready:
            return
        self.deadline = time.monotonic() + START_S
        try:
            receive(self._answers)
        except (EOFError, OSError) as error:
            raise WorkerLost(f"a worker process did not start (exit code {self._process.wait()})") from error
        finally:
            self.deadline = None
        self._is_ready = True

    def _obituary(self) -> Killed:
        """Say which limit the process died of."""
        code = self._process.wait()
        limits = self.limits
        if code == -getattr(signal, "SIGPROF", 0):
            return Killed(limit="cpu", detail=f"more than {limits.cpu_s:g} s of CPU")
        if self._was_killed or code == -getattr(signal, "SIGALRM", 0):
            return Killed(limit="wall", detail=f"more than {limits.wall_s:g} s")
        return Killed(limit="died", detail=f"the worker ended with exit code {code}")

    def is_spent(self, answer: object) -> bool:
        """True where the process is dead, or is to be replaced before its next page."""
        return isinstance(answer, Killed) or self.pages >= self.limits.pages or self._process.poll() is not None

    def is_overdue(self, now: float) -> bool:
        """True where the task has outlived its deadline."""
        deadline = self.deadline
        return deadline is not None and now > deadline

    def kill(self) -> None:
        """End the process at once."""
        self._was_killed = True
        self._process.kill()

    def stop(self) -> None:
        """Let the process end by itself, or end it, and leave no zombie."""
        for pipe in (self._tasks, self._answers):
            with contextlib.suppress(OSError):  # unsent bytes to a dead worker
                pipe.close()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _apart() -> dict[str, Any]:
    """Give the options that keep Ctrl-C of the terminal away from workers: the parent decides."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


class Pool:
    """Some workers and a bounded queue of tasks for them."""

    def __init__(self, size: int | None = None, *, work: str = READ_TASK, limits: Limits | None = None) -> None:
        self.size = max(1, size or cores())
        self._work = work
        self._limits = limits or Limits()
        self._workers: list[Worker] = []
        self._idle: deque[Worker] = deque()
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._room = asyncio.Semaphore(self.size * (1 + QUEUED))
        self._threads = ThreadPoolExecutor(self.size, thread_name_prefix="reader")
        self._watch = threading.Thread(target=self._watch_time, name="reader-watch", daemon=True)
        self._watch.start()

    def warm_up(self) -> None:
        """Start all processes now and do not wait for them, so that the first pages find them ready."""
        with self._lock:
            for _ in range(self.size - len(self._workers)):
                self._idle.append(self._start())

    async def read(self, task: Task) -> Answer:
        """Read one capture in a worker; waits where all of them and their queue are busy."""
        async with self._room:
            answer: Answer = await asyncio.wrap_future(self.submit(task))
            return answer

    def map(self, tasks: Iterable[AnyTask], *, ahead: int = QUEUED) -> Iterator[tuple[AnyTask, Answer]]:
        """Read many captures in parallel, answers in the order of the tasks; takes tasks only as it needs them.

        `ahead`: tasks waiting for each worker; more where the caller is away for longer than reading takes.
        """
        waiting: deque[tuple[AnyTask, Future[Answer]]] = deque()
        for task in tasks:
            waiting.append((task, self.submit(task)))
            if len(waiting) >= self.size * (1 + ahead):
                yield waiting[0][0], waiting.popleft()[1].result()
        while waiting:
            yield waiting[0][0], waiting.popleft()[1].result()

    def close(self) -> None:
        """Drop what waits, let running tasks end (their limits bound that), and leave no process behind."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._closed.set()
        self._watch.join()
        for worker in self._workers:
            worker.stop()
        self._workers.clear()
        self._idle.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, task: Task | Given) -> "Future[Answer]":
        """Put a task before the threads; each takes a worker of its own for it. The caller bounds how many wait."""
        return self._threads.submit(self._do, task)

    def _do(self, task: Task | Given) -> Answer:
        """Have an idle worker do the task, and replace it where that was its last."""
        with self._lock:
            worker = self._idle.pop() if self._idle else self._start()
        answer: Answer = Killed(limit="died", detail="the worker was lost")
        try:
            answer = worker.ask(task)
        finally:
            self._put_back(worker, answer)
        return answer

    def _put_back(self, worker: Worker, answer: Answer) -> None:
        """Keep the worker for the next task; start a fresh one where it is spent."""
        if not worker.is_spent(answer):
            with self._lock:
                self._idle.append(worker)
            return
        worker.stop()
        with self._lock:
            self._workers.remove(worker)
            if not self._closed.is_set():
                self._idle.append(self._start())

    def _start(self) -> Worker:
        """Start a process; the caller holds the lock."""
        worker = Worker(self._work, self._limits)
        self._workers.append(worker)
        return worker

    def _watch_time(self) -> None:
        """Kill from outside what its own timers did not end: without such timers, or stopped by someone."""
        while not self._closed.wait(WATCH_S):
            now = time.monotonic()
            with self._lock:
                for worker in self._workers:
                    if worker.is_overdue(now):
                        worker.kill()
