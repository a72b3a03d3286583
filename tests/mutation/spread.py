"""How a switched constant reaches all that was made of it when the modules were imported.

A module reads its constants when a function runs; what was computed from them on import, or imported by name, is made
again here: statement by statement, in place, so that functions and rules that the tests hold see it. In a child only.
"""

import ast
import dataclasses
import functools
import inspect
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import CodeType, ModuleType
from typing import Any

from cleaners.rules.rule import Rule
from tests.mutation.switches import Kind, Switch

Name = tuple[str, str]
"""Module, and a name on its top level."""
Place = tuple[str, int, str]
"""Where a piece of code stands: file, first line, name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement on a module's top level that computes something of names."""

    node: ast.stmt
    targets: tuple[str, ...]
    loads: frozenset[str]
    """Names, and `alias.NAME` for a name of an imported module."""


@dataclass(slots=True, kw_only=True)
class Outline:
    """What of a module hangs on what."""

    module: ModuleType
    statements: list[Statement] = field(default_factory=list)
    imported: dict[str, Name] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    classes: list[ast.ClassDef] = field(default_factory=list)
    functions: list[ast.FunctionDef] = field(default_factory=list)
    readers: dict[Place, frozenset[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Spread:
    """The outlines of all modules that a switch can reach."""

    outlines: dict[str, Outline]

    def throw(self, switch: Switch) -> set[Name]:
        """Switch one thing off, in this process, for good; give the names that changed."""
        module = sys.modules[switch.module]
        old = vars(module)[switch.name]
        if isinstance(old, Rule):
            become(old, switch.value)
            clear_caches(self.outlines)
            return {(switch.module, switch.name)}
        setattr(module, switch.name, switch.value)
        changed = {(switch.module, switch.name)}
        news = set(changed)
        while news:
            news = set().union(*(self._renew(outline, news) for outline in self.outlines.values())) - changed
            changed |= news
        clear_caches(self.outlines)
        return changed

    def reached(self, switch: Switch) -> set[Name]:
        """Give the names that a switch would change, without throwing it."""
        changed = {(switch.module, switch.name)}
        while True:
            news = {
                (name, target)
                for name, outline in self.outlines.items()
                for target in _made_of(outline, changed)
                if (name, target) not in changed
            }
            if not news:
                return changed
            changed |= news

    def _renew(self, outline: Outline, news: set[Name]) -> set[Name]:
        """Make again what hangs on the new names in one module; give the names that it changed."""
        space = vars(outline.module)
        local = _local_names(outline, news)
        found: set[Name] = set()
        for name, source in outline.imported.items():
            if source in news:
                space[name] = vars(sys.modules[source[0]])[source[1]]
                found.add((outline.module.__name__, name))
        for statement in outline.statements:
            if statement.loads & local:
                _run_again(statement, space, outline.module)
                found |= {(outline.module.__name__, target) for target in statement.targets}
        self._renew_bodies(outline, local)
        return found

    def _renew_bodies(self, outline: Outline, local: set[str]) -> None:
        """Make class attributes and defaults of parameters again."""
        space = vars(outline.module)
        for node in outline.classes:
            for part in node.body:
                if isinstance(part, ast.Assign) and loads_of(part) & local:
                    value = eval(compile(ast.Expression(part.value), outline.module.__file__ or "", "eval"), space)  # noqa: S307
                    setattr(space[node.name], ast.unparse(part.targets[0]), value)
        for function in outline.functions:
            if any(loads_of(default) & local for default in function.args.defaults):
                space[function.name].__defaults__ = tuple(
                    eval(compile(ast.Expression(default), "", "eval"), space)  # noqa: S307 - our own source
                    for default in function.args.defaults
                )


def outlines_of(names: list[str], *, tests: Iterable[str] = ()) -> Spread:
    """Read the sources of loaded modules; tests are followed for what they import only."""
    outlines = {name: _outline(sys.modules[name]) for name in names}
    return Spread(outlines | {name: _outline(sys.modules[name], is_test=True) for name in tests})


def _outline(module: ModuleType, *, is_test: bool = False) -> Outline:
    """Read one source."""
    found = Outline(module=module, readers=readers_in(module))
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ImportFrom):
            _note_import(found, node)
        elif isinstance(node, ast.Import):
            found.aliases |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ClassDef):
            found.classes.append(node)
        elif isinstance(node, ast.FunctionDef):
            found.functions.append(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and not is_test:
            names = node.targets if isinstance(node, ast.Assign) else [node.target]
            targets = tuple(part.id for target in names for part in ast.walk(target) if isinstance(part, ast.Name))
            found.statements.append(Statement(node=node, targets=targets, loads=loads_of(node.value)))
    return found


def _note_import(found: Outline, node: ast.ImportFrom) -> None:
    """Note what a module takes from another: names, or whole modules."""
    package = found.module.__package__ or ""
    source = "." * node.level + (node.module or "")
    if node.level:
        kept = package.split(".")[: len(package.split(".")) - node.level + 1]
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


def _local_names(outline: Outline, changed: set[Name]) -> set[str]:
    """Give what a module calls the changed names."""
    own = {name for module, name in changed if module == outline.module.__name__}
    dotted = {
        f"{alias}.{name}" for alias, source in outline.aliases.items() for module, name in changed if module == source
    }
    return own | dotted


def _made_of(outline: Outline, changed: set[Name]) -> Iterator[str]:
    """Give the names of a module that are imported from the changed ones, or computed from them."""
    local = _local_names(outline, changed)
    yield from (name for name, source in outline.imported.items() if source in changed)
    for statement in outline.statements:
        if statement.loads & local:
            yield from statement.targets


def _run_again(statement: Statement, space: dict[str, Any], module: ModuleType) -> None:
    """Run a statement in its module; a rule is filled anew, as tests hold the old object."""
    old = {target: space.get(target) for target in statement.targets}
    exec(compile(ast.Module([statement.node], []), module.__file__ or "", "exec"), space)  # noqa: S102 - our own source
    for target, before in old.items():
        if isinstance(before, Rule) and isinstance(space[target], Rule):
            become(before, space[target])
            space[target] = before


def become(rule: Rule, other: Any) -> None:
    """Give a rule the fields of another, frozen or not."""
    for part in dataclasses.fields(rule):
        object.__setattr__(rule, part.name, getattr(other, part.name))


def clear_caches(names: Any) -> None:
    """Forget what the functions of these modules have kept."""
    for name in names:
        for value in list(vars(sys.modules[name]).values()):
            if isinstance(value, functools._lru_cache_wrapper):
                value.cache_clear()


def readers_of(spread: Spread, switch: Switch) -> set[Place] | None:
    """Give the pieces of code that read what a switch changes when they run; None where any code may."""
    if switch.kind is Kind.RULE:
        return None
    changed = spread.reached(switch)
    found: set[Place] = set()
    for outline in spread.outlines.values():
        local = _local_names(outline, changed)
        if _is_kept(outline, local, {name for module, name in changed if module == outline.module.__name__}):
            return None
        words = {name.rpartition(".")[2] for name in local}
        if words:
            found |= {place for place, names in outline.readers.items() if words & names}
    return found or None


def _is_kept(outline: Outline, local: set[str], own: set[str]) -> bool:
    """Say whether something keeps a changed value under no name of its own: a class, a default, a rule, a closure."""
    attributes = [part for node in outline.classes for part in node.body if isinstance(part, ast.Assign)]
    defaults = [default for function in outline.functions for default in function.args.defaults]
    made = {name for one in outline.statements if one.loads & local for name in one.targets} & own
    kept = [vars(outline.module)[name] for name in made]
    return any(loads_of(part) & local for part in [*attributes, *defaults]) or any(
        callable(value) or dataclasses.is_dataclass(value) for value in kept
    )


def readers_in(module: ModuleType) -> dict[Place, frozenset[str]]:
    """Give the pieces of code in a module and the names that each reads."""
    path = module.__file__ or ""
    code = compile(inspect.getsource(module), path, "exec")
    return {(path, one.co_firstlineno, one.co_name): frozenset(one.co_names) for one in _codes(code)}


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Give every piece of code inside one, itself left out."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)
