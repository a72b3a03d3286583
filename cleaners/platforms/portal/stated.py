"""What a portal's page states of its file: from the lines above and below the preview, each with its place.

Which lines those are is said by `body` and by the dump's reader; what labels mean by `cleaners.facts`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cleaners.facts.counts import claimed_chars
from cleaners.facts.label_names import COUNTS
from cleaners.facts.labels import MAX_ABSTRACT, MEANINGS, Pair, facts_from, label_of, merged, pairs_of
from cleaners.facts.notices import contact_of, icp_of, police_record_of, site_of_notice
from cleaners.platforms.generic.head import column_of
from cleaners.platforms.platform import Sheet
from cleaners.reading import Facts
from cleaners.regex import joined, regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import PINYIN, path_of
from cleaners.rules.portal.file_words import facts_described
from cleaners.rules.portal.portal_fields import is_bare, plain, portal_fields, unread
from cleaners.rules.portal.portal_labels import SAME
from cleaners.rules.portal.portal_lines import (
    GIVEN_MARK,
    KEYWORD_SPAN,
    is_opener,
    keyword_run,
    keywords_of,
    labelled_keywords,
)
from cleaners.rules.portal.portal_shapes import (
    BUTTON,
    CUT,
    EDITION,
    GIVEN,
    LEAD,
    NOTICE_ITEM,
    NUMBER,
    RELATED,
    SCRIPTED,
    SEEN_WHOLE,
)
from cleaners.rules.wall.wall_grammar import GRAMMAR
from cleaners.rules.wall.walls import stops_short

BEGINNING = 300
"""Characters of the text in which a repeated title and a word count may stand."""
LABELLED_CHARS = 160
"""Characters of a line of labels; a longer one is a sentence."""
RIGHTS_CHARS = range(10, 400)
OWNED = regex(r"版[权權]|著作[权權]|由(?:用户|网友|会员)(?:上传|提供)")
"""Words of a line on who owns a file. Literals."""
OWN_LINE = regex(r"关\s{0,4}键\s{0,4}[词字]\s?[:：]|文档评论")
"""Lines on the file itself that stand below lists of others; literals."""
OWN_BOX = regex(r"文档信息|关于本文")
"""Heads of boxes on the file itself."""
SITE = regex(
    r"请在\s?(?P<searched>[^|｜。]{2,40}?)(?:[|｜].{0,240})?上搜索|^欢迎来到(?P<welcomed>[^!！|｜。]{2,20})[!！]"
)
"""Where a portal names itself. Bounded."""
CLOSED = "。！？；.!?”）)》…"
PRICED = regex(r"金币|积分")
"""What stands below its number, alone on a line."""
GRAMMAR_LINE = joined(GRAMMAR)
LEAD_CHARS = 8
"""Characters of a label before words picked from the text."""
SHORT_SHARE = 0.8
"""Share of the claimed length below which a text that stops in mid-sentence is a part."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the page and where it stands: an element, or `head` and `foot` of a dump."""

    words: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The lines of a portal's page by role."""

    head: tuple[Said, ...]
    text: tuple[str, ...]
    foot: tuple[Said, ...]


def facts_of(
    sheet: Sheet, parts: Parts, *, title: str | None, renamed: Mapping[str, str] | None = None, is_stub: bool = False
) -> Facts:
    """Read the facts; `renamed` says what a family means by a label, `is_stub` that it shows first lines only."""
    pairs = [_meant(pair, renamed or {}) for lines in (parts.head, _own_foot(parts)) for pair in _pairs(lines)]
    labelled = facts_from(pairs, zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at)
    return both(labelled, _unlabelled(parts, title=title, is_stub=is_stub))


def both(first: Facts, second: Facts) -> Facts:
    """Fill what `first` leaves silent from `second`; a counter of 0 is not silence."""
    zeros: dict[str, int] = {name: 0 for name in COUNTS if getattr(first, name) == 0}
    return replace(merged(first, second), **zeros)  # type: ignore[arg-type]  # counters, by name


def _meant(pair: Pair, renamed: Mapping[str, str]) -> Pair:
    """Put what a family means for a label; the print stays in the place."""
    label = renamed.get(pair.label) or SAME.get(pair.label)
    return replace(pair, label=label, where=f"{pair.where}: {pair.label}") if label else pair


def _own_foot(parts: Parts) -> tuple[Said, ...]:
    """Give the lines of the foot that speak of this file: those down to its lists of other files, and its own below."""
    stop = next((n for n, said in enumerate(parts.foot) if RELATED.fullmatch(plain(said.words))), len(parts.foot))
    below = parts.foot[stop + 1 :]
    box = next((n for n, said in enumerate(below) if OWN_BOX.fullmatch(said.words)), len(below))
    return (*parts.foot[: stop + 1], *(said for said in below[:box] if OWN_LINE.match(said.words)), *below[box:])


def _pairs(lines: Sequence[Said]) -> Iterator[Pair]:
    """Give labels with values: in one line, in cells, or a label above its value."""
    waiting: tuple[str, str] | None = None
    above = ""
    for said in lines:
        fields = portal_fields(said.words)
        if PRICED.fullmatch(said.words) and NUMBER.fullmatch(above):  # `10` above `金币`
            yield Pair(label=said.words, value=f"{above}{said.words}", where=said.place)
            fields, above = (), ""
            continue
        above = said.words
        is_short = len(said.words) <= LABELLED_CHARS and not NOTICE_ITEM.fullmatch(said.words)
        if waiting is not None and is_short and (not fields or is_bare(said.words)):
            yield Pair(label=waiting[0], value=said.words, where=waiting[1])
            waiting = None
            continue
        for name, value in fields:
            if value:
                yield Pair(label=name if name in MEANINGS else name.upper(), value=value, where=said.place)
        if not fields and is_short:
            yield from pairs_of([said.words], where=said.place)
        given = GIVEN.fullmatch(folded(said.words)) if said.words.startswith(GIVEN_MARK) else None
        if given:
            yield Pair(label="上传者", value=said.words[slice(*given.span("who"))], where=said.place)
            yield Pair(label="全文页数", value=f"{given['pages']}页", where=said.place)
        for stated, start, end in facts_described(plain(said.words)):
            yield Pair(label=stated, value=unread(said.words)[start:end], where=said.place)
        edition = EDITION.search(folded(said.words))
        if edition:
            yield Pair(label="全文页数", value=edition["pages"], where=said.place)
        label = _waiting(said.words, fields)
        waiting = (label, said.place) if label else None


def _waiting(words: str, fields: Sequence[tuple[str, str]]) -> str | None:
    """Give the label that a line ends with, its value still to come; None where it has one."""
    if fields:
        return fields[-1][0] if not fields[-1][1] else None
    return label_of(words) if len(words) <= 10 and not is_opener(words) else None


def _unlabelled(parts: Parts, *, title: str | None, is_stub: bool) -> Facts:
    """Read what stands in sentences, notices and walls."""
    around, own = (*parts.head, *parts.foot), (*parts.head, *_own_foot(parts))
    words = [said.words for said in around]
    site = _first(around, _site)
    rights = _first(around, lambda line: PINYIN.sub("", line) if _is_on_rights(line) else None)
    contact = _first(around, lambda line: contact_of([line]))
    wall = _first(around, lambda line: line if is_wall(plain(line)) else None)
    path = next((steps for said in parts.head if (steps := path_of(said.words))), ())
    keywords = _first(own, lambda line: keywords_of(line, title) or None)
    keywords = keywords if keywords[0] else _keyword_lines(parts.head, title)
    abstract = _first(parts.head, _led)
    claims = _claims(own, parts.text, title)
    is_cut = _is_cut(parts.text, claims, is_stub=is_stub)
    found: dict[str, tuple[object, str]] = {
        "site_name": site, "rights": rights, "contact": contact, "keywords": keywords,
        "abstract": abstract,
        "icp": (icp_of(reversed(words)), "foot"), "police_record": (police_record_of(reversed(words)), "foot"),
        "path": (path, "breadcrumb"), "category": (column_of(path, title), "breadcrumb"),
        "claimed_chars": (claims, "head"),
        "truncated": (True, wall[1]) if wall[0] else (is_cut, "end of the text"),
    }  # fmt: skip
    values = {name: value for name, (value, _) in found.items() if value not in (None, (), False)}
    return replace(
        Facts(), **values,  # type: ignore[arg-type]  # by name
        where=tuple((name, found[name][1]) for name in values),
        stated=(("truncated", str(wall[0])),) if wall[0] else (),
    )  # fmt: skip


def _is_on_rights(line: str) -> bool:
    """Say whether a line is on who owns a file: no row of buttons, of which 版权申诉 may be one."""
    if len(line) not in RIGHTS_CHARS or not OWNED.search(line):
        return False
    simple = plain(line)
    return not (BUTTON.fullmatch(simple) or (SCRIPTED.fullmatch(simple) and "【" not in simple))


def is_wall(line: str) -> bool:
    """Say whether a line of a head or a foot says that the preview is not the whole text."""
    return bool(CUT.search(line) or GRAMMAR_LINE.fullmatch(line[:LABELLED_CHARS])) and not SEEN_WHOLE.fullmatch(line)


def _first(lines: Sequence[Said], read: Callable[[str], object]) -> tuple[object, str]:
    """Give what the first line that states it says, and its place; None where none does."""
    return next(((found, said.place) for said in lines if (found := read(said.words))), (None, ""))


def _keyword_lines(head: Sequence[Said], title: str | None) -> tuple[object, str]:
    """Give keywords that stand one a line; None where the head has no such lines."""
    words = [said.words for said in head]
    first = max(0, len(words) - KEYWORD_SPAN)
    run = labelled_keywords(words, first) or keyword_run(words, first, title)
    return (tuple(words[n] for n in sorted(run)), "head") if run else (None, "")


def _led(line: str) -> str | None:
    """Give what stands behind `【导读】`; None for any other line."""
    lead = LEAD.match(folded(line[:LEAD_CHARS]))
    return line[lead.end() :][:MAX_ABSTRACT] or None if lead else None


def _site(line: str) -> str | None:
    match = SITE.search(folded(line))
    name = "searched" if match and match["searched"] else "welcomed"
    return line[slice(*match.span(name))].strip() if match else site_of_notice([line])


def _claims(own: Sequence[Said], text: Sequence[str], title: str | None) -> tuple[int, ...]:
    """Give the lengths claimed above the text, in the title, where the text begins, and in its last lines."""
    beginning = "\n".join(text)[:BEGINNING]
    return claimed_chars("\n".join([*(said.words for said in own), title or "", beginning, *text[-2:]]))


def _is_cut(text: Sequence[str], claims: Sequence[int], *, is_stub: bool) -> bool:
    """Say whether a text stops before it ends: in mid-sentence, and with dots, short of the claim, or on a stub."""
    whole = "".join(text)
    if text and stops_short(text[-1]):
        return True
    is_closed = whole[-1:] in CLOSED and not whole.endswith("……")
    return bool(whole) and not is_closed and (is_stub or (bool(claims) and len(whole) < SHORT_SHARE * max(claims)))
