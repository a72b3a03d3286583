"""Which family is asked first, and when no other is asked. What each family knows its pages by: the families' tests."""

import pytest

from cleaners.page import Hints, Page
from cleaners.platforms import detect
from cleaners.sheet import open_sheet

BOTH = """<html><head><title>城关镇工作总结</title></head><body>
<script src="/plus/count.php?view=yes&aid=3"></script><script src="/e/public/ViewClick/?classid=2&id=3"></script>
<p>今年以来，各项工作有序推进。</p></body></html>"""
NEITHER = BOTH.replace("/plus/", "/x/").replace("/e/", "/y/")
PLAIN = "http://www.site.example/a/3.html"
OF_DEDECMS = "http://www.site.example/plus/view.php?aid=3"
OF_EMPIRECMS = "http://www.site.example/e/action/ShowInfo.php?classid=2&id=3"


@pytest.mark.parametrize(
    ("markup", "url", "hint", "family"),
    [
        (BOTH, PLAIN, None, "dedecms"),
        (BOTH, PLAIN, "empirecms", "empirecms"),
        (BOTH, OF_EMPIRECMS, None, "empirecms"),
        (BOTH, OF_DEDECMS, None, "dedecms"),
        (BOTH, OF_DEDECMS, "empirecms", "empirecms"),
        (BOTH, PLAIN, "no such family", "dedecms"),
        (BOTH, None, None, "dedecms"),
        (NEITHER, PLAIN, "empirecms", "generic"),
        (NEITHER, OF_EMPIRECMS, None, "generic"),
    ],
)
def test_hint_and_address_are_asked_first(markup: str, url: str | None, hint: str | None, family: str) -> None:
    """A page saved with two makers' marks is that of the one expected; expecting alone makes no family's page."""
    page = Page(url=url, body=markup.encode(), headers=(("Content-Type", "text/html; charset=utf-8"),))
    platform, guess = detect(open_sheet(page, Hints(platform=hint)))
    assert (platform.family, guess.family) == (family, family)
