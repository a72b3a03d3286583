"""The command `demo`: serves the built-in sites on loopback, crawls them with the real spiders, shows the outcome."""

from collections.abc import Iterator
from pathlib import Path

import click
from click.core import ParameterSource

from archive.status import Summary, summary
from cleaners.outcome import Reason, State
from crawler.cli.crawling import sum_up
from crawler.cli.main import FAILURE, INTERRUPTED, OK
from crawler.cli.printing import Form, counted, print_rows, say
from crawler.cli.progress import Watching
from crawler.cli.session import DATABASE, Session, session_options
from crawler.demo import serve
from crawler.run import CrawlReport, Plan, run_crawls
from crawler.site import Site, load_site

FOLDER = Path("demo-data")
COLUMNS = ("site", "pages", "new reports", "new copies", "not kept")
NOT_KEPT = (State.REFUSED, State.SKIPPED, State.QUARANTINED, State.FAILED)
WORDS = {
    Reason.GONE: "the page is gone", Reason.LOGIN: "the site asks for a log-in",
    Reason.PERMISSION: "the site does not show it to guests", Reason.PASSWORD: "the site asks for a password",
    Reason.PAID: "the site asks for money", Reason.CHALLENGE: "the site showed a challenge",
    Reason.CLOSED: "the site is closed", Reason.SERVER_ERROR: "the server is broken",
    Reason.NO_CONTENT: "there is no report on it", Reason.NOT_A_PAGE: "it is no page",
    Reason.ROBOTS: "robots.txt forbids it", Reason.SCOPE: "it lies outside the site", Reason.GUARD: "it is not safe",
    Reason.TRAP: "it looks like a trap", Reason.TRUNCATED: "the answer was cut", Reason.EMPTY_TEXT: "no text was found",
}  # fmt: skip


@click.command()
@session_options
@click.pass_context
def demo(ctx: click.Context, session: Session) -> int:
    """Crawl a small made-up internet on this machine into ./demo-data, and show what was kept, what not, and why."""
    session.data = _folder(ctx, session)
    is_first = not (session.folder / DATABASE).is_file()
    with serve() as served, Watching(session) as watch:
        sites = [load_site(site.slug) for site in served.sites]
        if session.loudness >= 0:
            say(f"{len(sites)} made-up sites are served on 127.0.0.1:{served.port} and crawled into {session.folder}")
        session.hand_over_log()
        reports = run_crawls([
            Plan(data=session.folder, site=site, resolve=served.resolve_rules, progress=watch, log_level="ERROR")
            for site in sites
        ])
    print_rows([_row(site, report) for site, report in zip(sites, reports, strict=False)], COLUMNS, Form.TABLE, str)
    with session.archive(read_only=True) as archive:
        found = summary(archive)
    print("\n".join(_told(found, reports, session.folder, is_first=is_first)))
    if reports[-1].finish_reason == "interrupted":
        return INTERRUPTED
    return OK if len(reports) == len(sites) and found.reports else FAILURE


def _folder(ctx: click.Context, session: Session) -> Path:
    """Give the demo's own folder: $GONGWEN_DATA is somebody's archive, and no made-up page belongs there."""
    given = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)
    is_named = ctx.get_parameter_source("data") in given or (
        ctx.parent is not None and ctx.parent.get_parameter_source("data") is ParameterSource.COMMANDLINE)
    return session.folder if is_named else FOLDER


def _row(site: Site, report: CrawlReport) -> dict[str, object]:
    not_kept = sum(urls for (state, _), urls in report.outcomes.items() if state in NOT_KEPT)
    return {"site": f"{site.slug} {site.name}", "pages": report.pages, "new reports": report.reports_new,
            "new copies": report.copies_new, "not kept": not_kept}


def _told(found: Summary, reports: list[CrawlReport], folder: Path, *, is_first: bool) -> Iterator[str]:
    """Say in lines what was kept, what was not and why, and how to look further."""
    yield ""
    yield f"kept: {counted(found.reports, 'report')}, each once, with every place where it stands: {found.copies}"
    for (state, reason), urls in sum_up(reports).most_common():
        if state in NOT_KEPT:
            why = f": {WORDS.get(reason, reason)}" if reason else ""
            yield f"not kept: {counted(urls, 'page')} {state}{why}"
    if not is_first:
        changed = sum(report.reports_new + report.copies_new for report in reports)
        yield "nothing changed since the last time" if not changed else f"{changed} new since the last time"
    yield ""
    yield "look further:"
    yield f"  gongwen --data {folder} search 安全生产"
    yield f"  gongwen --data {folder} serve -o"
