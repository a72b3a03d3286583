"""What sellers of texts stamp on a page beside its head and foot: slogans with their host, names between paragraphs.

Shapes of realtext, sections 2 (families 14, 18 to 20 and 23) and 3h. The rule takes them; `head_buttons` and the feet
know the lines among them, so that head and foot are read through them. All are bounded; a name alone is taken only
where the page prints it twice, a host at a line's end only behind a full stop.
"""

import re
from collections import Counter
from collections.abc import Iterable

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, lines_of
from cleaners.rules.rule import Change, Context, Rule

_DOMAIN = r"[A-Za-z0-9-]{2,30}\.(?:com|cn|net|org|example)(?:\.cn)?"
_HOST = rf"(?:www\.)?{_DOMAIN}"
SLOGAN = regex(
    rf"[一-鿿]{{2,8}}\s{{0,2}}{_HOST}\s{{0,2}}[,，](?=[^\n]{{0,60}}(?:下载|范文|文稿|公文|资料))[^\n]{{4,110}}"
    r"|[一-鿿A-Za-z\d]{2,8}(?:网|文库)\s?[-—_|]{1,2}\s?[一-鿿]{4,24}(?:平台|网站|大全)"
    r"|说明[:：]\s?文章内容仅供预览[,，][^\n]{4,200}"
    r"|(?:多个)?关键[字词](?:搜索)?[,，]\s?(?:用|以)?空格(?:分隔|隔开|分开)"
)
"""`青禾汇 a.example ,汇集讲话、报告等优质文稿下载。…`, `青禾网 - 专业文章资料分享平台`: whose page it is."""
NAME = regex(r"[一-鿿]{2,6}[,，\s]{1,2}[一-鿿]{2,6}(?:之家|文库|平台|大全|网)")
"""`青禾汇,办公文档之家` alone between two paragraphs, time and again."""
NAME_CHARS, NAME_TIMES = 20, 2
BEHIND = regex(rf"(?<=[。！？”])\s{{1,4}}[一-鿿]{{2,8}}\s{{1,2}}www\.{_DOMAIN}\s{{0,3}}(?=\n|\Z)")
"""`…有序推进。 青禾汇 www.a.example` at the end of a line."""
BEFORE = regex(rf"\A\s{{0,8}}[一-鿿A-Za-z\d—–-]{{2,30}}?www\.{_DOMAIN}(?=[一-鿿])")
"""`青禾之家—每日更新www.a.example关于…` before the first words of a text."""
INSIDE = regex(rf"(?<=[一-鿿])[ \u3000]{{1,2}}(?:www|wap|m)\.{_DOMAIN}[ \u3000]{{1,2}}(?=[一-鿿])")
"""`主要任务是: 办 m.a.example 好各班组的培训`: a host inside a word; with blanks on both sides."""
ASKED = regex(r"网|登|访|址|站|览|开|入|录|点|邮|上|到|过|在|搜|查|看|关注|下载|注册|报名|[见於于为為是]\Z")
"""Words of a clause in which a host is the author's: one is asked to go there."""
OFFER = regex(
    r"【(?=[^【】\n]{0,20}(?:公文|素材|更多|资料|范文|稿))[^【】\n]{0,20}(?:微信|公众号|QQ)(?:号)?\s?[:：]\s?"
    r"[A-Za-z\d][\w \-]{3,20}】\s{0,3}(?=\n|\Z)"
)
"""`【更多公文素材，微信：abcd k01】` behind the last words of a line."""


def behind_host(text: str) -> str:
    """Give a text without a seller's name and host before its first words; most texts are given back as they are."""
    found = BEFORE.match(text) if "www." in text[:BEFORE_CHARS] else None
    return text[found.end() :] if found else text


BEFORE_CHARS = 80


def find_stamps(text: str, context: Context) -> Iterable[Change]:
    """Take a seller's name and host before, between and behind the words of a text."""
    changes: list[Change] = []
    if "www." in text:
        first = BEFORE.match(text)
        changes += [Change(start=first.start(), end=first.end())] if first else []
        changes += [Change(start=found.start(), end=found.end()) for found in BEHIND.finditer(text)]
    if "www." in text or " m." in text or " wap." in text:
        changes += [Change(start=found.start(), end=found.end()) for found in INSIDE.finditer(text) if _is_alien(found)]
    if "【" in text and ("微信" in text or "QQ" in text or "公众号" in text):
        changes += [Change(start=found.start(), end=found.end()) for found in OFFER.finditer(text)]
    changes += [Change(start=line.start, end=line.after) for line in _names(text)]
    return sorted(changes, key=lambda change: change.start)


def _is_alien(host: re.Match[str]) -> bool:
    """Say whether nothing in the clause round a host asks anybody to go there."""
    above = CLAUSE.search(host.string, max(0, host.start() - CLAUSE_CHARS), host.start())
    below = host.string[host.end() : host.end() + BEHIND_CHARS]
    return above is not None and not ASKED.search(folded(above[0])) and not ASKED.search(folded(below))


CLAUSE = regex(r"[^。，；：！？,;:!?\n]{1,40}\Z")
CLAUSE_CHARS, BEHIND_CHARS = 40, 4
"""Characters of the clause before a host, and of the words behind it."""


def _names(text: str) -> list[Line]:
    """Give lines that are a seller's name, each of which stands there twice or more often; never all there is."""
    if not any(word in text for word in ("之家", "文库", "平台", "大全")):
        return []
    lines = [line for line in lines_of(text) if line.words]
    named = [line for line in lines if len(line.words) <= NAME_CHARS and NAME.fullmatch(folded(line.words))]
    times = Counter(line.words for line in named)
    found = [line for line in named if times[line.words] >= NAME_TIMES]
    return found if len(found) < len(lines) else []


RULE = Rule(
    name="seller-stamps",
    version=2,
    reason="Sellers stamp their name, host and account before, between and behind the words of the texts they show.",
    spares_posts=True,
    families=frozenset(),
    find=find_stamps,
    context=Context(family="dump", is_dump=True),
    examples=(
        (
            "今年以来，工作有序。\n青禾汇，办公文档之家\n一、做法\n青禾汇，办公文档之家",
            "今年以来，工作有序。\n一、做法\n",
        ),
        ("今年以来，工作有序。 青禾汇 www.qinghe.com\n一、做法", "今年以来，工作有序。\n一、做法"),
        ("青禾之家—每日更新www.qinghe.com今年以来，工作有序。", "今年以来，工作有序。"),
        ("其主要任务是: 办 m.qinghe.com 好各班组的培训。", "其主要任务是: 办好各班组的培训。"),
        ("今年以来，有四个特点：【更多公文素材，微信：qinghe k01】", "今年以来，有四个特点："),
    ),
    counter_examples=(
        "今年以来，工作有序。\n养老服务，老人之家\n一、做法",
        "群众可登录政务网 www.qinghe.com\n一、做法",
        "青禾网站www.qinghe.com，今年以来访问量上升。",
        "申请人可通过 www.qinghe.com 办理，三日内办结。",
        "新版上线，域名为 www.qinghe.com 请相互转告。",
        "今年以来，工作有序。【报名微信：qinghe01】",
    ),
)
RULES = (RULE,)
