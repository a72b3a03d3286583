"""What else stands below a page's own lines under a text: words that no shape knows, up to the end. Taken: `tails`.

`责任编辑：青禾`, `上一篇：T` or `扫一扫` stand below texts alone. What a page prints further down is the site's,
whatever it says: names of other texts, buttons, an advertisement's words.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.frame.link_lines import is_link
from cleaners.rules.lines import ENUMERATOR, Line

LETTER_DATE = regex(r"[二〇○零一\d]\S{1,6}年\S{1,3}月\S{1,3}日?|20\d{2}[-./]\d{1,2}[-./]\d{1,2}")
"""The date below a letter's signature, alone on its line; bounded."""
ADDRESSED = regex(r"[^。；]{1,40}[:：]")
"""A letter's address or a list's head of the text's own: `各村：`."""


def is_rest(lines: Sequence[Line], at: int, end: int) -> bool:
    """Say whether the lines below `at`, up to `end`, may be a site's: short, no sentence, nothing of a report's own.

    Below what only a site says of its page its numbered steps may stand, and at the very end the label of files of
    which there are none.
    """
    below = [line.words for line in lines[at + 1 : end] if line.words]
    if below and end == len(lines) and NO_FILES.fullmatch(folded(below[-1])):
        below.pop()
    told = next((n for n, words in enumerate(below) if tells_of_page(words)), len(below))
    return all(
        may_be_the_sites(words) or (n > told and len(words) <= STEP_CHARS and is_link(words))
        for n, words in enumerate(below)
    )


def tells_of_page(words: str) -> bool:
    """Say whether a line speaks of the program in which the page is read, as no report does below a page's own line."""
    return len(words) <= TALK_CHARS and "浏览器" in folded(words)


NO_FILES = regex(r"(?:相关)?附件(?:下载|列表)?\s?[:：]")
"""`附件：` with nothing below it."""
STEP_CHARS = 30
"""Characters of `1.把浏览器升级到最新版`, a step that a page asks for."""


def is_over_text(lines: Sequence[Line], at: int, end: int) -> bool:
    """Say whether a line stands among the first of a page, above clauses: a copy's source over its text."""
    above = [line.words for line in lines[:at] if line.words]
    if len(above) > TOP_LINES or sum(map(len, above)) > TOP_CHARS:
        return False
    below = (line.words for line in lines[at + 1 : end] if len(line.words) >= CLAUSE_CHARS)
    return any(("，" in words or "," in words) and not talks_of_site(words) for words in below)


TOP_LINES, TOP_CHARS = 2, 300
"""Filled lines above a text, and their characters, that may say who copied it."""
CLAUSE_CHARS = 24
"""Characters of a line with clauses that is no other text's name."""


def may_be_the_sites(words: str) -> bool:
    """Say whether a line below a page's own may be the site's: short and no sentence, or the site speaks of itself."""
    if talks_of_site(words):
        return True
    if not is_link(words) or words.endswith(ENDS):
        return False
    return not (ENUMERATOR.match(words) or LETTER_DATE.fullmatch(words) or ADDRESSED.fullmatch(words))


def talks_of_site(words: str) -> bool:
    """Say whether a line speaks of a site, its members or its rights, whatever its form; below a surer line only."""
    return len(words) <= TALK_CHARS and TALK.search(folded(words)) is not None


def may_stand_in_list(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line that is no link may stand below a list's head or a page's own line.

    The site's words on itself may, a teaser, and the label of no files at the very end.
    """
    is_last = not any(line.words for line in lines[at + 1 :])
    is_label = is_last and NO_FILES.fullmatch(folded(lines[at].words)) is not None
    return is_label or talks_of_site(lines[at].words) or is_teaser(lines, at)


def is_teaser(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line in a list of other texts is the first words of one: cut short, or with a button of its own."""
    words = lines[at].words
    if len(words) > TEASER_CHARS:
        return False
    return words.endswith(CUT) or any(READ_ON.fullmatch(folded(line.words)) for line in lines[max(0, at - 2) : at])


TEASER_CHARS = 140
CUT = ("...", "…")
READ_ON = regex(r"(?:点击)?(?:阅读|查看|浏览)(?:全文|更多|详情)[>»…\s]{0,4}|[\[【]?详细[\]】]?")
"""The button below each of other texts."""


def set_close(line: str) -> str:
    """Give a line without the blanks between characters set apart one by one; others as they are: `版 权 所 有`."""
    return APART.sub("", line) if line.count(" ") >= FEWEST_BLANKS and ROW_APART.search(line) else line


FEWEST_BLANKS = 3
ROW_APART = regex(r"(?<![一-鿿])[一-鿿](?: [一-鿿]){3}(?![一-鿿])")
"""Four characters in a row, each set apart."""
APART = regex(r"(?<=[一-鿿\d:]) (?=[一-鿿\d:])")
TALK_CHARS = 300
TALK = regex(
    r"本站|本网站?[^一-鿿]|本平台|侵权|侵犯|版权|著作权|转载|正式会员|会员才|开通会员|请?登录|注册后|下载(?:后|本|此|该|文档|地址)|客服|扫描(?:二维码|下方|本文)"
    r"|扫码|二维码|公众号|举报|用户(?:自行)?(?:上传|发布|提供|协议)|评论公约|备案号|浏览器|分辨率|免责|所有权归|互联网|网友投稿|用户的投稿|临时链接|临时地址|存储空间|提示信息|\A《[^》\n]{2,10}[报刊网]》是一"
)
"""Words of a site on itself: no end of a report has them below a line that stands below texts alone."""
ENDS = ("；", ";", "，", ",", "、")
"""How a line ends that goes on: an item of a list, a broken line."""
