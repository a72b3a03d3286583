"""Saved pages: who is believed about their address, in which order, and what is no page."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cleaners.page import Media
from crawler.errors import BadInput
from crawler.gathering import find_pages
from crawler.saved import Saved, from_bytes, open_saved
from tests.crawler.saved_pages import article, mhtml, singlefile, write
from tests.timing import assert_quick

URL = "http://bbs.example/thread-7-1-1.html"
AT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
CANONICAL = f'<link rel="canonical" href="{URL}">'
OG = f"<meta content='{URL}' property='og:url'>"


def said(saved: Saved) -> tuple[str | None, str | None, str | None]:
    return saved.url, saved.url_from, saved.stated_url


ADDRESSES = [
    ("nothing", article("甲"), (None, None, None)),
    ("canonical link is the page's own word", article("甲", head=CANONICAL), (None, None, URL)),
    ("bare canonical link", article("甲", head=f"<link href={URL} rel=canonical>"), (None, None, URL)),
    ("og:url", article("甲", head=OG), (None, None, URL)),
    ("canonical before og:url", article("甲", head=OG.replace("-7-", "-8-") + CANONICAL), (None, None, URL)),
    ("ampersand in an attribute", article("甲", head=CANONICAL.replace("thread-7-1-1.html", "v?t=7&amp;copy=1")),
     (None, None, "http://bbs.example/v?t=7&copy=1")),
    ("relative canonical link", article("甲", head='<link rel="canonical" href="/thread-7-1-1.html">'),
     (None, None, None)),
    ("script as canonical link", article("甲", head='<link rel="canonical" href="javascript:alert(1)">'),
     (None, None, None)),
    ("other link", article("甲", head=f'<link rel="alternate" href="{URL}">'), (None, None, None)),
    ("SingleFile", singlefile("甲", URL), (URL, "singlefile", None)),
    ("SingleFile of a local file", singlefile("甲", "file:///home/x.html"), (None, None, None)),
    ("browser", article("甲", top=f"\n<!-- saved from url=(0036){URL} -->\n"), (URL, "browser", None)),
    ("browser, no address", article("甲", top="<!-- saved from url=(0014)about:internet -->"), (None, None, None)),
    ("browser before canonical", article("甲", top=f"<!-- saved from url=(0036){URL} -->", head=OG),
     (URL, "browser", URL)),
    ("Chromium", mhtml("甲", URL), (URL, "mhtml", None)),
    ("Chromium, local file", mhtml("甲", "file:///C:/x.html"), (None, None, None)),
    ("words about saving", "我的页面 saved from url 什么的".encode(), (None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in ADDRESSES], ids=[case[0] for case in ADDRESSES])
def test_the_address_comes_from_whoever_saved_the_page(data: bytes, expected: tuple[str | None, ...]) -> None:
    assert said(from_bytes(data)) == expected


def test_singlefile_and_mhtml_say_when() -> None:
    assert from_bytes(singlefile("甲", URL)).saved_at == AT
    assert from_bytes(mhtml("甲", URL)).saved_at == AT
    assert from_bytes(article("甲")).saved_at is None
    assert from_bytes(singlefile("甲", URL).replace(b"Nov 22 2026", b"Nov 31 2026")).saved_at is None


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_the_page_is_taken_out_of_mhtml_as_it_was(charset: str) -> None:
    saved = from_bytes(mhtml("年度总结", URL, charset=charset))
    assert saved.body == article("年度总结", charset=charset)
    assert saved.headers == (("Content-Type", f"text/html; charset={charset}"),)
    assert saved.media is Media.HTML
    assert from_bytes(mhtml("甲", URL, states_charset=False)).headers == (("Content-Type", "text/html"),)


def test_the_part_that_start_names_is_the_page() -> None:
    frame = b"------MultipartBoundary--x1----\r\nContent-Type: text/html\r\nContent-ID: <ad>\r\n\r\n<p>ad</p>\r\n"
    page_first = mhtml("甲", URL)
    boundary = page_first.index(b"------MultipartBoundary--x1----\r\nContent-Type: text/html")
    data = page_first[:boundary] + frame + page_first[boundary:]
    assert from_bytes(data).body == b"<p>ad</p>"
    named = data.replace(b'type="text/html";', b'type="text/html"; start="<frame-1@mhtml.blink>";')
    assert from_bytes(named).url == URL


NOTES = [
    ("page.html.url", URL, URL, None),
    ("page.url", f"[InternetShortcut]\r\nURL={URL}\r\nIconIndex=0\r\n", URL, None),
    ("page.url", f"\ufeff{URL}\n", URL, None),
    ("page.json", f'{{"url": "{URL}", "fetched_at": "2026-11-22T10:00:00+08:00"}}', URL, AT),
    ("page.html.json", f'{{"url": "{URL}", "fetched_at": "2026-11-22T02:00:00"}}', URL, AT),
    ("page.json", '{"fetched_at": "2026-11-22T02:00:00Z"}', None, AT),
    ("page.json", '{"title": "no note"}', None, None),
    ("page.json", "[1, 2", None, None),
    ("other.json", f'{{"url": "{URL}"}}', None, None),
]


@pytest.mark.parametrize(("name", "text", "url", "at"), NOTES, ids=[f"{case[0]}-{n}" for n, case in enumerate(NOTES)])
def test_a_note_beside_the_page_is_read(tmp_path: Path, name: str, text: str, url: str | None, at: object) -> None:
    page = write(tmp_path, "page.html", article("甲"))
    write(tmp_path, name, text)
    saved = open_saved(page)
    assert (saved.url, saved.url_from, saved.saved_at) == (url, "note" if url else None, at)


def test_a_note_is_believed_before_the_file(tmp_path: Path) -> None:
    page = write(tmp_path, "page.html", singlefile("甲", "http://other.example/"))
    write(tmp_path, "page.html.url", URL)
    assert (open_saved(page).url, open_saved(page).saved_at) == (URL, AT)


BAD = [
    ("empty.html", b"", "the file is empty"),
    ("blank.txt", b" \n\t ", "the file is empty"),
    ("text.mhtml", b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nwords", "holds no html page"),
    ("noise.mht", bytes(range(256)), "holds no html page"),
    ("hollow.mht", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n\r\n", "is empty"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[case[0] for case in BAD])
def test_what_is_no_page_says_why(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        open_saved(write(tmp_path, name, data))


@pytest.mark.parametrize(("note", "message"), [
    ('{"url": "javascript:1"}', "no http or https URL"), ('{"fetched_at": "yesterday"}', "no ISO 8601 instant")])
def test_a_wrong_note_is_told(tmp_path: Path, note: str, message: str) -> None:
    page = write(tmp_path, "page.html", article("甲"))
    write(tmp_path, "page.json", note)
    with pytest.raises(BadInput, match=message):
        open_saved(page)


@pytest.mark.parametrize(("name", "data", "media"), [
    ("a.txt", "查看: 1|回复: 2".encode(), Media.TEXT),
    ("a.txt", article("甲"), Media.UNKNOWN),
    ("a.html", article("甲"), Media.HTML),
    ("a.html", "一段文字".encode(), Media.HTML),
    ("page", article("甲"), Media.UNKNOWN),
])
def test_the_kind_of_file_is_told_by_name_and_content(tmp_path: Path, name: str, data: bytes, media: Media) -> None:
    assert open_saved(write(tmp_path, name, data)).media is media


def test_pages_are_found_in_folders_by_name_and_by_pattern(tmp_path: Path) -> None:
    for name in ("b/a.html", "b/a_files/ad.html", "b/c.mhtml", "b/.hidden.html", "b/README.txt", "b/README.md",
                 "b/deep/d.TXT", "b/x.json", "b/a.html.url", ".git/e.html"):
        write(tmp_path, name, "x")
    in_folder = [found.path.relative_to(tmp_path).as_posix() for found in find_pages([str(tmp_path)])]
    assert in_folder == ["b/a.html", "b/c.mhtml", "b/deep/d.TXT"]
    by_pattern = [found.path.name for found in find_pages([str(tmp_path / "b" / "*.html"), str(tmp_path / "b/a.html")])]
    assert by_pattern == ["a.html"]
    named = [(found.path.name, found.problem) for found in find_pages([str(tmp_path / "b" / name) for name in (
        "a.html", "a.html.url", "x.json", "README.md", "README.txt", "none.html", "*.pdf")])]
    assert named == [
        ("a.html", None), ("x.json", "not a saved page (.json); accepted: html, mhtml, txt"),
        ("README.md", "not a saved page (.md); accepted: html, mhtml, txt"), ("README.txt", None),
        ("none.html", "no such file"), ("*.pdf", "no file matches this pattern"),
    ]  # fmt: skip


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    found = list(find_pages([str(tmp_path)]))
    assert [item.problem for item in found] == ["no saved page in this folder (html, mhtml, txt)"]


@pytest.mark.parametrize("nasty", [
    "<!--" * 16_000, "<!-- SingleFile " * 4_000, "<link " * 10_000, "<meta " + "a=" * 30_000,
    "<!-- saved from url=(0001)" + "x" * 60_000, "<link " + "a='" * 20_000,
])
def test_nasty_heads_take_no_time(nasty: str) -> None:
    assert_quick(lambda: from_bytes(nasty.encode()), seconds=1)
