"""Rules about menus, strips of links and lists of other texts above and around a dumped article."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
