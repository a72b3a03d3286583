"""The boxes round a text: by their names, tags, links, or the words of a site's foot. Taken off a copy of the page."""

import re
from collections.abc import Collection, Iterator
from copy import deepcopy

from lxml.html import HtmlElement

from cleaners.platforms.generic.places import Places
from cleaners.regex import regex
from cleaners.shown import BLOCKS, CELLS

_BEFORE = r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))"
_BEHIND = r"(?=$|[\s_\d-]|[A-Z])"
NOISE = regex(
    _BEFORE + r"(?i:related|relates?|recommends?|recommendations?|rank(?:ing)?s?|hot(?:news|list|words)?|side(?:bar)?"
    r"|aside|shares?|sharebox|sharedaddy|bdshare|bshare|jiathis|social|sns|breadcrumbs?|crumbs?|foot(?:er)?"
    r"|copyright|nav(?:bar|igation)?|menu|toolbar|tools?|pager|pagination|pagebar|prenext|prevnext|next"
    r"|statement|disclaimer|signature|mysignature|qr-?code|ewm|qr|erweima|login|adv?|ads|advert\w*|banner"
    r"|comments?(?:list|box|form|area)?|cmt|pinglun|respond|reply-?(?:form|box)|tags?|tag-?(?:list|cloud)"
    r"|keywords?|relevant|guess|tuijian|xiangguan|fenxiang|context|newdigg|actbox|digg|zan|praise|reward"
    r"|dashang|donate|follow|subscribe|popup|modal|dialog|mask|cookie|open-?app"
    r"|app-?(?:bar|ad|down|download)|author-?(?:info|card|bio|box)|bio|toc)" + _BEHIND
)  # fmt: skip
"""Names of boxes around a text, as whole words of `class` or `id`, camel case too. One alternation, no repetition."""
FORUM_NOISE = regex(
    r"(?:^|[\s_-])(?:related|recommend|sidebar|share|breadcrumbs?|footer|copyright|nav(?:bar)?|menu|pagination"
    r"|login|adv?)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""The same for pages of answers, where `comment` and `reply` are the text."""
FRAME_TAGS = frozenset({"nav", "footer", "aside", "form"})
MAY_BE_BOX = BLOCKS | {"span"}
"""Elements that may be boxes; others are taken off only where they are known to be no text."""
GREAT_SHARE = 0.3
"""Share of a page's text above which a node is never pruned, whatever its name (reference: extraction, section 6)."""
FILES = (".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".zip", ".rar", ".ppt", ".pptx", ".ofd", ".et")
TABLE_PARTS = frozenset({"tr", "tbody", "thead", "caption"})
LINKS = 3
LINK_SHARE = 0.6
FOOT = regex(
    r".{0,80}[一-鿿]ICP[备证]?\d{5,10}号|(?:Copyright|©|版权所有|AllRightsReserved)"
    r"|主办单位[:：].{0,40}(?:备案|维护|标识码)|.{0,60}公网安备|.{0,30}(?:网站标识码|技术支持)[:：]",
    re.IGNORECASE,
)
"""The beginning of a line of a site's foot: licence, rights, who made it. Bounded."""
FOOT_CHARS = 300
FOOT_EXTRA = 60
"""Characters beside its lines that a site's foot may hold: what it says of itself."""
STRONG = regex(
    r"(?:^|[\s_-])(?:foot|footer|copyright|site-?foot|disclaimer|statement|breadcrumbs?|crumbs?)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Names of boxes that are none of the text however small the text is."""
STRONG_TAGS = frozenset({"nav", "footer", "aside"})
STRONG_CHARS = 500
"""Characters from which a box of such a name is weighed like any other: templates wrap whole pages in odd names."""
NOTICE = regex(r"温馨提示[:：](?=.{0,200}(?:下载|预览|上传|客服|会员))|此文档下载收益归|本文档由用户上传")
"""Beginnings of what a portal says of downloads."""


def pruned(
    root: HtmlElement, whole: Places, noise: re.Pattern[str] | None, without: Collection[HtmlElement] = ()
) -> HtmlElement:
    """Copy a body without boxes that their names, tags, words or links tell from text, and without those given."""
    work = deepcopy(root)
    work.tail = None
    great = GREAT_SHARE * max(1, whole.size(root))
    great_text = GREAT_SHARE * max(1, whole.size(root) - whole.link_size(root))
    sure = {*without, *feet(root, whole)}
    for node, copy in zip(list(root.iter()), list(work.iter()), strict=True):
        if node is root or (node.tag not in MAY_BE_BOX and node not in sure):
            continue
        if copy.getparent() is None:
            continue
        if node in sure or is_strong_box(node, whole):
            copy.drop_tree()
            continue
        size = whole.size(node)
        is_great = size > great or size - whole.link_size(node) > great_text
        if noise is not None and not is_great and _is_box(node, whole, noise):
            copy.drop_tree()
    return work


def feet(root: HtmlElement, whole: Places) -> Iterator[HtmlElement]:
    """Give the blocks of a site's foot: a line of it, and what is round it and little more."""
    for node in root.iter(*(BLOCKS - CELLS), "td"):
        if not 0 < whole.size(node) <= FOOT_CHARS or not FOOT.match(whole.text, *whole.spans[node]):
            continue
        best, limit = node, whole.size(node) + FOOT_EXTRA
        for above in node.iterancestors():
            if above is root or whole.size(above) > limit or any(True for _ in above.iter("h1", "h2", "article")):
                break
            best = above
        yield best


def is_strong_box(node: HtmlElement, places: Places) -> bool:
    """Say whether a box is certainly none of the text: a small one of a sure name or tag, or a portal's notice."""
    if node.tag not in BLOCKS or places.size(node) > STRONG_CHARS:
        return False
    if node.tag in STRONG_TAGS or STRONG.search(node.get("class") or "") or STRONG.search(node.get("id") or ""):
        return True
    return bool(places.size(node) and NOTICE.match(places.text, *places.spans[node]))


def is_frame(node: HtmlElement, noise: re.Pattern[str] = NOISE) -> bool:
    """Say whether a node's tag or name is that of a box round the text, whatever it holds."""
    return node.tag in FRAME_TAGS or bool(noise.search(node.get("class") or "") or noise.search(node.get("id") or ""))


def _is_box(node: HtmlElement, places: Places, noise: re.Pattern[str]) -> bool:
    if node.tag in FRAME_TAGS:
        return True
    if noise.search(node.get("class") or "") or noise.search(node.get("id") or ""):
        return True
    return node.tag in BLOCKS and places.link_share(node) > LINK_SHARE and _count_links(node) >= LINKS


def _count_links(node: HtmlElement) -> int:
    return sum(1 for _, _ in zip(node.iter("a"), range(LINKS), strict=False))


def leads_on(block: HtmlElement, places: Places) -> bool:
    """Say whether a block in a text only leads to other texts: links, no files, no rows of a table, no notes."""
    if block.tag in TABLE_PARTS or places.link_share(block) <= LINK_SHARE:
        return False
    paths = [(link.get("href") or "").lower().partition("?")[0] for link in block.iter("a")]
    return any(paths) and not any(path.startswith("#") or path.endswith(FILES) for path in paths)
