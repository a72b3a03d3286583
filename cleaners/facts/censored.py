"""Words with a tabooed character masked, coded or taken out: `*员`, `*的章程`, `_态工作`, `CP员`. Never filled in.

What most likely stood there is a hint beside the count; one mask may also stand for a name, so it is no more than that.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.signs import ascii_of
from cleaners.text_facts import CensoredFrame

# The rest of the word behind a mask. What only begins with that rest is left out: 员工, 建设, 委托. Masks of one or two
# signs: three are a name. Each alternative is bounded and begins with its own characters.
_REST: Final = regex(
    r"员(?!工|会|额)|委(?!托|员会?[主副]|派|屈)|建(?=工作|引领|责任|阵地|品牌|活动|经费|指导|\+|和|、)|组织(?=建设|生活|书记|、)"
    r"|支部|总支|的(?:领导|章程|建设|路线|十[六七八九]大|二十大|群众路线|宗旨|纪律|政策|方针|基层组织|事业|先进性|全国代表)"
    r"|中央|课(?=教育|学习|[、，,。；;”])|章(?=学习|党规|[、，,。；;”》])|风廉政|性(?=修养|观念|锻炼|教育|原则)"
    r"|费(?=收缴|缴纳|使用|管理)|史(?=学习|教育)|群(?=关系|工作)|内(?=监督|政治|法规)|和国家"
    r"|治(?=思想|理论|意识|建设|站位|生态|纪律|学习|方向|立场)|府(?=工作|采购|部门|网站)|态(?=工作|领域|阵地|责任)"
    r"|情(?=应对|监测|信息|研判|不能)|识形态|形态(?=工作|领域|阵地)"
)
_WORD: Final = 2
"""Signs of a mask that may stand for a censored word."""
_SINGLE: Final = ("_", "＿", "□")
"""Stand for one character of a word; in pairs they are masks as others are."""
HINTS: Final = {
    "员": "党员", "委": "党委", "建": "党建", "组织": "党组织", "支部": "党支部", "总支": "党总支", "的": "党的",
    "中央": "党中央", "课": "党课", "章": "党章", "风": "党风", "性": "党性", "费": "党费", "史": "党史", "群": "党群",
    "内": "党内", "和": "党和国家", "治": "政治", "府": "政府", "态": "意识形态", "情": "舆情", "识": "意识形态",
    "形": "意识形态",
}  # fmt: skip
"""First character of what is left of the word (or all of it), and the word that most likely stood there."""
_BEGUN: Final = {"共产": "共产党", "干": "干部", "意识形": "意识形态", "社会主": "社会主义"}
"""What stands before a mask at the end of a word, and that word."""
_FIRST_OF_REST: Final = frozenset(rest[0] for rest in HINTS)
"""What _REST can begin with; most masks have none of it behind them."""
_LAST_OF_BEGUN: Final = frozenset(word[-1] for word in _BEGUN)

# Coded in letters: D员, dang员, CP员, zf工作. A letter before it makes it a part of a Latin word.
_CODED: Final = regex(
    r"(?:D|d|Dang|dang|CP|cp|GCD|gcd|Gong产|gong产)"
    r"(?P<rest>员|委|建(?!筑)|支部|组织|中央|的[十二领建章]|课|风廉|费|章|纪|史|性|党)"
)
_CODED_STATE: Final = regex(r"(?:zf|ZF|zheng府)(?=[\u4e00-\u9fff])")
_CODE_LETTERS: Final = (("D", b"D"), ("d", b"d"), ("C", b"C"), ("c", b"c"), ("G", b"G"), ("g", b"g"))
"""What _CODED begins with: it is tried at these letters alone, of which most texts have few."""
_STATE_LETTERS: Final = (b"zf", b"ZF", b"zheng")
_LATIN: Final = regex("[A-Za-z0-9]")
# The name before a title was replaced by the title, or taken out.
_TAKEN: Final = {"总书记总书记": "习近平总书记", "主席主席": "习近平主席", "以同志为核心": "以习近平同志为核心"}

_TAKEN_SIGNS: Final = by_rarest(_TAKEN)

Place = tuple[int, int, str]
"""Start and end of a frame, and what most likely stood there."""


def censored_frames(text: str, plain: str, places: Sequence[tuple[int, int]]) -> tuple[CensoredFrame, ...]:
    """Give the frames of a text as printed, the commonest first; empty for most texts.

    `plain` is the text in simplified characters, place by place; `places` are those of its masks (`text.mask_places`).
    """
    found = (*_masked(plain, places), *_coded(plain), *_taken(plain))
    if not found:
        return ()
    counts = Counter((text[start:end], hint) for start, end, hint in found)
    return tuple(
        CensoredFrame(frame=frame, count=count, hint=hint)
        for (frame, hint), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _masked(plain: str, places: Sequence[tuple[int, int]]) -> Iterator[Place]:
    """Find words of which a mask is a part."""
    single = [
        (match.start(), match.end())
        for sign in _SINGLE
        if sign in plain
        for match in re.finditer(f"(?<!{sign}){sign}(?!{sign})", plain)
    ]
    for start, end in (*places, *single):
        if end - start > _WORD:
            continue
        sign = plain[start]
        if sign == "某":
            continue
        begun = _begun_before(plain, start) if plain[start - 1 : start] in _LAST_OF_BEGUN else None
        rest = _REST.match(plain, end) if plain[end : end + 1] in _FIRST_OF_REST else None
        if begun:
            yield start - len(begun), end, _BEGUN[begun]
        elif rest and _is_frame(sign, end - start, rest[0]):
            yield start, rest.end(), _hint(rest[0])


def _begun_before(plain: str, start: int) -> str | None:
    return next((word for word in _BEGUN if plain.endswith(word, 0, start)), None)


def _is_frame(sign: str, size: int, rest: str) -> bool:
    """Say whether a mask before the rest of a word can be a character of it, and no name: XX支部 is some branch."""
    if sign in "XxＸｘ":
        return size == 1 and rest == "委"
    return size == 1 or (sign in "*＊" and rest[0] in "员建的")


def _coded(plain: str) -> Iterator[Place]:
    """Find words of which a part is written in letters."""
    signs = ascii_of(plain)
    for letter, sign in _CODE_LETTERS:
        at = plain.find(letter) if sign in signs else -1
        while at >= 0:
            match = _CODED.match(plain, at)
            if match and not _LATIN.match(plain[at - 1 : at]):
                yield at, match.end(), _hint(match["rest"])
            at = plain.find(letter, at + 1)
    if any(letters in signs for letters in _STATE_LETTERS):
        for match in _CODED_STATE.finditer(plain):
            if not _LATIN.match(plain[match.start() - 1 : match.start()]):
                yield match.start(), match.end(), "政府"


def _taken(plain: str) -> Iterator[Place]:
    """Find titles without the name that belongs before them."""
    if not has_any(plain, _TAKEN_SIGNS):
        return
    for frame, hint in _TAKEN.items():
        start = plain.find(frame)
        while start >= 0:
            yield start, start + len(frame), hint
            start = plain.find(frame, start + len(frame))


def _hint(rest: str) -> str:
    return HINTS.get(rest) or HINTS.get(rest[:1]) or "党"
