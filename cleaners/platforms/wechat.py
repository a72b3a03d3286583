"""Articles of WeChat's public accounts (`mp.weixin.qq.com/s…`) and whole copies of such pages on other hosts.

The body is in the page though its own style hides it until a script runs. Copies that only took the text are any
page's; what they carry along below it leaves by the rules of `cleaners.rules.foot.wechat_lines`.
"""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from html import unescape
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from cleaners.facts.date_order import published_at
from cleaners.facts.dates import read_date
from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.generic.head import Metas, metas_of
from cleaners.platforms.generic.linking import links_of
from cleaners.platforms.platform import Address, Draft, Findings, Sheet
from cleaners.platforms.template import element_name, find, words_of
from cleaners.reading import Facts, PageKind, PlatformGuess, StatedDate, UrlKind
from cleaners.regex import regex
from cleaners.shown import render

FAMILY: Final = "wechat"
HOST: Final = "mp.weixin.qq.com"
IDENTITY: Final = (("__biz",), ("mid", "appmsgid"), ("idx", "itemidx"), ("sn", "sign"))
"""Account, issue, place in it and check of an article, each by its names of today and of 2013."""
OLD_PATHS: Final = ("/s", "/mp/appmsg/show")
LISTS: Final = ("/mp/appmsgalbum", "/mp/homepage")
# `/s/TOKEN`: the short address; one bounded class.
_TOKEN: Final = regex(r"/s/(?P<token>[A-Za-z0-9_-]{16,64})")
BODIES: Final = ('//*[@id="js_content"]', '//*[@id="js_image_desc"]', '//*[contains(@class,"rich_media_content")]')
"""The body by its id, that of picture posts, and the body of 2013."""
BODY_ID: Final = "js_content"
TITLES: Final = ('//*[@id="activity-name"]', '//*[contains(concat(" ",@class," ")," rich_media_title ")]')
ACCOUNTS: Final = ('//*[@id="js_name"]', '//*[contains(concat(" ",@class," ")," profile_nickname ")]')
AUTHORS: Final = ('//*[@id="js_author_name"]',)
PRINTED_TIMES: Final = ('//*[@id="publish_time"]', '//*[@id="post-date"]')
ORIGINAL_MARKS: Final = ('//*[@id="copyright_logo"]',)
TAGS: Final = ('//*[contains(concat(" ",@class," ")," article-tag__item ")]',)
MESSAGES: Final = (
    '//*[contains(@class,"weui-msg__title")]', '//*[contains(@class,"global_error_msg")]',
    '//*[contains(@class,"weui_msg_title") or contains(@class,"mesg-title")]', '//*[contains(@class,"page_msg")]//h4',
    '//*[contains(@class,"tips") and contains(@class,"warn")]',
)  # fmt: skip
"""The headings of message pages, newest first."""
VERIFY: Final = 'id="js_verify"'
"""Of the page that asks for a sign of life."""
# The page's scripts state when it was published (seconds), who it is, and where its text came from. Each begins with
# a literal; the values are bounded classes.
CREATED: Final = tuple(
    regex(rf"""{name} ?(?:JsDecode\()?["'](?P<seconds>1\d{{9}})["']""")
    for name in ("var ct ?=", "oriCreateTime ?=", "create_time ?:")
)
"""One shape a name, each with a literal start: such a search is ten times as quick as one for all of them."""
CREATED_AT: Final = regex(r"""createTime ?= ?["'](?P<at>\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?)["']""")
STATED: Final = regex(
    r"""var (?P<name>biz|mid|idx|sn) ?= ?(?:["']["'] ?\|\| ?){0,3}["'](?P<value>[A-Za-z0-9=_-]{1,64})["']"""
)
SOURCE_URL: Final = regex(r"""msg_source_url ?= ?["'](?P<url>https?:[^"'\s]{4,1500})["']""")
ORIGINAL: Final = regex(r"""copyright_stat ?= ?["']1["']""")
PAID: Final = regex(r"""isPaySubscribe ?= ?["']?1\b""")
_ESCAPED: Final = regex(r"\\x([0-9a-fA-F]{2})")
# Words that a message page's heading holds, and what they stand for; the first found counts.
WORDINGS: Final[tuple[tuple[Reason, re.Pattern[str]], ...]] = (
    (Reason.CHALLENGE, regex("环境异常|完成验证|安全验证|操作(?:过于)?频繁|访问(?:过于)?频繁|验证码")),
    (
        Reason.GONE,
        regex(
            "已被(?:发布者|作者)?删除|违规|(?:公众号|帐号|账号)(?:已|的)?(?:申请)?(?:迁移|注销|被?封禁|被?屏蔽|冻结|停用)"
            "|已(?:经)?(?:自主)?(?:注销|迁移)|链接已过期|链接不存在|无法查看|已失效|参数错误|被投诉|涉嫌|不存在"
        ),
    ),
    (Reason.PERMISSION, regex("请在微信客户端打开|仅.{0,8}可见|暂时无法")),
    (Reason.SERVER_ERROR, regex("系统(?:错误|繁忙)|服务器")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the scripts of a page say that its elements do not."""

    key: str | None = None
    dates: tuple[StatedDate, ...] = ()


class WeChat:
    """The family, as `cleaners.platforms.platform.Platform` wants it."""

    family = FAMILY
    version = 1

    def address(self, url: str) -> Address | None:
        """Say what a URL of the host is; None for other hosts."""
        return address(url)

    def is_decisive(self, url: str) -> bool:
        """Say whether a URL is of the host; True = it is, and no other software has it."""
        return f"//{HOST}/" in url[:40]

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Say how surely a page is an article or a message of the host; None where nothing speaks for it."""
        text = sheet.text
        if sheet.tree is None:
            return None
        if BODY_ID in text and ("activity-name" in text or "rich_media_title" in text):
            return PlatformGuess(family=FAMILY, sure=0.96, why="elements of the article page")
        if self.is_decisive(sheet.page.address or ""):
            return PlatformGuess(family=FAMILY, sure=0.95, why="the host")
        if VERIFY in text and "weui-msg" in text and HOST in text:
            return PlatformGuess(family=FAMILY, sure=0.9, why="the page that asks for a sign of life")
        return None

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read an article; without words in its body say why: a message, or pictures only."""
        tree = sheet.tree
        if tree is None:
            return _refused(Reason.NO_CONTENT, "a text dump")
        body = next((node for path in BODIES for node in find(tree, (path,)) if words_of(node)), None)
        own = address(sheet.page.address) if sheet.page.address else None
        if body is None:
            return _without_body(sheet, tree, own)
        return _article(sheet, tree, body, own)


@lru_cache(maxsize=4096)
def address(url: str) -> Address | None:
    """Say what a URL of the host is: an article by its identity or its token, a list, or nothing to follow."""
    try:
        parts = urlsplit(url.strip().replace("&amp;", "&"))
        port = parts.port
    except ValueError:  # an unclosed bracket, a port past 65535
        return None
    if (parts.hostname or "").lower() != HOST or parts.scheme not in ("http", "https") or port not in (None, 80, 443):
        return None
    query = dict(parse_qsl(parts.query, errors="replace"))
    short = _TOKEN.fullmatch(parts.path)
    if short is not None:
        key, asked = short["token"], parts._replace(query="", fragment="").geturl()
    elif parts.path in OLD_PATHS and _identity(query):
        named = [(names[0], next(query[name] for name in names if query.get(name))) for names in IDENTITY]
        key, asked = _hash(_identity(query)), f"https://{HOST}/s?{urlencode(named, quote_via=quote)}"
    elif parts.path in OLD_PATHS and (query.get("signature") or query.get("__biz")):
        # Passing addresses of a search engine: the page says who it is.
        key, asked = f"passing-{_hash((parts.query,))}", url
    else:
        kind = UrlKind.LIST if parts.path in LISTS else UrlKind.SKIP
        rule = None if kind is UrlKind.LIST else "account"
        return Address(key=f"{FAMILY}:{HOST}:{_hash((parts.path, parts.query))}", kind=kind, url=url, rule=rule)
    return Address(key=f"{FAMILY}:{HOST}:article:{key}", kind=UrlKind.DOCUMENT, url=asked)


def _identity(query: dict[str, str]) -> tuple[str, ...]:
    """Give account, issue, place and check of an article; empty where one is missing."""
    found = tuple(next((query[name] for name in names if query.get(name)), "") for names in IDENTITY)
    return found if all(found) else ()


def _hash(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("|".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _article(sheet: Sheet, tree: HtmlElement, body: HtmlElement, own: Address | None) -> Findings:
    metas = metas_of(tree)
    stated = _stated(sheet)
    facts, title = _facts(sheet, tree, metas, stated)
    is_own_host = own is not None or sheet.page.address is None
    links = links_of(tree, sheet)
    draft = Draft(
        position=1, shown=render([body]), title=title, title_from="heading" if title else None, author=facts.author,
        date=next((date for date in facts.dates if date.at), None), node=element_name(body),
    )  # fmt: skip
    return Findings(
        page_kind=PageKind.ARTICLE,
        outcome=Outcome(state=State.READ),
        document_key=(stated.key or (own.key if own else None)) if is_own_host else None,
        facts=facts if is_own_host else replace(facts, source_url=facts.source_url or facts.stated_url),
        drafts=(draft,),
        links=links,
    )


def _without_body(sheet: Sheet, tree: HtmlElement, own: Address | None) -> Findings:
    """Say why a page has no article: its heading's words, else that it holds pictures only."""
    line = next((line for path in MESSAGES for node in find(tree, (path,)) if (line := words_of(node))), "")
    if not line and VERIFY in sheet.text:
        line = "环境异常"
    found = next((reason for reason, words in WORDINGS if words.search(line)), None)
    reason = found or Reason.NO_CONTENT
    is_challenge = reason is Reason.CHALLENGE
    findings = _refused(reason, line or "an article without words", is_challenge=is_challenge)
    return replace(findings, document_key=own.key if own is not None and own.kind is UrlKind.DOCUMENT else None)


def _refused(reason: Reason, detail: str, *, is_challenge: bool = False) -> Findings:
    kind = PageKind.CHALLENGE if is_challenge else PageKind.ERROR
    return Findings(page_kind=kind, outcome=Outcome(state=State.REFUSED, reason=reason, detail=detail[:200]))


def _facts(sheet: Sheet, tree: HtmlElement, metas: Metas, stated: Stated) -> tuple[Facts, str | None]:
    """Give what the page states, each with its place, and its title."""
    printed = _dates(sheet, tree, stated)
    source = SOURCE_URL.search(sheet.text)
    original = next(iter(find(tree, ORIGINAL_MARKS)), None)
    title = _first(tree, TITLES)[0] or metas.first("og:title", "twitter:title")
    account, by_account = _first(tree, ACCOUNTS)
    author, by_author = _first(tree, AUTHORS)
    byline = author or metas.first("author", "og:article:author")
    tags = tuple(dict.fromkeys(words_of(node).lstrip("#") for node in find(tree, TAGS) if words_of(node)))
    is_original = original is not None or ORIGINAL.search(sheet.text) is not None
    values = {
        "source": (account, by_account), "author": (byline, by_author if author else "meta author"),
        "site_name": (metas.first("og:site_name"), "meta og:site_name"),
        "source_url": (_unescaped(source["url"]) if source else None, "script: msg_source_url"),
        "stated_url": (metas.first("og:url"), "meta og:url"), "keywords": (tags, "tags"),
        "rights": ("原创" if is_original else None, "copyright mark"),
        "truncated": (PAID.search(sheet.text) is not None, "script: isPaySubscribe"),
    }  # fmt: skip
    known = {name: value for name, (value, _) in values.items() if value}
    where = tuple((name, place) for name, (value, place) in values.items() if value)
    facts = Facts(**known, dates=printed, published_at=published_at(printed), where=where)  # type: ignore[arg-type]  # by name
    return facts, title


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> tuple[str | None, str]:
    """Give the words of the first element that has any, and its name."""
    for path in paths:
        for node in find(tree, (path,)):
            if words_of(node):
                return words_of(node), element_name(node)
    return None, ""


def _stated(sheet: Sheet) -> Stated:
    """Read who the article is and when it was published from the page's scripts."""
    named: dict[str, str] = {}
    for match in STATED.finditer(sheet.text):
        named.setdefault("__biz" if match["name"] == "biz" else match["name"], match["value"])
    identity = _identity(named)
    zone, fetched_at = ZoneInfo(sheet.hints.zone), sheet.page.fetched_at
    dates: list[StatedDate] = []
    seconds = next((found for shape in CREATED if (found := shape.search(sheet.text))), None)
    at = CREATED_AT.search(sheet.text)
    if seconds is not None:
        moment = datetime.fromtimestamp(int(seconds["seconds"]), zone).isoformat()
        dates.append(
            StatedDate(kind="published", stated=seconds["seconds"], at=moment, precision="second", where="script")
        )
    elif at is not None:
        dates.append(
            read_date(at["at"], kind="published", zone=sheet.hints.zone, fetched_at=fetched_at, where="script")
        )
    key = f"{FAMILY}:{HOST}:article:{_hash(identity)}" if identity else None
    return Stated(key=key, dates=tuple(dates))


def _dates(sheet: Sheet, tree: HtmlElement, stated: Stated) -> tuple[StatedDate, ...]:
    """Give the date of the scripts, which is exact; without it the one that the page prints."""
    if stated.dates:
        return stated.dates
    printed, place = _first(tree, PRINTED_TIMES)
    if printed is None:
        return ()
    date = read_date(printed, kind="published", zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at, where=place)
    return (date,)


def _unescaped(url: str) -> str:
    """Undo the two ways in which the page's scripts write `&`."""
    return unescape(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), url))


PLATFORM = WeChat()
