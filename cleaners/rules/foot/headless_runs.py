"""The rule about runs of a site's lines at the end of a text that have no head and are known together only.

Titles of other texts cut at one width, or with the same name of a site behind each; an application's and accounts'
offers, each behind a picture, above the address to go to; a site's menu, the fields of its form. One such line proves
nothing: a report has each of them.
"""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.disclaimer_lines import RULED
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.frame.menu_words import MENU_CHARS, MENU_WORDS
from cleaners.rules.head.meta_lines import HOMES
from cleaners.rules.lines import ENUMERATOR, Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

RUN_LINES = 30
"""Filled lines of the longest run."""
CUT = ("…", "...")
FEWEST, FEWEST_CUT = 4, 2
"""Titles of a run, and those of them that are cut or have two halves."""
TITLE_CHARS = range(8, 41)
WIDTH = 3
"""Characters by which titles cut at one width differ: letters of half width."""
HALVES = regex(r"[^\s]{3,20}[一-鿿”」！？!?] [一-鿿“「\d][^\s]{2,20}(?:\s?…)?")
"""`老桥桥墩松动 货车绕行`: a headline of two halves."""
NAMED = regex(
    r"[^|｜。；\n]{8,60}[|｜](?P<name>(?=[^\n]{0,40}(?:新闻|日报|晚报|电视|频道|TV|[@#]))[^|｜。；\n]{4,50})"
)
"""`T|某某新闻 20260402 @abc`: a title and the site's name behind a bar, as no table of a report has."""
PICTURED = regex(r"[\U0001F300-\U0001FAFF☀-➿][^\n]{1,60}")
PLACE = regex(r"[^\s。；，]{0,12}?https?://[^\s。；，]{4,200}")
BOXED = regex(r"【[^】。\n]{2,30}】")
OFFER = regex(r"\bA(?:pp|PP)\b|App|APP|iOS|Android|订阅|追[踪蹤]|粉丝|赞助")
"""Words of an offer to those who read: an office gives its telephone and place behind pictures, but sells nothing."""


ENTRY = regex(r"[一-鿿]{2,6}|RSS|English|EN")
"""An entry of a menu."""
_TOPICS = "新闻|要闻|头条|时政|财经|娱乐|体育|科技|图片|视频|专题|论坛|博客|更多|导航|微信|微博|上传|下载"
_TOPICS += "|文库|范文|文档|分类|频道|消息|发现|提问|客服|企业文化|党建工作"
_TOPICS += "|科学研究|校园文化|师资队伍|技术支持|信息公开|政务公开|工作动态"
TOPICS = frozenset(_TOPICS.split("|"))
"""Entries that a report's own list may have."""
FIELD = regex(
    r"(?:用户名|密码|验证码|姓名|称呼|昵称|电话|手机|邮箱|电子邮箱|标题|主题|留言|留言内容|内容|评论内容|网址|发表评论|提交|重置|登录|表情)\s?[:：*＊]?"
)
SITES_FIELDS = ("验证码", "密码", "昵称", "留言", "用户名", "发表评论", "评论内容")
"""Fields that no form of an office has."""


def find_run(text: str, context: Context) -> Iterable[Change]:
    """Take a run of a site's lines from right above the tail."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    places = [n for n in range(zone) if lines[n].words]
    run = places[-RUN_LINES:]
    below = [line.words for line in lines[zone:] if line.words]
    words = [lines[n].words for n in run]
    sizes = (_offers(lines, run), _titles(lines, run), _named(lines, run), _menu(words, below), _form(words))
    size = next((size for size in sizes if size), 0)
    if not size or not any(is_sentence(lines[n].words) for n in places[:-size]):
        return []
    return taken(lines[n] for n in run[-size:])


def _named(lines: Sequence[Line], run: Sequence[int]) -> int:
    """Give the number of last lines that end with the same name of a site behind a bar; 0 for fewer than three."""
    names = [named["name"] if (named := NAMED.fullmatch(folded(lines[n].words))) else "" for n in run]
    size = next((at for at, name in enumerate(reversed(names)) if not name or name != names[-1]), len(names))
    return size if size >= FEWEST - 1 else 0


def _titles(lines: Sequence[Line], run: Sequence[int]) -> int:
    """Give the number of last lines that are titles, some cut at one width and some of two halves; 0 for none."""
    words = [lines[n].words for n in run]
    size = next((at for at, line in enumerate(reversed(words)) if not _may_be_title(line)), len(words))
    titles = words[len(words) - size :]
    if size < FEWEST or not size < len(words) or not is_sentence(words[-size - 1]):
        return 0
    cut = [len(line) for line in titles if line.endswith(CUT)]
    halves = sum(HALVES.fullmatch(line) is not None for line in titles)
    if len(cut) < FEWEST_CUT or halves < FEWEST_CUT or max(map(len, titles)) - min(cut) > WIDTH:
        return 0
    return size


def _may_be_title(words: str) -> bool:
    return len(words) in TITLE_CHARS and not ENUMERATOR.match(words) and words[-1] not in "。！？；：，、;:,"


def _offers(lines: Sequence[Line], run: Sequence[int]) -> int:
    """Give the number of last lines that are offers behind pictures, addresses and rules; 0 where none sells."""
    words = [folded(lines[n].words) for n in run]
    size = next((at for at, line in enumerate(reversed(words)) if not _is_offered(line)), len(words))
    offers = words[len(words) - size :]
    if not any(PLACE.search(line) for line in offers):
        return 0
    return size if sum(bool(OFFER.search(line) and PICTURED.match(line)) for line in offers) > 1 else 0


def _menu(words: Sequence[str], below: Sequence[str]) -> int:
    """Give the number of last lines that are a site's menu with the tail below them; 0 for none."""
    size = next((at for at, line in enumerate(reversed(words)) if not ENTRY.fullmatch(folded(line))), len(words))
    if not size or ENTRY.fullmatch(folded(words[-size])) is None:
        return 0
    entries = [folded(line) for line in (*words[len(words) - size :], *below) if len(line) <= MENU_CHARS]
    known = [entry for entry in entries if entry in MENU_WORDS]
    sure = [entry for entry in known if entry not in TOPICS]
    is_menu = len(entries) >= FEWEST and 2 * len(known) >= len(entries) and len(sure) > 1
    return size if is_menu or (entries[0] in HOMES and len(known) >= FEWEST) else 0


def _form(words: Sequence[str]) -> int:
    """Give the number of last lines that are the empty fields of a site's form; 0 for none."""
    size = next((at for at, line in enumerate(reversed(words)) if not FIELD.fullmatch(folded(line))), len(words))
    fields = "".join(folded(line) for line in words[len(words) - size :])
    return size if size > 1 and any(field in fields for field in SITES_FIELDS) else 0


def _is_offered(line: str) -> bool:
    return any(shape.fullmatch(line) for shape in (PICTURED, PLACE, BOXED, RULED))


_BODY = "今年以来，全镇干部职工团结一心，各项重点工作有序推进，取得了阶段性成效。\n"
HEADLESS_RUN = Rule(
    name="headless-run",
    version=2,
    reason="Titles of other texts and offers of applications stand below a dumped article without any head.",
    families=frozenset(),
    dumps_only=True,
    find=find_run,
    context=Context(family="dump", is_dump=True),
    examples=(
        (
            f"{_BODY}溪口老桥松动 货车绕行路线发…\n石榴花开满山坡 游客排起长…\n"
            "青禾村修好了水渠\n上塘小学迎来新生 校长站在…\n",
            _BODY,
        ),
        (
            f"{_BODY}溪口老桥松动货车绕行|青禾新闻 #a\n石榴花开满山坡上|青禾新闻 #a\n上塘小学迎来新生|青禾新闻 #a",
            _BODY,
        ),
        (f"{_BODY}首页\n学校概况\n机构设置\n溪口校友\n招生就业\n", _BODY),
        (f"{_BODY}昵称:\n内容:\n", _BODY),
        (f"{_BODY}-----\n📰週末版 訂閱支持\nhttps://a.example/1\n🔔下載溪口App 即時收到\n", _BODY),
    ),
    counter_examples=(
        f"{_BODY}📍地点：溪口镇文化站\n📞电话：8000000\nhttps://a.example/1",
        f"{_BODY}科技\n教育\n文化\n体育\n财经",
        f"{_BODY}姓名:\n电话:\n地址:",
        f"{_BODY}雨下了一夜 河水涨了…\n渡口的灯还亮着\n等一个迟到的少年…\n车轮转呀转",
        f"{_BODY}开展道路安全隐患排查|镇安监站\n开展消防安全隐患排查|镇安监站\n开展校园安全隐患排查|镇安监站",
    ),
)
RULES = (HEADLESS_RUN,)
