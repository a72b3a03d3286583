"""The rule that takes out a paragraph printed twice in a row."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
