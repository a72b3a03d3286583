"""No text is lost, no page hangs the parser."""


import contextlib

import pytest
from lxml.html import HtmlElement, tostring

from cleaners.errors import UnparsablePage
from cleaners.page import Media, Page
from cleaners.tree import MAX_DEPTH, base_of, looks_binary, media_of, parse
from tests.tables import table
from tests.timing import assert_quick

PAD = " " * 8_000  # under 8,000 characters no tag can have too many attributes, and nothing is scanned


def text_of(markup: str) -> str:
    return str(parse(markup).text_content())


def depth_of(tree: HtmlElement) -> int:
    deepest, level = 0, [tree]
    while level:
        deepest, level = deepest + 1, [child for element in level for child in element]
    return deepest


@table(
    ("markup", "expected"),
    [
        ("", ""),
        ("   \n", ""),
        ("<!-- 只有注释 -->", ""),
        ('<?xml version="1.0" encoding="gbk"?><html><body>字</body></html>', "字"),
        ('<?xml version="1.0"?>', ""),
        ('<meta charset="gbk"><p>汉字</p>', "汉字"),
        ("a\0b<p>x\x01y\x0bz</p>", "abx\x01y\x0bz"),
        ("<p>\ud800字</p>", "\ufffd字"),
        ("无标签", "无标签"),
        ("<p>" + "字" * 300_000 + "</p>", "字" * 300_000),
        ("字" * 1_000_000, "字" * 1_000_000),
        ("<textarea><b>字</textarea>", "<b>字"),
    ],
)
def test_all_text_arrives(markup: str, expected: str) -> None:
    tree = parse(markup)
    assert (tree.tag, str(tree.text_content())) == ("html", expected)


@pytest.mark.parametrize("markup", ["<p>结</p>", "<p>总\0结</p>", "<?xml version='1.0' encoding='gbk'?><p>字</p>", ""])
def test_the_bytes_that_came_give_the_tree_of_their_text(markup: str) -> None:
    assert tostring(parse(markup, markup.encode())) == tostring(parse(markup))


def test_ten_million_characters_in_one_element_arrive() -> None:
    assert len(text_of("<p>" + "字" * 10_000_000 + "</p>")) == 10_000_000


@pytest.mark.parametrize("depth", [10, 249, 250, 300, 2_100, 40_000, 100_000])
def test_nesting_is_flattened_and_keeps_text_and_links(depth: int) -> None:
    tree = parse("<body>" + "<div>" * depth + '你好<b>深</b><a href="x">链</a>' + "</div>" * depth + "<p>尾</p>")
    assert tree.text_content() == "你好深链尾"
    assert [link.get("href") for link in tree.iter("a")] == ["x"]
    assert depth_of(tree) <= MAX_DEPTH


@pytest.mark.parametrize("tag", ["div", "font", "table><tr><td", "blockquote", "ul><li"])
def test_text_at_every_depth_stays_in_order(tag: str) -> None:
    numbers = [f"第{number}。" for number in range(3_000)]
    tree = parse("".join(f"<{tag}>{number}" for number in numbers))
    assert tree.text_content() == "".join(numbers)
    assert depth_of(tree) <= MAX_DEPTH


def test_text_after_a_deep_element_is_not_taken_for_its_own() -> None:
    tree = parse("<div>" * 400 + "<p>一</p>二<p>三</p>" + "</div>" * 400)
    assert [element.text for element in tree.iter("p", "div") if element.text] == ["一", "二", "三"]


def attributes(count: int, form: str) -> str:
    return form.join(f"a{number}" for number in range(count))


BOMB = f"<div {attributes(20_000, ' ')}>"


@pytest.mark.parametrize("form", [" ", "/", '="v" ', '="v"', "=1 ", '=">" ', "='>' ", "\n= x\t"])
def test_a_tag_with_too_many_attributes_is_refused_before_it_is_parsed(form: str) -> None:
    def work() -> None:
        with pytest.raises(UnparsablePage):
            parse(f"<p>x</p><div {attributes(100_000, form)}>字</div>")

    assert_quick(work, seconds=1)
    assert text_of(f"<div {attributes(3_500, form)}>字</div>{PAD}").strip() == "字"


@table(
    "before",
    [
        '<a =" b1=">" q="',
        "<!-->",
        '<!-- --!><a b=">',
        '<? <a b=">',
        '</ a="><q z=">',
        '<a =" b1=">" c1="><q z=">',
        '<a b= =">',
        '<a b="1"="2" c=">"><z y=">',
        "<script><!--<script></script>",
        '<x y=z"q=">',
        '<![CDATA[ <a b=">',
        '<!DOCTYPE a "<b c=">',
        '<title><a b="></title>',
        '<textarea a="></textarea>"><a b="></textarea>',
    ],
)
def test_no_quote_or_comment_hides_a_bomb(before: str) -> None:
    with pytest.raises(UnparsablePage):
        parse(before + BOMB)


@pytest.mark.parametrize(
    "before", ['<a =x c1="><q z=">', '<? <a b=">', '</ a=">', '<!DOCTYPE a "<b c=">', '<![CDATA[ <a b=">', "<a b=c='>"]
)
def test_no_quote_that_is_none_hides_a_bomb(before: str) -> None:
    with pytest.raises(UnparsablePage):
        parse(f"""{before}{BOMB}字" '-->""")  # a value that began at a wrong quote would end here


@pytest.mark.parametrize(
    "markup",
    [
        "<script>if(a<b && c) x=[" + " ".join(map(str, range(20_000))) + "];</script><p>字</p>",
        "<!-- <a " + "b " * 9_000 + " --><p>字</p>",
        "<style>a<b " + "c " * 9_000 + "</style><p>字</p>",
        '<p title="' + "很长 的 提示 " * 5_000 + '">字</p>',
        '<img src="data:image/png;base64,' + "A/" * 20_000 + '">字',
    ],
)
def test_what_only_looks_like_a_bomb_is_parsed(markup: str) -> None:
    assert "字" in text_of(markup)


def test_too_many_elements_are_refused() -> None:
    assert text_of("<p>a" * 100_000).count("a") == 100_000
    with pytest.raises(UnparsablePage):
        parse("<p>a" * 101_000)


@pytest.mark.parametrize(
    "nasty",
    [
        "<" * 1_000_000,
        "<a " * 300_000,
        '<a b="' * 200_000,
        "<a b='\"" * 200_000,
        "<!--" * 300_000,
        "<script>" * 100_000,
        "<a =" * 300_000,
        "<a" + "=" * 1_000_000,
        "&" * 1_000_000,
        "</a " * 300_000,
    ],
)
def test_the_scan_is_linear(nasty: str) -> None:
    def work() -> None:
        with contextlib.suppress(UnparsablePage):
            parse(nasty)

    assert_quick(work, seconds=2)


@pytest.mark.parametrize(
    ("href", "address", "expected"),
    [
        ("/r/", "http://a.cn/x/", "http://a.cn/r/"),
        ("http://b.cn/", "http://a.cn/", "http://b.cn/"),
        ("//c.cn/d", "https://a.cn/", "https://c.cn/d"),
        ("http://b.cn/", None, "http://b.cn/"),
        ("http://[", "http://a.cn/x/", "http://a.cn/x/"),
        ("http://b.cn:99999999/", "http://a.cn/", "http://a.cn/"),
        ("javascript:0", "http://a.cn/x/", "http://a.cn/x/"),
        ("about:blank", "http://a.cn/x/", "http://a.cn/x/"),
        ("ftp://b.cn/", "http://a.cn/x/", "http://a.cn/x/"),
        ("rel/", None, None),
        ("", "http://a.cn/x/", "http://a.cn/x/"),
    ],
)
def test_a_bad_base_is_passed_over(href: str, address: str | None, expected: str | None) -> None:
    assert base_of(parse(f'<head><base href="{href}"></head><p>x</p>'), address) == expected


def test_the_first_base_with_a_href_counts() -> None:
    tree = parse('<base target="_blank"><base href="/one/"><base href="/two/"><p>x</p>')
    assert base_of(tree, "http://a.cn/") == "http://a.cn/one/"
    assert base_of(parse("<p>x</p>"), "http://a.cn/") == "http://a.cn/"


@table(
    ("body", "expected"),
    [
        (b"", False),
        (b"\x89PNG\r\n\x1a\n....", True),
        (b"GIF89a....", True),
        (b"\xff\xd8\xff\xe0..JFIF", True),
        (b"%PDF-1.4 ...", True),
        (b"PK\x03\x04....", True),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", True),
        (b"\x1f\x8b\x08\x00", True),
        (b"RIFF....WEBPVP8 ", True),
        (b"RIFF is a word", False),
        (bytes(3_000), True),
        (bytes((number * 7_919) % 256 for number in range(5_000)), True),
        ("汉字".encode("utf-16"), False),
        ("<html>汉字".encode("utf-16-be"), False),
        ("工作总结汇报材料".encode("utf-16-le"), False),
        ("汉字".encode("gbk") * 2_000, False),
        (b"text with a stray \x00 and \x01", False),
        ("PDF文件".encode(), False),
    ],
)
def test_files_sent_as_pages_are_told(body: bytes, expected: bool) -> None:
    assert looks_binary(body) is expected


@pytest.mark.parametrize(
    ("media", "content_type", "body", "expected"),
    [
        (Media.TEXT, "text/html", b"<html>", Media.TEXT),
        (Media.HTML, None, b"words", Media.HTML),
        (Media.UNKNOWN, "text/html; charset=gbk", b"words", Media.HTML),
        (Media.UNKNOWN, "application/rss+xml", b"<rss>", Media.HTML),
        (Media.UNKNOWN, None, b"\n<!DOCTYPE html><p>", Media.HTML),
        (Media.UNKNOWN, "text/plain", "<html>x".encode("utf-16"), Media.HTML),
        (Media.UNKNOWN, None, b"<p>a</p><br>", Media.HTML),
        (Media.UNKNOWN, None, "首页 > 范文 > 总结\n正文".encode(), Media.TEXT),
        (Media.UNKNOWN, "text/plain", "正文里有一个 <b> 和 </p>".encode(), Media.TEXT),
        (Media.UNKNOWN, None, "正文里有一个 <br> 标签".encode(), Media.TEXT),
        (Media.UNKNOWN, None, b"", Media.TEXT),
    ],
)
def test_markup_is_told_from_a_dump(media: Media, content_type: str | None, body: bytes, expected: Media) -> None:
    headers = (("content-type", content_type),) if content_type else ()
    assert media_of(Page(body=body, media=media, headers=headers)) is expected


BOMBS = (
    "<p " + " ".join(f"a{n}" for n in range(5000)) + ">x</p>",
    "<p " + " ".join(f'a{n}="<>"' for n in range(5000)) + ">x</p>",
    "<p <1 " + " ".join(f"a{n}='>'" for n in range(5000)) + ">x</p>",
    "</p " + " ".join(f'a{n}=">"' for n in range(5000)) + ">x",
    "<p a='\"' " + " ".join(f'a{n}= ">"' for n in range(5000)) + ">x</p>",
)


@pytest.mark.parametrize("bomb", BOMBS, ids=["plain", "marks", "stray", "end tag", "blank"])
def test_the_quick_look_lets_no_bomb_pass(bomb: str) -> None:
    """Whatever its quotes hide, a tag of 5,000 attributes is looked at and refused."""
    with pytest.raises(UnparsablePage):
        parse("<html><body>" + "<p>text</p>" * 10 + bomb + "</body></html>")
