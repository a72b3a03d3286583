"""Lines of a dump's head whose parts name themselves without labels, for `article_facts`. What each is: its module."""

from cleaners.rules.head.entered_lines import ENTERED
from cleaners.rules.head.head_kinds import BEHIND, GLUED, ISSUE, MEMBER, STAMPED
from cleaners.rules.head.news_tops import DOTTED_MEDIA, DOTTED_NAME
from cleaners.rules.head.opener_lines import AGO, AMID, APPED, BARRED, NICKED, REPORTED
from cleaners.rules.head.overseas_bylines import OVERSEAS_BYLINES
from cleaners.rules.head.paper_heads import UNLABELLED
from cleaners.rules.head.posted_names import AGO as COUNTED_BACK
from cleaners.rules.head.posted_names import DATED_TWICE, PLACED, SHARED, STAFF

SHAPES = (
    *OVERSEAS_BYLINES,
    DATED_TWICE, SHARED, STAFF, PLACED, COUNTED_BACK, DOTTED_MEDIA, DOTTED_NAME,
    APPED, AMID, AGO, BARRED, REPORTED, NICKED, STAMPED, GLUED, BEHIND, MEMBER, ISSUE, *UNLABELLED, *ENTERED,
)  # fmt: skip
"""The surest first; groups `date`, `author`, `source`, `column` and their like are what a line states."""
