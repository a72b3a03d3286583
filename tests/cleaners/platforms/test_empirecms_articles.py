"""EmpireCMS articles by the shipped templates: text, facts, pages, and what is no text."""

from collections.abc import Callable

import pytest

from cleaners.join import join
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


def test_a_sellers_wall_in_the_cell_is_a_fact_and_no_text() -> None:
    gap = pages.BODY.replace("印发方案3份", "印发方案3份……(a.example省略96字，正式会员可完整阅读)……")
    found = pages.read(pages.default(Article(body=gap + "<p>(未完，全文共3000字，当前显示200字)</p>")))
    assert "未完" not in found.entries[0].text
    assert "印发方案3份……(省略96字)……" in found.entries[0].text
    assert (found.facts.truncated, found.facts.claimed_chars) == (True, (3000, 200))
    assert (found.entries[0].facts.truncated, found.entries[0].facts.hidden_parts) == (True, 1)


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


def test_a_title_of_its_own_stands_before_the_one_for_search_engines() -> None:
    text = pages.default().replace(f"<title>{TITLE}", "<title>范文下载").replace("<body", "<h1>公文样本库</h1><body")
    assert pages.read(text).title == TITLE


PAGE_PAGERS = {
    "own function": '<p class="pageLink">共3页: <a href="37.html">1</a> 2 <a href="37_3.html">3</a>'
    ' <a href="37_3.html">下一页</a></p>',
    "own class": f'<div class="fenye">{pages.page_pager(2, 3)}</div>',
    "choice": f"<div>{pages.choice(3, 2)}</div>",
    "no links": '<p class="fenye"><a title="Page">&nbsp;<b>2</b>/<b>3</b> </a></p>',
}


@pytest.mark.parametrize("name", PAGE_PAGERS)
def test_pagers_in_the_cell_of_the_text_are_read_and_no_text(name: str) -> None:
    found = pages.read(pages.default(Article(body=pages.BODY + PAGE_PAGERS[name])), url_of(2))
    assert (found.page, found.pages, found.document_key) == (2, 3, KEY)
    assert squeezed(found.entries[0].text) == squeezed(SHOWN)


def test_an_article_with_the_pager_of_scripts_at_a_files_address_is_no_list() -> None:
    found = pages.read(pages.default(Article(pager=pages.script_pager(1, 3))), URL)
    assert found.page_kind is PageKind.ARTICLE


def test_links_to_other_views_of_the_article_are_not_followed() -> None:
    kept = pages.read(pages.default(Article(body=pages.BODY + '<a href="/e/DoPrint/?classid=5&id=37">打印</a>')))
    assert not any("DoPrint" in link.url for link in kept.links.documents)
    assert dict(kept.links.dropped)["twin"] == 1
