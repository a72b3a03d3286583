"""The rule about a guide glued behind its label whose words stand above or below it: `导读今年以来，我镇…`.

Sites of documents print a text's first words three times: cut below the title, behind `导读`, and the text itself
(realtext, family 11). The first is `abstracts`'; a guide on a line of its own below its label: `guides`.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from cleaners.regex import regex
from cleaners.rules.lines import Line, bare, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

GUIDE = regex(
    r"[【\[]?(?:(?:文章|本文|内容)?(?:导读|導讀)[】\]]?\s?[:：]?"
    r"|(?:推荐阅读|推薦閱讀)[】\]]?\s?[:：])\s{0,3}(?=\S{16})"
)
"""What a site sets before the first words of a text; bounded, the two kinds begin apart."""
SIGNS = ("导读", "導讀", "推荐阅读", "推薦閱讀")
RATED = regex(r"推[荐薦]度\s?[:：]?[\s★☆\d.]{0,12}")
"""`推荐度：` without its stars, between the two."""
TOP, TOP_CHARS = 16, 6_000
"""Filled lines from the top among which a guide stands, and characters of them at most."""
LEAST, LOST = 16, 3
"""Characters of a guide that must stand again, and those at its end that were cut or put there."""


def find_copies(text: str, context: Context) -> Iterable[Change]:
    """Take a guide whose words are the beginning of a line above or below it; with it the ratings line above it."""
    if not any(sign in text[:TOP_CHARS] for sign in SIGNS):
        return []
    lines = list(islice((line for line in lines_of(text) if line.words), TOP))
    for n, line in enumerate(lines):
        guide = GUIDE.match(line.words)
        if guide and _stands_again(line.words[guide.end() :], [*lines[:n], *lines[n + 1 :]]):
            return taken(lines[n - 1 : n + 1] if n and RATED.fullmatch(lines[n - 1].words) else [line])
    return []


def _stands_again(words: str, others: Sequence[Line]) -> bool:
    """Say whether words, but for their end, are the first of the text in other lines, which may be wrapped."""
    guide = bare(words)[:-LOST]
    texts = [bare(line.words) for line in others]
    if len(guide) < LEAST:
        return False
    return any("".join(texts[n:]).startswith(guide) for n in range(len(texts)))


COPIES = Rule(
    name="guide-copy",
    version=2,
    reason="A site prints the text's first words again behind 导读 or 推荐阅读; the text has them below.",
    families=frozenset(),
    dumps_only=True,
    find=find_copies,
    context=Context(family="dump", title="某镇工作总结", is_dump=True),
    examples=(
        (
            "推荐度：\n导读今年以来，全镇各项工作扎实推进，取得了新的明显成效。\n今年以来，全镇各项工作扎实推进，取得了新的明显成效。一、做法",
            "今年以来，全镇各项工作扎实推进，取得了新的明显成效。一、做法",
        ),
        (
            "【导读】：今年以来，全镇各项工作扎实推进，取得了新的明显成...\n今年以来，全镇各项工作扎实推进，\n取得了新的明显成效，群众满意。",
            "今年以来，全镇各项工作扎实推进，\n取得了新的明显成效，群众满意。",
        ),
    ),
    counter_examples=(
        "导读：本文介绍了某镇开展乡村治理工作的主要做法和取得的明显成效。\n今年以来，全镇各项工作扎实推进。",
        "一、做法\n导读志愿者今年以来在全县各图书馆开展导读活动三十余场。\n今年以来，工作有序。",
    ),
)
RULES = (COPIES,)
