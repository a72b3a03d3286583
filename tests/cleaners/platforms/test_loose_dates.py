"""The one day above a dumped text that no label states, and days that are not the text's own."""

from cleaners.page import Media, Page
from cleaners.platforms.dump.loose_dates import loose_day
from cleaners.read import read
from cleaners.rules.lines import lines_of
from tests.tables import table
from tests.timing import assert_quick

TEXT = "近日，溪口镇召开秋季防火工作会议，对各村巡护作了部署，镇里和各村的巡护员都到会。\n2020年1月2日\n2020年3月4日"
TITLE = "溪口镇部署秋季防火"
DAYS = [
    (f"第3版：本镇新闻 2021-01-08\n{TITLE}", "2021-01-08"),
    (f"{TITLE}\n2019-04-2612573", "2019-04-26"),
    (f"{TITLE}\n- 石榴\n- 1893字\n- 2022-06-01 07:00:00", "2022-06-01 07:00:00"),
    (f"{TITLE}\n重要 卫生组 - 公告 | 2021-03-05 | 点阅数: 96", "2021-03-05"),
    (f"| NEWS.EXAMPLE.COM 2004年11月08日09:20 溪口网 |\n{TITLE}", "2004年11月08日09:20"),
    (f"發佈日期 民國98年3月12日\n{TITLE}", "民國98年3月12日"),
    (f"{TITLE}\n2019-04-26\n石榴 2019-04-26", "2019-04-26"),
    (f"{TITLE}\n石榴 2019-04-26\n青禾 2019-04-27", None),
    (f"2024年5月6日 星期一\n{TITLE}", None),
    (f"今天是2024年5月6日\n{TITLE}", None),
    (f"会议时间：2024年5月6日 地点：镇政府\n{TITLE}", None),
    (f"本办法2024年5月6日起施行\n{TITLE}", None),
    (f"2024-05-06至2024-05-06\n{TITLE}", None),
    (f"注册日期：2010-03-15\n{TITLE}", None),
    (f"{TITLE}\n2024年13号文", None),
    (f"{TITLE}\n各村：\n附件\n石榴镇\n2024年5月6日", None),
    (TITLE, None),
]


@table(("head", "day"), DAYS)
def test_one_day_stands_above_a_text(head: str, day: str | None) -> None:
    assert loose_day(lines_of(f"{head}\n{TEXT}"), TITLE) == day
    assert loose_day(lines_of(f"{TEXT}\n{head}"), TITLE) is None


def test_a_title_s_day_is_not_the_texts_own() -> None:
    title = "溪口镇2024年5月6日防火部署"
    assert loose_day(lines_of(f"{title}\n{TEXT}"), title) is None


def test_a_label_goes_before() -> None:
    page = f"{TITLE}\n发布时间：2021-09-03\n石榴 2019-04-26 青禾\n{TEXT}"
    assert read(Page(body=page.encode(), media=Media.TEXT)).facts.published_at == "2021-09-03"


def test_nasty_texts_are_quick() -> None:
    for nasty in ("2019-04-26\n" * 20_000, "2019" * 50_000, "民國" * 90_000):
        assert_quick(lambda text=nasty: loose_day(lines_of(text), None), seconds=0.3)


def test_who_wrote_the_first_floor_wrote_the_thread() -> None:
    floors = "".join(f"青禾{n} 发表于 2021-1-{n} 10:00:00 | 显示全部楼层\n{TEXT}\n" for n in (2, 3))
    page = f"查看: 64|回复: 1\n{TITLE}\n[复制链接]\n{floors}"
    found = read(Page(body=page.encode(), media=Media.TEXT))
    assert (found.platform.family, found.facts.author) == ("discuz", "青禾2")
