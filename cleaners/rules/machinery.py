"""Rules about machinery that a page printed by mistake: template variables, tags, style sheets."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
