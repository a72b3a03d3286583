"""The threads of a demo board: boards, floors, replies, dates. Facts only; their markup is in `crawler.demo.board`."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cleaners.outcome import Reason, State
from crawler.demo.composer import draw, genre_of, stock
from crawler.demo.layout import BOARD, HOSTS, JAMMED, LONG, PATTERN, ZONE, Layout, Placed
from crawler.demo.truth import ReplyTruth, Truth

FLOORS_A_PAGE = 10
TOPICS_A_PAGE = 20
SUMMARIES, CHECKS, SPEECHES, JAMMER, QUESTIONS = 2, 36, 39, 40, 45
BOARD_NAMES = {SUMMARIES: "计划总结", CHECKS: "自查报告", SPEECHES: "讲话材料", JAMMER: "范文库", QUESTIONS: "求助问答"}
"""fid to name of the boards that guests may read."""
CLOSED_BOARDS = {37: ("内部交流", Reason.LOGIN), 38: ("加密专区", Reason.PASSWORD), 41: ("编辑部", Reason.PERMISSION)}
FIRST_FRESH = datetime(2025, 1, 6, 9, tzinfo=ZONE)
"""After everything that was posted when the site was made."""
TYPES = {"总结": (1, "工作总结"), "计划": (2, "工作计划"), "自查报告": (3, "自查报告"), "讲话稿": (4, "讲话致辞")}
READPERM, GONE_404, GONE_200 = 900_001, 900_002, 900_003
"""Threads that a guest cannot read: tid above all others."""
CLOSED_THREADS = {READPERM: Reason.PERMISSION, GONE_404: Reason.GONE, GONE_200: Reason.GONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A thread without its texts: what a list needs to sort it."""

    placed: Placed
    fid: int
    genre: str
    posted: datetime
    replies: int
    fresh: int = 0
    """How many of the replies came after the site was made: they bring the thread to the top of its list."""

    @property
    def tid(self) -> int:
        """Number of the thread."""
        return self.placed.number

    @property
    def pages(self) -> int:
        """Number of its pages."""
        return self.replies // FLOORS_A_PAGE + 1

    @property
    def last(self) -> datetime:
        """Time of the last floor."""
        return reply_time(self, self.replies + 1) if self.replies else self.posted

    @property
    def author(self) -> str:
        """Who opened it."""
        return member(self.tid, self.placed.base)


@dataclass(slots=True)
class Threads:
    """All threads of one demo board."""

    layout: Layout
    site: str
    _added: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    """tid to the replies that came since the site was made."""
    _listed: dict[int, list[Thread]] = field(default_factory=dict)
    """fid to its threads in list order, until a reply comes."""

    def add_replies(self, tid: int, count: int) -> None:
        """Let a thread grow, as between two crawls."""
        self._added[tid] += count
        self._listed.clear()

    def thread(self, tid: int) -> Thread | None:
        """Give a thread; None where there is none of that number."""
        placed = self.layout.placed[self.site]
        if not 1 <= tid <= len(placed):
            return None
        return self._of(placed[tid - 1])

    def _of(self, placed: Placed) -> Thread:
        """Work out the facts of a thread."""
        genre = genre_of(self.layout.seed, placed.base)
        random = draw(self.layout.seed, self.site, placed.number, "replies")
        place = placed.base % len(PATTERN)
        fresh = self._added.get(placed.number, 0)
        replies = random.randint(11, 58) if self.site == BOARD and place == LONG else random.randint(0, 6)
        return Thread(
            placed=placed, fid=_fid(self.site, placed, genre), genre=genre,
            posted=self.layout.posted(self.site, placed.number), replies=replies + fresh, fresh=fresh,
        )

    @property
    def boards(self) -> tuple[int, ...]:
        """Give the boards that hold threads, in order."""
        return tuple(sorted(self._lists()))

    def all(self) -> Iterator[Thread]:
        """Give every readable thread, by number."""
        return map(self._of, self.layout.placed[self.site])

    def on_board(self, fid: int) -> list[Thread]:
        """Give the threads of a board as its list shows them: the last reply first, the sticky one at the top."""
        return self._lists().get(fid, [])

    def _lists(self) -> dict[int, list[Thread]]:
        """Sort all threads into the lists of their boards."""
        if not self._listed:
            for thread in sorted(self.all(), key=lambda one: (is_sticky(one), one.last), reverse=True):
                self._listed.setdefault(thread.fid, []).append(thread)
        return self._listed

    def title(self, thread: Thread) -> str:
        """Give the title of a thread."""
        report = self.layout.report(thread.placed)
        return report.title if thread.placed.relation else f"求助：{report.topic}材料怎么写"

    def paragraphs(self, thread: Thread) -> tuple[str, ...]:
        """Give the text of the first floor."""
        if thread.placed.relation:
            return self.layout.shown(thread.placed)
        report = self.layout.report(thread.placed)
        questions = stock()["questions"]
        return (str(questions[thread.tid % len(questions)]).replace("{topic}", report.topic),)

    def reply(self, thread: Thread, floor: int) -> ReplyTruth:
        """Give a floor from 2 on."""
        lines = stock()["replies"]
        shielded = floor % 9 == 8
        return ReplyTruth(
            floor=floor, author=member(thread.tid, floor), posted_at=reply_time(thread, floor).isoformat(),
            text="" if shielded else str(lines[(thread.tid + floor) % len(lines)]), shielded=shielded,
        )

    def truths(self, pages_of: "PathsOf") -> Iterator[Truth]:
        """Give what is true of every document, and of every URL that leads to none."""
        for thread in self.all():
            yield self.truth(thread, pages_of)
        for tid, reason in CLOSED_THREADS.items():
            yield self._refused(pages_of.thread(tid, 1), reason)
        for fid, (_, reason) in CLOSED_BOARDS.items():
            yield self._refused(pages_of.board(fid, 1), reason)

    def truth(self, thread: Thread, pages_of: "PathsOf") -> Truth:
        """Give what is true of a thread."""
        placed = thread.placed
        return Truth(
            site=self.site, host=HOSTS[self.site],
            paths=tuple(pages_of.thread(thread.tid, page) for page in range(1, thread.pages + 1)),
            title=self.title(thread), author=thread.author, posted_at=thread.posted.isoformat(),
            category=TYPES[thread.genre][1], relation=placed.relation,
            base=placed.base, text="\n".join(self.paragraphs(thread)) if placed.relation else None,
            replies=tuple(self.reply(thread, floor) for floor in range(2, thread.replies + 2)),
            attachments=(attachment_name(thread),) if has_attachment(thread) else (),
        )

    def _refused(self, path: str, reason: Reason) -> Truth:
        """Say that a URL of this board leads to no document."""
        return Truth(site=self.site, host=HOSTS[self.site], paths=(path,), state=State.REFUSED, reason=reason)


@dataclass(frozen=True, slots=True)
class PathsOf:
    """How the board spells its addresses: rewritten, or with a query."""

    rewritten: bool

    def thread(self, tid: int, page: int) -> str:
        """Give the request target of a page of a thread."""
        if self.rewritten:
            return f"/thread-{tid}-{page}-1.html"
        return f"/forum.php?mod=viewthread&tid={tid}" + (f"&page={page}" if page > 1 else "")

    def board(self, fid: int, page: int) -> str:
        """Give the request target of a page of a list."""
        if self.rewritten:
            return f"/forum-{fid}-{page}.html"
        return f"/forum.php?mod=forumdisplay&fid={fid}" + (f"&page={page}" if page > 1 else "")

    def member(self, uid: int) -> str:
        """Give the request target of a profile; profiles are never served."""
        return f"/space-uid-{uid}.html" if self.rewritten else f"/home.php?mod=space&uid={uid}"


def member(*what: int) -> str:
    """Draw the name of a member."""
    return str(draw("member", *what).choice(stock()["members"]))


def reply_time(thread: Thread, floor: int) -> datetime:
    """Give the time of a floor: some hours after the one before; of one that came since, after all others."""
    late = floor - 1 - (thread.replies - thread.fresh)
    if late > 0:
        return FIRST_FRESH + timedelta(minutes=thread.tid % 1000, hours=late)
    return thread.posted + timedelta(hours=7 * (floor - 1), minutes=13 * floor, seconds=floor)


def is_sticky(thread: Thread) -> bool:
    """True for the one thread that stands at the top of its board."""
    return thread.tid == 1


def has_attachment(thread: Thread) -> bool:
    """True where the first floor offers the report as a file."""
    return thread.placed.relation is not None and thread.tid % 6 == 0


def attachment_name(thread: Thread) -> str:
    """Name the file."""
    return f"{thread.genre}{thread.tid}.docx"


def _fid(site: str, placed: Placed, genre: str) -> int:
    """Say on which board a thread stands."""
    if placed.relation is None:
        return QUESTIONS
    if site == BOARD and placed.base % len(PATTERN) == JAMMED:
        return JAMMER
    return {"自查报告": CHECKS, "讲话稿": SPEECHES}.get(genre, SUMMARIES)
