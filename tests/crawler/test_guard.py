"""The guard lets ordinary pages pass and names what it holds back."""

import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from cleaners.outcome import Reason
from crawler.middlewares.guard import GuardMiddleware, find_fault
from crawler.middlewares.not_asked import NotAsked

GUARD = GuardMiddleware.from_crawler(
    get_crawler(settings_dict={"GONGWEN_RESOLVE": ["127.0.0.1:18080:127.0.0.1"], "GONGWEN_PORTS": [8081]})
)


@pytest.mark.parametrize(
    "url",
    ["http://forum.example/", "https://forum.example/a?b=1", "http://forum.example:8081/", "http://127.0.0.1:18080/",
     "http://93.184.216.34/", "http://xn--fiq228c.example/", "https://forum.example:443/", "http://公文.example/"],
)
def test_ordinary_urls_pass(url: str) -> None:
    GUARD.process_request(Request(url))


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("ftp://forum.example/", "scheme"), ("file:///etc/passwd", "scheme"), ("data:text/html,x", "scheme"),
        ("s3://bucket/key", "scheme"), ("http://forum.example:22/", "port 22"), ("http://forum.example:8080/", "port"),
        ("http://127.0.0.1/", "127.0.0.1"), ("http://127.0.0.1:8081/", "127.0.0.1"), ("http://0x7f.1/", "127.0.0.1"),
        ("http://2130706433/", "127.0.0.1"), ("http://[::1]/", "::1"), ("http://169.254.169.254/x", "169.254"),
        ("http://me:secret@forum.example/", "password"), ("http:///path", "no host"),
        ("http://①②⑦.0.0.1/", "127.0.0.1"),
    ],
)
def test_others_are_refused_with_the_cause(url: str, word: str) -> None:
    request = Request("http://forum.example/").replace(url=url)
    with pytest.raises(NotAsked) as caught:
        GUARD.process_request(request)
    assert caught.value.reason is Reason.GUARD
    assert word in caught.value.detail


def test_what_is_no_url_has_its_reason_too() -> None:
    assert "not a URL" in (find_fault("http://forum.example:99999/", {}, {80}) or "")
    assert "not a URL" in (find_fault("http://[/", {}, {80}) or "")
