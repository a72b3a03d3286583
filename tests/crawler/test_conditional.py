"""Validators of a page that we hold are sent; a 304 counts only where they were."""

import pytest
from scrapy import Request
from scrapy.http import Response

from crawler.middlewares.conditional import ConditionalMiddleware

MIDDLEWARE = ConditionalMiddleware()


@pytest.mark.parametrize(
    ("meta", "sent"),
    [
        ({"etag": '"a"', "last_modified": None}, {"If-None-Match": [b'"a"']}),
        ({"etag": None, "last_modified": "Mon, 02 Jan 2023 00:00:00 GMT"},
         {"If-Modified-Since": [b"Mon, 02 Jan 2023 00:00:00 GMT"]}),
        ({"etag": None, "last_modified": None}, {}),
        ({}, {}),
    ],
)
def test_validators_are_sent(meta: dict[str, str], sent: dict[str, list[bytes]]) -> None:
    request = Request("http://a.example/", meta=meta)
    MIDDLEWARE.process_request(request)
    assert {name.decode(): values for name, values in request.headers.items()} == sent


@pytest.mark.parametrize(
    ("status", "etag", "is_unchanged"), [(304, '"a"', True), (304, None, False), (200, '"a"', False)]
)
def test_unchanged_is_only_what_was_asked_for(status: int, etag: str | None, is_unchanged: bool) -> None:
    request = Request("http://a.example/", meta={"etag": etag})
    MIDDLEWARE.process_response(request, Response("http://a.example/", status=status))
    assert request.meta["is_unchanged"] is is_unchanged
