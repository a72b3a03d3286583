"""The demo as its own last lines say: crawled, searched, served; a reader's walk through it in Chromium."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.driver import Browser, until
from tests.browser.looking import Look, faults_of
from tests.browser.serving import ROOT, data_of, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_demo_can_be_walked_through(chromium: Browser, tmp_path: Path, shots: Path) -> None:
    demo = [sys.executable, "-m", "gongwen", "demo", "--data", str(tmp_path / "demo")]
    subprocess.run(demo, cwd=ROOT, check=True, capture_output=True)
    wrong: dict[str, list[str]] = {}
    with served(*data_of(tmp_path / "demo" / "archive.db")) as origin:
        chromium.open(origin + "/")
        chromium.forget()
        for name, link, where in (
            ("home", "", "/"), ("most", "全部有副本的报告", "/search"), ("report", "工作", "/report/"),
            ("compare", "比较", "/compare"),
        ):  # fmt: skip
            if link:
                chromium.follow(link)
                until(lambda where=where: where in chromium.address)  # type: ignore[misc]
            wrong[name] = faults_of(chromium, Look(name=f"demo-{name}", shots=shots))
        for path in ("/archive/reports", "/archive/captures", "/archive/failures", "/archive"):
            chromium.open(origin + path)
            wrong[path] = faults_of(chromium, Look(name=f"demo-{path.replace('/', '-')}", shots=shots))
    assert {name: faults for name, faults in wrong.items() if faults} == {}
