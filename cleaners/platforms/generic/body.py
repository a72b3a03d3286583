"""Which nodes of an unknown page are its text: prune, hear voices, find the container, leave out what is in between.

Nodes are chosen here, never characters. How extractors are asked is in `voices`, where text stands in `places`.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.platforms.generic.boxes import FORUM_NOISE, LINK_SHARE, NOISE, pruned
from cleaners.platforms.generic.places import Places, covered, merged, places_of, stretches
from cleaners.platforms.generic.voices import plain_voice, strict_voice, wide_voice
from cleaners.rules.heads import DATE_SHAPE, LABEL
from cleaners.shown import BLOCKS, CELLS

WHOLE_SHARE = 0.95
"""Share of the voice's text that a container must hold."""
KEPT_THIRD = 1 / 3
"""Share of the page's own text below which the pruned page is given up for the whole one."""
MARKS = re.compile(r"[，。、；：！？,;]")
PARAGRAPHS = frozenset({"p", "td", "pre", "div", "section", "article", "blockquote", "dd", "li"})
SURE = 0.97
"""Agreement (F1) of the strict voice with the dense place at which the second voice, half of the cost, is not asked."""
MIN_PARAGRAPH = 12
ANSWER = re.compile(r"(?:^|[\s_-])(?:reply|replies|post|floor|answer|comment|thread|topic)", re.IGNORECASE)
MAIN_CHARS = 600
MAIN_SHARE = 1.2
"""One text of as many characters, or so many times the answers', is the page's matter; answers are comments on it."""
ANSWERS = 4
"""Like-named blocks of answers from which a page is one on which people answer each other."""
END_HEAD = re.compile(
    r"[【\[■◆▶>\s]*(?:相关(?:阅读|推荐|新闻|文章|报道|链接|内容|帖子)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻)|猜你喜欢|大家都在看|为你推荐|精彩推荐"
    r"|更多(?:精彩|新闻|内容).{0,8}|上一[篇条页]|下一[篇条页]|责任编辑|[（(]?责编|编辑[:：]|扫一扫|扫描二维码|分享到|打印本页|关闭窗口|网友评论|我要评论|最新评论"
    r"|免责声明|版权声明|特别声明)"
)
"""Beginnings of blocks below a text; matched at a block's start only."""
END_CHARS = 120
CHROME = re.compile(
    r"(?:点赞|赞|评论|收藏|举报|回复|引用|分享|浏览|阅读|管理|手机查看|倒序看帖|仅看楼主|只看楼主|只看该作者|楼主|首赞|发布于?|发表于?|编辑|删除|更多|展开|收起|顶|踩"
    r"|转发|关注|来自\w{2,8}|条|个|次|楼|层|前天|昨天|今天|刚刚|[\d#()（）:：./|·,，-]|[年月日]|\d{1,3}(?:分钟|小时|天|周|个?月|年)前)++"
)
"""A block of nothing but such words, without its white space. Possessive: one pass."""
CHROME_CHARS = 40
META_CHARS = 90
HEADING_CHARS = 40
OWN_LABELS = ("发布", "发表", "更新", "添加", "上传", "来源", "浏览", "点击", "阅读", "發布", "發佈", "來源")


@dataclass(frozen=True, slots=True)
class Body:
    """The chosen nodes, what is to be left out of them, and how the choice was made."""

    nodes: tuple[HtmlElement, ...]
    drop: Callable[[HtmlElement], bool]
    how: str
    work: HtmlElement
    """The copy that the nodes are of."""
    places: Places
    """Where everything stands in that copy."""


def body_of(root: HtmlElement, whole: Places, without: Collection[HtmlElement] = ()) -> Body | None:
    """Choose the nodes that hold a page's text; None where no voice finds any. The tree itself is not changed.

    `whole` holds the places of `root`; `without` are blocks known to be no text.
    """
    is_forum = is_answers(root, whole)
    work = pruned(root, whole, FORUM_NOISE if is_forum else NOISE, without)
    places = places_of(work)
    spans, how = _answers(work, places) if is_forum else _vote(work, places)
    if not spans:
        return None
    if not is_forum:
        spans = _with_unheard(work, places, spans)
    node = _container(work, places, spans)
    return Body((node,), _leaving_out(node, places, spans, is_forum=is_forum), how, work, places)


def is_answers(root: HtmlElement, places: Places) -> bool:
    """Say whether people answer each other on a page.

    True for four or more like-named blocks of answers beside which no single text outweighs them.
    """
    blocks = set(_answer_blocks(root, places))
    if len(blocks) < ANSWERS:
        return False
    dense = _densest(root, places)
    if dense is None or any(node in blocks for node in (dense, *dense.iterancestors())):
        return True
    answers = sum(places.size(node) - places.link_size(node) for node in blocks)
    return places.size(dense) < min(MAIN_CHARS, MAIN_SHARE * answers)


def _name(node: HtmlElement) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _answer_blocks(root: HtmlElement, places: Places) -> list[HtmlElement]:
    """Give the like-named blocks of answers that hold most text together."""
    groups: dict[str, list[HtmlElement]] = {}
    for node in root.iter("div", "li", "article", "tr", "table", "section", "td"):
        name = _name(node)
        if ANSWER.search(name) and places.size(node):
            groups.setdefault(f"{node.tag} {re.sub('[0-9]+', '', name)}", []).append(node)
    great = [group for group in groups.values() if len(group) >= ANSWERS]
    return max(great, key=lambda group: sum(places.size(node) for node in group), default=[])


def _vote(work: HtmlElement, places: Places) -> tuple[list[tuple[int, int]], str]:
    """Give the stretches of the voice that agrees best with where paragraphs are dense; that place itself if none."""
    dense = _densest(work, places)
    own = [places.spans[dense]] if dense is not None else []
    heard = {"strict": stretches(places, strict_voice(work))}
    if _agreement(heard["strict"], own) < SURE:
        heard["plain"] = stretches(places, plain_voice(work))
    heard = {name: spans for name, spans in heard.items() if spans}
    if not heard:
        return own, "dense"
    name = max(heard, key=lambda voice: _agreement(heard[voice], own))
    return heard[name], name


def _answers(work: HtmlElement, places: Places) -> tuple[list[tuple[int, int]], str]:
    """Give the stretches of the widest voice and of the blocks of answers."""
    blocks = [places.spans[node] for node in _answer_blocks(work, places)]
    return merged([*stretches(places, wide_voice(work)), *blocks]), "answers"


def _with_unheard(work: HtmlElement, places: Places, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add running text that stands where paragraphs are dense and that the voice passed over: extractors lose some."""
    dense = _densest(work, places)
    if dense is None or not covered(spans, *places.spans[dense]):
        return spans
    unheard = [
        places.spans[node]
        for node in dense.iter(*PARAGRAPHS)
        if places.size(node) >= 2 * MIN_PARAGRAPH
        and not _has_blocks(node)
        and places.link_share(node) < LINK_SHARE / 2
        and len(MARKS.findall(places.text, *places.spans[node])) >= 2
        and not END_HEAD.match(places.text, *places.spans[node])
    ]
    return merged([*spans, *unheard])


def _size(spans: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def _agreement(spans: list[tuple[int, int]], own: list[tuple[int, int]]) -> float:
    """Give the F1 of two sets of stretches."""
    shared = sum(covered(spans, start, end) for start, end in own)
    return 2 * shared / max(1, _size(spans) + _size(own))


def _densest(work: HtmlElement, places: Places) -> HtmlElement | None:
    """Give the element whose near descendants hold most marked, unlinked text."""
    scores: dict[HtmlElement, float] = {}
    for node in work.iter(*PARAGRAPHS):
        size = places.size(node)
        if size < MIN_PARAGRAPH or _has_blocks(node) or places.link_share(node) > LINK_SHARE:
            continue
        start, end = places.spans[node]
        points = len(MARKS.findall(places.text, start, end)) + min(size / 50, 6.0)
        for share, above in zip((1.0, 0.5, 0.25), node.iterancestors(), strict=False):
            scores[above] = scores.get(above, 0.0) + share * points
        if node.tag in ("div", "td", "section", "article"):
            scores[node] = scores.get(node, 0.0) + points * 1.2
    weighed = {node: score * (1 - places.link_share(node)) for node, score in scores.items()}
    return max(weighed, key=weighed.__getitem__, default=None)


def _has_blocks(node: HtmlElement) -> bool:
    return any(child.tag in BLOCKS and child.tag != "br" for child in node if isinstance(child.tag, str))


def _container(work: HtmlElement, places: Places, spans: list[tuple[int, int]]) -> HtmlElement:
    """Go down from the body while one child holds almost all of the voice's text."""
    node = work
    total = _size(spans)
    while True:
        inside = [child for child in node if child in places.spans]
        best = max(inside, key=lambda child: covered(spans, *places.spans[child]), default=None)
        if best is None or best.tag not in BLOCKS or covered(spans, *places.spans[best]) < WHOLE_SHARE * total:
            return node
        node = best


def _leaving_out(
    node: HtmlElement, places: Places, spans: list[tuple[int, int]], *, is_forum: bool
) -> Callable[[HtmlElement], bool]:
    """Say of elements in the container whether they are left out: blocks outside the voice's text, and tails."""
    first, last = spans[0][0], spans[-1][1]
    dropped: set[HtmlElement] = set()
    for block in node.iter():
        if block is node or not isinstance(block.tag, str) or block.tag not in BLOCKS or block not in places.spans:
            continue
        start, end = places.spans[block]
        is_outside = end <= first or start >= last or places.link_share(block) > LINK_SHARE / 2
        is_unheard = is_outside and not covered(spans, start, end) and not _is_first_heading(block, places, spans)
        is_chrome = is_forum and _is_chrome(block, places)
        is_around = _is_tail(block, places, last=last) or _is_meta(block, places, middle=(first + last) // 2)
        if is_unheard or is_chrome or is_around:
            dropped.add(block)
    return dropped.__contains__


def _is_first_heading(block: HtmlElement, places: Places, spans: list[tuple[int, int]]) -> bool:
    """Say whether a paragraph stands right before heard ones of its own kind: extractors lose a first short line."""
    start, end = places.spans[block]
    following = block.getnext()
    if block.tag != "p" or not 0 < end - start <= HEADING_CHARS or places.link_size(block) or following is None:
        return False
    is_alike = following.tag == "p" and following.get("class") == block.get("class")
    return is_alike and covered(spans, *places.spans.get(following, (0, 0))) > 0


def _is_tail(block: HtmlElement, places: Places, *, last: int) -> bool:
    """Say whether a block begins as what stands below texts does, is short, and stands in their last fifth.

    In their lower half where half of it is links.
    """
    start, end = places.spans[block]
    if end - start > END_CHARS or not END_HEAD.match(places.text, start, end):
        return False
    return start > 0.8 * last or (start > 0.5 * last and places.link_share(block) > LINK_SHARE / 2)


def _is_meta(block: HtmlElement, places: Places, *, middle: int) -> bool:
    """Say whether a block above the text's middle is a line of labels: two of them, or a site's own one and a date.

    `时间：` with a date alone may be the minutes of a meeting.
    """
    start, end = places.spans[block]
    if end - start > META_CHARS or start > middle or block.tag in CELLS:
        return False
    words = places.text[start:end]
    labels = LABEL.findall(words)
    is_own = len(labels) == 1 and labels[0].startswith(OWN_LABELS) and bool(DATE_SHAPE.search(words))
    return "。" not in words and (len(labels) >= 2 or is_own)


def _is_chrome(block: HtmlElement, places: Places) -> bool:
    """Say whether a block is nothing but interface words, counts and dates; a table's cells never are."""
    start, end = places.spans[block]
    return block.tag not in CELLS and end - start <= CHROME_CHARS and bool(CHROME.fullmatch(places.text, start, end))
