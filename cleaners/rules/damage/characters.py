"""Rules about single damaged characters: entities and line ends left as text, emoji, stray marks. Bytes: `shifted`.

Tags that stand in a text as letters are `machinery`. What stands for left-out words (`XX`, `*`, `×`,
`__`, `?`, `&` alone), private-use characters and mixed widths stay: they are facts about the text, or matter for
matching only.
"""

import html
import re
from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.signs import ascii_of, is_plain

NAMED = (
    "nbsp|ensp|emsp|thinsp|quot|apos|ldquo|rdquo|lsquo|rsquo|sbquo|bdquo|laquo|raquo|lsaquo|rsaquo|amp|lt|gt|hellip|mdash|ndash"
    "|middot|bull|times|divide|plusmn|deg|permil|yen|sect|copy|reg|trade|larr|rarr|uarr|darr|hearts|ge|le|ne|shy|zwj|zwnj|lrm|rlm"
)
"""Entities that editors of Chinese sites write: the marks and signs of reports."""
ENTITY = regex(
    rf"&(?:amp;){{0,3}}(?:(?:{NAMED}|#\d{{2,6}}|#[xX][0-9a-fA-F]{{2,5}});|(?:nbsp|[lr][ds]quo|hellip|mdash)(?![A-Za-z0-9;=]))"
)
"""`&ldquo;`, `&#8220;`, `&amp;nbsp;` (escaped twice), and those few that no address holds also without their `;`."""
ABOUT_CODE = regex(r"HTML|html|XML|网页代码|網頁代碼|源代码|原始碼|转义|轉義|实体字符|實體字元")
"""Words of lines about markup: their entities were typed to be seen."""
UNSEEN_PUT = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u200e\u200f")
STRAY = regex(r"的(?<![目标標].)(?P<sign>['`.])(?=[\u3400-\u9fff])(?<!\.(?=[一二三四五六七八九十第]))")
"""`的'`, `` 的` ``, `的.` before a Han character: a jammer of copying sites (realtext, section 4)."""
OTHER_QUOTES = {"'": regex(r"(?<!的)'"), "`": regex(r"(?<!的)`")}
POINT = regex(r"[.．](?<![的\d.].)(?=[\u3400-\u9fff])")
"""Where such a sign stands otherwise it is a quote or a full stop, and behind 的 it may be one as well."""
AROUND = 60
"""Characters on either side in which other quotes, or words about markup, are looked for."""
FULL_STOPS = 2
"""Full stops of their own that a text needs before `的.` counts as no stop."""
COMMAS = regex(r"(?<=[\u3400-\u9fff”’》）)])[，,]{2,3}(?=[\u3400-\u9fff“‘《])")
"""Two or three commas between words; not `、、`, where a name is missing, nor the commas of empty cells."""
CELLS = regex("[，,]{2}")
CELL = 8
"""Characters of a row's cell; clauses between doubled commas are longer."""
PICTURE = (
    r"[\U0001f300-\U0001f3fa\U0001f400-\U0001faff\u2600-\u2604\u2614\u2615\u26a1\u26bd\u26c4\u2705\u2728\u2753-\u2757\u2763\u2764]"
)
"""Emoji; not ★ ☆ ⭐ (masks), ✓ ✗ ☑ (checks), ☎ ♀ ♂ (signs), figures in keycaps or rings."""
TONE = r"[\U0001f3fb-\U0001f3ff]"
SIGN = r"[\u2640\u2642\u2695\u2696\u2708]"
EMOJI = regex(
    rf"(?:{PICTURE}(?:[\ufe0e\ufe0f]|{TONE}){{0,3}}(?:\u200d?{SIGN}\ufe0f?)?\u200d?){{1,12}}+|{TONE}{{1,3}}+"
)
"""One or several pictures with their joiners and skin tones, or a tone that lost its picture; bounded, disjoint."""
INSIDE = regex(r"[\u3400-\u9fff，。；：！？、,;:!?”’》）)]")
"""What stands behind an emoji that was strewn into a clause; before a blank it may be the author's."""
BEFORE = regex(r"[\u3400-\u9fff，。；：！？、,;:!?“‘”’《》（）()\dA-Za-z%]")
ASTRAL = regex("[\U0001f300-\U0001faff]")
"""One at least of strewn emoji stands here; looked for first, as most texts have none."""
EMOJI_ENOUGH = 3
EMOJI_SPAN = 200
"""Three within 200 characters are strewn in (realtext, section 3h: 6 of 6 pages); fewer are the author's."""


def _around(text: str, at: int) -> str:
    """Give what stands around a place; not its line, as lines may be joined or broken by later rules."""
    return text[max(0, at - AROUND) : at + AROUND]


def find_entities(text: str, context: Context) -> Iterable[Change]:
    """Write entities that a page shows as text as the characters they name."""
    if "&" not in text:
        return []
    changes = []
    for match in ENTITY.finditer(text):
        put = _named(match[0])
        if put is not None and not ABOUT_CODE.search(_around(text, match.start())):
            changes.append(Change(start=match.start(), end=match.end(), put=put))
    return changes


def _named(entity: str) -> str | None:
    """Give the character of an entity, `` for one that shows nothing; None for one that names no character of text."""
    plain = re.sub(r"^&(?:amp;){1,3}(?=[#\w])", "&", entity)
    put = html.unescape(plain if plain.endswith(";") else f"{plain};")
    if len(put) != 1 or put == "\ufffd" or (ord(put) < 32 and put not in "\t\n\r"):
        return None
    return put.translate(UNSEEN_PUT).replace("\r", "\n")


def find_stray_signs(text: str, context: Context) -> Iterable[Change]:
    """Take a sign set behind 的, where it is no quote and no full stop."""
    signs = ascii_of(text)
    if b"." not in signs and b"'" not in signs and b"`" not in signs:
        return []
    found = list(STRAY.finditer(text))
    has_stops = bool(found) and text.count("。") >= FULL_STOPS and not POINT.search(text)
    return [Change(start=m.start("sign"), end=m.end("sign")) for m in found if _is_stray(text, m, has_stops)]


def _is_stray(text: str, match: re.Match[str], has_stops: bool) -> bool:
    quote = OTHER_QUOTES.get(match["sign"])
    return not quote.search(_around(text, match.start())) if quote else has_stops


def find_commas(text: str, context: Context) -> Iterable[Change]:
    """Leave one comma of two or three."""
    if "，，" not in text and ("," not in text or (",," not in text and "，," not in text and ",，" not in text)):
        return []
    found = COMMAS.finditer(text)
    return [Change(start=m.start() + 1, end=m.end()) for m in found if not _is_cell(text, m.start(), m.end())]


def _is_cell(text: str, start: int, end: int) -> bool:
    """Say whether doubled commas part cells of a row; True where others stand a few characters away.

    White space is not counted: a line broken here may be joined again later.
    """
    before = "".join(text[max(0, start - 4 * CELL) : start].split())[-CELL:]
    behind = "".join(text[end : end + 4 * CELL].split())[:CELL]
    return bool(CELLS.search(before) or CELLS.search(behind))


def find_emoji(text: str, context: Context) -> Iterable[Change]:
    """Take emoji that were strewn into clauses or before marks, where three or more stand close together."""
    if is_plain(text) or not ASTRAL.search(text):
        return []
    found = [match for match in EMOJI.finditer(text) if _is_strewn(text, match.start(), match.end())]
    starts = [match.start() for match in found]
    return [Change(start=m.start(), end=m.end()) for n, m in enumerate(found) if _is_dense(starts, n)]


def _is_strewn(text: str, start: int, end: int) -> bool:
    return bool(start and BEFORE.match(text[start - 1]) and INSIDE.match(text[end : end + 1]))


def _is_dense(starts: list[int], at: int) -> bool:
    """Say whether a place is one of three within the span."""
    first = range(max(0, at - EMOJI_ENOUGH + 1), at + 1)
    lasts = ((n, n + EMOJI_ENOUGH - 1) for n in first if n + EMOJI_ENOUGH - 1 < len(starts))
    return any(starts[last] - starts[n] <= EMOJI_SPAN for n, last in lasts)


ENTITIES = Rule(
    name="entities",
    version=1,
    reason="A page escaped twice shows &ldquo; for a quote: the character it names is what the author wrote.",
    families=frozenset(),
    find=find_entities,
    examples=(
        ("开展&ldquo;两学一做&rdquo;活动&hellip;&hellip;", "开展“两学一做”活动……"),
        ("&#19968;、总结&amp;nbsp;今年", "一、总结\u00a0今年"),
        ("&nbsp今年以来，投入&times;&times;万元", "\u00a0今年以来，投入××万元"),
    ),
    counter_examples=(
        "研发R&D;投入，A&B公司，&开展活动&",
        "在HTML里用&nbsp;表示空格，用&lt;表示小于号。",
        "http://a.example/?id=1&copy=2&lt=3",
    ),
)
STRAY_SIGNS = Rule(
    name="stray-signs",
    version=1,
    reason="Copying sites set a quote, a backtick or a point behind 的 so that their copies differ.",
    families=frozenset(),
    find=find_stray_signs,
    spares_posts=True,
    examples=(
        ("在党的'领导下，群众的`生活好了。", "在党的领导下，群众的生活好了。"),
        ("今年以来。我们的.工作有成效。完毕。", "今年以来。我们的工作有成效。完毕。"),
    ),
    counter_examples=(
        "我们的'一岗双责'制度，群众的`口令`写法。",
        "这是好的.我们继续.大家努力。一。二。",
        "第一是目的.第二是方法。一。二。",
    ),
)
DOUBLE_COMMAS = Rule(
    name="double-commas",
    version=1,
    reason="Two commas in a row are a slip of conversion; one is what was meant.",
    families=frozenset(),
    find=find_commas,
    examples=(
        ("全镇上下高度重视，，各项工作都有新进展,,扎实推进", "全镇上下高度重视，各项工作都有新进展,扎实推进"),
        ("《条例》,，《办法》", "《条例》,《办法》"),
    ),
    counter_examples=(
        "张三、、李四等同志，姓名,,,,单位",
        "姓名,,单位,,职务",
        "1,,2,,3",
        "XX,,XX等地……落实。。。",
    ),
)
EMOJIS = Rule(
    name="strewn-emoji",
    version=2,
    reason="Sites strew emoji between the words of copied reports; three within 200 characters are no author's.",
    families=frozenset(),
    find=find_emoji,
    spares_posts=True,
    examples=(
        ("一是抓学习😀，二是抓落实👍🏻，三是👨‍👩‍👧抓实效❤️。", "一是抓学习，二是抓落实，三是抓实效。"),
        ("全镇😊上下😊齐心😊协力。", "全镇上下齐心协力。"),
    ),
    counter_examples=(
        "同志们辛苦了😊，谢谢👍。",
        "📌一、总结\n📌二、计划\n📌三、打算\n✅完成",
        "评为★★★级，1️⃣学习2️⃣落实3️⃣检查，☑是☐否",
    ),
)
LINE_END = regex(r"[ \t]{0,4}(?:(?:(?:&#)?x0[dD];?(?:&#)?x0[aA];?|_x000[DdAa]_)[ \t]{0,4}){1,8}")
"""`x0dx0a`, `_x000D_`: the code of a line's end, one or several, as answers' pages and tables show it; bounded."""
LINE_END_SIGNS = ("x0dx0a", "x0Dx0A", "x0d;&#x0a", "x0D;&#x0A", "_x000D_", "_x000d_")


def find_line_ends(text: str, context: Context) -> Iterable[Change]:
    """Write codes of line ends that a page shows as text as the line ends that they name."""
    if b"x0" not in ascii_of(text) or not any(sign in text for sign in LINE_END_SIGNS):
        return []
    return [Change(start=m.start(), end=m.end(), put=_broken(text, m)) for m in LINE_END.finditer(text)]


def _broken(text: str, match: re.Match[str]) -> str:
    """Give a line feed where words stand on both sides in the line; nothing at a line's end."""
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return "\n" if before.strip() and behind.strip() else ""


LINE_ENDS = Rule(
    name="shown-line-ends",
    version=1,
    reason="x0dx0a is what answers' pages and tables print for a line's end: the text's own lines come back.",
    families=frozenset(),
    find=find_line_ends,
    examples=(
        ("公文的含义 x0dx0ax0dx0a公文是公务文书。 x0dx0ax0dx0a公文的特征", "公文的含义\n公文是公务文书。\n公文的特征"),
        ("一、学习_x000D_\n二、落实_x000D_", "一、学习\n二、落实"),
    ),
    counter_examples=(
        "寄存器地址为0x0d，中断向量为0x0a。",
        "型号x0d与x0a两种，各采购三台。",
    ),
)
RULES = (LINE_ENDS, ENTITIES, STRAY_SIGNS, DOUBLE_COMMAS, EMOJIS)
