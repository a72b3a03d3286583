"""Texts of many kinds in the layouts of many kinds of sites come out whole and alone. Texts and pages are made up."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from cleaners.entries import clean_draft
from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM
from cleaners.reading import PageKind
from cleaners.rules.rule import Context
from cleaners.sheet import open_sheet
from tests.tables import table

PAGES = Path(__file__).parent / "pages"
LAYOUTS = sorted(path.stem.removeprefix("generic_layout_") for path in PAGES.glob("generic_layout_*.html"))
NEWS = (
    "青禾县融媒体中心5月16日讯（记者 山人）记者从青禾县农业农村局获悉，今年全县早稻播种面积达到二十三万亩，长势良好。",
    "“往年这个时候还在为缺水发愁，今年水渠修通了，打开闸门就能灌溉。”石桥村种粮大户老柳站在田埂上说。",
    "5月15日，石桥村村民在田间查看秧苗长势。白露 摄",
    "项目建成后，每亩用水可节省三成，人工成本下降约一百五十元。",
    "截至目前，全县已举办培训班三十二场，培训农户四千多人次，发放技术手册八千余份。",
)
NOTICE = (
    "各村（社区）、镇直各单位：",
    "因供水管网检修，定于十二月八日九时至十七时对老街、东门、石桥三个片区停水，请提前做好储水准备。恢复时间另行告知。",
    "特此通知。",
    "白石镇人民政府",
    "2021年12月6日",
)
ESSAY = (
    "外婆的院子里有一棵老枣树。",
    "小时候每到八月，我就搬个竹凳坐在树下，仰着头看枣子一天天由青变红。外婆总说，别急，等露水重了，枣才甜。",
    "后来我到城里念书，一年只回去两次。",
    "清明那天我回到院子，枣树刚冒出新芽，细细的，嫩得发亮。我站了很久，忽然明白，有些味道，是再也买不到的了。",
)
TEXTS = {"河道与早稻": NEWS, "关于三个片区停水的通知": NOTICE, "外婆的枣树": ESSAY}


def paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>\u3000\u3000{words}</p>" for words in lines)


def breaks(lines: Sequence[str]) -> str:
    return "<br><br>".join(f"\u3000\u3000{words}" for words in lines)


def divs(lines: Sequence[str]) -> str:
    return "".join(f"<div>{words}</div><div><br></div>" for words in lines)


def sections(lines: Sequence[str]) -> str:
    return "<section>" + "".join(f"<section><span>{words}</span></section>" for words in lines) + "</section>"


def word(lines: Sequence[str]) -> str:
    return "".join(f'<p class="MsoNormal"><span>{words[:5]}</span><span>{words[5:]}</span></p>' for words in lines)


STYLES = (paragraphs, breaks, divs, sections, word)
TOLERATED = {
    "finance": {"方便，快捷", "手机查看财经快讯", "专业，丰富", "一手掌握市场脉搏", "（文章来源：青禾财经）"},
    "mwiki": {"参考文献[编辑]", "^ 山人. 青禾县志. 2003.", "[编辑]", "参考文献"},
    "people": {"来源：青禾日报"},
}
"""What stays of a layout beside the text: words that others' texts end or begin with as well."""

FALLS_SHORT = {("finance", "关于三个片区停水的通知", sections), ("jianshu", "关于三个片区停水的通知", sections)}
"""Known: where a short notice stands in bare sections, words of the site around it weigh as much as its own."""


@cache
def layout(name: str) -> str:
    return (PAGES / f"generic_layout_{name}.html").read_text("utf-8")


def texts_of(name: str, title: str, style: Callable[[Sequence[str]], str]) -> list[str]:
    """Give the lines that are read of a layout around a text, without those that the layout may keep."""
    html = layout(name).replace("@@TITLE@@", title).replace("@@BODY@@", style(TEXTS[title]))
    sheet = open_sheet(Page(body=html.encode(), url="http://www.docs.example/a/77.html", media=Media.HTML), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    findings = PLATFORM.read(sheet, guess)
    assert findings.page_kind is PageKind.ARTICLE
    (draft,) = findings.drafts
    entry = clean_draft(draft, Context(family="generic", title=draft.title, is_dump=False))
    lines = [line.strip() for line in entry.text.splitlines() if line.strip()]
    return [line for line in lines if line != title and line not in TOLERATED.get(name, ())]


@table("style", STYLES)
@table("title", TEXTS)
@table("name", LAYOUTS)
def test_a_text_comes_out_whole_and_alone(name: str, title: str, style: Callable[[Sequence[str]], str]) -> None:
    if (name, title, style) not in FALLS_SHORT:
        assert texts_of(name, title, style) == list(TEXTS[title])


@pytest.mark.xfail(strict=True, reason="the site's words round a very short text are taken for it")
@pytest.mark.parametrize(("name", "title", "style"), sorted(FALLS_SHORT, key=str))
def test_a_short_text_comes_out_as_well(name: str, title: str, style: Callable[[Sequence[str]], str]) -> None:
    assert texts_of(name, title, style) == list(TEXTS[title])
