"""The rule about a board's own tags that a page shows as characters: `[color=red]…[/color]`, `[img]…[/img]`.

What a tag stands round stays, but for addresses of pictures and files. Other tags: `machinery`.
"""

import re

from cleaners.regex import regex
from cleaners.rules.rule import Change, Context, Rule, changed_by
from cleaners.rules.signs import ascii_of

_SET = "backcolor|color|size|font|align|float|p|table|td|tr|indent|url|email|img|media|audio|list"
_VALUE = r"=[^\[\]\n]{1,200}"
_BARE = (
    "b|i|u|s|sup|sub|strike|center|left|right|indent|url|email|list|table|tr|td|hr|p|align|color|size|font|backcolor|float"
)
LOADED = regex(
    r"\[(?P<tag>img|attach|attachimg|flash|media|audio|video)(?:=[^\[\]\n]{1,60})?\]"
    r"\s{0,3}[\x21-\x5a\x5c\x5e-\x7e]{1,300}\s{0,3}\[/(?P=tag)\]",
    re.IGNORECASE,
)
"""A picture or a file: its address in Latin letters between both tags; bounded, no bracket inside."""
SET = regex(rf"\[(?P<set>{_SET}){_VALUE}\]|\[/(?P<end>{_SET}|{_BARE})\]|\[(?P<bare>{_BARE})\]", re.IGNORECASE)
"""One tag: with a value, closing, or without either; closed words, bounded."""
LESSON = regex(r"UBB|BBCode|(?:论坛|論壇|Discuz!?)\s?(?:代码|代碼|标签|標籤)", re.IGNORECASE)
"""What a text about such tags speaks of."""
SIGN = b"[/"
CELLS = {"td": "\t", "tr": "\n"}
"""What parts a table's cells and rows where their tags leave."""


def find_tags(text: str, context: Context) -> list[Change]:
    """Take a board's tags: those with values, and pairs of others; a lone `[b]` is a note of the text's own."""
    if SIGN not in ascii_of(text) or LESSON.search(text):
        return []
    loaded = [Change(start=m.start(), end=m.end()) for m in LOADED.finditer(text)]
    inside = {at for change in loaded for at in (change.start, text.rfind("[", change.start, change.end))}
    tags = [tag for tag in SET.finditer(text) if tag.start() not in inside]
    opened = {(tag["set"] or tag["bare"]).lower() for tag in tags if tag["set"] or tag["bare"]}
    closed = {tag["end"].lower() for tag in tags if tag["end"]}
    valued = {tag["set"].lower() for tag in tags if tag["set"]}
    paired = opened & closed
    if not paired and not loaded:
        return []
    sure = paired | (valued & STYLES) | (closed & STYLES)
    own = (tag for tag in tags if (tag["set"] or tag["bare"] or tag["end"]).lower() in sure)
    found = [Change(start=tag.start(), end=tag.end(), put=_put(text, tag)) for tag in own]
    return sorted((*loaded, *found), key=lambda change: change.start)


def without_tags(text: str) -> str:
    """Give a text without such tags, for telling what its lines are."""
    if SIGN not in ascii_of(text):
        return text
    return changed_by(text, find_tags(text, Context(family="dump", is_dump=True)))


STYLES = frozenset({"backcolor", "color", "size", "font", "align", "float"})
"""Tags that nothing else looks like, with a value or closing, where others of the page are paired."""


def _put(text: str, tag: re.Match[str]) -> str:
    """Give what parts cells and rows of a table, for a tag that ends one in front of another; else nothing."""
    ended = CELLS.get((tag["end"] or "").lower(), "")
    return ended if text[tag.end() : tag.end() + 2].lower() in ("[t",) else ""


TAGS = Rule(
    name="board-tags",
    version=1,
    reason="A board's tags for colours, sizes and links are no one's words where a page shows them as characters.",
    families=frozenset(),
    spares_posts=True,
    find=find_tags,
    examples=(
        ("[backcolor=rgba(255, 255, 255, 0)]一、抓好学习。[/backcolor]\n", "一、抓好学习。\n"),
        ("[align=center][size=3][font=宋体]工作总结[/font][/size][/align]", "工作总结"),
        ("[b]一、抓好学习[/b]\n[img]http://a.example/1.jpg[/img]", "一、抓好学习\n"),
        ("[IMG]http://a.example/1.jpg[/IMG]见[url=http://a.example]附件[/url]", "见附件"),
        ("[table=98%][tr][td]姓名[/td][td]职务[/td][/tr][tr][td]甲[/td][/tr][/table]", "姓名\t职务\n甲"),
        ("[COLOR=#ff0000]抓好学习[/COLOR]，推动[i]落实[/i]", "抓好学习，推动落实"),
    ),
    counter_examples=(
        "见注[1]、[2]，另见[b]一文。",
        "选项[b]正确，[/b是误排。",
        "UBB代码：[b]文字[/b]为加粗，[color=red]文字[/color]为红色。",
        "[张三]同志[/李四]同志参加会议。",
        "[size=3]",
    ),
)
RULES: tuple[Rule, ...] = (TAGS,)
