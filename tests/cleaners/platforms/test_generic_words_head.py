"""Each name and word by which a page states facts of itself: `meta` names, ld+json, breadcrumbs, labels. Made up."""

# ruff: noqa: E501 - words in rows of tables

import pytest

from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM
from cleaners.platforms.platform import Findings
from cleaners.sheet import open_sheet
from tests.tables import table

TEXT = (
    "今年以来，全局干部职工围绕年初定下的目标，分工合作，按月对账，各项工作有序推进。",
    "每周五下午集中学习，学完交流体会，把学到的方法用到窗口服务上来，受到群众好评。",
    "窗口中午不休息，办件时间由三天减到一天，群众少跑了许多路，来信表扬的有十二封。",
    "下一步，我们将继续补短板、强弱项，把好的做法坚持下去，争取更好的成绩。",
)
BODY = "".join(f"<p>{words}</p>" for words in TEXT)


def read(*, head: str = "", title: str = "半年总结", above: str = "", inside: str = BODY, below: str = "") -> Findings:
    html = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{above}"
        f"<h1>半年总结</h1><div class='content'>{inside}</div>{below}</body></html>"
    )
    sheet = open_sheet(Page(body=html.encode(), url="http://docs.example/zj/7.html", media=Media.HTML), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    return PLATFORM.read(sheet, guess)


@table(
    ("name", "fact"),
    [
        ("author", "author"), ("Author", "author"), ("article:author", "author"), ("ContentSource", "source"),
        ("article:source", "source"), ("source", "source"), ("SiteName", "site_name"), ("og:site_name", "site_name"),
        ("application-name", "site_name"), ("ColumnName", "category"), ("article:section", "category"),
    ],
)  # fmt: skip
@table("attribute", ["name", "property", "itemprop"])
def test_a_meta_of_this_name_states_a_fact(attribute: str, name: str, fact: str) -> None:
    facts = read(head=f"<meta {attribute}='{name}' content=' 青禾社 '>").facts
    assert getattr(facts, fact) == "青禾社"
    assert dict(facts.where)[fact] == "meta"
    silent = read(head=f"<meta {attribute}='x-{name}' content='青禾社'><meta {attribute}='{name}' content=' '>").facts
    assert getattr(silent, fact) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("PubDate", "published"), ("article:published_time", "published"), ("publishdate", "published"),
        ("publish-date", "published"), ("og:release_date", "published"), ("datePublished", "published"),
        ("og:pubdate", "published"), ("article:modified_time", "updated"), ("dateModified", "updated"),
        ("og:updated_time", "updated"), ("lastmodified", "updated"),
    ],
)  # fmt: skip
def test_a_meta_of_this_name_states_a_date(name: str, kind: str) -> None:
    facts = read(head=f"<meta itemprop='{name}' content='2021-12-08 09:15'>").facts
    assert [(date.kind, date.at, date.where) for date in facts.dates] == [
        (kind, "2021-12-08T09:15+08:00", f"meta {name.lower()}")
    ]
    assert read(head=f"<meta itemprop='{name}x' content='2021-12-08 09:15'>").facts.dates == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("pubDate", "published"), ("datePublished", "published"), ("upDate", "updated"), ("dateModified", "updated")],
)
def test_ld_json_states_a_date(name: str, kind: str) -> None:
    block = f'<script type="application/ld+json">{{"title": "半年总结", "{name}" : "2021-12-08T09:15:00"}}</script>'
    facts = read(head=block).facts
    assert [(date.kind, date.at, date.where) for date in facts.dates] == [
        (kind, "2021-12-08T09:15:00+08:00", f"ld+json {name}")
    ]
    assert read(head=block.replace("ld+json", "json")).facts.dates == ()
    assert read(head=block.replace(name, "startDate")).facts.dates == ()


def test_the_official_title_comes_first() -> None:
    findings = read(head="<meta name='ArticleTitle' content='关于半年 总结的通报'>")
    assert (findings.drafts[0].title, findings.drafts[0].title_from) == ("关于半年 总结的通报", "meta")
    assert read(head="<meta name='ArticleTitles' content='别的'>").drafts[0].title == "半年总结"
    assert read(head=f"<meta name='ArticleTitle' content='{'长' * 121}'>").drafts[0].title == "半年总结"
    assert read(head="<meta name='ArticleTitle' content='长'>").drafts[0].title == "半年总结"


@table(
    "title", ["半年总结_青禾网", "半年总结__青禾网", "半年总结|青禾网", "半年总结 ｜ 青禾网", "半年总结–青禾网", "半年总结—青禾网", "半年总结——青禾网",
              "半年总结 » 青禾网", "半年总结 › 青禾网", "半年总结--青禾网", "半年总结 - 青禾网", "半年总结- 青禾网", "半年总结 -青禾网", "半年总结-青禾网",
              "半年总结_总结_青禾网", "半年总结 - 青禾网 - Powered by Qinghe"],
)  # fmt: skip
def test_what_parts_a_title_from_its_site(title: str) -> None:
    wanted = "总结" if "Powered" in title else "青禾网"
    facts = read(title=title).facts
    assert facts.site_name == (None if "Powered" in title else wanted)


@pytest.mark.parametrize("title", ["半年总结", "半年总结 青禾网", "2021-12总结", "A-B角制度", "半年总结,青禾网", "半年总结_半年总结"])
def test_what_parts_nothing(title: str) -> None:
    assert read(title=title).facts.site_name is None


def test_a_page_without_a_heading_has_the_first_part_of_its_title() -> None:
    html = f"<html><head><meta charset=utf-8><title>半年总结_青禾网</title></head><body>{BODY}</body></html>"
    sheet = open_sheet(Page(body=html.encode(), url="http://docs.example/zj/7.html", media=Media.HTML), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    draft = PLATFORM.read(sheet, guess).drafts[0]
    assert (draft.title, draft.title_from) == ("半年总结", "title")


@pytest.mark.parametrize(
    "itself", ["正文", "内容", "文章内容", "正文内容", "文章正文", "详细内容", "内容页", "信息内容", "阅读文章", "半年总结", "首页"]
)
def test_the_last_step_of_a_breadcrumb_may_be_the_page_itself(itself: str) -> None:
    facts = read(above=f"<div>当前位置：首页 > 工作总结 > {itself}</div>").facts
    assert facts.category == "工作总结"
    assert facts.path == ("首页", "工作总结", itself)


@pytest.mark.parametrize("column", ["正文集", "内容安全", "阅读", "年终总结"])
def test_a_like_word_is_a_column(column: str) -> None:
    assert read(above=f"<div>当前位置：首页 > 工作总结 > {column}</div>").facts.category == column


@pytest.mark.parametrize(
    ("line", "fact"),
    [("责任编辑：山人", "editor"), ("审核：山人", "reviewer"), ("供稿：山人", "contributor"), ("来源：山人", "source")],
)
def test_a_line_below_a_text_states_who_made_it(line: str, fact: str) -> None:
    facts = read(below=f"<p>{line}</p>").facts
    assert getattr(facts, fact) == "山人"
    assert getattr(read(below="".join(f"<p>第{n}条</p>" for n in "一二三四五六七八") + f"<p>{line}</p>").facts, fact) is None
    assert getattr(read(below=f"<p>{line}{'，' * 80}</p>").facts, fact) is None


@pytest.mark.parametrize("line", ["作者：山人", "栏目：青禾", "文号：青政发〔2021〕3号", "发布时间：2021-12-08"])
def test_other_labels_below_a_text_are_the_sites(line: str) -> None:
    facts = read(below=f"<p>{line}</p>").facts
    assert (facts.author, facts.category, facts.document_number, facts.published_at) == (None, None, None, None)


@pytest.mark.parametrize(
    ("line", "fact"),
    [("时间：2021-12-08", "published_at"), ("日期：2021-12-08", "published_at"), ("编号：35", "document_id"),
     ("作者：山人", "author"), ("来源：青禾社", "source"), ("主题词：停水", "keywords"), ("分类：通知", "category"),
     ("类别：通知", "category"), ("标签：停水", "keywords")],
)  # fmt: skip
def test_a_label_alone_in_a_text_may_be_of_minutes(line: str, fact: str) -> None:
    """One label that reports open with themselves says nothing of the page; above the heading it does."""
    assert getattr(read(inside=f"<p>{line}</p>{BODY}").facts, fact) in (None, ())


@pytest.mark.parametrize(
    ("line", "fact"),
    [("发布时间：2021-12-08", "published_at"), ("文章来源：青禾社", "source"), ("作者：山人 来源：青禾社", "source")],
)
def test_a_label_that_only_pages_print_speaks_for_the_page(line: str, fact: str) -> None:
    assert getattr(read(inside=f"<p>{line}</p>{BODY}").facts, fact)
