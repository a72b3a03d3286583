
import pytest

from cleaners.outcome import Reason, State
from cleaners.page import Hints, Media, Page
from cleaners.platforms.discuz import PLATFORM, errors
from cleaners.platforms.discuz.wording import reason_of
from cleaners.reading import PageKind
from cleaners.sheet import open_sheet
from tests.tables import table
from tests.timing import assert_quick

from .discuz_pages import open_page, open_text, read_page, read_sheet

MESSAGES = [
    ("抱歉，指定的主题不存在或已被删除或正在被审核", Reason.GONE),
    ("指定的主题不存在或已被删除或正在被审核，请返回。", Reason.GONE),
    ("抱歉，指定的版块不存在", Reason.GONE),
    ("抱歉，您指定要查看的文章不存在或正在审核", Reason.GONE),
    ("抱歉，您指定要查看的分类不存在", Reason.GONE),
    ("抱歉，本帖要求阅读权限高于 200 才能浏览", Reason.PERMISSION),
    ("抱歉，您没有权限访问该版块", Reason.PERMISSION),
    ("本版块只有特定用户组可以访问", Reason.PERMISSION),
    ("抱歉，您所在的用户组(游客组)无法进行此操作", Reason.PERMISSION),
    ("抱歉，您的 IP 地址不在允许范围内，或您的账号被禁用，无法访问本站点", Reason.PERMISSION),
    ("抱歉，您尚未登录，没有权限访问该版块", Reason.LOGIN),
    ("对不起，您还未登录，无权访问该版块。", Reason.LOGIN),
    ("您需要先登录才能继续本操作", Reason.LOGIN),
    ("请先登录后才能继续浏览", Reason.LOGIN),
    ("抱歉，游客没有权限进行此操作", Reason.LOGIN),
    ("本版块需要密码", Reason.PASSWORD),
    ("抱歉，您输入的密码不正确，不能访问这个版块", Reason.PASSWORD),
    ("抱歉，此版块需要支付 5 金钱才能进入此版块，您的金钱不足", Reason.PAID),
    ("附件所在主题需要付费，请您付费后下载", Reason.PAID),
    ("抱歉，管理员设置了每日 0:00-23:59 不能进行此操作或访问此页面，请其他时间再试", Reason.CLOSED),
    ("本站升级改造中，给您带来不便请谅解", Reason.CLOSED),
    ("因线路调整，三日后再来", Reason.CLOSED),  # free words
    ("抱歉，门户功能尚未开启", Reason.CLOSED),
    ("抱歉，没有比当前更新的主题", Reason.NO_CONTENT),
    ("抱歉，该附件无法读取", Reason.NO_CONTENT),
    ("抱歉，原附件链接已失效", Reason.NO_CONTENT),
    ("抱歉，您的请求来路不正确或表单验证串不符，无法提交", Reason.NO_CONTENT),
    ("抱歉，某种没有见过的话", Reason.NO_CONTENT),
    ("抱歉，您在 15 秒内只能进行一次搜索", Reason.CHALLENGE),
    ("服务器繁忙，请稍后再来", Reason.SERVER_ERROR),
]


@table(("words", "reason"), MESSAGES)
def test_a_message_page_gives_its_reason_and_words(words: str, reason: Reason) -> None:
    findings = read_page("discuz_message.html", "http://bbs.test/thread-71-1-1.html", replace={"MESSAGE": words})
    assert (findings.page_kind, findings.outcome.state) == (PageKind.ERROR, State.REFUSED)
    assert (findings.outcome.reason, findings.outcome.detail, findings.drafts) == (reason, words, ())


def test_every_reason_has_a_message_here() -> None:
    assert {reason for _, reason in MESSAGES} == {
        Reason.GONE, Reason.PERMISSION, Reason.LOGIN, Reason.PASSWORD, Reason.PAID, Reason.CLOSED, Reason.NO_CONTENT,
        Reason.CHALLENGE, Reason.SERVER_ERROR,
    }  # fmt: skip


def test_a_mobile_message() -> None:
    text = (
        "<html><head><title>提示信息 - 试写论坛 - 手机版 - Powered by Discuz!</title></head><body>"
        '<div class="jump_c"><p>抱歉，指定的主题不存在</p><p><a href="javascript:history.back();">返回</a></p></div>'
        "</body></html>"
    )
    assert read_sheet(open_text(text)).outcome.reason is Reason.GONE


def test_a_board_that_asks_for_its_password() -> None:
    text = (
        "<html><head><title>密区 - 试写论坛 - Powered by Discuz!</title></head><body id='nv_forum'>"
        '<h3>本版块需要密码</h3><form method="post" action="forum.php?mod=forumdisplay&amp;fid=38&amp;action=pwverify">'
        '<input name="pw" /></form>'
        "</body></html>"
    )
    findings = read_sheet(open_text(text, "http://bbs.test/forum-38-1.html"))
    assert (findings.page_kind, findings.outcome.reason) == (PageKind.ERROR, Reason.PASSWORD)


@table("words", [words for words, _ in MESSAGES])
def test_near_miss_a_thread_that_quotes_a_message_is_read(words: str) -> None:
    findings = read_page(
        "discuz_thread.html", "http://bbs.test/thread-71-1-1.html", replace={"测试镇工作总结": f"提示信息 - {words}"}
    )
    assert findings.outcome.state is State.READ
    assert findings.drafts[0].title == f"提示信息 - {words}"


SHIELD = (
    "<html><head><title>{0}</title></head><body><script>function reload() {{ document.location.reload();}}"
    'setTimeout("reload()", 1001);</script><table><tr><td><b style="font-size: 16px">{0}</b> 请等待 ...</td></tr>'
    "</table></body></html>"
)


@pytest.mark.parametrize("title", ["频繁刷新限制", "页面重载开启", "代理服务器访问限制", "3 + 15 + 4 = ?"])
def test_a_shield_is_a_challenge(title: str) -> None:
    findings = read_sheet(open_text(SHIELD.format(title), "http://bbs.test/thread-71-1-1.html"))
    assert (findings.page_kind, findings.outcome.reason) == (PageKind.CHALLENGE, Reason.CHALLENGE)


def test_the_theft_guard_is_a_challenge() -> None:
    findings = read_page("discuz_guard.html", "http://bbs.test/thread-4-1-1.html")
    assert (findings.page_kind, findings.outcome.reason) == (PageKind.CHALLENGE, Reason.CHALLENGE)


@pytest.mark.parametrize(
    "text",
    [
        "<html><head><title>页面重载开启</title></head><body>一篇讲防护的文章</body></html>",
        "<html><head><title>1 + 1 = ?</title></head><body><p>数学题</p></body></html>",
        "<script>var a = 1;</script><html><body>location</body></html>",
        "<p>location</p>",
    ],
)
def test_near_misses_of_shields(text: str) -> None:
    assert errors.guard(open_text(text)) is None


def test_a_bare_script_on_an_unknown_site_is_not_surely_ours() -> None:
    sheet = open_text("<script>location='/home';</script>", "http://x.test/")
    assert PLATFORM.detect(sheet).sure < 0.5


@pytest.mark.parametrize("status", [200, 503])
def test_a_broken_server(status: int) -> None:
    body = (
        "<html><head><title>bbs.test - Database Error</title></head><body><div id='container'>"
        "<h1>Discuz! Database Error</h1><div class='info'>(0) notconnect</div></div></body></html>"
    )
    sheet = open_sheet(Page(body=body.encode(), status=status, media=Media.HTML), Hints())
    findings = read_sheet(sheet)
    assert (findings.page_kind, findings.outcome.reason) == (PageKind.ERROR, Reason.SERVER_ERROR)


def test_a_login_page_and_the_small_form_that_every_page_has() -> None:
    form = '<form name="login" id="loginform_L1" action="member.php?mod=logging&amp;action=login"></form>'
    head = "<html><head><title>登录 - 站 - Powered by Discuz!</title></head><body id='nv_member' class='pg_logging'>"
    text = f"{head}{form}</body></html>"
    findings = read_sheet(open_text(text, "http://bbs.test/member.php?mod=logging&action=login"))
    assert (findings.page_kind, findings.outcome.reason) == (PageKind.LOGIN, Reason.LOGIN)
    small = '<form id="lsform" action="member.php?mod=logging&amp;action=login"></form>'
    thread = read_page(
        "discuz_thread.html", "http://bbs.test/thread-71-1-1.html", replace={'<div id="wp">': f'{small}<div id="wp">'}
    )
    assert thread.outcome.state is State.READ


DETECTED = [
    ("discuz_thread.html", "X3.4"),
    ("discuz_x15_robot.html", "X1.5"),
    ("discuz_odd_floors.html", "X3.5"),
    ("discuz_message.html", "X3.4"),
    ("discuz_print.html", "X3.4"),
    ("discuz_archiver.html", "X3.4"),
    ("discuz_mobile.html", None),
    ("discuz_guard.html", None),
    ("discuz_feed.xml", None),
]


@pytest.mark.parametrize(("name", "version"), DETECTED)
def test_pages_are_detected_with_their_version(name: str, version: str | None) -> None:
    guess = PLATFORM.detect(open_page(name))
    assert guess is not None
    assert guess.sure >= 0.9
    assert (guess.family, guess.version) == ("discuz", version)
    assert guess.why


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ('<html><body><div id="postmessage_5">x</div></body></html>', 0.9, 1),
        ("<html><body id='nv_forum'>x</body></html>", 0.9, 1),
        ("<html><body><p>Powered by <b>phpwind</b></p></body></html>", 0, 0),
        ("<html><body><p>本文比较 Discuz 与 phpwind</p></body></html>", 0, 0),
        ("<html><body><p>很多站底都写着 Powered by Discuz! 字样</p></body></html>", 0, 0.5),
        ("<html><body><p>普通网页</p></body></html>", 0, 0),
    ],
)
def test_how_sure_a_sign_makes(text: str, least: float, most: float) -> None:
    guess = PLATFORM.detect(open_text(text))
    assert least <= (guess.sure if guess else 0) <= most


def test_a_text_dump_is_not_read_here() -> None:
    sheet = open_sheet(Page(body=b"Powered by Discuz! X3.2", media=Media.TEXT), Hints())
    assert PLATFORM.detect(sheet) is None


def test_nasty_texts_cost_no_time() -> None:
    def work() -> None:
        for words in ("主题" * 20_000, "用户组" * 20_000, "本站" * 20_000, "附件" * 20_000):
            reason_of(words)
        meta = '<meta name="generator" content="Discuz!' * 1_000
        for text in ("<body " + "a" * 100_000, "Powered by " * 20_000, meta):
            PLATFORM.detect(open_text(f"<html>{text}</html> Discuz"))

    assert_quick(work, seconds=3)


BOXES = [
    ('<div class="alert_error"><p>抱歉，指定的主题不存在</p></div>', Reason.GONE),
    ('<div class="box message"><p>对不起，您还未登录，无权访问该版块。</p></div>', Reason.LOGIN),
    ("<p>抱歉，指定的主题不存在</p>", Reason.NO_CONTENT),
]


@pytest.mark.parametrize(("box", "reason"), BOXES)
def test_message_boxes_of_other_templates(box: str, reason: Reason) -> None:
    text = f"<html><head><title>提示信息 - 站 - Powered by Discuz!</title></head><body>{box}</body></html>"
    assert read_sheet(open_text(text, "http://bbs.test/thread-71-1-1.html")).outcome.reason is reason


FORMS = [
    ('<form name="register" id="registerform"></form>', PageKind.OTHER, "a form to register"),
    ('<form id="loginform_L1"></form>', PageKind.LOGIN, "a form to log in"),
    ('<form id="lostpwform_x"></form>', PageKind.LOGIN, "a form to log in"),
]


@pytest.mark.parametrize(("form", "kind", "detail"), FORMS)
def test_pages_that_are_a_form(form: str, kind: PageKind, detail: str) -> None:
    text = f"<html><head><title>站 - Powered by Discuz!</title></head><body id='nv_x'>{form}</body></html>"
    findings = read_sheet(open_text(text, "http://bbs.test/member.php?mod=x"))
    assert (findings.page_kind, findings.outcome.detail) == (kind, detail)


def test_a_busy_server() -> None:
    text = "<html><head><title>服务器繁忙 - Powered by Discuz!</title></head><body><p>稍候</p></body></html>"
    assert read_sheet(open_text(text, "http://bbs.test/thread-71-1-1.html")).outcome.reason is Reason.SERVER_ERROR


def test_the_scripts_of_the_template_prove_the_software() -> None:
    text = "<html><script>var STYLEID = '1', STATICURL = 'static/', discuz_uid = '0';</script><p>Discuz</p></html>"
    guess = PLATFORM.detect(open_text(text))
    assert (guess.sure, guess.why) == (0.95, "scripts of the template")
