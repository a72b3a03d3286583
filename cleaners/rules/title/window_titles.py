"""A page's title as its window has it (`T_工作总结_某某文库`), above the same title alone. Kinds: `head_settling`.

The window's form is the page's; the line below it is what the text is called. A longer title over a heading is none.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.opener_lines import SITE_NAME
from cleaners.rules.lines import Line
from cleaners.rules.title.title_forms import is_title_like
from cleaners.rules.title.title_suffixes import COLUMN, OWNER

NEAR = 4
"""Filled lines below the window's title among which the text's own stands."""
LEAST = 6
"""Characters of a title that is looked for in another line."""
BEFORE = regex(
    r"[#*✦◆●■★▶>\s【《「『\[(（〖]{0,6}"
    r"|(?:[你您]?(?:正在|现在)?(?:浏览|阅读|查看)(?:的是)?|题目|标题|文章标题|文档名称|文件名称?|名称|本文标题)\s?[:：]\s?[《【]?"
)
"""What stands before a title in a page's window or behind its label: ornaments, brackets; bounded."""
BEHIND = regex(
    r"[】》」』\])）〗\s]{0,4}(?:[（(【\[](?:全文|完整版|最新|精选|原文|范文|免费|下载)[)）】\]])?"
    r"(?:\.(?:docx?|pdf|pptx?|xlsx?|wps|txt))?\s{0,2}(?:免费|在线|全文)?(?:下载|阅读|预览)?(?P<rest>[-_|—–｜·»›].{1,80})?"
)
"""What stands behind it; `rest`: names of columns and of the site, set apart by marks; bounded."""
MARKS = regex(r"\s?[-_|—–｜·»›]{1,3}\s?")
LIBRARY = regex(
    r".{0,12}(?:网|网站|文库|范文|公文|豆丁|道客巴巴|原创力文档|论坛|社区|之家|大全|在线|库|吧|门户|日报|新闻)(?:网)?"
)


def window_lines(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the places of lines that are a title as the page's window has it, the title itself standing below."""
    found: list[int] = []
    for n, kind in enumerate(kinds):
        below = [lines[at].words for at in range(n + 1, min(n + 1 + NEAR, len(kinds))) if kinds[at] == "title"]
        is_above = kind in ("title", "other", "stray")
        if is_above and any(_is_window(lines[n].words, title) or _is_path(lines[n].words, title) for title in below):
            found.append(n)
    return found


def _is_path(words: str, title: str) -> bool:
    """Say whether a line is the site's name and columns before a form of the title: `某某期刊网 精选范文 T范文`."""
    parts = folded(words).split()
    if len(parts) < PATH_PARTS or not (SITE_NAME.fullmatch(parts[0]) or LIBRARY.fullmatch(parts[0])):
        return False
    return parts[-1][:LEAST] == folded(title)[:LEAST] and all(COLUMN.fullmatch(part) for part in parts[1:-1])


PATH_PARTS = 3
"""Words of such a line: site, column, title."""


def _is_window(words: str, title: str) -> bool:
    """Say whether a line is a title with ornaments, a label, or the names of column and site round it."""
    at = words.find(title)
    if at < 0 or len(title) < LEAST or words == title or not is_title_like(title):
        return False
    behind = BEHIND.fullmatch(folded(words[at + len(title) :]))
    if not BEFORE.fullmatch(folded(words[:at])) or behind is None:
        return False
    return behind["rest"] is None or _names_site(behind["rest"])


def _names_site(rest: str) -> bool:
    """Say whether what follows a mark is names of columns, the last of them the site's or its owner's."""
    parts = [part for part in MARKS.split(folded(rest).strip()) if part]
    if not parts or rest.lstrip().startswith(("——", "――")):
        return False  # a subtitle
    last = parts[-1]
    is_site = bool(SITE_NAME.fullmatch(last) or LIBRARY.fullmatch(last) or OWNER.fullmatch(last))
    return is_site and all(COLUMN.fullmatch(part) for part in parts[:-1])
