"""Telling portals: what is one and what is none, addresses of documents, and what detection costs."""


import pytest

from cleaners.page import Media, Page
from cleaners.platforms import address_of, platforms
from cleaners.platforms.dump.portal import FAMILIES
from cleaners.platforms.portal.family import PortalFamily
from cleaners.read import read
from cleaners.reading import UrlKind, View
from tests.cleaners.platforms.portal_pages import TEXT, TITLE, Fields, Line, Others, Text, dump, page
from tests.timing import assert_quick

NAMES = sorted(family.family for family in FAMILIES)
ABOUT_PORTALS = (
    "网上文库怎样牟利，记者作了调查。打开一个网页，只见“版权说明：本文档由用户提供并上传，收益归属内容提供方”一行小字。",
    "记者看到，页面上写着“《某合同》由会员分享，可在线阅读”，文档编号、上传时间、大小、页数一应俱全，下载积分为5元。",
    "“已阅读5页，还剩27页未读”，想看全文就要付费。此文档下载收益归作者所有，平台只收取服务费。",
    "专家认为，文库网站负责整理代发布的说法不能免除责任，上传人应当对版权负责。",
)
SAFETY = (
    "为做好汛期安全工作，现提示如下，请各村（社区）抓好落实。",
    "温馨提示：",
    "1. 遇到险情请及时拨打电话，撤离到安全地点。",
    "2. 请不要在河道内停留，用户应当关好门窗。",
    "各村要把提示送到每家每户，并做好登记。",
)
SCHOOL = (
    "各位同学：现将奖学金申请的有关事项通知如下，请按时提交。",
    "一、申请条件。成绩优良，遵守校规，按时完成各项任务。",
    "二、申请材料。填写申请表，加盖学院公章，于本月底前交到办公室。",
    "附件：申请表.docx（大小：20KB）",
)
MINUTES = (
    "时间：2022年3月5日",
    "编号：2022-03",
    "来源：办公室",
    "会议听取了上半年工作情况汇报，研究了下一步工作，要求各科室对照要点抓好落实，按时报送情况。",
)


def reading(lines: tuple[str, ...], title: str = "关于有关事项的通知") -> str:
    blocks = (Line(title, "h1"), Text(lines=lines), Line("下载文档", "a"))
    result = read(Page(body=page(blocks, "ul", title=title).encode(), url="https://www.news.example/a/1.html"))
    return result.platform.family


@pytest.mark.parametrize("lines", [ABOUT_PORTALS, SAFETY, SCHOOL, MINUTES])
def test_a_page_that_only_speaks_of_such_things_is_no_portal(lines: tuple[str, ...]) -> None:
    assert reading(lines) not in NAMES
    result = read(Page(body="\n".join(("关于有关事项的通知", *lines)).encode(), media=Media.TEXT))
    assert result.platform.family == "dump"


@pytest.mark.parametrize("lines", [ABOUT_PORTALS, SAFETY[2:], SCHOOL])
def test_such_words_stay_in_a_portals_text(lines: tuple[str, ...]) -> None:
    blocks = (
        Line(f"{TITLE}.doc", "h1"), Fields((("文档编号", "12345"), ("上传人", "x**"), ("大小", "20KB"))),
        Line("资源描述"),
        Text(lines=(TEXT[0], *lines, TEXT[-1])),
        Line("相关文档"), Others(),
    )  # fmt: skip
    for body, media in ((page(blocks, "ul"), Media.HTML), (dump(blocks), Media.TEXT)):
        result = read(Page(body=body.encode(), media=media, url="https://www.docs.example/p-12345.html"))
        assert result.platform.family == "jinyuan"
        assert result.entries[0].text.splitlines() == [TEXT[0], *lines, TEXT[-1]]


def test_one_sign_alone_is_no_portal() -> None:
    jinyuan = platforms()["jinyuan"]
    assert isinstance(jinyuan, PortalFamily)
    assert jinyuan.guess(["资源描述", *TEXT][::-1]) is None
    assert jinyuan.guess(["资源描述", "上传人：x**"][::-1]) is None
    assert jinyuan.guess(["资源描述", "上传人：x**", "文档编号：12345"]) is not None


@pytest.mark.parametrize(
    ("lines", "family"),
    [
        ((TITLE, "合集下载", TITLE, TITLE, *TEXT), "doczj"),
        (("合集下载", TITLE, *TEXT), "doczj"),  # its path was cut off
        ((*(f"{number}、{TEXT[0]}" for number in range(1, 13)), "合集下载", TITLE), "dump"),
        (("资源描述", TITLE, *TEXT), "jinyuan"),
        ((*TEXT, "资源描述", TITLE), "dump"),
        ((TITLE, "大小：20KB", "页数：8页", "格式：DOC", *TEXT), "wenku"),
        ((TITLE, "大小：20KB", *TEXT), "dump"),
        (("VIP免费", "24.18KB", "4 页", *TEXT), "wenku"),
        ((TITLE, "腾讯文库", *TEXT), "dump"),
        ((TITLE, f"精选优质文档-----倾情为你奉上{TEXT[0]}", *TEXT[1:]), "plainwenku"),
    ],
)
def test_a_dump_is_told_by_its_lines(lines: tuple[str, ...], family: str) -> None:
    result = read(Page(body="\n".join(lines).encode(), media=Media.TEXT))
    assert result.platform.family == family


def test_repeated_titles_go_with_the_head() -> None:
    result = read(Page(body="\n".join((TITLE, "合集下载", TITLE, TITLE, *TEXT)).encode(), media=Media.TEXT))
    assert result.entries[0].text.splitlines() == list(TEXT)


ADDRESSES = (
    ("jinyuan", "https://www.31ppt.com/d-3992402.html", "jinyuan:31ppt.com:document:3992402", 1, View.MAIN),
    ("jinyuan", "https://m.taowenge.com/p-68492119.html", "jinyuan:taowenge.com:document:68492119", 1, View.MOBILE),
    ("jinyuan", "https://www.zixin.com.cn/doc/884369.html", "jinyuan:zixin.com.cn:document:884369", 1, View.MAIN),
    ("renrendoc", "https://www.renrendoc.com/paper/203766892.html", "renrendoc:renrendoc.com:document:203766892", 1,
     View.MAIN),
    ("renrendoc", "https://m.renrendoc.com/p-19446075.html", "renrendoc:renrendoc.com:document:19446075", 1,
     View.MOBILE),
    ("book118", "https://max.book118.com/html/2017/0122/86192397.shtm",
     "book118:max.book118.com:document:86192397", 1, View.MAIN),
    ("taodocs", "http://www.taodocs.com/p-92368368.html", "taodocs:taodocs.com:document:92368368", 1, View.MAIN),
    ("doczj", "http://www.doczj.com/doc/c462895ee55c3b35-6.html", "doczj:doczj.com:document:c462895ee55c3b35", 6,
     View.MAIN),
    ("doczj", "http://www.360docs.net/doc/info-c0974771bb68a982-12.html",
     "doczj:360docs.net:document:c0974771bb68a982", 12, View.MAIN),
    ("qqdocs", "https://wenku.docs.qq.com/detail?docId=KHVZWAq3DA&docType=0",
     "qqdocs:wenku.docs.qq.com:document:KHVZWAq3DA", 1, View.MAIN),
)  # fmt: skip


@pytest.mark.parametrize(("family", "url", "key", "number", "view"), ADDRESSES)
def test_a_document_has_one_key_for_all_its_addresses(
    family: str, url: str, key: str, number: int, view: View
) -> None:
    known = platforms()[family].address(url)
    assert known is not None
    assert (known.key, known.page, known.view, known.kind) == (key, number, view, UrlKind.DOCUMENT)
    assert address_of(url).key == key


@pytest.mark.parametrize(
    ("family", "url"),
    [
        ("jinyuan", "https://www.31ppt.com/"),
        ("jinyuan", "https://www.31ppt.com/c-12345.html"),
        ("jinyuan", "https://www.31ppt.com/p-12345.jpg"),
        ("renrendoc", "https://www.renrendoc.com/search.html?keyword=1"),
        ("renrendoc", "https://www.renrendoc.com/paper/abc.html"),
        ("book118", "https://max.book118.com/user_center_v1/"),
        ("qqdocs", "https://wenku.docs.qq.com/search?keyword=a&pages=8"),
        ("wnwk", "https://www.wnwk.com/docs/1.html"),
        ("doczj", "ftp://www.doczj.com/doc/1510977503.html"),
    ],
)
def test_other_addresses_are_left_to_generic(family: str, url: str) -> None:
    assert platforms()[family].address(url) is None


def test_the_same_shape_on_another_host_proves_nothing() -> None:
    assert address_of("https://www.forum.example/p-12345.html").key == "url:www.forum.example/p-12345.html"


def test_pages_of_one_document_are_linked_as_pages() -> None:
    blocks = (
        Line(f"当前位置：文档之家› {TITLE}"), Line(TITLE, "h1"), Line("合集下载", "a"), Text(attribute='id="contents"'),
    )  # fmt: skip
    links = "".join(f'<a href="/doc/1510977503{end}.html">{end}</a>' for end in ("", "-2", "-3"))
    body = page(blocks, "ul").replace("</body>", f'<div>{links}<a href="/doc/2222333344.html">另一份</a></div></body>')
    result = read(Page(body=body.encode(), url="https://www.doczj.com/doc/1510977503-2.html"))
    assert (result.document_key, result.page) == ("doczj:doczj.com:document:1510977503", 2)
    assert [link.page for link in result.links.pages] == [1, 3]
    assert result.links.next == "https://www.doczj.com/doc/1510977503-3.html"
    assert "doczj:doczj.com:document:2222333344" in {link.key for link in result.links.documents}


NASTY = (
    "标题\n合集下载\n" * 20_000,
    "资源描述\n" * 20_000,
    "上传人：" * 30_000,
    "ID：1 大小：" * 20_000,
    "_第1页\n" * 30_000,
    "《" * 100_000 + "由会员分享",
    "版权说明：本文档由用户提供" * 10_000,
    "精选优质文档-" * 20_000,
    "发布时间：24小时内 " * 10_000,
    "\t".join(["大小"] * 50_000),
)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_lines_are_quick(text: str) -> None:
    def work() -> None:
        read(Page(body=text.encode(), media=Media.TEXT))
        read(Page(body=f"<html><body><p>{text}</p></body></html>".encode(), url="https://www.doczj.com/doc/1510977503.html"))

    assert_quick(work, seconds=8.0)
