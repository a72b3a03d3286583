"""Each tag and name by which boxes round a text, and elements that show no text, are told. All pages are made up."""

# ruff: noqa: E501 - words in rows of tables


import pytest
from lxml.html import Element, HtmlElement, fromstring

from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM, boxes
from cleaners.platforms.generic.boxes import FORUM_NOISE, NOISE, is_frame, leads_on, pruned
from cleaners.platforms.generic.places import places_of
from cleaners.sheet import open_sheet
from tests.tables import table
from tests.timing import assert_quick

TEXT = (
    "今年以来，全局干部职工围绕年初定下的目标，分工合作，按月对账，各项工作有序推进。",
    "每周五下午集中学习，学完交流体会，把学到的方法用到窗口服务上来，受到群众好评。",
    "窗口中午不休息，办件时间由三天减到一天，群众少跑了许多路，来信表扬的有十二封。",
)
BODY = "".join(f"<p>{words}</p>" for words in TEXT * 3)
BOX = "这里是盒子里的话"


def tree(inside: str) -> HtmlElement:
    root = fromstring(f"<html><body>{inside}</body></html>").find("body")
    assert root is not None
    return root


def left(inside: str) -> str:
    """Give what is left of a body whose boxes are taken off."""
    root = tree(inside)
    return "".join(pruned(root, places_of(root), NOISE).itertext())


def shown(inside: str) -> str:
    html = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>半年总结</title></head><body><h1>半年总结</h1>{inside}</body></html>"
    sheet = open_sheet(Page(body=html.encode(), url="http://docs.example/zj/7.html", media=Media.HTML), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    return "\n".join(draft.shown for draft in PLATFORM.read(sheet, guess).drafts)


@table(
    "tag",
    [
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "span", "summary", "table", "tbody", "tfoot",
        "thead", "tr", "ul",
    ],
)  # fmt: skip
def test_any_block_may_be_a_box_by_its_name(tag: str) -> None:
    root = tree(f"<div>{BODY}</div>")
    box = Element(tag, {"class": "share"})
    box.text = BOX
    root.append(box)
    assert BOX not in pruned(root, places_of(root), NOISE).text_content()


@pytest.mark.parametrize("tag", ["b", "a", "font", "td", "em", "strong", "img"])
def test_what_stands_in_a_line_or_is_a_cell_is_no_box(tag: str) -> None:
    root = tree(f"<div>{BODY}</div>")
    box = Element(tag, {"class": "share"})
    box.text = BOX
    root.append(box)
    assert BOX in pruned(root, places_of(root), NOISE).text_content()


@table(
    "name",
    [
        "related", "relates", "recommend", "recommends", "recommendation", "rank", "ranking", "ranks", "hotnews", "hotlist",
        "hotwords", "hot", "side", "sidebar", "aside", "share", "shares", "sharebox", "sharedaddy", "bdshare", "bshare",
        "jiathis", "social", "sns", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "foot", "footer", "copyright", "nav",
        "navbar", "navigation", "menu", "toolbar", "tools", "pager", "page-r pagination", "pagebar", "prenext", "prevnext",
        "next", "statement", "disclaimer", "signature", "mysignature", "qrcode", "qr-code", "ewm", "qr", "erweima", "login",
        "ad", "adv", "ads", "advert", "advertisement", "banner", "comment", "comments", "commentlist", "commentbox",
        "commentform", "commentarea", "cmt", "pinglun", "respond", "replyform", "reply-box", "tag", "tags", "taglist",
        "tag-cloud", "keyword", "keywords", "relevant", "guess", "tuijian", "xiangguan", "fenxiang", "context", "newdigg",
        "actbox", "digg", "zan", "praise", "reward", "dashang", "donate", "follow", "subscribe", "popup", "modal", "dialog",
        "mask", "cookie", "openapp", "open-app", "appbar", "app-ad", "appdown", "app-download", "author-info", "authorcard",
        "author-bio", "authorbox", "bio", "toc",
        "m-share", "left_share", "shareBox", "newsShare", "share2", "Share", "SHARE", "article share",
    ],
)  # fmt: skip
@table("attribute", ["class", "id"])
def test_a_box_of_this_name_goes(attribute: str, name: str) -> None:
    assert BOX not in left(f"<div>{BODY}</div><div {attribute}='{name}'>{BOX}</div>")


@table(
    "name",
    ["content", "text", "article", "hotel", "shared", "navigate", "footnote", "advance", "address", "adjust", "tagline",
     "pages", "contextual", "commentary", "loginname1x", "biology", "tocopy", "sidewalk", "printnext2x", "rankle", "main",
     "lists", "nextdoor", "followme", "masked", "author", "keywordless", "reply", "app", "unshare"],
)  # fmt: skip
@table("attribute", ["class", "id"])
def test_a_box_of_another_name_stays(attribute: str, name: str) -> None:
    assert BOX in left(f"<div>{BODY}</div><div {attribute}='{name}'>{BOX}</div>")


@table(
    "name", ["related", "recommend", "sidebar", "share", "breadcrumb", "breadcrumbs", "footer", "copyright", "nav", "navbar", "menu",
             "pagination", "login", "ad", "adv", "m_share", "Footer"],
)  # fmt: skip
def test_a_box_among_answers_by_its_name(name: str) -> None:
    assert is_frame(fromstring(f"<div class='{name}'></div>"), FORUM_NOISE)
    assert is_frame(fromstring(f"<div id='{name}'></div>"), FORUM_NOISE)
    assert not is_frame(fromstring(f"<div class='{name}x'></div>"), FORUM_NOISE)


@pytest.mark.parametrize("name", ["comment", "comments", "reply", "signature", "tags", "content"])
def test_what_answers_are_called_is_no_box_among_them(name: str) -> None:
    assert not is_frame(fromstring(f"<div class='{name}'></div>"), FORUM_NOISE)


@pytest.mark.parametrize("tag", ["nav", "footer", "aside", "form"])
def test_a_long_box_of_this_tag_goes_beside_a_longer_text(tag: str) -> None:
    words = BOX * 70
    assert BOX not in left(f"<div>{BODY * 10}</div><{tag}>{words}</{tag}>")
    assert BOX in left(f"<div>{BODY * 10}</div><section>{words}</section>")
    assert is_frame(fromstring(f"<{tag}></{tag}>"))
    assert not is_frame(fromstring("<section></section>"))


@pytest.mark.parametrize("tag", ["nav", "footer", "aside"])
def test_a_small_box_of_this_tag_goes_however_small_the_text(tag: str) -> None:
    assert left(f"<div>{TEXT[0]}</div><{tag}>{BOX * 3}</{tag}>") == TEXT[0]
    assert BOX in left(f"<div>{TEXT[0]}</div><form>{BOX * 3}</form>")
    assert BOX in left(f"<div>{TEXT[0]}</div><{tag}>{BOX * 70}</{tag}>")


@table(
    "name", ["foot", "footer", "copyright", "sitefoot", "site-foot", "disclaimer", "statement", "breadcrumb", "breadcrumbs",
             "crumb", "crumbs", "m_footer", "Footer"],
)  # fmt: skip
def test_a_small_box_of_a_sure_name_goes_however_small_the_text(name: str) -> None:
    assert left(f"<div>{TEXT[0]}</div><div class='{name}'>{BOX * 3}</div>") == TEXT[0]
    assert left(f"<div>{TEXT[0]}</div><div id='{name}'>{BOX * 3}</div>") == TEXT[0]
    assert BOX in left(f"<div>{TEXT[0]}</div><div class='{name}x'>{BOX * 3}</div>")


@pytest.mark.parametrize(
    "words",
    ["桂ICP备00000001号-1", "青禾社 京ICP证000001号", "Copyright 2021 青禾社", "© 2021 青禾社", "版权所有 青禾社", "All Rights Reserved",
     "主办单位：青禾县某局 网站标识码：0000000000", "主办单位:某局 联系方式 备案0000", "桂公网安备 00000000000000号", "某社 技术支持：某公司"],
)  # fmt: skip
def test_a_line_of_a_sites_foot_goes(words: str) -> None:
    assert left(f"<div>{TEXT[0]}</div><div><p>{words}</p></div>") == TEXT[0]


@pytest.mark.parametrize(
    "words", ["主办单位：青禾县教育局", "ICP备案须知", "公安局网安支队", "版权保护知识问答", "本次活动由某公司提供技术支持"]
)
def test_a_line_that_speaks_of_such_things_stays(words: str) -> None:
    assert words in left(f"<div>{TEXT[0]}</div><div><p>{words}</p></div>")


@pytest.mark.parametrize(
    "words", ["温馨提示：下载前请先预览", "温馨提示:本文由用户上传", "温馨提示：请咨询客服", "温馨提示：会员免费", "此文档下载收益归作者所有", "本文档由用户上传"]
)
def test_a_portals_notice_goes(words: str) -> None:
    assert left(f"<div>{TEXT[0]}</div><div>{words}</div>") == TEXT[0]


@pytest.mark.parametrize("words", ["温馨提示：请提前储水", "此文档下载后可编辑", "本文档由办公室起草"])
def test_another_notice_stays(words: str) -> None:
    assert words in left(f"<div>{TEXT[0]}</div><div>{words}</div>")


@table(
    "ending", [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".zip", ".rar", ".ppt", ".pptx", ".ofd", ".et", ".DOC", ".doc?x=1"]
)  # fmt: skip
def test_a_line_that_is_a_link_to_a_file_is_of_the_text(ending: str) -> None:
    line = "青禾县上半年工作情况统计表"
    paragraphs = BODY.replace("</p>", f"</p><p><a href='/f/7{ending}'>{line}</a></p>", 1)
    assert line in shown(f"<div>{paragraphs}</div>")
    assert line not in shown(f"<div>{paragraphs.replace(ending, '.html')}</div>")


@pytest.mark.parametrize(
    ("tag", "inside"),
    [("tr", "<table><tr><td><a href='/7.html'>青禾县情况</a></td></tr></table>"),
     ("tbody", "<table><tbody><tr><td><a href='/7.html'>青禾县情况</a></td></tr></tbody></table>"),
     ("thead", "<table><thead><tr><td><a href='/7.html'>青禾县情况</a></td></tr></thead></table>"),
     ("caption", "<table><caption><a href='/7.html'>青禾县情况</a></caption></table>")],
)  # fmt: skip
def test_a_part_of_a_table_leads_nowhere(tag: str, inside: str) -> None:
    root = tree(inside)
    places = places_of(root)
    block = next(root.iter(tag))
    assert not leads_on(block, places)
    assert leads_on(next(root.iter("table")), places)


def test_a_note_leads_nowhere() -> None:
    root = tree("<p><a href='#n1'>见注释第一条</a></p><div>没有链接</div><ul><li><a href='/7.html'>见第七号文件</a></li></ul>")
    places = places_of(root)
    assert [leads_on(node, places) for node in root] == [False, False, True]


@table(
    "tag", ["script", "style", "template", "noscript", "head", "iframe", "select", "textarea", "button", "svg", "object", "embed",
            "video", "audio", "canvas"],
)  # fmt: skip
def test_what_an_element_of_this_tag_holds_is_no_text(tag: str) -> None:
    root = tree("<p>前面的话</p>")
    hidden = Element(tag)
    hidden.text, hidden.tail = BOX, "后面的话"
    root.append(hidden)
    places = places_of(root)
    assert places.text == "前面的话后面的话"
    assert hidden not in places.spans
    hidden.tag = "font"
    assert places_of(root).text == f"前面的话{BOX}后面的话"


@pytest.mark.parametrize("nasty", ["ad" * 20_000, "share-" * 8_000, "主办单位：" * 8_000, "温馨提示：" * 8_000, " " * 40_000, "版权" * 20_000])
def test_no_shape_lingers(nasty: str) -> None:
    def work() -> None:
        for shape in (boxes.NOISE, boxes.FORUM_NOISE, boxes.STRONG, boxes.FOOT, boxes.NOTICE):
            shape.search(nasty)

    assert_quick(work, seconds=1.0)
