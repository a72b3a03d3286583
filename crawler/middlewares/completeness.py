"""Completeness: whether all bytes of an answer came in, judged on the bytes as they came over the wire.

It takes the place of Scrapy's decompression: the body stays as received, for the archive. What follows from a cut
answer (try again, then quarantine) is the spider's business.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cleaners.errors import BodyTooLarge, BrokenBody
from cleaners.wire import unpack

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

MAX_BYTES = 8 * 1024 * 1024
"""Bytes of a body before and after decompression (reliability.md section 7: 1.10 GB of memory without)."""
TAIL = 1024
"""Bytes from the end in which the closing tag must stand: counters and comments may follow it."""
# The closing tags that end a page or a feed; alternatives of fixed text with one bounded run of white space after.
CLOSED = re.compile(rb"</(?:html|rss|feed|urlset|rdf:RDF)\s{0,20}>", re.IGNORECASE)


class Extent(StrEnum):
    """How much of an answer came in."""

    COMPLETE = "complete"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The extent of an answer, and how it was told."""

    extent: Extent
    detail: str = ""


COMPLETE = Verdict(Extent.COMPLETE)


class CompletenessMiddleware:
    """Puts a `Verdict` under `completeness` into the request's meta."""

    def process_response(self, request: "Request", response: "Response") -> "Response":
        """Judge the answer and pass it on as it is."""
        encodings = b", ".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
        request.meta["completeness"] = judge(response.body, encodings or None, response.flags)
        return response


def judge(body: bytes, encodings: str | None, flags: "list[str]") -> Verdict:
    """Say whether the body is all that the server meant to send.

    `flags` are Scrapy's: `dataloss` = fewer bytes or chunks than announced; `partial` = no length was announced and
    the connection ended, which a cut answer shares with every answer of an old server.
    """
    if "dataloss" in flags:
        return Verdict(Extent.TRUNCATED, "fewer bytes than announced")
    try:
        shown = unpack(body, encodings, max_bytes=MAX_BYTES)
    except BodyTooLarge as error:
        return Verdict(Extent.TOO_LARGE, str(error))
    except BrokenBody as error:
        return Verdict(Extent.TRUNCATED, str(error))
    if "partial" in flags and shown == body and not CLOSED.search(body[-TAIL:]):
        return Verdict(Extent.TRUNCATED, "no length announced, and the page is not closed")
    return COMPLETE
