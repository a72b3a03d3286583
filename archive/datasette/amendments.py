"""What is changed in Datasette's own templates where an archive is served: no scripts, labels for its fields.

A change that does not fit the text of a template, as that of another version, is left out: the page stays Datasette's.
"""

from collections.abc import Mapping, Sequence

COLUMNS = '<details class="columns"><summary>各栏含义 <span lang="en">What the columns mean</span></summary>'
_SELECT, _FIELD = '<select name="{}"', '<input type="text" name="{}"'
_FILTER = {"_filter_column": "栏 Column", "_filter_op": "比较 Comparison"}
_NAMES = _FILTER | {f"{name}_{{{{ loop.index }}}}": said for name, said in _FILTER.items()} | {"_sort": "排序 Sort"}
"""Fields of the filter, those of filters that are set among them."""

Change = tuple[str, str]
"""What stands there, and what is to."""


def _labels() -> list[Change]:
    """Name the fields of the filter, which have no label of their own, for readers who hear them."""
    changes: list[Change] = []
    for name, said in _NAMES.items():
        plain = _SELECT.format(name)
        changes.append((plain, f'{plain} aria-label="{said}"'))
    for full in ("_filter_value", "_filter_value_{{ loop.index }}"):
        plain = _FIELD.format(full)
        changes.append((plain, f'{plain} aria-label="值 Value"'))
    return changes


AMENDMENTS: Mapping[str, Sequence[Change]] = {
    "table.html": (
        ('<dl class="column-descriptions">', f'{COLUMNS}<dl class="column-descriptions">'),
        ("</dl>\n", "</dl></details>\n"),
        ("Search:</label>", '搜索 <span lang="en">Search</span></label>'),
        *_labels(),
    ),
    "row.html": (("{% include custom_table_templates %}", '{% include "gongwen_row_cells.html" %}'),),
    "_facet_results.html": (('class="cross">', 'class="cross" aria-label="取消 Remove">'),),
    **dict.fromkeys(
        ("query.html", "database.html", "_codemirror.html", "_codemirror_foot.html", "_action_menu.html", "_table.html",
         "_sql_parameter_scripts.html", "query_list.html", "_query_results.html"), ()
    ),
}  # fmt: skip
"""Datasette's templates for reading, and what is changed in each; from all of them scripts are taken."""


def amended(name: str, source: str) -> str:
    """Give one of these templates as an archive shows it."""
    for stands, put in AMENDMENTS[name]:
        source = source.replace(stands, put)
    return without_scripts(source)


def without_scripts(source: str) -> str:
    """Take the script elements out of a template; one that does not end takes the rest with it."""
    kept: list[str] = []
    while source:
        before, opened, rest = source.partition("<script")
        kept.append(before)
        if not opened:
            break
        source = rest.partition("</script>")[2]
    return "".join(kept)
