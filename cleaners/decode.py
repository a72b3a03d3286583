"""Bytes to text: the ladder that picks the codec of a page.

A byte-order mark; strict UTF-8; then, for what is left, the codecs whose text is made of common characters, a declared
one first among equals; part by part where no codec reads the whole. A declaration is a hint: servers and templates
lie, in both directions. What cannot be read is refused, never guessed. Runs and alignment are in `decode_parts`, the
weighing of texts in `decode_score`, the names in `decode_names`, everything that is not Chinese in `decode_foreign`.
"""

from typing import Final, NamedTuple

from cleaners.decode_foreign import foreign_score, read_foreign
from cleaners.decode_names import codec_of, declared_charset, name_in_body, name_in_header
from cleaners.decode_parts import RUN, UTF8, has_foreign_run, has_shifted_run, read_parts
from cleaners.decode_score import CONVINCING, score
from cleaners.decode_utf16 import read_utf16, utf16_flavour
from cleaners.errors import UndecodablePage
from cleaners.reading import CharsetDecision
from cleaners.regex import regex

__all__ = ["declared_charset", "decode"]

_LEGACY: Final = ("gb18030", "big5hkscs")
_WINDOW: Final = 16_384
"""Bytes from the first high one in which runs are weighed, and again from the first that is no UTF-8."""
_SAMPLE: Final = 2_048
_CLEAR: Final = 0.72
"""A score that nothing but Chinese in its own codec reaches; Korean and Japanese read as GB18030 stay under it."""
_HARDLY_ANY: Final = 16
"""One part in so many of a body may be well-formed UTF-8 by chance where none of it is UTF-8."""
_BONUS: Final = 0.08
"""What a declaration adds to the score of its codec: it settles a doubt, it does not win against the text."""
_ALIGNED: Final = 0.6
"""Score that a text put in step again must have: giving up bytes can make something of anything, but not that."""
_DECLARED_ENOUGH: Final = 0.05
"""Score from which a declared codec is believed: a few rare characters, a name."""
_FEW_LOST: Final = 2
# Beyond Latin, Greek, Cyrillic, Hebrew, Arabic: what every Chinese page in UTF-8 has on its first lines.
_WIDE: Final = regex("[\u0800-\U0010ffff]")


def decode(body: bytes, *, declared: str | None, is_markup: bool = True) -> tuple[str, CharsetDecision]:
    """Read bytes as text and say how the codec was found.

    `declared`: the charset of the Content-Type header, or that header's whole value; None if silent. In markup the
    first 8 KB are asked too. The text holds no lone surrogates and no byte-order mark; U+FFFD stands for each lost
    character. Raises UndecodablePage when nothing plausible reads the bytes, or when more than 1 % of the characters
    that are not ASCII (and more than two) are lost.
    """
    names = tuple(name for name in (name_in_header(declared), name_in_body(body) if is_markup else None) if name)
    said = names[0] if names else None
    codecs = tuple(dict.fromkeys(codec for codec in map(codec_of, names) if codec))
    text, charset, how, lost = _climb(body, codecs)
    if "\ufffd" in text:
        lost = max(lost, text.count("\ufffd"))
    _refuse_lossy(text, lost, charset)
    return text, CharsetDecision(charset=charset, how=how, declared=said, lost=lost)


class _Answer(NamedTuple):
    text: str
    charset: str
    how: str
    lost: int = 0


class _Weighed(NamedTuple):
    """What the runs of a body say."""

    own: str
    """The codec of most of it."""
    score: float
    legacy: str
    """The better codec for what is no UTF-8, and its score."""
    legacy_score: float
    sample: bytes
    is_utf8_shaped: bool
    """True when nearly all high bytes stand in well-formed UTF-8, whatever the language."""


def _climb(body: bytes, codecs: tuple[str, ...]) -> _Answer:
    marked = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    says_so = any(codec.startswith("utf-16") for codec in codecs)
    if marked or b"\0" in body[:_WINDOW] or says_so:
        flavour = utf16_flavour(body)
        # Two letters of ASCII make a Han character: without a NUL, what is well-formed UTF-8 is that.
        if flavour and (marked or b"\0" in body or not UTF8.fullmatch(body[:_SAMPLE])):
            return _as_utf16(body, flavour, how="bom" if marked else "declared" if says_so else "scored")
    how, plain = "utf-8", body
    if body.startswith(b"\xef\xbb\xbf"):
        how, plain = "bom", body[3:]
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:  # the ordinary case of every older Chinese page
        if error.reason == "unexpected end of data" and _is_cut_utf8(plain[: error.start], codecs):
            return _Answer(plain[: error.start].decode() + "\ufffd", "utf-8", how, 1)
        return _by_score(plain, codecs, error.start)
    if how == "utf-8" and "utf-8" not in codecs and not text.isascii() and not _WIDE.search(text):
        return _short_gb(body) or _Answer(text, "utf-8", how)
    return _Answer(text, "utf-8", how)


def _is_cut_utf8(whole: bytes, codecs: tuple[str, ...]) -> bool:
    """True when what comes before the last, unfinished character says that it is one of UTF-8."""
    text = whole.decode()
    return "utf-8" in codecs or (bool(_WIDE.search(text)) and score(text) >= CONVINCING)


def _as_utf16(body: bytes, flavour: str, *, how: str) -> _Answer:
    text, lost = read_utf16(body, flavour)
    return _Answer(text, flavour, how, lost)


def _short_gb(body: bytes) -> _Answer | None:
    """Read as GB18030 a few characters that happen to be well-formed UTF-8 of two bytes each, if they make sense."""
    try:
        text = body.decode("gb18030")
    except UnicodeDecodeError:  # then it is what it looked like
        return None
    return _Answer(text, "gb18030", "scored") if score(text) > _CLEAR else None


def _by_score(body: bytes, codecs: tuple[str, ...], bad_at: int) -> _Answer:
    weighed = _weigh(body, codecs, bad_at)
    enough = _DECLARED_ENOUGH if weighed.own in codecs else CONVINCING
    believed = weighed.score >= enough and (
        weighed.score >= _CLEAR or foreign_score(weighed.sample, codecs) < weighed.score
    )
    if not believed and not weighed.is_utf8_shaped:
        return _not_chinese(body, codecs, weighed)
    own = weighed.own if believed else "utf-8"
    how = "utf-8" if own == "utf-8" else "declared" if own in codecs else "scored"
    if own != "utf-8" and not has_foreign_run(body):
        try:
            text = body.decode(own)
        except UnicodeDecodeError:  # cut, mixed or damaged: part by part
            pass
        else:
            if not has_shifted_run(text):
                return _Answer(text, own, how)
    other = "utf-8" if own != "utf-8" else weighed.legacy if weighed.legacy_score >= CONVINCING else None
    parts = read_parts(body, (own, other) if other else (own,))
    return _Answer(parts.text, own, "mixed" if len(parts.codecs) > 1 else how, parts.lost)


def _not_chinese(body: bytes, codecs: tuple[str, ...], weighed: _Weighed) -> _Answer:
    if found := read_foreign(body, codecs, weighed.sample):
        return _Answer(*found)
    if flavour := utf16_flavour(body):
        return _as_utf16(body, flavour, how="scored")
    # A byte gone from the one long run of a page puts the whole of it out of step: aligned, it makes sense again.
    aligned = read_parts(weighed.sample[:_SAMPLE], (weighed.legacy,))
    if score(aligned.text.replace("\ufffd", "")) >= _ALIGNED and aligned.lost <= _FEW_LOST:
        parts = read_parts(body, (weighed.legacy, "utf-8"))
        return _Answer(parts.text, weighed.legacy, "mixed" if len(parts.codecs) > 1 else "scored", parts.lost)
    raise UndecodablePage(f"no allowed codec makes sense of {len(body):,} bytes")


def _weigh(body: bytes, codecs: tuple[str, ...], bad_at: int) -> _Weighed:
    first = RUN.search(body)
    start = first.start() if first else 0
    runs = RUN.findall(body, start, start + _WINDOW)
    if bad_at > start + _WINDOW // 2:
        runs += RUN.findall(body, _start_of_run(body, bad_at), bad_at + _WINDOW)
    odd = [run for run in runs if not UTF8.fullmatch(run)]
    sample, ill = _sample(runs), sum(map(len, odd))
    well = sum(map(len, runs)) - ill
    if well * _HARDLY_ANY < ill and (clear := _clear_codec(sample, codecs)):
        return _Weighed(*clear, *clear, sample, False)
    odd_sample = _sample(odd)
    # Each codec is weighed by what may be its own part of a mixed page, and by the whole.
    scores = {codec: max(_score_as(sample, codec), _score_as(odd_sample, codec)) for codec in _LEGACY}
    legacy = max(scores, key=lambda codec: scores[codec] + (_BONUS if codec in codecs else 0.0))
    scores["utf-8"] = _score_as(
        _sample([run for run in runs if UTF8.fullmatch(run)]) if well > ill else sample, "utf-8"
    )
    own = max((legacy, "utf-8"), key=scores.__getitem__)
    return _Weighed(own, scores[own], legacy, scores[legacy], sample, well >= 4 * ill and well >= 8)


def _clear_codec(sample: bytes, codecs: tuple[str, ...]) -> tuple[str, float] | None:
    """Give the codec that reads a sample beyond doubt, a declared one first, and its score: no other can come near."""
    for codec in sorted(_LEGACY, key=lambda codec: codec not in codecs):
        found = _score_as(sample, codec)
        if found >= _CLEAR:
            return codec, found
    return None


def _score_as(sample: bytes, codec: str) -> float:
    return score(sample.decode(codec, "replace"))


def _start_of_run(body: bytes, position: int) -> int:
    stop = max(0, position - _SAMPLE)
    while position > stop and body[position - 1] >= 0x30:
        position -= 1
    return position


def _sample(runs: list[bytes]) -> bytes:
    """Take runs from all over, about 2 KB together, set apart by blanks so that none reads into the next."""
    total = sum(map(len, runs))
    return b" ".join(runs[:: total // _SAMPLE + 1])[: 2 * _SAMPLE]


def _refuse_lossy(text: str, lost: int, charset: str) -> None:
    if lost <= _FEW_LOST:
        return
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if lost * 100 > foreign:
        raise UndecodablePage(f"{lost:,} of {foreign:,} characters are lost when read as {charset}")
