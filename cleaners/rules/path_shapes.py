"""Paths that a dump shows in part: without their home page, with a site's name before one step. Others: `meta_lines`.

Each is tried on one trimmed line; bounded. Sites of samples print them (reference: realtext, families 15 and 22).
"""

from collections.abc import Sequence

from cleaners.regex import regex

SITE_STEP = regex(
    r"[一-鿿A-Za-z0-9]{0,8}(?:范文|文秘|公文|文档|文档下载|写作|作文|秘书|资料|素材|总结|论文|心得|范文大全|教育|学习|文章|文书|合同)"
    r"(?:网站?|大全网?|之家|在线|站)|[一-鿿A-Za-z0-9]{2,8}文库"
)
"""`某某文秘网` before an arrow: whose page it is; what it deals in must be in the name (`内网 > 外网`)."""
LED = (">", "＞", "›", "»")
"""Marks with which a line begins whose home page the dump lost."""
PAIR = 2
STEP_CHARS = 16
"""Characters of a column's name in such a path."""


def is_led(words: str, steps: Sequence[str]) -> bool:
    """Say whether a line is a path without its home page: `> 总结大全 > 学校总结`."""
    return words.startswith(LED) and len(steps) > 1 and all(len(step) <= STEP_CHARS for step in steps)


def is_sites(steps: Sequence[str]) -> bool:
    """Say whether two steps are a site's name and a column of it."""
    return len(steps) == PAIR and bool(SITE_STEP.fullmatch(steps[0])) and len(steps[1]) <= STEP_CHARS


def without_mark(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Take `正文` off a last step that is the title with it: `某镇2021年工作总结正文`."""
    last = steps[-1]
    return (*steps[:-1], last[: -len(MARK)]) if last.endswith(MARK) and len(last) > MARKED_CHARS else steps


MARK, MARKED_CHARS = "正文", 10
"""What stands behind a title in a path, and characters of a step that is none by itself."""
