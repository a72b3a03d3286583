"""EmpireCMS pages in skins of other makers: boxes by their names, breadcrumbs, and the chrome that stands in them."""

from collections.abc import Callable

import pytest

from cleaners.reading import PageKind
from tests.cleaners.platforms import empirecms_pages as pages
from tests.cleaners.platforms import empirecms_skins as skins
from tests.cleaners.platforms.empirecms_pages import SHOWN, TITLE
from tests.tables import table

KEY = "empirecms:docs.example:info:5-37"


def squeezed(text: str) -> str:
    return "".join(text.split())


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


BOX = """<div class="{path}">当前位置：<a href="/">首页</a> > <a href="/zongjie/">工作总结</a></div><h1>{title}</h1>
<p>作者：周明 时间：2024-03-05</p><{tag} {name}>{body}</{tag}>"""


def boxed(name: str, *, tag: str = "div", path: str = "weizhi") -> str:
    box = BOX.replace("{tag}", tag).replace("{path}", path).replace("{title}", TITLE).replace("{body}", pages.BODY)
    return skins.framed(box.replace("{name}", name))


@table(
    "name",
    [
        "zoomtext", "zoom", "newstext", "news_con", "news-con", "news_infos", "newsinfo", "newscontent",
        "news_content", "news-content", "news_text", "article_content", "article-content", "article-body",
        "article_body", "articlecontent", "article_txt", "article-text", "articletext", "article_text", "arc_main",
        "arctext", "arc_body", "con_text", "content_text", "content_txt", "contenttxt", "contentText", "content-text",
        "show_text", "showtext", "news-detailed", "detail-content", "detail_content", "newsContent", "contentMain",
        "entry-content", "post-content", "text_content", "textcontent", "con_txt", "mainContent", "show_content",
        "show-content", "newsdetail", "htmltext", "single-content", "contson", "art_content", "art-content", "wznr",
        "nr_text", "artcontent", "endtext", "endText",
    ],
)  # fmt: skip
def test_boxes_that_other_makers_give_the_text(name: str) -> None:
    for attribute in (f'id="{name}"', f'class="box {name}"'):
        found = pages.read(boxed(attribute))
        assert (found.warnings, squeezed(found.entries[0].text)) == ((), squeezed(SHOWN))


@pytest.mark.parametrize("tag", ["div", "td", "article", "section"])
def test_elements_that_such_a_box_may_be(tag: str) -> None:
    text = boxed('class="news_con"', tag=tag)
    text = text.replace("<td", "<table><tr><td").replace("</td>", "</td></tr></table>") if tag == "td" else text
    assert pages.read(text).warnings == ()


@pytest.mark.parametrize("path", ["position", "weizhi", "crumb", "map", "breadcrumbs", "place", "location-bar"])
def test_breadcrumbs_by_their_names(path: str) -> None:
    assert pages.read(boxed('class="news_con"', path=path)).facts.path == ("工作总结",)


@table(
    "chrome",
    [
        "<form>评分<input type=submit value=提交></form>", '<div class="diggbox">顶 12 踩 3</div>',
        '<a href="/e/public/report/?x">报错</a>', '<a href="/e/pl/?x">发表评论</a>',
        '<a href="/e/member/fava/">收藏</a>',
        '<a href="/e/DoPrint/?x">打印</a>', '<div class="bdsharebuttonbox">分享到</div>',
        '<p class="jiathis">分享到</p>',
        f"<p>{skins.NEXT}</p>", f"<li>{skins.PREVIOUS}</li>", f"<div>相关文章<ul>{skins.ROWS}</ul></div>",
        f"<h3>猜你喜欢</h3><ul>{skins.ROWS}</ul>", f"<h2>热门文章</h2><ul>{skins.ROWS}</ul>",
        '<div class="arctags">标签：<a href="/t">总结</a></div>', '<p class="taglist">标签：总结</p>',
        '<div class="tags">标签：<a href="/t">总结</a></div>',
    ],
)  # fmt: skip
def test_chrome_in_such_a_box_is_no_text(chrome: str) -> None:
    found = pages.read(boxed('class="news_con"').replace(pages.BODY, pages.BODY + chrome))
    assert squeezed(found.entries[0].text).removesuffix("猜你喜欢").removesuffix("热门文章") == squeezed(SHOWN)


@pytest.mark.parametrize("line", ["上一篇文章谈到的问题已整改。" * 30, "相关部门要密切配合，形成合力。"])
def test_sentences_that_begin_as_chrome_does_are_text(line: str) -> None:
    found = pages.read(boxed('class="news_con"').replace(pages.BODY, pages.BODY + f"<p>{line}</p>"))
    assert squeezed(line) in squeezed(found.entries[0].text)
