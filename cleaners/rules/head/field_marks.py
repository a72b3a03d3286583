"""What stands in a line of fields and is no part of it: ornaments, lost blanks, an account's id. Fields: `meta_lines`.

`※发布时间:2018/8/4 ※发布作者:青禾`, `2014-09-28 08:44?青禾?来源:某报`, `来源:某某号(ID:abc)`: blanked out before labels
are looked for; the stored text is not touched here.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded

SIGNS = "※◆◇■□▲△▼▽►▶▸▹○●◎§❖✦♦◈☞➤→★☆"
"""What pages draw before each field."""
ORNAMENT = regex(
    rf"(?<![★☆])(?:[{SIGNS[:-2]}]|(?<![:：])(?<![:：]\s)[★☆])"
    rf"(?=[ \u3000]{{0,2}}(?:[一-鿿]{{2,6}}\s?[:：]|\d{{4}}[-/年.]\d))"
)
"""One such sign before a label or a day; stars behind a label are its rating. Bounded."""
LOST_BLANK = regex(
    r"(?<=\d)[?？](?!\d{1,3}\b)|[?？](?=[\s?？]|\d{4}[-/年]|[来來]源|作者|编辑|編輯|[责責]任|浏览|瀏覽|点击|點擊|[阅閱][读讀]|字[号號体體]|[发發][布佈]"
    r"|[时時][间間]|我[来來有要]|手[机機]|打印|分享|[参參][与與]|收藏|[评評][论論]|\Z)"
)
"""`2010-07-12 15:35?来源：某某网`: a blank that no byte stood for on a mirror; looked for in lines of dates."""
DAY = regex(r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}")
ACCOUNT_ID = regex(
    r"[（(【\[]\s?(?:ID|id|微信ID|微信号?|微信公众号|公众号|公众平台|公众号ID|头条号|微博|QQ|邮箱)\s?[:：]\s?[^\s（()）【】\[\]。；:：]{1,30}"
    r"(?:\s[^\s（()）【】\[\]。；:：]{1,20})?\s?[)）】\]]"
)
"""`人人都是某某(ID:abc)`: where an account is found, in brackets behind its name; bounded."""
OWN_FIELD = regex(
    r"(?<=[^\s:：])[（(]\s?(?:见习|实习|首席|特约|本报|本网)?(?P<field>(?:记者|编辑|责任编辑|责编|作者|通讯员|摄影|审核|校对)\s?[:：]\s?"
    r"[^（()）。；:：]{2,20})[)）]"
)
"""`来源:某某日报(记者:青禾)`: a field of its own in brackets behind a value; bounded."""


OWN_DAY = regex(r"(?<=[一-鿿])[（(]\s?(\d{4}-\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?)\s?[)）](?=\s|\Z)")
"""`作者:青禾(2024-09-09)`: the page's day in brackets behind a value; bounded."""


ANY = regex(rf"[{SIGNS}?？(（【\[]")


def without_marks(words: str) -> str:
    """Give a line without what stands round its fields and is none; the line itself where nothing stands."""
    if not ANY.search(words):
        return words
    if any(sign in words for sign in SIGNS):
        words = ORNAMENT.sub(" ", words)
    if ("?" in words or "？" in words) and DAY.search(words):
        words = LOST_BLANK.sub(" ", words)
    if not words.endswith((")", "）")) and not any(sign in words for sign in BRACKETS):
        return words
    for found in reversed(list(ACCOUNT_ID.finditer(folded(words)))):
        words = f"{words[: found.start()]} {words[found.end() :]}" if found.start() else words
    words = OWN_DAY.sub(r" \1", words)
    for found in reversed(list(OWN_FIELD.finditer(folded(words)))):
        words = f"{words[: found.start()]} {words[slice(*found.span('field'))]} {words[found.end() :]}"
    return words


BRACKETS = ("(", "（", "【", "[")
