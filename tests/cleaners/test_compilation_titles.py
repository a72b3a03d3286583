"""What a whole compilation is called when its page is read as a dump: its own title, never its first item's heading."""

from cleaners.page import Media, Page
from cleaners.read import read
from tests.cleaners.split.bodies import filled
from tests.tables import table

ITEMS = "{0} 篇1\n<<long 960>>\n{0} 篇2\n<<long 961>>"
TAGS = '1. <tt id="5hhch"><source id="5hhch"></source></tt>\n2. <b id="5hhch"></b>\n* <small id="5hhch"></small>'
HEAD = (
    "森林消防工作總結\n時間:2022-01-03 12:01:33 工作總結 我要投稿\n森林消防工作總結范文(通用13篇)\n"
    "森林消防工作總結范文(通用13篇)"
)
TRADITIONAL = ITEMS.format("森林消防工作總結").replace("<<", "<<trad ")
WRITTEN = "森林消防工作總結范文(通用13篇)"


def items(first: str, second: str) -> str:
    """Put texts below two headings."""
    return f"{first}\n<<long 960>>\n{second}\n<<long 961>>"


def indented(text: str, blank: str) -> str:
    """Put blanks before each line."""
    return "\n".join(blank + line for line in text.split("\n"))


TITLES: list[tuple[str, str, str | None]] = [
    ("the title stands twice below the fields", f"{HEAD}\n{TRADITIONAL}", WRITTEN),
    ("all lines are indented", indented(f"{HEAD}\n{TRADITIONAL}", "\u3000\u3000"), WRITTEN),
    ("tags above", f"{TAGS}\n" + indented(f"{HEAD}\n{TRADITIONAL}", "    "), WRITTEN),
    ("tags are indented as well", indented(f"{TAGS}\n{HEAD}\n{TRADITIONAL}", "\u3000\u3000"), WRITTEN),
    ("nothing above: what the items share", ITEMS.format("社区工作者个人总结"), "社区工作者个人总结"),
    ("nothing above, counts behind", items("网格员个人总结 篇1 800字", "网格员个人总结 篇2 900字"), "网格员个人总结"),
    ("nothing above, nothing shared", items("第1篇 网格员个人总结", "第2篇 保洁员个人总结"), None),
    ("counts behind, nothing shared", items("第1篇 网格员述职总结 约800字", "第2篇 巷陌见闻 900字"), None),
    ("a colon behind the number", f"网格员个人总结\n2021-03-04\n{items('网格员个人总结 篇1:', '网格员个人总结 篇2:')}",
     "网格员个人总结"),
    ("the title is repeated", "社区工作者个人总结\n<<report 960>>\n社区工作者个人总结\n<<report 961>>",
     "社区工作者个人总结"),
    ("an item alone", "社区工作者个人总结 篇27\n<<long 960>>", "社区工作者个人总结 篇27"),
]  # fmt: skip


@table(("label", "text", "title"), TITLES, ids=[row[0] for row in TITLES])
def test_titles_of_compilations(label: str, text: str, title: str | None) -> None:
    assert read(Page(body=filled(text).encode(), media=Media.TEXT)).title == title


def test_titles_glued_to_items_labels_stay_in_their_headings() -> None:
    headings = ["网格员年度考核个人总结 篇1:乙", "网格员年度考核个人总结 篇2:丙"]
    text = f"网格员年度考核个人总结\n2021-03-04\n{items(*headings)}"
    found = read(Page(body=filled(text).encode(), media=Media.TEXT))
    assert [entry.title for entry in found.entries] == headings


RUN_IN = [
    ("counts behind the titles", "第一篇 社区活动总结 2800字 <<long 962>> 第二篇 巷陌见闻 约900字 <<long 963>>",
     ["社区活动总结", "巷陌见闻"]),
    ("a title before the first label alone",
     "每周荐读 第一篇：让读书成为习惯（2800字） <<long 962>> 第二篇：走进田间（1200字） <<long 963>>",
     ["让读书成为习惯", "走进田间"]),
    ("titles typed again below",
     "河道保洁 来源:某某网 篇一:《河道》之所见 河道之所见 <<long 962>> 篇二:保洁员的一天 保洁员的一天 <<long 963>>",
     ["《河道》之所见", "保洁员的一天"]),
    ("parts of a talk", "在会上的讲话 篇一:学习之道 <<long 962>> 篇二:实践之道 <<long 963>>", [None]),
]  # fmt: skip


@table(("label", "text", "titles"), RUN_IN, ids=[row[0] for row in RUN_IN])
def test_titles_of_items_run_into_one_line(label: str, text: str, titles: list[str | None]) -> None:
    found = read(Page(body=filled(text).encode(), media=Media.TEXT))
    assert [entry.title for entry in found.entries] == titles
