"""Cut answers are told from whole ones on the bytes of the wire."""

import gzip
import zlib

import pytest

from crawler.middlewares.completeness import CLOSED, MAX_BYTES, Extent, judge
from tests.timing import assert_quick

PAGE = ("<html><body>" + "总结" * 2000 + "</body></html>").encode()
WHOLE, CUT, LARGE = Extent.COMPLETE, Extent.TRUNCATED, Extent.TOO_LARGE


def deflated(data: bytes) -> bytes:
    return zlib.compress(data)


def bad_crc(data: bytes) -> bytes:
    packed = bytearray(gzip.compress(data, mtime=0))
    packed[-8] ^= 0xFF
    return bytes(packed)


@pytest.mark.parametrize(
    ("name", "body", "encodings", "flags", "extent"),
    [
        ("plain", PAGE, None, [], WHOLE),
        ("plain without closing tag, length announced", PAGE[:500], None, [], WHOLE),
        ("old server, no length, closed", PAGE, None, ["partial"], WHOLE),
        ("old server, closed, then a comment", PAGE + b"<!-- 0.03 s -->\n", None, ["partial"], WHOLE),
        ("no length, cut", PAGE[:500], None, ["partial"], CUT),
        ("no length, a feed", b"<rss><channel></channel></rss>\n", None, ["partial"], WHOLE),
        ("fewer bytes than announced", PAGE, None, ["dataloss"], CUT),
        ("gzip", gzip.compress(PAGE, mtime=0), "gzip", [], WHOLE),
        ("gzip without length", gzip.compress(PAGE, mtime=0), "gzip", ["partial"], WHOLE),
        ("gzip cut in half", gzip.compress(PAGE, mtime=0)[: len(gzip.compress(PAGE, mtime=0)) // 2], "gzip", [], CUT),
        ("gzip without its last byte", gzip.compress(PAGE, mtime=0)[:-1], "gzip", [], CUT),
        ("gzip with a bad check sum", bad_crc(PAGE), "gzip", [], CUT),
        ("deflate", deflated(PAGE), "deflate", [], WHOLE),
        ("deflate cut", deflated(PAGE)[:-10], "deflate", [], CUT),
        ("gzip announced, plain HTML sent", PAGE, "gzip", [], WHOLE),
        ("no valid coding (Discuz attachments)", PAGE, "none", [], WHOLE),
        ("bomb", gzip.compress(bytes(MAX_BYTES + 1), mtime=0), "gzip", [], LARGE),
        ("just no bomb", gzip.compress(bytes(MAX_BYTES), mtime=0), "gzip", [], WHOLE),
        ("empty", b"", None, [], WHOLE),
    ],
)
def test_extent(name: str, body: bytes, encodings: str | None, flags: list[str], extent: Extent) -> None:
    assert judge(body, encodings, flags).extent is extent, name


def test_the_closing_tag_is_found_in_time() -> None:
    nasty = b"</html" * 50_000 + b"</html" + b" " * 1_000_000

    def work() -> None:
        assert CLOSED.search(nasty) is None

    assert_quick(work, seconds=1.0)
