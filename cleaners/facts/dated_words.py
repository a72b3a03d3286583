"""Words that belong to a time: congresses, campaigns, offices, and the years in which they can be spoken of. Data.

All years are public, those of the announcing documents and of the congresses: 十六大 2002-11, 十七大 2007-10,
十八大 2012-11, 十九大 2017-10, 二十大 2022-10; 学习实践科学发展观活动 2008-09 (中发〔2008〕14号) to 2010-02;
群众路线教育实践活动 2013-06 (中发〔2013〕4号) to 2014-10; 三严三实专题教育 2015-04 to 2015-12; 两学一做 2016-02-24
(notice of the central general office), made permanent 2017-03; 不忘初心、牢记使命主题教育 2019-06 to 2020-01, foretold
2017-10; 党史学习教育 2021-02 to 2021-12; 党纪学习教育 2024-04 to 2024-07; 扫黑除恶专项斗争 2018-01 to 2020-12; 学习强国
on line since 2019-01-01; the ministries of 应急管理 and 退役军人事务 2018-03.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple


class Dated(NamedTuple):
    """A word and the year from which it can be spoken of; `foretold` years before that it was already announced."""

    words: str
    since: int
    foretold: int = 0


# Told by words that nobody used before; ordered by year.
SINCE: Final = (
    Dated("十六大", 2002, 2),
    Dated("十七大", 2007, 2),
    Dated("十八大", 2012, 2),
    Dated("中国梦", 2012),
    Dated("精准扶贫", 2013),
    Dated("群众路线教育实践活动", 2013),
    Dated("三严三实", 2014),
    Dated("四个全面", 2014),
    Dated("脱贫攻坚", 2015),
    Dated("两学一做", 2016),
    Dated("四个意识", 2016),
    Dated("十九大", 2017, 2),
    Dated("不忘初心、牢记使命", 2017),
    Dated("不忘初心,牢记使命", 2017),
    Dated("新时代中国特色社会主义思想", 2017),
    Dated("扫黑除恶", 2018),
    Dated("新时代文明实践", 2018),
    Dated("融媒体中心", 2018),
    Dated("应急管理局", 2018),
    Dated("退役军人事务局", 2018),
    Dated("学习强国", 2019),
    Dated("新冠", 2020),
    Dated("新型冠状病毒", 2020),
    Dated("党史学习教育", 2021),
    Dated("两个确立", 2021),
    Dated("二十大", 2022, 2),
    Dated("新质生产力", 2023),
    Dated("党纪学习教育", 2024),
)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign with its last year; `signs` are its own words, of which the first is its name."""

    signs: tuple[str, ...]
    first: int
    last: int


# 两学一做 stays on paper after 2017 as 常态化制度化, and in reports as a word of course until 2018.
CAMPAIGNS: Final = (
    Campaign(("保持共产党员先进性教育", "先进性教育活动"), 2005, 2006),
    Campaign(("学习实践科学发展观活动",), 2008, 2010),
    Campaign(("群众路线教育实践活动", "照镜子、正衣冠"), 2013, 2014),
    Campaign(("“三严三实”专题教育", "三严三实专题教育"), 2015, 2015),
    Campaign(("两学一做",), 2016, 2018),
    Campaign(("扫黑除恶专项斗争",), 2018, 2020),
    Campaign(("党史学习教育", "学党史、悟思想", "我为群众办实事", "学史明理"), 2021, 2021),
    Campaign(("党纪学习教育", "学纪、知纪"), 2024, 2024),
)

CONGRESSES: Final = {"十六大": 2002, "十七大": 2007, "十八大": 2012, "十九大": 2017, "二十大": 2022, "二十一大": 2027}
"""Congress and its year."""

FOUNDED: Final = {
    "建党": 1921,
    "中国共产党成立": 1921,
    "建军": 1927,
    "新中国成立": 1949,
    "中华人民共和国成立": 1949,
    "建国": 1949,
    "改革开放": 1978,
    "抗战胜利": 1945,
    "抗日战争胜利": 1945,
    "红军长征胜利": 1936,
    "五四运动": 1919,
    "香港回归": 1997,
    "澳门回归": 1999,
    "马克思诞辰": 1818,
}
"""What is kept as an anniversary, and its year: 改革开放四十周年 is 2018."""

ERA_WORD: Final = "三个代表"
"""The word that official texts of 2000 to 2012 named first; later ones name it in a row with what followed."""
ERA_LAST: Final = 2013
LATER_WORDS: Final = ("科学发展观", "新时代", "习近平", "习总书记", "十八大", "十九大", "二十大", "中国梦")
"""With any of them, 三个代表 is part of such a row."""
