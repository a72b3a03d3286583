"""The pager under a text: which page of how many this is, and the block that says so. Addresses: `series`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from cleaners.platforms.generic.addresses import address, anchors, linked
from cleaners.platforms.generic.places import Places
from cleaners.platforms.generic.series import MAX_PAGES, Series, series_of
from cleaners.reading import Link, UrlKind
from cleaners.regex import regex
from cleaners.shown import BLOCKS

WORDS = regex(
    r"(?:上一?页|下一?页|前一?页|后一?页|上頁|下頁|上一頁|下一頁|首页|尾页|末页|第一页|最后一页|首頁|末頁|共\d{1,5}[页頁条篇]?|第?\d{1,5}[页頁]|页次|当前|本文导航|分页|跳转?到|总|GO"
    r"|阅读(?:全文|下一页)|余下全文|[Pp]rev(?:ious)?|[Nn]ext|[Pp]age|[Ff]irst|[Ll]ast|\d{1,5}|[\[\]()（）【】|/:：.…·,，、<>«»‹›←→-])++",
)
"""A block of nothing but a pager's words, without its white space. Possessive: one pass."""
BLOCK_CHARS = 240
PREVIOUS = regex(r"[<«‹←\[【]*(?:上一?页|前一?页|上一?頁|[Pp]rev(?:ious)?(?:[Pp]age)?)[\]】]?")
FOLLOWING = regex(r"[\[【]?(?:下一?页|后一?页|下一?頁|阅读下一页|[Nn]ext(?:[Pp]age)?)[>»›→\]】]*")
LAST = regex(r"[\[【]?(?:尾页|末页|最后一页|末頁|[Ll]ast)[>»\]】]*")
FIRST = regex(r"[<«\[【]*(?:首页|第一页|首頁|[Ff]irst)[\]】]?")
NUMBER = regex(r"[.…\[【(（]*第?(\d{1,4})页?[.…\]】)）]*")
TOTAL = regex(r"共 ?(\d{1,4}) ?[页頁]|(?:^|[^\d/])\d{1,3} ?/ ?(\d{1,3})(?!\d| ?/)")
DIGITS = regex(r"\d{1,4}")
BEHIND_NUMBER = regex(r"\d[_-]\Z")
"""The end of an address before a page's number where the text has a number of its own: `6_`, `6-`."""
COMMENTS = regex(r"(?:^|[\s_-])(?:comments?|repl(?:y|ies)|review|pinglun|plun|guestbook)", re.IGNORECASE)
WINDOW = 10
"""Numbers a pager shows at once, as a rule: with fewer and no `…`, what it shows is all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page stands among the pages of its text."""

    series: Series
    page: int
    pages: int | None
    links: tuple[Link, ...]
    """The other pages, with key and number."""
    next_url: str | None
    nodes: frozenset[HtmlElement]
    """The blocks that show the pager."""

    @property
    def key(self) -> str:
        """Give the key of page 1, which is the document's."""
        return self.series.first


@dataclass(slots=True)
class _Block:
    """One block of page links: what each of them says, and where it leads."""

    node: HtmlElement
    is_whole: bool
    """True where the block holds nothing but the pager."""
    numbers: dict[int, str] = field(default_factory=dict)
    currents: list[int] = field(default_factory=list)
    """Numbers that lead nowhere or here: one may be this page's."""
    roles: dict[str, str] = field(default_factory=dict)
    anchors: list[HtmlElement] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Give what the block says, its pieces parted by spaces; of a block with other text, the links alone."""
        pieces = self.node.itertext() if self.is_whole else (" ".join(one.itertext()) for one in self.anchors)
        return " ".join(" ".join(pieces).split())


def pager_of(tree: HtmlElement, places: Places, base: str | None, own_url: str | None) -> Pager | None:
    """Find the pager that leads to other pages of this text; None where nothing proves one."""
    own = address(own_url or "")
    if own is None:
        return None
    urls: dict[str, str] = {}
    blocks = list(_blocks(tree, places, base or own.url, own.key, urls))
    for block in blocks:
        found = _prove(block, own.key)
        if found is None:
            continue
        series, page = found
        same = [other for other in blocks if any(series.page(key) for key in _keys(other))]
        nodes = {other.node for other in same if other.is_whole}
        nodes |= {anchor for other in same if not other.is_whole for anchor in other.anchors}
        return _pager(series, page, same, urls, frozenset(nodes))
    return None


def _keys(block: _Block) -> Iterable[str]:
    return (*block.numbers.values(), *block.roles.values())


def _blocks(tree: HtmlElement, places: Places, base: str, own: str, urls: dict[str, str]) -> Iterator[_Block]:
    """Gather the page links of a tree block by block; notes the URL of each key."""
    found: dict[HtmlElement, _Block] = {}
    for anchor in anchors(tree):
        words = _words(anchor, places)
        if not words or len(words) > 12 or not WORDS.fullmatch(words):
            continue
        node, is_whole = _block_of(anchor, places)
        if any(COMMENTS.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in anchor.iterancestors()):
            continue
        block = found.setdefault(node, _Block(node, is_whole))
        block.anchors.append(anchor)
        _note(block, words, _key(anchor, base, urls), own)
    yield from (block for block in found.values() if block.numbers or block.roles)


def _words(node: HtmlElement, places: Places) -> str:
    start, end = places.spans.get(node, (0, 0))
    return places.text[start:end]


def _block_of(anchor: HtmlElement, places: Places) -> tuple[HtmlElement, bool]:
    """Give the greatest element round a page link that holds nothing but pager words; else its parent."""
    best = anchor
    for above in anchor.iterancestors():
        words = _words(above, places)
        if len(words) > BLOCK_CHARS or not WORDS.fullmatch(words) or above.tag in ("body", "html"):
            break
        best = above
    if best.tag in BLOCKS or places.size(best) > places.size(anchor):
        return best, True
    return next((above for above in best.iterancestors() if above.tag in BLOCKS), best), False


def _key(anchor: HtmlElement, base: str, urls: dict[str, str]) -> str | None:
    """Give the key that a page link leads to; None for a dead one."""
    found = linked(anchor.get("href"), base)
    if found is None or found.kind not in (UrlKind.DOCUMENT, UrlKind.HOME):
        return None
    urls.setdefault(found.key, found.url)
    return found.key


def _note(block: _Block, words: str, key: str | None, own: str) -> None:
    """Put down what one link of a block says."""
    number = NUMBER.fullmatch(words)
    if number:
        if key is None or key == own:
            block.currents.append(int(number[1]))
        else:
            block.numbers.setdefault(int(number[1]), key)
        return
    shapes = (("previous", PREVIOUS), ("next", FOLLOWING), ("last", LAST), ("first", FIRST))
    role = next((name for name, shape in shapes if shape.fullmatch(words)), None)
    if role and key is not None and key != own:
        block.roles.setdefault(role, key)


def _prove(block: _Block, own: str) -> tuple[Series, int] | None:
    """Give the series and the number of this page where the links of one block prove them."""
    for page in _guesses(block, own):
        known = {**block.numbers, page: own}
        if "next" in block.roles:
            known.setdefault(page + 1, block.roles["next"])
        if "previous" in block.roles and page > 1:
            known.setdefault(page - 1, block.roles["previous"])
        if len(known) < 2 or max(known) > MAX_PAGES:
            continue
        series = series_of(known)
        if series is None:
            continue
        if _is_evidence(block, series, page, own):
            return series, page
    return None


def _guesses(block: _Block, own: str) -> list[int]:
    """Give the numbers that this page may have, the likeliest first."""
    following = [number - 1 for number, key in block.numbers.items() if key == block.roles.get("next")]
    before = [number + 1 for number, key in block.numbers.items() if key == block.roles.get("previous")]
    first = [] if "previous" in block.roles else [1]
    shown = [int(number) for number in DIGITS.findall(block.words) if int(number) not in block.numbers]
    in_key = [int(number) for number in DIGITS.findall(own)]
    guesses = (
        *following,
        *before,
        *block.currents,
        *first,
        *shown,
        *reversed(in_key),
        *(n + 1 for n in reversed(in_key)),
    )
    return [page for page in dict.fromkeys(guesses) if 1 <= page <= MAX_PAGES and page not in block.numbers]


def _is_evidence(block: _Block, series: Series, page: int, own: str) -> bool:
    """Say whether a block is a pager of one text and no row of neighbours.

    Numbered links are evidence; where page 1 bears a number too, words of a pager must stand beside them. Without
    numbers, page 1 must have none in its address, or stand in the block.
    """
    has_words = bool(block.roles) or bool(TOTAL.search(block.words))
    if block.numbers:
        return has_words or not series.is_numbered_throughout
    if TOTAL.search(block.words):
        return True
    is_anchored = series.first in (own, *block.roles.values())
    return (is_anchored and not series.is_numbered_throughout) or bool(BEHIND_NUMBER.search(series.before))


def _pager(
    series: Series, page: int, blocks: list[_Block], urls: dict[str, str], nodes: frozenset[HtmlElement]
) -> Pager:
    """Put the links of all blocks together."""
    found: dict[int, str] = {}
    for key in (key for block in blocks for key in _keys(block)):
        number = series.page(key)
        if number is not None and number != page:
            found.setdefault(number, key)
    links = tuple(
        Link(url=urls[key], key=series.first, kind=UrlKind.DOCUMENT, page=number)
        for number, key in sorted(found.items())
    )
    return Pager(
        series=series, page=page, pages=_total(series, page, blocks, sorted(found)), links=links,
        next_url=urls[found[page + 1]] if page + 1 in found else None, nodes=nodes,
    )  # fmt: skip


def _total(series: Series, page: int, blocks: list[_Block], numbers: list[int]) -> int | None:
    """Give how many pages there are: as stated, as the last link says, or as far as the numbers go."""
    greatest = max([page, *numbers])
    for block in blocks:
        stated = TOTAL.search(block.words)
        if stated and greatest <= (total := int(stated[1] or stated[2])) <= MAX_PAGES:
            return total
    lasts = [series.page(block.roles["last"]) for block in blocks if "last" in block.roles]
    if any(lasts):
        return max([greatest, *(last for last in lasts if last)])
    is_windowed = greatest >= WINDOW or any("…" in block.words or "..." in block.words for block in blocks)
    has_numbers = any(block.numbers for block in blocks)
    is_last = greatest == page and not any("next" in block.roles for block in blocks)
    return greatest if is_last or (has_numbers and not is_windowed) else None
