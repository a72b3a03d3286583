"""A part of its own, by which the mutation check is tested: constants that cases need, and one that none needs."""

import re

NOTICED = re.compile(r"总结|计划")
OPENINGS = ("工作", "学习")
UNNOTICED = re.compile(r"谁也不问的字")
BOUND = 3
_LABELS = "来源|作者|日期"
LABELLED = re.compile(rf"(?:{_LABELS})：")


def is_report(title: str) -> bool:
    """Say whether a title names a kind of report; the second pattern is what no case needs."""
    return bool(NOTICED.search(title) or UNNOTICED.search(title)) and len(title) > BOUND


def is_about_work(title: str) -> bool:
    """Say whether a title begins with a word of the list."""
    return title.startswith(OPENINGS)


def is_labelled(line: str) -> bool:
    """Say whether a line begins with a label."""
    return LABELLED.match(line) is not None


def _longest_first() -> tuple[str, ...]:
    return tuple(sorted((name for names in NAMES.values() for name in names.split("|")), key=len))


NAMES = {"author": "作者|撰稿", "source": "来源"}
IN_ORDER = _longest_first()


def is_name(word: str) -> bool:
    """Say whether a word is one of the names."""
    return word in IN_ORDER
