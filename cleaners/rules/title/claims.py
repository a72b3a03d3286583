"""The rule about word counts that sites print beside a title and at either end of a text. Titles: `titles`."""

from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import lines_of
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import CLAIM, CLAIM_LINE, COUNTED, is_title_like
from cleaners.rules.title.titles import TITLED


def find_claims(text: str, context: Context) -> Iterable[Change]:
    """Take word counts behind a leading title, and lines that are nothing else at either end of the text."""
    if COUNTED not in text:
        return []
    lines = [line for line in lines_of(text) if line.words]
    others = [n for n, line in enumerate(lines) if not _is_claim(line.words)]
    if not others:
        return []
    first, last = others[:4][-1], others[-2:][0]
    changes: list[Change] = []
    for n, line in enumerate(lines):
        if first < n < last:
            continue
        if _is_claim(line.words):
            changes.append(Change(start=line.start, end=line.after))
        elif COUNTED not in line.words or ITEM_FIRST.match(line.words):
            continue
        elif CLAIM.search(line.words) and is_title_like(line.words):
            found = CLAIM.finditer(text, line.start, line.end)
            changes += [Change(start=claim.start(), end=claim.end()) for claim in found]
    return changes


ITEM_FIRST = regex(
    r"[（(【\[]?\s?(?:第\s?[一二三四五六七八九十百\d]{1,4}\s?篇"
    r"|篇\s?[一二三四五六七八九十百\d]{1,4}[)）】\]\s:：])"
)
"""`第一篇 T（800字）`, `篇一：T（800字）`: what such counts say is told in `cleaners.split`. Bounded."""


def _is_claim(words: str) -> bool:
    return COUNTED in words and bool(CLAIM.fullmatch(words) or CLAIM_LINE.fullmatch(folded(words)))


CLAIMS = Rule(
    name="word-count-claim",
    version=7,
    reason="(3100字) is the site's count, not the author's words; the number is kept as a fact.",
    spares_posts=True,
    families=frozenset(),
    find=find_claims,
    context=TITLED,
    examples=(
        ("2020年宣传思想工作总结(3100字)(全文3110字)\n一、总结", "2020年宣传思想工作总结\n一、总结"),
        (
            "人大代表履职情况报告 全文共1860字\n今年以来。\n本文共计1860字，感谢阅读。",
            "人大代表履职情况报告 \n今年以来。\n",
        ),
        ("【字数：4,120字】\n今年以来，工作有序。\n", "今年以来，工作有序。\n"),
        ("全文共3420字，阅读大约需要7分钟\n今年以来，工作有序。\n", "今年以来，工作有序。\n"),
        ("共 9704字,需浏览 20分钟\n今年以来，工作有序。\n", "今年以来，工作有序。\n"),
        ("今年以来，工作有序。\n【文章共982字，精选参考范文，仅供学习借鉴】", "今年以来，工作有序。\n"),
        ("（本文共2500字）\n今年以来，工作有序。\n", "今年以来，工作有序。\n"),
    ),
    counter_examples=(
        "撰写心得体会（1000字）并上报。\n全年报送信息20篇。",
        "篇一：让读书成为习惯（约800字）\n今年以来。\n篇二：山路弯弯（约900字）\n去年以来。",
        "要求党员干部撰写不少于1000字的心得\n一、总结",
        "共3000字",
        "全文共3420字，学员须在阅读7分钟内完成答题。\n今年以来，工作有序。\n",
    ),
)
RULES = (CLAIMS,)
