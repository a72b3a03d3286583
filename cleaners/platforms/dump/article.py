"""A dumped article page, or a plain text: its title, the facts of its head and foot. Chrome: `cleaners.rules`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from cleaners.facts.counts import claimed_chars
from cleaners.facts.labels import NO_LABEL, Pair, facts_from, merged
from cleaners.facts.nobody import somebody
from cleaners.facts.notices import contact_of, icp_of, police_record_of, source_url_of
from cleaners.facts.reporters import names_reporters
from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.dump.article_facts import frame_pairs, official_pairs, pairs_below, pairs_of_head, pairs_of_line
from cleaners.platforms.dump.blog_facts import blog_pairs
from cleaners.platforms.dump.journal_facts import journal_pairs, listed_pairs
from cleaners.platforms.dump.loose_dates import loose_day
from cleaners.platforms.generic.head import column_of
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.reading import Facts, PageKind
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.foot_lines import RIGHTS
from cleaners.rules.foot.meta_below import meta_below, stated_below
from cleaners.rules.foot.staff_ends import staff_end
from cleaners.rules.foot.staff_lines import names_joined
from cleaners.rules.foot.tail_lines import is_notice, tail_zone
from cleaners.rules.foot.vote_lines import VOTE
from cleaners.rules.frame.link_lines import is_list_head
from cleaners.rules.frame.page_frame import core_of, first_heading, path_above, within_frame
from cleaners.rules.head.abstracts import find_abstract
from cleaners.rules.head.collapsed_heads import head_in_line
from cleaners.rules.head.head_kinds import ISSUE, is_claim
from cleaners.rules.head.head_lines import NEWS_CHARS, TEXT_STEPS, HeadLine, has_clauses, head_of
from cleaners.rules.head.head_titles import home_path, title_in
from cleaners.rules.head.meta_lines import loose_fields, path_of, plain
from cleaners.rules.head.official_table import table_title
from cleaners.rules.head.opener_lines import is_headline
from cleaners.rules.inside.empty_cells import without_borders
from cleaners.rules.inside.seller_stamps import behind_host
from cleaners.rules.intro.introduced import title_before_intro, title_introduced
from cleaners.rules.journal.journal_notes import copied_head
from cleaners.rules.lines import ENUMERATOR, Line, is_sentence, lines_of
from cleaners.rules.rule import Context
from cleaners.rules.title.glued_titles import first_item_end, glued_end, named_end
from cleaners.rules.title.openings import HEADING_OPEN, MILL_TITLE, SALUTATION, TWICE_TITLE
from cleaners.rules.title.spoken_of import is_unspoken, title_spoken_of
from cleaners.rules.title.title_forms import CLAIM, COUNTED, is_title_like, without_claims
from cleaners.rules.title.title_suffixes import is_named_site, is_window, suffix_of
from cleaners.rules.title.titles import own_title
from cleaners.rules.title.titles_below import title_below
from cleaners.rules.wall.walls import cut_of, stops_short

OWNED = ("版权", "所有权", "版權", "所有權")
"""Words of a notice on who owns a text."""


def read_article(sheet: Sheet) -> Findings:
    """Read a dump as one article: one draft that shows all of it."""
    if not sheet.text.strip():
        nothing = Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail="empty text")
        return Findings(page_kind=PageKind.OTHER, outcome=nothing)
    shown, sheet = sheet.text, replace(sheet, text=without_borders(sheet.text))
    framed = within_frame(sheet.text)
    head = head_of(framed)
    title = title_of_article(sheet.text)
    facts = _facts(sheet, head, title)
    cut = cut_of(sheet.text)
    if cut.is_cut:
        said = (("truncated", cut.said),) if cut.said else ()
        facts = merged(replace(facts, truncated=True), Facts(claimed_chars=cut.claimed, stated=said))
    elif stops_short(_above_tail(framed)):
        facts = replace(facts, truncated=True)
    draft = Draft(
        position=1, shown=shown, title=title, title_from="first_line" if title else None, hidden_parts=cut.gaps,
    )  # fmt: skip
    return Findings(
        page_kind=PageKind.ARTICLE, outcome=Outcome(state=State.READ), facts=facts, drafts=(draft,)
    )


def title_of_article(text: str) -> str | None:
    """Give the title of a dumped page that holds one text; None where no line is like one."""
    text = behind_host(text)
    collapsed = head_in_line(text)
    title = collapsed.title if collapsed else _title_in_text(text)
    return own_title(title) if title and not names_reporters(title) else None


def _title_in_text(text: str) -> str | None:
    framed = within_frame(text)
    head = head_of(framed)
    found = title_in(head) or _beside_fields(head) or first_heading(framed, is_framed=framed is not text)
    found = found or _under_path(text, framed)
    found = found or table_title(lines_of(text)) or _glued_title(framed) or _path_title(text) or _below_teaser(text)
    found = found or title_introduced(framed) or title_before_intro(framed)
    found = found or title_below(lines_of(framed)) or _window_title(text)
    spoken = title_spoken_of(framed) if found is None or is_unspoken(framed, found) else None
    return spoken or found


def _window_title(text: str) -> str | None:
    """Give the title with column and site behind it on the first line; None for others."""
    first = next((line.words for line in lines_of(text[:NEAR_CHARS]) if line.words), "")
    return first if is_window(first) else None


def _beside_fields(head: Sequence[HeadLine]) -> str | None:
    """Give the headline that is glued before the fields of a line; None for others."""
    fields = (field for one in head if one.kind == "field" for field in loose_fields(one.words)[:1])
    return next((value for label, value in fields if label == "标题"), None)


def _under_path(text: str, framed: str) -> str | None:
    """Give the headline below a path among menus whose last step says that the text follows; None for others."""
    path = path_above(text)
    if not path or folded(path[-1]) not in TEXT_STEPS:
        return None
    first = next((line.words for line in lines_of(framed) if line.words), "")
    return first if len(first) >= NEWS_CHARS and is_headline(first) and not has_clauses(first) else None


def _below_teaser(text: str) -> str | None:
    """Give the title below a description that is the beginning of title and text, or before a mill's keywords."""
    copied = copied_head(lines_of(text))
    taken = list(find_abstract(text, DUMP)) if copied is None else []
    return copied["title"] if copied else title_in(head_of(text[taken[-1].end :])) if taken else None


DUMP = Context(family="dump", is_dump=True)


def _path_title(text: str) -> str | None:
    """Give the last step of the path above a text that the text itself holds near its beginning; None for others."""
    step = next(iter(reversed(path_above(text) or _first_path(text))), "")
    is_named = (is_title_like(step) or step.isascii()) and len(step) >= STEP_CHARS
    return step if is_named and text[:NEAR_CHARS].count(step) > 1 else None


def _first_path(text: str) -> tuple[str, ...]:
    paths = (path_of(one.words) for one in head_of(within_frame(text)))
    return next((steps for steps in paths if steps), ())


STEP_CHARS, NEAR_CHARS = 8, 400
"""Characters of a step that is no column's name, and from the top within which it stands again."""


def _glued_title(text: str) -> str | None:
    """Give the title at the very start of a text of one long line, called like a report; None for others."""
    words = text.lstrip()
    first = words.partition("\n")[0]
    mill = MILL_TITLE.match(first)
    is_text = mill and (len(first) - mill.end() >= MILL_CHARS or ENUMERATOR.match(first, mill.end()))
    if mill and is_text and is_title_like(mill["title"]):
        return without_claims(mill["title"])
    return _collapsed_title(plain(first)) if "(" in first[:COLLAPSED] else _collapsed_title(first)


def _collapsed_title(first: str) -> str | None:
    """Give the title at the start of a line that holds more than it: a text, or those to whom one is spoken."""
    is_long = len(first) >= COLLAPSED
    twice = TWICE_TITLE.match(first)
    if twice and len(first) - twice.end() >= MILL_CHARS:
        return twice["title"] or twice["named"]
    named = named_end(first)
    if named and len(first) - named >= MILL_CHARS:
        return first[1 : named - 1]
    item = first_item_end(first)
    if item and len(first) - item[1] >= MILL_CHARS:
        return first[: item[0]]
    end = glued_end(first)
    is_spoken = SALUTATION.fullmatch(first.rstrip(), end) is not None
    is_text = is_long or is_spoken or (len(first) - end >= MILL_CHARS and is_sentence(first))
    is_text = is_text or HEADING_OPEN.match(first, end) is not None
    return first[:end] if end and is_text else None


MILL_CHARS = 30
"""Characters of a text behind a title in brackets: an agency's `【某地三日电】` has a place, and no title."""
COLLAPSED = 100
"""Characters of a first line that holds more than a title."""


def _above_tail(text: str) -> str:
    """Give a text without the notices and links below it."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    return text[: lines[zone].start] if zone < len(lines) else text


def _facts(sheet: Sheet, head: Sequence[HeadLine], title: str | None) -> Facts:
    """Give what head and foot state; the head goes first, notices may stand anywhere."""
    lines = lines_of(plain(VOTE.sub("", sheet.text)))  # readings in brackets hide what a line is
    ended = staff_end(plain(sheet.text))
    named = names_joined([line.words for line in lines[tail_zone(lines) :] if line.words])
    tail = [*([ended[2]] if ended else []), *named]
    notices = [line.words for line in lines if is_notice(line.words)]
    feet = [line.words for line in lines[core_of(lines)[1] :] if line.words]
    around = [one.words for one in head] + tail + feet
    path = _path_of_head(head, title) or path_above(sheet.text)
    known = [*journal_pairs(lines), *listed_pairs(lines), *pairs_of_head(head, path), *blog_pairs(head, tail)]
    known = [*_inline_pairs(sheet.text), *known]
    above = _read(sheet, [*known, *official_pairs(lines)])
    frame = _read(sheet, frame_pairs(lines, core_of(lines)[0]))
    told = [pair for words in tail for pair in meta_below(words) or stated_below(words)]
    below = [Pair(label=label, value=value, where="foot") for label, value in told]
    stated = merged(merged(above, frame), _read(sheet, [*below, *pairs_below(tail or _own_feet(feet))]))
    day = loose_day(lines, title) if not stated.dates else None
    stated = merged(stated, _read(sheet, [Pair(label=NO_LABEL, value=day, where="head: loose")])) if day else stated
    own = Facts(
        icp=icp_of(around),
        police_record=police_record_of(around),
        path=path,
        site_name=next((one.words for one in head if one.kind == "site" and one.words not in path), _site_behind(head)),
        source_url=source_url_of(notices),
        contact=contact_of(notices),
        rights=next((words for words in notices if any(word in words for word in OWNED)), _rights(tail)),
        claimed_chars=_claims(lines, head),
        stated=tuple(("issue", issue["issue"]) for one in head if (issue := ISSUE.fullmatch(one.words)))[:1],
    )
    found = merged(stated, own)
    return found if found.category or not path else replace(found, category=column_of(path, title))


def _inline_pairs(text: str) -> Iterator[Pair]:
    """Give labels and values that stand between title and text in one line."""
    collapsed = head_in_line(text)
    yield from pairs_of_line(collapsed.fields) if collapsed else ()


def _site_behind(head: Sequence[HeadLine]) -> str | None:
    """Give the site's name behind the title of a page's window, `T - 某某网`; None for none."""
    names = (suffix_of(one.words)[1] for one in head if one.kind == "title")
    return next((name for name in names if name and is_named_site(name)), None)


def _path_of_head(head: Sequence[HeadLine], title: str | None) -> tuple[str, ...]:
    """Give the steps of the first path of a head; one that ends with an arrow goes on in the next line."""
    steps: tuple[str, ...] = ()
    for one in head:
        more = path_of(one.words) or (() if steps else home_path(one.words, title))
        steps += more
        if steps and (not more or one.words.rstrip()[-1:] not in (">", "›", "»")):
            break
    return steps


def _own_feet(feet: Sequence[str]) -> list[str]:
    """Give the lines right below an article, above the first list of others, where more than notices stand below."""
    return list(takewhile(lambda words: not is_list_head(words), feet))


BESIDE = regex(r"(?<=\s)共\s?\d{2,6}\s?字(?=\s|\Z)")
"""`发布于：2015-03-26 共8866字`: a count beside the date."""


def _rights(tail: Sequence[str]) -> str | None:
    return next((words for words in tail if "作者原" in words and RIGHTS.fullmatch(folded(words))), None)


def _read(sheet: Sheet, pairs: Iterable[Pair]) -> Facts:
    return facts_from(tuple(somebody(pairs)), zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at)


def _claims(lines: Sequence[Line], head: Sequence[HeadLine]) -> tuple[int, ...]:
    """Read word counts from the title's own lines and from lines that are nothing else."""
    filled = [line.words for line in lines if line.words]
    above = [one.words for one in head if one.kind == "claim" or (one.kind == "byline" and COUNTED in one.words)]
    near = [words for words in filled[:6] if CLAIM.search(words) and is_title_like(words)]
    above += [f"全文{match[0]}" for one in head if one.kind == "field" and (match := BESIDE.search(one.words))]
    below = [words for words in filled[-2:] if is_claim(words)]
    order = [*above, *(words for words in filled[:12] if words in near)]
    return claimed_chars("\n".join([*dict.fromkeys(order), *below]))
