"""What a paper, a database or an office's box prints above a title: an imprint, where to write, a slogan over a dash.

Lines are tried trimmed and folded to simplified characters, and matched whole; bounded. They are the page's only where
a title stands below. Other openings: `lead_lines`; what a column is: `column_lines`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import HAN, Line
from cleaners.rules.title.title_forms import GENRE_LAST, is_title_like

IMPRINT = regex(
    r"(?=.{0,60}(?:统一(?:连续出版物|刊)号|刊号|ISSN|CN)\s{0,2}[:：]?\s{0,2}(?:CN|ISSN|ISSN\s?\d{4}-\d{3}[\dXx]\s{1,3}CN|\d)\s?[-\d])"
    r"(?:[一-鿿]{2,16}(?:报|刊|杂志|学报)\s{1,4}|[《][一-鿿]{2,16}[》]\s{0,4})?(?:国内|国际)?(?:统一)?(?:连续出版物号|刊号|ISSN|CN)[^。；，？?！!]{4,110}"
)
"""`国内统一刊号:CN00-0000 某某报社出版 广告热线:…`: number, publisher and telephones, nothing that is a sentence."""
PUBLISHED = regex(
    r"(?:[•◎○●□■]\s{0,3})?(?:(?:主管|主办|承办|协办|出版|编辑出版|指导)(?:单位)?\s?[:：]\s?[一-鿿]{2,20}(?:报社|编辑部|委员会|宣传部|集团|协会|学会|中心|杂志社|出版社)(?:\s{1,4}|\Z)){2,4}"
)
"""`主管:某某宣传部 主办:某某报社`: two of them at least."""
MAIL = regex(
    r"(?=.{0,30}(?:删除|更新|更正|修改|纠错|侵权|举报|撤稿))(?=.{0,60}(?:邮件|邮箱|[Ee]-?mail|联系))[^。；？?！!]{4,40}?"
    r"[A-Za-z0-9._-]{2,30}\s?(?:[@#＃]|[(（\[]\s?at\s?[)）\]])?\s?[A-Za-z0-9-]{2,30}(?:\.[A-Za-z]{2,10}){1,3}"
    r"(?:\s?[(（][^()（）]{0,10}[换改替][^()（）]{0,10}[)）])?[。!！]?"
)
"""`删除或更新信息,请邮件至abc#a.example(#换成@)`: where to write that a copy be taken down."""
OWN_PAPER = regex(r"(?P<house>[一-鿿]{2,16})\s?[-—–|｜]\s?《(?P=house)[一-鿿]{0,4}》")
"""`某某大学 - 《某某大学报》`: a house and its paper of the same name."""
SLOGAN = regex(
    r"[一-鿿A-Za-z0-9]{1,8}(?:网|网站|百科|笔记|博客|文库|知识|日记|资讯|头条|问答|在线|之家)\s?(?:[-—–|｜_·]{1,2}|[,，])\s?"
    r"(?:知识|让|做|记录|分享|专业|专注|提供|学习|阅读|最|全|一个|您|你|传播|汇聚|发现|免费)[^。；？?]{2,24}[!！]?"
)
"""`某某百科-知识改变命运！`: a site's name and what it promises."""
MASTS = (IMPRINT, PUBLISHED, MAIL, OWN_PAPER, SLOGAN)
DASHES = regex(r"[-—–_=]{1,3}")
"""What an empty subtitle of a site leaves below its name."""
MARKED = regex(r"[-—–|｜,，_!！·]")
SLOGAN_CHARS = 40
_BOXES = (
    "基本信息|文件信息|公文信息|信息概要|信息概况|文档信息|概要信息|政策信息|信息属性|文件属性|文件概要|公文属性|文件基本信息|政策文件信息|信息公开表|目录信息|元数据"
)
BOXES = frozenset(_BOXES.split("|"))
"""Names of the box that holds an official table, right above its first row."""


def is_mast(line: str) -> bool:
    """Say whether a folded line is one that a paper, a database or a site prints above titles."""
    return len(line) <= MAST_CHARS and any(shape.fullmatch(line) for shape in MASTS)


MAST_CHARS = 140


def slogan_lines(lines: Sequence[Line], kinds: Sequence[str]) -> range:
    """Give a site's name with its promise on the first line and the dash that stands alone below it; empty for none."""
    if len(kinds) <= 2 or "title" not in kinds[2:4] or not DASHES.fullmatch(lines[1].words):
        return range(0)
    name = lines[0].words
    if HAN.search(name) is None:
        return range(0)
    is_name = len(name) <= SLOGAN_CHARS and MARKED.search(name) and not GENRE_LAST.search(folded(name))
    return range(2) if is_name and is_title_like(lines[2].words) else range(0)


def is_box(words: str) -> bool:
    """Say whether a line is the name of the box that an official table stands in."""
    return folded(words).strip("【】[]〖〗「」 :：") in BOXES
