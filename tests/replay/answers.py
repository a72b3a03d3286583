"""The answers of captured sites, from WARC files and from index.jsonl: bytes, status and headers as they were.

What the replay leaves out is named here: the Connection header (ours is about this connection), nothing else.
"""

import base64
import binascii
import json
import urllib.parse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from crawler.demo.loopback import Answer

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
"""The captured sites; tests over them skip where this folder is absent."""
INDEXES = ("discuz/index.jsonl", "cms/index.jsonl")
WARCS = {
    "forum.example": "x34",
    "x35.forum.example": "x35",
    "gbk.forum.example": "gbk34",
    "wenmi.example": "empirecms",
    "dede.example": "dedecms",
}
"""Host to the name of its WARC and gold."""
Row = dict[str, Any]
"""A line of index.jsonl, as corpus/discuz/README.md describes it."""
Answers = dict[tuple[str, str], Answer]
"""(host, request target) to the answer."""


def load(hosts: frozenset[str] | None = None, *, corpus: Path = SHARED) -> Answers:
    """Give the plain answers of these hosts (None = all): the WARC's, and of index.jsonl what the WARC has not."""
    answers: Answers = {}
    for host, name in WARCS.items():
        if hosts is None or host in hosts:
            answers.update(_of_warc(corpus / "sites" / f"{name}.warc.gz"))
    for row, body in rows(corpus):
        parts = urllib.parse.urlsplit(row["url"])
        if (hosts is None or parts.netloc in hosts) and is_plain(row):
            answers.setdefault((parts.netloc, target_of(row["url"])), of_row(row, body))
    return answers


def rows(corpus: Path = SHARED) -> Iterator[tuple[Row, bytes]]:
    """Give every row of both indexes with its body."""
    for index in INDEXES:
        folder = (corpus / index).parent
        with (corpus / index).open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield row, (folder / row["file"]).read_bytes()


def is_plain(row: Row) -> bool:
    """True for what a browser gets from the site in its normal state, asked without cookie or condition."""
    if row["user_agent"] != "browser" or row.get("request_extra") or row["method"] != "GET":
        return False
    return scenario_of(row) is None


def scenario_of(row: Row) -> str | None:
    """Name the state of the whole site that a row shows; None for its normal state."""
    reason = (row.get("gold") or {}).get("reason", "")
    if row["kind"] == "js_challenge":
        return "challenge"
    if row["kind"] == "system_error":
        return "database-lost"
    if row["kind"] == "cc_shield":
        return {"refresh": "shield-refresh", "first": "shield-cookie", "sum": "shield-sum"}.get(reason.split(" ")[0])
    return {"board closed": "closed", "visit ban period": "closed-hours", "guests banned": "banned"}.get(reason)


def target_of(url: str) -> str:
    """Give the request target of a URL: path and query as they stand."""
    parts = urllib.parse.urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def of_row(row: Row, body: bytes) -> Answer:
    """Make the answer of a row; its body was stored without chunks, so they are put back where the headers say so."""
    return _answer(f"HTTP/1.1 {row['status']} {row['reason']}", row["headers"], body, bare=True)


def _of_warc(file: Path) -> Answers:
    """Read every response of a WARC, chunks left in place."""
    found: Answers = {}
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                url = record.rec_headers.get_header("WARC-Target-URI")
                head = record.http_headers
                made = _answer(f"{head.protocol} {head.statusline}", head.headers, record.raw_stream.read(), bare=False)
                found[urllib.parse.urlsplit(url).netloc, target_of(url)] = made
    return found


def _answer(status_line: str, headers: Iterable[Sequence[str]], body: bytes, *, bare: bool) -> Answer:
    """Put an answer together; `bare` bodies get the chunks that their headers announce."""
    kept = [(name, value) for name, value in headers if name.lower() != "connection"]
    names = {name.lower(): value.strip().lower() for name, value in kept}
    chunked = names.get("transfer-encoding") == "chunked"
    if bare and chunked:
        body = (b"%x\r\n%b\r\n" % (len(body), body) if body else b"") + b"0\r\n\r\n"
    status = int(status_line.split(" ")[1])
    head = "\r\n".join([status_line, *(f"{name}: {value}" for name, value in kept)]) + "\r\n"
    endless = not chunked and "content-length" not in names and status not in (204, 304)
    return Answer(status=status, head=head.encode("latin-1"), body=body, ends_by_closing=endless)


def attachment_of(target: str) -> str | None:
    """Give the number of the attachment a target asks for: links are signed anew at each view, the number stays."""
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(target).query))
    if query.get("mod") != "attachment" or "aid" not in query:
        return None
    try:
        return base64.b64decode(query["aid"]).split(b"|")[0].decode("ascii")
    except (binascii.Error, UnicodeDecodeError):  # not a signed link at all: no number
        return None
