"""How pages of offices, hospitals and papers begin above the headline: pictures' buttons, columns in two languages.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken by:
`bylines`. Other openings: `opener_lines`; what neighbours tell: `site_tops`.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.press_feet import SOCIAL
from cleaners.rules.head.meta_lines import DAY, is_field_line
from cleaners.rules.title.title_forms import GENRE_LAST

SHOWN = regex(
    r"[（(【\[]\s?(?:相关|网络|原标题配图)?(?:资料)?(?:配图|图片?|照片)(?:来源于?网络)?(?:[,，]?\s?(?:仅供参考|图文无关|来源网络))?\s?[)）】\]]"
    r"|[（(]\s?图文无关\s?[)）]"
)
"""`(相关资料图)` where a picture stood above a copied piece of news."""
TURNED = regex(
    r"(?:提示\s?[:：]?\s?)?(?:可|请)?(?:直接)?(?:点击图片|支持键盘|使用键盘)[^。；\n]{0,16}(?:下一[张页]|翻页|大图|原图|浏览|查看)[^。；\n]{0,12}"
)
"""`提示:可直接点击图片,浏览下一张 更多图片`: how to turn the pages of a series of pictures."""
DOTTED_MEDIA = regex(
    r"[•●▪◦]\s{1,4}(?P<source>[一-鿿]{1,12}(?:日报|晚报|晨报|早报|时报|商报|青年报|网|社|电视台|广播|客户端|发布|新闻))"
)
"""`• 某某日报` beside the day behind the same mark: a mill's list of source and day."""
DOTTED_NAME = regex(r"[•●▪◦]\s{1,4}(?P<source>[一-鿿][一-鿿A-Za-z0-9]{1,11})")
"""`• 某某在线` right above the day behind the same mark, in which nothing else stands."""
SHEETS = regex(
    r"第\s?\d{1,3}\s?版\s?[(（]\s?[)）]|专栏\s?[:：]|"
    r"第\s?[A-Z]?\d{1,3}\s?版\s?[:：]\s?[^\s。，；：:]{2,10}(?:\s{1,3}(?:PDF版?|版面导航|上一版|下一版)){1,4}|"
    r"通版阅读(?:请点击)?\s?[:：]?|(?:展开|收缩)通版|当前版\s?[:：]\s?第?[A-Z]?\d{1,3}[A-Z]?\s?版?(?:\s?[:：]?\s?[一-鿿]{2,8})?"
)
"""`展开通版`, `当前版:04版`: buttons of a newspaper's sheet above an article."""
NEWS_OPENERS = (SHEETS, SHOWN, TURNED, SOCIAL)
NEWS_SIGNS = ("通版", "当前版", "版(", "版（", "专栏", "图", "键盘", "分享", "朋友圈")
"""One of them stands in each such line."""
ENGLISH = regex(r"[A-Z][A-Za-z]{1,14}(?:\s(?:[A-Za-z]{1,14}|&)){0,3}")
"""`Party building`: a column's name again in English, a few words and no mark."""
COLUMN_CHARS = 6
"""Characters of a column's name with its English below it."""


def is_listed_source(words: str, above: str, below: str) -> bool:
    """Say whether a line behind a list's mark is a paper's name beside the day behind the same mark."""
    line = folded(words)
    if not DOTTED_MEDIA.fullmatch(line):
        day = below[1:].strip()
        is_first = above[:1] != words[:1] and below[:1] == words[:1]
        return is_first and DOTTED_NAME.fullmatch(line) is not None and DAY.fullmatch(day) is not None and "-" in day
    return any(near[:1] == words[:1] and is_field_line(near) for near in (above, below))


def is_bilingual(column: str, words: str, below: str) -> bool:
    """Say whether a line is the English of the column's name right above it, and a longer headline stands below."""
    if len(column) > COLUMN_CHARS or len(below) <= 2 * COLUMN_CHARS or not ENGLISH.fullmatch(words):
        return False
    return not GENRE_LAST.search(folded(column)) and all("\u4e00" <= one <= "\u9fff" for one in column)
