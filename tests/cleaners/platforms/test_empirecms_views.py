"""Views and kinds of EmpireCMS pages: print, WAP, other terminals; lists; downloads, pictures and 分类信息."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from cleaners.outcome import State
from cleaners.platforms.generic.addresses import address as generic_address
from cleaners.reading import PageKind, Reading, View
from tests.archive.desk import Desk, open_desk
from tests.cleaners.platforms import empirecms_pages as pages
from tests.cleaners.platforms.empirecms_pages import BODY, HOST, SHOWN, TEXT, TITLE, URL, Article

SITE = "empirecms:docs.example"
KEY = f"{SITE}:info:5-37"
PRINT_URL = f"{HOST}/e/DoPrint/?classid=5&id=37"
WAP_URL = f"{HOST}/e/wap/show.php?classid=5&id=37&style=0"
MOBILE_URL = "http://m.docs.example/zongjie/2024-03-05/37.html"
HALVES = {1: "".join(f"<p>{line}</p>" for line in TEXT[:4]), 2: "".join(f"<p>{line}</p>" for line in TEXT[4:])}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("article", "author", "source"),
    [
        (Article(), "周明", "县政府办"),
        (Article(author=""), None, "县政府办"),
        (Article(source=""), "周明", None),
        (Article(author="", source=""), None, None),
        (Article(author="本站 编辑部", source="学习 时报"), "本站 编辑部", "学习 时报"),
    ],
)
def test_the_print_page(article: Article, author: str | None, source: str | None) -> None:
    found = pages.read(pages.printed(article), PRINT_URL)
    assert (found.document_key, found.view, found.page, found.pages) == (KEY, View.PRINTABLE, 1, None)
    assert (found.title, squeezed(found.entries[0].text)) == (TITLE, squeezed(SHOWN))
    facts = found.facts
    assert (facts.author, facts.source, facts.published_at) == (author, source, "2024-03-05T08:15:30+08:00")
    assert (facts.category, facts.keywords, found.links.documents) == ("工作总结", (), ())


def test_the_title_of_a_print_page_without_its_class_or_with_a_dull_one() -> None:
    assert pages.read(pages.printed().replace('class="f24"', ""), PRINT_URL).title == TITLE
    assert pages.read(pages.printed().replace(f"<title>{TITLE} ", "<title>"), PRINT_URL).title == TITLE


def test_the_wap_page() -> None:
    found = pages.read(pages.wap(), WAP_URL)
    assert found.warnings == ()
    assert (found.document_key, found.view, found.title) == (KEY, View.MOBILE, TITLE)
    assert squeezed(found.entries[0].text) == squeezed(SHOWN)
    assert (found.facts.author, found.facts.published_at) == ("周明", "2024-03-05T08:15:30+08:00")


def test_a_page_of_another_terminal_is_the_same_article() -> None:
    found = pages.read(pages.default(), MOBILE_URL)
    assert (found.document_key, found.view) == (KEY, View.MOBILE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def _half(page: int) -> Reading:
    url = URL if page == 1 else URL.replace("37.html", "37_2.html")
    return pages.read(pages.default(Article(body=HALVES[page], pager=pages.page_pager(page, 2))), url)


def _script_half(page: int) -> Reading:
    url = f"{HOST}/e/action/ShowInfo.php?classid=5&id=37&page={page - 1}"
    return pages.read(pages.default(Article(body=HALVES[page], pager=pages.script_pager(page, 2))), url)


VIEWS = {
    "first": lambda: _half(1), "second": lambda: _half(2), "print": lambda: pages.read(pages.printed(), PRINT_URL),
    "wap": lambda: pages.read(pages.wap(), WAP_URL),
}  # fmt: skip


def _file(desk: Desk, reading: Reading) -> None:
    found = generic_address(reading.url or "")
    assert found is not None
    desk.file(reading, key=found.key)


@pytest.mark.parametrize("order", list(permutations(VIEWS)))
def test_views_and_pages_in_any_order_are_one_document_and_one_copy(desk: Desk, order: tuple[str, ...]) -> None:
    for name in order:
        _file(desk, VIEWS[name]())
    assert desk.rows("SELECT key, view, title, is_complete FROM documents") == [(KEY, "main", TITLE, 1)]
    copies = desk.rows("SELECT position, text FROM copies JOIN texts ON texts.id = text_id WHERE is_current")
    assert [(position, squeezed(text)) for position, text in copies] == [(1, squeezed(SHOWN))]
    assert desk.one("SELECT count(*) FROM reports") == 1


def test_files_and_scripts_of_one_article_are_one_document(desk: Desk) -> None:
    for reading in (_half(1), _script_half(1), _half(2), _script_half(2)):
        _file(desk, reading)
    assert desk.rows("SELECT key, pages_have, is_complete FROM documents") == [(KEY, 2, 1)]
    assert desk.one("SELECT count(*) FROM copies") == 1


ROWS = "".join(
    f'<li><a href="/zongjie/2024-03-0{n}/{n}.html" title="第{n}号总结">第{n}号总结</a> <span>2024-03-0{n}</span></li>'
    for n in range(1, 7)
)
MORE = """<a title="Total record">&nbsp;<b>26</b> </a>&nbsp;&nbsp;&nbsp;<b>1</b>&nbsp;
<a href="/zongjie/index_2.html">2</a>&nbsp;<a href="/zongjie/index_2.html">下一页</a>&nbsp;
<a href="/zongjie/index_2.html">尾页</a>"""
CHOICE = """页次：1/2 每页 20 总数 26 首页 上一页 <a href='/zongjie/index_2.html'>下一页</a>
<a href='/zongjie/index_2.html'>尾页</a> 转到:<select name=select onchange="self.location.href=this.options[0].value">
<option value='/zongjie/index.html'>第 1 页</option><option value='/zongjie/index_2.html'>第 2 页</option></select>"""
SCRIPT = """<a title="总数">&nbsp;<b>26</b> </a>&nbsp;&nbsp;&nbsp;<b>1</b>&nbsp;
<a href="/e/action/ListInfo/index.php?page=1&amp;classid=5">2</a>&nbsp;
<a href="/e/action/ListInfo/index.php?page=1&amp;classid=5">下一页</a>"""


@pytest.mark.parametrize(
    ("text", "url", "further"),
    [
        (pages.listed(ROWS, MORE), f"{HOST}/zongjie/", "url:docs.example/zongjie/"),
        (pages.listed(ROWS, MORE, kind="x"), f"{HOST}/zongjie/", "url:docs.example/zongjie/"),
        (pages.listed(ROWS, CHOICE, kind="x"), f"{HOST}/zongjie/", "url:docs.example/zongjie/"),
        (pages.listed(ROWS, SCRIPT, kind="x"), f"{HOST}/e/action/ListInfo/?classid=5", "empirecms:docs.example:list:5"),
    ],
)
def test_lists_lead_to_articles_and_to_their_own_pages(text: str, url: str, further: str) -> None:
    found = pages.read(text, url)
    assert (found.page_kind, found.outcome.state, found.warnings) == (PageKind.LIST, State.LISTED, ())
    assert sum("/zongjie/2024-03-0" in link.url for link in found.links.documents) == 7
    assert {(link.key, link.page) for link in found.links.lists} == {(further, 2)}
    assert found.links.pages == ()


def test_a_list_without_a_pager_is_told_by_its_body_or_its_script() -> None:
    found = pages.read(pages.listed(ROWS, ""), f"{HOST}/zongjie/")
    assert (found.page_kind, found.warnings) == (PageKind.LIST, ())
    found = pages.read(pages.listed(ROWS, "", kind="x"), f"{HOST}/e/action/ListInfo/?classid=5")
    assert (found.page_kind, found.document_key) == (PageKind.LIST, "empirecms:docs.example:list:5")


def test_what_is_not_followed_is_counted_by_rule() -> None:
    dropped = dict(pages.read(pages.listed(ROWS, MORE), f"{HOST}/zongjie/").links.dropped)
    assert (dropped["member"], dropped["form"], dropped["mobile-twin"]) == (1, 1, 1)


DOWNLOAD = """<td class="main"><table class="position"><tr><td>您当前的位置：<a href="/">首页</a>&nbsp;>&nbsp;
<a href="/ziliao/">资料下载</a></td></tr></table><table class="box"><tr><td><table><tbody>
<tr><td><b>软件名称：</b></td><td colspan="2"><b>{title}</b></td></tr>
<tr><td><strong>文件类型：</strong></td><td>.doc</td></tr><tr><td><strong>界面语言：</strong></td><td>简体中文</td>
</tr>
<tr><td><strong>软件大小：</strong></td><td>46 KB</td></tr><tr><td><strong>作 者 ：</strong></td><td>周明</td></tr>
<tr><td><strong>整理时间：</strong></td><td colspan="2">2024-03-05</td></tr>
<tr><td><strong>软件简介：</strong></td><td colspan="2"> {body}</td></tr>
<tr><td><b>下载地址：</b></td><td colspan="2"><a href="/e/DownSys/DownSoft/?classid=5&id=37&pathid=0">下载地址1</a>
</td></tr>
<tr><td><strong>下载帮助：</strong></td><td><a href="/e/pl/?classid=5&amp;id=37">发表评论</a></td></tr>
<tr><td><strong>下载说明：</strong></td><td colspan="2">⊙推荐使用网际快车下载本站软件。</td></tr></tbody></table></td>
</tr>
</table></td>""".replace("{title}", TITLE).replace("{body}", BODY)
PICTURE = """<td class="main"><table class="position"><tr><td>您当前的位置：<a href="/">首页</a>&nbsp;>&nbsp;
<a href="/tu/">图片库</a></td></tr></table>
<table class="box"><tr><td><table><tr><td>&nbsp;&nbsp;<strong>{title}</strong></td></tr>
<tr><td>
<a href="/e/ViewImg/index.html?url=/d/file/1.jpg"><img src="/d/file/1.jpg"></a></td></tr><tr><td><table>
<tr><td colspan="2">&nbsp;&nbsp;<strong>图片资料</strong></td></tr><tr><td>图片名称：</td><td> {title}</td></tr>
<tr><td>人气：</td><td> 318</td></tr><tr><td>图片大小：</td><td> 120 KB</td></tr><tr><td>编辑：</td><td> 王强</td>
</tr>
<tr><td>创建日期：</td><td> 2024-03-05 08:15:30</td></tr><tr><td>简介：</td><td>{body}</td></tr></table></td></tr>
</table>
</td></tr></table></td>""".replace("{title}", TITLE).replace("{body}", BODY)


def test_a_download_page() -> None:
    found = pages.read(pages.whole(DOWNLOAD, title="资料下载频道"))
    assert found.warnings == ()
    assert (found.title, squeezed(found.entries[0].text), found.document_key) == (TITLE, squeezed(SHOWN), KEY)
    facts = found.facts
    assert (facts.author, facts.file_format, facts.file_size) == ("周明", ".doc", "46 KB")
    assert (facts.published_at, facts.category) == ("2024-03-05", "资料下载")
    assert [(file.name, file.url, file.key) for file in facts.attachments] == [
        ("下载地址1", f"{HOST}/e/DownSys/DownSoft/?classid=5&id=37&pathid=0", f"{SITE}:attachment:5-37-0")
    ]


def test_a_picture_page() -> None:
    found = pages.read(pages.whole(PICTURE, title="图片频道"), URL)
    assert (found.warnings, found.facts.category) == ((), "图片库")
    assert (found.title, squeezed(found.entries[0].text)) == (TITLE, squeezed(SHOWN))
    facts = found.facts
    assert (facts.views, facts.editor, facts.published_at) == (318, "王强", "2024-03-05T08:15:30+08:00")


CONTACT = """<table><tr><td>&nbsp;&nbsp;<strong>联系方式</strong></td></tr></table><table><tr><td>发 布 者：</td>
<td>周明 (<a href='/e/member/msg/AddMsg/'>发送站内信息</a>)</td></tr><tr><td>联系方式：</td><td>办公室</td></tr>
</table>"""
AREA = """所在地区：<a href='/e/action/ListInfo.php?classid=5&amp;ph=1&amp;myarea=x'>清河</a></td>
<td class='info_text'>
时间：2024年03月05日 08:15:30 【<a href='/e/public/report/?classid=5&id=37'>举报</a>】"""


def test_a_page_of_classified_information() -> None:
    digg = '<table border="0" align="center"><tr><td><table class="digg">'
    facts = pages.read(pages.default(info=AREA).replace(digg, CONTACT + digg)).facts
    assert (facts.published_at, facts.contact) == ("2024-03-05T08:15:30+08:00", "办公室")
