"""The command `import`: saved pages into the archive, a line for each file. The work is in `crawler.importing`."""

from collections import Counter
from collections.abc import Iterator

import click

from cleaners.outcome import State
from crawler.cli.main import OK, SOME_FAILED, version
from crawler.cli.printing import Form, Row, counted, listing_options, new_reports, one_line, print_rows, say
from crawler.cli.session import Session, session_options
from crawler.errors import BadInput
from crawler.gathering import Found, find_pages
from crawler.importing import Imported, import_pages

COLUMNS = ("state", "reason", "reports", "reports_new", "file", "url", "url_from", "detail")
BAD = (State.FAILED, State.QUARANTINED)


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@listing_options
@session_options
def import_(session: Session, *, paths: tuple[str, ...], form: Form | None) -> int:
    """Archive saved pages: files, folders with all under them, patterns. html, mhtml, SingleFile and txt are read.

    The address of a page comes from a note beside it (page.html.url, or page.json with url and fetched_at), from the
    file as the browser or SingleFile saved it, or, marked as its own word, from the page.
    """
    found = list(find_pages(paths))
    if all(item.problem for item in found):
        raise BadInput(_nothing(found))
    counts: Counter[str] = Counter()
    with session.archive(create=True) as archive:
        imported = import_pages(archive, found, software=f"gongwen/{version()}")
        print_rows(_rows(imported, counts), COLUMNS, form or Form.LINES, _line)
    if session.loudness >= 0:
        say(_summed(counts))
    return SOME_FAILED if any(counts[state] for state in BAD) else OK


def _nothing(found: list[Found]) -> str:
    """Say why there is nothing to import, by the first of the paths."""
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"{found[0].path}: {found[0].problem}{more}"


def _rows(imported: Iterator[Imported], counts: Counter[str]) -> Iterator[Row]:
    """Give the rows to print, and count on the way."""
    for item in imported:
        counts[item.state] += 1
        counts["new"] += item.reports_new
        yield {
            "file": str(item.path), "state": item.state.value, "reason": item.reason and item.reason.value,
            "detail": item.detail, "url": item.url, "url_from": item.url_from, "reports": list(item.reports),
            "reports_new": item.reports_new, "copies_new": item.copies_new,
        }  # fmt: skip


def _line(row: Row) -> str:
    reports = ",".join(row["reports"]) or "-"
    detail = f"  ({one_line(row['detail'])})" if row["detail"] else ""
    return f"{row['state']:<11}  {row['reason'] or '-':<12}  {reports}  {one_line(row['file'])}{detail}"


def _summed(counts: Counter[str]) -> str:
    files = sum(counts[state] for state in State)
    states = ", ".join(f"{counts[state]} {state}" for state in State if counts[state])
    return f"{counted(files, 'file')}: {states}; {new_reports(counts['new'])}"
