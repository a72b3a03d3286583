"""A dumped Discuz thread: floors as slices of the dump, title, facts. What lines are: `rules.discuz_lines`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleaners.facts.labels import merged
from cleaners.facts.notices import contact_of, icp_of, police_record_of, site_of_footer, source_url_of
from cleaners.outcome import Outcome, State
from cleaners.platforms.dump.article import read_article, title_of_article
from cleaners.platforms.dump.author_boxes import COUNT, above_box, is_box, name_of
from cleaners.platforms.dump.copied_heads import copied_facts
from cleaners.platforms.dump.edit_notes import edited, edited_facts
from cleaners.platforms.dump.printed import as_printed, printed_of
from cleaners.platforms.dump.stated import rendered, stated
from cleaners.platforms.dump.thread_counts import counts_of
from cleaners.platforms.dump.thread_title import CATEGORY, category_of, heading_of, path_of_cells, title_of
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.reading import Facts, PageKind, StatedDate
from cleaners.regex import regex
from cleaners.rules.foot.tail_lines import is_notice
from cleaners.rules.forum.bare_threads import (
    HEAD_LINES,
    gallery_end,
    is_own,
    linked_title,
    portal_title,
    title_below_counters,
)
from cleaners.rules.forum.bbs_lines import ENGLISH, at_of
from cleaners.rules.forum.boxed_floors import boxed_floors
from cleaners.rules.forum.discuz_lines import STATISTIC, STRONG_TAIL, body_end, body_start, head_start, is_tail_line
from cleaners.rules.forum.floor_heads import FLOOR_MARK, HEAD_REST, header_of, headers_of, named_in
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.forum.names_above import are_named_above
from cleaners.rules.forum.opening_posts import opening_of
from cleaners.rules.forum.posted_below import floors_below
from cleaners.rules.head.meta_lines import path_of
from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.title.title_forms import is_same_title

FLOOR_NAMES = {"楼主": 1, "沙发": 2, "板凳": 3, "地板": 4}
FLOOR_NUMBER = regex(r"(?:第\s*)?(\d{1,5})\s*[#楼]")
HIDDEN = regex(
    r"[^“”。]{0,30}如果您要查看本帖隐藏内容请[^“”。]{0,12}|\*{4} Hidden Message \*{5}"
    r"|[^“”。]{0,20}需要积分高于[^“”。]{0,40}才可浏览[^“”。]{0,20}"
)
"""What the software prints in place of a hidden part; whole line, bounded, no sentence that quotes it."""
VIEWS_LABEL = "查看"
"""What heads the thread's counters."""
VIEWED = regex(r"查看数\s?[:：]\s?\d")
"""What stands below the title of a thread shown by its pictures."""
STARTER = "楼主"
"""What marks a floor of the one who began the thread."""
STARTED = regex(r"楼主\s?[:：]\s?(?P<name>[^\s:：]{1,20})")
"""`楼主: 青禾`: what stands above a thread's title from its second page on, in place of the counters."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One floor: lines[start:stop) are its slice, `header` the line with its date, `body` the first of its text."""

    start: int
    header: int
    body: int
    end: int
    stop: int
    author: str | None = None
    stamp: str = ""


def read_thread(sheet: Sheet) -> Findings:
    """Read the floors of a dumped thread page, each draft's text a slice of the dump, together all of it."""
    lines = forum_lines(sheet.text)
    floors = floors_of(lines)
    facts = _facts(sheet, lines, floors)
    if floors:
        first = sheet.text[_place(lines, floors[0].body) : _place(lines, floors[0].end)]
        facts = merged(facts, copied_facts(sheet, first))
    title, title_from = _title(sheet, lines, floors)
    drafts = _drafts(sheet, lines, floors, title=title, title_from=title_from, seen_at=facts.rendered_at)
    posted = next((draft.date for draft in drafts if draft.position == 1 and draft.date), None)
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=Outcome(state=State.READ),
        facts=_with_dates(facts, posted, edited(sheet, lines)),
        drafts=drafts,
        warnings=() if floors else ("no line says when a floor was posted",),
    )


def read_single(sheet: Sheet) -> Findings:
    """Read a page of forum software without floors, such as a portal's article: one text, the footer's facts."""
    findings = read_article(sheet)
    lines = forum_lines(sheet.text)
    facts = merged(merged(findings.facts, _facts(sheet, lines, ())), edited_facts(sheet, lines))
    head = [line.words for line in lines if line.words][:HEAD_LINES]
    linked = linked_title(head)
    tagged = title_below_counters(head) if linked is None else linked
    at = portal_title(head) if tagged is None else tagged
    if at is None:
        drafts = tuple(
            replace(draft, title=None, title_from=None) if draft.title and is_own(draft.title) else draft
            for draft in findings.drafts
        )
        return replace(findings, facts=facts, drafts=drafts)
    printed = printed_of(sheet)
    title = as_printed(heading_of(head[at]), printed)
    drafts = tuple(replace(draft, title=title, title_from="heading") for draft in findings.drafts[:1])
    if tagged is not None:
        facts = replace(facts, category=as_printed(category_of(head[at:]), printed))
    return replace(findings, drafts=drafts, facts=facts)


def floors_of(lines: Sequence[Line]) -> tuple[Floor, ...]:
    """Find the floors of a page and cut it between them; empty where no line heads a floor."""
    headers = headers_of(lines)
    floors: list[Floor] = []
    start = 0
    below = [(f, f.end) for f in floors_below(lines)] or [(f, f.body) for f in boxed_floors(lines)]
    if below or not headers:
        return tuple(Floor(f.start, at, f.body, f.end, f.stop, f.author, f.stamp) for f, at in below)
    named = are_named_above(lines, headers)
    opening = None if named else opening_of(lines, headers[0])
    if opening:
        floors.append(Floor(0, opening.body, opening.body, opening.stop, opening.stop, stamp=opening.stamp))
        start = opening.stop
    for number, header in enumerate(headers):
        following = headers[number + 1] - named if number + 1 < len(headers) else len(lines)
        body = min(body_start(lines, header, following), following)
        end = body_end(lines, body, following)
        stop = following if named or following == len(lines) else _cut(lines, body, end, following)
        author = lines[header - 1].words if named else None
        floors.append(Floor(start, header, body, min(end, stop), stop, author))
        start = stop
    return tuple(floors)


def _cut(lines: Sequence[Line], body: int, end: int, header: int) -> int:
    """Give the line with which the next floor's slice begins: behind this floor's foot, else above its own head."""
    strong = [n for n in range(end, header) if is_tail_line(lines[n].words) and STRONG_TAIL.search(lines[n].words)]
    return strong[-1] + 1 if strong else head_start(lines, body, header)


def _drafts(  # noqa: PLR0913 - options, keyword-only
    sheet: Sheet, lines: Sequence[Line], floors: Sequence[Floor], *, title: str | None, title_from: str | None,
    seen_at: str | None,
) -> tuple[Draft, ...]:  # fmt: skip
    if not floors:
        return (Draft(position=1, shown=sheet.text, title=title, title_from=title_from),)
    drafts: list[Draft] = []
    printed = printed_of(sheet)
    for floor, position in zip(floors, _positions(lines, floors), strict=True):
        match = header_of(lines[floor.header].words)
        stamp = match["stamp"] if match else floor.stamp
        drafts.append(
            Draft(
                position=position,
                shown=sheet.text[_place(lines, floor.start) : _place(lines, floor.stop)],
                title=title if position == 1 else None,
                title_from=title_from if position == 1 else None,
                author=as_printed(floor.author or (_author(lines, floor) if match else None), printed),
                date=_posted(sheet, stamp, where=f"floor {position}", seen_at=seen_at),
                hidden_parts=sum(bool(HIDDEN.fullmatch(line.words)) for line in lines[floor.body : floor.end]),
            )
        )
    return tuple(drafts)


def _posted(sheet: Sheet, stamp: str, *, where: str, seen_at: str | None) -> StatedDate | None:
    english = ENGLISH.fullmatch(stamp)
    if english:
        return replace(stated(sheet, at_of(english), kind="posted", where=where), stated=stamp)
    return stated(sheet, stamp, kind="posted", where=where, seen_at=seen_at) if stamp else None


def _place(lines: Sequence[Line], index: int) -> int:
    return lines[index].start if index < len(lines) else lines[-1].after


def _positions(lines: Sequence[Line], floors: Sequence[Floor]) -> list[int]:
    """Number the floors as their heads state; where one states nothing, or what another has, the next free number."""
    stated_numbers = [_stated_number(lines, floor) for floor in floors]
    positions: list[int] = []
    for number in stated_numbers:
        free = max(positions, default=0) + 1
        positions.append(number if number and number not in positions else free)
    return positions


def _stated_number(lines: Sequence[Line], floor: Floor) -> int | None:
    above = floor.header if floor.header < floor.end else floor.start  # a post above its date states nothing
    for line in reversed(lines[max(floor.start, above - 6) : above]):
        if line.words and FLOOR_MARK.fullmatch(line.words):
            number = FLOOR_NUMBER.match(line.words)
            name = next((n for word, n in FLOOR_NAMES.items() if line.words.startswith(word)), None)
            return int(number[1]) if number else name
    return None


def _author(lines: Sequence[Line], floor: Floor) -> str | None:
    """Give the author: named in the header, else above the first line of the author's box; None = not shown."""
    match = header_of(lines[floor.header].words)
    if match and named_in(match):
        return named_in(match)
    if lines[floor.header].words.startswith(STARTER) and (starter := _starter(lines, floor)):
        return starter
    head = [line.words for line in lines[floor.start : floor.header] if line.words]
    if any(is_box(words) for words in head):
        return above_box(head)
    named = _between(head)
    if not named and len(head) > 2 and FLOOR_MARK.fullmatch(head[-1]) and CATEGORY.fullmatch(head[-3]):
        named = name_of(head[:-1])
    if named or not floor.start:
        return named
    return name_of([words for words in head if not FLOOR_MARK.fullmatch(words)])


def _starter(lines: Sequence[Line], floor: Floor) -> str | None:
    """Give the one who began the thread, whom a later page names above its title; None where it does not."""
    named = (STARTED.fullmatch(line.words) for line in lines[: floor.header])
    return next((match["name"] for match in named if match), None)


def _between(head: Sequence[str]) -> str | None:
    """Give the name that stands alone between a floor's mark, or the thread's title, and its header; else None."""
    if len(head) < 2 or not any(shape.fullmatch(head[-2]) for shape in (FLOOR_MARK, HEAD_REST, COUNT)):
        return None
    is_chrome = HEAD_REST.fullmatch(head[-1]) or STATISTIC.fullmatch(head[-1]) or VIEWS_LABEL in head[-1]
    return None if is_chrome or is_sentence(head[-1]) else name_of(head)


def _title(sheet: Sheet, lines: Sequence[Line], floors: Sequence[Floor]) -> tuple[str | None, str | None]:
    if not floors:
        title = title_of_article(sheet.text)
        return title, "first_line" if title else None
    head = [line.words for line in lines[: floors[0].body] if line.words]
    pictured = next((n for n, words in enumerate(head) if n and VIEWED.match(words)), 0) if gallery_end(head) else 0
    if pictured:
        return as_printed(head[pictured - 1], printed_of(sheet)), "heading"
    title, title_from = title_of(lines, floors[0].body, floors[0].end)
    return as_printed(title, printed_of(sheet)), title_from


def _facts(sheet: Sheet, lines: Sequence[Line], floors: Sequence[Floor]) -> Facts:
    body, end = (floors[0].body, floors[-1].end) if floors else (0, 0)
    head = [line.words for line in lines[:body] if line.words]
    foot = [line.words for line in lines[end:] if line.words]
    notices = [line.words for line in lines[body:end] if is_notice(line.words)]
    made = rendered(foot)
    path = next((steps for words in head if (steps := path_of(words))), ()) or path_of_cells(head)
    title, _ = title_of(lines, body, end)
    printed = printed_of(sheet)
    views, replies = counts_of(head)
    return Facts(
        site_name=as_printed(site_of_footer(foot), printed),
        icp=icp_of(foot),
        police_record=police_record_of(foot),
        category=as_printed(category_of(head), printed),
        path=tuple(as_printed(step, printed) or step for step in path if not (title and _ends_with(step, title))),
        dates=(made,) if made else (),
        rendered_at=made.at if made else None,
        source_url=source_url_of(notices),
        contact=contact_of(notices),
        views=views,
        replies=replies,
    )


def _ends_with(step: str, title: str) -> bool:
    """Say whether a path's step is the thread's title, alone or behind a word: `浏览：T`."""
    return step.endswith(title) or is_same_title(step, title)


def _with_dates(facts: Facts, posted: StatedDate | None, edited: tuple[StatedDate, ...]) -> Facts:
    dates = (*((posted,) if posted else ()), *edited, *facts.dates)
    return replace(facts, published_at=posted.at if posted else None, dates=dates)
