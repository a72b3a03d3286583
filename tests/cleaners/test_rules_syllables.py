"""How readings are spelled on pages, and which characters they fit."""

import pytest

from cleaners.rules.damage.syllables import begins, fits, fits_all, fits_neutral, has_tone, readings_of, spelled
from tests.tables import table

SPELLED = [
    ("tài", ("tai", "4")),
    ("ta\u0300i", ("tai", "4")),
    ("tai4", ("tai", "4")),
    ("Xī", ("xi", "1")),
    ("ɡuī", ("gui", "1")),
    ("fɑ̄n", ("fan", "1")),
    ("hăo", ("hao", "3")),
    ("nǚ", ("nv", "3")),
    ("nv3", ("nv", "3")),
    ("nu:3", ("nv", "3")),
    ("lü", ("lv", "")),
    ("ma5", ("ma", "0")),
    ("quan", ("quan", "")),
    ("jījí", None),
    ("tài4", None),
    ("3", None),
    ("тай", None),
]


@table(("reading", "wanted"), SPELLED)
def test_a_syllable_is_spelled_out(reading: str, wanted: tuple[str, str] | None) -> None:
    assert spelled(reading) == wanted
    assert has_tone(reading) is bool(wanted and wanted[1])


@table(
    ("character", "reading", "does"),
    [
        ("态", "tài", True), ("態", "tài", True), ("態", "tai", True), ("態", "tái", False), ("態", "dài", False),
        ("行", "háng", True), ("行", "xíng", True), ("行", "hǎng", False), ("女", "nv3", True), ("規", "ɡuī", True),
        ("A", "ā", False), ("应", "app", False), ("賓", "vip", False), ("們", "men", True),
    ],
)  # fmt: skip
def test_a_reading_fits_its_character(character: str, reading: str, does: bool) -> None:
    assert fits(character, reading) is does


@pytest.mark.parametrize(
    ("characters", "reading", "does"),
    [("积极", "jījí", True), ("安全", "ānquán", True), ("社会主义", "shèhuìzhǔyì", True), ("积极", "jīxí", False),
     ("安全", "ān", False)],
)  # fmt: skip
def test_a_word_of_readings_fits_its_characters(characters: str, reading: str, does: bool) -> None:
    assert fits_all(characters, reading) is does


@pytest.mark.parametrize(
    ("character", "piece", "does"), [("展", "zhǎ", True), ("展", "zh", True), ("展", "zhá", False), ("展", "x", False)]
)
def test_a_reading_cut_off_begins_like_the_whole(character: str, piece: str, does: bool) -> None:
    assert begins(character, piece) is does


def test_only_particles_are_read_without_a_tone() -> None:
    assert fits_neutral("們", "men")
    assert not fits_neutral("態", "tai")
    assert not fits_neutral("們", "mén")


def test_the_table_holds_all_characters_of_both_standards() -> None:
    every = [bytes((lead, trail)).decode("gb2312") for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFE)
             if (lead, trail) < (0xD7, 0xFA) or lead > 0xD7]  # fmt: skip
    assert [character for character in every if character not in readings_of()] == ["嗯"]  # ńg: no vowel
    assert len(readings_of()) == 21_385
