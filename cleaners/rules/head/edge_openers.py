"""Lines above a text that are the site's, and lines that no text has for its title: who reports, who keeps the paper.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `heads`;
asked by `title_forms`.
"""

from cleaners.regex import regex

APPLIED = regex(
    r"(?:立即|点击)?打开[^\s。；，,]{2,12}(?:APP|App|客户端)?[,，\s]\s?(?:阅读|查看|浏览)(?:全文|全部[^。；]{0,6}|更多[^。；]{0,8}|精彩[^。；]{0,6})"
    r"|[登注][录册][查观]看大图|(?:文章|新闻|信息|通知|公告)正文"
)
"""`打开某某新闻 查看精彩图片`, `登录查看大图`, `文章正文`: buttons, and the head of any text."""
KEEPERS = regex(
    r"[一-鿿]{2,20}(?:主管|主办)(?:[\s,，、|｜]{1,4}[一-鿿]{2,20}(?:主管|主办|承办|协办)){1,3}"
)
"""`某市市委宣传部主管 某某日报社主办`: who keeps a paper."""
EDGE_OPENERS = (APPLIED, KEEPERS)
EDGE_SIGNS = ("打开", "大图", "正文", "主管", "主办")
"""One of them stands in each such line."""
_NAME = r"[一-鿿]{1,2}\s?[一-鿿]{1,2}"
REPORTERS = regex(
    rf"[一-鿿]{{0,10}}记者\s{{0,3}}{_NAME}(?:[\s、]{{1,3}}{_NAME}){{0,3}}\s{{1,3}}(?:通讯员|摄影记者|实习生)\s{{0,3}}{_NAME}(?:[\s、]{{1,3}}{_NAME}){{0,3}}"
    rf"|[一-鿿]{{2,6}}[:：]\s?{_NAME}\s{{1,3}}(?:报道|供稿|撰稿|摄影)"
)
"""`晚报首席记者青禾 通讯员王溪`, `华东区：青禾 报道` alone above a text: who wrote it."""
NO_TITLES = (REPORTERS, KEEPERS)


def is_no_title(folded_line: str) -> bool:
    """Say whether a folded line names those who report or keep a paper, and nothing else."""
    if not any(sign in folded_line for sign in TITLE_SIGNS):
        return False
    return any(shape.fullmatch(folded_line) for shape in NO_TITLES)


TITLE_SIGNS = ("记者", "报道", "供稿", "撰稿", "摄影", "主管", "主办")
