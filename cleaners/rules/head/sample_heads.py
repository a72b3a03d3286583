"""Lines of dates as sites of samples print them: columns in brackets, counters glued to nicknames.

Each is tried on one trimmed line, folded to simplified characters, and matches it whole; bounded. Asked by
`seller_heads`, which has the lines of blog software; facts: `dump.article_facts`.
"""

import re

from cleaners.regex import regex

_DAY = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
_DATE = rf"(?P<date>{_DAY}(?:\s{{1,3}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?)"
_COLUMN = r"(?P<column>[一-鿿]{2,10})"
_COUNT = r"\d{1,7}(?:\.\d{1,2})?\s?[KkWw万]?"
_TOOL = (
    r"(?:\s{1,3}(?:我要投稿|投稿|下载本文|下载|收藏|打印|复制|举报|纠错|分享到|分享|QQ空间|新浪微博|微博|微信|朋友圈|大|中|小)){0,6}"
)
_SEEN = rf"(?:浏览|阅读|点击|人气|查看)(?:次数|量)?\s?[:：(（]?\s?(?P<count>{_COUNT})\s?次?\s?[)）]?"
COLUMNED = regex(rf"[\[【〔]\s?{_COLUMN}\s?[\]】〕]\s{{0,3}}{_DATE}{_TOOL}")
"""`[工作总结] 2021-03-02 我要投稿`."""
HANDED = regex(
    rf"(?P<author>[^\s。，；：:,;|｜•·\[【]{{1,12}})\s{{1,3}}{_DATE}\s{{0,3}}[\[【]\s?{_COLUMN}\s?[\]】](?:\s{{0,3}}{_SEEN})?{_TOOL}"
)
"""`网友投稿 2021-03-02 [ 工作总结 ] 浏览 20`."""
FILED = regex(
    rf"(?:发[表布]于|更新于|时间\s?[:：])\s?{_DATE}\s{{0,3}}(?:分类|栏目|类别)\s?[:：]\s?{_COLUMN}(?:\s{{0,3}}{_SEEN})?"
    rf"(?:\s{{0,3}}评论\s?[(（:：]?\s?\d{{0,6}}[)）]?)?{_TOOL}"
)
"""`发表于2021-03-02 分类:工作总结 阅读(20) 评论(0)`."""
TOLD = regex(
    rf"{_COLUMN}\s{{1,3}}(?:发布|更新|发表)?(?:时间|日期)\s?[:：]\s?{_DATE}"
    r"(?:\s{1,3}(?:我要投稿|投稿|下载本文|收藏|分享到|分享)){1,4}"
)
"""`工作总结 时间：2021-03-02 我要投稿`: a button must say that the line is the page's."""
NUMBERED = regex(
    rf"(?P<author>admin|administrator|editor|user|网友|佚名|小编)(?:\s{{1,3}}(?P<count>\d{{1,7}})\s{{1,3}}"
    rf"|(?P<seen>\d{{1,5}})(?=(?:19|20)\d{{2}}-))(?P<date>{_DAY}(?:\s{{1,3}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?)"
)
"""`admin82025-03-29 15:53:21`: nickname, counter and date glued (realtext, 3i)."""
INFLUENCED = regex(
    rf"(?:{_DATE}\s{{1,3}})?(?:本文)?(?:已|共)?(?:影响|有|被)?\s{{0,2}}(?P<count>{_COUNT})\s?(?:人|次)(?:看过|已看|浏览|阅读|围观|学习|查看)?"
    r"(?:\s{1,4}(?P<author>[一-鿿A-Za-z]{2,8}))?"
)
"""`本文已影响 2.36W人`, `1.2万人看过`: words before the number or behind it say what it counts."""
PENNED = regex(
    rf"{_DATE}\s{{0,3}}(?:文|图文|撰文|作者|编辑)\s?[/／|｜]\s?(?P<author>[^\s。，；：:,;|｜/]{{2,12}}){_TOOL}"
)
"""`2019-10-10 10:33:03文/青禾`."""
MONTHED = regex(rf"\d{{1,2}}-\d{{1,2}}\s{{1,3}}(?P<count>{_COUNT})\s?次?(?:阅读|浏览)(?:\s{{1,3}}\d{{1,6}}\s?条?评论)?")
"""`02-21 49阅读 0评论`: a day without its year is no date."""
SEEN_AT = regex(rf"(?P<source>[一-鿿A-Za-z0-9]{{2,10}})\s{{1,3}}人气\s?[:：]\s?(?P<count>{_COUNT})")
"""`某某都 人气:1.12W`: a site's name and its counter (realtext, families 16 and 17)."""
SHAPES = (PENNED, MONTHED, COLUMNED, HANDED, FILED, TOLD, NUMBERED)
COUNTS = ("影响", "看过", "已看", "围观")
"""Words of which the counter of readers has one: a report's `12人` has none."""


def sampled_of(line: str) -> re.Match[str] | None:
    """Match such a line, folded, of 6 to 100 characters; None for any other."""
    if "人气" in line and (match := SEEN_AT.fullmatch(line)):
        return match
    if any(word in line for word in COUNTS):
        return INFLUENCED.fullmatch(line)
    if "-" not in line and "/" not in line and "." not in line:
        return None
    return next((match for shape in SHAPES if (match := shape.fullmatch(line))), None)
