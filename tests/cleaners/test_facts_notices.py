"""Facts in a site's notices and footer lines, and sentences of reports that only look like them."""


from functools import partial

import pytest

from cleaners.facts.notices import (
    contact_of,
    icp_of,
    police_record_of,
    site_of_footer,
    site_of_notice,
    source_url_of,
)
from tests.tables import table
from tests.timing import assert_quick


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("青禾网 桂ICP备00000001号", "桂ICP备00000001号"),
        ("( 京ICP证000001号-12 ) ©", "京ICP证000001号-12"),
        ("粤ICP备0000000001号-1", "粤ICP备0000000001号-1"),
        ("ICP备00000001号", None),
        ("桂ICP备1234号", None),
        ("桂ICP备案管理办法", None),
        ("桂icp备00000001号", None),
    ],
)
def test_licences(line: str, expected: str | None) -> None:
    assert icp_of(["今年以来", line]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("桂公网安备 45000000000001号", "45000000000001"),
        ("京公网安备11000002000001号", "11000002000001"),
        ("公网安备 1234567", None),
        ("完成公网安备案45家", None),
    ],
)
def test_police_records(line: str, expected: str | None) -> None:
    assert police_record_of([line]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("请发送邮件至 help@docs.example 举报", "help@docs.example"),
        ("邮箱：a.b+c_d-e@mail.docs.example。", "a.b+c_d-e@mail.docs.example"),
        ("网站客服：1234567890", "1234567890"),
        ("投诉电话: 000-0000-0000", "000-0000-0000"),
        ("举报热线0000-0000000", "0000-0000000"),
        ("联系QQ：1234567", "1234567"),
        ("客服微信：a1234567", None),
        ("联系群众1200户", None),
        ("投诉：12345", None),
        ("用户@某某", None),
        ("电话：1234567890", None),
    ],
)
def test_contacts(line: str, expected: str | None) -> None:
    assert contact_of(["版权归作者所有", line]) == expected


def test_the_first_line_with_a_contact_counts() -> None:
    assert contact_of(["客服：1234567", "邮箱 a@docs.example"]) == "1234567"
    assert contact_of(["客服：1234567 邮箱 a@docs.example"]) == "a@docs.example"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("如若转载，请注明出处：https://docs.example/1.html", "https://docs.example/1.html"),
        ("原文链接: http://docs.example/a?b=1&c=2）", "http://docs.example/a?b=1&c=2"),
        ("本文地址：www.docs.example/1.html;", "www.docs.example/1.html"),
        ("文章来源：https://docs.example/1,", "https://docs.example/1"),
        ("（来源: https://docs.example/1)", "https://docs.example/1"),
        ("下载：https://docs.example/1", None),
        ("出处：某报", None),
        ("来源详见 https://docs.example/1", None),
    ],
)
def test_reprints_name_their_source(line: str, expected: str | None) -> None:
    assert source_url_of([line]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本文档由用户上传，版权归属用户，青禾网负责整理代发布。", "青禾网"),
        ("青禾文库网站负责代发布", "青禾文库"),
        ("办公室负责材料整理", None),
        ("本着谁主管谁负责的原则", None),
        ("由多个部门共同组成的联合工作领导小组办公室负责整理", None),
    ],
)
def test_the_site_that_publishes_names_itself(line: str, expected: str | None) -> None:
    assert site_of_notice([line]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("手机版|青禾文苑——写作交流 ( 桂ICP备00000001号", "青禾文苑"),
        ("Archiver|青禾论坛 - 笔友之家（桂ICP备00000001号）", "青禾论坛"),
        ("小黑屋|青禾论坛--笔友之家", "青禾论坛"),
        ("小黑屋 | 青禾-论坛", "青禾-论坛"),
        ("小黑屋|青禾论坛_ 写作", "青禾论坛"),
        ("手机版|小黑屋| ( 桂ICP备00000001号 )", None),
        ("手机版与电脑版同步上线", None),
        ("宣传|文化|总结", None),
        ("Archiver", None),
    ],
)
def test_the_footer_names_the_site(line: str, expected: str | None) -> None:
    assert site_of_footer(["Powered by", line]) == expected


@pytest.mark.parametrize("word", ["手机版", "Archiver", "小黑屋"])
def test_each_footer_word_tells_the_footer(word: str) -> None:
    assert site_of_footer([f"{word}|青禾论坛"]) == "青禾论坛"
    assert site_of_footer([f"{word}青禾论坛"]) is None


@table(
    "entry",
    [
        "手机版", "小黑屋", "Archiver", "archiver", "网站地图", "站点统计", "触屏版", "标准版", "联系我们",
        "关于我们", "帮助", "",
    ],
)  # fmt: skip
def test_an_entry_of_the_footers_menu_is_no_name(entry: str) -> None:
    assert site_of_footer([f"手机版|青禾论坛|{entry}"]) == "青禾论坛"


@pytest.mark.parametrize("name", ["帮助论坛", "手机版之家", "网站地图册"])
def test_a_name_may_hold_an_entry_of_the_menu(name: str) -> None:
    assert site_of_footer([f"手机版|{name}"]) == name


def test_nasty_lines_are_quick() -> None:
    for nasty in ("a" * 200_000, "a@" * 100_000, "来源" * 100_000, "手机版|a" + " " * 200_000 + "b", "客服" * 100_000):
        for find in (icp_of, police_record_of, contact_of, source_url_of, site_of_notice, site_of_footer):
            assert_quick(partial(find, [nasty]), seconds=1, name=find.__name__)
