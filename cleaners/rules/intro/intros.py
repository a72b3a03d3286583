"""Rules about what a site says in its own name round a text: introduction, closing words. Shapes: `intro_lines`.

The end of an introduction must be certain: a sentence in the site's name, the wishes behind it, an end mark. Sentences
without a speaker, such as essays on what a summary is, go only where a closing question or wish ends them (`essays`).
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.damage.broken_lines import is_broken, paragraph_from
from cleaners.rules.foot.tail_lines import own_lines, tail_zone
from cleaners.rules.intro import item_intros
from cleaners.rules.intro.essays import ESSAY_WORDS
from cleaners.rules.intro.intro_lines import CORE_WORDS, closing_start, intro_end
from cleaners.rules.lines import BLANK, ENUMERATOR, Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_same_title, is_title_like

HEAD_CHARS = 4000
"""Characters from the top within which an introduction is looked for."""
FILLED = 30
"""Filled lines among which it stands."""
TEXTS = 3
"""Paragraphs of running text from the top of which one may be it; a second may follow an essay's first."""
SHORT_CHARS = 40
"""Characters of a line that is no paragraph."""
ITEM = regex(r".{0,60}(?:篇\s?[一二三四五六七八九十\d]{1,3}"
    r"|第?[一二三四五六七八九十\d]{1,3}篇)(?![,，。])[:：.、\s]?.{0,40}"
    r"|范文[一二三四五六七八九十\d]{1,2}[:：、]?.{0,40}")
"""The head of a compilation's item: an introduction stands above the first (realtext 5)."""


QUIET_CHARS = 600
"""Most texts need no look below, for TEXTS paragraphs stand there; to look at one word for word costs more."""
INTRO_SIGNS = by_rarest((*CORE_WORDS, *ESSAY_WORDS))
"""Words of which the head of a text with an introduction has one."""


def find_intro(text: str, context: Context) -> Iterable[Change]:
    """Take the site's introduction from above the text, be it a paragraph or the beginning of one."""
    lines = [line for line in islice(lines_of(text), 3 * FILLED) if line.words]
    quiet = _quiet(lines)
    changes: list[Change] = []
    texts = at = 0
    while at < min(FILLED, len(lines)) and texts < TEXTS:
        line = lines[at]
        is_whole = not is_broken(line.words) or is_title_like(line.words)
        words, places = (line.words, (at,)) if is_whole else paragraph_from(lines, at)
        end = intro_end(words) if at + len(places) > quiet else 0
        if end and (end < len(words) or at + len(places) < len(lines)):
            changes.append(_cut(text, [lines[n] for n in places], end))
            if end < len(words):
                break
        elif context.title and is_same_title(line.words, context.title):
            places = places[:1]
        elif ENUMERATOR.match(line.words):
            break
        elif (texts + len(changes) > 0 and _heads_item(line.words)):
            below = lines[at + 1] if at + 2 < len(lines) else line
            is_whole = intro_end(below.words) == len(below.words) <= SHORT_CHARS
            changes += [_cut(text, [below], len(below.words))] if is_whole else []
            break
        else:
            texts += len(words) > SHORT_CHARS or is_sentence(words)
        at += len(places)
    return changes if changes and has_any(text[:HEAD_CHARS], INTRO_SIGNS) else []


def _quiet(lines: Sequence[Line]) -> int:
    """Give how many of the first lines, QUIET_CHARS in all, can be no introduction; 0 where one of them may be."""
    size = count = 0
    for line in lines:
        size += len(line.words)
        if size > QUIET_CHARS:
            break
        count += 1
    return 0 if has_any("".join([line.words for line in lines[:count]]), INTRO_SIGNS) else count


def _heads_item(words: str) -> bool:
    return ("篇" in words or "范文" in words) and bool(ITEM.fullmatch(words))


def _cut(text: str, lines: Sequence[Line], end: int) -> Change:
    """Give the change that takes the first `end` characters of a paragraph's words, and the blanks behind them."""
    seen = 0
    for line in lines:
        if seen + len(line.words) >= end:
            break
        seen += len(line.words)
    if seen + len(line.words) == end:
        return Change(start=lines[0].start, end=line.after)
    at = text.index(line.words, line.start) + end - seen
    while at < line.end and text[at] in BLANK:
        at += 1
    return Change(start=lines[0].start, end=at)


def find_closing(text: str, context: Context) -> Iterable[Change]:
    """Take the site's closing words below the text, be they lines of the tail or the end of the last paragraph."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    found = {n for n in range(zone, len(lines)) if lines[n].words and closing_start(lines[n].words) == 0}
    found |= {at for n in range(zone, len(lines)) if lines[n].words[:2] in LEAVES for at in own_lines(lines, n)}
    last = next((line for line in reversed(lines[:zone]) if line.words), None)
    if last is None:
        return []
    changes = taken(lines[n] for n in sorted(found))
    start = closing_start(last.words)
    if start:
        changes.insert(0, Change(start=text.index(last.words, last.start) + start, end=last.end))
    return changes


LEAVES = frozenset({"以上", "上面", "希望", "上述"})
"""How closing words begin."""


INTRO = Rule(
    name="site-introduction",
    version=11,
    reason="A site introduces the text in its own name (`以下是小编整理的…，仅供参考`); the words are none of the "
        "author's.",
    spares_posts=True,
    families=frozenset(),
    find=find_intro,
    context=Context(family="dump", title="某镇2021年工作总结", is_dump=True),
    examples=(
        (
            "【导语】以下是小编为大家整理的某镇2021年工作总结,仅供参考,欢迎大家阅读借鉴,希望能够帮助到大家!\n一、总结",
            "一、总结",
        ),
        (
            "总结能让人少走弯路。那么总结怎么写才好呢？下面是小编精心整理的乡镇总结，欢迎大家分享。\n今年以来，"
            "工作有序。",
            "今年以来，工作有序。",
        ),
        ("下面是我为大家整理的乡镇工作总结，希望能帮到你！今年以来，全镇工作有序。", "今年以来，全镇工作有序。"),
        ("總結怎麼寫呢？以下是小編收集的工作總結，供大家參考。\n　　今年以來，工作有序。", "　　今年以來，工作有序。"),
        (
            "导语：乡镇工作总结一文来源于网友上传，不代表本站观点，若需要原创文章可咨询客服老师，欢迎参考。\n今年以来，"
            "工作有序。",
            "今年以来，工作有序。",
        ),
        ("好的，以下是一篇关于乡镇工作的总结：\n今年以来，工作有序。", "今年以来，工作有序。"),
    ),
    counter_examples=(
        "今年以来，我中心小编队伍整理编发稿件200条，供领导参考。\n一、总结",
        "下面，我给大家分享三点体会，希望对大家有所帮助。\n一、多读",
        "家长可咨询客服老师，课程安排以学校通知为准，欢迎参考。\n一、课程",
        "以下是我局收集整理的意见建议，供领导参考。\n一、意见",
        "一、总结\n以下是小编为大家整理的总结，仅供参考。\n二、计划",
        "总结能让人少走弯路，一起来看看怎么写吧。\n今年以来，工作有序。",
        "以下是小编为大家整理的总结，仅供参考。",
    ),
)
CLOSING = Rule(
    name="closing-words",
    version=2,
    reason="A site takes its leave in its own name (`以上就是小编为大家带来的…`); the words are none of the author's.",
    spares_posts=True,
    families=frozenset(),
    find=find_closing,
    context=Context(family="dump", title="某镇2021年工作总结", is_dump=True),
    examples=(
        ("取得实效。\n以上就是小编为大家整理的工作总结，希望对大家有所帮助。", "取得实效。\n"),
        ("取得实效。以上就是本站为大家带来的工作总结的全部内容,更多范文请继续关注本站。", "取得实效。"),
        ("取得实效。\n希望这篇文章能满足您的需求!如果有其他问题,请随时告诉我。\n", "取得实效。\n"),
        ("取得實效。\n以上就是小編為大家帶來的總結，更多內容請關注本站。", "取得實效。\n"),
    ),
    counter_examples=(
        "取得实效。以上就是我个人的一点体会，希望对大家有所帮助。谢谢大家！",
        "取得实效。\n以上是我局全年工作的全部内容，如有不妥请批评指正。",
        "以上问题，希望各单位认真整改，抓好落实。",
        "以上就是小编为大家整理的工作总结，希望对大家有所帮助。",
    ),
)
RULES: tuple[Rule, ...] = (INTRO, *item_intros.RULES)
"""`CLOSING` stands behind the tails in the recipe."""
