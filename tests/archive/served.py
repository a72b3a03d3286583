"""A small archive and Datasette's test client over it, for tests of pages."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

from cleaners.reading import Edit
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, entry, open_desk, reading

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}'
IDEOLOGY = "各支部认真落实意识形态工作责任制，每季度研判一次，发现问题立即整改，全年没有发生一起事故。"


def make(folder: Path) -> Desk:
    """Make an archive of four reports: one copied, one without title, one hostile throughout; two are dated."""
    desk = open_desk(folder)
    first = Facts(published_at="2019-03-05")
    desk.file(reading(entry(IDEOLOGY, title="意识形态工作总结"), facts=first))
    desk.file(reading(entry(PLAN, title="读书活动总结"), key="doc:2", url="http://b.test/2"))
    desk.file(reading(entry(PLAN, title="读书活动总结"), key="doc:3", url="http://c.test/3"))
    later = Facts(published_at="2021-01-02")
    desk.file(reading(entry(WORK, title=None), key="doc:4", url="http://a.test/4", facts=later))
    hostile = entry(HOSTILE + LONG, title=HOSTILE, author=HOSTILE, edits=(Edit(rule="<b>", start=0, taken=HOSTILE),))
    desk.file(reading(hostile, key="javascript:alert(5)", url="http://a.test/?q=%22onmouseover=alert(6)",
                      facts=Facts(site_name=HOSTILE, category="javascript:alert(7)")))  # fmt: skip
    return desk


def serve(path: Path, *, metadata: Mapping[str, Any] | None = None, **options: Any) -> Datasette:
    """Serve a file as plain `datasette FILE` does."""
    return Datasette([str(path)], metadata=dict(metadata or {}), **options)


def get(served: Datasette, path: str) -> Any:
    """Ask the test client."""
    return asyncio.run(served.client.get(path))
