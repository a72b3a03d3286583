"""What pages label (`作者：…`, `索引号 | …`) becomes facts, each with its place. The labels stand in `label_names`.

Which lines of a page hold labels is the platform's knowledge (the same words stand in reports); nothing is looked for
in running text. Numbers, sizes and dates are understood by the modules beside this one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cleaners.facts.changes import facts_of_values, facts_with, names, values_of
from cleaners.facts.counts import claimed_chars, read_count, read_size
from cleaners.facts.date_order import distinct, published_at, rank
from cleaners.facts.dates import read_date
from cleaners.facts.keywords import keywords_in
from cleaners.facts.label_names import CHARS, COUNTS, DATES, KEYWORDS, UNREAD, WORDS
from cleaners.facts.label_parts import composed
from cleaners.reading import Facts, StatedDate
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.field_marks import without_marks

NO_LABEL = "no label"
"""Stands for the label of a date that bears none."""
MAX_VALUE = 120
"""Characters of a value; a longer one is a sentence."""
MAX_ABSTRACT = 600
LINE_BOUND = 2000
"""Characters of a line; a longer one is a text."""
_LONG = frozenset({"abstract", "rights"})
_BLANK = r"[ \t\u00a0\u3000]"
_BLANKS = regex(rf"{_BLANK}+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label, what stands behind it, and where both stand."""

    label: str
    value: str
    where: str = ""


def _by_label() -> dict[str, tuple[str, str]]:
    """Give for every label the table and the fact it belongs to."""
    found: dict[str, tuple[str, str]] = {**composed(), NO_LABEL: ("date", "published")}
    for kind, table in (("date", DATES), ("words", WORDS), ("count", COUNTS)):
        for fact, labels in table.items():
            found.update((label, (kind, fact)) for label in labels.split("|"))
    for kind, labels in (("chars", CHARS), ("keywords", KEYWORDS), ("unread", UNREAD)):
        found.update((label, (kind, kind)) for label in labels.split("|"))
    return found


MEANINGS: Mapping[str, tuple[str, str]] = _by_label()
"""Label without blanks: which table, which fact."""


def fact_of(label: str) -> str:
    """Give the fact that a label states, blanks in it or not; empty for words that are no label."""
    return MEANINGS.get("".join(label.split()), ("", ""))[1]


_FIRST = frozenset(label[0] for label in MEANINGS)
_LAST = frozenset(label[-1] for label in MEANINGS)
_WIDEST = max(4 + 3 * 4, *map(len, MEANINGS))
"""Characters that a label takes at most: the longest, or four set wide."""
_FAR = regex(rf"{_BLANK}{{5}}")
_LONGER = frozenset({"数据", "资料", "图片", "办公", "工作", "开放", "会议", "活动", "报名", "截止", "考试"})
"""With one of these before it a label is the end of a longer word that is none: `数据来源：`, `办公时间：`."""
# A colon with the blanks before it; bounded, and no blank is a colon.
_COLON = regex(rf"{_BLANK}{{0,4}}[:：]")


def _marks(line: str) -> Iterator[tuple[str, int, int]]:
    """Give the labels of a line, each the longest before its colon, with their places, the colon in.

    A dictionary finds them: an expression of 400 words took 0.1 s to compile.
    """
    behind = 0
    simple = folded(line)  # the table has some labels of mirrors only; folding keeps places
    for colon in _COLON.finditer(line):
        end = colon.start()
        is_label = end > 0 and (line[end - 1] in _LAST or simple[end - 1] in _LAST)  # no time of day: 10:20
        for start in range(max(behind, end - _WIDEST), end) if is_label else ():
            label = _label_with_colon(line[start:end]) if line[start] in _FIRST else None
            if label is None and simple is not line and simple[start] in _FIRST:
                label = _label_with_colon(simple[start:end])
            if label and line[max(0, start - 2) : start] not in _LONGER:
                yield label, start, colon.end()
                break
        behind = colon.end()


def _label_with_colon(words: str) -> str | None:
    """Give the label that words before a colon are; one of two to four characters may be set wide: `作　者`."""
    if words in MEANINGS and words != NO_LABEL:
        return words
    bare = _BLANKS.sub("", words)
    is_label = bare in MEANINGS and len(bare) <= 4 and words[-1] == bare[-1] and not _FAR.search(words)
    return bare if is_label else None


# A date with its time of day as it stands unlabelled in a head: digits and marks, all bounded.
_DAY = r"\d{4}\s?(?:[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号])"
_TIME = r"(?:[\sT]{0,4}\d{1,2}(?:[:：]\s?\d{2}(?:[:：]\s?\d{2})?|[时時]\d{2}分(?:\d{2}秒)?))"
DATE = regex(rf"(?<!\d){_DAY}{_TIME}?(?!\d)")
_TIMED = regex(rf"(?<!\d){_DAY}{_TIME}(?!\d)")
# What parts a value from the next one; blanks between a day and its time of day part nothing.
_ENDS = regex(r"(?<![\d日\s])\s{2,}|(?<=[\d日])\s{2,}+(?!\d{1,2}[:：]\d{2})|[|｜\t【〖\[┊│]|\u00a0{2,}|\u3000| / ?")
_STRIPPED = " \t\u00a0\u3000,，;；|｜/·•-—【】[]()（）"
_AROUND = " \t\u00a0\u3000,，;；|｜/·•-—【】[]"
"""What stands round a value; a bracket at its end may be its own."""
_NO_VALUE = regex(r"[:：>›»。]")
"""Marks of a line that is no value of the label above it: a breadcrumb, a label of its own, a sentence."""
_OFFICIAL = frozenset(
    {"index_number", "document_number", "issuer", "topic", "validity", "written", "effective", "repealed"}
)
"""Facts whose labels no menu and no text uses alone in a line."""
_LABEL_CHARS = 8
_BARE_CHARS = 40
"""Characters beside an unlabelled date in its line: a source, a button; more is a sentence."""


def pairs_of(lines: Iterable[str], *, where: str = "") -> tuple[Pair, ...]:
    """Give the labels of lines with their values: in one line, in cells side by side, or a label above its value."""
    found: list[Pair] = []
    waiting: str | None = None
    for line in lines:
        words = line.strip()
        if not words or len(words) > LINE_BOUND:
            continue
        pairs = _cells(words) if "\t" in words else list(_in_line(words))
        is_free = len(words) <= MAX_VALUE and (not pairs or pairs[0][0] is NO_LABEL)
        if waiting is not None and is_free and label_of(words) is None and not _NO_VALUE.search(words):
            pairs = [(waiting, words)]
        waiting = _label_alone(words, pairs)
        found.extend(Pair(label=label, value=value, where=where) for label, value in pairs if value)
    return tuple(found)


def _label_alone(words: str, pairs: Sequence[tuple[str, str]]) -> str | None:
    """Give the label that fills a line, its value in the next one; without a colon only one of official tables."""
    if len(pairs) == 1 and not pairs[0][1] and MEANINGS[pairs[0][0]][0] in ("date", "words", "count"):
        return pairs[0][0]
    label = label_of(words) if len(words) <= 2 * _LABEL_CHARS else None
    return label if label is not None and len(label) >= 3 and MEANINGS[label][1] in _OFFICIAL else None


def label_of(words: str) -> str | None:
    """Give the label that words are, colon or not; None for others."""
    bare = _BLANKS.sub("", words).strip(":：*【】[]")
    label = bare if bare in MEANINGS else folded(bare)
    return label if label in MEANINGS else None


def _cells(line: str) -> list[tuple[str, str]]:
    """Read a table's row: a cell that is a label, and the cell behind it; other cells as lines."""
    cells = [cell.strip() for cell in line.split("\t")]
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(cells):
        label = label_of(cells[at])
        behind = cells[at + 1] if at + 1 < len(cells) else ""
        if label is None:
            found.extend(_in_line(cells[at]))
        elif label_of(behind) is None:
            found.append((label, behind))
            at += 1
        at += 1
    return found


def _in_line(line: str) -> Iterator[tuple[str, str]]:
    """Read `label：value label：value`, an unlabelled date that the line opens with or holds alone."""
    line = without_marks(line) if ":" in line or "：" in line else line
    marks = list(_marks(line)) if ":" in line or "：" in line else []
    head = line[: marks[0][1]] if marks else line
    bare = bare_date(head, is_alone=not marks)
    if bare:
        yield NO_LABEL, bare
    for (label, _, end), following in zip(marks, [*(start for _, start, _ in marks[1:]), len(line)], strict=False):
        value = line[end:following].strip()
        yield label, value if MEANINGS[label][1] in _LONG else _short(label, value)
        behind = DATE.search(value)
        if behind and behind.start() > 0 and MEANINGS[label][0] == "words" and not bare and _ends_with(value, behind):
            yield NO_LABEL, behind[0]


def _ends_with(value: str, date: re.Match[str]) -> bool:
    return not value[date.end() :].strip(_STRIPPED)


def _short(label: str, value: str) -> str:
    """Cut what stands behind a value: a button, the next column, a date of its own."""
    value = _ENDS.split(value.lstrip("【[ \u3000\u00a0"), maxsplit=1)[0]
    if MEANINGS[label][0] == "words":
        date = DATE.search(value)
        value = value[: date.start()] if date and date.start() > 0 else value
    value = value.strip(_AROUND)
    return value[:-1].strip(_AROUND) if value.endswith((")", "）")) and not {"(", "（"} & set(value) else value


def bare_date(line: str, *, is_alone: bool) -> str | None:
    """Give a date without a label where it is what its line is about; None for one in a title or a sentence.

    It fills the line, or opens it with little behind, or (with a time of day) ends it; `is_alone`: no label follows.
    """
    match = DATE.search(line)
    if match is None or "。" in line:
        return None
    before, behind = line[: match.start()].strip(_STRIPPED), line[match.end() :].strip(_STRIPPED)
    if not before and (not behind or not is_alone):
        return match[0]
    is_timed = _TIMED.match(line, match.start()) is not None
    opens = not before and len(behind) <= _BARE_CHARS and line[match.end() : match.end() + 1] in " \t\u00a0\u3000|｜"
    closes = is_timed and not behind and len(before) <= _BARE_CHARS
    return match[0] if opens or closes else None


def facts_from(pairs: Sequence[Pair], *, zone: str, fetched_at: datetime | None) -> Facts:
    """Make facts of pairs, the first value of each kept; dates of all kinds, `published_at` from the best of them."""
    values: dict[str, object] = {}
    where: dict[str, str] = {}
    stated: dict[str, str] = {}
    dates: list[StatedDate] = []
    for pair in pairs:
        table, fact = MEANINGS.get(pair.label, ("unread", "unread"))
        place = f"{pair.where}: {pair.label}" if pair.where else pair.label
        if table == "date":
            date = read_date(pair.value, kind=fact, zone=zone, fetched_at=fetched_at, where=place)
            dates += [date] if date.at or any(character.isdigit() for character in pair.value) else []
            continue
        for name, value in _understood(table, fact, pair.value):
            if value not in (None, (), "") and name not in values:
                values[name], where[name] = value, place
                if table == "count" and str(value) != re.sub(r"[\s次人页頁共约]", "", pair.value):
                    stated[name] = pair.value
    found = tuple(sorted(dates, key=rank))
    return facts_with(
        **values, dates=distinct(found), published_at=published_at(found), where=tuple(where.items()),
        stated=tuple(stated.items()),
    )  # fmt: skip


_ADDRESS = regex(r"https?://[\x21-\x7e]{4,400}")


def _understood(table: str, fact: str, value: str) -> Iterator[tuple[str, object]]:
    """Give facts by name for one value of one table."""
    if table == "count":
        number = re.fullmatch(r"[共约]?\s?(\d{1,6})\s?[页頁]", value) if fact == "file_pages" else None
        yield fact, int(number[1]) if number else read_count(value)
    elif table == "chars":
        yield "claimed_chars", claimed_chars(f"字数：{value}") or claimed_chars(value)
    elif table == "keywords":
        yield "keywords", keywords_in(value)
    elif fact == "source" and _ADDRESS.fullmatch(value):
        yield "source_url", value  # `文章来源：http://…`
    elif table == "words" and len(value) <= (MAX_ABSTRACT if fact in _LONG else MAX_VALUE):
        yield fact, value[max(0, value.find("http")) :] if fact == "stated_url" else value  # behind a title
        if fact == "file_size":
            yield "file_size_bytes", read_size(value)


def is_silent(value: object) -> bool:
    """Say whether a fact states nothing; a count of 0 is a statement."""
    return value is None or value is False or value == ()


def merged(first: Facts, second: Facts) -> Facts:
    """Fill what `first` leaves silent from `second`; dates and claims of both, the first's before."""
    given: dict[str, object] = {
        name: other if value is None or value is False or value == () else value  # `is_silent`, without a call
        for name, value, other in zip(names(), values_of(first), values_of(second), strict=True)
    }
    known = {name for name, _ in first.where}
    dates = distinct((*first.dates, *second.dates))
    given |= {
        "dates": dates,
        "published_at": first.published_at or published_at(dates),
        "claimed_chars": tuple(dict.fromkeys((*first.claimed_chars, *second.claimed_chars))),
        "where": (*first.where, *(pair for pair in second.where if pair[0] not in known)),
        "stated": (*first.stated, *(pair for pair in second.stated if pair[0] not in dict(first.stated))),
    }
    return facts_of_values(given.values())
