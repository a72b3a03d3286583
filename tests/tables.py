"""A table of cases as one test: every row is tried, and the message names each that fails.

Where `pytest.mark.parametrize` makes a test of each row, `table` makes one of all: thousands of rows that take no time
cost pytest more than they cost us, as each process collects, names and reports them. The mutation check asks for the
rows that name what it switched off first, and for no more once one is red.
"""

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pytest

Test = Callable[..., None]
SHOWN: Final = 20
"""Rows whose message is printed; those after it are named only."""
NAME_CHARS: Final = 100


@dataclass(slots=True, kw_only=True)
class Order:
    """In which order rows are tried, and how far."""

    word: str = ""
    """Rows that hold it come first."""
    stops: bool = False
    """Stop at the first red row."""


ORDER: Final = Order()
"""The mutation check changes it, in a child of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case."""

    name: str
    values: dict[str, Any]

    @property
    def words(self) -> str:
        """Give the strings of the row."""
        return "\n".join(value for value in self.values.values() if isinstance(value, str))


def table(
    names: str | Sequence[str], rows: Iterable[Any], *, ids: Iterable[str] | Callable[[Any], str] | None = None
) -> Callable[[Test], Test]:
    """Try a test on every row; the arguments are those of `pytest.mark.parametrize`.

    A row can carry no marks and cannot skip: a table is red when one of its rows is anything but green. TypeError for
    rows with marks or of another length than the names, ValueError for a table without rows.
    """
    found = _rows(names, list(rows), ids)

    def of(test: Test) -> Test:
        @functools.wraps(test)
        def every(**fixtures: Any) -> None:
            __tracebackhide__ = True
            _try(found, functools.partial(test, **fixtures))

        own = inspect.signature(test)
        rest = [one for one in own.parameters.values() if one.name not in found[0].values]
        every.__signature__ = own.replace(parameters=rest)  # type: ignore[attr-defined]  # what pytest reads
        every.words = "\n".join([row.words for row in found] + [words_of(test)])  # type: ignore[attr-defined]
        return every

    return of


def words_of(test: object) -> str:
    """Give the strings of all rows of a test; "" for a test without a table."""
    return getattr(test, "words", "")


def _rows(names: str | Sequence[str], rows: list[Any], ids: Any) -> list[Row]:
    """Give each row its name and the names of its values."""
    if not rows:
        raise ValueError(f"the table of {names} has no rows")
    single = isinstance(names, str) and "," not in names
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    told = [None] * len(rows) if ids is None or callable(ids) else list(ids)
    found = []
    for row, name in zip(rows, told, strict=True):
        values = row.values if isinstance(row, _Param) else (row,) if single else tuple(row)
        if len(values) != len(keys) or (isinstance(row, _Param) and row.marks):
            raise TypeError(f"a row of a table is {len(keys)} values without marks, not {row!r}")
        named = name or (row.id if isinstance(row, _Param) else None)
        named = named or "-".join(_printed(value, ids if callable(ids) else None) for value in values)
        found.append(Row(name=str(named), values=dict(zip(keys, values, strict=True))))
    return found


_Param = type(pytest.param())


def _printed(value: object, called: Callable[[Any], Any] | None) -> str:
    """Give the name of a value: what the test says, or its print."""
    told = called(value) if called else None
    name = told if told is not None else getattr(value, "__name__", None) or repr(value)
    return str(name)[:NAME_CHARS]


def _try(rows: list[Row], test: Test) -> None:
    """Try every row; raise for all that are not green, from the first of them."""
    __tracebackhide__ = True
    failed: list[tuple[Row, BaseException]] = []
    for row in sorted(rows, key=lambda row: ORDER.word not in row.words) if ORDER.word else rows:
        try:
            test(**row.values)
        except (Exception, pytest.fail.Exception, pytest.skip.Exception, pytest.xfail.Exception) as error:  # noqa: BLE001 - whatever a row raises is told
            failed.append((row, error))
            if ORDER.stops:
                break
    if failed:
        raise AssertionError("\n".join(_message(failed, len(rows)))) from failed[0][1]


def _message(failed: Sequence[tuple[Row, BaseException]], rows: int) -> Iterator[str]:
    """Give the lines that say which rows failed, where and why."""
    yield f"{len(failed)} of {rows} rows are not green:"
    for number, (row, error) in enumerate(failed):
        yield f"[{row.name}]"
        if number < SHOWN:
            last = traceback.extract_tb(error.__traceback__)[-1]
            said = "".join(traceback.format_exception_only(error)).strip()
            yield f"    line {last.lineno} in {last.name}: {said}".replace("\n", "\n    ")
