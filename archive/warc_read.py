"""Reading one capture by its place, without the database: what a worker process does. No writing lives here.

warcio takes the record apart: a parser of our own was only 1.2 times as fast (0.12 ms to 0.15 ms for 24 KB, measured).
"""

import hashlib
import json
import zlib
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # warcio carries no annotations
from warcio.recordloader import ArcWarcRecordLoader  # type: ignore[import-untyped]  # as above

from archive.capture import Place
from archive.errors import DamagedCapture
from archive.warc_records import ASKED, MEDIA, ORIGINAL, STATED, WARC_FOLDER
from cleaners.page import Media, Page
from cleaners.wire import unpack

Headers = tuple[tuple[str, str], ...]

_LOADER = ArcWarcRecordLoader()

MAX_RECORD_BYTES = 65 * 1024 * 1024
"""Of one record with its headers, decompressed: the crawl takes bodies up to 8 MiB, an imported file 64 MiB."""


def read_page(folder: Path, place: Place, *, max_bytes: int = 8 * 1024 * 1024) -> Page:
    """Read a capture from `folder`/warc, check its digest, undo its content encoding (`max_bytes` may come out).

    Raises DamagedCapture when the bytes on disk are not those that came in; cleaners.BrokenBody when the site sent a
    broken encoding.
    """
    facts, block = _record(folder, place)
    kind = facts.get("WARC-Type")
    if kind not in ("response", "resource"):
        raise _damaged(place, f"a record of type {kind} lies there")
    is_answer = kind == "response"
    status, http, body = _take_apart(block, place) if is_answer else (200, _stated(facts), block)
    if hashlib.sha256(body).hexdigest() != place.sha256:
        raise _damaged(place, "the body does not match its digest")
    if is_answer:  # a saved file is not packed, and whoever imports it has judged its size
        encodings = ", ".join(value for name, value in http if name.lower() == "content-encoding")
        body = unpack(body, encodings or None, max_bytes=max_bytes)
    return _page(facts, status, http, body)


def read_payload(folder: Path, place: Place) -> tuple[str | None, bytes]:
    """Read a capture's body as received, with the digest that its record states (None = none); nothing is compared.

    Raises DamagedCapture for what is no whole record.
    """
    facts, block = _record(folder, place)
    body = block if facts.get("WARC-Type") == "resource" else _take_apart(block, place)[2]
    return facts.get("WARC-Payload-Digest"), body


def _stated(facts: dict[str, str]) -> Headers:
    """Give what the container of a saved page states in place of the wire's headers."""
    return tuple((name, value) for name, value in json.loads(facts.get(STATED, "[]")))


def _page(facts: dict[str, str], status: int, http: Headers, body: bytes) -> Page:
    target = facts.get("WARC-Target-URI")
    address = None if target is None or target.startswith("urn:sha256:") else target
    return Page(
        body=body,
        url=facts.get(ASKED, address),
        final_url=address,
        status=status,
        headers=http,
        fetched_at=datetime.fromisoformat(facts["WARC-Date"]),
        media=Media(facts.get(MEDIA, Media.UNKNOWN)),
    )


def _record(folder: Path, place: Place) -> tuple[dict[str, str], bytes]:
    """Give the WARC headers and the block of a record."""
    plain = BytesIO(_inflate(_read_bytes(folder, place), place))
    try:
        record = _LOADER.parse_record_stream(plain, known_format="warc", no_record_parse=True)
    except (ArchiveLoadFailed, EOFError, ValueError) as error:  # what warcio raises for bytes that are no record
        raise _damaged(place, f"no WARC record begins there ({error})") from error
    block = record.raw_stream.read()
    if len(block) != record.length:
        raise _damaged(place, "the record is shorter than it states")
    return dict(record.rec_headers.headers), block


def _read_bytes(folder: Path, place: Place) -> bytes:
    path = folder / WARC_FOLDER / place.file
    try:
        with path.open("rb") as file:
            file.seek(place.offset)
            data = file.read(place.length)
    except OSError as error:
        raise DamagedCapture(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) != place.length:
        raise _damaged(place, "the segment ends before it")
    return data


def _inflate(data: bytes, place: Place) -> bytes:
    """Unpack exactly one gzip member; zlib checks its CRC."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        plain = unpacker.decompress(data, MAX_RECORD_BYTES)
    except zlib.error as error:
        raise _damaged(place, str(error)) from error
    if not unpacker.eof or unpacker.unused_data:
        raise _damaged(place, "not one whole record lies there")
    return plain


def _take_apart(block: bytes, place: Place) -> tuple[int, Headers, bytes]:
    """Split an HTTP answer into status, headers as received, and body."""
    head, found, body = block.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    words = lines[0].split(b" ", 2)
    if not found or len(words) < 2 or not words[1].isdigit():
        raise _damaged(place, "no HTTP answer lies in it")
    headers = tuple((name.removeprefix(ORIGINAL), value) for name, value in _headers(lines[1:]))
    return int(words[1]), headers, body


def _headers(lines: Sequence[bytes]) -> Headers:
    pairs = (line.partition(b":") for line in lines)
    return tuple((_text(name), _text(value.strip())) for name, _, value in pairs)


def _text(raw: bytes) -> str:
    """Read header bytes: servers send UTF-8 or, by the old rule, latin-1."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _damaged(place: Place, why: str) -> DamagedCapture:
    return DamagedCapture(f"{place.file} at byte {place.offset}: {why}")
