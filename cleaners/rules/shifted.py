"""The rule that restores runs of characters shifted by one lost byte. Readings in brackets: `pinyin`."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
