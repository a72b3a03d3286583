"""The rule about a text that a page prints twice, one copy below the other. A paragraph twice in a row: `repeats`."""

from collections.abc import Iterable

from cleaners.rules.foot.tail_lines import is_tail_line
from cleaners.rules.lines import is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

LEAST_CHARS = 60
"""Characters of a copy from which it is no refrain (realtext 4: slogans repeat)."""


def find_copy(text: str, context: Context) -> Iterable[Change]:
    """Take the second copy of a text from its first sentence to its last, and the page's lines between the two."""
    lines = [line for line in lines_of(text) if line.words]
    if len(lines) < 2 or text.count(lines[-1].words) < 2:  # the guard: one search for most texts
        return []
    words = [line.words for line in lines]
    first = next((n for n, one in enumerate(words) if is_sentence(one)), len(words))
    for end in (n for n in range(first, len(words) - 1) if words[n] == words[-1]):
        size = end + 1 - first
        start = len(words) - size
        if start <= end or words[first : end + 1] != words[start:] or sum(map(len, words[start:])) < LEAST_CHARS:
            continue
        between = words[end + 1 : start]
        if all(is_tail_line(one) for one in between) or words[:first][-len(between) :] == between:
            return taken(lines[end + 1 :])
    return []


_ONE = "今年以来，全镇上下认真学习贯彻上级会议精神，扎实推进各项重点工作，取得了明显成效。"
_TWO = "一是加强组织领导，成立工作专班，明确专人负责；二是压实工作责任，层层抓好落实。"
COPY = Rule(
    name="text-twice",
    version=2,
    reason="Some systems print the whole text a second time for telephones.",
    families=frozenset({"dump"}),
    dumps_only=True,
    find=find_copy,
    context=Context(family="dump", is_dump=True),
    examples=(
        (f"{_ONE}\n{_TWO}\n责编：青禾\n{_ONE}\n{_TWO}", f"{_ONE}\n{_TWO}\n"),
        (f"总结（图）\n现场\n{_ONE}\n{_TWO}\n现场\n{_ONE}\n{_TWO}", f"总结（图）\n现场\n{_ONE}\n{_TWO}\n"),
        (f"某镇工作总结\n{_ONE}\n\n{_TWO}\n{_ONE}\n\n{_TWO}\n", f"某镇工作总结\n{_ONE}\n\n{_TWO}\n\n"),
    ),
    counter_examples=(
        f"{_ONE}\n{_TWO}\n会议还提出下列要求。\n{_ONE}\n{_TWO}",
        f"{_ONE}\n{_TWO}\n{_ONE}",
        "我们的家乡。\n我们的希望。\n我们的家乡。\n我们的希望。",
    ),
)
RULES = (COPY,)
