"""Articles of DedeCMS in every skin: the text alone, and what each page states of itself."""

import pytest

from cleaners.outcome import Reason, State
from cleaners.platforms.dedecms import PLATFORM
from cleaners.platforms.platform import Findings, Sheet
from cleaners.read import read
from cleaners.reading import PageKind, View
from tests.cleaners.platforms import dedecms_pages as pages
from tests.cleaners.platforms.dedecms_pages import ARTICLE, PARAGRAPHS, TEXT, TITLE, sheet
from tests.tables import table

KEY = "dedecms:dede.test:article:37"
OLD_PAGER = "共3页: <a href='37.html'>上一页</a> <a href='37.html'>[1]</a> 2 <a href='37_3.html'>[3]</a> 下一页"
PICTURES_TEXT = f"巡堤现场\n{TEXT}"
# (name, page, text without white space at its ends)
SKINS = [
    ("5.7 article", pages.article(), f"{TEXT}\n{pages.EDITOR}"),
    ("5.7 article, advertisement in the cell", pages.article(cell="<div id='contentMidPicAD'>广告</div>"),
     f"{TEXT}\n{pages.EDITOR}"),
    ("5.7 article, poll in the cell",
     pages.article(editor="<form action='/plus/vote.php'>你怎么看？<input type='radio'>好</form>"), TEXT),
    ("5.7 article, its pages' titles to choose from",
     pages.article(cell="<select id='dedepagetitles'><option>1、概述</option></select>", editor=""), TEXT),
    ("5.7 article, pager in the cell",
     pages.article(cell="<div class='dede_pages'><a href='37_2.html'>2</a></div>", editor=""), TEXT),
    ("5.7 mobile", pages.mobile(), f"{TEXT}{pages.EDITOR}"),
    ("5.1 article", pages.old_article(), TEXT),
    ("5.7 soft", pages.soft(), TEXT),
    ("5.7 pictures", pages.pictures(), PICTURES_TEXT),
    ("5.1 soft", pages.page(f"<div class='stitle'>{TITLE}</div><div class='sview'><div class='sinfo'><ul><li><strong>"
     "文件类型：</strong>.doc</li></ul></div><div class='vtitle'>软件简介：</div><div class='sintro'>" + pages.BODY
     + "</div><div class='sdown'><a href='/uploads/soft/37.doc'>下载</a></div></div>"), TEXT),
    ("5.1 pictures", pages.page(f"<div class='ctitle'>{TITLE}</div><div class='pbox'>{pages.BODY}</div>"
     "<div id='imgbox'><dl><dd><span>更新日期：</span>2021-12-08</dd></dl></div>"), TEXT),
    ("nobody's, of divs", pages.skin_of_divs(), TEXT),
    ("nobody's, no facts", pages.skin_of_divs(head=""), TEXT),
    ("nobody's, of cells", pages.skin_of_cells(), TEXT),
]  # fmt: skip


def squeezed(text: str) -> str:
    return "".join(text.split())


def found_on(page: Sheet) -> Findings:
    guess = PLATFORM.detect(page)
    assert guess is not None
    return PLATFORM.read(page, guess)


@table(("html", "text"), [case[1:] for case in SKINS], ids=[case[0] for case in SKINS])
def test_the_text_and_nothing_else(html: str, text: str) -> None:
    found = found_on(sheet(html))
    (draft,) = found.drafts
    assert squeezed(draft.shown) == squeezed(text)
    assert (draft.title, draft.title_from) == (TITLE, "heading")
    assert (found.page_kind, found.outcome.state) == (PageKind.ARTICLE, State.READ)


@pytest.mark.parametrize("html", [case[1] for case in SKINS if "5.7" in case[0]])
def test_the_page_tells_its_number(html: str) -> None:
    assert found_on(sheet(html, "http://dede.test/zongjie/fangxun.html")).document_key == KEY


def test_facts_of_an_article() -> None:
    facts = found_on(sheet(pages.article())).facts
    assert facts.published_at == "2021-12-08T09:26+08:00"
    assert (facts.author, facts.source, facts.editor) == ("文心", "白杨镇政府办", "admin")
    assert (facts.category, facts.path) == ("工作总结", ("公文", "工作总结"))
    assert facts.keywords == ("防汛", "抗旱", "总结")
    assert facts.views is None  # a script that is not called would say it
    assert facts.abstract == pages.DIGEST
    assert facts.site_name == "某某文库"
    assert dict(facts.where)["author"] == "div.info: 作者"
    assert dict(facts.where)["path"] == "div.place"
    assert dict(facts.where)["editor"] == "div.content"
    assert facts.dates[0].where == "div.info: 时间"


def test_empty_fields_stay_silent() -> None:
    info = "<small>时间:</small>2021-12-08 09:26<small>来源:</small> <small>作者:</small> <small>点击:</small> 次"
    facts = found_on(sheet(pages.article(info=info, editor="(责任编辑：)"))).facts
    assert (facts.source, facts.author, facts.editor, facts.views) == (None, None, None, None)


def test_a_printed_counter_is_read() -> None:
    facts = found_on(sheet(pages.old_article())).facts
    assert (facts.views, facts.published_at, facts.author) == (512, "2021-12-08", "文心")


def test_facts_of_the_mobile_skin() -> None:
    found = found_on(sheet(pages.mobile(), "http://dede.test/m/view.php?aid=37"))
    assert (found.view, found.document_key) == (View.MOBILE, KEY)
    assert (found.facts.author, found.facts.source) == ("文心", "白杨镇政府办")
    assert found.facts.published_at == "2021-12-08T09:26+08:00"
    assert found.facts.category == "工作总结"


def test_a_mobile_skin_without_address_is_mobile() -> None:
    assert found_on(sheet(pages.mobile(), None)).view is View.MOBILE


def test_facts_of_a_file() -> None:
    facts = found_on(sheet(pages.soft())).facts
    assert (facts.file_size, facts.file_size_bytes, facts.file_format) == ("1.5 MB", 1572864, ".doc")
    assert (facts.rights, facts.published_at) == ("免费", "2021-12-08")
    (file,) = facts.attachments
    assert (file.name, file.url) == ("本地下载", "http://dede.test/plus/download.php?open=2&id=37&uhash=ab")


@pytest.mark.parametrize(
    ("skin", "fact"), [("5.1 soft", ("file_format", ".doc")), ("5.1 pictures", ("published_at", "2021-12-08"))]
)
def test_facts_of_the_old_skins(skin: str, fact: tuple[str, str]) -> None:
    html = next(case[1] for case in SKINS if case[0] == skin)
    assert getattr(found_on(sheet(html)).facts, fact[0]) == fact[1]


def test_the_files_of_an_old_soft() -> None:
    html = next(case[1] for case in SKINS if case[0] == "5.1 soft")
    assert [file.url for file in found_on(sheet(html)).facts.attachments] == ["http://dede.test/uploads/soft/37.doc"]


def test_files_in_the_text() -> None:
    body = pages.BODY + "<p><a href='/uploads/soft/211208/1-2112.doc'>附件：统计表.doc</a> <a href='/a/'>更多</a></p>"
    (file,) = found_on(sheet(pages.article(body=body))).facts.attachments
    assert (file.name, file.url) == ("附件：统计表.doc", "http://dede.test/uploads/soft/211208/1-2112.doc")


@pytest.mark.parametrize(
    ("head", "fact"),
    [
        ("<div>发布时间：2021-12-08 10:05 作者：文心</div>", ("published_at", "2021-12-08T10:05+08:00")),
        ("<p><i>2021-12-08</i></p>", ("published_at", "2021-12-08")),
        ("<div>浏览：512次</div>", ("views", 512)),
    ],
)
def test_facts_beside_the_text_of_an_unknown_skin(head: str, fact: tuple[str, object]) -> None:
    assert getattr(found_on(sheet(pages.skin_of_divs(head=head))).facts, fact[0]) == fact[1]


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "h4", "h5"])
def test_a_heading_proper_comes_before_what_repeats_it(tag: str) -> None:
    aside = f"<span>{TITLE}</span><div>{'沙枣村扫雪记，图文并茂。' * 40}</div><{tag}>{TITLE}</{tag}>"
    html = pages.page(f"{aside}<div class='x'>{pages.BODY}</div><div>{pages.NEIGHBOURS[0]}</div>")
    (draft,) = found_on(sheet(html)).drafts
    assert squeezed(draft.shown) == squeezed(TEXT)


ENDS = {
    "neighbours": f"<p>{pages.NEIGHBOURS[0]}</p>",
    "pager": "<p>共2页: 上一页 1 <a href='37_2.html'>[2]</a> <a href='37_2.html'>下一页</a></p>",
    "votes": pages.DIGG,
    "comments": "<form name='feedback'><textarea></textarea></form>",
    "services": "<p><a href='/plus/recommend.php?aid=37'>推荐</a></p>",
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_what_the_software_prints_below_a_text_ends_it(end: str) -> None:
    after = f"<div>{'沙枣村扫雪记，图文并茂。' * 40}</div>"
    html = pages.page(f"<h1>{TITLE}</h1><div class='x'>{pages.BODY}</div>{end}{after}")
    (draft,) = found_on(sheet(html)).drafts
    assert squeezed(draft.shown) == squeezed(TEXT)


def test_paragraphs_that_no_element_holds() -> None:
    head = "<p>时间：2021-12-08 来源：白杨镇政府办</p>"
    html = pages.page(f"<div><h1>{TITLE}</h1>{head}{pages.BODY}<p>{pages.NEIGHBOURS[0]}</p></div>")
    found = found_on(sheet(html))
    assert squeezed(found.drafts[0].shown) == squeezed(TEXT)
    assert (found.facts.published_at, found.facts.source) == ("2021-12-08", "白杨镇政府办")


def test_a_date_in_line() -> None:
    assert found_on(sheet(pages.skin_of_divs(head="<span>2021-12-08</span>"))).facts.published_at == "2021-12-08"


def test_the_editor_on_a_line_without_brackets() -> None:
    reading = read(sheet(pages.skin_of_divs(body=pages.BODY + "<div> 责任编辑：admin　</div>")).page)
    assert squeezed(reading.entries[0].text) == squeezed(TEXT)
    assert reading.facts.editor == "admin"


@pytest.mark.parametrize("holder", ["div", "section", "article"])
@pytest.mark.parametrize("beside", ["512人浏览", "来源：白杨镇政府办"])
def test_lines_of_facts_beside_the_text_in_its_block(holder: str, beside: str) -> None:
    block = f"<div><div>{beside}</div><{holder}>{pages.BODY}</{holder}></div>"
    (draft,) = found_on(sheet(pages.page(f"<h1>{TITLE}</h1>{block}<p>{pages.NEIGHBOURS[0]}</p>"))).drafts
    assert squeezed(draft.shown) == squeezed(TEXT)


def test_a_cell_of_facts_beside_the_text() -> None:
    rows = f"<table><tr><td>512人浏览</td><td>{pages.BODY}</td></tr></table>"
    (draft,) = found_on(sheet(pages.page(f"<h1>{TITLE}</h1>{rows}<p>{pages.NEIGHBOURS[0]}</p>"))).drafts
    assert squeezed(draft.shown) == squeezed(TEXT)


def test_minutes_keep_their_lines_of_labels() -> None:
    body = f"<p>时间：2021年12月8日</p><p>{PARAGRAPHS[1] * 4}</p>"
    (draft,) = found_on(sheet(pages.skin_of_divs(body=body))).drafts
    assert "时间：2021年12月8日" in draft.shown


def test_a_skin_without_heading_has_the_title_of_its_head() -> None:
    for separator in ("_", " - ", "-", "｜"):
        html = pages.article().replace(f'<div class="title"><h2>{TITLE}</h2></div>', "")
        (draft,) = found_on(sheet(html.replace(f"{TITLE}_", f"{TITLE}{separator}"))).drafts
        assert (draft.title, draft.title_from) == (TITLE, "title")


def test_the_digest_is_a_fact() -> None:
    assert found_on(sheet(pages.old_article())).facts.abstract == pages.DIGEST


def test_facts_of_pictures() -> None:
    assert found_on(sheet(pages.pictures())).facts.author == "文心"


@table("home", ["主页", "首页", "网站首页", "返回首页", "Home", "home"])
@table("step", [">", "»", "›", "→", "/", "-", "|"])
def test_breadcrumbs(home: str, step: str) -> None:
    place = f"<p><a href='/'>{home}</a> {step} <a href='/a/zongjie/'>工作总结</a> {step} </p>"
    facts = found_on(sheet(pages.article().replace(pages.PLACE, place))).facts
    assert (facts.path, facts.category) == (("工作总结",), "工作总结")


def test_facts_in_the_same_block_as_the_text() -> None:
    facts = found_on(sheet(pages.skin_of_cells())).facts
    assert (facts.published_at, facts.source, facts.views) == ("2021-12-08T09:26+08:00", "白杨镇政府办", 512)


@pytest.mark.parametrize(
    "html",
    [
        pages.page(f"<h1>{TITLE}</h1><div>{pages.BODY}</div><a href='/plus/list.php?tid=4'>更多</a>"),
        pages.page(f"<div>{pages.BODY}</div>{pages.NEIGHBOURS[0]}"),
        pages.page(f"<h1>{TITLE}</h1>" + "特此报告。".join(PARAGRAPHS) + pages.BODY + f"<p>{pages.NEIGHBOURS[0]}</p>"),
    ],
)
def test_without_end_or_heading_or_holder_the_page_goes_to_generic_with_its_key(html: str) -> None:
    found = found_on(sheet(html))
    assert (found.drafts, found.outcome.state, found.document_key) == ((), State.READ, KEY)


def test_an_article_of_pictures_alone_is_no_text() -> None:
    found = found_on(sheet(pages.article(body="<img src='/uploads/1.jpg'>", editor="")))
    assert (found.drafts, found.outcome.state, found.outcome.reason) == ((), State.REFUSED, Reason.NO_CONTENT)


def test_hidden_words_against_copying_are_none_of_the_text() -> None:
    style = "<style> .Xab123 { display:none; } </style>"
    hidden = " <span class='Xab123'>本文来自某某文库</span> <font color='#FFFFFF'>版权所有</font> "
    body = style + pages.BODY.replace("</p>", f"{hidden}</p>")
    (draft,) = found_on(sheet(pages.article(body=body, editor=""))).drafts
    assert squeezed(draft.shown) == squeezed(TEXT)


def test_white_words_without_such_a_style_are_text() -> None:
    body = f"{pages.BODY}<p><font color='#FFFFFF'>三、加强演练。</font></p>"
    (draft,) = found_on(sheet(pages.article(body=body, editor=""))).drafts
    assert "三、加强演练。" in draft.shown


def test_gbk_is_read_alike() -> None:
    found = found_on(sheet(pages.article(), charset="gbk"))
    assert found.facts.source == "白杨镇政府办"
    assert PARAGRAPHS[2] in found.drafts[0].shown


def test_the_editor_is_taken_by_a_rule() -> None:
    reading = read(sheet(pages.article()).page)
    (entry,) = reading.entries
    assert squeezed(entry.text) == squeezed(TEXT)
    assert [edit.rule for edit in entry.edits if "责任编辑" in edit.taken] == ["cms-editor"]
    assert (reading.document_key, reading.url) == (KEY, ARTICLE)
