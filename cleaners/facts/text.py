"""What a text shows of its own condition: script, masks, lost characters. Counted, never mended."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from cleaners.facts.script_characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleaners.regex import regex

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUNS: Final = regex(f"[{_HAN}]++")
_HAN_HIGH: Final = bytes({*range(0x34, 0xA0), 0xF9, 0xFA} - {0x4D})
_UNSURE_HIGH: Final = regex(rb"[\x4d\xd8-\xdf]")
"""High bytes in UTF-16 of Han characters; of a row that holds hexagrams too, and of halves of characters above it."""
_TRADITIONAL: Final = regex(f"[{TRADITIONAL_ONLY}]")
_OF_TRADITIONAL: Final = frozenset(TRADITIONAL_ONLY)
_SIMPLIFIED: Final = regex(f"[{SIMPLIFIED_ONLY}]")
_TELLING: Final = regex(f"[{SIMPLIFIED_ONLY}{TRADITIONAL_ONLY}]++")
_ENOUGH_HAN: Final = 10
_ENOUGH_TELLING: Final = 3
"""Characters that only one script has, needed to name it; a third of any text is of these."""
_PURE: Final = 0.9
"""Share of one script from which a text is called that: names and quotations of the other stay under a tenth."""


def han_count(text: str) -> int:
    """Count Han characters (CJK ideographs and 〇); marks, kana and Latin are none.

    By their high bytes, which takes a tenth of what the expression does; that is asked where a byte does not say.
    """
    high = text.encode("utf-16-le", "surrogatepass")[1::2]
    others = high.translate(None, _HAN_HIGH)
    if _UNSURE_HIGH.search(others):
        return sum(map(len, _HAN_RUNS.findall(text)))
    return len(high) - len(others) + text.count("〇")


def script_of(text: str, odd: Sequence[str] | None = None) -> str | None:
    """Say `simplified`, `traditional` or `mixed` (over a tenth of the telling characters are of the other script).

    None for under ten Han characters, or where too few of them belong to one script only. `odd` are the characters that
    only traditional texts or hardly any have, where they are known: then nothing is looked for in vain.
    """
    is_free = (odd is not None and _OF_TRADITIONAL.isdisjoint(odd)) or _TRADITIONAL.search(text) is None
    if is_free and len(list(islice(_SIMPLIFIED.finditer(text), _ENOUGH_HAN))) == _ENOUGH_HAN:
        return "simplified"  # most texts: nothing needs to be counted
    telling = "".join(_TELLING.findall(text))
    # Telling characters are Han characters: the others need to be counted only where these are few.
    if len(telling) < _ENOUGH_TELLING or (len(telling) < _ENOUGH_HAN and han_count(text) < _ENOUGH_HAN):
        return None
    traditional = len(_TRADITIONAL.findall(telling))
    simplified = (len(telling) - traditional) / len(telling)
    if simplified >= _PURE:
        return "simplified"
    return "traditional" if simplified <= 1 - _PURE else "mixed"


# A run of one mask character, at most nine: longer ones are rules across the page. `20XX`, `201x` and `20**` stand for
# a year and are none, `2022XX镇` is a year and a mask. Each sign spelt out takes half the time of a backreference.
_MASK: Final = regex("|".join(f"{sign}{sign}*+" for sign in (r"\*", *"＊XxＸｘ×某_＿=□★○")))
_BLANKS: Final = frozenset("_＿=□★○")
"""Stand for a word only in pairs and more, with Han characters on both sides; □是□否 is a form, _ a part of a word."""
_LONGEST_MASK: Final = 9
_DIGITS: Final = frozenset("0123456789")
_OPEN_YEAR: Final = regex(r"(?:19|20)\d?")
_YEAR: Final = regex(r"(?<!\d)(?:19|20)\d{2}$")
# 某些, 某种 … and X光, x轴 are words; 长×宽 is a product.
_NOT_MASKED: Final = {
    "某": frozenset("些种種个個一项項类類次时時天几件样樣段事物处處方"),
    "X": frozenset("光射线線轴軸染"),
    "x": frozenset("光射线線轴軸染"),
    "×": frozenset("长長宽寬高厚深数數量价價率积積"),
}


def mask_places(text: str) -> list[tuple[int, int]]:
    """Give where masks stand for left-out names and numbers: start and end, in order."""
    runs = [match.span() for match in _MASK.finditer(text)]
    return [(start, end) for start, end in runs if _is_mask(text, start, end)]


def masks_of(text: str) -> tuple[tuple[str, int], ...]:
    """Give the masks that stand for left-out names and numbers, as printed, with how often; the commonest first."""
    return masks_at(text, mask_places(text))


def masks_at(text: str, places: Iterable[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    """Count the masks at these places, as printed; the commonest first."""
    counts: dict[str, int] = {}
    for start, end in places:
        mask = text[start:end]
        counts[mask] = counts.get(mask, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _is_mask(text: str, start: int, end: int) -> bool:
    size, character, left, right = end - start, text[start], text[start - 1 : start], text[end : end + 1]
    if size > _LONGEST_MASK or (size == 1 and right in _NOT_MASKED.get(character, ())):
        return False
    # As most stand, between Han characters: all below lets these pass.
    if character == "某" or ("\u4e00" <= left <= "\u9fff" and "\u4e00" <= right <= "\u9fff"):
        return size > 1 or character not in _BLANKS
    before, after = text[max(0, start - 5) : start], text[end : end + 2]
    if character in _BLANKS:
        return size > 1 and _is_han(left) and _is_han(right) and not _is_open_year(before, size)
    if _is_open_year(before, size) or (left in "\n" and right in "\n"):  # or alone on its line: an ornament
        return False
    after_number = left.isdigit() and not _YEAR.search(before)
    if character in "XxＸｘ":
        return not (after_number or (size == 1 and right.isdigit()) or _is_in_word(before, after))
    is_product = after_number and (character == "×" or right.isdigit())
    return not (is_product or _is_latin(left) or _is_latin(right) or _is_sign(left, right))


def _is_sign(left: str, right: str) -> bool:
    """True for a bullet (it begins a line, a blank follows) and for a cross in brackets."""
    return (left in "\n" and right in " \u3000\t") or (left in tuple("(（") and right in tuple(")）"))


def _is_open_year(before: str, size: int) -> bool:
    """True when digits and mask make four places that begin with 19 or 20."""
    if before[-1:] not in _DIGITS:  # nearly always
        return False
    digits = before[len(before.rstrip("0123456789")) :]
    return len(digits) + size == 4 and bool(_OPEN_YEAR.fullmatch(digits))


def _is_in_word(before: str, after: str) -> bool:
    """True when Latin letters, or the marks of an address, stand around: XML, X-ray, www.xxx.com, Discuz! X."""
    left, right = before[-1:], after[:1]
    if _is_latin(left) or _is_latin(right):
        return True
    if right and right in "-./@_:" and after[1:2].isascii() and after[1:2].isalnum():
        return True
    return bool(left and left in "-./@_") or (left == " " and (before[-2:-1] == "!" or _is_latin(before[-2:-1])))


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" and letter.isalpha()


# A `?` (or a run of them) after a Han character and before one, or before a closing quote.
_QUESTION: Final = regex(f"(?P<marks>[?？](?<=[{_HAN}].)[?？]{{0,8}}+)(?=[{_HAN}”’」』》])")
_STOPS: Final = regex(r"[。！!；;，,：:“”‘’「」『』《》（）()\s…?？]")
# Words and shapes that make a clause a question: 谁, 什么, 是否, 好不好, 吗 …
_ASKS: Final = regex(
    r"[吗嗎呢么麼吧嘛呀啊谁誰哪何啥咋岂豈孰焉]|什|怎|几[个個人次时時天年多]|多少|多[大久长長远遠高]|是否|能否|可否|会否|與否|与否|难道|難道|为啥|难不成"
    r"|(?P<same>[\u4e00-\u9fff])[不没沒](?P=same)|[没沒]有$|不$|[你您我他她咱]"
)
_CLAUSE: Final = 40


def lost_characters(text: str) -> int:
    """Count question marks that stand for a character the page has lost, and replacement characters.

    `党旗领航?周五学习` has one (it was a dot). A mark after a clause that can be a question is none; before a closing
    quote it is one only when nothing in the clause asks.
    """
    lost = text.count("\ufffd")
    for mark in "?？":
        at = text.find(mark)
        while at >= 0:  # of a run only the first has a Han character before it
            match = _QUESTION.match(text, at)
            if match and not _asks(text, at):
                lost += len(match["marks"])
            at = text.find(mark, at + 1)
    return lost


def _asks(text: str, end: int) -> bool:
    clause = _STOPS.split(text[max(0, end - _CLAUSE) : end])[-1]
    return bool(_ASKS.search(clause))
