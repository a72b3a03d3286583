"""Locks between processes, one file a name in `DATA/locks`, and whether a process still lives.

The system holds the lock, not the file: a killed holder's lock is free at once, and its file means nothing.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from archive.errors import ArchiveError, Busy
from archive.instants import from_text, to_text

LOCK_FOLDER = "locks"
_LOCKED_BYTE = 1 << 30
"""On Windows a locked byte cannot be read: one far past the text that names the holder is locked."""
_held: set[tuple[int, Path]] = set()
"""(process, file) of the locks that this process holds: the system would give it a second one without a word."""


@contextmanager
def hold(folder: Path, name: str, *, purpose: str = "a run") -> Iterator[None]:
    """Hold the lock `name` of the archive in `folder` for a block; `purpose` is told to whoever finds it taken.

    Raises Busy at once when another process (or another block of this one) holds it.
    """
    path = folder / LOCK_FOLDER / f"{quote(name, safe='.-_')}.lock"
    mine = (os.getpid(), path.resolve())
    if mine in _held:
        # Not read from the file: closing it again would free the lock that this process has on it (POSIX).
        raise _busy(name, "this process itself")
    handle = _open(path)
    try:
        if not _lock(handle):
            raise _busy(name, _holder(path))
        _held.add(mine)
        try:
            _sign(handle, purpose)
            yield
        finally:
            _held.discard(mine)
            _sign(handle, None)
    finally:
        os.close(handle)  # this frees the lock


def is_alive(pid: int) -> bool:
    """True when a process of this number runs on this machine, whoever's it is."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it lives, under another user
        return True
    return True


def _is_alive_on_windows(pid: int) -> bool:
    import ctypes  # noqa: PLC0415 - Windows only

    synchronize, still_running = 0x00100000, 0x00000102
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # exists on Windows only
    handle = kernel.OpenProcess(synchronize, False, pid)
    if not handle:
        return False
    alive: bool = kernel.WaitForSingleObject(handle, 0) == still_running
    kernel.CloseHandle(handle)
    return alive


def _open(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise ArchiveError(f"{path}: cannot make the lock: {error.strerror}") from error


def _lock(handle: int) -> bool:
    """Take the lock if it is free; False when somebody holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows only

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - POSIX only

            # Not flock: a forked worker would inherit it, and keep the site locked after its parent was killed.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # the two ways in which systems say that it is taken
        return False
    return True


def _sign(handle: int, purpose: str | None) -> None:
    """Write who holds the lock into its file; None = nobody. For people: the lock holds without it."""
    text = ""
    if purpose is not None:
        text = json.dumps({"pid": os.getpid(), "since": to_text(datetime.now(UTC)), "purpose": purpose})
    with suppress(OSError):  # as on a full disk
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode())


def _holder(path: Path) -> str:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        since = from_text(said["since"])
        return f"process {said['pid']} since {since:%Y-%m-%d %H:%M} UTC ({said['purpose']})"
    except (OSError, ValueError, KeyError, TypeError):  # not yet signed, or half written
        return "another process"


def _busy(name: str, holder: str) -> Busy:
    return Busy(f"{name} is being worked on by {holder}; try again when it has finished")
