"""URLs of phpwind: every spelling of one thing has one key; what is never followed has a rule."""

# ruff: noqa: E501 - one URL a row of the table


import pytest

from cleaners.platforms.phpwind.addresses import address, is_decisive
from cleaners.reading import UrlKind, View
from tests.tables import table
from tests.timing import assert_quick

THREAD = "phpwind:bbs.test:thread:71"


@table(
    ("url", "page", "view"),
    [
        ("http://bbs.test/read.php?tid=71", 1, View.MAIN),
        ("http://bbs.test/read.php?tid=71&fpage=2&toread=1&page=3", 3, View.MAIN),
        ("http://bbs.test/read.php?tid=71&amp;page=3", 3, View.MAIN),
        ("http://www.bbs.test/read.php?fid=3&tid=71", 1, View.MAIN),
        ("http://m.bbs.test/read.php?tid=71", 1, View.MAIN),
        ("http://bbs.test/read.php?tid-71.html", 1, View.MAIN),
        ("http://bbs.test/read.php?tid-71-fpage-0-toread--page-3.html", 3, View.MAIN),
        ("http://bbs.test/read-htm-tid-71.html", 1, View.MAIN),
        ("http://bbs.test/read-htm-tid-71-fpage-2-page-4.html", 4, View.MAIN),
        ("http://bbs.test/htm_data/3/1103/71.html", 1, View.MAIN),
        ("http://bbs.test/html_data/3/0912/71.html", 1, View.MAIN),
        ("http://bbs.test/simple/?t71.html", 1, View.ARCHIVER),
        ("http://bbs.test/simple/?t71_2.html", 2, View.ARCHIVER),
        ("http://bbs.test/simple/index.php?t71.html", 1, View.ARCHIVER),
        ("http://bbs.test/simple/index.php/t71_3.html", 3, View.ARCHIVER),
        ("http://bbs.test/simple/t71.html", 1, View.ARCHIVER),
        ("http://bbs.test/wap/index.php?prog=read&tid=71&page=2", 2, View.MOBILE),
        ("http://bbs.test/m/index.php?a=read&tid=71", 1, View.MOBILE),
        ("http://bbs.test/index.php?m=bbs&c=read&tid=71&fid=3&page=2", 2, View.MAIN),
        ("http://bbs.test/index.php?m=app&app=simple&c=index&a=read&tid=71", 1, View.ARCHIVER),
        ("http://bbs.test/read-71", 1, View.MAIN),
        ("http://bbs.test/read-71-2", 2, View.MAIN),
        ("http://bbs.test/read-71-3-2.html", 2, View.MAIN),
        ("http://bbs.test/read/3-71-2", 2, View.MAIN),
    ],
)
def test_spellings_of_one_thread(url: str, page: int, view: View) -> None:
    found = address(url)
    assert found is not None
    assert (found.key, found.kind, found.page, found.view) == (THREAD, UrlKind.DOCUMENT, page, view)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://bbs.test/read.php?tid=71&fpage=2&page=3#5", "http://bbs.test/read.php?tid=71&page=3"),
        ("http://bbs.test/read.php?tid=71&fpage=2&page=1", "http://bbs.test/read.php?tid=71"),
        ("http://bbs.test/read.php?tid-71-fpage-0-toread--page-3.html", "http://bbs.test/read.php?tid-71-page-3.html"),
        ("http://bbs.test/bbs/read-htm-tid-71-fpage-2.html", "http://bbs.test/bbs/read-htm-tid-71.html"),
        ("http://bbs.test/simple/?t71_2.html", "http://bbs.test/simple/?t71_2.html"),
    ],
)
def test_what_to_ask_for(url: str, asked: str) -> None:
    found = address(url)
    assert found is not None
    assert found.url == asked


@table(
    ("url", "key", "kind", "page"),
    [
        ("http://bbs.test/thread.php?fid=3&page=2", "phpwind:bbs.test:forum:3", UrlKind.LIST, 2),
        ("http://bbs.test/thread.php?fid=3&search=all", "phpwind:bbs.test:forum:3", UrlKind.LIST, 1),
        ("http://bbs.test/thread-htm-fid-3-page-2.html", "phpwind:bbs.test:forum:3", UrlKind.LIST, 2),
        ("http://bbs.test/thread.php?fid-3-page-2.html", "phpwind:bbs.test:forum:3", UrlKind.LIST, 2),
        ("http://bbs.test/simple/?f3_2.html", "phpwind:bbs.test:forum:3", UrlKind.LIST, 2),
        ("http://bbs.test/index.php?m=bbs&c=thread&fid=3&page=2", "phpwind:bbs.test:forum:3", UrlKind.LIST, 2),
        ("http://bbs.test/thread-3-2", "phpwind:bbs.test:forum:3", UrlKind.LIST, 2),
        ("http://bbs.test/thread/3-2", "phpwind:bbs.test:forum:3", UrlKind.LIST, 2),
        ("http://bbs.test/index.php?m=bbs&cateid=1", "phpwind:bbs.test:category:1", UrlKind.LIST, 1),
        ("http://bbs.test/index.php?cateid=1", "phpwind:bbs.test:category:1", UrlKind.LIST, 1),
        ("http://bbs.test/simple/", "phpwind:bbs.test:simple", UrlKind.LIST, 1),
        ("http://bbs.test/bbs/thread.php?fid=3", "phpwind:bbs.test/bbs:forum:3", UrlKind.LIST, 1),
        ("http://bbs.test:8080/bbs/simple/?f3.html", "phpwind:bbs.test:8080/bbs:forum:3", UrlKind.LIST, 1),
        ("http://bbs.test/", "url:bbs.test/", UrlKind.HOME, 1),
        ("http://bbs.test/index.php", "phpwind:bbs.test:home", UrlKind.HOME, 1),
        ("http://bbs.test/index.php?m=bbs", "phpwind:bbs.test:home", UrlKind.HOME, 1),
        ("http://bbs.test/index.php?m=bbs&c=forum", "phpwind:bbs.test:home", UrlKind.HOME, 1),
        ("http://bbs.test/rss.php?fid=3", "phpwind:bbs.test:rss:3", UrlKind.FEED, 1),
        ("http://bbs.test/rss.php", "phpwind:bbs.test:rss:all", UrlKind.FEED, 1),
        ("http://bbs.test/job.php?action=download&aid=7&mt=0", "phpwind:bbs.test:attachment:7", UrlKind.ATTACHMENT, 1),
        ("http://bbs.test/index.php?m=bbs&c=attach&a=download&aid=7", "phpwind:bbs.test:attachment:7", UrlKind.ATTACHMENT, 1),
        ("http://bbs.test/b/attachment/Mon_1103/3_5.jpg", "phpwind:bbs.test/b:file:Mon_1103/3_5.jpg", UrlKind.ATTACHMENT, 1),
    ],
)  # fmt: skip
def test_boards_feeds_files(url: str, key: str, kind: UrlKind, page: int) -> None:
    found = address(url)
    assert found is not None
    assert (found.key, found.kind, found.page) == (key, kind, page)


@table(
    ("url", "rule"),
    [
        ("http://bbs.test/read.php?tid=71&uid=5", "variant-author"),
        ("http://bbs.test/read.php?tid=71&authorid=5", "variant-author"),
        ("http://bbs.test/read.php?tid=71&ordertype=desc", "variant-order"),
        ("http://bbs.test/read.php?tid=71&fid=3&desc=1", "variant-order"),
        ("http://bbs.test/read.php?tid=71&award=1", "variant-part"),
        ("http://bbs.test/read.php?tid=71&page=e#a", "last-page"),
        ("http://bbs.test/read.php?tid=", "no-id"),
        ("http://bbs.test/thread.php?fid=3&type=9", "list-filter"),
        ("http://bbs.test/thread.php?fid=3&search=digest", "list-filter"),
        ("http://bbs.test/index.php?m=bbs&c=thread&fid=3&orderby=postdate", "list-filter"),
        ("http://bbs.test/rss.php?tid=71", "thread-feed"),
        ("http://bbs.test/u.php?uid=5", "space"),
        ("http://bbs.test/index.php?m=space&uid=5", "space"),
        ("http://bbs.test/post.php?action=reply&fid=3&tid=71", "action"),
        ("http://bbs.test/index.php?m=bbs&c=post&a=reply&tid=71", "controller"),
        ("http://bbs.test/login.php", "login"),
        ("http://bbs.test/register.php", "register"),
        ("http://bbs.test/searcher.php?digest=1", "search"),
        ("http://bbs.test/link.php?action=previous&tid=71", "redirect"),
        ("http://bbs.test/job.php?action=topost&tid=71&pid=9", "redirect"),
        ("http://bbs.test/job.php?action=report", "action"),
        ("http://bbs.test/apps.php?q=group", "plugin"),
        ("http://bbs.test/faq.php", "misc"),
        ("http://bbs.test/images/wind/logo.png", "asset"),
    ],
)
def test_what_is_never_followed(url: str, rule: str) -> None:
    found = address(url)
    assert found is not None
    assert (found.kind, found.rule) == (UrlKind.SKIP, rule)


@pytest.mark.parametrize(
    "url",
    ["http://bbs.test/news/2021/5.html", "ftp://bbs.test/read.php?tid=1", "http://[", "http://bbs.test/index.php?q=1",
     "http://bbs.test/about.html", "http://bbs.test/" + "a" * 2048],
)  # fmt: skip
def test_other_shapes_are_nobodys(url: str) -> None:
    assert address(url) is None


@table(
    ("url", "is_proof"),
    [
        ("http://bbs.test/read-htm-tid-71.html", True),
        ("http://bbs.test/thread-htm-fid-3.html", True),
        ("http://bbs.test/read.php?tid-71-page-2.html", True),
        ("http://bbs.test/simple/?t71.html", True),
        ("http://bbs.test/bbs/simple/index.php?f3_2.html", True),
        ("http://bbs.test/read.php?fid=3&tid=71", True),
        ("http://bbs.test/thread.php?fid=3", True),
        ("http://bbs.test/read-71.html", False),
        ("http://bbs.test/index.php?m=bbs&c=read&tid=71", False),
        ("http://bbs.test/htm_data/3/1103/71.html", False),
        ("http://bbs.test/viewthread.php?tid=71", False),
        ("http://bbs.test/spread.php?tid=71", False),
    ],
)
def test_shapes_that_are_proof(url: str, is_proof: bool) -> None:
    assert is_decisive(url) is is_proof


NASTY = ["a" * 2000, "tid-" * 500, "&amp;" * 400, "/html" * 400, "-1" * 1000, "/read/" + "1-" * 900, "/simple/" * 250]


@pytest.mark.parametrize("tail", NASTY)
def test_nasty_urls_are_quick(tail: str) -> None:
    def work() -> None:
        for start in ("http://bbs.test/read.php?", "http://bbs.test/read-htm-", "http://bbs.test/", "http://bbs.test/simple/?t"):
            address(start + tail)
            is_decisive(start + tail)

    assert_quick(work, seconds=0.2)
