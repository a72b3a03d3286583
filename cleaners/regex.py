"""A regular expression that is compiled when it is first asked for something, not when its module is imported.

Why: the package holds over a thousand; compiling them was half of what each start of the program cost (0.5 of 1.1 s),
and most starts use few. Only module-level expressions need this; what a function makes it may `re.compile`.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, AnyStr, cast

_ASKED = (
    "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "scanner",
    "flags", "groups", "groupindex",
)  # fmt: skip
"""What only a compiled expression can give."""


class LazyPattern:
    """Stand in for a `re.Pattern` until the first use, then pass its bound methods on: a call costs what it did."""

    __slots__ = ("flags_given", "pattern", *_ASKED)

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern: str | bytes = pattern
        self.flags_given = int(flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever `re.Pattern` has under that name
        """Compile; runs only while the slot of `name` is empty, so once."""
        if name not in _ASKED:
            raise AttributeError(f"'re.Pattern' object has no attribute {name!r}")
        compiled = re.compile(self.pattern, self.flags_given)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)

    @property  # type: ignore[misc]  # `object` lets it be set, this does not
    def __class__(self) -> type:
        """Pass for a `re.Pattern` with `isinstance`, and so with `re.sub(expression, …)`, which asks that."""
        return re.Pattern

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.__reduce__() == other.__reduce__()

    def __hash__(self) -> int:
        return hash((self.pattern, self.flags_given))

    def __repr__(self) -> str:
        return f"regex({self.pattern!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str | bytes, int]]:
        return regex, (self.pattern, self.flags_given)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give a regular expression as `re.compile` does, compiled at its first use; a wrong one raises `re.error` then.

    The `re` of a match is the compiled expression, not this stand-in: compare their `pattern`.
    tests/cleaners/test_regex.py compiles every one of the package.
    """
    return cast("re.Pattern[AnyStr]", LazyPattern(pattern, flags))


def joined(shapes: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """Give one expression that fits whole what any of some shapes fits whole: one call in place of dozens.

    What groups are called is left out, so no shape may refer back to one.
    """
    parts: list[str] = []
    for shape in cast("Iterable[LazyPattern]", shapes):
        pattern = _NAMED.sub("(?:", str(shape.pattern))
        parts.append(f"(?i:{pattern})" if shape.flags_given & re.IGNORECASE else f"(?:{pattern})")
    return regex("|".join(parts))


_NAMED = re.compile(r"\(\?P<\w+>")
