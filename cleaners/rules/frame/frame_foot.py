"""Where a dumped article ends: the blocks of other texts and the site's foot below it. Where it begins: `page_frame`.

A foot is told by two signs at least, and by nothing of the article's own below its first line.
"""

import re
from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.tail_lines import is_tail_line
from cleaners.rules.frame.menu_words import MENU_CHARS, MENU_WORDS
from cleaners.rules.lines import HAN, Line, is_sentence

PROSE_HAN = 25
"""Han characters of a line that is running text and no teaser's title."""
SECTION = regex(
    r"(?:相关|热门|热点|推荐|精彩|最新|图文|网友|随机|今日|延伸|猜你|大家|为[您你]|编辑|責任編輯|点击|阅读|同类|其他|其它|本周|本月|24小时|7天|视频|相關|熱門|熱點|推薦"
    r"|栏目|本栏|最后|最近|站内|更多){1,2}\s?(?:列表|更新|热门|点击|阅读|新闻|文章|推荐|搜索|资讯|资源|排行榜?|内容|图片|专题|话题|视频|评论|喜欢|关注|标签|热榜|排名|在看|都在看|都在搜|回答|问题|文档"
    r"|閱讀|新聞|推薦|評論)(?:\s?(?:更多|换一换|换一批))?\s?[>»›:：+]*"
)
"""The head of a block of other texts, alone on its line; bounded."""
FOOT = regex(
    r".{0,60}(?:Copyright|All Rights Reserved|Powered by|ICP[备证]|公网安备"
    r"|许可证(?:编?号)?[:：]?\s?[\dA-Za-z]|版[权權]所有(?!者)"
    r"|(?:友情链接|联系我们|关于我们|关于本站|网站地图|加载更多|服务条款|隐私政策|举报邮箱|不良信息举报)(?=$|[^一-鿿]|[友联关网服隐广免招法])"
    r").{0,120}",
    re.IGNORECASE,
)
"""A line of a site's foot; whole line, bounded on both sides."""
BUTTON_WORDS = frozenset(
    {"来顶一下", "顶一下", "踩一下", "返回首页", "打印", "挑错", "纠错", "举报", "分享", "点赞", "收藏", "评论"}
)
"""Buttons right below an article."""
FOOT_CHARS = 180
PAGER = regex(r"(?:共\d{1,3}页[:：]?|(?:首页|上一页|下一页|尾页|末页|\d{1,3}|[/\s|\[\]]){2,60}+)")
"""Links to other pages of an article; such words and numbers only, possessive: one pass."""
CLOCK = regex(r".{0,30}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
              r"|\d{2}-\d{2}(?:\s\d{2}:\d{2})?")
"""The line of a teaser that holds its date, with a name before it or none; bounded."""
TEASER_CHARS = 160
FOOT_SIGNS = 2
"""Heads of blocks and lines of a foot that must stand below an article before anything there is taken."""


def stop_of(lines: Sequence[Line], prose: int) -> int:
    """Give the first line of what stands below the article; the number of lines where that is not sure."""
    places = [n for n in range(prose + 1, len(lines)) if lines[n].words]
    words = [lines[n].words for n in places]
    signs = [at for at, line in enumerate(words) if _is_section(line) or _is_foot(line)]
    if len(signs) < FOOT_SIGNS:
        return len(lines)
    # Judged once for all places where a foot may open: only its own first two lines lack those above them.
    last_own = next((at for at in range(len(words) - 1, -1, -1) if _is_own(words, at)), -1)
    for at in range(max(0, last_own - 1), signs[-FOOT_SIGNS] + 1):
        rest = words[at : at + 5]
        if _opens_foot(words[at]) and not any(_is_own(rest, near) for near in range(min(2, len(rest)))):
            return places[at]
    return len(lines)


def _opens_foot(words: str) -> bool:
    if folded(words) in MENU_WORDS or folded(words) in BUTTON_WORDS:
        return True
    return bool(words) and (_is_section(words) or _is_foot(words) or is_tail_line(words) or _is_pager(words))


def _is_pager(words: str) -> bool:
    return len(words) <= FOOT_CHARS and bool(PAGER.fullmatch(words))


def _is_section(words: str) -> bool:
    return len(words) <= MENU_CHARS and bool(SECTION.fullmatch(folded(words).replace("\u3000", "")))


def _is_foot(words: str) -> bool:
    return len(words) <= FOOT_CHARS and bool(FOOT.fullmatch(folded(words)))


def _is_own(rest: Sequence[str], at: int) -> bool:
    """Say whether a line below a block's head is the article's own: running text that is no teaser, or a heading."""
    words = rest[at]
    if re.match(r"[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]", words):
        return True
    if not (is_prose(words) or _is_clause(words)) or _is_foot(words) or is_tail_line(words):
        return False
    return len(words) > TEASER_CHARS or not any(CLOCK.fullmatch(near) for near in rest[max(0, at - 2) : at + 3])


def _is_clause(words: str) -> bool:
    """Say whether a line is a short sentence: `以上名单公示五天。` is no name of another text, nor of a button."""
    return words.endswith(("。", "！", "；")) and is_sentence(words)


def is_prose(words: str) -> bool:
    """Say whether a line is running text, no teaser's title."""
    return is_sentence(words) and len(HAN.findall(words)) >= PROSE_HAN
