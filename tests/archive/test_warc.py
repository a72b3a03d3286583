"""WARC segments: what goes in comes out, other readers agree, and no fault of a disk or a kill spoils a place."""

import errno
import gzip
import hashlib
import os
import stat
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from archive.capture import Place
from archive.errors import ArchiveError, DamagedCapture, DiskFull
from archive.warc import WarcWriter, read_page
from cleaners.errors import BodyTooLarge, BrokenBody
from cleaners.page import Media
from tests.archive.samples import answer, later, warc_files

PAGE = "<html><body>二〇二五年工作总结</body></html>".encode("gb18030")


@pytest.fixture
def writer(tmp_path: Path) -> WarcWriter:
    return WarcWriter(tmp_path, software="gongwen/test")


def records(path: Path) -> list[tuple[str, dict[str, str], bytes]]:
    """Read a segment with warcio, every digest checked: type, WARC headers, block."""
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.raw_stream.read()
    with path.open("rb") as file:
        found = ArchiveIterator(file, no_record_parse=True)
        return [(r.rec_type, dict(r.rec_headers.headers), r.raw_stream.read()) for r in found]


def test_a_segment_holds_warcinfo_the_answer_as_received_and_its_request(tmp_path: Path, writer: WarcWriter) -> None:
    body = gzip.compress(PAGE)
    headers = (("Server", "nginx"), ("content-type", "text/html; charset=gbk"), ("Content-Encoding", "gzip"),
               ("Transfer-Encoding", "chunked"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))  # fmt: skip
    fetched = answer(
        body, headers=headers, ip="192.0.2.7", minutes=1, final_url="http://bbs.example/t?tid=1&page=2",
        request_headers=(("User-Agent", "Mozilla/5.0 (compatible; Gongwen/0)"), ("Accept", "*/*")),
    )  # fmt: skip
    place = writer.append(fetched)
    (path,) = warc_files(tmp_path)
    (_, about, info), (kind, facts, block), (request_kind, request_facts, request) = records(path)
    assert about["WARC-Type"] == "warcinfo" and about["WARC-Filename"] == path.name == place.file
    assert b"software: gongwen/test\r\n" in info
    assert kind == "response"
    assert block == (
        b"HTTP/1.1 200 OK\r\nServer: nginx\r\ncontent-type: text/html; charset=gbk\r\nContent-Encoding: gzip\r\n"
        b"X-Archive-Orig-Transfer-Encoding: chunked\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n" + body
    )
    digest = hashlib.sha256(body).hexdigest()
    assert facts["WARC-Payload-Digest"] == f"sha256:{digest}" and place.sha256 == digest
    assert facts["WARC-Target-URI"] == "http://bbs.example/t?tid=1&page=2"
    assert facts["WARC-Date"] == "2026-03-01T12:01:00.000000Z" and facts["WARC-IP-Address"] == "192.0.2.7"
    assert request_kind == "request" and request_facts["WARC-Concurrent-To"] == facts["WARC-Record-ID"]
    assert request == (
        b"GET /t?tid=1&page=2 HTTP/1.1\r\nHost: bbs.example\r\n"
        b"User-Agent: Mozilla/5.0 (compatible; Gongwen/0)\r\nAccept: */*\r\n\r\n"
    )


def test_what_a_container_states_of_a_saved_page_comes_back(tmp_path: Path, writer: WarcWriter) -> None:
    headers = (("Content-Type", "text/html; charset=gb18030"),)
    fetched = answer(PAGE, headers=headers, status=0, url=None, final_url=None, source="import", media=Media.HTML)
    page = read_page(tmp_path, writer.append(fetched))
    assert (page.headers, page.body, page.status, page.url) == (headers, PAGE, 200, None)
    *_, (kind, facts, _) = records(warc_files(tmp_path)[0])
    assert (kind, facts["Content-Type"]) == ("resource", "text/html; charset=gb18030")


def test_a_saved_file_may_be_larger_than_an_answer_of_the_wire(tmp_path: Path, writer: WarcWriter) -> None:
    saved = answer(b"a" * 9_000_000, headers=(), status=0, url=None, final_url=None, source="import", media=Media.HTML)
    place = writer.append(saved)
    assert len(read_page(tmp_path, place).body) == 9_000_000
    with pytest.raises(BodyTooLarge):
        read_page(tmp_path, writer.append(answer(b"a" * 9_000_000)))


def test_the_page_comes_back_whole_from_the_place_alone(tmp_path: Path, writer: WarcWriter) -> None:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
    fetched = answer(
        gzip.compress(PAGE), headers=headers, minutes=1, url="http://bbs.example/short",
        redirects=((301, "http://bbs.example/short"),), media=Media.HTML, status=404, reason="Not Found",
    )  # fmt: skip
    page = read_page(tmp_path, writer.append(fetched))
    assert page.body == PAGE and page.status == 404 and page.headers == headers
    assert page.url == "http://bbs.example/short" and page.final_url == "http://bbs.example/thread-1-1-1.html"
    assert page.fetched_at == later(1) and page.media is Media.HTML


@pytest.mark.parametrize("url, target", [
    (None, f"urn:sha256:{hashlib.sha256(PAGE).hexdigest()}"),
    ("https://bbs.example/thread-7-1-1.html", "https://bbs.example/thread-7-1-1.html"),
])  # fmt: skip
def test_a_saved_file_is_a_resource_without_a_made_up_exchange(
    tmp_path: Path, writer: WarcWriter, url: str | None, target: str
) -> None:
    fetched = answer(
        PAGE, url=url, final_url=None, status=0, headers=(), source="import", media=Media.TEXT, file_name="总结.txt"
    )
    place = writer.append(fetched)
    _, (kind, facts, block) = records(warc_files(tmp_path)[0])
    assert (kind, block, facts["WARC-Target-URI"], facts["Content-Type"]) == ("resource", PAGE, target, "text/plain")
    page = read_page(tmp_path, place)
    assert (page.body, page.url, page.status, page.media, page.headers) == (PAGE, url, 200, Media.TEXT, ())


@pytest.mark.parametrize("given_length, stored", [
    (str(len(PAGE)), f"Content-Length: {len(PAGE)}"),
    ("999", "X-Archive-Orig-Content-Length: 999"),
])  # fmt: skip
def test_a_length_that_is_not_true_of_the_body_cannot_mislead_a_reader(
    tmp_path: Path, writer: WarcWriter, given_length: str, stored: str
) -> None:
    place = writer.append(answer(PAGE, headers=(("Content-Length", given_length),)))
    assert f"\r\n{stored}\r\n".encode() in records(warc_files(tmp_path)[0])[1][2]
    assert read_page(tmp_path, place).header("content-length") == given_length


def test_hostile_headers_make_no_second_header_and_no_second_record(tmp_path: Path, writer: WarcWriter) -> None:
    evil = "x\r\n\r\nWARC/1.1\r\nWARC-Type: response"
    headers = ((evil, evil), ("X-Name", "总结"), ("E", "caf\xe9"))
    fetched = answer(PAGE, url=f"http://bbs.example/{evil}", reason=evil, headers=headers)
    page = read_page(tmp_path, writer.append(fetched))
    assert [kind for kind, _, _ in records(warc_files(tmp_path)[0])] == ["warcinfo", "response", "request"]
    assert page.body == PAGE and page.header("X-Name") == "总结" and page.header("E") == "caf\xe9"


@settings(max_examples=60, deadline=None)
@given(body=st.binary(max_size=3000), status=st.integers(100, 599), compressed=st.booleans())
def test_any_bytes_come_back(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, status: int, compressed: bool
) -> None:
    folder = tmp_path_factory.mktemp("any")
    wire = zlib.compress(body) if compressed else body
    headers = (("Content-Encoding", "deflate"),) if compressed else ()
    page = read_page(folder, WarcWriter(folder, software="t").append(answer(wire, headers=headers, status=status)))
    assert page.body == body and page.status == status


def test_many_at_once_cost_one_fsync_and_every_place_is_readable(
    tmp_path: Path, writer: WarcWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.append(answer())
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    places = writer.append_many([answer(f"page {number}".encode()) for number in range(20)])
    assert len(synced) == 1
    assert [read_page(tmp_path, place).body for place in places] == [f"page {n}".encode() for n in range(20)]
    assert writer.append_many([]) == []


def test_file_and_folder_are_synced_before_a_place_is_given(
    tmp_path: Path, writer: WarcWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(stat.S_ISDIR(os.fstat(handle).st_mode)))
    writer.append(answer())
    # The folder that got a new `warc`, the segment with its warcinfo, the folder that got the segment, the capture.
    assert synced == [True, False, True, False]


def test_a_segment_is_rolled_and_earlier_places_stay_readable(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, software="t", roll_bytes=1500)
    places = [writer.append(answer(os.urandom(600))) for _ in range(5)]
    assert len({place.file for place in places}) == len(warc_files(tmp_path)) == 5
    for place in places:
        assert hashlib.sha256(read_page(tmp_path, place).body).hexdigest() == place.sha256


def test_two_writers_never_share_a_segment(tmp_path: Path) -> None:
    first, second = WarcWriter(tmp_path, software="t"), WarcWriter(tmp_path, software="t")
    places = [first.append(answer(b"1")), second.append(answer(b"2")), first.append(answer(b"3"))]
    first.close()
    places.append(first.append(answer(b"4")))  # after a close another segment begins
    assert [read_page(tmp_path, place).body for place in places] == [b"1", b"2", b"3", b"4"]
    assert len(warc_files(tmp_path)) == 3


@pytest.mark.parametrize("fault, error", [
    (OSError(errno.ENOSPC, "No space left on device"), DiskFull),
    (OSError(errno.EIO, "Input/output error"), ArchiveError),
    (KeyboardInterrupt(), KeyboardInterrupt),
])  # fmt: skip
def test_a_fault_while_writing_spoils_no_place_before_or_after(
    tmp_path: Path,
    writer: WarcWriter,
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
    error: type[BaseException],
) -> None:
    before = writer.append(answer(b"before"))
    size = warc_files(tmp_path)[0].stat().st_size

    def fail(handle: int) -> None:
        raise fault

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail)
        with pytest.raises(error):
            writer.append(answer(b"lost"))
    after = writer.append(answer(b"after"))
    assert warc_files(tmp_path)[0].stat().st_size == size and after.file != before.file
    assert [read_page(tmp_path, place).body for place in (before, after)] == [b"before", b"after"]
    assert len(records(warc_files(tmp_path)[0])) == 3  # other readers find no torn tail either


def cut(path: Path, place: Place) -> None:
    os.truncate(path, place.offset + place.length - 1)


def flip(path: Path, place: Place) -> None:
    content = bytearray(path.read_bytes())
    content[place.offset + place.length // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [
    cut,
    flip,
    lambda path, place: path.unlink(),
    lambda path, place: path.write_bytes(b"\0" * path.stat().st_size),
    lambda path, place: path.write_bytes(gzip.compress(b"no record") * 200),
], ids=["cut", "one bit", "gone", "zeros", "other members"])  # fmt: skip
def test_damage_on_disk_is_told_with_the_segment(
    tmp_path: Path, writer: WarcWriter, damage: Callable[[Path, Place], None]
) -> None:
    place = writer.append(answer(PAGE * 20))
    damage(warc_files(tmp_path)[0], place)
    with pytest.raises(DamagedCapture, match=place.file):
        read_page(tmp_path, place)


@pytest.mark.parametrize("change", [
    {"sha256": "0" * 64}, {"offset": 0}, {"offset": 10**9}, {"length": 50}, {"length": 10**6}, {"file": "none.warc.gz"},
])  # fmt: skip
def test_a_wrong_place_gives_no_page(tmp_path: Path, writer: WarcWriter, change: dict[str, object]) -> None:
    place = writer.append(answer(PAGE))
    with pytest.raises(DamagedCapture):
        read_page(tmp_path, replace(place, **change))  # type: ignore[arg-type]  # the table's cells


@pytest.mark.parametrize("more", [-4, 1], ids=["without the end of its checksum", "with a byte of the next record"])
def test_a_length_that_is_off_by_a_few_bytes_gives_no_page(tmp_path: Path, writer: WarcWriter, more: int) -> None:
    place = writer.append(answer(PAGE))
    with pytest.raises(DamagedCapture, match="not one whole record"):
        read_page(tmp_path, replace(place, length=place.length + more))


def test_a_body_broken_by_the_site_is_no_damage(tmp_path: Path, writer: WarcWriter) -> None:
    half = gzip.compress(os.urandom(2000))[:900]
    place = writer.append(answer(half, headers=(("Content-Encoding", "gzip"),)))
    with pytest.raises(BrokenBody):
        read_page(tmp_path, place)


def test_a_torn_tail_is_never_appended_to(tmp_path: Path) -> None:
    """As after a kill: the next process begins a segment of its own, and the places before the tear stay."""
    killed = WarcWriter(tmp_path, software="t")
    place = killed.append(answer(PAGE))
    with warc_files(tmp_path)[0].open("ab") as file:
        file.write(b"\x1f\x8b\x08 half a member")
    after = WarcWriter(tmp_path, software="t").append(answer(b"next"))
    assert read_page(tmp_path, place).body == PAGE and read_page(tmp_path, after).body == b"next"
    assert after.file != place.file


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "warc").write_text("in the way")
    with pytest.raises(ArchiveError, match="cannot write a capture") as caught:
        WarcWriter(tmp_path, software="t").append(answer())
    assert "\n" not in str(caught.value)
