"""The pages that this project began with: their reports, and what was done to them in copies. Skips without them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.han import simplified_of
from archive.rededup import rededup
from cleaners.page import Media, Page
from cleaners.read import read
from tests.archive.desk import Desk, open_desk
from tests.archive.filing_texts import check_archive, file, groups, related, reopened

pytestmark = pytest.mark.shared
BUNDLE = "002"
"""This page holds three reports; each of the others one."""


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[str]:
    """The texts of all reports, those of the bundle first."""
    if not (shared / "seeds").is_dir():
        pytest.skip("../shared/seeds is absent")
    pages = sorted((shared / "seeds").glob("*.txt"), key=lambda path: not path.name.startswith(BUNDLE))
    readings = [read(Page(body=page.read_bytes(), media=Media.TEXT)) for page in pages]
    assert [len(reading.entries) for reading in readings] == [3, 1, 1, 1, 1]
    return [entry.text for reading in readings for entry in reading.entries]


@pytest.fixture(scope="module")
def filed_seeds(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    desk = open_desk(folder)
    for number, text in enumerate(texts):
        file(desk, number, text)
    desk.archive.close()
    return folder


@pytest.fixture
def desk(filed_seeds: Path, tmp_path: Path) -> Desk:
    shutil.copytree(filed_seeds, tmp_path, dirs_exist_ok=True)
    return reopened(tmp_path)


def test_they_are_seven_reports_that_have_nothing_to_do_with_each_other(desk: Desk) -> None:
    alone = [{number} for number in range(7)]
    assert groups(desk) == alone
    assert related(desk, "edition", "contains") == set()
    rededup(desk.archive)
    assert (groups(desk), related(desk, "edition", "contains")) == (alone, set())
    check_archive(desk)


def traditional(text: str) -> str:
    """Write a text in traditional characters as far as the table of variants knows one."""
    back = {one: other for other, one in simplified_of().items()}
    return "".join(back.get(sign, sign) for sign in text)


def masked(text: str) -> str:
    return text.replace("镇", "X").replace("区", "××").replace("市", "*")


def cut(text: str) -> str:
    return text[: len(text) * 6 // 10]


def wrapped(text: str) -> str:
    return "\n".join(text[at : at + 39] for at in range(0, len(text), 39)).replace("，", ",")


COPIES = [
    ("simplified", lambda text: "".join(simplified_of().get(sign, sign) for sign in text), "identical"),
    ("traditional", traditional, "identical"),
    ("wrapped", wrapped, "identical"),
    ("masked", masked, None),
    ("cut", cut, "excerpt"),
    ("the last part", lambda text: text[len(text) * 4 // 10 :], "excerpt"),
    ("masked, cut and traditional", lambda text: traditional(masked(cut(text))), "excerpt"),
    ("with a head and a tail", lambda text: f"您当前的位置：首页\n{text}\n上一篇：没有了 下一篇：没有了", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "relation"), COPIES, ids=[row[0] for row in COPIES])
def test_a_copy_joins_its_seed(
    desk: Desk, texts: list[str], name: str, change: Callable[[str], str], relation: str | None
) -> None:
    for number, text in enumerate(texts):
        file(desk, 100 + number, change(text))
    expected = [{number, 100 + number} for number in range(len(texts))]
    assert groups(desk) == expected, name
    told = {row[0] for row in desk.rows("SELECT relation FROM copies WHERE id > ?", len(texts))}
    assert relation is None or relation in told
    rededup(desk.archive)
    assert groups(desk) == expected, name
