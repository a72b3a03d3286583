"""Property: whatever a page holds, its shown text comes back exactly, and no figure, mask or `?` of the body is lost.

Pages are made of chrome above and below, an ordinary report, and damage; every rule of the recipe is on.
"""

import re
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.edits import apply, undo
from cleaners.page import HostRule, Media, Page
from cleaners.read import read
from cleaners.reading import Reading
from cleaners.rules.recipe import RULES
from cleaners.rules.rule import Context
from tests.cleaners.ordinary import ordinary

HEADS = (
    "当前位置:首页 > 范文大全 > 工作总结 > 正文", "浏览量:177 | 发布时间:2024-01-23", "(3100字)(全文3110字)",
    "下载文档\nID:2227694\n大小:15.18KB\n页数:8页\n格式:DOCX",
    "搜索\n打印 上一主题 下一主题\n[复制链接]\n楼主\n发表于 2021-1-2 22:08:16 | 只看该作者",
    "以下是小编为大家整理的材料，仅供参考，欢迎大家阅读借鉴！", "發(fā)布時間:2020-08-28 來源: 某處 點擊:", "",
)  # fmt: skip
TAILS = (
    "点赞:\n收藏:\n上一篇:某镇总结\n下一篇:某乡计划", "本文内容由互联网用户自发贡献,该文观点仅代表作者本人。",
    "如若转载,请注明出处:https://docs.example/78658.html", "此文档下载收益归作者所有\n下载文档\n收起\n展开",
    "回复\n使用道具 举报\n本版积分规则\nPowered by Discuz! X3.2", "剩余40%未读,下载后可阅读全文", "",
)  # fmt: skip
KEPT = re.compile(r"[0-9*X×某_□?]")
"""What stands for figures, for names left out and for characters lost."""


def wrapped(text: str, chance: Random) -> str:
    """Break lines at a width."""
    width = chance.randint(30, 60)
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width))


def collapsed(text: str, chance: Random) -> str:
    """Run paragraphs together."""
    return chance.choice(("", " ", "\u3000")).join(text.split("\n"))


def spaced(text: str, chance: Random) -> str:
    """Set blanks behind characters."""
    return "".join(mark + (" " if mark > "\u4e00" and chance.random() < 0.05 else "") for mark in text)


def read_aloud(text: str, chance: Random) -> str:
    """Put readings in brackets behind two frequent characters."""
    return text.replace("工", "工(gōng)").replace("作", "作(zuò)").replace("的", "的(de)")


def escaped(text: str, chance: Random) -> str:
    """Leave entities, tags, zero-width characters and doubled commas in the text."""
    marked = text.replace("“", "&ldquo;").replace("，", "，，", 2)
    return marked.replace("。", "。\u200b", 3).replace("、", "</span>、", 1)


def chunked(text: str, chance: Random) -> str:
    """Cut into numbered pieces, as one portal does."""
    flat = text.replace("\n", "")
    return "".join(f"\n{n}、{flat[at : at + 500]}" for n, at in enumerate(range(0, len(flat), 500), 1))


DAMAGES = (wrapped, collapsed, spaced, read_aloud, escaped)


@st.composite
def pages(draw: st.DrawFn, *, damages: int = 3) -> tuple[str, str]:
    """Give a dumped page, damaged in so many ways at most, and the body that it holds, undamaged."""
    chance = draw(st.randoms(use_true_random=False))
    report = ordinary(draw(st.integers(0, 400)))
    body = report.shown
    for damage in draw(st.lists(st.sampled_from(DAMAGES), max_size=damages, unique=True)):
        body = damage(body, chance)
    heads = draw(st.lists(st.sampled_from(HEADS), max_size=2, unique=True))
    tails = draw(st.lists(st.sampled_from(TAILS), max_size=2, unique=True))
    end = draw(st.sampled_from(("\n", "\r\n", "\n\n")))
    return "\n".join([*heads, report.title, body, *tails]).replace("\n", end), report.text


def read_dump(page: str) -> Reading:
    return read(Page(body=page.encode(), media=Media.TEXT))


def kept_of(text: str) -> str:
    return "".join(KEPT.findall(text))


@settings(deadline=None)  # a busy machine takes longer than the default for a page
@given(pages())
def test_a_page_comes_back_and_keeps_its_figures(made: tuple[str, str]) -> None:
    page, body = made
    entries = read_dump(page).entries
    assert "".join(undo(entry.text, entry.edits) for entry in entries) == page
    text = "".join(f"{entry.title}{entry.text}" for entry in entries)
    assert kept_of(body) in kept_of(text)


@settings(deadline=None)  # a busy machine takes longer than the default for a page
@given(pages(damages=1))
def test_cleaning_twice_changes_nothing_more(made: tuple[str, str]) -> None:
    """Two kinds of damage in one place may hide each other: a reading broken at a line's end is whole at last."""
    for entry in read_dump(made[0]).entries:
        context = Context(family="generic", title=entry.title)
        again, edits = apply(entry.text, [rule for rule in RULES if not (rule.dumps_only or rule.families)], context)
        assert again == entry.text, [edit.rule for edit in edits]


ODDS = (
    "一、主要工作", "（一）抓学习", "篇一：工作总结", "第一篇：汇报", "，F(xiàn)有的", "***同志", "20XX年", "党?建",
    "&nbsp;", "目 录", "1、", "2、", "PAGE 2", "【工作总结】", "!:;,", "盵1]", "<p>", "{{ x }}",
)  # fmt: skip
PIECES = st.one_of(
    st.sampled_from((*HEADS, *TAILS, *ODDS)),
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.integers(0, 60).map(lambda number: ordinary(number).shown[:400]),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12), st.sampled_from(("", "\n", " ", "\r\n")))
def test_any_text_at_all_comes_back(pieces: list[str], glue: str) -> None:
    shown = glue.join(pieces)
    for family, is_dump in (("dump", True), ("discuz", True), ("wenku", True), ("generic", False)):
        text, edits = apply(shown, RULES, Context(family=family, is_dump=is_dump, title="工作总结", host_rules=HOST))
        assert undo(text, edits) == shown
        ends = [(edit.start, edit.start + len(edit.taken)) for edit in edits]
        assert all(before[1] <= after[0] and before[0] < after[0] for before, after in pairwise(ends))
        assert all(edit.taken != edit.put for edit in edits)


SIGNS = ("(fwd)", "(shì)", "●", "•", "|", ">", "【", "（)", ":", "——", "&nbsp;", "来源：", "2019-01-02", "1", "▓")
LINES = st.one_of(
    st.sampled_from((*HEADS, *TAILS, *ODDS, *SIGNS)), st.lists(st.sampled_from(SIGNS), max_size=5).map("".join)
)


@settings(deadline=None, max_examples=200)
@given(st.lists(LINES, max_size=16), st.sampled_from(("\n", " ", "\r\n")))
def test_lines_of_signs_are_read_too(lines: list[str], glue: str) -> None:
    """A line of a reading alone, or of marks, once ended the reader: the page was lost."""
    page = glue.join(["溪口镇部署秋季防火工作", *lines, "今年以来，全镇上下齐心协力，清理河道三公里。"])
    shown = [undo(entry.text, entry.edits) for entry in read_dump(page).entries]
    assert all(text in page for text in shown)


HOST = (
    HostRule(name="watermark", words="本文来自某某文库", shape="phrase"),
    HostRule(name="notice", words="一、主要工作", shape="line"),
)
