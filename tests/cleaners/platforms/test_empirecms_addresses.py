"""What URLs of EmpireCMS lead to, told by their shape: keys, kinds, pages, views and rules."""


import pytest

from cleaners.platforms import address_of
from cleaners.platforms.empirecms import PLATFORM
from cleaners.reading import UrlKind, View
from tests.tables import table
from tests.timing import assert_quick

H = "http://docs.example"
K = "empirecms:docs.example"
DOCUMENTS = [
    ("/e/action/ShowInfo.php?classid=4&id=10", f"{K}:info:4-10", 1, View.MAIN),
    ("/e/action/ShowInfo/?classid=4&id=10", f"{K}:info:4-10", 1, View.MAIN),
    ("/e/action/ShowInfo.php?classid=4&id=10&page=0", f"{K}:info:4-10", 1, View.MAIN),
    ("/e/action/ShowInfo.php?classid=4&amp;id=10&amp;page=2", f"{K}:info:4-10", 3, View.MAIN),
    ("/e/action/ShowInfo.php?eeid=1,4,10,0", f"{K}:info:4-10", 2, View.MAIN),
    ("/e/DoPrint/?classid=4&id=10", f"{K}:info:4-10", 1, View.PRINTABLE),
    ("/e/wap/show.php?classid=4&id=10&style=0&cid=4&cpage=0", f"{K}:info:4-10", 1, View.MOBILE),
    ("/e/public/InfoUrl/?classid=4&id=10", f"{K}:info:4-10", 1, View.MAIN),
    ("/showinfo-4-10-0.html", f"{K}:info:4-10", 1, View.MAIN),
    ("/showinfo-4-10-3.html", f"{K}:info:4-10", 4, View.MAIN),
    ("/cms/e/action/ShowInfo.php?classid=4&id=10", "empirecms:docs.example/cms:info:4-10", 1, View.MAIN),
]


@pytest.mark.parametrize(("path", "key", "page", "view"), DOCUMENTS)
def test_articles_in_every_spelling(path: str, key: str, page: int, view: View) -> None:
    found = PLATFORM.address(H + path)
    assert found is not None
    assert (found.key, found.kind, found.page, found.view) == (key, UrlKind.DOCUMENT, page, view)


@pytest.mark.parametrize(
    ("url", "view"),
    [
        ("http://www.docs.example/e/action/ShowInfo.php?classid=4&id=10", View.MAIN),
        ("http://docs.example:80/e/action/ShowInfo.php?classid=4&id=10", View.MAIN),
        ("http://m.docs.example/e/action/ShowInfo.php?classid=4&id=10", View.MOBILE),
        ("http://wap.docs.example/showinfo-4-10-0.html", View.MOBILE),
        ("http://3g.docs.example/showinfo-4-10-0.html", View.MOBILE),
        ("http://mobile.docs.example/showinfo-4-10-0.html", View.MOBILE),
        ("http://docs.example/m/e/action/ShowInfo.php?classid=4&id=10", View.MOBILE),
    ],
)
def test_hosts_and_folders_of_other_terminals_are_the_same_article(url: str, view: View) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.key, found.view) == (f"{K}:info:4-10", view)


@pytest.mark.parametrize(
    ("path", "key", "page"),
    [
        ("/e/action/ListInfo/?classid=4", f"{K}:list:4", 1),
        ("/e/action/ListInfo.php?classid=4&page=2", f"{K}:list:4", 3),
        ("/e/action/ListInfo/index.php?page=1&classid=4", f"{K}:list:4", 2),
        ("/e/action/InfoType/?ttid=7&page=1", f"{K}:type:7", 2),
        ("/e/tags/?tagname=%E7%BB%BC%E6%B2%BB&page=1", f"{K}:tag:综治", 2),
        ("/e/tags/index.php?tagid=9", f"{K}:tag:9", 1),
        ("/listinfo-4-1.html", f"{K}:list:4", 2),
        ("/infotype-7-0.html", f"{K}:type:7", 1),
        ("/tags-abc-2.html", f"{K}:tag:abc", 3),
        ("/zongjie/index_3.html", "url:docs.example/zongjie/", 3),
    ],
)
def test_lists_and_their_pages(path: str, key: str, page: int) -> None:
    found = PLATFORM.address(H + path)
    assert found is not None
    assert (found.key, found.kind, found.page) == (key, UrlKind.LIST, page)


@table(
    ("path", "rule"),
    [
        ("/e/member/login/", "login"),
        ("/e/member/register/index.php?groupid=1", "login"),
        ("/e/member/fava/add/?classid=4&id=10", "member"),
        ("/e/space/?userid=3", "member"),
        ("/e/pl/?classid=4&id=10", "comments"),
        ("/e/search/result/?searchid=12", "search"),
        ("/e/sch/?keyboard=x", "search"),
        ("/e/public/ViewClick/?classid=4&id=10", "counter"),
        ("/e/public/digg/?classid=4&id=10", "counter"),
        ("/e/enews/index.php", "action"),
        ("/e/DoInfo/AddInfo.php?mid=1", "form"),
        ("/e/tool/feedback/?bid=1", "form"),
        ("/e/extend/map/", "plug-in"),
        ("/e/ShopSys/buycar/", "shop"),
        ("/e/DownSys/play/?classid=4&id=10", "player"),
        ("/e/ViewImg/index.html?url=/d/file/1.jpg", "picture"),
        ("/e/wap/list.php?classid=4", "mobile-twin"),
        ("/e/payapi/?x=1", "shop"),
        ("/e/NewsSys/ShowImg/?x=1", "picture"),
        ("/e/ShowKey/?v=pl", "picture"),
        ("/e/admin/", "admin"),
        ("/e/install/", "admin"),
        ("/e/data/js/ajax.js", "asset"),
        ("/e/class/connect.php", "asset"),
        ("/e/template/x.php", "asset"),
        ("/e/memberconnect/?apptype=qq", "login"),
        ("/e/action/ListInfo.php?classid=4&ph=1&myarea=x", "filtered-list"),
        ("/e/action/ListInfo.php?classid=4&myorder=1", "filtered-list"),
        ("/e/action/ListInfo.php?classid=4&orderby=onclick", "filtered-list"),
        ("/e/action/ListInfo.php?classid=4&starttime=2024-01-01", "filtered-list"),
        ("/e/action/ListInfo.php?classid=4&endtime=2024-01-01", "filtered-list"),
        ("/e/action/ListInfo.php?classid=4&andor=or", "filtered-list"),
        ("/e/action/ShowInfo.php?classid=4", "action"),
        ("/e/action/ListInfo/", "action"),
    ],
)
def test_what_is_never_followed_has_a_rule(path: str, rule: str) -> None:
    found = PLATFORM.address(H + path)
    assert found is not None
    assert (found.kind, found.rule) == (UrlKind.SKIP, rule)


@pytest.mark.parametrize(
    ("path", "kind", "key"),
    [
        ("/e/web/?type=rss2&classid=4", UrlKind.FEED, f"{K}:feed:4"),
        ("/e/DownSys/DownSoft/?classid=4&id=10&pathid=1", UrlKind.ATTACHMENT, f"{K}:attachment:4-10-1"),
        ("/e/DownSys/GetDown/?classid=4&id=10&pathid=1", UrlKind.ATTACHMENT, f"{K}:attachment:4-10-1"),
        ("/e/DownSys/doaction.php?enews=DownSoft&classid=4&id=10&pathid=1", UrlKind.ATTACHMENT,
         f"{K}:attachment:4-10-1"),
        ("/e/public/DownFile/?id=8", UrlKind.ATTACHMENT, f"{K}:attachment:0-8-0"),
        ("/index.html", UrlKind.HOME, "url:docs.example/"),
        ("/zongjie/index.html", UrlKind.DOCUMENT, "url:docs.example/zongjie/"),
    ],
)  # fmt: skip
def test_feeds_files_and_indexes(path: str, kind: UrlKind, key: str) -> None:
    found = PLATFORM.address(H + path)
    assert found is not None
    assert (found.kind, found.key) == (kind, key)


@table(
    "url",
    [
        f"{H}/zongjie/2024-03-05/37.html", f"{H}/zongjie/2024-03-05/37_2.html", f"{H}/zongjie/", f"{H}/d/file/p/1.doc",
        f"{H}/e/party/2024.html", f"{H}/e/nosuch/x.php", f"{H}/a/b/c/d/e/f.html", "mailto:a@b.example",
        f"{H}/showinfo-4-10.html", "http://docs.example:99999/e/pl/", f"{H}/zongjie/index_2.html?x=1", "http://[/e/pl/",
    ],
)  # fmt: skip
def test_other_shapes_are_left_to_generic(url: str) -> None:
    assert PLATFORM.address(url) is None


@pytest.mark.parametrize(
    ("path", "is_proof"),
    [
        ("/e/action/ShowInfo.php?classid=4&id=10", True),
        ("/e/DoPrint/?classid=4&id=10", True),
        ("/e/public/ViewClick/?classid=4&id=10", True),
        ("/e/DownSys/DownSoft/?classid=4&id=10", True),
        ("/e/wap/show.php?classid=4&id=10", True),
        ("/e/DoInfo/", True),
        ("/e/DoPrint/", False),
        ("/e/search/?q=x", False),
        ("/e/member/login/", False),
        ("/showinfo-4-10-0.html", False),
        ("/zongjie/index_2.html", False),
    ],
)
def test_what_proves_the_software_on_unknown_hosts(path: str, is_proof: bool) -> None:
    assert PLATFORM.is_decisive(H + path) is is_proof
    if is_proof:
        assert address_of(H + path).key.startswith("empirecms:")


def test_nasty_addresses_take_no_time() -> None:
    def work() -> None:
        for url in (H + "/a" * 900 + "/e/x", H + "/e/" + "a/" * 900, H + "/tags-" + "-" * 1900, H + "/" + "i" * 1900):
            PLATFORM.address(url)

    assert_quick(work, seconds=0.05)
