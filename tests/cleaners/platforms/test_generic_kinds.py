"""Lists, home pages, empty pages and texts told from each other, in many layouts. All pages here are made up."""

# ruff: noqa: E501 - one page a row of the table

from itertools import starmap

import pytest

from cleaners.outcome import Reason, State
from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM
from cleaners.platforms.platform import Findings
from cleaners.reading import PageKind
from cleaners.sheet import open_sheet
from tests.tables import table

LIST, ARTICLE, EMPTY = PageKind.LIST, PageKind.ARTICLE, PageKind.OTHER
ABOUT = "白桦文库收的都是虚构的公文，供演示之用。"
FEET = {
    "tag": f"<footer><p>{ABOUT}</p><p>桂ICP备00000001号-1</p></footer>",
    "class": f'<div class="foot"><p>{ABOUT}</p><p>版权所有 白桦文库</p></div>',
    "bare": f"<div><p>{ABOUT}</p><p>桂ICP备00000001号-1</p></div>",
    "cell": "<table><tr><td>Copyright © 2021 白桦文库 版权所有 桂ICP备00000001号</td></tr></table>",
    "office": "<div><p>主办单位：青禾县某局 网站标识码：0000000000</p><p>桂公网安备 00000000000000号</p></div>",
}
NAV = '<div class="nav"><a href="/">首页</a><a href="/zj/">总结</a><a href="/jh/">计划</a><a href="/jy/">发言</a></div>'
NOTICE = (
    "因供水管网检修，定于十二月八日九时至十七时停水，请各单位和居民提前做好储水准备，不便之处敬请谅解。"
    "恢复时间如有变化另行告知，详情可向社区咨询，特此通知。"
)
TEXT = (
    "今年以来，全局干部职工围绕年初定下的目标，分工合作，按月对账，各项工作有序推进。",
    "一是抓学习。每周五下午集中学习，学完交流体会，把学到的方法用到窗口服务上来。",
    "二是抓服务。窗口中午不休息，办件时间由三天减到一天，群众少跑了许多路。",
    "三是抓安全。每季度检查一次消防设施，发现隐患十二处，都已整改到位。",
    "下一步，我们将继续补短板、强弱项，把好的做法坚持下去，争取更好的成绩。",
)
TEASER = "本季度各村清理河道三公里，清运垃圾二十车，村民自发参加，河水清了许多。"
LONG = "".join(f"<p>{words}</p>" for words in TEXT * 3)


def title(n: int) -> str:
    return f"青禾县第{n}季度河道清理情况通报"


def link(n: int) -> str:
    return f'<a href="/zj/{n}.html">{title(n)}</a>'


def ul(count: int, *, name: str = "list") -> str:
    return (
        f'<ul class="{name}">'
        + "".join(f"<li>{link(n)} <span>2021-0{n % 9 + 1}-02</span></li>" for n in range(count))
        + "</ul>"
    )


def each(shape: str, count: int) -> str:
    rows = ((n, link(n)) for n in range(1, count + 1))
    return "".join(starmap(lambda n, row: shape.format(n=n, link=row, teaser=f"第{n}期：{TEASER}"), rows))


DIVS = '<div class="item"><div class="t">{link}</div><div class="d">{teaser}</div></div>'
DATED = "<div><span>2021-03-0{n}</span> <div>{link}</div></div>"
FLAT = "<h3>{link}</h3><p>{teaser}</p>"
DL = "<dl><dt>{link}</dt><dd>{teaser}</dd></dl>"
CELLS = "<tr><td>·</td><td>{link}</td><td>2021-04-0{n}</td></tr>"
DEDE = (
    '<li><a href="/zj/{n}.html"><img src="/x.gif"></a>[<b><a href="/zj/">工作总结</a></b>] {link} '
    '<span>日期：2021-05-0{n} 点击：1{n}</span><p class="intro">{teaser}...</p></li>'
)
CARD = '<article class="post"><h2>{link}</h2><p>{teaser}……</p><a href="/zj/{n}.html">阅读全文</a></article>'
SIDE = '<td width="200"><b>最新信息</b><ul>' + "".join(f"<li>{link(n)}</li>" for n in range(30)) + "</ul></td>"
RELATED = "<div><h3>相关文章</h3>" + ul(25) + "</div>"
NEXT_TO = f"<p>上一篇：{link(1)}</p><p>下一篇：{link(2)}</p>"

CASES = {
    # lists
    "ul list": (LIST, f"<h1>总结</h1>{ul(15)}"),
    "ul list, four rows": (LIST, f"<h1>总结</h1>{ul(4)}"),
    "category of two": (LIST, f"<h1>总结</h1>{ul(2)}"),
    "category of one": (LIST, f"<h1>总结</h1>{ul(1)}"),
    "category of one with a teaser": (LIST, f"<h1>总结</h1>{each(DL, 1)}"),
    "div soup with teasers": (LIST, each(DIVS, 9)),
    "dates before titles": (LIST, each(DATED, 9)),
    "headings and paragraphs": (LIST, f"<div>{each(FLAT, 8)}</div>"),
    "dl with teasers": (LIST, each(DL, 10)),
    "table of rows": (LIST, f"<table>{each(CELLS, 9)}</table>"),
    "image, category, teaser": (LIST, f"<ul>{each(DEDE, 7)}</ul>"),
    "two of image, category, teaser": (LIST, f"<ul>{each(DEDE, 2)}</ul>"),
    "cards": (LIST, each(CARD, 6)),
    "tag page with its own words": (LIST, f"<h1>标签：河道</h1><p>本标签为大家整理了与河道清理有关的各类材料，每周更新，供各位参考使用。</p>{ul(12)}"),
    "category with its own words": (
        LIST, f"<h1>总结</h1><div><p>本栏目收录各单位的年度总结、半年总结和专项总结，内容由会员提供，供广大读者写作时参考，"
        f"每天更新，欢迎收藏。写总结要实事求是，有数据有例子。</p></div>{ul(20)}",
    ),
    "search page": (LIST, f"<h1>搜索：河道</h1><p>共找到 35 条与河道有关的结果，用时零点一秒。</p>{each(DIVS, 8)}"),
    "home of lists": (LIST, "".join(f'<div class="box"><h3>{name}</h3>{ul(8)}</div>' for name in ("总结", "计划"))),
    "home of teasers": (LIST, f'<div class="hot">{each(DIVS, 6)}</div><div>{each(FLAT, 6)}</div>'),
    "home of sections": (LIST, '<ul class="docs"><li><a href="/c/1">总结</a></li><li><a href="/c/2">计划</a></li><li><a href="/c/3">发言</a></li></ul>'),
    # nothing
    "in the making": (EMPTY, "<h1>正在整理</h1><div class='content'></div>"),
    "in the making, words": (EMPTY, "<div class='content'><p>正在整理</p></div>"),
    "empty category": (EMPTY, "<h1>总结</h1><ul class='list'></ul><p>暂无内容</p>"),
    "nothing but the foot": (EMPTY, ""),
    # texts
    "short notice": (ARTICLE, f"<h1>停水通知</h1><div><p>{NOTICE}</p></div>"),
    "short notice beside many links": (
        ARTICLE, f"<table><tr>{SIDE}<td><h1>停水通知</h1><p>{NOTICE}</p></td></tr></table>",
    ),
    "short notice below many links": (ARTICLE, f"{ul(30, name='l')}<div><h1>停水通知</h1><p>{NOTICE}</p></div>"),
    "short notice above many links": (ARTICLE, f"<div><h1>停水通知</h1><p>{NOTICE}</p></div>{ul(30, name='l')}"),
    "short notice with a link in it": (
        ARTICLE, f"<h1>停水通知</h1><p>根据{link(3)}的要求，{NOTICE}</p>",
    ),
    "notice of two paragraphs": (ARTICLE, f"<h1>放假通知</h1><p>{NOTICE}</p><p>青禾县某局<br>2021年12月6日</p>{NEXT_TO}"),
    "gov notice": (
        ARTICLE, f"<table><tr><td>索引号：000</td><td>发布日期：2021-12-01</td></tr></table><h1>关于停水的公告</h1><div>{NOTICE}{TEXT[0]}</div>",
    ),
    "school news": (ARTICLE, f"<h2>我校召开总结会</h2><div>来源：校办 日期：2021-12-03</div><div>{TEXT[0]}<br>{TEXT[1]}</div>"),
    "article": (ARTICLE, f"<h1>半年总结</h1><div>{LONG}</div>"),
    "article with long related list": (ARTICLE, f"<h1>半年总结</h1><div>{LONG}</div>{RELATED}{RELATED}"),
    "article with related teasers": (ARTICLE, f"<h1>半年总结</h1><div>{LONG}</div><div><b>推荐</b>{each(DIVS, 4)}</div>"),
    "article that cites documents": (
        ARTICLE, "<h1>依据</h1><div>" + "".join(f"<p>{link(n)}规定，{words}</p>" for n, words in enumerate(TEXT)) + "</div>",
    ),
    "article in one table": (ARTICLE, f"<table><tr><td><b>半年总结</b></td></tr><tr><td>{'<br>'.join(TEXT)}</td></tr></table>"),
    "article in br": (ARTICLE, f"<h1>半年总结</h1>{'<br><br>'.join(TEXT)}{NEXT_TO}"),
    "portal entry": (
        ARTICLE, f"<h1>半年总结</h1><ul><li>大小:8KB</li><li>页数:3页</li></ul><aside><p>温馨提示:</p><p>下载前请仔细阅读。</p>"
        f"<p>因网络波动无法下载的，请重试。</p></aside><div>{''.join(f'<p>{words}</p>' for words in TEXT)}</div>",
    ),
    "portal entry without a text yet": (
        EMPTY, "<aside><p>温馨提示:</p><p>下载前请仔细阅读文档内容，确认符合您的需求，再行下载。</p>"
        "<p>因网络波动无法下载的，请重试。</p></aside><div id='preview'></div>",
    ),
    "portal notice without a tag": (
        ARTICLE, f"<h1>停水通知</h1><div><p>温馨提示:</p><p>本文档由用户上传，版权归用户所有，下载前请仔细阅读。</p>"
        f"<p>因网络波动无法下载的，请重试。</p></div><div><p>{NOTICE}</p></div>",
    ),
    "a notice called 温馨提示": (ARTICLE, f"<h1>温馨提示</h1><div><p>温馨提示：{NOTICE}</p></div>"),
}  # fmt: skip
NEVER = ("ICP备", "虚构的公文", "版权所有", "公网安备", "网站标识码", "请重试", "相关文章", "上一篇")


def read(body: str, foot: str, *, url: str = "http://docs.example/zj/77.html") -> Findings:
    html = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>白桦文库</title></head><body>{NAV}{body}{foot}</body>"
    )
    sheet = open_sheet(Page(body=html.encode(), url=url, media=Media.HTML), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    return PLATFORM.read(sheet, guess)


@table("foot", FEET.values(), ids=FEET)
@table(("kind", "body"), CASES.values(), ids=CASES)
def test_a_page_is_of_its_kind_whatever_its_foot(kind: PageKind, body: str, foot: str) -> None:
    findings = read(body, foot)
    assert findings.page_kind is kind
    states = {LIST: State.LISTED, ARTICLE: State.READ, EMPTY: State.REFUSED}
    assert findings.outcome.state is states[kind]
    assert findings.outcome.reason is (Reason.NO_CONTENT if kind is EMPTY else None)
    assert bool(findings.drafts) is (kind is ARTICLE)
    shown = "".join(draft.shown for draft in findings.drafts)
    assert [words for words in NEVER if words in shown] == []
    if kind is LIST and "zj/1.html" in body:
        assert "http://docs.example/zj/1.html" in {found.url for found in findings.links.documents}


@pytest.mark.parametrize("name", [name for name, (kind, body) in CASES.items() if NOTICE in body])
def test_a_short_notice_is_whole(name: str) -> None:
    (draft,) = read(CASES[name][1], FEET["tag"]).drafts
    assert NOTICE in "".join(draft.shown.split())


def test_a_home_page_with_a_greeting_is_a_list() -> None:
    greeting = f"<div><p>{TEXT[0]}{TEXT[1]}</p></div>"
    body = f"{greeting}{ul(20)}"
    assert read(body, FEET["tag"], url="http://docs.example/").page_kind is LIST
    assert read(body, FEET["tag"]).page_kind is ARTICLE
