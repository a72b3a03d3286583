"""A machine of one core for commands that run within the process of the tests: they start one reader, not one a core.

Each reader takes half a second to begin, more than all pages of a test; what several do together has its own tests.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this thread and what it starts to one core; where a system cannot, to all."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {sorted(before)[os.getpid() % len(before)]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
