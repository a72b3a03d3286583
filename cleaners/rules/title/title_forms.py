"""What a title is and when two are one: word counts, file endings, forms of one title. Taking them: `titles`."""

import re
from functools import lru_cache

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.edge_openers import is_no_title
from cleaners.rules.inside.machine_shapes import PAGE_FIELD
from cleaners.rules.lines import ENUMERATOR, HAN, bare
from cleaners.rules.title.openings import DATELINE, PIPED, SALUTATION, YEAR_CLAUSE

FIELD_SIGN = "PAGE"
"""In every field of a file's page numbers, which a library may print where a title stands."""
CLAIM = regex(
    r"[（(\[【]\s*(?:(?:本文|全文|正文|原文|文章|[总總共][计計]|字[数數]|[约約])[:：]?){0,3}(?:共|[约約计計]|有|[为為爲]){0,2}\s*(?:\d{2,6}"
    r"|\d{1,3},\d{3})\s*(?:余|多)?(?:个)?字(?:左右|以上)?\s*[)）\]】]"
    r"|(?:^|(?<=\s))(?:全文|本文)(?:共|共计|总计|约){0,2}\s?\d{2,6}字(?=[ \t]*(?:\n|\Z))",
    re.MULTILINE,
)
"""`(3100字)`, `（全文共3110字）`: a count in brackets of its own, or `全文共1860字` behind white space; bounded."""
_LENGTH = r"(?:\d{2,6}|\d{1,3},\d{3})"
_MINUTES = (
    rf"本篇文章{_LENGTH}字[,，]读完约\d{{1,3}}分钟"
    rf"|(?:本文|全文|本篇|文章|正文)?(?:总|共|共计|约|大约|字数[:：]?){{0,2}}\s?{_LENGTH}\s?个?字\s?[,，。|｜]?\s{{0,3}}"
    r"(?:预计|建议|大约|约)?(?:阅读|需浏览|读完|浏览)(?:完|全文|本文)?(?:时间|时长)?(?:大约|大概|约|预计)?(?:需要|需)?[:：]?"
    r"\s?约?\d{1,3}(?:\.\d)?\s?分钟[。.]?"
)
"""`全文共3420字，阅读大约需要7分钟`: length and time of reading, as accounts and their copies print them. Bounded."""
CLAIM_LINE = regex(
    rf"{_MINUTES}|(?:本文|全文|正文)?(?:总|共|共计|约|字数[:：])?\s*(?:约)?\d{{2,6}}\s?字(?:[，,。]?(?:感谢|谢谢)(?:您的)?阅读[。！]?)?"
    rf"|[（(【\[]\s?(?:本文|全文|正文|本篇|文章)(?:共[计計]?|[总總][计計])?[约約]?\s?{_LENGTH}\s?[个個]?字[,，][^\n。()（）【】\[\]]{{0,24}}"
    r"[仅僅]?供(?:您|大家)?(?:[学學][习習]|[参參]考|借[鉴鑑鑒]|[阅閱][读讀]|交流|[、和与與及]){1,5}(?:使用)?[。！]?\s?[)）】\]]"
)
COUNTED = "字"
"""In every claim: words without it need no search."""
PAGED = tuple("页頁)）")
PAGE_END = regex(
    r"(?<=\S{4})(?:(?:\s?[_—–-]\s?|\s{1,3}|\s?[(（]\s?)第\s?\d{1,3}\s?[页頁]\s?[)）]?|\s?[(（]\s?\d{1,3}\s?[/／]\s?\d{1,3}\s?[)）])\Z"
)
"""`T_第6页`, `T（第2页）`, `T（1/2）`: which page of a paged text it is, behind its title; bounded."""
FILE_END = regex(r"\.(?:docx?|pdf|pptx?|xlsx?|wps|txt|rtf|zip|rar)(?:VIP)?$", re.IGNORECASE)
GENRE_END = regex(
    r"(?:总结|计划|报告|汇报|方案|要点|讲话稿?|材料|体会|致辞|发言稿?|演讲稿|主持词|意见|通知|述职|提纲|打算|安排|总结和.{2,16}|總結|計劃"
    r"|報告|匯報)"
    r"(?:[（(].{1,12}[)）])?"
)
"""How headings of reports end."""
MINUTED = regex(r".{0,8}(?:要求|指出|强调|强調|議定|议定|决定|決定|认为|認為|传达|傳達|学习|學習)[:：]")
"""`会议要求：认真学习T`: a line of minutes that names the text; bounded."""
SECTION = regex(
    r"的(?:意[义義]|作用|必要性|重要性|[问問][题題]|原因|做法|[现現][状狀]|[对對]策|措施|特[点點]|[内內]容|要求|目[标標]|任[务務]|原[则則]|思路|建[议議]|概念|[内內]涵|方法|途[径徑])\Z"
)
"""`开展绩效审计的意义`: how a text's first heading ends, which is no form of the title."""
HEADING_BEHIND = regex(r"[一-鿿\d)）][一二三四五六七八九十]{1,2}、[一-鿿]{2}")
SPOKEN_TO = regex(
    r"(?:同志|同学|老师|朋友|领导|代表|委员|来宾|嘉宾|家长|同仁|战友|乡亲|評委|评委|同誌|同學|老師|領導|委員|來賓|嘉賓|家長|戰友|鄉親)(?:们|們)?\s?[:：](?=\s?\S)"
)
"""`T老师们同学们：为了进一步规范…`: those to whom one speaks and the speech behind them, glued to its title."""
STAMP = regex(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")
"""A day as software prints it: in no title."""
GENRE_LAST = regex(rf"(?:{GENRE_END.pattern})\Z")
TITLE_CHARS = 60
"""Characters above which a line is no title."""
LIKENESS = 0.5
"""Share of the title's character pairs that a heading must hold to be its other form (seed 001: 0.9; measured)."""
DOCUMENT_NUMBER = regex(
    r"[（(]?(?P<number>[一-鿿]{2,14}[〔﹝\[【(（]\s?\d{4}\s?[〕﹞\]】)）]\s?第?\d{1,5}\s?[号號])[)）]?"
)
"""`某政办发〔2022〕33号` alone on its line; bounded."""


def without_claims(words: str) -> str:
    """Take word-count claims, file-name endings and white space off a title."""
    if words[-1:] in PAGED:
        words = PAGE_END.sub("", words)
    return FILE_END.sub("", (CLAIM.sub("", words) if COUNTED in words else words).strip()).strip()


OWNED = (
    "版权所有:", "版权所有：", "版權所有:", "版權所有：", "主办单位:", "主办单位：", "技术支持:", "技术支持：",
    "资料来源", "資料來源",
)  # fmt: skip
"""How a site's own line begins that is no title."""


def is_title_like(words: str) -> bool:
    """Say whether a line may be a title; True for a short line without sentence marks, enumerator or salutation."""
    if "。" in words or words.startswith(LISTED) or words.endswith(CAPTIONS):
        return False
    plain = without_claims(words)
    if not 4 <= len(plain) <= TITLE_CHARS or len(HAN.findall(plain)) < 4:
        return False
    if (
        any(mark in PIPED.sub("", plain) for mark in "。；;！!？?»›>|｜")
        or plain[-1] in "：:，,、"
        or plain.count("，") + plain.count(",") > 1
    ):
        return False
    if FIELD_SIGN in plain and PAGE_FIELD.fullmatch(plain):
        return False
    is_other = DOCUMENT_NUMBER.fullmatch(plain) or SALUTATION.fullmatch(plain) or plain.startswith(OWNED)
    is_other = is_other or is_no_title(folded(plain))
    is_claim = COUNTED in plain and CLAIM_LINE.fullmatch(plain)
    return not (is_claim or is_other or ENUMERATOR.match(plain) or YEAR_CLAUSE.match(plain))


CAPTIONS = ("资料图", "資料圖", "资料图片", "資料圖片", "资料照片", "資料照片", "资料图)", "摄影报道", "攝影報道")
"""How the caption of a picture ends that a page shows above its text."""
LISTED = ("- ", "• ", "· ", "● ", "* ")
"""How an entry of a list begins, a page's facts among them."""


def is_same_title(words: str, title: str) -> bool:
    """Say whether a line is the title itself; True whatever punctuation, blanks, claims or file ending differ."""
    wanted = _bare_title(title)
    if COUNTED not in words:  # then nothing is taken off its beginning
        first = words[:1].casefold()[:1] if words[:1].isalnum() else bare(words[:FIRST_CHARS])[:1]
        if first and first != wanted[:1]:
            return False
    own = bare(without_claims(words))
    return bool(own) and own == wanted


FIRST_CHARS = 8
"""Characters of a line in which its first letter is looked for."""


@lru_cache(maxsize=4)
def _bare_title(title: str) -> str:
    return bare(without_claims(title))


def is_variant(words: str, title: str) -> bool:
    """Say whether a heading is another form of the title; True when they share most character pairs."""
    is_clause = ("，" in words or "," in words) and not GENRE_LAST.search(words)
    if is_clause or MINUTED.match(words) or (SECTION.search(words) and words[-2:] != title.rstrip()[-2:]):
        return False
    if HEADING_BEHIND.search(words) or STAMP.search(words) or DATELINE.match(words) or SPOKEN_TO.search(words):
        return False
    if not is_title_like(words):
        return False
    mine, other = _pairs(bare(without_claims(words))), _pairs(bare(without_claims(title)))
    shared = len(mine & other)
    likeness = shared / max(1, min(len(mine), len(other)))
    is_piece = len(mine) <= PIECE * len(other) and not GENRE_END.search(words)
    if is_piece and bare(without_claims(words)) not in bare(without_claims(title)):  # no line of a torn title
        return False
    return likeness >= LIKENESS and shared >= 3 and (likeness >= 0.7 or bool(GENRE_END.search(words)))


PIECE = 0.5
"""Share of a title that a line must hold to be its other form where no kind of text is named: a poem's first line."""


def _pairs(words: str) -> set[str]:
    return {words[n : n + 2] for n in range(len(words) - 1)}
