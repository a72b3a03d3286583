"""What is changed in Datasette's own templates where an archive is served: no scripts, labels for its fields.

A change that does not fit the text of a template, as that of another version, is left out: the page stays Datasette's.
"""

from collections.abc import Mapping, Sequence

from archive.datasette.headers import LONGEST_ADDRESS

COLUMNS = '<details class="columns"><summary>各栏含义 <span lang="en">What the columns mean</span></summary>'
_SELECT, _FIELD = '<select name="{}"', '<input type="text" name="{}"'
_FILTER = {"_filter_column": "栏 Column", "_filter_op": "比较 Comparison"}
_NAMES = _FILTER | {f"{name}_{{{{ loop.index }}}}": said for name, said in _FILTER.items()} | {"_sort": "排序 Sort"}
"""Fields of the filter, those of filters that are set among them."""

_CUT = '(facet_value.label|string|truncate(80, true, "…")) or "-"'

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


_IS_ASKED = "{% if canned_query or stored_query %}"
"""A ready-made question, as the two lines of Datasette call it; else somebody's own SQL."""
_NOTHING = ("0 results", '没有结果 <span lang="en">0 results</span>')
_ASKED: Sequence[Change] = (
    ("<h3>Custom SQL query{% if", f'<h3>{_IS_ASKED}现成问题 <span lang="en">Ready-made question</span>'
     "{% else %}SQL 查询 Custom SQL query{% endif %}{% if"),
    ('value="Run SQL"', f'value="{_IS_ASKED}查询 Ask{{% else %}}运行 Run SQL{{% endif %}}"'),
    ('(<a href="{{ show_hide_link }}">', '(SQL: <a href="{{ show_hide_link }}">'),
    ("<h3>Query parameters</h3>", '<h3>要问什么 <span lang="en">What to ask for</span></h3>'),
    ('<label for="qp{{ loop.index }}">{{ name }}</label>',
     '<label for="qp{{ loop.index }}">{{ gongwen_field(name) }}</label>'),
    _NOTHING,
)  # fmt: skip
_FACETS: Sequence[Change] = (
    ('class="cross">', 'class="cross" aria-label="取消 Remove">'),
    ('{{ facet_info.name }}{% if facet_info.type != "column" %} ({{ facet_info.type }}){% endif %}',
     "{{ gongwen_field(facet_info.name) }}"),
    ('{{ (facet_value.label | string()) or "-" }}', f"{{{{ {_CUT} }}}}"),
    ('{{ facet_value.label or "-" }}', f"{{{{ {_CUT} }}}}"),
    (' data-facet-value="{{ facet_value.value }}"', ""),
    ('<a href="{{ facet_value.toggle_url }}"',
     f"<a{{% if facet_value.toggle_url|length < {LONGEST_ADDRESS} %}}"
     ' href="{{ facet_value.toggle_url }}"{% endif %}'),
)  # fmt: skip
"""A value may have megabytes: it is shown by its beginning, and leads to its list where an address can hold it."""

AMENDMENTS: Mapping[str, Sequence[Change]] = {
    "table.html": (
        ('<dl class="column-descriptions">', f'{COLUMNS}<dl class="column-descriptions">'),
        ("</dl>\n", "</dl></details>\n"),
        ("Search:</label>", '搜索 <span lang="en">Search</span></label>'),
        ("{% if all_columns %}", "{% if false %}"),  # of 1.0: buttons that do nothing without its scripts
        ('class="count-all"', 'class="count-all" hidden'),
        *_labels(),
    ),
    "row.html": (("{% include custom_table_templates %}", '{% include "gongwen_row_cells.html" %}'),),
    "_facet_results.html": _FACETS,
    "_crumbs.html": (("{{ item.label }}", "{{ gongwen_crumb(item.label) }}"),),
    "query.html": _ASKED,
    "_query_results.html": (_NOTHING,),
    "_sql_parameters.html": (
        ("<h2>Parameters</h2>", '<h2>要问什么 <span lang="en">What to ask for</span></h2>'),
        ("{{ parameter }}</label>", "{{ gongwen_field(parameter) }}</label>"),
    ),
    "database.html": (
        ("{{ table.name }}</a>", "{{ gongwen_crumb(table.name) }}</a>"),
        ('<h2 id="tables">Tables', '<h2 id="tables">表 <span lang="en">Tables</span>'),
        ('<h2 id="queries">Queries', '<h2 id="queries">现成问题 <span lang="en">Ready-made questions</span>'),
    ),
    **dict.fromkeys(
        ("_codemirror.html", "_codemirror_foot.html", "_action_menu.html", "_table.html",
         "_sql_parameter_scripts.html", "query_list.html", "_close_open_menus.html"), ()
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
