"""The demo's pages hold what its truths say, and nothing of it changes from one making to the next."""

import html
import http.client
import re
from collections import Counter
from itertools import pairwise

import pytest

from cleaners.outcome import Reason, State
from crawler.demo import Relation, Truth, serve, world
from crawler.demo.articles import BLANK, DEAD, EMPTY, FORBIDDEN
from crawler.demo.composer import SLOT, compose, in_traditional, masked, stock, traditional
from crawler.demo.loopback import Answer, Asked
from crawler.demo.serving import Demo
from crawler.demo.threads import CLOSED_BOARDS, TOPICS_A_PAGE
from crawler.demo.truth import report_count, squeezed

BOARD, GBK = "board.gongwen.test", "gbk.gongwen.test"


@pytest.fixture(scope="module")
def demo() -> Demo:
    return world()


def ask(demo: Demo, host: str, target: str) -> Answer:
    return demo.answer(Asked(method="GET", host=host, target=target, headers={}))


def markup(demo: Demo, host: str, target: str) -> str:
    return ask(demo, host, target).body.decode("gbk" if host == GBK else "utf-8")


def text_of(demo: Demo, truth: Truth) -> str:
    pages = (markup(demo, truth.host, path) for path in truth.paths)
    return squeezed(html.unescape(re.sub(r"<[^>]{0,300}>", "", "".join(pages))))


def test_reports_are_the_same_each_time_and_all_distinct() -> None:
    assert compose(7, 41) == compose(7, 41)
    assert compose(7, 41).text != compose(8, 41).text
    reports = [compose(7, index) for index in range(300)]
    assert len({report.text for report in reports}) == 300
    assert all(800 <= report.chars <= 4000 for report in reports)
    assert {report.genre for report in reports} == {"总结", "计划", "自查报告", "讲话稿"}
    assert not any(SLOT.search(report.text) for report in reports)


def test_an_edition_has_the_wording_but_other_figures_and_a_later_year() -> None:
    first, second = compose(7, 5), compose(7, 5, edition=1)
    assert re.sub(r"[0-9.]+", "#", first.text) == re.sub(r"[0-9.]+", "#", second.text)
    assert first.text != second.text
    assert second.year == first.year + 1


def test_a_masked_copy_names_neither_place_nor_people() -> None:
    report = compose(7, 2)
    hidden = masked(report)
    assert report.org.startswith("桐木岗")
    assert all(name in report.text for name in ("蒋丙", "钱丁"))
    assert not any(name in hidden.text for name in ("桐木岗开发区", "蒋丙", "钱丁"))
    assert hidden.title == "XX开发区林场2021年档案工作自查报告"
    assert "XX万元" in hidden.text


@pytest.mark.parametrize(
    ("simplified", "wanted"),
    [("开发区财务会议", "開發區財務會議"), ("隐患排查", "隱患排查"), ("干部学习计划", "幹部學習計劃"), ("A 1", "A 1")],
)
def test_traditional_script(simplified: str, wanted: str) -> None:
    assert traditional(simplified) == wanted
    assert traditional(wanted) == wanted


def test_the_traditional_copy_differs_in_script_only() -> None:
    report = compose(7, 2)
    other = in_traditional(report)
    assert len(other.text) == len(report.text)
    changed = sum(1 for one, two in zip(report.text, other.text, strict=True) if one != two)
    assert changed > report.chars / 5


def test_every_slot_of_the_stock_is_known() -> None:
    used = {slot for patterns in stock().values() for slot in SLOT.findall(str(patterns))}
    assert used <= {
        "obj", "obj2", "org", "year", "topic", "place", "who", "who2", "paper", "way", "good", "time", "time2", "weak",
        "n", "n2", "m", "m2", "yuan", "yuan2", "pct", "pct2",
    }


def test_every_kind_of_truth_occurs(demo: Demo) -> None:
    truths = list(demo.truths())
    assert {truth.relation for truth in truths} == {*Relation, None}
    refused = Counter(truth.reason for truth in truths if truth.state is not State.ARCHIVED)
    assert refused == {
        Reason.PERMISSION: 4, Reason.GONE: 5, Reason.LOGIN: 2, Reason.PASSWORD: 2, Reason.NO_CONTENT: 2,
        Reason.ROBOTS: 1,
    }
    assert report_count(iter(truths)) == 60 + 20  # the composed ones; 5 masked, 10 editions, 5 previews
    assert max(len(truth.paths) for truth in truths) == 6


def test_pages_hold_what_the_truth_says(demo: Demo) -> None:
    for truth in demo.truths():
        if truth.text is None:
            continue
        shown = text_of(demo, truth)
        missing = [line for line in truth.text.split("\n") if squeezed(line) not in shown]
        assert (truth.url, missing) == (truth.url, []) or "范文库" in shown  # noise stands between the lines there
        assert truth.title is not None
        assert squeezed(truth.title) in shown
        unseen = [reply.floor for reply in truth.replies if squeezed(reply.text) not in shown]
        assert (truth.url, unseen) == (truth.url, [])


def test_lists_name_every_thread_once(demo: Demo) -> None:
    board = demo.board.threads
    row = re.compile(r'id="(?:stick|normal)thread_([0-9]+)"')
    for fid in board.boards:
        numbers = range(1, -(-len(board.on_board(fid)) // TOPICS_A_PAGE) + 1)
        pages = [markup(demo, BOARD, f"/forum-{fid}-{at}.html") for at in numbers]
        listed = [int(tid) for page in pages for tid in row.findall(page)]
        assert sorted(tid for tid in listed if tid < 900_000) == sorted(one.tid for one in board.on_board(fid))
    assert len(board.on_board(2)) > TOPICS_A_PAGE


def test_too_large_page_numbers_answer_as_the_model_does(demo: Demo) -> None:
    thread = next(one for one in demo.board.threads.all() if one.pages == 6)
    last = markup(demo, BOARD, f"/thread-{thread.tid}-6-1.html")
    beyond = markup(demo, BOARD, f"/thread-{thread.tid}-99-1.html")
    floors = re.compile(r'id="postnum([0-9]+)"')
    assert floors.findall(beyond) == floors.findall(last)
    assert "第99页" in beyond
    rows = re.compile(r'id="normalthread_([0-9]+)"')
    assert rows.findall(markup(demo, BOARD, "/forum-2-99.html")) == rows.findall(markup(demo, BOARD, "/forum-2-1.html"))


@pytest.mark.parametrize(
    ("host", "target", "status", "inside"),
    [
        (BOARD, "/thread-900001-1-1.html", 200, "阅读权限高于 100"),
        (BOARD, "/thread-900002-1-1.html", 404, "已被删除"),
        (BOARD, "/thread-900003-1-1.html", 200, "已被删除"),
        (BOARD, "/forum-37-1.html", 200, "尚未登录"),
        (BOARD, "/forum-38-1.html", 200, "本版块需要密码"),
        (BOARD, "/forum-41-1.html", 200, "没有权限访问该版块"),
        (GBK, "/forum.php?mod=forumdisplay&fid=37", 200, "尚未登录"),
        (GBK, "/thread-x.html", 404, "不存在"),
        (BOARD, "/robots.txt", 200, "Disallow: /*?mod=attachment*"),
        ("document.gongwen.test", "/robots.txt", 200, "Disallow: /neibu/"),
        ("document.gongwen.test", DEAD, 404, "404 Not Found"),
        ("document.gongwen.test", EMPTY, 200, ""),
        ("document.gongwen.test", BLANK, 200, "article-content"),
        ("portal.gongwen.test", "/download/1", 404, "404 Not Found"),
        ("nobody.gongwen.test", "/", 404, "404 Not Found"),
    ],
)
def test_what_is_no_document(demo: Demo, host: str, target: str, status: int, inside: str) -> None:
    answer = ask(demo, host, target)
    assert answer.status == status
    assert inside in markup(demo, host, target)
    assert "postmessage_" not in markup(demo, host, target)


def test_home_pages_lead_to_what_is_closed_or_gone(demo: Demo) -> None:
    home = markup(demo, BOARD, "/")
    assert all(f"forum-{fid}-1.html" in home for fid in CLOSED_BOARDS)
    assert all(f"thread-{tid}-1-1.html" in home for tid in (900002, 900003))
    documents = markup(demo, "document.gongwen.test", "/")
    assert all(path in documents for path in (DEAD, FORBIDDEN, EMPTY, BLANK))


def test_noise_is_drawn_anew_at_each_view(demo: Demo) -> None:
    jammed = next(one for one in demo.board.threads.all() if one.fid == 40)
    target = f"/thread-{jammed.tid}-1-1.html"
    first, second = markup(demo, BOARD, target), markup(demo, BOARD, target)
    noise = re.compile(r'<font class="jammer">[^<]{0,60}</font>|<span style="display:none">[^<]{0,60}</span>')
    assert noise.findall(first) != noise.findall(second)
    assert len(noise.findall(first)) > 5


def test_a_new_reply_changes_the_list_and_the_thread() -> None:
    demo = world(reports=12)
    before = markup(demo, BOARD, "/forum-2-1.html")
    thread = demo.board.threads.on_board(2)[-1]
    demo.add_replies(thread.tid)
    first = [one.tid for one in demo.board.threads.on_board(2)[:2]]
    assert thread.tid in first  # at the top, or below the sticky one
    assert markup(demo, BOARD, "/forum-2-1.html") != before
    assert f">{thread.replies + 1}</span></div></td>" in markup(demo, BOARD, f"/thread-{thread.tid}-1-1.html")


def test_gbk_twin_is_gbk(demo: Demo) -> None:
    answer = ask(demo, GBK, "/forum.php?mod=viewthread&tid=1")
    assert b"charset=gbk" in answer.head
    assert b"charset=gbk" in answer.body
    with pytest.raises(UnicodeDecodeError):
        answer.body.decode("utf-8")


def test_a_large_world_costs_nothing_until_a_page_is_asked_for() -> None:
    demo = world(reports=60_000)
    assert len(demo.layout.placed["demo-board"]) > 50_000
    assert "postmessage_" in markup(demo, BOARD, "/thread-50000-1-1.html")
    truths = demo.truths()
    assert all(one.base is not None and two.base is not None for one, two in pairwise(next(truths) for _ in range(4)))


def test_served_on_loopback_by_host_name() -> None:
    with serve(reports=12) as demo:
        assert demo.resolve_rules[0] == f"board.gongwen.test:80:127.0.0.1:{demo.port}"
        assert [site.slug for site in demo.sites] == ["demo-board", "demo-gbk", "demo-document", "demo-portal"]
        line = http.client.HTTPConnection("127.0.0.1", demo.port, timeout=60)
        line.request("GET", "/thread-1-1-1.html", headers={"Host": BOARD})
        got = line.getresponse()
        assert (got.status, b'id="thread_subject"' in got.read()) == (200, True)
        assert demo.requests == [(BOARD, "/thread-1-1-1.html", 200)]
        line.close()
