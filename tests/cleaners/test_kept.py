"""What edits took of figures, masks and lost characters: boilerplate may, mending may not, but for what it mends."""

import pytest

from cleaners.kept import MENDS, Taken, taken_by
from cleaners.reading import Edit
from cleaners.rules.damage import pinyin, shifted
from cleaners.rules.recipe import RULES


def edit(rule: str, taken: str, put: str = "", start: int = 0) -> Edit:
    return Edit(rule=rule, start=start, taken=taken, put=put)


CASES = [
    ("nothing", "layout", "\n\n", "\n", Taken()),
    ("boilerplate", "like-tail", "点赞: 12\n*收藏*", "", Taken(boilerplate=4)),
    ("a host's own", "host:mark", "浏览:127次", "", Taken(boilerplate=3)),
    ("boilerplate among mending", "layout+like-tail", "点赞: 1", "", Taken(boilerplate=1)),
    ("a figure lost in mending", "layout", "共 12\n", "共 1", Taken(lost=["layout took '2' at 0"])),
    ("a mask lost in mending", "layout", "某镇\n", "镇", Taken(lost=["layout took '某' at 0"])),
    ("masks and figures put back", "page-join+layout", "２０XX 年\n＊", "20XX年*", Taken()),
    ("a lost character lost again", "layout", "党?建", "党建", Taken(lost=["layout took '?' at 0"])),
    ("a question", "layout", "?\n", "\n", Taken()),
    ("an entity is no figure", "invisible-characters", "&#8220;工&#50;", "“工2", Taken()),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "taken", "put", "wanted"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_what_an_edit_took(rule: str, taken: str, put: str, wanted: Taken) -> None:
    assert taken_by([edit(rule, taken, put)], f"{taken}。") == wanted


def test_rules_that_mend_may_change_what_they_mend() -> None:
    for rule in shifted.RULES[:1]:
        assert taken_by([edit(rule.name, "党?建1", "党的建1")], "党?建1").mended == 1
        assert taken_by([edit(rule.name, "党?建1", "党的建")], "党?建1").lost == [f"{rule.name} took '1' at 0"]
    for rule in pinyin.RULES[:1]:
        assert taken_by([edit(rule.name, "(hao3)")], "好(hao3)").mended == 1


def test_every_rule_that_mends_is_one_of_the_recipe() -> None:
    assert set(MENDS) - {rule.name for rule in RULES} == {"page-join"}
