"""What a capture looks like as WARC/1.1 records, before compression. Files and offsets live in `warc_write`.

Everything that makes a Page again stands in the record itself, so that segments can be read without the database.
"""

import hashlib
import json
import re
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]  # warcio carries no annotations
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # as above
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # as above

from archive.capture import Fetched
from cleaners.page import Media

WARC_FOLDER = "warc"
"""Where the segments lie inside the archive's folder."""
VERSION = "1.1"
ORIGINAL = "X-Archive-Orig-"
"""Before the name of a header that is no longer true of the stored body, as pywb and warcprox do."""
ASKED, MEDIA, FILE_NAME, REDIRECTS, STATED = (
    "Gongwen-Asked-URL", "Gongwen-Media", "Gongwen-File-Name", "Gongwen-Redirects", "Gongwen-Stated-Headers",
)  # fmt: skip
_TYPES = {Media.HTML: "text/html", Media.TEXT: "text/plain", Media.GIVEN: "application/json",
          Media.UNKNOWN: "application/octet-stream"}  # fmt: skip
# Line ends and NUL inside a header would make another header of its rest; none can come over the wire. One class, no
# repetition: nothing to backtrack.
_LINE_ENDS = re.compile(r"[\r\n\0]")


class _RawHeaders(StatusAndHeaders):  # type: ignore[misc]  # its base is untyped
    """Headers written as they came: warcio would percent-encode what is not ASCII."""

    def to_ascii_bytes(self, filter_func: object = None) -> bytes:
        text: str = self.to_str(filter_func)
        try:
            return text.encode("latin-1") + b"\r\n"
        except UnicodeEncodeError:
            return text.encode("utf-8", "surrogateescape") + b"\r\n"


def body_digest(fetched: Fetched) -> str:
    """Digest the body as received: sha256 in hex."""
    return hashlib.sha256(fetched.body).hexdigest()


def capture_records(fetched: Fetched) -> list[bytes]:
    """Give the records of one capture, the one that holds the body first, its request second where there was one."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version=VERSION)
    main = _response(writer, fetched) if fetched.status else _resource(writer, fetched)
    writer.write_record(main)
    records = [out.getvalue()]
    if fetched.status and fetched.source == "wire":
        out.seek(0)
        out.truncate()
        writer.write_record(_request(writer, fetched, main))
        records.append(out.getvalue())
    return records


def _response(writer: WARCWriter, fetched: Fetched) -> ArcWarcRecord:
    status = f"{fetched.status} {_LINE_ENDS.sub(' ', fetched.reason)}".rstrip()
    headers = _RawHeaders(status, _stored_headers(fetched), protocol="HTTP/1.1")
    return writer.create_warc_record(
        _target(fetched), "response", payload=BytesIO(fetched.body), length=len(fetched.body),
        http_headers=headers, warc_headers_dict=_warc_headers(fetched),
    )  # fmt: skip


def _resource(writer: WARCWriter, fetched: Fetched) -> ArcWarcRecord:
    """Make the record of a saved file: no HTTP exchange is made up for it, but what its container states is kept."""
    stated = next((value for name, value in _clean(fetched.headers) if name.lower() == "content-type"), None)
    facts = _warc_headers(fetched)
    if fetched.headers:
        facts[STATED] = json.dumps(fetched.headers)
    return writer.create_warc_record(
        _target(fetched), "resource", payload=BytesIO(fetched.body), length=len(fetched.body),
        warc_content_type=_printable(stated) or _TYPES[fetched.media], warc_headers_dict=facts,
    )  # fmt: skip


def _printable(stated: str | None) -> str | None:
    """Give a stated type as a header line can hold it; None where it cannot."""
    return stated if stated and stated.isascii() and stated.isprintable() else None


def _request(writer: WARCWriter, fetched: Fetched, response: ArcWarcRecord) -> ArcWarcRecord:
    parts = urlsplit(_target(fetched))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = _clean(fetched.request_headers)
    if not any(name.lower() == "host" for name, _ in headers):
        headers.insert(0, ("Host", parts.netloc.rpartition("@")[2]))
    line = _RawHeaders(f"{target} HTTP/1.1", headers, protocol=fetched.method)
    facts = {
        "WARC-Date": response.rec_headers.get_header("WARC-Date"),
        "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
    }
    return writer.create_warc_record(
        _target(fetched), "request", payload=BytesIO(b""), length=0, http_headers=line, warc_headers_dict=facts
    )


def _target(fetched: Fetched) -> str:
    """Name what the record holds: the address that answered, or the digest where there is no address."""
    address = fetched.final_url or fetched.url
    return _LINE_ENDS.sub("", address) if address else f"urn:sha256:{body_digest(fetched)}"


def _warc_headers(fetched: Fetched) -> dict[str, str]:
    # The type stands first; warcio fills it in.
    headers = {"WARC-Type": "", "WARC-Date": _instant(fetched.fetched_at)}
    # The digest in hex, so that what stands in `captures.sha256` can be looked for in an index of the segments.
    headers["WARC-Payload-Digest"] = f"sha256:{body_digest(fetched)}"
    if fetched.ip:
        headers["WARC-IP-Address"] = fetched.ip
    if fetched.url and fetched.final_url and fetched.url != fetched.final_url:
        headers[ASKED] = _LINE_ENDS.sub("", fetched.url)
    if fetched.media is not Media.UNKNOWN:
        headers[MEDIA] = fetched.media.value
    if fetched.file_name:
        headers[FILE_NAME] = json.dumps(fetched.file_name)
    if fetched.redirects:
        headers[REDIRECTS] = json.dumps(fetched.redirects)
    return headers


def _instant(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _stored_headers(fetched: Fetched) -> list[tuple[str, str]]:
    """Keep all headers, but rename those by which a reader would take the stored body apart wrongly."""
    size = str(len(fetched.body))
    stored: list[tuple[str, str]] = []
    for name, value in _clean(fetched.headers):
        lower = name.lower()
        is_false = lower == "transfer-encoding" or (lower == "content-length" and value.strip() != size)
        stored.append((ORIGINAL + name if is_false else name, value))
    return stored


def _clean(headers: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(_LINE_ENDS.sub(" ", name), _LINE_ENDS.sub(" ", value)) for name, value in headers]
