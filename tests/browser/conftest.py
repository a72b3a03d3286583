"""One Chromium and one server of each kind of archive for all browser tests; what is missing is told as a skip."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driver import Browser, browser, missing
from tests.browser.serving import data_of, served
from tests.browser.shelves import hostile_shelf, opinion_shelf


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser, or a skip that says what to install."""
    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    with browser(tmp_path_factory.mktemp("chromium")) as one:
        yield one


@pytest.fixture(scope="session")
def opinion_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an archive with reports about 舆情."""
    return opinion_shelf(tmp_path_factory.mktemp("opinion"))


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an archive with hostile rows."""
    return hostile_shelf(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def opinions(opinion_file: Path) -> Iterator[str]:
    """Address of the first, served by `gongwen serve`."""
    with served(*data_of(opinion_file)) as origin:
        yield origin


@pytest.fixture(scope="session")
def hostile(hostile_file: Path) -> Iterator[str]:
    """Address of the second, served by `gongwen serve`."""
    with served(*data_of(hostile_file)) as origin:
        yield origin


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots are kept: $GONGWEN_SHOTS, else a folder of this run."""
    named = os.environ.get("GONGWEN_SHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("shots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
