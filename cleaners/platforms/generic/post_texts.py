"""Which part of a block that is a post holds its text, and what in it does not: names, buttons, signatures, notes.

Blocks are found in `floors`; who wrote them, when, and the text itself are read in `posts`. Nodes are chosen here,
never characters.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml.html import HtmlElement

from cleaners.platforms.generic.floors import DIGITS
from cleaners.platforms.generic.marks import Marks, is_body_name, is_meta_name, is_plain_body_name
from cleaners.platforms.generic.places import Places
from cleaners.regex import regex
from cleaners.rules.lines import bare
from cleaners.shown import BLOCKS, CELLS

TOOLS = frozenset({"form", "nav", "footer", "aside", "header", "label"})
"""Tags of what is beside a post's text."""
TEXT_PROPS = frozenset({"text", "articleBody", "commentText", "reviewBody"})
META_PROPS = frozenset(
    {
        "author", "creator", "datePublished", "dateCreated", "dateModified", "upvoteCount", "commentCount",
        "answerCount", "interactionStatistic", "headline", "url", "publisher", "mainEntityOfPage",
    }
)  # fmt: skip
BUTTONS = (
    "点赞", "首赞", "抢首赞", "赞", "赞同", "踩", "顶", "评论", "收藏", "收藏夹", "喜欢", "感谢", "举报", "举报违规",
    "回复", "回覆", "回应", "引用", "分享", "浏览", "阅读", "阅读模式", "阅读全文", "管理", "手机查看", "倒序浏览",
    "倒序看帖", "倒序排列", "正序浏览", "正序看帖", "正序排列", "看楼主", "只看楼主", "仅看楼主", "只看该作者",
    "只看他", "只看她", "只看TA", "只看大图", "看全部", "楼主", "沙发", "板凳", "地板", "题主", "作者", "博主",
    "发布", "发布于", "发表", "发表于", "發表", "發表於", "编辑", "编辑于", "删除", "更多", "展开", "展开全部",
    "展开全文", "展开查看", "收起", "收起全部", "查看全部", "查看对话", "转发", "关注", "私信", "加好友", "发消息",
    "收听TA", "送花", "支持", "反对", "有帮助", "打赏", "赞赏", "已采纳", "被采纳", "最佳答案", "推荐答案", "置顶",
    "精华", "使用道具", "电梯直达", "显示全部楼层", "跳转到指定楼层", "复制链接", "复制此楼", "埋红包", "主题",
    "帖子", "积分", "等级", "回帖", "页首", "顶部", "返回顶部", "写回复", "写评论", "我来答", "添加评论", "暂无评论",
    "个", "条", "次", "人", "楼", "层", "年", "月", "日", "前天", "昨天", "今天", "刚刚", "reply", "Reply", "quote",
    "Quote", "report", "Report", "like", "Like", "likes", "Likes", "share", "Share", "edit", "Edit", "permalink",
    "Permalink", "delete", "Delete", "top", "Top", "Re:",
)  # fmt: skip
"""What forum software and its skins print on buttons and beside counts."""
INTERFACE = regex(
    r"(?:\d{1,3}(?:分钟|小时|天|周|个?月|年)前|[\d#＃()（）\[\]:：./|·•,，<>«»▲▼+-]|来自\w{2,10}|"
    + "|".join(sorted(BUTTONS, key=len, reverse=True))  # the longer word first: what is taken is not given back
    + ")++"
)
"""A piece of nothing but interface words, counts and dates, without its white space. Possessive: one pass."""
WORDY = regex(r"\w")
CODE = frozenset({"pre", "code"})
UNSEEN_MARKS = regex(r"[\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]")
"""Characters of no width, and those of icon fonts."""
INTERFACE_CHARS = 40
EDIT_NOTE = regex(
    r"[\[【(（]?(?:(?:[本此该](?:帖子?|主题|文|回复|楼|内容|回答)?(?:已经?被?|被|最[后後]由|由|于)|最[后後]由)"
    r"(?=.{0,60}(?:编辑|編輯|修改|更新))|最[后後](?:编辑|編輯|修改|更新)[于於由:：]|[Ll]astedited|[Ee]dited(?:by|on))"
)
"""The beginning of a note of who changed a post, and when, without its white space. Bounded."""
AGAIN = regex(r"\A(?:(?:Re|RE|re|回复|回覆|主题|标题)\s?[:：]\s?){1,3}")
"""What stands before a thread's title where a post repeats it."""
NOTE_CHARS = 100
WHOLE_SHARE = 0.9
"""Share of a block that a box of whatever name cannot hold and be beside the text."""
LONE_SHARE = 0.5
"""The same where there is but one block: nothing else tells a box beside the text from the text."""
INLINE_STEPS = frozenset({"span", "cc"})
"""Tags beside blocks and cells that hold a post's text; `cc` is some software's own."""
STEPS = BLOCKS | CELLS | INLINE_STEPS
STEP_SHARE = 0.85
BODY_SHARE = 0.5
"""Share of the text found that the box one step down must hold; less where its name is that of a text."""
PURE_SHARE = 0.4
"""Share of boxes of one name that may hold a date or an author, where the name is that of a text."""
LABEL_SIZE = 6
LABEL_WEIGHT = 0.25
"""Words of so few characters without a mark may be labels of a box beside the text: they count less."""
PROSE = regex(r"[，。！？；,!?;]")
REPEATED = 3
REPEATED_SHARE = 0.6
REPEATED_CHARS = 20
"""Words of so few characters that stand in the same place of so many blocks are the template's."""


@dataclass(slots=True)
class Cut:
    """Blocks of one kind with what was found out about their insides."""

    blocks: Sequence[HtmlElement]
    inner: Collection[HtmlElement]
    """All posts of the page: one within another is none of its text."""
    marks: Marks
    places: Places
    title: str = ""
    """The thread's, as `plain_title` gives it: posts that repeat it do not say it."""
    pure: frozenset[str] = frozenset()
    """Signatures of boxes that hold texts."""
    repeated: frozenset[tuple[str, str]] = frozenset()
    """Signatures and words of the template."""


def plain_title(title: str | None) -> str:
    """Give a title without what posts put before it, and without blanks and marks."""
    return bare(AGAIN.sub("", (title or "").strip()))


def signature(node: HtmlElement) -> str:
    """Give what makes an element alike to those of other posts: tag, class and id without numbers."""
    return DIGITS.sub("", f"{node.tag}.{node.get('class') or ''}#{node.get('id') or ''}@{node.get('itemprop') or ''}")


def bodies_of(cut: Cut) -> dict[HtmlElement, tuple[HtmlElement, set[HtmlElement]]]:
    """Give, of each block, the element that holds its text, and what is to be left out of it."""
    cut.pure, cut.repeated = _pure(cut), _repeated(cut)
    sizes: dict[HtmlElement, float] = {}
    left_out: dict[HtmlElement, set[HtmlElement]] = {}
    for block in cut.blocks:
        left_out[block] = _weigh(cut, block, sizes)
    current = {block: block for block in cut.blocks}
    while step := _step(cut, current, sizes):
        current.update(step)
    found = {block: (node, left_out[block]) for block, node in current.items()}
    full = [block for block in cut.blocks if sizes.get(block)]
    usual = Counter(signature(current[block]) for block in full if current[block] is not block).most_common(1)
    for block in cut.blocks if usual and 3 * len(full) >= len(cut.blocks) else ():
        if not sizes.get(block):  # its one word may be what buttons say: 顶
            body = next((node for node in _inside(cut, block) if signature(node) == usual[0][0]), None)
            found[block] = (block if body is None else body, left_out[block] if body is None else set())
    return found


def _inside(cut: Cut, block: HtmlElement) -> Iterable[HtmlElement]:
    """Give the elements of a block that show something, without those of other posts in it."""
    waiting = list(reversed(block))
    while waiting:
        node = waiting.pop()
        if node in cut.places.spans and node not in cut.inner:
            yield node
            waiting.extend(reversed(node))


def _pure(cut: Cut) -> frozenset[str]:
    """Find the signatures of boxes that are named as texts and hold no marks of posts."""
    named, marked = Counter[str](), Counter[str]()
    marks = {
        above
        for mark in (*cut.marks.dates, *cut.marks.authors)
        for above, _ in zip((mark, *mark.iterancestors()), range(12), strict=False)
    }
    for block in cut.blocks:
        for node in (block, *_inside(cut, block)):
            if _is_body(node):
                name = signature(node)
                named[name] += 1
                marked[name] += node in marks
    return frozenset(name for name, count in named.items() if marked[name] <= PURE_SHARE * count)


def _is_body(node: HtmlElement) -> bool:
    names = (node.get("class") or "", node.get("id") or "")
    return node.get("itemprop") in TEXT_PROPS or any(map(is_body_name, names))


def _repeated(cut: Cut) -> frozenset[tuple[str, str]]:
    """Find words that stand in the same place of most blocks."""
    if len(cut.blocks) < REPEATED:
        return frozenset()
    seen: Counter[tuple[str, str]] = Counter()
    for block in cut.blocks:
        seen.update({
            (signature(node), cut.places.text[slice(*cut.places.spans[node])])
            for node in _inside(cut, block)
            if 0 < cut.places.size(node) <= REPEATED_CHARS and not _is_body(node)
        })  # fmt: skip
    need = max(REPEATED, REPEATED_SHARE * len(cut.blocks))
    return frozenset(key for key, count in seen.items() if count >= need)


def _weigh(cut: Cut, block: HtmlElement, sizes: dict[HtmlElement, float]) -> set[HtmlElement]:
    """Note how much text each element of a block holds, and give those that are none of it."""
    out: set[HtmlElement] = set()
    order: list[HtmlElement] = []
    holders = {
        above
        for node in _inside(cut, block)
        if signature(node) in cut.pure and is_plain_body_name(node.get("class") or node.get("id") or "")
        for above in takewhile(lambda one: one is not block, node.iterancestors())
    }
    waiting = [(block, False)]
    while waiting:
        node, is_in_body = waiting.pop()
        if node not in cut.places.spans:
            continue
        if node is not block and (
            node in cut.inner or (node not in holders and _is_beside(cut, node, block, is_in_body=is_in_body))
        ):
            out.add(node)
            continue
        order.append(node)
        is_in_body = is_in_body or node.tag in CODE or signature(node) in cut.pure
        waiting.extend((child, is_in_body) for child in node)
    for node in reversed(order):
        shown = [child for child in node if child in cut.places.spans]
        own = cut.places.size(node) - sum(cut.places.size(child) for child in shown)
        is_label = 0 < own <= LABEL_SIZE and not PROSE.search(cut.places.text, *cut.places.spans[node])
        sizes[node] = own * (LABEL_WEIGHT if is_label else 1.0) + sum(sizes.get(child, 0) for child in shown)
    return out


def _is_beside(cut: Cut, node: HtmlElement, block: HtmlElement, *, is_in_body: bool) -> bool:
    """Say whether an element of a block is none of the post's text."""
    size = cut.places.size(node)
    if size <= NOTE_CHARS and EDIT_NOTE.match(cut.places.text, *cut.places.spans[node]):
        return True
    limit = WHOLE_SHARE if len(cut.blocks) > 1 else LONE_SHARE
    if (size >= limit * cut.places.size(block) and size > INTERFACE_CHARS) or (is_in_body and node.tag not in BLOCKS):
        return False
    if is_box(node) or (node.tag in BLOCKS and _is_title(cut, node, size)):
        return True
    if is_in_body:
        return size <= INTERFACE_CHARS and _is_bar(cut, node)
    return signature(node) not in cut.pure and _is_remark(cut, node, size)


def _is_bar(cut: Cut, node: HtmlElement) -> bool:
    """Say whether an element is a row of buttons: two links or more, and nothing but words of buttons."""
    words = cut.places.text[slice(*cut.places.spans[node])]
    return len(list(zip(node.iter("a"), range(2), strict=False))) == 2 and bool(INTERFACE.fullmatch(words))


def is_box(node: HtmlElement) -> bool:
    """Say whether an element is told to be none of a text by its tag, its `itemprop` or its name."""
    if node.tag in TOOLS or node.get("itemprop") in META_PROPS:
        return True
    names = [name for name in (node.get("class"), node.get("id")) if name]
    return any(map(is_meta_name, names)) and not any(map(is_body_name, names))


def _is_remark(cut: Cut, node: HtmlElement, size: int) -> bool:
    """Say whether a small element says only who, when, which floor, or what the template says in every post."""
    if node in cut.marks.authors or node in cut.marks.floors or (node in cut.marks.dates and size <= INTERFACE_CHARS):
        return True
    if size > INTERFACE_CHARS:
        return False
    words = UNSEEN_MARKS.sub("", cut.places.text[slice(*cut.places.spans[node])])
    if INTERFACE.fullmatch(words) and (node.tag in BLOCKS or WORDY.search(words)):
        return True
    return _is_title(cut, node, size) or (size <= REPEATED_CHARS and (signature(node), words) in cut.repeated)


def _is_title(cut: Cut, node: HtmlElement, size: int) -> bool:
    """Say whether an element repeats the thread's title."""
    if not cut.title or not len(cut.title) <= size <= len(cut.title) + INTERFACE_CHARS:
        return False
    return plain_title(cut.places.text[slice(*cut.places.spans[node])]) == cut.title


def _step(
    cut: Cut, current: dict[HtmlElement, HtmlElement], sizes: dict[HtmlElement, float]
) -> dict[HtmlElement, HtmlElement]:
    """Go one step down to the boxes that hold almost all of the blocks' text; empty where none do."""
    found: dict[str, dict[HtmlElement, HtmlElement]] = {}
    crowded: set[str] = set()
    for block, node in current.items():
        for child in _below(cut, node, is_text=signature(node) in cut.pure and node is not block):
            if not sizes.get(child):
                continue
            boxes = found.setdefault(signature(child), {})
            if block in boxes:
                crowded.add(signature(child))
            boxes[block] = child
    whole = sum(sizes.get(node, 0) for node in current.values())
    for name, boxes in sorted(found.items(), key=lambda pair: -sum(sizes[one] for one in pair[1].values())):
        held = sum(sizes[one] for one in boxes.values())
        share = BODY_SHARE if name in cut.pure else STEP_SHARE
        if name not in crowded and held >= share * whole and next(iter(boxes.values())).tag in STEPS:
            return boxes
    return {}


def _below(cut: Cut, node: HtmlElement, *, is_text: bool) -> Iterator[HtmlElement]:
    """Give the boxes one step down; from one that is named as a text only others so named, three steps down."""
    if not is_text:
        yield from node
        return
    for child in node:
        for one in (child, *child, *(third for second in child for third in second)):
            if isinstance(one.tag, str) and signature(one) in cut.pure:
                yield one
