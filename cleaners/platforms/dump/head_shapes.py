"""Lines of a dump's head whose parts name themselves without labels, for `article_facts`. What each is: its module."""

from cleaners.rules.entered_lines import ENTERED
from cleaners.rules.head_kinds import BEHIND, GLUED, ISSUE, STAMPED
from cleaners.rules.news_tops import DOTTED_MEDIA
from cleaners.rules.opener_lines import AGO, AMID, APPED, BARRED, NICKED, REPORTED
from cleaners.rules.paper_heads import UNLABELLED

SHAPES = (
    DOTTED_MEDIA, APPED, AMID, AGO, BARRED, REPORTED, NICKED, STAMPED, GLUED, BEHIND, ISSUE, *UNLABELLED, *ENTERED,
)  # fmt: skip
"""The surest first; groups `date`, `author`, `source`, `column` and their like are what a line states."""
