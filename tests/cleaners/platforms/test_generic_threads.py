"""Threads of software without a family: every floor with author, time and text, and nothing beside it."""

from datetime import UTC, datetime

from cleaners.outcome import State
from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM
from cleaners.platforms.platform import Findings
from cleaners.read import read
from cleaners.reading import PageKind
from cleaners.sheet import open_sheet
from tests.cleaners.platforms import generic_thread_pages as pages
from tests.tables import table

PHPBB = pages.named("phpBB 3")


def page_of(html: str, url: str) -> Page:
    return Page(body=html.encode(), url=url, media=Media.HTML, fetched_at=datetime(2021, 4, 1, tzinfo=UTC))


def found_on(html: str, url: str) -> Findings:
    sheet = open_sheet(page_of(html, url), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    return PLATFORM.read(sheet, guess)


def told(findings: Findings) -> list[tuple[int, str | None, str | None, str]]:
    return [
        (
            draft.position,
            draft.author,
            draft.date.at[:16] if draft.date and draft.date.at else None,
            "\n".join(line.strip() for line in draft.shown.splitlines() if line.strip()),
        )
        for draft in findings.drafts
    ]


@table("content", pages.CONTENTS)
@table("software", pages.ALL, ids=lambda software: software.name)
def test_every_floor_is_read(software: pages.Software, content: str) -> None:
    opening, replies = pages.CONTENTS[content]
    findings = found_on(pages.thread(software, opening, replies), software.url)
    assert (findings.page_kind, findings.outcome.state) == (PageKind.THREAD, State.READ)
    assert told(findings) == pages.floors(software, opening, replies)


def test_the_first_post_is_the_entry_and_the_others_are_replies() -> None:
    reading = read(page_of(pages.thread(PHPBB), PHPBB.url))
    assert [(entry.position, entry.title, entry.author) for entry in reading.entries] == [(1, pages.TITLE, "山前雨")]
    assert [(reply.floor, reply.author) for reply in reading.replies] == [
        (2, "青石板"), (3, "北坡"), (4, "木槿"), (5, "青石板"),
    ]  # fmt: skip
    assert reading.entries[0].node == "div.content"
    assert (reading.facts.author, reading.facts.published_at) == ("山前雨", "2021-03-04T22:18+08:00")
    assert reading.facts.dates[0].kind == "posted"


POST = (
    "<div class='post' id='p{n}'><a class='user-name' href='/u/{n}'>用户{n}</a>"
    "<span class='time'>2021-03-05 09:1{n}</span><span class='floor'>#{n}</span>"
    "<div class='content'><p>{words}</p></div>{within}</div>"
)
WORDS = "这是第{}层的话，说的是供水检修的安排，希望能早些通知。"


def board(posts: str, *, more: str = "") -> str:
    head = f"<meta charset=utf-8><title>{pages.TITLE} - 青禾论坛</title>"
    return f"<html><head>{head}</head><body><h1>{pages.TITLE}</h1><div id='list'>{posts}</div>{more}</body></html>"


def test_a_later_page_goes_on_with_the_printed_floors() -> None:
    posts = "".join(POST.format(n=n, words=WORDS.format(n), within="") for n in (5, 6, 7))
    pager = "<div class='pages'><a href='/thread/31'>1</a> <strong>2</strong> <a href='/thread/31?page=3'>3</a></div>"
    findings = found_on(board(posts, more=pager), "https://bbs.qinghe.example/thread/31?page=2")
    assert (findings.page_kind, findings.page, findings.pages) == (PageKind.THREAD, 2, 3)
    assert [draft.position for draft in findings.drafts] == [5, 6, 7]
    assert (findings.facts.author, findings.facts.published_at) == (None, None)


def test_answers_to_answers_are_floors_of_their_own() -> None:
    inner = (
        "<div class='sub'><a class='user-name' href='/u/9'>北坡</a><span class='time'>2021-03-06 10:00</span>"
        "<div class='content'><p>第{}层说得对，我也是这么想的。</p></div></div>"
    )
    posts = "".join(
        POST.format(n=n, words=WORDS.format(n), within=inner.format(n) * (n == 2) + inner.format(n) * (n == 3))
        for n in (1, 2, 3)
    )
    findings = found_on(board(posts), "https://bbs.qinghe.example/thread/31")
    assert [(draft.author, draft.shown) for draft in findings.drafts] == [
        ("用户1", WORDS.format(1)),
        ("用户2", WORDS.format(2)),
        ("北坡", "第2层说得对，我也是这么想的。"),
        ("用户3", WORDS.format(3)),
        ("北坡", "第3层说得对，我也是这么想的。"),
    ]


def test_a_quote_stays_in_the_first_post_and_leaves_replies() -> None:
    quote = "<blockquote class='quote'>原话：夜里停水。</blockquote>{}"
    posts = "".join(POST.format(n=n, words=quote.format(WORDS.format(n)) if n < 3 else WORDS.format(n), within="")
                    for n in (1, 2, 3, 4))  # fmt: skip
    shown = [draft.shown for draft in found_on(board(posts), "https://bbs.qinghe.example/thread/31").drafts]
    assert ["夜里停水" in text for text in shown] == [True, False, False, False]


def test_a_note_of_an_edit_and_a_second_print_of_a_post_are_left_out() -> None:
    note = "<div>本帖最后由 用户1 于 2021-03-09 10:00 编辑</div>"
    hot = POST.format(n=2, words=WORDS.format(2), within="")
    posts = "".join(POST.format(n=n, words=WORDS.format(n) + note * (n == 1), within="") for n in (1, 2, 3))
    drafts = found_on(board(posts + hot), "https://bbs.qinghe.example/thread/31").drafts
    assert [draft.shown for draft in drafts] == [WORDS.format(n) for n in (1, 2, 3)]


def test_a_question_that_is_all_title_is_the_first_post() -> None:
    answer = POST.replace("'post' id='p{n}'", "'answer' id='answer-{n}0'")
    answer = answer.replace("<span class='floor'>#{n}</span>", "")
    posts = "".join(answer.format(n=n, words=WORDS.format(n), within="") for n in (1, 2))
    findings = found_on(board(posts), "https://zhidao.qinghe.example/question/31.html")
    assert [(draft.position, draft.shown) for draft in findings.drafts] == [
        (1, pages.TITLE), (2, WORDS.format(1)), (3, WORDS.format(2)),
    ]  # fmt: skip
