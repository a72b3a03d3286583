"""Who has a text, whole or in part: looked up without filing anything, and more finely than filing looks.

Its keys first, then every hash of its runs (filing asks a share of them), then for short texts and where that gives
nothing the search index. What a report is to the text `archive.likeness.judge` says; what they share is measured anew.
"""

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np

from archive import postings
from archive.bigrams import match_query
from archive.database import Archive
from archive.duplicates import key_pairs, prepared_of, stops_of
from archive.fingerprint import Keys, keys_of
from archive.han import HAN
from archive.likeness.candidates import MOST_TEXTS
from archive.likeness.differences import differences
from archive.likeness.grams import distinct, hashes_of
from archive.likeness.judge import Kind, judge
from archive.likeness.kinds import Kind as Difference
from archive.likeness.passages_shared import Shared, Span, shared
from archive.likeness.prepared import Prepared
from archive.likeness.sketch import BITS, RUN, SHORT, share_of

MOST_LOOKED_AT: Final = 64
"""Reports that a text is compared with; some 5 ms each."""
MOST_FIGURES: Final = 40
PASSAGE: Final = 60
"""Runs in one stretch, formulae apart, from which a passage in common is told of a long text."""
PART, LEAST_PART = 0.5, 12
"""Or such a share of the text, of at least so many."""
QUOTED: Final = 0.8
"""Share of a text that stands in a report from which it is a passage of it."""
_PHRASES, _PHRASE_CHARS, _LEAST_PHRASE = 8, 24, 6
_SNIPPET: Final = 60

# A run of Han characters: one class, possessive.
_HAN_RUN = re.compile(rf"[{HAN}]++")


class Relation(StrEnum):
    """What a report of the archive is to a text."""

    IDENTICAL = "identical"
    SAME = "same"
    EXCERPT = "excerpt"
    """The text is cut from it."""
    WHOLE = "whole"
    """It is cut from the text."""
    EDITION = "edition"
    INSIDE = "inside"
    """It is a compilation that holds the text."""
    CONTAINS = "contains"
    """The text is a compilation that holds it."""
    PASSAGE = "passage"
    SIBLING = "sibling"


_OF_KIND: Final = {
    Kind.SAME: Relation.SAME, Kind.EXCERPT: Relation.EXCERPT, Kind.SOURCE: Relation.WHOLE,
    Kind.EDITION: Relation.EDITION, Kind.INSIDE: Relation.INSIDE, Kind.CONTAINS: Relation.CONTAINS,
    Kind.SIBLING: Relation.SIBLING,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A report that has something of a text; shares are of Han characters, spans in characters from 0."""

    public_id: str
    title: str | None
    relation: Relation
    text_share: float
    """Share of the text that stands in the report."""
    report_share: float
    """Share of the report that stands in the text."""
    start: int
    end: int
    """The longest stretch in common, in the report's canonical text; equal where no run is in common."""
    text_start: int
    text_end: int
    """The same stretch in the text."""
    snippet: str
    """The beginning of that stretch as the report has it, in one line."""
    first_published_on: str | None
    """Earliest date of its copies; None where all are undated."""
    site: str | None
    url: str | None
    """The place with that date; of undated ones the one seen first."""
    copies: int
    sites: int
    figures: tuple[tuple[str, str], ...] = ()
    """Of an edition: figures of the text, each with what stands in the report."""


def match(archive: Archive, text: str, *, title: str | None = None) -> tuple[Match, ...]:
    """Give the reports that have a text, in whole or in part, the nearest first. Nothing is written.

    `title` is that of the text, where it is known apart from it.
    """
    conn = archive.conn
    keys = keys_of(text, title)
    new = Prepared(text, stops_of(conn))
    exact, editions = _by_key(conn, keys)
    looked_at = dict.fromkeys([*exact, *editions])
    looked_at |= dict.fromkeys(_by_sketch(conn, new))
    if len(new.folded) < SHORT or not looked_at:
        looked_at |= dict.fromkeys(_by_words(conn, text))
    for report_id in [*exact, *editions]:
        looked_at |= dict.fromkeys(_related(conn, report_id))
    found = [_match(conn, new, report_id, by_key=_key_word(report_id, exact, editions)) for report_id in looked_at]
    return tuple(sorted((one for one in found if one is not None), key=_nearest))


def _nearest(one: Match) -> tuple[object, ...]:
    return list(Relation).index(one.relation), -round(one.text_share, 2), -round(one.report_share, 2), one.public_id


def _key_word(report_id: int, exact: set[int], editions: set[int]) -> Relation | None:
    return Relation.IDENTICAL if report_id in exact else Relation.EDITION if report_id in editions else None


_BY_KEY = """
SELECT report_id, sha256, key, title_key, digits FROM texts WHERE sha256 = :sha256
UNION SELECT report_id, sha256, key, title_key, digits FROM texts WHERE key IN (:key, :title_key)
UNION SELECT report_id, sha256, key, title_key, digits FROM texts WHERE title_key IN (:key, :title_key)
"""


def _by_key(conn: sqlite3.Connection, keys: Keys) -> tuple[set[int], set[int]]:
    """Give the reports of which a text has a key of this one: with the same figures, and with others."""
    asked = {"sha256": keys.sha256, "key": keys.key, "title_key": keys.title_key}
    exact: set[int] = set()
    editions: set[int] = set()
    for report_id, sha256, *stored in conn.execute(_BY_KEY, asked):
        is_exact = sha256 == keys.sha256 or keys.pairs & key_pairs(*stored)
        (exact if is_exact else editions).add(report_id)
    return exact, editions - exact


def _by_sketch(conn: sqlite3.Connection, new: Prepared) -> list[int]:
    """Give the reports that share hashes with a text, those first that seem to share most of the shorter one."""
    hashes = distinct(hashes_of(new.folded, RUN) >> np.uint64(64 - BITS))
    at, texts, _ = postings.find(conn, hashes)
    spread = np.bincount(at, minlength=len(hashes)) if len(at) else np.zeros(0, dtype=np.int64)
    kept = spread[at] <= MOST_TEXTS if len(at) else np.zeros(0, dtype=np.bool_)
    pairs = np.unique(np.stack((texts[kept], at[kept])), axis=1)
    found, hits = np.unique(pairs[0], return_counts=True)
    counted = dict(zip(found.tolist(), hits.tolist(), strict=True))
    scores: dict[int, float] = {}
    for text_id, runs, report_id in _indexed(conn, list(counted)):
        share = share_of(runs)
        if counted[text_id] < 2 and len(hashes) >= 16 * share:
            continue
        score = counted[text_id] * share / max(1, min(runs, len(hashes)))
        scores[report_id] = max(score, scores.get(report_id, 0.0))
    return sorted(scores, key=lambda report_id: (-scores[report_id], report_id))[:MOST_LOOKED_AT]


def _indexed(conn: sqlite3.Connection, texts: list[int]) -> Iterable[tuple[int, int, int]]:
    """Give of each indexed text its runs of eight and its report."""
    return conn.execute(
        "SELECT sketches.text_id, sketches.grams, texts.report_id FROM sketches JOIN texts ON texts.id = text_id"
        " WHERE text_id IN (SELECT value FROM json_each(?))",
        (json.dumps(texts),),
    )


_BY_WORDS = "SELECT rowid FROM reports_fts WHERE reports_fts MATCH ? ORDER BY bm25(reports_fts), rowid LIMIT ?"


def _by_words(conn: sqlite3.Connection, text: str) -> list[int]:
    """Give the reports that have one of a text's longest phrases, the best first."""
    runs = sorted((run[0] for run in _HAN_RUN.finditer(text)), key=len, reverse=True)[:_PHRASES]
    phrases = [match_query(run[:_PHRASE_CHARS]) for run in runs if len(run) >= _LEAST_PHRASE]
    expression = " OR ".join(dict.fromkeys(phrase for phrase in phrases if phrase))
    if not expression:
        return []
    return [row[0] for row in conn.execute(_BY_WORDS, (expression, MOST_LOOKED_AT))]


def _related(conn: sqlite3.Connection, report_id: int) -> list[int]:
    """Give the reports that are known to relate to one, the nearest first."""
    asked = "SELECT report_id + other_id - :id FROM relations WHERE :id IN (report_id, other_id)" \
        " ORDER BY measure DESC, 1 LIMIT :most"
    return [row[0] for row in conn.execute(asked, {"id": report_id, "most": MOST_LOOKED_AT})]


_REPORT = """
SELECT reports.public_id, reports.title, reports.text_id, reports.first_published_on, reports.copies, reports.sites
FROM reports WHERE reports.id = ?
"""
_FIRST = """
SELECT sites.host, coalesce(copies.url, documents.key) FROM copies JOIN documents ON documents.id = copies.document_id
LEFT JOIN sites ON sites.id = copies.site_id WHERE copies.report_id = ?
ORDER BY coalesce(json_extract(copies.asserted, '$.published_on.value'), copies.published_on, '9999'),
  copies.first_seen_at, copies.id LIMIT 1
"""


def _match(conn: sqlite3.Connection, new: Prepared, report_id: int, *, by_key: Relation | None) -> Match | None:
    """Compare a text with a report; None where they have nothing worth telling in common."""
    public_id, title, text_id, first, copies, sites = conn.execute(_REPORT, (report_id,)).fetchone()
    if text_id is None:
        return None
    known = prepared_of(conn, text_id)
    common = shared(new, known)
    relation = by_key or _relation(new, known, common)
    if relation is None:
        return None
    site, url = conn.execute(_FIRST, (report_id,)).fetchone() or (None, None)
    is_same = relation is Relation.IDENTICAL and (common.han == 0 or new.text == known.text)
    shares = (1.0, 1.0) if is_same else (common.share, common.other_share)
    if relation is Relation.PASSAGE:  # formulae that stand elsewhere in both are no part of it
        shares = common.han / max(1, len(new.folded)), common.han / max(1, len(known.folded))
    span: Span = (0, len(known.text)) if is_same else common.other_span
    own: Span = (0, len(new.text)) if is_same else common.span
    return Match(
        public_id=public_id, title=title, relation=relation, text_share=min(1.0, shares[0]),
        report_share=min(1.0, shares[1]), start=span[0], end=span[1], text_start=own[0],
        text_end=own[1], snippet=_snippet(known.text, span), first_published_on=first, site=site, url=url,
        copies=copies, sites=sites, figures=_figures(new, known) if relation is Relation.EDITION else (),
    )  # fmt: skip


def _relation(new: Prepared, known: Prepared, common: Shared) -> Relation | None:
    """Say what a report is to a text whose keys are not its own."""
    judged = judge(new, known)
    relation = None if judged is None else _OF_KIND[judged.kind]
    if relation not in (None, Relation.SIBLING):
        return relation
    is_part = common.han >= max(LEAST_PART, PART * len(new.folded))
    if is_part or (relation is None and common.telling >= PASSAGE):
        return Relation.PASSAGE
    return relation


def _figures(new: Prepared, known: Prepared) -> tuple[tuple[str, str], ...]:
    """Give the figures that differ, each once."""
    pieces: Iterable[Any] = differences(new.text, known.text).pieces
    pairs = ((piece.one.strip(), piece.other.strip()) for piece in pieces if piece.kind is Difference.FIGURES)
    return tuple(dict.fromkeys(pairs))[:MOST_FIGURES]


def _snippet(text: str, span: Span) -> str:
    start, end = span
    cut = " ".join(text[start : min(end, start + 2 * _SNIPPET)].split())[:_SNIPPET]
    return ("…" if start else "") + cut + ("…" if len(cut) < len(text[start:]) else "")
