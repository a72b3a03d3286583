"""How a page of Discuz is laid out: its elements by id, and small questions about elements. No meaning here."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from lxml.html import HtmlElement

from cleaners.platforms.discuz.addresses import address
from cleaners.platforms.elements import Find, finder, first, words
from cleaners.platforms.generic.targets import joined
from cleaners.platforms.platform import Address, Sheet
from cleaners.regex import regex


def by_class(name: str, *, tag: str = "*") -> Find:
    """Compile a search for the elements below one that carry a class, in the order of the page.

    The bare test comes first, as it sorts out nearly all.
    """
    whole = f'contains(concat(" ",normalize-space(@class)," ")," {name} ")'
    return finder(f'.//{tag}[contains(@class,"{name}") and {whole}]')


def has_class(node: HtmlElement, name: str) -> bool:
    """Say whether an element carries a class; True = it does."""
    classes = node.get("class")
    return classes is not None and name in classes.split()


def name_of(node: HtmlElement) -> str:
    """Name an element for a person: `td#postmessage_12`, by its classes where it has no id."""
    classes = "".join(f".{name}" for name in node.get("class", "").split()[:2])
    return f"{node.tag}#{node.get('id')}" if node.get("id") else f"{node.tag}{classes}"


_WITH_ID = finder("//*[@id]")
_LINKS = finder("//a[@href]")
_METAS = finder("/html/head/meta[@name and @content]")
_CANONICAL = finder('/html/head/link[@rel="canonical"][@href]')
_TITLE = finder("/html/head/title")
# A target that only names a file beside the page: letters first, no scheme, no dots that climb. One bounded class.
_PLAIN_TARGET = regex(r"[A-Za-z][A-Za-z0-9_-]{0,60}\.(?:php|html?)(?:[?#]|$)")


@dataclass(frozen=True, kw_only=True)
class Anatomy:
    """A page with its elements by id; not slotted, as what is asked twice is kept."""

    sheet: Sheet
    tree: HtmlElement

    @cached_property
    def ids(self) -> dict[str, HtmlElement]:
        """Elements by id; of two with one id the first counts, as for a browser."""
        found: dict[str, HtmlElement] = {}
        for node in _WITH_ID(self.tree):
            found.setdefault(node.get("id", ""), node)
        return found

    def all_with_id(self, name: str) -> list[HtmlElement]:
        """Give every element of an id, as templates print some twice."""
        return [node for node in _WITH_ID(self.tree) if node.get("id") == name]

    @cached_property
    def links(self) -> list[HtmlElement]:
        """Elements `a` with a target, in the order of the page."""
        return _LINKS(self.tree)

    @cached_property
    def metas(self) -> dict[str, str]:
        """What the head states, by lower-case name."""
        return {node.get("name", "").lower(): node.get("content", "") for node in reversed(_METAS(self.tree))}

    @cached_property
    def title(self) -> str:
        """Text of `title` on one line."""
        return words(first(_TITLE(self.tree)))

    @cached_property
    def address(self) -> Address | None:
        """What the page's own URL is; None without one, or where it is none of this software's."""
        url = self.sheet.page.address
        return address(url) if url else None

    @cached_property
    def canonical(self) -> str | None:
        """The URL that the head names, resolved. It names page 1 on every page: only a hint of the thread."""
        link = first(_CANONICAL(self.tree))
        return self.resolve(link.get("href", "")) if link is not None else None

    @cached_property
    def folder_url(self) -> str | None:
        """The base up to and with its last slash; None without a base that has a path."""
        base = (self.sheet.base_url or "").partition("?")[0].partition("#")[0]
        return base[: base.rindex("/") + 1] if base.count("/") > 2 else None

    @cached_property
    def _mentioned(self) -> dict[str, bool]:
        return {}

    def mentions(self, word: str) -> bool:
        """Say whether a word is anywhere in the page's markup; True = looking for it may find something."""
        known = self._mentioned.get(word)
        if known is None:
            known = self._mentioned[word] = word in self.sheet.text
        return known

    def resolve(self, href: str) -> str | None:
        """Give the absolute URL of a link; None where the page knows no base or the link is no http(s) URL."""
        if self.folder_url is not None and _PLAIN_TARGET.match(href):
            return self.folder_url + href
        base, url = self.sheet.base_url, href.strip()
        try:
            if base and (url.endswith(("?", "#")) or "?#" in url):  # an empty part, which `joined` would keep
                url = urljoin(base, url)
            elif base:
                url = joined(base, url)
        except ValueError:
            return None
        return url if url.startswith(("http://", "https://")) else None
