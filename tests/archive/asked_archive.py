"""A small archive to ask: a report on three sites, one in the other script, and rows that are hostile."""

from pathlib import Path

from archive.asserting import Word, say_all
from cleaners.reading import Edit, StatedDate
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, Reply, entry, open_desk, reading, refused

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}\u202e=cmd|1!A1"
IDEOLOGY = "各支部认真落实意识形态工作责任制，每季度研判一次，发现问题立即整改，全年没有发生一起事故。"
UPLOADED = StatedDate(kind="uploaded", stated="上传于 2019-01-01", at="2019-01-01", precision="day", where="test")


def made(folder: Path) -> Path:
    """Make the archive; gives its database, closed."""
    desk = open_desk(folder)
    thrice(desk)
    desk.file(
        reading(
            entry("各支部研究落實意識形態(tài)工作的辦法，" + PLAN, title="研究會"), key="doc:4", url="http://b.test/4"
        )
    )
    desk.file(reading(entry(WORK, title=None), key="doc:5", url="http://a.test/5",
                      facts=Facts(published_at="2020-12-31", claimed_chars=(900,))))  # fmt: skip
    hostile(desk)
    desk.file(refused("gone", url="http://a.test/9", detail=HOSTILE))  # type: ignore[arg-type]
    desk.archive.close()
    return desk.archive.path


def thrice(desk: Desk) -> None:
    """File one report: first at b.test by its date, then at a.test; c.test says only when it was uploaded."""
    title = "意识形态工作总结"
    edits = (Edit(rule="footer", start=0, taken="本文来自某站"),)
    desk.file(reading(entry(IDEOLOGY, title=title), key="doc:1", url="http://a.test/thread-77.html",
                      facts=Facts(published_at="2020-05-05")))  # fmt: skip
    desk.file(reading(entry(IDEOLOGY, title=title, edits=edits), key="doc:2", url="http://b.test/thread-77.html",
                      facts=Facts(published_at="2019-03-03T08:00:00+08:00")))  # fmt: skip
    (one,) = desk.file(reading(entry(IDEOLOGY, title=title), key="doc:3", url="http://c.test/3",
                               facts=Facts(published_at="2019-01-01", dates=(UPLOADED,)))).public_ids  # fmt: skip
    say_all(desk.archive, [Word(subject=one, field="label", value="待核", who=HOSTILE, why=HOSTILE)], now=desk.at)


def hostile(desk: Desk) -> None:
    """File a page that is hostile throughout, then put into its rows what only another program could."""
    bad = entry(HOSTILE + LONG, title=HOSTILE, author="javascript:alert(3)", subtitle=HOSTILE,
                edits=(Edit(rule="<b>", start=0, taken="</td>" + HOSTILE),))  # fmt: skip
    facts, replies = Facts(site_name=HOSTILE, category=HOSTILE), (Reply(floor=2, text=HOSTILE),)
    url = "http://a.test/?q=%22onmouseover=alert(5)"
    desk.file(reading(bad, key="javascript:alert(4)", url=url, facts=facts, replies=replies))
    for statement in (
        "UPDATE copies SET asserted = '{\"published_on\": ', facts = 'no JSON', published_on = ?1 WHERE title = ?1",
        "UPDATE reports SET period = 'no JSON', labels = '[', asserted = ?1, first_published_on = ?1 WHERE title = ?1",
        "UPDATE documents SET facts = '\"claimed_chars\": [' || ?1, noarchive = 1, is_complete = 0 WHERE title = ?1",
        "UPDATE captures SET url = 'javascript:alert(6)', detail = ?1, reason = ?1, state = 'quarantined' WHERE ?1 > 0",
        "UPDATE sites SET name = ?1 WHERE ?1 <> ''",
        "INSERT INTO failures (url, stage, reason, message, failed_at) VALUES ('data:text/html,0', ?1, ?1, ?1, ?1)",
    ):
        desk.archive.conn.execute(statement, (HOSTILE,))
