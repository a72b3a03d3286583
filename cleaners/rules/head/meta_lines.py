"""What a line of a page's own facts is: breadcrumbs, menus, labels with values, dates alone. Taking them: `heads`.

Shapes and predicates over one line; the dump platform reads facts by the same ones before any rule runs.
"""

import re
from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.frame.overseas_lines import DAYS
from cleaners.rules.head.field_marks import without_marks
from cleaners.rules.head.meta_labels import SOURCES, labels_in, plain_label
from cleaners.rules.head.odd_labels import without_odd
from cleaners.rules.head.path_shapes import NUMBERED, is_led, is_sites, with_arrows, without_mark
from cleaners.rules.lines import HAN, is_sentence

PINYIN = regex(r"[(（]\s?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}\s?[)）]")
"""A reading put in brackets behind a character on mirrored pages (reference: realtext, section 4); bounded."""
PATH = regex(
    r"(?:(?:[您你]?的?(?:现在|当前|目前|所在){0,2}的?|我的|本页)位置(?:是|在)?|您正在(?:浏览|阅读|查看)|正在阅读|[一-鿿]{2,8}首页(?=\s?[:：])|当前(?:浏览"
    r"|页面)|所在栏目|栏目导航|所在位置|当前栏目|当前路径|导航)"
    r"\s*(?:[:：]|[-—–](?=\s?(?:网站)?[首主][页頁]))?\s*(?P<path>\S.{0,200})"
    r"|(?:Current|Your)\s(?:location|position)\s?[-:：]\s?(?P<english>\S.{0,200})"
)
ENDED = regex(
    r"\s{1,4}(?:本文(?:移动端|手机版|链接)|[来來稿]源|作者|编辑|編輯|发布时间|發布時間|发布日期|时间|時間|日期|浏览次数|点击次?数?)\s?[:：].{0,120}\Z"
)
"""`本文移动端：T`, `来源：某某网 | 2018-03-04` behind a path; bounded."""
STEP = regex(r"\s*(?:[-=]{0,2}[>＞]{1,2}|[›»→≫▸►⇒])\s*")
DASH = regex(r"\s?[-—–]{1,2}\s?")
STEP_CHARS = 20
"""Characters of the first step of a path, which may stand on a line of its own."""
TWICE_STEP = regex(r"\A(.{3,12})\1\Z|\A(\S{2,12})\s\2\Z")
"""`工作总结工作总结`: a step whose link and heading ran together; bounded."""
SLASHED = regex(r"[^\s/]{2,8}\s?/(?:[^/<>]{2,20}/){0,5}[^/<>]{2,60}")
"""`首页 / 新闻速递 / 正文`: a path whose first step is the home page; bounded, slashes part the classes."""
DASHED = regex(r"[^\s\-—–]{2,8}\s?(?:[-—–]{1,2}\s?[^\s\-—–<>。；，]{2,20}\s?){1,5}[-—–]{1,2}\s?[^\s\-—–<>。；，]{2,40}")
"""`首页- 党建工作 -党建动态`: the same with dashes, of three steps at least; bounded, dashes part the classes."""
PEN_MARK = regex(r"\A(?:文图|图文|文字|文/图|图/文|文|撰文)\s?[丨|｜/]\s?(?=[一-鿿])")
"""`作者：文图丨青禾`: what a name's owner made, before the name."""
TITLED = regex(r"(?<=[一-鿿])\s?[（(][^()（）。；：:]{2,40}[)）]\Z")
"""`作者：青禾（某某医院办公室主任、工会委员）`: who somebody is, behind the name; bounded."""
DATE_SHAPE = regex(
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:(?:\s{0,2}[（(]?(?:星期|周)[一二三四五六日天][)）]?)?"
    r"\s*\d{1,2}(?::\s?\d{2}(?::\s?\d{2})?|[时時]\d{2}分(?:\d{2}秒)?))?"
)
DAY = regex(rf"{DATE_SHAPE.pattern}(?:\s{{0,3}}(?:星期|周)[一二三四五六日天]?)?")
DATED_HEAD = regex(
    r"(?:(?P<source>[^\s。，；：:,;\[\]【】]{2,20})\s?[\]】]\s{0,3}|(?P<author>[一-鿿]{2,4})\s{0,2}[·|｜]\s{0,2}"
    r"|(?:[^\s。，；：:]{2,16}网站?\s{1,4})?"
    rf"[\w-]{{1,20}}(?:\.[\w-]{{1,20}}){{1,3}}\s{{1,4}}"
    rf"|(?:https?://)?(?:[A-Za-z][\w-]{{0,20}}\.){{1,3}}(?:cn|com|net|org|example)\s{{0,4}})?"
    rf"(?P<date>{DATE_SHAPE.pattern})(?:\s{{0,3}}(?:星期|周)[一二三四五六日天])?(?:\s{{1,6}}(?P<behind>(?!星期|周|次|人|[一-鿿]{{0,2}}(?:浏览|阅读|点击|新闻|公告|动态|资讯|分类|栏目|来源))[一-鿿]{{2,4}}))?(?:\s{{0,2}}[·|｜])?"
)
"""`某某网站 www.a.example 2006年01月27日`, `青禾 · 2013-05-20 ·`, `[某县政府]2016-05-09` before fields; bounded."""
SITE_HEAD = regex(
    r"[^\s。，；：:,;]{2,20}(?:网|网站|门户|平台)(?:\s{0,4}[\w-]{1,20}(?:\.[\w-]{1,20}){1,3})?"
    r"|www(?:\.[\w-]{1,20}){2,3}"
)
"""`某某局门户网站 www.a.example` before two labelled fields: whose page it is; bounded."""
WEB = regex(r"https?://[\x21-\x7e]{3,500}")
ACCOUNT = regex(rf"(?:原创\s+)?[^。；，]{{1,40}}\s+{DATE_SHAPE.pattern}\s+发表于\s?[一-鿿]{{2,8}}")
"""The line under the title of an article of a WeChat account; whole line, bounded."""
HOMES = frozenset({"首页", "主页", "网站首页", "返回首页", "本站首页", "首頁", "網站首頁", "Home"})
ALL_LINES = 80
"""Lines from the top among which a head is looked for."""
HEAD_LINES = 8
"""Other filled lines from the top among which meta lines may stand (reference: realtext 3d: first 10 lines)."""
VALUE_CHARS = 30
"""Characters above which what follows a label is no value."""
DATED_CHARS = 60
"""The same of a value that begins with a date: nickname, column and buttons stand behind it (realtext, family 13)."""
FIELD_LINE = 300
"""Characters of a line of fields; a longer one is a text."""
AROUND = " |｜┊/·•●▪◦-,，;；\t\u00a0\u3000【】[]［］〖〗"
"""What stands round a value and between fields."""
BRACKETED = regex(r"[（(](?P<inside>.*)[)）]")
NO_VALUE = regex(r"[。；;]|[一-鿿]{2}[:：](?!\d\d)")
"""Marks of a line that is no value: a sentence's end, a label that no page has (`地点：`)."""
WATCHED = regex(r"\S{2,20}\s{1,3}\d{1,6}(?:\.\d{1,2})?[KkWw万]")
"""`站名 5.26K` behind a source: a counter without a label (realtext, family 17)."""
NAMED_AT = regex(
    rf"[^\s。，；：:,;\d]{{2,20}}\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\s{{1,3}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?"
    rf"|[^\s。，；：:,;]{{2,20}}(?:\s[^\s。，；：:,;]{{1,12}})?\s{{1,4}}{DATE_SHAPE.pattern}(?:\s{{1,3}}(?:[AT][+-]?"
    rf"|[大中小]|打印|分享|字号)){{0,6}}"
)
"""`溪口日报 2021-03-02 08:30`, also glued, behind a label: whose text it is, of when; bounded; blanks part classes."""
LINKED = frozenset({"推荐访问", "TAG标签", "标签", "Tags", "TAGS", "Tag", "TAG"})
"""Labels of links whose last colon may be a link's own: `推荐访问: 总结 总结:`."""
HASHED = regex(r"#[^\s#]{1,14}(?:\s{0,3}#[^\s#]{1,14}){0,9}#?")
"""`#乡镇 #述职`: links of tags; bounded."""
FILED = regex(
    r"[★☆]{1,5}|\d{1,5}(?:\.\d{1,2})?\s?(?:元|分|积分|金币)|\d{1,6}(?:\.\d{1,3})?\s?[KMGkmg][Bb]?"
    r"|\.?(?:DOC|PPT|XLS)X?|PDF|TXT|WPS|RTF|\d{1,4}\s?页", re.IGNORECASE,
)  # fmt: skip
"""A file's size, format or length behind its label."""
SIZE_LABELS = frozenset({"字体", "字号"})
SIZES = regex(r"(?:打印|保存|关闭|默认|[\s大中小超特AaTt+\-|｜/【】\[\]()（）])*+")
"""What stands behind `字体：`, the page's choice of sizes; possessive: one pass."""
COUNTED = regex(r"[\d.,]*\s*(?:[WwKk万萬千]?\+?)\s*(?:次|人|度|℃)?")
SEEN_BEHIND = regex(
    r"(?<=\S)(?<![:：])(?:\s?(?:阅读|閱讀|浏览|瀏覽|点击|點擊|人气|人氣|查看)(?:次数|量|数)?\s?"
    r"[(（]\s?\d{1,8}(?:\.\d{1,2})?[KkWw万]?\s?[次人]?[)）]"
    r"|\s{1,4}(?:阅读|閱讀|浏览|瀏覽|点击|點擊)\s?\d{1,8}(?:\.\d{1,2})?[KkWw万千]?\+?\s?次?)(?:\s?一键复制[一-鿿]{0,12})?\Z"
)
"""`作者：某某网阅读(137)`: a counter glued behind the last value, which is read apart; bounded."""
_HOME_STARTS = tuple(HOMES)


def plain(words: str) -> str:
    """Take pinyin readings out of a line, for telling labels and values; never for the stored text.

    A line of nothing but a reading, `(fwd)`, is given as it is: an empty one would be no line.
    """
    return PINYIN.sub("", words) or words


def fields_of(words: str) -> tuple[tuple[str, str], ...]:
    """Give the labels and values of a meta line; empty for any other line.

    The whole line must be labels with short values, and either two labels or one whose value is a date or a count.
    """
    fields = loose_fields(words)
    return fields if len(fields) > 1 or (fields and _is_telling(*fields[0])) else ()


def loose_fields(words: str) -> tuple[tuple[str, str], ...]:
    """Give labels and values as `fields_of` does, but also of a line with one label and words behind it.

    Labels are given in simplified characters, values as printed.
    """
    if len(words) > FIELD_LINE or (":" not in words and "：" not in words):
        return ()
    words = without_marks(words)
    bracketed = BRACKETED.fullmatch(words.rstrip(" |｜"))
    line = SEEN_BEHIND.sub("", plain(bracketed["inside"] if bracketed else words).strip(AROUND))
    marks = labels_in(folded(line))
    if not marks or (line[: marks[0].start()].strip(AROUND) and not _is_date_head(line, marks)):
        return ()
    line = without_odd(line, marks) if DATE_SHAPE.search(line) else line
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    pairs = [
        (label := plain_label(mark["label"]), _value(line[mark.end() : end], label))
        for mark, end in zip(marks, ends, strict=True)
    ]
    fields = tuple(part for pair in pairs for part in _apart(*pair))
    if not all(map(_is_value, fields)):
        return ()
    head = line[: marks[0].start()].strip(AROUND)
    return (*_head_fields(head), *fields)


def _head_fields(head: str) -> tuple[tuple[str, str], ...]:
    dated = DATED_HEAD.fullmatch(folded(head))
    if dated:
        named = (("作者", dated["author"]), ("来源", dated["source"]), ("署名", dated["behind"]))
        return (*((label, name) for label, name in named if name), ("时间", dated["date"]))
    if TOOLS.fullmatch(folded(head)):
        return ()
    if shared := SHARED_BY.fullmatch(folded(head)):
        return (("分享人", head[slice(*shared.span("name"))]),)
    if len(head) >= HEADLINE_CHARS:
        return (("标题", head),) if not SITE_HEAD.fullmatch(head) else ()
    return (("发布人", head),) if head and not SITE_HEAD.fullmatch(head) else ()


def _value(words: str, label: str) -> str:
    words = words.strip(AROUND)
    return words.rstrip(":：") if label in LINKED else PEN_MARK.sub("", words)


def _is_value(field: tuple[str, str]) -> bool:
    """Say whether what follows a label is a value: short, no sentence, no label of another kind inside."""
    value = TITLED.sub("", field[1]) if field[0] == "作者" else field[1]
    if WEB.fullmatch(value) or (field[0] in SOURCES and NAMED_AT.fullmatch(value)):
        return True
    dated = DATE_SHAPE.match(value)
    limit = DATED_CHARS if dated or field[0] == "移动端" else VALUE_CHARS
    return len(value) <= limit and not NO_VALUE.search(value[dated.end() :] if dated else value)


def _is_telling(label: str, value: str) -> bool:
    """Say whether a label alone on its line is meta: True for a date, an address, a count, and sizes of letters."""
    if label in SOURCES:
        return bool(WEB.fullmatch(value) or WATCHED.fullmatch(value) or NAMED_AT.fullmatch(value))
    if label in LINKED:
        return bool(HASHED.fullmatch(value)) or _is_measure(value)
    return _is_measure(value) or (label in SIZE_LABELS and bool(SIZES.fullmatch(value)))


def _apart(label: str, value: str) -> tuple[tuple[str, str], ...]:
    """Set a bare date behind a value's separator apart: `收藏：12 | 2022-10-11`."""
    first, mark, rest = value.replace("｜", "|").rpartition("|")
    if mark and DATE_SHAPE.fullmatch(rest.strip()):
        return (label, first.rstrip(" |\t")), ("时间", rest.strip())
    return ((label, value),)


def _is_date_head(line: str, marks: Sequence[re.Match[str]]) -> bool:
    head = line[: marks[0].start()].strip(AROUND)
    if TOOLS.fullmatch(folded(head)) or SHARED_BY.fullmatch(folded(head)) or _is_headline(head, marks):
        return True
    is_keeper = len(marks) > (1 if head in KEEPERS else FEW) and bool(KEEPER.fullmatch(head))
    if is_keeper or DATED_HEAD.fullmatch(folded(head)) or (len(marks) > 1 and SITE_HEAD.fullmatch(head)):
        return True
    return bool(NICKNAME.fullmatch(line[: marks[0].start()]) and DATE_SHAPE.match(line[marks[0].end() :].lstrip()))


def _is_headline(head: str, marks: Sequence[re.Match[str]]) -> bool:
    """Say whether a headline is glued before many fields: no clause, and a date behind its first label."""
    line = marks[0].string
    return len(marks) >= MANY and bool(HEADLINE.fullmatch(head) and DATE_SHAPE.match(line[marks[0].end() :].lstrip()))


MANY, HEADLINE_CHARS = 4, 17
HEADLINE = regex(r"[^\s。，；：:,;][^。，；：:,;]{16,60}")
TOOLS = regex(r"(?:打印|收藏|关闭|复制|分享|返回|投稿|字号|字体|[\s|｜【】\[\]]){1,8}+")
"""`[打印]添加时间：…`: buttons before the first label; possessive."""
SHARED_BY = regex(
    r"(?!收藏|打印|点赞|下载|复制|评论|举报|转发|关注|字[号体]|登录|注册|阅读|微信|\d)"
    r"(?P<name>[^\s。，；：:,;|｜]{1,12})\s{1,3}分享"
)
"""`青禾 分享 时间：`: who shared a sample, before its date or the label alone (realtext, family 14); bounded."""
NICKNAME = regex(r"\s{0,3}[^\s。，；：:,;|｜]{1,12}\s{0,3}[|｜]\s{0,3}")
"""`青禾 | 时间：2021-03-02 …`: a nickname before a dated label; bounded."""


FEW, KEEPER = 2, regex(r"[^\s。，；：:,;]{2,16}")
KEEPERS = frozenset({"管理员", "网站管理员", "admin", "站长", "编辑部"})
"""Who posts for a site, without a label before the other fields; any short name before more than FEW of them."""


def _is_measure(value: str) -> bool:
    dated = DATE_SHAPE.match(value)
    if dated:  # behind a date of the page stands a blank or nothing; `2021年3月2日前完成` is an order
        behind = value[dated.end() :]
        return not behind or not HAN.match(behind) or dated[0][-1].isspace()
    is_told = any(shape.fullmatch(value) for shape in (WEB, FILED, DAYS))
    return is_told or bool(value and COUNTED.fullmatch(value))


def path_of(words: str) -> tuple[str, ...]:
    """Give the steps of a breadcrumb, without readings in brackets; empty for any other line."""
    words = plain(words) if "(" in words or "（" in words else words
    words = NUMBERED.sub("", words, count=1) if NUMBERED.match(words) else words
    match = PATH.fullmatch(folded(words)) if len(words) <= FIELD_LINE else None
    line = with_arrows(ENDED.sub("", words[match.start(match.lastgroup or 0) :] if match else words))
    shown = (step.strip(" /\u3000") for step in STEP.split(line))
    steps = tuple(TWICE_STEP.sub(r"\1\2", step) for step in shown if step)
    if len(steps) == 1 and line.startswith(_HOME_STARTS) and SLASHED.fullmatch(line):
        steps = tuple(step.strip() for step in line.split("/"))
        steps = steps if steps[0] in HOMES else ()
    if len(steps) == 1 and line.startswith(_HOME_STARTS) and DASHED.fullmatch(line):
        steps = tuple(step.strip() for step in DASH.split(line))
        steps = steps if steps[0] in HOMES else ()
    if match and len(steps) == 1:
        steps = spaced_steps(line)
    if "<" in line and len(steps) > 1:
        return ()
    limit = ENGLISH_STEP if match and match["english"] else 40
    is_said = is_sentence(words.rstrip(".…") if match else words)  # a title cut to a length ends with dots
    is_path = len(steps) >= 2 and all(len(step) <= limit for step in steps) and not is_said
    if match and len(steps) == 1 and len(line) <= STEP_CHARS and line.rstrip()[-1] in ">›»" and not is_sentence(words):
        return (steps[0].rstrip(" >›»"),)
    is_open = line.rstrip()[-1:] in (">", "›", "»")  # the next step stands on the next line
    if not is_path:
        return ()
    is_known = match or is_open or len(steps) >= 3 or steps[0] in HOMES or is_led(words, steps) or is_sites(steps)
    return without_mark(steps) if is_known else ()


def spaced_steps(line: str) -> tuple[str, ...]:
    """Give the steps behind a path's label that dashes or bars between blanks set apart, or blanks behind the home."""
    steps = tuple(step.strip() for step in SET_APART.split(line))
    parts = line.split(maxsplit=2)
    return tuple(parts) if len(steps) == 1 and len(parts) > 2 and parts[0] in HOMES else steps


ENGLISH_STEP = 120
"""Characters of a title in English, the last step of the path of a machine-translated page (realtext, family 31)."""
SET_APART = regex(r"\s+(?:[-—–|｜]|·)\s+")
"""`位置:某某网 - 咨询 - T`: marks between blanks; a label says that it is a path."""


def is_menu(words: str) -> bool:
    """Say whether a line is a site's menu: True for four or more short words of which the first is its home."""
    if len(words) > FIELD_LINE or not words.startswith(_HOME_STARTS):
        return False
    parts = words.replace("|", " ").replace("｜", " ").split()
    return len(parts) >= 4 and parts[0] in HOMES and all(len(part) <= 6 for part in parts)


def is_field_line(words: str) -> bool:
    """Say whether a line is meta: True for labels with values and for a date alone."""
    if len(words) > FIELD_LINE:
        return False
    words = words.lstrip("•●▪◦ ")
    return bool(fields_of(words) or DAY.fullmatch(words) or ACCOUNT.fullmatch(folded(words)))
