"""`gongwen reclean` after a rule changed: captures a second, and how busy it keeps the cores.

The captures are thread pages of the demo's board, all different; each was read and filed before, by other rules.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from archive.capture import Fetched
from archive.crawls import begin, finish
from archive.database import Archive, open_archive
from archive.frontier import Seed
from archive.record import put_capture
from archive.warc import WarcWriter
from cleaners.reading import UrlKind
from crawler.demo import world
from crawler.pool import cores
from crawler.recleaning import Pace, Recleaning, Stopwatch

BUDGET_BUSY = 0.9
"""Share of the cores that must be at work: on two cores 1.8."""
START = datetime(2026, 3, 1, tzinfo=UTC)


def lines(captures: int, folder: Path) -> Iterator[str]:
    """Measure and give the figures in lines; of a few captures the start of the workers is half of the time."""
    yield f"\nReading {captures} captures again after a change of rules: thread pages of the demo's board"
    pace = reclean_pace(captures, folder)
    each = 1000 * pace.cpu_s / max(1, pace.captures)
    yield f"  {pace.captures_a_second:.1f} captures/s, {pace.seconds:.1f} s, CPU {each:.2f} ms a capture"
    wanted = BUDGET_BUSY * cores()
    judged = "ok" if pace.busy_cores >= wanted else "✗ past its budget"
    yield f"  {pace.busy_cores:.2f} of {cores()} cores busy (bar: {wanted:.1f})  {judged}"


def reclean_pace(captures: int, folder: Path) -> Pace:
    """Make an archive of so many captures, read by other rules, and read them all again."""
    data = folder / "reclean-data"
    shutil.rmtree(data, ignore_errors=True)
    with open_archive(data, create=True) as archive:
        _fill(archive, captures)
        _read_all(archive)
        watch = Stopwatch()
        return watch.pace(_read_all(archive))


def _fill(archive: Archive, captures: int) -> None:
    """Record the pages as a crawl would have, but for their reading."""
    crawl = begin(archive, label="bench", spider="forum", software="bench", settings={}, now=START)
    with closing(WarcWriter(archive.folder, software="bench")) as warc:
        answers = islice(_answers(captures), captures)
        while group := list(islice(answers, 64)):
            places = warc.append_many(group)
            with archive.transaction() as conn:
                for fetched, place in zip(group, places, strict=True):
                    url = str(fetched.url)
                    seed = Seed(url=url, key=url, kind=UrlKind.DOCUMENT, host=url.split("/")[2])
                    put_capture(conn, claim_id=None, fetched=fetched, place=place, crawl_id=crawl.id, seed=seed)
    finish(archive, crawl.id, reason="finished", now=START)


def _answers(captures: int) -> Iterator[Fetched]:
    """Give the board's thread pages as they come over the wire."""
    board = world(reports=captures).board
    for number, truth in enumerate(board.truths()):
        for path in truth.paths if truth.title else ():
            answer = board.answer(path)
            url = f"http://{truth.host}{path}"
            yield Fetched(
                url=url, final_url=url, status=answer.status, headers=(("Content-Type", "text/html"),),
                body=answer.body, fetched_at=START + timedelta(seconds=number),
            )  # fmt: skip


def _read_all(archive: Archive) -> int:
    """Read all captures again as after a change of rules; gives how many there were."""
    with archive.transaction() as conn:
        conn.execute("UPDATE captures SET recipe = 'older', state = 'read'")
    work = Recleaning(archive)
    return sum(1 for _ in work.run(work.stale()))
