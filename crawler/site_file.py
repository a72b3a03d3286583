"""Reads a site's TOML file: which keys there are, of which type, and a line that says what is wrong with them.

Shipped files lie in `crawler/sites` and are never written; users' own lie in `DATA/sites` and win over a shipped one of
the same name. Whether the values make sense together is checked by `Site` itself.
"""

import difflib
import logging
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crawler.errors import BadSite
from crawler.site import Site, ports_of

logger = logging.getLogger(__name__)

SHIPPED = Path(__file__).parent / "sites"
RULES_ENDING = ".rules.toml"
"""Of the files with a host's own cleaning rules, which lie in `DATA/sites` too; `crawler.host_file` reads them."""
MAX_BYTES = 1_000_000
"""A larger file is no declaration of a site."""

KEYS: dict[str, dict[str, str]] = {
    "site": {"name": "string", "hosts": "strings", "platform": "string", "spider": "string", "starts": "strings",
             "zone": "string", "note": "string"},
    "scope": {"documents": "strings", "lists": "strings", "skip": "strings"},
    "politeness": {"delay_s": "number", "concurrency": "whole number", "cookies": "true or false",
                   "verify_tls": "true or false", "ports": "whole numbers", "max_pages": "whole number"},
}
NEEDED = ("name", "hosts", "spider", "starts")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _all(value: object, fits: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(fits(item) for item in value)


_FITS: dict[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "strings": lambda value: _all(value, lambda item: isinstance(item, str)),
    "number": lambda value: isinstance(value, float) or _is_whole(value),
    "whole number": _is_whole,
    "whole numbers": lambda value: _all(value, _is_whole),
    "true or false": lambda value: isinstance(value, bool),
}
_ASKED = {"string": "a string in quotes", "strings": 'a list of strings, as ["a", "b"]', "number": "a number",
          "whole number": "a whole number", "whole numbers": "a list of whole numbers",
          "true or false": "true or false"}


def read_site(path: Path) -> Site:
    """Read one TOML file; BadSite in one line, with the file, for whatever is wrong with it."""
    try:
        return Site(slug=path.stem, **_values(tables_of(path)))
    except BadSite as error:
        raise BadSite(f"{path}: {str(error).removeprefix(f'site {path.stem}: ')}") from None


def read_named(name_or_path: str | Path, data: Path | None) -> Site:
    """Read the site of that name, of that host, or of that file; BadSite names the known ones."""
    name = str(name_or_path)
    if name.endswith(".toml"):
        return read_site(Path(name))
    paths = files(data)
    if name in paths:
        return read_site(paths[name])
    found = next((site for site in read_all(data) if name.lower() in site.hosts), None)
    if found is None:
        raise BadSite(f"no site is called {name!r}{_meant(name, paths)}; known: {', '.join(sorted(paths))}; "
                      "write your own into DATA/sites/NAME.toml, or give a URL")
    return found


def read_all(data: Path | None) -> tuple[Site, ...]:
    """Read every declared site, users' own first."""
    return tuple(read_site(path) for path in files(data).values())


def files(data: Path | None) -> dict[str, Path]:
    """Map the names of sites to their files, users' own first; a name that both have is logged and the user's taken."""
    own = _in_folder(data / "sites") if data is not None else {}
    shipped = _in_folder(SHIPPED)
    for name in own.keys() & shipped.keys():
        logger.warning("site %s: %s is used, the shipped one of this name is not", name, own[name])
    return {**own, **{name: path for name, path in shipped.items() if name not in own}}


def _in_folder(folder: Path) -> dict[str, Path]:
    """Map names to files; what `gongwen learn` keeps beside them is no site."""
    paths = sorted(folder.glob("*.toml"))
    return {path.stem: path for path in paths if not path.name.endswith(RULES_ENDING)}


def tables_of(path: Path) -> dict[str, Any]:
    """Read a TOML file of a site, or of a host's rules; BadSite without the file's name for what is none."""
    text = _text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        last = text.rstrip("\n").count("\n") + 1
        what = " ".join(str(error).split()).replace("end of document", f"line {last}, the end of the file")
        raise BadSite(f"is not TOML: {what}") from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadSite("too large for the declaration of a site")
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BadSite("no such file") from None
    except OSError as error:
        raise BadSite(f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise BadSite(f"is not UTF-8 (byte {error.start}); save it as UTF-8") from None


def _values(tables: dict[str, Any]) -> dict[str, Any]:
    """Flatten the tables into arguments of `Site`, every key and type checked."""
    values: dict[str, Any] = {}
    for table, content in tables.items():
        _known(table, KEYS, f"[{table}]" if isinstance(content, dict) else f"`{table}`", "tables")
        if not isinstance(content, dict):
            raise BadSite(f"`{table}` must be a table, written [{table}]")
        for key, value in content.items():
            _known(key, KEYS[table], f"`{key}` in [{table}]", "keys")
            values[key] = _typed(f"`{key}` in [{table}]", value, KEYS[table][key])
    missing = [key for key in NEEDED if key not in values]
    if missing:
        raise BadSite(f"[site] lacks `{missing[0]}`; needed: {', '.join(NEEDED)}")
    values["ports"] = tuple(dict.fromkeys((*values.get("ports", ()), *ports_of(values["hosts"]))))
    return values


def _known(key: str, accepted: dict[str, Any], where: str, what: str) -> None:
    if key not in accepted:
        raise BadSite(f"unknown {where}{_meant(key, accepted)}; accepted {what}: {', '.join(accepted)}")


def _typed(where: str, value: object, kind: str) -> Any:  # noqa: ANN401 - the type is checked against `kind` here
    if not _FITS[kind](value):
        raise BadSite(f"{where} must be {_ASKED[kind]}, not {_shown(value)}")
    if kind == "number":
        return float(value)  # type: ignore[arg-type] # checked by _FITS
    return tuple(value) if isinstance(value, list) else value


def _shown(value: object) -> str:
    """Give the value as a person would know it again, on one line, 40 characters at most."""
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _meant(word: str, accepted: dict[str, Any]) -> str:
    close = difflib.get_close_matches(word, accepted, n=1)
    return f" (did you mean {close[0]}?)" if close else ""
