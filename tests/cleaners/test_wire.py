"""A body comes out whole, or the reason why not is raised."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from cleaners.errors import BodyTooLarge, BrokenBody
from cleaners.wire import unpack

PAGE = ("<html><p>" + "".join(f"第{number}项工作，" for number in range(3_000)) + "</p></html>").encode()


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def streamed_zstd(data: bytes) -> bytes:
    packer = zstandard.ZstdCompressor(write_checksum=True).compressobj()
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "zlib": ("deflate", zlib.compress),
    "raw deflate": ("deflate", raw_deflate),
    "brotli": ("br", brotli.compress),
    "zstd": ("zstd", zstandard.compress),
    "zstd without a size": ("zstd", streamed_zstd),
}


@pytest.mark.parametrize("packer", PACKERS)
def test_a_whole_stream_comes_out_and_a_cut_one_never(packer: str) -> None:
    name, pack = PACKERS[packer]
    packed = pack(PAGE)
    assert unpack(packed, name.upper() + " ") == PAGE
    for end in (1, 3, 10, 20, len(packed) // 2, len(packed) - 5, len(packed) - 1):
        with pytest.raises(BrokenBody):
            unpack(packed[:end], name)


@pytest.mark.parametrize("packer", PACKERS)
def test_more_than_the_limit_is_refused(packer: str) -> None:
    name, pack = PACKERS[packer]
    packed = pack(PAGE)
    assert unpack(packed, name, max_bytes=len(PAGE)) == PAGE
    with pytest.raises(BodyTooLarge):
        unpack(packed, name, max_bytes=len(PAGE) - 1)


@pytest.mark.parametrize("packer", PACKERS)
def test_a_bomb_takes_no_more_than_the_limit(packer: str) -> None:
    name, pack = PACKERS[packer]
    bomb = pack(bytes(60_000_000))
    limit = 1_000_000
    tracemalloc.start()
    try:
        with pytest.raises(BodyTooLarge):
            unpack(bomb, name, max_bytes=limit)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < limit + 500_000  # the chunk, what is left of the bomb, the codec's own window


@pytest.mark.parametrize("packer", ["gzip", "zlib", "zstd without a size"])
def test_a_wrong_checksum_is_seen(packer: str) -> None:
    name, pack = PACKERS[packer]
    packed = bytearray(pack(PAGE))
    packed[-6 if name == "gzip" else -2] ^= 1
    with pytest.raises(BrokenBody):
        unpack(bytes(packed), name)


@pytest.mark.parametrize(
    ("encodings", "packed"),
    [
        (None, PAGE),
        ("", PAGE),
        ("identity", PAGE),
        ("none", PAGE),
        ("no-such-thing", PAGE),
        ("gzip", PAGE),
        ("br", PAGE),
        ("zstd", PAGE),
        ("deflate", PAGE),
        ("gzip", "第一项工作，第二项工作，第三项工作".encode("gbk")),
        ("br", b"\n\n  <!doctype html>" + "工作".encode("gbk") * 40),
    ],
)
def test_what_is_not_encoded_stays_as_it_is(encodings: str | None, packed: bytes) -> None:
    assert unpack(packed, encodings) == packed


@pytest.mark.parametrize(
    ("encodings", "packed"),
    [
        ("gzip, br", brotli.compress(gzip.compress(PAGE, mtime=0))),
        ("deflate,gzip", gzip.compress(raw_deflate(PAGE), mtime=0)),
        ("gzip", gzip.compress(PAGE[:500], mtime=0) + gzip.compress(PAGE[500:], mtime=0)),
        ("gzip", gzip.compress(PAGE, mtime=0) + b"\0\0\0\0"),
        ("gzip", gzip.compress(PAGE, mtime=0) + b"<!-- cached -->"),
        ("zstd", zstandard.compress(PAGE[:500]) + zstandard.compress(PAGE[500:])),
        ("identity, gzip", gzip.compress(PAGE, mtime=0)),
    ],
)
def test_chains_members_and_tails(encodings: str, packed: bytes) -> None:
    assert unpack(packed, encodings) == PAGE


def test_forty_layers_are_undone_and_fifty_one_refused() -> None:
    packed = PAGE
    for _ in range(40):
        packed = gzip.compress(packed, mtime=0)
    assert unpack(packed, ", ".join(["gzip"] * 40)) == PAGE
    with pytest.raises(BrokenBody):
        unpack(packed, ", ".join(["gzip"] * 51))


def test_a_cut_second_member_is_broken() -> None:
    with pytest.raises(BrokenBody):
        unpack(gzip.compress(PAGE, mtime=0) + gzip.compress(PAGE, mtime=0)[:-9], "gzip")


def test_an_empty_body_is_empty() -> None:
    assert [unpack(b"", name) for name in ("gzip", "br", "zstd", "deflate")] == [b""] * 4


def test_the_limit_holds_without_encoding_too() -> None:
    with pytest.raises(BodyTooLarge):
        unpack(PAGE, None, max_bytes=100)


@given(body=st.binary(max_size=4_000), packer=st.sampled_from(sorted(PACKERS)))
def test_packing_is_undone(body: bytes, packer: str) -> None:
    name, pack = PACKERS[packer]
    assert unpack(pack(body), name) == body


@given(body=st.binary(max_size=400), name=st.sampled_from(["gzip", "br", "zstd", "deflate"]))
def test_noise_is_kept_or_refused_and_nothing_else(body: bytes, name: str) -> None:
    try:
        unpack(body, name, max_bytes=100_000)
    except BrokenBody:
        return
