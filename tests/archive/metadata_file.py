"""The metadata of an archive under its usual name, as a file for Datasette 0.65 says it: what tests of tables serve."""

from typing import Any

from archive.datasette import config
from archive.datasette.config import DESCRIPTION, HIDDEN, TITLE

__all__ = ["DATABASE", "HIDDEN", "metadata"]

DATABASE = "archive"
"""Name that `archive.db` is served under."""


def metadata() -> dict[str, Any]:
    """Give the whole of it, as JSON values."""
    return {"title": TITLE, "description": DESCRIPTION, "plugins": {"gongwen": {"is_archive": True}},
            **config.metadata((DATABASE,))}  # fmt: skip
