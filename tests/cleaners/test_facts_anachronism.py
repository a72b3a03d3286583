"""Words of another time than title or page state; each with what looks alike and fits."""

import pytest

from cleaners.facts.anachronism import number_of
from cleaners.facts.entry import entry_facts
from tests.tables import table

SINCE = [
    ("党的十六大", 2002, 2),
    ("党的十七大", 2007, 2),
    ("党的十八大", 2012, 2),
    ("中国梦", 2012, 0),
    ("精准扶贫", 2013, 0),
    ("群众路线教育实践活动", 2013, 0),
    ("三严三实", 2014, 0),
    ("四个全面", 2014, 0),
    ("脱贫攻坚", 2015, 0),
    ("两学一做", 2016, 0),
    ("四个意识", 2016, 0),
    ("党的十九大", 2017, 2),
    ("不忘初心、牢记使命", 2017, 0),
    ("不忘初心,牢记使命", 2017, 0),
    ("新时代中国特色社会主义思想", 2017, 0),
    ("扫黑除恶", 2018, 0),
    ("新时代文明实践", 2018, 0),
    ("融媒体中心", 2018, 0),
    ("应急管理局", 2018, 0),
    ("退役军人事务局", 2018, 0),
    ("学习强国", 2019, 0),
    ("新冠", 2020, 0),
    ("新型冠状病毒", 2020, 0),
    ("党史学习教育", 2021, 0),
    ("两个确立", 2021, 0),
    ("党的二十大", 2022, 2),
    ("新质生产力", 2023, 0),
    ("党纪学习教育", 2024, 0),
]


def said(text: str, title: str | None = None, published: str | None = None) -> tuple[str, ...]:
    return entry_facts(text, title=title, published=published).period_conflict


@table(("words", "since", "foretold"), SINCE)
def test_words_that_nobody_knew_yet(words: str, since: int, foretold: int) -> None:
    text = f"认真学习{words},抓好落实。"
    told = f"text speaks of {words.removeprefix('党的')} (from {since})"
    year = since - foretold
    assert said(text, f"{year - 2}年工作总结") == (f"title says {year - 2}, {told}",)
    assert said(text, f"{year - 1}年工作总结") == ()
    assert said(text, "工作总结", f"{year - 1}-06-01") == (f"page is dated {year - 1}, {told}",)
    assert said(text, "工作总结", f"{year}-06-01") == ()
    assert said(text) == ()


@pytest.mark.parametrize("measure", "类队项块件城行产型步板")
def test_a_count_is_no_congress(measure: str) -> None:
    assert said(f"共有十八大{measure}。", "2001年工作总结") == ()


@pytest.mark.parametrize(
    ("name", "title", "years"),
    [
        ("保持共产党员先进性教育", "2010年工作总结", "2005 to 2006"),
        ("学习实践科学发展观活动", "2015年工作总结", "2008 to 2010"),
        ("群众路线教育实践活动", "2018年工作总结", "2013 to 2014"),
        ("“三严三实”专题教育", "2018年工作总结", "2015"),
        ("两学一做", "2020年工作总结", "2016 to 2018"),
        ("扫黑除恶专项斗争", "2022年工作总结", "2018 to 2020"),
        ("党史学习教育", "2023年工作总结", "2021"),
        ("党纪学习教育", "2026年工作总结", "2024"),
    ],
)
def test_campaigns_that_were_over(name: str, title: str, years: str) -> None:
    twice = f"结合{name},开了会。围绕{name}等工作,抓落实。"
    assert said(twice, title) == (f"title says {title[:4]}, text is at work in {name} ({years})",)
    assert said(f"结合{name},开了会。", title) == ()
    assert said(f"巩固{name},推进{name}常态化。{name}成果明显。", title) == ()
    first = years[:4]
    assert said(twice, f"{first}年工作总结") == ()
    assert said(twice, "工作总结", f"{int(years[-4:]) + 3}-03-01") == (
        f"page is dated {int(years[-4:]) + 3}, text is at work in {name} ({years})",
    )


@table("verb", ["开展", "抓实", "抓好", "推进", "启动", "部署", "组织", "结合", "聚焦"])
@table("sign", ["学党史、悟思想", "我为群众办实事", "学史明理"])
def test_the_year_after_a_campaign_needs_two_signs_and_a_verb(verb: str, sign: str) -> None:
    found = said(f"{verb}党史学习教育,做到{sign}。", "2022年工作总结")
    assert found == ("title says 2022, text is at work in 党史学习教育 (2021)",)


@pytest.mark.parametrize(
    ("name", "sign", "title"),
    [
        ("保持共产党员先进性教育", "先进性教育活动", "2007年工作总结"),
        ("群众路线教育实践活动", "照镜子、正衣冠", "2015年工作总结"),
        ("“三严三实”专题教育", "三严三实专题教育", "2016年工作总结"),
        ("党纪学习教育", "学纪、知纪", "2025年工作总结"),
    ],
)
def test_second_signs_of_other_campaigns(name: str, sign: str, title: str) -> None:
    assert len(said(f"开展{name},做到{sign}。", title)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "开展党史学习教育,开了会。",
        "在党史学习教育中,做到学史明理。",
        "巩固党史学习教育成果,做到学史明理。",
        "开展党史学习教育常态化工作,做到学史明理。",
        "自开展党史学习教育以来,做到学史明理。",
    ],
)
def test_what_follows_a_campaign(text: str) -> None:
    assert said(text, "2022年工作总结") == ()


@table(
    ("words", "year"),
    [
        ("建党一百周年", 2021),
        ("中国共产党成立95周年", 2016),
        ("建军90周年", 2017),
        ("新中国成立70周年", 2019),
        ("中华人民共和国成立六十周年", 2009),
        ("建国60周年", 2009),
        ("改革开放四十周年", 2018),
        ("抗战胜利70周年", 2015),
        ("抗日战争胜利七十周年", 2015),
        ("红军长征胜利80周年", 2016),
        ("五四运动100周年", 2019),
        ("香港回归20周年", 2017),
        ("澳门回归二十周年", 2019),
        ("马克思诞辰200周年", 2018),
    ],
)
def test_anniversaries_tell_their_year(words: str, year: int) -> None:
    text = f"今年是纪念{words}之年,开了会。"
    assert said(text, f"{year}年工作总结") == ()
    assert said(text, f"{year + 1}年工作总结") == (f"title says {year + 1}, text keeps {words} ({year})",)
    assert said(f"庆祝{words},开了会。", f"{year - 2}年工作总结") == (
        f"title says {year - 2}, text keeps {words} ({year})",
    )
    assert said(f"庆祝{words},开了会。", f"{year - 1}年工作总结") == ()
    assert said(f"到{words}时,全面建成。", f"{year - 9}年工作总结") == ()


@pytest.mark.parametrize("verb", ["庆祝", "纪念", "喜迎", "迎接", "献礼"])
def test_verbs_of_keeping(verb: str) -> None:
    assert len(said(f"{verb}建党100周年。", "2010年工作总结")) == 1


@table(
    ("figures", "value"),
    [
        ("40", 40),
        ("四十", 40),
        ("九十五", 95),
        ("十", 10),
        ("十五", 15),
        ("五", 5),
        ("百", 100),
        ("一百", 100),
        ("一百二十", 120),
        ("二百", 200),
        ("一百零五", 105),
        ("十百十", 0),
    ],
)
def test_numbers_of_years(figures: str, value: int) -> None:
    assert number_of(figures) == value


@pytest.mark.parametrize(
    ("text", "title", "published", "expected"),
    [
        ("喜迎党的十九大胜利召开。", "2023年工作总结", None, "title says 2023, text looks forward to 十九大 (2017)"),
        ("党的十九大即将召开。", "2018年工作总结", None, "title says 2018, text looks forward to 十九大 (2017)"),
        ("党的十九大将于秋天召开。", "2018年工作总结", None, "title says 2018, text looks forward to 十九大 (2017)"),
        ("迎接党的十六大召开。", None, "2008-01-01", "page is dated 2008, text looks forward to 十六大 (2002)"),
        ("迎接党的十七大召开。", None, "2010-01-01", "page is dated 2010, text looks forward to 十七大 (2007)"),
        ("迎接党的十八大的召开。", None, "2020-01-01", "page is dated 2020, text looks forward to 十八大 (2012)"),
        ("迎接党的二十大胜利召开。", None, "2024-01-01", "page is dated 2024, text looks forward to 二十大 (2022)"),
        ("迎接党的二十一大召开。", None, "2040-01-01", "page is dated 2040, text looks forward to 二十一大 (2027)"),
        (
            "践行二十大。以实际行动迎接党的*大胜利召开。",
            None,
            "2024-01-23",
            "page is dated 2024, text looks back on 二十大 and forward to a congress (迎接党的*大胜利召开)",
        ),
        (
            "学习十八大。迎接党的XX大召开。",
            "2014年工作总结",
            None,
            "title says 2014, text looks back on 十八大 and forward to a congress (迎接党的XX大召开)",
        ),
    ],
)
def test_a_congress_ahead_that_was_over(text: str, title: str | None, published: str | None, expected: str) -> None:
    assert said(text, title, published) == (expected,)


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        ("喜迎党的十九大胜利召开。", "2017年工作总结", "2018-01-05"),
        ("喜迎党的二十大胜利召开。", "2021年工作总结", None),
        ("党的十九大召开以来,成效明显。", "2023年工作总结", None),
        ("贯彻党的十九大精神。", "2023年工作总结", None),
        ("学习十九大。迎接党的*大胜利召开。", None, "2022-08-01"),
        ("践行二十大。迎接党的*大胜利召开。", None, None),
        ("践行二十大。开展“喜迎党的*大召开”活动。", None, "2024-01-23"),
        ("迎接党的*大胜利召开。", None, "2024-01-23"),
        ("践行二十大。迎接职代会胜利召开。", None, "2024-01-23"),
    ],
)
def test_congresses_in_their_time(text: str, title: str | None, published: str | None) -> None:
    assert said(text, title, published) == ()


def test_a_text_that_knows_nothing_later() -> None:
    text = "以邓小平理论和“三个代表”重要思想为指导,开了会。"
    assert said(text, "2020年工作总结") == ("title says 2020, text knows 三个代表 and nothing later",)
    assert said(text, "工作总结", "2021-01-01") == ("page is dated 2021, text knows 三个代表 and nothing later",)
    assert said(text, "2013年工作总结") == ()
    assert said(text, "工作总结") == ()


@pytest.mark.parametrize(
    "later", ["科学发展观", "新时代", "习近平", "习总书记", "十八大", "十九大", "二十大", "中国梦"]
)
def test_a_row_that_goes_on(later: str) -> None:
    assert said(f"以“三个代表”重要思想、{later}为指导。", "2022年工作总结") == ()
