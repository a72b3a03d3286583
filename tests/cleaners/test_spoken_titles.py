"""Which line above a text the text speaks of, and which ones are no title however much it does."""

from functools import partial

import pytest

from cleaners.rules.title.spoken_of import is_unspoken, title_spoken_of
from tests.tables import table
from tests.timing import assert_quick

TEXT = "近日，溪口镇秋季防火巡护队进山设卡，各村每天两班不断人，沿山路口逐车登记，一律不许带火种。"
TITLE = "溪口镇秋季防火巡护队进山设卡"
SITE = "石榴生活圈 最快的消息"


@table(
    ("above", "told"),
    [
        ((SITE, TITLE), TITLE),
        ((TITLE, SITE), TITLE),
        ((SITE, "溪口镇秋季防火巡护队！进山设卡不断人"), "溪口镇秋季防火巡护队！进山设卡不断人"),
        (("溪口镇防火", TITLE), TITLE),
        ((SITE, "溪口鎮(zhèn)秋季防火巡護隊進山設卡"), "溪口鎮(zhèn)秋季防火巡護隊進山設卡"),
        ((SITE,), None),
        ((SITE, "溪口镇防火"), None),
        ((f"{TITLE} 李青禾摄",), None),
        ((f"{TITLE}（记者 李青禾）",), None),
        ((f"图/{TITLE}",), None),
        ((f"一、{TITLE}",), None),
        ((f"1. {TITLE}",), None),
        ((f"1 {TITLE}怎么样？",), None),
        ((f"{TITLE}：",), None),
        ((f"{TITLE}，",), None),
        ((f"——{TITLE}记事",), None),
        ((f"2021-09-03 {TITLE}",), None),
        ((f"| {TITLE} |",), None),
        ((f"上一篇 {TITLE}",), None),
        (("各位秋季防火巡护队的同志们",), None),
        (("作者：溪口镇秋季防火巡护队",), None),
    ],
)
def test_the_text_names_its_title(above: tuple[str, ...], told: str | None) -> None:
    assert title_spoken_of("\n".join((*above, TEXT))) == told


def test_a_title_far_above_the_text_is_none() -> None:
    assert title_spoken_of("\n".join((TITLE, *[SITE] * 50, TEXT))) is None
    assert title_spoken_of(f"{SITE}\n全体队员到岗，山里的每条小路都有人守着。\n{TITLE}") is None


@pytest.mark.parametrize(("title", "unspoken"), [(SITE, True), (TITLE, False), ("防火", False)])
def test_a_text_is_silent_of_a_site(title: str, unspoken: bool) -> None:
    assert is_unspoken(f"{title}\n{TEXT}", title) is unspoken


@pytest.mark.parametrize("nasty", ["溪口镇秋季防火\n" * 10_000, "溪" * 100_000, f"{SITE}\n" * 39 + "防火。" * 20_000])
def test_nasty_texts_are_quick(nasty: str) -> None:
    assert_quick(partial(title_spoken_of, nasty), seconds=0.2)
