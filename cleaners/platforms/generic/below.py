"""What stands below and beside a text without saying so in its names: lists of other texts, talk, notices, tools.

Found by the words with which such parts begin and by what follows them; whole elements, never characters. Boxes that
say in their names what they are: `boxes`.
"""

from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from cleaners.platforms.generic.boxes import LINK_SHARE
from cleaners.platforms.generic.dense import is_listing, is_prose
from cleaners.platforms.generic.places import EDGES, WHITE, Places, ShownLine, covered, merged
from cleaners.regex import regex

_OTHERS = (
    r"(?:阅读|閱讀|推荐|推薦|新闻|新聞|文章|报道|報導|内容|內容|链接|連結|帖子|稿件|资讯|資訊|视频|影音|专题"
    r"|專題|话题|話題|信息|文档|搜索|词条)"
)
LIST_HEAD = regex(
    rf"[【\[■◆▶►>|·\s]{{0,3}}(?:(?:您|你)?(?:可能|也许)(?:还|也)?(?:会)?(?:喜欢|感兴趣|想看)的?{_OTHERS}?"
    rf"|(?:更多)?(?:相关|相關|延伸|推荐|推薦|热门|熱門|热点|熱點|最新|精彩|精选|随机|隨機|同类|本类"
    rf"|猜你){_OTHERS}"
    rf"|猜你喜欢|猜您喜欢|(?:大家|其他人|网友|大家也)(?:都|还|正|也)?在(?:看|搜)|为(?:你|您)推荐|看(?:了"
    rf"|过)(?:本文|该文)的人还看了?.{{0,4}}|相关|推荐|更多(?:精彩|相[关關]|推荐|推薦|新闻|新聞|文章){_OTHERS}?"
    rf"|(?:点击|阅读|热度|热搜|人气|热文|新闻|一周|本周|今日|24小时|48小时|实时)(?:排行|排名|热榜|榜单|热文"
    rf"|热点|热搜|推荐)榜?|热榜|热搜榜?|排行榜|阅读下一篇|友情链接|文章导航|标签云)[:：】\]]?(?:更多[>»]{{0,2}}"
    rf"|换一[批换])?"
)
"""The whole line above a list of other texts. Bounded, branches begin with different characters."""
TALK_HEAD = regex(
    r"[【\[|·\s]{0,3}(?:共?\d{1,6}条?)?(?:网友|網友|全部|所有|最新|热门|熱門|精彩|文章|用户|读者|讀者|发表|發表"
    r"|我要|查看|添加|参与|我来)?"
    r"(?:评论|評論|留言|跟帖|跟贴|回应|回應|点评)(?:区|列表|内容"
    r"|本文)?(?:[（(]?共?\d{0,6}[条條则則]?[)）]?)(?:只看作者|[:：】\]]?)"
    r"|(?:发表|撰写|取消)(?:回复|回覆)|说点什么.{0,4}|来说两句.{0,6}|我有话说.{0,8}|抢沙发.{0,4}|\d{1,6}(?:条"
    r"|則|则)(?:评论|留言|回复)"
)
"""The whole line above what readers say."""
TALK_WORD = regex(
    r"回复|回覆|举报|檢舉|赞|讚|顶|踩|楼主|沙发|支持|反对|说道?[:：]|评论[:：]|发表于|网友|網友"
    r"|[#第]?\d{1,4}[楼樓层F#]"
)
"""One such word stands in the line of interface words of each comment."""
TALK_CHARS = 60
"""Characters of the longest line that may be a comment's head or foot."""
MOST_HEADS = 60
"""Heads of lists and talk that are followed up: each costs a look at its neighbours."""
TALKS = 3
TALK_SHARE = 0.6
HEAD_CHARS = 30
LEFT_CHARS = 30
"""Running text that must be left beside lists and talk."""
LEAST_TITLE = 2
TITLE_CHARS = 4
TITLE_EXTRA = 8
GREAT = 0.5
"""Share of a page's running text above which no part of it is a list or talk below another text."""
TEASER_CHARS = 400


def parts_below(places: Places, root: HtmlElement, title_at: int) -> set[HtmlElement]:
    """Find the parts that are other texts' titles or readers' talk.

    `title_at` is where the text's own title stands, from 0; -1 where it is not known. No part holds it.
    """
    found: set[HtmlElement] = set()
    heads = 0
    for index, line in enumerate(places.lines):
        if line.size > HEAD_CHARS or line.start < title_at or line.holder in found:
            continue
        words = places.text[line.start : line.end]
        if heads >= MOST_HEADS:
            break
        if TALK_HEAD.fullmatch(words):
            heads += 1
            found.update(_part(places, root, line, is_talk=True, title_at=title_at))
        elif LIST_HEAD.fullmatch(words) and index:
            heads += 1
            found.update(_part(places, root, line, is_talk=False, title_at=title_at))
    found.update(_groups(places, root, title_at))
    return _without_the_text(places, found)


def _without_the_text(places: Places, found: set[HtmlElement]) -> set[HtmlElement]:
    """Keep all parts where running text is left beside them; else those that hold less than half of it."""
    spans = merged([places.spans[node] for node in found])
    prose = [line for line in places.lines if is_prose(places, line)]
    left = sum(line.size for line in prose if not covered(spans, line.start, line.end))
    if left >= LEFT_CHARS:
        return found
    total = sum(line.size for line in prose)
    return {node for node in found if _prose_in(places, node) <= GREAT * total}


def _part(
    places: Places, root: HtmlElement, line: ShownLine, *, is_talk: bool, title_at: int
) -> Iterator[HtmlElement]:
    """Give the element that begins with such a line; where it holds the line alone, what follows it too."""
    top = line.holder
    if top is root or places.spans.get(top, (-1, 0))[0] != line.start:
        return
    for above in top.iterancestors():
        span = places.spans.get(above)
        if above is root or span is None or span[0] != line.start or span[0] <= title_at < span[1]:
            break
        if above.tag in ("tr", "tbody", "table") and above.tag == "tr" and _has_columns(places, above):
            break
        top = above
    if places.size(top) > line.size + HEAD_CHARS:
        if is_talk or _is_listing(places, top):
            yield top
        return
    following = [node for node in top.itersiblings() if isinstance(node.tag, str) and places.size(node)]
    taken = list(_following(places, top, following, is_talk=is_talk))
    if taken or is_talk:
        yield top
    yield from taken


def _has_columns(places: Places, row: HtmlElement) -> bool:
    return sum(1 for cell in row if places.size(cell)) > 1


def _following(
    places: Places, head: HtmlElement, following: list[HtmlElement], *, is_talk: bool
) -> Iterator[HtmlElement]:
    """Give what follows a head and belongs to it: lists for titles, anything unlike the paragraphs above for talk."""
    before = {_name(node) for node in head.itersiblings(preceding=True) if _is_prose_block(places, node)}
    names = Counter(_name(node) for node in following)
    for node in following:
        if node.tag not in EDGES and node.tag != "a":
            return
        is_alike = names[_name(node)] >= 2 and _name(node) not in before
        is_list = (is_alike and not _is_long(places, node)) or _is_listing(places, node)
        if not (is_list or (is_talk and _name(node) not in before)):
            return
        yield node


def _name(node: HtmlElement) -> str:
    return f"{node.tag} {node.get('class') or ''}"


def _is_prose_block(places: Places, node: HtmlElement) -> bool:
    return isinstance(node.tag, str) and places.size(node) >= HEAD_CHARS and places.link_share(node) < LINK_SHARE / 2


def _is_long(places: Places, node: HtmlElement) -> bool:
    return places.size(node) > TEASER_CHARS


def _is_listing(places: Places, node: HtmlElement) -> bool:
    """Say whether an element is titles of other texts: links above all, or rows of links with teasers."""
    if places.link_share(node) > LINK_SHARE / 2:
        return True
    return is_listing(places, node)


def _prose_in(places: Places, node: HtmlElement) -> int:
    start, end = places.spans.get(node, (0, 0))
    return sum(line.size for line in places.between(start, end) if is_prose(places, line))


def _groups(places: Places, root: HtmlElement, title_at: int) -> Iterator[HtmlElement]:
    """Give the comments that no line announces: like-named neighbours, most of them with a word to answer with."""
    talking: Counter[HtmlElement] = Counter()
    seen: set[HtmlElement] = set()
    for line in places.lines:
        if line.start < title_at or line.size > TALK_CHARS or not TALK_WORD.search(places.text, line.start, line.end):
            continue
        item = line.holder
        for above in (item, *item.iterancestors()):
            if above is root or places.size(above) > TEASER_CHARS:
                break
            if above not in seen:
                seen.add(above)
                talking[above] += 1
    groups: dict[tuple[HtmlElement, str], list[HtmlElement]] = {}
    for node in talking:
        parent = node.getparent()
        if parent is not None:
            groups.setdefault((parent, _name(node)), []).append(node)
    for (parent, name), nodes in groups.items():
        alike = [node for node in parent if isinstance(node.tag, str) and _name(node) == name and places.size(node)]
        is_own = "p" in name.split()[:1] or not all(_has_lines(places, node) for node in nodes)
        if len(nodes) >= TALKS and len(nodes) >= TALK_SHARE * len(alike) and not is_own:
            yield from alike


def _has_lines(places: Places, node: HtmlElement) -> bool:
    """Say whether an element shows more than one line: who, what, and the words to answer with."""
    return len(places.between(*places.spans[node])) > 1


def title_position(places: Places, title: str | None) -> int:
    """Give where a line that is the title begins: a heading, or any line outside links; -1 where none is."""
    words = WHITE.sub("", title or "")
    if len(words) < LEAST_TITLE:
        return -1
    for line in places.lines:
        if line.size > len(words) + TITLE_EXTRA or not places.text.startswith(words, line.start, line.end):
            continue
        is_alone = line.size == len(words) or len(words) >= TITLE_CHARS
        if line.holder.tag in ("h1", "h2") or (is_alone and places.linked(line.start, line.end) < line.size):
            return line.start
    return -1
