"""Readings go to JSON and come back the same, whatever they hold."""

import dataclasses
import json

from hypothesis import given
from hypothesis import strategies as st

from cleaners.as_json import from_json, public_json, to_json
from cleaners.outcome import Outcome, Reason, State
from cleaners.reading import (
    Attachment,
    CharsetDecision,
    Edit,
    Entry,
    EntryFacts,
    Facts,
    Link,
    Links,
    PageKind,
    PlatformGuess,
    Reading,
    Reply,
    StatedDate,
    UrlKind,
    View,
)

POSTED = StatedDate(
    kind="posted", stated="发表于 2021-1-2 22:08:16", at="2021-01-02T22:08:16+08:00", precision="second", where="em"
)
FULL = Reading(
    platform=PlatformGuess(family="discuz", version="X3.4", sure=0.98, why="powered-by line"),
    page_kind=PageKind.THREAD,
    outcome=Outcome(state=State.READ),
    url="http://board.example/thread-1-1-1.html",
    document_key="discuz:board.example:thread:1",
    title="某镇总结",
    view=View.PRINTABLE,
    page=2,
    pages=3,
    facts=Facts(
        site_name="公文园地",
        path=("首页", "计划总结"),
        dates=(POSTED,),
        claimed_chars=(3100, 3110),
        views=177,
        attachments=(Attachment(name="附件.docx", url="http://board.example/a", key="attachment:1:2", size="12 KB"),),
    ),
    entries=(
        Entry(
            position=1,
            title="某镇总结",
            text="正文。",
            edits=(Edit(rule="edge-space", start=0, taken="  "),),
            author="老秘书",
            date=POSTED,
            facts=EntryFacts(script="simplified", masks=(("***", 4), ("XX", 3)), lost_characters=3),
        ),
    ),
    replies=(Reply(floor=2, author=None, text="谢谢", note="anonymous"),),
    links=Links(
        next="http://board.example/thread-1-3-1.html",
        documents=(Link(url="http://board.example/thread-2-1-1.html", key="k", kind=UrlKind.LIST, page=4, stamp="7"),),
        dropped=(("action", 12),),
    ),
    charset=CharsetDecision(charset="gb18030", how="scored", declared="gbk", lost=1),
    warnings=("a warning",),
    recipe="abc",
    hints_digest="def",
)


def test_a_full_reading_comes_back_the_same() -> None:
    assert from_json(json.loads(json.dumps(to_json(FULL)))) == FULL


def test_the_full_reading_is_full() -> None:
    """A new field must be filled here, or the round trip proves nothing for it."""
    unset = [
        field.name
        for field in dataclasses.fields(Reading)
        if getattr(FULL, field.name) == field.default and field.default is not dataclasses.MISSING
    ]
    assert unset == []


def test_an_empty_reading_comes_back_the_same() -> None:
    empty = Reading(
        platform=PlatformGuess(family="unknown"),
        page_kind=PageKind.ERROR,
        outcome=Outcome(state=State.REFUSED, reason=Reason.GONE, detail="没有了"),
    )
    assert from_json(to_json(empty)) == empty


@given(st.text(), st.lists(st.tuples(st.text(max_size=5), st.integers(min_value=1)), max_size=4))
def test_any_text_survives(text: str, masks: list[tuple[str, int]]) -> None:
    entry = dataclasses.replace(FULL.entries[0], text=text, facts=EntryFacts(masks=tuple(masks)))
    reading = dataclasses.replace(FULL, entries=(entry,))
    assert from_json(json.loads(json.dumps(to_json(reading)))) == reading


def test_the_public_object_says_what_the_design_promises() -> None:
    public = public_json(FULL)
    assert public["platform"] == {"family": "discuz", "version": "X3.4", "sure": 0.98, "why": "powered-by line"}
    assert public["outcome"]["state"] == "read"
    assert public["facts"]["claimed_chars"] == [3100, 3110]
    report = public["reports"][0]
    assert report["chars"] == 3
    assert report["facts"]["masks"] == {"***": 4, "XX": 3}
    assert report["edits"] == [{"rule": "edge-space", "start": 0, "taken": "  ", "put": ""}]
    assert public["replies"] == [{"floor": 2, "author": None, "at": None, "text": "谢谢", "note": "anonymous"}]
    assert public["links"]["documents"] == 1
    assert json.loads(json.dumps(public, ensure_ascii=False)) == public
