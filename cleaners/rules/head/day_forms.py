"""A line's days in the form that the shapes of heads know best, place for place; what is stored stays as printed."""

import re

from cleaners.regex import regex

HAN_DAY = regex(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?=\s{0,4}\d{1,2}(?:[:：]\d{2}|[时時]\d{1,2}分))")
"""`2021年3月2日09:20`: with a time of day; without one it may be the text's own, of a speech or a meeting. Bounded."""
HAN_TIME = regex(r"(?<=[\d日 ])(\d{1,2})[时時](\d{2})分(?:(\d{2})秒)?")
"""`09时45分`, behind a day; bounded."""


def with_dashes(words: str) -> str:
    """Give a line with `2021年3月2日09时20分` as `2021-3-2 09:20 `: as long as before, each sign in its place."""
    if "年" not in words or "日" not in words:
        return words
    dashed = HAN_DAY.sub(r"\1-\2-\3 ", words)
    return dashed if dashed == words else HAN_TIME.sub(_with_colons, dashed)


def _with_colons(time: re.Match[str]) -> str:
    return ":".join(part for part in time.groups() if part) + " "
