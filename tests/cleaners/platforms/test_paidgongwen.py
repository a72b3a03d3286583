"""Sites that sell 公文: how they are told, what their walls state, what leaves the text and what stays marked in it."""

import pytest

from cleaners.outcome import State
from cleaners.page import Page
from cleaners.platforms.paidgongwen import PLATFORM, PRICE
from cleaners.read import read
from cleaners.reading import Reading
from tests.cleaners.platforms import paidgongwen_pages as pages
from tests.cleaners.platforms.empirecms_pages import opened
from tests.cleaners.platforms.paidgongwen_pages import TEXT, TITLE
from tests.tables import table

SHOWN = "".join(TEXT)


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown(text: str) -> Reading:
    return read(Page(body=text.encode(), url="http://sold.example/a/1.html", headers=(("Content-Type", "text/html"),)))


def test_a_page_of_a_seller() -> None:
    found = shown(pages.seller())
    facts = found.facts
    assert (found.platform.family, found.outcome.state) == ("paidgongwen", State.READ)
    assert squeezed(found.entries[0].text) == SHOWN
    assert (facts.claimed_chars, facts.truncated, facts.price) == ((5230, 1046), True, "28元")
    assert (facts.author, facts.source, facts.views, facts.published_at) == (
        "佚名", "本站", 1286, "2022-12-20T10:30:00+08:00",
    )  # fmt: skip
    assert found.entries[0].facts.truncated
    assert dict(facts.where)["truncated"] == "wall"


def test_the_same_in_tables_with_the_wall_glued_to_the_last_sentence() -> None:
    found = shown(pages.table())
    assert squeezed(found.entries[0].text) == SHOWN
    assert (found.facts.claimed_chars, found.facts.truncated) == ((5230, 1046), True)
    assert (found.facts.author, found.title) == ("佚名", TITLE)


@pytest.mark.parametrize(
    "notices",
    [
        ("试读结束",), ("——试读已结束，下载后可阅读全文——",), ("更多内容请下载",), ("（剩余3412字）", "需要先登录"),
        ("因篇幅问题不能全部显示，请点此查看更多更全内容",), ("试读结束", "扫码联系老师", "尊享超值权益"),
    ],
)  # fmt: skip
def test_previews_and_their_walls(notices: tuple[str, ...]) -> None:
    found = shown(pages.preview(*notices, "更多内容请下载"))
    assert squeezed(found.entries[0].text) == SHOWN
    assert found.facts.truncated
    assert found.facts.claimed_chars == ()


def test_a_gap_inside_the_text_stays_marked() -> None:
    gap = "……(www.sold.example省略1260字，正式会员可完整阅读)……"
    found = shown(pages.seller(text=pages.body(gap=gap), wall=""))
    assert "专题研讨6次……(省略1260字)……，撰写心得体会" in found.entries[0].text
    assert (found.entries[0].facts.hidden_parts, found.facts.truncated) == (1, True)
    assert {edit.rule for edit in found.entries[0].edits} >= {"wall-inside"}


def test_lengths_that_other_texts_claim_are_not_this_ones() -> None:
    found = shown(pages.seller(title=TITLE, wall=""))
    assert (found.facts.claimed_chars, found.facts.truncated) == ((), False)


@table(
    ("text", "sure", "why"),
    [
        ("<p>【以稿换稿】</p>", 0.85, "以稿换稿 beside the title"),
        ("<p>(未完，全文共5230字，当前显示1046字)</p>", 0.8, "states how much of the text it shows"),
        ("<p>……(省略12字，正式会员可完整阅读)……</p>", 0.8, "gaps for members inside the text"),
        ("<p>扫码联系老师</p>", 0.6, "扫码联系老师 below the text"),
        ("<p>试读结束</p>", 0.5, "试读结束 below the text"),
        ("<p>更多内容请下载</p>", 0.5, "更多内容请下载 below the text"),
        ("因篇幅问题不能全部显示", 0.5, "因篇幅问题不能全部显示 below the text"),
        ("<p>尊享超值权益 开通会员</p>", 0.4, "尊享超值权益 below the text"),
        ("扫码联系老师试读结束", 0.95, "扫码联系老师 below the text; 试读结束 below the text"),
        ("<p>当前显示第3页</p>", None, None),
        ("<p>尊享超值权益</p>", None, None),
        ("<p>正式会员可以参会</p>", None, None),
        ("<p>正文</p>", None, None),
    ],
)
def test_how_sure_and_why(text: str, sure: float | None, why: str | None) -> None:
    guess = PLATFORM.detect(opened(f"<html><body>{text}</body></html>"))
    assert (guess and guess.sure, guess and guess.why) == (sure, why)


@pytest.mark.parametrize(
    ("line", "price"),
    [
        ("价格：28元", "28元"), ("售价: ￥19.90 元", "￥19.90 元"), ("仅需 9.9元", "9.9元"),
        ("需支付 10金币", "10金币"),
        ("付费 5积分", "5积分"), ("支付28元钱款的农户", None), ("价格上涨28元", None), ("定价30点", "30点"),
    ],
)  # fmt: skip
def test_prices(line: str, price: str | None) -> None:
    found = PRICE.search(line)
    assert (found and found["price"]) == price


def test_a_list_of_a_seller_is_a_list() -> None:
    text = f"<html><body><h1>总结</h1><ul>{pages.RELATED * 3}</ul><p>【以稿换稿】</p></body></html>"
    assert shown(text).entries == ()
