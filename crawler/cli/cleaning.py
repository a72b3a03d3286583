"""`clean` reads pages without an archive. What a page means is known to `cleaners`."""

import glob
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from cleaners.as_json import public_json
from cleaners.outcome import Outcome, State
from cleaners.page import Hints, Page
from cleaners.reading import Reading
from crawler.addresses import host_of
from crawler.cli.explaining import explained
from crawler.cli.main import OK, SOME_FAILED
from crawler.cli.printing import as_json, on_terminal, say
from crawler.cli.session import Session, session_options
from crawler.errors import BadInput
from crawler.own_word import is_web
from crawler.pool import Pool, cores
from crawler.saved import from_bytes, open_saved
from crawler.site import hints_for
from crawler.worker import Answer, Given


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--text", "form", flag_value="text", default="text", help="Print the texts of the reports (the default).")
@click.option("--json", "form", flag_value="json", help="Print everything that was understood: an object, or a list.")
@click.option("--explain", "form", flag_value="explain", help="Print what was understood, and which rule took what.")
@click.option("--url", metavar="URL", help="Address that the page came from; relative links and the key need it.")
@session_options
def clean(session: Session, *, files: tuple[str, ...], form: str, url: str | None) -> int:
    """Read saved pages without an archive: html, mhtml, SingleFile, txt, or `-` for standard input."""
    names = list(expanded(files))
    if url is not None and (len(names) != 1 or not is_web(url)):
        raise BadInput("--url takes one http or https URL, and one FILE with it")
    readings: list[Reading] = []
    problems: list[str] = []
    for name, _, reading in read_all(names, url, session, problems):
        readings.append(reading)
        _print(reading, name, form, is_first=len(readings) == 1)
    if form == "json" and readings:
        objects = [public_json(reading) for reading in readings]
        print(as_json(objects if len(names) > 1 else objects[0], indent=2))
    return _concluded(readings, problems)


def expanded(files: tuple[str, ...]) -> Iterator[str]:
    """Give the names, with the patterns replaced that the shell has left (Windows, quotes)."""
    for name in files:
        found = sorted(glob.glob(name)) if name != "-" and not Path(name).exists() else []  # noqa: PTH207 - any path
        yield from found or [name]


def read_all(
    names: list[str], url: str | None, session: Session, problems: list[str]
) -> Iterator[tuple[str, Page, Reading]]:
    """Read the pages in workers, whose limits bound what a hostile one can cost; what is no page is a problem."""
    opened: deque[str] = deque()

    def tasks() -> Iterator[Given]:
        for name in names:
            try:
                page = _page(name, url)
            except BadInput as error:
                problems.append(f"{name}: {error}")
            else:
                opened.append(name)
                yield Given(page=page, hints=_hints(page, session))

    with Pool(min(cores(), len(names))) as pool:
        for task, answer in pool.map(tasks()):
            yield opened.popleft(), task.page, _reading(task, answer)


def _reading(task: Given, answer: Answer) -> Reading:
    """Give the worker's reading, or that of a page which could not be read."""
    if isinstance(answer, Reading):
        return answer
    from cleaners.read import unopened  # noqa: PLC0415 - only what cannot be read pays for it here

    outcome = Outcome(state=State.QUARANTINED, reason=answer.reason, detail=answer.detail)
    return unopened(task.page, task.hints, outcome)


def _page(name: str, url: str | None) -> Page:
    """Read one file, or standard input, as a page."""
    saved = from_bytes(sys.stdin.buffer.read()) if name == "-" else open_saved(Path(name))
    page = saved.page()
    return page if url is None else replace(page, url=url)


def _hints(page: Page, session: Session) -> Hints:
    """Give what a declared site and the host's own rules know of this page."""
    try:
        return Hints() if page.url is None else hints_for(host_of(page.url), data=session.folder)
    except ValueError:  # an address that the saved page states, and that is none
        return Hints()


def _print(reading: Reading, name: str, form: str, *, is_first: bool) -> None:
    """Print one reading as it comes; JSON waits for the last one."""
    if form == "explain":
        print("" if is_first else "\n", end="")
        print(on_terminal(explained(reading, name)))
    if form != "text":
        return
    if reading.outcome.state is not State.READ:
        outcome = reading.outcome
        say(f"{name}: {outcome.state}, {outcome.reason or reading.page_kind}: {outcome.detail or 'holds no report'}")
    elif not reading.entries:
        say(f"{name}: no report on this {reading.page_kind}; {len(reading.replies)} replies")
    for number, entry in enumerate(reading.entries):
        print("" if is_first and number == 0 else "\n\n", end="")
        text = entry.text if entry.title is None else f"{entry.title}\n\n{entry.text}"
        print(on_terminal(text) if sys.stdout.isatty() else text)


def _concluded(readings: list[Reading], problems: list[str]) -> int:
    """Say what could not be read; BadInput where nothing could."""
    if not readings:
        raise BadInput("; ".join(problems))
    for problem in problems:
        say(f"gongwen: {problem}")
    quarantined = any(reading.outcome.state is State.QUARANTINED for reading in readings)
    return SOME_FAILED if problems or quarantined else OK
