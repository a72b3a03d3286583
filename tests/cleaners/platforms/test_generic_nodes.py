"""The element that holds a text is named, for a person to look it up (`gongwen clean --explain`)."""

import pytest

from cleaners.platforms.generic.places import element_name
from cleaners.read import read
from cleaners.reading import PageKind
from cleaners.tree import parse
from tests.cleaners.platforms import generic_thread_pages as threads
from tests.cleaners.platforms.test_generic import PARAGRAPHS, PLAIN, page
from tests.cleaners.platforms.test_generic_threads import page_of

TEXT = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


@pytest.mark.parametrize(
    ("html", "node"),
    [
        (PLAIN, "div.content"),
        (page(f"<h1>某局2021年工作总结</h1><div id='zoom' class='a b c d'>{TEXT}</div>"), "div#zoom.a.b.c"),
        (page(f"<h1>某局2021年工作总结</h1><article>{TEXT}</article>"), "article"),
    ],
)
def test_a_text_says_where_it_stands(html: str, node: str) -> None:
    reading = read(page_of(html, "https://www.docs.example/news/2021/12.html"))
    assert (reading.page_kind, reading.platform.family if reading.platform else None) == (PageKind.ARTICLE, "generic")
    assert [entry.node for entry in reading.entries] == [node]


def test_a_post_says_where_it_stands() -> None:
    software = threads.named("MyBB 1.8")
    assert read(page_of(threads.thread(software), software.url)).entries[0].node == "div#pid_7013.post_body.scaleimages"


@pytest.mark.parametrize(
    ("markup", "name"),
    [("<p>甲", "p"), ("<p id=a>甲", "p#a"), ("<p class=' a  b '>甲", "p.a.b"), ("<p id='' class=''>甲", "p")],
)
def test_an_element_is_named_by_tag_id_and_classes(markup: str, name: str) -> None:
    root = parse(f"<html><body>{markup}</body></html>").find("body/p")
    assert root is not None
    assert element_name(root) == name
