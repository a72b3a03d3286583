"""The rule about votes below a text that stand in three lines each: name, count, share. Other counters: `tails`."""

from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.rule import Change, Context, Rule

VOTE = regex(
    r"(?:^|\n)[ \t]{0,8}[顶踩頂]一下[ \t]{0,8}\n\s{0,8}[(（]\d{1,6}[)）]\s{0,8}\n\s{0,8}[\d.]{1,6}%[ \t]{0,8}(?=\n|$)"
)
"""`顶一下 / (0) / 0%`, a line each: DedeCMS's votes below a text. Bounded, begins with a line's end."""


def find_votes(text: str, context: Context) -> Iterable[Change]:
    """Take votes that stand in three lines each, and numbers alone would not be told from a table's."""
    found = list(VOTE.finditer(text)) if "一下" in text else []
    return [Change(start=vote.start(), end=vote.end()) for vote in found if text[: vote.start()].strip()]


VOTES = Rule(
    name="vote-lines",
    version=1,
    reason="DedeCMS prints votes below a text, name, count and share on a line each.",
    families=frozenset(),
    dumps_only=True,
    find=find_votes,
    context=Context(family="dump", is_dump=True),
    examples=(
        ("完毕。\n顶一下\n(12)\n92.31%\n踩一下\n(1)\n7.69%\n", "完毕。\n"),
        ("完毕。\n\n顶一下\n（0）\n0%", "完毕。\n"),
    ),
    counter_examples=("完毕。\n顶一下\n继续努力。", "完毕。\n合格率\n(12)\n92.31%", "顶一下\n(0)\n0%"),
)
