"""Reports for tests of passages: each of sentences that no other one has, with some that it shares."""

import random

from archive.queries import reports_of_key
from tests.archive.desk import Desk, Facts, entry, reading

SHARED = "全镇上下要把安全生产责任落到每一个岗位。"
MEETING = "全年共召开专题调度会议12次，研究解决难题38个。"
THIRD = "各村都要在入冬以前把水渠和塘坝清理完毕。"


def own(number: int) -> str:
    """Six sentences that no other report has: characters drawn by lot."""
    draw = random.Random(number)  # noqa: S311 - no secret
    pool = [chr(point) for point in range(0x4E00, 0x9000)]
    return "".join("".join(draw.choices(pool, k=25)) + "。\n" for _ in range(6))


def file(desk: Desk, number: int, *with_these: str, host: str = "a.test", date: str | None = None) -> str:
    """File a report that has these sentences among its own; give its public id."""
    lines = own(number).splitlines()
    text = "\n".join([*lines[:3], *with_these, *lines[3:]])
    facts = Facts(published_at=date) if date else Facts()
    key = f"{host}:{number}"
    desk.file(reading(entry(text, title=f"材料{number}"), key=key, url=f"http://{host}/{number}", facts=facts))
    (public_id,) = reports_of_key(desk.archive, key)
    return public_id


def relate(desk: Desk, one: int, relation: str, other: int) -> None:
    with desk.archive.transaction() as conn:
        conn.execute("INSERT INTO relations (report_id, other_id, relation, rules) VALUES (?, ?, ?, 't')",
                     (one, other, relation))  # fmt: skip
