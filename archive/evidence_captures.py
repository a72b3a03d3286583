"""The slice of the WARC segments that belongs to a capture, copied byte for byte: its gzip members, not repacked.

A slice begins with what its segment says of itself (`warcinfo`), then holds the answer and, where it lies right behind
and names the answer, the request. What else goes into an evidence folder is in `archive.evidence`.
"""

import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # warcio carries no annotations
from warcio.recordloader import ArcWarcRecordLoader  # type: ignore[import-untyped]  # as above

from archive.capture import Place
from archive.warc_read import MAX_RECORD_BYTES
from archive.warc_records import WARC_FOLDER

_LOADER = ArcWarcRecordLoader()
_ASIDE_BYTES = 1024 * 1024
"""A warcinfo or a request is far smaller, packed and unpacked; what is larger is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The members of one capture."""

    info: bytes
    """Of the segment's own record; empty where it does not begin with one."""
    answer: bytes
    request: bytes
    """Empty where none lies behind the answer."""
    head: bytes
    """The headers of the record and, of an answer from the wire, of HTTP: as they stand. Empty of a broken record."""

    @property
    def members(self) -> bytes:
        """Give the whole slice: a WARC file of its own."""
        return self.info + self.answer + self.request


def cut(folder: Path, place: Place) -> Slice:
    """Copy the members of a capture out of `folder`/warc; OSError where the segment is not there.

    The bytes are taken as they lie, damaged ones too: whether they match their digest is for `verify_captures`.
    """
    with (folder / WARC_FOLDER / place.file).open("rb") as file:
        info, _, kind = _aside(file, 0)
        file.seek(place.offset)
        answer = file.read(place.length)
        head = _head(answer)
        request, named, behind = _aside(file, place.offset + place.length)
    is_own = behind == "request" and named is not None and named == _headers(answer).get("WARC-Record-ID")
    is_info = kind == "warcinfo" and place.offset > 0
    return Slice(info=info if is_info else b"", answer=answer, request=request if is_own else b"", head=head)


def _aside(file: BinaryIO, offset: int) -> tuple[bytes, str | None, str | None]:
    """Give the small member at an offset, the record it names as its own answer, and its type; empty for none."""
    file.seek(offset)
    data = file.read(_ASIDE_BYTES)
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unpacker.decompress(data, _ASIDE_BYTES)
    except zlib.error:  # the end of the segment, or a torn tail
        return b"", None, None
    if not unpacker.eof:
        return b"", None, None
    member = data[: len(data) - len(unpacker.unused_data)]
    facts = _headers(member)
    return member, facts.get("WARC-Concurrent-To"), facts.get("WARC-Type")


def _headers(member: bytes) -> dict[str, str]:
    """Give the WARC headers of a member; empty for what is no record."""
    try:
        plain = BytesIO(_inflate(member))
        record = _LOADER.parse_record_stream(plain, known_format="warc", no_record_parse=True)
    except (ArchiveLoadFailed, EOFError, ValueError):  # what warcio raises for bytes that are no record
        return {}
    return dict(record.rec_headers.headers)


def _head(member: bytes) -> bytes:
    """Give the bytes up to the body: one block of headers, of an answer from the wire two."""
    plain = _inflate(member)
    own, end, block = plain.partition(b"\r\n\r\n")
    if not end:
        return b""
    http = block.partition(b"\r\n\r\n")[0] + end if _headers(member).get("WARC-Type") == "response" else b""
    return own + end + http


def _inflate(member: bytes) -> bytes:
    """Unpack a member; empty where it is broken."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(member, MAX_RECORD_BYTES)
    except zlib.error:
        return b""
