"""The rule that rejoins lines which were broken at a width. Paragraphs run together: `paragraphs`."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
