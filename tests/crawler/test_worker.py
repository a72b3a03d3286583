"""What a worker says of one page: a reading, or the reason why there is none."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

import cleaners.read
from archive.capture import Fetched
from archive.warc import WarcWriter
from cleaners.outcome import Reason
from cleaners.page import Hints
from crawler.worker import Task, Unread, read_task

PAGE = "<html><body><p>今年以来，工作有序推进。</p></body></html>".encode()


def keep(folder: Path, body: bytes, *headers: tuple[str, str]) -> Task:
    writer = WarcWriter(folder, software="test/1")
    fetched = Fetched(
        url="http://a.example/1", final_url="http://a.example/1", status=200, headers=headers, body=body,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    place = writer.append(fetched)
    writer.close()
    return Task(folder=folder, place=place, hints=Hints())


def flip_a_byte(task: Task) -> None:
    """Change one bit in the middle of the record's compressed bytes."""
    segment = task.folder / "warc" / task.place.file
    data = bytearray(segment.read_bytes())
    data[task.place.offset + task.place.length // 2] ^= 1
    segment.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (gzip.compress(PAGE, mtime=0)[:-12], [("Content-Encoding", "gzip")], Reason.TRUNCATED),
        (gzip.compress(bytes(40_000_000), mtime=0), [("Content-Encoding", "gzip")], Reason.TOO_LARGE),
    ],
    ids=["cut", "bomb"],
)
def test_a_page_at_fault_has_its_reason(
    tmp_path: Path, body: bytes, headers: list[tuple[str, str]], reason: Reason
) -> None:
    answer = read_task(keep(tmp_path, body, *headers))
    assert isinstance(answer, Unread)
    assert answer.reason is reason


def test_a_changed_byte_on_disk_is_told(tmp_path: Path) -> None:
    task = keep(tmp_path, PAGE * 50)
    flip_a_byte(task)
    answer = read_task(task)
    assert isinstance(answer, Unread)
    assert answer.reason is Reason.DIGEST_MISMATCH


def test_a_bug_of_ours_is_told_as_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("floor")

    task = keep(tmp_path, PAGE)
    monkeypatch.setattr(cleaners.read, "read", broken)
    assert read_task(task) == Unread(reason=Reason.READER_FAULT, detail="KeyError: 'floor'")
