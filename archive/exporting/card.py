"""The data card beside what was taken away: a README.md that Hugging Face reads, with how the data was made.

Nothing that archived pages wrote gets into it unguarded: names of hosts and genres stand in code spans.
"""

from collections.abc import Mapping
from typing import Any

from archive.exporting.cells import as_json
from archive.exporting.request import Format

NAME = "README.md"
MARK = "<!-- written by gongwen export -->"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"),
          (10_000_000, "1M<n<10M"))  # fmt: skip
_READABLE = (Format.JSONL, Format.CSV, Format.PARQUET)
"""Forms that Hugging Face loads."""
MOST_ROWS = 20
"""Rows of the card's tables of hosts, genres and years."""

_METHOD = """\
## How it was made 方法

Pages of public Chinese forums, document sites and portals were fetched with respect for robots.txt, or imported, and
kept as they came in WARC files. Named rules took out what does not belong to the text; each change is kept and can be
undone (`gongwen export --what edits`). Texts that are the same report, whatever was done to it (script, masks, wraps,
notices, a changed word in ten, an end cut off), are one report by verified comparison; a row names the place it was
taken from. The versions of all rules are in `{manifest}`.

## Limits 局限

* Many copies state no date: `published_on` is empty there, and `first_published_on` is the earliest KNOWN, no more.
* What was never captured is not here: absence from this file says nothing about the web.
* Cleaning and recognising copies err now and then; the archive's own edits and measures say where to look.
* A host that states an earlier date need not be the source of another.

## People and rights 权利

{people}

The texts belong to whoever wrote them; this collection grants no licence to them. If a page of yours is in here and
should not be, write to whoever published this file, with the `id` of the row.

## How to cite 引用

Name the archive it was taken from, this file with its sha256 (in `{manifest}`), the day it was made ({made_on})
and {software}.
"""


def card_of(manifest: Mapping[str, Any], earlier: list[dict[str, Any]], tables: Mapping[str, Mapping[str, int]]) -> str:
    """Give the card for a manifest, the manifests of exports beside it, and sums by host, genre and year."""
    parts = [_front(manifest, earlier), MARK, "", _opening(manifest), _columns(manifest)]
    parts += [_table(name, sums) for name, sums in tables.items() if sums]
    method = _METHOD.format(people=_people(manifest), made_on=manifest["made_at"][:10], manifest="manifest.json",
                            software=manifest["rules"]["software"])  # fmt: skip
    return "\n".join([*parts, method])


def _front(manifest: Mapping[str, Any], earlier: list[dict[str, Any]]) -> str:
    """Give the block that Hugging Face reads; all of its values are ours, or quoted as JSON, which YAML reads."""
    rows = manifest["counts"]["rows"]
    size = next((name for limit, name in _SIZES if rows < limit), "n>10M")
    configs = [
        f"  - config_name: {as_json(one['what'])}\n    data_files: {as_json(one['files'][0]['name'])}"
        for one in (manifest, *earlier)
        if one.get("format") in _READABLE
    ]
    listed = ["configs:", *dict.fromkeys(configs)] if configs else []
    return "\n".join(["---", "language:", "  - zh", "license: other", "license_name: rights-of-the-authors",
                      f"pretty_name: {as_json('Gongwen ' + manifest['what'])}", "size_categories:", f"  - {size}",
                      "tags:", "  - gongwen", "  - chinese", "  - reports", *listed, "---"])  # fmt: skip


def _opening(manifest: Mapping[str, Any]) -> str:
    counts = manifest["counts"]
    asked = as_json(manifest["filters"]) if manifest["filters"] else "none: all reports of the archive"
    lines = [
        f"# Gongwen: {manifest['what']}", "",
        f"{manifest['meaning'].capitalize()}: {counts['rows']} rows of {counts['reports']} reports, taken on"
        f" {manifest['made_at'][:10]} from an archive made with Gongwen.", "",
        f"* Filters: {_code(asked)}", f"* Sample: {_sample(manifest['sample'])}",
        f"* Undated rows: {counts['undated']}; pages that ask not to be archived: {counts['noarchive']}",
        f"* File: {_code(manifest['files'][0]['name'])}, sha256 {_code(manifest['files'][0]['sha256'])}",
        *(f"* Left behind: {one['reports']} reports {one['reason']}" for one in manifest["exclusions"]),
        *(f"* Note: {count} {note}" for note, count in manifest["notes"].items()), "",
    ]  # fmt: skip
    return "\n".join(lines)


def _sample(sample: Mapping[str, Any] | None) -> str:
    if sample is None:
        return "none"
    by = f", dealt out evenly by {', '.join(sample['by'])}" if sample["by"] else ""
    return f"{sample['reports']} reports by hash order{by}, seed {_code(sample['seed'])}"


def _columns(manifest: Mapping[str, Any]) -> str:
    rows = [f"| `{name}` | {meaning.replace('|', '/')} |" for name, meaning in manifest["columns"].items()]
    return "\n".join(["## Columns 字段", "", "| column | meaning |", "|---|---|", *rows, ""])


def _table(name: str, sums: Mapping[str, int]) -> str:
    largest = sorted(sums.items(), key=lambda one: (-one[1], one[0]))[:MOST_ROWS]
    more = f"\n\n… and {len(sums) - MOST_ROWS} more." if len(sums) > MOST_ROWS else ""
    rows = [f"| {_code(value)} | {count} |" for value, count in largest]
    return "\n".join([f"## By {name}", "", f"| {name} | rows |", "|---|---|", *rows]) + more + "\n"


def _code(text: str) -> str:
    """Give text as a code span that it cannot end, in a table or out of it."""
    return "`" + " ".join(as_json(text)[1:-1].split()).replace("`", "'").replace("|", "/")[:200] + "`"


def _people(manifest: Mapping[str, Any]) -> str:
    if manifest["people"]["named"]:
        return "People are named here as the pages name them: handle it as personal data."
    return "Handles of forums and portals are salted hashes; replies and contacts stayed in the archive."
