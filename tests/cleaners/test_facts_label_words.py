"""Labels that end a value, stand alone or bound one, each typed here again; and values that are none."""

import pytest

from cleaners.facts.date_order import published_at
from cleaners.facts.labels import facts_from, pairs_of
from cleaners.reading import Facts, StatedDate
from tests.tables import table


def stated(*lines: str) -> Facts:
    return facts_from(pairs_of(lines), zone="Asia/Shanghai", fetched_at=None)


UNREAD = (
    "字体 字号 字體 字號 分享 分享到 打印 视力保护色 背景色 打印本页 关闭窗口 语音播报 字体大小 文字大小 下载 名称"
    " 题名 标题 信息名称 文件名称 文章标题 公开方式 公开形式 公开时限 公开范围"
    " 公开程序 公开类别 体裁 所在地区 资源描述 温馨提示"
)


@table("label", UNREAD.split())
def test_a_label_that_states_nothing_ends_the_value_before_it(label: str) -> None:
    assert stated(f"作者：某甲 {label}：某") == stated("作者：某甲")
    assert stated(f"{label}：某") == Facts()


@pytest.mark.parametrize("label", ["字数", "总字数", "文档字数", "全文字数", "字數"])
def test_each_label_of_a_length(label: str) -> None:
    assert [(pair.label, pair.value) for pair in pairs_of([f"{label}：约3千字"])] == [(label, "约3千字")]
    assert stated(f"{label}：约3千字").claimed_chars == (3_000,)
    assert stated(f"{label}：超过往年").claimed_chars == ()


KEYWORDS = "关键词 关键字 标签 主题词 文档标签 本文标签 关键字词 關鍵詞 關鍵字 標籤 TAG TAGS Tags tags Tag"


@table("label", KEYWORDS.split())
def test_each_label_of_keywords(label: str) -> None:
    assert [(pair.label, pair.value) for pair in pairs_of([f"{label}：宣传，文化"])] == [(label, "宣传，文化")]
    assert stated(f"{label}：宣传，文化").keywords == ("宣传", "文化")


@table(
    "end",
    ["  打", "|打", "｜打", "【打】", "〖打〗", "[打]", "┊打", "│打", "\u00a0\u00a0打", "\u3000打", " / 打", "\t打"],
)
def test_what_ends_a_value(end: str) -> None:
    assert stated(f"作者：某甲{end}").author == "某甲"


@pytest.mark.parametrize("inside", ["某甲 某乙", "某甲/某乙", "某甲、某乙", "某甲（某局）", "某甲\u00a0某乙"])
def test_what_stands_inside_a_value(inside: str) -> None:
    assert stated(f"作者：{inside}").author == inside


@pytest.mark.parametrize(("label", "fact"), [("摘要", "abstract"), ("版权声明", "rights")])
def test_long_values_are_kept_whole(label: str, fact: str) -> None:
    words = "全文分三部分  第一部分谈成绩 / 第二部分谈问题|第三部分谈打算，" * 5
    assert getattr(stated(f"{label}：{words}"), fact) == words
    assert getattr(stated(f"{label}：{words * 4}"), fact) is None  # over 600 characters: a text


def test_a_sentence_is_no_value() -> None:
    assert stated("作者：" + "某" * 120).author == "某" * 120
    assert stated("作者：" + "某" * 121).author is None
    assert pairs_of(["作者：某甲" + "。" * 1_995]) != ()
    assert pairs_of(["作者：某甲" + "。" * 1_996]) == ()  # over 2,000 characters: a text


@pytest.mark.parametrize("line", ["首页 > 总结", "首页 › 总结", "首页 » 总结", "今年以来工作有序。", "某某：某"])
def test_a_line_that_is_no_value_of_the_label_above(line: str) -> None:
    assert stated("来源：", line) == Facts()
    assert stated("来源：", "某报", line).source == "某报"


@pytest.mark.parametrize(
    ("label", "value", "fact"),
    [
        ("索引号", "000014/2023-2", "index_number"),
        ("索 引 号", "000014/2023-2", "index_number"),
        ("发文字号", "某政发〔2023〕1号", "document_number"),
        ("发布机构", "某县政府", "issuer"),
        ("主题分类", "工业", "topic"),
        ("有效性", "有效", "validity"),
    ],
)
def test_a_label_of_an_official_table_needs_no_colon(label: str, value: str, fact: str) -> None:
    assert getattr(stated(label, value), fact) == value
    assert getattr(stated(f"{label}的编制", value), fact) is None


@pytest.mark.parametrize(
    ("label", "kind"), [("成文日期", "written"), ("生效日期", "effective"), ("废止日期", "repealed")]
)
def test_an_official_date_needs_no_colon(label: str, kind: str) -> None:
    dates = [(date.kind, date.at) for date in stated(label, "2023-01-02").dates]
    assert dates == [(kind, "2023-01-02")]


@pytest.mark.parametrize(
    "label", ["作者", "来源", "责任编辑", "发布时间", "文号", "索" + "\u3000" * 8 + "引" + "\u3000" * 8 + "号"]
)
def test_another_label_alone_needs_its_colon(label: str) -> None:
    facts = stated(label, "某甲")
    assert (facts.author, facts.source, facts.editor, facts.document_number) == (None, None, None, None)
    assert facts.index_number is None


@pytest.mark.parametrize(
    "line", ["（2021-02-03）", "【2021-02-03】", "[2021-02-03]", "— 2021-02-03 —", "2021-02-03 |", "•2021-02-03"]
)
def test_marks_round_a_date_alone(line: str) -> None:
    facts = stated(line)
    assert (facts.published_at, [date.where for date in facts.dates]) == ("2021-02-03", ["no label"])


def test_a_date_among_many_words_is_the_sentences_own() -> None:
    assert stated("2021-02-03 " + "某" * 40).published_at == "2021-02-03"
    assert stated("2021-02-03 " + "某" * 41).published_at is None


def test_a_post_counts_before_an_upload() -> None:
    dates = [StatedDate(kind=kind, stated=at, at=at, precision="day") for kind, at in (
        ("updated", "2021-02-04"), ("uploaded", "2021-02-03"), ("posted", "2021-02-02"), ("written", "2021-02-01"),
    )]  # fmt: skip
    assert published_at(dates) == "2021-02-02"
    assert published_at(dates[:2]) == "2021-02-03"
    assert published_at(dates[:1]) == "2021-02-04"
    assert published_at(dates[3:]) is None
