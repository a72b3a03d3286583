"""Lines of a dump's head whose parts name themselves without labels, for `article_facts`. What each is: its module."""

from cleaners.rules.entered_lines import ENTERED
from cleaners.rules.head_kinds import BEHIND, GLUED, ISSUE, MEMBER, STAMPED
from cleaners.rules.news_tops import DOTTED_MEDIA, DOTTED_NAME
from cleaners.rules.opener_lines import AGO, AMID, APPED, BARRED, NICKED, REPORTED
from cleaners.rules.paper_heads import UNLABELLED
from cleaners.rules.posted_names import AGO as COUNTED_BACK
from cleaners.rules.posted_names import DATED_TWICE, PLACED, SHARED, STAFF

SHAPES = (
    DATED_TWICE, SHARED, STAFF, PLACED, COUNTED_BACK, DOTTED_MEDIA, DOTTED_NAME,
    APPED, AMID, AGO, BARRED, REPORTED, NICKED, STAMPED, GLUED, BEHIND, MEMBER, ISSUE, *UNLABELLED, *ENTERED,
)  # fmt: skip
"""The surest first; groups `date`, `author`, `source`, `column` and their like are what a line states."""
