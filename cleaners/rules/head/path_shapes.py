"""Paths that a dump shows in part: without their home page, with a site's name before one step. Others: `meta_lines`.

Each is tried on one trimmed line; bounded. Sites of samples print them (reference: realtext, families 15 and 22).
"""

from collections.abc import Sequence

from cleaners.regex import regex

NUMBERED = regex(
    r"(?:\d{1,2}[.、]|[-•·*>])\s{0,3}(?=首页|主页|网站首页|首頁|網站首頁)"
    r"|[一-鿿]{2,8}\s{0,4}(?=(?:[您你]的?)?(?:当前|當前|现在|現在|所在)的?位置\s?[:：])"
)
"""`1. 主页 > 公文 >`, `企业动态 当前位置：首页 > …`: a list's mark or a column's name before a path; bounded."""
SITE_STEP = regex(
    r"[一-鿿A-Za-z0-9]{0,8}(?:范文|文秘|公文|文档|文档下载|写作|作文|秘书|资料|素材|总结|论文|心得|范文大全|教育|学习|文章|文书|合同)"
    r"(?:网站?|大全网?|之家|在线|站)|[一-鿿A-Za-z0-9]{2,8}文库"
)
"""`某某文秘网` before an arrow: whose page it is; what it deals in must be in the name (`内网 > 外网`)."""
QUOTES = regex(r"[^《]{2,80}(?:》[^《]{2,40}){1,6}")
"""`首页 》 学生天地 》 正文`: a mark that closes no title, in an arrow's place; bounded, it parts the classes."""


def with_arrows(line: str) -> str:
    """Give a path's line with arrows for marks that stand in their place; places in the line are kept."""
    return line.replace("》", ">") if "》" in line and QUOTES.fullmatch(line) else line


LED = (">", "＞", "›", "»")
"""Marks with which a line begins whose home page the dump lost."""
PAIR = 2
STEP_CHARS = 16
"""Characters of a column's name in such a path."""


def is_led(words: str, steps: Sequence[str]) -> bool:
    """Say whether a line is a path without its home page: `> 总结大全 > 学校总结`, or with a link's name twice."""
    is_open = words.startswith(LED) or DOUBLED.match(words)
    return bool(is_open) and len(steps) > 1 and all(len(step) <= STEP_CHARS for step in steps)


DOUBLED = regex(r"([一-鿿]{2,8})\s\1\s?[>＞›»]")
"""`资讯 资讯> 部门动态`: a column's name and its link."""


def is_sites(steps: Sequence[str]) -> bool:
    """Say whether two steps are a site's name and a column of it."""
    return len(steps) == PAIR and bool(SITE_STEP.fullmatch(steps[0])) and len(steps[1]) <= STEP_CHARS


def without_mark(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Take `正文` off a last step that is the title with it, or a column: `某镇2021年工作总结正文`, `国内综合 正文`."""
    last = steps[-1]
    if len(steps) > PAIR and last == MARK + steps[-2]:  # the mark and the column's name again
        return steps[:-1]
    if last.endswith(SET_APART):
        return (*steps[:-1], last[: -len(MARK)].rstrip())
    if last.startswith(MARK) and last.endswith(CUT):
        return (*steps[:-1], last[len(MARK) :])
    return (*steps[:-1], last[: -len(MARK)]) if last.endswith(MARK) and len(last) > MARKED_CHARS else steps


SET_APART = (" 正文", "\u3000正文", "\u00a0正文")
CUT = ("..", "…")
"""How a title ends that a path shows to a length: `正文青禾:论某..`."""
MARK, MARKED_CHARS = "正文", 10
"""What stands behind a title in a path, and characters of a step that is none by itself."""
