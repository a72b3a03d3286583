"""Dumps of Discuz threads: floors, facts and texts, in the words of X1.5 to X3.5. All pages here are made up."""

import pytest

from cleaners.edits import undo
from cleaners.page import Hints, Media, Page
from cleaners.read import read
from cleaners.reading import PageKind, Reading

BODY = (
    "  今年以来，在县委、县政府的正确领导下，我镇紧紧围绕中心工作，扎实推进各项任务，现将有关情况汇报如下：\n\n"
    "一、主要做法\n\n" + "加强组织领导，压实工作责任，完善制度机制，推动各项工作落到实处。" * 9 + "\n\n"
    "二、存在问题\n\n" + "个别村对网格化管理认识不足，群众登录平台反映问题后回复不及时。" * 3
)
X32 = f"""搜索
热搜: 活动 交友
打印 上一主题 下一主题

[工作总结] 白石镇2021年工作总结

[复制链接]
跳转到指定楼层
楼主
发表于 2021-12-8 09:05:06 | 只看该作者 回帖奖励 |倒序浏览 |阅读模式
白石镇2021年工作总结

{BODY}

文章转载网络,只供大家学习交流,版权归属作者,如有侵权请与网站管理员联系。
分享到:  QQ好友和群QQ好友和群 QQ空间QQ空间
收藏收藏 分享淘帖
回复

使用道具 举报

您需要登录后才可以回帖 登录 | 立即注册

本版积分规则

手机版|青禾文苑——写作交流 ( 桂ICP备00000001号

桂公网安备 45000000000001号

GMT+8, 2022-3-4 05:06 , Processed in 0.1 second(s), 30 queries .

Powered by Discuz! X3.2

© 2001-2013 Comsenz Inc.

快速回复 返回顶部 返回列表"""
D72 = f"""青禾论坛 » 公文写作 » 白石镇2021年工作总结
返回列表 回复 发帖
白石镇2021年工作总结
山间秘书
发短消息
山间秘书 当前离线
UID12 帖子45 精华0 积分120
1# 大 中 小 发表于 2021-12-8 09:05 | 只看该作者
{BODY}
TOP
小溪
2# 发表于 2021-12-8 10:00 | 只看该作者
谢谢
TOP
返回列表
Powered by Discuz! 7.2 © 2001-2009 Comsenz Inc.
"""
X34 = f"""设为首页收藏本站
切换到窄版
登录 立即注册
快捷导航
论坛BBS
青禾论坛»论坛 › 公文写作 › 工作总结 › 白石镇2021年工作总结
返回列表
查看: 3849|回复: 3
[工作总结] 白石镇2021年工作总结
[复制链接]
山间秘书
4
主题
6
回帖
111
积分
高级会员
发消息
电梯直达
楼主
发表于 2021-12-8 09:05:06 | 只看该作者 |倒序浏览 |阅读模式
本帖最后由 山间秘书 于 2021-12-9 10:00 编辑

{BODY}

收藏
回复
使用道具 举报
小溪
1
主题
沙发
发表于 2021-12-8 17:53:54 | 只看该作者
写得很全面，学习了！
回复
使用道具 举报
匿名
板凳
匿名  发表于 2021-12-9 08:00:00
谢谢分享
回复
使用道具 举报
山间秘书
4
主题
地板
 楼主| 发表于 2021-12-10 08:00:00 | 只看该作者
小溪 发表于 2021-12-8 17:53
写得很全面，学习了！
{BODY}
回复
使用道具 举报
返回列表
发新帖
高级模式
您需要登录后才可以回帖 登录 | 立即注册
本版积分规则
发表回复
回帖后跳转到最后一页
Archiver|手机版|小黑屋|青禾论坛 ( 桂ICP备00000001号-2 )
GMT+8, 2022-3-4 05:06 , Processed in 0.1 second(s), 18 queries .
Powered by Discuz! X3.4
© 2001-2023 Discuz! Team.
快速回复
返回顶部
返回列表
"""
SPLIT_LINES = X34.replace(" | 只看该作者", "\n|\n只看该作者").replace(" |倒序浏览", "\n\n|倒序浏览\n")
PRINTABLE = f"""青禾论坛
标题: 白石镇2021年工作总结 [打印本页]

作者: 山间秘书    时间: 2021-12-8 09:05
标题: 白石镇2021年工作总结
{BODY}

作者: 小溪    时间: 2021-12-8 17:53
写得很全面，学习了！

欢迎光临 青禾论坛 (http://forum.example/)
Powered by Discuz! X3.4
"""
ARCHIVER = f"""青禾论坛's Archiver
青禾论坛 › 工作总结 › 白石镇2021年工作总结
山间秘书 发表于 2021-12-8 09:05:06
白石镇2021年工作总结
{BODY}
小溪 发表于 2021-12-8 17:53:54
写得很全面，学习了！
页: [1]
查看完整版本: 白石镇2021年工作总结
Powered by Discuz! X3.4 Archiver   © 2001-2023 Discuz! Team.
"""
NO_FOOTER = X34[: X34.index("返回列表\n发新帖")]
UNLINKED = NO_FOOTER.replace(" | 只看该作者", "").replace(" |倒序浏览", "").replace(" |阅读模式", "")
CRLF = X32.replace("\n", "\r\n")
DUMPS = {
    "7.2": D72,
    "X3.2": X32, "X3.4": X34, "split lines": SPLIT_LINES, "printable": PRINTABLE, "archiver": ARCHIVER,
    "no footer": NO_FOOTER, "crlf": CRLF,
}  # fmt: skip
CHROME = (
    "发表于 2021-12-8", "只看该作者", "使用道具", "回帖奖励", "楼主|", "手机版", "ICP", "Powered", "GMT", "查看:",
    "分享到", "收藏",
    "版权归属作者", "最后由", "青禾论坛", "欢迎光临", "页: [1]", "主题\n",
)  # fmt: skip


def reading(text: str) -> Reading:
    return read(Page(body=text.encode(), media=Media.TEXT))


@pytest.mark.parametrize("name", DUMPS)
def test_the_first_floor_is_the_report(name: str) -> None:
    result = reading(DUMPS[name])
    entry = result.entries[0]
    assert (result.platform.family, result.page_kind, entry.position) == ("discuz", PageKind.THREAD, 1)
    assert entry.title == "白石镇2021年工作总结"
    assert entry.text.splitlines()[0].startswith("今年以来，在县委")
    assert entry.text.endswith("群众登录平台反映问题后回复不及时。")
    assert len(entry.text.splitlines()) == 5
    assert entry.date is not None
    assert (entry.date.at or "").startswith("2021-12-08T09:05")
    assert [words for words in CHROME if words in entry.text] == []


@pytest.mark.parametrize("name", DUMPS)
def test_floors_together_are_the_whole_dump(name: str) -> None:
    from cleaners.platforms.dump import PLATFORM  # noqa: PLC0415 - the platform itself, beside `read`
    from cleaners.sheet import open_sheet  # noqa: PLC0415

    sheet = open_sheet(Page(body=DUMPS[name].encode(), media=Media.TEXT), hints_of())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    assert "".join(draft.shown for draft in PLATFORM.read(sheet, guess).drafts) == sheet.text
    for entry in reading(DUMPS[name]).entries:
        assert undo(entry.text, entry.edits) in sheet.text


def hints_of() -> Hints:
    return Hints()


@pytest.mark.parametrize("name", ["X3.4", "split lines", "no footer"])
def test_later_floors_stand_alone(name: str) -> None:
    result = reading(DUMPS[name])
    assert [entry.position for entry in result.entries] == [1, 4]
    assert [(reply.floor, reply.text) for reply in result.replies] == [(2, "写得很全面，学习了！"), (3, "谢谢分享")]
    assert [reply.author for reply in result.replies] == ["小溪", "匿名"]
    assert [entry.author for entry in result.entries] == ["山间秘书", "山间秘书"]


def test_the_page_states_its_facts() -> None:
    facts = reading(X32).facts
    assert facts.site_name == "青禾文苑"
    assert facts.icp == "桂ICP备00000001号"
    assert facts.police_record == "45000000000001"
    assert facts.category == "工作总结"
    assert facts.published_at == "2021-12-08T09:05:06+08:00"
    assert facts.rendered_at == "2022-03-04T05:06+08:00"
    assert [date.kind for date in facts.dates] == ["posted", "rendered"]


def test_counters_path_and_edits_are_facts() -> None:
    facts = reading(X34).facts
    assert (facts.views, facts.replies) == (3849, 3)
    assert facts.path == ("青禾论坛", "论坛", "公文写作", "工作总结")
    assert facts.icp == "桂ICP备00000001号-2"
    assert [(date.kind, date.at) for date in facts.dates][1] == ("edited", "2021-12-09T10:00+08:00")


@pytest.mark.parametrize(
    ("line", "version"),
    [("Powered by Discuz! X3.5", "X3.5"), ("Powered by Discuz! X2", "X2"), ("Powered by Discuz! 7.2 © 2001", "7.2"),
     ("Powered by Discuz!", None)],
)  # fmt: skip
def test_the_version_is_told(line: str, version: str | None) -> None:
    guess = reading(X32.replace("Powered by Discuz! X3.2", line)).platform
    assert (guess.family, guess.version, guess.why) == ("discuz", version, "powered-by line")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (NO_FOOTER, "links beside a floor's date"),
        (UNLINKED, "counters above a post"),
        (UNLINKED.replace("查看: 3849|回复: 3\n", ""), "forum lines"),
    ],
)
def test_without_the_footer_its_words_tell_a_thread(text: str, why: str) -> None:
    guess = reading(text).platform
    assert (guess.family, guess.why) == ("discuz", why)


@pytest.mark.parametrize(
    "text",
    ["本文谈 Powered by 与楼主文化。\n" + BODY, "使用道具、电梯直达、本版积分规则等功能说明\n" + BODY, BODY],
)
def test_a_report_on_forums_is_no_thread(text: str) -> None:
    assert reading(text).platform.family == "dump"


def test_relative_dates_count_from_when_the_page_was_made() -> None:
    text = X32.replace("发表于 2021-12-8 09:05:06", "发表于 昨天 12:30")
    assert reading(text).facts.published_at == "2022-03-03T12:30+08:00"


def test_a_long_site_notice_below_does_not_keep_the_footer() -> None:
    notice = (
        "免责声明：本站所有内容均由网友发表，仅代表个人观点，与本站立场无关，版权归原作者所有，"
        "如有问题请及时与本站管理员取得联系处理。"
    )
    text = X32.replace("手机版|", notice + "\n手机版|")
    assert reading(text).entries[0].text.endswith("回复不及时。")
