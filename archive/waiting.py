"""Says which URLs a crawl would ask for next, without claiming any: for `crawl --dry-run`."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from archive.database import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """A URL that waits in the frontier."""

    url: str
    kind: str
    due_at: str | None
    """Not before this instant; None = at once."""


def next_urls(archive: Archive, hosts: Collection[str], *, limit: int) -> tuple[Next, ...]:
    """Give up to `limit` waiting URLs of these hosts in the order in which a crawl of them would claim them."""
    rows = archive.conn.execute(
        "SELECT f.url, f.kind, f.due_at FROM frontier f JOIN sites s ON s.id = f.site_id"
        " WHERE f.state = 'pending' AND s.host IN (SELECT value FROM json_each(?))"
        " ORDER BY f.due_at IS NOT NULL, f.priority DESC, f.id LIMIT ?",
        (json.dumps(sorted(hosts)), limit),
    )
    return tuple(Next(url=url, kind=kind, due_at=due_at) for url, kind, due_at in rows)
