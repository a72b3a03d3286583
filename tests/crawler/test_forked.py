"""A forked process is as one that was started: its words, its streams, its exit code, its signals."""

import os
import signal
import subprocess

import pytest

from tests.crawler.forked import Forked
from tests.crawler.loopback import wait_until

ECHO = "tests.crawler.forked_work"


def test_words_streams_and_environment_are_its_own() -> None:
    process = Forked(ECHO, "echo", "甲", stdin="行一\n行二\n", environment={"TRIAL": "乙"})
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (0, "甲 乙 行一 行二\n", "to standard error\n")
    assert "TRIAL" not in os.environ


@pytest.mark.parametrize(("how", "code", "told"), [("exit", 75, ""), ("raise", 1, "KeyError: '丙'"), ("words", 1, "")])
def test_how_it_ends(how: str, code: int, told: str) -> None:
    process = Forked(ECHO, how)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert told in errors


def test_signals_reach_it_and_waiting_for_it_has_an_end() -> None:
    process = Forked(ECHO, "wait")
    with pytest.raises(subprocess.TimeoutExpired):
        process.communicate(timeout=0.2)
    wait_until(lambda: process.printed() == "ready\n")
    os.kill(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "ready\n")


def test_a_killed_one_says_so() -> None:
    process = Forked(ECHO, "wait")
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
