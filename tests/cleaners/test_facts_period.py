"""Which years a text is about, and what the others are there for."""

from functools import partial

import pytest

from cleaners.facts.period import MOST_MENTIONS, period_of
from tests.tables import table
from tests.timing import assert_quick


def roles(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(one.year, one.role) for one in period_of(text, title).spans]


@table(
    ("title", "expected"),
    [
        ("2020年宣传思想工作总结和2021年工作计划", ("2020", "2021")),
        ("工作总结2021", ("2021",)),
        ("宣传部2020工作总结", ("2020",)),
        ("2019-2020学年度工作总结", ("2019", "2020")),
        ("“十四五”工作规划", ("2021", "2022", "2023", "2024", "2025")),
        ("某镇2000—2020年大事记", ("2000", "2020")),
        ("最新2020年自查报告", ("2020",)),
        ("2020XX镇工作总结", ("2020",)),
        ("二〇二〇年工作要点", ("2020",)),
        ("20XX年工作总结", ()),
        ("关于印发〔2019〕12号文件的通知", ()),
        ("学习《2018年工作要点》心得体会", ()),
        ("2019级新生发言稿", ()),
        ("2018届毕业生致辞", ()),
        ("2018年修订的章程", ()),
        ("发放2000份倡议书", ()),
        ("工作总结", ()),
    ],
)
def test_years_of_a_title(title: str, expected: tuple[str, ...]) -> None:
    assert period_of("", title).years == expected


@table(
    ("text", "expected"),
    [
        # what was done, where the sentence begins with the year or a formula names it
        ("2020年,我镇扎实工作。", [("2020", "report")]),
        ("会议召开。2020年以来,成效明显。", [("2020", "report")]),
        ("在县委领导下,2020年我局扎实工作。", [("2020", "report")]),
        ("现将2020年工作情况汇报如下。", [("2020", "report")]),
        ("回顾2020年的工作,成绩不小。", [("2020", "report")]),
        ("一是2020年经费足额到位。", [("2020", "report")]),
        ("一、2020年工作情况\n开了会。", [("2020", "report")]),
        ("(二)2020年主要做法\n开了会。", [("2020", "report")]),
        ("第一部分 2020年工作情况\n开了会。", [("2020", "report")]),
        # what is meant to be done
        ("三、2021工作计划\n抓落实。", [("2021", "plan")]),
        ("三、2021年工作打算\n抓落实。", [("2021", "plan")]),
        ("2021年工作思路\n抓落实。", [("2021", "plan")]),
        ("2021年,我们将加大力度。", [("2021", "plan")]),
        ("2021年我们打算加大力度。", [("2021", "plan")]),
        ("一、做法\n开会。\n二、下一步打算\n2021年,加强领导。", [("2021", "plan")]),
        ("一、做法\n开会。\n二、今后思路\n2021年,加强领导。", [("2021", "plan")]),
        # inside a sentence nothing else speaks for the year
        ("我们制定了2020年工作方案。", [("2020", "report")]),
        ("力争2022年完成。", [("2022", "plan")]),
        ("项目到2025年底前建成。", [("2025", "plan")]),
        # where a bare number is a year
        ("召开2022XX镇推介会。", [("2022", "report")]),
        ("三、发放2000份传单\n完毕。", []),
        ("投入2020元,培训2021人。", []),
        # open
        ("20XX年,我镇扎实工作。", [("20XX", "open")]),
    ],
)
def test_years_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@table(
    "text",
    [
        "学习《2018年党支部书记承诺书》,",
        "按照县发〔2018〕12号文件,",
        "按照县发[2018]12号文件,",
        "按照县发(2018)第12号文件,",
        "按照县发（2018）12号文件,",
        "按照县发【2018】12号文件,",
        "比2018年增长一成,",
        "较2018年增长一成,",
        "与2018年同期相比增长一成,",
        "我校2018年建校,",
        "本所始建于2018年,",
        "该院2018年5月正式成立,",
        "李某2018年毕业于师范,",
        "他2018年3月入党,",
        "他2018年参加工作,",
        "他于2018年出生,",
        "荣获2018年度先进集体,",
        "被评为2018年度先进集体,",
        "2018级新生,",
        "2018版教材,",
        "2018年修订的条例,",
        "学习2018年中央一号文件,",
        "自2018年起,",
        "“十三五”期间,",
    ],
)
def test_years_that_a_text_is_not_about(text: str) -> None:
    found = period_of(f"2020年,我镇扎实工作。{text}成效明显。", None)
    assert found.years == ("2020",)
    assert found.spans[1].role == "cited"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2018年成立了领导小组,开了会。", ("2018",)),
        ("2018年我局成立安全工作领导小组。", ("2018",)),
        ("2018年将军岭改造完工。", ("2018",)),
    ],
)
def test_what_was_done_in_a_year_is_no_founding(text: str, years: tuple[str, ...]) -> None:
    assert (period_of(text, None).years, roles(text)[0][1]) == (years, "report")


@pytest.mark.parametrize("stop", "。！？!?；;:：\n\u3000")
def test_a_sentence_begins_behind_a_stop(stop: str) -> None:
    assert [one.is_strong for one in period_of(f"开了会{stop}2020年召开了会议。", None).mentions] == [True]


@pytest.mark.parametrize("comma", ",，、)）”\"")
def test_a_year_behind_a_comma_needs_what_it_is_about(comma: str) -> None:
    assert [one.is_strong for one in period_of(f"开了会{comma}2020年我局开会。", None).mentions] == [True]
    assert [one.is_strong for one in period_of(f"开了会{comma}2020年召开了会议。", None).mentions] == [False]


@pytest.mark.parametrize("topic", ",，我全本以来上下工在")
def test_what_a_year_behind_a_comma_is_about(topic: str) -> None:
    assert [one.is_strong for one in period_of(f"开了会,2020年{topic}会。", None).mentions] == [True]


def test_a_date_inside_a_text_is_of_the_year_the_text_is_about() -> None:
    text = "2020年,我镇扎实工作。2020年3月5日,召开会议。2018年3月5日,曾发文。"
    assert roles(text) == [("2020", "report"), ("2020", "report"), ("2018", "cited")]


def test_without_any_other_sign_the_dates_say_what_a_text_is_about() -> None:
    assert period_of("我镇2020年3月5日召开会议。", None).years == ("2020",)


def test_a_life_told_in_years_has_no_period() -> None:
    text = "他" + "".join(f"于{year}年3月当选代表," for year in range(1990, 1996))
    found = period_of(text, None)
    assert (found.years, {one.role for one in found.mentions}) == ((), {"cited"})


@pytest.mark.parametrize(
    "text",
    [
        "开了会。\n某镇人民政府\n2021年1月5日",
        "开了会。\n二〇二一年一月五日",
        "开了会。\n2021-01-05",
        "（2021年1月5日）\n同志们:\n开会。",
        "开了会。\n时间：2021年1月5日",
    ],
)
def test_the_date_under_a_text_is_not_what_it_is_about(text: str) -> None:
    found = period_of(text, None)
    assert (found.years, [one.role for one in found.mentions]) == ((), ["signed"])


def test_a_date_on_its_line_deep_in_a_text_signs_nothing() -> None:
    filler = "今年以来,我镇扎实工作,成效明显,群众满意。" * 20
    assert roles(f"{filler}\n2020年3月5日\n{filler}") == [("2020", "report")]


def test_spans_lie_where_the_words_stand() -> None:
    title, text = "2020年总结", "现将2020年上半年工作汇报如下:"
    for one in period_of(text, title).spans:
        assert (title if one.is_in_title else text)[one.start : one.end] == one.words
    assert [one.words for one in period_of(text, title).spans] == ["2020年", "2020年上半年"]


def test_open_years_of_a_text_are_counted() -> None:
    found = period_of("20XX年开会,20XX年总结,201x年建成。", "20XX年总结")
    assert (found.open_years, found.years) == ((("20XX", 2), ("201x", 1)), ())


def test_a_chronicle_keeps_so_many_mentions() -> None:
    text = "".join(f"{year}年,开了会。" for year in range(1950, 2049))
    assert (len(period_of(text, None).spans), len(period_of(text, None).years)) == (MOST_MENTIONS, 99)


def test_nasty_texts_are_quick() -> None:
    for nasty in ("2020年,\n" * 2_000, "一、2020年" * 2_000, "《2020年" * 2_000, "将2020年到2021" * 1_000):
        assert_quick(partial(period_of, nasty, None), seconds=0.5, name=nasty[:9])
