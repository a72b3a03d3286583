"""Floors: their numbers under a site's own names, their authors, their times in a site's own formats."""

import pytest

from tests.tables import table

from .discuz_pages import author_line, pager, post, read_text, text_of, thread_page

NUMBER = "<em>{0}</em><sup>#</sup>"
FLOORS = [
    ("the software's names", ["楼主", "沙发", "板凳", "地板", "地下室", NUMBER.format(6)], 1, [1, 2, 3, 4, 5, 6]),
    ("in traditional characters", ["樓主", "沙發", "板凳", "地板"], 1, [1, 2, 3, 4]),
    ("names with a floor missing", ["楼主", "板凳"], 1, [1, 3]),
    ("names with two missing", ["楼主", "地板"], 1, [1, 4]),
    ("names with three missing", ["楼主", "地下室"], 1, [1, 5]),
    ("the opener missing", ["沙发", "板凳"], 1, [2, 3]),
    ("the same in traditional characters", ["沙發", "板凳"], 1, [2, 3]),
    ("the opener last", [NUMBER.format(9), "樓主"], 1, [9, 1]),
    ("other names", ["掌柜", "贵宾", "常客", NUMBER.format(4)], 1, [1, 2, 3, 4]),
    ("names that count from the second floor", ["楼主", "1楼", "2楼", "3楼", NUMBER.format(5)], 1, [1, 2, 3, 4, 5]),
    ("the same without a number behind", ["顶楼", "1楼", "2楼"], 1, [1, 2, 3]),
    ("names that are the numbers", ["1楼", "2楼", "3楼"], 1, [1, 2, 3]),
    ("another mark", ["<em>1</em>楼", "<em>2</em>楼"], 1, [1, 2]),
    ("names with a floor deleted", ["掌柜", "贵宾", NUMBER.format(4), NUMBER.format(5)], 1, [1, 2, 4, 5]),
    ("none at all, as robots get them", ["", "", ""], 1, [1, 2, 3]),
    ("a later page", [NUMBER.format(11), NUMBER.format(13)], 2, [11, 13]),
    ("a later page, unnumbered", ["", "", ""], 2, [4, 5, 6]),
    ("the newest first", ["楼主", NUMBER.format(59), NUMBER.format(58)], 1, [1, 59, 58]),
    ("one pinned", ["楼主", '<img src="t.png" /> 来自 17#', "沙发", "板凳"], 1, [1, 17, 2, 3]),
    ("one pinned, in traditional characters", ["樓主", "來自 17#", "", ""], 1, [1, 17, 2, 3]),
    ("a pinned one that is on the page too", ["楼主", "来自 2#", NUMBER.format(3)], 1, [1, 2, 3]),
]


@table(("corners", "page", "positions"), [row[1:] for row in FLOORS], ids=[row[0] for row in FLOORS])
def test_positions(corners: list[str], page: int, positions: list[int]) -> None:
    posts = [post(pid, text_of(pid, f"文{pid}"), corner=corner) for pid, corner in enumerate(corners, start=page)]
    findings = read_text(thread_page(*posts, pager=pager(page, 3)))
    assert [draft.position for draft in findings.drafts] == positions


RECOMMENDED = [
    ("in its gap", [(1, "楼主"), (4, "推荐"), (2, "沙发"), (3, "板凳"), (5, NUMBER.format(5))], [1, 4, 2, 3, 5]),
    ("two of them", [(1, "楼主"), (3, "推荐"), (4, "推薦"), (2, "沙发"), (5, NUMBER.format(5))], [1, 3, 4, 2, 5]),
    ("of a later page", [(1, "楼主"), (99, "推荐"), (2, "沙发")], [1, 2]),
    ("without a gap", [(1, "楼主"), (3, "推荐回复"), (2, "沙发"), (4, "板凳")], [1, 2, 3]),
    ("before all", [(5, NUMBER.format(2)), (3, "推荐")], [2]),
]


@pytest.mark.parametrize(
    ("corners", "positions"), [row[1:] for row in RECOMMENDED], ids=[row[0] for row in RECOMMENDED]
)
def test_a_recommended_reply_goes_where_it_was_written(corners: list[tuple[int, str]], positions: list[int]) -> None:
    posts = [post(pid, text_of(pid, f"文{pid}"), corner=corner) for pid, corner in corners]
    findings = read_text(thread_page(*posts, pager=pager(1, 3)))
    assert [draft.position for draft in findings.drafts] == positions


def test_a_recommended_reply_at_the_end_of_the_last_page() -> None:
    posts = [post(pid, text_of(pid, "文"), corner=corner) for pid, corner in ((1, "楼主"), (3, "推荐"), (2, "沙发"))]
    assert [draft.position for draft in read_text(thread_page(*posts)).drafts] == [1, 3, 2]


def test_a_first_page_without_a_first_post_is_told() -> None:
    reply = post(2, text_of(2, "答"), corner="沙发")
    assert [warning[:28] for warning in read_text(thread_page(reply)).warnings] == ["page 1 without a first post:"]
    later = thread_page(reply, pager=pager(2, 2))
    assert read_text(later).warnings == ()


def test_the_unnumbered_last_page_of_robots() -> None:
    posts = [post(pid, text_of(pid, "文"), corner="") for pid in (21, 22)]
    assert [draft.position for draft in read_text(thread_page(*posts, pager=pager(3, 3))).drafts] == [21, 22]


TIMES = [
    ("发表于 2021-1-2 22:08:16", "2021-01-02T22:08:16+08:00"),
    ("发表于 2021/1/2 22:08:16", "2021-01-02T22:08:16+08:00"),
    ("发表于 2021-01-02 22:08:16", "2021-01-02T22:08:16+08:00"),
    ("发表于 2021.01.02 22:08", "2021-01-02T22:08+08:00"),
    ("发表于 2021年1月2日 22:08:16", "2021-01-02T22:08:16+08:00"),
    ("发表于 2021-1-2 10:08:16 PM", "2021-01-02T22:08:16+08:00"),
    ("發表於 2021-1-2 下午 10:08", "2021-01-02T22:08+08:00"),
    (" 2021-01-02 22:08", "2021-01-02T22:08+08:00"),
    ('发表于 <span title="2026-11-22 08:23:39">1&nbsp;小时前</span>', "2026-11-22T08:23:39+08:00"),
    ('发表于 <span title="2026/11/19 08:23:39">3&nbsp;天前</span>', "2026-11-19T08:23:39+08:00"),
    ("发表于 昨天 08:23", "2026-11-21T08:23+08:00"),
    ("发表于 3-4-2021 22:08", None),
]


@table(("stated", "at"), TIMES)
def test_times_in_a_sites_own_format(stated: str, at: str | None) -> None:
    page = thread_page(post(1, text_of(1, "文"), corner="楼主", head=author_line(1, time=stated)))
    date = read_text(page).drafts[0].date
    assert (date.at, date.where) == (at, "em#authorposton1")


SPACE = "home.php?mod=space&amp;uid=6"
TIME = '<em id="authorposton1">发表于 2021-1-2</em>'
AUTHORS = [
    ("coloured", f'<a href="{SPACE}" class="xi2"><font color="red">甲某</font></a>', "甲某", None),
    ("verified", f'<a href="{SPACE}" class="xw1">甲某</a><a href="v">实名认证</a>', "甲某", None),
    ("after a picture", f'<a href="{SPACE}" class="z"><img /></a><a href="{SPACE}">甲某</a>', "甲某", None),
    ("in rewritten links", '<a href="space-uid-6.html">甲某</a>', "甲某", None),
    ("by name", '<a href="space-username-x.html">甲某</a>', "甲某", None),
    ("of the phone", '<a href="javascript:;" class="xi2">手机用户</a>', "手机用户", None),
    ("anonymous", "匿名&nbsp;", "匿名", "anonymous"),
    ("anonymous in a site's own words", "蒙面人&nbsp;", "蒙面人", "anonymous"),
    ("none, as the opener is marked only", "&nbsp;楼主<span>|</span>", None, None),
]


@pytest.mark.parametrize(("line", "name", "note"), [row[1:] for row in AUTHORS], ids=[row[0] for row in AUTHORS])
def test_authors(line: str, name: str | None, note: str | None) -> None:
    page = thread_page(post(1, text_of(1, "文"), corner="楼主", head=f'<div class="authi">{line}{TIME}</div>'))
    draft = read_text(page).drafts[0]
    assert (draft.author, draft.note) == (name, note)


@pytest.mark.parametrize(
    "head",
    [
        f'<div class="who"><b><a href="{SPACE}">甲某</a></b> | {TIME}</div>',
        f'<p><a href="{SPACE}">甲某</a></p><div class="who"><i></i>{TIME}</div>',
        f'<div class="who">{TIME} <a href="{SPACE}" class="c_blue xw1">甲某</a></div>',
    ],
)
def test_authors_in_skins_without_the_usual_classes(head: str) -> None:
    draft = read_text(thread_page(post(1, text_of(1, "文"), corner="楼主", head=head))).drafts[0]
    assert (draft.author, draft.note) == ("甲某", None)


def test_near_miss_a_plain_address_is_believed_though_the_first_floor_links_to_itself() -> None:
    own = "forum.php?mod=redirect&amp;goto=findpost&amp;ptid=7&amp;pid=1"
    page = thread_page(post(1, text_of(1, "文"), corner="楼主")).replace("forum.php?mod=viewthread&amp;tid=7", own)
    assert read_text(page).document_key == "discuz:bbs.test:thread:7"
