"""Each label and home page above a dumped article, typed here again; and reports that open alike."""

import pytest

from cleaners.edits import apply
from cleaners.rules.damage.paragraphs import COLLAPSED
from cleaners.rules.frame.page_frame import core_of
from cleaners.rules.head.heads import FIELDS, MENUS, PATHS
from cleaners.rules.lines import lines_of
from cleaners.rules.rule import Rule
from cleaners.rules.title.claims import CLAIMS
from cleaners.rules.title.titles import SUBTITLE
from tests.tables import table

TEXT = "今年以来，各项工作有序推进，成效明显。"
DATES = (
    "发布时间 发布日期 发表时间 发表日期 更新时间 更新日期 添加时间 上传时间 上传日期 撰写时间 成文日期 日期 时间"
    " 發布時間 發佈時間 發布日期 發佈日期 發表時間 更新時間 時間"
)
COUNTERS = (
    "浏览量 浏览次数 浏览 阅读量 阅读次数 阅读 阅读数 点击量 点击次数 点击 点击数 人气 热度 查看次数 查看 访问量"
    " 访问次数 下载次数 下载 评论数 评论 收藏 点赞 字数 编号 點擊 點擊數 閱讀 瀏覽 瀏覽次數 人氣"
)
WORDS = (
    "来源 稿源 文章来源 信息来源 作者 编辑 责任编辑 责编 字号 字体 栏目 分类 类别 所属栏目 标签 关键词 关键字"
    " 投稿 录入 供稿 审核 作者单位 分享到 分享 來源 欄目 分類"
)


def cleaned(rule: Rule, text: str) -> str:
    return apply(text, (rule,), rule.context)[0]


@table("label", DATES.split())
def test_a_date_above_a_text_goes_to_the_facts(label: str) -> None:
    assert cleaned(FIELDS, f"{label}：2021-03-02\n{TEXT}") == TEXT


@table("label", COUNTERS.split())
@table("value", ["35", "35次", "1.46W", "2.3万+"])
def test_a_counter_above_a_text_goes_to_the_facts(label: str, value: str) -> None:
    assert cleaned(FIELDS, f"{label}：{value}\n{TEXT}") == TEXT


@table("label", WORDS.split())
def test_a_label_with_words_goes_with_its_neighbour(label: str) -> None:
    assert cleaned(FIELDS, f"{label}：青禾 人气：35\n{TEXT}") == TEXT


@table("label", [*DATES.split(), *COUNTERS.split(), *WORDS.split()])
def test_a_label_in_a_sentence_stays(label: str) -> None:
    text = f"做好{label}：责任到人、措施到位\n{label}：逐项核对并在每月底前报送分管领导\n{TEXT}"
    assert cleaned(FIELDS, text) == text


@table("label", ["字号", "字体"])
@table("sizes", ["大 中 小", "【大 中 小】【打印】", "T | T", "A+ A-", "默认 大 | 打印 | 关闭", ""])
def test_sizes_of_letters_are_no_text(label: str, sizes: str) -> None:
    assert cleaned(FIELDS, f"{label}：{sizes}\n{TEXT}") == TEXT


@pytest.mark.parametrize("value", ["35个镇", "三十五", "稳中有升", "达标", "35-40"])
def test_one_label_without_a_date_or_a_count_stays(value: str) -> None:
    text = f"浏览量：{value}\n{TEXT}"
    assert cleaned(FIELDS, text) == text


@pytest.mark.parametrize("home", ["首页", "主页", "网站首页", "返回首页", "本站首页", "首頁"])
def test_a_menu_begins_with_the_home_page(home: str) -> None:
    assert cleaned(MENUS, f"{home} 公文 总结 计划\n{TEXT}") == TEXT
    assert cleaned(MENUS, f"{home}设置 公文 总结 计划\n{TEXT}") == f"{home}设置 公文 总结 计划\n{TEXT}"


@pytest.mark.parametrize(
    "path",
    [
        "您的位置：首页 > 公文",
        "位置：首页 > 公文",
        "您现在的位置：首页 >> 公文",
        "您当前的位置: 首页 › 公文",
        "所在位置：首页 → 公文",
        "當前位置：首頁 » 公文",
        "当前位置：首页 > 公文",
    ],
)
def test_a_breadcrumb_goes(path: str) -> None:
    assert cleaned(PATHS, f"{path}\n{TEXT}") == TEXT


@pytest.mark.parametrize(
    "line", ["地理位置：东部 > 西部", "位置：县城以东", "一 > 二", "先进位置：第一 > 第二 > 第三。措施有力"]
)
def test_a_comparison_is_no_breadcrumb(line: str) -> None:
    assert cleaned(PATHS, f"{line}\n{TEXT}") == f"{line}\n{TEXT}"


# Between 0.5 and 0.7 of the title's pairs of characters: only how reports are called tells another form of the title.
@pytest.mark.parametrize(
    ("heading", "is_subtitle"),
    [
        ("某镇2020年度宣传思想总结", True),
        ("某镇2020年度宣传思想汇报", True),
        ("某镇2020年度宣传思想计划（草案）", True),
        ("某镇2020年度宣传思想掠影", False),
        ("某镇2020年度宣传思想先进单位", False),
        ("2020年宣传思想工作领导", True),  # 0.8 of the pairs: the form of the title whatever it is called
        ("2020年宣传思想工作评委：", False),
        ("2020年宣传思想工作老师，大家好", False),
    ],
)
def test_another_form_of_the_title_is_the_subtitle(heading: str, is_subtitle: bool) -> None:
    text = f"{heading}\n{TEXT}"
    assert cleaned(SUBTITLE, text) == (TEXT if is_subtitle else text)


def test_a_salutation_with_a_word_count_is_no_title() -> None:
    text = f"一\n二\n三\n四\n各位评委，大家好(300字)\n{TEXT}\n完\n毕"
    assert cleaned(CLAIMS, text) == text


def test_the_examples_of_collapsed_texts_are_as_long_as_such_texts_are() -> None:
    assert all(len(before) > 800 for before, _ in COLLAPSED.examples)
    assert max(map(len, COLLAPSED.counter_examples)) > 800


def test_a_page_of_nothing_but_a_papers_frame_has_no_article_behind_it() -> None:
    lines = lines_of("\n\n".join(["第02版:综合新闻 上一版3  4下一版"] * 4))
    assert core_of(lines) == (0, len(lines))
