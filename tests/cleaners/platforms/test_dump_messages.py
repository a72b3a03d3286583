"""Dumps of pages without a text: messages with their reason, and lists; near misses speak of such things."""

from cleaners.outcome import Reason, State
from cleaners.page import Media, Page
from cleaners.platforms.dump.listing import told_list
from cleaners.platforms.dump.messages import told_instead
from cleaners.read import read
from cleaners.reading import PageKind, Reading
from tests.tables import table
from tests.timing import assert_quick

FRAME = """设为首页收藏本站
切换到窄版
用户名
Email
\t\t自动登录\t 找回密码
密码\t\t登录\t 立即注册
快捷导航
论坛BBS
\t\t搜索\t搜索\t
热搜: 活动 交友 discuz
"""
FOOT = """
Archiver|手机版|小黑屋|某写作网
GMT+8, 2021-3-2 10:20 , Processed in 0.015 second(s), 8 queries .
Powered by Discuz! X3.4
© 2001-2017 Comsenz Inc."""
WIND = "\nPowered by PHPWind v8.7 Certificate Copyright Time now is:03-02 10:20"
BODY = """今年以来，溪口镇认真落实各项部署，工作有序推进，群众满意度明显提高。
一、主要做法
全年组织学习12次，培训干部300人次，走访群众1200户，解决问题45个，各项任务全部完成。"""

MESSAGES = {
    "discuz: a thread that is gone": (
        f"{FRAME}某写作网»论坛›提示信息\n提示信息\n抱歉，指定的主题不存在或已被删除或正在被审核\n"
        f"[ 点击这里返回上一页 ]{FOOT}",
        Reason.GONE, PageKind.ERROR,
    ),
    "discuz: its words alone in the frame": (
        f"{FRAME}\n抱歉，您没有权限访问该版块\n{FOOT}", Reason.PERMISSION, PageKind.ERROR,
    ),
    "discuz: a login": (f"{FRAME}提示信息\n您需要先登录才能继续本操作\n{FOOT}", Reason.LOGIN, PageKind.LOGIN),
    "discuz: a board's password": (
        f"{FRAME}某网 › 公文写作› 加密专区\n本版块需要密码，您必须在下面输入正确的密码才能浏览这个版块\n  提交\n{FOOT}",
        Reason.PASSWORD, PageKind.LOGIN,
    ),
    "discuz: an administrator's words": (
        f"{FRAME}\n论坛维护中，预计今晚 22:00 恢复\n{FOOT}", Reason.CLOSED, PageKind.ERROR,
    ),
    "discuz: nothing in the frame": (f"{FRAME}{FOOT}", Reason.NO_CONTENT, PageKind.ERROR),
    "discuz: a broken database": (
        "Discuz! Database Error\n(0) notconnect\nPHP Debug", Reason.SERVER_ERROR, PageKind.ERROR,
    ),
    "discuz: a shield's sum": ("\n\n3 + 15 + 4 = ?\n", Reason.CHALLENGE, PageKind.CHALLENGE),
    "phpwind: a visitor's page": (
        f"提示信息\n您没有登录或者您没有权限访问此页面\n您还没有登录或注册，暂时不能浏览本站\n返回继续操作{WIND}",
        Reason.PERMISSION, PageKind.ERROR,
    ),
    "dedecms: its box": (
        "某范文网 提示信息！\n文档ID错误，该文档不存在或已被删除！\n如果你的浏览器没反应，请点击这里...",
        Reason.GONE, PageKind.ERROR,
    ),
    "empirecms: its box": (
        "信息提示\n此信息不存在\n如果您的浏览器没有自动跳转，请点击这里", Reason.GONE, PageKind.ERROR,
    ),
    "empirecms: a login": (
        "您好，游客 <游客>\n网站首页 | 会员中心 | 会员列表\n会员登录\n用户名：\t\n密码：\t   忘记密码？\n"
        "Powered by EmpireCMS 8.0",
        Reason.LOGIN, PageKind.LOGIN,
    ),
    "the software's words without heading and frame": (
        "某写作网\n您所在的用户组不能使用此功能\n重新登录", Reason.NO_CONTENT, PageKind.ERROR,
    ),
    "the same above a way on": (
        "某写作网\n您所在的用户组不能使用此功能\n如果您的浏览器没有自动跳转，请点击这里返回",
        Reason.NO_CONTENT, PageKind.ERROR,
    ),
    "a server's page": ("404 Not Found\nnginx", Reason.GONE, PageKind.ERROR),
    "a line and a button": ("您访问的页面不存在或已删除！\n返回首页", Reason.GONE, PageKind.ERROR),
    "a shield": ("Just a moment...\nEnable JavaScript and cookies to continue", Reason.CHALLENGE, PageKind.CHALLENGE),
}  # fmt: skip


def dumped(text: str) -> Reading:
    return read(Page(body=text.encode(), media=Media.TEXT))


@table(("text", "reason", "kind"), MESSAGES.values(), ids=MESSAGES.keys())
def test_a_message_is_refused_with_its_reason(text: str, reason: Reason, kind: PageKind) -> None:
    found = dumped(text)
    assert (found.outcome.state, found.outcome.reason, found.page_kind) == (State.REFUSED, reason, kind)
    assert found.outcome.detail
    assert found.entries == ()


ROWS = "\n".join(
    f"[工作总结] 溪口镇202{n}年民政工作总结 日期：202{n}-03-02 08:00:00 点击：{n}30 好评：0" for n in range(6, 0, -1)
)
BARE_ROWS = "\n".join(f"· 溪口镇202{n}年民政工作总结 202{n}-03-02" for n in range(6, 0, -1))
LED = "\n".join(f"0{n}-12溪口镇2021年第{n}次学习情况汇报" for n in range(9, 3, -1))
LONG = "宣传思想文化和意识形态工作总结及下一年度重点工作任务安排打算"
BOARD = "\n".join(
    f"\t[计划总结] 溪口镇关于202{n}年{LONG} New\t笔友{n} 202{n}-3-2\t{n}78\t夜班 202{n}-3-3 05:29"
    for n in range(6, 0, -1)
)
EXCERPT = "\n今年以来，溪口镇认真落实各项部署，工作有序推进，群众满意度明显提高，现将有关情况汇报如下...\n"
LISTS = {
    "a board": f"{FRAME}某网»论坛 › 公文写作› 计划总结\n计划总结 今日: 0|主题: 76\n"
    f"\t作者\t回复/查看\t最后发表\n{BOARD}{FOOT}",
    "a forum's home": f"{FRAME}\n今日: 0|昨日: 0|帖子: 351|会员: 31|欢迎新会员: 笔友\n公文写作\n"
    f"工作总结、工作计划交流\n76 / 311{FOOT}",
    "the archiver's board": "某网's Archiver\n论坛 › 计划总结\n"
    + "\n".join(f"溪口镇关于202{n}年{LONG} ({n}篇回复)" for n in range(6))
    + "\n页: [1] 2 3 4\nPowered by Discuz! X3.4 Archiver",
    "a column with excerpts": ROWS.replace("\n", EXCERPT) + EXCERPT + "首页\n下一页",
    **{
        f"excerpts end with {end}": ROWS.replace("\n", EXCERPT) + EXCERPT.replace("...", end) + "首页\n下一页"
        for end in ("…", "[详细]", "[阅读全文]", "[查看全文]", "[详情]")
    },
    "a column": f"公文范文\n{BARE_ROWS}\n首页 上一页 1 2 3 下一页 尾页",
    "a home page's boxes": f"工作总结更多...\n{LED}\n热门标签:",
}  # fmt: skip


@table("text", LISTS.values(), ids=LISTS.keys())
def test_a_list_is_said_to_be_one(text: str) -> None:
    found = dumped(text)
    assert (found.outcome.state, found.page_kind, found.entries) == (State.LISTED, PageKind.LIST, ())


TEXTS = {
    "a report of errors": f"关于网站页面不存在问题的整改报告\n{BODY}\n404页面已全部修复，抱歉给群众带来不便。",
    "a paid part below a text": (
        f"{BODY}\n{BODY}\n> > > 隐藏内容 < < <\n此处内容需要权限查看\n您还没有获得查看权限,请开通VIP"
    ),
    "a post that lost its head": "TOP\n\n不太清楚,我是2003年7月左右办的,那时候就已经开始实行了!\n\nTOP",
    "a short notice with a way back": (
        "停水通知\n因管道检修，3月2日8时至17时东街停水，请居民提前储水，不便之处敬请谅解。\n溪口镇供水站\n返回首页"
    ),
    "an office closes for a day": (
        "关于暂停办理业务的通知\n因系统升级，3月2日政务大厅暂停办理业务，请群众合理安排时间。\n溪口镇政务中心"
    ),
    "a report with rows of others below": f"溪口镇2021年工作总结\n{BODY}\n{BARE_ROWS}\n更多...",
    "a text of one line above rows": f"{BODY.splitlines()[0]}\n{BARE_ROWS}\n首页\n下一页",
    "a chronicle": "溪口镇大事记\n"
    + "\n".join(f"2021-0{n}-02 溪口镇召开第{n}次工作会议" for n in range(1, 8))
    + "\n下一页",
    "a long paragraph between rows": (
        f"{BARE_ROWS.splitlines()[0]}\n{BODY.splitlines()[0] * 9}\n{BARE_ROWS}\n下一页"
    ),
    "rows far from each other": "\n甲\n乙\n丙\n丁\n".join(BARE_ROWS.splitlines()) + "\n下一页",
    "four rows": "\n".join(BARE_ROWS.splitlines()[:4]) + "\n下一页\n先进集体名单",
    "a post with a foot and a button": "不太清楚，我是2003年7月左右办的。\n登录\nPowered by Discuz! X3.4",
    "a guide with a heading of that name": f"操作提示\n点击保存按钮提交材料。\n{BODY}\n{BODY}\n{BODY}",
    "a short guide under it": "操作提示\n点击保存按钮提交材料，核对后打印回执。",
    "a long line under such a heading": "操作提示\n" + "先点击保存按钮，再提交材料，" * 10 + "最后打印回执。",
    "a long log under such a heading": "提示信息\n抱歉，指定的主题不存在\n" + "line of a log 12\n" * 200,
    "rows without a list's frame": f"先进集体名单\n{BARE_ROWS}",
    "a plan by days": "培训计划安排\n" + "\n".join(f"第{n}课 安全知识培训 03-0{n}" for n in range(1, 8)) + "\n更多...",
}  # fmt: skip


@table("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_read_whatever_it_speaks_of(text: str) -> None:
    found = dumped(text)
    assert found.outcome.state is State.READ
    assert found.entries


NASTY = [
    "抱歉" + "，" * 2_000,
    "· " * 1_000 + "2021-03-02",
    ("作者 " * 30 + "2021-3-2\t") * 300,
    "登录 " * 800,
    "溪口镇工作 03-0" * 20_000,
    ("[" * 60 + "T 2021-03-02\n") * 3_000,
]


@table("text", NASTY)
def test_nasty_dumps_are_looked_at_quickly(text: str) -> None:
    assert_quick(lambda: (told_instead(text, "discuz"), told_list(text, "discuz")), seconds=0.3)
