"""The frontier: every URL ever seen, with one state and one reason. The way in for other modules.

`seeds` puts URLs in, `claims` hands them out, `outcomes` says what became of them. Functions that take `archive` open
their own transaction; those that take `conn` run inside the caller's.
"""

from archive.frontier.claims import Claim, claim, next_due, release_dead, retry_failed
from archive.frontier.outcomes import counts, retry_later, settle, settle_row, settle_unchanged
from archive.frontier.seeds import Added, Seed, add, put_seeds, site_id

__all__ = [
    "Added", "Claim", "Seed", "add", "claim", "counts", "next_due", "put_seeds", "release_dead", "retry_failed",
    "retry_later", "settle", "settle_row", "settle_unchanged", "site_id",
]  # fmt: skip
