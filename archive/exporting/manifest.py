"""The manifest beside what was taken away: what was asked for, by which rules it was made, what stayed behind."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from archive.exporting.request import Done
from archive.likeness.judge import RULES as LIKENESS_RULES
from archive.migrations import software

VERSION = 1
MARK = "gongwen_export"
"""The key by which a manifest of ours is told from another program's file of that name."""
NAME = "manifest.json"
OF_SAMPLE = ("sample", "by", "seed")
"""Parts of a choice that are no filters."""


def versions_of(conn: sqlite3.Connection) -> dict[str, Any]:
    """Give the versions that the rows of an archive depend on, each set of rules with how many rows it made."""
    info = dict(conn.execute("SELECT name, value FROM archive_info WHERE name NOT LIKE '%salt%' ORDER BY name"))
    return {
        "software": software(),
        "archive": info,
        "likeness": LIKENESS_RULES,
        "keys_of_texts": _counted(conn, "SELECT rules, count(*) FROM texts GROUP BY 1"),
        "edges_of_texts": _counted(conn, "SELECT relation_rules, count(*) FROM texts GROUP BY 1"),
        "relations": _counted(conn, "SELECT rules, count(*) FROM relations GROUP BY 1"),
        "recipes_of_captures": _counted(conn, "SELECT recipe, count(*) FROM captures WHERE state = 'read' GROUP BY 1"),
    }


def _counted(conn: sqlite3.Connection, query: str) -> dict[str, int]:
    return {"by key" if rules is None else str(rules): count for rules, count in conn.execute(query)}


def manifest_of(done: Done) -> dict[str, Any]:
    """Give the manifest, as JSON values."""
    request, choice = done.request, asdict(done.request.choice)
    filters = {name: value for name, value in choice.items() if name not in OF_SAMPLE and value not in (None, ())}
    sample = {"reports": choice["sample"], "by": choice["by"], "seed": choice["seed"],
              "order": "sha256(seed, NUL, id), the strata in turn", "strata": done.chosen.strata}  # fmt: skip
    return {
        MARK: VERSION, "made_at": done.made_at, "what": request.what, "meaning": done.meaning,
        "format": str(request.form), "filters": filters, "sample": sample if choice["sample"] is not None else None,
        "columns": {column.name: column.meaning for column in done.columns},
        "counts": {"rows": done.written.rows, "reports": done.chosen.count, "characters": done.tally.chars,
                   "hosts": len(done.tally.sites), "undated": done.tally.years.get("undated", 0),
                   "noarchive": done.tally.noarchive},
        "exclusions": [{"reason": reason, "reports": count} for reason, count in done.chosen.left.items()],
        "people": _people(done), "notes": done.written.notes, "rules": done.versions, "files": [_file(done)],
    }  # fmt: skip


def _people(done: Done) -> dict[str, Any]:
    if done.people.are_named:
        return {"named": True, "rule": "handles, contacts and replies as they stand (--with-people)"}
    salt = "kept with the archive" if done.people.is_kept else "of this export alone: other exports have other hashes"
    return {"named": False, "rule": "handles are salted hashes; replies and contacts stayed behind", "salt": salt}


def _file(done: Done) -> dict[str, Any]:
    written = done.written
    return {"name": written.name, "rows": written.rows, "bytes": written.bytes, "sha256": written.sha256}


def earlier_beside(path: Path, own: str) -> list[dict[str, Any]]:
    """Give the manifests of other exports that this one describes and whose files are there."""
    found = _read(path)
    listed = [found, *found.get("also_here", [])] if MARK in found else []
    return [
        {name: value for name, value in one.items() if name != "also_here"}
        for one in listed
        if isinstance(one, dict) and (name := _name_of(one)) not in (None, own) and (path.parent / str(name)).exists()
    ]


def _name_of(manifest: Mapping[str, Any]) -> str | None:
    try:
        return str(manifest["files"][0]["name"])
    except (KeyError, IndexError, TypeError):
        return None


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def is_ours_or_free(path: Path) -> bool:
    """Say whether a manifest may be written at that name: nothing is there, or an earlier manifest of ours."""
    return not path.exists() or MARK in _read(path)
