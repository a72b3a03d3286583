"""Switches every rule and selector off, one at a time, and sees whether a named case turns red: `make mutate`.

`python -m tests.mutation [--family NAME]… [--jobs N] [--sample N --seed S] [--out FILE]`. Exit code 1 where something
other than a threshold survives. Cases over ../shared do not count: a fresh clone must hold every constant by itself.
"""

import argparse
import importlib
import os
import pkgutil
import random
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import cleaners
from cleaners.rules.recipe import RULES
from tests.mutation.excluded import ROOT, tests_of
from tests.mutation.running import Machine, Verdict
from tests.mutation.switches import Kind, Switch, switches_of

NO_TESTS = ("-p", "no:xdist", "-p", "no:cacheprovider", "-q", "-m", "not shared", "--no-header", "--no-summary")
SCRATCH = "tests.mutation.scratch"


def main(words: Sequence[str] | None = None) -> int:
    """Find the switches, try them, print the table."""
    options = _options(words)
    if not hasattr(os, "fork"):
        _say("make mutate needs a system that can fork (Linux, macOS); skipped here\n")
        return 0
    load()
    began = time.monotonic()
    parts = [part for part in parts_of(options) if not options.family or part.rpartition(".")[2] in options.family]
    verdicts = [verdict for part in parts for verdict in run(part, options)]
    if options.killers:
        _say("".join(f"{one.switch.module}:{one.switch.label}\t{one.killer or '-'}\n" for one in verdicts))
    lines = report(verdicts)
    _say("\n".join(lines) + f"\n{len(verdicts)} switches in {time.monotonic() - began:.0f} s\n")
    if options.out:
        options.out.write_text("\n".join(survivors(verdicts)) + "\n", encoding="utf-8")
    return int(any(_counts(verdict) for verdict in verdicts))


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("--family", action="append", help="only this one: discuz, dump, …, rules or facts (repeatable)")
    parser.add_argument("--only", type=re.compile, help="a pattern searched for in `module.NAME[part]`")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="children at a time")
    parser.add_argument("--sample", type=int, help="only so many switches of each part, drawn by --seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="write the survivors, a line each, to this file")
    parser.add_argument("--killers", action="store_true", help="print for each switch the case that went red first")
    return parser.parse_args(words)


def load() -> None:
    """Import every module of the cleaners."""
    for module in pkgutil.walk_packages(cleaners.__path__, "cleaners."):
        importlib.import_module(module.name)


def parts_of(options: argparse.Namespace) -> list[str]:
    """Give the parts that have switches: rules, facts and each family; the scratch part only where it is asked for."""
    if options.family == [SCRATCH.rpartition(".")[2]]:
        return [importlib.import_module(SCRATCH).__name__]
    families = importlib.import_module("cleaners.platforms")
    names = [f"cleaners.platforms.{one.name}" for one in pkgutil.iter_modules(families.__path__)]
    return ["cleaners.rules", "cleaners.facts", *names]


def run(part: str, options: argparse.Namespace) -> list[Verdict]:
    """Try the switches of one part with the tests of that part."""
    modules = [name for name in sorted(sys.modules) if name == part or name.startswith(f"{part}.")]
    switches = switches_of(modules, rules=RULES)
    if options.only:
        switches = [one for one in switches if options.only.search(f"{one.module}.{one.label}")]
    switches = drawn(switches, options)
    _say(f"{part}: {len(switches)} switches\n")
    files = [str(path) for pattern in tests_of(part) for path in sorted(ROOT.glob(pattern))]
    if not files:
        return [Verdict(switch=switch, killer=None, note="no tests") for switch in switches]
    loaded = [name for name in sys.modules if name.partition(".")[0] == "cleaners" or name == part]
    machine = Machine(switches=switches, modules=loaded, jobs=options.jobs)
    code = pytest.main([*NO_TESTS, *files], plugins=[machine, Quiet()])
    alive = sum(map(_counts, machine.verdicts))
    _say(f"  {machine.cases} cases, {alive} survivors\n")
    if code or machine.red:
        _say(f"  not usable (pytest {code}): {', '.join(machine.red) or 'see above'}\n")
    return machine.verdicts


class Quiet:
    """Keeps pytest's own lines away."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self) -> tuple[str, str, str]:
        """Print nothing for a test."""
        return "", "", ""


def drawn(switches: list[Switch], options: argparse.Namespace) -> list[Switch]:
    """Draw a sample where one is asked for."""
    if not options.sample or options.sample >= len(switches):
        return switches
    return random.Random(options.seed).sample(switches, options.sample)  # noqa: S311 - a sample, no secret


def report(verdicts: Sequence[Verdict]) -> list[str]:
    """Give the table by module, then the survivors by name."""
    lines = [f"{'module':<46}{'switches':>9}{'red':>7}{'survive':>9}{'thresholds':>12}"]
    for module in sorted({verdict.switch.module for verdict in verdicts}):
        rows = [verdict for verdict in verdicts if verdict.switch.module == module]
        bad = sum(map(_counts, rows))
        quiet = sum(row.killer is None for row in rows) - bad
        lines.append(f"{module:<46}{len(rows):>9}{len(rows) - bad - quiet:>7}{bad:>9}{quiet:>12}")
    return [*lines, "", "Survivors (no named case turns red):", *survivors(verdicts)]


def survivors(verdicts: Sequence[Verdict]) -> list[str]:
    """Give a line for each survivor: module, name, what it is, and why nothing noticed."""
    alive = [verdict for verdict in verdicts if verdict.killer is None]
    alive.sort(key=lambda verdict: (verdict.switch.kind is Kind.THRESHOLD, verdict.switch.module, verdict.switch.name))
    return [f"{one.switch.module}\t{one.switch.kind}\t{one.switch.label}\t{one.note}" for one in alive]


def _counts(verdict: Verdict) -> bool:
    """Say whether a survivor makes the check fail: thresholds are only listed."""
    return verdict.killer is None and verdict.switch.kind is not Kind.THRESHOLD


def _say(words: str) -> None:
    """Print at once."""
    sys.stdout.write(words)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
