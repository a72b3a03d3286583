"""Proposes a host's own boilerplate: what recurs on many of its documents, and on no other host's.

Reads only. What recurs is found by `archive.recurring`; what a person says to it is kept by `crawler.host_file`.
"""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archive.database import Archive
from archive.errors import UnknownId
from archive.queries import own_text
from archive.recurring import FEWEST_DOCUMENTS, Found, Search, Source, find_lines
from archive.recurring_phrases import find_phrases
from cleaners.edits import apply
from cleaners.page import HostRule
from cleaners.rules.host import NUMBER, fold_line, rules_of, with_any_number
from cleaners.rules.lines import lines_of
from cleaners.rules.rule import Context

MOST_TEXTS = 4_000
"""Texts of the host that are looked through, and as many of others: evenly drawn, some 12 MB each."""
EXAMPLES = 3
_REPORTS = """
SELECT min(copies.id) FROM copies WHERE copies.is_current
  AND coalesce(copies.site_id IN (SELECT value FROM json_each(:own)), 0) = :is_own
  AND (:is_own OR copies.report_id NOT IN
    (SELECT report_id FROM copies WHERE site_id IN (SELECT value FROM json_each(:own))))
GROUP BY copies.report_id ORDER BY 1
"""
_TEXTS = """
SELECT copies.document_id, reports.public_id, coalesce(copies.url, documents.key), copies.facts, texts.text
FROM copies JOIN reports ON reports.id = copies.report_id JOIN documents ON documents.id = copies.document_id
JOIN texts ON texts.id = copies.text_id WHERE copies.id IN (SELECT value FROM json_each(?)) ORDER BY copies.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was decided about the host before."""

    rules: tuple[HostRule, ...] = ()
    rejected: tuple[str, ...] = ()
    """Words of lines, blocks and phrases that a person rejected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Something that recurs, as the rule that would take it."""

    rule: HostRule
    documents: int
    """Documents of the host on which it stands, of those looked at."""
    examples: tuple[tuple[str, str], ...]
    """(public id, address) of some of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What was found of a host."""

    host: str
    documents: int
    """Documents that were looked at; texts that are one report count once."""
    texts: int
    elsewhere: int
    """Texts of other hosts that were compared."""
    proposals: tuple[Proposal, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)
    """Why other things that recur were not proposed, and how many."""

    @property
    def is_enough(self) -> bool:
        """True where there are documents enough to tell what recurs."""
        return self.documents >= FEWEST_DOCUMENTS


def learn(archive: Archive, host: str, *, spellings: Collection[str], known: Known) -> Learned:
    """Look through the current texts of a host; `spellings` are the names under which the archive may have it.

    Raises UnknownId where the archive has no page of it.
    """
    sites = _sites(archive.conn, spellings)
    if not sites:
        raise UnknownId(_unknown(archive, host))
    own = json.dumps([site_id for site_id, _ in sites])
    sources = [_without(source, known.rules) for source in _texts(archive.conn, own, is_own=True)]
    documents = len({source.document for source in sources})
    told = Learned(host=host, documents=documents, texts=len(sources), elsewhere=0)
    if not told.is_enough:
        return told
    search = Search(names=_names(host, [name for _, name in sites]), barred=_barred(known))
    lines = find_lines(sources, search)
    found = [*lines, *find_phrases(sources, search, lines)]
    elsewhere = _Elsewhere(found, search.names)
    compared = sum(elsewhere.look(source.text) for source in _texts(archive.conn, own, is_own=False))
    search.left_out["also on other hosts"] = len(elsewhere.seen)
    kept = [one for one in found if one.words not in elsewhere.seen]
    return Learned(
        host=host, documents=documents, texts=len(sources), elsewhere=compared,
        proposals=tuple(_proposals(_sparing(kept, sources, search), sources, known.rules)),
        left_out={reason: count for reason, count in sorted(search.left_out.items()) if count},
    )  # fmt: skip


def _sites(conn: sqlite3.Connection, spellings: Collection[str]) -> list[tuple[int, str | None]]:
    rows = conn.execute(
        "SELECT id, name FROM sites WHERE host IN (SELECT value FROM json_each(?))", (json.dumps(sorted(spellings)),)
    )
    return list(rows)


def _unknown(archive: Archive, host: str) -> str:
    """Say that there is no such host, and which ones there are."""
    rows = archive.conn.execute(
        "SELECT host FROM sites WHERE host LIKE '%' || ? || '%' OR id IN (SELECT site_id FROM copies) LIMIT 5",
        (host.partition(".")[0],),
    )
    known = ", ".join(name for (name,) in rows)
    return f"no page of {host} in {archive.folder}; it has {known or 'no host yet'}"


def _texts(conn: sqlite3.Connection, own: str, *, is_own: bool) -> Iterator[Source]:
    """Give current texts, of each report one, evenly drawn where there are too many."""
    ids = [copy_id for (copy_id,) in conn.execute(_REPORTS, {"own": own, "is_own": is_own})]
    ids = ids[:: -(-len(ids) // MOST_TEXTS) or 1]
    for start in range(0, len(ids), 500):
        for document, public_id, url, facts, text in conn.execute(_TEXTS, (json.dumps(ids[start : start + 500]),)):
            own_words = own_text(json.loads(facts or "{}"), text)
            yield Source(document=document, text=own_words, public_id=public_id, url=url)


def _without(source: Source, rules: tuple[HostRule, ...]) -> Source:
    """Give a text without what the host's rules take already: it may not have been read again yet."""
    if not rules:
        return source
    context = Context(family="generic", host_rules=rules)
    text, _ = apply(source.text, rules_of(rules), context)
    return Source(document=source.document, text=text, public_id=source.public_id, url=source.url)


def _names(host: str, stated: Iterable[str | None]) -> tuple[str, ...]:
    """Give what the host calls itself: its name without the ending, and the name that its pages print."""
    parts = host.partition(":")[0].split(".")[:-1]
    labels = [label for label in parts if len(label) > 3 and not label.isdecimal()]
    names = (fold_line(name) for name in stated if name)
    return tuple(dict.fromkeys([*labels, *(name for name in names if len(name) > 2)]))


def _barred(known: Known) -> frozenset[str]:
    lines = {fold_line(line) for words in known.rejected for line in words.splitlines() if line.strip()}
    return frozenset(lines | {with_any_number(line) for line in lines if NUMBER in line})


class _Elsewhere:
    """Which of the findings stand on other hosts too: those are stock, or another thing than this host's.

    A block does where more than half of its lines stand in one text. What names the host is its own wherever it stands.
    """

    def __init__(self, found: Sequence[Found], names: tuple[str, ...]) -> None:
        own = [one for one in found if not any(name in fold_line(one.words) for name in names)]
        self.seen: set[str] = set()
        self._phrases = {one.words for one in own if one.is_phrase}
        self._lines: dict[str, list[Found]] = {}
        for one in own:
            for key in () if one.is_phrase else one.keys:
                self._lines.setdefault(key, []).append(one)

    def look(self, text: str) -> int:
        """Look through one text; counts it."""
        self.seen.update(phrase for phrase in self._phrases - self.seen if phrase in text)
        folded = {fold_line(line.words) for line in lines_of(text)}
        keys = {key for one in folded for key in (one, with_any_number(one))} & self._lines.keys()
        for found in {id(one): one for key in keys for one in self._lines[key]}.values():
            if 2 * len(keys & set(found.keys)) > len(set(found.keys)):
                self.seen.add(found.words)
        return 1


def _sparing(found: list[Found], sources: Sequence[Source], search: Search) -> list[Found]:
    """Leave out, the rarest first, what together with the others would leave nothing of some text."""
    kept = sorted(found, key=lambda one: -one.documents)
    for source in sources:
        while kept and not _left(source.text, kept):
            kept.pop()
            search.left_out["all of a text"] += 1
    return [one for one in found if one in kept]


def _left(text: str, found: Sequence[Found]) -> str:
    """Give what the findings would leave of a text, white space apart."""
    keys = {key for one in found if not one.is_phrase for key in one.keys}
    lines = (line.words for line in lines_of(text))
    rest = "".join(line for line in lines if not {fold_line(line), with_any_number(fold_line(line))} & keys)
    for one in found:
        rest = rest.replace(one.words, "") if one.is_phrase else rest
    return "".join(rest.split())


def _proposals(found: Iterable[Found], sources: Sequence[Source], rules: Sequence[HostRule]) -> Iterator[Proposal]:
    """Name the findings: the name hangs on the words alone, so that it is the same in every run."""
    taken = Counter(rule.name for rule in rules)
    for one in found:
        shape = "phrase" if one.is_phrase else "block" if len(one.keys) > 1 else "line"
        digest = hashlib.sha256(f"{shape} {one.words}".encode()).hexdigest()
        stem = shape if one.place == "any" else f"{one.place}-{shape}"
        name = next(name for digits in range(4, 30) if not taken[name := f"{stem}-{digest[:digits]}"])
        taken[name] += 1
        shown = dict.fromkeys((sources[spot.source].public_id, sources[spot.source].url) for spot in one.spots)
        rule = HostRule(name=name, words=one.words, shape=shape, place=one.place)
        yield Proposal(rule=rule, documents=one.documents, examples=tuple(shown)[:EXAMPLES])
