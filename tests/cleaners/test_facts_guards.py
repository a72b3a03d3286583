"""Cheap looks that spare a text a search: each lets through all that the search would find. The searches: elsewhere."""

import pytest

from cleaners.facts.anachronism import _anniversaries_in
from cleaners.facts.damage import doubled
from cleaners.facts.genre import _BY_WORD, of_title
from cleaners.facts.injection import injected
from cleaners.facts.machine import ai_written
from cleaners.facts.mask_kinds import kind_of
from cleaners.facts.period import _CITED_BEFORE, _FORMULA_BEFORE, _GOAL_BEFORE, _has_word_at_end
from cleaners.facts.spun import _AT_MOST, TELLTALES
from cleaners.facts.text import script_of
from cleaners.facts.years import years_in

NAMES = (
    "葡京 威尼斯人 金沙 永利 太阳城 皇冠 亚博 必威 万博 凯发 博狗 乐鱼 华体会 开云 申博 金冠 沙巴 大发 彩神 鸿运 银河"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("认真贯彻会议精神,开展学习教育,领导班子团结", "simplified"),
        ("認真貫徹會議精神,開展學習教育,領導班子團結", "traditional"),
        ("认真贯彻会议精神•开展学习教育,领导班子团结", "simplified"),
        ("•认真贯彻会议精神,开展學習教育,领導班子團結", "mixed"),
    ],
)
def test_the_script_with_and_without_signs_beyond_gb2312(text: str, expected: str) -> None:
    assert script_of(text) == expected


@pytest.mark.parametrize("name", NAMES.split())
@pytest.mark.parametrize("trade", ["体育平台", "线上", "投注", "现金网"])
def test_every_name_before_a_trade_is_found(name: str, trade: str) -> None:
    count, found = injected(f"做好{name}{trade}工作")
    assert (count, found[0].words) == (1, name + trade)


@pytest.mark.parametrize(
    "words",
    [
        "bet365", "betway", "manbetx", "pk10开奖", "PK10开奖", "北京赛车PK", "时时彩平台", "真人荷官", "真人百家乐",
        "真钱游戏", "百家乐玩法", "博彩公司", "棋牌官网", "彩票开户", "娱乐城注册", "网上赌场", "新葡京",
    ],
)  # fmt: skip
def test_what_is_sold_without_a_name_is_found(words: str) -> None:
    count, found = injected(f"做好{words}工作")
    assert (count, found[0].words) == (1, words)


@pytest.mark.parametrize("text", ["金沙县体育工作", "做好线上体育教学", "永利村,体育投注站", "皇冠小区 线上"])
def test_a_trade_without_a_name_is_none(text: str) -> None:
    assert injected(text) == (0, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一九五六年", ["1956"]), ("二零二一年", ["2021"]), ("二〇二九年", ["2029"]), ("二O一八年", ["2018"]),
        ("零距离服务,一二三四年", []), ("○一二年", []), ("服务零距离", []),
    ],
)  # fmt: skip
def test_years_in_characters_by_what_they_begin_with(text: str, expected: list[str]) -> None:
    assert [year.name for year in years_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强加强领导", [("加强加强", 0)]),
        ("会议会议要求,领导班子领导班子", [("会议会议", 0)]),
        ("党支部党支部要", [("党支部党支部", 0)]),
        ("落实会议会", []),
    ],
)
def test_words_twice_are_looked_at_in_the_text(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.words, one.start) for one in doubled(text)] == expected


def test_characters_that_share_a_low_byte_are_not_the_same() -> None:
    assert doubled("\u4e00\u4e01\u4f00\u4f01") == ()
    assert [one.start for one in doubled("\u4e00\u4e01\u4f00\u4f01\u4f00\u4f01")] == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 一、基本\n正文\n## 二、做法\n正文\n## 三、计划\n", 3),
        ("**一是抓学习**\n**二是抓落实**\n## 三、计划\n", 3),
        ("**一是抓学习**\n**二是抓落实**\n三\n", 0),
        ("*县*镇*村\n#一\n#二\n#三\n", 0),
    ],
)
def test_lines_in_markdown_from_three_on(text: str, expected: int) -> None:
    assert ai_written(text)[0] == expected


LEFT_OF_A_YEAR = (
    "比 较 与 同 跟 和 相比 超 超过 不低于 始建于 建于 成立于 创办于 创建于 组建于 生于 自 早在 毕业于 荣获 获 获得"
    " 被评为 被授予 授予 到 至 截至 力争 争取 计划 预计 确保 将 把 对 在 关于 回顾 总结 围绕 做好 完成 一是 九是"
)


@pytest.mark.parametrize("words", LEFT_OF_A_YEAR.split())
@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
def test_every_word_left_of_a_year_lets_the_search_pass(words: str, blank: str) -> None:
    left = f"工作{words}{blank}"
    assert any(words.search(left) for words in (_CITED_BEFORE, _GOAL_BEFORE, _FORMULA_BEFORE))
    assert _has_word_at_end(left)


LEFT_OF_A_MASK = (
    "第 共 共计 约 达 达到 近 超 超过 逾 占 增长 下降 投入 参加人数 :￥ 组长: 记者： 总书记 法治 平安 美丽 文明 创新"
    " 和谐 数字 健康 幸福 魅力 诚信 生态 清廉 活力 智慧 大美 醉美"
)


@pytest.mark.parametrize("words", LEFT_OF_A_MASK.split())
def test_every_word_left_of_a_mask_tells_its_kind(words: str) -> None:
    assert kind_of(f"做好{words}**", len(words) + 2, len(words) + 4) != "unknown"


@pytest.mark.parametrize("word", sorted(_BY_WORD))
def test_every_genre_word_is_found_at_a_titles_end(word: str) -> None:
    found = of_title(f"某县{word}")
    assert found is not None
    assert found[2] == word


@pytest.mark.parametrize(
    "trailer",
    [
        " ", "——", "!", "(1)", "【精选】", "2021年", "三", "精选6篇", "范文", "模板", "大全", "样本", "样文", "参考",
        "格式", "精选", "通用版", "最新", "最新版", "完整版", "字", "稿件", "初稿", "送审稿", "征求意见稿", "草案",
        "全文", "原文", ".docx", ".WPS",
    ],
)  # fmt: skip
def test_every_trailer_comes_off_a_title(trailer: str) -> None:
    found = of_title(f"工作总结{trailer}")
    assert found is not None
    assert found[0] == "总结"


@pytest.mark.parametrize("words", TELLTALES)
def test_each_telltale_counts_once_in_the_first_look(words: str) -> None:
    assert len(_AT_MOST.findall(f"要{words}了")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("庆祝中华人民共和国成立 70 周年", ["中华人民共和国成立 70 周年"]),
        ("建党一百周年、周年、建国70周年", ["建党一百周年", "建国70周年"]),
        ("公司成立十周年", []),
    ],
)
def test_anniversaries_are_found_from_their_last_word(text: str, expected: list[str]) -> None:
    assert [match[0] for match in _anniversaries_in(text)] == expected


@pytest.mark.parametrize("masks", ["__", "**", "某", "XX"])
@pytest.mark.parametrize("kept", ["—", "®喆®喆®喆®喆"])
def test_signs_beyond_gb2312_hide_no_traditional_character(kept: str, masks: str) -> None:
    assert script_of(f"{kept}認真貫徹會議精神專業問題{masks}{kept}") == "traditional"
    assert script_of(f"{kept}认真贯彻会议精神专业问题{masks}{kept}") == "simplified"
