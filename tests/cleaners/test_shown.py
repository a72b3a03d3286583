
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from cleaners.shown import is_hidden, render
from tests.tables import table
from tests.timing import assert_quick

CASES = {
    "a blank folds to one": ("<p>a  b\t\n c</p>", "a b c"),
    "nbsp and U+3000 are printed": ("<p>\n&nbsp; 甲　乙&nbsp;</p>", "\u00a0 甲　乙\u00a0"),
    "br ends a line": ("<div>甲<br/>\n乙</div>", "甲\n乙"),
    "each br counts": ("<div>甲<br/><br/><br/>乙</div>", "甲\n\n\n乙"),
    "a br at the end of a block shows nothing": ("<div>甲<p>乙<br></p>丙</div>", "甲\n乙\n丙"),
    "a br after a block is a blank line": ("<div><p>甲</p><br><p>乙</p></div>", "甲\n\n乙"),
    "blocks have lines of their own": ("<div>甲<div>乙</div>丙<p>丁</p></div>", "甲\n乙\n丙\n丁"),
    "nested blocks make one break": ("<div><div><div>甲</div></div><div><p>乙</p></div></div>", "甲\n乙"),
    "inline elements break nothing": ("<div>一<b>、</b><font><span>题</span></font>目</div>", "一、题目"),
    "a blank before an inline element stays": ("<div>a <b>b</b> c</div>", "a b c"),
    "cells by tabs, rows by newlines": (
        "<table><tr><th>甲</th><td>乙</td></tr>\n<tr> <td>1</td> <td>2</td></tr></table>",
        "甲\t乙\n1\t2",
    ),
    "blocks in cells do not break the row": ("<table><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>", "甲\t乙"),
    "empty cells keep their place": (
        "<div>x<table><tr><td></td><td>1</td></tr><tr><td></td><td></td></tr><tr><td>2</td></tr></table>y</div>",
        "x\n\t1\n\t\n2\ny",
    ),
    "pre keeps white space": ("<div>甲<pre>\n  a\n    b </pre>乙</div>", "甲\n  a\n    b \n乙"),
    "list markers are drawn, not written": ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
    "comments are not shown, what follows is": ("<div>甲<!-- x -->乙<?php x ?>丙</div>", "甲乙丙"),
    "scripts and styles are not shown": (
        "<div>甲<script>x</script>乙<style>y</style>丙<noscript>z</noscript></div>",
        "甲乙丙",
    ),
    "hidden elements are not shown": ("<div>甲<span style='color:red; DISPLAY : None'>噪</span>乙</div>", "甲乙"),
    "near miss: invisible text is shown": ("<div>甲<span style='visibility:hidden'>乙</span></div>", "甲乙"),
    "near miss: another property with none": ("<div><span style='text-decoration:none'>甲</span></div>", "甲"),
    "near miss: the words themselves": ("<p>display:none</p>", "display:none"),
    "zero-width characters stay": ("<p>甲\u200b乙\ufeff</p>", "甲\u200b乙\ufeff"),
}


@table(("markup", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_shown(markup: str, expected: str) -> None:
    assert render([html.fromstring(markup)]) == expected


def test_a_dropped_block_leaves_a_line_end_and_what_follows_it() -> None:
    tree = html.fromstring("<div>甲<div class='x'>噪</div>乙<i class='x'>噪</i>丙</div>")
    assert render([tree], drop=lambda node: node.get("class") == "x") == "甲\n乙丙"


def test_several_nodes_stand_below_each_other_and_their_tails_are_not_shown() -> None:
    tree = html.fromstring("<div><b>甲</b>尾<b>乙</b>尾</div>")
    assert render(tree.findall("b")) == "甲\n乙"


def test_a_chosen_node_is_shown_even_where_its_own_style_hides_it() -> None:
    tree = html.fromstring("<div style='display:none'>甲</div>")
    assert is_hidden(tree)
    assert render([tree]) == "甲"


# U+FFFE and U+FFFF are no characters of XML: lxml takes them from no page, so it refuses them from a test too.
TEXT = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="<>&\ufffe\uffff")
)


@given(st.lists(TEXT, max_size=6), st.sampled_from(["p", "br", "b", "td", "li"]))
def test_no_character_but_blanks_is_lost(parts: list[str], tag: str) -> None:
    root = html.Element("div")
    for part in parts:
        child = html.Element(tag)
        if tag == "br":
            child.tail = part
        else:
            child.text = part
        root.append(child)
    kept = "".join(render([root]).split())
    assert kept == "".join("".join(parts).split())


def test_time_grows_with_the_page_and_depth_is_no_matter() -> None:
    def work() -> None:
        deep = html.Element("div")
        node = deep
        for _ in range(5000):
            node = html.etree.SubElement(node, "div")
            node.text = "甲"
        assert render([deep]).count("甲") == 5000
        wide = html.fromstring("<table>" + "<tr>" + "<td>a</td>" * 50 + "</tr>" * 1 + "</table>" + "<br>" * 20_000)
        render([wide])
        style = html.fromstring(f"<p><b style='display{' ' * 50_000}none'>甲</b></p>")
        assert render([style]) == "甲"

    assert_quick(work, seconds=5)
