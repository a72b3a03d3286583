"""What of a post's body is shown as its text, and what is the software's own furniture inside it.

Furniture is told by element, id and class; where a skin gives a part no name of its own, by words that fill a marked
box whole. A post may say anything: words in running text never count.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from cleaners.platforms.elements import words
from cleaners.platforms.phpwind.anatomy import by_class, classes_of
from cleaners.regex import regex
from cleaners.shown import render

FURNITURE: Final = frozenset(
    {
        "louMes",  # a word of the thread's author below a reply
        "phone",  # "from the mobile version"
        "file_insert", "J_attach_img_wrap", "img_info", "edit_log", "at_icon", "pw_menu", "read_tags",
        "return",  # a quote's link back to its floor
        "signature", "sigline", "jammer", "sell_notice",
    }
)  # fmt: skip
# `alert_12` the edit note, `lwd_12` a word of the author, `att_7` a file set into the text, advertisements.
FURNITURE_ID: Final = regex(r"(?:alert|lwd|ads_[a-z])_(?:tpc|\d{1,10})|(?:att_|td_att|menu_att)\d{1,10}")
BOXES: Final = frozenset({"quoteTips", "blockquote", "hidden", "content_hidden", "content_sell", "quote", "f12", "s3"})
"""Classes of boxes that may hold a lock; their words decide."""
BOX_TAGS: Final = frozenset({"div", "blockquote", "h6", "span", "font", "p"})
BOX_CHARS: Final = 200
"""Characters of a box that is a lock; a longer one is text."""
LOCKED: Final = regex(
    r"本部分内容设定了(?:隐藏|加密|出售)|对不起[!！] ?您没有登录[,，] ?请先 ?登录论坛|此段为出售的内容[,，]购买后显示"
)
"""A part that is shown only to those who reply, pay, have credits or log in (language packs of 6 to 9)."""
PRICED: Final = regex(r"此帖售价 ?(?P<price>\d{1,7} ?[^\s,，\d]{1,8}) ?[,，] ?已有 ?\d")
UNLOCKED: Final = regex(
    r"本部分设定了隐藏|该帖是加密帖|若发现会员采用欺骗的方法|购买后[,，]将显示帖子中所有出售内容|复制代码$|引用[:：]?$|Quote:$"
)
"""The heads of parts that are shown, of quotes and of code, and the notice under a price."""
_MOMENT: Final = r"\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?"
EDITED: Final = regex(
    rf"\[ ?(?:此帖|本帖|该帖)被.{{1,60}}?[在于] ?(?P<at>{_MOMENT}) ?(?:重新|最后)?(?:编辑|修改) ?\]"
    rf"|\[.{{1,60}}?于(?P<later>{_MOMENT})编辑了帖子\]"
)
"""`[ 此帖被X在2011-03-02 09:11重新编辑 ]`, in 9 `[X于2013-03-02 09:11编辑了帖子]`: bounded names, the time is kept."""
SHIELDED: Final = regex(
    r"(?:该主题已被(?:管理员)?(?:屏蔽|删除)|用户被禁言[,，]该主题自动屏蔽|[该此]帖已?被(?:管理员)?(?:屏蔽|删除)|该帖还未通过检查"
    r"|该帖需要(?:管理员)?审核通过后才能(?:正常)?显示)[!！。]?"
)
"""All that a floor shows whose text is kept back."""
# `font-size:0px`, in any spacing: the noise against copying of versions 6 and 7. Blanks next to other characters.
_NO_SIZE: Final = regex(r"font-size[ \t]*+:[ \t]*+0(?:px|pt|em)?[ \t]*+(?:;|$|!)", re.IGNORECASE)
_QUOTES: Final = regex(r"blockquote3?")
_EDIT_BOXES: Final = by_class("edit_log")
_EDIT_TAGS: Final = frozenset({"div", "font", "span"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Locks:
    """What the locks in a body say."""

    parts: int = 0
    price: str | None = None
    """`5 铜币`: what the rest of the post costs."""
    words: str = ""


def is_furniture(node: HtmlElement) -> bool:
    """Say whether an element within a body is the software's own; True = it is not shown as text."""
    style = node.get("style")
    if style is not None and "size" in style.lower() and _NO_SIZE.search(style):
        return True
    classes = node.get("class")
    if classes is not None and not FURNITURE.isdisjoint(classes.split()):
        return True
    name = node.get("id")
    if name is not None and FURNITURE_ID.fullmatch(name):
        return True
    return node.tag in BOX_TAGS and (_is_box(node, LOCKED, PRICED, UNLOCKED) or _is_edit_note(node))


def is_furniture_or_quote(node: HtmlElement) -> bool:
    """Say the same of a reply, where a quote repeats an earlier floor; True = it is not shown as text."""
    return is_furniture(node) or is_quote(node)


def is_quote(node: HtmlElement) -> bool:
    """Say whether an element is a quoted floor; True = a `blockquote` of the software, or one under its head."""
    if node.tag != "blockquote":
        return False
    if any(_QUOTES.fullmatch(name) for name in classes_of(node)):
        return True
    before = node.getprevious()
    return before is not None and before.tag == "h6" and "quote" in classes_of(before)


def show(body: HtmlElement, *, is_reply: bool, title: HtmlElement | None = None) -> str:
    """Give the text of a body; quotes are part of a first post, not of a reply, its `title` is none of the text."""
    is_dropped: Callable[[HtmlElement], bool] = is_furniture_or_quote if is_reply else is_furniture
    if title is None:
        return render([body], drop=is_dropped)
    return render([body], drop=lambda node: node is title or is_dropped(node))


def is_shielded(body: HtmlElement) -> bool:
    """Say whether a body shows nothing but that its text is kept back."""
    return len(body) < 5 and SHIELDED.fullmatch(words(body)) is not None


def locks_in(body: HtmlElement) -> Locks:
    """Read the locks of a body: hidden parts, each once, and the price."""
    found = [(node, words(node)) for node in body.iter(*BOX_TAGS) if node is not body and _is_box(node, LOCKED, PRICED)]
    locked = [node for node, text in found if LOCKED.match(text)]
    outer = [node for node in locked if not any(above in locked for above in node.iterancestors())]
    price = next((match["price"] for _, text in found if (match := PRICED.match(text))), None)
    return Locks(parts=len(outer), price=price, words=" ".join(dict.fromkeys(text for _, text in found)))


def edited_at(body: HtmlElement, block: HtmlElement) -> str | None:
    """Give the time of the last edit as the post's own note states it; None without a note."""
    notes = [node for node in body.iter(*_EDIT_TAGS) if (node.text or "").lstrip().startswith("[")]
    for note in (*reversed(notes), *_EDIT_BOXES(block)):
        found = EDITED.fullmatch(words(note))
        if found is not None:
            return found["at"] or found["later"]
    return None


def _is_box(node: HtmlElement, *shapes: re.Pattern[str]) -> bool:
    classes, name = node.get("class"), node.get("id") or ""
    if not name.startswith("hidden_") and (classes is None or BOXES.isdisjoint(classes.split())):
        return False
    text = words(node)
    return len(text) <= BOX_CHARS and any(shape.match(text) for shape in shapes)


def _is_edit_note(node: HtmlElement) -> bool:
    start = node.text
    return start is not None and start.lstrip().startswith("[") and EDITED.fullmatch(words(node)) is not None
