"""What the processes of `test_forked` do."""

import os
import signal
import sys
import threading


def main() -> None:
    """Do what the first word says."""
    what, *rest = sys.argv[1:]
    if what == "echo":
        print(*rest, os.environ["TRIAL"], *sys.stdin.read().split())  # noqa: T201
        print("to standard error", file=sys.stderr)  # noqa: T201
    if what == "exit":
        sys.exit(75)
    if what == "raise":
        raise KeyError("丙")
    if what == "words":
        sys.exit("an exit with words is a failure")
    if what == "wait":
        ended = threading.Event()
        signal.signal(signal.SIGINT, lambda *_: ended.set())
        print("ready")  # noqa: T201
        ended.wait(60)
        sys.exit(130)
