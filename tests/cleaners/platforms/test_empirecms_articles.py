"""EmpireCMS articles by the shipped templates and by skins of other makers: text, facts, pages, and what is no text."""

from collections.abc import Callable

import pytest

from cleaners.join import join
from cleaners.platforms.empirecms import PLATFORM
from cleaners.platforms.empirecms.signs import own_number
from cleaners.reading import PageKind, View
from tests.cleaners.platforms import empirecms_pages as pages
from tests.cleaners.platforms import empirecms_skins as skins
from tests.cleaners.platforms.empirecms_pages import SHOWN, TITLE, URL, Article

KEY = "empirecms:docs.example:info:5-37"
HIDDEN = '<span style="display:none">aX3公文样本库</span>'


def squeezed(text: str) -> str:
    return "".join(text.split())


def url_of(page: int) -> str:
    return URL if page == 1 else URL.replace("37.html", f"37_{page}.html")


def test_an_article_by_the_shipped_template() -> None:
    found = pages.read(pages.default())
    facts = found.facts
    assert (found.platform.family, found.page_kind, found.document_key) == ("empirecms", PageKind.ARTICLE, KEY)
    assert (found.title, found.page, found.pages, found.view) == (TITLE, 1, None, View.MAIN)
    assert squeezed(found.entries[0].text) == squeezed(SHOWN)
    assert (facts.author, facts.source, facts.published_at) == ("周明", "县政府办", "2024-03-05T08:15:30+08:00")
    assert (facts.path, facts.category) == (("公文库", "工作总结"), "工作总结")
    assert (facts.keywords, facts.views, facts.site_name) == (("综合治理", "总结"), None, None)
    assert dict(facts.where)["author"] == "td.info_text: 作者"
    assert found.entries[0].node == "td#text"
    assert found.warnings == ()


def test_an_article_in_gbk() -> None:
    found = pages.read(pages.default(charset="gb2312"), codec="gb18030")
    assert squeezed(found.entries[0].text) == squeezed(SHOWN)
    assert (found.title, found.facts.author) == (TITLE, "周明")


@pytest.mark.parametrize(
    ("info", "wanted"),
    [
        ("时间：2024-03-05&nbsp;&nbsp;来源：&nbsp;&nbsp;作者：", (None, None, "2024-03-05", None)),
        ("作者：周明&nbsp;&nbsp;来源：<a href='http://gov.example/' target=_blank>县政府办</a>&nbsp;&nbsp;"
         "发布日期：2024年03月05日 08:15", ("周明", "县政府办", "2024-03-05T08:15+08:00", None)),
        ("2024-03-05 08:15:30 来源：写作网(测试) 点击：<script src=/e/public/ViewClick/?classid=5&id=37></script>",
         (None, "写作网(测试)", "2024-03-05T08:15:30+08:00", None)),
        ("时间：2024/3/5 8:15:30&nbsp;&nbsp;人气：1,204&nbsp;&nbsp;作者：周 明",
         ("周 明", None, "2024-03-05T08:15:30+08:00", 1204)),
    ],
)  # fmt: skip
def test_lines_of_labels_as_sites_print_them(info: str, wanted: tuple[object, ...]) -> None:
    facts = pages.read(pages.default(info=info)).facts
    assert (facts.author, facts.source, facts.published_at, facts.views) == wanted


def test_the_address_behind_the_source_is_a_fact() -> None:
    info = "来源：<a href='http://gov.example/news/' target=_blank>县政府办</a> 作者：<a href='mailto:x@y.example'>"
    info += "周明</a>"
    facts = pages.read(pages.default(info=info)).facts
    assert (facts.source, facts.source_url, facts.author) == ("县政府办", "http://gov.example/news/", "周明")
    assert pages.read(pages.default()).facts.source_url is None


def test_copy_protection_is_no_text() -> None:
    body = pages.BODY.replace("</p>", f"{HIDDEN}</p>")
    assert squeezed(pages.read(pages.default(Article(body=body))).entries[0].text) == squeezed(SHOWN)


def test_tools_in_the_cell_of_the_text_are_no_text() -> None:
    body = pages.BODY + "<form><input name=x>评分<input type=submit></form><script>document.write('x')</script>"
    assert squeezed(pages.read(pages.default(Article(body=body))).entries[0].text) == squeezed(SHOWN)


PARTS = {
    page: "".join(f"<p>{line}</p>" for line in pages.TEXT[start:stop])
    for page, start, stop in ((1, 0, 3), (2, 3, 5), (3, 5, 8))
}
Maker = Callable[[int], tuple[str, str]]


def file_page(page: int) -> tuple[str, str]:
    return pages.default(Article(body=PARTS[page], pager=pages.page_pager(page, 3))), url_of(page)


def script_page(page: int) -> tuple[str, str]:
    url = f"{pages.HOST}/e/action/ShowInfo.php?classid=5&id=37" + (f"&page={page - 1}" if page > 1 else "")
    return pages.default(Article(body=PARTS[page], pager=pages.script_pager(page, 3))), url


def rewritten_page(page: int) -> tuple[str, str]:
    pager = pages.script_pager(page, 3, name="/showinfo-5-37-")
    return pages.default(Article(body=PARTS[page], pager=pager)), f"{pages.HOST}/showinfo-5-37-{page - 1}.html"


def chosen_page(page: int) -> tuple[str, str]:
    return skins.chosen(PARTS[page], page=page), url_of(page)


def folder_page(page: int) -> tuple[str, str]:
    pager = pages.page_pager(page, 3, base="/zongjie/2024-03-05/37/index")
    name = "index.html" if page == 1 else f"index_{page}.html"
    return pages.default(Article(body=PARTS[page], pager=pager)), f"{pages.HOST}/zongjie/2024-03-05/37/{name}"


def nameless_page(page: int) -> tuple[str, str]:
    return skins.nameless(PARTS[page] * 2, pager=pages.page_pager(page, 3)), url_of(page)


@pytest.mark.parametrize("maker", [file_page, script_page, rewritten_page, chosen_page, folder_page, nameless_page])
def test_pages_of_an_article_are_numbered_and_joined(maker: Maker) -> None:
    read = [pages.read(*maker(page)) for page in (1, 2, 3)]
    assert [(one.page, one.pages, one.document_key, one.title) for one in read] == [
        (page, 3, KEY, TITLE) for page in (1, 2, 3)
    ]
    assert [sorted(link.page for link in one.links.pages) for one in read] == [[2, 3], [1, 3], [1, 2]]
    whole = join(read)
    times = 2 if maker is nameless_page else 1
    wanted = "".join(PARTS[page] * times for page in (1, 2, 3)).replace("<p>", "").replace("</p>", "")
    assert squeezed(whole.entries[0].text) == squeezed(wanted)
    assert whole.facts.author == "周明"


def test_pages_of_files_have_the_keys_that_lists_give_them() -> None:
    links = pages.read(*file_page(2)).links.pages
    assert [(link.key, link.page, link.url) for link in links] == [
        ("url:docs.example/zongjie/2024-03-05/37.html", 1, url_of(1)),
        ("url:docs.example/zongjie/2024-03-05/37.html", 3, url_of(3)),
    ]


def test_a_window_of_numbers_states_all_pages() -> None:
    text = pages.default(Article(pager=pages.page_pager(9, 30)))
    found = pages.read(text, url_of(9))
    assert (found.page, found.pages) == (9, 30)
    assert [link.page for link in found.links.pages] == [1, 7, 8, 10, 11, 12, 30]
    assert found.links.next == url_of(10)


@pytest.mark.parametrize("maker", [skins.portal, skins.blog, skins.inside, skins.nameless, skins.chosen])
def test_skins_of_other_makers(maker: Callable[[], str]) -> None:
    found = pages.read(maker())
    assert (found.title, found.document_key, found.page_kind) == (TITLE, KEY, PageKind.ARTICLE)
    assert squeezed(found.entries[0].text) == squeezed(SHOWN)
    assert (found.facts.published_at or "")[:10] == "2024-03-05"
    assert found.facts.site_name == "公文样本库"


@pytest.mark.parametrize(
    ("maker", "wanted"),
    [
        (skins.portal, ("周明", "县政府办", ("工作总结",), None, None)),
        (skins.blog, ("周明", None, (), None, None)),
        (skins.inside, (None, "县政府办", ("工作总结",), None, None)),
        (skins.nameless, ("周明", "县政府办", (), None, None)),
        (skins.chosen, ("周明", "县政府办", ("工作总结",), 12000, "王强")),
    ],
)
def test_facts_of_other_skins(maker: Callable[[], str], wanted: tuple[object, ...]) -> None:
    facts = pages.read(maker()).facts
    assert (facts.author, facts.source, facts.path, facts.views, facts.editor) == wanted


def test_a_skin_without_known_boxes_is_handed_over_and_says_so() -> None:
    found = pages.read(skins.nameless())
    assert found.warnings == ("empirecms found no body; read by generic",)
    assert pages.read(skins.blog()).warnings == ()


def test_boxes_of_one_name_side_by_side_are_rows_and_no_article() -> None:
    row = '<div class="news_con"><a href="/zongjie/{n}.html">某镇第{n}季度总结</a><p>摘要：各项工作有序推进。</p></div>'
    rows = "".join(row.replace("{n}", str(n)) for n in range(30, 42))
    found = pages.read(skins.framed(rows), f"{pages.HOST}/zongjie/")
    assert found.page_kind is PageKind.LIST


@pytest.mark.parametrize(
    ("url", "calls", "wanted"),
    [
        (URL, "/e/public/onclick/?enews=donews&classid=5&id=37", (5, 37)),
        (URL, "/e/public/ViewClick/?classid=5&id=37&addclick=1", (5, 37)),
        (URL, "/e/pl/?classid=5&amp;id=37", (5, 37)),
        (URL, "/e/DoPrint/?id=37&classid=5", (5, 37)),
        (URL, "/e/public/ViewClick/?classid=5&id=37", None),  # a row of a list may count so too
        (URL, "/e/public/digg/?classid=3&id=19 /e/pl/?classid=5&id=37", None),  # says two things
        (URL, "/e/public/digg/?classid=3&id=19 /e/pl/?classid=3&id=19", None),  # a template copied with its numbers
        (f"{pages.HOST}/news_37.html", "/e/pl/?classid=5&id=37", (5, 37)),
        (f"{pages.HOST}/a/37/index.html", "/e/pl/?classid=5&id=37", (5, 37)),
        (f"{pages.HOST}/a/37_2.html", "/e/pl/?classid=5&id=37", (5, 37)),
        (f"{pages.HOST}/a/1709597730.html", "/e/pl/?classid=5&id=37", None),  # an instant: one is not two
        (f"{pages.HOST}/a/1709597730.html", "/e/pl/?classid=5&id=37 /e/public/digg/?classid=5&id=37", (5, 37)),
        (f"{pages.HOST}/a/about.html", "/e/pl/?classid=5&id=37 /e/public/digg/?classid=5&id=37", (5, 37)),
        (None, "/e/pl/?classid=5&id=37 /e/DoPrint/?classid=5&id=37", (5, 37)),
        (URL, "没有任何脚本", None),
    ],
)
def test_which_article_a_page_is_of(url: str | None, calls: str, wanted: tuple[int, int] | None) -> None:
    assert own_number(pages.opened(f"<html><body><p>{calls}</p></body></html>", url)) == wanted


def test_the_comment_form_says_which_article() -> None:
    form = pages.comments(Article()).replace("/e/pl/?", "/x/?").replace("/e/public/", "/x/")
    assert own_number(pages.opened(f"<html><body>{form}</body></html>")) == (5, 37)


def test_links_to_other_views_of_the_article_are_not_followed() -> None:
    kept = pages.read(pages.default(Article(body=pages.BODY + '<a href="/e/DoPrint/?classid=5&id=37">打印</a>')))
    assert not any("DoPrint" in link.url for link in kept.links.documents)
    assert dict(kept.links.dropped)["twin"] == 1


@pytest.mark.parametrize(
    ("text", "sure", "why"),
    [
        (pages.default(), 0.95, "names itself"),
        ('<meta name="generator" content="EmpireCMS 7.5"><p>x</p>', 0.95, "names itself"),
        ("<p>Powered by <strong><a href='http://www.phome.net'>EmpireCMS</a></strong></p>", 0.95, "names itself"),
        (skins.blog(), 0.9, "script /e/public/ViewClick"),
        ("<p>x</p><script src='/d/js/acmsd/thea1.js'></script>", 0.9, "script /d/js/acmsd/"),
        ("<form action='/e/search/index.php'></form><img src='/d/file/a.jpg'>", 0.6, "paths /e/search/ and /d/file/"),
        ("<form action='/e/search/index.php'></form>", None, None),
        ("<p>帝国CMS与EmpireCMS的区别</p>", None, None),
        ("<p>正文</p>", None, None),
    ],
)
def test_how_sure_and_why(text: str, sure: float | None, why: str | None) -> None:
    guess = PLATFORM.detect(pages.opened(text))
    assert (guess and guess.sure, guess and guess.why) == (sure, why)


def test_the_version_is_read_from_the_foot() -> None:
    guess = PLATFORM.detect(pages.opened(pages.default()))
    assert guess is not None
    assert guess.version == "7.5"
