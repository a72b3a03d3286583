"""Reports that speak of what chrome says: every sentence stays, in a dump of any family (reference: realtext 3j)."""

import pytest

from cleaners.edits import apply
from cleaners.rules.recipe import rules_for
from cleaners.rules.rule import Context
from cleaners.rules.title.title_forms import is_title_like
from cleaners.rules.title.titles import subtitle_of
from tests.tables import table

SENTENCES = [
    "一是规范网络论坛管理，及时回应楼主反映的小区物业问题，对沙发、板凳等跟帖逐条研判。",
    "二是开展版权保护宣传，版权归属作者的作品不得擅自转载，如有侵权请与执法大队联系。",
    "三是优化政务服务，群众登录平台、注册账号后即可搜索、下载办事指南，浏览量突破10万次。",
    "四是温馨提示：汛期外出注意安全，遇险请拨打电话求助。",
    "五是讲好身边故事，融媒体小编走进田间地头，收获点赞12万次、收藏3000余次。",
    "六是数据来源：市统计局抽样调查；供稿单位、通讯员名单见附件。",
    "七是印发《关于做好分享交流工作的通知》，举报电话、使用道具等规定一并公布。",
    "八是发表于2021-1-2的评论员文章引发热议，只看该作者一人观点有失偏颇。",
    "九是本文内容由三部分组成，如若转载须报办公室同意。",
    "十是下一步，全文3110字的实施意见将按ID:12345编号、大小:15KB归档。",
]
HEADINGS = ["一、基本情况", "二、问题", "（一）加强领导", "三、打算"]
LINES = [
    HEADINGS[0],
    *SENTENCES[:4],
    HEADINGS[1],
    *SENTENCES[4:7],
    HEADINGS[2],
    *SENTENCES[7:],
    HEADINGS[3],
    "下一步，将按照上级部署，认真抓好各项任务的落实，不断提高服务水平。",
]


@pytest.mark.parametrize("family", ["discuz", "wenku", "dump", "generic"])
@pytest.mark.parametrize("is_dump", [True, False])
def test_a_report_keeps_every_sentence(family: str, is_dump: bool) -> None:
    text = "\n".join(LINES)
    context = Context(family=family, title="某街道2021年工作总结", is_dump=is_dump)
    assert apply(text, rules_for(context), context) == (text, ())


@table("last", SENTENCES)
@table("family", ["discuz", "wenku", "dump"])
def test_a_sentence_stays_where_a_notice_would_stand(family: str, last: str) -> None:
    text = "\n".join([*LINES, last])
    context = Context(family=family, title=None, is_dump=True)
    assert apply(text, rules_for(context), context)[0] == text


@table("first", SENTENCES)
@table("family", ["discuz", "wenku", "dump"])
def test_a_sentence_stays_where_a_head_would_stand(family: str, first: str) -> None:
    text = "\n".join([first, *LINES])
    context = Context(family=family, title=None, is_dump=True)
    assert apply(text, rules_for(context), context)[0] == text


@pytest.mark.parametrize(
    ("words", "is_title"),
    [
        ("某县2021年工作总结", True),
        ("某县2021年工作总结(3100字)", True),
        ("关于印发某方案的通知", True),
        ("一、基本情况", False),
        ("（一）加强领导", False),
        ("各位领导、同志们：", False),
        ("县委:", False),
        ("按照统一安排,现结合实际进行梳理,汇报如下:", False),
        ("今年以来，工作有序推进。", False),
        ("12", False),
    ],
)
def test_titles_are_told(words: str, is_title: bool) -> None:
    assert is_title_like(words) is is_title


@pytest.mark.parametrize(
    ("text", "title", "subtitle"),
    [
        ("2021年工作总结\n\n某矿2021年工作总结汇报\n今年以来。", "2021年工作总结", "某矿2021年工作总结汇报"),
        ("某矿2021年工作总结汇报\r\n今年以来。", "2021年工作总结", "某矿2021年工作总结汇报"),
        ("\n2021年工作总结\n\u200b某矿2021年工作总结\n某矿2021年工作总结汇报(300字)\n今年以来。", "2021年工作总结",
         "某矿2021年工作总结 某矿2021年工作总结汇报"),
        ("2021年工作总结\n今年以来。", "2021年工作总结", None),
        ("今年以来。", None, None),
        ("某矿2021年工作总结汇报", "2021年工作总结", None),
    ],
)  # fmt: skip
def test_a_differing_heading_is_the_subtitle(text: str, title: str | None, subtitle: str | None) -> None:
    context = Context(family="dump", title=title, is_dump=True)
    cleaned, edits = apply(text, rules_for(context), context)
    assert subtitle_of(edits) == subtitle
    assert subtitle is None or cleaned == "今年以来。"


def test_in_markup_a_differing_heading_stays_in_the_text() -> None:
    text = "某矿2021年工作总结汇报\n今年以来。"
    context = Context(family="discuz", title="2021年工作总结")
    assert apply(text, rules_for(context), context) == (text, ())
