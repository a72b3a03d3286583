"""Serves the demo's sites on one loopback port, and knows what is true of them."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from crawler.demo.articles import DocumentSite, PortalSite
from crawler.demo.board import Board
from crawler.demo.layout import BOARD, DOCUMENT, GBK, HOSTS, PORTAL, Layout
from crawler.demo.loopback import ADDRESS, Answer, Asked, Loopback
from crawler.demo.pages import missing
from crawler.demo.truth import Truth

SEED, REPORTS = 7, 60
"""The demo that `gongwen demo` shows; another seed is another world, more reports are a larger one."""


@dataclass(frozen=True, slots=True)
class DemoSite:
    """One site of the demo: the slug of its TOML file, its host, where it begins."""

    slug: str
    host: str

    @property
    def url(self) -> str:
        """Give the address of its home page."""
        return f"http://{self.host}/"


@dataclass(slots=True)
class Demo:
    """All sites of a demo; `port` is 0 until it is served."""

    layout: Layout
    board: Board
    twin: Board
    document: DocumentSite
    portal: PortalSite
    port: int = 0
    requests: list[tuple[str, str, int]] = field(default_factory=list)
    """(host, target, status) of every answer, in order."""
    heard: Callable[[int], None] | None = None
    """Told the number of each request before it is answered: a test kills the crawl at a chosen one."""

    @property
    def sites(self) -> tuple[DemoSite, ...]:
        """Give the sites in the order in which the demo crawls them."""
        return tuple(DemoSite(slug, host) for slug, host in HOSTS.items())

    @property
    def resolve_rules(self) -> tuple[str, ...]:
        """Give the rules for `--resolve`, HOST:PORT:ADDRESS:PORT each: these names are in no DNS."""
        return tuple(f"{host}:80:{ADDRESS}:{self.port}" for host in HOSTS.values())

    def truths(self) -> Iterator[Truth]:
        """Give what is true of every document, and of every URL that leads to none."""
        sites = (self.board, self.twin, self.document, self.portal)
        return itertools.chain.from_iterable(site.truths() for site in sites)

    def add_replies(self, tid: int, count: int = 1, *, site: str = BOARD) -> None:
        """Let a thread of a board grow by some replies, as between two crawls."""
        board = self.board if site == BOARD else self.twin
        board.threads.add_replies(tid, count)

    def answer(self, asked: Asked) -> Answer:
        """Answer one request by its Host."""
        if self.heard is not None:
            self.heard(len(self.requests) + 1)
        site = {HOSTS[BOARD]: self.board, HOSTS[GBK]: self.twin}.get(asked.host)
        other = {HOSTS[DOCUMENT]: self.document, HOSTS[PORTAL]: self.portal}.get(asked.host)
        if site is not None:
            made = site.answer(asked.target)
        else:
            made = other.answer(asked.target) if other is not None else missing()
        self.requests.append((asked.host, asked.target, made.status))
        return made


def world(*, seed: int = SEED, reports: int = REPORTS) -> Demo:
    """Make a demo without serving it: enough to ask for pages and truths."""
    layout = Layout(seed=seed, reports=reports)
    return Demo(
        layout=layout,
        board=Board(layout, BOARD, name="示例公文论坛", charset="utf-8", rewritten=True),
        twin=Board(layout, GBK, name="示例文秘论坛", charset="gbk", rewritten=False),
        document=DocumentSite(layout),
        portal=PortalSite(layout),
    )


@contextmanager
def serve(port: int = 0, *, seed: int = SEED, reports: int = REPORTS) -> Iterator[Demo]:
    """Serve a demo on 127.0.0.1 while the context lasts; port 0 takes a free one, OSError where it is taken."""
    demo = world(seed=seed, reports=reports)
    with Loopback(demo.answer, port=port) as loopback:
        demo.port = loopback.port
        yield demo
