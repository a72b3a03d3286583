"""Download portals: each family's page in five layouts and as a dump gives the same facts and the same text."""


from cleaners.edits import undo
from cleaners.outcome import State
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import PageKind, Reading
from tests.cleaners.platforms.portal_families import Case
from tests.cleaners.platforms.portal_pages import LAYOUTS, TITLE, Line, dump, page
from tests.cleaners.platforms.portal_rarer import CASES
from tests.tables import table

NAMES = [f"{case.family}-{n}" for n, case in enumerate(CASES)]
CHROME = (
    "下载", "会员分享", "温馨提示", "版权", "权益", "举报", "客服", "相关", "最近更新",
    "第1页", "收起", "喜欢", "登录", "倾情", "淘豆网",
    "大小", "页数", "上传",
    "Copyright", "合集", "评论", "24小时", "某县2020年", "文档摘要", "资源描述",
)  # fmt: skip


def markup(case: Case, layout: str) -> Reading:
    return read(Page(body=page(case.blocks, layout).encode(), url=case.url))


def dumped(case: Case) -> Reading:
    return read(Page(body=dump(case.blocks).encode(), media=Media.TEXT))


def close(text: str) -> str:
    return "".join(text.split())


@table("layout", LAYOUTS)
@table("case", CASES, ids=NAMES)
def test_a_page_of_markup_gives_text_and_facts(case: Case, layout: str) -> None:
    result = markup(case, layout)
    assert (result.platform.family, result.page_kind, result.outcome.state) == (
        case.family, PageKind.ENTRY, State.READ,
    )  # fmt: skip
    assert {name: getattr(result.facts, name) for name in case.facts} == dict(case.facts)
    assert [(date.kind, date.stated, date.at) for date in result.facts.dates] == list(case.dates)
    assert len(result.entries) == 1
    assert result.entries[0].text.splitlines() == list(case.text)
    assert (case.key or f"url:{case.url.removeprefix('https://')}") == result.document_key
    assert result.warnings == ()


@table("case", [case for case in CASES if case.has_dump], ids=lambda case: case.family)
def test_a_dump_of_the_page_gives_the_same(case: Case) -> None:
    result = dumped(case)
    assert result.platform.family == case.family
    assert {name: getattr(result.facts, name) for name in case.facts} == dict(case.facts)
    assert [(date.kind, date.stated, date.at) for date in result.facts.dates] == list(case.dates)
    entry = result.entries[0]
    assert close(entry.text) == close("".join(case.text))
    assert undo(entry.text, entry.edits) == dump(case.blocks)


@table("case", CASES, ids=NAMES)
def test_nothing_of_the_page_is_left_in_the_text(case: Case) -> None:
    texts = [markup(case, layout).entries[0].text for layout in LAYOUTS]
    assert [words for words in CHROME if any(words in text for text in texts)] == []


@table("case", CASES, ids=NAMES)
def test_the_title_is_the_files_name(case: Case) -> None:
    titles = {markup(case, layout).title for layout in LAYOUTS}
    assert {(title or "").removesuffix(" 篇27") for title in titles} == {TITLE}


@table("case", CASES, ids=NAMES)
def test_every_fact_says_where_it_stands(case: Case) -> None:
    facts = markup(case, "ul").facts
    places = dict(facts.where)
    stated = [name for name in case.facts if getattr(facts, name) not in (None, (), False)]
    assert [name for name in stated if name not in {*places, "published_at", "dates"}] == []
    assert all(date.where for date in facts.dates)


@table("case", CASES, ids=NAMES)
def test_how_it_is_told_is_said(case: Case) -> None:
    guess = markup(case, "ul").platform
    assert 0.5 <= guess.sure <= 0.97
    assert guess.why


def test_a_print_that_was_understood_otherwise_is_kept() -> None:
    renrendoc = next(case for case in CASES if case.family == "renrendoc")
    assert ("truncated", "已阅读5页，还剩27页未读， 继续免费阅读") in markup(renrendoc, "dl").facts.stated


def test_a_preview_of_pictures_alone_holds_no_text() -> None:
    renrendoc = next(case for case in CASES if case.family == "renrendoc")
    blocks = tuple(block for block in renrendoc.blocks if isinstance(block, Line) and block.words != "文档简介")
    result = read(Page(body=page(blocks, "ul").encode(), url=renrendoc.url))
    assert (result.outcome.state, result.outcome.detail) == (State.REFUSED, "the preview holds no text")
    assert result.facts.rights is not None
