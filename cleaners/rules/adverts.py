"""Rules about advertising lines and a site's own name strewn into a text."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
