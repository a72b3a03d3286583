"""The rule that rejoins a text which a page cut into numbered chunks."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
