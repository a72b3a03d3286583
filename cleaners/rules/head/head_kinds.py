"""What a line above a dumped article shows by itself: shapes and the table of kinds. By neighbours: `head_lines`."""

from collections.abc import Callable

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.frame.blog_words import is_blog_button
from cleaners.rules.frame.joined_lines import pieces_of
from cleaners.rules.frame.link_lines import INLINE, RATED, is_list_head
from cleaners.rules.frame.web_words import WEB_LINE
from cleaners.rules.head.counted_lines import COUNTED_LINE
from cleaners.rules.head.day_forms import with_dashes
from cleaners.rules.head.entered_lines import ENTERED
from cleaners.rules.head.head_buttons import BUTTON, LOST, MENU_BUTTON
from cleaners.rules.head.head_repeats import heads_mill, is_person
from cleaners.rules.head.lead_lines import is_lead
from cleaners.rules.head.meta_labels import with_plain_labels
from cleaners.rules.head.meta_lines import DAY, FIELD_LINE, is_field_line, is_menu, loose_fields, path_of, plain
from cleaners.rules.head.news_tops import is_listed_source
from cleaners.rules.head.opener_lines import WEB_HOME, is_opening, is_penned, is_stated
from cleaners.rules.head.overseas_bylines import is_overseas_byline
from cleaners.rules.head.own_dates import is_own_date
from cleaners.rules.head.paper_heads import is_reached, is_unlabelled
from cleaners.rules.head.posted_names import is_posted_name
from cleaners.rules.head.site_tops import is_full_name
from cleaners.rules.head.slogans import is_slogan
from cleaners.rules.inside.injected_lines import is_injected, is_stray
from cleaners.rules.inside.machine_shapes import TAG_LINE
from cleaners.rules.intro.intro_lines import is_intro
from cleaners.rules.title.title_forms import CLAIM, CLAIM_LINE, DOCUMENT_NUMBER, is_title_like

_STAMP = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
_DATED = rf"{_STAMP}(?:[\sT]{{0,3}}{_TIME})?"
GLUED = regex(rf"(?P<date>{_DATED})\s?(?P<author>[一-鿿·、]{{2,4}}(?:[\s、·][一-鿿]{{1,3}}){{0,5}}"
    rf"|[一-鿿·]{{2,16}}|[一-鿿·]{{1,4}}(?:[,，][一-鿿·]{{1,4}}){{1,5}})")
"""`2021-01-02 10:20作者`: a journal's page without its labels (realtext, family 27); bounded."""
STAMPED = regex(rf"(?P<date>{_STAMP}\s{{1,3}}{_TIME})(?:\s{{1,4}}[^\s。，；：:,;]{{1,16}}){{0,6}}")
"""`2021-03-02 10:20:33 昵称 工作总结 我要投稿` (realtext, family 13); bounded, the classes disjoint."""
BEHIND = regex(
    rf"(?!发[表布]于|更新于|原创|转载)(?P<author>\w[^\s。，；：:,;]{{0,19}})\s{{0,3}}(?P<date>{_STAMP}\s{{1,3}}{_TIME})(?:\s{{1,3}}[^\s。，；]{{1,16}}){{0,4}}"
    rf"|(?P<nick>[A-Za-z]\w{{1,15}})\s{{0,3}}(?P<day>{_STAMP})(?:\s{{0,3}}[^\s。，；]{{1,16}}){{0,4}}"
)
"""`admin 2021-03-02 10:20 阅读 35`; bounded."""
MEMBER = regex(
    rf"(?P<author>\w[^\s。，；：:,;]{{1,15}})\s{{1,4}}(?P<date>{_STAMP})\s{{1,4}}(?P<count>\d{{1,8}})"
)
"""`青禾 2015-1-16 921`: a member, the day, how often it was read; bounded. Rows alike below each other are a table."""
ISSUE = regex(
    r"(?P<source>[《]?[^\s。，；：:《》\d]{2,24}[》]?)\s{0,3}"
    r"(?P<issue>\d{4}\s?年第?\s?\d{1,2}\s?期(?:\s?总?第\d{1,4}期)?|[(（]\s?(?:\d{4}\s?年\s?)?第?\s?\d{1,2}\s?期\s?[)）])"
)
"""`实事求是 2022年3期`: the journal and its issue (realtext, family 27); bounded."""
READ_MODE = regex(r"[^。，；]{2,40}阅读模式")
COUNTER = regex(r"(?:阅读|浏览|点击|人气|查看|评论"
    r"|点赞)\s{0,3}[(（]?\s?\d{1,8}(?:\.\d{1,2})?[KkWw万]?\+?\s?[次人]?[)）]?"
    r"|\d{1,8}(?:\.\d{1,2})?[KkWw万]?\+?\s?[次人]?\s?(?:阅读|浏览|点击|评论|观看次?)")
"""`阅读 345`: a counter without a colon, alone on its line."""
WORD = regex(r"[一-鿿A-Za-z]{1,8}")
STRIP_WORDS, BARRED_WORDS = 5, 3
STRIP_CHARS = 6
"""Words of a menu without its home, and the characters of each (reference: realtext 3d)."""
_FIELDS = (
    "文摘|教育|财经|科技|社会|时事|民生|文化|旅行|健康|情感|职场|体育|娱乐|美食|汽车|历史|数码|母婴|房产|国际|军事|时尚|生活|三农|法律|公益|政务"
)
FIELDS = frozenset(_FIELDS.split("|"))
"""Fields that collections of accounts' articles print where an author would stand; nobody is called so."""
MARK = regex(
    r"【\s?(?:https?://)?(?:www\.)?[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){0,2}\.[A-Za-z]{2,8}/?\s{0,2}"
    r"(?:[-—–_|]{1,4}\s?(?P<column>[^【】]{1,20}))?】"
)
"""`【www.a.example--工作总结】`: host and column before a text of a mill (realtext, family 12); bounded."""
PAGE = regex(r"第\s?\d{1,3}\s?[/／]\s?\d{1,3}\s?页|第\s?\d{1,3}\s?页\s{0,2}[/／(（,，]?\s?共\s?\d{1,3}\s?页[)）]?")
"""`第6/9页` of a paged text (realtext, family 18); bounded."""


LONG_CHARS = 400
"""Characters of a line that may be of a head."""


def kind_of(words: str, above: str, below: str) -> str:
    """Tell a line by itself; `loose`, `list` and `strip` wait for their neighbours."""
    if words[0] in DOTS and is_listed_source(words, above, below):
        return "byline"
    if _is_row(words, above, below):
        return "other"
    kind = _kind_of(words, above, below)
    if kind in ("title", "other") and len(words) <= FIELD_LINE and (":" in words or "：" in words):
        line = with_plain_labels(folded(plain(words)))
        told = _kind_of(line, above, below) if line != words else kind
        kind = told if told in DOTTED else kind
    if kind in ("title", "other") and is_reached(words) and (is_reached(above) or is_reached(below)):
        return "stray"  # the page's where a title stands below
    return kind if kind not in ("other", "title") else _kind_of_rest(words, above, below, kind)


def _kind_of_rest(words: str, above: str, below: str, kind: str) -> str:
    """Tell a line that shows nothing as it is: its days dashed, without pictures or dot before it, by its pieces."""
    dashed = with_dashes(words)
    if dashed != words:
        told = _kind_of(dashed, above, below)
        return told if told in DOTTED and not is_own_date(words, above, below) else kind
    drawn = DRAWN.sub(" ", words).strip()
    if drawn and drawn != words:
        told = _kind_of(drawn, above, below)
        return told if told in DOTTED else kind
    if pieces := head_pieces(words):
        return "byline" if any(_kind_of(piece, "", "") in PIECE_KINDS for piece in pieces) else "loose"
    is_first = words.startswith("- ") and above and not above.startswith("- ")
    if kind == "other" and is_first and DAY.fullmatch(words[2:].strip()):
        return "byline"
    if words[0] not in DOTS:
        return kind
    told = _kind_of(words.lstrip(DOTS_AROUND) or words, above, below)
    return told if told in DOTTED else kind


def head_pieces(words: str) -> tuple[str, ...]:
    """Give the page's lines that a dump set on one line, or in brackets, above a text; empty for any other line."""
    if words[0] in ROUND or words[-1] in "|｜" or not SEAMED.search(words):
        return ()
    named = NAMED_FIELD.match(words)
    if named and _kind_of(words[named.end() :], "", "") == "field":
        return (words[named.end() :],)
    pieces = pieces_of(words, is_head_piece)
    return () if all(NUMBER.fullmatch(piece) for piece in pieces) else pieces


def lines_in(words: str) -> tuple[str, ...]:
    """Give the lines that a line of a head holds: itself, but where only its pieces are told."""
    return (_kind_of(words, "", "") in ("title", "other") and head_pieces(words)) or (words,)


def is_head_piece(words: str) -> bool:
    """Say whether words are one of a page's lines above a text by themselves."""
    return len(words) > 1 and _kind_of(words, "", "") in (*PIECE_KINDS, "loose")


PIECE_KINDS = ("field", "byline", "button")
"""Kinds that a piece shows by itself, whatever stands round its line."""
NAMED_FIELD = regex(r"[一-鿿]{2,8}\s{1,8}(?=[一-鿿]{2,6}\s?[:：])(?![时時日][间間期])")
"""`领导讲话  发文时间:…`: a column's or an office's name before the fields; a meeting has its bare `时间`. Bounded."""
SEAMED = regex(r"[\s|｜【\[『〔［]")
"""What every such line has: a seam, or a bracket round it."""
ROUND = "（(|｜"
"""In round brackets below a title stands the author's own, the day of a speech; between bars a table's row."""


def _is_row(words: str, above: str, below: str) -> bool:
    """Say whether a line is one of several rows with a name, a day and a number: a table of the text's own."""
    return bool(MEMBER.fullmatch(words)) and any(MEMBER.fullmatch(line) for line in (above, below))


DRAWN = regex(r"[\u2190-\u21ff\u2300-\u27bf\U0001f300-\U0001faff\ufe0f\u200d]+")
"""Pictures that a page draws before its fields: a clock, an eye."""
DOTS, DOTS_AROUND = "•●▪◦", "•●▪◦ \u3000\u00a0"
DOTTED = frozenset({"field", "loose", "byline", "button", "path"})
"""Kinds of lines that pages print as lists: a dot before each."""


def undotted(words: str) -> str:
    """Give a line of a list without its dot; as it is where two characters alone would be a person: `• 首頁`."""
    bare = words.lstrip(DOTS_AROUND) or words
    return words if bare != words and is_person(bare) and not is_full_name(bare) else bare


def _kind_of(words: str, above: str, below: str) -> str:
    if is_field_line(words):
        return "other" if is_own_date(words, above, below) else "field"
    if len(words) > LONG_CHARS:
        return "other"
    if words in BARS:  # on a line of its own between two fields
        return "byline" if _is_meta(above) and _is_meta(below) else "stray"
    line = folded(plain(words))
    found = next((kind for kind, is_one in KINDS if is_one(words, line)), None)
    return found or ("title" if is_title_like(plain(words)) and not heads_mill(line) else "other")


def _is_button(line: str) -> bool:
    if MENU_BUTTON.fullmatch(line) or is_opening(line) or is_slogan(line) or is_blog_button(line):
        return True
    left = LOST.sub("", line) if line.count(" ") >= BUTTONS_BESIDE else line
    return bool(BUTTON.fullmatch(left)) and any(character.isalpha() for character in left)


BUTTONS_BESIDE = 2
"""Blanks of a line of buttons in which a label without its value may stand."""


BARS = ("|", "｜", "/", "·", "•")
"""What sets fields apart, alone on a line."""


def _is_meta(words: str) -> bool:
    if not words or loose_fields(words) or DAY.fullmatch(words) or is_claim(words):
        return bool(words)
    return bool(COUNTER.fullmatch(folded(plain(words))))


def _is_loose(words: str, line: str) -> bool:
    if is_of_machine(line):
        return True
    if is_penned(line) or is_unlabelled(line) or is_posted_name(line) or any(shape.fullmatch(line) for shape in LOOSE):
        return True
    return bool(loose_fields(words))


def is_of_machine(line: str) -> bool:
    """Say whether a folded line is a page's buttons or its counters without labels, by its words alone."""
    return WEB_LINE.fullmatch(line) is not None or COUNTED_LINE.fullmatch(line) is not None


def is_claim(words: str) -> bool:
    """Say whether a line is a word count and nothing else."""
    return "字" in words and bool(CLAIM.fullmatch(words) or CLAIM_LINE.fullmatch(folded(words)))


def is_strip(words: str) -> bool:
    """Say whether a line may be a menu without its home: five or more short words set apart."""
    if len(words) > 160:
        return False
    parts = words.replace("|", " ").replace("｜", " ").replace("/", " ").split()
    least = BARRED_WORDS if words[-1] in "|｜" else STRIP_WORDS
    if len(parts) < least or all(len(part) == 1 for part in parts):  # `工 作 报 告` is a title
        return False
    return all(len(part) <= STRIP_CHARS and WORD.fullmatch(part) for part in parts)


KINDS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("path", lambda words, _: bool(path_of(words))),
    ("menu", lambda words, _: is_menu(words)),
    ("claim", lambda words, _: is_claim(words)),
    ("mark", lambda _, line: bool(MARK.fullmatch(line))),
    ("strewn", lambda _, line: line[-1] == ">" and bool(TAG_LINE.fullmatch(line))),
    ("injected", lambda _, line: is_injected(line)),
    ("stray", lambda words, _: is_stray(words)),
    ("home", lambda words, _: bool(WEB_HOME.fullmatch(words))),
    ("byline", lambda _, line: is_stated(line) or is_overseas_byline(line)),
    ("number", lambda words, _: bool(DOCUMENT_NUMBER.fullmatch(plain(words)))),
    ("page", lambda _, line: bool(PAGE.fullmatch(line))),
    ("rated", lambda _, line: bool(RATED.fullmatch(line))),
    ("button", lambda _, line: _is_button(line)),
    ("intro", lambda words, _: is_intro(words)),
    ("loose", _is_loose),
    ("list", lambda _, line: is_list_head(line) or bool(INLINE.fullmatch(line))),
    ("strip", lambda words, _: is_strip(words)),
    ("stray", lambda _, line: is_lead(line)),
)
"""Kinds that a line shows by itself, the surest first; asked of the line and of its folded form without readings."""
NUMBER = regex(r"\d{1,8}|[(（]0[)）]|\d{0,3}\s?/\s?\d{1,3}|\d{1,2}:\d{2}(?::\d{2})?")
"""A count without a word, or a time of day, beside a line of dates."""
LOOSE = (STAMPED, BEHIND, MEMBER, READ_MODE, GLUED, ISSUE, COUNTER, NUMBER, *ENTERED)
