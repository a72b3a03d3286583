"""A dumped post of PTT, SMTH and their mirrors: the post and what others pushed. Lines: `rules.bbs_lines`."""

from dataclasses import replace

from cleaners.outcome import Outcome, State
from cleaners.platforms.dump.stated import stated
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.reading import Facts, PageKind, StatedDate
from cleaners.rules.forum.bbs_lines import PUSH, Post, post_of, pushes_of
from cleaners.rules.lines import lines_of


def read_bbs(sheet: Sheet) -> Findings:
    """Read a post and its pushes, each draft's text a slice of the dump; the page must have a post's fields."""
    post = post_of(sheet.text)
    if post is None:
        return Findings(page_kind=PageKind.OTHER, outcome=Outcome(state=State.READ))
    posted = replace(stated(sheet, post.at, kind="posted", where="floor 1"), stated=post.date)
    drafts = _drafts(sheet, post, posted)
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=Outcome(state=State.READ),
        facts=Facts(
            category=post.board, published_at=posted.at, dates=(posted,), replies=len(drafts) - 1 or None,
        ),
        drafts=drafts,
    )  # fmt: skip


def _drafts(sheet: Sheet, post: Post, posted: StatedDate) -> tuple[Draft, ...]:
    lines = lines_of(sheet.text)
    pushes = pushes_of(lines, post.end)
    ends = [*(lines[n].start for n in pushes), len(sheet.text)]
    first = Draft(
        position=1, shown=sheet.text[: ends[0]], title=post.title, title_from="heading" if post.title else None,
        author=post.author, date=posted,
    )  # fmt: skip
    drafts = [first]
    for number, n in enumerate(pushes):
        found = PUSH.fullmatch(lines[n].words)
        said = found["stamp"] if found else None
        date = StatedDate(kind="posted", stated=said, at=None, precision=None, where="push") if said else None
        shown = sheet.text[lines[n].start : ends[number + 1]]
        drafts.append(Draft(position=number + 2, shown=shown, author=found["author"] if found else None, date=date))
    return tuple(drafts)
