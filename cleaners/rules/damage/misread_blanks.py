"""The rule about blanks of another code page that were read as a character.

A page in Latin-1 or without a stated charset indents by no-break spaces, bytes A0 A0; read as GBK a pair of them is
`牋`, a word for letter paper that stands in `便牋` and `信牋` and opens no line twice.
"""

import re
from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.rule import Change, Context, Rule

MISREAD = "牋"
"""Bytes A0 A0 in GBK."""
INDENT = regex(rf"^[ \t\u00a0\u3000]{{0,8}}{MISREAD}{{1,40}}[ \t\u00a0\u3000]{{0,8}}", re.MULTILINE)
"""Such characters at the beginning of a line, blanks between them and the text; bounded."""
TIMES = 3
"""Lines that begin so which prove it: a list of papers may begin with the word once."""


def find_misread(text: str, context: Context) -> Iterable[Change]:
    """Take the characters from the beginnings of a text's lines where many begin so, and lines of nothing else."""
    if MISREAD not in text:
        return []
    found = list(INDENT.finditer(text))
    return [Change(start=m.start(), end=m.end()) for m in found] if len(found) >= TIMES else []


MISREAD_BLANKS = Rule(
    name="misread-blanks",
    version=1,
    reason="No-break spaces of another code page, read as GBK, stand before paragraphs as 牋.",
    families=frozenset(),
    find=find_misread,
    examples=(
        (
            "牋牋今年以来，工作有序。\n牋牋全镇上下齐心。\n牋 走马灯\n牋牋\n完毕。",
            "今年以来，工作有序。\n全镇上下齐心。\n走马灯\n\n完毕。",
        ),
        ("\u3000牋青禾村\n\u3000牋牋石榴村\n牋溪口村", "青禾村\n石榴村\n溪口村"),
    ),
    counter_examples=(
        "牋纸二百张\n信封三百个\n墨汁十瓶",
        "牋、纸、墨、砚四样由办公室统一购置。\n信牋一种，便牋两种。",
    ),
)
RULES = (MISREAD_BLANKS,)
