"""Which links are followed, and why the others are not."""

from datetime import UTC, datetime

import pytest

from cleaners.reading import Link, Links, UrlKind
from crawler.addresses import host_of
from crawler.scope import Chosen, Origin, Scope, frontier_key, is_trap
from crawler.site import Site

SITE = Site(
    slug="trial", name="试验", hosts=("forum.example", "www.forum.example:8080"), spider="forum",
    starts=("http://forum.example/",), skip=(r"/print/.*",), documents=(r"/doc\?id=\d+",), lists=(r"/lists/.*",),
    ports=(8080,),
)
ORIGIN = Origin(frontier_id=7, key="k:list", kind=UrlKind.LIST, depth=3, host="forum.example")


def document(url: str, key: str | None = None, **more: object) -> Link:
    return Link(url=url, key=key or f"k:{url}", kind=UrlKind.DOCUMENT, **more)  # type: ignore[arg-type]


def choose(*documents: Link, origin: Origin = ORIGIN, scope: Scope | None = None) -> Chosen:
    return (scope or Scope(SITE)).choose(Links(documents=documents), origin)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://forum.example/a", None),
        ("http://FORUM.example:80/a", None),
        ("https://forum.example/a", None),
        ("http://www.forum.example:8080/a", None),
        ("http://www.forum.example/a", "scope"),
        ("http://forum.example.evil.example/a", "scope"),
        ("http://other.example/a", "scope"),
        ("ftp://forum.example/a", "guard"),
        ("http://forum.example:x/a", "bad_url"),
        ("http://forum.example/" + "a" * 1100, "trap"),
        ("http://forum.example/" + "a/" * 3, "trap"),
        ("http://forum.example/a/b/a/b/", None),
        ("http://forum.example/" + "/".join(str(n) for n in range(21)), "trap"),
        ("http://forum.example/" + "/".join(str(n) for n in range(20)), None),
        ("http://forum.example/print/1", "scope"),
    ],
)
def test_a_link_is_followed_or_counted_with_its_reason(url: str, reason: str | None) -> None:
    chosen = choose(document(url))
    if reason is None:
        assert [seed.url for seed in chosen.documents] == [url]
        assert not chosen.left
    else:
        assert not chosen.documents
        assert chosen.left == {reason: 1}


def test_a_seed_carries_what_the_frontier_needs() -> None:
    (seed,) = choose(document("http://forum.example/t", stamp="12|x", page=2, key="k:t")).documents
    assert (seed.key, seed.host, seed.depth, seed.parent_id, seed.stamp) == ("k:t:p2", "forum.example", 4, 7, "12|x")


def test_links_too_deep_are_a_trap() -> None:
    deep = Origin(frontier_id=1, key="k", kind=UrlKind.LIST, depth=20, host="forum.example")
    assert choose(document("http://forum.example/t"), origin=deep).left == {"trap": 1}


def test_further_pages_are_not_deeper_and_share_the_kind_of_their_list() -> None:
    deep = Origin(frontier_id=1, key="k", kind=UrlKind.LIST, depth=20, host="forum.example")
    links = Links(pages=(Link(url="http://forum.example/l?page=2", key="k", page=2),))
    (seed,) = Scope(SITE).choose(links, deep).further
    assert (seed.key, seed.kind, seed.depth) == ("k:p2", UrlKind.LIST, 20)


@pytest.mark.parametrize(
    ("active_on", "left"),
    [("2024-02-29T08:00", {"before-since": 1}), ("2024-03-01", {}), ("2024-03-02T00:01", {}), (None, {})],
    ids=["before", "that day", "after", "undated"],
)
def test_what_a_list_dates_before_since_is_left(active_on: str | None, left: dict[str, int]) -> None:
    scope = Scope(SITE, since=datetime(2024, 3, 1, tzinfo=UTC))
    link = Link(url="http://forum.example/t1", key="k:1", active_on=active_on)
    assert choose(link, scope=scope).left == left


MONTH = "http://forum.example/calendar.php?month={}&year=2024"


@pytest.mark.parametrize(
    ("reports", "link", "left"),
    [
        (set(), MONTH.format(9999), {"trap": 1}),
        (set(), "http://forum.example/calendar.php?month=1&view=day", {}),  # another pattern
        (set(), "http://forum.example/thread-9-1-1.html", {}),
        ({4999}, MONTH.format(9999), {}),  # a report shows that the host has more than its calendar
        ({0}, MONTH.format(9999), {}),  # the first of 5,000 had one: 4,999 without since
    ],
    ids=["endless", "other names", "other path", "last one has", "first one has"],
)
def test_5000_pages_of_one_pattern_without_a_report_are_a_trap(
    reports: set[int], link: str, left: dict[str, int]
) -> None:
    scope = Scope(SITE)
    for number in range(5000):
        scope.note_page(MONTH.format(number), has_report=number in reports)
    assert choose(document(link), scope=scope).left == left


def test_at_most_2000_links_of_a_page() -> None:
    chosen = choose(*(document(f"http://forum.example/{n}") for n in range(2100)))
    assert len(chosen.documents) == 2000
    assert chosen.left == {"limit": 100}


def test_a_host_has_a_budget() -> None:
    site = Site(slug="s", name="s", hosts=("a.example",), spider="forum", starts=("http://a.example/",), max_pages=3)
    scope = Scope(site)
    first = choose(*(document(f"http://a.example/{n}") for n in range(5)), scope=scope)
    assert len(first.documents) == 3
    assert first.left == {"limit": 2}
    again = choose(*(document(f"http://a.example/{n}") for n in range(5)), scope=scope)
    assert len(again.documents) == 3, "links that repeat count once"


def test_one_key_is_one_seed() -> None:
    chosen = choose(document("http://forum.example/a", key="k"), document("http://forum.example/b", key="k"))
    assert [seed.url for seed in chosen.documents] == ["http://forum.example/a"]


def test_a_list_of_urls_follows_only_pages_of_the_same_document() -> None:
    scope = Scope(SITE, follows=False, any_host=True)
    links = Links(
        pages=(Link(url="http://x.example/t?page=2", key="k:t", page=2),
               Link(url="http://y.example/t?page=3", key="k:t", page=3)), documents=(document("http://x.example/u"),),
        lists=(Link(url="http://x.example/l", key="k:l", kind=UrlKind.LIST),),
    )
    origin = Origin(frontier_id=1, key="k:t", kind=UrlKind.DOCUMENT, depth=0, host="x.example")
    chosen = scope.choose(links, origin)
    assert [seed.key for seed in chosen.further] == ["k:t:p2"]
    assert not chosen.documents
    assert not chosen.lists


def test_the_sites_own_patterns_overrule() -> None:
    links = Links(lists=(Link(url="http://forum.example/doc?id=7", key="k:d", kind=UrlKind.LIST),),
                  documents=(document("http://forum.example/lists/a"),))
    chosen = Scope(SITE).choose(links, ORIGIN)
    assert [seed.kind for seed in chosen.lists] == [UrlKind.DOCUMENT]
    assert [seed.kind for seed in chosen.documents] == [UrlKind.LIST]


@pytest.mark.parametrize(("path", "trap"), [("/a/a", False), ("/a/a/a", True), ("/", False), ("/2024/01/01/1", False)])
def test_is_trap(path: str, trap: bool) -> None:
    assert is_trap(path) is trap


@pytest.mark.parametrize(
    ("url", "host"),
    [("http://A.example:80/", "a.example"), ("https://a.example:443/", "a.example"),
     ("http://a.example:443/", "a.example:443"), ("http://a.example.:81/", "a.example:81"), ("http://[::1]/", "[::1]")],
)
def test_host_of(url: str, host: str) -> None:
    assert host_of(url) == host


def test_frontier_key() -> None:
    assert (frontier_key("k", 1), frontier_key("k", 2)) == ("k", "k:p2")
