"""Labels of pages become facts: typed values, and lines that look alike and state nothing."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from cleaners.facts.date_order import published_at
from cleaners.facts.keywords import keywords_in
from cleaners.facts.label_names import COUNTS, DATES, UNREAD, WORDS
from cleaners.facts.labels import LINE_BOUND, MEANINGS, facts_from, label_of, merged, pairs_of
from cleaners.reading import Facts, StatedDate
from tests.tables import table
from tests.timing import assert_quick

ZONE = "Asia/Shanghai"
SEEN = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)

LINES = (
    ("时间：2023-05-02 10:11 来源：未知 作者：admin 点击：123次",
     {"published_at": "2023-05-02T10:11+08:00", "source": "未知", "author": "admin", "views": 123}),
    ("发布日期： 2021-03-04 浏览次数： 1.46W 来源：某市政府办【字体：大 中 小】",
     {"published_at": "2021-03-04", "views": 14600, "source": "某市政府办"}),
    ("2020-05-01 10:22:33 来源: 某某网作者：某甲",
     {"published_at": "2020-05-01T10:22:33+08:00", "source": "某某网", "author": "某甲"}),
    ("2020-05-01 10:22 某某网", {"published_at": "2020-05-01T10:22+08:00"}),
    ("某某网 2021-02-03 08:00", {"published_at": "2021-02-03T08:00+08:00"}),
    ("2021年2月3日", {"published_at": "2021-02-03"}),
    ("来源：某报 2021-02-03 08:00", {"source": "某报", "published_at": "2021-02-03T08:00+08:00"}),
    ("作 者：某乙　　来 源：本站", {"author": "某乙", "source": "本站"}),
    ("索引号\t000014/2023-1\t主题分类\t工业、交通", {"index_number": "000014/2023-1", "topic": "工业、交通"}),
    ("发文机构：\t某县政府\t成文日期：\t2023年1月2日", {"issuer": "某县政府", "published_at": None}),
    ("索 引 号：\t\t文 号：\t某政发〔2023〕1号", {"document_number": "某政发〔2023〕1号"}),
    ("上传人：x** 文档编号：123 上传时间：2020-1-1 格式：DOC 页数：8 大小：15.18KB",
     {"uploader": "x**", "document_id": "123", "published_at": "2020-01-01", "file_format": "DOC", "file_pages": 8,
      "file_size": "15.18KB", "file_size_bytes": 15544}),
    ("下载积分：15 金币 | 下载次数：7 | 收藏：3 | 评论：0",
     {"price": "15 金币", "downloads": 7, "favourites": 3, "comments": 0}),
    ("责任编辑：小张 审核：某丙 供稿：宣传科", {"editor": "小张", "reviewer": "某丙", "contributor": "宣传科"}),
    ("关键词：宣传, 文化，总结", {"keywords": ("宣传", "文化", "总结")}),
    ("字数：约3千字", {"claimed_chars": (3000,)}),
    ("页数：约 12 页", {"file_pages": 12}),
    ("來源：某某網 點擊：5 次", {"source": "某某網", "views": 5}),
    ("來源：民主生活會 作者：某丁", {"source": "民主生活會", "author": "某丁"}),
    ("有效性：有效", {"validity": "有效"}),
    ("作    者    ：某甲", {"author": "某甲"}),
    ("no label: 作者：某甲", {"author": "某甲"}),
    ("生效日期：2020-01-01 废止日期：2021-01-01", {"published_at": None}),
)  # fmt: skip
SILENT = (
    "2020年5月1日活动总结",
    "数据来源：某某统计局",
    "资料来源：课题组整理",
    "会议时间：2020年5月1日",
    "办公时间：8:00",
    "图片来源：2020年5月1日",
    "工作时间：2020年5月1日",
    "开放时间：2020年5月1日",
    "活动时间：2020年5月1日",
    "报名时间：2020年5月1日",
    "截止时间：2020年5月1日",
    "考试时间：2020年5月1日",
    "作     者：某甲",
    "作者     ：某甲",
    "文章    来源于网络：某某网",
    "作者：",
    "点击：",
    "浏览：加载中",
    "关于2020年5月1日起施行新办法的通知",
    "2020-05-01起实行，请各单位遵照执行",
    "今年以来，浏览量上升。",
)


@table(("line", "expected"), LINES, ids=[line for line, _ in LINES])
def test_a_line_of_labels_states_facts(line: str, expected: dict[str, object]) -> None:
    """Every label of a line is read, wherever the line's other labels stand."""
    facts = facts_from(pairs_of([line], where="div.info"), zone=ZONE, fetched_at=SEEN)
    assert {name: getattr(facts, name) for name in expected} == expected


@pytest.mark.parametrize("line", SILENT)
def test_what_looks_alike_states_nothing(line: str) -> None:
    """A date in a title, a label of something else, a label without a value."""
    assert facts_from(pairs_of([line]), zone=ZONE, fetched_at=SEEN) == Facts()


def test_a_label_above_its_value_is_read() -> None:
    """`dt` and `dd` stand on lines of their own."""
    lines = ["索引号：", "000014/2023-2", "发布机构：", "某县政府", "成文日期：", "2023-01-02", "标签：", "首页 > 总结"]
    facts = facts_from(pairs_of(lines), zone=ZONE, fetched_at=SEEN)
    assert (facts.index_number, facts.issuer, facts.keywords) == ("000014/2023-2", "某县政府", ())
    assert [(date.kind, date.at) for date in facts.dates] == [("written", "2023-01-02")]


def test_every_kind_of_date_is_kept_and_the_texts_own_counts() -> None:
    """`published_at` is the publication's, then the upload's; when a text was written or takes effect is not."""
    line = "成文日期：2020-01-01 更新时间：2020-03-01 发布日期：2020-02-01 生效日期：2020-04-01 上传时间：2020-05-01"
    facts = facts_from(pairs_of([line]), zone=ZONE, fetched_at=SEEN)
    assert facts.published_at == "2020-02-01"
    assert [date.kind for date in facts.dates] == ["published", "uploaded", "updated", "written", "effective"]


def test_facts_say_where_they_stand_and_keep_the_print() -> None:
    """The element and the label; a number's print where it is not the number."""
    facts = facts_from(pairs_of(["作者：某甲 人气：3.2万 点赞：12"], where="div.info"), zone=ZONE, fetched_at=SEEN)
    assert facts.where == (("author", "div.info: 作者"), ("views", "div.info: 人气"), ("likes", "div.info: 点赞"))
    assert facts.stated == (("views", "3.2万"),)


def test_the_first_value_of_a_fact_counts() -> None:
    """A second author line is that of a related text."""
    facts = facts_from(pairs_of(["作者：某甲", "作者：某乙"]), zone=ZONE, fetched_at=SEEN)
    assert facts.author == "某甲"


def test_merged_fills_only_what_is_silent() -> None:
    """The family's facts win, `generic` fills the rest; dates and claims of both are kept."""
    first = Facts(author="某甲", claimed_chars=(3000,), where=(("author", "a"),))
    date = StatedDate(kind="published", stated="2020-01-01", at="2020-01-01", precision="day")
    assert merged(Facts(comments=0), Facts(comments=5)).comments == 0
    places = (("author", "b"), ("source", "c"))
    second = Facts(author="某乙", source="本站", dates=(date,), claimed_chars=(3100, 3000), where=places)
    both = merged(first, second)
    assert (both.author, both.source, both.claimed_chars) == ("某甲", "本站", (3000, 3100))
    assert both.where == (("author", "a"), ("source", "c"))
    assert both.published_at == published_at(both.dates) == "2020-01-01"


LABELS = [label for table in (WORDS, COUNTS, DATES) for row in table.values() for label in row.split("|")]
NASTY = ("作 " * 40000, "时间" * 40000, "：" * 80000, "2020-" * 20000, "\t索引号" * 20000, "作 " * 990, "时间" * 990)


@table("label", LABELS)
def test_every_label_is_read(label: str) -> None:
    """A label taken out of its table turns this red: nothing is listed that is not understood."""
    value = "2021-02-03" if MEANINGS[label][0] == "date" else "12"
    assert [(pair.label, pair.value) for pair in pairs_of([f"{label}：{value}"])] == [(label, value)]


def test_no_label_means_two_things() -> None:
    """One label, one fact."""
    labels = [*LABELS, *UNREAD.split("|")]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []
    assert {fact for _, fact in MEANINGS.values()} >= set(WORDS) | set(COUNTS)
    assert set(WORDS) | set(COUNTS) <= {field.name for field in fields(Facts)}


def test_words_and_labels_of_cells() -> None:
    """Keywords split at every mark in use; a cell's label bears blanks, colons, stars."""
    assert keywords_in("宣传,文化、总结  计划|宣传") == ("宣传", "文化", "总结", "计划")
    assert label_of("索 引 号：") == label_of("*索引号") == "索引号"
    assert label_of("索引号码") is None


@pytest.mark.parametrize("nasty", NASTY, ids=len)
def test_labels_are_read_in_linear_time(nasty: str) -> None:
    """A line without an end costs no more than its first characters: it is no line of labels."""
    assert_quick(lambda: pairs_of([nasty]), seconds=0.5)


def test_a_text_in_one_line_is_no_line_of_labels() -> None:
    """The bound that keeps the time is that of a line, not of a fact."""
    assert pairs_of(["作者：某甲" + "。" * LINE_BOUND]) == ()
