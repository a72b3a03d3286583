"""`archive`, `crawl` and `demo` as a person runs them: in processes of their own, against the demo's sites."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive.database import open_archive
from archive.locks import hold
from cleaners.outcome import Reason
from crawler.cli.main import gongwen
from crawler.demo import Demo, serve
from crawler.site import load_site
from tests.crawler.forked import Forked
from tests.crawler.saved_pages import article, write

ROOT = Path(__file__).resolve().parents[2]
BOARD = "http://board.gongwen.test"
pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def served() -> Iterator[Demo]:
    with serve(seed=3, reports=12) as demo:
        yield demo


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


Done = subprocess.CompletedProcess[str]


def command(data: Path, *args: str) -> list[str]:
    return [sys.executable, "-m", "gongwen", "--data", str(data), *args]


ONE_READER = {"GONGWEN_ARCHIVE_WORKERS": "1", "GONGWEN_CRAWL_WORKERS": "1"}
"""Each process that reads takes half a second to begin; what several do together is tested in the journeys."""


def run(data: Path, *args: str, stdin: str = "", **environment: str) -> Done:
    process = Forked("gongwen", "--data", str(data), *args, stdin=stdin, environment=ONE_READER | environment)
    out, errors = process.communicate(timeout=240)
    return Done(args, process.returncode, out, errors)


def resolve(served: Demo) -> list[str]:
    return [part for rule in served.resolve_rules for part in ("--resolve", rule)]


def rows(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


THREAD, GONE = f"{BOARD}/thread-1-1-1.html", f"{BOARD}/thread-999999-1-1.html"


def test_a_list_is_archived_a_line_for_each(data: Path, served: Demo) -> None:
    listed = f"# 名单\n{THREAD}\nnonsense\n{GONE}\n"
    done = run(data, "archive", "-i", "-", "--json", *resolve(served), stdin=listed)
    assert done.returncode == 3
    assert "- line 3: 'nonsense' is no http or https URL; the other lines are archived" in done.stderr
    kept, gone = rows(done)
    assert (kept["url"], kept["state"], kept["reason"]) == (THREAD, "archived", None)
    assert len(kept["reports"]) >= 1
    assert (gone["url"], gone["state"], gone["reason"], gone["reports"]) == (GONE, "refused", "gone", [])
    shown = run(data, "show", kept["reports"][0], "--json")
    assert json.loads(shown.stdout)["copies"][0]["url"] == THREAD
    again = run(data, "archive", THREAD, *resolve(served))
    assert (again.returncode, "nothing new" in again.stderr) == (0, True)
    assert again.stdout.startswith("archived     -             ") or again.stdout.startswith("unchanged")
    assert kept["reports"][0] in again.stdout
    status = run(data, "status", GONE)
    assert status.stdout.startswith(f"{GONE}: refused, gone")
    assert run(data, "status").returncode == 0


def test_a_site_is_crawled_and_a_second_crawl_brings_nothing(data: Path, served: Demo) -> None:
    done = run(data, "crawl", "demo-board", "--json", "--workers", "2", *resolve(served))
    assert done.returncode == 0, done.stderr
    states = {(row["state"], row["reason"]) for row in rows(done)}
    assert states >= {("archived", None), ("listed", None), ("refused", "login")}
    assert "asked for a log-in or showed a challenge: save the page in your browser" in done.stderr
    assert "new reports" in done.stderr
    again = run(data, "crawl", f"{BOARD}/", *resolve(served))
    assert (again.returncode, "nothing new" in again.stderr) == (0, True)
    assert again.stdout.startswith("state")


def test_a_limit_stops_and_the_rest_waits(data: Path, served: Demo) -> None:
    done = run(data, "crawl", "demo-board", "--limit", "3", *resolve(served))
    assert done.returncode == 0
    assert "still to come, the same command goes on" in done.stderr
    assert done.stderr.startswith("3 pages in ")


def test_progress_goes_to_stderr_as_lines_when_asked(data: Path, served: Demo) -> None:
    done = run(data, "-v", "archive", THREAD, "--json", *resolve(served))
    assert len(rows(done)) == 1
    assert f"archived: {THREAD}" in done.stderr
    quiet = run(data, "archive", "-q", THREAD, *resolve(served))
    assert quiet.stderr == ""


def test_options_come_from_the_environment_too(data: Path, served: Demo) -> None:
    done = run(data, "archive", THREAD, GONGWEN_RESOLVE=",".join(served.resolve_rules), GONGWEN_ARCHIVE_FORM="json")
    assert (done.returncode, rows(done)[0]["state"]) == (0, "archived")


def test_a_dry_run_fetches_nothing_and_makes_nothing(data: Path, served: Demo) -> None:
    before = len(served.requests)
    done = run(data, "crawl", "demo-board", "gwxt.net", "--dry-run")
    assert done.returncode == 0
    assert f"  {BOARD}/\n" in done.stdout
    assert "  http://www.gwxt.net/forum.php\n" in done.stdout
    assert (len(served.requests), data.exists()) == (before, False)


BAD = [
    (["archive"], "no URL given"),
    (["archive", "-i", "none.txt"], "none.txt: no such file"),
    (["archive", "nonsense"], "argument: 'nonsense' is no http or https URL"),
    (["archive", "-i", "."], "is a folder, not a list of URLs"),
    (["archive", "http://a.example/", "--delay", "-1"], "-1.0 is not in the range"),
    (["archive", "http://a.example/", "--resolve", "a"], "--resolve a: want HOST:PORT:ADDRESS[:PORT]"),
    (["archive", "http://a.example/"], "say who runs this crawl: --contact"),
    (["crawl"], "Missing argument 'SITE|URL...'"),
    (["crawl", "gwxt.nett"], "no site is called 'gwxt.nett' (did you mean gwxt.net?); known: "),
    (["crawl", "none.toml"], "none.toml: no such file"),
    (["crawl", "gwxt.net"], "say who runs this crawl: --contact"),
    (["crawl", "gwxt.net", "--since", "yesterday"], "'yesterday' does not match the format"),
    (["crawl", "gwxt.net", "--limit", "0"], "0 is not in the range"),
]  # fmt: skip


@pytest.mark.parametrize(("args", "message"), BAD, ids=[" ".join(case[0]) for case in BAD])
def test_bad_input_is_one_line_2_and_no_archive(data: Path, args: list[str], message: str) -> None:
    result = CliRunner().invoke(gongwen, ["--data", str(data), *args], env={"GONGWEN_CONTACT": None})
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert not data.exists()


def test_a_site_that_is_being_crawled_is_busy(data: Path, served: Demo) -> None:
    open_archive(data, create=True).close()
    with hold(data, f"site-{load_site('demo-board').slug}", purpose="another crawl"):
        done = run(data, "crawl", "demo-board", *resolve(served))
    assert (done.returncode, done.stdout) == (75, "")
    assert done.stderr.count("\n") == 1
    assert "try again" in done.stderr


def test_an_archive_of_a_newer_version_is_left_alone(data: Path, served: Demo) -> None:
    with open_archive(data, create=True) as archive, archive.transaction() as conn:
        conn.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
                     " SELECT migration_set, 'm9999', applied_at FROM _sqlite_migrations LIMIT 1")
    for args in (["archive", THREAD, *resolve(served)], ["search", "x"], ["status"]):
        done = run(data, *args)
        assert (done.returncode, done.stdout) == (1, "")
        assert "newer" in done.stderr
        assert done.stderr.count("\n") == 1


def test_what_asked_for_a_login_is_saved_by_hand_and_imported(data: Path, tmp_path: Path, served: Demo) -> None:
    wanted = [truth for truth in served.truths() if truth.reason is Reason.LOGIN and truth.site == "demo-board"]
    url = BOARD + wanted[0].paths[0]
    refused = run(data, "archive", url, "--json", *resolve(served))
    assert (refused.returncode, rows(refused)[0]["reason"]) == (3, "login")
    assert "save the page in your browser and run `gongwen import FILE`" in refused.stderr
    page = write(tmp_path, "saved.html", article("会员区年度工作总结"))
    write(tmp_path, "saved.html.url", url)
    assert run(data, "import", str(page)).returncode == 0
    (row,) = rows(run(data, "status", url, "--json"))
    assert (row["state"], row["reason"], len(row["reports"])) == ("archived", None, 1)


def test_an_interrupt_keeps_what_was_committed(data: Path, served: Demo) -> None:
    args = command(data, "-v", "crawl", "demo-board", "--delay", "1", *resolve(served))
    process = subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                               env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("listed"):
            process.send_signal(signal.SIGINT)
            break
    process.communicate(timeout=240)
    assert process.returncode == 130
    with open_archive(data, read_only=True) as archive:
        (listed,) = archive.conn.execute("SELECT count(*) FROM frontier WHERE state = 'listed'").fetchone()
        (reason,) = archive.conn.execute("SELECT finish_reason FROM crawls").fetchone()
    assert listed >= 1
    assert reason == "interrupted"


@pytest.mark.slow  # the journey of the demo crawls the same sites
def test_the_demo_shows_what_was_kept_and_why_not(tmp_path: Path) -> None:
    def demo() -> Done:
        return subprocess.run([sys.executable, "-m", "gongwen", "demo"], cwd=tmp_path, capture_output=True, check=False,
                              encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT), "GONGWEN_DATA": "other"})

    first = demo()
    assert first.returncode == 0, first.stderr
    assert (tmp_path / "demo-data" / "archive.db").is_file()
    assert not (tmp_path / "other").exists()
    slugs = ("demo-board", "demo-gbk", "demo-document", "demo-portal")
    assert [slug for slug in slugs if slug not in first.stdout] == []
    assert "not kept: " in first.stdout
    assert "the site asks for a log-in" in first.stdout
    assert "gongwen --data demo-data search 安全生产" in first.stdout
    assert "nothing changed" not in first.stdout
    assert "nothing changed since the last time" in demo().stdout
    found = subprocess.run([sys.executable, "-m", "gongwen", "--data", "demo-data", "search", "安全生产"], cwd=tmp_path,
                           capture_output=True, check=False, encoding="utf-8",
                           env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert "«安全生产»" in found.stdout
