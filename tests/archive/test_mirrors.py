"""What is told as a mirror of what."""

from typing import Any

import pytest

from archive.mirrors import Standing, mirrors, registrable
from tests.tables import table

HOSTS = [
    ("docs.example.com", "example.com"), ("example.com", "example.com"), ("WWW.Example.COM.", "example.com"),
    ("a.b.example.com.cn", "example.com.cn"), ("office.some.zj.cn", "some.zj.cn"),
    ("www.example.cn", "example.cn"), ("a.example.co.uk", "example.co.uk"), ("com.example.net", "example.net"),
    ("a.example:8080", "a.example"), ("127.0.0.1:80", "127.0.0.1"), ("10.0.0.1", "10.0.0.1"), ("[::1]:80", "::1"),
    ("::1", "::1"), ("localhost", "localhost"),
]  # fmt: skip


@table("host, name", HOSTS)
def test_a_host_belongs_to_who_registered_it(host: str, name: str) -> None:
    assert registrable(host) == name


def standing(number: int, url: str | None, **more: Any) -> Standing:
    facts = {"host": url.split("/")[2] if url else None, "key": f"url:{url}", "text_key": "k", "place": (1, 0)}
    return Standing(number=number, url=url, **(facts | more))


A, B, C = "http://www.one.example/doc/12345.html", "http://two.test/doc/12345.html", "http://three.org/doc/12345.html"
FORUM = "http://two.test/forum.php?mod=viewthread&tid=12345&extra="
CASES = [
    ("the same path", [standing(1, A), standing(2, B)], {2: (1, "same path")}),
    ("three hosts, one original", [standing(3, A), standing(1, B), standing(2, C)],
     {1: (3, "same path"), 2: (3, "same path")}),
    ("the same number", [standing(1, A), standing(2, FORUM)], {2: (1, "same document id")}),
    ("a number in the key", [standing(1, A), standing(2, "http://two.test/", key="fam:two.test:doc:12345")],
     {2: (1, "same document id")}),
    ("leading zeros", [standing(1, A), standing(2, "http://two.test/d/0012345.html")], {2: (1, "same document id")}),
    ("one owner", [standing(1, A), standing(2, "http://m.one.example/doc/12345.html")], {}),
    ("another text", [standing(1, A), standing(2, B, text_key="other")], {}),
    ("another floor", [standing(1, A), standing(2, B, place=(2, 0))], {}),
    ("another number", [standing(1, A), standing(2, "http://two.test/doc/12346.html")], {}),
    ("a number that contains it", [standing(1, A), standing(2, "http://two.test/doc/912345.html")], {}),
    ("small numbers are chance", [standing(1, "http://one.example/a/12.html"), standing(2, "http://two.test/b/12.html")],
     {}),
    ("paths that every site has", [standing(1, "http://one.example/index.html"), standing(2, "http://two.test/index.html")],
     {}),
    ("no address", [standing(1, A), standing(2, None)], {}),
    ("an address that is none", [standing(1, A), standing(2, "http://[bad/12345.html")], {}),
    ("a number in a host's name", [standing(1, "http://one.example/d/12345"), standing(2, "http://12345.test/about")],
     {}),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_mirrors_stand_on_unrelated_hosts(case: tuple[str, list[Standing], dict[int, object]]) -> None:
    _, standings, expected = case
    assert {number: (mirror.of, mirror.why) for number, mirror in mirrors(standings).items()} == expected
