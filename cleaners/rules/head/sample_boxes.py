"""What sites of samples print round a title without labels: a list of a file's facts, who wrote it, a lost list's head.

Reference realtext, families 11 to 16. Shapes of one trimmed line, bounded. Kinds: `head_lines`; facts:
`dump.article_facts`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line
from cleaners.rules.title.title_forms import GENRE_LAST

DOTS = "•●▪◦·-"
"""What stands before each line of such a list."""
ENTRY = regex(
    r"[•●▪◦·-]\s{0,3}(?:(?P<pages>\d{1,4})\s?[页頁]|(?P<size>\d{1,6}(?:\.\d{1,2})?\s?[KMkm][Bb]?)|(?P<format>docx?|pdf|pptx?|wps|txt)"
    r"|[A-Za-z0-9_一-鿿*]{1,12})\s{0,3}[|｜]?"
)
"""`• 11页`, `• zdfb |`: one fact of a file, without its label."""
DAY = regex(r"\d{4}[-/.年]\d{1,2}")
ENTRIES = 5
"""Lines of such a list below its date."""
CALLED = regex(r"[一-鿿]{2,4}(?:老[师師]|先生|女士)")
"""`青禾老师`: a writer as a site of samples names its own."""
CONTENTS = regex(r"[-•·*]\s{1,3}目[录錄]")
"""`- 目录`: the head of a list of contents that a dump lost; one of a report has no dot."""
KIND = regex(
    rf"(?:{GENRE_LAST.pattern}|(?:合同|合同书|协议书?|申请书?|作文|教案|教学设计|读后感|观后感|证明|检讨书?|倡议书|承诺书|保证书|策划书|简历|自荐信"
    r"|感谢信|慰问信|邀请函|祝福语|名言|文案|范文|文章|故事)\Z)"
)
"""How the name of a column of samples ends: with a kind of text, no report among them."""
_NAME = regex(r"(?P<name>[^\s。，；：:,;]{2,16})\s{1,3}(?P<column>[一-鿿]{2,8})")


def entries_below(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the places of lines of a file's list below the first of it, which has a date; empty for none."""
    for n, kind in enumerate(kinds):
        if kind == "field" and lines[n].words[0] in DOTS and DAY.search(lines[n].words):
            end = n + 1
            while end < min(len(kinds), n + 1 + ENTRIES) and _is_entry(lines[end].words):
                end += 1
            return list(range(n + 1, end))
    return []


CELL = regex(
    r"浏览|阅读|点击|人气|查看|热度|作文|范文|文章|文档|帖子|素材|总结|评论|收藏|点赞|喜欢|分享|下载|回答|关注|粉丝|获赞|(?:浏览|阅读|点击|收藏|下载|文章|作品)[量数]"
)
"""What a box counts: how often a text was seen, how many texts its writer has."""
COUNT = regex(r"\d{1,8}(?:\.\d{1,2})?[KkWw万]?\+?")


def cells_below(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the places of a box's labels and numbers, each alone on its line, right below the title; empty for none.

    Two pairs at least, or one below a line that is the page's: a report's table has headings of its own.
    """
    title = next((n for n, kind in enumerate(kinds) if kind == "title"), len(kinds))
    title += sum(kind == "intro" for kind in kinds[title + 1 : title + 2])
    end = title + 1
    while end + 1 < len(kinds) and CELL.fullmatch(folded(lines[end].words)) and COUNT.fullmatch(lines[end + 1].words):
        end += 2
    return list(range(title + 1, end)) if end - title > PAIRS else []


PAIRS = 4
"""Lines of two such pairs."""


def _is_entry(words: str) -> bool:
    return ENTRY.fullmatch(words) is not None


def facts_of_entry(words: str) -> tuple[tuple[str, str], ...]:
    """Give label and value of such a line; empty for a nickname and for any other line."""
    entry = ENTRY.fullmatch(words)
    labels = (("pages", "页数"), ("size", "大小"), ("format", "格式"))
    return tuple((label, entry[name]) for name, label in labels if entry[name]) if entry else ()


def name_and_column(value: str) -> tuple[str, str] | None:
    """Part a nickname from the column behind it: `青禾 工作总结`; None where the second word is no kind of text."""
    found = _NAME.fullmatch(value)
    return (found["name"], found["column"]) if found and KIND.search(folded(found["column"])) else None
