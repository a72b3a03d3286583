"""Rows as Parquet, in groups that fit into little memory; pyarrow is imported only here, and only when it is needed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.errors import BadChoice
from archive.exporting.column import Column
from archive.exporting.writing import Row, Written, beside

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow carries no annotations

GROUP_ROWS = 2_000
GROUP_CHARS = 4_000_000
"""Characters of a row group's texts, after which it is written."""


def need_pyarrow() -> None:
    """Raise BadChoice, with the way out, where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # type: ignore[import-untyped]  # noqa: F401, PLC0415 - 60 MB that only Parquet needs
    except ImportError as error:
        raise BadChoice("Parquet needs pyarrow: pip install 'gongwen[parquet]', or take --format jsonl") from error


def write_parquet(rows: Iterable[Row], columns: Sequence[Column], path: Path) -> Written:
    """Write a Parquet file with a column of the right type for each of ours, meanings in the schema's metadata."""
    need_pyarrow()
    import pyarrow as pa  # noqa: PLC0415 - as above
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    schema = pa.schema([
        pa.field(column.name, _type(pa, column), metadata={"meaning": column.meaning}) for column in columns
    ])
    count = 0
    with beside(path) as out, pq.ParquetWriter(pa.PythonFile(out, mode="w"), schema, compression="zstd") as writer:
        for group in _groups(rows):
            count += len(group)
            table = {column.name: [_value(column, row.get(column.name)) for row in group] for column in columns}
            writer.write_table(pa.Table.from_pydict(table, schema=schema))
        writer.close()  # its last bytes belong to the file before that takes its place
    return Written(name=path.name, rows=count, bytes=out.bytes, sha256=out.sha256, notes={})


def _type(pa: Any, column: Column) -> "pa.DataType":  # noqa: ANN401 - the module, loaded late
    types = {"int": pa.int64, "real": pa.float64, "flag": pa.bool_, "list": lambda: pa.list_(pa.string())}
    return types.get(column.values, pa.string)()


def _value(column: Column, value: object) -> object:
    """Give a value of the column's type; None where SQLite held something that is none."""
    if value is None or column.values == "flag":
        return None if value is None else bool(value)
    if column.values == "list":
        return list(value) if isinstance(value, list | tuple) else []
    if column.values in ("int", "real"):
        return _number(value, whole=column.values == "int")
    return str(value).encode("utf-8", "backslashreplace").decode()


def _number(value: Any, *, whole: bool) -> int | float | None:  # noqa: ANN401 - whatever SQLite held
    try:
        return int(value) if whole else float(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _groups(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    group: list[Mapping[str, Any]] = []
    chars = 0
    for row in rows:
        group.append(row)
        chars += sum(len(value) for value in row.values() if isinstance(value, str))
        if len(group) >= GROUP_ROWS or chars >= GROUP_CHARS:
            yield group
            group, chars = [], 0
    if group:
        yield group
