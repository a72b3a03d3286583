"""`reclean`: reads captures again that other rules have read; its dry run shows by rule what would change."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

import click

from archive.comparing import TEXTS, Compared, Difference
from archive.status import summary
from cleaners.outcome import State
from crawler.addresses import host_given
from crawler.cli.main import OK, SOME_FAILED
from crawler.cli.printing import as_json, counted, one_line, say
from crawler.cli.progress import advancing
from crawler.cli.session import Session, session_options
from crawler.host_file import spellings
from crawler.pool import cores
from crawler.recleaning import Pace, Recleaning, Stopwatch

SAMPLE = 200
"""Captures that a dry run reads by default: some seconds, and a change of one text in fifty is seen with 98 %."""
DIFFERENCES = 3
SHOWN_CHARS = 60
"""Characters of what an edit took or put that are shown."""


@dataclass(slots=True)
class _OfRule:
    """What becomes of one rule's edits."""

    appear: int = 0
    vanish: int = 0
    samples: list[Difference] = field(default_factory=list)


@click.command()
@click.option("--dry-run", is_flag=True, help="Read a sample again and show what would change, by rule; write nothing.")
@click.option("--all", "is_all", is_flag=True, help="With --dry-run: read all of them, not a sample.")
@click.option("--sample", type=click.IntRange(min=1), default=SAMPLE, show_default=True, metavar="N",
              help="With --dry-run: captures to read.")
@click.option("--differences", type=click.IntRange(min=0), default=DIFFERENCES, show_default=True, metavar="N",
              help="With --dry-run: differences shown for each rule.")
@click.option("--host", metavar="HOST|URL", help="Only the captures of this host.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON: of a dry run the sums, then one object a rule.")
@session_options
def reclean(  # noqa: PLR0913 - the options of the command, each named by Click
    session: Session, *, dry_run: bool, is_all: bool, sample: int, differences: int, host: str | None, is_json: bool
) -> int:
    """Read the captures again that were read by other rules; ids stay, and no version is made of a changed wording.

    It goes on where it was when it was interrupted. --dry-run shows what would change.
    """
    hosts = None if host is None else spellings(host_given(host))
    with session.archive(read_only=dry_run) as archive:
        work = Recleaning(archive)
        captures = work.stale(hosts=hosts)
        if dry_run:
            chosen = captures if is_all else _drawn(captures, sample)
            comparing = advancing(work.compare(chosen) if chosen else (), session, total=len(chosen))
            found = _Found(stale=len(captures), captures=summary(archive).captures, read=len(chosen))
            for one in comparing:
                found.add(one, differences)
            print(on_screen("\n".join(found.as_json() if is_json else found.as_lines())))
            return OK
        if not captures:
            print(as_json({}) if is_json else _to_read(0, summary(archive).captures))
            return OK
        watch = Stopwatch()
        counts = Counter(done.state for done in advancing(work.run(captures), session, total=len(captures)))
        pace = watch.pace(counts.total())
    print(as_json(counts) if is_json else ", ".join(f"{count} {state}" for state, count in counts.items()))
    if session.loudness >= 0:
        say(told(pace))
        if counts[State.QUARANTINED]:
            say("`gongwen status` says what waits in quarantine")
    return SOME_FAILED if counts[State.QUARANTINED] else OK


def told(pace: Pace) -> str:
    """Say how fast it went, and what of the machine was used."""
    rate = f"{counted(pace.captures, 'capture')} in {pace.seconds:.1f} s, {pace.captures_a_second:.0f} a second"
    return f"{rate}; {pace.busy_cores:.2f} of {cores()} cores busy"


def on_screen(text: str) -> str:
    """Give text with its colours where standard output is a terminal, without them elsewhere."""
    return text if sys.stdout.isatty() else click.unstyle(text)


def _to_read(stale: int, captures: int) -> str:
    return f"{counted(stale, 'capture')} to read again of {captures}"


def _drawn(captures: list[int], sample: int) -> list[int]:
    """Draw evenly, the same ones each time."""
    step = max(1, -(-len(captures) // sample))
    return captures[::step]


@dataclass(slots=True, kw_only=True)
class _Found:
    """What a dry run found."""

    stale: int
    captures: int
    read: int
    texts: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(TEXTS, 0)))
    rules: dict[str, _OfRule] = field(default_factory=lambda: defaultdict(_OfRule))

    def add(self, one: Compared, most: int) -> None:
        """Count what would become of one capture; of each rule so many differences are kept."""
        self.texts.update(one.texts)
        for difference in one.differences:
            found = self.rules[difference.rule]
            found.appear += difference.appears
            found.vanish += not difference.appears
            if len(found.samples) < most:
                found.samples.append(difference)

    def by_weight(self) -> list[tuple[str, _OfRule]]:
        """Give the rules, those with most differences first."""
        return sorted(self.rules.items(), key=lambda item: (-item[1].appear - item[1].vanish, item[0]))

    def as_json(self) -> Iterator[str]:
        """Give the sums, then each rule, an object a line."""
        yield as_json({"stale": self.stale, "captures": self.captures, "read": self.read, "texts": self.texts})
        for name, found in self.by_weight():
            row = {"rule": name, "appear": found.appear, "vanish": found.vanish}
            yield as_json(row | {"samples": [asdict(sample) for sample in found.samples]})

    def as_lines(self) -> Iterator[str]:
        """Give the same for a person."""
        to_read = _to_read(self.stale, self.captures)
        yield to_read if self.read == self.stale else f"{to_read}; {self.read} were read as a sample"
        if self.read:
            shown = (name for name in TEXTS if self.texts[name] or name in TEXTS[:2])
            yield "texts: " + ", ".join(f"{self.texts[name]} {name}" for name in shown)
        for name, found in self.by_weight():
            yield from _rule_lines(name, found)


def _rule_lines(name: str, found: _OfRule) -> Iterator[str]:
    """Give a rule in lines: how many of its edits appear and vanish, then some of them."""
    yield f"{name}: {counted(found.appear, 'edit')} would appear, {found.vanish} vanish"
    for one in found.samples:
        sign = click.style("+", fg="green") if one.appears else click.style("-", fg="red")
        taken = click.style(f"[-{_short(one.taken)}-]", fg="red") if one.taken else ""
        put = click.style(f"{{+{_short(one.put)}+}}", fg="green") if one.put else ""
        place = f"{one.report or 'a new report'} {one_line(one.url or 'without an address')}"
        yield f"  {sign} {place}\n      …{_visible(one.before)}{taken}{put}{_visible(one.after)}…"


def _short(text: str) -> str:
    seen = _visible(text)
    return seen if len(seen) <= SHOWN_CHARS else f"{seen[: SHOWN_CHARS // 2]}…{seen[-SHOWN_CHARS // 2 :]}"


def _visible(text: str) -> str:
    """Give a text on one line, its line breaks as `↵`, whatever else nobody sees spelled out."""
    return "".join(_sign(mark) for mark in text)


def _sign(mark: str) -> str:
    return "↵" if mark == "\n" else mark if mark.isprintable() or mark == "\u3000" else repr(mark)[1:-1]
