"""Every switch of the code: the rules, and what module-level constants select by, each with the value that is "off".

Not here: how a switched value reaches what was made of it (`spread`), and the tests that must notice (`running`).
"""

import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import FunctionType, ModuleType
from typing import Any

from cleaners.rules.rule import Rule
from tests.mutation.excluded import EXCLUDED, EXCLUDED_TYPES

CONSTANT = re.compile(r"_{0,2}[A-Z][A-Z0-9_]*")
_EXCLUDED = tuple(re.compile(rf"(?:.+\.)?{pattern}") for pattern in EXCLUDED)
OFF = "switchedoffxq"
"""Stands for any word: no page says it; as a pattern and as an XPath it is well-formed and finds nothing."""
NEVER = re.compile(r"(?!)")
NAMES_ONLY = ("name", "rule", "family", "version", "reason", "why")
"""Fields of a dataclass that say what it is called or for, not what it finds."""
ALTERNATIVES = 3
"""Words joined by `|`, from this many on, are a word list in a string."""
MANY = 1000
"""A threshold is tried at nothing and at this many times itself."""


class Kind(StrEnum):
    """What a switch is; all but thresholds must be noticed."""

    RULE = "rule"
    SELECTOR = "selector"
    WORD = "word"
    FIELD = "field"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One way to take one thing out of the code: `name` of `module` becomes `value`."""

    module: str
    name: str
    part: str = ""
    kind: Kind
    value: object = dataclasses.field(repr=False)

    @property
    def label(self) -> str:
        """Give `NAME` or `NAME[part]`."""
        return f"{self.name}[{self.part}]" if self.part else self.name


def switches_of(modules: list[str], *, rules: tuple[Rule, ...] = ()) -> list[Switch]:
    """Give every switch of these loaded modules, rules first, in the order of the sources."""
    found = []
    for name in modules:
        module = sys.modules[name]
        for constant in constants_of(module):
            value = vars(module)[constant]
            if isinstance(value, Rule):
                if value in rules:
                    off = dataclasses.replace(value, find=_finds_nothing)
                    found.append(Switch(module=name, name=constant, kind=Kind.RULE, value=off))
            elif not is_excluded(name, constant):
                found += [
                    Switch(module=name, name=constant, part=part, kind=kind, value=off)
                    for part, kind, off in variants(value)
                ]
    return sorted(found, key=lambda switch: switch.kind is not Kind.RULE)


def constants_of(module: ModuleType) -> list[str]:
    """Give the names in capitals that a module itself assigns on its top level, in order."""
    names: dict[str, None] = {}
    body = ast.parse(inspect.getsource(module)).body
    makers = {node.name for node in body if isinstance(node, ast.FunctionDef) and _reads_constants(node)}
    for node in body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        if _is_made_of_others(node.value, makers):
            continue
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            found = (part.id for part in ast.walk(target) if isinstance(part, ast.Name))
            names |= {name: None for name in found if CONSTANT.fullmatch(name)}
    return list(names)


def _reads_constants(node: ast.AST) -> bool:
    """Say whether a piece of source reads constants."""
    return any(isinstance(part, ast.Name) and CONSTANT.fullmatch(part.id) for part in ast.walk(node))


def _is_made_of_others(value: ast.expr, makers: set[str]) -> bool:
    """Say whether an expression only puts other constants together: they are switches themselves."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in makers and not value.args:
        return True
    parts = list(ast.walk(value))
    is_new = any(isinstance(part, ast.Constant) and not isinstance(part.value, bool | None) for part in parts)
    is_joined = isinstance(value, ast.Call) and any(
        isinstance(part, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) for part in value.args
    )
    is_mapped = isinstance(value, ast.DictComp | ast.SetComp | ast.ListComp)
    return _reads_constants(value) and (not is_new or is_joined or is_mapped)


def is_excluded(module: str, constant: str) -> bool:
    """Say whether a constant is no switch by the list in `excluded`."""
    return any(pattern.fullmatch(f"{module}.{constant}") for pattern in _EXCLUDED)


Variant = tuple[str, Kind, object]


def variants(value: object) -> Iterator[Variant]:
    """Give the ways to switch a value off: (which part, what it is, the new value); none for what selects nothing."""
    if value is None or isinstance(value, (bool, Enum, type, *EXCLUDED_TYPES)):
        return
    if isinstance(value, int | float):
        yield from (("none", Kind.THRESHOLD, type(value)(0)), ("many", Kind.THRESHOLD, value * MANY))
    elif isinstance(value, str):
        yield "", Kind.SELECTOR, OFF
        words = value.split("|") if not re.search(r"[()\[\]/@]", value) else []
        for word in words if len(words) >= ALTERNATIVES else ():
            yield word, Kind.WORD, "|".join(other for other in words if other != word)
    elif isinstance(value, re.Pattern):
        yield "", Kind.SELECTOR, NEVER if isinstance(value.pattern, str) else re.compile(rb"(?!)")
    elif isinstance(value, Mapping):
        yield from _mapping_variants(value)
    elif isinstance(value, tuple | list):
        yield from _row_variants(value)
    elif isinstance(value, frozenset | set):
        for element in sorted(value, key=repr):
            yield _brief(element), Kind.WORD, type(value)(value - {element})
    elif dataclasses.is_dataclass(value):
        yield from _field_variants(value)
    elif callable(value) and not isinstance(value, FunctionType):
        yield "", Kind.SELECTOR, _silent(value)
    elif isinstance(value, FunctionType) and value.__name__ != value.__qualname__:
        yield "", Kind.SELECTOR, _silent(value)  # made by a factory: no function of the module's own


def _mapping_variants(value: Mapping[Any, Any]) -> Iterator[Variant]:
    """Take each key out; of a value that is itself a list of words, each word."""
    for key, inner in value.items():
        yield _brief(key), Kind.WORD, {other: kept for other, kept in value.items() if other != key}
        if isinstance(inner, tuple | list | frozenset | set) and len(inner) > 1:
            for part, kind, off in variants(inner):
                yield f"{_brief(key)}: {part}", kind, {**value, key: off}
        elif isinstance(inner, str):
            mark = "|" if "|" in inner else " "  # words in one string, to be split when used
            words = inner.split(mark) if mark == "|" else inner.split()
            for word in words if len(words) > 1 else ():
                off = mark.join(other for other in words if other != word)
                yield f"{_brief(key)}: {word}", Kind.WORD, {**value, key: off}


def _row_variants(value: tuple[Any, ...] | list[Any]) -> Iterator[Variant]:
    """Switch each element off: a word in its place, a row of several by leaving it out, lists in rows word by word."""
    for index, element in enumerate(value):
        before, after = list(value[:index]), list(value[index + 1 :])
        if isinstance(element, tuple | list):
            yield _brief(element), Kind.WORD, type(value)([*before, *after])
            for name, off in _words_in(element):
                yield name, Kind.WORD, type(value)([*before, off, *after])
            continue
        for part, kind, off in variants(element):
            name = _brief(element) if not part else f"{_row_name(element, index)} {part}"
            yield name, Kind.WORD if kind is Kind.SELECTOR else kind, type(value)([*before, off, *after])


def _words_in(row: Any) -> Iterator[tuple[str, object]]:
    """Switch each word of the lists that stand in a row's cells off; a list of one goes with its row."""
    for index, cell in enumerate(row):
        if isinstance(cell, tuple | list | frozenset) and len(cell) > 1:
            for part, _, off in variants(cell):
                yield f"{_brief(row[0])}: {part}", type(row)([*row[:index], off, *row[index + 1 :]])


def _row_name(element: Any, index: int) -> str:
    """Name a row by what it is called, else by its first cell, else by its number."""
    name = getattr(element, "name", None)
    if isinstance(name, str):
        return name
    return str(index)


def _field_variants(value: Any) -> Iterator[Variant]:
    """Switch each filled field of a dataclass (a `Template`) off; its name is no field that selects."""
    for field in dataclasses.fields(value):
        inner = getattr(value, field.name)
        if field.name in NAMES_ONLY or not field.init:
            continue
        for part, kind, off in variants(inner):
            name = f".{field.name}" + (f" {part}" if part else "")
            yield name, Kind.FIELD if kind is Kind.SELECTOR else kind, dataclasses.replace(value, **{field.name: off})


def _silent(value: object) -> Callable[..., object]:
    """Make a finder that finds nothing, of the kind that the finder gives."""
    path = getattr(value, "path", "")
    nothing: object = False if path.startswith("boolean(") else "" if path.startswith("string(") else []
    return lambda *args, **options: nothing


def _finds_nothing(text: str, context: object) -> tuple[()]:
    """Stand in for a rule's search."""
    return ()


def _brief(value: object) -> str:
    """Name an element in a few characters."""
    if isinstance(value, re.Pattern):
        value = value.pattern
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, tuple | list) and value:
        value = f"({_brief(value[0])}, …)"
    return str(value).replace("\n", " ")[:60] or "''"
