"""Rules about the introductions that sites write above other people's texts. Heads and tails: modules of that name."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
