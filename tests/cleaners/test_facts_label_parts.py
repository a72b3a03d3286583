"""Labels composed of parts: which fact each states, and words of the same build that are none."""

from collections.abc import Mapping

from cleaners.facts.labels import MEANINGS, pairs_of
from cleaners.rules.head.meta_labels import plain_label, with_plain_labels
from cleaners.rules.head.meta_lines import fields_of

COMPOSED: Mapping[str, str] = {
    "信息录入日期": "published", "刊登时间": "published", "上网时间": "published", "资讯时间": "published",
    "文章编辑时间": "updated", "最近修改日期": "updated", "信息上传日期": "uploaded",
    "消息来源": "source", "发布来源": "source", "转载自": "source", "来源部门": "source", "资讯出处": "source",
    "文档撰稿人": "author", "新闻发布者": "author", "采写人": "author", "资讯作者": "author",
    "信息提交人": "uploader", "文章整理者": "uploader",
    "信息报送单位": "contributor", "通联员": "contributor",
    "信息录入员": "editor", "新闻责任编辑": "editor", "采编人员": "editor",
    "信息核稿人": "reviewer", "签发人": "reviewer", "审定": "reviewer",
    "信息发布科室": "issuer", "发稿处室": "issuer",
    "累计阅读人次": "views", "本页浏览总数": "views", "关注度": "views", "已被浏览": "views", "当前热度": "views",
    "所在板块": "category", "资讯频道": "category",
    "稿件序号": "document_id", "信息代码": "document_id",
    "正文字号": "unread", "文字大小调整": "unread", "选择字体": "unread",
}  # fmt: skip
"""Labels that no list names, each part at least once, and the fact that each states."""
NONE = (
    "会议时间", "活动日期", "施工单位", "主管部门", "联系人", "负责人", "参加人员", "记录人", "考试时间", "数据来源",
    "资金来源", "经费出处", "人员编号", "合同编号", "项目类型", "服务热度", "安全指数", "浏览地点", "报名时间",
)  # fmt: skip
"""What reports label: built alike, with a word that is none of publishing."""


def test_composed_labels_state_their_fact() -> None:
    red = {label: MEANINGS.get(label) for label, fact in COMPOSED.items() if MEANINGS.get(label, ("", ""))[1] != fact}
    assert not red


def test_what_reports_label_is_no_label_of_a_page() -> None:
    assert [label for label in NONE if label in MEANINGS] == []


def test_a_line_of_composed_labels_is_the_pages() -> None:
    line = "信息来源:溪口日报 刊登时间:2021-03-02 累计阅读人次:35 正文字号:大 中 小"
    assert fields_of(line) == (
        ("信息来源", "溪口日报"), ("发布时间", "2021-03-02"), ("浏览次数", "35"), ("字号", "大 中 小"),
    )  # fmt: skip
    assert [pair.value for pair in pairs_of([line])][:3] == ["溪口日报", "2021-03-02", "35"]


def test_labels_set_wide_are_read() -> None:
    assert fields_of("时　间:2021-03-02 作 者:青禾 来  源:溪口日报") == (
        ("时间", "2021-03-02"), ("作者", "青禾"), ("来源", "溪口日报"),
    )  # fmt: skip
    assert plain_label("来  源") == "来源"
    assert plain_label("刊登日期") == "发布时间"


def test_a_reports_own_lines_are_no_fields() -> None:
    for line in ("会议时间:2021-03-02 主持人:青禾", "施工单位:溪口公司 监理单位:青禾公司", "联系人:青禾 电话:12"):
        assert fields_of(line) == ()


def test_the_commonest_labels_stand_for_rarer_ones() -> None:
    assert with_plain_labels("(文章来源:溪口镇)") == "(来源:溪口镇)"
    assert with_plain_labels("刊登时间:2021-03-02 累计浏览:3") == "时间:2021-03-02 浏览:3"
    assert with_plain_labels("会议地点:二楼") == "会议地点:二楼"
