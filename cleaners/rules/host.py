"""The rules that take out a host's own boilerplate, as its hints list it. Learning it: `archive.learning`.

A `HostRule` is data of one host; here each becomes a `Rule` whose edits are named `host:NAME`. The recipe holds one
rule `host` in their place: it has the examples, keeps their place, and its version says how they are looked for.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from cleaners.page import HostRule
from cleaners.regex import regex
from cleaners.rules.lines import Line, filled, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

PREFIX = "host:"
"""Begins the name of every edit that a host's rule makes."""
NUMBER = "{n}"
"""In the words of a line or block: any number there, as in `浏览:{n}`."""
NEAR_LINES = 12
"""Filled lines of other text that may stand between the end of a text and what stands at its `head` or `tail`: the
longest block round a text in the survey, a notice of seven items with its titles, has ten (realtext 3b)."""
NEAR_LINES_OF_DUMP = 60
"""The same in a dump, where the page's own chrome still lies outside: heads of forums and portals have up to 40."""
# A number of the page: at most twelve digits, as long counters have. Bounded and possessive: linear.
_ANY_NUMBER = r"\d{1,12}+"
_DIGITS = regex(r"\d++")
"""One class, possessive: linear."""


class _Folded(NamedTuple):
    """The filled lines of a text, each folded, and where each wording stands: as it is, and with numbers folded."""

    lines: tuple[Line, ...]
    words: tuple[str, ...]
    at: dict[str, list[int]]


def fold_line(words: str) -> str:
    """Fold a line for comparing: width of characters, and all white space."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def with_any_number(words: str) -> str:
    """Give folded words with `{n}` for every run of digits."""
    return _DIGITS.sub(NUMBER, words)


@lru_cache(maxsize=2)
def _folded(text: str) -> _Folded:
    """Fold a text's lines once for all rules of its host; the last two texts are kept."""
    every = lines_of(text)
    lines = tuple(every[index] for index in filled(every))
    words = tuple(fold_line(line.words) for line in lines)
    at: dict[str, list[int]] = {}
    for index, one in enumerate(words):
        at.setdefault(one, []).append(index)
        numbered = with_any_number(one)
        if numbered != one:
            at.setdefault(numbered, []).append(index)
    return _Folded(lines, words, at)


def find_host_words(text: str, context: Context) -> Iterable[Change]:
    """Take what all rules of the host list; where two overlap, the first in the text stands."""
    found = sorted(
        (change for rule in context.host_rules for change in _find(rule, text, context)),
        key=lambda change: (change.start, -change.end),
    )
    kept: list[Change] = []
    for change in found:
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return _sparing(text, kept)


def _find(rule: HostRule, text: str, context: Context) -> list[Change]:
    """Find one rule's words; a text that would be empty without them is left alone."""
    if rule.shape == "phrase":
        return _sparing(text, _phrases(rule.words, text))
    wanted = [fold_line(line) for line in rule.words.splitlines() if line.strip()]
    if not wanted:
        return []
    folded = _folded(text)
    near = NEAR_LINES_OF_DUMP if context.is_dump else NEAR_LINES
    lines: list[Line] = []
    behind = 0
    for start in folded.at.get(with_any_number(wanted[0]) if NUMBER in wanted[0] else wanted[0], ()):
        end = start + len(wanted)
        if start < behind or not _are(folded.words[start:end], wanted):
            continue
        if _is_at(rule.place, start, len(folded.lines) - end, near):
            lines += folded.lines[start:end]
            behind = end
    return _sparing(text, taken(_with_blanks(lines, text)))


def _are(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """True where the lines are the wanted ones, any number standing for `{n}`."""
    return len(words) == len(wanted) and all(
        one == asked or (NUMBER in asked and _shape(asked).fullmatch(one) is not None)
        for one, asked in zip(words, wanted, strict=True)
    )


@lru_cache(maxsize=1024)
def _shape(asked: str) -> re.Pattern[str]:
    """Make the shape of a line with numbers: fixed words, and bounded runs of digits between them."""
    return re.compile(_ANY_NUMBER.join(map(re.escape, asked.split(NUMBER))))


def _is_at(place: str, before: int, after: int, near: int) -> bool:
    """True where a place with so many filled lines before and after it is the `place` that was asked for."""
    return place == "any" or (before if place == "head" else after) < near


def _with_blanks(lines: Sequence[Line], text: str) -> list[Line]:
    """Add the blank lines that stand between lines of one block."""
    wanted = {line.start for line in lines}
    if not wanted:
        return []
    every = [line for line in lines_of(text) if lines[0].start <= line.start <= lines[-1].start]
    kept: list[Line] = []
    blanks: list[Line] = []
    for line in every:
        if line.start in wanted:
            kept += [*blanks, line]
            blanks = []
        elif line.is_blank and kept and kept[-1].after == (blanks[0].start if blanks else line.start):
            blanks.append(line)
        else:
            blanks = []
    return kept


def _phrases(words: str, text: str) -> list[Change]:
    """Find a phrase exactly as it is written."""
    changes: list[Change] = []
    at = text.find(words)
    while at >= 0:
        changes.append(Change(start=at, end=at + len(words)))
        at = text.find(words, at + len(words))
    return changes


def _sparing(text: str, changes: list[Change]) -> list[Change]:
    """Give the changes, or none where nothing of the text would be left: that is then no boilerplate round a text."""
    kept_at = 0
    for change in changes:
        if text[kept_at : change.start].strip():
            return changes
        kept_at = change.end
    return changes if text[kept_at:].strip() else []


_BODY = "今年以来，各项工作有序推进。"
_REASON = "Learned from the host's own pages, where it stands on many different documents, and accepted by a person."


@lru_cache(maxsize=256)
def rules_of(host_rules: tuple[HostRule, ...]) -> tuple[Rule, ...]:
    """Make the rules of a host, in its order; their names begin with `host:`."""
    return tuple(_rule_of(one) for one in host_rules)


def _rule_of(one: HostRule) -> Rule:
    example = one.words.replace(NUMBER, "7")
    if one.shape == "phrase":
        examples = ((f"今年以来，{example}各项工作有序推进。", _BODY), (_BODY + example, _BODY))
        counter_examples = (_BODY, example)
    else:
        ends = ((f"{example}\n{_BODY}", _BODY), (f"{_BODY}\n{example}\n", f"{_BODY}\n"))
        examples = {"head": (ends[0],) * 2, "tail": (ends[1],) * 2}.get(one.place, ends)
        counter_examples = (_BODY, f"会上提到：{example}这句话。\n{_BODY}")
    return Rule(
        name=f"{PREFIX}{one.name}", version=max(1, one.version), reason=_REASON, families=frozenset(),
        find=partial(_found, one), examples=examples, counter_examples=counter_examples,
    )  # fmt: skip


def _found(rule: HostRule, text: str, context: Context) -> Iterable[Change]:
    return _find(rule, text, context)


_SAMPLES = (
    HostRule(name="mark", words="本文由云岭范文网整理发布", place="tail"),
    HostRule(name="counter", words="浏览:{n}次", place="head"),
    HostRule(name="notice", words="温馨提示：\n下载前请先预览\n客服在线", shape="block", place="tail"),
    HostRule(name="phrase", words="精选优质文档----倾情为你奉上", shape="phrase"),
)
HOST = Rule(
    name="host",
    version=1,
    reason="A host's own watermark, intro or notice, which only its own pages show; taken by `host:NAME`.",
    families=frozenset(),
    find=find_host_words,
    examples=(
        ("今年以来，各项工作有序推进。\n本文由 云岭范文网整理发布", "今年以来，各项工作有序推进。\n"),
        ("浏览：１２７次\n今年以来，各项工作有序推进。", "今年以来，各项工作有序推进。"),
        ("今年以来，各项工作有序推进。\n温馨提示：\n\n下载前请先预览\n客服在线\n", "今年以来，各项工作有序推进。\n"),
        ("今年以来，各项精选优质文档----倾情为你奉上工作有序推进。", "今年以来，各项工作有序推进。"),
    ),
    counter_examples=(
        "经查，“本文由云岭范文网整理发布”系抄袭。\n特此说明。",
        "今年以来，各项工作有序推进。\n温馨提示：\n下载前请先预览\n特此报告",
        "本文由云岭范文网整理发布",
        "浏览:若干次\n今年以来，各项工作有序推进。",
        "\n".join(["浏览量逐月上升。"] * 20 + ["浏览:127次"]),
    ),
    context=Context(family="generic", host_rules=_SAMPLES),
)
RULES: tuple[Rule, ...] = (HOST,)
