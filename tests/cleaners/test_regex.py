"""Regular expressions compiled at their first use: they do what compiled ones do, and all of the package are right."""

import copy
import gc
import importlib
import os
import pickle
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

import cleaners
from cleaners.regex import LazyPattern, joined, regex
from cleaners.rules.foot.tail_lines import TAIL_LINES
from cleaners.rules.wall.walls import BELOW_LINE, CUT_LINE, HEAD_LINE, STRONG_LINE
from tests.tables import table

TEXT = "第1号 第22号"
NUMBER = r"第(?P<number>\d{1,3})号"


@table(
    ("ask", "expected"),
    [
        (lambda shape: shape.search(TEXT)["number"], "1"),
        (lambda shape: shape.match(TEXT, 4)["number"], "22"),
        (lambda shape: shape.fullmatch(TEXT), None),
        (lambda shape: [found.start() for found in shape.finditer(TEXT)], [0, 4]),
        (lambda shape: shape.findall(TEXT), ["1", "22"]),
        (lambda shape: shape.split(TEXT), ["", "1", " ", "22", ""]),
        (lambda shape: shape.sub(r"[\g<number>]", TEXT), "[1] [22]"),
        (lambda shape: shape.subn("", TEXT, count=1), (" 第22号", 1)),
        (lambda shape: (shape.groups, dict(shape.groupindex), shape.flags), (1, {"number": 1}, re.UNICODE)),
        (lambda shape: shape.pattern, r"第(?P<number>\d{1,3})号"),
        (lambda shape: re.sub(shape, "-", TEXT), "- -"),
        (lambda shape: isinstance(shape, re.Pattern), True),
    ],
)
def test_it_answers_as_a_compiled_one(ask: Callable[[Any], object], expected: object) -> None:
    assert ask(regex(NUMBER)) == expected
    assert ask(re.compile(NUMBER)) == expected


def test_flags_and_bytes_are_kept() -> None:
    assert regex("discuz", re.IGNORECASE).search("by Discuz!")
    assert not regex("discuz").search("by Discuz!")
    assert regex(rb"[\x80-\xff]{2}").findall(b"a\xb5\xda1") == [b"\xb5\xda"]


def test_equal_ones_are_equal_and_travel_to_other_processes() -> None:
    shape = regex("a", re.IGNORECASE)
    assert {shape: "found"}[regex("a", re.IGNORECASE)] == "found"
    assert shape not in (regex("a"), regex("b", re.IGNORECASE), regex(b"a", re.IGNORECASE), "a", re.compile("a"))
    assert pickle.loads(pickle.dumps(shape)) == copy.deepcopy(shape) == shape  # noqa: S301 - our own


def test_nothing_is_compiled_before_it_is_asked_for() -> None:
    broken = regex("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")
    with pytest.raises(AttributeError, match="no attribute 'serch'"):
        broken.serch("")


def test_every_expression_of_the_package_compiles() -> None:
    for module in pkgutil.walk_packages(cleaners.__path__, "cleaners."):
        importlib.import_module(module.name)
    shapes = [shape for shape in gc.get_objects() if type(shape) is LazyPattern and shape.pattern != "("]
    assert len(shapes) > 500
    assert all(shape.flags is not None for shape in shapes)


@pytest.mark.parametrize("words", ["甲：乙", "甲：", "abc", "ABC", "甲丙", "", "乙"])
def test_joined_shapes_fit_whole_what_one_of_them_fits(words: str) -> None:
    shapes = (regex(r"(?P<who>甲)：?"), regex(r"abc", re.IGNORECASE), regex(r"(?P<who>甲)(?:：乙|丙)"))
    assert bool(joined(shapes).fullmatch(words)) is any(shape.fullmatch(words) for shape in shapes)


@pytest.mark.parametrize("shape", [TAIL_LINES, BELOW_LINE, STRONG_LINE, CUT_LINE, HEAD_LINE])
def test_no_joined_shape_refers_back_to_a_group(shape: re.Pattern[str]) -> None:
    assert not re.search(r"\(\?P=|\(\?\(|\\[1-9]", shape.pattern)


def test_shapes_are_the_same_in_every_process() -> None:
    """A set's order differs from process to process; a shape built from one would make tests and workers differ."""
    code = (
        "import hashlib\n"
        "from cleaners.rules.foot import tail_lines\n"
        "from cleaners.rules.frame import web_words\n"
        "from cleaners.rules.head import meta_labels\n"
        "from cleaners.rules.portal import portal_labels\n"
        "from cleaners.split import words\n"
        "shapes = (meta_labels.META_LABEL, portal_labels.LABEL, tail_lines.TAIL_LINES, web_words.WEB_LINE)\n"
        "print(hashlib.sha256(repr([one.pattern for one in shapes] + [words.KINDS]).encode()).hexdigest())\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(said) == 1
