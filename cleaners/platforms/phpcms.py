"""PHPCMS v9: addresses, articles and files of its default skin, its messages, and what must be paid for.

Sources: `phpcms/templates/default/content`, the shipped URL rules and the language pack of `content`. Other skins are
recognised by the software's scripts and left to `generic` with the key that the page tells.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlsplit

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.platform import Address, Findings, Sheet
from cleaners.platforms.template import Template, find, read_article, words_of
from cleaners.reading import Facts, PageKind, PlatformGuess, UrlKind, View
from cleaners.regex import regex

FAMILY = "phpcms"
MAX_URL = 2048
SURE = 0.95
MARKS = (
    "api.php?op=count&id=", "index.php?m=content&c=", "index.php?m=comment&c=index", 'class="showMsg"',
)  # fmt: skip
"""What the software's own scripts and its message box leave in any skin: one is proof."""
PLAUSIBLE = 0.5
PLAUSIBLE_MARK = "PHPCMS"

# The shipped rules of a show page and of a list: `show-9-12-2.html`, `list-9-2.html`. Bounded digits, disjoint marks.
REWRITTEN = regex(r"(?:show|content)-(?P<cat>[1-9]\d{0,8})-(?P<id>[1-9]\d{0,8})-(?P<page>\d{1,4})\.html")
REWRITTEN_LIST = regex(r"list-(?P<cat>[1-9]\d{0,8})-(?P<page>\d{1,6})\.html")
# The comment frame names column, article and site: `commentid=content_9-12-1`. Bounded digits between literals.
COMMENT_ID = regex(r"commentid=content_(?P<cat>[1-9]\d{0,8})-(?P<id>[1-9]\d{0,8})-\d{1,4}")
SCRIPTS = ("", "index.php")
VIEWS: Mapping[str, View] = {"content": View.MAIN, "wap": View.MOBILE}
"""Modules that show an article, and as what."""
LIST_ACTIONS = frozenset({"lists"})
DOCUMENT_ACTIONS = frozenset({"show"})
CONTROLLERS: Mapping[str, UrlKind] = {"tag": UrlKind.LIST, "rss": UrlKind.FEED, "down": UrlKind.ATTACHMENT}
"""Controllers of the module `content` besides `index`, and what they answer with."""
API = "api.php"


def _has(name: str) -> str:
    return f'contains(concat(" ",normalize-space(@class)," ")," {name} ")'


ARTICLE = Template(
    name="PHPCMS v9 article",
    body=(f'//*[@id="Article"]/div[{_has("content")}]',),
    title=('//*[@id="Article"]/h1',),
    head=('//*[@id="Article"]/h1/span[1]',),
    path=(f"//div[{_has('crumbs')}]",),
    pager=('//*[@id="pages"]',),
)
DOWNLOAD = Template(
    name="PHPCMS v9 file",
    body=(f"//div[{_has('down_intro')}]",),
    title=(f"//table[{_has('down_info')}]/caption",),
    head=(f"//table[{_has('down_info')}]",),
    path=(f"//div[{_has('crumbs')}]",),
    drop=(f".//h4[{_has('tits')}]",),
)
TEMPLATES = (ARTICLE, DOWNLOAD)
DIGEST = (f'//*[@id="Article"]/div[{_has("summary")}]',)
PAY_LINK = ('//a[contains(@href,"c=readpoint")]',)
MESSAGE = (f"//div[{_has('showMsg')}]/div[{_has('content')}]",)
FILLED_LATER = frozenset({"comments"})
"""Facts that the skin prints as 0 for a script to fill."""
# Wordings of the language packs; literals with one bounded gap at most.
WORDINGS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (Reason.CHALLENGE, regex("间隔太短|验证码|频繁")),
    (Reason.GONE, regex("不存在|未通过审[批核]|已被删除|地址失效|参数错误")),
    (Reason.LOGIN, regex("请(?:先)?登录|游客不允许|需要登录")),
    (Reason.PERMISSION, regex("没有[^。]{0,12}权限|权限不足")),
    (Reason.PAID, regex("支付|余额不足|点数不足")),
    (Reason.CLOSED, regex("(?:站点|网站)[^。]{0,8}关闭")),
)


@lru_cache(maxsize=8192)
def address(url: str) -> Address | None:
    """Say what a URL is, given that its host runs PHPCMS; None where the shape is not of this software."""
    parts = _taken_apart(url)
    if parts is None:
        return None
    script = parts.path.rpartition("/")[2].lower()
    found = REWRITTEN.fullmatch(script)
    if found is not None:
        return _article(parts, found["cat"], found["id"], int(found["page"]))
    found = REWRITTEN_LIST.fullmatch(script)
    if found is not None:
        return _list(parts, found["cat"], int(found["page"]))
    asked = {name.lower(): value for name, value in parse_qsl(parts.query, errors="replace")}
    if script == API and "op" in asked:
        return _skip(parts, "api")
    return _asked(parts, asked) if script in SCRIPTS and "m" in asked else None


def is_decisive(url: str) -> bool:
    """Say whether the shape of a URL proves PHPCMS by itself; True = no other known software uses it."""
    parts = _taken_apart(url) if "m=content" in url else None
    asked = dict(parse_qsl(parts.query, errors="replace")) if parts else {}
    return asked.get("c") == "index" and asked.get("a") in LIST_ACTIONS | DOCUMENT_ACTIONS and "catid" in asked


def _taken_apart(url: str) -> SplitResult | None:
    if len(url) > MAX_URL:
        return None
    try:
        parts = urlsplit(url.strip().replace("&amp;", "&"))
        port = parts.port
    except ValueError:  # a bad port, an unclosed bracket
        return None
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in ("http", "https") or not host:
        return None
    is_usual = port in (None, 80, 443)
    return parts._replace(netloc=host if is_usual else f"{host}:{port}", path=parts.path or "/", fragment="")


def _key(parts: SplitResult, kind: str, number: str) -> str:
    return f"{FAMILY}:{parts.netloc.removeprefix('www.').removeprefix('m.')}:{kind}:{number}"


def _number(text: str | None) -> int:
    """Read a positive number of at most nine digits; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _article(parts: SplitResult, cat: str, number: str, page: int, *, view: View = View.MAIN) -> Address:
    key = _key(parts, "article", f"{cat}-{number}")
    return Address(key=key, kind=UrlKind.DOCUMENT, page=max(page, 1), view=view, url=parts.geturl())


def _list(parts: SplitResult, cat: str, page: int) -> Address:
    return Address(key=_key(parts, "list", cat), kind=UrlKind.LIST, page=max(page, 1), url=parts.geturl())


def _skip(parts: SplitResult, rule: str) -> Address:
    return Address(key=_key(parts, "skip", rule), kind=UrlKind.SKIP, url=parts.geturl(), rule=rule)


def _asked(parts: SplitResult, asked: Mapping[str, str]) -> Address | None:
    """Read `index.php?m=MODULE&c=CONTROLLER&a=ACTION`."""
    module, controller = asked["m"].lower(), asked.get("c", "index").lower()
    cat, number, page = _number(asked.get("catid")), _number(asked.get("id")), _number(asked.get("page"))
    if module not in VIEWS:
        return _skip(parts, f"module-{module}"[:40])
    if controller in CONTROLLERS:
        kind = CONTROLLERS[controller]
        return Address(key=_key(parts, controller, parts.query), kind=kind, url=parts.geturl())
    action = asked.get("a", "")
    if action in DOCUMENT_ACTIONS and cat and number:
        return _article(parts, str(cat), str(number), page, view=VIEWS[module])
    if action in LIST_ACTIONS and cat:
        return _list(parts, str(cat), page)
    return _skip(parts, f"action-{action or controller}"[:40])


def number_of(sheet: Sheet) -> str | None:
    """Give the key of the article that the page's comment frame names; None without one, or without an address."""
    parts = _taken_apart(sheet.page.address or "")
    found = COMMENT_ID.search(sheet.text)
    return _key(parts, "article", f"{found['cat']}-{found['id']}") if parts and found else None


def refusal(tree: HtmlElement) -> Findings | None:
    """Tell a message page by its box, and an article that must be paid for by its link; None for any other page."""
    boxes = find(tree, MESSAGE)
    if boxes:
        words = words_of(boxes[0])
        reason = next((reason for reason, shape in WORDINGS if shape.search(words)), Reason.NO_CONTENT)
        return _refuse(reason, words)
    bodies, links = find(tree, ARTICLE.body), find(tree, PAY_LINK)
    if bodies and links and words_of(bodies[0]) == words_of(links[0]):
        return _refuse(Reason.PAID, words_of(links[0]))
    return None


def _refuse(reason: Reason, detail: str) -> Findings:
    outcome = Outcome(state=State.REFUSED, reason=reason, detail=detail[:200] or None)
    return Findings(page_kind=PageKind.ERROR, outcome=outcome)


def _improved(findings: Findings, tree: HtmlElement, own: Address | None) -> Findings:
    """Set right what the skin mixes: the title's element holds the facts too, and counters that a script fills."""
    headings = find(tree, ARTICLE.title)
    title = " ".join((headings[0].text or "").split()) if headings else None
    drafts = tuple(replace(draft, title=title or draft.title) for draft in findings.drafts)
    digest = next((words_of(node) for node in find(tree, DIGEST)), None)
    facts = _without(findings.facts)
    if digest and facts.abstract is None:
        facts = replace(facts, abstract=digest, where=(*facts.where, ("abstract", "div.summary")))
    page = findings.page if findings.pages or own is None else own.page
    return replace(findings, drafts=drafts, facts=facts, page=page, view=own.view if own else View.MAIN)


def _without(facts: Facts) -> Facts:
    """Leave out what a script fills later."""
    where = tuple(pair for pair in facts.where if pair[0] not in FILLED_LATER)
    return replace(facts, where=where, **dict.fromkeys(FILLED_LATER))  # type: ignore[arg-type]  # by name


class PhpCms:
    """The family, as `cleaners.platforms.platform.Platform` wants it."""

    family = FAMILY
    version = 1

    def address(self, url: str) -> Address | None:
        """Say what a URL is, on a host that runs this software; None where its shape is not the software's."""
        return address(url)

    def is_decisive(self, url: str) -> bool:
        """Say whether a URL's shape alone proves this software; True = it may be asked on unknown hosts."""
        return is_decisive(url)

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say how surely this software made the page; None where nothing speaks for it."""
        if sheet.tree is None:
            return None
        mark = next((mark for mark in MARKS if mark in sheet.text), None)
        if mark is None and PLAUSIBLE_MARK not in sheet.text:
            return None
        return PlatformGuess(
            family=FAMILY, sure=SURE if mark else PLAUSIBLE, why=f"the page holds {mark or PLAUSIBLE_MARK}"
        )

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a page; one of another skin comes back with its key alone, for `generic`."""
        tree = sheet.tree
        refused = None if tree is None else refusal(tree)
        if refused is not None:
            return refused
        own = address(sheet.page.address or "")
        is_document = own is not None and own.kind is UrlKind.DOCUMENT
        key = own.key if own is not None and is_document else number_of(sheet)
        found = None if tree is None else read_article(sheet, TEMPLATES, key=key)
        if found is None or tree is None:
            return Findings(page_kind=PageKind.OTHER, outcome=Outcome(state=State.READ), document_key=key)
        return _improved(found, tree, own if is_document else None)


PLATFORM = PhpCms()
