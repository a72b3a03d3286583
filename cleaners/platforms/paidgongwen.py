"""Sites that sell 公文: a beginning is shown, the rest is for members (reference realtext, families 19 to 21).

They share words, not markup: their lines of tools, their walls, their gaps. The text is read as `generic` reads it;
what the walls state becomes facts here, the walls leave the text by `rules.walls`. Nothing is bypassed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cleaners.facts.labels import merged
from cleaners.outcome import State
from cleaners.platforms.article_family import SURE_TOGETHER, Sign, signs_in
from cleaners.platforms.generic.reader import PLATFORM as GENERIC
from cleaners.platforms.platform import Address, Draft, Findings, Sheet
from cleaners.reading import Facts, PageKind, PlatformGuess
from cleaners.regex import regex
from cleaners.rules.wall.wall_lines import BELOW, CUTS
from cleaners.rules.wall.walls import cut_of, lengths_in
from cleaners.shown import render

FAMILY = "paidgongwen"
SIGNS = (
    Sign(words="以稿换稿", sure=0.85, why="以稿换稿 beside the title"),
    Sign(words="当前显示", sure=0.8, why="states how much of the text it shows", also=("未完",)),
    Sign(words="正式会员可", sure=0.8, why="gaps for members inside the text", also=("省略",)),
    Sign(words="扫码联系老师", sure=0.6, why="扫码联系老师 below the text"),
    Sign(words="试读结束", sure=0.5, why="试读结束 below the text"),
    Sign(words="更多内容请下载", sure=0.5, why="更多内容请下载 below the text"),
    Sign(words="因篇幅问题不能全部显示", sure=0.5, why="因篇幅问题不能全部显示 below the text"),
    Sign(words="尊享超值权益", sure=0.4, why="尊享超值权益 below the text", also=("会员",)),
)
"""Words that such sites print, each with how sure it makes; two of them together are nearly proof."""
ABOVE = 12
"""Lines above the text in which its length may be claimed."""
LINE_CHARS = 120
"""Characters of a line that may be a wall or a claim; a longer one is running text."""
PRICE = regex(
    r"(?:价格|售价|定价|仅需|需支付|支付|付费)\s{0,2}[:：]?\s{0,2}(?P<price>[¥￥]?\s?\d{1,5}(?:\.\d{1,2})?\s?(?:元|金币|积分|点))(?![一-鿿])"
)
"""What a text costs, in the words of a button; bounded, and not the amount of a sentence, which goes on in Han."""
BUTTON_CHARS = 40
"""Characters of a line that may be a button."""


class PaidGongwen:
    """The family; see `cleaners.platforms.platform.Platform`."""

    family = FAMILY
    version = 1

    def address(self, url: str) -> Address | None:
        """Say nothing: these sites share no shape of addresses."""
        return None

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say how surely a page is one of a seller of texts, by the words of its tools and walls."""
        if sheet.tree is None:
            return None
        found = signs_in(sheet.text, SIGNS)
        if not found:
            return None
        sure = found[0].sure if len(found) == 1 else SURE_TOGETHER
        return PlatformGuess(family=FAMILY, sure=sure, why="; ".join(sign.why for sign in found[:3]))

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read the text as `generic` does, and add what walls, claims and buttons state."""
        found = GENERIC.read(sheet, guess)
        if sheet.tree is None or found.page_kind is not PageKind.ARTICLE or found.outcome.state is not State.READ:
            return found
        lines = tuple(line.strip() for line in render([sheet.tree]).splitlines() if line.strip())
        own = _facts(lines, found.drafts)
        return replace(
            found,
            facts=replace(merged(own, found.facts), claimed_chars=own.claimed_chars),
            drafts=tuple(_marked(draft) for draft in found.drafts),
            warnings=(f"{FAMILY} has no markup of its own; read by generic", *found.warnings),
        )


def _marked(draft: Draft) -> Draft:
    """Count the gaps inside a draft."""
    return replace(draft, hidden_parts=draft.hidden_parts + cut_of(draft.shown).gaps)


def _facts(lines: Sequence[str], drafts: Sequence[Draft]) -> Facts:
    """Give what the page states round and in its text: whether it is cut, its lengths, its price.

    Lists of other texts state lengths too: claims count in the title, right above the text, and in the walls below it.
    """
    shown = "\n".join(draft.shown for draft in drafts)
    first = next((line.strip() for line in shown.splitlines() if line.strip()), "")
    start = next((n for n, line in enumerate(lines) if line == first), 0)
    above, below = lines[max(0, start - ABOVE) : start], lines[start:]
    walls = [line for line in below if len(line) <= LINE_CHARS and any(shape.fullmatch(line) for shape in CUTS)]
    cut = cut_of(shown)
    claims = [draft.title or "" for draft in drafts] + [line for line in above if len(line) <= LINE_CHARS]
    claimed = dict.fromkeys((*(number for line in (*claims, *walls) for number in lengths_in(line)), *cut.claimed))
    price = next((found["price"] for line in _buttons((*above, *below)) if (found := PRICE.search(line))), None)
    places = {
        "claimed_chars": "claims and walls" if claimed else "", "price": "button" if price else "",
        "truncated": "wall" if walls or cut.is_cut else "",
    }  # fmt: skip
    return Facts(
        claimed_chars=tuple(claimed), truncated=bool(walls) or cut.is_cut, price=price,
        where=tuple((name, where) for name, where in places.items() if where),
    )


def _buttons(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in lines if len(line) <= BUTTON_CHARS or any(shape.fullmatch(line) for shape in BELOW))


PLATFORM = PaidGongwen()
