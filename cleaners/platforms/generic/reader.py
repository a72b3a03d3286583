"""The generic platform: reads any HTML page that no family claims. Bodies: `body`; facts: `head`; links: `linking`."""

import re
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.generic.addresses import address
from cleaners.platforms.generic.body import Body, body_of
from cleaners.platforms.generic.head import Metas, facts_of, metas_of, title_of
from cleaners.platforms.generic.linking import feed_links, links_of
from cleaners.platforms.platform import Address, Draft, Findings, Sheet
from cleaners.reading import Attachment, Links, PageKind, PlatformGuess
from cleaners.rules.lines import HAN
from cleaners.shown import render

GONE = re.compile(
    r"404|not found|(?:页面|网页|文章|内容|信息|文档|帖子|主题|链接|文件).{0,8}"
    r"(?:不存在|未找到|找不到|已被?删除|已过期|已失效|走丢|丢失)"
    r"|(?:找不到|无法找到|没有找到).{0,10}(?:页面|网页|文章|内容|信息)",
    re.IGNORECASE,
)
CHALLENGED = re.compile(
    r"安全验证|人机验证|访问验证|请完成验证|验证码.{0,12}继续访问|checking your browser|just a moment"
    r"|enable javascript|请(?:开启|启用|打开)\s*javascript|访问过于频繁|频繁刷新限制|页面重载开启",
    re.IGNORECASE,
)
DENIED = re.compile(r"(?:没有|无)权限|403|forbidden|禁止访问|access denied", re.IGNORECASE)
CLOSED = re.compile(r"(?:网站|本站|站点|系统).{0,6}(?:维护|关闭|升级|暂停)", re.IGNORECASE)
MESSAGES = (
    (CHALLENGED, PageKind.CHALLENGE, Reason.CHALLENGE),
    (GONE, PageKind.ERROR, Reason.GONE),
    (DENIED, PageKind.ERROR, Reason.PERMISSION),
    (CLOSED, PageKind.NOTICE, Reason.CLOSED),
)
"""What a small page may say instead of what was asked for, in the order in which it is looked for."""
LOGIN = re.compile(r"登[录陆]|login|sign in", re.IGNORECASE)
FEED = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
SMALL_PAGE = 400
"""Characters without white space up to which a page's words may be its whole message."""
SHORT_TEXT = 80
"""Characters from which a small page's text is a notice of its own, unless its title is a message (short notices have
80 to 300; reference: extraction, section 4)."""
LIST_LINKS = 8
"""Titled links from which a page without a text of its own is a list."""
LINK_TITLE = 6
"""Characters that a link's words need to be a title."""
LIST_TEXT_SHARE = 0.2
"""Share of the page's text below which a body beside many links is a list's intro."""
TEASERS = 5
TEASER_CHARS = 250
"""Titled links inside a text, and characters to each of them, that make it a list of beginnings."""
MIN_TEXT = 30
"""Characters below which a body is no text."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A page as looked at: all its lines, the chosen text, its links."""

    lines: tuple[str, ...]
    shown: str
    how: str
    links: Links
    title: str | None
    has_password: bool
    body_links: int
    """Titled links inside the chosen nodes."""

    @property
    def size(self) -> int:
        return sum(len("".join(line.split())) for line in self.lines)

    @property
    def text_size(self) -> int:
        return len("".join(self.shown.split()))


class GenericPlatform:
    """Reads what no family claims; see `cleaners.platforms.platform.Platform`."""

    family = "generic"
    version = 1

    def address(self, url: str) -> Address | None:
        """Give the key of any http(s) URL; None for others."""
        return address(url)

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Claim every page of markup, least of all families; None for a text dump."""
        return (
            None if sheet.tree is None else PlatformGuess(family="generic", sure=0.1, why="markup of no known family")
        )

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a page by measures that hold anywhere."""
        tree = sheet.tree
        if tree is None:
            return Findings(page_kind=PageKind.OTHER, outcome=_refused(Reason.NO_CONTENT, "no markup"))
        if FEED.match(sheet.text):
            return Findings(page_kind=PageKind.FEED, outcome=Outcome(state=State.LISTED), links=feed_links(sheet))
        metas = metas_of(tree)
        title, title_from = title_of(tree, metas)
        seen = _look(tree, sheet, title)
        kind, outcome = _judge(seen, metas)
        own = address(sheet.page.address or "")
        first = next((line for line in seen.shown.splitlines() if line.strip()), "").strip()
        facts = facts_of(sheet, metas, seen.lines, first_line=first, title=title)
        files = tuple(Attachment(name=link.title or link.url, url=link.url) for link in seen.links.attachments)
        draft = Draft(position=1, shown=seen.shown, title=title, title_from=title_from, author=facts.author)
        return Findings(
            page_kind=kind,
            outcome=outcome,
            document_key=own.key if own else None,
            facts=replace(facts, attachments=files),
            drafts=(draft,) if kind is PageKind.ARTICLE else (),
            links=_by_kind(seen.links, kind),
        )


def _look(tree: HtmlElement, sheet: Sheet, title: str | None) -> _Seen:
    root = tree.find("body")
    root = tree if root is None else root
    body = body_of(tree)
    return _Seen(
        lines=tuple(line.strip() for line in render([root]).splitlines() if line.strip()),
        shown=_shown(body),
        how=body.how if body else "none",
        links=links_of(tree, sheet),
        title=title,
        body_links=_titled_links(body),
        has_password=any((node.get("type") or "").lower() == "password" for node in root.iter("input")),
    )


def _titled_links(body: Body | None) -> int:
    nodes = body.nodes if body else ()
    links = (node for one in nodes for node in one.iter("a") if node.get("href"))
    return sum(len("".join(link.text_content().split())) >= LINK_TITLE for link in links)


def _shown(body: Body | None) -> str:
    return render(body.nodes, drop=body.drop) if body else ""


def _judge(seen: _Seen, metas: Metas) -> tuple[PageKind, Outcome]:
    """Say what kind of page was seen and what it came to."""
    if seen.size <= SMALL_PAGE:
        message = _message(seen, metas)
        if message:
            return message
    if _is_list(seen):
        return PageKind.LIST, Outcome(state=State.LISTED)
    if seen.text_size < MIN_TEXT or not HAN.search(seen.shown):
        return PageKind.OTHER, _refused(Reason.NO_CONTENT, (seen.title or "no text of its own")[:200])
    return PageKind.ARTICLE, Outcome(state=State.READ)


def _message(seen: _Seen, metas: Metas) -> tuple[PageKind, Outcome] | None:
    """Tell a small page that is the site's own message; None where it is not one."""
    words = " ".join((metas.title, *seen.lines))
    detail = (seen.lines[0] if seen.lines else metas.title)[:200]
    if seen.has_password and LOGIN.search(words):
        return PageKind.LOGIN, _refused(Reason.LOGIN, detail)
    for shape, kind, reason in MESSAGES:
        if shape.search(metas.title) or (seen.text_size < SHORT_TEXT and shape.search(words)):
            return kind, _refused(reason, detail)
    return None


def _is_list(seen: _Seen) -> bool:
    titled = sum(len(link.title or "") >= LINK_TITLE for link in seen.links.documents)
    is_without_text = seen.text_size < MIN_TEXT or (
        seen.text_size < LIST_TEXT_SHARE * seen.size and "。" not in seen.shown
    )
    is_of_teasers = seen.body_links >= TEASERS and seen.text_size < TEASER_CHARS * seen.body_links
    return (titled >= LIST_LINKS and is_without_text) or is_of_teasers


def _by_kind(links: Links, kind: PageKind) -> Links:
    """On a list the pager leads to lists; a text's pager leads to more of the text."""
    return replace(links, pages=(), lists=links.pages) if kind is PageKind.LIST else links


def _refused(reason: Reason, detail: str) -> Outcome:
    return Outcome(state=State.REFUSED, reason=reason, detail=detail)


PLATFORM = GenericPlatform()
