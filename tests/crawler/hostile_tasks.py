"""Work for the pool that a bad page could cause; runs inside worker processes."""

import os
import signal
import threading
from pathlib import Path


def act(task: str) -> object:
    name, _, argument = task.partition(":")
    if name == "spin":
        while True:
            pass
    if name == "hog":
        return len(b"x" * 1_000_000_000)
    if name == "exit":
        os._exit(3)
    if name == "sleep":
        signal.pause()
    if name == "write":
        Path(argument).write_text(str(os.getpid()), encoding="ascii")
        signal.pause()
    if name == "print":
        print("stray output")  # noqa: T201 - this is the point
    if name == "wait":
        threading.Event().wait(float(argument))
    if name == "raise":
        raise MemoryError
    return (name, os.getpid())
