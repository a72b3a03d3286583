"""A site's own names above a headline that stands right above the page's day: columns, a motto, links, a call.

Such lines show nothing by themselves, and the first of them would pass for the title. The proof is the place: software
prints a text's title above its day, so what stands over both, in several short lines, is the site's.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.dated_heads import dated_of
from cleaners.rules.head.head_chrome import is_site_end
from cleaners.rules.head.head_kinds import kind_of
from cleaners.rules.head.meta_lines import DATE_SHAPE, is_field_line, loose_fields
from cleaners.rules.head.opener_lines import SITE_NAME
from cleaners.rules.head.own_dates import OFFICE
from cleaners.rules.head.site_tops import TEXT_HAN, is_full_name
from cleaners.rules.lines import ENUMERATOR, HAN, Line, is_sentence
from cleaners.rules.title.openings import SALUTATION
from cleaners.rules.title.title_forms import GENRE_LAST, TITLE_CHARS

CLOCK = regex(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{1,3}\d{1,2}:\d{2}")
"""A day with its time, as software prints it."""
WEB = regex(r"首页|频道|列表|登录|注册|绑定|帐号|账号|关闭|微博|博客|客户端|APP|app|下载|好友|会员")
"""Words of a page's own links and notices, in folded lines."""
BESIDE = regex(r"[|｜>》»]|(?<=\S)\s{1,4}(?=\S)")
"""What sets links of one line apart."""
VERSE = regex(r"[一-鿿，、]{1,20}")
"""Words alone, as a verse has and most names of columns: such lines by themselves tell nothing."""
SELF = regex(
    r"[一-鿿A-Za-z·]{2,24}(?:省|市|县|区|镇|乡|村|街道|局|委|院|校|厅|部|会|室|中心|公司|集团|大学|小学|中学|银行|政府|文件)"
)
"""What may head a document: whose it is; bounded."""
MASTS = 2
"""Lines over a headline that make it the title; one is enough where it speaks of the page's own links."""
TOP_LINES, DAY_CHARS = 14, 120
"""Filled lines from the top among which the day stands, and characters of its line."""
MAST_CHARS, WEB_CHARS = 20, 80
"""Characters of such a line, and of one that speaks of accounts and links."""
HEADLINE_HAN = 6
"""Han characters of the headline."""
BELOW = 6
"""Filled lines below the day of which one is running text."""
KNOWN = frozenset({"button", "menu", "path", "strip", "page", "rated", "list", "site"})
"""Kinds of lines that are the page's by themselves."""


def masts_over(lines: Sequence[Line]) -> dict[int, str]:
    """Give the kinds of a site's names over a headline, and of that, by their starts; empty where no day is below."""
    day = next((n for n, line in enumerate(lines[:TOP_LINES]) if _is_day(line.words)), 0)
    if day < 2 or not _heads(lines[day - 1].words):
        return {}
    headline = lines[day - 1]
    over = [line for line in lines[: day - 1] if kind_of(line.words, "", "") not in KNOWN]
    if not over or any(line.words == headline.words for line in over):
        return {}
    if not all(_is_mast(line.words, len(headline.words)) for line in over):
        return {}
    is_linked = any(BESIDE.search(line.words) and WEB.search(folded(line.words)) for line in over)
    is_verse = all(VERSE.fullmatch(line.words) and not WEB.search(folded(line.words)) for line in over)
    if is_verse or (len(over) < MASTS and not is_linked) or not _is_over_text(lines, day + 1):
        return {}
    masts = [line for line in over if not (is_site_end(line.words) or SITE_NAME.fullmatch(folded(line.words)))]
    return {line.start: "mast" for line in masts} | {headline.start: "title"}


def _is_day(words: str) -> bool:
    """Say whether a line is the page's day: with its time, with a label, or with reads beside it."""
    if len(words) > DAY_CHARS or not DATE_SHAPE.search(words):
        return False
    if dated_of(folded(words)):
        return True
    return is_field_line(words) and (CLOCK.search(words) is not None or len(loose_fields(words)) > 1)


def _heads(words: str) -> bool:
    """Say whether a line may be a headline: enough words, no sentence that ends, no name, no item of a list."""
    if len(words) > TITLE_CHARS or len(HAN.findall(words)) < HEADLINE_HAN or "。" in words or words[-1] in "，,、:：":
        return False
    return not (ENUMERATOR.match(words) or SALUTATION.fullmatch(words) or OFFICE.fullmatch(folded(words)))


def _is_mast(words: str, length: int) -> bool:
    """Say whether a line may be the site's over a headline of this length: shorter, no sentence, no letterhead."""
    line = folded(words)
    if WEB.search(line) and (len(words) <= MAST_CHARS or BESIDE.search(words)):
        return len(words) <= WEB_CHARS
    if len(words) > min(MAST_CHARS, length) or is_sentence(words) or ENUMERATOR.match(words) or len(words) < 2:
        return False
    return not (SELF.fullmatch(line) or GENRE_LAST.search(line) or is_full_name(words) or SALUTATION.fullmatch(words))


def _is_over_text(lines: Sequence[Line], at: int) -> bool:
    """Say whether running text stands below a place."""
    near = (line.words for line in lines[at : at + BELOW])
    return sum(len(HAN.findall(words)) for words in near if is_sentence(words)) >= TEXT_HAN
