"""Reports put into an archive and taken away from it: what the tests of exports share."""

import json
from pathlib import Path
from typing import Any

from archive.exporting.request import Done, Format, Request
from archive.exporting.running import take_away
from cleaners.reading import Facts, StatedDate
from tests.archive.desk import Desk, entry, reading

OTHER = "本校图书室每周三下午开放，借书证由班主任统一办理，逾期不还者停借一个月，请同学们互相转告。"


def put(desk: Desk, number: int, text: str, *, host: str = "a.test", on: str | None = None, **more: Any) -> str:
    """File a text at an address of its own, of its own date; gives its report's id."""
    date = StatedDate(kind="posted", stated=on, at=on, precision="day") if on else None
    facts = more.pop("facts", Facts(published_at=on, dates=(date,) if date else ()))
    one = entry(text, date=date, title=f"标题{number}", **more.pop("entry", {}))
    filed = desk.file(reading(one, key=f"doc:{host}:{number}", url=f"http://{host}/{number}", facts=facts, **more))
    return filed.public_ids[0]


def take(desk: Desk, folder: Path, *, what: str = "reports", form: Format = Format.JSONL, **more: Any) -> Done:
    return take_away(desk.archive, Request(what=what, form=form, output=folder, **more))


def rows(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.path.read_text("utf-8").splitlines()]


def say(desk: Desk, public_id: str, **values: object) -> None:
    """Let a report's row say something, as filing would."""
    for name, value in values.items():
        desk.archive.conn.execute(f"UPDATE reports SET {name} = ? WHERE public_id = ?", (value, public_id))  # noqa: S608
