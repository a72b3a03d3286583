
import pytest

from cleaners.platforms import address_of
from cleaners.platforms.dedecms import PLATFORM
from cleaners.platforms.dedecms.addresses import SKIPPED
from cleaners.reading import UrlKind, View
from tests.tables import table
from tests.timing import assert_quick

A = "dedecms:dede.test:article:37"
L = "dedecms:dede.test:list:4"

# (URL, key, page, view, URL to ask for; None = the same)
DOCUMENTS = [
    ("http://dede.test/a/zongjie/2021/1208/37.html", A, 1, View.MAIN, None),
    ("http://dede.test/a/zongjie/2021/1208/37_3.html", A, 3, View.MAIN, None),
    ("http://www.dede.test/2021/1208/37.html?from=x#top", A, 1, View.MAIN, "http://www.dede.test/2021/1208/37.html"),
    ("http://dede.test/a/2021/1208/37.shtml", A, 1, View.MAIN, None),
    ("http://dede.test/plus/view.php?aid=37", A, 1, View.MAIN, None),
    ("http://dede.test/plus/view.php?arcID=37", A, 1, View.MAIN, "http://dede.test/plus/view.php?aid=37"),
    ("http://dede.test/plus/view.php?aid=37&amp;pageno=2", A, 2, View.MAIN,
     "http://dede.test/plus/view.php?aid=37&pageno=2"),
    ("http://dede.test/plus/view.php?aid=37&pageno=1", A, 1, View.MAIN, "http://dede.test/plus/view.php?aid=37"),
    ("http://dede.test/PLUS/View.php?AID=37", A, 1, View.MAIN, "http://dede.test/PLUS/View.php?aid=37"),
    ("http://dede.test/plus/view-37-1.html", A, 1, View.MAIN, None),
    ("http://dede.test/plus/view-37-2.html", A, 2, View.MAIN, None),
    ("http://dede.test/m/view.php?aid=37", A, 1, View.MOBILE, None),
    ("http://dede.test/m/view.php?aid=37&pageno=4", A, 4, View.MOBILE, None),
    ("http://dede.test/mobile/view.php?aid=37", A, 1, View.MOBILE, None),
    ("http://m.dede.test/view.php?aid=37", A, 1, View.MOBILE, None),
    ("http://wap.dede.test/view.php?aid=37", A, 1, View.MOBILE, None),
    ("http://dede.test/wap.php?action=article&id=37", A, 1, View.MOBILE, None),
    ("https://dede.test:443/plus/view.php?aid=37", A, 1, View.MAIN, "https://dede.test/plus/view.php?aid=37"),
    ("http://dede.test:8080/plus/view.php?aid=5", "dedecms:dede.test:8080:article:5", 1, View.MAIN, None),
]  # fmt: skip
LISTS = [
    ("http://dede.test/a/zongjie/list_4_2.html", L, 2),
    ("http://dede.test/a/zongjie/list_4_1.html", L, 1),
    ("http://dede.test/plus/list.php?tid=4", L, 1),
    ("http://dede.test/plus/list.php?tid=4&TotalResult=15&PageNo=2", L, 2),
    ("http://dede.test/m/list.php?tid=4", L, 1),
    ("http://dede.test/plus/list-4.html", L, 1),
    ("http://dede.test/plus/list-4-15-2.html", L, 2),
    ("http://dede.test/wap.php?action=list&id=4", L, 1),
    ("http://dede.test/data/sitemap.html", "dedecms:dede.test:list:map", 1),
    ("http://dede.test/data/rssmap.html", "dedecms:dede.test:list:map", 1),
    ("http://dede.test/tags.php?/fangxun/", "dedecms:dede.test:list:tag:/fangxun/", 1),
]
OTHER_KINDS = [
    ("http://dede.test/plus/rss.php?tid=4", UrlKind.FEED),
    ("http://dede.test/data/rss/4.xml", UrlKind.FEED),
    ("http://dede.test/plus/download.php?open=2&id=37&uhash=ab", UrlKind.ATTACHMENT),
    ("http://dede.test/plus/download.php?open=1&link=aHR0cA", UrlKind.ATTACHMENT),
    ("http://dede.test/m/", UrlKind.HOME),
    ("http://dede.test/m/index.php", UrlKind.HOME),
    ("http://dede.test/m/index.html", UrlKind.HOME),
]
RULES = [
    ("http://dede.test/plus/download.php?open=0&aid=37&cid=3", "download"),
    ("http://dede.test/plus/view.php?aid=x", "no-id"),
    ("http://dede.test/plus/anything.php?x=1", "plus-script"),
    ("http://dede.test/member/index_do.php?fmdo=user", "member"),
    ("http://dede.test/include/vdimgck.php", "asset"),
    ("http://dede.test/templets/default/images/a.html", "asset"),
    ("http://dede.test/install/index.php", "admin"),
    *((f"http://dede.test/plus/{script}?aid=37", rule) for script, rule in SKIPPED.items()),
]
NOT_OURS = [
    "http://dede.test/", "http://dede.test/a/zongjie/", "http://dede.test/about.html", "http://dede.test/index.php?id=3",
    "http://dede.test/2021/1308/37.html", "http://dede.test/2021/1200/37.html", "http://dede.test/2021/1208/037.html",
    "http://dede.test/2021/1208/a37.html", "http://dede.test/a/view.php?aid=37", "http://dede.test/m/other.php",
    "ftp://dede.test/plus/view.php?aid=37", "http://[bad/plus/view.php?aid=37", "", "http://dede.test:99999/",
    "http://dede.test/plus/view.php?aid=37&x=" + "a" * 3000,
]  # fmt: skip
DECISIVE = [
    "http://any.test/plus/view.php?aid=37", "http://any.test/plus/list.php?tid=4&PageNo=2",
    "http://any.test/plus/count.php?view=yes&aid=37&mid=1", "http://any.test/m/view.php?aid=3",
    "http://any.test/plus/digg_ajax.php?action=good&id=5", "http://any.test/plus/view-37-1.html",
]  # fmt: skip
UNDECIDED = [
    "http://any.test/a/2021/1208/37.html", "http://any.test/list_4_2.html", "http://any.test/view.php?aid=37",
    "http://any.test/plus/view.php?name=x", "http://any.test/surplus/view.php?aid=1", "http://any.test/m/",
]  # fmt: skip


@table(("url", "key", "page", "view", "asked"), DOCUMENTS)
def test_an_article_has_one_key(url: str, key: str, page: int, view: View, asked: str | None) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.key, found.kind, found.page, found.view) == (key, UrlKind.DOCUMENT, page, view)
    assert found.url == (asked or url)


@pytest.mark.parametrize(("url", "key", "page"), LISTS)
def test_lists(url: str, key: str, page: int) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.key, found.kind, found.page) == (key, UrlKind.LIST, page)


@pytest.mark.parametrize(("url", "kind"), OTHER_KINDS)
def test_other_kinds(url: str, kind: UrlKind) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert found.kind is kind


@table(("url", "rule"), RULES)
def test_what_is_never_followed_has_a_rule(url: str, rule: str) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.kind, found.rule) == (UrlKind.SKIP, rule)


@table("url", NOT_OURS)
def test_other_shapes_are_not_claimed(url: str) -> None:
    assert PLATFORM.address(url) is None


@pytest.mark.parametrize("url", DECISIVE)
def test_shapes_that_prove_the_software(url: str) -> None:
    assert PLATFORM.is_decisive(url)
    assert address_of(url).key.startswith("dedecms:any.test:")


@pytest.mark.parametrize("url", UNDECIDED)
def test_shapes_that_prove_nothing(url: str) -> None:
    assert not PLATFORM.is_decisive(url)


def test_hostile_addresses_take_no_time() -> None:
    nasty = ["http://a.test/plus/view.php?" + "a=1&" * 500, "http://a.test/" + "2021/1208/" * 190,
             "http://a.test/list_" + "1" * 2000, "http://a.test/plus/" * 100]  # fmt: skip

    def work() -> None:
        for url in nasty:
            PLATFORM.address(url)
            PLATFORM.is_decisive(url)

    assert_quick(work, seconds=0.1)
