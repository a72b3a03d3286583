"""A filing desk for tests: captures without bytes, readings put together by hand, and all rows of an archive."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from archive.capture import Fetched, Place
from archive.crawls import begin
from archive.database import Archive, open_archive
from archive.file import Filed, file_reading
from archive.frontier import Seed
from archive.record import record_capture
from cleaners.outcome import Outcome, Reason, State
from cleaners.reading import (
    CharsetDecision,
    Entry,
    Facts,
    Link,
    Links,
    PageKind,
    PlatformGuess,
    Reading,
    Reply,
    UrlKind,
    View,
)

START = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
# Our own sentences: twenty Han characters and more each.
PLAN = "今年以来，镇党委坚持把读书活动放在重要位置，组织干部每月读一本好书，写一篇心得，共举办12场交流会。"
WORK = "去年冬天我们修好了村口的石桥，清理了三条水渠，又给学校添置了40套课桌椅，群众十分满意。"
LONG = "全县各单位要认真总结经验，查找不足，制定下一步措施，确保各项任务按时完成，不留尾巴。"


@dataclass
class Desk:
    """An archive, a run, and a clock that each capture moves on by a minute."""

    archive: Archive
    crawl_id: int
    at: datetime = START
    captures: int = 0

    def capture(
        self,
        url: str | None = "http://a.test/1",
        *,
        key: str | None = None,
        sha256: str | None = None,
        at: datetime | None = None,
    ) -> int:
        """Record a capture of a URL; its key is the URL where none is given."""
        self.captures += 1
        self.at = self.at + timedelta(minutes=1)
        fetched = Fetched(
            url=url, final_url=url, status=200, fetched_at=at or self.at, source="wire" if url else "import"
        )
        place = Place(file="x.warc.gz", offset=self.captures, length=1, sha256=sha256 or f"{self.captures:064x}")
        seed = url and Seed(url=url, key=key or url, kind=UrlKind.DOCUMENT, host=urlsplit(url).netloc)
        return record_capture(
            self.archive, claim_id=None, fetched=fetched, place=place, crawl_id=self.crawl_id, seed=seed or None
        )

    def file(self, reading: Reading, *, seeds: Sequence[Seed] = (), **capture: Any) -> Filed:
        """Capture the reading's URL and file the reading."""
        page = f":p{reading.page}" if reading.page > 1 else ""
        key = f"{reading.document_key}{page}" if reading.document_key else None
        capture_id = self.capture(reading.url, **{"key": key, **capture})
        return self.file_as(capture_id, reading, seeds=seeds)

    def file_as(self, capture_id: int, reading: Reading, *, seeds: Sequence[Seed] = ()) -> Filed:
        """File a reading for a capture that is there."""
        return file_reading(
            self.archive, capture_id=capture_id, reading=reading, seeds=seeds, crawl_id=self.crawl_id, now=self.at
        )

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the archive."""
        return self.archive.conn.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> Any:
        """Ask the archive for one value."""
        (row,) = self.rows(sql, *values)
        return row[0]

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Give every row of every plain table, and what the search index holds."""
        names = [name for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: sorted(self.rows(f'SELECT * FROM "{name}"'), key=repr) for name in names}  # noqa: S608


def open_desk(folder: Path) -> Desk:
    """Make an archive with a running crawl."""
    archive = open_archive(folder, create=True)
    crawl = begin(archive, label="test", spider="forum", software="gongwen/0", settings={}, now=START)
    return Desk(archive=archive, crawl_id=crawl.id)


def entry(text: str, *, position: int = 1, title: str | None = "读书活动总结", **more: Any) -> Entry:
    """Make an entry."""
    return Entry(position=position, title=title, text=text, **more)


def reading(*entries: Entry, key: str = "doc:1", url: str | None = "http://a.test/1", **more: Any) -> Reading:
    """Make a reading of a thread; anything may be said otherwise."""
    facts: dict[str, Any] = {
        "platform": PlatformGuess(family="discuz", version="X3.4", sure=0.9, why="test"),
        "page_kind": PageKind.THREAD,
        "outcome": Outcome(state=State.READ),
        "charset": CharsetDecision(charset="utf-8", how="utf-8"),
        "recipe": "r1",
        "hints_digest": "h1",
        "title": next((entry.title for entry in entries if entry.title), None),
    }
    return Reading(url=url, document_key=key, entries=entries, **(facts | more))


def article(*texts: str, page: int = 1, pages: int | None = 1, **more: Any) -> Reading:
    """Make a reading of a page of an article."""
    entries = [entry(text, position=number) for number, text in enumerate(texts, start=1)]
    url = "http://a.test/1" if page == 1 else f"http://a.test/1_{page}"
    return reading(*entries, page_kind=PageKind.ARTICLE, page=page, pages=pages, url=url, **more)


def refused(reason: Reason, *, url: str = "http://a.test/1", detail: str = "抱歉，没有找到主题") -> Reading:
    """Make a reading of a soft error."""
    outcome = Outcome(state=State.REFUSED, reason=reason, detail=detail)
    return reading(url=url, page_kind=PageKind.ERROR, outcome=outcome)


__all__ = [
    "LONG", "PLAN", "START", "WORK", "Desk", "Facts", "Link", "Links", "Reply", "View", "article", "entry",
    "open_desk", "reading", "refused",
]  # fmt: skip
