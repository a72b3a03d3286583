"""What of a post's body is shown as its text, and what is the software's own furniture inside it.

Furniture is told by element, id and class, never by words: a post may say anything.
"""

import re
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from cleaners.platforms.discuz.anatomy import by_class, finder, has_class, words
from cleaners.shown import render

FURNITURE: Final = frozenset(
    {
        "jammer",  # noise against copying, drawn anew on each request
        "pstatus",  # "this post was last edited by …"
        "locked",  # a part for those who reply, pay or log in
        "attach_nopermission", "attach_tips", "attach_popup",  # "log in to download"
        "tip", "tip_4", "aimg_tip", "pattl", "tattl", "attm", "attnm",  # attachments: their names are facts, not text
        "psth", "ratl", "modact", "ptg", "sign", "cm", "rusld", "mobile_ad", "replybtn",
    }
)  # fmt: skip

_LOCKED = by_class("locked")
_QUOTED_LOCK = by_class("quote")
_EDITED = by_class("pstatus")
# "本帖最后由 X 于 2021-3-20 08:11 编辑": the name is bounded, the time is what is kept.
_EDIT_NOTE = re.compile(r"最后由.{1,80}? 于 (.{6,40}?) 编辑")
_LOCK_WORDS = re.compile(
    r"查看本帖隐藏内容|本帖隐藏的内容需要|隐藏内容|需要积分高于|向作者支付|付费主题|购买主题|回复(?:后|才)可(?:见|以)|仅作者可见|自动屏蔽|被管理员或版主屏蔽"
)
_PRICE = re.compile(r"支付\s*([0-9]{1,8}\s*[^\s0-9，。]{1,8})")
_SHIELDED = re.compile(r"屏蔽|被禁止或删除|已被删除|待审核")
_FOR_STAFF = re.compile(r"管理权限|管理员可见|版主可见")
_ARCHIVED_HIDDEN = re.compile(r"\*{3,5} ?Hidden Message ?\*{3,6}")
_CODE_BUTTONS = finder(".//em[@onclick]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """What the locks in and beside a body say."""

    parts: int = 0
    price: str | None = None
    """`5 金钱`: what the rest of the post costs."""
    note: str | None = None
    """`shielded` or `locked` where the floor shows no text because of it."""
    words: str = ""


def is_furniture(node: HtmlElement) -> bool:
    """Say whether an element within a body is the software's own; True = it is not shown as text."""
    tag = node.tag
    classes = node.get("class")
    if tag == "ignore_js_op" or (classes is not None and not FURNITURE.isdisjoint(classes.split())):
        return True
    if tag == "em":
        return "copycode" in node.get("onclick", "")
    if tag == "span":
        return re.match(r"attach_\d", node.get("id", "")) is not None
    if tag == "h4":
        parent = node.getparent()
        return parent is not None and has_class(parent, "showhide")
    if tag in ("b", "strong"):
        return _stands_for_hidden(node)
    return False


def _stands_for_hidden(node: HtmlElement) -> bool:
    """Say whether an element is what the archiver prints for a hidden part; True = it is."""
    return node.text is not None and _ARCHIVED_HIDDEN.fullmatch(node.text.strip()) is not None


def is_furniture_or_quote(node: HtmlElement) -> bool:
    """Say the same of a reply, where a quote repeats an earlier floor; True = it is not shown as text."""
    return is_furniture(node) or (node.tag == "div" and has_class(node, "quote"))


def is_furniture_or_box(node: HtmlElement) -> bool:
    """Say the same of a mobile first post, where a lock looks like a quote that quotes nobody."""
    return is_furniture(node) or (node.tag == "div" and has_class(node, "quote") and node.find("blockquote") is None)


def show(nodes: list[HtmlElement], *, is_reply: bool) -> str:
    """Give the text of a body; quotes are part of a first post, not of a reply."""
    return render(nodes, drop=is_furniture_or_quote if is_reply else is_furniture)


def locks_in(block: HtmlElement, *, has_text: bool, is_mobile: bool = False) -> Locked:
    """Read the locks of a floor: in its body a hidden part, beside it the price, without a body the reason for that."""
    boxes = [words(box) for box in _LOCKED(block)]
    if is_mobile:  # there they look like quotes
        boxes += [line for line in map(words, _QUOTED_LOCK(block)) if len(line) < 80 and _LOCK_WORDS.search(line)]
    boxes = [line for line in boxes if not _FOR_STAFF.search(line)]
    archived = sum(map(_stands_for_hidden, block.iter("b", "strong")))
    price = next((found[1] for line in boxes if (found := _PRICE.search(line))), None)
    if has_text or not boxes:
        return Locked(parts=len(boxes) + archived, price=price, words=" ".join(boxes))
    is_shielded = any(_SHIELDED.search(line) for line in boxes)
    return Locked(
        parts=0 if is_shielded else len(boxes),
        price=price,
        note="shielded" if is_shielded else "locked",
        words=" ".join(boxes),
    )


def edited_at(block: HtmlElement) -> str | None:
    """Give the time of the last edit as the post's own note states it; None without a note."""
    for note in _EDITED(block):
        found = _EDIT_NOTE.search(words(note))
        if found is not None:
            return found[1]
    return None
