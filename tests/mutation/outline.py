"""What in the sources of loaded modules hangs on what: imports by name, top-level statements, code that runs later."""

import ast
import inspect
import sys
from collections import UserDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import CodeType, ModuleType

Name = tuple[str, str]
"""Module, and a name on its top level, where it is made."""
Place = tuple[str, int, str]
"""Where a piece of code stands: file, first line, name."""


@dataclass(slots=True, kw_only=True)
class Statement:
    """A statement on a module's top level that computes something of names."""

    node: ast.stmt
    targets: tuple[str, ...]
    loads: frozenset[str]
    """Names, and `alias.NAME` for a name of an imported module."""
    needs: frozenset[Name] = frozenset()
    """All that it reads, also through the functions that it calls."""


@dataclass(slots=True, kw_only=True)
class Outline:
    """What of a module hangs on what."""

    module: ModuleType
    statements: list[Statement] = field(default_factory=list)
    imported: dict[str, Name] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    classes: list[ast.ClassDef] = field(default_factory=list)
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    readers: dict[Place, frozenset[str]] = field(default_factory=dict)
    """Pieces of code, and the names that each reads when it runs."""

    @property
    def path(self) -> str:
        """Give the file of the source."""
        return self.module.__file__ or ""

    def local(self, outlines: "Outlines", changed: set[Name]) -> set[str]:
        """Give what the module calls these names, `alias.NAME` for those of imported modules."""
        own = {name for module, name in changed if module == self.module.__name__}
        taken = {name for name in self.imported if outlines.origin(self, name) in changed}
        sources = self.aliases.items()
        dotted = {f"{alias}.{name}" for alias, source in sources for module, name in changed if module == source}
        return own | taken | dotted


class Outlines(UserDict[str, Outline]):
    """The outlines of all modules that a switch can reach, by module."""

    def origin(self, outline: Outline, local: str) -> Name:
        """Give where a module's name was made, through all that pass it on."""
        while local in outline.imported:
            source, local = outline.imported[local]
            if source not in self.data:
                return source, local
            outline = self.data[source]
        return outline.module.__name__, local

    def names_of(self, outline: Outline, loads: frozenset[str]) -> Iterator[Name]:
        """Give where the names that a piece of source reads were made."""
        for load in loads:
            alias, dot, name = load.partition(".")
            source = outline.aliases.get(alias) if dot else None
            if source in self.data:
                yield self.origin(self.data[source], name)
            elif not dot:
                yield self.origin(outline, load)

    def needs(self, outline: Outline, loads: frozenset[str]) -> frozenset[Name]:
        """Give all that a piece of source reads, also through functions."""
        found: set[Name] = set()
        waiting = list(self.names_of(outline, loads))
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found.add(name)
            owner = self.data.get(name[0])
            function = owner.functions.get(name[1]) if owner else None
            if owner and function:
                waiting += self.names_of(owner, loads_of(function))
        return frozenset(found)


def outlines_of(names: Iterable[str], *, tests: Iterable[str] = ()) -> Outlines:
    """Read the sources of loaded modules; tests are followed for what they import only."""
    found = Outlines({name: _outline(sys.modules[name]) for name in names})
    found.update({name: _outline(sys.modules[name], is_test=True) for name in tests})
    for outline in found.values():
        for statement in outline.statements:
            statement.needs = found.needs(outline, statement.loads)
    return found


def _outline(module: ModuleType, *, is_test: bool = False) -> Outline:
    """Read one source."""
    source = inspect.getsource(module)
    found = Outline(module=module, readers=_readers_in(source, module.__file__ or ""))
    for node in ast.parse(source).body:
        if isinstance(node, ast.ImportFrom):
            _note_import(found, node)
        elif isinstance(node, ast.Import):
            found.aliases |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ClassDef):
            found.classes.append(node)
        elif isinstance(node, ast.FunctionDef):
            found.functions[node.name] = node
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and not is_test:
            names = node.targets if isinstance(node, ast.Assign) else [node.target]
            targets = tuple(part.id for target in names for part in ast.walk(target) if isinstance(part, ast.Name))
            found.statements.append(Statement(node=node, targets=targets, loads=loads_of(node.value)))
    return found


def _note_import(found: Outline, node: ast.ImportFrom) -> None:
    """Note what a module takes from another: names, or whole modules."""
    parts = (found.module.__package__ or "").split(".")
    kept = parts[: len(parts) - node.level + 1] if node.level else []
    source = ".".join([*kept, *([node.module] if node.module else [])])
    for alias in node.names:
        local = alias.asname or alias.name
        if f"{source}.{alias.name}" in sys.modules:
            found.aliases[local] = f"{source}.{alias.name}"
        else:
            found.imported[local] = (source, alias.name)


def loads_of(node: ast.AST) -> frozenset[str]:
    """Give the names that a piece of source reads, and `alias.NAME` for attributes."""
    plain = {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)}
    dotted = {
        f"{part.value.id}.{part.attr}"
        for part in ast.walk(node)
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name)
    }
    return frozenset(plain | dotted)


def _readers_in(source: str, path: str) -> dict[Place, frozenset[str]]:
    """Give the pieces of code in a source and the names that each reads."""
    codes = _codes(compile(source, path, "exec"))
    return {(path, one.co_firstlineno, one.co_name): frozenset(one.co_names) for one in codes}


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Give every piece of code inside one, itself left out."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)
