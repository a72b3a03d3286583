"""Rule about introductions inside a compilation: below an item's heading, or behind its first paragraph.

Each text was copied with its own. The introduction of the page: `intros`; what sentences look like: `intro_lines`.
"""

from collections.abc import Iterable, Iterator, Sequence

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.intro.intro_lines import SPEAKER, is_core, sentences
from cleaners.rules.lines import ENUMERATOR, Line, lines_of
from cleaners.rules.rule import Change, Context, Rule

HEADING_CHARS = 64
HEADING = regex(
    r".{0,50}(?:篇\s?[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}篇)(?![,，。])[)）】\]]?\s?(?:[:：].{0,40})?"
    r"|.{0,20}范文[一二三四五六七八九十\d]{1,2}[:：、]?.{0,40}"
)
"""The heading of an item, alone on its line; bounded."""
NAMES_SITE = regex(SPEAKER)
SITE_SIGNS, ITEM_SIGNS = by_rarest(("小编", "小編", "本站")), by_rarest(("篇", "范文", "範文"))
"""Words of which a text with such a sentence has one, and one with such a heading."""
PARAGRAPH_CHARS = 800
"""Characters of a first paragraph whose last sentence may be the site's."""


def find_item_intro(text: str, context: Context) -> Iterable[Change]:
    """Take sentences in a site's own name from the first paragraph below the heading of an item."""
    if not (has_any(text, SITE_SIGNS) and has_any(text, ITEM_SIGNS)):
        return []
    lines = [line for line in lines_of(text) if line.words]
    return [change for below in _first_paragraphs(lines) for change in _changes(text, below)]


def _first_paragraphs(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines right below the headings of items, which have a further line below them."""
    for at, line in enumerate(lines[:-2]):
        is_heading = len(line.words) <= HEADING_CHARS and ("篇" in line.words or "范文" in folded(line.words))
        if is_heading and HEADING.fullmatch(folded(line.words)):
            below = lines[at + 1]
            if len(below.words) <= PARAGRAPH_CHARS and not ENUMERATOR.match(below.words):
                yield below


def _changes(text: str, line: Line) -> list[Change]:
    """Give the change that takes the whole paragraph, or its last sentences; none where no site names itself."""
    words = folded(line.words)
    places = list(sentences(words))
    first = len(words)
    for start, stop in reversed(places):
        if not _is_sites(words[start:stop]):
            break
        first = start
    if first == len(words):
        return []
    begin = text.index(line.words, line.start) + first
    return [Change(start=line.start if not first else begin, end=line.after if not first else line.end)]


def _is_sites(sentence: str) -> bool:
    """Say whether a sentence introduces a text and names who speaks: nobody's own words do both."""
    return bool(NAMES_SITE.search(sentence)) and is_core(sentence.strip())


ITEM_INTRO = Rule(
    name="item-introduction",
    version=1,
    reason="Each text of a compilation was copied with its own introduction, which names the site that it came from.",
    spares_posts=True,
    families=frozenset(),
    find=find_item_intro,
    context=Context(family="dump", title="护理工作总结6篇", is_dump=True),
    examples=(
        (
            "护理工作总结篇1\n一年来，我反思了自己的工作，以求与同行共勉。下面是小编为您带来的护理总结，希望对您有所帮助。\n"
            "今年，我到了内科。",
            "护理工作总结篇1\n一年来，我反思了自己的工作，以求与同行共勉。\n今年，我到了内科。",
        ),
        (
            "第2篇：某乡总结\n以下是小編為大家整理的某鄉總結，供大家參考。\n今年以來，工作有序。",
            "第2篇：某乡总结\n今年以來，工作有序。",
        ),
    ),
    counter_examples=(
        "护理工作总结篇1\n一年来，本站护士小编整理稿件20篇，供领导参考。\n今年，我到了内科。",
        "护理工作总结\n一年来，我反思了自己的工作。下面是小编为您带来的护理总结，希望对您有所帮助。\n今年，我到了内科。",
        "护理工作总结篇1\n一、下面是小编为您带来的护理总结，希望对您有所帮助。\n今年，我到了内科。",
        "护理工作总结篇1\n下面，我给大家分享三点体会，希望对大家有所帮助。小编辛苦了。\n今年，我到了内科。",
    ),
)
RULES: tuple[Rule, ...] = (ITEM_INTRO,)
