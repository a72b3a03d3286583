"""What of a phpwind post is its text: noise, furniture, locks, quotes, shields."""

# ruff: noqa: E501 - markup as the templates print it, one element a line

import pytest

from cleaners.outcome import Reason, State
from cleaners.platforms.platform import Findings
from tests.tables import table

from .phpwind_pages import BODY, SHOWN, floor_8, floors, read_text, thread_8

REPLY = "收到，已按要求修改。"


def of_8(body: str) -> Findings:
    return read_text(thread_8(floor_8(body=body), floor_8("9", REPLY * 30, mark="沙发")))


@table(
    ("noise"),
    [
        '<span style="display:none"> 8#k!2 </span>',
        '<font style="font-size:0px;color:#FFF">x%7Kq}</font>',
        '<font style="FONT-SIZE : 0 ; color:#ffffff">x%7Kq}</font>',
        '<span class="jammer">x%7Kq}</span>',
        '<div id="alert_tpc" style="color:gray">[ 此帖被甲某在2011-03-05 10:00重新编辑 ]</div>',
        '<font color="gray">[ 此帖被甲某在2011-03-05 10:00重新编辑 ]</font>',
        '<div id="lwd_tpc" class="louMes"><h4>楼主留言：</h4><p>已阅</p></div>',
        '<p class="phone">内容来自[<a href="m/index.php">手机版</a>]</p>',
        '<span id="att_77" class="f12"><b>说明</b><a href="job.php?action=download&aid=77">名.doc</a> (3 K) 下载次数:1</span>',
        '<span class="file_insert"><a href="http://bbs.test/index.php?m=bbs&c=attach&a=download&aid=77">名.doc</a></span>',
        '<div class="f12"><a href="javascript:" onclick="CopyCode(1)">复制代码</a></div>',
        '<div class="f12 quoteTips">本部分内容设定了隐藏，需要回复后才能看到</div>',
        '<script>var a = 1;</script>',
    ],
)  # fmt: skip
def test_what_is_none_of_the_text(noise: str) -> None:
    assert floors(of_8(BODY.replace("<br />二", f"{noise}<br />二")))[1].shown.replace("\n\n", "\n") == SHOWN


@pytest.mark.parametrize(
    "kept",
    [
        '<font style="font-size:10px">小字</font>',
        '<div class="quoteTips">群众说本部分内容设定了隐藏，要求公开</div>',
        '<div id="attitude">态度</div>',
        '<span class="s3">此帖很好</span>',
        "<font>[ 附表一 ]</font>",
        "<blockquote>摘录</blockquote>",
    ],
)
def test_what_looks_alike_and_stays(kept: str) -> None:
    shown = floors(of_8(f"{BODY}<br />{kept}"))[1].shown
    assert "".join(shown.split()).endswith("".join(kept.split(">")[1].split("<", maxsplit=1)[0].split()))


@pytest.mark.parametrize(
    ("lock", "parts", "price"),
    [
        ('<div id="hidden_1_tpc" class="f12 quoteTips">本部分内容设定了隐藏，需要回复后才能看到</div>', 1, None),
        ('<div class="content_hidden" id="J_need_reply">本部分内容设定了隐藏,需要回复后才能看到</div>', 1, None),
        ('<blockquote class="blockquote">本部分内容设定了加密,查看此帖需要威望:5</blockquote>', 1, None),
        ('<blockquote class="blockquote">对不起!您没有登录，请先<a href="login.php">登录论坛</a>.</blockquote>', 1, None),
        (
            '<div class="quoteTips f12 mb10"><span class="mr10">此帖售价 5 铜币,已有 3 人购买</span> <a>[记录]</a> <a>[购买]</a></div>'
            '<div class="mb10 f12 b">购买后，将显示帖子中所有出售内容。<br>若发现会员采用欺骗的方法获取财富,请立刻举报</div>'
            '<div class="quoteTips f12"><span class="mr10">此段为出售的内容，购买后显示</span></div>',
            1, "5 铜币",
        ),
        (
            '<div class="content_sell" id="J_content_sell"><h6><span>此帖售价 <span>8</span> <span>金币</span>,已有 <span>0</span> 人购买</span></h6>'
            '</div><div class="content_sell"><h6>此段为出售的内容，购买后显示</h6></div>', 1, "8 金币",
        ),
        (
            '<h6 class="f12 quoteTips">本部分设定了隐藏，您已回复过了，以下是隐藏的内容</h6><div class="p10">看得见的一段</div>', 0, None,
        ),
    ],
)  # fmt: skip
def test_locks_are_counted_and_never_text(lock: str, parts: int, price: str | None) -> None:
    thread = of_8(f"{BODY}{lock}")
    opening = floors(thread)[1]
    assert (opening.hidden_parts, thread.facts.price) == (parts, price)
    assert opening.shown == (SHOWN if parts else f"{SHOWN}\n看得见的一段")
    assert thread.facts.truncated is (price is not None)


def test_a_first_floor_behind_a_wall_is_refused() -> None:
    wall = '<div class="quoteTips f12">此帖售价 5 铜币,已有 3 人购买</div><div class="quoteTips">此段为出售的内容，购买后显示</div>'
    cases = [
        (wall, Reason.PAID),
        ('<div class="quoteTips">本部分内容设定了隐藏，需要回复后才能看到</div>', Reason.PERMISSION),
        ('<blockquote class="blockquote">对不起!您没有登录,请先登录论坛.</blockquote>', Reason.LOGIN),
    ]
    for body, reason in cases:
        refused = read_text(thread_8(floor_8(body=body), floor_8("9", REPLY, mark="沙发")))
        assert (refused.outcome.state, refused.outcome.reason) == (State.REFUSED, reason)
        assert refused.document_key == "phpwind:bbs.test:thread:71"
    told = of_8(wall)  # a long reply makes the page worth reading
    assert (told.outcome.state, floors(told)[1].note) == (State.READ, "locked")


@pytest.mark.parametrize(
    "words",
    ["该主题已被管理员屏蔽!", "用户被禁言,该主题自动屏蔽!", "该帖已被屏蔽", "此帖已被屏蔽", "该帖已被删除", "该帖还未通过检查"],
)
def test_a_shielded_floor_shows_nothing(words: str) -> None:
    body = f'<span style="color:black;background-color:#ffff66">{words}</span>'
    shielded = floors(read_text(thread_8(floor_8(), floor_8("9", body, mark="沙发"))))[2]
    assert (shielded.shown, shielded.note) == ("", "shielded")


def test_a_floor_that_speaks_of_shields_is_text() -> None:
    told = floors(read_text(thread_8(floor_8(), floor_8("9", "群里说该帖已被屏蔽，请核实。", mark="沙发"))))[2]
    assert (told.shown, told.note) == ("群里说该帖已被屏蔽，请核实。", None)


QUOTES = [
    '<blockquote class="blockquote3"><div class="text">引用第1楼甲某的话</div></blockquote>',
    '<h6 class="quote"><span class="s3 f12 fn">引用</span></h6><blockquote>引用第1楼甲某的话</blockquote>',
    '<blockquote class="blockquote cc"><span class="fl"><a href="u">甲某</a>：引用第1楼甲某的话</span><a href="r" class="return">回到原帖</a></blockquote>',
]


@pytest.mark.parametrize("quote", QUOTES)
def test_quotes_stay_in_first_posts_and_leave_replies(quote: str) -> None:
    thread = read_text(thread_8(floor_8(body=quote + BODY), floor_8("9", quote + REPLY, mark="沙发")))
    assert floors(thread)[2].shown == REPLY
    first = floors(thread)[1].shown
    assert "引用第1楼甲某的话" in first
    assert "回到原帖" not in first
    assert not first.startswith("引用\n")
    assert first.endswith(SHOWN)


def test_code_and_tables_are_text() -> None:
    body = '<div class="blockquote2" id="code1"><ol><li>a = 1</li><li>b</li></ol></div><table class="read_form"><tr><td>甲</td><td>乙</td></tr></table>'
    assert floors(of_8(body + BODY))[1].shown == f"a = 1\nb\n甲\t乙\n{SHOWN}"
