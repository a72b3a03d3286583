"""The tables of reports and of wordings: each with the place that it is taken from. One statement each, streamed.

The place of a report is a copy that stands and has the very text, the earliest dated of these, so that text, address
and date of a row belong together. Which reports there are is judged in `choice`.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from archive.dating import span_of
from archive.exporting.choice import SOURCE
from archive.exporting.column import Column
from archive.people import People
from archive.stored_paths import held_on, json_at
from cleaners.given import GivenText, key_of_given

PLACE_COLUMNS = (
    Column("url", "text", "Address of the document it is taken from, http or https; null = none, or no such address."),
    Column("place_key", "text", "Where the address is not enough: KEY#POSITION.PART of the place, floors and items of"
           " compilations apart; `import-jsonl` heeds it. null = the whole document at `url`."),
    Column("site", "text", "Host of that address."),
    Column("author", "text", "Byline of an article; on forums and portals the handle as a salted hash."),
    Column("published_on", "text", "Date that this document states; null = undated."),
    Column("date_kind", "text", "posted, published, uploaded, updated; asserted = a person's word."),
)  # fmt: skip
_PRIVATE = (
    Column("noarchive", "flag", "The page asks not to be shown from an archive: think twice before you pass it on."),
    Column("contact", "text", "Contact that the page states.", is_personal=True),
)
REPORT_COLUMNS = (
    Column("id", "text", "Public id of the report; stays for good."),
    Column("title", "text", "Title."),
    *PLACE_COLUMNS,
    Column("first_published_on", "text", "Earliest date that any copy states, as far as known; null = all undated."),
    Column("period", "list", "Years the text speaks of."),
    Column("genre", "text", "Genre: 总结, 计划, 自查 …"),
    Column("script", "text", "simplified, traditional or mixed."),
    Column("labels", "list", "Labels that people gave it."),
    Column("chars", "int", "Characters, white space apart."),
    Column("copies", "int", "Places where it stands now."),
    Column("sites", "int", "Distinct hosts among them."),
    Column("truncated", "flag", "The page says that it shows only a part."),
    *_PRIVATE,
    Column("added_at", "text", "When it was first filed, UTC."),
    Column("text_sha256", "text", "Digest of the text, NFC, white space ignored."),
    Column("text", "text", "The cleaned text."),
)
TEXT_COLUMNS = (
    Column("id", "text", "Digest of the wording, NFC, white space ignored."),
    Column("report_id", "text", "Report it is a wording of."),
    Column("is_canonical", "flag", "It is the one that stands for the report."),
    Column("relation", "text", "To the canonical text: identical, same or excerpt."),
    Column("measure", "real", "Share of this text found in the canonical one; null = by its key."),
    Column("canonical_share", "real", "Share of the canonical text found in this one; null = by its key."),
    Column("places", "int", "Places where it stands now."),
    Column("chars", "int", "Characters, white space apart."),
    Column("title", "text", "Title at the place it is taken from."),
    *PLACE_COLUMNS,
    *_PRIVATE,
    Column("text", "text", "The cleaned text."),
)

_PLACE = f"""
  copies.url, documents.key AS document_key, copies.position, copies.part, copies.version, copies.is_current,
  sites.host, coalesce({json_at("copies.asserted", "$.author.value")}, copies.author, documents.author) AS author,
  documents.kind, {held_on("copies.")} AS held_on,
  {json_at("copies.asserted", "$.published_on")} IS NOT NULL AS is_asserted,
  copies.date_kind, documents.noarchive, documents.is_truncated, documents.facts,
  EXISTS (SELECT 1 FROM documents AS other WHERE other.key IN (substr(documents.key, 7),
    substr(documents.key, 7, max(0, instr(substr(documents.key, 7), '#') - 1)))) AS has_original
"""  # noqa: S608 - constants of ours
_JOINED = """
LEFT JOIN copies ON copies.id = sources.copy_id LEFT JOIN documents ON documents.id = copies.document_id
LEFT JOIN sites ON sites.id = copies.site_id WHERE judged.reason IS NULL
"""
# A table of its own for the places, and an index that gives the order: no row with a text in it is ever sorted.
_SOURCES = f"""
INSERT INTO sources SELECT reports.id, {SOURCE} FROM judged CROSS JOIN reports ON reports.id = judged.id
WHERE judged.reason IS NULL
"""  # noqa: S608 - constants of ours
_TEXT_SOURCES = f"""
INSERT INTO sources SELECT texts.id, {SOURCE.replace("c.report_id = reports.id", "c.text_id = texts.id")}
FROM judged CROSS JOIN reports ON reports.id = judged.id CROSS JOIN texts ON texts.report_id = reports.id
WHERE judged.reason IS NULL
"""  # noqa: S608 - as above
_REPORTS = f"""
SELECT reports.public_id, reports.title, reports.first_published_on, reports.period, genres.name AS genre,
  reports.script, reports.labels, reports.chars, reports.copies, reports.sites, reports.added_at, texts.sha256,
  texts.text, {_PLACE}
FROM judged INDEXED BY judged_by_name CROSS JOIN reports ON reports.id = judged.id
CROSS JOIN texts ON texts.id = reports.text_id LEFT JOIN genres ON genres.id = reports.genre_id
LEFT JOIN sources ON sources.of = reports.id {_JOINED} ORDER BY judged.public_id
"""  # noqa: S608 - as above
_TEXTS = f"""
SELECT texts.sha256, reports.public_id, texts.id = reports.text_id AS is_canonical, texts.relation, texts.measure,
  texts.canonical_share, (SELECT count(*) FROM copies AS c WHERE c.text_id = texts.id AND c.is_current) AS places,
  texts.chars, copies.title, texts.text, {_PLACE}
FROM judged INDEXED BY judged_by_name CROSS JOIN reports ON reports.id = judged.id
CROSS JOIN texts ON texts.report_id = reports.id LEFT JOIN sources ON sources.of = texts.id {_JOINED}
ORDER BY judged.public_id
"""  # noqa: S608 - as above


def report_rows(conn: sqlite3.Connection, people: People) -> Iterator[Mapping[str, Any]]:
    """Give a row for each report chosen, by its id."""
    for row in _named(conn, _SOURCES, _REPORTS):
        yield {
            "id": row["public_id"], "title": row["title"], **_place(row, people),
            "first_published_on": _date(row["first_published_on"]), "period": list_of(row["period"]),
            "genre": row["genre"], "script": row["script"], "labels": list_of(row["labels"]), "chars": row["chars"],
            "copies": row["copies"], "sites": row["sites"], "truncated": bool(row["is_truncated"]),
            "added_at": row["added_at"], "text_sha256": row["sha256"], "text": row["text"],
        }  # fmt: skip


def text_rows(conn: sqlite3.Connection, people: People) -> Iterator[Mapping[str, Any]]:
    """Give a row for each wording of the reports chosen, by report and order of filing."""
    for row in _named(conn, _TEXT_SOURCES, _TEXTS):
        yield {
            "id": row["sha256"], "report_id": row["public_id"], "is_canonical": bool(row["is_canonical"]),
            "relation": row["relation"], "measure": row["measure"], "canonical_share": row["canonical_share"],
            "places": row["places"], "chars": row["chars"], "title": row["title"], **_place(row, people),
            "text": row["text"],
        }  # fmt: skip


def _named(conn: sqlite3.Connection, sources: str, query: str) -> Iterator[dict[str, Any]]:
    """Find the place that each row is taken from, then give the rows by the names of their columns."""
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS sources (of INTEGER PRIMARY KEY, copy_id INTEGER)")
    conn.execute("DELETE FROM sources")
    conn.execute(sources)
    found = conn.execute(query)
    names = [column[0] for column in found.description]
    return (dict(zip(names, map(_plain, row), strict=True)) for row in found)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever SQLite holds
    """Give bytes, which none of our columns holds but another program may have left there, as text."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _place(row: Mapping[str, Any], people: People) -> dict[str, Any]:
    url = web_address(row["url"])
    kind = "asserted" if row["is_asserted"] else row["date_kind"]
    return {
        "url": url, "place_key": _place_key(row, url), "site": row["host"],
        "author": people.author(row["author"], kind=row["kind"]), "published_on": _date(row["held_on"]),
        "date_kind": kind if row["held_on"] else None, "noarchive": bool(row["noarchive"]),
        "contact": _contact(row["facts"]) if people.are_named else None,
    }  # fmt: skip


def _place_key(row: Mapping[str, Any], url: str | None) -> str | None:
    """Name the place where its address alone would not find it again, or would find another text."""
    key = row["document_key"]
    if url is None or key is None:
        return None
    base = key.removeprefix("given:")
    is_whole = (row["position"], row["part"], row["is_current"]) == (1, 0, 1)
    beside = "@given" if base != key and row["has_original"] else ""  # a page and what somebody says stood there
    if is_whole and not beside and f"given:{base}" == key_of_given(GivenText(text="", url=url)):
        return None
    if is_whole and not beside and base != key and "#" in base:  # from an export: it keeps the name that it had there
        return str(base)
    version = "" if row["is_current"] else f"@{row['version']}"
    return f"{base}#{row['position']}.{row['part']}{beside}{version}"


def web_address(url: object) -> str | None:
    """Give an address that can do nothing but be opened: http or https with a host and no password; else None."""
    if not isinstance(url, str) or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises ValueError where it is no number
        key_of_given(GivenText(text="", url=url))
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else None


def _date(stated: object) -> str | None:
    """Give a stated date that is one; None for none, and for what nobody can read as a date."""
    return stated if isinstance(stated, str) and span_of(stated) is not None else None


def list_of(value: object) -> list[str]:
    """Read a list of texts from a row; empty where there is none."""
    try:
        found = json.loads(value) if isinstance(value, str) else []
    except ValueError:
        return []
    return [str(one) for one in found] if isinstance(found, list) else []


def _contact(facts: object) -> str | None:
    try:
        found = json.loads(facts) if isinstance(facts, str) else {}
    except ValueError:
        return None
    contact = found.get("contact") if isinstance(found, dict) else None
    return None if contact is None else str(contact)
