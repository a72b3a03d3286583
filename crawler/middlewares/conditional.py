"""Conditional requests: a page that we hold is asked for only if it has changed.

Discuz sends no validators; static pages of article systems do. What "unchanged" means is the spider's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

HEADERS = (("etag", "If-None-Match"), ("last_modified", "If-Modified-Since"))


class ConditionalMiddleware:
    """Sends the validators in the request's meta (`etag`, `last_modified`) and marks an answer that they bring."""

    def process_request(self, request: "Request") -> None:
        """Add the headers for the validators that there are."""
        for key, header in HEADERS:
            if value := request.meta.get(key):
                request.headers[header] = value

    def process_response(self, request: "Request", response: "Response") -> "Response":
        """Put `is_unchanged` into the meta: true only for a 304 that we asked for."""
        asked = any(request.meta.get(key) for key, _ in HEADERS)
        request.meta["is_unchanged"] = response.status == 304 and asked
        return response
