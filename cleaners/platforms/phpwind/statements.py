"""What a page states of the site and of the thread outside its posts: title, category, path, counters, records."""

import re
from dataclasses import replace
from typing import Final

from lxml.html import HtmlElement

from cleaners.facts.notices import icp_of, police_record_of
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.generic.places import element_name as name_of
from cleaners.platforms.phpwind.addresses import address
from cleaners.platforms.phpwind.anatomy import Anatomy, by_class, classes_of
from cleaners.reading import Facts, UrlKind
from cleaners.regex import regex

TITLE_IDS: Final = ("subject_tpc", "J_post_title")
"""Where the thread's title stands: in 7 and 8, and in 9."""
PAGER_CLASS: Final = "pages_pre"
"""Of the link back to the board, which stands in the breadcrumb of 9."""
PATH_IDS: Final = ("breadCrumb", "bread_crumb")
_PATHS: Final = by_class("bread_crumb", "t3")
_ANCHORS: Final = finder(".//a[@href]")
_OLD_TITLE: Final = finder(
    './/th[contains(concat(" ",@class," ")," h ")]/b[starts-with(normalize-space(.),"本页主题")]'
)
_FLOOR_TITLE: Final = finder(".//h4")
_TAGS: Final = finder(
    './/a[contains(@href,"action=tag") or contains(@href,"action-tag")'
    ' or contains(concat(" ",@class," ")," J_read_tag_item ")]'
)
TAG_SIGNS: Final = ("action=tag", "action-tag", "J_read_tag_item")
_COUNTERS: Final = by_class("readNum", "pw_ulC", "post_num", "readTop")
_ITEMS: Final = finder(".//li | .//span")
_FOOTERS: Final = by_class("footer", "footer_wrap", "footer-wrap")
_FOOTER_IDS: Final = ("footer", "bottom")
# A category before the title, linked or not: `[总结]`.
_CATEGORY: Final = regex(r"[\[【]([^\[\]【】]{1,40})[\]】]")
_IS_FILTER: Final = regex(r"[?&-]type[=-]\d|[?&](?:modelid|pcid)=\d")
_BUTTONS: Final = regex(r"\[?复制链接\]?")
_VIEWS: Final = regex(
    r"(?:阅读|浏览|点击|人气)(?:数|次数)? ?[:：]? ?(?P<after>\d{1,10})|(?P<before>\d{1,10}) ?(?:阅读|浏览|点击)"
)
_REPLIES: Final = regex(r"(?:回复|回帖)(?:数)? ?[:：]? ?(?P<after>\d{1,9})|(?P<before>\d{1,9}) ?(?:回复|回帖)")
_HOME_NAMES: Final = frozenset({"首页", "论坛首页", "论坛", "社区首页"})
_POWERED: Final = regex(r"\s{0,3}[-|]?\s{0,3}Powered by phpwind.{0,60}$", re.IGNORECASE)
_TITLE_PARTS: Final = regex(r"\s?\|\s?| - ")


def title_of(anatomy: Anatomy) -> tuple[str | None, str | None, str]:
    """Give the thread's title, its category and where the title stood; the title is None where the page has none.

    The category stands before the title in brackets, linked to a part of the board.
    """
    for name in TITLE_IDS:
        heading = anatomy.ids.get(name)
        if heading is not None and words(heading):
            title, category = _parts_of(heading)
            if title:
                return title, category, name_of(heading)
    old = first(_OLD_TITLE(anatomy.tree))
    if old is not None:
        row = words(old.getparent()).partition("主题:")[2] or (old.tail or "")
        return row.strip(" :：") or None, None, name_of(old)
    return None, None, ""


def title_in_head(anatomy: Anatomy) -> str | None:
    """Give the first part of `title`, which is the thread's; None where it has no parts."""
    parts = _TITLE_PARTS.split(_POWERED.sub("", anatomy.title))
    return parts[0].strip() or None if len(parts) > 1 else None


def floor_title_of(block: HtmlElement) -> str | None:
    """Give the heading above a post in version 6; None without one."""
    return words(first(_FLOOR_TITLE(block))) or None


def path_of(anatomy: Anatomy) -> tuple[tuple[str, ...], HtmlElement | None]:
    """Give the groups and boards that the page lies in, outermost first, and the breadcrumb that says so."""
    named = next((anatomy.ids[name] for name in PATH_IDS if name in anatomy.ids), None)
    for place in [named] if named is not None else _PATHS(anatomy.tree):
        found: list[str] = []
        for anchor in _ANCHORS(place):
            if PAGER_CLASS in classes_of(anchor):
                continue
            url = anatomy.resolve(anchor.get("href", ""))
            leads_to = address(url) if url else None
            if leads_to is not None and leads_to.kind is UrlKind.LIST and (text := words(anchor)) and text not in found:
                found.append(text)
        if found:
            return tuple(found), place
    return (), None


def site_facts(anatomy: Anatomy) -> Facts:
    """Give what head and footer state, each with its place; nothing of the thread."""
    name, where_name = site_name_of(anatomy)
    footers = [anatomy.ids[key] for key in _FOOTER_IDS if key in anatomy.ids] or _FOOTERS(anatomy.tree)
    lines = [words(footer) for footer in footers]
    icp, police = icp_of(lines), police_record_of(lines)
    found = (("site_name", where_name if name else None), ("icp", "footer" if icp else None),
             ("police_record", "footer" if police else None))  # fmt: skip
    return Facts(
        site_name=name, icp=icp, police_record=police,
        noarchive="noarchive" in anatomy.metas.get("robots", "").lower(),
        where=tuple((fact, place) for fact, place in found if place is not None),
    )  # fmt: skip


def site_name_of(anatomy: Anatomy) -> tuple[str | None, str]:
    """Give the site's name and where it stood: the home link of the breadcrumb, else the last part of `title`."""
    named = next((anatomy.ids[name] for name in PATH_IDS if name in anatomy.ids), None)
    for place in [named] if named is not None else _PATHS(anatomy.tree):
        for anchor in _ANCHORS(place):
            if "fr" in classes_of(anchor) or anchor.get("href", "").startswith("javascript:"):
                continue
            name = anchor.get("title", "").strip() if "home" in classes_of(anchor) else words(anchor)
            url = anatomy.resolve(anchor.get("href", ""))
            leads_to = address(url) if url else None
            if leads_to is not None and leads_to.kind is UrlKind.HOME and name and name not in _HOME_NAMES:
                return name, name_of(place)
    parts = _TITLE_PARTS.split(_POWERED.sub("", anatomy.title))
    if len(parts) > 1 and _POWERED.search(anatomy.title) and parts[-1].strip():
        return parts[-1].strip(), "title"
    return None, ""


def with_counts(anatomy: Anatomy, facts: Facts) -> Facts:
    """Add views and replies as the row above the first post states them."""
    for box in _COUNTERS(anatomy.tree):
        items = [words(item) for item in _ITEMS(box)]
        views = next((match for item in items if (match := _VIEWS.fullmatch(item))), None)
        replies = next((match for item in items if (match := _REPLIES.fullmatch(item))), None)
        if views is None and replies is None:
            continue
        found = (("views", views), ("replies", replies))
        where = tuple((name, name_of(box)) for name, match in found if match is not None)
        return replace(facts, views=_number(views), replies=_number(replies), where=(*facts.where, *where))
    return facts


def tags_of(anatomy: Anatomy) -> tuple[str, ...]:
    """Give the thread's tags as its page links them."""
    if not any(sign in anatomy.sheet.text for sign in TAG_SIGNS):
        return ()
    return tuple(dict.fromkeys(text for tag in _TAGS(anatomy.tree) if (text := words(tag))))


def _number(match: re.Match[str] | None) -> int | None:
    return int(match["after"] or match["before"]) if match is not None else None


def _parts_of(heading: HtmlElement) -> tuple[str | None, str | None]:
    """Part a heading into title and category; buttons in it are neither."""
    category: str | None = None
    left_out: list[str] = []
    for anchor in _ANCHORS(heading):
        text = words(anchor)
        found = _CATEGORY.fullmatch(text)
        if found is not None and _IS_FILTER.search(anchor.get("href", "")):
            category = found[1].strip()
            left_out.append(text)
        elif _BUTTONS.fullmatch(text):
            left_out.append(text)
    title = words(heading)
    for text in left_out:
        title = title.replace(text, "", 1)
    return title.strip() or None, category
