"""Pages of reports, copies and comparisons through Datasette's own client: what they say, and what stays inert."""

import asyncio
import json
import re
import sqlite3
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.datasette.links import outward
from archive.datasette.reading import paragraphs
from archive.datasette.timeline import timeline_of
from archive.passages import rebuild_passages
from archive.places import places_of
from cleaners.reading import Edit, StatedDate
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, entry, open_desk, reading

TEXT = "\n".join(("一、主要做法", PLAN, WORK, LONG, PLAN.replace("读书", "植树")))
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e{{7*7}}</style></title>"
BOATS = "渔船出海的日子里，岸上的人把网补好，把盐备足。"
HOSTILE_KEY = "javascript:alert(3)//" + HOSTILE


def put(desk: Desk, key: str, text: str, *, on: str | None = None, url: str | None = None, **more: Any) -> str:
    """File a text as a document of its own, on a host of its own where none is given."""
    dates = (StatedDate(kind="posted", stated=on, at=on, precision="day"),) if on else ()
    facts = Facts(published_at=on, dates=dates, **more.pop("facts", {}))
    made = reading(entry(text, **more), key=key, url=url or f"http://{key.rpartition(':')[2]}.example/1", facts=facts)
    return desk.file(made).public_ids[0]


def poison(conn: sqlite3.Connection) -> None:
    """Put into cells what no reader of ours writes."""
    other = '["\\ud800", 1]'
    conn.execute("UPDATE copies SET facts = '[1', asserted = '{\"title\": 5}', first_seen_at = 'gestern' WHERE id = 6")
    conn.execute("UPDATE documents SET facts = ? WHERE id = 6", (other,))
    conn.execute("UPDATE reports SET period = '{}', labels = ?, asserted = '7', chars = 'x' WHERE id = 3", (other,))
    conn.execute("UPDATE captures SET bytes = 'many' WHERE id = 6")
    conn.execute("UPDATE texts SET measure = 'x', canonical_share = 'y' WHERE relation <> 'identical'")


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An archive under another name: a report with four places, a hostile one, a damaged one, a long one."""
    desk = open_desk(tmp_path_factory.mktemp("pages"))
    foot = Edit(rule="discuz-footer", start=len(TEXT), taken="\n点赞 <b>12</b>")
    first = put(desk, "doc:a", TEXT, on="2020-05-01", edits=(foot,), title="读书活动总结")
    put(desk, "doc:b", TEXT, on="2021-06-02", title="读书活动总结", author="某人")
    put(desk, "doc:c", TEXT.replace("。", "！"), title="读书活动总结")
    put(desk, "doc:d", TEXT.replace("石桥", "XX"), title="总结", facts={"noarchive": True})
    hostile = put(
        desk, HOSTILE_KEY, HOSTILE + BOATS * 9 + "\x00\x1b", url="javascript:alert(4)", title=HOSTILE, author=HOSTILE,
        subtitle=HOSTILE, edits=(Edit(rule=HOSTILE, start=0, taken=HOSTILE, put=""),),
        facts={"site_name": HOSTILE, "category": HOSTILE, "path": (HOSTILE,)},
    )  # fmt: skip
    put(desk, "doc:f", "山里的茶园今年雨水很好，采茶的人比去年多了一倍，茶价也高了。" * 4, title=None)
    long = put(desk, "doc:g", "\n".join(f"{LONG}{number}" for number in range(3000)), title="长" * 100_000)
    conn = desk.archive.conn
    conn.execute("INSERT INTO reports (public_id, added_at, merged_into_id) VALUES ('0000000000', '2020', 1)")
    conn.execute(
        "INSERT INTO assertions (subject, field, value, who, why, asserted_at) VALUES"
        " ('report:' || ?, 'label', ?, ?, ?, '2026-01-01T00:00:00Z')", (first, HOSTILE, HOSTILE, HOSTILE))
    conn.execute(
        "INSERT INTO relations (report_id, other_id, relation, measure, rules) VALUES (1, 2, 'sibling', 1, 'r')")
    rebuild_passages(desk.archive)
    poison(conn)
    desk.archive.close()
    path = desk.archive.path.rename(desk.archive.path.with_name("另一个 名字.db"))
    damaged = sqlite3.connect(path).execute("SELECT public_id FROM reports WHERE id = 3").fetchone()[0]
    return {"path": str(path), "first": first, "hostile": hostile, "damaged": damaged, "long": long}


@pytest.fixture(scope="module")
def served(ids: dict[str, str]) -> Datasette:
    return Datasette([ids["path"]])


def get(served: Datasette, path: str) -> Any:
    """Ask the test client."""
    return asyncio.run(served.client.get(path))


def seen(page: str) -> str:
    """Give a page's text without its tags, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.partition("<body")[2])).split())


def test_the_report_says_how_many_and_since_when_under_its_title(served: Datasette, ids: dict[str, str]) -> None:
    page = seen(get(served, f"/report/{ids['first']}").text)
    assert "4 份 ，已知最早见于 2020-05-01 4 copies, first known on 2020-05-01" in page
    assert all(line in page for line in TEXT.split("\n"))
    assert page.index("2020-05-01 发帖") < page.index("2021-06-02 发帖") < page.index("未注明发布日期，按首次抓取")
    for told in ("文字与正文相同", "最早 earliest known", "原页要求不存档展示", "discuz-footer", "如何引用",
                 "同一模板的姊妹篇", "与正文比较", "读书活动总结[EB/OL]. (2020-05-01)[20"):  # fmt: skip
        assert told in page, told


def test_the_text_is_told_as_chinese_and_headings_are_headings(served: Datasette, ids: dict[str, str]) -> None:
    page = get(served, f"/report/{ids['first']}").text
    assert '<p class="level">一、主要做法</p>' in page
    lines = ["一、做法", "一、做法。后文", "（二）成效", "第三章 附则", "普通"]
    assert [one.is_heading for one in paragraphs(lines)] == [True, False, True, True, False]


def test_sources_are_external_and_ours_come_first(served: Datasette, ids: dict[str, str]) -> None:
    page = get(served, f"/report/{ids['first']}").text
    assert page.index('href="/copy/doc:a@1.0.1"') < page.index('href="http://a.example/1"')
    links = re.findall(r'<a [^>]*href="http[^"]*"[^>]*>', page)
    outside = [link for link in links if "/report/" not in link]
    assert outside and all('rel="noreferrer noopener nofollow external"' in link for link in outside)


# (path, media type, beginning or part)
FILES = [
    ("txt", "text/plain", "一、主要做法"), ("json", "application/json", '"places"'),
    ("bib", "application/x-bibtex", "@misc{gongwen-"), ("ris", "application/x-research", "TY  - ELEC"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "media", "part"), FILES)
def test_a_report_is_had_as_a_file(served: Datasette, ids: dict[str, str], form: str, media: str, part: str) -> None:
    answer = get(served, f"/report/{ids['first']}.{form}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media)
    assert part in answer.text
    if form == "txt":
        assert answer.text == TEXT
    if form == "json":
        told = json.loads(answer.text)
        assert [place["name"] for place in told["places"]] == [f"doc:{key}@1.0.1" for key in "abcd"]


# (path, status)
STATUS = [
    ("/report/nope", 404), ("/report/nope.txt", 404), ("/copy/nope", 404), ("/copy/doc:a@9.0", 404), ("/copy/%00", 404),
    ("/copy/%E4%BD", 404), ("/compare", 200), ("/compare?one=x", 200), ("/compare?one=x&other=y", 404),
    ("/compare?one=doc:a@1.0&other=doc:c@1.0", 200), ("/copy/doc:a@1.0?text=99999999999999999999", 200),
    ("/copy/doc:a@1.0?changes=-1&rule=nope", 200), ("/copy/doc:a@1.0?as=shown", 200), ("/compare?one=a:9&other=b", 404),
    ("/-/static-plugins/gongwen/gongwen-report.css", 200),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status"), STATUS)
def test_what_is_not_there_is_said(served: Datasette, path: str, status: int) -> None:
    assert get(served, path).status_code == status


@pytest.mark.parametrize("form", ["", ".txt", ".json", ".bib"])
def test_a_merged_id_leads_to_the_report_that_stands(served: Datasette, ids: dict[str, str], form: str) -> None:
    answer = get(served, f"/report/0000000000{form}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/report/{ids['first']}{form}")


def test_a_form_that_is_none_is_not_found(served: Datasette, ids: dict[str, str]) -> None:
    assert get(served, f"/report/{ids['first']}.exe").status_code == 404


def test_a_row_number_leads_to_the_stable_address(served: Datasette) -> None:
    answer = get(served, "/copy/1")
    assert (answer.status_code, answer.headers["location"]) == (302, "/copy/doc:a@1.0.1")
    assert get(served, f"/copy/{quote('doc:a#1.0', safe='')}").status_code == 200


def test_a_copy_says_where_it_came_from_and_what_was_removed(served: Datasette, ids: dict[str, str]) -> None:
    page = get(served, "/copy/doc:a@1.0").text
    told = seen(page)
    for part in ("x.warc.gz", f"{1:064x}", "discuz-footer", "点赞 <b>12</b>", "2020-05-01", "与报告正文相同"):
        assert part in told, part
    assert f'href="/report/{ids["first"]}"' in page
    shown = get(served, "/copy/doc:a@1.0?as=shown").text
    assert '<del title="discuz-footer"><span class="kind">删</span>\n点赞 &lt;b&gt;12&lt;/b&gt;</del>' in shown
    assert get(served, "/copy/doc:a@1.0?form=txt").text == TEXT


def test_differences_are_marked_by_element_and_word(served: Datasette, ids: dict[str, str]) -> None:
    page = get(served, f"/compare?one={ids['first']}&other=doc:d@1.0").text
    assert '<del><span class="kind" title="masks">遮</span>石桥</del>' in page
    assert '<ins><span class="kind" title="masks">遮</span>XX</ins>' in page
    alike = seen(get(served, f"/compare?one={ids['first']}&other=doc:b@1.0").text)
    assert "文字相同。 The same text." in alike


def inert(page: str) -> list[str]:
    """Name what of the hostile text came through as markup."""
    signs = ("<script", "<img", 'href="javascript:', " onerror=alert(2)>", "</style></title>", "49</")
    bare = re.sub(r'(?:content|title|value|alt|aria-label|d)="[^"]*"', "", page)
    return [sign for sign in signs if sign in bare] + re.findall(r"<[a-z]+[^>]* on[a-z]+=", bare)


HOSTILE_PATHS = ["/report/{hostile}", "/report/{first}", "/copy/5", "/compare?one={hostile}&other={first}",
                 "/report/{hostile}.txt", "/report/{hostile}.json", "/report/{hostile}.bib"]  # fmt: skip


@pytest.mark.parametrize("path", HOSTILE_PATHS)
def test_hostile_content_is_inert(served: Datasette, ids: dict[str, str], path: str) -> None:
    answer = get(served, path.format(**ids))
    while answer.status_code == 302:
        answer = get(served, answer.headers["location"])
    assert answer.status_code == 200
    if answer.headers["content-type"].startswith("text/html"):
        assert inert(answer.text) == []
        assert "alert(1)" in answer.text, "nothing hostile was shown"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_no_archived_mark_turns_the_order_of_characters(served: Datasette, ids: dict[str, str]) -> None:
    for path in (f"/report/{ids['hostile']}", f"/compare?one={ids['hostile']}&other={ids['first']}"):
        page = get(served, path).text
        assert "\u202e" not in page and "\x1b" not in page, path
    assert "\u202e" in get(served, f"/report/{ids['hostile']}.txt").text, "the file is the text as it is kept"


def test_damaged_rows_make_a_page(served: Datasette, ids: dict[str, str]) -> None:
    for path in (f"/report/{ids['damaged']}", "/copy/doc:f@1.0", "/copy/doc:d@1.0", f"/report/{ids['damaged']}.json"):
        assert get(served, path).status_code == 200, path
    assert "<bdi>（无标题）山里的茶园" in get(served, f"/report/{ids['damaged']}").text


def test_a_long_text_and_title_come_in_pages(served: Datasette, ids: dict[str, str]) -> None:
    page = get(served, f"/report/{ids['long']}").text
    assert len(page) < 200_000
    last = int(re.findall(r"第 1 / (\d+) 页", page)[0])
    assert f"{LONG}2999" in get(served, f"/report/{ids['long']}?text={last}").text
    assert f"{LONG}2999" not in page
    compared = get(served, f"/compare?one={ids['long']}&other=doc:g@1.0").text
    assert "只比较前 150,000 个字符" not in compared or len(compared) < 200_000


def test_the_line_of_dates_has_a_dot_for_each_day(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    for key, on in (("a", "2015-01-01"), ("b", "2017-07-02"), ("c", "2020-01-01"), ("d", "2020-01-01"), ("e", None)):
        put(desk, f"doc:{key}", TEXT, on=on, facts={})
    places = places_of(desk.archive.conn, 1)
    desk.archive.close()
    line = timeline_of(places)
    assert line is not None
    assert [(dot.x, dot.copies, dot.is_earliest) for dot in line.dots] == [
        ("4.00%", 1, True), ("50.00%", 1, False), ("96.00%", 2, False)]  # fmt: skip
    assert [tick.told for tick in line.ticks] == ["2016", "2017", "2018", "2019", "2020"]
    assert (line.first, line.last, line.dated, line.undated) == ("2015-01-01", "2020-01-01", 4, 1)


def test_a_lone_date_has_no_line(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    put(desk, "doc:a", TEXT, on="2015-01-01")
    put(desk, "doc:b", TEXT)
    assert timeline_of(places_of(desk.archive.conn, 1)) is None
    desk.archive.close()


# (address, may be linked)
ADDRESSES = [
    ("http://a.test/1", True), ("HTTPS://a.test/?a=1&b=“2”", True), ("http://例.test/文", True),
    ("javascript:alert(1)", False), ("data:text/html,x", False), ("http://a.test/ x", False), (" http://a.test", False),
    ("//a.test", False),
    ("http://", False), ("http:///x", False), ("http://a.test/\u202e", False), ("http://[::1", False),
    ("http://a.test/\x07", False), ("ftp://a.test", False), (None, False), (5, False), ("http://:80/", False),
]  # fmt: skip


@pytest.mark.parametrize(("url", "is_linked"), ADDRESSES)
def test_only_addresses_that_lead_to_a_page_are_linked(url: object, is_linked: bool) -> None:
    assert (outward(url) is not None) == is_linked
