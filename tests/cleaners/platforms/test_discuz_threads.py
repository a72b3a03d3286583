from dataclasses import replace

import pytest

from cleaners.outcome import Reason, State
from cleaners.page import Hints
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import PageKind, View
from cleaners.sheet import open_sheet
from tests.timing import assert_quick

from .discuz_pages import open_page, read_page, read_sheet

URL = "http://bbs.test/thread-71-1-1.html"


@pytest.fixture(scope="module")
def thread() -> Findings:
    return read_page("discuz_thread.html", URL)


@pytest.fixture(scope="module")
def odd() -> Findings:
    return read_page("discuz_odd_floors.html", "http://bbs.test/forum.php?mod=viewthread&tid=7")


def floors(findings: Findings) -> dict[int, Draft]:
    return {draft.position: draft for draft in findings.drafts}


def test_what_the_page_is(thread: Findings) -> None:
    assert (thread.page_kind, thread.outcome.state, thread.view) == (PageKind.THREAD, State.READ, View.MAIN)
    assert thread.document_key == "discuz:bbs.test:thread:71"
    assert (thread.page, thread.pages) == (1, 25)


def test_the_first_post_as_shown(thread: Findings) -> None:
    assert floors(thread)[1].shown == (
        "\u00a0\u00a0一、开头\n　　二、中间\n首楼的引文\n甲\t乙\n1\t2\n项一\n项二\na = 1\nb\n已经可见的一段\n尾"
    )


def test_heading_and_facts(thread: Findings) -> None:
    opening, facts = floors(thread)[1], thread.facts
    assert (opening.title, opening.title_from, opening.author) == ("测试镇工作总结", "heading", "甲某")
    assert (facts.category, facts.path) == ("总结", ("机关材料", "材料交流"))
    assert (facts.views, facts.replies) == (12345, 246)
    assert (facts.published_at, facts.author) == ("2021-01-02T03:04:05+08:00", "甲某")
    assert [(date.kind, date.at) for date in facts.dates] == [
        ("posted", "2021-01-02T03:04:05+08:00"),
        ("edited", "2021-01-05T10:00+08:00"),
    ]
    assert (facts.site_name, facts.icp, facts.police_record) == ("试写论坛", "桂ICP备00000000号-1", "45000000000000")
    assert facts.rendered_at == "2026-11-22T09:26+08:00"
    assert facts.keywords == ("乡镇", "年终")
    assert facts.noarchive
    assert facts.stated_url == URL
    assert not facts.truncated


def test_hidden_parts_are_counted_and_their_notice_is_no_text(thread: Findings) -> None:
    assert [draft.hidden_parts for draft in thread.drafts] == [1, 0, 0, 0]
    assert "游客" not in floors(thread)[1].shown


def test_floors_authors_times_and_notes(thread: Findings) -> None:
    rows = [(d.position, d.author, d.date.at if d.date else None, d.note, d.shown) for d in thread.drafts]
    assert rows[1:] == [
        (2, "匿名", "2026-11-22T08:23:39+08:00", "anonymous", "同意"),
        (3, "乙某", "2021-01-03T03:04+08:00", "shielded", ""),
        (6, "丙某", None, None, "抱歉，指定的主题不存在或已被删除或正在被审核"),
    ]
    assert floors(thread)[2].date.stated == "发表于 1 小时前"


def test_attachments_have_names_sizes_and_stable_keys(thread: Findings) -> None:
    assert [(a.name, a.size, a.key) for a in thread.facts.attachments] == [
        ("文稿.docx", "15.18 KB", "attachment:71:31"),
        ("图.jpg", "2 KB", "attachment:71:32"),
        ("附表.zip", "4 KB", "attachment:71:33"),
    ]
    assert all(a.url.startswith("http://bbs.test/forum.php?mod=attachment&aid=") for a in thread.facts.attachments)


def test_links_by_role(thread: Findings) -> None:
    links = thread.links
    assert links.next == "http://bbs.test/thread-71-2-1.html"
    assert [link.page for link in links.pages] == [2, 3, 25]
    assert [(link.url, link.title) for link in links.documents] == [
        ("http://www.other.test/thread-5-1-1.html", "外站的帖"),
        ("http://bbs.test/thread-80-1-1.html", "另一帖"),
    ]
    assert [link.key for link in links.lists] == [
        "url:bbs.test/",
        "discuz:bbs.test:forum-index",
        "discuz:bbs.test:category:3",
        "discuz:bbs.test:forum:9",
    ]
    assert [link.key for link in links.attachments] == [
        "discuz:bbs.test:attachment:71:31",
        "discuz:bbs.test:attachment:71:32",
        "discuz:bbs.test:attachment:71:33",
    ]
    dropped = dict(links.dropped)
    assert dropped["twin-view"] == 2  # the print page and the archiver
    assert dropped["off-site"] == 3
    assert dropped["other-software"] == 1
    assert dropped["variant-authorid"] == 1
    assert dropped["mobile"] == 1
    assert dropped["redirect-goto"] == 4


def test_many_links_are_cut_and_counted() -> None:
    many = "".join(f'<a href="thread-{n}-1-1.html">题</a>' for n in range(100, 2500))
    findings = read_page("discuz_thread.html", URL, replace={"</body>": many + "</body>"})
    links = findings.links
    assert sum(map(len, (links.pages, links.documents, links.lists, links.feeds, links.attachments))) == 2000
    assert dict(links.dropped)["too-many-links"] > 300


def test_the_pager_is_believed_not_the_url() -> None:
    findings = read_page("discuz_thread.html", "http://bbs.test/thread-71-999-1.html")
    assert (findings.page, findings.pages) == (1, 25)


@pytest.mark.parametrize(
    ("url", "changes", "key"),
    [
        (None, {}, "discuz:bbs.test:thread:71"),
        ("http://bbs.test/read/71/", {}, "discuz:bbs.test:thread:71"),
        ("http://bbs.test/read/71/", {'rel="canonical"': 'rel="x"'}, "discuz:bbs.test:thread:71"),
        (
            "http://bbs.test/read/71/",
            {'rel="canonical"': 'rel="x"', "action=printable": "action=x"},
            "discuz:bbs.test:thread:71",
        ),
        (
            "http://bbs.test/thread-71-2-1.html",
            {'thread-71-1-1.html" rel': 'thread-72-1-1.html" rel'},
            "discuz:bbs.test:thread:71",
        ),
    ],
)
def test_the_key_is_found_without_a_known_url(url: str | None, changes: dict[str, str], key: str) -> None:
    assert read_page("discuz_thread.html", url, replace=changes).document_key == key


def test_old_templates_as_robots_get_them() -> None:
    findings = read_page("discuz_x15_robot.html", "http://old.test/bbs/forum.php?mod=viewthread&tid=12&page=2")
    assert findings.document_key == "discuz:old.test/bbs:thread:12"
    assert (findings.page, findings.pages) == (2, 3)
    assert [(d.position, d.author, d.note, d.shown) for d in findings.drafts] == [
        (3, "老手", None, "旧站回帖一"),
        (4, "游客", "anonymous", "旧站回帖二"),
    ]
    assert findings.facts.category == "转载"
    assert findings.facts.path == ("旧版块",)
    assert (findings.facts.views, findings.facts.replies) == (90, 6)
    assert [(a.name, a.size, a.key) for a in findings.facts.attachments] == [("旧文.doc", "20 KB", "attachment:0:9")]
    assert findings.links.next == "http://old.test/bbs/forum.php?mod=viewthread&tid=12&page=3"


def test_floors_in_a_sites_own_words_and_a_pinned_one(odd: Findings) -> None:
    assert [(d.position, d.author) for d in odd.drafts] == [(1, "组长"), (5, "顶帖人"), (2, "三号")]


def test_skins_may_rename_the_classes() -> None:
    renamed = {'class="authi"': 'class="who"', 'class="xw1"': 'class="name"', 'class="t_f"': 'class="body"'}
    findings = read_page("discuz_thread.html", URL, replace={**renamed, 'class="pls"': 'class="side"'})
    plain = read_page("discuz_thread.html", URL)
    assert [(d.author, d.note, d.shown) for d in findings.drafts][:3] == [
        (d.author, d.note, d.shown) for d in plain.drafts
    ][:3]


def test_a_poll_is_not_the_text_the_fields_of_a_sorted_thread_are(odd: Findings) -> None:
    assert floors(odd)[1].shown == "公文信息\n单位:\t试写局\n投票说明"


def test_a_priced_thread_keeps_its_free_part() -> None:
    findings = read_page("discuz_priced.html", "http://bbs.test/thread-8-1-1.html")
    assert findings.outcome.state is State.READ
    assert [(d.shown, d.hidden_parts, d.note) for d in findings.drafts] == [
        ("免费的开头", 1, None),
        ("值得买", 0, None),
    ]
    assert (findings.facts.price, findings.facts.truncated) == ("5 金钱", True)


@pytest.mark.parametrize(
    ("wall", "reason"),
    [
        ("本主题需向作者支付 <strong>5 金钱</strong> 才能浏览", Reason.PAID),
        ("本帖为密码贴 ，请输入密码", Reason.PASSWORD),
        ("此帖仅作者可见", Reason.PERMISSION),
    ],
)
def test_a_pure_wall_is_refused(wall: str, reason: Reason) -> None:
    findings = read_page(
        "discuz_priced.html",
        "http://bbs.test/thread-8-1-1.html",
        replace={
            '<div id="postmessage_33" class="t_f">免费的开头<br /></div>': "",
            "本主题需向作者支付 <strong>5 金钱</strong> 才能浏览": wall,
        },
    )
    assert (findings.outcome.state, findings.outcome.reason, findings.drafts) == (State.REFUSED, reason, ())
    assert findings.document_key == "discuz:bbs.test:thread:8"


def test_near_miss_a_walled_thread_with_a_long_reply_is_read() -> None:
    findings = read_page(
        "discuz_priced.html",
        "http://bbs.test/thread-8-1-1.html",
        replace={'<div id="postmessage_33" class="t_f">免费的开头<br /></div>': "", "值得买": "补充材料。" * 50},
    )
    assert [d.note for d in findings.drafts] == ["locked", None]


def test_one_authors_floors_never_pass_for_the_thread() -> None:
    link = 'id="postnum1" href="forum.php?mod='
    findings = read_page(
        "discuz_odd_floors.html",
        "http://bbs.test/forum.php?mod=viewthread&tid=7&authorid=1",
        replace={
            ">顶楼<": ">楼主<",
            f"{link}viewthread&amp;tid=7": f"{link}redirect&amp;goto=findpost&amp;ptid=7&amp;pid=1",
        },
    )
    assert findings.document_key is None
    named = read_page(
        "discuz_odd_floors.html",
        "http://bbs.test/forum.php?mod=viewthread&tid=7&authorid=1",
        replace={"</head>": '<link rel="canonical" href="http://bbs.test/thread-7-1-1.html" /></head>'},
    )
    assert named.document_key == "discuz:bbs.test:thread:7:one-author:1"


@pytest.mark.parametrize(
    "nasty",
    [
        "GMT+8, 2026-" * 5_000,
        "桂ICP备" * 10_000,
        "桂" + " " * 50_000,
        "公网安备" + "0" * 50_000,
        "Powered by Discuz" * 5_000,
        "[" * 50_000,
        "发表于 " * 10_000,
    ],
)
def test_nasty_texts_cost_no_time(nasty: str) -> None:
    def work() -> None:
        for place in ("桂ICP备00000000号-1", "[总结]", "发表于 2021-1-2 03:04:05", "测试镇工作总结", "15.18 KB"):
            read_page("discuz_thread.html", URL, replace={place: place + nasty})

    assert_quick(work, seconds=3)


def test_a_thread_in_gbk_is_the_same() -> None:
    sheet = open_page("discuz_thread.html", URL)
    text = sheet.text.replace("charset=utf-8", "charset=gbk").replace("\u00a0", "&nbsp;")
    page = replace(sheet.page, body=text.encode("gb18030"), headers=(("Content-Type", "text/html; charset=gbk"),))
    assert read_sheet(open_sheet(page, Hints())) == read_sheet(sheet)
