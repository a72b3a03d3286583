"""Every sign and host of every portal family by itself, with what it counts for; values typed by hand."""

import pytest

from cleaners.page import Page
from cleaners.platforms import platforms
from cleaners.platforms.portal.family import PortalFamily, speaks_of_files
from cleaners.read import NO_HINTS
from cleaners.sheet import open_sheet
from tests.tables import table

SIGNS = (
    ("wnwk", "收藏 分享赚钱", "分享赚钱", 0.85),
    ("wnwk", "ID:2227694", "ID", 0.75),
    ("wnwk", "2. 版权归属用户，青禾网负责整理代发布。", "整理代发布", 0.9),
    ("wnwk", "网站客服:1234567890", "网站客服", 0.7),
    ("wnwk", "此文档下载收益归作者所有", "收益归作者", 0.85),
    ("jinyuan", "《总结.docx》由会员分享，可在线阅读，更多相关请在青禾网上搜索。", "由会员分享", 0.97),
    ("jinyuan", "上传人：x**", "上传人", 0.8),
    ("jinyuan", "文档编号：63374668", "文档编号", 0.8),
    ("jinyuan", "• 资源ID：3992402 资源大小：1MB", "资源ID", 0.8),
    ("jinyuan", "全文页数：22页", "全文页数", 0.7),
    ("jinyuan", "下载积分：8金币", "下载积分", 0.7),
    ("jinyuan", "三方登录下载： 微信开放平台登录", "三方登录", 0.7),
    ("jinyuan", "总结.docx_第1页", "图片页", 0.6),
    ("jinyuan", "4、预览文档经过压缩，下载后原文更清晰。", "预览压缩", 0.8),
    ("renrendoc", "版权说明：本文档由用户提供并上传，收益归属内容提供方", "版权说明", 0.97),
    ("renrendoc", "版權說明：本文檔由用戶提供并上傳，收益歸屬內(nèi)容提供方", "版权说明", 0.97),
    ("renrendoc", "文檔簡介", "文档简介", 0.7),
    ("renrendoc", "文档简介：", "文档简介", 0.7),
    ("renrendoc", "已阅读5页，还剩27页未读", "还剩", 0.85),
    ("renrendoc", "免费预览已结束，剩余29页可下载查看", "免费预览", 0.85),
    ("renrendoc", "下载本文档", "下载本文档", 0.6),
    ("renrendoc", "总结_第1页", "图片页", 0.6),
    ("book118", "约1.2千字", "约N千字", 0.65),
    ("book118", "约 6页", "约N页", 0.65),
    ("book118", "2023-05-02 发布于江苏", "发布于", 0.8),
    ("book118", "工作总结.docxVIP", "VIP", 0.85),
    ("book118", "1、本站为文档C2C交易模式。", "C2C", 0.97),
    ("book118", "1、原创力文档创建于2008年。", "创建于", 0.9),
    ("book118", "文档评论（0）", "文档评论", 0.7),
    ("plainwenku", "精选优质文档-----倾情为你奉上工作总结", "精选优质文档", 0.97),
    ("plainwenku", "原创整理，仅供参考", "原创整理", 0.8),
    ("plainwenku", "精品文档，仅供参考", "精品文档", 0.8),
    ("taodocs", "总结 来自淘豆网www.taodocs.com转载请标明出处.", "来自淘豆网", 0.97),
    ("taodocs", "申明敬告：本站不保证完整性", "申明敬告", 0.97),
    ("taodocs", "- 2021-06-01 发布", "- 发布", 0.75),
    ("taodocs", "- 33.5 KB", "- KB", 0.7),
    ("taodocs", "文档列表 文档介绍", "文档介绍", 0.7),
    ("taodocs", "文档名称：总结", "文档名称", 0.7),
    ("doczj", "当前位置：文档之家› 总结", "当前位置", 0.97),
    ("doczj", "合集下载", "合集下载", 0.85),
    ("doczj", "1、下载文档前请自行甄别文档内容的完整性。", "甄别", 0.97),
    ("doczj", "2、\"仅部分预览\"的文档，可反馈申请退款。", "仅部分预览", 0.8),
    ("qqdocs", "总结 - 腾讯文库", "腾讯文库", 0.8),
    ("metaonly", "总字数：约3千字", "总字数", 0.9),
    ("metaonly", "文档摘要", "文档摘要", 0.85),
    ("metaonly", "总页数\t9", "总页数", 0.65),
    ("metaonly", "文件名称：总结.docx", "文件名称", 0.65),
    ("wenkumill", "更新时间：2023-05-02 发布时间：24小时内", "24小时内", 0.9),
    ("wenkumill", "作者：文/会员上传", "会员上传", 0.9),
    ("wenkumill", "作者：某某 下载docx", "下载docx", 0.7),
    ("wenkumill", "来源：2023-05-02 青禾网", "来源", 0.65),
)
"""Family, the line, the sign's name, and how sure host and sign together are."""


def family(name: str) -> PortalFamily:
    found = platforms()[name]
    assert isinstance(found, PortalFamily)
    return found


@table(("name", "line", "sign", "sure"), SIGNS)
def test_a_sign_counts_by_itself(name: str, line: str, sign: str, sure: float) -> None:
    guess = family(name).guess(["某某某", line], has_host=True)
    assert guess is not None
    assert (guess.why, guess.sure) == (f"host, {sign}", sure)


NEAR_MISSES = (
    ("wnwk", "群众收藏分享赚钱的故事"), ("wnwk", "ID:张三"), ("wnwk", "拨打网站客服:1234567890投诉"),
    ("jinyuan", "合同由会员分享，可在线阅读"), ("jinyuan", "联系上传人：x**"), ("jinyuan",
    "描述资源描述"), ("jinyuan", "见图_第1页。"),
    ("renrendoc", "所谓“版权说明：本文档由用户提供并上传”"), ("renrendoc", "阅读文档简介"), ("renrendoc",
    "他已阅读5页，还剩27页未读"),
    ("book118", "撰写约3千字心得"), ("book118", "共约6页"), ("book118", "2023-05-02发布于我县官网"), ("book118",
    "成为会员VIP"),
    ("plainwenku", "推出精选优质文档50份"), ("taodocs", "文件于2021-06-01 发布"), ("taodocs", "附件 33.5 KB"),
    ("doczj", "当前位置：首页 > 总结"), ("doczj", "下载合集下载工具"), ("metaonly", "文档摘要的写法"),
    ("wenkumill", "24小时内完成整改"), ("wenkumill", "作者：会员"), ("wenkumill", "来源：办公室"),
)  # fmt: skip


@table(("name", "line"), NEAR_MISSES)
def test_what_looks_like_a_sign_is_none(name: str, line: str) -> None:
    guess = family(name).guess([line], has_host=True)
    assert guess is not None
    assert guess.why == "host"


OPENINGS = (
    ("doczj", ("总结大全", "合集下载", "总结大全")),
    ("jinyuan", ("总结", "资源描述", "今年以来")),
)


def test_an_opening_counts_by_itself() -> None:
    openings = {
        name: family(name).guess(lines, has_host=True)
        for name, lines in OPENINGS
    }
    assert {name: guess.why if guess else None for name, guess in openings.items()} == {
        "doczj": "host, 标题再现, 合集下载",
        "jinyuan": "host, 开头资源描述, 资源描述",
    }
    assert {name: guess.sure if guess else None for name, guess in openings.items()} == {
        "doczj": 0.97, "jinyuan": 0.97,
    }  # fmt: skip


@pytest.mark.parametrize(("name", "lines"), OPENINGS)
def test_an_opening_is_looked_for_on_any_host(name: str, lines: tuple[str, ...]) -> None:
    body = "".join(f"<p>{line}</p>" for line in (*lines, "这份文档讲了三件事。"))
    sheet = open_sheet(Page(body=f"<html><body>{body}</body></html>".encode(), url="https://a.example/1"), NO_HINTS)
    guess = family(name).detect(sheet)
    assert guess is not None
    assert guess.sure in (0.75, 0.55)


HOSTS = (
    ("wnwk", "www.wnwk.com"), ("jinyuan", "31ppt.com"), ("jinyuan", "m.31doc.com"), ("jinyuan", "www.taowenge.com"),
    ("jinyuan", "www.163wenku.com"), ("jinyuan", "zixin.com.cn"), ("jinyuan", "1wenmi.com"), ("jinyuan", "yzwku.com"),
    ("renrendoc", "www.renrendoc.com"), ("book118", "max.book118.com"), ("plainwenku", "wenke99.com"),
    ("plainwenku", "xiaomilidoc.com"), ("plainwenku", "777doc.com"), ("plainwenku", "365docx.com"),
    ("taodocs", "taodocs.com"), ("taodocs", "www.61taotao.com"), ("doczj", "doczj.com"), ("doczj", "m.360docs.net"),
    ("qqdocs", "wenku.docs.qq.com"), ("metaonly", "tikuw.cn"),
)  # fmt: skip


@table(("name", "host"), HOSTS)
def test_a_host_counts_by_itself(name: str, host: str) -> None:
    body = b"<html><body><p>no word of files</p></body></html>"
    for url, why in ((f"https://{host}/x/1.html", "host"), (f"https://{host}.other.example/x/1.html", None)):
        guess = family(name).detect(open_sheet(Page(body=body, url=url), NO_HINTS))
        assert (guess.why if guess else None) == why


@pytest.mark.parametrize("word", ["文档", "文檔", "资源ID", "会员上传"])
def test_a_word_lets_the_families_look(word: str) -> None:
    assert speaks_of_files(f"<p>{word}</p>")
    assert not speaks_of_files("<p>资源编号 上传会员</p>")
