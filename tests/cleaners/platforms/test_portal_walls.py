"""Portals that show no document: gone, under review, closed; and pages that say such words and are documents."""

import pytest
from lxml.html import fromstring

from cleaners.outcome import Reason, State
from cleaners.page import Page
from cleaners.platforms.portal.spots import spots_of
from cleaners.read import read
from cleaners.reading import PageKind, Reading
from tests.cleaners.platforms.portal_pages import TEXT, TITLE, Block, Fields, Line, Others, Text, page

URL = "https://www.renrendoc.com/paper/203766892.html"
RIGHTS = Line("版权说明：本文档由用户提供并上传，收益归属内容提供方，若内容存在侵权，请进行举报或认领")


def reading(*blocks: Block, url: str = URL) -> Reading:
    return read(Page(body=page(blocks, "ul", title=TITLE).encode(), url=url))


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("抱歉，您访问的文档不存在或已被删除！", Reason.GONE),
        ("该文档已下架", Reason.GONE),
        ("没有找到您要的页面，页面不存在。", Reason.GONE),
        ("该文档正在审核，请稍后再来", Reason.PERMISSION),
        ("网站维护中，请稍后访问", Reason.CLOSED),
    ],
)
def test_a_message_instead_of_a_document(message: str, reason: Reason) -> None:
    result = reading(Line("提示", "h1"), Line(message), Line("返回首页", "a"))
    assert (result.outcome.state, result.outcome.reason, result.page_kind) == (State.REFUSED, reason, PageKind.ERROR)
    assert result.outcome.detail == message
    assert result.document_key == "renrendoc:renrendoc.com:document:203766892"
    assert result.entries == ()


@pytest.mark.parametrize("message", ["该文档已被删除", "网站维护中，请稍后访问", "该文档正在审核"])
def test_a_page_with_a_text_is_content(message: str) -> None:
    result = reading(Line(TITLE, "h1"), Line(message), RIGHTS, Line("文档简介"), Text())
    assert result.outcome.state is State.READ
    assert result.entries[0].text.splitlines() == list(TEXT)


def test_a_short_document_with_facts_is_content() -> None:
    box = Fields((("大小", "20KB"), ("页数", "1")))
    result = reading(Line(TITLE, "h1"), box, RIGHTS, Line("文档简介"), Text(lines=("该文档已被删除", *TEXT[-2:])))
    assert result.outcome.state is State.READ
    assert result.entries[0].text.splitlines() == ["该文档已被删除", *TEXT[-2:]]


def test_a_column_of_other_texts_above_is_none_of_the_text() -> None:
    others = Text(lines=("另一份材料的摘要，" + "讲了别的事情，写得很长。" * 12,), attribute='class="zy"')
    box = Fields((("大小", "20KB"), ("页数", "8"), ("上传人", "x**")))
    result = reading(others, Line(TITLE, "h1"), box, RIGHTS, Line("文档简介"), Text(), Line("最新文档"), Others())
    assert result.entries[0].text.splitlines() == list(TEXT)
    assert (result.facts.file_size, result.facts.uploader) == ("20KB", "x**")


def test_a_known_element_is_the_preview() -> None:
    text, note = Text(attribute='id="contents"'), Line("本页由机器排版，供参考。", "p")
    blocks = (Line("合集下载"), Line(TITLE, "h1"), text, note)
    result = reading(*blocks, url="https://www.doczj.com/doc/1510977503.html")
    assert (result.entries[0].node, result.entries[0].text.splitlines()) == ("div#contents", list(TEXT))


ASIDE = ("button", "head", "iframe", "noscript", "option", "script", "select", "style", "svg", "template", "textarea")


@pytest.mark.parametrize("tag", ASIDE)
def test_what_is_no_line_of_the_page_is_none_of_the_text(tag: str) -> None:
    tree = fromstring("<div><p>甲乙丙<span>丁</span></p><p>戊己庚</p></div>")
    aside = tree.makeelement(tag, {})
    aside.text = "某某控件里的字"
    tree.insert(1, aside)
    assert [spot.words for spot in spots_of(tree)] == ["甲乙丙丁", "戊己庚"]
    body = page((Line(TITLE, "h1"), RIGHTS, Line("文档简介"), Text()), "ul")
    inside = body.replace("<p>二、", f"<{tag}>某某控件里的字</{tag}><p>二、")
    if tag not in ("head", "iframe", "noscript", "textarea", "template"):  # those swallow or lose what follows
        assert read(Page(body=inside.encode(), url=URL)).entries[0].text.splitlines() == list(TEXT)


def test_cells_are_parted_and_inline_elements_are_not() -> None:
    tree = fromstring("<table><tr><td>大小</td><td>20KB</td></tr></table>")
    assert [spot.words for spot in spots_of(tree)] == ["大小\t20KB"]
    tree = fromstring("<table><tr><td>正<b>文</b></td><td><p>某某</p><p>他人</p></td></tr></table>")
    assert [spot.words for spot in spots_of(tree)] == ["正文", "某某", "他人"]
    tree = fromstring("<div><span>大小：20KB</span><span>页数：8</span></div>")
    assert [(spot.words, spot.spaced) for spot in spots_of(tree)] == [("大小：20KB页数：8", "大小：20KB 页数：8")]


def test_counters_keep_their_print() -> None:
    box = Fields((("大小", "20KB"), ("浏览次数", "1.46W"), ("下载次数", "35"), ("收藏", "0")))
    facts = reading(Line(TITLE, "h1"), box, RIGHTS, Line("文档简介"), Text()).facts
    assert (facts.views, facts.downloads, facts.favourites) == (14_600, 35, 0)
    assert ("views", "1.46W") in facts.stated


ROWS = "".join(
    f'<li><a href="/p-{12345 + n}.html">某单位{n}年度工作总结.docx</a>'
    f"<div>上传人：x** 上传时间：2023-05-0{n} 页数：{n}</div></li>"
    for n in range(1, 9)
)
NAMES = "".join(
    f'<li><a href="/paper/{12345 + n}.html">某单位{n}年度工作总结和计划</a> 2023-05-0{n} 办公室上传</li>'
    for n in range(1, 9)
)


@pytest.mark.parametrize(
    ("rows", "url"),
    [
        (ROWS, "https://www.31ppt.com/c-12.html"),
        (ROWS, "https://www.docs.example/c-12.html"),
        (NAMES, "https://www.renrendoc.com/list-3.html"),
        (NAMES, "https://www.777doc.com/list-3.html"),
    ],
)
def test_a_list_of_files_is_no_document(rows: str, url: str) -> None:
    body = f"<html><head><title>工作总结 - 青禾网</title></head><body><h1>工作总结</h1><ul>{rows}</ul></body></html>"
    result = read(Page(body=body.encode(), url=url))
    assert result.page_kind is PageKind.LIST
    assert result.outcome.state is not State.REFUSED
    assert len(result.links.documents) == 8


def test_a_text_on_a_known_host_needs_no_sign() -> None:
    result = reading(Line(TITLE, "h1"), Text(), Line("相关文档"), Others(), url="https://www.777doc.com/doc-9.html")
    assert (result.platform.family, result.platform.why, result.warnings) == ("plainwenku", "host", ())
    assert result.entries[0].text.splitlines() == list(TEXT)
