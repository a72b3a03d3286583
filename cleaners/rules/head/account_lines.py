"""Rules about what WeChat's pages, and the mirrors that keep them, put above an article. Below it: `wechat_lines`."""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import filled, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

MIRROR = ("查看原文", "其他")
"""Both lines with which a mirror of accounts begins each page."""
FOLLOW = "关注我们"
"""A call alone above the account's name and date; with more words: `head_buttons`."""
PLACE = regex(
    r"(?:发表于\s?)?(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北"
    r"|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|台湾|香港|澳门|中国香港|中国澳门|中国台湾)"
)
"""Whence an account posted, alone on its line below the date."""
MOMENT = regex(r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s{1,3}\d{1,2}:\d{2}(?::\d{2})?")
TAGGED = regex(r"#\s?\S{1,20}|\d{1,4}\s?[个篇](?:内容|原创内容)?")
COLLECTED = regex(r"(?:收录于|已收录于?)(?:话题|合集|专辑)")
"""`收录于合集`, `#工作总结`, `12个`: a line each."""
OWNED = regex(r".{2,24}官方账号。?|.{2,20}\.")
FROM = regex(r"以下文章来源于\s?(?P<account>[^,，\n]{2,20}?)\s?[,，]\s?作者.{1,20}")
SIGN = regex(r"[关關]注我[们們]|收[录錄][于於]|文章[来來]源[于於]|查看原文|\d{1,2}:\d{2}[^\n]{0,4}\n")
"""What one of these lines holds, or a moment at a line's end, below which a place may stand."""
HEAD_CHARS = 1_200
"""Characters from the top within which a head with these lines has one."""
HEAD_LINES = 14
"""Filled lines from the top among which these stand."""


def find_head(text: str, context: Context) -> Iterable[Change]:
    """Take the page's own lines above the text: a mirror's first two, a call, place, collections, account."""
    if not SIGN.search(text, 0, HEAD_CHARS):
        return []
    lines = lines_of(text)
    shown = filled(lines)[:HEAD_LINES]
    words = [folded(lines[n].words) for n in shown]
    end = next((n for n, one in enumerate(words) if is_sentence(one) and len(one) > SHORT), len(words))
    gone = [shown[n] for n in range(end) if _goes(words, n)]
    return taken(lines[n] for n in gone) if len(gone) < len(filled(lines)) else []


SHORT = 30
"""Characters up to which a sentence may be a call."""


def _goes(words: Sequence[str], n: int) -> bool:
    """Say whether a line of the head is the page's own."""
    one = words[n]
    if n < len(MIRROR) and tuple(words[: len(MIRROR)]) == MIRROR:
        return True
    if one == FOLLOW:
        return any(MOMENT.fullmatch(other) for other in words[n + 1 : n + 4])
    above = words[n - 1] if n else ""
    if PLACE.fullmatch(one):
        return bool(MOMENT.fullmatch(above))
    if TAGGED.fullmatch(one):
        return any(COLLECTED.fullmatch(other) for other in words[max(0, n - 3) : n])
    source = next((match for other in words[max(0, n - 2) : n] if (match := FROM.fullmatch(other))), None)
    return source is not None and OWNED.fullmatch(one) is not None


DUMP = Context(family="dump", is_dump=True)
ACCOUNT_HEAD = Rule(
    name="account-head",
    version=1,
    reason="Calls, the place of posting, collections and the account's card stand above a copied article.",
    families=frozenset(),
    dumps_only=True,
    find=find_head,
    context=DUMP,
    examples=(
        ("查看原文\n其他\n某镇工作总结\n今年以来，工作有序推进。", "某镇工作总结\n今年以来，工作有序推进。"),
        (
            "关注我们\n某镇发布\n2022年01月05日 18:00\n湖北\n今年以来，工作有序推进。",
            "某镇发布\n2022年01月05日 18:00\n今年以来，工作有序推进。",
        ),
        (
            "以下文章来源于城关发布 ,作者青禾\n城关发布.\n城关镇官方账号\n今年以来，工作有序推进。",
            "以下文章来源于城关发布 ,作者青禾\n今年以来，工作有序推进。",
        ),
        ("收录于合集\n#工作总结\n12个\n今年以来，工作有序推进。", "收录于合集\n今年以来，工作有序推进。"),
    ),
    counter_examples=(
        "查看原文\n今年以来，工作有序推进。",
        "群众点击上方按钮关注我们的进度，全年受理12件，办结12件，群众满意率百分之百。\n完毕。",
        "湖北\n今年以来，工作有序推进。",
        "12个\n#1机组\n今年以来，工作有序推进。",
        "关注我们\n今年以来，工作有序推进。",
    ),
)
RULES = (ACCOUNT_HEAD,)
