"""Who wrote a text by its first lines, its title or the note on its author; and lines like them that name nobody."""

import pytest

from cleaners.facts.writers import with_writer
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Facts
from tests.tables import table
from tests.timing import assert_quick

BODY = "近日，溪口的石榴熟了，我和奶奶一起去摘。\n奶奶说，石榴要轻轻地放。"
POST = "（1.溪口农业大学林学院，溪口 310000；2.石榴县农科所，石榴 310000）"
WRITTEN = [
    (f"溪口路小学四(1)班 王溪岚\n{BODY}", None, "王溪岚"),
    (f"溪口市 石榴小學五年級二班 王溪岚\n{BODY}", None, "王溪岚"),
    (f"文：王溪岚（作者为本报读者）\n{BODY}", None, "王溪岚"),
    (f"文 王小岚(溪口居民区)\n{BODY}", None, "王小岚"),
    (f"王溪岚(高级教师)\n{BODY}", None, "王溪岚"),
    (f"王溪岚，李青禾，陈 岚\n{POST}\n{BODY}", None, "王溪岚，李青禾，陈 岚"),
    (f"王溪岚1, 李青禾1,2, 陈石2*\n1. 溪口工学院管理学院 溪口 310000;\n{BODY}", None, "王溪岚, 李青禾, 陈石"),
    (f"王溪岚\n摘要：本文说石榴。\n{BODY}", None, "王溪岚"),
    (f"王溪岚\n{BODY}", "王溪岚：论石榴的来历", "王溪岚"),
    (f"{BODY}\n[作者简介]王溪岚(1980-)，女，溪口人，讲师。", None, "王溪岚"),
    (f"王溪岚\n{BODY}{BODY}", "也谈石榴", "王溪岚"),
    (f"——以溪口为例\n- 王小岚 -\n{BODY}{BODY}", "也谈石榴", "王小岚"),
    (f"方法一\n{BODY}{BODY}", "也谈石榴", None),
    (f"黄金周\n{BODY}{BODY}", "也谈石榴", None),
    (f"王溪岚\n一、石榴\n{BODY}", "也谈石榴", None),
    (f"{BODY}{BODY}\n王溪岚\n{BODY}", "也谈石榴", None),
    (BODY, "王溪岚：论石榴的来历", None),
    (f"王溪岚\n李青禾\n{BODY}", "获奖名单", None),
    (f"王溪岚 李青禾\n{BODY}", "获奖名单", None),
    (f"三年级 优秀\n{BODY}", None, None),
    (f"石榴小学四（1）班 全体同学和老师\n{BODY}", None, None),
    (f"文：石榴\n{BODY}", None, None),
    (f"关于 任务\n摘要：本文说石榴。\n{BODY}", None, None),
    (f"温馨提示\n{POST}\n{BODY}", None, None),
    (f"通知：\n通知\n{BODY}", "通知：石榴熟了", None),
    (f"{BODY}\n作者简介：白居易(772-846)，唐代诗人。", None, None),
    (f"{BODY}\n作者简介：王溪岚(1980-)，女；李青禾（1982-），男，讲师。", None, None),
    (f"{BODY}\n一\n二\n三\n文：王溪岚", None, None),
]  # fmt: skip


@table(("text", "title", "author"), WRITTEN)
def test_a_text_names_its_writer(text: str, title: str | None, author: str | None) -> None:
    assert with_writer(Facts(), title, text, text).author == author
    assert with_writer(Facts(author="石榴"), title, text, text).author == "石榴"


@pytest.mark.parametrize("media", [Media.TEXT, Media.HTML])
def test_the_words_stay_in_the_text(media: Media) -> None:
    lines = ["秋天的石榴", "石榴小学四（1）班 王溪岚", *([BODY.replace("\n", "")] * 4)]
    marked = f"<title>{lines[0]}</title><h1>{lines[0]}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:])
    found = read(Page(body=("\n".join(lines) if media is Media.TEXT else marked).encode(), media=media))
    assert found.facts.author == "王溪岚"
    assert lines[1] in found.entries[0].text


@pytest.mark.parametrize("nasty", ["王溪，" * 30_000, "（1.大学" * 30_000, "作者简介" * 50_000, "年级 " * 50_000])
def test_nasty_texts_are_quick(nasty: str) -> None:
    assert_quick(lambda: with_writer(Facts(), "王溪岚：" * 999, nasty, nasty), seconds=0.2)
