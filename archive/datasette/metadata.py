"""What Datasette is told of an archive: meanings, labels, hidden tables, the search box, ready-made queries.

All of it comes from `archive.schema`, so that a column described there is described here.
"""

from typing import Any

from archive.schema import TABLES, Table
from archive.tables.passages import SHADOWS

DATABASE = "archive"
"""Name under which every archive is served: templates, queries and links hang on it."""
HIDDEN = ("_sqlite_migrations", "reports_fts", "reports_fts_config", "reports_fts_data", "reports_fts_docsize",
          "reports_fts_idx", "sqlite_sequence")  # fmt: skip
SORTED = {"passages": "reports"}
"""Tables that begin with the largest of a column."""
NEWEST_FIRST = ("reports", "captures", "copies", "crawls", "documents", "failures", "assertions")
FACETS = {"reports": ["script", "genre_id"], "frontier": ["state"], "captures": ["state"], "edits": ["rule"],
          "passages": ["kind"], "assertions": ["field", "state", "who"]}  # fmt: skip
"""Few, and short lists of values: each costs a pass over what a page's filter finds."""

SEARCH = """
select reports.public_id, reports.title, zh_snippet(texts.text, :q) as snippet, reports.copies, reports.sites,
  reports.first_published_on, reports.id as report
from reports_fts join reports on reports.id = reports_fts.rowid join texts on texts.id = reports.text_id
where reports_fts match zh_query(:q) order by bm25(reports_fts, 8.0, 1.0), reports.id limit 50
"""
FIRST = """
select coalesce(json_extract(copies.asserted, '$.published_on.value'), copies.published_on) as published_on,
  sites.host, copies.title, copies.url, copies.is_current, copies.first_seen_at, copies.asserted
from copies join reports on reports.id = copies.report_id left join sites on sites.id = copies.site_id
where reports.public_id = :public_id
order by coalesce(json_extract(copies.asserted, '$.published_on.value'), copies.published_on, '9999'),
  copies.first_seen_at
"""
MOST_SHARED = """
select passages.text, passages.kind, passages.reports, passages.sites, passages.figures, passages.first_used_on,
  reports.title as first_title, reports.public_id as first_report, passages.id as passage
from passages left join reports on reports.id = passages.first_report_id
where instr(passages.text, :words) order by passages.reports desc, passages.id limit 200
"""
LABELLED = """
select labels.value as label, reports.public_id, reports.title, reports.copies, reports.first_published_on,
  reports.id as report
from assertions join reports as named on named.public_id = substr(assertions.subject, length('report:') + 1)
join reports on reports.id = coalesce(named.merged_into_id, named.id) join json_each(reports.labels) as labels
where assertions.field = 'label' and assertions.state = 'holds' and assertions.value = labels.value
  and instr(labels.value, :label)
group by labels.value, reports.id order by labels.value, reports.id limit 500
"""
STATES = "select state, reason, count(*) as urls from frontier group by state, reason order by urls desc"


def metadata() -> dict[str, Any]:
    """Give the whole of it, as JSON values."""
    tables: dict[str, Any] = {table.name: _table(table) for table in TABLES}
    unseen = (*HIDDEN, *(table.name for table in SHADOWS))  # the latter exist while passages are being made
    tables |= {name: {"hidden": True} for name in unseen}
    return {
        "title": "Gongwen",
        "description": "Reports from Chinese forums and document sites, each once, with every place it was seen.",
        "plugins": {"gongwen": {"is_archive": True}},
        "databases": {DATABASE: {"tables": tables, "queries": _queries()}},
    }


def _table(table: Table) -> dict[str, Any]:
    """Describe one table."""
    said: dict[str, Any] = {
        "description": table.meaning,
        "columns": {column.name: column.meaning for column in table.columns},
        "hidden": table.hidden,
    }
    if table.label:
        said["label_column"] = table.label
    if table.name in NEWEST_FIRST:
        said["sort_desc"] = "id"
    if table.name in SORTED:
        said["sort_desc"] = SORTED[table.name]
    if table.name in FACETS:
        said["facets"] = FACETS[table.name]
    if table.name == "reports":
        said |= {"fts_table": "reports_fts", "fts_pk": "id"}
    return said


def _queries() -> dict[str, Any]:
    """Give the ready-made queries; arbitrary SQL is off."""
    queries: dict[str, dict[str, Any]] = {
        "search": {"title": "搜索 Search", "sql": SEARCH, "params": ["q"],
                   "description": "The best matches first; terms are set apart by spaces, either script finds both."},
        "who_published_first": {"title": "Who published it first", "sql": FIRST, "params": ["public_id"],
                                "description": "Copies by stated date; undated ones last: the first KNOWN, no more."},
        "most_shared_passages": {"title": "套话 Most shared passages", "sql": MOST_SHARED, "params": ["words"],
                                 "description": "Sentences and paragraphs that most different reports have, with their"
                                                " first known use; with words: those that hold them."},
        "labelled": {"title": "标签 Reports by label", "sql": LABELLED, "params": ["label"],
                     "description": "Labels that people gave with `gongwen assert`; nothing typed in: all of them."},
        "states": {"title": "What URLs came to", "sql": STATES, "description": "States and reasons, with counts."},
    }  # fmt: skip
    return {name: {**query, "hide_sql": True} for name, query in queries.items()}
