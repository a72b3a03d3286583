"""Cases of the scratch module; run by `tests.mutation` only."""

import pytest

from tests.mutation.scratch import LABELLED, is_about_work, is_labelled, is_name, is_report


@pytest.mark.parametrize(("title", "is_one"), [("工作总结", True), ("工作日志", False), ("总结", False)])
def test_a_title_names_a_report(title: str, is_one: bool) -> None:
    assert is_report(title) is is_one


def test_a_title_begins_with_work() -> None:
    assert is_about_work("工作总结")


def test_a_line_is_labelled() -> None:
    assert is_labelled("作者：甲")
    assert LABELLED.match("来源：乙")


def test_a_name_is_known() -> None:
    assert is_name("撰稿")
    assert is_name("来源")
