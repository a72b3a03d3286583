"""Each label of a dumped article, and each word that tells or fills a dumped thread, typed here again. All made up."""

import pytest

from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Facts, Reading
from tests.tables import table

TEXT = (
    "今年以来，我局坚持稳中求进，各项工作有序推进。\n一、主要工作\n抓学习，抓落实，抓服务。\n"
    "二、下步打算\n继续努力，再创佳绩。"
)
LONG = f"{TEXT}\n" + "加强组织领导，压实工作责任，完善制度机制，推动各项工作落到实处。" * 12
POSTED = "发表于 2021-12-8 09:05:06"


def reading(text: str) -> Reading:
    return read(Page(body=text.encode(), media=Media.TEXT))


def stated(head: str, *, foot: str = "") -> Facts:
    result = reading(f"{head}\n{TEXT}\n{foot}")
    assert (result.platform.family, result.entries[0].text) == ("dump", TEXT)
    return result.facts


VIEWS = (
    "浏览量 浏览次数 浏览 阅读量 阅读次数 阅读 点击量 点击次数 点击 點擊 人气 人氣 热度 查看次数 查看 访问量 访问次数"
    " 閱讀 瀏覽 瀏覽次數"
)


@table("label", VIEWS.split())
def test_each_label_of_views_counts_them(label: str) -> None:
    assert stated(f"{label}：1.2万次").views == 12_000


@pytest.mark.parametrize("label", ["下载次数", "评论数", "收藏", "字数", "编号", "点赞"])
def test_other_counters_are_no_views(label: str) -> None:
    assert stated(f"{label}：35").views is None


def test_likes_stand_above_or_below() -> None:
    assert stated("点赞：35").likes == 35
    assert stated("浏览：7", foot="点赞：12 收藏：3").likes == 12
    assert stated("收藏：35", foot="点赞： 收藏：3").likes is None


@table(
    ("label", "kind", "is_own"),
    [
        ("发布时间", "published", True),
        ("发布日期", "published", True),
        ("发表时间", "published", True),
        ("發布時間", "published", True),
        ("發佈日期", "published", True),
        ("發表時間", "published", True),
        ("时间", "published", True),
        ("時間", "published", True),
        ("日期", "published", True),
        ("添加时间", "published", True),
        ("更新时间", "updated", True),
        ("更新日期", "updated", True),
        ("上传时间", "uploaded", True),
        ("上传日期", "uploaded", True),
        ("成文日期", "written", False),
        ("撰写时间", "written", False),
    ],
)
def test_each_label_of_a_date_says_of_what_kind_it_is(label: str, kind: str, is_own: bool) -> None:
    facts = stated(f"{label}：2021-12-08")
    assert [(date.kind, date.at) for date in facts.dates] == [(kind, "2021-12-08")]
    assert facts.published_at == ("2021-12-08" if is_own else None)


def test_the_publication_counts_before_the_upload_and_the_update() -> None:
    head = "成文日期：2021-12-01 更新时间：2021-12-04 上传时间：2021-12-03 发布时间：2021-12-02"
    assert stated(head).published_at == "2021-12-02"


@pytest.mark.parametrize("label", ["来源", "來源", "稿源", "文章来源", "信息来源"])
def test_each_label_of_a_source(label: str) -> None:
    assert stated(f"{label}：青禾网 浏览：7").source == "青禾网"


@pytest.mark.parametrize("label", ["栏目", "分类", "类别", "所属栏目", "欄目", "分類"])
def test_each_label_of_a_column(label: str) -> None:
    assert stated(f"{label}：工作总结 浏览：7").category == "工作总结"


@pytest.mark.parametrize("label", ["关键词", "关键字", "标签"])
def test_each_label_of_keywords(label: str) -> None:
    assert stated(f"{label}：宣传，文化 总结 浏览：7").keywords == ("宣传", "文化", "总结")


def test_the_author_is_labelled() -> None:
    assert stated("作者：山人 浏览：7").author == "山人"
    assert stated("作者单位：宣传科 浏览：7").author is None


@pytest.mark.parametrize(
    ("foot", "is_on_rights"),
    [
        ("免责声明：本文由用户上传，版权归原作者。", True),
        ("免责声明：本文由用户上传，本站不拥有所有权。", True),
        ("免责声明：本文由用户上传，仅供参考。", False),
    ],
)
def test_a_notice_on_rights_is_a_fact(foot: str, is_on_rights: bool) -> None:
    assert stated("浏览：7", foot=foot).rights == (foot if is_on_rights else None)


FORUM_WORDS = (
    "使用道具", "本版积分规则", "您需要登录后才可以回帖", "[复制链接]", "跳转到指定楼层", "电梯直达", "回帖奖励",
)  # fmt: skip
LINKS = ("只看该作者", "倒序浏览", "显示全部楼层", "阅读模式", "只看楼主")


@pytest.mark.parametrize("word", FORUM_WORDS)
def test_three_words_of_a_forum_tell_a_thread(word: str) -> None:
    first, second = [other for other in FORUM_WORDS if other != word][:2]
    head = f"{POSTED}\n{first}\n{second}\n"
    assert reading(f"{head}{word}\n{LONG}").platform.family == "discuz"
    assert reading(f"{head}{first}\n{LONG}").platform.family == "dump"
    assert reading(f"{head}群众反映“{word}”用语难懂。\n{LONG}").platform.family == "dump"


@pytest.mark.parametrize("link", LINKS)
def test_one_link_beside_a_floor_s_date_tells_a_thread(link: str) -> None:
    assert reading(f"{POSTED}\n|\n{link}\n{LONG}").platform.family == "discuz"
    assert reading(f"{POSTED}\n群众反映“{link}”用语难懂。\n{LONG}").platform.family == "dump"


def test_words_of_a_forum_without_a_floor_tell_none() -> None:
    assert reading("\n".join(FORUM_WORDS + LINKS) + f"\n{LONG}").platform.family == "dump"


@pytest.mark.parametrize(
    "line",
    [
        "游客，如果您要查看本帖隐藏内容请回复",
        "山人，如果您要查看本帖隐藏内容请购买主题",
        "**** Hidden Message *****",
        "以下内容需要积分高于 100 才可浏览",
    ],
)
def test_a_hidden_part_is_counted(line: str) -> None:
    for shown, hidden in ((line, 1), (f"{line}\n{line}", 2), (f"关于“{line}”的说明。", 0)):
        text = f"楼主\n{POSTED} | 只看该作者\n{LONG}\n{shown}\n使用道具 举报\nPowered by Discuz! X3.4"
        entry = reading(text).entries[0]
        assert entry.facts.hidden_parts == hidden


@pytest.mark.parametrize(
    ("marks", "positions"),
    [
        (("楼主", "沙发", "板凳", "地板"), [1, 2, 3, 4]),
        (("地板", "板凳", "沙发", "楼主"), [4, 3, 2, 1]),
        (("沙发",), [2]),
        (("板凳",), [3]),
        (("地板",), [4]),
        (("楼主",), [1]),
        (("11#", "12#"), [11, 12]),
        (("第21楼", "第 25 楼"), [21, 25]),
        (("31楼", "31楼"), [31, 32]),
    ],
)
def test_floors_are_numbered_as_their_marks_say(marks: tuple[str, ...], positions: list[int]) -> None:
    posts = (
        f"山人\n{mark}\n{POSTED} | 只看该作者\n帖{n}：{LONG}\n使用道具 举报\n" for n, mark in enumerate(marks)
    )
    result = reading("".join(posts) + "Powered by Discuz! X3.4")
    shown = [(entry.text[:3], entry.position) for entry in result.entries]
    assert sorted(shown) == [(f"帖{n}：", position) for n, position in enumerate(positions)]


ARCHIVED = f"山人 {POSTED}\n{LONG}\n页: [1]\n查看完整版本: 白石镇2021年工作总结\nPowered by Discuz! X3.4 Archiver"


def test_the_archivers_link_names_the_thread() -> None:
    entry = reading(ARCHIVED).entries[0]
    assert (entry.title, entry.title_from) == ("白石镇2021年工作总结", "title")
    assert reading(ARCHIVED.replace("查看完整版本", "查看原版")).entries[0].title is None


@pytest.mark.parametrize(
    "head",
    [
        "白石镇2021年工作总结 [复制链接]",
        "白石镇2021年工作总结\n[复制链接]",
        "[总结] 白石镇2021年工作总结 [复制链接]",
        "标题: 白石镇2021年工作总结 [打印本页]",
    ],
)
def test_the_link_to_copy_stands_behind_the_title(head: str) -> None:
    result = reading(f"{head}\n楼主\n{POSTED} | 只看该作者\n{LONG}\nPowered by Discuz! X3.4")
    assert (result.entries[0].title, result.entries[0].title_from) == ("白石镇2021年工作总结", "heading")
    assert result.facts.category == ("总结" if head.startswith("[总结]") else None)


@pytest.mark.parametrize(
    ("line", "category"), [("[打印本页]", None), ("[复制链接]", None), ("[2021]", None), ("[计划] 某", "计划")]
)
def test_a_link_in_brackets_is_no_category(line: str, category: str | None) -> None:
    assert reading(f"{line}\n楼主\n{POSTED}\n{LONG}\nPowered by Discuz! X3.4").facts.category == category


@pytest.mark.parametrize("word", ["主题", "帖子", "积分", "精华"])
def test_the_authors_name_stands_above_the_box(word: str) -> None:
    for name in ("山人", "山人 当前离线", "山人  当前在线"):
        text = f"青禾论坛\n{name}\n{word} 12\n威望 5\n楼主\n{POSTED} | 只看该作者\n{LONG}\nPowered by Discuz! X3.4"
        assert reading(text).entries[0].author == "山人"
        assert reading(text.replace(f"{word} 12", "贡献 12")).entries[0].author is None


@pytest.mark.parametrize(
    ("line", "views", "replies"),
    [
        ("查看: 3849|回复: 3", 3849, 3),
        ("查看：3849 回帖：3", 3849, 3),
        ("回复: 3", None, None),
        ("浏览: 3849", None, None),
    ],
)
def test_the_threads_counters_stand_together(line: str, views: int | None, replies: int | None) -> None:
    facts = reading(f"{line}\n楼主\n{POSTED}\n{LONG}\nPowered by Discuz! X3.4").facts
    assert (facts.views, facts.replies) == (views, replies)
