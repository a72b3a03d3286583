"""Questions about elements that are answered without libxml2 have the answers that XPath gives."""

import pytest
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from cleaners.platforms.dedecms.skins import SKINS
from cleaners.platforms.elements import finder, has_class

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
