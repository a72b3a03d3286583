"""Rules about single damaged characters: entities left as text, emoji strewn in, stray marks. Bytes: `shifted`."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
