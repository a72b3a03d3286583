"""The rule that takes readings in brackets out of a text that a converter annotated. Lost bytes: `shifted`."""

from cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = ()


def repaired_title(title: str | None, shown: str) -> str | None:
    """Give a title without the damage that its text shows in plenty; None stays None."""
    return title
