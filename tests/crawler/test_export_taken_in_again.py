"""An export that is taken in again as it is: the same texts, titles, addresses and dates, and exported alike."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from archive.database import open_archive
from cleaners.reading import Facts, StatedDate
from crawler.cli.main import gongwen
from tests.archive.desk import LONG, PLAN, WORK, Desk, entry, open_desk, reading

GATE = "南门外的集市每逢三六九开张，管理员早晚各巡查两遍，摊位按号排列，垃圾当日清运，商户签了文明经营承诺书。"
WELL = "老井修缮完工以后，村里立了一块石碑，记着捐款人的姓名与数目，水质每季送检一次，结果张贴在祠堂的门口。"
FORD = "渡口值守实行两班倒，遇到大雾一律停航，救生衣按座配齐，汛期每天向乡里报三次水位，去年全年没有发生事故。"
DATES = ("2020", "2020-05", "2020-05-06", "2020-05-06T07:08+08:00", "2020-05-06T07:08:09+08:00", None)


def run(data: Path, *words: str) -> None:
    result = CliRunner().invoke(gongwen, ["--data", str(data), *words])
    assert result.exit_code == 0, result.output


def file(desk: Desk, *texts: str, url: str | None, on: str | None = None, key: str | None = None) -> None:
    date = StatedDate(kind="posted", stated=on, at=on, precision="day") if on else None
    entries = [entry(text, position=at, title=f"“{at}”,\n标题", date=date) for at, text in enumerate(texts, start=1)]
    facts = Facts(published_at=on, dates=(date,) if date else ())
    desk.file(reading(*entries, key=key or f"doc:{url}", url=url, facts=facts))


def told(path: Path) -> list[tuple[Any, ...]]:
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    return [tuple(line[name] for name in ("id", "title", "url", "published_on", "place_key", "text")) for line in lines]


def test_an_export_is_taken_in_as_it_was(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "one")
    file(desk, PLAN, WORK + "\u2028\u200b\t完", url="http://a.test/thread-1-1-1.html",
         key="discuz:a.test:thread:1")
    file(desk, LONG, url="http://a.test/2", key="given:url:http://a.test/2")
    file(desk, GATE, url="http://a.test/2", key="url:http://a.test/2")
    file(desk, WELL, url=None, key="file:00")
    file(desk, FORD, url="javascript:alert(1)")
    for number, on in enumerate(DATES):
        text = "".join(chr(0x5000 + 97 * number + at * 7) for at in range(60))
        file(desk, f" {text}\n\n第二段。\n", url=f"http://b.test/{number}", on=on)
    desk.archive.close()
    run(tmp_path / "one", "export", "-o", str(tmp_path / "one.jsonl"))
    run(tmp_path / "two", "import-jsonl", "--as-is", str(tmp_path / "one.jsonl"))
    run(tmp_path / "two", "export", "-o", str(tmp_path / "two.jsonl"))
    first, second = told(tmp_path / "one.jsonl"), told(tmp_path / "two.jsonl")
    assert len(first) == 6 + len(DATES)
    assert [row[3] for row in first if row[2] and "b.test" in row[2]].count(None) == 1
    assert first == second
    with open_archive(tmp_path / "two") as archive:
        kept = archive.conn.execute("SELECT copies.title, url, published_on, text FROM copies"
                                    " JOIN texts ON texts.id = text_id WHERE is_current").fetchall()  # fmt: skip
    assert sorted(kept, key=repr) == sorted(((row[1], row[2], row[3], row[5]) for row in first), key=repr)
