"""Gongwen as a contestant: the real command line, flat out, into a fresh archive; and what that archive weighs."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crawler.demo import serve
from tests.benchmarks.pages import Pages
from tests.benchmarks.racing import Lap, lap

SITE = """
[site]
name = "flat out"
hosts = [{hosts}]
platform = "discuz"
spider = "forum"
starts = ["http://{first}/"]
[politeness]
delay_s = 0
concurrency = 8
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What an archive weighs."""

    reports: int
    copies: int
    texts_bytes: int
    """UTF-8 of all distinct texts: what there is to keep."""
    database_bytes: int
    warc_bytes: int


def archive_lap(pages: Pages, count: int, folder: Path) -> Lap:
    """Archive the first `count` pages into a fresh archive."""
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    (data / "sites").mkdir(parents=True)
    hosts = ", ".join(f'"{host}"' for host in pages.hosts)
    (data / "sites" / "bench.toml").write_text(SITE.format(hosts=hosts, first=pages.hosts[0]), encoding="utf-8")
    listed = folder / "urls.txt"
    listed.write_text("\n".join(pages.urls[:count]) + "\n", encoding="utf-8")
    rules = [word for rule in pages.resolve_rules for word in ("--resolve", rule)]
    words = ["-m", "gongwen", "--data", str(data), "archive", "-i", str(listed), "--quiet", "--delay", "0",
             "--concurrency", "8", *rules]
    return lap(words, log=folder / "gongwen.log")


def weight(data: Path) -> Weight:
    """Weigh an archive."""
    with closing(sqlite3.connect(data / "archive.db")) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        reports = conn.execute("SELECT count(*) FROM reports WHERE merged_into_id IS NULL").fetchone()[0]
        copies = conn.execute("SELECT count(*) FROM copies").fetchone()[0]
        texts = conn.execute("SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM texts").fetchone()[0]
    warc = sum(file.stat().st_size for file in (data / "warc").iterdir())
    return Weight(
        reports=reports, copies=copies, texts_bytes=texts, warc_bytes=warc,
        database_bytes=(data / "archive.db").stat().st_size,
    )


def demo_weight(reports: int, folder: Path) -> Weight:
    """Crawl the demo's board of that many reports, all different, and weigh the archive."""
    data = folder / "demo-data"
    shutil.rmtree(data, ignore_errors=True)
    with serve(reports=reports) as demo:
        rules = [word for rule in demo.resolve_rules for word in ("--resolve", rule)]
        words = ["-m", "gongwen", "--data", str(data), "crawl", "demo-board", "--quiet", *rules]
        lap(words, log=folder / "demo.log")
    return weight(data)
