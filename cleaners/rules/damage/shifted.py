"""The rule that restores runs of characters shifted by one lost byte. Readings in brackets: `pinyin`.

A run is restored only where all of it becomes marks and common characters of the text's own script, where its marks
then pair, and where it was clearly worse before; or where the reading behind it proves it. The first character is
inferred, as the lost byte is; the edit keeps what stood there. What looks alike and proves nothing stays: its places
are counted (`suspected_runs`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from cleaners.facts.text import script_of
from cleaners.regex import regex
from cleaners.rules.damage.odd_characters import odd_in, places_of, suspicious_places
from cleaners.rules.damage.shifted_bytes import Run, begins_run, characters_of, read_anew
from cleaners.rules.damage.shifted_score import (
    SYMBOLS,
    TRADITIONAL,
    WIDE_MARKS,
    cluster,
    is_common,
    is_readable,
    is_text,
    points_behind,
    points_of,
)
from cleaners.rules.damage.shifted_signs import best_behind_sign, heading_runs, quote_runs
from cleaners.rules.damage.syllables import LETTERS, fits, has_tone
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.signs import ascii_of, brackets

ENOUGH = 2.0
"""Points from which a run counts as damage: one character that nobody writes beside two common ones, or a stray sign
and a paired quote. No false repair at 1.5 in 21 million characters of sound text; below 2 nothing is gained."""
ENOUGH_FOR_LOST = 6.0
"""The same for a run whose last character stays lost: nothing at its end confirms it, so two such characters."""
SHORT = 4
"""Characters of a run that is taken for unbroken without further signs: 0.86 of each being kept."""
PRIVATE = regex(r"[\ue000-\uf8ff]")
MOST_SPOTS = 500
"""Suspicious places above which a text is no page that lost a byte, but one read in a wrong encoding."""
BACK = 8
"""Characters before a suspicious one at which its run may begin: two of three shifted characters are suspicious."""
PROOF = regex(
    rf"[(（](?<=[@-~].)(?<![A-Za-z\d ]..) ?(?P<reading>[{LETTERS}]{{1,7}}+)(?P<tone>[1-4]?) ?[)）]"
)
"""`F(xiàn)`: one sign behind a character or mark, and a reading behind it; tried at a bracket; bounded."""
TRAIL = regex(rb"[@-~]")
"""What such a sign is; most texts have few, and looking through those costs next to nothing."""
READING = regex(rf"[?\ufffd]?[(（] ?(?P<reading>[{LETTERS}]{{1,7}}+) ?[)）]")
MASKS = regex(r"[Xx_*?×＊某□○〇☆★▲△■◆Ｘｘ＿]")
"""Signs that stand for left-out words or lost characters: no bytes, unless a reading proves it (realtext, section 1,
fact 8)."""
FIGURES = regex(r"\d")
"""Figures of either width: never taken for bytes, whatever stands behind them."""
NOW = regex(r"(?<=[\u3400-\u9fff”’》）)])[，,]F(?=[有將在場代階行任實已把從就對正])")
"""`，F有`: `。現有`. F is the second byte of 現, the one common character whose first byte makes 。 a comma; the words
are those that begin with it in reports."""
LETTER_F = regex(r"(?<![A-Za-z，,])F(?![A-Za-z])")
SIGNS = regex(r"[\[{|^`~@\\\]}](?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff\d])")
"""A stray sign between Han characters, or before a figure."""
STRAY_SIGN = regex(rb"[\[{|^`~@\\\]}]")
"""The same signs, looked for among the ASCII characters of a text."""
SYMBOLIC = regex(f"[{SYMBOLS}]")
SYMBOL = regex(
    rf"[{SYMBOLS}]"
    r"(?<=[\u3400-\u9fff”》].)(?=[\u3400-\u9fff\ue000-\uf8ffA-Za-z])"
)
"""A Greek or Cyrillic letter, kana, a number in a ring or a full-width sign, alone between Han characters: what 、 and
。 become with the first byte of the next character."""
NEXT = regex(r"[(（][^()（）\n]{1,9}[)）]([\u3400-\u9fff])")
"""A reading in brackets and the character behind it; bounded."""
LOST_MARK = "\ufffd"
CLUSTER = 3
"""Rare characters of a cluster at least."""
CLUSTER_SPAN = 8
"""From the first of three rare characters of a cluster to the third: three others at most before each."""


def _spots(text: str) -> list[int]:
    """Give the places of rare characters, and of symbols and stray signs between Han characters."""
    known = odd_in(text)
    found = places_of(text, {*known} - TRADITIONAL) if known is not None else suspicious_places(text)
    spots = [at for at in found if not SYMBOLIC.match(text[at]) or SYMBOL.match(text, at)]
    if STRAY_SIGN.search(ascii_of(text)):
        spots += [match.start() for match in SIGNS.finditer(text)]
    return spots if len(spots) <= MOST_SPOTS else []


_script = lru_cache(maxsize=2)(script_of)
"""The script of a text, asked for only where something may be repaired."""


def _proofs(text: str) -> Iterator[re.Match[str]]:
    """Give the readings that stand behind a sign which may be half a character."""
    if TRAIL.search(ascii_of(text)) is None:
        return
    for at in brackets(text):
        if at and "@" <= text[at - 1] <= "~" and (match := PROOF.match(text, at)) is not None:
            yield match


def _runs(text: str, spot: int, low: int) -> Iterator[Run]:
    """Give the runs that cover a place and begin at or before it, the nearest beginnings first."""
    for start in range(spot, max(low, spot - BACK) - 1, -1):
        if begins_run(text[start]):
            yield from (run for run in _runs_from(text, start) if run.end > spot)


@lru_cache(maxsize=32)
def _runs_from(text: str, start: int) -> tuple[Run, ...]:
    """Give the runs that begin at a place; kept for the next places, which ask for the same ones again."""
    return tuple(read_anew(text, start, is_text))


def _by_shape(text: str, spot: int, low: int) -> Run | None:
    """Give the run at a suspicious place that reads far better repaired; None where none does."""
    known = odd_in(text)
    if known is not None and not PRIVATE.search("".join(known)):
        low = max(low, spot - SHORT)  # what begins before would be longer than an unbroken run
    best, most = None, ENOUGH - 0.01
    for run in _runs(text, spot, low):
        taken = text[run.start : run.end]
        if MASKS.search(taken + run.put) or FIGURES.search(taken):
            continue
        if not _falls_into_step(text, run) or not _is_unbroken(taken, run):
            continue
        points = points_of(text, run, _script(text))
        if points > most and (run.is_whole or points >= ENOUGH_FOR_LOST):
            best, most = run, points
    return _completed(text, best) if best else None


def _falls_into_step(text: str, run: Run) -> bool:
    """Say whether a run ends as text may: a letter that comes out of it begins a word or a code, `”PPT`, `。A3`."""
    last, behind = run.put[-1], text[run.end : run.end + 1]
    return not (last.isascii() and last.isalpha()) or (behind.isascii() and behind.isalnum())


def _is_unbroken(taken: str, run: Run) -> bool:
    """Say whether no character was dropped inside a run; one of private use shows that the reader kept all.

    One pair of seven stands for no character, and most readers drop it: what is left decodes to a wrong word.
    """
    return bool(PRIVATE.search(taken)) or (run.is_whole and len(taken) - taken[-1:].isascii() <= SHORT)


def _completed(text: str, run: Run) -> Run:
    """Give a run whose last character is lost with that which the reading behind it proves, or a mark for it."""
    if run.is_whole:
        return run
    reading = READING.match(text, run.end)
    fitting = [c for c in characters_of(run.held) if reading and is_common(c) and fits(c, reading["reading"])]
    if len(fitting) == 1:
        return Run(run.start, run.end, run.put + fitting[0])
    return run if text[run.end : run.end + 1] in ("?", LOST_MARK) else run._replace(put=run.put + LOST_MARK)


def _by_reading(text: str, proof: re.Match[str], low: int) -> Run | None:
    """Give the run that ends where a reading begins and whose last character is read so; None where none is."""
    spot, reading = proof.start() - 1, proof["reading"] + proof["tone"]
    if not has_tone(reading):
        return None
    script = _script(text)
    for run in _runs(text, spot, low):
        if FIGURES.search(text[run.start : run.end]):
            continue
        if run.end == spot + 1 and fits(run.put[-1], reading) and is_readable(run.put, script):
            return None if _speaks_against(text, run.put[-1], reading, spot + 1) else run
    before = text[spot - 1 : spot]
    if script != "traditional" or before in (*WIDE_MARKS, ",", ";", ":", "!", "?"):  # a lesson; or two bytes are lost
        return None
    own = [character for character in _read_so(text[spot], reading) if is_readable(character, script)]
    return Run(spot, spot + 1, own[0]) if len(own) == 1 else None


@lru_cache(maxsize=256)
def _read_so(last: str, reading: str) -> tuple[str, ...]:
    """Give the common characters whose second byte is this sign and which are read so."""
    return tuple(c for c in characters_of(0, ord(last)) if is_common(c) and fits(c, reading))


def _speaks_against(text: str, character: str, reading: str, at: int) -> bool:
    """Say whether the text writes another character of that reading before the word behind it, and never this one."""
    behind = NEXT.match(text, at)
    used = _before_word(text, behind[1], reading) if behind else frozenset[str]()
    return bool(used) and character not in used


@lru_cache(maxsize=16)
def _before_word(text: str, word: str, reading: str) -> frozenset[str]:
    """Give the characters of a reading that stand before a character anywhere in the text, annotated or not."""
    found = re.finditer(rf"([\u3400-\u9fff])(?:[(（][^()（）\n]{{1,9}}[)）])?{word}", text)
    return frozenset(match[1] for match in found if fits(match[1], reading))


def _behind_sign(text: str, spot: int, low: int, proof: re.Match[str] | None) -> Run | None:
    """Give the run at a place that begins behind a lost byte's sign and reads far better, or ends as a reading says."""

    def is_sure(run: Run) -> bool:
        taken = text[run.start : run.end]
        if MASKS.search(taken[1:] + run.put[1:]) or FIGURES.search(taken):
            return False
        if not _is_unbroken(taken, run):
            return False
        if proof:
            return run.end == spot + 1 and fits(run.put[-1], proof["reading"] + proof["tone"])
        return _falls_into_step(text, run) and points_behind(text, run, _script(text)) >= ENOUGH

    low = max(low, spot - BACK)
    return best_behind_sign(text, spot, low, script=_script(text), is_sure=is_sure)


def _now(text: str) -> Iterator[Run]:
    """Give the places of `，F有` in a traditional text that has no other use for the letter."""
    if _script(text) == "traditional" and not LETTER_F.search(text):
        yield from (Run(match.start(), match.end(), "。現") for match in NOW.finditer(text))


def find_shifted(text: str, context: Context) -> Iterable[Change]:
    """Restore runs that one lost byte shifted."""
    spots = _spots(text)
    proofs = {match.start() - 1: match for match in _proofs(text)}
    may_be_now = b"F" in ascii_of(text) and ("，F" in text or ",F" in text)
    found = {run.start: run for run in (*heading_runs(text), *quote_runs(text))}
    if not spots and not proofs and not may_be_now and not found:
        return []
    found |= {run.start: run for run in _now(text)} if may_be_now else {}
    behind = 0
    for spot in sorted({*spots, *proofs}):
        if spot < behind:
            continue
        proof = proofs.get(spot)
        run = _behind_sign(text, spot, behind, proof)
        run = run or (_by_reading(text, proof, behind) if proof else _by_shape(text, spot, behind))
        if run:
            found[run.start] = run
            behind = run.end
    return _changes(found)


def _changes(found: dict[int, Run]) -> list[Change]:
    changes: list[Change] = []
    for start in sorted(found):
        if not changes or changes[-1].end <= start:
            changes.append(Change(start=start, end=found[start].end, put=found[start].put))
    return changes


def suspected_runs(text: str, known: Sequence[str] | None = None) -> tuple[str, ...]:
    """Give the places of a cleaned text that look like damage and could not be restored, as they stand.

    Three rare characters close together, or a single sign or mark behind which a reading stands; empty for sound text.
    `known` are the characters of class `odd` that it can have, where they are known (`odd_characters`).
    """
    may_be_dense = known is None or len(known) >= CLUSTER
    garbage = [match[0] for match in cluster().finditer(text)] if may_be_dense and _is_dense(text) else []
    signs = [text[match.start() - 1] + match[0] for match in _proofs(text) if has_tone(match["reading"])]
    return (*garbage, *signs)


def _is_dense(text: str) -> bool:
    """Say whether three rare characters stand so close that they may be a cluster, whose large class takes 40 ms."""
    spots = suspicious_places(text)
    return any(third - first <= CLUSTER_SPAN for first, third in zip(spots, spots[2:], strict=False))


SHIFTED = Rule(
    name="shifted-bytes",
    version=2,
    reason="A page in GBK lost one byte, and all behind it shifted until the next ASCII sign: `，F` was `。現`. Put"
    " back only where the whole run becomes common characters and its marks pair, or where a reading proves it.",
    families=frozenset(),
    find=find_shifted,
    examples=(
        ("滯后的情形，F(xiàn)有的設施落后。", "滯后的情形。現(xiàn)有的設施落后。"),
        ("他說“要抓好盵1]。", "他說“要抓好”[1]。"),
        ("根據稐l例》的規定，抓好落實。", "根據《條例》的規定，抓好落實。"),
        ("按照h(xiàn)委對機關幹部的要求，開展學習。", "按照縣(xiàn)委對機關幹部的要求，開展學習。"),
        ("成績很好；鶎狱h組織建設加強。", "成績很好。基層黨組織建設加強。"),
        ("情況如下,F將有關問題報告給縣裡，請審閱。", "情況如下。現將有關問題報告給縣裡，請審閱。"),
    ),
    counter_examples=(
        "会议指出，F类企业和F1赛事、3D打印、X光机、A股、T恤、K线图都要管好。",
        "李喆、张玥、王堃[组长]等同志参加，*委和X委、20XX年、某某县不变。",
        "方程，F(x)=x，其中F(0)=1；元素F(氟)、Cl(氯)。",
        "單位：A、B、F類，F類企業有十家。",
    ),
)
RULES = (SHIFTED,)
