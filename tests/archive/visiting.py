"""Opens a database in whichever Datasette this Python has and prints what it answers: for `test_two_datasettes`.

`python -m tests.archive.visiting FILE < ADDRESSES`: addresses as a JSON list, `DB` in them standing for the database;
out comes JSON: the version, and of each address the status, the headers and the text.
"""

import asyncio
import json
import sys
from typing import Any

from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations
from datasette.plugins import pm  # type: ignore[import-untyped]  # as above
from datasette.version import __version__  # type: ignore[import-untyped]  # as above

from archive.datasette import plugin

SETTINGS = {"default_allow_sql": False, "suggest_facets": False, "truncate_cells_html": 200}


async def visited(file: str, addresses: list[str]) -> list[Any]:
    """Ask every address once."""
    served = Datasette([file], settings=SETTINGS)
    await served.invoke_startup()
    (name,) = (name for name in served.databases if name not in ("_internal", "_memory"))
    answers = []
    for address in addresses:
        answer = await served.client.get(address.replace("DB", served.urls.database(name).strip("/")))
        answers.append([address, answer.status_code, dict(answer.headers), answer.text])
    return answers


if __name__ == "__main__":
    if not pm.is_registered(plugin):
        pm.register(plugin, name="gongwen")
    found = asyncio.run(visited(sys.argv[1], json.load(sys.stdin)))
    sys.stdout.write(json.dumps({"version": __version__, "answers": found}))
