"""What of a post's body is shown as its text, and what is the software's own furniture inside it.

Furniture is told by element, id and class, never by words: a post may say anything.
"""

import re
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from cleaners.platforms.discuz.anatomy import by_class, has_class
from cleaners.platforms.elements import words
from cleaners.regex import regex
from cleaners.shown import render

FURNITURE: Final = frozenset(
    {
        "jammer",  # noise against copying, drawn anew on each request
        "pstatus",  # "this post was last edited by …"
        "locked",  # a part for those who reply, pay or log in
        "attach_nopermission", "attach_tips", "attach_popup", "guestviewthumb",  # "log in to download", "to see more"
        "tip", "tip_4", "aimg_tip", "pattl", "tattl", "attm", "attnm",  # attachments: their names are facts, not text
        "attach", "post_attlist",  # the same of the touch templates (X2.5 to X3.4, X3.5)
        "psth", "ratl", "modact", "ptg", "sign", "cm", "rusld", "mobile_ad", "replybtn",
        "a_pr", "a_pt", "a_pb", "a_af",  # places for advertisements within a post and within a portal article
        "headactions",  # the copy button of Discuz 7
    }
)  # fmt: skip

_LOCKED = by_class("locked")
_QUOTED_LOCK = by_class("quote")
_QUOTED = by_class("quote", tag="div")
_EDITED = by_class("pstatus")
# "本帖最后由 X 于 2021-3-20 08:11 编辑" (also in traditional characters): name and time are bounded.
_EDIT_NOTE = regex(r"最[后後]由.{1,80}? [于於] (.{6,40}?) [编編][辑輯]")
# What a lock says in the touch templates, where it looks like a quote; an alternation of literals.
_LOCK_WORDS = regex(
    r"查看本帖[隐隱]藏[内內]容|本帖隐藏的内容需要|隐藏内容|需要积分高于|向作者支付|付费主题|购买主题|回复(?:后|才)可(?:见|以)|[仅僅]作者可[见見]|自[动動]屏蔽|被管理[员員]或版主屏蔽"
)
_PRICE = regex(r"支付\s{0,9}([0-9]{1,8}\s{0,9}[^\s0-9，。]{1,8})")
_SHIELDED = regex(r"屏蔽|被禁止或[删刪]除|已被[删刪]除|待[审審]核")
_FOR_STAFF = regex(r"管理[权權]限|管理[员員]可[见見]|版主可[见見]")
# A lock on files, not on text: X1 and X2 print it as `locked`, `附件: 您需要登录才可以下载或查看附件`.
_FILE_LOCK = regex(r"(?:附件|圖片|图片) ?[:：]")
_ARCHIVED_HIDDEN = regex(r"\*{3,5} ?Hidden Message ?\*{3,6}")
NOTE_CHARS: Final = 200
"""Characters of an edit note; what is longer is none."""
_COPY_CALL: Final = "copycode"
"""The script that a code block's button calls (`em` in X, `span` in Discuz 7)."""
# The id of the box around a file in the text (`span`, in touch templates `div` or `ul`), and of its menu.
_FILE_BOX = regex(r"attach_\d")
# `font-size:0px`, noise drawn at no size (Discuz 6 to X1.5); the blanks are possessive, the end is looked at only.
_NO_SIZE = regex(r"font-size[ \t]*+:[ \t]*+0(?:px|pt|em)?[ \t]*+(?:;|!|$)", re.IGNORECASE)


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
    if tag == "br":
        return False
    classes = node.get("class")
    if tag == "ignore_js_op" or (classes is not None and not FURNITURE.isdisjoint(classes.split())):
        return True
    is_asked = _IS_FURNITURE.get(tag)
    return is_asked is not None and is_asked(node)


def _is_file_box(node: HtmlElement) -> bool:
    return _FILE_BOX.match(node.get("id") or "") is not None


def _is_noise(node: HtmlElement) -> bool:
    """Say whether an element is drawn at no size; True = a browser shows nothing of it."""
    style = node.get("style")
    return style is not None and _NO_SIZE.search(style) is not None


def _is_copy_button(node: HtmlElement) -> bool:
    return _COPY_CALL in (node.get("onclick") or "")


def _is_span_furniture(node: HtmlElement) -> bool:
    return _is_file_box(node) or _is_noise(node) or _is_copy_button(node)


def _heads_unlocked_part(node: HtmlElement) -> bool:
    """Say whether a heading is that over a part which this visitor may see; True = the software wrote it."""
    parent = node.getparent()
    return parent is not None and has_class(parent, "showhide")


def _stands_for_hidden(node: HtmlElement) -> bool:
    """Say whether an element is what the archiver prints for a hidden part; True = it is."""
    return node.text is not None and _ARCHIVED_HIDDEN.fullmatch(node.text.strip()) is not None


_IS_FURNITURE: Final = {
    "span": _is_span_furniture, "font": _is_noise, "em": _is_copy_button, "a": _is_copy_button, "div": _is_file_box,
    "ul": _is_file_box, "h4": _heads_unlocked_part, "b": _stands_for_hidden, "strong": _stands_for_hidden,
}  # fmt: skip
"""What is asked of an element without a telling class, by its tag."""


def is_furniture_or_quote(node: HtmlElement) -> bool:
    """Say the same of a reply, where a quote repeats an earlier floor; True = it is not shown as text."""
    return is_furniture(node) or (node.tag == "div" and has_class(node, "quote"))


def is_touch_furniture(node: HtmlElement) -> bool:
    """Say the same of a touch template's first post, where a lock looks like a quote that quotes nobody."""
    return is_furniture(node) or (has_class(node, "quote") and node.find("blockquote") is None)


def is_touch_furniture_of_reply(node: HtmlElement) -> bool:
    """Say the same of a reply there: the quote too, and the reply's own subject above its text."""
    if node.tag == "h2":
        parent = node.getparent()
        return parent is not None and has_class(parent, "message")
    return has_class(node, "quote") or is_furniture(node)


def show(nodes: list[HtmlElement], *, is_reply: bool) -> str:
    """Give the text of a body; quotes are part of a first post, not of a reply."""
    return render(nodes, drop=is_furniture_or_quote if is_reply else is_furniture)


def quotes_in(nodes: list[HtmlElement]) -> int:
    """Count the passages in a body that the page sets as quotes (`div.quote` with a `blockquote`)."""
    return sum(box.find("blockquote") is not None for node in nodes for box in _QUOTED(node))


def locks_in(block: HtmlElement, *, has_text: bool, is_mobile: bool = False) -> Locked:
    """Read the locks of a floor: in its body a hidden part, beside it the price, without a body the reason for that."""
    boxes = [words(box) for box in _LOCKED(block)]
    if is_mobile:  # there they look like quotes, but quote nobody
        quoted = [box for box in _QUOTED_LOCK(block) if box.find("blockquote") is None]
        boxes += [line for line in map(words, quoted) if len(line) < 80 and _LOCK_WORDS.search(line)]
    boxes = [line for line in boxes if not (_FOR_STAFF.search(line) or _FILE_LOCK.match(line))]
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
        found = _EDIT_NOTE.search(words(note)[:NOTE_CHARS])
        if found is not None:
            return found[1]
    return None
