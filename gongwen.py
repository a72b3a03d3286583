"""The front door: `from gongwen import read, join, Page, Hints, open_archive`, and the entry of the command line."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archive.database import open_archive
    from cleaners.join import join
    from cleaners.page import Hints, Page
    from cleaners.read import read

__all__ = ["Hints", "Page", "join", "main", "open_archive", "read"]

_DOORS = {
    "read": "cleaners.read",
    "join": "cleaners.join",
    "Page": "cleaners.page",
    "Hints": "cleaners.page",
    "open_archive": "archive.database",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute may be anything
    """Load what is asked for when it is asked for: `gongwen --help` must not pay for lxml and SQLite."""
    from importlib import import_module  # noqa: PLC0415 - see above

    if name not in _DOORS:
        raise AttributeError(f"module 'gongwen' has no attribute {name!r}")
    return getattr(import_module(_DOORS[name]), name)


def main() -> None:
    """Run the command line."""
    from crawler.cli.main import main as run  # noqa: PLC0415 - `import gongwen` stays cheap

    run()


if __name__ == "__main__":
    main()
