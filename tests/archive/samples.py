"""Small made-up values that several store tests need: instants, seeds, answers."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from archive.capture import Fetched, Place
from archive.crawls import Crawl, begin
from archive.database import Archive
from archive.frontier import Seed
from cleaners.reading import UrlKind

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def later(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def seed(number: int, *, host: str = "bbs.example", kind: UrlKind = UrlKind.DOCUMENT, **more: object) -> Seed:
    shape = "thread" if kind is UrlKind.DOCUMENT else kind.value
    facts = {"url": f"http://{host}/{shape}-{number}-1-1.html", "key": f"discuz:{host}:{shape}:{number}"}
    return Seed(**{**facts, "kind": kind, "host": host, **more})  # type: ignore[arg-type]  # facts of a test


def run(archive: Archive, *, minutes: float = 0, label: str = "bbs.example") -> Crawl:
    return begin(archive, label=label, spider="forum", software="gongwen/test", settings={}, now=later(minutes))


def answer(body: bytes = b"<html>report</html>", *, minutes: float = 0, **more: object) -> Fetched:
    facts = {"url": "http://bbs.example/thread-1-1-1.html", "final_url": "http://bbs.example/thread-1-1-1.html"}
    headers = (("Content-Type", "text/html"), ("ETag", '"v1"'), ("Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT"))
    whole = {**facts, "status": 200, "reason": "OK", "headers": headers, "body": body, "fetched_at": later(minutes)}
    return Fetched(**{**whole, **more})  # type: ignore[arg-type]  # facts of a test


def place(number: int = 0, *, sha256: str = "0" * 64) -> Place:
    return Place(file="gongwen-20260301120000-1-0.warc.gz", offset=number * 1000, length=1000, sha256=sha256)


def warc_files(folder: Path) -> list[Path]:
    return sorted((folder / "warc").glob("*.warc.gz"))
