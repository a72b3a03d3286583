"""Which reports are taken away: filters, samples, and for each report that stays behind the reason. SQL, no files."""

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.bigrams import match_query
from archive.errors import BadChoice, BadQuery
from archive.question import Query
from archive.sieve import conditions
from archive.stored_paths import held_on, json_at

SOURCE = f"""(SELECT id FROM
  (SELECT c.id, c.is_current, c.text_id IS NOT reports.text_id AS other, {held_on("c.")} AS held_on, c.first_seen_at
    FROM copies AS c WHERE c.report_id = reports.id)
  ORDER BY is_current DESC, other, held_on IS NULL, held_on, first_seen_at, id LIMIT 1)"""  # noqa: S608 - our own words
"""The copy that a report is taken from: one that stands and has the very text, the earliest dated of these."""
STRATA = {
    "site": f"(SELECT host FROM copies JOIN sites ON sites.id = site_id WHERE copies.id = {SOURCE})",  # noqa: S608
    "period": json_at("reports.period", "$[0]"),
    "genre": "(SELECT name FROM genres WHERE genres.id = reports.genre_id)",
    "script": "reports.script",
    "year": "substr(reports.first_published_on, 1, 4)",
}
"""What a sample can be dealt out by: the host and first year of a report, its genre, script, year of its first date."""
Rule = tuple[str, str, tuple[object, ...]]
"""A filter: why a report stays behind, the condition that others fulfil, and its values."""
MOST_STRATA = 1000
"""Strata that a manifest lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked for; None and empty = all."""

    sites: tuple[str, ...] = ()
    """Hosts: reports that stand on one of them."""
    genres: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    year_from: int | None = None
    """First year that the text speaks of; the filters mean what they mean in `archive.question`."""
    year_to: int | None = None
    published_from: str | None = None
    """Year, month or day of the earliest stated date; undated reports stay behind."""
    published_to: str | None = None
    has_copies: bool | None = None
    """True = only reports that stand in two places or more; False = only others."""
    query: str | None = None
    """Words that the report has, as `gongwen search` finds them."""
    sample: int | None = None
    by: tuple[str, ...] = ()
    """What the sample is dealt out by, evenly; names of `STRATA`."""
    seed: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """How many reports were chosen, and why the others were not."""

    count: int
    left: dict[str, int]
    """Reason, and how many stay behind for it; the first reason counts."""
    strata: tuple[dict[str, Any], ...] = ()
    """Of a sample: each stratum with how many there are and how many were taken; the larger ones first."""


def choose(conn: sqlite3.Connection, choice: Choice) -> Chosen:
    """Judge every report, in the temporary table `judged`; call inside a transaction, whose end takes it away.

    Raises BadChoice for what cannot be asked.
    """
    rules = [("merged into another report", "reports.merged_into_id IS NULL", ()),
             ("without a text", "texts.id IS NOT NULL", ()), *_rules(choice)]  # fmt: skip
    cases = " ".join(f"WHEN NOT coalesce({held}, 0) THEN ?" for _, held, _ in rules)
    values = [value for reason, _, given in rules for value in (*given, reason)]
    strata = f"json_array({', '.join(STRATA[name] for name in choice.by)})" if choice.by else "'[]'"
    conn.execute("CREATE TEMP TABLE judged (id INTEGER PRIMARY KEY, public_id TEXT, stratum TEXT, reason TEXT)")
    conn.execute(
        f"INSERT INTO judged SELECT reports.id, reports.public_id, {strata}, CASE {cases} END"  # noqa: S608 - our own words
        " FROM reports LEFT JOIN texts ON texts.id = reports.text_id",
        values,
    )
    conn.execute("CREATE INDEX temp.judged_by_name ON judged (public_id, id, reason)")
    dealt = _sample(conn, choice) if choice.sample is not None else ()
    counted = conn.execute("SELECT reason, count(*) FROM judged GROUP BY reason ORDER BY 2 DESC, 1")
    left = dict(counted.fetchall())
    return Chosen(count=left.pop(None, 0), left=left, strata=dealt)


def _rules(choice: Choice) -> list[Rule]:
    """Give the filters as the search understands them: why a report stays behind, what others fulfil, its values."""
    found: list[Rule] = [
        *_any_of("on no site asked for", [Query(site=host) for host in choice.sites]),
        *_any_of("of another genre", [Query(genre=name) for name in choice.genres]),
        *_any_of("of another script", [Query(script=name) for name in choice.scripts]),
        *_any_of("of another period", [Query(year_from=choice.year_from, year_to=choice.year_to)]),
    ]
    if choice.published_from or choice.published_to:
        found.append(("undated", "reports.first_published_on IS NOT NULL", ()))
    found += _any_of("published earlier", [Query(published_from=choice.published_from)])
    found += _any_of("published later", [Query(published_to=choice.published_to)])
    found += _any_of("in one place only" if choice.has_copies else "in other places too",
                     [Query(has_copies=choice.has_copies)])  # fmt: skip
    if choice.query is not None:
        matching = "SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?"
        found.append(("without the words asked for", f"reports.id IN ({matching})", (_expression(choice.query),)))
    return found


def _any_of(reason: str, asked: Sequence[Query]) -> list[Rule]:
    """Give one filter that a report passes which answers any of these queries; none where they ask for nothing."""
    try:
        found = [condition for query in asked for condition in conditions(query)]
    except BadQuery as error:
        raise BadChoice(str(error)) from error
    if not found:
        return []
    values = tuple(value for condition in found for value in condition.values)
    return [(reason, f"({' OR '.join(condition.sql for condition in found)})", values)]


def _expression(query: str) -> str:
    expression = match_query(query)
    if not expression:
        raise BadChoice(f"{query[:40]!r} has no letter to look for")
    return expression


def _sample(conn: sqlite3.Connection, choice: Choice) -> tuple[dict[str, Any], ...]:
    """Leave all behind but a sample: the first of each stratum by hash, then the second of each, until it is full.

    A report's place hangs on its id and the seed alone, so that an archive that grows puts new reports into the sample
    and takes some out for them, and never shuffles the rest.
    """
    seed = choice.seed.encode()
    conn.create_function("sample_hash", 1, lambda name: hashlib.sha256(seed + b"\0" + str(name).encode()).hexdigest(),
                         deterministic=True)  # fmt: skip
    of = dict(conn.execute("SELECT stratum, count(*) FROM judged WHERE reason IS NULL GROUP BY 1").fetchall())
    conn.execute(
        "UPDATE judged SET reason = 'not drawn for the sample' WHERE reason IS NULL AND id NOT IN (SELECT id FROM"
        " (SELECT id, hash, row_number() OVER (PARTITION BY stratum ORDER BY hash) AS turn FROM"
        "  (SELECT id, stratum, sample_hash(public_id) AS hash FROM judged WHERE reason IS NULL))"
        " ORDER BY turn, hash LIMIT ?)",
        (choice.sample,),
    )
    taken = dict(conn.execute("SELECT stratum, count(*) FROM judged WHERE reason IS NULL GROUP BY 1").fetchall())
    largest = sorted(of, key=lambda name: (-of[name], name))[:MOST_STRATA] if choice.by else []
    return tuple({"stratum": name, "reports": of[name], "taken": taken.get(name, 0)} for name in largest)
