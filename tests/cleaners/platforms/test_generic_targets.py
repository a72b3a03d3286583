"""Targets resolved by hand are those that `urljoin` gives."""

from urllib.parse import urljoin

import pytest

from cleaners.platforms.generic.targets import joined
from tests.tables import table

BASES = ("http://www.site.example/a/b.html?x=1#y", "https://site.example:8443", "HTTP://Site.Example/a/", "")
TARGETS = (
    "/", "/c/1.html", "/c.php?id=1&amp;x=/y#z", "/总结/1.html", "//other.example/1.html", "/a/../1.html", "/./1.html",
    "/.well-known", "/a;b/c;", "/a\tb", "/a\n", "/a\rb", "1.html", "?id=1", "#top", "https://other.example/1.html",
    "javascript:void(0)", "", "http://other.example", "https://other.example/a/../b;c?x=1#y", "http:///a", "HTTP://A.example",
    "http://other.example:99/总结", "//other.example", "//other.example:8080/a@b/./c/", "//other.example/a;b",
    "//other.example/a?b#c", "///a", "//", "http://user@other.example/", "https://other.example?x=/..;#/", "http://a.example\\b",
)  # fmt: skip


@table("base", BASES)
@table("target", TARGETS)
def test_a_target_is_resolved_as_urljoin_does(base: str, target: str) -> None:
    """One string for every kind of target, whoever resolves it."""
    assert joined(base, target) == urljoin(base, target)


@pytest.mark.parametrize("target", ["/a?", "/a#", "https://other.example/a?", "http://other.example/a#"])
def test_an_empty_query_or_fragment_is_kept(target: str) -> None:
    """`urljoin` drops it, and so does every reader of addresses; here it costs too much."""
    assert joined("https://other.example/b", target).endswith(target)


def test_an_unclosed_bracket_is_named() -> None:
    """What `urljoin` raises at, this does too: a base or a target without an end."""
    with pytest.raises(ValueError, match="IPv6"):
        joined("http://[", "/a")
    with pytest.raises(ValueError, match="IPv6"):
        joined("http://[", "//site.example/a")
    with pytest.raises(ValueError, match="IPv6"):
        joined("http://site.example/", "http://[")
