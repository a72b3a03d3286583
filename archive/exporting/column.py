"""A column of a table that is taken away."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """Its name, what its values are, and what it means."""

    name: str
    values: str
    """text, int, real, flag, or list (of texts)."""
    meaning: str
    is_personal: bool = False
    """True = leaves only with `--with-people`."""
