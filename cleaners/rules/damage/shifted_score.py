"""How much better a run of characters reads repaired: what `shifted` decides by. The bytes: `shifted_bytes`."""

import re
from functools import cache

from cleaners.decode_score import UNUSUAL, weight
from cleaners.facts.script_characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleaners.regex import regex
from cleaners.rules.damage.shifted_bytes import MARKS, Run

MARK_SPAN = 200
"""Characters on either side in which the other mark of a pair is looked for."""
PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』", "【": "】", "[": "]"}
OPENERS = {closer: opener for opener, closer in PAIRS.items()}
STOPS = "、。"
WIDE_MARKS = "，；：！？（）"
OTHER_MARKS = f"{WIDE_MARKS}…—·％＋"
"""Marks that stand inside a repaired run, besides those that may begin it."""
KNOWN_MARKS = frozenset(MARKS.values()) | frozenset(OTHER_MARKS)
AMBIGUOUS = f"{WIDE_MARKS},;:!?()"
"""Marks that may be sound with the byte lost behind them: so the character that they help to make must be frequent."""
FREQUENT = 1.0
"""Weight of the characters that make three quarters of any text (`decode_score`)."""
NOTE = 30
"""Characters that a bracket may hold."""
SOUND = 6
"""Characters before a run that must be in everyday use: or the byte was lost before them."""
BEFORE_STOP = regex(r"[\u3400-\u9fff”’》〉」』】)）\]A-Za-z0-9%％*＊×]")
"""What stands before a full stop or an enumeration comma."""
TWO_STOPS = regex("[、。，；：！？]{2}|^[、。，；：！？]*$")
"""No one writes two in a row, or nothing else."""
STRAY = "[]{}|\\^`~@"
"""ASCII marks that stand seldom between Han characters."""
VARIANT_FORMS = (
    "俬僞儁凈剮劄卽厠厤叄啓噁嚙垻埰墰墻壜奬寀峯嵗巋幷廕彔懞扞搧摳撣擡擣擯攢敍敎旂旣曏柺査棊榘殭殻泝淩滙漚澇灕烴牀獃琱産畵癰皁眞竈竪箚絶綉"
    "綫綳緑縧纍罎翫舖舘葯蔘藴蟄衊衕衚衞袷覈説謅謡謾譭讕贜踰躥遡遶鄖鄲醖釺鈅鈎鈡鉆鉢銥銹鋭録鍁鍘鍺鍼鎌鎭鏇鐐閲閹闇頽顔顴餬饋駡鵰鷄麪麫麯麽"
)
"""Forms of common characters that converters write and neither standard calls common (峯, 覈, 啓). Made once from the
character dictionaries of OpenCC 1.4.2 (https://github.com/BYVoid/OpenCC, Apache License 2.0): what they turn level 1
of GB2312 into."""
TRADITIONAL = frozenset(TRADITIONAL_ONLY + VARIANT_FORMS)
SIMPLIFIED = frozenset(SIMPLIFIED_ONLY)
COMMON = 0.5
"""Weight of the characters of level 1 of GB2312 and Big5, those in everyday use (`decode_score`)."""
LEVEL_2 = -0.1
"""Weight of level 2 of GB2312: names hold such characters."""
ODD = regex(
    r"[\u0100-\u01dc\u0370-\u045f\u2160-\u217f\u2460-\u249b\u2500-\u25ff\u3041-\u312f\u3220-\u3229\u33a0-\u33ff\ue000-\uf8ff]"
)
"""Letters with tones, Greek, Cyrillic, box drawing, kana, private use: what the rows of marks turn into."""
SYMBOLS = (
    "\u0370-\u045f\u2160-\u217f\u2460-\u249b\u2500-\u257f\u3041-\u312f\u3220-\u3229"
    "\uff1c-\uff1e\uff20-\uff3a\uff41-\uff5a"
)
"""What the rows of marks and full-width letters turn into, alone between Han characters; figures never count."""
RARE = "".join(sorted(set(UNUSUAL) - TRADITIONAL - SIMPLIFIED)) + "\ue000-\uf8ff"


@cache
def rare() -> re.Pattern[str]:
    """Give the class of characters that seldom stand in a report; made when first asked for, as it is large."""
    return re.compile(f"[{RARE}]")


@cache
def cluster() -> re.Pattern[str]:
    """Give the shape of garbage: a rare character and two more, or symbols, three others between at most; bounded."""
    return re.compile(f"[{RARE}](?:[\u3400-\u9fff]{{0,3}}[{RARE}{SYMBOLS}]){{2,60}}")


@cache
def suspicious() -> re.Pattern[str]:
    """Give the class of rare characters and symbols: one search for both."""
    return re.compile(f"[{RARE}{SYMBOLS}]")


@cache
def odd() -> re.Pattern[str]:
    """Give the class of rare characters, symbols and those of the traditional script: one search for the three."""
    return re.compile(f"[{RARE}{SYMBOLS}{TRADITIONAL_ONLY}]")


def is_common(character: str) -> bool:
    """Say whether a Han character is in everyday use in either script, in any form that converters write."""
    return weight(character) >= COMMON or character in TRADITIONAL or character in SIMPLIFIED


def is_text(character: str) -> bool:
    """Say whether a character may stand in a repaired run: a mark, or one in everyday use."""
    return character in KNOWN_MARKS or is_common(character)


def _badness(character: str) -> float:
    """Give the points of a character for being damage; common ones speak against it."""
    if character.isascii():
        return float(character in STRAY)
    if ODD.match(character):
        return 2.0
    if "\u3400" <= character <= "\u9fff":
        return -0.5 if is_common(character) else 2.0 if weight(character) == LEVEL_2 else 3.0
    return 2.0 if "\uff10" <= character <= "\uff5a" and character not in WIDE_MARKS else 0.0


def is_readable(put: str, script: str | None) -> bool:
    """Say whether a repaired run is text: marks and common characters of one script, no two stops in a row."""
    body = put[:-1] if put[-1:].isascii() else put
    if TWO_STOPS.search(put) or not all(map(is_text, body)):
        return False
    other = {"simplified": TRADITIONAL, "traditional": SIMPLIFIED}.get(script or "", frozenset())
    return not other & set(put)


def _is_trusted(before: str, script: str | None) -> bool:
    """Say whether the character before a run is surely sound; True for the most frequent ones and for marks.

    `闪⒂韶` was `成立由`, not `闪、由`. In a traditional text those of that script are trusted too: shifted characters
    seldom are.
    """
    is_han = "\u3400" <= before <= "\u9fff"
    return not is_han or weight(before) >= FREQUENT or (script == "traditional" and before in TRADITIONAL)


def _begins_well(text: str, run: Run, script: str | None) -> bool:
    """Say whether what stands before a run is sound text: where it is not, the byte was lost there."""
    before = text[max(0, run.start - SOUND) : run.start]
    if rare().search(before) or ODD.search(before) or not _is_trusted(before[-1:], script):
        return False
    if text[run.start] in AMBIGUOUS and weight(run.put[1:2] or " ") < FREQUENT:
        return False
    return run.put[0] not in STOPS or bool(BEFORE_STOP.match(before[-1:]))


def _paired(text: str, run: Run) -> float | None:
    """Give the points of a repaired run's marks for having their other half near; None where one lacks it."""
    line_start = text.rfind("\n", 0, run.start) + 1
    line_end = text.find("\n", run.end)
    left = text[max(line_start, run.start - MARK_SPAN) : run.start]
    right = text[run.end : min(line_end if line_end >= 0 else len(text), run.end + MARK_SPAN)]
    points = 0.0
    for at, mark in enumerate(run.put):
        if mark in OPENERS:
            before = left + run.put[:at]
            if before.rfind(OPENERS[mark]) <= before.rfind(mark):
                return None
            points += 2
        elif mark in PAIRS:
            behind = run.put[at + 1 :] + right
            closer, opener = behind.find(PAIRS[mark]), behind.find(mark)
            before = left + run.put[:at]
            if closer < 0 or 0 <= opener < closer or before.rfind(mark) > before.rfind(PAIRS[mark]):
                return None
            points += 2
    return points


def points_behind(text: str, run: Run, script: str | None) -> float:
    """Give how much better a run behind a lost byte's sign reads repaired; below 0 where it may not be repaired.

    Its first character is a stand-in and not judged.
    """
    rest = Run(run.start, run.end, run.put[1:])
    before = text[max(0, run.start - 1 - SOUND) : run.start - 1]
    paired = _paired(text, rest) if is_readable(rest.put, script) else None
    if paired is None or rare().search(before) or ODD.search(before):
        return -1.0
    return max(0.0, sum(map(_badness, text[run.start : run.end])) + paired)


def points_of(text: str, run: Run, script: str | None) -> float:
    """Give how much better a run reads repaired; 0 where it may not be repaired."""
    taken = text[run.start : run.end]
    if not is_readable(run.put, script) or not _begins_well(text, run, script):
        return 0.0
    paired = _paired(text, run)
    has_end = taken[-1:] == "[" and "]" in text[run.end : run.end + NOTE]
    if paired is None or has_end:
        return 0.0
    return sum(map(_badness, taken)) + paired + (taken[-1:] == "[")
