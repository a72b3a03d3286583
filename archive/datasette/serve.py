"""`gongwen serve`: Datasette over the live archive, read only, with everything it must be told."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.database import open_archive
from archive.datasette.metadata import metadata

SETTINGS = {
    "default_allow_sql": "off",  # a query of anyone's is work for our disk and a look into hidden tables
    "allow_download": "off",
    "suggest_facets": "off",  # half of a page's CPU (measured)
    "sql_time_limit_ms": "5000",  # the stock 1000 cuts common words off at 100,000 reports
    "facet_time_limit_ms": "1500",
    "truncate_cells_html": "200",
    "max_returned_rows": "1000",
}


def write_metadata(state: Path) -> Path:
    """Write the configuration into a folder and give the file."""
    path = state / "metadata.json"
    path.write_text(json.dumps(metadata(), ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def datasette_arguments(
    folder: Path, *, state: Path, host: str = "127.0.0.1", port: int = 8001, open_browser: bool = False
) -> list[str]:
    """Give the arguments of `datasette` for an archive; writes its configuration into `state`.

    Live and read only: never `-i`, under which a running crawl breaks two pages of three (measured).
    Raises NoArchive and the other errors of `open_archive` for a folder that cannot be served.
    """
    with open_archive(folder, read_only=True) as archive:
        database = archive.path.resolve()
    settings = [part for name, value in SETTINGS.items() for part in ("--setting", name, value)]
    arguments = ["serve", str(database), "--metadata", str(write_metadata(state)), "--host", host, "--port", str(port)]
    return [*arguments, *settings, *(["--open"] if open_browser else [])]


def serve(folder: Path, *, host: str = "127.0.0.1", port: int = 8001, open_browser: bool = False) -> None:
    """Serve an archive until interrupted; our plugin is there even where the package was not installed."""
    # One second of imports, for this command alone; datasette carries no annotations.
    from datasette.cli import cli  # type: ignore[import-untyped]  # noqa: PLC0415
    from datasette.plugins import pm  # type: ignore[import-untyped]  # noqa: PLC0415

    from archive.datasette import plugin  # noqa: PLC0415 - it imports datasette

    with TemporaryDirectory(prefix="gongwen-serve-", ignore_cleanup_errors=True) as state:
        arguments = datasette_arguments(folder, state=Path(state), host=host, port=port, open_browser=open_browser)
        if not pm.is_registered(plugin):
            pm.register(plugin, name="gongwen")
        cli.main(args=arguments, standalone_mode=False)


def serve_command(folder: Path, *, host: str = "127.0.0.1", port: int = 8001, open_browser: bool = False) -> list[str]:
    """Give the command line of a process of its own that does what `serve` does."""
    options = ["--open"] if open_browser else []
    return [sys.executable, "-m", "archive.datasette", str(folder), host, str(port), *options]
