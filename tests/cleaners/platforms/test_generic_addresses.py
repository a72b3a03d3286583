"""Keys of URLs on sites of unknown software."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.platforms.generic.addresses import address
from cleaners.reading import UrlKind
from tests.tables import table


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://Docs.Example:80/A/b.html#top", "url:docs.example/A/b.html"),
        ("https://docs.example:443/A/b.html", "url:docs.example/A/b.html"),
        ("https://docs.example:8443/", "url:docs.example:8443/"),
        ("https://docs.example/a?b=2&a=1&utm_source=x&spm=1.2&PHPSESSID=9", "url:docs.example/a?a=1&b=2"),
        ("https://docs.example/a;jsessionid=0A.b?from=singlemessage&id=7", "url:docs.example/a?id=7"),
        ("https://docs.example/公文/1.html", "url:docs.example/%E5%85%AC%E6%96%87/1.html"),
        ("https://docs.example/%E5%85%AC%E6%96%87/1.html", "url:docs.example/%E5%85%AC%E6%96%87/1.html"),
        ("https://docs.example", "url:docs.example/"),
        ("https://docs.example/a?q=&p", "url:docs.example/a?p=&q="),
        (" https://docs.example./a ", "url:docs.example/a"),
        ("http://[2001:db8::1]:81/x", "url:2001:db8::1:81/x"),
    ],
)
def test_one_key_for_all_spellings(url: str, key: str) -> None:
    found = address(url)
    assert found is not None
    assert found.key == key
    again = address(found.url)
    assert again is not None
    assert again.key == key


@table(
    ("path", "kind", "rule"),
    [
        ("/", UrlKind.HOME, None),
        ("/index.php", UrlKind.HOME, None),
        ("/index.php?id=3", UrlKind.DOCUMENT, None),
        ("/a/12.html", UrlKind.DOCUMENT, None),
        ("/a/12", UrlKind.DOCUMENT, None),
        ("/f/x.DOCX", UrlKind.ATTACHMENT, None),
        ("/f/x.wps?d=1", UrlKind.ATTACHMENT, None),
        ("/rss.xml", UrlKind.FEED, None),
        ("/blog/feed/", UrlKind.FEED, None),
        ("/feedback/1.html", UrlKind.DOCUMENT, None),
        ("/i/p.JPG", UrlKind.SKIP, "asset"),
        ("/s/a.css?v=3", UrlKind.SKIP, "asset"),
    ],
)
def test_kinds_by_shape(path: str, kind: UrlKind, rule: str | None) -> None:
    found = address(f"https://docs.example{path}")
    assert found is not None
    assert (found.kind, found.rule) == (kind, rule)


@pytest.mark.parametrize(
    "url", ["mailto:a@docs.example", "javascript:void(0)", "ftp://docs.example/", "/a.html", "", "http://", "http://[x",
            "http://docs.example:x/", "https://docs.example/" + "a" * 3000],
)  # fmt: skip
def test_what_is_no_page_has_no_address(url: str) -> None:
    assert address(url) is None


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_path_has_one_key(path: str, query: str) -> None:
    found = address(f"https://docs.example/{path}?{query}")
    if found is not None:
        again = address(found.url)
        assert again is not None
        assert (again.key, again.url, again.kind) == (found.key, found.url, found.kind)
