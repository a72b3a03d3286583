"""The rule about runs of a site's lines at the end of a text that have no head and are known together only.

Titles of other texts cut at one width, or with the same name of a site behind each; an application's and accounts'
offers, each behind a picture, above the address to go to. One such line proves nothing: a report has each of them.
"""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.disclaimer_lines import RULED
from cleaners.rules.foot.tail_lines import tail_zone
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


def find_run(text: str, context: Context) -> Iterable[Change]:
    """Take a run of a site's lines from right above the tail."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    places = [n for n in range(zone) if lines[n].words]
    run = places[-RUN_LINES:]
    size = next((size for size in (_offers(lines, run), _titles(lines, run), _named(lines, run)) if size), 0)
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


def _is_offered(line: str) -> bool:
    return any(shape.fullmatch(line) for shape in (PICTURED, PLACE, BOXED, RULED))


_BODY = "今年以来，全镇干部职工团结一心，各项重点工作有序推进，取得了阶段性成效。\n"
HEADLESS_RUN = Rule(
    name="headless-run",
    version=1,
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
        (f"{_BODY}-----\n📰週末版 訂閱支持\nhttps://a.example/1\n🔔下載溪口App 即時收到\n", _BODY),
    ),
    counter_examples=(
        f"{_BODY}📍地点：溪口镇文化站\n📞电话：8000000\nhttps://a.example/1",
        f"{_BODY}雨下了一夜 河水涨了…\n渡口的灯还亮着\n等一个迟到的少年…\n车轮转呀转",
        f"{_BODY}开展道路安全隐患排查|镇安监站\n开展消防安全隐患排查|镇安监站\n开展校园安全隐患排查|镇安监站",
    ),
)
RULES = (HEADLESS_RUN,)
