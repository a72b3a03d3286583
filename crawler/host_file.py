"""Reads and writes `DATA/sites/HOST.rules.toml`: a host's own boilerplate, found by `gongwen learn`, taken by a person.

A person may edit the file: what is there stays as it is, new rules are added below. What its rules do to a text is in
`cleaners.rules.host`, how they are found in `archive.learning`. The file of a host holds for its `www.` twin as well.
"""

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaners.page import HostRule
from cleaners.rules.host import NUMBER
from crawler.errors import BadSite
from crawler.site_file import RULES_ENDING, tables_of

SHAPES, PLACES = ("line", "block", "phrase"), ("head", "tail", "any")
TABLES = {
    "rule": {"name": "string", "words": "string", "shape": SHAPES, "place": PLACES, "version": "whole number",
             "documents": "whole number"},
    "rejected": {"words": "string", "shape": SHAPES},
}  # fmt: skip
MAX_BLOCK_LINES = 40
MIN_LINE_CHARS, MIN_PHRASE_CHARS = 2, 4
"""Characters, white space apart: shorter words stand in any text."""
# Name of a rule, as edits show it. One class, bounded: linear.
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_HEAD = """\
# Boilerplate of {host}: lines, blocks and phrases that its pages carry round their texts.
# `gongwen learn` adds what you accept, and what you rejected so that it is not proposed again. Edit it as you like:
# shape = "line" (a whole line), "block" (whole lines in a row) or "phrase" (exactly these words inside a line);
# place = "head", "tail" or "any"; {{n}} in a line or block at head or tail is any number.
# After a change, `gongwen reclean` reads the host's pages again.
host = {quoted}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Words that a person said are no boilerplate."""

    words: str
    shape: str = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the file of one host holds."""

    rules: tuple[HostRule, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def bare_host(host: str) -> str:
    """Give the host whose file holds for this one: the same for its `www.` twin, in whatever script it is spelled."""
    name, port = _parted(host.lower())
    with contextlib.suppress(UnicodeError):  # what is no host name stays as it is
        name = name if name.isascii() else name.encode("idna").decode()
    return name.removeprefix("www.") + port


def spellings(host: str) -> frozenset[str]:
    """Give the names under which an archive may have a host: with and without `www.`, in its own script or punycode."""
    name, port = _parted(bare_host(host))
    own = name
    with contextlib.suppress(UnicodeError):  # what is no host name has no other spelling
        own = name.encode().decode("idna")
    return frozenset(prefix + one + port for prefix in ("", "www.") for one in (name, own))


def _parted(host: str) -> tuple[str, str]:
    """Give name and port, the colon with the port; an address in brackets holds colons of its own."""
    name, colon, port = host.rpartition(":")
    return (name, colon + port) if colon and not port.endswith("]") else (host, "")


def path_for(host: str, data: Path) -> Path:
    """Give the path of a host's file, whether it is there or not; a port is set off by `_`, as Windows needs it."""
    name = re.sub(r"[^a-z0-9._-]", "_", bare_host(host).strip("[]"))
    return data / "sites" / f"{name}{RULES_ENDING}"


def read_declared(host: str, data: Path) -> Declared:
    """Read a host's file; nothing where there is none. BadSite in one line, with file and key, for what is wrong."""
    path = path_for(host, data)
    return _read(path)[1] if path.is_file() else Declared()


def read_all_declared(data: Path) -> dict[str, Declared]:
    """Read the files of all hosts, by host without `www.`; BadSite as `read_declared`."""
    return dict(_read(path) for path in sorted((data / "sites").glob(f"*{RULES_ENDING}")))


def _read(path: Path) -> tuple[str, Declared]:
    try:
        tables = tables_of(path)
        host = _stated_host(tables.pop("host", None), path)
        return host, _declared(tables)
    except BadSite as error:
        raise BadSite(f"{path}: {error}") from None


def _stated_host(stated: object, path: Path) -> str:
    if stated is None:
        raise BadSite('lacks `host`; write host = "HOST" above the rules')
    if not isinstance(stated, str) or path_for(stated, path.parent.parent).name != path.name:
        raise BadSite(f"`host` is {stated!r}, which is not the host that the file is named after")
    return bare_host(stated)


def write_more(host: str, data: Path, *, rules: Sequence[tuple[HostRule, int]], rejected: Sequence[Rejected]) -> Path:
    """Add rules (each with the documents it was seen on) and rejections to a host's file; gives its path.

    What is there stays to the letter, comments too. The file is replaced at once: a kill leaves the old or the new.
    """
    path = path_for(host, data)
    read_declared(host, data)  # a file that cannot be read is not added to
    head = _HEAD.format(host=bare_host(host), quoted=_quoted(bare_host(host)))
    before = path.read_bytes().decode("utf-8-sig") if path.is_file() else head
    blocks = [_rule_block(rule, documents) for rule, documents in rules]
    blocks += [f"[[rejected]]\nwords = {_quoted(one.words)}\nshape = {_quoted(one.shape)}\n" for one in rejected]
    _replace_file(path, "\n".join([before if before.endswith("\n") else before + "\n", *blocks]))
    return path


def _replace_file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _rule_block(rule: HostRule, documents: int) -> str:
    version = f"version = {rule.version}\n" if rule.version != 1 else ""
    return (
        f"[[rule]]\nname = {_quoted(rule.name)}\nwords = {_quoted(rule.words)}\nshape = {_quoted(rule.shape)}\n"
        f"place = {_quoted(rule.place)}\n{version}documents = {documents}\n"
    )


def _quoted(text: str) -> str:
    """Write a TOML string: of several lines where the text has them."""
    words = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
    return f'"""\n{words[1:-1]}"""'.replace("\\n", "\n") if "\n" in text and "\\" not in text else words


def _declared(tables: dict[str, Any]) -> Declared:
    unknown = next((name for name in tables if name not in TABLES), None)
    if unknown is not None:
        raise BadSite(f"unknown key `{unknown}`; accepted: host, and the tables [[rule]] and [[rejected]]")
    rules = [HostRule(**_known(one)) for one in _each(tables, "rule")]
    names = [rule.name for rule in rules]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise BadSite(f"two rules have the `name` {twice!r}")
    return Declared(rules=tuple(rules), rejected=tuple(Rejected(**one) for one in _each(tables, "rejected")))


def _known(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "documents"}


def _each(tables: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Give the tables of one kind, every key checked."""
    found = tables.get(kind, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise BadSite(f"`{kind}` must be tables, each written [[{kind}]]")
    for number, one in enumerate(found, 1):
        problem = _bad_keys(one, kind) or (_bad_rule(one) if kind == "rule" else None)
        if problem is not None:
            raise BadSite(f"{kind} {number}: {problem}")
    return found


def _bad_keys(one: dict[str, Any], kind: str) -> str | None:
    accepted = TABLES[kind]
    for key, value in one.items():
        wanted = accepted.get(key)
        if wanted is None:
            return f"unknown key `{key}`; accepted: {', '.join(accepted)}"
        is_whole = isinstance(value, int) and not isinstance(value, bool) and value >= 1
        if wanted == "whole number" and not is_whole:
            return f"`{key}` is {value!r}; accepted: a whole number from 1"
        if isinstance(wanted, tuple) and value not in wanted:
            return f"`{key}` is {value!r}; accepted: {', '.join(wanted)}"
        if wanted == "string" and not isinstance(value, str):
            return f"`{key}` is {value!r}; accepted: a string in quotes"
    missing = next((key for key in ("name", "words") if key in accepted and not one.get(key, "").strip()), None)
    return None if missing is None else f"lacks `{missing}`"


def _bad_rule(one: dict[str, Any]) -> str | None:
    words, shape = one["words"], one.get("shape", "line")
    lines = [line for line in words.splitlines() if line.strip()]
    if not _NAME.fullmatch(one["name"]):
        return f"`name` is {one['name']!r}; accepted: 40 small letters, digits and dashes at most"
    if shape == "block" and not 2 <= len(lines) <= MAX_BLOCK_LINES:
        return f"`words` of a block must have 2 to {MAX_BLOCK_LINES} lines, not {len(lines)}"
    if shape != "block" and len(lines) != 1:
        return f"`words` of a {shape} must be one line; for several, shape = \"block\""
    if NUMBER in words and (shape == "phrase" or one.get("place", "any") == "any"):
        return f"`words` hold {NUMBER}, which only a line or block at place = \"head\" or \"tail\" may"
    fewest = MIN_PHRASE_CHARS if shape == "phrase" else MIN_LINE_CHARS
    if min(len("".join(line.replace(NUMBER, "").split())) for line in lines) < (1 if shape == "block" else fewest):
        return f"`words` of a {shape} must have {fewest} characters at least besides numbers"
    return None
