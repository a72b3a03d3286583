"""Counters above a text that bear no label with a colon: `345人已阅读`, `阅读 356 · 评论 0`, `345℃`. Taken: `bylines`.

Tried on one trimmed line, folded to simplified characters, and match it whole; bounded.
"""

import re
from collections.abc import Iterator

from cleaners.regex import regex

_COUNT = r"\d{1,8}(?:\.\d{1,2})?[KkWw万]?\+?"
_SEEN = "阅读|浏览|点击|查看|围观|看过|关注|收藏|点赞|访问|人气|热度|评论|回复|跟帖|转发|下载|赞|在看|评分|好评|差评"
COUNTED_LINE = regex(
    r"(?:推荐指数|推荐星级|推荐度|难度|评分)\s?[:：]\s?[★☆]{1,5}|[（(]\s?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s?(?:更新|发布|修改)\s?[)）]|(?:本文|全文)字数\s?[:：]\s?\d{2,6}字?|"
    rf"(?:(?:已有|共有?|累计|本文)\s?)?(?P<count>{_COUNT})\s?(?:人次|次|人|位网友)?\s?(?:已|在)?(?:{_SEEN})(?:过|了|量|数)?"
    rf"|[（(]?\s?{_COUNT}\s?[)）]?\s?条(?:评论|回复|跟帖)|{_COUNT}\s?℃|[¥￥]\s?{_COUNT}\s?元?|\d{{1,5}}\s?(?:积分|金币|下载券|学币|财富值|下载豆)|约\s?\d{{1,4}}\s?页|\d{{1,3}}\s?/\s?\d{{1,3}}"
    rf"|(?:{_COUNT}\s?(?:次|人次|人|条|个|篇|位)?\s?(?:{_SEEN}|喜欢|推荐|分享|回应|℃|分钟|字)(?:量|数)?[\s·|｜/,，、•]{{0,4}}){{2,8}}+"
    rf"|(?:{_SEEN}|字数)\s{{0,2}}{_COUNT}|{_COUNT}\s?次点击"
    rf"|(?:(?:{_SEEN})(?:量|数|次数)?\s{{0,2}}[(（:：]?\s?{_COUNT}\s?[次人)）]?[\s·|｜/,，]{{0,4}}){{1,6}}+"
)
"""Numbers with what was done that often, before or behind them."""
LIKED = regex(r"(?P<label>点赞|收藏|评论|阅读|浏览)\s{0,3}(?P<count>\d{1,7}(?:\.\d{1,2})?[KkWw万]?)(?![\d一-鿿])")
"""`点赞 12 收藏 3`: counters without colons; bounded."""
FIRST = regex(r"(?P<count>\d{1,7}(?:\.\d{1,2})?[KkWw万]?)\s?(?:次|人|条|个)?\s?(?P<label>点赞|收藏|评论|阅读|浏览|℃)")
"""`6 评论 2479 浏览 19 收藏`: the number before what was done; bounded."""


def counts_of(line: str) -> Iterator[re.Match[str]]:
    """Give the counters without colons of a folded line, label and count: numbers first where it begins with one."""
    return (FIRST if FIRST.match(line) else LIKED).finditer(line)
