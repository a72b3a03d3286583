"""The house holds: import order between the rooms, fences round third-party packages, and the size of our hands."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {"cleaners": set(), "archive": {"cleaners"}, "crawler": {"archive", "cleaners"}}
FENCES = {
    "scrapy": ("crawler/",),
    "twisted": ("crawler/",),
    "sqlite3": ("archive/",),
    "sqlite_utils": ("archive/",),
    "warcio": ("archive/",),
    "datasette": ("archive/",),
    "trafilatura": ("cleaners/platforms/generic",),
    "charset_normalizer": ("cleaners/decode",),
    "pyarrow": ("archive/exporting/parquet",),
    "click": ("crawler/cli/",),
    "rich": ("crawler/cli/",),
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "manager", "misc"}
CLOCK_AND_NETWORK = {"socket", "urllib.request", "http.client", "asyncio", "time", "random", "sqlite3"}
POSIX_ONLY = {"fcntl", "resource", "pwd", "grp", "termios"}
MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 40


def sources(*rooms: str) -> list[Path]:
    found = [path for room in rooms for path in sorted((ROOT / room).rglob("*.py"))]
    return [*found, ROOT / "gongwen.py"] if len(rooms) == len(ROOMS) else found


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path, *, top_level_only: bool = False) -> tuple[str, ...]:
    return tuple(_imported(parsed(path), top_level_only))


def _imported(tree: ast.Module, top_level_only: bool) -> Iterator[str]:
    nodes = _top_level(tree) if top_level_only else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


def _top_level(tree: ast.Module) -> Iterator[ast.AST]:
    for node in tree.body:
        yield node
        if isinstance(node, ast.If | ast.Try):
            yield from ast.walk(node)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_imports_go_one_way(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(room)
        for name in imports(path)
        if name.split(".")[0] in {*ROOMS, "gongwen"} - ROOMS[room] - {room}
    ]
    assert wrong == []


@pytest.mark.parametrize("package", sorted(FENCES))
def test_third_party_packages_stay_in_their_room(package: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(*ROOMS)
        for name in imports(path)
        if name.split(".")[0] == package and not path.relative_to(ROOT).as_posix().startswith(FENCES[package])
    ]
    assert wrong == []


def test_cleaners_have_no_clock_and_no_network() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources("cleaners")
        for name in imports(path)
        if name in CLOCK_AND_NETWORK
    ]
    assert wrong == []


def test_nothing_posix_only_is_imported_at_load() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(*ROOMS)
        for name in imports(path, top_level_only=True)
        if name in POSIX_ONLY
    ]
    assert wrong == []


def test_every_file_has_a_name_of_the_field() -> None:
    assert [str(path) for path in sources(*ROOMS) if path.stem in FORBIDDEN_NAMES] == []


def test_every_module_says_what_lives_in_it() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources(*ROOMS)
        if not ast.get_docstring(parsed(path))
    ]
    assert silent == []


def test_files_and_functions_are_small() -> None:
    too_long: list[str] = []
    for path in sources(*ROOMS):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > MAX_FILE_LINES:
            too_long.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        too_long += [
            f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
            for node in ast.walk(parsed(path))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and (node.end_lineno or node.lineno) - node.lineno + 1 > MAX_FUNCTION_LINES
        ]
    assert too_long == []


COMMANDS_WITHOUT_SCRAPY = [
    "clean", "status", "search", "show", "serve", "import", "reclean", "rules", "verify", "learn",
    "import-jsonl", "export", "publish", "passages", "assert", "copies", "diff", "evidence",
]


@pytest.mark.parametrize("command", COMMANDS_WITHOUT_SCRAPY)
def test_commands_that_do_not_crawl_never_load_scrapy(command: str) -> None:
    script = (
        "import sys, gongwen\n"
        f"sys.argv = ['gongwen', '{command}', '--help']\n"
        "try:\n    gongwen.main()\nexcept SystemExit:\n    pass\n"
        "sys.exit(any(name.split('.')[0] in ('scrapy', 'twisted') for name in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr.decode()
