"""What lines of fields do not state: weekdays, columns, broken tags and an account's id are no names."""

from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Facts
from cleaners.rules.foot.meta_below import stated_below
from cleaners.rules.head.field_marks import without_marks
from tests.tables import table

TITLE = "溪口镇扎实推进秋季防火工作"
TEXT = "今年以来，全镇防火工作有序推进，群众满意，各项任务完成。\n一、主要做法\n各村都已按时完成了清查，没有发生火情。"


def facts_of(path: str, *lines: str) -> Facts:
    page = "\n".join([*([path] if path else []), TITLE, *lines, TEXT])
    return read(Page(body=page.encode(), media=Media.TEXT)).facts


@table(
    "line",
    [
        "2025-09-14 星期日", "2025-09-14 周一", "星期日 2025-09-14", "2025-09-14 10:20:33 星期日 溪口日报",
        "时间:2018-02-07 作者:*** 来源:溪口网", "作者:... 时间:2018-02-07 来源:溪口网", "作者:# 时间:2018-02-07",
        "本站小编 溪口考试/2021-12-26", "阅读 35 收藏 12",
    ],
)  # fmt: skip
def test_no_author_is_stated(line: str) -> None:
    assert facts_of("当前位置:首页 > 工作动态 > 正文", line).author is None


@table(
    ("line", "source"),
    [
        ("时间:2018-02-07 来源:<", None), ("时间:2018-02-07 15:39:00来源:<推荐访问:月度工作", None),
        ("来源:</a> 时间:2018-02-07", None), ("时间:2018-02-07 来源:&nbsp; 作者:李青禾", None),
        ("时间:2018-02-07 来源:1905电影网", "1905电影网"), ("时间:2018-02-07 来源:360", "360"),
        ("时间:2018-02-07 来源:溪口网<推荐访问:工作总结", "溪口网"),
    ],
)  # fmt: skip
def test_a_source_has_a_letter(line: str, source: str | None) -> None:
    assert facts_of("", line).source == source


@table(
    ("path", "line", "author"),
    [
        ("首页 > 实用文档 > 各类稿件 > 正文", "2023-12-14 19:31:36 各类稿件 访问手机版", None),
        ("当前位置:溪口学习网实用文档各类稿件内容页", "2023-12-14 19:31:36 各类稿件 访问手机版", None),
        ("首页 > 党建 > 青年之声", "青年之声 2023-12-14 19:31:36", None),
        ("首页 > 党建 > 青年之声", "作者:青年之声 2023-12-14", "青年之声"),
        ("首页 > 文集 > 李青禾", "2023-12-14 19:31:36 李青禾 访问手机版", "李青禾"),
    ],
)
def test_a_step_of_the_path_is_the_column(path: str, line: str, author: str | None) -> None:
    assert facts_of(path, line).author == author


@table("line", ["作者:李青禾\n来源:人人都是溪口人(ID:xikouren)", "来源:溪口发布(ID:xikoufabu) 作者:李青禾"])
def test_an_accounts_id_is_no_files(line: str) -> None:
    assert facts_of("", line).document_id is None


@table(
    ("line", "plain"),
    [
        ("※作者:李青禾 ※2018-08-04", " 作者:李青禾  2018-08-04"),
        ("推荐星级:★★★ 时间:2021-03-02", "推荐星级:★★★ 时间:2021-03-02"),
        ("推荐星级:★ 时间:2021-03-02", "推荐星级:★ 时间:2021-03-02"),
        ("2021年怎么干?我们这样干", "2021年怎么干?我们这样干"),
        ("2014-09-28?李青禾?来源:溪口网", "2014-09-28 李青禾 来源:溪口网"),
        ("来源:溪口日报(海外版) 作者:李青禾(溪口镇)", "来源:溪口日报(海外版) 作者:李青禾(溪口镇)"),
        ("(ID:xikouren)", "(ID:xikouren)"),
        ("来源:溪口日报(记者:李青禾)", "来源:溪口日报 记者:李青禾 "),
    ],
)
def test_what_stands_round_fields(line: str, plain: str) -> None:
    assert without_marks(line) == plain


@table(
    ("line", "pairs"),
    [
        ("来源:某校 作者:李禾 2008-06-03 09:29", (("来源", "某校"), ("作者", "李禾"), ("时间", "2008-06-03 09:29"))),
        ("2018-06-03 来源:某校 浏览:35", (("时间", "2018-06-03"), ("来源", "某校"), ("浏览", "35"))),
        ("作者:李青禾 单位:溪口镇 2021-03-02", ()),
        ("来源:市统计局 数据截至2021-03-02", ()),
        ("编辑:李青禾 2021年3月2日", ()),
    ],
)
def test_fields_of_a_foot_on_one_line(line: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert stated_below(line) == pairs
