"""`gongwen serve`: Datasette over a live archive, read only. What is shown comes from the plugin; here are settings."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.errors import ArchiveError
from archive.readable import Readable, find_readable

SETTINGS = {
    "default_allow_sql": "off",  # a query of anyone's is work for our disk and a look into hidden tables
    "allow_download": "off",
    "suggest_facets": "off",  # half of a page's CPU (measured)
    "sql_time_limit_ms": "5000",  # the stock 1000 cuts common words off at 100,000 reports
    "facet_time_limit_ms": "1500",
    "truncate_cells_html": "200",
    "max_returned_rows": "1000",
    "max_csv_mb": "100",
}
UNSAFE_IN_ADDRESS = "?#%"
"""Characters of a file name that Datasette would read as part of an address: `file:NAME?mode=ro`."""


def write_metadata(state: Path, *, contact: str | None = None) -> Path:
    """Write what the person who serves said into a folder, and give the file; all else the plugin knows."""
    path = state / "metadata.json"
    said = {"plugins": {"gongwen": {"contact": contact} if contact else {}}}
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def datasette_arguments(  # noqa: PLR0913 - the options of a command
    place: Path, *, state: Path, host: str = "127.0.0.1", port: int = 8001, open_browser: bool = False,
    contact: str | None = None,
) -> list[str]:  # fmt: skip
    """Give the arguments of `datasette` for an archive: a folder of ours, or a database of any name.

    Live and read only: `-i`, under which a running crawl breaks two pages of three (measured), is for a file alone that
    nobody can write. Writes into `state`. Raises NoArchive and ArchiveError for what cannot be served.
    """
    found = find_readable(place)
    path = _servable(found, state)
    file = ["--immutable", str(path)] if found.is_still else [str(path)]
    settings = [part for name, value in SETTINGS.items() for part in ("--setting", name, value)]
    metadata = ["--metadata", str(write_metadata(state, contact=contact))]
    arguments = ["serve", *file, *metadata, "--host", host, "--port", str(port)]
    return [*arguments, *settings, *(["--open"] if open_browser else [])]


def _servable(found: Readable, state: Path) -> Path:
    """Give a path that Datasette can open: a link of a plain name where the file's own would be misread."""
    if not set(UNSAFE_IN_ADDRESS) & set(str(found.path)):
        return found.path
    link = state / "archive.db"
    try:
        link.symlink_to(found.path)  # SQLite follows it: the log of a writer is looked for beside the file itself
    except OSError as error:
        marks = " or ".join(UNSAFE_IN_ADDRESS)
        raise ArchiveError(f"{found.path}: Datasette cannot open a name with {marks}; rename the file") from error
    return link


def serve(
    place: Path, *, host: str = "127.0.0.1", port: int = 8001, open_browser: bool = False, contact: str | None = None
) -> None:
    """Serve an archive until interrupted; our plugin is there even where the package was not installed."""
    # One second of imports, for this command alone; datasette carries no annotations.
    from datasette.cli import cli  # type: ignore[import-untyped]  # noqa: PLC0415
    from datasette.plugins import pm  # type: ignore[import-untyped]  # noqa: PLC0415

    from archive.datasette import plugin  # noqa: PLC0415 - it imports datasette

    with TemporaryDirectory(prefix="gongwen-serve-", ignore_cleanup_errors=True) as state:
        arguments = datasette_arguments(
            place, state=Path(state), host=host, port=port, open_browser=open_browser, contact=contact
        )
        if not pm.is_registered(plugin):
            pm.register(plugin, name="gongwen")
        cli.main(args=arguments, standalone_mode=False)


def serve_command(place: Path, *, host: str = "127.0.0.1", port: int = 8001, open_browser: bool = False) -> list[str]:
    """Give the command line of a process of its own that does what `serve` does."""
    options = ["--open"] if open_browser else []
    return [sys.executable, "-m", "archive.datasette", str(place), host, str(port), *options]
