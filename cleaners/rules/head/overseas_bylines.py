"""Who reported a piece of news, alone on a line below its headline, as papers of Taiwan and Hong Kong print it.

Tried on one trimmed line, folded to simplified characters, and match it whole; bounded. At the start of a sentence the
same words are the text's own. Taken by: `bylines`; facts: `dump.head_shapes`.
"""

from cleaners.regex import regex

_NAME = r"[一-鿿·]{2,4}"
_NAMES = rf"{_NAME}(?:[、与及和]{_NAME}){{0,3}}"
_DAY = r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:\s{0,3}\d{1,2}:\d{2}(?::\d{2})?)?"
REPORTED_FROM = regex(
    rf"(?:(?:更新[于於]\s?{_DAY}\s?[•·|｜]\s?)?(?:发[布佈表][于於])?\s?(?P<date>{_DAY})\s{{0,3}}[•·|｜]?\s{{0,3}})?"
    r"[\[【〔（(]?\s?(?:文\s?[/／]\s?)?(?:[一-鿿A-Za-z0-9]{2,10}?)?(?:特派|特约|见习|实习|驻地|资深|地方)?(?:记者|特派员)\s?[:：]?\s{0,2}"
    rf"(?P<author>{_NAMES})\s?[/／╱]\s?[一-鿿]{{0,6}}(?:报导|报道|采访|连线)\s?[\]】〕)）]?[。.]?"
)
"""`2025/11/03 12:34 記者青禾／溪口報導`, `記者: 青禾/綜合報導。`: name, slash, place and the word for a report."""
PENNED_FOR = regex(
    rf"(?:文|撰文|文图|图文|图文/文)\s?[/／|｜]\s?[一-鿿]{{0,8}}记者\s{{0,3}}(?P<author>{_NAMES})"
)
"""`文/某某社記者 青禾`: the pen and whose reporter it was."""
PLACED_NAME = regex(rf"(?P<author>{_NAME})\s{{1,3}}[一-鿿]{{2,3}}[县市]\s{{1,3}}(?:报导|报道)")
"""`青禾 溪口縣 報導`: name, county and the word for a report, a blank between."""
COLUMNIST = regex(
    rf"(?:文|撰文|作者)\s?[:：/／]\s?(?P<author>{_NAME})\s?[（(](?:作者|笔者)[系为是][^()（）。\n]{{2,24}}[)）]"
)
"""`文：青禾（作者為本報讀者）`: the pen and who that is."""
ENACTED = regex(
    r"(?:发布|公布|修正|公发布|生效|订定)日期\s{0,3}[:：]?\s{0,3}(?P<date>(?:中华)?民国\s?\d{2,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
"""`發佈日期 民國98年3月12日` above a law."""
OVERSEAS_BYLINES = (REPORTED_FROM, PENNED_FOR, PLACED_NAME, COLUMNIST, ENACTED)
SIGNS = ("作者", "笔者", "民国", "记者", "特派员", "报导", "报道")
"""One of them stands in each such line."""
LINE_CHARS = 100


def is_overseas_byline(line: str) -> bool:
    """Say whether a folded line names those who reported from a place, and nothing else."""
    if len(line) > LINE_CHARS or not any(sign in line for sign in SIGNS):
        return False
    return any(shape.fullmatch(line) for shape in OVERSEAS_BYLINES)
