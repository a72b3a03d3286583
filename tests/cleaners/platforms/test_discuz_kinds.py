"""What of a post is its text: special threads, furniture in a post, locks, quotes, parts."""

import pytest

from cleaners.outcome import Reason, State
from cleaners.reading import UrlKind
from tests.tables import table

from .discuz_pages import author_line, post, read_text, text_of, thread_page

THREAD = "discuz:bbs.test:thread:7"

SPECIAL = [
    (
        "poll",
        text_of(1, "正文") + '<form id="poll"><div class="pinf"><strong>单选投票</strong>, 共有 3 人参与投票</div>'
        '<table><tr><td class="pvt"><label for="option_1">1. &nbsp;选项一</label></td></tr></table>'
        '<button><span>提交</span></button></form>',
    ),
    (
        "reward",
        '<div class="rwd cl"><div class="rusld z"><cite>20</cite>金钱</div><div class="rwdn">'
        + text_of(1, "正文")
        + '<p class="pns"><button name="answer"><span>我来回答</span></button></p></div></div>'
        '<div class="rwdbst"><h3 class="psth">最佳答案</h3><div class="mtn">答案文字</div></div>',
    ),
    (
        "activity",
        '<div class="act pbm cl"><div class="spi"><dl><dt>活动类型:</dt><dd><strong>聚会</strong></dd></dl></div></div>'
        + text_of(1, "正文")
        + '<div id="applylist_7"><h2>已通过 (1 人)</h2><table class="dt"><tr><td>丙某</td></tr></table></div>',
    ),
    (
        "debate",
        '<div id="umpirepoint"><p class="dbresult"><em>结束</em></p></div>'
        + text_of(1, "正文")
        + '<p class="dtm">结束时间: 2022-1-1</p><div class="ds"><table><tr><td>正方观点 (3)</td></tr></table></div>',
    ),
    ("plugin", '<div class="plug">插件文字</div>' + text_of(1, "正文")),
    (
        "trade without a word about the shop",
        text_of(1, "")
        + '<div class="trdb"><h4><a href="forum.php?mod=viewthread&amp;do=tradeinfo&amp;tid=7">一本书</a></h4></div>'
        '<div id="postmessage_1">正文</div>',
    ),
    (
        "trade that says the same twice",
        text_of(1, "正文") + '<div class="trdb"><strong>5</strong> 元</div><div id="postmessage_1">正文</div>',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body"), [body for _, body in SPECIAL], ids=[name for name, _ in SPECIAL])
def test_of_a_special_thread_the_text_is_what_was_written(body: str) -> None:
    draft = read_text(thread_page(post(1, f'<div class="pcbs">{body}</div>', corner="楼主"))).drafts[0]
    assert (draft.shown, draft.node) == ("正文", "td#postmessage_1")


def test_a_trade_has_two_texts() -> None:
    body = text_of(1, "店铺") + '<div class="trdb"></div><div id="postmessage_1">货品</div>'
    other = text_of(2, "回")
    page = thread_page(post(1, body, corner="楼主"), post(2, other, corner="沙发"))
    assert [draft.shown for draft in read_text(page).drafts] == ["店铺\n货品", "回"]


FURNITURE = [
    '<font class="jammer">4 k" Z, p</font>',
    '<span style="display:none">- Q9 w  E</span>',
    '<font style="font-size:0px;color:#FFF">k3 w</font>',
    '<span style="color:#fff; font-size : 0">k3 w</span>',
    '<i class="pstatus"> 本帖最后由 甲某 于 2021-1-5 10:00 编辑 </i>',
    '<div class="a_pr"><a href="http://ad.test/">广告文字</a></div>',
    '<div class="a_pt">广告文字</div>',
    '<div class="a_pb">广告文字</div>',
    '<div class="attach_nopermission"><h3>马上注册，结交更多好友</h3></div>',
    '<div class="attach_tips"><p>您需要登录才可以下载或查看</p></div>',
    '<div class="attach_popup">附件</div>',
    '<div class="guestviewthumb"><a href="member.php?mod=logging">登录/注册后可看大图</a></div>',
    "<ignore_js_op>图片下载次数: 3</ignore_js_op>",
    '<span id="attach_31"><a href="forum.php?mod=attachment&amp;aid=31">文稿.doc</a> (3 KB)</span>',
    '<div id="attach_31_menu">2021-1-2 上传 点击文件名下载附件</div>',
    '<div class="tip tip_4">2021-1-2 上传</div>',
    '<div class="tip">2021-1-2 上传</div>',
    '<div class="tip_4">2021-1-2 上传</div>',
    '<ul id="attach_31"><li>文稿.doc</li></ul>',
    "<strong>**** Hidden Message *****</strong>",
    '<div class="aimg_tip">下载附件 保存到相册</div>',
    '<div class="pattl">附件</div>',
    '<dl class="tattl"><dd>附件</dd></dl>',
    '<p class="attnm">附件</p>',
    '<div class="attm">图片附件</div>',
    '<div class="attach">附件</div>',
    '<ul class="post_attlist"><li>附件</li></ul>',
    '<h3 class="psth">点评</h3>',
    '<table class="ratl"><tr><td>参与人数 1</td></tr></table>',
    '<div class="modact">本主题由 乙某 于 2021-1-3 设置高亮</div>',
    '<div class="ptg">标签</div>',
    '<div class="sign">签名</div>',
    '<div class="cm">点评</div>',
    '<div class="rusld">悬赏</div>',
    '<div class="mobile_ad">广告</div>',
    '<div class="replybtn">回复</div>',
    '<div class="headactions">复制内容到剪贴板</div>',
    "<em onclick=\"copycode($('code_x'));\">复制代码</em>",
    "<span onclick=\"copycode($('code0'))\">复制内容到剪贴板</span>",
    "<a onclick=\"copycode($('code0'))\">复制</a>",
    '<div class="locked">游客，如果您要查看本帖隐藏内容请回复</div>',
]


@table("furniture", FURNITURE)
def test_furniture_within_a_text_is_none_of_it(furniture: str) -> None:
    page = thread_page(post(1, text_of(1, f"前{furniture}<br />后"), corner="楼主"))
    assert "".join(read_text(page).drafts[0].shown.split()) == "前后"


NEAR_MISSES = [
    ('<font style="font-size:0.8em">小字</font>', "小字"),
    ('<font style="font-size:10px">小字</font>', "小字"),
    ('<span id="attachment_list">附件清单</span>', "附件清单"),
    ('<em onclick="zoom(this)">看图</em>', "看图"),
    ("<h4>一、标题</h4>", "一、标题"),
    ('<div class="showhide"><h4>本帖隐藏的内容</h4>看见了</div>', "看见了"),
    ("<b>**** Hidden Message *****</b>", ""),
    ("<b>Hidden Message</b>", "Hidden Message"),
]


@pytest.mark.parametrize(("inside", "shown"), NEAR_MISSES)
def test_near_misses_of_furniture_stay(inside: str, shown: str) -> None:
    page = thread_page(post(1, text_of(1, inside), corner="楼主"))
    assert read_text(page).drafts[0].shown == shown


def test_near_miss_a_body_within_another_post_is_not_that_posts_own() -> None:
    first = '<div id="postmessage_2">免费的</div><div class="locked">本主题需向作者支付 5 金钱 才能浏览</div>'
    second = '<div class="locked">提示: <em>作者被禁止或删除 内容自动屏蔽</em></div>'
    page = thread_page(post(1, first, corner="楼主"), post(2, second, corner="沙发"))
    assert [(draft.shown, draft.note) for draft in read_text(page).drafts] == [("免费的", None), ("", "shielded")]


def test_quotes_of_a_first_post_are_marked_beside_the_text() -> None:
    quote = '<div class="quote"><blockquote>甲某 发表于 2021<br />引文</blockquote></div>'
    page = thread_page(
        post(1, text_of(1, f"前{quote}后{quote}"), corner="楼主"), post(2, text_of(2, f"{quote}答"), corner="沙发")
    )
    findings = read_text(page)
    assert findings.drafts[0].shown == "前\n甲某 发表于 2021\n引文\n后\n甲某 发表于 2021\n引文"
    assert findings.drafts[1].shown == "答"
    assert findings.warnings == ("first post: 2 quoted passages, part of the text (div.quote)",)


def test_near_miss_the_free_part_of_a_paid_thread_is_no_quote() -> None:
    text = '<div id="postmessage_1"><div class="quote"><blockquote>免费的一段</blockquote></div></div>'
    lock = '<div class="locked">本主题需向作者支付 <strong>5 金钱</strong> 才能浏览</div>'
    findings = read_text(thread_page(post(1, text + lock, corner="楼主")))
    assert (findings.drafts[0].shown, findings.warnings) == ("免费的一段", ())
    assert (findings.facts.price, findings.facts.truncated) == ("5 金钱", True)


LOCKS = [
    ("游客，如果您要查看本帖隐藏内容请<a>回复</a>", 1),
    ("游客，本帖隐藏的内容需要积分高于 10 才可浏览，您当前积分为 0", 1),
    ("付费主题, 价格: <strong>5 金钱</strong>", 1),
    ("提示: <em>作者被禁止或删除 内容自动屏蔽，只有管理员或有管理权限的成员可见</em>", 0),
    ("提示: <em>该帖被管理员或版主屏蔽，只有管理員可見</em>", 0),
    ("附件: <em>您需要登录才可以下载或查看附件。没有帐号？注册</em>", 0),
]


@pytest.mark.parametrize(("words", "parts"), LOCKS)
def test_locks_are_counted_by_what_they_keep(words: str, parts: int) -> None:
    page = thread_page(post(1, f'{text_of(1, "正文")}<div class="locked">{words}</div>', corner="楼主"))
    draft = read_text(page).drafts[0]
    assert (draft.shown, draft.hidden_parts, draft.note) == ("正文", parts, None)


NO_TEXT = [
    ("提示: <em>作者被禁止或删除 内容自动屏蔽</em>", "shielded", 0),
    ("提示: <em>該帖被管理員或版主屏蔽</em>", "shielded", 0),
    ("此帖仅作者可见", "locked", 1),
    ("本帖为密码帖 请输入密码", "locked", 1),
]


@pytest.mark.parametrize(("words", "note", "parts"), NO_TEXT)
def test_a_reply_without_a_text_says_why(words: str, note: str, parts: int) -> None:
    replies = post(2, f'<div class="locked">{words}</div>', corner="沙发")
    draft = read_text(thread_page(post(1, text_of(1, "正文"), corner="楼主"), replies)).drafts[1]
    assert (draft.shown, draft.note, draft.hidden_parts, draft.node) == ("", note, parts, None)


EDITS = [
    ("本帖最后由 甲某 于 2021-1-5 10:00 编辑", "2021-01-05T10:00+08:00"),
    ("本帖最後由 甲某 於 2021/1/5 10:00:30 編輯", "2021-01-05T10:00:30+08:00"),
    ("本帖最后由 甲 于 乙 于 2021-1-5 10:00 编辑", "2021-01-05T10:00+08:00"),
    ("本帖最后由 甲 于 不知何时的一天 编辑", None),
    ("编辑过", "no note"),
]


@pytest.mark.parametrize(("words", "at"), EDITS)
def test_an_edit_note_is_a_date(words: str, at: str | None) -> None:
    page = thread_page(post(1, text_of(1, f'<i class="pstatus"> {words} </i>正文'), corner="楼主"))
    findings = read_text(page)
    edited = [(date.at, date.where) for date in findings.facts.dates if date.kind == "edited"]
    assert edited == ([] if at == "no note" else [(at, "i.pstatus")])
    assert findings.drafts[0].shown == "正文"


PARTS = [
    ("<script>show_threadpage(1, 1, 3, 0);</script>", 3),
    ('<div id="threadindex"><a page="1">一</a><a page="2">二</a></div><script>show_threadindex(1, 0)</script>', 2),
    ("<script>show_threadpage(1, 1, 1, 0);</script>", 0),
    ('<div id="threadindex"><a tid="8" pid="9">别处</a></div><script>show_threadindex(1, 0)</script>', 0),
]  # fmt: skip


@pytest.mark.parametrize(("marks", "parts"), PARTS)
def test_a_post_in_parts_leads_to_the_page_with_all(marks: str, parts: int) -> None:
    findings = read_text(thread_page(post(1, text_of(1, "第一部分") + marks, corner="楼主")))
    links = [(link.url, link.key, link.kind) for link in findings.links.documents]
    whole = ("http://bbs.test/forum.php?mod=viewthread&tid=7&cp=all", f"{THREAD}:whole", UrlKind.DOCUMENT)
    assert links == ([whole] if parts else [])
    assert findings.facts.truncated == bool(parts)
    assert findings.warnings == ((f"first post: 1 of {parts} parts; cp=all has them all",) if parts else ())


@table(
    ("query", "key"),
    [
        ("", THREAD),
        ("&cp=all", f"{THREAD}:whole"),
        ("&cp=2", f"{THREAD}:part"),
        ("&from=album", f"{THREAD}:part"),
        ("&from=preview", f"{THREAD}:part"),
        ("&checkrush=1", f"{THREAD}:part"),
        ("&stand=1", f"{THREAD}:part"),
        ("&threadindex=yes", f"{THREAD}:part"),
        ("&postno=3", f"{THREAD}:part"),
        ("&modthreadkey=ab12", f"{THREAD}:part"),
        ("&do=tradeinfo", f"{THREAD}:part"),
        ("&from=portal", THREAD),
    ],
)
def test_a_page_with_a_part_of_the_thread_has_a_key_of_its_own(query: str, key: str) -> None:
    page = thread_page(
        post(1, text_of(1, "正文"), corner="楼主"),
        head='<link rel="canonical" href="http://bbs.test/forum.php?mod=viewthread&amp;tid=7" />',
        after="<script>show_threadpage(1, 1, 3, 0);</script>",
    )
    findings = read_text(page, f"http://bbs.test/forum.php?mod=viewthread&tid=7{query}")
    assert findings.document_key == key
    assert findings.facts.truncated == (query != "&cp=all")


def test_the_oldest_touch_template_sets_the_text_beside_the_post() -> None:
    page = (
        "<html><head><title>题 - 版 - 手机版 - Powered by Discuz!</title><base href='http://bbs.test/' /></head><body>"
        '<div class="bm_h"><a id="thread_subject" href="forum.php?mod=viewthread&amp;tid=7">题</a></div>'
        '<div id="post_1" class="bm_c"><div class="bm_user">楼主 <a href="home.php?mod=space&amp;uid=6">甲某</a><br />'
        '<em id="authorposton1"><font>2021-1-2 03:04</font></em></div></div>'
        '<div><div class="pbody"><div class="mes"><div id="postmessage_1" class="postmessage">正文</div></div></div>'
        "</div></body></html>"
    )
    findings = read_text(page, "http://bbs.test/forum.php?mod=viewthread&tid=7&mobile=1")
    assert (findings.view, findings.document_key, findings.facts.author) == ("mobile", THREAD, "甲某")
    assert [draft.shown for draft in findings.drafts] == ["正文"]


@pytest.mark.parametrize(
    "said",
    [
        "提示: 作者被禁止或删除 内容自动屏蔽",
        "本主题需向作者支付 5 金钱 才能浏览",
        "抱歉，本帖要求阅读权限高于 200 才能浏览",
    ],
)
def test_near_miss_a_thread_about_walls_is_none(said: str) -> None:
    page = thread_page(post(1, text_of(1, said), corner="楼主", head=author_line(1)))
    findings = read_text(page)
    assert (findings.outcome.state, findings.drafts[0].shown) == (State.READ, said)
    assert (findings.drafts[0].hidden_parts, findings.facts.truncated) == (0, False)


def test_a_locked_thread_of_a_password_is_refused() -> None:
    page = thread_page(post(1, '<div class="locked">本帖为密码帖 请输入密码</div>', corner="楼主"))
    assert read_text(page).outcome.reason is Reason.PASSWORD
