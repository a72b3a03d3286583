"""The rule about lines above a title of which the text says nothing, where it speaks of its title: they are the site's.

What is laid beside the text: pairs of neighbouring characters (`spoken_of`). Lines told by their words: `bylines`.
"""

from collections.abc import Iterable, Iterator, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.head.meta_lines import DATE_SHAPE
from cleaners.rules.lines import HAN, Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.spoken_of import BODY_CHARS, pairs_of
from cleaners.rules.title.title_forms import DOCUMENT_NUMBER, GENRE_LAST, is_same_title

TITLE_PAIRS = 4
"""Pairs of characters that text and title must have in common. On 444 pages in the shapes of real ones 24 lines above
such titles were unknown and shared no pair with title or text; all were the site's."""
TOP_LINES, TOP_CHARS = 30, 80
"""Filled lines from the top among which the title must stand, and characters of a line above it."""
BODY_HAN = 40
"""Han characters of text without which a line's silence says nothing."""
OWN = regex(
    r"[^\n]{0,20}(?:机密|秘密|绝密|特急|加急|急件|内部资料|注意保存|征求意见稿|讨论稿|送审稿|草案|试行)"
    r"|[（(【《“\"'—–-]|第[一二三四五六七八九十百\d]{1,4}[章节篇期号卷回部]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．]"
    r"|[^\n]{0,40}(?:文件|简报|公报|通报|专报|参考|快报|信息|动态|[:：,，;；、])\Z"
)
"""What a text may bear above its title without saying it again: its grade and state, the head of its paper, a motto, a
quotation, a chapter, the beginning of a sentence; folded, bounded. A day may be the page's, so it stays."""


def find_unspoken_tops(text: str, context: Context) -> Iterable[Change]:
    """Take the lines above the title that share nothing with it and the text below, if the text speaks of the title."""
    lines = lines_of(text)
    at = _title_at(lines, context.title)
    if not context.title or not at:
        return []
    below = lines[at + 1 : tail_zone(lines)]
    body = "".join(line.words for line in below if not is_same_title(line.words, context.title))[:BODY_CHARS]
    if len(HAN.findall(body[: 2 * BODY_HAN])) < BODY_HAN:
        return []
    said = pairs_of(body)
    if len(pairs_of(context.title) & said) < TITLE_PAIRS:
        return []
    return taken(_unspoken(lines[:at], said | pairs_of(context.title))) if not _is_verse(lines[:at]) else []


def _title_at(lines: Sequence[Line], title: str | None) -> int | None:
    """Give the place of the title's line among the first ones; None where it stands at the very top or nowhere."""
    filled = [n for n, line in enumerate(lines[: 3 * TOP_LINES]) if line.words][:TOP_LINES]
    return next((n for n in filled[1:] if title and is_same_title(lines[n].words, title)), None)


def _is_verse(above: Sequence[Line]) -> bool:
    """Say whether a title stands below lines of running words: an account's text, whose title is one of its lines."""
    return sum(VERSE.fullmatch(line.words) is not None for line in above) >= VERSES


VERSE, VERSES = regex(r"[一-鿿，,、；;“”！!？?…]{7,40}(?<![站网網報报台臺])"), 3
"""`一旦疏忽大意`, `片刻的等待，是为了更好的出发`: lines of a text that is printed as verse; no site's name; bounded."""


def _unspoken(above: Sequence[Line], said: frozenset[str]) -> Iterator[Line]:
    for line in above:
        words = line.words
        if not words or len(words) > TOP_CHARS or is_sentence(words) or pairs_of(words) & said:
            continue
        is_own = OWN.match(folded(words)) or GENRE_LAST.search(words) or DOCUMENT_NUMBER.fullmatch(words)
        if not is_own and not DATE_SHAPE.search(words):
            yield line


_T = "溪口镇部署秋季防火工作\n"
_TEXT = "近日，溪口镇召开会议，部署秋季防火工作，各村巡护员全部到岗，沿山路口设卡检查，宣传车进村入户，烧荒一律禁止。\n"
UNSPOKEN = Rule(
    name="unspoken-top",
    version=2,
    reason="Above a title that the text speaks of stand lines of which it says not two characters: the site's own.",
    families=frozenset({"dump"}),
    dumps_only=True,
    find=find_unspoken_tops,
    context=Context(family="dump", title="溪口镇部署秋季防火工作", is_dump=True),
    examples=(
        (f"石榴小站 纽元:人民币=4.35\n{_T}{_TEXT}", f"{_T}{_TEXT}"),
        (f"Monday\n标题导航\n{_T}{_TEXT}", f"{_T}{_TEXT}"),
    ),
    counter_examples=(
        f"护好一片绿\n{_T}{_TEXT}大家都要护好这一片绿。\n",
        f"内部资料 注意保存\n{_T}{_TEXT}",
        f"石榴小站\n{_T}全体巡护员已经到岗，沿山路口设卡检查，宣传车开进每个山庄，烧荒一律禁止，人人签字，天天巡山，夜里也有人守。\n",
        f"石榴小站\n{_TEXT}{_T}",
        f"石榴小站\n{_T}秋季防火工作今日开始。\n",
        f"石榴小站\n{_T}{_T}全体巡护员已经到岗，沿山路口设卡检查，宣传车开进每个山庄，烧荒一律禁止，人人签字，天天巡山，夜里也有人守。\n",
        f"夏日炎炎，不负期待\n片刻的等待是为了更好的出发\n在这个蝉鸣阵阵的夏日\n{_T}{_TEXT}",
        f"陪读学习历程反思报告\n{_T}{_TEXT}",
        f"第三版 2021-09-03\n{_T}{_TEXT}",
    ),
)
RULES = (UNSPOKEN,)
