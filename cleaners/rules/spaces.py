"""The rule that takes out the blanks that a conversion set between Han characters."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
