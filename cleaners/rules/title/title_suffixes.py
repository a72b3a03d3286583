"""A title as a page's window has it, alone above a text: `T - 某某网`, `T_工作总结_某某文库`. What stands behind it.

Where the title stands below again: `window_titles`. The mark tells how sure it is: nobody writes `_` in a title, while
a dash without blanks may be the author's own.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.opener_lines import GENERIC, SITE_NAME
from cleaners.rules.title.title_forms import GENRE_LAST, is_title_like

SUFFIX = regex(
    r"(?P<title>.{5,80}?)(?P<mark>\s{0,3}(?:[-_|｜–—·]{1,2})\s{0,3})(?P<rest>[^-_|｜–—·]{2,24}(?:\s{0,2}[-_|｜–—·]{1,2}\s{0,2}[^-_|｜–—·]{2,24}){0,2})"
)
"""Title, mark, and at most three names set apart by marks; bounded, marks part the classes."""
PARTS = regex(r"\s{0,2}[-_|｜–—·]{1,2}\s{0,2}")
COLUMN = regex(r"[一-鿿A-Za-z]{2,10}")
NAMED = regex(r"[一-鿿A-Za-z0-9]{2,8}(?:网|网站|文库|在线|大全|之家|论坛|日报|晚报|豆丁|道客巴巴)")
"""A site's name by its end; sure beside a mark that only windows have."""
OWNER = regex(
    r"[^\s。，,；;：:]{2,24}(?:政府|委员会|局|办公室|办事处|厅|院|校|大学|学院|小学|中学|幼儿园|公司|集团|中心|医院|法院|银行|协会|学会|联合会|总工会"
    r"|图书馆|博物馆|研究所|报社|频道|博客|空间|平台|官网|首页|主页)(?:门户)?(?:网站?)?"
)
"""Whose site it is; sure behind `_` or a dash set apart, and where the title stands again without it; bounded."""
COLLECTION = regex(
    r"(?:制度|范文|作文|公文|总结|计划|故事|教案|论文|诗词|散文|合同|简历|报告|方案|演讲稿|心得体会|日记|读后感|句子|美文|资料|职责|个人)(?:大全|范文|网|模板|频道)"
)
"""`制度大全`: what such a site deals in."""
WOVEN = regex(r"织|筑|编|打造|构建|建设|安全|防护|保护|一张|服务|铺|电网|管网|路网|水网|物联|互联")
"""Words of a net that no site is called by."""


def suffix_of(words: str) -> tuple[str, str]:
    """Give the title without the names behind it, and the last of them; the words and nothing where none are sure."""
    if not any(mark in words for mark in "-_|｜–—·"):
        return words, ""
    found = SUFFIX.fullmatch(words)
    if found is None:
        return words, ""
    parts = [part.strip() for part in PARTS.split(folded(found["rest"]))]
    title = found["title"].rstrip()
    is_sure = all(COLUMN.fullmatch(part) for part in parts[:-1]) and _is_name(parts[-1], found["mark"])
    is_column = len(parts) == 1 and _is_column(title, parts[0], found["mark"])
    if not is_sure and not is_column:
        return words, ""
    name = PARTS.split(found["rest"])[-1].strip()
    return title, name


def shorn(words: str) -> str:
    """Give a title without the names of column and site behind it, and without a blog's mark of where it is from."""
    return shorn_marks(suffix_of(words)[0])


def shorn_marks(title: str) -> str:
    """Give a title without a blog's mark of where it is from, before it or behind."""
    if not any(word in title for word in FROM):
        return title
    unmarked = MARKED.sub("", title)
    return unmarked if len(unmarked) >= TITLE_CHARS else title


FROM = ("原创", "原創", "转", "轉", "首帖")
_FROM = r"(?:原创|原創|转载|轉載|转帖|轉帖|转贴|轉貼|转发|轉發|转|轉|新人首帖)"
MARKED = regex(
    rf"\A(?:\[{_FROM}\]|【{_FROM}】|[(（]{_FROM}[)）])\s{{0,3}}(?=\S)"
    rf"|(?<=\S)\s{{0,3}}(?:\[{_FROM}\]|【{_FROM}】|[(（]{_FROM}[)）])\Z"
)
"""`[转载]T`, `T（原创）`: what a blog or a board prints beside the title of a text, copied or its own; bounded."""
TITLE_CHARS = 4
"""Characters of the shortest title that is left."""


def is_window(words: str) -> bool:
    """Say whether a line is a title with the names of column and site behind it."""
    title, name = suffix_of(words)
    return bool(name) and is_title_like(title)


def _is_name(name: str, mark: str) -> bool:
    """Say whether the last of the names is a site's; the surer the mark, the less its words must tell."""
    if SITE_NAME.fullmatch(name) or COLLECTION.fullmatch(name):
        return True
    is_set_apart = any(one in mark for one in "_|｜") or (mark[0].isspace() and mark[-1].isspace())
    if ("_" in mark or (is_set_apart and "-" in mark)) and OWNER.fullmatch(name):
        return True
    return is_set_apart and NAMED.fullmatch(name) is not None and not WOVEN.search(name)


def _is_column(title: str, name: str, mark: str) -> bool:
    """Say whether a column stands behind a title of the same kind: `某某计划 -幼儿园工作计划`."""
    if not mark[0].isspace() or "-" not in mark or not GENRE_LAST.search(folded(title)):
        return False
    return name in GENERIC or (COLUMN.fullmatch(name) is not None and name[-2:] == folded(title)[-2:])


def is_named_site(name: str) -> bool:
    """Say whether a name behind a title is a site's own, no column's."""
    line = folded(name)
    return bool(SITE_NAME.fullmatch(line) or NAMED.fullmatch(line)) and COLLECTION.fullmatch(line) is None
