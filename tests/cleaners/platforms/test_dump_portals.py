"""What makes a dump a portal's page: each label of a file's box, a box without labels, each family. All made up."""

import pytest

from cleaners.page import Media, Page
from cleaners.platforms.dump.portal import FAMILIES, guess_portal
from cleaners.read import read
from cleaners.rules.lines import lines_of

TITLE = "某区2021年文化工作总结"
TEXT = (
    "一年来，全区文化工作坚持守正创新，取得新进展。",
    "一、主要工作",
    "聚焦主题，抓实学习。完善机制，压实责任，形成合力。",
)


def family_of(*head: str) -> str:
    return read(Page(body="\n".join((*head, *TEXT)).encode(), media=Media.TEXT)).platform.family


@pytest.mark.parametrize(
    ("two", "third", "why"),
    [
        (("大小：20KB", "页数：8页"), "ID：123", "file facts: ID 大小 页数"),
        (("大小：20KB", "页数：8页"), "编号：123", "file facts: 大小 编号 页数"),
        (("大小：20KB", "页数：8页"), "格式：DOC", "file facts: 大小 格式 页数"),
        (("大小：20KB", "页数：8页"), "积分：8", "file facts: 大小 积分 页数"),
        (("大小：20KB", "页数：8页"), "上传时间：2021-12-08", "file facts: 上传时间 大小 页数"),
        (("大小：20KB", "页数：8页"), "上传者：x**", "file facts: 上传者 大小 页数"),
        (("大小：20KB", "页数：8页"), "文件格式：DOC", "file facts: 大小 文件格式 页数"),
        (("大小：20KB", "页数：8页"), "所需积分：8", "file facts: 大小 所需积分 页数"),
        (("大小：20KB", "格式：DOC"), "总页数：8页", "file facts: 大小 总页数 格式"),
        (("页数：8页", "格式：DOC"), "文件大小：20KB", "file facts: 文件大小 格式 页数"),
    ],
)
def test_three_labels_of_a_file_are_a_box(two: tuple[str, ...], third: str, why: str) -> None:
    guess = guess_portal(lines_of("\n".join((TITLE, *two, third, *TEXT))))
    assert guess is not None
    assert (guess.family, guess.why) == ("wenku", why)
    for no_label_of_a_file in ("作者：山人", "类型：总结", f"{third[0]}：", two[0]):
        assert guess_portal(lines_of("\n".join((TITLE, *two, no_label_of_a_file, *TEXT)))) is None


@pytest.mark.parametrize(
    ("head", "family"),
    [
        (("24.18KB", "4 页"), "wenku"),
        (("24.18KB",), "dump"),
        (("4 页",), "dump"),
        (("4 页", "作者：山人", "时间：2021-12-08"), "dump"),
        (("24.18KB", "作者：山人", "时间：2021-12-08"), "dump"),
        (("作者：山人", "来源：青禾网", "时间：2021-12-08", "浏览：7"), "dump"),
        (("大小：", "页数：", "格式："), "dump"),
    ],
)
def test_a_size_and_pages_are_a_box(head: tuple[str, ...], family: str) -> None:
    assert family_of(TITLE, *head) == family


# Three lines that a family's pages print above or below a preview.
PRINTED = (
    ("wnwk", "收藏 分享赚钱", "ID:2227694", "网站客服:1234567890"),
    ("jinyuan", "上传人：x**", "文档编号：63374668", "下载积分：8金币"),
    ("renrendoc", "版权说明：本文档由用户提供并上传，收益归属内容提供方", "已阅读5页，还剩27页未读", "下载本文档"),
    ("book118", "约1.2千字", "约 6页", "2023-05-02 发布于江苏"),
    ("plainwenku", "精选优质文档-----倾情为你奉上工作总结", "原创整理，仅供参考", ""),
    ("taodocs", "- 2021-06-01 发布", "- 33.5 KB", "文档列表 文档介绍"),
    ("doczj", "当前位置：文档之家› 总结", "合集下载", "1、下载文档前请自行甄别文档内容的完整性。"),
    ("qqdocs", "总结 - 腾讯文库", "", ""),
    ("metaonly", "总字数：约3千字", "文档摘要", "文件名称：总结.docx"),
    ("wenkumill", "更新时间：2023-05-02 发布时间：24小时内", "作者：文/会员上传", ""),
)


@pytest.mark.parametrize(("family", "first", "second", "third"), PRINTED)
def test_each_family_is_asked(family: str, first: str, second: str, third: str) -> None:
    guess = guess_portal(lines_of("\n".join((TITLE, first, second, third, *TEXT))))
    assert (guess.family if guess else None) == (None if family == "qqdocs" else family)
    assert family in {one.family for one in FAMILIES}
