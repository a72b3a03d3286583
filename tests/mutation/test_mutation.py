"""The mutation check itself, on a few switches: it sees what turns red, and what survives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")]


def mutate(folder: Path, *words: str) -> tuple[int, str, list[list[str]]]:
    out = folder / "survivors.tsv"
    done = subprocess.run(
        [sys.executable, "-m", "tests.mutation", "--jobs", "1", "--out", str(out), *words], cwd=ROOT,
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )
    assert out.exists(), done.stderr[-2000:]
    return done.returncode, done.stdout, [line.split("\t") for line in out.read_text("utf-8").splitlines() if line]


def test_a_known_rule_turns_red(tmp_path: Path) -> None:
    code, printed, alive = mutate(tmp_path, "--family", "rules", "--only", r"heads\.PATHS$")
    assert (code, alive) == (0, [])
    assert "1 switches" in printed


def test_a_known_selector_turns_red(tmp_path: Path) -> None:
    code, printed, alive = mutate(tmp_path, "--family", "discuz", "--only", r"floors\._BODY$|anatomy\._WITH_ID$")
    assert (code, alive) == (0, [])
    assert "2 switches" in printed


def test_survivors_are_named(tmp_path: Path) -> None:
    code, printed, alive = mutate(tmp_path, "--family", "scratch")
    assert code == 1
    assert {(kind, name) for _, kind, name, _ in alive} == {
        ("word", "OPENINGS[学习]"),
        ("selector", "UNNOTICED"),
        ("word", "_LABELS[日期]"),
        ("word", "NAMES[author: 作者]"),
    }
    assert "tests.mutation.scratch" in printed


def test_a_sample_is_drawn_by_its_seed(tmp_path: Path) -> None:
    first = mutate(tmp_path, "--family", "scratch", "--sample", "4", "--seed", "7")
    again = mutate(tmp_path, "--family", "scratch", "--sample", "4", "--seed", "7")
    assert first[2] == again[2]
    assert "4 switches" in first[1]
