"""Pages that are no Chinese: Japanese, Korean, and the alphabets of Europe. Accepted only where they make sense.

The archive is one of Chinese pages; this is here so that a foreign page is read right or refused, and never taken
for Chinese.
"""

from typing import Final

from cleaners.decode_parts import RUN
from cleaners.decode_score import CONVINCING, score
from cleaners.regex import regex

_MULTI: Final = ("cp932", "euc_jp", "cp949")
_SINGLE: Final = (
    "cp1252",
    "cp1251",
    "koi8_r",
    "cp1250",
    "iso8859_2",
    "iso8859_15",
    "cp1253",
    "cp1254",
    "cp1256",
    "cp1258",
    "cp874",
)
_EDGE: Final = 0.1
"""Chinese read as Japanese or Korean scores under 0.2, so a tie between them and GB18030 is theirs."""
# Kana and Hangul: a third of any Japanese text and nearly all of a Korean one; Han alone proves neither.
_OWN_LETTERS: Final = regex("[\u3041-\u30ff\uac00-\ud7a3]")
_OWN_SHARE: Final = {"cp932": 0.25, "euc_jp": 0.25, "cp949": 0.6}
_SAMPLE: Final = 16_384
_JUDGED: Final = 262_144
_TYPOGRAPHY: Final = "‘’“”„–—…•·©®™°§«»€£¥±²³½¼¾×¡¿ºª№\u00a0\u00ad"
# A small letter and a capital after it: the mark of one alphabet's bytes read as another's.
# A letter of another script beside a Latin one, in one word.
_TWO_SCRIPTS: Final = regex(r"[a-zA-Z][\u0370-\u0e5f]|[\u0370-\u0e5f][a-zA-Z]")
_ENOUGH: Final = 12
"""Characters from which a script other than Latin is told without a declaration."""
_INSIDE_OUT: Final = regex(r"[a-zà-öø-ÿа-яё][À-ÖØ-ÞА-ЯЁ]")


def foreign_score(sample: bytes, codecs: tuple[str, ...]) -> float:
    """Give the best score of a sample of runs as Japanese or Korean, raised by what speaks for these."""
    return max(_scores(sample, codecs).values())


def read_foreign(body: bytes, codecs: tuple[str, ...], sample: bytes) -> tuple[str, str, str] | None:
    """Read a body as Japanese, Korean or an alphabetic script: text, codec and how; None if nothing is plausible.

    `sample`: runs of the body, by which Japanese and Korean are weighed.
    """
    scores = _scores(sample, codecs)
    for codec in sorted(scores, key=scores.__getitem__, reverse=True):
        text = _strict(body, codec)
        if scores[codec] >= CONVINCING + _EDGE and text is not None:
            return text, codec, "declared" if codec in codecs else "detected"
    for codec in codecs:
        text = _strict(body, codec) if codec in _SINGLE else None
        if text is not None and _is_alphabetic(text):
            return text, codec, "declared"
    return _detect(body)


def _scores(sample: bytes, codecs: tuple[str, ...]) -> dict[str, float]:
    return {codec: _score_as(sample, codec) + _EDGE + (_EDGE if codec in codecs else 0.0) for codec in _MULTI}


def _score_as(sample: bytes, codec: str) -> float:
    text = sample.decode(codec, "replace")
    own_letters, all_others = len(_OWN_LETTERS.findall(text)), len(text) - len(text.encode("ascii", "ignore"))
    return score(text) if own_letters > _OWN_SHARE[codec] * all_others else -1.0


def _strict(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeDecodeError:  # not this one
        return None


def _detect(body: bytes) -> tuple[str, str, str] | None:
    for codec in ("cp1252", _guess(body)):
        text = _strict(body, codec) if codec in _SINGLE and codec else None
        if text is not None and codec and _is_alphabetic(text):
            foreign = sum(character > "\x7f" for character in text)
            if codec == "cp1252" or foreign >= _ENOUGH:
                return text, codec, "detected"
    return None


def _guess(body: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 20 ms with all it imports; few pages are foreign

    first = RUN.search(body)
    start = first.start() if first else 0
    match = from_bytes(body[start : start + _SAMPLE], cp_isolation=list(_SINGLE)).best()
    return match.encoding if match else None


def _is_alphabetic(text: str) -> bool:
    """True when the characters past ASCII are letters or typography, in words of one script and not inside out."""
    text = text[:_JUDGED]
    foreign = [character for character in text if character > "\x7f"]
    good = sum(character.isalpha() or character in _TYPOGRAPHY for character in foreign)
    letters = sum(character.isalpha() for character in text)
    is_latin = all(character < "\u0250" or character in _TYPOGRAPHY for character in foreign)
    if is_latin and len(foreign) > 0.3 * letters:  # no language of the Latin script has so many accents
        return False
    odd = len(_INSIDE_OUT.findall(text)) + len(_TWO_SCRIPTS.findall(text))
    return good >= 0.97 * len(foreign) and odd <= 0.02 * len(foreign)
