"""Lines of download portals: each label, print and shape by itself, with lines that look alike and are none."""

import pytest

from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.rules.lines import lines_of
from cleaners.rules.portal.portal_bounds import head_end, tail_start
from cleaners.rules.portal.portal_fields import is_bare, is_strong, is_weak, portal_fields
from cleaners.rules.portal.portal_lines import (
    is_caption,
    is_head_line,
    is_opener,
    is_prose,
    is_site_sentence,
    keywords_of,
)
from cleaners.rules.recipe import rules_for
from cleaners.rules.rule import Context
from tests.tables import table

STRONG = (
    "文档编号", "资源编号", "资源ID", "文档ID", "ID", "文件大小", "资源大小", "文档大小", "大小", "全文页数",
    "文档页数", "资源页数",
    "总页数", "页数", "文件格式", "资源格式", "文档格式", "下载积分", "所需积分", "所需金币", "积分", "金币", "售价",
    "上传人", "上传者",
    "分享者", "上传时间", "上传日期", "文档热度", "总字数", "文件名称", "文档名称", "资源名称",
)  # fmt: skip
WEAK = (
    "时间", "类型", "作者", "来源", "编号", "字数", "人气", "热度", "价格", "浏览", "收藏", "评论", "点赞", "格式",
    "发布时间", "更新时间",
    "文档分类", "所属分类", "分类", "文件类型", "文档类型", "浏览次数", "浏览量", "下载次数", "下载量", "IP属地",
)  # fmt: skip
TEXT = "今年以来，全区文化工作坚持守正创新，取得新进展。" * 6


@table("label", STRONG)
def test_a_label_of_a_file(label: str) -> None:
    fields = portal_fields(f"{label}：12")
    assert fields == ((label, "12"),)
    assert is_strong(fields)
    assert not is_weak(fields)
    assert portal_fields(f"{label}\t12") == fields
    assert portal_fields(label) == ((label, ""),)


@table("label", WEAK)
def test_a_label_that_reports_have_too(label: str) -> None:
    fields = portal_fields(f"{label}：12")
    assert fields == ((label, "12"),)
    assert is_weak(fields)
    assert not is_strong(fields)
    assert portal_fields(label) == ((label, ""),)


PRINTS = (
    ("2023-05-02 发布于江苏", "发布时间", "2023-05-02 发布于江苏"),
    ("2023-05-02 上传", "上传时间", "2023-05-02"),
    ("- 2021-06-01 发布", "发布时间", "2021-06-01"),
    ("来源：2023-05-02 青禾网", "发布时间", "2023-05-02"),
    ("约3.2千字", "总字数", "3.2千字"),
    ("约 12 页", "总页数", "12 页"),
    ("亲，该文档总共8页，当前预览3页", "总页数", "8页"),
    ("文档评论（0）", "评论", "0"),
    ("1.46W人浏览", "浏览", "1.46W"),
    ("热度 1.2K", "浏览", "1.2K"),
    ("35次下载", "下载次数", "35"),
    ("收藏(3)", "收藏", "3"),
    ("点赞（12）", "点赞", "12"),
    ("下载资源需要8金币", "下载积分", "8金币"),
    ("¥ 5.00", "价格", "¥ 5.00"),
    ("15 金币", "价格", "15 金币"),
    ("24.18KB", "文件大小", "24.18KB"),
    ("4 页", "总页数", "4 页"),
)


@table(("words", "label", "value"), PRINTS)
def test_a_print_without_a_label(words: str, label: str, value: str) -> None:
    assert portal_fields(words)[0] == (label, value)


@pytest.mark.parametrize("label", ["文件名称", "文档名称", "资源名称"])
def test_a_files_name_may_be_long(label: str) -> None:
    name = "某某市某某区关于进一步加强新时代基层宣传思想文化工作的若干意见及其任务分工方案（征求意见稿）.docx"
    assert portal_fields(f"{label}：{name}") == ((label, name),)
    assert portal_fields(f"来源：{name}") == ()


FAMILIES = (
    "wenku", "wnwk", "jinyuan", "renrendoc", "book118", "plainwenku", "taodocs", "doczj", "qqdocs", "metaonly",
    "wenkumill",
)  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_a_portal_familys_texts_go_through_the_rules(family: str) -> None:
    names = {rule.name for rule in rules_for(Context(family=family))}
    assert {"portal-head", "portal-tail", "portal-captions", "portal-stamps"} <= names


def test_the_line_on_who_shared_a_file_states_its_title_and_pages() -> None:
    shared = "《宣传工作总结.docx》由会员分享，可在线阅读，更多相关《总结（32页珍藏版）》请在青禾网上搜索"
    result = read(Page(body=f"另一个名字\n{shared}\n{TEXT}".encode(), media=Media.TEXT))
    assert (result.title, result.facts.file_pages, result.facts.site_name) == ("宣传工作总结", 32, "青禾网")
    assert head_end(lines_of(f"《{shared}\n{TEXT}"), None) == 1


def test_a_source_with_its_date() -> None:
    assert portal_fields("来源：2023-05-02 青禾网") == (("发布时间", "2023-05-02"), ("来源", "青禾网"))


@pytest.mark.parametrize(
    "words",
    [
        "全镇发布2023-05-02", "约3千字的心得体会", "投入4页", "下载应用2万次，大小：按规定。", "大小：按规定执行。",
        "数据大小不一",
        "15金币换1元", "一、约12页", "来源：2023年数据", "大小\t20KB\t说明", "大小：" + "很大" * 30,
    ],
)  # fmt: skip
def test_what_looks_alike_states_nothing(words: str) -> None:
    fields = portal_fields(words)
    assert not fields or is_weak(fields)


def test_a_line_of_several_fields() -> None:
    line = "• 上传人：x** 文档编号：88 页数：约12页 | 大小：1.35 MB"
    assert portal_fields(line) == (("上传人", "x**"), ("文档编号", "88"), ("页数", "约12页"), ("大小", "1.35 MB"))
    assert is_bare("24.18KB")
    assert not is_bare("大小：24.18KB")


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "- 2021-06-01 发布 | - 33.5 KB | - 7页",
            (("发布时间", "2021-06-01"), ("文件大小", "33.5 KB"), ("总页数", "7页")),
        ),
        ("- 33.5 KB |", (("文件大小", "33.5 KB"),)),
        ("更新时间 发布时间:24小时内 作者:文/会员上传 下载docx", (("发布时间", "24小时内"), ("作者", "文/会员上传"))),
        ("上传人：x** 收藏 举报", (("上传人", "x**"),)),
        ("总结 | 大小：20KB", ()),
        ("举报 发布时间：24小时内", ()),
    ],
)
def test_a_line_with_bars_and_buttons(line: str, fields: tuple[tuple[str, str], ...]) -> None:
    assert portal_fields(line) == fields


HEAD_LINES = (
    "收藏 分享 举报", "QQ好友 QQ空间 微博", "99+", "关键词：党建 支部", "温馨提示：",
    "1. 下载前请仔细阅读文档内容。", "网站客服：1234567890",
    "版权说明：本文档由用户提供并上传，收益归属内容提供方", "已阅读5页，还剩27页未读", "全文预览已结束",
    "欢迎来到青禾文库！",
    "当前位置：文档之家› 总结", "24小时内", "合集下载", "宣传工作总结.docx", "宣传工作总结.docx_第2页", "资源描述",
)  # fmt: skip


@table("words", HEAD_LINES)
def test_a_line_of_a_head(words: str) -> None:
    assert is_head_line(words, None)


@pytest.mark.parametrize(
    "words",
    [
        "收藏家协会举报有奖", "2022年", "坚持关键词管理", "1. 遇到险情请拨打电话。", "欢迎领导来到我县",
        "24小时内完成整改任务", "下载合集",
        "总结.docx已经上报。", "详见第2页",
    ],
)  # fmt: skip
def test_a_line_of_a_text(words: str) -> None:
    assert not is_head_line(words, "宣传工作总结")


def test_a_title_and_its_words_are_of_the_head() -> None:
    assert is_head_line("宣传工作 总结", "宣传工作总结")
    assert keywords_of("宣传 工作 总结", "宣传工作总结") == ("宣传", "工作", "总结")
    assert keywords_of("标 签：党建，支部", None) == ("党建", "支部")
    assert keywords_of("宣传 工作 会议", "宣传工作总结") == ()
    assert is_caption("宣传工作总结.doc_第3页", "宣传工作总结")
    assert is_caption("第3页 / 共8页", "宣传工作总结")
    assert not is_caption("县志_第3页", "宣传工作总结")


ANCHORS = (
    "大小：20KB", "资源描述", "文档简介：", "文檔簡介", "文档列表 文档介绍",
    "《总结.docx》由会员分享，可在线阅读，更多相关请在青禾网上搜索。",
    "总结_第1页", "本文档由用户上传，版权归属用户", "免费预览已结束，剩余29页可下载查看", "全文预览已结束",
    "欢迎来到青禾文库！", "作者：文/会员上传",
    "下载文档前请自行甄别文档内容的完整性。",
)  # fmt: skip


@table("anchor", ANCHORS)
def test_a_head_ends_behind_what_only_portals_print(anchor: str) -> None:
    assert head_end(lines_of(f"菜单\n{anchor}\n{TEXT}"), None) == 2
    assert head_end(lines_of(f"{TEXT}\n{anchor}\n{TEXT}"), None) == 0


def test_a_head_needs_an_anchor() -> None:
    assert head_end(lines_of(f"收藏\n分享\n时间：2022年3月5日\n{TEXT}"), None) == 0


@pytest.mark.parametrize(("strangers", "end"), [(3, 5), (4, 1)])
def test_a_few_unknown_lines_may_stand_in_a_head(strangers: int, end: int) -> None:
    head = "\n".join(["文档编号：12", *["某某栏目"] * strangers, "收藏"])
    assert head_end(lines_of(f"{head}\n{TEXT}"), None) == end


def test_sentences_of_the_site_stand_in_heads() -> None:
    words = "用户名和密码都是您填写的邮箱或者手机号，方便重复下载。"
    assert is_site_sentence(words)
    assert not is_prose(words, None)
    assert is_prose(TEXT, None)
    assert is_prose("群众可在大厅下载表格，按时上报。", None)
    assert head_end(lines_of(f"文档编号：12\n{words}\n加入VIP\n{TEXT}"), None) == 3
    assert not is_opener("资源描述的方法")


FEET = (
    "关键词：党建", "关于本文", "展开阅读全文", "点击查看更多内容", "本文标题：总结.doc",
    "链接地址：https://d.example/p-1.html",
    "声明：本文档由网友提供，仅限参考", "此文档下载收益归作者所有", "相关文档", "你可能关注的文档", "猜你喜欢",
    "热门推荐", "最新文檔", "还剩4页未读，下载可阅读全文",
    "试读结束", "全文预览已结束", "版权说明：本文档由用户提供", "申明敬告：本站不保证完整性", "更多内容请下载",
    "Copyright 2020 青禾网",
    "青禾网 某ICP备12345678号", "最近下载", "网站客服：1234567", "文档评论（0）",
    "本站所有资源均由用户上传",
    "因篇幅问题不能全部显示，请点此查看更多更全内容", "(剩余1200字)", "尊享超值权益", "扫码联系老师",
    "阅读更多需要先登录",
)  # fmt: skip


@table("foot", FEET)
def test_a_foot_begins(foot: str) -> None:
    lines = lines_of(f"{TEXT}\n{foot}\n某县总结.docx\n")
    assert tail_start(lines) == 1
    assert tail_start(lines_of(f"{TEXT}\n{foot}\n{TEXT}\n")) == 3


@pytest.mark.parametrize(
    "words",
    [
        "群众可在大厅下载文档。", "要分析相关文档的要求", "附件：1.总结.docx", "展开讨论。", "关于本文件的说明",
        "某县宣传部",
    ],
)  # fmt: skip
def test_no_foot_begins(words: str) -> None:
    assert tail_start(lines_of(f"{TEXT}\n{words}\n")) == 2


def test_a_foot_may_hold_comments() -> None:
    comments = "写得不错，学习了。\n感谢分享，正好用到。\n"
    assert tail_start(lines_of(f"{TEXT}\n相关文档\n{comments}")) == 1
    assert tail_start(lines_of(f"{TEXT}\n关于本文\n{comments * 12}")) == 26
