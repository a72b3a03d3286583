"""The one list of states and reasons: what became of a URL, and why.

`State` and `Reason` are shared by all rooms, so that `status`, the archive's columns and the JSON of `clean` speak
the same words. How a reason is found out lives with whoever finds it (a platform, the guard, the frontier).
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What a URL came to; `READ` is what a reading says before the archive turns it into `ARCHIVED`."""

    PENDING = "pending"
    FETCHED = "fetched"
    READ = "read"
    ARCHIVED = "archived"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    QUARANTINED = "quarantined"
    FAILED = "failed"
    SKIPPED = "skipped"
    LISTED = "listed"


class Reason(StrEnum):
    """Why a URL is in its state; each belongs to the state named in the group's comment."""

    # refused: the site answered, but not with the page
    GONE = "gone"
    LOGIN = "login"
    PERMISSION = "permission"
    PASSWORD = "password"  # noqa: S105 - a reason, not a secret
    PAID = "paid"
    CHALLENGE = "challenge"
    CLOSED = "closed"
    SERVER_ERROR = "server_error"
    NO_CONTENT = "no_content"  # a page of the site that holds no report: an empty answer, a form, a redirect page
    NOT_A_PAGE = "not_a_page"  # an image, an archive file, a binary sent as text
    # quarantined: bytes are kept, no report is made
    TRUNCATED = "truncated"
    UNDECODABLE = "undecodable"
    UNPARSABLE = "unparsable"
    KILLED_WORKER = "killed_worker"
    READER_FAULT = "reader_fault"  # a bug of ours, not the page's fault: the bytes wait for a better reader
    EMPTY_TEXT = "empty_text"
    DIGEST_MISMATCH = "digest_mismatch"
    # failed: after the last retry
    TIMEOUT = "timeout"
    CONNECTION = "connection"
    DNS = "dns"
    TLS = "tls"
    HTTP_STATUS = "http_status"
    RATE_LIMITED = "rate_limited"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    # skipped: never asked for
    ROBOTS = "robots"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    GUARD = "guard"
    SCOPE = "scope"
    TRAP = "trap"
    FORGOTTEN = "forgotten"
    BAD_URL = "bad_url"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one page came to: a state, the reason where the state needs one, and words to show a person."""

    state: State
    reason: Reason | None = None
    detail: str | None = None
    """The site's own message or our finding, one line, at most 200 characters; None where there is nothing to add."""
