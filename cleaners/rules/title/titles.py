"""Titles typed again at the head of a text: taken there, kept as title or subtitle. Finding a page's title: platforms.

In a dump a heading that differs from the title is taken as well and is the entry's subtitle: `subtitle_of` reads it
from the edits.
"""

from collections.abc import Iterable, Iterator, Sequence

from cleaners.reading import Edit
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.intro.intro_lines import is_intro
from cleaners.rules.lines import HAN, Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.glued_titles import glued_end, is_glued, marked_end, named_end
from cleaners.rules.title.noted_titles import noted_title
from cleaners.rules.title.openings import DASHED, HEADING_OPEN, ITEM_ONE, LATER, MILL_TITLE, OPENING, SAMPLE_END
from cleaners.rules.title.title_forms import CLAIM, GENRE_LAST, TITLE_CHARS, is_same_title, is_variant, without_claims
from cleaners.rules.title.title_suffixes import shorn

INLINE_HAN = 8
"""Han characters that a title needs before it may be taken from the start of a longer line; half of them where it
stands twice or has a word count behind it."""
INLINE_GAP = regex(rf"(?:\s|{CLAIM.pattern})++")
ITEM_NUMBER = regex(
    r"[（(【\[]?\s?(?:第?\s?[一二三四五六七八九十百\d]{1,4}\s?篇?|篇\s?[一二三四五六七八九十百\d]{1,4})\s?[)）】\]]?\s*"
)
"""The rest of a line that heads an item of a compilation (`T 篇1`, `T (2)`): the title belongs to it. Bounded."""
ITEM_LABEL = regex(
    r"[（(【\[]?(?:第\s?[一二三四五六七八九十百\d]{1,4}\s?篇|篇\s?[一二三四五六七八九十百\d]{1,4})(?=[)）】\]\s:：]|\Z)"
)
"""As before with something behind it: `T 篇1：`, `T 篇一：乙`. Bounded."""
ITEM_FIRST = regex(r"[（(【\[]?\s?(?:第\s?[一1]\s?篇|篇\s?[一1])[)）】\]\s:：]")
"""`【篇一】T`: how a compilation begins, no other form of its page's title. Bounded."""


LISTED = "#>•·●▪- "
"""What a list or Markdown sets before a title."""


def own_title(title: str) -> str:
    """Give a title without the label or the marks before it and without the site's name behind it."""
    return shorn(TITLE_LABEL.sub("", title, count=1).lstrip(LISTED)) or title


def subtitle_of(edits: Sequence[Edit], title: str | None = None) -> str | None:
    """Give the heading that rule `leading-subtitle` took; None where it took none, or the title's own two lines."""
    name = SUBTITLE.name
    pieces = [edit.taken for edit in edits if name in edit.rule and name in edit.rule.split("+")]
    if not pieces:
        return None
    headings = (without_claims(heading.strip()) for heading in "".join(pieces).splitlines())
    subtitle = " ".join(filter(None, dict.fromkeys(headings))) or None
    return None if subtitle and title and is_same_title(subtitle, title) else subtitle


def _leading(text: str, title: str) -> tuple[list[Line], Line | None]:
    """Give the leading lines that repeat the title, and the first filled line behind them."""
    same: list[Line] = []
    for line in _top_lines(text):
        if not line.words or CLAIM.fullmatch(line.words):
            continue
        words = shorn(TITLE_LABEL.sub("", line.words, count=1).lstrip(LISTED))
        if words[-1:] in tuple(GOING_ON) or not is_same_title(ITEM_ONE.sub("", words) if same else words, title):
            return same, line
        same.append(line)
    return same, None


TITLE_LABEL = regex(
    r"\A(?:(?:文章|文档|公文|材料|稿件|范文|论文|征集|徵集)?(?:标|標)\s{0,4}(?:题|題)"
    r"|书[ \u3000]{0,4}名|(?:书籍|图书|作品)名称|(?:征集|徵集|调查|調查|问卷|問卷)?(?:主题|主題)|题目|題目"
    r"|(?:信息|文件|文章)名[称稱])\s?[:：]\s{0,3}(?=\S)"
)
"""`文章标题：T` below T: a seller's field (realtext, family 19); bounded."""


def _top_lines(text: str) -> Iterator[Line]:
    """Give the lines of the text's first TOP_CHARS characters, the last of them cut there."""
    for line in lines_of(text):
        if line.after > TOP_CHARS:
            if line.start < TOP_CHARS:
                end = min(line.end, TOP_CHARS)
                yield Line(line.start, end, TOP_CHARS, text[line.start : end].strip())
            return
        yield line


TOP_CHARS = 40 * TITLE_CHARS
"""Characters from the top within which a title may stand again."""


def _subtitle_lines(text: str, title: str | None) -> list[Line]:
    """Give the first filled line behind the title, and those right below it, while they are forms of the title."""
    if not title:
        return []
    _, first = _leading(text, title)
    found: list[Line] = []
    for line in lines_of(text):
        if first is None or line.start < first.start or not line.words:
            continue
        is_form = is_variant(line.words, title) or DASHED.fullmatch(line.words)
        if not is_form or _is_broken(line.words) or HEADED.search(folded(line.words)) or ITEM_FIRST.match(line.words):
            return found
        found.append(line)
    return []


HEADED = regex(r"[\s\d)）][一二三四五六七八九十]{1,2}\s?、\s?[一-鿿]{2}")
"""A text's first heading behind a form of the title: `T1 一、背景`."""


def _is_broken(words: str) -> bool:
    """Say whether a line breaks off inside a bracket, which the next one closes."""
    return any(words.count(opening) > words.count(closing) for opening, closing in ("【】", "《》", "“”", "（）", "()"))


def find_title(text: str, context: Context) -> Iterable[Change]:
    """Take lines equal to the title from the head of the text, or the title from the head of its first line."""
    if not context.title:
        return []
    same, behind = _leading(text, context.title)
    if behind is not None and not same:
        noted = noted_title(lines_of(text[: behind.start + AGAIN_CHARS]), context.title)
        if noted is not None:
            return taken([noted]) if text[noted.after :].strip() else []
        behind = _below_intro(text, behind)
    if behind is None:
        return []
    changes = [Change(start=line.start, end=line.after) for line in same]
    end = _inline_end(text, behind, context.title) or (_above_end(text, behind, context.title) if same else 0)
    if end:
        changes.append(Change(start=behind.start, end=end))
    again = _again(text, behind, context.title) if same or end else []
    return [*changes, *(Change(start=line.start, end=line.after) for line in again)]


def _below_intro(text: str, first: Line) -> Line | None:
    """Give the line below a site's introduction, which the title opens where it stands nowhere above; else the line."""
    if not is_intro(first.words):
        return first
    top = text[: first.after + TOP_CHARS]
    return next((line for line in lines_of(top) if line.start > first.start and line.words), first)


def _again(text: str, behind: Line, title: str) -> list[Line]:
    """Give lines that repeat the title below an abstract or a name; further down they may head a second text."""
    top = text[: behind.start + AGAIN_CHARS]
    below = (line for line in lines_of(top) if line.start > behind.start and text[line.after :].strip())
    filled = (line for line in below if line.words and line.words[-1] not in GOING_ON)
    return [line for line in filled if is_same_title(line.words, title)]


GOING_ON = "，,、；;"
"""How a line of a text ends that goes on: a verse of the title's words."""


AGAIN_CHARS = 300
"""Characters behind a title within which the same words are a repeat (reference: realtext, section 5)."""


def _inline_end(text: str, line: Line, title: str) -> int:
    """Give where a title, once or twice typed at the start of a longer line, ends; 0 = not typed there.

    White space or a word count must part it from what follows, or it is the beginning of a sentence.
    """
    mill = MILL_TITLE.match(text, line.start, line.end)
    if mill and is_same_title(mill["title"], title):
        return mill.end()
    plain = without_claims(title)
    named = named_end(text[line.start : line.end].lstrip()) if line.words.startswith(f"《{plain}》") else 0
    if named:
        return text.index("《", line.start) + named
    if line.words.startswith(f"{plain}】") and len(line.words) > len(plain) + INLINE_HAN:
        return text.index("】", line.start) + 1  # the opening bracket was lost
    least = INLINE_HAN
    at = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    end = 0
    while plain and text.startswith(plain, at):
        behind = at + len(plain)
        gap = INLINE_GAP.match(text, behind, line.end)
        if gap is None:
            end = _glued_end(text, behind, line.end, plain=plain) or end
            least = min(least, len(HAN.findall(plain))) if glued_end(text[at : line.end]) == len(plain) else least
            break
        if end or CLAIM.search(gap[0]) or HEADING_OPEN.match(text, gap.end(), line.end):
            least = INLINE_HAN // 2
        at = end = gap.end()
    if not end:
        end = _variant_end(text[at : line.end], title, at)
    if not end:
        return 0
    is_long = len(HAN.findall(plain)) >= least and end < line.end
    is_item = ITEM_NUMBER.fullmatch(text, end, line.end) or ITEM_LABEL.match(text, end, line.end)
    return end if is_long and not is_item else 0


def _variant_end(words: str, title: str, at: int) -> int:
    """Give where another form of the title ends that is glued to its text: without 范文, with a number; 0 for none."""
    end = glued_end(words)
    return at + end if end and end >= INLINE_HAN and is_variant(words[:end], title) else 0


def _above_end(text: str, line: Line, title: str) -> int:
    """Give where a title ends that stands above and opens the text again with a closing bracket at its end."""
    at = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    end = at + len(title)
    is_again = title[-1:] in tuple("）)》】”") and text.startswith(title, at) and len(HAN.findall(title)) >= INLINE_HAN
    return end if is_again and (OPENING.match(text, end, line.end) or LATER.match(text, end, line.end)) else 0


def _glued_end(text: str, behind: int, stop: int, *, plain: str) -> int:
    """Give where a title that no white space parts from the text ends; 0 where it may be a sentence's beginning.

    It stands twice, or is called like a report and a report's first words follow.
    """
    twice = text.startswith(plain, behind)
    at = behind + len(plain) if twice else behind
    marked = marked_end(text, at, stop, plain=plain)
    if marked:
        return marked
    sample = SAMPLE_END.match(text, at, stop)
    at = sample.end() if sample else at
    is_opened = (GENRE_LAST.search(plain) and OPENING.match(text, at, stop)) or HEADING_OPEN.match(text, at, stop)
    if twice or is_opened or is_glued(plain, text[at:stop]):
        gap = INLINE_GAP.match(text, at, stop)
        return gap.end() if gap else at
    return 0


def find_subtitle(text: str, context: Context) -> Iterable[Change]:
    """Take the heading that is another form of the title."""
    found = _subtitle_lines(text, context.title)
    if not found:
        return []
    counted = [line for line in found if PIECES.search(line.words)]
    again = _again(text, found[-1], counted[0].words) if counted else []
    return [Change(start=found[0].start, end=found[-1].after), *taken(again)]


PIECES = regex(r"\d{1,3}\s?篇|[一二三四五六七八九十]{1,3}篇")
"""`某某故事15篇[通用]`: a title that counts its texts, which such sites print inside the first of them again."""


TITLED = Context(family="generic", title="2020年宣传思想工作总结")
TITLE = Rule(
    name="leading-title",
    version=20,
    reason="The title typed again above the text is kept as the title; in the text it would stand twice.",
    families=frozenset(),
    find=find_title,
    context=TITLED,
    examples=(
        ("2020年宣传思想工作总结\n\n今年以来。", "\n今年以来。"),
        ("2020年宣传思想工作总结 2020年宣传思想工作总结(4050字) 今年以来。", "今年以来。"),
        ("《2020年宣传思想工作总结》.docx\n今年以来。", "今年以来。"),
        ("编者按：文章写得好。\n2020年宣传思想工作总结\n今年以来。", "编者按：文章写得好。\n今年以来。"),
        ("2020年宣传思想工作总结（转载）\n今年以来。", "今年以来。"),
        ("【2020年宣传思想工作总结】工作总结是对一年的回顾。", "工作总结是对一年的回顾。"),
        ("2020年宣传思想工作总结范文参考一、主要做法\n今年以来。", "一、主要做法\n今年以来。"),
        ("2020年宣传思想工作总结今年以来，全县宣传工作有序。", "今年以来，全县宣传工作有序。"),
        ("2020年宣传思想工作总结2020年宣传思想工作总结 2020年，全县宣传工作有序。", "2020年，全县宣传工作有序。"),
    ),
    counter_examples=(
        "2020年宣传思想工作总结会议于近日召开。\n一、总结",
        "2020年宣传思想工作总结为下一步打好了基础。\n一、总结",
        "2020年宣传思想工作总结 篇1\n今年以来。",
        "2020年宣传思想工作总结 (一)\n今年以来。",
        "2020年宣传思想工作总结 篇1：\n今年以来。",
        "2020年宣传思想工作总结篇一：强基础\n今年以来。",
        "今年以来。\n2020年宣传思想工作总结\n二、计划",
        "2020年宣传思想工作总结",
    ),
)
SUBTITLE = Rule(
    name="leading-subtitle",
    version=12,
    reason="In a dump the heading above the text is the page's, another form of the title: kept as the subtitle. In"
    " markup it stands inside the author's own node and stays where it is.",
    families=frozenset(),
    dumps_only=True,
    find=find_subtitle,
    context=TITLED,
    examples=(
        ("2020年矿区宣传思想文化工作总结汇报\n\n2020年，我矿工作有序。", "\n2020年，我矿工作有序。"),
        ("某镇2020年宣传思想工作总结\n今年以来。", "今年以来。"),
    ),
    counter_examples=(
        "尊敬的各位领导：\n今年以来。",
        "一、2020年宣传思想工作总结\n今年以来。",
        "某县2021年财政预算执行情况的报告\n今年以来。",
        "2020年宣传思想工作总结报告一、宣传思想工作概述\n今年以来。",
        "回顾2020年，我镇宣传思想工作有成绩也有\n不足。",
        "2020年，宣传思想工作总结经验，持续用力。\n一、成效",
        "【篇一：某县2020年宣传思想工作总\n结】\n今年以来。",
        "【篇一】2020年宣传思想工作汇报\n今年以来。",
    ),
)
RULES = (TITLE, SUBTITLE)
