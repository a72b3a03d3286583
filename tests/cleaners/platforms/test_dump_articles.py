"""Dumps of download portals, of articles and of plain pastes. All pages here are made up."""

import pytest

from cleaners.edits import undo
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Entry, PageKind, Reading

TITLE = "某区关于文化工作2021年总结及2022年计划"
PARTS = (
    "一年来，全区文化工作坚持守正创新，取得新进展。",
    "一、2021年工作总结",
    "聚焦主题，抓实学习。" + "开展“党旗领航?周五学习”活动，（1）组织宣讲，投入1.5万元，惠及群众。" * 16,
    "深化服务。评出一、二、三等奖，群众点赞。" + "完善机制，压实责任，形成合力。" * 20,
    "二、2022年工作计划",
    "一是抓好学习。坚持用理论武装头脑。",
    "二是抓好服务。让群众共享文化成果。",
)
COLLAPSED = f"{TITLE} {TITLE}（1200字） " + " ".join(PARTS)
PORTAL = f"""分享
{TITLE}.docx
下载文档

ID：7654321

大小：20.5KB

页数：6页

格式：DOCX

时间：2022-03-04

收藏 分享赚钱
温馨提示：
1. 部分包含数学公式或PPT动画的文件，查看预览时可能会显示错乱，请放心下载。
2. 本文档由用户上传，版权归属用户，青禾网负责整理代发布。如果您对本文档版权有争议请及时联系客服。
3. 下载前请仔细阅读文档内容，确认后进行下载。
网站客服：1234567890
关于 文化 2021 总结 2022 计划
{COLLAPSED}

此文档下载收益归作者所有

下载文档
你可能关注的文档
某县2020年文化工作总结.docx
收起
展开"""
BODY = (
    "今年以来，我局坚持稳中求进，各项工作有序推进。\n一、主要工作\n"
    + "抓学习，抓落实，抓服务。\n" * 6
    + "二、下步打算\n继续努力，再创佳绩。"
)
NOTICE = (
    "本文内容由互联网用户自发贡献，该文观点仅代表作者本人。如发现本站有涉嫌抄袭侵权的内容，"
    "请发送邮件至 help@docs.example 举报，一经查实，本站将立刻删除。"
)


def reading(text: str) -> Reading:
    result = read(Page(body=text.encode(), media=Media.TEXT))
    for entry in result.entries:
        assert undo(entry.text, entry.edits) == text
    return result


def only(result: Reading) -> Entry:
    assert len(result.entries) == 1
    return result.entries[0]


@pytest.mark.parametrize("text", [PORTAL, PORTAL.replace("：", ":").replace("，", ","), PORTAL.replace("\n\n", "\n")])
def test_a_portal_page_gives_text_and_facts(text: str) -> None:
    result = reading(text)
    facts, entry = result.facts, only(result)
    assert (result.platform.family, result.page_kind) == ("wnwk", PageKind.ENTRY)
    assert (entry.title, entry.title_from) == (TITLE, "file_name")
    assert (facts.document_id, facts.file_size, facts.file_size_bytes) == ("7654321", "20.5KB", 20_992)
    assert (facts.file_pages, facts.file_format) == (6, "DOCX")
    assert (facts.published_at, [date.kind for date in facts.dates]) == ("2022-03-04", ["uploaded"])
    assert (facts.site_name, facts.contact, facts.claimed_chars) == ("青禾网", "1234567890", (1200,))
    assert facts.keywords == ("关于", "文化", "2021", "总结", "2022", "计划")
    assert not facts.truncated
    for words in ("下载", "温馨提示", "版权", "客服", "收起", "关注的", "7654321", "1200字", "2020年文化"):
        assert words not in entry.text


def test_a_collapsed_text_gets_its_paragraphs_back() -> None:
    assert only(reading(PORTAL)).text.splitlines() == list(PARTS)


@pytest.mark.parametrize(
    ("foot", "is_truncated"),
    [("试读结束，更多内容请下载", True), ("还剩4页未读，下载可阅读全文", True), ("此文档下载收益归作者所有", False)],
)
def test_a_cut_preview_is_marked(foot: str, is_truncated: bool) -> None:
    result = reading(PORTAL.replace("此文档下载收益归作者所有", foot))
    assert result.facts.truncated is is_truncated
    assert only(result).text.endswith("让群众共享文化成果。")


def test_a_preview_that_stops_in_mid_sentence_is_cut() -> None:
    text = PORTAL.replace("二是抓好服务。让群众共享文化成果。", "二是抓好").replace("1200字", "5200字")
    assert reading(text).facts.truncated


ARTICLE = (
    "2021年文化工作总结(300字)(全文310字)\n\n   \n某局2021年文化工作总结汇报\n\n"
    f"{BODY}\n\n{NOTICE}\n如若转载，请注明出处：https://docs.example/1.html"
)
COUNTERS = f"浏览量:177 | 发布时间:2021-12-08\n{BODY}\n点赞:\n收藏:"
META = (
    "当前位置：首页 > 公文 > 总结\n2021年文化工作总结\n发布日期：2021-12-08 09:15 来源：青禾网 "
    "作者：山人 浏览次数：35次\n"
    f"{BODY}\n上一篇：无\n下一篇：某局计划\n相关文章\n某县总结"
)
TRADITIONAL = f"某局文化工作總結\n發(fā)布時間:2020-08-28 來源: 青禾網 點擊:\n{BODY}\n熱點文章閱讀"


@pytest.mark.parametrize(
    ("text", "title", "subtitle"),
    [
        (ARTICLE, "2021年文化工作总结", "某局2021年文化工作总结汇报"),
        (COUNTERS, None, None),
        (META, "2021年文化工作总结", None),
        (TRADITIONAL, "某局文化工作總結", None),
        (f"某局2021年文化工作总结\n{BODY}", "某局2021年文化工作总结", None),
        (BODY, None, None),
    ],
    ids=["article", "counters", "meta lines", "traditional", "paste", "text alone"],
)
def test_an_article_gives_its_text(text: str, title: str | None, subtitle: str | None) -> None:
    result = reading(text)
    entry = only(result)
    assert (result.platform.family, result.page_kind) == ("dump", PageKind.ARTICLE)
    assert (entry.title, entry.subtitle) == (title, subtitle)
    assert entry.text == BODY


def test_an_article_states_its_facts() -> None:
    facts = reading(ARTICLE).facts
    assert facts.claimed_chars == (300, 310)
    assert facts.source_url == "https://docs.example/1.html"
    assert facts.contact == "help@docs.example"


def test_counters_are_facts() -> None:
    facts = reading(COUNTERS).facts
    assert (facts.views, facts.published_at, facts.likes) == (177, "2021-12-08", None)


def test_meta_lines_are_facts() -> None:
    facts = reading(META).facts
    assert (facts.views, facts.source, facts.author) == (35, "青禾网", "山人")
    assert facts.published_at == "2021-12-08T09:15+08:00"
    assert facts.path == ("首页", "公文", "总结")


def test_readings_in_brackets_do_not_hide_a_label() -> None:
    facts = reading(TRADITIONAL).facts
    assert (facts.published_at, facts.source) == ("2020-08-28", "青禾網")


@pytest.mark.parametrize(
    "text",
    [
        "大小：按规定执行\n页数：不限\n" + BODY,
        "时间：2021-12-08\n地点：会议室\n" + BODY,
        "温馨提示：\n1. 注意安全。\n" + BODY,
    ],
)
def test_labels_of_a_report_make_no_portal(text: str) -> None:
    result = reading(text)
    assert result.platform.family == "dump"
    assert "今年以来，我局坚持稳中求进" in only(result).text
