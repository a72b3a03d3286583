"""Skins as data and families of signs: what the one reader of all skins takes and leaves. Pages are made up."""

import re

import pytest
from lxml.html import HtmlElement, fromstring

from cleaners.page import Hints, Media, Page
from cleaners.platforms.article_family import ArticleFamily, Sign, signs_in
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.template import Template, choose, path_of, read_article
from cleaners.reading import Facts, PageKind
from cleaners.sheet import open_sheet

PROSE = "".join(f"<p>第{n}，今年以来，全县各级各部门认真落实上级部署，工作有序推进，成效明显。</p>" for n in "一二三四")
SKIN = Template(
    name="made up",
    body=("//div[@id='text']", "//div[@class='words']"),
    title=("//b[@class='t']",),
    head=("//p[@class='info']",),
    path=("//div[@class='path']",),
    drop=(".//div[@class='ad']",),
    pager=("//div[@class='pages']",),
)
SIGNS = (
    Sign(words="made-up-cms", sure=0.7, why="its name"),
    Sign(words="/mu/static/", sure=0.8, why="its folder"),
    Sign(words="muVersion", sure=0.9, why="its script", also=("muBuild", "muDate")),
    Sign(words="mu:", sure=0.6, why="its mark", shape=re.compile(r"mu:\d{4}")),
)
FAMILY = ArticleFamily(family="made-up", version=1, signs=SIGNS, templates=(SKIN,))


def sheet_of(body: str, *, path: str = "/a/7.html") -> Sheet:
    html = f"<html><head><meta charset=utf-8><title>半年总结_青禾网</title></head><body>{body}</body></html>"
    return open_sheet(Page(body=html.encode(), url=f"http://docs.example{path}", media=Media.HTML), Hints())


def read(body: str, *, is_by_lines: bool = False) -> Findings:
    found = read_article(sheet_of(body), (SKIN,), is_by_lines=is_by_lines)
    assert found is not None
    return found


def block(words: str) -> HtmlElement:
    return fromstring(f"<div>{words}</div>")


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("当前位置：首页 > 工作总结 > 半年总结", ("工作总结", "半年总结")),
        ("您的位置: 网站首页 &gt;&gt; 工作总结", ("工作总结",)),
        ("\u3000位置：\u00a0首页\u3000»\u00a0工作总结\u3000", ("工作总结",)),
        ("首页›工作总结›正文", ("工作总结",)),
        ("位置： >工作总结：", ("工作总结",)),
        ("首页 > 正文", ()),
        ("位置：", ()),
    ],
)
def test_the_steps_of_a_breadcrumb(words: str, steps: tuple[str, ...]) -> None:
    assert path_of([block(words)]) == steps
    assert path_of([block(""), block(words), block("首页 > 别处")]) == (steps or ("别处",))


def test_a_skin_names_where_everything_stands() -> None:
    found = read(
        "<div class='path'>首页 > 工作总结</div><b class='t'>半年总结</b><p class='info'>作者：山人 来源：青禾社</p>"
        f"<div id='text'>{PROSE}<div class='ad'>买一送一</div></div>"
    )
    (draft,) = found.drafts
    assert (draft.title, draft.title_from, draft.author, draft.node) == ("半年总结", "heading", "山人", "div#text")
    assert "买一送一" not in draft.shown
    assert draft.shown.count("成效明显") == 4
    assert (found.facts.source, found.facts.path, found.facts.category) == ("青禾社", ("工作总结",), "工作总结")
    assert dict(found.facts.where)["path"] == "div.path"
    assert found.page_kind is PageKind.ARTICLE


@pytest.mark.parametrize(("title", "source"), [("长" * 200, "heading"), ("长" * 201, "title"), ("", "title")])
def test_a_box_that_is_no_title_is_passed_over(title: str, source: str) -> None:
    draft = read(f"<b class='t'>{title}</b><div id='text'>{PROSE}</div>").drafts[0]
    assert (draft.title, draft.title_from) == (title if source == "heading" else "半年总结", source)


@pytest.mark.parametrize("line", ["更多精彩内容请登录后查看", "剩余1200字，请下载", ""])
def test_a_cut_text_says_so(line: str) -> None:
    facts = read(f"<div id='text'>{PROSE}<p>{line}</p></div>").facts
    assert facts.truncated is bool(line)
    assert dict(facts.where).get("truncated") == ("wall" if line else None)


def test_the_first_path_that_finds_words_is_the_body() -> None:
    chosen = choose(sheet_of(f"<div class='words'>{PROSE}</div>"), (SKIN,))
    assert chosen is not None
    assert [node.get("class") for node in chosen.nodes] == ["words"]
    assert choose(sheet_of(f"<div class='else'>{PROSE}</div>"), (SKIN,)) is None
    assert choose(sheet_of("<div id='text'> \u00a0 </div>"), (SKIN,)) is None


def test_facts_round_the_text_are_read_where_asked() -> None:
    body = f"<p>作者：山人 来源：青禾社</p><div id='text'>{PROSE}</div>"
    assert read(body, is_by_lines=True).facts.author == "山人"
    assert read(body).facts == Facts(site_name="青禾网", where=(("site_name", "title"),))


@pytest.mark.parametrize(
    ("source", "sure", "why"),
    [
        ("made-up-cms", 0.7, "its name"),
        ("made-up-cms /mu/static/", 0.95, "its folder; its name"),
        ("muVersion", None, ""),
        ("muVersion muBuild", 0.9, "its script"),
        ("muVersion muDate", 0.9, "its script"),
        ("mu:202", None, ""),
        ("mu:2021", 0.6, "its mark"),
        ("mu:2021 made-up-cms /mu/static/ muVersion muDate", 0.95, "its script; its folder; its name"),
        ("made up cms", None, ""),
    ],
)
def test_signs_make_sure_and_two_surer(source: str, sure: float | None, why: str) -> None:
    guess = FAMILY.detect(sheet_of(f"<!-- {source} -->"))
    assert (guess and guess.sure, guess.why if guess else "") == (sure, why)
    assert bool(signs_in(source, SIGNS)) is (sure is not None)


def test_a_sign_of_certainty_stays_certain() -> None:
    signs = (*SIGNS, Sign(words="mu-sure", sure=0.99, why="beyond doubt"))
    family = ArticleFamily(family="made-up", version=1, signs=signs, templates=(SKIN,))
    guess = family.detect(sheet_of("<!-- mu-sure made-up-cms -->"))
    assert guess is not None
    assert guess.sure == 0.99


def test_a_family_without_a_fitting_skin_reads_nothing() -> None:
    sheet = sheet_of("<p>made-up-cms</p>")
    guess = FAMILY.detect(sheet)
    assert guess is not None
    found = FAMILY.read(sheet, guess)
    assert (found.page_kind, found.drafts) == (PageKind.OTHER, ())
    assert FAMILY.address("http://docs.example/a/7.html") is None
