"""Pages with their true text, by group: the shared ones where ../shared exists, else the demo's.

A page has one true text, or two: of a thread the first post, and all floors that the page shows. No measuring here.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from cleaners.page import Page
from crawler.demo import world
from crawler.demo.layout import BOARD, GBK
from crawler.demo.loopback import Asked
from tests.benchmarks.pages import page_of
from tests.benchmarks.scoring import folded
from tests.replay.answers import SHARED, rows

FETCHED = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
"""When the shared pages were captured; relative dates are read from there."""
THREAD_KINDS = frozenset({"thread", "thread_variant", "printable", "archiver", "mobile"})
ARTICLE_KINDS = frozenset({"article", "article_variant", "printable"})
ERROR_KINDS = frozenset({"soft_error", "js_challenge", "cc_shield", "system_error"})
# What Discuz puts between lines against copying; its own class, one bounded class of characters.
_JAMMER = re.compile(r'<font class="jammer">([^<]{4,60})</font>')
_HIDDEN = "(隐藏内容,回复可见)"
"""Stands in the typed text for the part that only those see who reply."""
# BBCode that the software shows as a picture or not at all (README of the captured pages).
_AS_TYPED = re.compile(r"\[/?(?:em|sub|\*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Pages that are judged together, and what is asked of us there (DESIGN section 6 and the acceptance)."""

    name: str
    least: float = 0.0
    """F1 that our mean must reach."""
    leak_share: float = 0.0
    """Share of pages that may hold a leak."""
    is_error: bool = False
    """True where any text at all is wrong."""


ARTICLE = Group(name="articles of the web", least=0.96, leak_share=0.05)
FORUM = Group(name="forums of the web", least=0.87, leak_share=0.05)
OTHER = Group(name="other Chinese pages", least=0.97, leak_share=0.05)
DISCUZ = Group(name="Discuz threads (main, print, archiver, mobile)", least=0.99)
PORTAL = Group(name="Discuz portal articles", least=0.99)
CMS = Group(name="EmpireCMS and DedeCMS articles", least=0.995)
ERRORS = Group(name="soft errors, shields and challenges", is_error=True)
DEMO_THREADS = Group(name="demo threads", least=0.99)
DEMO_ARTICLES = Group(name="demo articles", least=0.96, leak_share=0.05)
_SETS = {"article": ARTICLE, "forum": FORUM, "other-zh": OTHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One page and what is true of it; texts are folded."""

    group: Group
    page: Page
    whole: str = ""
    """All that the page shows: the article, or every floor."""
    first: str | None = None
    """The first post; None where the page does not show it, or is no thread."""
    noise: tuple[str, ...] = field(default=(), repr=False)
    """Jammer strings of this very page, folded."""


def truths() -> list[Truth]:
    """Give every page that has a truth."""
    return [*_of_the_web(), *_of_captures()] if SHARED.is_dir() else list(_of_the_demo())


def _of_the_web() -> Iterator[Truth]:
    """Give the pages of `extraction-dev`."""
    folder = SHARED / "extraction-dev"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for name, row in sorted(gold.items()):
        body = (folder / "html" / f"{name}.html").read_bytes()
        page = Page(body=body, url=row.get("url") or None, fetched_at=FETCHED)
        yield Truth(group=_SETS[row["set"]], page=page, whole=folded(row["gold"]))


def _of_captures() -> Iterator[Truth]:
    """Give the pages of `discuz` and `cms` that have a text, or must have none."""
    gold = {
        name: json.loads((SHARED / name / "gold.json").read_text(encoding="utf-8")) for name in ("discuz", "cms")
    }
    for row, body in rows():
        if row["method"] != "GET" or row["status"] != 200 or not body:
            continue
        headers = tuple((name, value) for name, value in row["headers"])
        page = Page(body=body, url=row["url"], status=200, headers=headers, fetched_at=FETCHED)
        truth = _truth(row, page, gold)
        if truth is not None:
            yield truth


def _truth(row: dict[str, Any], page: Page, gold: dict[str, Any]) -> Truth | None:
    """Give the truth of a captured page; None for lists, forms and the like."""
    kind, stated = row["kind"], row.get("gold") or {}
    if kind in ERROR_KINDS:
        return Truth(group=ERRORS, page=page)
    if row["site"] in gold["cms"]:
        if kind not in ARTICLE_KINDS or "id" not in stated:
            return None
        pages = gold["cms"][row["site"]][str(stated["id"])]["pages"]
        # EmpireCMS prints an article whole
        text = "\n".join(pages) if kind == "printable" else pages[stated["page"] - 1]
        return Truth(group=CMS, page=page, whole=folded(text))
    if kind == "portal_article":
        text = gold["discuz"]["portal_articles"][str(stated["aid"])]["pages"][stated["page"] - 1]
        return Truth(group=PORTAL, page=page, whole=folded(text))
    if kind in THREAD_KINDS and stated.get("floors_shown"):
        return _thread(stated, page, gold["discuz"]["threads"][str(stated["tid"])])
    return None


def _thread(stated: dict[str, Any], page: Page, thread: dict[str, Any]) -> Truth:
    """Give the truth of a page of a thread: the floors it shows, without what it hides."""
    hidden = thread.get("hidden_part_not_in_page") if stated.get("hidden_part_shown") else None
    texts = {
        floor["floor"]: folded(_AS_TYPED.sub("", floor["text"].replace(_HIDDEN, hidden or "")))
        for floor in thread["floors"]
        if floor["floor"] in stated["floors_shown"] and not floor.get("shielded") and floor.get("shown") is not False
    }
    noise = tuple({folded(words) for words in _JAMMER.findall(page.body.decode("utf-8", "replace"))} - {""})
    return Truth(group=DISCUZ, page=page, whole="".join(texts.values()), first=texts.get(1), noise=noise)


def _of_the_demo() -> Iterator[Truth]:
    """Give the demo's pages of one page each, of which the whole truth is known."""
    demo = world()
    for one in demo.truths():
        if one.text is not None and len(one.paths) == 1 and one.is_report:
            answer = demo.answer(Asked(method="GET", host=one.host, target=one.paths[0], headers={}))
            page = replace(page_of(one.url, answer), fetched_at=FETCHED)
            text = folded(one.text)
            if one.site in (BOARD, GBK):
                floors = "".join(folded(reply.text) for reply in one.replies if not reply.shielded)
                yield Truth(group=DEMO_THREADS, page=page, whole=text + floors, first=text)
            else:
                yield Truth(group=DEMO_ARTICLES, page=page, whole=text)
