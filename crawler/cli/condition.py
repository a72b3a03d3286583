"""Commands about the archive's condition: `status`, `doctor`."""

import platform
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from importlib import metadata

import click

from archive.database import Archive
from archive.errors import ArchiveError
from archive.search import is_current
from archive.status import Summary, UrlStatus, explain, summary
from cleaners.outcome import Reason, State
from crawler.cli.main import FAILURE, OK, version
from crawler.cli.printing import Form, Row, counted, listing_options, new_reports, one_line, print_rows
from crawler.cli.session import DATABASE, Session, session_options

NEED_FREE_BYTES = 1024**3
"""Below this much free room a crawl stops (reference: limits of a crawl)."""
PACKAGES = ("scrapy", "lxml", "trafilatura", "sqlite-utils", "datasette", "warcio", "click")
BY_HAND = (Reason.CHALLENGE, Reason.LOGIN)


@click.command()
@click.argument("url", required=False, metavar="[URL]")
@listing_options
@session_options
def status(session: Session, *, url: str | None, form: Form | None) -> int:
    """Say what each URL came to, in sums that add up; or all about one URL: its state, captures and failures."""
    with session.archive(read_only=True) as archive:
        if url is not None:
            _print_url(explain(archive, url), form)
            return OK
        found = summary(archive)
    columns = ("host", "state", "reason", "urls")
    rows: Iterator[Row] = ({**asdict(part), "state": part.state.value} for part in found.sums)
    if form is not None:
        print_rows(rows, columns, form, str)
    else:
        print("\n".join(_summary_lines(found)))
    if not found.adds_up:
        raise ArchiveError(f"{session.folder}: the sums do not add up to {found.urls} URLs; run `gongwen doctor`")
    return OK


def _summary_lines(found: Summary) -> Iterator[str]:
    """Give the archive in lines: what it holds, what the URLs came to, the last run, what to do by hand."""
    yield ", ".join((
        f"{counted(found.reports, 'report')} in {counted(found.copies, 'copy', 'copies')}",
        counted(found.replies, "reply", "replies"), counted(found.documents, "document"),
    ))
    yield f"{counted(found.captures, 'capture')}, {found.bytes:,} bytes of pages" + (
        f", {found.unread} not yet read" if found.unread else "")
    yield counted(found.urls, "URL")
    for (state, reason), urls in found.by_reason().items():
        yield f"  {urls:>8}  {state}" + (f", {reason}" if reason else "")
    run = found.last_run
    if run is not None:
        ended = run.finish_reason or "is at work, or was cut off and will be taken up again"
        began = f"{run.label} began {run.started_at:%Y-%m-%d %H:%M} UTC"
        yield f"last run: {began}, {ended}; {new_reports(run.reports_new)}"
    asked = sum(part.urls for part in found.sums if part.state is State.REFUSED and part.reason in BY_HAND)
    if asked:
        yield by_hand(asked)


def by_hand(pages: int) -> str:
    """Say what a person can do about pages that asked for a log-in or showed a challenge."""
    return (f"{counted(pages, 'page')} asked for a log-in or showed a challenge: "
            "save the page in your browser and run `gongwen import FILE`")


def _print_url(found: UrlStatus, form: Form | None) -> None:
    """Print what one URL came to."""
    row = asdict(found)
    if form is not None:
        texts = {key: _plain(value) for key, value in row.items()}
        print_rows([texts], tuple(texts), form, str)
        return
    reason = f", {found.reason}" if found.reason else ""
    print(one_line(f"{found.url}: {found.state}{reason}" + (f" ({found.detail})" if found.detail else "")))
    for name in ("key", "kind", "note", "attempts", "due_at", "fetched_at", "http_status"):
        if row[name] not in (None, 0):
            print(f"  {name}: {one_line(str(row[name]))}")
    print(f"  reports: {', '.join(found.reports) or 'none'}")
    for capture in found.captures:
        how = f"HTTP {capture.status}" if capture.status else "imported"
        print(f"  capture {capture.id}: {capture.fetched_at}, {how}, {capture.state}"
              f"{f', {capture.reason}' if capture.reason else ''}, {capture.bytes} bytes")
    for failure in found.failures:
        print(one_line(f"  failure: {failure.failed_at}, {failure.stage}, {failure.reason} {failure.message or ''}"))
    if found.state is State.REFUSED and found.reason in BY_HAND:
        print(by_hand(1))


def _plain(value: object) -> object:
    """Give a value that JSON can hold: instants as text, tuples of rows as lists of objects."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value if value is None or isinstance(value, str | int | float) else str(value)


@click.command()
@listing_options
@session_options
def doctor(session: Session, *, form: Form | None) -> int:
    """Say what is installed, whether the archive opens and adds up, and how much room there is."""
    rows = [*_software(), *_archive_rows(session)]
    print_rows(rows, ("what", "ok", "finding"), form or Form.LINES,
               lambda row: f"{'ok  ' if row['ok'] else 'BAD '} {row['what']}: {one_line(row['finding'])}")
    return OK if all(row["ok"] for row in rows) else FAILURE


def _software() -> Iterator[Row]:
    yield {"what": "gongwen", "ok": True, "finding": version()}
    yield {"what": "python", "ok": True, "finding": f"{platform.python_version()} on {platform.platform()}"}
    for package in PACKAGES:
        try:
            yield {"what": package, "ok": True, "finding": metadata.version(package)}
        except metadata.PackageNotFoundError:
            yield {"what": package, "ok": False, "finding": f"not installed: pip install {package}"}


def _archive_rows(session: Session) -> Iterator[Row]:
    folder = session.folder
    if not (folder / DATABASE).is_file():
        yield {"what": "archive", "ok": True, "finding": f"none in {folder}; `gongwen archive URL` makes one"}
        return
    try:
        with session.archive(read_only=True) as archive:
            yield from _opened(archive)
    except ArchiveError as error:
        yield {"what": "archive", "ok": False, "finding": str(error)}
    free = shutil.disk_usage(folder).free
    yield {"what": "disk", "ok": free > NEED_FREE_BYTES, "finding": f"{free / 1e9:.1f} GB free in {folder}"}


def _opened(archive: Archive) -> Iterator[Row]:
    found = summary(archive)
    yield {"what": "archive", "ok": True, "finding": f"{archive.folder}: {found.reports} reports, {found.urls} URLs"}
    yield {"what": "sums", "ok": found.adds_up, "finding": "every URL has one state" if found.adds_up else "off"}
    searchable = is_current(archive.conn)
    yield {"what": "search index", "ok": searchable, "finding": "current" if searchable else "of another version"}
    yield {"what": "captures", "ok": not found.unread, "finding": f"{found.unread} of {found.captures} wait to be read"}
