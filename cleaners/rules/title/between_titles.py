"""What stands between a title and the same title again above a text, and fields that the title is glued behind.

Pages of samples print it (realtext, families 11, 14 and 22): above the first title the page speaks, below the second
the author. Kinds: `head_lines`.
"""

from collections.abc import Iterator, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import fields_of, loose_fields
from cleaners.rules.lines import ENUMERATOR, Line, bare, is_sentence

MOST_BETWEEN = 4
"""Lines that may stand between the two."""
WORD_CHARS = 20
CHROME = regex(
    r"(?:[一-鿿]{0,4}(?:推荐|导读|导航|频道|专题|热门|分享|下载|收藏|详情|详细内容|文章内容|文章正文|正文|全文|阅读|打印|投稿)[一-鿿]{0,4}"
    r"|[一-鿿A-Za-z0-9]{2,16}(?:详细内容|详细介绍|正文内容|内容简介)|[一-鿿A-Za-z0-9]{2,8}(?:网|网站|文库|范文站|在线)|文档|资料|范文|[A-Za-z]\w{2,15}|管理员|小编|网友|佚名|匿名)[:：]?"
)
"""`学习推荐`, `某某考核表详细内容`: a button or a column's name between two titles; bounded."""
PIECES = regex(r"\s?[（(【\[]?(?:[一-鿿]{0,4}?)(?:\d{1,3}|[一二三四五六七八九十]{1,3})篇[)）】\]]?\Z")
"""`(5篇)` behind a title, which its other form is without; bounded."""
GLUED_CHARS = 8
"""Characters of a title that may be glued behind fields."""


def lines_between(lines: Sequence[Line], kinds: Sequence[str]) -> Iterator[int]:
    """Give the indices of fields and buttons that stand between a title and the same title again."""
    for n, kind in enumerate(kinds):
        if kind != "title":
            continue
        again = _again(lines, kinds, n)
        if again and all(_is_chrome(lines[at].words, kinds[at]) or _recurs(lines, at) for at in range(n + 1, again)):
            yield from (at for at in range(n + 1, again) if kinds[at] in ("title", "other", "loose", "stray"))


def _recurs(lines: Sequence[Line], n: int) -> bool:
    """Say whether a short name, as a column's, stands on another line near the top as well."""
    words = lines[n].words
    is_name = len(words) <= NAME_CHARS and not is_sentence(words) and not ENUMERATOR.match(words)
    return is_name and sum(line.words == words for line in lines[:NEAR_TOP]) > 1


NAME_CHARS, NEAR_TOP = 8, 16
"""Characters of a column's name, and filled lines from the top among which it stands more than once."""


def _again(lines: Sequence[Line], kinds: Sequence[str], n: int) -> int:
    """Give the index of the same title again below another line; 0 for none."""
    wanted = _core(lines[n].words)
    for at in range(n + 2, min(n + 2 + MOST_BETWEEN, len(kinds))):
        if kinds[at] == "title" and _core(lines[at].words) == wanted:
            return at
    return 0


def _core(words: str) -> str:
    return bare(PIECES.sub("", words)) or words


def _is_chrome(words: str, kind: str) -> bool:
    if kind not in ("title", "other", "loose"):
        return True
    return bool(loose_fields(words)) or (len(words) <= WORD_CHARS and bool(CHROME.fullmatch(folded(words))))


def without_title(lines: Sequence[Line], n: int) -> Line:
    """Give a line without the title that is glued behind its fields and stands near it as well; else the line."""
    line = lines[n]
    if ":" not in line.words and "：" not in line.words:
        return line
    for at in (n - 1, n + 1, n - 2, n + 2):
        title = lines[at].words if 0 <= at < len(lines) else ""
        if len(title) >= GLUED_CHARS and line.words.endswith(title) and len(line.words) > len(title):
            rest = line.words[: -len(title)].rstrip()
            if fields_of(rest):
                return line._replace(words=rest)
    return line
