"""Dumps of threads in rarer forms: who wrote which floor, where author and date stand elsewhere than in its head."""

from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.forum.posted_below import floors_below
from tests.tables import table

BODY = "今年以来，在上级的正确领导下，各项工作有序推进，现将有关情况汇报如下。\n" * 8
REPLY = "写得很好，学习了。\n"
BOX = "级别: 新手上路\n精华: 0\n发帖: 12\n注册时间:2009-03-05\n\n"
LATER = "楼主: 青禾\n城关镇工作总结\n[复制链接]\n"
HEAD = "2021-7-10 15:51:50 | 显示全部楼层\n"
FOOT = "回复\n\n使用道具 举报\n\n"


def authors(page: str) -> list[tuple[int | None, str | None]]:
    found = read(Page(body=page.encode(), media=Media.TEXT))
    floors = [(entry.position, entry.author) for entry in found.entries]
    return sorted([*floors, *((reply.floor, reply.author) for reply in found.replies)])


@table(
    ("page", "wanted"),
    (
        (
            f"青禾\n{BOX}{BODY}Posted: 2009-12-21 09:30 | [楼 主]\n\n小草\n{BOX}{REPLY}Posted: 2009-12-22 | 1 楼\n",
            [(1, "青禾"), (2, "小草")],
        ),
        (
            f"{LATER}楼主| 发表于 {HEAD}{BODY}{FOOT}发表于 {HEAD}{REPLY}{FOOT}楼主| 发表于 {HEAD}{REPLY}{FOOT}",
            [(1, "青禾"), (2, None), (3, "青禾")],
        ),
        (
            f"城关镇总结\n[复制链接]\n积分\n85927\n奖章\nQQ\n威望\n5\n注册时间\n2007-6-8\n发表于 {HEAD}{BODY}{FOOT}",
            [(1, None)],
        ),
        (
            f"总结\n查看: 3|回复: 1\n\n青禾\n发表于 {HEAD}{BODY}\n小草\n发表于 {HEAD}{REPLY}",
            [(1, "青禾"), (2, "小草")],
        ),
        (
            f"总结\n[复制链接]\n精华 3\n在线\n发表于 {HEAD}{BODY}{FOOT}帖子 3\n在线\n发表于 {HEAD}{REPLY}",
            [(1, None), (2, None)],
        ),
        (f"总结\n[复制链接]\n发表于 {HEAD}{BODY}\n谢谢\n发表于 {HEAD}{REPLY}", [(1, None), (2, None)]),
        (f"城关镇工作总结\n[复制链接]\nID:887218 发表于 {HEAD}{BODY}{FOOT}", [(1, None)]),
    ),
)
def test_each_floor_has_its_author(page: str, wanted: list[tuple[int, str | None]]) -> None:
    assert authors(page) == wanted


@table(
    ("page", "wanted"),
    (
        (f"青禾\n{BOX}{REPLY}Posted: 2009-12-21 09:30 | [楼 主]\n", 1),
        (f"青禾\n{BOX}Posted: 2009-12-21 09:30 | [楼 主]\n{REPLY}", 0),
        (f"青禾\n{REPLY}Posted: 2009-12-21 09:30 | [楼 主]\n", 0),
        (f"青禾\n级别: 三级\n{REPLY}Posted: 2009-12-21 09:30\n", 0),
    ),
)
def test_dates_below_are_told_by_the_boxes_above(page: str, wanted: int) -> None:
    assert len(floors_below(forum_lines(page))) == wanted
