"""Texts that lost one byte of their GBK form, as converters show them; what is made of them: `test_shifted`."""

from dataclasses import dataclass
from random import Random

from tests.cleaners.ordinary import ordinary

READERS = {"all kept": ("gb18030", "replace"), "marked": ("gbk", "replace"), "dropped": ("gbk", "ignore")}
"""What becomes of a pair that stands for no character: a private-use one, U+FFFD, nothing."""
MARK_LEAD = 0xA1
WIDE = str.maketrans(",:;()!?", "，：；（）！？")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A text before and after; `at` is the place of the character that lost its first byte."""

    sound: str
    shown: str
    at: int


def loss(number: int, reader: str, *, of_mark: bool) -> Loss | None:
    """Make the damaged text of that number; None where it has no mark (or Han character) to damage."""
    chance = Random(f"{number} {reader} {of_mark}")  # noqa: S311 - a test's own chance
    sound = ordinary(number).text.translate(WIDE).encode("gbk", "ignore").decode("gbk")
    pairs = [(at, character.encode("gbk")) for at, character in enumerate(sound)]
    wanted = [at for at, pair in pairs if len(pair) == 2 and (pair[0] == MARK_LEAD) is of_mark]
    places = [at for at in wanted if sound[at] != "\u3000"]
    if not places:
        return None
    at = chance.choice(places)
    codec, errors = READERS[reader]
    left = b"".join(pair for _, pair in pairs[:at])
    right = b"".join(pair for _, pair in pairs[at:])
    return Loss(sound=sound, shown=(left + right[1:]).decode(codec, errors), at=at)
