"""Lines of dates above a text on the sites that deal in texts, without labels. Facts: `dump.article_facts`.

`admin 2021-12-30 工作总结 345 阅读 0 评论` and its like, as blog software prints them (realtext, families 15 to 19).
Each is tried on one trimmed line, folded to simplified characters, and matches it whole; bounded.
"""

import re

from cleaners.regex import regex
from cleaners.rules.head.sample_heads import sampled_of

_DAY = r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"
_TIME = r"(?:\s{1,3}(?:[上下]午|凌晨|晚上)?\s?\d{1,2}:\d{2}(?::\d{2})?)"
_SIGN = r"\s{0,3}[•·|｜/]?\s{0,3}"
_SEEN = (
    r"(?:(?:阅读|浏览|点击|人气|查看)\s?[(（]?\s?(?P<count>\d{1,7}(?:\.\d)?[KkWw万]?)[)）]?"
    r"|(?P<seen>\d{1,7}(?:\.\d)?[KkWw万]?)\s?(?:次)?(?:阅读|浏览|点击|查看))"
)
_SAID = r"(?:评论\s?[(（]?\s?\d{1,6}[)）]?|\d{1,6}\s?(?:条)?评论)"
POSTED = regex(
    rf"(?:(?P<author>[^\s。，；：:,;|｜•·]{{1,16}}){_SIGN}(?<=[\s•·|｜/]))?(?P<date>{_DAY}{_TIME}?)"
    rf"(?:{_SIGN}(?<=[\s•·|｜/])(?P<column>(?!阅读|浏览|点击|人气|查看|评论)[一-鿿]{{2,10}}))?"
    rf"{_SIGN}(?<=[\s•·|｜/]){_SEEN}(?:{_SIGN}{_SAID})?"
)
"""`2021年12月30日 上午10:20 • 工作总结 • 阅读 345`: day, column and reads, an author before them or none."""
CLAIMED = regex(
    rf"(?P<date>{_DAY}{_TIME}?){_SIGN}[\[【(（]\s?(?:本文|全文|正文)?(?:共|共计|总计|约)?\s?\d{{2,6}}\s?字\s?[\]】)）]"
)
"""`2021年12月30日 [本文共2100字]`: the day and a word count (realtext, family 15)."""


def posted_of(folded_line: str) -> re.Match[str] | None:
    """Match such a line, folded; None for any other."""
    if not folded_line or len(folded_line) > LINE_CHARS:
        return None
    sampled = sampled_of(folded_line)
    if sampled or not any(word in folded_line for word in WORDS):
        return sampled
    return POSTED.fullmatch(folded_line) or CLAIMED.fullmatch(folded_line)


LINE_CHARS = 100
WORDS = ("阅读", "浏览", "点击", "人气", "查看", "字")
"""Characters of such a line, and words of which each has one."""
