"""`reclean` from the shell: all of it, by host, dry with differences by rule, two at once, and killed at any moment."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from archive.capture import Fetched
from archive.crawls import begin
from archive.database import open_archive
from archive.frontier import Seed
from archive.locks import hold
from archive.record import record_capture
from archive.warc import WarcWriter
from cleaners.page import HostRule
from cleaners.reading import UrlKind
from crawler.cli.main import gongwen
from crawler.host_file import write_more
from crawler.recleaning import Recleaning
from tests.archive.samples import NOON
from tests.crawler.one_core import one_core
from tests.crawler.saved_pages import article, singlefile, write
from tests.crawler.test_cli_learning import HOST, MARK, page

ROOT = Path(__file__).resolve().parents[2]
PAGES = 12
RULE = HostRule(name="mark", words=MARK, place="tail")
DERIVED = ("reports", "texts", "copies", "edits", "documents", "relations", "replies", "captures", "reports_fts_data")


def run(data: Path, *args: str) -> Result:
    with one_core():
        return CliRunner().invoke(gongwen, ["--data", str(data), *args])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive of pages of two hosts and one without an address, once."""
    folder = tmp_path_factory.mktemp("reclean")
    for number in range(PAGES):
        write(folder, f"in/{number:02}.html", page(number, tail=(MARK,)))
    write(folder, "in/x.html", singlefile("云岭镇年度工作总结", "http://other.example/1.html"))
    write(folder, "in/y.html", article("清溪乡自查情况"))
    result = run(folder / "data", "import", str(folder / "in"), "--quiet")
    assert result.exit_code == 0, result.stderr
    return folder / "data"


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "data")
    return tmp_path / "data"


def make_stale(data: Path, where: str = "1") -> None:
    with open_archive(data) as archive, archive.transaction() as conn:
        conn.execute(f"UPDATE captures SET recipe = 'older' WHERE {where}")  # noqa: S608 - of the test


def derived(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Give all rows that reading makes; rows of edits are numbered anew when they are written again."""
    with open_archive(data, read_only=True) as archive:
        found = {name: archive.conn.execute(f"SELECT * FROM {name}").fetchall() for name in DERIVED}  # noqa: S608
    found["edits"] = [row[1:] for row in found["edits"]]
    del found["reports_fts_data"]
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def test_what_other_rules_have_read_is_read_again_and_the_rate_is_told(data: Path) -> None:
    before = derived(data)
    assert run(data, "reclean", "--dry-run").stdout == f"0 captures to read again of {PAGES + 2}\n"
    make_stale(data, "id > 2")
    dry = run(data, "reclean", "--dry-run")
    assert dry.stdout == f"{PAGES} captures to read again of {PAGES + 2}\ntexts: {PAGES} unchanged, 0 changed\n"
    done = run(data, "reclean")
    assert (done.exit_code, done.stdout) == (0, f"{PAGES} archived\n")
    assert f"{PAGES} captures in " in done.stderr
    assert "cores busy\n" in done.stderr
    assert run(data, "reclean").stdout == f"0 captures to read again of {PAGES + 2}\n"
    assert derived(data) == before


def test_only_one_host_is_read_where_one_is_named(data: Path) -> None:
    make_stale(data)
    asked = {host: run(data, "reclean", "--dry-run", "--host", host).stdout.split()[0]
             for host in (HOST, f"http://www.{HOST}/x", "other.example", "nowhere.example")}  # fmt: skip
    assert list(asked.values()) == ["12", "12", "1", "0"]
    assert run(data, "reclean", "--host", "other.example").stdout == "1 archived\n"
    assert run(data, "reclean", "--dry-run").stdout.startswith("13 captures to read again of 14\n")


def test_a_dry_run_shows_differences_by_rule_and_writes_nothing(data: Path) -> None:
    write_more(HOST, data, rules=[(RULE, 12)], rejected=[])
    before = derived(data)
    result = run(data, "reclean", "--dry-run", "--differences", "2")
    assert result.exit_code == 0, result.stderr
    first, second, *rest = result.stdout.splitlines()
    assert (first, second) == (f"{PAGES} captures to read again of 14", "texts: 0 unchanged, 12 changed")
    assert "host:mark: 12 edits would appear, 0 vanish" in rest
    at = rest.index("host:mark: 12 edits would appear, 0 vanish")
    assert rest[at + 1].startswith("  + ")
    assert rest[at + 1].endswith(f" http://{HOST}/0.html")
    assert f"[-{MARK}-]" in rest[at + 2]
    assert sum(line.startswith("  + ") for line in rest[at:]) >= 2
    assert "\x1b" not in result.stdout
    sums, *rules = map(json.loads, run(data, "reclean", "--dry-run", "--all", "--json").stdout.splitlines())
    assert (sums["stale"], sums["read"], sums["texts"]["changed"]) == (12, 12, 12)
    (own,) = [row for row in rules if row["rule"] == "host:mark"]
    assert (own["appear"], own["vanish"], len(own["samples"])) == (12, 0, 3)
    assert {"rule", "appears", "url", "report", "before", "taken", "put", "after"} == set(own["samples"][0])
    assert derived(data) == before


def test_a_sample_is_read_where_there_are_many(data: Path) -> None:
    make_stale(data)
    result = run(data, "reclean", "--dry-run", "--sample", "4").stdout
    assert result.splitlines()[0] == "14 captures to read again of 14; 4 were read as a sample"


def test_a_rule_that_is_gone_gives_its_lines_back(data: Path) -> None:
    def told() -> list[tuple[str, str]]:
        with open_archive(data, read_only=True) as archive:
            rows = "SELECT public_id, text FROM reports JOIN texts ON texts.id = text_id ORDER BY public_id"
            return archive.conn.execute(rows).fetchall()

    before = told()
    path = write_more(HOST, data, rules=[(RULE, 12)], rejected=[])
    assert run(data, "reclean").stdout == "12 archived\n"
    assert [text for _, text in told()] != [text for _, text in before]
    path.unlink()
    (sums, *rules) = map(json.loads, run(data, "reclean", "--dry-run", "--json").stdout.splitlines())
    assert sums["texts"]["changed"] == 12
    assert [(row["appear"], row["vanish"]) for row in rules if row["rule"] == "host:mark"] == [(0, 12)]
    assert run(data, "reclean").stdout == "12 archived\n"
    assert told() == before


def test_what_cannot_be_read_is_set_aside_once(data: Path) -> None:
    make_stale(data)
    with open_archive(data) as archive:
        (file, offset) = archive.conn.execute("SELECT warc_file, warc_offset FROM captures WHERE id = 3").fetchone()
    path = data / "warc" / file
    whole = path.read_bytes()
    path.write_bytes(whole[: offset + 40] + b"\x00\x00\x00" + whole[offset + 43 :])
    done = run(data, "reclean")
    assert (done.exit_code, "1 quarantined" in done.stdout, "13 archived" in done.stdout) == (3, True, True)
    assert "`gongwen status` says what waits in quarantine" in done.stderr
    assert run(data, "reclean").stdout == "0 captures to read again of 14\n"
    assert run(data, "verify").exit_code == 1


def test_what_was_cut_on_the_wire_is_never_read(tmp_path: Path) -> None:
    with open_archive(tmp_path, create=True) as archive:
        crawl = begin(archive, label="t", spider="forum", software="t", settings={}, now=NOON)
        writer = WarcWriter(tmp_path, software="t")
        url = "http://bbs.example/1"
        fetched = Fetched(url=url, final_url=url, status=200, body=article("总结"), fetched_at=NOON)
        seed = Seed(url=url, key=url, kind=UrlKind.DOCUMENT, host="bbs.example")
        place = writer.append(fetched)
        record_capture(archive, claim_id=None, fetched=fetched, place=place, crawl_id=crawl.id, seed=seed)
        archive.conn.execute("UPDATE captures SET state = 'quarantined', reason = 'truncated'")
        assert Recleaning(archive).stale() == []
        archive.conn.execute("UPDATE captures SET reason = 'killed_worker'")
        assert Recleaning(archive).stale() == [1]


def test_two_at_once_are_one_too_many(data: Path) -> None:
    make_stale(data)
    with hold(data, "reclean", purpose="another one"):
        result = run(data, "reclean")
        assert run(data, "reclean", "--dry-run").exit_code == 0
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (75, "", 1)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_killed_at_any_moment_it_goes_on_and_nothing_is_lost_or_doubled(data: Path) -> None:
    """Killed again and again, then left to finish: all is as after one run that nobody disturbed."""
    write_more(HOST, data, rules=[(RULE, 12)], rejected=[])
    make_stale(data, "id > 1")
    undisturbed = data.with_name("undisturbed")
    shutil.copytree(data, undisturbed)
    assert run(undisturbed, "reclean").exit_code == 0
    chance = random.Random(7)  # noqa: S311 - moments of a test need no secrets
    words = [sys.executable, "-c", KILLED, str(data)]
    for _ in range(6):
        with subprocess.Popen([*words, str(chance.randint(0, 4))], cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            os.kill(process.pid, signal.SIGKILL)
        with open_archive(data, read_only=True) as archive:
            assert archive.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    last = run(data, "reclean")
    assert last.exit_code == 0, last.stderr
    assert run(data, "reclean").stdout == "0 captures to read again of 14\n"
    assert derived(data) == derived(undisturbed)
    assert run(data, "verify", "--cleaning").exit_code == 0


# Files one capture a transaction, says so after the drawn number of them, and goes on: the kill comes amid the next.
KILLED = """
import sys, time
from pathlib import Path
from archive.database import open_archive
import crawler.recleaning as recleaning
recleaning.GROUP = 2
with open_archive(Path(sys.argv[1])) as archive:
    work = recleaning.Recleaning(archive)
    for number, done in enumerate(work.run(work.stale())):
        if number == int(sys.argv[2]):
            print("filed", flush=True)
print("end", flush=True)
"""


def test_others_may_write_while_it_runs(data: Path) -> None:
    make_stale(data)
    waited: list[float] = []
    with open_archive(data) as archive, open_archive(data) as other:
        work = Recleaning(archive)
        for _ in work.run(work.stale()):
            began = time.monotonic()
            with other.transaction() as conn:
                conn.execute("UPDATE sites SET name = 'x' WHERE id = 1")
            waited.append(time.monotonic() - began)
    assert len(waited) == PAGES + 2
    assert max(waited) < 5
