"""Locks between real processes: held, told of, and free again however the holder ended."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive.errors import Busy
from archive.locks import hold, is_alive

HOLDER = """
import sys
from pathlib import Path
from archive.locks import hold
with hold(Path(sys.argv[1]), sys.argv[2], purpose="crawl of a test"):
    print("held", flush=True)
    sys.stdin.readline()
"""


def holder(folder: Path, name: str) -> subprocess.Popen[str]:
    """Start a process that holds the lock until it is told a line, and wait until it does."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    return process


def test_another_process_is_told_who_holds_the_lock_since_when_and_for_what(tmp_path: Path) -> None:
    process = holder(tmp_path, "bbs.example:8080")
    with pytest.raises(Busy) as caught, hold(tmp_path, "bbs.example:8080"):
        pass
    assert re.fullmatch(
        rf"bbs\.example:8080 is being worked on by process {process.pid} since 2\d\d\d-\d\d-\d\d \d\d:\d\d UTC"
        r" \(crawl of a test\); try again when it has finished",
        str(caught.value),
    )
    process.communicate("go\n")
    with hold(tmp_path, "bbs.example:8080"):
        pass


def test_a_killed_holder_frees_the_lock_at_once(tmp_path: Path) -> None:
    process = holder(tmp_path, "bbs.example")
    process.kill()
    process.wait()
    with hold(tmp_path, "bbs.example"):
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_worker_that_outlives_its_killed_parent_does_not_keep_the_lock(tmp_path: Path) -> None:
    forking = HOLDER.replace(
        '    print("held", flush=True)\n',
        '    import os, signal\n'
        '    child = os.fork()\n'
        '    if child == 0:\n'
        '        signal.pause()\n'
        '    print("held", flush=True)\n    print(child, flush=True)\n',
    )  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-c", forking, str(tmp_path), "x"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    child = int(process.stdout.readline())
    process.kill()
    process.wait()
    try:
        assert is_alive(child)
        with hold(tmp_path, "x"):
            pass
    finally:
        os.kill(child, signal.SIGKILL)


def test_the_same_process_cannot_hold_it_twice_and_keeps_it_after_trying(tmp_path: Path) -> None:
    with hold(tmp_path, "bbs.example"):
        with pytest.raises(Busy, match="this process itself"), hold(tmp_path, "bbs.example"):
            pass
        other = subprocess.run(
            [sys.executable, "-c", HOLDER, str(tmp_path), "bbs.example"], capture_output=True, text=True, check=False
        )
        assert "Busy" in other.stderr and "held" not in other.stdout
    with hold(tmp_path, "bbs.example"):
        pass


def test_other_names_and_other_folders_are_free(tmp_path: Path) -> None:
    with hold(tmp_path / "a", "bbs.example"), hold(tmp_path / "a", "www.example"), hold(tmp_path / "b", "bbs.example"):
        pass


@pytest.mark.parametrize("name", ["../escape", "a/b", "C:\\x", "论坛.example", "host:8080", "con?*"])
def test_any_name_makes_one_plain_file_in_the_lock_folder(tmp_path: Path, name: str) -> None:
    with hold(tmp_path, name):
        (file,) = (tmp_path / "locks").iterdir()
        assert re.fullmatch(r"[A-Za-z0-9%._-]+\.lock", file.name)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"pid": 1}', b"\xff\xfe", b"\x00" * 20])
def test_a_lock_file_left_behind_means_nothing_whatever_it_says(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "locks").mkdir()
    (tmp_path / "locks" / "bbs.example.lock").write_bytes(content)
    with hold(tmp_path, "bbs.example"):
        pass


def test_a_block_that_fails_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"), hold(tmp_path, "bbs.example"):
        raise ValueError("inside")
    with hold(tmp_path, "bbs.example"):
        pass


def test_a_process_is_alive_until_it_ended() -> None:
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert is_alive(process.pid) and is_alive(os.getpid())
    process.kill()
    process.wait()
    assert not is_alive(process.pid)
    assert not is_alive(0) and not is_alive(-1)
