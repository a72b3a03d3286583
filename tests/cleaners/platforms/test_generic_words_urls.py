"""Each word by which URLs are told: what only tracks a visitor, endings of files, home pages, first pages, feeds."""

# ruff: noqa: E501 - words in rows of tables

import pytest

from cleaners.platforms.generic.addresses import MOST_LINKS, address, anchors, linked
from cleaners.platforms.generic.series import series_of
from cleaners.platforms.platform import Address
from cleaners.reading import UrlKind
from cleaners.tree import parse
from tests.tables import table

HOST = "https://docs.example"


def found(url: str) -> Address:
    known = address(url)
    assert known is not None
    return known


@table(
    "query",
    [
        "sid=a1", "PHPSESSID=9f", "jsessionid=0A", "ASPSESSIONID=QQ", "sessionid=1", "session_id=1", "spm=a2.1", "scm=20",
        "from=timeline", "fromuid=35", "fromid=2", "source=wap", "share=1", "share_token=9c", "sharefrom=qq",
        "isappinstalled=0", "nsukey=ab", "wfr=spider", "ivk_sa=1024", "gclid=Cj", "fbclid=Iw", "bd_vid=77", "hmsr=a",
        "hmpl=b", "timestamp=1638", "_t=1638", "rnd=0.5", "random=0.5", "nocache=1", "utm_source=x", "UTM_term=y",
    ],
)  # fmt: skip
def test_what_only_tracks_a_visitor_is_no_part_of_the_key(query: str) -> None:
    known = found(f"{HOST}/show.php?id=7&{query}")
    assert (known.key, known.url) == ("url:docs.example/show.php?id=7", f"{HOST}/show.php?id=7")


@pytest.mark.parametrize(
    "query", ["ssid=1", "fromage=1", "sources=1", "shares=1", "t=1", "stamp=1", "rand=1", "session=1", "utm=1", "uid=1"]
)
def test_a_like_word_chooses_the_page(query: str) -> None:
    assert found(f"{HOST}/show.php?{query}").key == f"url:docs.example/show.php?{query}"


@pytest.mark.parametrize(
    "path", ["/a.jsp;jsessionid=0A1B2C", "/a.jsp;JSESSIONID=0A1B2C.node-1!77", "/a.jsp;jsessionid=0A1B?x"]
)
def test_a_session_in_the_path_goes(path: str) -> None:
    assert found(HOST + path).key.partition("?")[0] == "url:docs.example/a.jsp"
    assert found(f"{HOST}/a.jsp;v=2").key == "url:docs.example/a.jsp;v=2"


@table(
    "name", ["a.doc", "a.docx", "a.pdf", "a.xls", "a.xlsx", "a.ppt", "a.pptx", "a.zip", "a.rar", "a.7z", "a.wps", "a.et",
             "a.dps", "a.txt", "a.rtf", "a.PDF", "down/%E6%80%BB%E7%BB%93.doc"],
)  # fmt: skip
def test_an_ending_of_a_file_is_an_attachment(name: str) -> None:
    assert found(f"{HOST}/f/{name}").kind is UrlKind.ATTACHMENT
    assert found(f"{HOST}/f/{name}.html").kind is UrlKind.DOCUMENT


@table(
    "ending", ["jpg", "jpeg", "png", "gif", "bmp", "webp", "svg", "ico", "css", "js", "woff", "woff2", "ttf", "eot",
               "mp3", "mp4", "avi", "flv", "wmv", "swf", "apk", "exe", "dmg", "json", "map", "GIF"],
)  # fmt: skip
def test_an_ending_of_what_is_no_page_is_skipped(ending: str) -> None:
    known = found(f"{HOST}/i/p.{ending}?v=3")
    assert (known.kind, known.rule) == (UrlKind.SKIP, "asset")
    assert found(f"{HOST}/i/{ending}").kind is UrlKind.DOCUMENT
    assert found(f"{HOST}/i/p.{ending}p").kind is UrlKind.DOCUMENT


@pytest.mark.parametrize(
    "path", ["", "/", "/index.html", "/index.htm", "/index.php", "/index.asp", "/index.aspx", "/index.shtml", "/Index.htm"]
)  # fmt: skip
def test_a_home_page_is_one_by_its_name(path: str) -> None:
    assert found(HOST + path).kind is UrlKind.HOME
    assert found(f"{HOST}{path}?id=3").kind is UrlKind.DOCUMENT
    assert found(f"{HOST}/zj{path or '/'}").kind is UrlKind.DOCUMENT


@pytest.mark.parametrize("path", ["/rss", "/feed/", "/rss.xml", "/rss.php", "/atom.xml", "/zj/7.rss", "/blog/feed"])
def test_a_feed_is_one_by_its_name(path: str) -> None:
    assert found(HOST + path).kind is UrlKind.FEED


@pytest.mark.parametrize("path", ["/rss/7.html", "/feeds", "/rssx.xml", "/anatomy", "/7.rss.html"])
def test_a_like_name_is_no_feed(path: str) -> None:
    assert found(HOST + path).kind is UrlKind.DOCUMENT


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://docs.example:80/a", "url:docs.example/a"), ("https://docs.example:443/a", "url:docs.example/a"),
        ("http://docs.example:443/a", "url:docs.example:443/a"), ("https://docs.example:80/a", "url:docs.example:80/a"),
    ],
)  # fmt: skip
def test_the_port_of_the_scheme_is_no_part_of_the_key(url: str, key: str) -> None:
    assert found(url).key == key


def test_a_url_past_all_reason_is_none() -> None:
    assert address(f"{HOST}/{'a' * 2000}") is not None
    assert address(f"{HOST}/{'a' * 2030}") is None


def test_only_so_many_links_are_looked_at() -> None:
    tree = parse("<body>" + '<a href="/1">一</a>' * 2_600 + "</body>")
    assert MOST_LINKS == 2_500
    assert sum(1 for _ in anchors(tree)) == 2_500


@pytest.mark.parametrize("href", [None, "", " ", "#top", "javascript:void(0)", "mailto:a@docs.example", "http://[bad"])
def test_a_dead_link_leads_nowhere(href: str | None) -> None:
    assert linked(href, f"{HOST}/a/") is None


@pytest.mark.parametrize("href", ["7.html", "/a/7.html", "HTTPS://docs.example/a/7.html", "?v=7"])
def test_a_live_link_leads_on(href: str) -> None:
    assert linked(href, f"{HOST}/a/") is not None


@table("name", ["index.html", "index.htm", "index.shtml", "index.php"])
@table("shape", ["/6/index_{}.html", "/6/index-{}.htm", "/6/p_{}.html", "/6/{}.html"])
def test_the_first_page_of_a_folder_may_have_a_name(name: str, shape: str) -> None:
    known = {1: f"url:d/6/{name}", 2: "url:d" + shape.format(2), 3: "url:d" + shape.format(3)}
    assert series_of(known) is not None
    assert series_of({**known, 1: "url:d/6/other.html"}) is None


@table(
    "name", ["page", "Page", "p", "pg", "pn", "cp", "pageno", "page_no", "pageindex", "curpage", "cur_page", "PageNum"]
)
def test_a_parameter_that_counts_pages_makes_a_series(name: str) -> None:
    found_series = series_of({2: f"url:d/a?id=7&{name}=2", 3: f"url:d/a?id=7&{name}=3"})
    assert found_series is not None
    assert (found_series.first, found_series.page(f"url:d/a?id=7&{name}=9")) == ("url:d/a?id=7", 9)


@pytest.mark.parametrize("name", ["id", "aid", "tid", "fp", "no", "n", "cpa", "step", "pid"])
def test_another_parameter_makes_none(name: str) -> None:
    assert series_of({2: f"url:d/a?{name}=2", 3: f"url:d/a?{name}=3"}) is None


@pytest.mark.parametrize(
    ("key", "page"),
    [("url:d/6_2.html", 2), ("url:d/6.html", 1), ("url:d/6_500.html", 500), ("url:d/6_501.html", None),
     ("url:d/6_00.html", None), ("url:d/6_x.html", None), ("url:d/7_2.html", None), ("url:d/6_0.html", None)],
)  # fmt: skip
def test_a_key_has_a_page_of_a_text(key: str, page: int | None) -> None:
    series = series_of({1: "url:d/6.html", 2: "url:d/6_2.html"})
    assert series is not None
    assert series.page(key) == page


@pytest.mark.parametrize(
    ("known", "first"),
    [
        ({2: "url:d/6/index_2.html", 3: "url:d/6/index_3.html"}, "url:d/6/"),
        ({2: "url:d/6/p2.html", 3: "url:d/6/p3.html"}, "url:d/6/"),
        ({2: "url:d/6/x2.html", 3: "url:d/6/x3.html"}, "url:d/6/x1.html"),
    ],
)
def test_the_first_page_is_guessed_by_the_names_of_the_others(known: dict[int, str], first: str) -> None:
    series = series_of(known)
    assert series is not None
    assert series.first == first
