"""The rules in the order in which they run, and the digest that says which they were. What they do: their modules."""

import hashlib
from functools import cache

from cleaners.page import HostRule
from cleaners.rules import host
from cleaners.rules.damage import (
    characters,
    chunks,
    doubled,
    layout,
    misread_blanks,
    paragraphs,
    pinyin,
    repeats,
    shifted,
    spaces,
    wraps,
)
from cleaners.rules.foot import (
    contact_lines,
    copied_marks,
    headless_runs,
    joined_tails,
    staff_ends,
    tails,
    wechat_lines,
)
from cleaners.rules.forum import (
    bare_threads,
    bbcode,
    bbs_lines,
    boxed_floors,
    discuz_dump,
    guest_notices,
    jammers,
    opening_posts,
    phpwind_lines,
    posted_below,
)
from cleaners.rules.frame import page_frame
from cleaners.rules.head import (
    abstracts,
    account_lines,
    bylines,
    collapsed_heads,
    guide_copies,
    head_notices,
    heads,
    navigation,
    official_table,
    unspoken_tops,
)
from cleaners.rules.inside import (
    adverts,
    cms_lines,
    empty_cells,
    machinery,
    pages,
    picture_names,
    seller_stamps,
    slot_lines,
)
from cleaners.rules.intro import intros
from cleaners.rules.journal import journal_lines, paper_copies
from cleaners.rules.portal import download_boxes, portal_dump
from cleaners.rules.rule import FORUMS, Context, Rule
from cleaners.rules.title import claims, titles
from cleaners.rules.wall import walls

RULES: tuple[Rule, ...] = (
    *layout.RULES_FIRST,  # all others count line feeds and compare words
    *misread_blanks.RULES,
    *characters.RULES,  # repairs first: what is damaged is not known again
    *shifted.RULES,  # before the readings: the bracket behind a restored character proves it
    *pinyin.RULES,
    *machinery.RULES,
    *empty_cells.RULES,  # a bar would hide what stands on both sides of it
    *bbcode.RULES,
    *host.RULES,  # a host's own lines would hide the ends of all that follows
    *jammers.RULES,  # what is behind noise is not known
    copied_marks.STAMPS,  # as well
    *bare_threads.RULES,  # before the feet: its own words stand above the text too
    *bbs_lines.RULES,
    discuz_dump.HEAD,  # before the floors of other kinds, whose quoted posts it leaves
    *boxed_floors.RULES,
    *posted_below.RULES,  # before the feet, of which its line is one
    *opening_posts.RULES,
    *discuz_dump.RULES,  # the page's own head and foot first: what is left is a floor
    *guest_notices.RULES,
    *portal_dump.RULES,
    *cms_lines.RULES,  # a template's own line: the tails below it are the text's
    *phpwind_lines.RULES,
    *contact_lines.RULES,  # before the lines that they are told by
    *wechat_lines.RULES,
    paper_copies.OTHER_PAPERS,
    *account_lines.RULES,  # before the dates beside which they stand
    *seller_stamps.RULES,  # before the titles that stand behind a host
    *headless_runs.RULES,  # while the tail below them stands
    *page_frame.RULES,
    *walls.RULES,  # what a seller prints above, below and inside a text: the tails above it are the text's
    *head_notices.RULES,  # before the head, which it would end
    *navigation.RULES,
    *official_table.RULES,
    *journal_lines.RULES,  # before the dates that state a name again
    copied_marks.COLUMN_BELOW,  # before the head, in which it stands as well
    *collapsed_heads.RULES,  # before lines are told, of which it is none
    *bylines.RULES,  # before the lines that they are told by
    *heads.RULES,
    *claims.RULES,  # before the titles, which are compared without them
    *intros.RULES,  # before the titles, which may stand again below it
    *unspoken_tops.RULES,  # what else stands above the title
    titles.TITLE,
    titles.SUBTITLE,  # the first line below title and meta lines
    paper_copies.DATABASE_MARK,  # before the first words only when all above them is gone
    *guide_copies.RULES,  # before the abstracts, between which and the text it stands
    *abstracts.RULES,
    *download_boxes.RULES,  # what it leaves is the tail's
    *picture_names.RULES,
    *slot_lines.RULES,
    copied_marks.LOST_DAYS,  # before the tails, which they would end
    *staff_ends.RULES,  # before the lines that end the text it stands in
    *joined_tails.RULES,  # while the other lines of the tail stand, among which they are
    *tails.RULES,
    *doubled.RULES,  # the feet of both copies first
    intros.CLOSING,  # it may head a list, which the tails take
    *adverts.RULES,
    *pages.RULES,  # from here on the text alone: chrome is no prose, and would be joined to it
    *chunks.RULES,
    *wraps.RULES,
    *spaces.RULES,
    *repeats.RULES,
    *paragraphs.RULES,  # chrome would hide that it is one line
    *layout.RULES_LAST,
)


def rules_for(context: Context) -> tuple[Rule, ...]:
    """Give the rules that may touch a text of this family; those about dumped chrome only for dumps.

    A host's own rules stand where the recipe has `host`, and again before the layout: where lines were wrapped or run
    together, they are lines only then.
    """
    if not context.host_rules:
        return _rules_for(context.family, context.is_dump)
    return _with_host_rules(context.family, context.is_dump, context.host_rules)


@cache
def _with_host_rules(family: str, is_dump: bool, host_rules: tuple[HostRule, ...]) -> tuple[Rule, ...]:
    rules, own = _rules_for(family, is_dump), host.rules_of(host_rules)
    at, last = RULES.index(host.HOST), len(layout.RULES_LAST)
    before = {rule.name for rule in RULES[:at]}
    first = sum(rule.name in before for rule in rules)
    return (*rules[:first], *own, *rules[first:-last], *own, *rules[-last:])


@cache
def _rules_for(family: str, is_dump: bool) -> tuple[Rule, ...]:
    is_post = family in FORUMS and not is_dump
    return tuple(
        rule
        for rule in RULES
        if rule is not host.HOST  # without rules of the host it has nothing to look for
        and (is_dump or not rule.dumps_only)
        and (not rule.families or family in rule.families)
        and not (is_post and rule.spares_posts)
    )


@cache
def digest() -> str:
    """Give twelve hex digits that change whenever a rule is added, raised in version or moved."""
    names = "\n".join(f"{rule.name} {rule.version}" for rule in RULES)
    return hashlib.sha256(names.encode()).hexdigest()[:12]
