"""Undo a body's Content-Encoding without trusting it.

The libraries' one-shot calls accept a stream that was cut (half a gzip gives half the text, half a zstd gives nothing,
both without a word) and let a kilobyte grow to gigabytes. Here a stream must end as its format says, its checksum must
be right, and output stops at a limit. Transfer encodings are the HTTP client's business.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import brotli  # type: ignore[import-untyped]  # it ships no types
import zstandard

from cleaners.errors import BodyTooLarge, BrokenBody
from cleaners.tree import looks_binary

MAX_BYTES: Final = 8 * 1024 * 1024
"""8 MiB: what a page may come to; above, a 1 KB bomb took a crawler to 1.1 GB."""
_MAX_LAYERS: Final = 50
"""Encodings on one body. Forty layers of gzip are met on test servers, two or three in life."""
_CHUNK: Final = 65_536
_TOO_SHORT_TO_TELL: Final = 16
_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_ZSTD_WINDOW: Final = 8 * 1024 * 1024  # RFC 9659: what a client of the web must take, and need not exceed


def unpack(body: bytes, encodings: str | None, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Undo the encodings of a Content-Encoding header value, the last one first.

    `identity`, `none` and unknown names leave the body as it is, as does a known name over a body that is plainly not
    encoded so (HTML announced as gzip). Raises BrokenBody for a cut or damaged stream, BodyTooLarge as soon as more
    than `max_bytes` come out; no more than that and one chunk of 64 KB is held.
    """
    names = [name.strip().lower() for name in (encodings or "").split(",") if name.strip()]
    if len(names) > _MAX_LAYERS:
        raise BrokenBody(f"{len(names)} content encodings on one body")
    for name in reversed(names):
        undo = _DECODERS.get(name)
        if undo and body:
            body = _undo(undo, name, body, max_bytes)
    if len(body) > max_bytes:
        raise BodyTooLarge(f"more than {max_bytes:,} bytes")
    return body


def _undo(undo: Callable[[bytes, int], bytes], name: str, body: bytes, max_bytes: int) -> bytes:
    try:
        return undo(body, max_bytes)
    except BodyTooLarge:
        raise
    except (BrokenBody, zlib.error, brotli.error, zstandard.ZstdError) as error:
        if _is_plain(body, name):  # announced, but never done: servers and caches do that
            return body
        raise BrokenBody(f"{name}: {error}") from error


def _is_plain(body: bytes, name: str) -> bool:
    """True when the bytes are text as they stand, so no compressed stream, not even the first bytes of one."""
    if looks_binary(body) or body.startswith((_GZIP, _ZSTD)) or len(body) < _TOO_SHORT_TO_TELL:
        return False
    if name in ("gzip", "x-gzip", "zstd") or body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return True  # the first bytes would say so if it were
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:  # compressed data always end up here
        return False
    return True


def _join(chunks: Iterable[bytes], max_bytes: int) -> bytes:
    return b"".join(_limited(chunks, max_bytes))


def _limited(chunks: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > max_bytes:
            raise BodyTooLarge(f"more than {max_bytes:,} bytes come out")
        yield chunk


def _gunzip(body: bytes, max_bytes: int) -> bytes:
    return _join(_gzip_members(body), max_bytes)


def _gzip_members(body: bytes) -> Iterator[bytes]:
    """Unpack one member after the other (`cat a.gz b.gz`); what follows the last and is no member is let pass."""
    rest = body
    while rest is body or rest.startswith(_GZIP):
        stream = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        yield from _inflated(stream, rest)
        rest = stream.unused_data


def _inflated(stream: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    while not stream.eof:
        chunk = stream.decompress(data, _CHUNK)
        data = stream.unconsumed_tail
        if not chunk and not stream.eof:
            raise BrokenBody("the stream ends before its end mark")
        yield chunk


def _inflate(body: bytes, max_bytes: int) -> bytes:
    """Undo `deflate`: a zlib stream as the standard says, or a raw one as some servers send."""
    try:
        return _join(_inflated(zlib.decompressobj(), body), max_bytes)
    except zlib.error:
        return _join(_inflated(zlib.decompressobj(wbits=-zlib.MAX_WBITS), body), max_bytes)


def _unbrotli(body: bytes, max_bytes: int) -> bytes:
    return _join(_brotli_chunks(body), max_bytes)


def _brotli_chunks(body: bytes) -> Iterator[bytes]:
    stream = brotli.Decompressor()
    data = body
    while not stream.is_finished():
        chunk = stream.process(data, output_buffer_limit=_CHUNK)
        data = b""
        yield chunk
        if not chunk and not stream.is_finished():
            raise BrokenBody("the stream ends before its end mark")


def _unzstd(body: bytes, max_bytes: int) -> bytes:
    """Undo zstd in two passes: one that counts under the limit, one that can tell a whole stream from a cut one."""
    reader = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).stream_reader(body, read_across_frames=True)
    for _ in _limited(iter(lambda: reader.read(_CHUNK), b""), max_bytes):
        pass
    pieces, rest = [], body
    while rest is body or rest.startswith(_ZSTD):
        stream = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        pieces.append(stream.decompress(rest))
        if not stream.eof:
            raise BrokenBody("the stream ends before its end mark")
        rest = stream.unused_data
    return b"".join(pieces)


_DECODERS: Final[dict[str, Callable[[bytes, int], bytes]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "x-deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
