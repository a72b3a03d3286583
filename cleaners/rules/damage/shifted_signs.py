"""Runs whose lost byte shows as a sign: `難點?；鶎狱h組織` was `難點。基層黨組織`. Runs without one: `shifted`.

A reader that keeps a sign for the byte it could not read shows `?` where the first byte of a character was. Which
character that was is inferred only where the text has it behind the same character elsewhere, or as the full stop
before `現將`; else the sign stays, as a lost character's does, and what stands behind it is restored alone.
"""

from collections.abc import Callable, Iterator

from cleaners.decode_score import weight
from cleaners.regex import regex
from cleaners.rules.damage.shifted_bytes import CODEC, FOLDED, Run, characters_of, pair, read_anew, wide
from cleaners.rules.damage.shifted_score import BEFORE_STOP, FREQUENT, is_common, is_text, points_behind

SIGNS = "?？\ufffd"
"""What stands for a byte that could not be read."""
STOP_TRAIL = 0xA3
"""Second byte of `。`, and of 保, 常, 海, 校 and others: only before REPORTS is it told from theirs."""
REPORTS = regex(r"[现現](?:[(（][^()（）\n]{1,8}[)）])?[将將就]")
"""`現將`: how a sentence begins that hands a report over, with its reading in brackets; bounded."""


def runs_behind_signs(text: str, spot: int, low: int) -> Iterator[Run]:
    """Give the runs that cover a place and begin behind a sign; `put` begins with a stand-in for the lost character."""
    for at in range(spot - 1, low - 1, -1):
        if text[at] not in SIGNS or not at or not BEFORE_STOP.match(text[at - 1]):
            continue
        lead = _any_lead(_first_byte(text[at + 1 : at + 2]))
        if lead:
            yield from (run for run in read_anew(text, at + 1, is_text, lost=lead) if run.end > spot and run.is_whole)


def _first_byte(character: str) -> int:
    if character in FOLDED:
        return wide(character)[0] if character else 0
    found = pair(character) if character and not character.isascii() else None
    return found[0] if found else 0


def _any_lead(trail: int) -> int:
    """Give the first byte of any common character that ends with a byte; 0 where none does."""
    found = next((c for c in characters_of(0, trail) if is_common(c)), "") if trail else ""
    own = pair(found) if found else None
    return own[0] if own else 0


def restored(text: str, run: Run) -> Run:
    """Give a run behind a sign with the character that the sign stands for; without it where that is not known."""
    first = _lost_character(text, run)
    if first is None:
        return Run(run.start, run.end, run.put[1:])
    return Run(run.start - 1, run.end, first + run.put[1:])


def _lost_character(text: str, run: Run) -> str | None:
    at = run.start - 1
    before, trail = text[at - 1], _first_byte(text[run.start])
    fitting = [c for c in characters_of(0, trail) if weight(c) >= FREQUENT and is_common(c)]
    seen = [c for c in fitting if before + c in text]
    if len(seen) == 1:
        return seen[0]
    behind = run.put[1:] + text[run.end : run.end + 12]
    return "。" if trail == STOP_TRAIL and not seen and REPORTS.match(behind) else None


def best_behind_sign(
    text: str, spot: int, low: int, *, script: str | None, is_sure: Callable[[Run], bool]
) -> Run | None:
    """Give the run behind a sign at a place that is sure, restored; None where none is."""
    for run in runs_behind_signs(text, spot, low):
        if len(run.put) > 1 and points_behind(text, run, script) >= 0 and is_sure(run):
            return restored(text, run)
    return None


HEADING = regex(
    r"(?:(?<=\n)|\A)[ \t]{0,8}(?P<sign>[?？\ufffd])(?=。[\u3105-\u3129\u0100-\u01dc\u0251\u0261àáèéìíòóùúü])"
)
"""`?。ㄒ唬`: an indented `（一）` whose blank lost its first byte; bounded."""
NUMBERED = regex(r"\u3000（[一二三四五六七八九十]{1,3}）")
OPENED = regex(r"\u3000（[一二三四五六七八九十]{1,3}")
CLOSING_LEAD, LONGEST_HEADING = 0xA3, 8
"""The first byte of `）`, and the characters of a run that is taken for unbroken behind such a beginning."""
INDENT, INDENT_LEAD = "\u3000", 0xA1


TAG_EATEN = regex(r"[?\ufffd][!！][?\ufffd]/(?:p|span|div|strong|section)>")
"""`?！?/p>`: the bytes of `。”<` read from the second one on, with what is left of the tag; literals."""


def quote_runs(text: str) -> Iterator[Run]:
    """Give the ends of quoted sentences whose bytes ran into a closing tag, where the quote's other half stands."""
    if "/p>" not in text and "/span>" not in text and "/div>" not in text:
        return
    for match in TAG_EATEN.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if line.rfind("“") > line.rfind("”"):
            yield Run(match.start(), match.end(), "。”")


def heading_runs(text: str) -> Iterator[Run]:
    """Give the headings whose indent lost its first byte, restored."""
    if not any(f"{sign}。" in text for sign in SIGNS):
        return
    for match in HEADING.finditer(text):
        piece, dropped = _with_dropped(text[match.end() : match.end() + PIECE])
        runs = read_anew(piece, 0, lambda own: own == INDENT or is_text(own), lost=INDENT_LEAD)
        whole = next(filter(None, map(_ended, runs)), None)
        if whole:
            yield Run(match.start("sign"), match.end() + whole.end - dropped, whole.put[1:])


PIECE = 16
"""Characters behind the sign that are looked at."""
DROPPED = {name: (pair_bytes + bytes((CLOSING_LEAD,))).decode(CODEC) for name, pair_bytes in (
    ("ǘ", b"\xfe"), ("ㄈ", b"\xfd"), ("ㄊ", b"\xae"))}  # fmt: skip
"""What readers drop behind 二, 三 and 十: a pair for private use, by the character before it."""
BRACKET_END = 0xA9
"""The second byte of `）`."""


def _with_dropped(piece: str) -> tuple[str, int]:
    """Put a dropped pair back into a heading's run, where the bracket's second byte follows at once; 1 where put."""
    own = DROPPED.get(piece[1:2])
    if own and _first_byte(piece[2:3]) == BRACKET_END:
        return piece[:2] + own + piece[2:], 1
    return piece, 0


def _ended(run: Run) -> Run | None:
    """Give a run to its end: whole and short, or up to the bracket behind which a sign stands for what is lost."""
    if run.is_whole:
        return run if NUMBERED.match(run.put) and run.end - run.start <= LONGEST_HEADING else None
    is_closed = run.held == CLOSING_LEAD and OPENED.fullmatch(run.put)
    return Run(run.start, run.end, f"{run.put}）") if is_closed else None
