"""Pages of one article of DedeCMS, its twins, and the links that lead from a page."""

import pytest

from cleaners.join import join
from cleaners.page import Page
from cleaners.platforms.dedecms import PLATFORM
from cleaners.platforms.platform import Findings
from cleaners.read import read
from cleaners.reading import Links, View
from tests.cleaners.platforms import dedecms_pages as pages
from tests.cleaners.platforms.dedecms_pages import ARTICLE, TITLE, sheet

KEY = "dedecms:dede.test:article:37"
SECOND = "http://dede.test/a/zongjie/2021/1208/37_2.html"
FIFTH = "dedecms:dede.test:article:5"
OLD_PAGER = "共3页: <a href='37.html'>上一页</a> <a href='37.html'>[1]</a> 2 <a href='37_3.html'>[3]</a> 下一页"
DYNAMIC_PAGER = (
    "<li><a>共2页: </a></li><li><a href='#'>上一页</a></li><li class=\"thisclass\"><a>1</a></li>"
    "<li><a href='view.php?aid=37&pageno=2'>2</a></li><li><a href='view.php?aid=37&pageno=2'>下一页</a></li>"
)


def found_on(html: str, url: str | None) -> Findings:
    page = sheet(html, url)
    guess = PLATFORM.detect(page)
    assert guess is not None
    return PLATFORM.read(page, guess)


@pytest.mark.parametrize(
    ("html", "page", "others"),
    [
        (pages.article(pager=pages.PAGER, title=f"{TITLE}(2)"), 2, [(1, ARTICLE), (3, ARTICLE[:-5] + "_3.html")]),
        (pages.article(pager=pages.LAST_PAGER, title=f"{TITLE}(3)"), 3, [(1, ARTICLE), (2, SECOND)]),
        (pages.old_article(pager=OLD_PAGER), 2, [(1, ARTICLE), (3, ARTICLE[:-5] + "_3.html")]),
        (pages.skin_of_cells(pager=OLD_PAGER), 2, [(1, ARTICLE), (3, ARTICLE[:-5] + "_3.html")]),
    ],
)
def test_page_n_of_n(html: str, page: int, others: list[tuple[int, str]]) -> None:
    found = found_on(html, ARTICLE[:-5] + f"_{page}.html")
    assert (found.page, found.pages, found.document_key) == (page, 3, KEY)
    assert [(link.page, link.url, link.key) for link in found.links.pages] == [(*other, KEY) for other in others]
    assert found.drafts[0].title == TITLE
    assert "共3页" not in found.drafts[0].shown
    assert "下一页" not in found.drafts[0].shown


def test_the_next_page() -> None:
    assert found_on(pages.article(pager=pages.PAGER), SECOND).links.next == ARTICLE[:-5] + "_3.html"
    assert found_on(pages.article(pager=pages.LAST_PAGER), SECOND).links.next is None


def test_a_title_that_ends_in_a_number_keeps_it_on_page_1() -> None:
    assert found_on(pages.article(title=f"{TITLE}(2)"), ARTICLE).drafts[0].title == f"{TITLE}(2)"


def test_pages_of_an_article_whose_address_says_nothing() -> None:
    pager = pages.PAGER.replace("37", "fangxun")
    found = found_on(pages.article(pager=pager), "http://dede.test/zongjie/fangxun_2.html")
    assert (found.document_key, found.page) == (KEY, 2)
    first, third = found.links.pages
    assert (first.page, first.url, first.key) == (1, "http://dede.test/zongjie/fangxun.html", None)
    assert (third.page, third.key) == (3, KEY)


def test_without_number_and_telling_address_page_1_gives_the_key() -> None:
    pager = pages.PAGER.replace("37", "fangxun")
    html = pages.old_article(pager=pager).replace("/plus/stow.php?arcID=37", "/plus/list.php?tid=4")
    found = found_on(html, "http://dede.test/zongjie/fangxun_2.html")
    assert found.document_key == "url:dede.test/zongjie/fangxun.html"


def test_without_number_the_default_name_gives_it() -> None:
    html = pages.old_article().replace("/plus/stow.php?arcID=37", "/plus/list.php?tid=4")
    assert found_on(html, ARTICLE).document_key == KEY


def test_the_number_on_the_page_beats_the_name_of_the_file() -> None:
    assert found_on(pages.article(), "http://dede.test/a/2021/1208/99.html").document_key == KEY


def test_the_number_asked_for_beats_what_the_page_names() -> None:
    found = found_on(pages.article(), "http://dede.test/plus/view.php?aid=38")
    assert found.document_key == "dedecms:dede.test:article:38"


@pytest.mark.parametrize(
    ("marks", "key"),
    [
        ("<a href='/plus/stow.php?aid=5'>收藏</a>", FIFTH),
        ("<input name=\"arcID\" value=\"5\">", FIFTH),
        ("<script>getDigg(5);</script>", FIFTH),
        ('<meta http-equiv="mobile-agent" content="format=xhtml;url=/m/view.php?aid=5">', FIFTH),
        ('<script src="/plus/count.php?view=yes&aid=5&mid=1"></script>', FIFTH),
        ('<script src="/plus/count.php?aid=5"></script><script src="/plus/count.php?aid=6"></script>', None),
        ('<a href="/plus/feedback.php?aid=5">评论</a>', FIFTH),
        ('<a href="/plus/feedback.php?aid=5">评论</a><a href="/plus/feedback.php?aid=6">评论</a>', None),
        ("<a href='/plus/list.php?tid=5'>更多</a>", None),
    ],
)
def test_where_a_page_tells_its_number(marks: str, key: str | None) -> None:
    text = f"<div class='newsview'><div class='content'>{pages.BODY}</div></div>"
    html = f"<!-- dedeajax2.js --><title>{TITLE}</title>{marks}{text}"
    assert found_on(html, "http://dede.test/zongjie/fangxun.html").document_key == key


def test_what_lists_print_too_is_no_number_without_a_text() -> None:
    html = '<h1>最新</h1><script src="/plus/count.php?view=yes&aid=5&mid=1"></script>'
    assert found_on(html, "http://dede.test/zongjie/").document_key is None


def test_a_page_for_generic_keeps_its_place() -> None:
    pager = pages.PAGER.replace("37", "fangxun")
    html = pages.page(f"<p>{pages.PLACE}</p><h2>目录</h2><div>{pages.BODY}</div><ul>{pager}</ul>")
    found = found_on(html, "http://dede.test/zongjie/fangxun_2.html")
    assert (found.page, found.pages, found.drafts) == (2, 3, ())
    assert (found.facts.category, found.facts.path) == ("工作总结", ("公文", "工作总结"))
    assert dict(found.facts.where) == {"path": "p", "category": "p"}


def test_twins_fall_to_one_document() -> None:
    static = found_on(pages.article(), ARTICLE)
    dynamic = found_on(pages.article(pager=DYNAMIC_PAGER), "http://dede.test/plus/view.php?aid=37")
    mobile = found_on(pages.mobile(), "http://dede.test/m/view.php?aid=37")
    assert {one.document_key for one in (static, dynamic, mobile)} == {KEY}
    assert [one.view for one in (static, dynamic, mobile)] == [View.MAIN, View.MAIN, View.MOBILE]
    assert [(link.page, link.key) for link in dynamic.links.pages] == [(2, KEY)]


def test_pages_are_joined_to_one_text() -> None:
    parts = [("第一部分已完成。", 1), ("第二部分正在推进。", 2)]
    two = "<li><a>共2页: </a></li><li class='thisclass'>%s</li>%s"
    pagers = [two % ("1", "<a href='37_2.html'>2</a>"), two % ("2", "<a href='37.html'>1</a>")]
    readings = []
    for (words, page), pager in zip(parts, pagers, strict=True):
        title = TITLE if page == 1 else f"{TITLE}({page})"
        html = pages.article(body=f"<p>{words}</p>", pager=pager, title=title)
        readings.append(read(Page(body=html.encode(), url=ARTICLE if page == 1 else SECOND)))
    whole = join(readings)
    assert whole.entries[0].text.split() == ["第一部分已完成。", "第二部分正在推进。"]
    assert (whole.title, whole.pages) == (TITLE, 2)


def links_on(extra: str, url: str = ARTICLE) -> Links:
    return found_on(pages.article(body=pages.BODY + extra), url).links


def test_links_by_role() -> None:
    links = links_on("<a href='http://else.test/'>外</a><a href='/uploads/soft/1.doc'>附</a><a href='/m/'>手机版</a>")
    assert "http://dede.test/a/zongjie/2021/1207/36.html" in [link.url for link in links.documents]
    assert [link.url for link in links.attachments] == ["http://dede.test/uploads/soft/1.doc"]
    dropped = dict(links.dropped)
    assert dropped["other-host"] == 2
    assert dropped["mobile-twin"] == 1
    assert dropped["favourite"] == 1


@pytest.mark.parametrize(
    "href", ["37.html", "./37.html#top", ARTICLE, "/a/zongjie/2021/1208/37.html", "#", "javascript:;", "mailto:a@b.c"]
)
def test_no_link_leads_to_the_page_itself(href: str) -> None:
    assert len(links_on(f"<a href='{href}'>x</a>").documents) == len(links_on("").documents)


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("36.html", "http://dede.test/a/zongjie/2021/1208/36.html"),
        ("../1207/35.html", "http://dede.test/a/zongjie/2021/1207/35.html"),
        ("//www.dede.test/a/2021/1208/34.html", "http://www.dede.test/a/2021/1208/34.html"),
        ("/plus/list.php?tid=4", "http://dede.test/plus/list.php?tid=4"),
    ],
)
def test_targets_are_resolved(href: str, url: str) -> None:
    links = links_on(f"<a href='{href}'>x</a>")
    assert url in [link.url for link in (*links.documents, *links.lists)]


@pytest.mark.parametrize("href", ["javascript:void(0)", "mailto:a@b.c", "tel:110", "data:text/plain,x", "about:blank"])
def test_dead_targets_are_no_bad_ones(href: str) -> None:
    assert "bad-url" not in dict(links_on(f"<a href='{href}'>x</a>").dropped)


def test_a_bad_target_is_counted() -> None:
    assert dict(links_on("<a href='http://[bad'>x</a>").dropped)["bad-url"] == 1


def test_the_words_of_a_link_that_stands_twice() -> None:
    links = links_on("<a href='/a/2021/1208/33.html'><img></a><a href='/a/2021/1208/33.html'>沙枣村</a>")
    assert [link.title for link in links.documents if link.url.endswith("33.html")] == ["沙枣村"]


def test_mobile_pages_lead_to_mobile_pages() -> None:
    links = found_on(pages.mobile(), "http://dede.test/m/view.php?aid=37").links
    assert "http://dede.test/m/view.php?aid=8" in [link.url for link in links.documents]
