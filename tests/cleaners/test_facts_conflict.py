"""Where title, text and page do not agree about the year; each with what looks alike and does agree."""

import pytest

from cleaners.facts.entry import entry_facts
from tests.tables import table

FILLER = "我镇扎实推进各项工作,成效明显。"


def said(text: str, title: str | None = None, published: str | None = None) -> tuple[str, ...]:
    return entry_facts(text, title=title, published=published).period_conflict


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("2022年工作总结", "2021年,开了会。2021年以来,又开了会。", "title says 2022, text says 2021 (2 times)"),
        ("2020年自查报告", "2019年,开了会。", "title says 2020, text says 2019 (once)"),
        ("2022年讲话", "2019年,开了会。", "title says 2022, text says 2019 (once)"),
        (
            "2022年工作总结",
            "会议于2020年3月5日召开,并于2020年4月6日复会,到2020年5月7日结束。",
            "title says 2022, text says 2020 (3 times)",
        ),
    ],
)
def test_title_and_text(title: str, text: str, expected: str) -> None:
    assert said(text, title) == (expected,)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("2020年工作总结和2021年工作计划", "2020年,开了会。\n三、2021工作计划\n开会。"),
        ("2020年工作总结", "2020年,开了会。"),
        ("2020年工作总结", "会议于2020年3月5日召开。2019年,曾开会。"),
        ("2021年工作计划", "2020年,开了会。"),
        ("2021年新年致辞", "2020年,我们走过了不平凡的路。"),
        ("2020年工作总结", "今年开了会。\n二、2021年工作打算\n开会。"),
        ("2020年工作总结", "会议于2019年3月5日召开,并于2019年4月6日复会。"),
        ("2020年工作总结", "比2019年增长一成。学习《2018年要点》。"),
        ("工作总结", "2019年,开了会。"),
        ("20XX年工作总结", "2019年,开了会。"),
        ("2016-2020年工作总结", "2018年,开了会。"),
    ],
)
def test_title_and_text_that_agree(title: str, text: str) -> None:
    assert said(text, title) == ()


@pytest.mark.parametrize(
    ("title", "text", "published", "expected"),
    [
        ("2020年工作总结", "", "2023-05-02", ("title says 2020, page is dated 2023",)),
        ("2020年工作总结", "", "2018-05-02", ("title says 2020, page is dated 2018",)),
        ("工作总结", "2017年,开了会。", "2020-01-01T08:00:00+08:00", ("text says 2017, page is dated 2020",)),
        ("2020年工作总结", "", "2021-12-31", ()),
        ("2020年工作总结和2021年工作计划", "", "2021-01-02T22:08:16+08:00", ()),
        ("2021年工作计划", "", "2020-12-20", ()),
        ("2020年工作总结", "", None, ()),
        ("2020年工作总结", "", "昨天", ()),
        ("工作总结", "2020年,开了会。", "2021-01-01", ()),
        ("一座古桥的故事", "2003年,桥断了。", "2020-01-01", ()),
        ("我市召开会议", "", "2020-01-01", ()),
    ],
)
def test_title_text_and_page(title: str, text: str, published: str | None, expected: tuple[str, ...]) -> None:
    assert said(text, title, published) == expected


@pytest.mark.parametrize("genre", ["工作总结", "自查报告", "述职报告", "工作汇报", "工作计划", "整改报告"])
def test_a_yearly_text_is_posted_near_its_year(genre: str) -> None:
    assert said("2017年,开了会。", genre, "2020-01-01") == ("text says 2017, page is dated 2020",)


@pytest.mark.parametrize("genre", ["工作总结", "自查报告", "工作汇报", "情况报告", "整改报告"])
def test_a_report_on_a_year_is_not_about_the_one_before(genre: str) -> None:
    assert said("2019年,开了会。", f"2020年{genre}") == ("title says 2020, text says 2019 (once)",)


@pytest.mark.parametrize("verb", ["签订", "签署", "制定", "制订", "印发", "下发", "出台"])
def test_what_is_signed_this_year_bears_this_year(verb: str) -> None:
    text = f"在今年4月与镇党委{verb}《2018年责任书》后,抓落实。"
    assert said(text, "2020年自查报告") == (
        f"title says 2020, text calls 2018 this year (今年4月与镇党委{verb}《2018年)",
    )


@pytest.mark.parametrize(
    "text",
    [
        "今年以来认真学习《2018年一号文件》。",
        "今年制定《2021年工作方案》。",
        "今年制定《2020年工作方案》。",
        "去年制定《2018年工作方案》。",
        "今年开了会。制定《2018年工作方案》。",
    ],
)
def test_what_is_not_signed_this_year(text: str) -> None:
    assert said(text, "2020年自查报告") == ()


def test_the_page_speaks_where_the_title_has_no_year() -> None:
    text = "今年与镇党委签订《2018年责任书》。"
    words = "今年与镇党委签订《2018年"
    assert said(text, "自查报告", "2020-08-28") == (f"page is dated 2020, text calls 2018 this year ({words})",)
    assert said(text, "自查报告") == ()


@table("verb", ["制定", "制订", "下发", "出台", "编制"])
@table("kind", ["方案", "计划", "要点"])
def test_a_plan_for_the_year_reported(verb: str, kind: str) -> None:
    text = f"2019年,{FILLER * 4}\n三、下一步\n{verb}《2019年学习{kind}》,抓落实。"
    assert said(text) == (f"text reports on 2019 and plans for 2019 ({verb}《2019年学习{kind}》)",)


@pytest.mark.parametrize(
    "text",
    [
        f"2019年,{FILLER * 4}\n三、下一步\n制定《2020年学习方案》。",
        f"2019年,制定《2019年学习方案》。{FILLER * 4}\n三、下一步\n开会。",
        f"2019年,{FILLER * 4}\n三、下半年打算\n制定《2019年学习方案》。",
        f"2019年,{FILLER * 4}\n三、后半年打算\n制定《2019年学习方案》。",
        f"{FILLER * 4}\n三、下一步\n制定《2019年学习方案》。",
    ],
)
def test_plans_that_follow_what_is_reported(text: str) -> None:
    assert said(text) == ()


def test_statements_quote_the_page_in_its_own_script() -> None:
    text = "在今年與黨委簽訂《2018年責任書》後,抓好落實,成效明顯。"
    assert said(text, "2020年自查報告") == ("title says 2020, text calls 2018 this year (今年與黨委簽訂《2018年)",)
