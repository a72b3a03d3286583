"""How a switched constant reaches all that was made of it when the modules were imported.

A module reads its constants when a function runs; what was computed from them on import, or imported by name, is made
again here: statement by statement, in place, so that functions and rules that the tests hold see it. In a child only.
What hangs on what is told by `outline`.
"""

import ast
import dataclasses
import functools
import sys
from collections.abc import Iterable
from typing import Any

from cleaners.rules.rule import Rule
from tests.mutation.outline import Name, Outline, Outlines, Place, Statement, loads_of
from tests.mutation.switches import Kind, Switch


def throw(outlines: Outlines, switch: Switch) -> None:
    """Switch one thing off, in this process, for good."""
    module = sys.modules[switch.module]
    old = vars(module)[switch.name]
    if isinstance(old, Rule):
        become(old, switch.value)
    else:
        setattr(module, switch.name, switch.value)
        changed: set[Name] = set()
        news = {(switch.module, switch.name)}
        while news:
            changed |= news
            for outline in outlines.values():
                _import_again(outlines, outline, news)
            news = {name for outline in outlines.values() for name in _compute_again(outline, news)} - changed
        for outline in outlines.values():
            _renew_bodies(outline, outline.local(outlines, changed))
    clear_caches(outlines)


def _import_again(outlines: Outlines, outline: Outline, news: set[Name]) -> None:
    """Give a module the new values that it has imported by name."""
    for local in outline.imported:
        source = outlines.origin(outline, local)
        if source in news:
            vars(outline.module)[local] = vars(sys.modules[source[0]])[source[1]]


def _compute_again(outline: Outline, news: set[Name]) -> set[Name]:
    """Run the statements of a module that hang on the new values; give the names that they set."""
    found: set[Name] = set()
    for statement in outline.statements:
        if statement.needs & news:
            _run_again(statement, outline)
            found |= {(outline.module.__name__, target) for target in statement.targets}
    return found


def _run_again(statement: Statement, outline: Outline) -> None:
    """Run a statement in its module; a rule is filled anew, as tests hold the old object."""
    space = vars(outline.module)
    old = {target: space.get(target) for target in statement.targets}
    exec(compile(ast.Module([statement.node], []), outline.path, "exec"), space)  # noqa: S102 - our own source
    for target, before in old.items():
        if isinstance(before, Rule) and isinstance(space[target], Rule):
            become(before, space[target])
            space[target] = before


def _renew_bodies(outline: Outline, local: set[str]) -> None:
    """Make class attributes and defaults of parameters again."""
    space = vars(outline.module)

    def value_of(node: ast.expr) -> Any:
        return eval(compile(ast.Expression(node), outline.path, "eval"), space)  # noqa: S307 - our own source

    for node in outline.classes:
        for part in node.body:
            if isinstance(part, ast.Assign) and loads_of(part.value) & local:
                setattr(space[node.name], ast.unparse(part.targets[0]), value_of(part.value))
    for function in outline.functions.values():
        defaults = function.args.defaults
        if any(loads_of(default) & local for default in defaults):
            space[function.name].__defaults__ = tuple(map(value_of, defaults))


def become(rule: Rule, other: Any) -> None:
    """Give a rule the fields of another, frozen or not."""
    for part in dataclasses.fields(rule):
        object.__setattr__(rule, part.name, getattr(other, part.name))


def clear_caches(names: Iterable[str]) -> None:
    """Forget what the functions of these modules have kept."""
    for name in names:
        for value in list(vars(sys.modules[name]).values()):
            if isinstance(value, functools._lru_cache_wrapper):
                value.cache_clear()


def reached(outlines: Outlines, switch: Switch) -> set[Name]:
    """Give the names that a switch would change, without throwing it."""
    changed: set[Name] = set()
    news = {(switch.module, switch.name)}
    while news:
        changed |= news
        news = {
            (name, target)
            for name, outline in outlines.items()
            for statement in outline.statements
            if statement.needs & news
            for target in statement.targets
        } - changed
    return changed


def readers_of(outlines: Outlines, switch: Switch) -> set[Place] | None:
    """Give the pieces of code that read what a switch changes when they run; None where any code may."""
    if switch.kind is Kind.RULE:
        return None
    changed = reached(outlines, switch)
    if any(_is_kept(vars(sys.modules[module])[name]) for module, name in changed - {(switch.module, switch.name)}):
        return None
    found: set[Place] = set()
    for outline in outlines.values():
        local = outline.local(outlines, changed)
        if local and _is_in_a_body(outline, local):
            return None
        words = {name.rpartition(".")[2] for name in local}
        found |= {place for place, names in outline.readers.items() if words & names} if words else set()
    return found or None


def _is_kept(value: object) -> bool:
    """Say whether a value may hold another out of sight: a rule, a closure, a family."""
    return (callable(value) and not isinstance(value, type)) or dataclasses.is_dataclass(value)


def _is_in_a_body(outline: Outline, local: set[str]) -> bool:
    """Say whether a class attribute or a default keeps a changed value."""
    attributes = [part.value for node in outline.classes for part in node.body if isinstance(part, ast.Assign)]
    defaults = [default for function in outline.functions.values() for default in function.args.defaults]
    return any(loads_of(part) & local for part in [*attributes, *defaults])
