"""Where the cells of an answer lead: ids to our pages, hosts to their reports, row numbers to their rows.

The rows of an answer belong to no table, so its columns are known by the names that the ready-made questions give them.
"""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import markupsafe

from archive.datasette.links import report_path

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

IDS = frozenset({"public_id", "other_id", "first_report"})
HOSTS = frozenset({"host", "other_host", "earlier_host", "later_host"})
ROWS = {"report": "reports", "copy": "copies", "document": "documents", "capture": "captures", "crawl": "crawls",
        "passage": "passages", "site": "sites", "text": "texts"}  # fmt: skip
LONGEST_HOST = 253
# Public ids are the beginning of a digest: one class, and an end.
_ID = re.compile(r"[0-9a-f]{4,64}")


def linked(datasette: "Datasette", database: str, column: str, value: object) -> str | None:
    """Give the cell of an answer as a link; None for one that leads nowhere."""
    if column in ROWS and type(value) is int:
        return _link(datasette.urls.row(database, ROWS[column], str(value)), str(value))
    if not isinstance(value, str):
        return None
    if column in IDS and _ID.fullmatch(value):
        return _link(report_path(datasette, value), value)
    if column in HOSTS and value and len(value) <= LONGEST_HOST and value.isprintable():
        reports = datasette.urls.table(database, "reports")
        return _link(f"{reports}?{urlencode({'_site': value})}", value)
    return None


def _link(href: object, shown: str) -> str:
    return markupsafe.Markup('<a href="{}">{}</a>').format(str(href), shown)
