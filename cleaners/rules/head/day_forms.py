"""A line's days in the form that the shapes of heads know best, place for place; what is stored stays as printed."""

from cleaners.regex import regex

HAN_DAY = regex(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?=\s{0,4}\d{1,2}[:：]\d{2})")
"""`2021年3月2日09:20`: with a time of day; without one it may be the text's own, of a speech or a meeting. Bounded."""


def with_dashes(words: str) -> str:
    """Give a line with `2021年3月2日09:20` as `2021-3-2 09:20`: as long as before, each sign in its place."""
    return HAN_DAY.sub(r"\1-\2-\3 ", words) if "年" in words and "日" in words else words
