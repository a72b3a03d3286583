"""Articles of journals as fx361 prints them, and its many mirrors, which keep the path. Reference: realtext, family 27.

The head glues date, time and authors (`2021-03-04 10:52张三 李四`), names journal and issue (`某刊 2021年1期`) and has
the article's keywords. The text is found by the mobile skin's names, else as on any page.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from cleaners.facts.dates import read_date
from cleaners.facts.keywords import keywords_in
from cleaners.facts.labels import merged
from cleaners.outcome import Outcome, State
from cleaners.platforms.platform import Address, Findings, Sheet
from cleaners.platforms.template import Template, element_name, read_article, words_of
from cleaners.reading import Facts, PageKind, PlatformGuess, UrlKind
from cleaners.regex import regex

FAMILY: Final = "journal"
# `/page/2021/0304/10852880.shtml`, on phones `/news/2021/0304/10852880.html`; mirrors drop the ending. Bounded digits.
PATH: Final = regex(r"/(?P<kind>page|news)/(?:19|20)\d{2}/(?:0[1-9]|1[0-2])[0-3]\d/(?P<id>\d{4,10})(?:\.s?html?)?")
HOSTS: Final = ("fx361.com", "fx361.cc")
# Head: date and time with authors glued to it; two to four characters each, or a longer name with a middle dot.
_NAME: Final = (
    r"(?!来源|來源|阅读|閱讀|浏览|点击|编辑|发布|责编|评论|分享|收藏|字号|人气)"
    r"[一-鿿]{2,4}(?:·[一-鿿]{1,8})?"
)
GLUED: Final = regex(
    rf"(?P<at>\d{{4}}-\d{{1,2}}-\d{{1,2}} \d{{1,2}}:\d{{2}}(?::\d{{2}})?) ?(?:作者[:：])?"
    rf"(?P<authors>{_NAME}(?:[ ,，、;；]{{1,3}}{_NAME}){{0,9}})?(?: .{{0,60}})?"
)
ISSUE: Final = regex(
    r"《?(?P<journal>[^\s\d《》:：,，。；;]{2,24})》? ?(?P<issue>(?:19|20)\d{2}年(?:第? ?\d{1,3} ?期|\d{1,2}月\w{0,4}))"
)
ISSUE_AT_END: Final = regex(rf"(?:^| ){ISSUE.pattern}$")
KEYWORDS: Final = regex(r"[\[【]?(?:关键词|關鍵詞|关键字)[\]】]? ?[:：]? ?(?P<words>[^。]{2,160})")
HEAD_CHARS: Final = 120
"""Characters of an element of the head that glues its facts."""
HEAD_ELEMENTS: Final = 1_500
"""Elements among which the head is looked for; the longest menus above it have some hundred."""
HEAD_TAGS: Final = (
    "span", "p", "div", "em", "small", "h2", "h3", "h4", "li", "a", "font", "td", "b", "strong", "time", "i",
)  # fmt: skip
MOBILE: Final = Template(
    name="phone page",
    body=('//div[contains(concat(" ",@class," ")," main ")]//*[contains(concat(" ",@class," ")," wz ")]',
          '//div[contains(concat(" ",@class," ")," main ")][.//h3[contains(concat(" ",@class," ")," bt ")]]'),
    title=('//div[contains(concat(" ",@class," ")," main ")]//*[contains(concat(" ",@class," ")," bt ")]',),
    drop=('.//*[contains(concat(" ",@class," ")," bt ")]', './/*[contains(concat(" ",@class," ")," sj ")]',
          './/*[contains(concat(" ",@class," ")," others ")]'),
)  # fmt: skip
"""The phone page: title, line of the head, text, other articles of the issue."""


class Journal:
    """The family, as `cleaners.platforms.platform.Platform` wants it."""

    family = FAMILY
    version = 1

    def address(self, url: str) -> Address | None:
        """Say what a URL of the path that all mirrors keep leads to; None for other shapes."""
        return address(url)

    def is_decisive(self, url: str) -> bool:
        """Say whether a URL is of the site itself or has its desktop path; True = no other known software has it."""
        found = _article_path(url)
        return found is not None and (found["kind"] == "page" or _host_of(url) in HOSTS)

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say how surely a page is an article of these sites; None where its address is not of the path."""
        url = sheet.page.address
        if sheet.tree is None or not url or not self.is_decisive(url):
            return None
        if _host_of(url) in HOSTS:
            return PlatformGuess(family=FAMILY, sure=0.95, why="the host and the path")
        sure = 0.92 if ISSUE.search(sheet.text) is not None else 0.6
        return PlatformGuess(family=FAMILY, sure=sure, why="the path that mirrors keep")

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read an article: its head here, its text by the phone page's names or by `generic` (through `read`)."""
        own = address(sheet.page.address) if sheet.page.address else None
        found = read_article(sheet, (MOBILE,), key=own.key if own else None)
        nothing = Findings(page_kind=PageKind.OTHER, outcome=Outcome(state=State.READ))
        facts = _facts(sheet)
        findings = found or nothing
        drafts = tuple(replace(draft, author=draft.author or facts.author) for draft in findings.drafts)
        return replace(
            findings, document_key=own.key if own else None, facts=merged(facts, findings.facts), drafts=drafts
        )


@lru_cache(maxsize=4096)
def address(url: str) -> Address | None:
    """Give an article's key: the host (phones' and desktop's are one) and the number that mirrors keep."""
    found = _article_path(url)
    if found is None:
        return None
    parts = urlsplit(url.strip())._replace(query="", fragment="")
    return Address(key=f"{FAMILY}:{_host_of(url)}:article:{found['id']}", kind=UrlKind.DOCUMENT, url=parts.geturl())


def _article_path(url: str) -> re.Match[str] | None:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:  # an unclosed bracket, a port past 65535
        return None
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and port in (None, 80, 443)
    return PATH.fullmatch(parts.path) if is_web else None


def _host_of(url: str) -> str:
    host = (urlsplit(url.strip()).hostname or "").lower()
    return host.removeprefix("www.").removeprefix("m.")


def _facts(sheet: Sheet) -> Facts:
    """Give what the head and the path state: authors, journal and issue, keywords, date, the article's number."""
    number = _article_path(sheet.page.address or "")
    values: dict[str, object] = {"document_id": number["id"]} if number else {}
    where: dict[str, str] = {"document_id": "address"} if number else {}
    for node, line in _head_lines(sheet.tree):
        for name, value in _in_line(sheet, node, line):
            if name not in values:
                values[name], where[name] = value, element_name(node)
        if values.keys() >= {"dates", "author", "source", "keywords"}:  # the text below states nothing more
            break
    return replace(Facts(), **values, where=tuple(where.items()))  # type: ignore[arg-type]  # by name


def _head_lines(tree: HtmlElement | None) -> Iterator[tuple[HtmlElement, str]]:
    """Give the short elements from the page's beginning on whose words may state facts."""
    body = tree.find("body") if tree is not None else None
    for count, node in enumerate(body.iter(*HEAD_TAGS) if body is not None else ()):
        if count > HEAD_ELEMENTS:
            return
        if len(node) > 8 or not any(character.isdigit() or character in "关關" for character in _start(node)):
            continue
        line = words_of(node)
        if 4 < len(line) <= HEAD_CHARS or KEYWORDS.match(line):
            yield node, line


def _start(node: HtmlElement) -> str:
    """Give the first words below an element, without walking all of it."""
    parts = [node.text or ""]
    for child in node[:4]:
        parts += [child.text or "" if isinstance(child.tag, str) else "", child.tail or ""]
    return "".join(parts)[:200]


def _in_line(sheet: Sheet, node: HtmlElement, line: str) -> Iterator[tuple[str, object]]:
    """Give the facts of one line of the head: a glued date, an issue, keywords; nothing of other lines."""
    issue = ISSUE_AT_END.search(line)
    glued = GLUED.fullmatch(line[: issue.start()] if issue else line)
    if glued is not None:
        date = read_date(
            glued["at"], kind="published", zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at,
            where=element_name(node),
        )  # fmt: skip
        yield "dates", (date,)
        yield "published_at", date.at
        if glued["authors"]:
            yield "author", " ".join(re.split(r"[ ,，、;；]+", glued["authors"]))
    if issue is not None and (glued is not None or issue.start() == 0):
        yield "source", f"{issue['journal']} {issue['issue'].replace(' ', '')}"
    keywords = KEYWORDS.fullmatch(line)
    if keywords is not None:
        yield "keywords", keywords_in(keywords["words"])


PLATFORM = Journal()
