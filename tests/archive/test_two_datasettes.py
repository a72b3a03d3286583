"""Our pages, questions and hostile cells on both lines of Datasette, each in a process of its own.

The file has a name of its own, and no configuration beside it: the plugin tells all. The 1.0 line needs
`make datasette1`.
"""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from archive.datasette.queries import CANNED
from tests.archive.asked_archive import made

ROOT = Path(__file__).resolve().parents[2]
SECOND = ROOT / ".venv-datasette1"
LINES = {"0.65": Path(sys.executable), "1.0": SECOND / ("Scripts" if sys.platform == "win32" else "bin") / "python"}
FILE = "年报 2026.db"
REPORT, HOSTILE_REPORT = "f8b39728e3", "e08934e5c3"
TABLES = ["reports", "copies", "documents", "texts", "edits", "replies", "sites", "frontier", "captures", "crawls",
          "failures", "assertions"]  # fmt: skip
TYPED = "&".join(f"{param}=" for canned in CANNED for param in canned.params)
PAGES = [
    "/", "/DB", "/search?q=" + quote("意识形态"), "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", f"/report/{REPORT}",
    f"/report/{HOSTILE_REPORT}", "/copy/doc:1@1.0", "/copy/" + quote("javascript:alert(4)@1.0"),
    f"/compare?one={REPORT}&other={HOSTILE_REPORT}",
    f"/report/{REPORT}.txt", f"/report/{REPORT}.bib",
    *(f"/DB/{table}" for table in TABLES), *(f"/DB/{table}/1" for table in TABLES), "/DB/reports/4", "/DB/copies/6",
    *(f"/DB/{canned.name}?{TYPED}" for canned in CANNED),
]  # fmt: skip
REPORTS = "/DB/reports.json?_shape=objects&_extra=facet_results&"
ROWS = {
    REPORTS: [4, 3, 2, 1],
    f"{REPORTS}_site=b.test": [2, 1],
    f"{REPORTS}_site=nowhere": [],
    f"{REPORTS}_year=2020": [],
    f"{REPORTS}_search={quote('意识形态')}": [2, 1],
    f"{REPORTS}_search={quote('意識形態')}": [2, 1],
    f"{REPORTS}_search=AND%20%22": [],
}
ASKED = {
    f"/DB/search.json?_shape=array&q={quote('意识形态')}": ("title", ["意识形态工作总结", "研究會"]),
    f"/DB/who_published_first.json?_shape=array&public_id={REPORT}": ("host", ["b.test", "a.test", "c.test"]),
    "/DB/host_graph.json?_shape=array&host=": ("later_host", ["a.test", "c.test"]),
    f"/DB/term_by_year.json?_shape=array&term={quote('意识形态')}": ("percent", [100.0, 0.0, 50.0]),
}
LONG_FACET = "/DB/copies?_facet=subtitle&_size=1"
REFUSED = ["/DB?sql=select+1", "/DB.json?sql=select+1", "/DB/-/query.json?sql=select+1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a line answered, by address."""

    line: str
    version: str
    status: dict[str, int]
    headers: dict[str, dict[str, str]]
    text: dict[str, str]


@pytest.fixture(scope="module", params=LINES)
def answers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Everything that is asked of a line, asked once."""
    python = LINES[request.param]
    if not python.exists():
        pytest.skip("the second Datasette is not installed: make datasette1")
    folder = tmp_path_factory.mktemp("asked")
    file = shutil.copy(made(folder), folder / FILE)
    with closing(sqlite3.connect(file)) as conn, conn:
        conn.executemany("UPDATE copies SET subtitle = ? WHERE id = ?", [("长" * 200_000, 1), ("短", 2)])
    addresses = json.dumps([*PAGES, LONG_FACET, *ROWS, *ASKED, *REFUSED])
    command = [str(python), "-m", "tests.archive.visiting", str(file)]
    done = subprocess.run(command, cwd=ROOT, input=addresses, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout)
    found: list[list[Any]] = said["answers"]
    return Answers(
        line=request.param, version=said["version"], status={one[0]: one[1] for one in found},
        headers={one[0]: one[2] for one in found}, text={one[0]: one[3] for one in found},
    )  # fmt: skip


def test_it_is_the_line_that_is_meant(answers: Answers) -> None:
    assert answers.version.startswith(answers.line)


def test_every_page_is_there(answers: Answers) -> None:
    assert {page: answers.status[page] for page in PAGES} == dict.fromkeys(PAGES, 200)


# Each would run, or leave its place, if a cell were not escaped; Datasette's own scripts begin otherwise.
ALIVE = ["<script>alert", "<img src=x", 'href="javascript:', "href='javascript:", 'href="data:', '"onmouseover=',
         ">49<"]  # fmt: skip


def test_nothing_hostile_is_alive(answers: Answers) -> None:
    alive = {(page, sign) for page in PAGES for sign in ALIVE if sign in answers.text[page].lower()}
    assert not alive


def test_hostile_rows_are_shown_nevertheless(answers: Answers) -> None:
    for page in ("/DB/reports", "/DB/copies", f"/DB/noarchive_pages?{TYPED}", f"/report/{HOSTILE_REPORT}"):
        assert "&lt;script&gt;alert(1)" in answers.text[page], page


def test_every_answer_has_the_policy(answers: Answers) -> None:
    for page in PAGES:
        policy = answers.headers[page]["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]


class Scripts(HTMLParser):
    """Collects what begins a script in line: an element without an address, a handler, an address that runs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and not given.get("src"):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in given if name.startswith("on")]
        runs = (f"{tag} {name}" for name in ("href", "src", "action", "formaction")
                if (given.get(name) or "").strip().lower().startswith(("javascript:", "data:text")))  # fmt: skip
        self.found += runs


def scripts_of(page: str) -> list[str]:
    parser = Scripts()
    parser.feed(page)
    return parser.found


def test_no_page_has_a_script_in_line(answers: Answers) -> None:
    assert scripts_of("<script>1</script><a onclick=f() href=' javascript:1'>") == ["script", "a onclick", "a href"]
    found = {page: scripts_of(answers.text[page]) for page in [*PAGES, LONG_FACET]}
    assert {page: scripts for page, scripts in found.items() if scripts} == {}


BILINGUAL = [
    ("/DB", '副本 <span lang="en">Copies</span></a>'), ("/DB/reports", "<h1>报告 Reports"),
    ("/DB/reports", '<strong>网站 <span lang="en">sites</span>'),
    ("/DB/reports", '<strong>所述年份 <span lang="en">years spoken of</span>'),
    ("/DB/reports", '<strong>文种 <span lang="en">genre</span>'),
    ("/DB/reports/1", '报告 <span lang="en">Reports</span>'), ("/DB/reports", '首页 <span lang="en">home</span>'),
    (f"/DB/most_copied?{TYPED}", 'Ready-made question</span>'), (f"/DB/most_copied?{TYPED}", 'value="查询 Ask"'),
    (f"/DB/search?{TYPED}", '">关键词 <span lang="en">words to look for</span></label>'),
    (f"/DB/search?{TYPED}", '要问什么 <span lang="en">What to ask for</span>'),
]  # fmt: skip


@pytest.mark.parametrize(("page", "words"), BILINGUAL)
def test_datasettes_own_words_are_bilingual(answers: Answers, page: str, words: str) -> None:
    assert words in " ".join(answers.text[page].split())


def test_nobody_is_offered_sql_that_would_be_refused(answers: Answers) -> None:
    assert not [page for page in PAGES if re.search("Custom SQL|Run SQL|Edit SQL|edit SQL", answers.text[page])]


def test_values_of_a_facet_are_cut(answers: Answers) -> None:
    assert len(answers.text[LONG_FACET]) < 200_000
    assert "长" * 79 + "…" in answers.text[LONG_FACET]
    assert re.search(r'<a href="[^"]*subtitle=%[^"]*">短</a>', answers.text[LONG_FACET])


def test_lists_are_searched_narrowed_and_newest_first(answers: Answers) -> None:
    found = {address: [row["id"] for row in json.loads(answers.text[address])["rows"]] for address in ROWS}
    assert found == ROWS


def test_questions_are_answered_alike(answers: Answers) -> None:
    found = {}
    for address, (column, _) in ASKED.items():
        found[address] = (column, [row[column] for row in json.loads(answers.text[address])])
    assert found == ASKED


LINKS = [
    ("most_copied", f'<a href="/report/{REPORT}">{REPORT}</a>'),
    ("host_graph", '_site=b.test">b.test</a>'),
    ("noarchive_pages", '/documents/6">6</a>'),
]


@pytest.mark.parametrize(("name", "link"), LINKS)
def test_answers_lead_on(answers: Answers, name: str, link: str) -> None:
    assert link in answers.text[f"/DB/{name}?{TYPED}"]


def test_facets_count_reports_by_site(answers: Answers) -> None:
    facets = json.loads(answers.text[REPORTS])["facet_results"]
    facets = facets.get("results", facets)
    assert set(facets) == {"site", "period", "genre_id", "script"}
    counted = [(one["value"], one["count"]) for one in facets["site"]["results"]]
    assert counted == [("a.test", 3), ("b.test", 2), ("c.test", 1)]
    assert facets["site"]["results"][0]["toggle_url"].endswith("&_site=a.test")


def test_questions_and_meanings_are_told_without_any_file(answers: Answers) -> None:
    for canned in CANNED:
        assert canned.tells_chinese in answers.text[f"/DB/{canned.name}?{TYPED}"], canned.name
    assert "Stable id, minted once from the first text." in answers.text["/DB/reports"]


def test_sql_of_anyone_is_refused(answers: Answers) -> None:
    assert {answers.status[address] for address in REFUSED} <= {302, 400, 403, 404}
    assert not any('"rows"' in answers.text[address] for address in REFUSED)
