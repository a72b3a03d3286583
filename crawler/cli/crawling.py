"""The commands that fetch: `archive` (a list of URLs, once) and `crawl` (sites, or what URLs lead to).

Scrapy is loaded by `crawler.run` when the crawl begins: a wrong option does not wait for it.
"""

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import click

from archive.errors import DiskFull
from archive.status import UrlStatus
from archive.waiting import next_urls
from cleaners.outcome import Reason, State
from crawler.addresses import host_of, in_ascii, read_rules
from crawler.cli.condition import BY_HAND, by_hand
from crawler.cli.main import INTERRUPTED, OK, SOME_FAILED
from crawler.cli.printing import Form, Row, counted, listing_options, new_reports, one_line, print_rows, say
from crawler.cli.progress import Watching
from crawler.cli.session import DATABASE, Session, session_options
from crawler.cli.url_list import read_lists
from crawler.own_word import is_web
from crawler.run import CrawlReport, Plan, run_crawls
from crawler.site import Site, ad_hoc, load_site, site_for_host

LIST_COLUMNS = ("state", "reason", "reports", "url", "detail", "note")
SUM_COLUMNS = ("state", "reason", "urls")
NOT_ARCHIVED = (State.FAILED, State.QUARANTINED, State.REFUSED, State.SKIPPED, State.PENDING, State.FETCHED)
"""States of a listed URL of which there is no page to read."""
SHOWN_FIRST = 20
"""URLs that a dry run shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to fetch, as the options say it."""

    contact: str | None
    resolve: tuple[str, ...]
    delay: float | None
    concurrency: int | None
    workers: int

    def plan(self, session: Session, watch: Watching, **more: Any) -> Plan:  # noqa: ANN401 - fields of Plan
        """Make a plan that fetches in this manner."""
        level = {-1: "ERROR", 0: "ERROR", 1: "INFO"}.get(session.loudness, "DEBUG")
        return Plan(data=session.folder, contact=self.contact, resolve=self.resolve, delay_s=self.delay,
                    concurrency=self.concurrency, workers=self.workers, log_level=level, progress=watch, **more)


def fetch_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say how to fetch; they arrive as the argument `manner`."""

    @click.option("--contact", envvar="GONGWEN_CONTACT", metavar="URL|ADDRESS",
                  help="Page or e-mail address of whoever runs this; sent with each request, needed off loopback.")
    @click.option("--resolve", envvar="GONGWEN_RESOLVE", multiple=True, metavar="HOST:PORT:ADDRESS[:PORT]",
                  help="Connect to this address instead, as curl does; the only way to a private one. Repeatable.")
    @click.option("--delay", type=click.FloatRange(min=0, max=600), metavar="SECONDS",
                  help="Pause between two requests to one host.  [default: the site's own, else 1]")
    @click.option("--concurrency", type=click.IntRange(1, 16), metavar="N",
                  help="Requests to one host at a time.  [default: the site's own, else 1]")
    @click.option("--workers", type=click.IntRange(min=0, max=256), default=0, show_default="one a core",
                  help="Processes that read pages.")
    @functools.wraps(command)
    def with_manner(  # noqa: PLR0913 - the options, each by its name
        session: Session, *, contact: str | None, resolve: tuple[str, ...], delay: float | None,
        concurrency: int | None, workers: int, **given: Any,  # noqa: ANN401 - whatever the command takes
    ) -> Any:  # noqa: ANN401 - and gives
        rules = tuple(rule for text in resolve for rule in text.split(",") if rule)
        read_rules(rules)  # a wrong rule is told before anything else happens
        manner = Manner(contact=contact, resolve=rules, delay=delay, concurrency=concurrency, workers=workers)
        return command(session, manner=manner, **given)

    return with_manner


@click.command()
@click.argument("urls", nargs=-1, metavar="[URL...]")
@click.option("-i", "--input", "lists", multiple=True, metavar="FILE|-", help="List of URLs, one a line; - = stdin.")
@click.option("--refetch", is_flag=True, help="Ask again for what is archived already.")
@listing_options
@session_options
@fetch_options
def archive(  # noqa: PLR0913 - the options of the command
    session: Session, *, urls: tuple[str, ...], lists: tuple[str, ...], refetch: bool, form: Form | None, manner: Manner
) -> int:
    """Archive URLs once, each alone: a line for each says its state, the reason and the report."""
    wanted = read_lists(urls, lists)
    for problem in wanted.problems:
        say(f"gongwen: {problem}; the other lines are archived")
    with Watching(session, total=len(wanted.urls)) as watch:
        (report,) = _run(session, [manner.plan(session, watch, spider="urls", urls=wanted.urls, refetch=refetch)])
    rows = [_url_row(url, status) for url, status in report.urls]
    print_rows(rows, LIST_COLUMNS, form or Form.LINES, _url_line)
    asked = sum(row["reason"] in BY_HAND for row in rows)
    _tell(session, [report], asked)
    if report.finish_reason == "interrupted":
        return INTERRUPTED
    return SOME_FAILED if wanted.problems or any(row["state"] in NOT_ARCHIVED for row in rows) else OK


def _url_row(url: str, status: UrlStatus | None) -> Row:
    """Give what a listed URL came to."""
    if status is None:
        return {"state": State.PENDING.value, "reason": None, "reports": [], "url": url, "detail": None, "note": None}
    return {
        "state": status.state.value, "reason": status.reason and status.reason.value, "reports": list(status.reports),
        "url": url, "detail": status.detail, "note": status.note,
    }  # fmt: skip


def _url_line(row: Row) -> str:
    remark = row["note"] or row["detail"]
    reports = ",".join(row["reports"]) or "-"
    head = f"{row['state']:<11}  {row['reason'] or '-':<12}  {reports}  {one_line(row['url'])}"
    return head + (f"  ({one_line(remark)})" if remark else "")


@click.command()
@click.argument("targets", nargs=-1, required=True, metavar="SITE|URL...")
@click.option("--limit", type=click.IntRange(min=1), metavar="PAGES", help="Stop after this many pages.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="Leave out threads whose list says that nothing happened there since; undated ones are asked for.")
@click.option("--dry-run", is_flag=True, help="Fetch nothing: show what would be asked for first.")
@click.option("--refetch", is_flag=True, help="Ask again for known pages, whatever their lists say.")
@listing_options
@session_options
@fetch_options
def crawl(  # noqa: PLR0913 - the options of the command
    session: Session, *, targets: tuple[str, ...], limit: int | None, since: datetime | None, dry_run: bool,
    refetch: bool, form: Form | None, manner: Manner,
) -> int:
    """Follow the boards, lists and pages of a site: by its name, or from URLs of it. Again: only what is new."""
    sites = _sites(targets, session)
    if dry_run:
        for site, urls in sites:
            _show_first(session, site, urls, limit=limit or SHOWN_FIRST)
        return OK
    more = {"limit": limit, "refetch": refetch, "since": since and since.replace(tzinfo=UTC)}
    with Watching(session) as watch:
        reports = _run(session, [manner.plan(session, watch, site=site, urls=urls, **more) for site, urls in sites])
    outcomes = sum_up(reports)
    print_rows(sum_rows(outcomes), SUM_COLUMNS, form or Form.TABLE, str)
    _tell(session, reports, sum(outcomes[State.REFUSED, reason] for reason in BY_HAND))
    if reports[-1].finish_reason == "interrupted":
        return INTERRUPTED
    return SOME_FAILED if any(state in (State.FAILED, State.QUARANTINED) for state, _ in outcomes) else OK


def _sites(targets: Iterable[str], session: Session) -> list[tuple[Site, tuple[str, ...]]]:
    """Give the sites that the targets mean, each with the URLs to begin at; of a host nobody declared one is made."""
    found: dict[str, tuple[Site, list[str]]] = {}
    for target in targets:
        if is_web(target):
            target = in_ascii(target) or target  # noqa: PLW2901 - the same URL as it goes over the wire
            site = site_for_host(host_of(target), data=session.folder) or ad_hoc((target,))
            found.setdefault(site.slug, (site, []))[1].append(target)
        else:
            site = load_site(target, data=session.folder)
            found.setdefault(site.slug, (site, []))
    return [(site, tuple(urls)) for site, urls in found.values()]


def _show_first(session: Session, site: Site, urls: tuple[str, ...], *, limit: int) -> None:
    """Print what a crawl would ask for first; makes no archive and asks nobody."""
    print(f"{site.slug} ({site.name}), spider {site.spider}, a page every {site.delay_s:g} s:")
    first = [*(urls or site.starts)]
    if (session.folder / DATABASE).is_file():
        with session.archive(read_only=True) as opened:
            first += [one.url for one in next_urls(opened, site.hosts, limit=limit)]
    for url in list(dict.fromkeys(first))[:limit]:
        print(f"  {one_line(url)}")


def _run(session: Session, plans: list[Plan]) -> list[CrawlReport]:
    """Run the plans; DiskFull where one of them stopped for want of room."""
    session.hand_over_log()
    reports = run_crawls(plans)
    for report in reports:
        if report.finish_reason == "disk_full":
            raise DiskFull(report.failure or f"{plans[0].data}: the disk is full; make room and start again")
    return reports


def sum_up(reports: Iterable[CrawlReport]) -> Counter[tuple[State, Reason | None]]:
    """Add up what the URLs of several crawls came to."""
    total: Counter[tuple[State, Reason | None]] = Counter()
    for report in reports:
        total.update(report.outcomes)
    return total


def sum_rows(outcomes: Counter[tuple[State, Reason | None]]) -> Iterator[Row]:
    """Give the sums as rows, in the order of states, the largest first."""
    order = list(State)
    for (state, reason), urls in sorted(outcomes.items(), key=lambda item: (order.index(item[0][0]), -item[1])):
        yield {"state": state.value, "reason": reason and reason.value, "urls": urls}


def _tell(session: Session, reports: list[CrawlReport], asked: int) -> None:
    """Say on stderr what the crawls brought, what was odd, and what a person can do."""
    if session.loudness < 0:
        return
    pages, seconds = sum(report.pages for report in reports), sum(report.seconds for report in reports)
    new, copies = sum(report.reports_new for report in reports), sum(report.copies_new for report in reports)
    pending = sum(report.pending for report in reports)
    say(f"{counted(pages, 'page')} in {seconds:.0f} s: {new_reports(new)}"
        + (f", {counted(copies, 'new copy', 'new copies')}" if copies else "")
        + (f"; {counted(pending, 'URL')} still to come, the same command goes on" if pending else ""))
    for warning in dict.fromkeys(warning for report in reports for warning in report.warnings):
        say(warning)
    if asked:
        say(by_hand(asked))
