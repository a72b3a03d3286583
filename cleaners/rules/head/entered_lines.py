"""Who wrote, entered or published a text, and when, in lines above it without a label's colon. Taken: `bylines`.

Tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Facts: `dump.article_facts`.
"""

from cleaners.regex import regex
from cleaners.rules.head.news_heads import NEWS_HEADS

_DAY = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
_NAME = r"[^\s。，；：:,;]{1,16}"
_ROLE = r"(?:高级|资深|首席|见习|特约|实习)?(?:记者|通讯员|实习生)"
ENTERED = (
    regex(rf"(?P<author>{_NAME})\s{{0,3}}发[表布][于在]\s?[:：]?\s?(?P<date>{_DAY}\s{{1,3}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)"),
    regex(rf"(?:本[站网])?(?:原创|转载|整理)\s{{1,4}}(?P<date>{_DAY}(?:\s{{1,3}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?)"),
    regex(rf"(?:原创|Original)\s{{1,3}}(?P<author>{_NAME})\s{{1,3}}(?P<source>{_NAME})(?:\s{{1,3}}(?P<date>{_DAY}))?"),
    regex(rf"(?:本文|文章|文档)由\s?(?P<author>{_NAME}?)\s?(?:上传|整理|发布|分享|提供|投稿|编辑|收集|原创)(?:上传|整理|发布|分享)?"),
    regex(
        r"(?:本文)?作者[ \u3000]{0,3}"
        r"(?P<author>(?!单位|简介|姓名|信息|邮箱|自序)[一-鿿]{2,4}(?:[、 ][一-鿿]{2,4}){0,4})"
    ),
    regex(
        rf"(?:[一-鿿]{{2,10}}?)?{_ROLE}\s{{1,3}}(?P<author>[一-鿿]{{2,4}}(?:[\s、](?:{_ROLE}\s{{1,3}})?[一-鿿]{{2,4}}){{1,14}})"
    ),
    regex(r"[?？•·]?\s{0,2}[一-鿿]{2,8}\s?[>›»]"),
    *NEWS_HEADS,
    regex(r"(?:阅读|读完|浏览)(?:本文|全文|本篇)?(?:大?约|大概|预计)?(?:需要?|用时)?\s?\d{1,3}\s?分钟(?:左右)?"),
)
"""`老秘书 发表于 2021-03-02 10:20`, `本站原创 2021-03-02`, `原创 青禾 溪口发布`, `本文由 青禾 上传`, `本文作者青禾`;
`某报高级记者 青禾 见习记者 溪山`, a column's link (`头条 >`); how long it takes to read."""
