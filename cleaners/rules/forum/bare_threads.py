"""The rule on threads' pages on which no line heads a floor: dumps that lost the line with author and date.

The software is told by what it prints for guests, and by its counters above a tagged title. Pages with such lines:
`discuz_dump`.
"""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.forum.discuz_dump import EDIT_NOTE
from cleaners.rules.forum.discuz_lines import STATISTIC, is_tail_line
from cleaners.rules.forum.floor_heads import HEAD_REST, headers_of
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.lines import HAN, Line, filled, is_sentence, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_title_like

FAMILIES = frozenset({"discuz", "phpwind", "forum"})
GUEST_WALL = regex(
    r"(?:附件[:：]\s*)?您需要\s{0,3}登录\s{0,3}后?才可以(?:下载|查看|浏览)[^。\n]{0,12}[,，。]\s?(?:没有|还没有)[帐账]号[?？]\s?.{0,12}"
)
"""`您需要 登录 才可以下载或查看，没有账号？立即注册`: what guests see in place of an attachment, whole line."""
PROFILE = regex(r"完善资料让更多小伙伴认识你[^\n]{0,40}")
"""What it asks members for above a thread; whole line."""
COUNTED = regex(r"查看\s?[:：]\s?\d{1,9}\s{0,3}[|｜]?\s{0,3}(?:回复|回帖)\s?[:：]\s?\d{1,7}")
PORTAL = regex(
    r"\d{4}-\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}(?::\d{2})?\s{0,3}[|｜]\s{0,3}发布者\s?[:：]\s?[^|｜\n]{1,30}[|｜]\s{0,3}查看\s?[:：]\s?\d{1,9}[^\n]{0,120}"
)
"""`2021-3-1 09:00| 发布者: 青禾| 查看: 128| 评论: 0`: what the software's portal prints below an article's title."""
ARROWS = frozenset("»›")
"""Between the steps of a path, a line of its own."""
TAGGED = regex(r"\[(?P<tag>[^\[\]\d]{1,10})\]\s?(?P<title>[^\[\]\n]{4,80})")
"""`[交流] T`: a thread's title behind its tag."""
LIST_LINKS = regex(r"返回列表\s{1,4}(?:\d{1,4}\s{1,4}|回复\s{1,4})?发(?:新|表)?帖")
"""The two buttons at the top of a page of Discuz 7, which end it too; whole line."""
TOP = "TOP"
"""The link that old Discuz prints below each floor."""
HEAD_LINES = 30
"""Filled lines from the top among which the page's own head stands."""
TAG_BELOW = 7
"""Filled lines below the counters within which the tagged title stands."""


def is_bare_page(lines: Sequence[Line]) -> bool:
    """Say whether a page without a floor's head is a thread's page all the same."""
    shown = [lines[n].words for n in filled(lines)]
    head = shown[:HEAD_LINES]
    if any(words.startswith(STARTS) and is_own(words) for words in head):
        return True
    if portal_title(head) is not None or linked_title(head) is not None or gallery_end(head):
        return True
    if head and LIST_LINKS.fullmatch(head[0]):
        return True
    return title_below_counters(head) is not None or (shown[-1:] == [TOP] and shown.count(TOP) > 1)


def portal_title(head: Sequence[str]) -> int | None:
    """Give the index of an article's title, which stands above the portal's line; None where there is no such line."""
    found = (n for n, words in enumerate(head) if n and words[0].isdigit() and PORTAL.fullmatch(words))
    return next((n - 1 for n in found), None)


def gallery_end(head: Sequence[str]) -> int:
    """Give the index of the line below which the text of a thread's pictures page stands; 0 for other pages."""
    if not any(GALLERY.fullmatch(words) for words in head):
        return 0
    return next((n for n, words in enumerate(head) if words in ("正文摘要:", "正文摘要：")), 0)


GALLERY = regex(r"关灯\s{0,3}[|｜]\s{0,3}提示\s?[:：]\s?支持键盘翻页[^\n]{0,24}")
"""`关灯 | 提示:支持键盘翻页<-左 右->`: what the software prints above a thread shown by its pictures; bounded."""


def linked_title(head: Sequence[str]) -> int | None:
    """Give the index of the title between the thread's counters and the link to copy it; None without both.

    A tag before a title on the very first line stands for the counters.
    """
    link = next((n for n, words in enumerate(head) if words in LINKS), 0)
    title = head[link - 1] if link else ""
    if link == 1 and TAG_FIRST.fullmatch(title):
        return 0
    has_counters = any(COUNTED.fullmatch(words) for words in head[max(0, link - LINK_BELOW) : link])
    return link - 1 if has_counters and title and not _is_chrome(title) else None


LINKS = frozenset({"[复制链接]", "[复制连结]", "[复制链接] 分享:", "[复制链接] 分享："})
TAG_FIRST = regex(r"\[[一-鿿A-Za-z]{1,10}\]\s?[^\[\]\n。]{4,80}")
"""`[申诉] T`: a thread's title behind its tag; bounded."""
LINK_BELOW = 8
"""Filled lines from the counters to the link below the title."""
STARTS = ("您需要", "附件", "完善资料", "本帖最后由")
"""How its own lines begin."""


def is_own(words: str) -> bool:
    """Say whether a line is one that only this software prints: a wall for guests, a request, the note of an edit."""
    return any(shape.fullmatch(words) for shape in (GUEST_WALL, PROFILE, EDIT_NOTE))


def title_below_counters(head: Sequence[str]) -> int | None:
    """Give the index of the tagged title that stands below the thread's counters; None where there is none."""
    counters = next((n for n, words in enumerate(head) if words.startswith("查看") and COUNTED.fullmatch(words)), None)
    if counters is None:
        return None
    below = range(counters + 1, min(len(head), counters + 1 + TAG_BELOW))
    for n in below:
        if is_sentence(head[n]) and len(head[n]) > SHORT:
            return None
        tagged = TAGGED.fullmatch(head[n])
        if tagged and (is_title_like(tagged["title"]) or len(HAN.findall(tagged["title"])) >= TITLE_HAN):
            return n
    return None


TITLE_HAN = 6
"""Han characters of a tagged line that make it a title."""
SHORT = 16
"""Characters up to which a sentence is the software's: `当前主题已经存档。`."""


def find_bare_head(text: str, context: Context) -> Iterable[Change]:
    """Take the software's lines above the text of a page on which no line heads a floor."""
    lines = forum_lines(text)
    if headers_of(lines) or not is_bare_page(lines):
        return []
    shown = filled(lines)[:HEAD_LINES]
    head = [lines[n].words for n in shown]
    linked = linked_title(head)
    at = title_below_counters(head) if linked is None else linked + 1
    at = gallery_end(head) or at
    above = set(shown[: at + 1]) if at is not None else _frame(shown, head)
    text_at = next((n for n in shown if n not in above and _is_text(lines[n].words)), shown[-1])
    above |= _card(lines, shown)
    known = [n for n in shown if n < text_at and (n in above or _is_chrome(lines[n].words))]
    return taken(lines[n] for n in known) if len(known) < len(filled(lines)) else []


def _frame(shown: Sequence[int], head: Sequence[str]) -> set[int]:
    """Give the lines above the title of the portal's page: all of them, but its path alone below running text."""
    at = portal_title(head)
    if at is None:
        return set()
    return _path(shown, head) if any(map(_is_text, head[:at])) else set(shown[:at])


def _path(shown: Sequence[int], head: Sequence[str]) -> set[int]:
    """Give the lines of a path whose steps and arrows stand on lines of their own, from its first step to its last."""
    arrows = [n for n, words in enumerate(head) if n and words in ARROWS]
    return set(shown[arrows[0] - 1 : arrows[-1] + 2]) if len(arrows) > 1 else set()


def _card(lines: Sequence[Line], shown: Sequence[int]) -> set[int]:
    """Give the lines of a member's box printed as a list with dashes, values and empty ones too; none for others."""
    run = [n for n in shown if DASHED.fullmatch(lines[n].words)]
    labels = sum(_is_chrome(lines[n].words[1:].strip()) for n in run if lines[n].words[1:].strip())
    is_box = bool(run) and run == list(shown[: len(run)]) and labels >= CARD_LABELS and labels * 3 >= len(run)
    return set(run) if is_box else set()


DASHED, CARD_LABELS = regex(r"-(?:\s{1,3}[^\n。，；]{1,12})?"), 5
"""`- 好友`, `- 4417`, `-`: a row of such a list; and how many of the rows are known labels at the least."""


def _is_text(words: str) -> bool:
    return is_sentence(words) and not is_own(words) and not words.startswith("马上注册")


def _is_chrome(words: str) -> bool:
    """Say whether a line is of a thread's head: links, an author's box, words of the foot."""
    return bool(
        HEAD_REST.fullmatch(words) or STATISTIC.fullmatch(words) or is_tail_line(words) or PROFILE.fullmatch(words)
    )


DUMP = Context(family="discuz", is_dump=True)
BARE_HEAD = Rule(
    name="bare-thread-head",
    version=7,
    reason="The page lost the line that heads a floor; links, counters and boxes above the text are the forum's.",
    families=FAMILIES,
    dumps_only=True,
    find=find_bare_head,
    context=DUMP,
    examples=(
        (
            "打印 上一主题 下一主题\n主题 45|帖子 45|积分 613\n您需要 登录 才可以下载或查看，没有账号？立即注册\nx\n"
            "今年以来，工作有序推进。",
            "您需要 登录 才可以下载或查看，没有账号？立即注册\nx\n今年以来，工作有序推进。",
        ),
        (
            "热门版块\n查看: 182  |  回复: 13\n当前主题已经存档。\n青禾\n[交流] 某镇安全生产工作总结\n"
            "今年以来，工作有序推进。",
            "今年以来，工作有序推进。",
        ),
        ("完善资料让更多小伙伴认识你,还能领取20积分哦, 立即完善>\n今年以来，工作有序。", "今年以来，工作有序。"),
        (
            "城关网\n›\n资讯\n›\n查看内容\n城关镇工作总结\n"
            "2021-3-1 09:00| 发布者: 青禾| 查看: 128| 评论: 0\n今年以来，工作有序。",
            "城关镇工作总结\n2021-3-1 09:00| 发布者: 青禾| 查看: 128| 评论: 0\n今年以来，工作有序。",
        ),
        (
            "查看: 182|回复: 13\n打印 上一主题 下一主题\n收起左侧\n城关镇工作总结\n[复制链接]\n跳转到指定楼层\n楼主\n"
            "今年以来，工作有序。",
            "今年以来，工作有序。",
        ),
        (
            "- 青币\n-\n- 好友\n- 回帖\n- 0\n- 主题\n- 精华\n- 50\n- 积分\n- 4417\n"
            "您需要 登录 才可以下载或查看，没有账号？立即注册\nx\n今年以来，工作有序推进。",
            "您需要 登录 才可以下载或查看，没有账号？立即注册\nx\n今年以来，工作有序推进。",
        ),
        ("[申诉] qinghe 对石榴版务提出申诉\n[复制链接] 分享:\n请求取消删帖。", "请求取消删帖。"),
        ("返回列表 发帖\n\n今年以来，工作有序推进。", "\n今年以来，工作有序推进。"),
        ("TOP\n\n今年以来，工作有序推进。\n\nTOP", "\n今年以来，工作有序推进。\n\nTOP"),
    ),
    counter_examples=(
        "打印 上一主题 下一主题\n今年以来，工作有序推进。",
        "查看: 182 | 回复: 13\n今年以来，工作有序推进，成效明显，群众满意。\n[交流] 某镇安全生产工作总结\n完毕。",
        "返回列表\n今年以来，工作有序推进。",
        "- 青禾村\n- 溪口村\n- 石榴村\n您需要 登录 才可以下载或查看，没有账号？立即注册\nx\n今年以来，工作有序推进。",
        "TOP\n今年以来，工作有序推进。",
        "城关镇工作总结\n[复制链接]\n今年以来，工作有序推进。",
    ),
)
RULES = (BARE_HEAD,)
