"""What a table is made of, and the statements that create it. The tables themselves stand in the modules beside."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its SQL type and constraints, and what it means."""

    name: str
    sql: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index with a name of its own: one that queries rely on, over some rows only, or of many columns."""

    name: str
    columns: tuple[str, ...]
    where: str | None = None
    """Condition of its rows; None = all rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its columns, table constraints, indexes (tuples of columns), and whether Datasette hides it."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    named_indexes: tuple[Index, ...] = ()
    label: str | None = None
    hidden: bool = False
    without_rowid: bool = False

    def create(self) -> str:
        """Give the CREATE TABLE statement."""
        parts = [f'"{column.name}" {column.sql}' for column in self.columns]
        body = ",\n  ".join([*parts, *self.constraints])
        return f'CREATE TABLE "{self.name}" (\n  {body}\n)' + (" WITHOUT ROWID" if self.without_rowid else "")

    def create_indexes(self) -> tuple[str, ...]:
        """Give the CREATE INDEX statements."""
        plain = tuple(
            f'CREATE INDEX "idx_{self.name}_{"_".join(columns)}" ON "{self.name}" ({", ".join(columns)})'
            for columns in self.indexes
        )
        named = tuple(
            f'CREATE INDEX "{index.name}" ON "{self.name}" ({", ".join(index.columns)})'
            + (f" WHERE {index.where}" if index.where else "")
            for index in self.named_indexes
        )
        return plain + named


ID = Column("id", "INTEGER PRIMARY KEY", "Number of the row.")


def ref(name: str, table: str, meaning: str, *, needed: bool = False) -> Column:
    """Make a foreign-key column."""
    return Column(name, f'INTEGER{" NOT NULL" if needed else ""} REFERENCES "{table}"(id)', meaning)
