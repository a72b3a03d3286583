import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.platforms.discuz import PLATFORM
from cleaners.platforms.discuz.addresses import attachment_key
from cleaners.reading import UrlKind, View
from tests.tables import table
from tests.timing import assert_quick

T = "discuz:bbs.test:thread:71"
SIGNED = base64.b64encode(b"31|abcdef12|1600000000|0|71").decode()
OLD_SIGNED = base64.b64encode(b"31|abcdef12|1600000000|0").decode()

# (URL, key, page, URL to ask for; None = the same)
DOCUMENTS = [
    ("http://bbs.test/thread-71-1-1.html", T, 1, None),
    ("http://bbs.test/thread-71-1-3.html", T, 1, "http://bbs.test/thread-71-1-1.html"),
    ("http://bbs.test/thread-71-4-1.html", T, 4, None),
    ("http://BBS.Test:80/thread-71-1-1.html#pid9", T, 1, "http://bbs.test/thread-71-1-1.html"),
    ("http://bbs.test/Thread-71-1-1.HTML", T, 1, "http://bbs.test/thread-71-1-1.html"),
    ("http://bbs.test/thread-71-1-1.htm", T, 1, "http://bbs.test/thread-71-1-1.html"),
    ("http://bbs.test/thread-71-1-1.html?_dsign=0a1b2c3d", T, 1, None),
    ("http://bbs.test/thread-71-1-1.html?fromuid=5", T, 1, "http://bbs.test/thread-71-1-1.html"),
    ("http://bbs.test/forum.php?mod=viewthread&tid=71", T, 1, None),
    (
        "http://bbs.test/forum.php?mod=viewthread&amp;tid=71&amp;page=2",
        T,
        2,
        "http://bbs.test/forum.php?mod=viewthread&tid=71&page=2",
    ),
    ("http://bbs.test/forum.php?tid=71&mod=viewthread", T, 1, None),
    ("http://bbs.test/FORUM.PHP?mod=viewthread&tid=71", T, 1, None),
    (
        "http://bbs.test/forum.php?mod=viewthread&tid=71&extra=page%3D2&page=1",
        T,
        1,
        "http://bbs.test/forum.php?mod=viewthread&tid=71",
    ),
    (
        "http://bbs.test/forum.php?mod=viewthread&tid=71&highlight=%D7%DC&from=portal&sid=aB3dE5",
        T,
        1,
        "http://bbs.test/forum.php?mod=viewthread&tid=71",
    ),
    (
        "http://bbs.test/forum.php?mod=viewthread&tid=71&mobile=2&page=3",
        T,
        3,
        "http://bbs.test/forum.php?mod=viewthread&tid=71&page=3",
    ),
    (
        "http://bbs.test/forum.php?mod=viewthread&tid=71&_dsign=0a1b2c3d&fromuser=x",
        T,
        1,
        "http://bbs.test/forum.php?mod=viewthread&tid=71&_dsign=0a1b2c3d",
    ),
    (
        "http://bbs.test/forum.php?mod=viewthread&tid=71&ordertype=2&authorid=0",
        T,
        1,
        "http://bbs.test/forum.php?mod=viewthread&tid=71",
    ),
    ("http://bbs.test/viewthread.php?tid=71", T, 1, None),
    ("http://bbs.test/viewthread.php?tid=71&page=5&sid=zz", T, 5, "http://bbs.test/viewthread.php?tid=71&page=5"),
    ("http://www.bbs.test/thread-71-1-1.html", T, 1, None),
    ("https://bbs.test/thread-71-1-1.html", T, 1, None),
    ("https://bbs.test:8443/thread-71-1-1.html", "discuz:bbs.test:8443:thread:71", 1, None),
    ("http://bbs.test/club/thread-71-1-1.html", "discuz:bbs.test/club:thread:71", 1, None),
    ("http://bbs.test/club/forum.php?mod=viewthread&tid=71", "discuz:bbs.test/club:thread:71", 1, None),
    ("http://bbs.test/article-5-1.html", "discuz:bbs.test:article:5", 1, None),
    ("http://bbs.test/article-5-3.html", "discuz:bbs.test:article:5", 3, None),
    ("http://bbs.test/portal.php?mod=view&aid=5", "discuz:bbs.test:article:5", 1, None),
    ("http://bbs.test/portal.php?mod=view&aid=5&page=2", "discuz:bbs.test:article:5", 2, None),
]
TWINS = [
    ("http://bbs.test/forum.php?mod=viewthread&action=printable&tid=71", T, 1, View.PRINTABLE),
    ("http://bbs.test/archiver/?tid-71.html", T, 1, View.ARCHIVER),
    ("http://bbs.test/archiver/?tid-71.html&page=2", T, 2, View.ARCHIVER),
    ("http://bbs.test/archiver/?tid-71-page-4.html", T, 4, View.ARCHIVER),
    ("http://bbs.test/archiver/tid-71.html", T, 1, View.ARCHIVER),
    ("http://bbs.test/archiver/tid-71.html?page=3", T, 3, View.ARCHIVER),
    ("http://bbs.test/archiver/tid-71-page-3.html", T, 3, View.ARCHIVER),
    ("http://bbs.test/archiver/index.php?tid-71.html", T, 1, View.ARCHIVER),
    ("http://bbs.test/club/archiver/?tid-71.html", "discuz:bbs.test/club:thread:71", 1, View.ARCHIVER),
]
LISTS = [
    ("http://bbs.test/forum-9-1.html", "discuz:bbs.test:forum:9", 1, UrlKind.LIST),
    ("http://bbs.test/forum-9-3.html", "discuz:bbs.test:forum:9", 3, UrlKind.LIST),
    ("http://bbs.test/group-9-3.html", "discuz:bbs.test:forum:9", 3, UrlKind.LIST),
    ("http://bbs.test/forum.php?mod=forumdisplay&fid=9", "discuz:bbs.test:forum:9", 1, UrlKind.LIST),
    ("http://bbs.test/forum.php?mod=forumdisplay&fid=9&page=2", "discuz:bbs.test:forum:9", 2, UrlKind.LIST),
    ("http://bbs.test/forum.php?mod=forumdisplay&fid=9&typeid=0", "discuz:bbs.test:forum:9", 1, UrlKind.LIST),
    ("http://bbs.test/forumdisplay.php?fid=9&page=2", "discuz:bbs.test:forum:9", 2, UrlKind.LIST),
    ("http://bbs.test/archiver/?fid-9.html", "discuz:bbs.test:forum:9", 1, UrlKind.LIST),
    ("http://bbs.test/archiver/fid-9.html?page=2", "discuz:bbs.test:forum:9", 2, UrlKind.LIST),
    ("http://bbs.test/archiver/", "discuz:bbs.test:archiver", 1, UrlKind.LIST),
    ("http://bbs.test/forum.php?gid=3", "discuz:bbs.test:category:3", 1, UrlKind.LIST),
    ("http://bbs.test/portal.php?mod=list&catid=2", "discuz:bbs.test:list:2", 1, UrlKind.LIST),
    ("http://bbs.test/portal.php?mod=list&catid=2&page=4", "discuz:bbs.test:list:2", 4, UrlKind.LIST),
    ("http://bbs.test/list-2-4.html", "discuz:bbs.test:list:2", 4, UrlKind.LIST),
    ("http://bbs.test/portal.php?mod=topic&topicid=6", "discuz:bbs.test:topic:6", 1, UrlKind.LIST),
    ("http://bbs.test", "url:bbs.test/", 1, UrlKind.HOME),
    ("http://www.bbs.test/", "url:www.bbs.test/", 1, UrlKind.HOME),
    ("http://bbs.test/index.php", "discuz:bbs.test:home", 1, UrlKind.HOME),
    ("http://bbs.test/?fromuid=3", "url:bbs.test/", 1, UrlKind.HOME),
    ("http://bbs.test/forum.php", "discuz:bbs.test:forum-index", 1, UrlKind.HOME),
    ("http://bbs.test/forum.php?mobile=yes", "discuz:bbs.test:forum-index", 1, UrlKind.HOME),
    ("http://bbs.test/portal.php", "discuz:bbs.test:portal-index", 1, UrlKind.HOME),
    ("http://bbs.test/forum.php?mod=rss&fid=9&auth=0", "discuz:bbs.test:rss:9", 1, UrlKind.FEED),
    ("http://bbs.test/forum.php?mod=rss", "discuz:bbs.test:rss:all", 1, UrlKind.FEED),
    ("http://bbs.test/portal.php?mod=rss&catid=2", "discuz:bbs.test:portal-rss:2", 1, UrlKind.FEED),
    ("http://bbs.test/rss.php?fid=9", "discuz:bbs.test:rss:9", 1, UrlKind.FEED),
    (
        f"http://bbs.test/forum.php?mod=attachment&aid={SIGNED}",
        "discuz:bbs.test:attachment:71:31",
        1,
        UrlKind.ATTACHMENT,
    ),
    (
        f"http://bbs.test/forum.php?mod=attachment&aid={SIGNED.replace('=', '%3D')}&nothumb=yes",
        "discuz:bbs.test:attachment:71:31",
        1,
        UrlKind.ATTACHMENT,
    ),
    (f"http://bbs.test/attachment.php?aid={OLD_SIGNED}", "discuz:bbs.test:attachment:0:31", 1, UrlKind.ATTACHMENT),
    ("http://bbs.test/attachment.php?aid=31", "discuz:bbs.test:attachment:0:31", 1, UrlKind.ATTACHMENT),
    (
        "http://bbs.test/data/attachment/forum/202101/02/a.jpg",
        "discuz:bbs.test:file:forum/202101/02/a.jpg",
        1,
        UrlKind.ATTACHMENT,
    ),
]
SKIPPED = [
    ("http://bbs.test/forum.php?mod=viewthread&tid=71&page=1&authorid=6", "variant-authorid"),
    ("http://bbs.test/forum.php?mod=viewthread&tid=71&extra=&ordertype=1", "variant-order"),
    ("http://bbs.test/thread-71-1-1.html?authorid=6", "variant-authorid"),
    ("http://bbs.test/forum.php?mod=viewthread&tid=71&viewpid=9&inajax=1", "ajax"),
    ("http://bbs.test/forum.php?mod=viewthread&tid=71&do=tradeinfo&pid=9", "variant-part"),
    ("http://bbs.test/forum.php?mod=viewthread&tid=71&action=something", "action"),
    ("http://bbs.test/viewthread.php?tid=71&goto=lastpost", "redirect-goto"),
    ("http://bbs.test/forum.php?mod=redirect&goto=findpost&ptid=71&pid=9", "redirect-goto"),
    ("http://bbs.test/redirect.php?tid=71&goto=nextnewset", "redirect-goto"),
    ("http://bbs.test/forum.php?mod=forumdisplay&fid=9&filter=typeid&typeid=4", "list-filter"),
    ("http://bbs.test/forum.php?mod=forumdisplay&fid=9&orderby=dateline", "list-filter"),
    ("http://bbs.test/forum.php?mod=forumdisplay&fid=9&action=pwverify", "action"),
    ("http://bbs.test/space-uid-6.html", "space"),
    ("http://bbs.test/space-username-%BC%D7.html", "space"),
    ("http://bbs.test/home.php?mod=space&uid=6&do=thread", "space"),
    ("http://bbs.test/blog-6-12.html", "space"),
    ("http://bbs.test/home.php?mod=spacecp&ac=favorite&id=71", "action"),
    ("http://bbs.test/forum.php?mod=post&action=reply&fid=9&tid=71", "action"),
    ("http://bbs.test/forum.php?mod=misc&action=pay&tid=71", "action"),
    ("http://bbs.test/member.php?mod=logging&action=login", "login"),
    ("http://bbs.test/logging.php?action=login", "login"),
    ("http://bbs.test/member.php?mod=register", "register"),
    ("http://bbs.test/search.php?mod=forum&searchid=2", "search"),
    ("http://bbs.test/misc.php?mod=seccode&update=1", "captcha"),
    ("http://bbs.test/misc.php?mod=tag&id=3", "misc"),
    ("http://bbs.test/forum.php?mod=guide&view=new", "guide"),
    ("http://bbs.test/forum.php?mod=collection&action=view&ctid=1", "collection"),
    ("http://bbs.test/plugin.php?id=sign", "plugin"),
    ("http://bbs.test/portal.php?mod=comment&id=5&idtype=aid", "portal-comment"),
    ("http://bbs.test/forum.php?mod=viewthread", "no-id"),
    ("http://bbs.test/forum.php?mod=viewthread&tid=abc", "no-id"),
    ("http://bbs.test/forum.php?mod=attachment&aid=nonsense!", "no-id"),
    ("http://bbs.test/static/js/common.js?x", "asset"),
]
NOT_OURS = [
    "http://bbs.test/read.php?tid=71",  # phpwind
    "http://bbs.test/read-htm-tid-71.html",
    "http://bbs.test/thread.php?fid=9",
    "http://bbs.test/index.php?m=bbs&c=read&tid=71",
    "http://bbs.test/viewtopic.php?f=9&t=71",  # phpBB
    "http://bbs.test/showthread.php?tid=71",  # MyBB
    "http://bbs.test/thread-71.html",
    "http://bbs.test/threads/title.71/",  # XenForo
    "http://bbs.test/t/title/71",  # Discourse
    "http://bbs.test/plus/view.php?aid=71",  # DedeCMS
    "http://bbs.test/list_1_2.html",
    "http://bbs.test/html/2021/0102/71.html",
    "http://bbs.test/e/action/ShowInfo.php?classid=2&id=71",  # EmpireCMS
    "http://bbs.test/my-thread-71-1-1.html",
    "http://bbs.test/thread-71-1.html",
    "ftp://bbs.test/thread-71-1-1.html",
    "javascript:;",
    "http://[bad/thread-71-1-1.html",
    "",
]


@table(("url", "key", "page", "asked"), DOCUMENTS)
def test_a_document_has_one_key_whatever_its_spelling(url: str, key: str | None, page: int, asked: str | None) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.key, found.page, found.kind, found.view) == (key, page, UrlKind.DOCUMENT, View.MAIN)
    assert found.url == (asked or url)


@pytest.mark.parametrize(("url", "key", "page", "view"), TWINS)
def test_a_twin_view_has_the_key_of_its_document(url: str, key: str | None, page: int, view: View) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.key, found.page, found.kind, found.view) == (key, page, UrlKind.DOCUMENT, view)


@table(("url", "key", "page", "kind"), LISTS)
def test_lists_homes_feeds_and_files(url: str, key: str | None, page: int, kind: UrlKind) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.key, found.page, found.kind) == (key, page, kind)


@table(("url", "rule"), SKIPPED)
def test_what_is_never_followed_names_its_rule(url: str, rule: str) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.kind, found.rule) == (UrlKind.SKIP, rule)


@table("url", NOT_OURS)
def test_shapes_of_other_software_are_not_claimed(url: str) -> None:
    assert PLATFORM.address(url) is None
    assert not PLATFORM.is_decisive(url)


@table(
    ("url", "decisive"),
    [
        ("http://x.test/thread-71-1-1.html", True),
        ("http://x.test/forum.php?mod=viewthread&tid=71", True),
        ("http://x.test/forum.php?gid=1", True),
        ("http://x.test/viewthread.php?tid=71", True),
        ("http://x.test/archiver/?tid-71.html", True),
        ("http://x.test/archiver/tid-71.html", True),
        ("http://x.test/space-uid-6.html", True),
        ("http://x.test/", False),
        ("http://x.test/index.php", False),
        ("http://x.test/forum.php", False),
        ("http://x.test/archiver/", False),
        ("http://x.test/article-5-1.html", False),
        ("http://x.test/list-5-1.html", False),
        ("http://x.test/forumdisplay.php?fid=9", False),
        ("http://x.test/attachment.php?aid=9", False),
    ],
)
def test_only_shapes_that_no_other_software_has_are_decisive(url: str, decisive: bool) -> None:
    assert PLATFORM.is_decisive(url) is decisive


@pytest.mark.parametrize(
    ("aid", "key"),
    [
        (SIGNED, "attachment:71:31"),
        (SIGNED.rstrip("="), "attachment:71:31"),
        (SIGNED.replace("=", "%3D"), "attachment:71:31"),
        (OLD_SIGNED, "attachment:0:31"),
        ("31", "attachment:0:31"),
        (base64.b64encode(b"31|abc").decode(), None),
        (base64.b64encode(b"x|abcdef12|1600000000|0|71").decode(), None),
        ("\u7532", None),
        ("", None),
    ],
)
def test_a_signed_link_is_keyed_by_thread_and_file(aid: str, key: str | None) -> None:
    assert attachment_key(aid) == key


@given(st.text(max_size=80))
def test_no_url_breaks_the_reader(text: str) -> None:
    for url in (
        text,
        f"http://bbs.test/{text}",
        f"http://bbs.test/forum.php?{text}",
        f"http://{text}/thread-1-1-1.html",
    ):
        found = PLATFORM.address(url)
        if found is not None and found.kind is not UrlKind.SKIP:
            again = PLATFORM.address(found.url)
            assert again is not None
            assert (again.key, again.page) == (found.key, found.page)


def test_nasty_urls_cost_no_time() -> None:
    def work() -> None:
        for tail in (
            "space-" + "a" * 1900,
            "thread-" + "1" * 1900,
            "archiver/?tid-" + "1-" * 900,
            "forum.php?" + "&" * 1900,
        ):
            for _ in range(50):
                PLATFORM.address(f"http://bbs.test/{tail}")
                PLATFORM.is_decisive(f"http://bbs.test/{tail}")

    assert_quick(work, seconds=2)
