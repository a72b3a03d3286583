"""The rule that takes out a host's own boilerplate, as its hints list it. Learning it: `archive.learning`."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
