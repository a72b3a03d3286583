"""Texts given as JSON: what may stand in an object, what is told of a bad one, and what wins in the reading."""

import json
from dataclasses import replace
from typing import Any

import pytest

from cleaners.edits import undo
from cleaners.errors import BadGiven
from cleaners.given import AS_IS_TYPE, CONTENT_TYPE, key_of_given, parse_given
from cleaners.outcome import Reason, State
from cleaners.page import Hints, HostRule, Media, Page
from cleaners.read import read
from cleaners.reading import Reading
from tests.cleaners.split.bodies import body as compiled

BODY = "今年以来，河口镇修好了三座石桥，清理了七条水渠，给学校添置了课桌，群众都很满意。\n下一步，我们继续努力。"


def page(*, as_is: bool = False, **given: Any) -> Page:
    body = json.dumps(given, ensure_ascii=False).encode()
    return Page(body=body, media=Media.GIVEN, headers=(("Content-Type", AS_IS_TYPE if as_is else CONTENT_TYPE),))


def body(line: str | bytes) -> bytes:
    return line if isinstance(line, bytes) else line.encode()


BAD = [
    ('{"text": "甲"', "bad JSON: Expecting ',' delimiter at character 13"),
    ("[1]", "a JSON object is wanted, this is a list"),
    ('"甲"', "a JSON object is wanted, this is a string"),
    ("null", "a JSON object is wanted, this is null"),
    ("[" * 100_000, "bad JSON: maximum recursion depth"),
    ('{"text": ' + "9" * 5000 + "}", "bad JSON: Exceeds the limit"),
    (b'{"text": "\xff"}', "not UTF-8 at byte 11"),
    ("{}", "no text"),
    ('{"text": null}', "no text"),
    ('{"text": " \\n　"}', "the text is empty"),
    ('{"text": ["甲"]}', "text: a string is wanted, this is a list"),
    ('{"text": "甲\\u0000"}', "text: a NUL at character 2"),
    ('{"text": "甲\\ud83d"}', "text: half a surrogate pair at character 2"),
    ('{"text": "甲", "title": 3}', "title: a string is wanted, this is a number"),
    ('{"text": "甲", "url": {}}', "url: a string is wanted, this is an object"),
    ('{"text": "甲", "id": true}', "id: a string is wanted, this is true or false"),
    ('{"text": "甲", "id": 1.5}', "id: a string is wanted, this is a number"),
    ('{"text": "甲", "published_on": "2021-13-45"}', "published_on: '2021-13-45' is no date"),
    ('{"text": "甲", "published_on": "2021-02-30"}', "published_on: '2021-02-30' is no date"),
    ('{"text": "甲", "published_on": "2021-02-03T25:00"}', "published_on: '2021-02-03T25:00' is no date"),
    ('{"text": "甲", "published_on": "去年冬天"}', "is no date (YYYY, YYYY-MM or YYYY-MM-DD"),
    ('{"text": "甲", "published_on": "写于2021-02-03"}', "is no date"),
    ('{"text": "甲", "published_on": "1492"}', "is no date"),
    ('{"text": "甲", "published_on": 2021}', "published_on: a string is wanted, this is a number"),
]


@pytest.mark.parametrize(("line", "told"), BAD, ids=[told for _, told in BAD])
def test_what_gives_no_text_says_why(line: str | bytes, told: str) -> None:
    with pytest.raises(BadGiven) as caught:
        parse_given(body(line))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_bad_object_in_the_archive_is_set_aside() -> None:
    found = read(replace(page(text="甲"), body=b"{}"))
    assert (found.outcome.state, found.outcome.reason, found.outcome.detail) == (
        State.QUARANTINED, Reason.UNPARSABLE, "no text")


def test_null_and_nothing_say_nothing() -> None:
    given = parse_given(body('{"id": "", "url": null, "title": " ", "text": " 甲 ", "published_on": "", "kind": 1}'))
    assert (given.id, given.url, given.title, given.text, given.published_on) == (None, None, None, " 甲 ", None)
    assert given.ignored == ("kind",)
    assert parse_given(body('{"id": 17, "text": "甲"}')).id == "17"


KEYS = [
    ({}, None),
    ({"id": "a/1"}, "jsonl:a/1"),
    ({"id": 17}, "jsonl:17"),
    ({"url": "http://docs.example/a.html", "id": "1"}, "given:url:docs.example/a.html"),
    ({"url": "http://bbs.example/thread-7-1-1.html"}, "given:discuz:bbs.example:thread:7"),
    ({"url": "http://bbs.example/forum.php?mod=viewthread&tid=7"}, "given:discuz:bbs.example:thread:7"),
    ({"url": "http://bbs.example/forum.php?mod=post&action=reply&tid=7"},
     "given:url:http://bbs.example/forum.php?mod=post&action=reply&tid=7"),
    ({"url": "http://bbs.example/thread-7-2-1.html"}, "given:discuz:bbs.example:thread:7:p2"),
]


@pytest.mark.parametrize(("given", "key"), KEYS)
def test_a_text_is_known_by_its_address_then_by_its_id(given: dict[str, Any], key: str | None) -> None:
    assert key_of_given(parse_given(json.dumps({"text": BODY, **given}).encode())) == key
    for as_is in (True, False):
        found = read(page(text=BODY, as_is=as_is, **given))
        assert (found.document_key, found.url) == (key, given.get("url"))


DATES = [
    ("2021", "2021", "year"), ("2021-02", "2021-02", "month"), ("2021-02-03", "2021-02-03", "day"),
    ("2021/2/3", "2021-02-03", "day"), ("2021年2月3日", "2021-02-03", "day"),
    ("2021-02-03T04:05:06Z", "2021-02-03T12:05:06+08:00", "second"),
    ("2021-02-03 04:05", "2021-02-03T04:05+08:00", "minute"),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "at", "precision"), DATES)
@pytest.mark.parametrize("as_is", [True, False])
def test_the_given_date_is_understood_and_marked(stated: str, at: str, precision: str, *, as_is: bool) -> None:
    facts = read(page(text=BODY, published_on=stated, as_is=as_is)).facts
    first = facts.dates[0]
    assert (facts.published_at, first.at, first.precision, first.kind) == (at, at, precision, "published")
    assert (first.stated, first.where, dict(facts.where)["published_at"]) == (stated, "as given", "as given")


HEADED = f"河口镇工作总结\n发布时间：2019-05-06　来源：某某网\n{BODY}"


def test_a_text_is_cleaned_as_any_and_what_is_given_wins() -> None:
    found = read(page(text=HEADED, title="河口镇工作总结", published_on="2021-02-03", id="7"))
    (entry,) = found.entries
    assert (found.outcome.state, found.title, entry.title, entry.title_from) == (
        State.READ, "河口镇工作总结", "河口镇工作总结", "given")
    assert "".join(entry.text.split()) == "".join(BODY.split())
    assert undo(entry.text, entry.edits) == HEADED
    assert (found.facts.published_at, found.facts.source, found.facts.document_id) == ("2021-02-03", "某某网", "7")
    assert [date.at for date in found.facts.dates] == ["2021-02-03", "2019-05-06"]
    own = read(page(text=HEADED))
    assert (own.entries[0].title, own.entries[0].title_from, own.facts.published_at) == (
        "河口镇工作总结", "first_line", "2019-05-06")


def test_another_title_than_the_texts_own_wins_too() -> None:
    found = read(page(text=HEADED, title="另一个题目"))
    assert (found.title, found.entries[0].title) == ("另一个题目", "另一个题目")


COMPILATION = "\n".join(f"年终总结 篇{number}\n{compiled('report', number)}" for number in (1, 2, 3))


def test_as_it_stands_nothing_is_done_to_it() -> None:
    text = f"\r\n {HEADED}\n\n本文来自某某网，转载请注明出处。 \n"
    found = read(page(text=text, as_is=True, title="河口镇工作总结"))
    (entry,) = found.entries
    assert (entry.text, entry.edits, entry.title) == (text, (), "河口镇工作总结")
    assert (found.facts.published_at, found.facts.source, entry.facts.script) == (None, None, "simplified")
    assert len(read(page(text=COMPILATION, title="年终总结")).entries) == 3
    assert len(read(page(text=COMPILATION, title="年终总结", as_is=True)).entries) == 1


def test_the_rules_of_its_host_clean_it_unless_it_stays_as_it_is() -> None:
    hints = Hints(rules=(HostRule(name="mark", words="云岭公文阁·佳作共赏"),))
    given: dict[str, Any] = {"text": f"{BODY}\n云岭公文阁·佳作共赏", "url": "http://docs.example/1.html"}

    def text(found: Reading) -> str:
        return found.entries[0].text

    assert "佳作" not in text(read(page(**given), hints))
    assert "佳作" in text(read(page(as_is=True, **given), hints))
    assert read(page(as_is=True, **given), hints).hints_digest == hints.digest


def test_a_dumped_thread_gives_its_floors_and_awaits_no_other_page() -> None:
    found = read(page(text=f"第1页 共3页\n{BODY}", title="总结"))
    assert (found.page, found.pages, found.links.pages) == (1, 1, ())


def test_a_type_on_the_wire_makes_no_given_text() -> None:
    """A server that states our type is read as what its bytes are: it could otherwise speak for any address."""
    found = read(replace(page(text=BODY, url="http://bank.example/"), media=Media.UNKNOWN, url="http://a.example/1"))
    assert found.url == "http://a.example/1"
    assert (found.document_key or "").startswith("url:a.example/")
