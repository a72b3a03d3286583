"""WARC segments of another archive, copied byte for byte under a name that cannot clash. Rows are not read here.

A segment is known by its beginning, in which its own random identifier stands. So one that both archives have is not
copied again, one that has grown since is copied anew, and two that only share their name both stay.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from archive.errors import ArchiveError
from archive.warc_records import WARC_FOLDER

HEAD_BYTES = 4096
_PART = ".part"


def bring(ours: Path, theirs: Path, names: Iterable[str]) -> dict[str, str]:
    """Copy these segments from the archive in `theirs` to that in `ours`; give the name of each there.

    On disk when this returns. Raises ArchiveError, before anything is copied, where one is missing.
    """
    wanted = list(dict.fromkeys(names))
    missing = [name for name in wanted if not (theirs / WARC_FOLDER / name).is_file()]
    if missing:
        more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
        raise ArchiveError(f"{theirs / WARC_FOLDER / missing[0]}: this segment is missing{more}, its captures cannot be"
                           f" joined; `gongwen verify --data {theirs}` says what else lacks")
    return {name: _bring(ours / WARC_FOLDER, theirs / WARC_FOLDER / name) for name in wanted}


def _bring(folder: Path, source: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / source.name
    if target.exists() and not _is_same(target, source):
        stem = source.name.removesuffix(".warc.gz")
        target = folder / f"{stem}-{hashlib.sha256(_head(source)).hexdigest()[:12]}.warc.gz"
    if not target.exists() or target.stat().st_size < source.stat().st_size:
        _copy(source, target)
    return target.name


def _is_same(one: Path, other: Path) -> bool:
    """Say whether two files are one segment, of which one may have been copied before it was full."""
    size = min(one.stat().st_size, other.stat().st_size, HEAD_BYTES)
    return size > 0 and _head(one)[:size] == _head(other)[:size]


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def _copy(source: Path, target: Path) -> None:
    """Copy a file so that it is there in full or not at all."""
    part = target.with_name(target.name + _PART)
    try:
        with source.open("rb") as read, part.open("wb") as write:
            shutil.copyfileobj(read, write, 1024 * 1024)
            write.flush()
            os.fsync(write.fileno())
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ArchiveError(f"{target}: cannot copy the segment: {error.strerror}") from error
