"""Questions about elements that are answered without libxml2 have the answers that XPath gives."""

import pytest
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from cleaners.platforms.dedecms.skins import SKINS
from cleaners.platforms.elements import finder, has_class, possible

MARKUP = (
    '<div id="box"><div class="title">一</div><p class="title">二</p><div class="subtitle title-b">三</div>'
    '<div class=" a\ttitle\nb ">四</div><div id="text" class="content">五</div><!-- 六 --><div>七</div>'
    '<div class="a\u00a0title">八</div><div class="info title">九<div class="title">十</div></div></div>'
)
BESIDE = '../{tag}[contains(@class,"{name}") and contains(concat(" ",normalize-space(@class)," ")," {name} ")]'


@pytest.mark.parametrize("name", ["title", "info", "content", "none"])
@pytest.mark.parametrize("tag", ["div", "p"])
def test_brothers_of_a_class_are_those_of_xpath(tag: str, name: str) -> None:
    path, tree = BESIDE.format(tag=tag, name=name), document_fromstring(MARKUP)
    text: HtmlElement = finder('//*[@id="text"]')(tree)[0]
    found = etree.XPath(path)(text)
    assert finder(path)(text) == found
    assert not isinstance(finder(path), etree.XPath)
    assert [node for node in tree[0][0].iterchildren(tag) if has_class(node, name)] == found


def test_the_skins_ask_for_brothers() -> None:
    paths = {path for skin in SKINS for path in (*skin.title, *skin.head, *skin.digest) if path.startswith("../div")}
    assert sum(not isinstance(finder(path), etree.XPath) for path in paths) >= 3


def test_an_element_without_parent_has_no_brothers() -> None:
    assert finder(BESIDE.format(tag="div", name="title"))(document_fromstring("<html><body></body></html>")) == []


ASKED = (
    '//*[@id="text"]', '//div[@id="text" or @id="box"]', '//*[contains(concat(" ",@class," ")," title ")]',
    '//div[contains(concat(" ",normalize-space(@class)," ")," title ")]', '//*[contains(@class,"title")]',
    '//*[contains(@class,"info") and contains(@class,"title")]', '//div[starts-with(@class,"sub")]/..',
    '//div[contains(@class,"info")]//div[contains(concat(" ",@class," ")," title ")]', "//div[@class]",
    './/*[@class="title"][not(.//div[contains(@class,"title")])]', '//p[contains(@class,"none")]',
    '//*[@id="box"]/div[contains(@class,"title")]',
)  # fmt: skip


@pytest.mark.parametrize("path", ASKED)
def test_what_asks_one_attribute_finds_the_same_elements(path: str) -> None:
    """They are asked of the attributes, and come in the order of the page, each once."""
    tree = document_fromstring(MARKUP)
    find = finder(path)
    assert isinstance(find, etree.XPath)
    assert "/parent::*" in find.path
    assert find(tree) == etree.XPath(path)(tree)


@pytest.mark.parametrize(
    "path", ['//*[@id="text" or @class="title"]', "//div[not(@class)]", '//div[.="七"]', "//div[p]"]
)
def test_what_asks_more_is_asked_of_the_elements(path: str) -> None:
    """Of an element without the attribute such a condition may be true."""
    find, tree = finder(path), document_fromstring(MARKUP)
    assert "/parent::*" not in getattr(find, "path", "/parent::*")
    assert find(tree) == etree.XPath(path)(tree)


def test_what_can_find_nothing_is_not_asked() -> None:
    """Numbers of characters hide names, and only what a path needs counts."""
    paths = ('//*[@id="text"]', '//*[@id="zoom"]', '//a[@title="Page" or @title="text"]', "//div[p]")
    assert possible(paths, MARKUP) == (paths[0], paths[2], paths[3])
    assert possible(paths, "<p>&#30;</p>") == paths
    assert possible(paths, "") == paths[3:]
