"""A report is cited as its page states it; nothing in a title or name can break an entry of a bibliography."""

from datetime import date
from typing import Any

import pytest

from archive.citing import Citation, bibtex, cite_copy, cite_report, gbt7714, meta_pairs, ris
from archive.queries import Copy, Report

TODAY = date(2026, 11, 22)
COPY = {
    "id": 7, "site": "a.test", "url": "http://a.test/thread-1-1-1.html", "document_key": "doc:1", "position": 1,
    "part": 0, "version": 1, "is_current": True, "title": "读书活动总结", "subtitle": None, "author": "山间小站",
    "published_on": "2021-01-02T22:08:16+08:00", "date_kind": "posted", "first_seen_at": "2026-11-22T03:01:00.000000Z",
    "last_seen_at": "2026-11-22T03:01:00.000000Z", "relation": "identical", "facts": {}, "edits": 0, "text": "正文",
}  # fmt: skip
PLACE = "https://archive.test/report/0123456789"


def copy(**more: Any) -> Copy:
    return Copy(**(COPY | more))


def report(*copies: Copy, **more: Any) -> Report:
    known: dict[str, Any] = {
        "public_id": "0123456789", "title": "读书活动总结", "text": "正文", "period": (), "genre": None, "script": None,
        "first_published_on": None, "copies": copies, "current_copies": len(copies), "sites": 1, "chars": 2,
        "added_at": "", "edits": 0, "related": (),
    }  # fmt: skip
    return Report(**(known | more))


def cited(*, archive_url: str | None = PLACE, **more: Any) -> Citation:
    return cite_report(report(copy(**more)), archive_url=archive_url)


def test_a_whole_citation_in_every_form() -> None:
    one = cited()
    assert bibtex(one, cited_on=TODAY) == (
        "@misc{gongwen-0123456789,\n"
        "  author = {{山间小站}},\n"
        "  title = {{读书活动总结}},\n"
        "  year = {2021},\n"
        "  month = {1},\n"
        "  date = {2021-01-02},\n"
        "  organization = {a.test},\n"
        "  url = {https://archive.test/report/0123456789},\n"
        "  urldate = {2026-11-22},\n"
        "  note = {archived from http://a.test/thread-1-1-1.html; archived at 2026-11-22T03:01:00.000000Z},\n"
        "  langid = {chinese},\n"
        "}\n"
    )
    assert ris(one, cited_on=TODAY) == (
        "TY  - ELEC\r\nID  - gongwen-0123456789\r\nAU  - 山间小站\r\nTI  - 读书活动总结\r\nPY  - 2021\r\n"
        "DA  - 2021/01/02/\r\nPB  - a.test\r\nUR  - https://archive.test/report/0123456789\r\nY2  - 2026/11/22/\r\n"
        "N1  - archived from http://a.test/thread-1-1-1.html\r\nN1  - archived at 2026-11-22T03:01:00.000000Z\r\n"
        "LA  - zh\r\nER  - \r\n"
    )
    assert gbt7714(one, cited_on=TODAY) == (
        "山间小站. 读书活动总结[EB/OL]. (2021-01-02)[2026-11-22]. http://a.test/thread-1-1-1.html."
        " 存档: https://archive.test/report/0123456789."
    )
    assert meta_pairs(one) == (
        ("citation_title", "读书活动总结"), ("citation_author", "山间小站"),
        ("citation_publication_date", "2021/01/02"), ("citation_online_date", "2026/11/22"),
        ("citation_publisher", "a.test"), ("citation_fulltext_html_url", PLACE), ("citation_language", "zh"),
    )  # fmt: skip


def test_what_is_missing_is_told_and_never_guessed() -> None:
    one = cited(author=None, published_on=None, date_kind=None, title=None, url=None, archive_url=None)
    bare = cite_report(report(copy(author=None, published_on=None, title=None, url=None), title=None))
    assert gbt7714(bare, cited_on=TODAY) == "佚名. 无标题[EB/OL]. (日期不详)[2026-11-22]. 无公开地址."
    assert one.title == "读书活动总结"  # the report has one, though this copy has none
    assert "author" not in bibtex(one).split("note")[0]
    assert "year" not in bibtex(one)
    assert "note = {author not stated; date of publication not stated; archived at" in bibtex(one)
    assert "N1  - author not stated\r\nN1  - date of publication not stated\r\n" in ris(one)
    assert not {"PY", "DA", "AU", "UR", "Y2"} & {line[:2] for line in ris(one).split("\r\n")}
    names = [name for name, _ in meta_pairs(one)]
    assert names == ["citation_title", "citation_online_date", "citation_publisher", "citation_language"]


DATES = [
    ("2021", "published", "2021"),
    ("2021-03", "posted", "2021-03"),
    ("2021-03-05", "asserted", "2021-03-05"),
    ("2021-03-05T23:59:00-08:00", "posted", "2021-03-05"),  # the day as the page's own zone has it
    ("2021-03-05", "uploaded", None),
    ("2021-03-05", "updated", None),
    ("2021-02-30", "posted", None),
    ("2031-01-01", "posted", None),  # later than its capture
    ("昨天", "posted", None),
    ("2021-03-05}, note={x", "posted", None),
]


@pytest.mark.parametrize(("stated", "kind", "expected"), DATES)
def test_only_a_date_of_publication_is_cited(stated: str, kind: str, expected: str | None) -> None:
    assert cited(published_on=stated, date_kind=kind).published_on == expected


def test_the_date_of_another_text_that_stood_there_before_is_not_cited() -> None:
    assert cited(version=2).published_on is None


# Values as hostile pages have them, and what stands in a field of BibTeX and on a line of RIS.
VALUES = [
    ("a{b", r"a\textbraceleft{}b", "a{b"),
    ("a}b", r"a\textbraceright{}b", "a}b"),
    ("a\\b", r"a\textbackslash{}b", "a\\b"),
    ("Q&A 9% $5 #1 a_b ~ ^", r"Q\&A 9\% \$5 \#1 a\_b \textasciitilde{} \textasciicircum{}", "Q&A 9% $5 #1 a_b ~ ^"),
    ("一\nER  - \r\nTY  - BOOK", "一 ER - TY - BOOK", "一 ER - TY - BOOK"),
    ("二\u2028三\x85四", "二 三 四", "二 三 四"),
    ("五\x00六\x1b[31m", "五\ufffd六\ufffd[31m", "五\ufffd六\ufffd[31m"),
    ("七\u202e八\u200b九", "七八九", "七八九"),
    ("十\ud800", "十\ufffd", "十\ufffd"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("{{ 7*7 }}", r"\textbraceleft{}\textbraceleft{} 7*7 \textbraceright{}\textbraceright{}", "{{ 7*7 }}"),
    ("Smith, John and others", "Smith, John and others", "Smith, John and others"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "tex", "line"), VALUES)
def test_values_are_escaped_for_each_format(value: str, tex: str, line: str) -> None:
    one = cite_copy(report(copy()), copy(title=value, author=value), archive_url=PLACE)
    entry = bibtex(one)
    assert f"  title = {{{{{tex}}}}},\n" in entry
    assert f"  author = {{{{{tex}}}}},\n" in entry
    assert entry.count("{") == entry.count("}")
    assert f"\r\nTI  - {line}\r\n" in ris(one)
    assert ris(one).count("\r\nER  - ") == 1
    assert gbt7714(one, cited_on=TODAY).startswith(f"{line}. {line}[EB/OL]. ")
    assert dict(meta_pairs(one))["citation_title"] == line
    (entry + ris(one)).encode()


URLS = [
    ("http://a.test/1", "http://a.test/1"),
    ("HTTPS://a.test/读书", "HTTPS://a.test/读书"),
    ("javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("http:///x", None),
    ("http://a.test/1 2", None),
    ("http://a.test/\n1", None),
    ("http://a.test/\u202e1", None),
    (" http://a.test/1", None),
    ("http://a.test/" + "1" * 4000, None),
]


@pytest.mark.parametrize(("url", "expected"), URLS)
def test_addresses_are_http_or_none(url: str, expected: str | None) -> None:
    assert cited(url=url).source_url == expected


def test_an_address_cannot_leave_its_field() -> None:
    entry = bibtex(cited(url="http://a.test/?q={x}\\&p=100%&r=%E4#_", archive_url=None))
    assert "  url = {http://a.test/?q=%7Bx%7D%5C&p=100%25&r=%E4#_},\n" in entry


def test_a_title_of_ten_megabytes_is_cut_and_the_key_holds_no_surprise() -> None:
    one = cite_copy(report(copy(), public_id="a}{,\n/../b"), copy(title="长" * 10_000_000))
    assert one.title == "长" * 299 + "…"
    assert one.key == "gongwen-a-b-7"


def test_a_report_is_cited_by_a_place_of_its_canonical_text() -> None:
    other = copy(id=1, text="别的正文", author="他人", published_on="2019-01-01", relation="same")
    one = cite_report(report(other, copy()))
    assert (one.author, one.published_on) == ("山间小站", "2021-01-02")
    assert cite_report(report(other)).author == "他人"
    assert cite_report(report()).source_url is None


def test_a_persons_word_is_told_as_one() -> None:
    said = {"author": {"value": "县委办", "who": "王", "why": "署名"}}
    one = cite_report(report(copy(author="县委办", asserted=said), asserted={"title": {"value": "读书活动总结"}}))
    assert one.asserted == ("author", "title")
    assert "author asserted by a person; title asserted by a person" in bibtex(one)
