"""The demo's plain document site and its portal with previews: lists, articles, and the URLs that lead to nothing."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import datetime

from cleaners.outcome import Reason, State
from crawler.demo.composer import genre_of, stock
from crawler.demo.layout import DOCUMENT, HOSTS, PORTAL, Layout, Placed
from crawler.demo.loopback import Answer
from crawler.demo.pages import fill, missing, page, plain, text
from crawler.demo.truth import Relation, Truth

SECTIONS = {"总结": "zongjie", "计划": "jihua", "自查报告": "zicha", "讲话稿": "jianghua"}
"""Genre to its folder."""
ARTICLES_A_PAGE = 15
PAGE_CHARS = 900
"""A paged article breaks after the paragraph that reaches this many characters."""
ARTICLE = re.compile(r"/([a-z]{1,12})/([0-9]{1,9})(?:_([0-9]{1,3}))?\.html")
LIST = re.compile(r"/([a-z]{1,12})/(?:list_([0-9]{1,6})\.html)?")
ENTRY = re.compile(r"/doc/([0-9]{1,9})\.html")
CLASS = re.compile(r"/class/([a-z]{1,12})-([0-9]{1,6})\.html")
"""Shapes of our own addresses: bounded classes between fixed marks, nothing to try twice."""
DEAD, FORBIDDEN, EMPTY, BLANK = "/zongjie/90001.html", "/neibu/90002.html", "/jihua/90003.html", "/jihua/90004.html"
"""Linked from the home page: a dead link, one that robots.txt forbids, an empty answer, a page without an article."""


class Articles(ABC):
    """What the two sites of articles share: which article stands in which section."""

    site: str

    @abstractmethod
    def answer(self, target: str) -> Answer:
        """Answer one request."""

    @abstractmethod
    def truths(self) -> Iterator[Truth]:
        """Give what is true of every document, and of every URL that leads to none."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._sections: dict[str, list[Placed]] = {}

    def placed(self, number: int) -> Placed | None:
        """Give an article; None where there is none of that number."""
        found = self.layout.placed[self.site]
        return found[number - 1] if 1 <= number <= len(found) else None

    def genre(self, placed: Placed) -> str:
        """Give its genre, and with it its section."""
        return genre_of(self.layout.seed, placed.base)

    def posted(self, placed: Placed) -> datetime:
        """Give the time it was published."""
        return self.layout.posted(self.site, placed.number)

    def in_section(self, section: str) -> list[Placed]:
        """Give the articles of a section, the newest first."""
        if not self._sections:
            for placed in sorted(self.layout.placed[self.site], key=self.posted, reverse=True):
                self._sections.setdefault(SECTIONS[self.genre(placed)], []).append(placed)
        return self._sections.get(section, [])

    def title(self, placed: Placed) -> str:
        """Give its title."""
        return self.layout.report(placed).title

    def author(self, placed: Placed) -> str:
        """Give who is named as its author."""
        members = stock()["members"]
        return str(members[placed.number % len(members)])

    def neighbours(self, placed: Placed) -> list[Placed]:
        """Give a few articles beside this one, for the lists of related ones."""
        numbers = [placed.number + step for step in (-2, -1, 1, 2, 3)]
        return [found for number in numbers if (found := self.placed(number))]


class DocumentSite(Articles):
    """Static articles, some of several pages; a disclaimer and lists of others round each."""

    site = DOCUMENT

    def answer(self, target: str) -> Answer:
        """Answer one request."""
        if target == "/robots.txt":
            return text("User-agent: *\nDisallow: /neibu/\n")
        if target == "/":
            return self._home()
        if target in (EMPTY, BLANK):
            blank = '<article class="article"><div class="article-content"></div></article>'
            return page("") if target == EMPTY else self._frame("正在整理", blank)
        return self._listed(target)

    def _listed(self, target: str) -> Answer:
        """Answer a request for what stands on a list, or for a list."""
        if (found := ARTICLE.fullmatch(target)) and (placed := self.placed(int(found[2]))):
            at = int(found[3] or 1)
            if SECTIONS[self.genre(placed)] == found[1] and at <= len(self.pages(placed)):
                return self._article(placed, at)
        if (found := LIST.fullmatch(target)) and found[1] in SECTIONS.values():
            return self._list(found[1], int(found[2] or 1))
        return missing()

    def truths(self) -> Iterator[Truth]:
        """Give what is true of every document, and of every URL that leads to none."""
        host = HOSTS[self.site]
        for placed in self.layout.placed[self.site]:
            yield Truth(
                site=self.site, host=host,
                paths=tuple(self._path(placed, at + 1) for at in range(len(self.pages(placed)))),
                title=self.title(placed), author=self.author(placed), category=self.genre(placed), base=placed.base,
                posted_at=self.posted(placed).isoformat(timespec="minutes"), relation=placed.relation,
                text="\n".join(self.layout.shown(placed)),
            )
        yield Truth(site=self.site, host=host, paths=(DEAD,), state=State.REFUSED, reason=Reason.GONE)
        yield Truth(site=self.site, host=host, paths=(FORBIDDEN,), state=State.SKIPPED, reason=Reason.ROBOTS)
        for path in (EMPTY, BLANK):
            yield Truth(site=self.site, host=host, paths=(path,), state=State.REFUSED, reason=Reason.NO_CONTENT)

    def pages(self, placed: Placed) -> list[list[str]]:
        """Give the paragraphs page by page: every third article has several pages."""
        paragraphs = self.layout.shown(placed)
        if placed.number % 3:
            return [list(paragraphs)]
        pages: list[list[str]] = [[]]
        for paragraph in paragraphs:
            if sum(map(len, pages[-1])) >= PAGE_CHARS:
                pages.append([])
            pages[-1].append(paragraph)
        return pages

    def _path(self, placed: Placed, at: int = 1) -> str:
        """Give the request target of a page of an article."""
        return f"/{SECTIONS[self.genre(placed)]}/{placed.number}" + (f"_{at}.html" if at > 1 else ".html")

    def _link(self, placed: Placed) -> str:
        """Give a link to an article."""
        return f'<a href="{self._path(placed)}">{plain(self.title(placed))}</a>'

    def _frame(self, title: str, content: str, head: str = "") -> Answer:
        """Put the frame round a page."""
        return page(fill("article_page", title=plain(title), description=plain(title), head=head, content=content))

    def _home(self) -> Answer:
        """Give the home page: sections, and links into what is dead, forbidden or empty."""
        sections = "".join(f'<li><a href="/{path}/">{genre}</a></li>' for genre, path in SECTIONS.items())
        paths = (DEAD, FORBIDDEN, EMPTY, BLANK)
        odd = "".join(f'<li><a href="{path}">往期文章{path[-10:-5]}</a></li>' for path in paths)
        return self._frame("首页", f'<h1>分类</h1><ul class="list">{sections}</ul><h2>往期</h2><ul>{odd}</ul>')

    def _list(self, section: str, at: int) -> Answer:
        """Give a page of a section."""
        found = self.in_section(section)
        pages = max(1, -(-len(found) // ARTICLES_A_PAGE))
        shown = found[(at - 1) * ARTICLES_A_PAGE : at * ARTICLES_A_PAGE]
        if at > pages:
            return missing()
        rows = "\n".join(f"<li>{self._link(one)} <span>{self.posted(one):%Y-%m-%d}</span></li>" for one in shown)
        links = [f'<a href="/{section}/list_{number}.html">{number}</a>' for number in range(1, pages + 1)]
        if at < pages:
            links.append(f'<a href="/{section}/list_{at + 1}.html">下一页</a>')
        category = next(genre for genre, path in SECTIONS.items() if path == section)
        content = fill("article_list", category=category, rows=rows, pager=" ".join(links))
        return self._frame(category, content)

    def _article(self, placed: Placed, at: int) -> Answer:
        """Give a page of an article."""
        pages = self.pages(placed)
        links = [f'<a href="{self._path(placed, number)}">{number}</a>' for number in range(1, len(pages) + 1)]
        links[at - 1] = f"<strong>{at}</strong>"
        head = ""
        if at < len(pages):
            links.append(f'<a href="{self._path(placed, at + 1)}">下一页</a>')
            head = f'<link rel="next" href="{self._path(placed, at + 1)}">'
        beside = [self._link(one) for one in self.neighbours(placed)]
        content = fill(
            "article_body", section=SECTIONS[self.genre(placed)], category=self.genre(placed),
            author=self.author(placed), title=plain(self.title(placed)), views=placed.number * 3 + 11,
            posted=f"{self.posted(placed):%Y-%m-%d %H:%M}",
            paragraphs="\n".join(f"<p>　　{plain(paragraph)}</p>" for paragraph in pages[at - 1]),
            pager=f'<div class="pagelist">{" ".join(links)}</div>' if len(pages) > 1 else "",
            previous=beside[0] if beside else "没有了", next=beside[-1] if beside else "没有了",
            related="\n".join(f"<li>{link}</li>" for link in beside),
        )
        return self._frame(self.title(placed), content, head)


class PortalSite(Articles):
    """Entries of a download portal: the chrome of a file round the whole text, or round its beginning only."""

    site = PORTAL

    def answer(self, target: str) -> Answer:
        """Answer one request."""
        if target == "/robots.txt":
            return text("User-agent: *\nDisallow: /download/\nDisallow: /login\n")
        if target == "/":
            links = "".join(f'<li><a href="/class/{path}-1.html">{genre}</a></li>' for genre, path in SECTIONS.items())
            return self._frame("首页", f'<h1>全部分类</h1><ul class="docs">{links}</ul>')
        if (found := ENTRY.fullmatch(target)) and (placed := self.placed(int(found[1]))):
            return self._entry(placed)
        if (found := CLASS.fullmatch(target)) and found[1] in SECTIONS.values():
            return self._list(found[1], int(found[2]))
        return missing()

    def truths(self) -> Iterator[Truth]:
        """Give what is true of every entry."""
        for placed in self.layout.placed[self.site]:
            preview = placed.relation is Relation.PREVIEW
            yield Truth(
                site=self.site, host=HOSTS[self.site], paths=(f"/doc/{placed.number}.html",), title=self.title(placed),
                category=self.genre(placed), posted_at=f"{self.posted(placed):%Y-%m-%d}", base=placed.base,
                relation=placed.relation, text="\n".join(self.layout.shown(placed)),
                claimed_chars=self.layout.report(placed).chars if preview else None,
            )

    def _frame(self, title: str, content: str) -> Answer:
        """Put the frame round a page."""
        return page(fill("portal_page", title=plain(title), keywords=plain(title), content=content))

    def _link(self, placed: Placed) -> str:
        """Give a link to an entry."""
        return f'<a href="/doc/{placed.number}.html">{plain(self.title(placed))}</a>'

    def _list(self, section: str, at: int) -> Answer:
        """Give a page of a section."""
        found = self.in_section(section)
        pages = max(1, -(-len(found) // ARTICLES_A_PAGE))
        if at > pages:
            return missing()
        shown = found[(at - 1) * ARTICLES_A_PAGE : at * ARTICLES_A_PAGE]
        rows = "\n".join(f"<li>{self._link(one)}</li>" for one in shown)
        links = " ".join(f'<a href="/class/{section}-{number}.html">{number}</a>' for number in range(1, pages + 1))
        category = next(genre for genre, path in SECTIONS.items() if path == section)
        return self._frame(category, fill("portal_list", category=category, rows=rows, pager=links))

    def _entry(self, placed: Placed) -> Answer:
        """Give an entry; of a preview the place where it is cut says how long the whole is."""
        shown = self.layout.shown(placed)
        cut = ""
        if placed.relation is Relation.PREVIEW:
            whole, here = self.layout.report(placed).chars, sum(map(len, shown))
            cut = f'<div class="cut">（未完，全文共{whole}字，当前显示{here}字）</div>'
        content = fill(
            "portal_body", section=SECTIONS[self.genre(placed)], category=self.genre(placed), number=placed.number,
            title=plain(self.title(placed)), document_id=2_000_000 + placed.number,
            size=f"{placed.number % 50 + 8}.20KB",
            pages=len(shown) // 6 + 1, day=f"{self.posted(placed):%Y-%m-%d}", cut=cut,
            paragraphs="\n".join(f"<p>　　{plain(paragraph)}</p>" for paragraph in shown),
            related="\n".join(f"<li>{self._link(one)}</li>" for one in self.neighbours(placed)),
        )
        return self._frame(self.title(placed), content)
