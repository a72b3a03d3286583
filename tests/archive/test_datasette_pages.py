"""The first page, the page of results, lists of reports, the frame and the headers, as plain `datasette` shows them."""

import asyncio
import re
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations
from datasette.utils.asgi import Request  # type: ignore[import-untyped]  # as above

from archive.datasette.archives import archive_of, ask
from archive.datasette.pages import page
from archive.datasette.search_page import read_form
from archive.holdings import holdings
from tests.archive.desk import START, entry, open_desk, reading
from tests.archive.served import get, make, serve

NAME = "我的 档案-2024"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    """A hostile little archive in a file of another name."""
    folder = tmp_path_factory.mktemp("pages")
    make(folder).archive.close()
    return serve((folder / "archive.db").rename(folder / f"{NAME}.db"))


def plain(page: str) -> str:
    """Give what a page says, without its elements, its white space folded."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_the_archive_is_found_whatever_its_file_is_called(served: Datasette) -> None:
    assert archive_of(served).name == NAME
    assert archive_of(Datasette([], memory=True)) is None


def test_the_first_page_says_what_is_held(served: Datasette) -> None:
    answer = get(served, "/")
    page = plain(answer.text)
    for said in ("报告 reports 4", "副本 copies (places) 5", "网站 sites 3", "first published 2019–2021", "undated 2"):
        assert said in page
    assert "意识形态工作总结" in page
    assert "（无题 untitled）去年冬天我们修好了村口的石桥" in page
    assert "2020 0" in page, "a year without reports has its place among the years"
    assert re.search(r'<a href="/report/[0-9a-f]{10}"', answer.text)


def test_a_report_that_was_merged_into_another_is_not_counted(tmp_path: Path) -> None:
    desk = make(tmp_path)
    desk.archive.conn.execute("UPDATE reports SET merged_into_id = 2, copies = 0, genre_id = NULL WHERE id = 1")
    held = holdings(desk.archive.conn, now=START)
    assert (held.reports, held.copies, held.undated) == (3, 4, 2)
    assert held.years == ((2021, 1),)
    assert "意识形态工作总结" not in [line.title for line in held.newest]
    assert [line.copies for line in held.most_copied] == [2]
    desk.archive.close()


# (address, reports found, said on the page)
SEARCHES = [
    ("q=意识形态", 1, "<mark>意识形态</mark>工作总结"),
    ("q=意識形態", 1, "<mark>意识形态</mark>"),
    ("q=读书&copies=yes", 1, "+1 处副本"),
    ("q=石桥&copies=yes", 0, "没有找到"),
    ("from=2020", 1, "无题"),
    ("site=b.test", 1, "读书活动总结"),
    ("q=script", 1, "&lt;<mark>script</mark>&gt;"),
    ('q="意识形态" AND (x', 0, "没有找到"),
    ("q=、。", 0, "没有可检索的字词"),
    ("q=石桥&year_from=两千", 1, "未能理解并忽略"),
    ("q=石桥&page=99", 1, "没有更多结果"),
    ("q=石桥&page=0", 1, "无题"),
]


@pytest.mark.parametrize(("asked", "total", "said"), SEARCHES)
def test_the_page_of_results(served: Datasette, asked: str, total: int, said: str) -> None:
    answer = get(served, f"/search?{quote(asked, safe='=&')}")
    assert answer.status_code == 200
    assert f"<strong>{total}</strong> 篇报告" in answer.text
    assert said in answer.text


def test_a_date_that_is_none_is_said_and_what_was_typed_stays(served: Datasette) -> None:
    answer = get(served, f"/search?{quote('q=石桥&from=昨天', safe='=&')}")
    assert answer.status_code == 200
    assert "这个条件无法理解" in answer.text
    assert 'value="石桥"' in answer.text
    assert 'value="昨天"' in answer.text


def test_nothing_asked_finds_nothing_and_says_how_to_ask(served: Datasette) -> None:
    page = get(served, "/search").text
    assert "篇报告" not in page
    assert "输入字词" in page


def test_pages_of_results_lead_to_one_another(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    for number in range(21):  # forty-five Han characters each, none in two of them
        text = "".join(chr(0x5000 + 45 * number + place) for place in range(45))
        desk.file(reading(entry(text, title=text[:5]), key=f"doc:{number}", url=f"http://a.test/{number}"))
    desk.archive.close()
    served = serve(tmp_path / "archive.db")
    first, second = (get(served, f"/search?copies=no{page}").text for page in ("", "&page=2"))
    assert '<a rel="next" href="/search?copies=no&amp;page=2">' in first
    assert 'rel="prev"' not in first
    assert '<a rel="prev" href="/search?copies=no">' in second
    assert 'rel="next"' not in second


PAGES = ["/", "/search", "/search?q=script", f"/{quote(NAME)}", "/-/databases"]
TABLES = ["reports", "reports/4", "copies", "documents", "texts", "texts/4", "edits", "sites"]


def tables(served: Datasette) -> list[str]:
    return [f"{served.urls.database(NAME)}/{table}" for table in TABLES]


def test_hostile_content_is_inert_on_every_page(served: Datasette) -> None:
    for path in [*PAGES[:-1], *tables(served)]:
        answer = get(served, path)
        assert answer.status_code in (200, 302), path
        assert "<script" not in answer.text, path
        assert "<img" not in answer.text, path
        assert 'href="javascript:' not in answer.text, path
        assert ">49{" not in answer.text, path


def test_a_list_of_reports_is_cards_without_the_text(served: Datasette) -> None:
    page = get(served, f"{tables(served)[0]}?_sort_desc=copies").text
    assert '<ol class="hits cards">' in page
    assert page.index("读书活动总结") < page.index("意识形态工作总结")
    assert '<a href="/report/' in page
    assert "每季度研判" not in page


def test_the_row_of_a_report_leads_to_our_page_of_it(served: Datasette) -> None:
    page = get(served, f"{tables(served)[0]}/1").text
    assert re.search(r'<a class="to-report" href="/report/[0-9a-f]{10}">', page)
    assert '<th scope="row">public_id</th>' in page


def test_fields_of_the_filter_have_names(served: Datasette) -> None:
    page = get(served, f"{tables(served)[0]}?copies__gt=0").text
    for field in re.findall(r'<(?:select|input type="text")[^>]*name="_[^>]*>', page):
        assert "aria-label=" in field, field


# (field, typed, in the query)
TYPED: list[tuple[str, str, str, Any]] = [
    ("year_from", "2019", "year_from", 2019), ("year_from", "20190", "year_from", None),
    ("year_from", "٢٠١٩", "year_from", None), ("page", "3", "offset", 40), ("page", "9999", "offset", 99_980),
    ("copies", "yes", "has_copies", True), ("copies", "no", "has_copies", False), ("copies", "x", "has_copies", None),
    ("order", "x", "order", "best"), ("order", "copies", "order", "copies"), ("site", " ", "site", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "typed", "field", "value"), TYPED)
def test_a_form_is_read(name: str, typed: str, field: str, value: object) -> None:
    assert getattr(read_form({name: typed}).query, field) == value


# (address, status, said)
REFUSALS = [
    ("/nowhere", 404, "没有找到"), ("/nowhere.json", 404, '"ok"'), ("{}/nothing", 404, "没有找到"),
    ("{}/reports/999", 404, "没有找到"), ("{}/reports?_sort=nothing", 400, "无法回答这个问题"),
    ("{}/reports.json?_sort=nothing", 400, '"status"'), ("{}/reports?_sort=<b>", 400, "&lt;b&gt;"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status", "said"), REFUSALS)
def test_a_refusal_is_a_page_of_ours_and_no_traceback(
    served: Datasette, capfd: pytest.CaptureFixture[str], path: str, status: int, said: str
) -> None:
    answer = get(served, path.format(served.urls.database(NAME)))
    assert answer.status_code == status
    assert said in answer.text
    assert "Traceback" not in "".join(capfd.readouterr())


def test_a_query_that_takes_too_long_is_stopped_and_said(tmp_path: Path) -> None:
    make(tmp_path).archive.close()
    served = serve(tmp_path / "archive.db", settings={"sql_time_limit_ms": 1})

    def count(conn: sqlite3.Connection) -> None:
        conn.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n").fetchone()

    @page
    async def endless(datasette: Datasette, request: object) -> None:
        await ask(datasette, count)

    answer = asyncio.run(_answered(endless, served))
    assert answer.status == 503
    assert "查询超时" in answer.body


async def _answered(view: Any, served: Datasette) -> Any:
    await served.invoke_startup()
    scope = {"type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b"", "headers": [],
             "csrftoken": str}  # fmt: skip
    return await view(served, Request(scope, None))


def test_a_template_of_a_person_goes_before_ours(tmp_path: Path) -> None:
    open_desk(tmp_path).archive.close()
    own = tmp_path / "templates"
    own.mkdir()
    (own / "gongwen_home.html").write_text("<p>mine", encoding="utf-8")
    assert get(serve(tmp_path / "archive.db", template_dir=str(own)), "/").text == "<p>mine"


def test_another_datasette_keeps_its_own_pages(tmp_path: Path) -> None:
    other = Datasette([], memory=True)
    assert "gongwen.css" not in get(other, "/").text
    assert get(other, "/search").status_code == 404
