"""What the lines of a dumped forum page are: floor tails, page footer, where a floor's text begins and ends.

Which line heads a floor: `floor_heads`; what is taken: rules. The words are those of the default templates X1.5 to
X3.5, desktop, printable and archiver, in the order of the page (reference: realtext 3a, discuz; seen in dumps where one
template line comes out as several).
"""

import re
from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.forum.floor_heads import ANSWERS, FLOOR_MARK, HEAD_REST, PRINTED_HEADER, STAMP
from cleaners.rules.lines import Line, is_sentence

_TAIL_WORDS = (
    "回复此楼|\\d{1,6} ?个回复"
    "|顶端|淘江湖|QQ微博|新浪(?=\\s)|微信朋友圈|QQ好友和群|QQ空间|腾讯微博|腾讯朋友|新浪微博|人人网|开心网|微信好友|微信|分享到|分享给好友|转播给听众|分享|收藏|淘帖|淘专辑|转播"
    "|转发|支持|反对|评分|点评|查看全部评分|回复|引用|使用道具|举报|报告|提升卡|置顶卡|沉默卡|喧嚣卡|变色卡|千斤顶|照妖镜|显身卡|道具|返回顶部|返回列表|返回版块|TOP|顶|赞|踩|送花|鲜花|鸡蛋"
    "|发表回复|回帖并转播|发新帖|发表新帖|发帖|高级模式|快速回复|回帖后跳转到最后一页|本版积分规则|后才可以回帖|后才可以发帖"
    "|立即注册|QQ登录|使用QQ帐号登录|登录|注册|手机版|小黑屋|Archiver|网站地图|站点统计|触屏版|标准版"
    "|路过|雷人|握手|邀请|描述|浏览器收藏|加为IE收藏|收藏主题|限\\d{1,5} ?字节"
    "|上一主题|下一主题|上一页|下一页|上一个|下一个|打印本页|打印|帖子|主题|附件|编辑|推送|管理|添加到收藏|送鲜花|砸鸡蛋|Color|Image|Link|Quote|Code|Smilies|您需要|关闭|淘"
    "|使用特权|[\\x22“]?真诚赞赏[,，]手留余香[\\x22”]?|还没有人打赏[,，]支持一下|打赏|评论|添加到话题|楼主发言|发图|(?<=\\d)[次张楼]|单帖管理|中立|回到顶部|最新喜欢|喜欢|楼主热帖|订阅|跳转到|来自|or(?![a-z])|倒序浏览"
)
TAIL_LINE = regex(r"(?=.*[^\W\d_])(?:" + _TAIL_WORDS + r"|B(?=$)|[\s|｜·•/»›:：\d,，()（）+.*-])++")
"""A line of nothing but footer words, marks and numbers. Possessive: one pass."""
STRONG_TAIL = regex(
    r"\bTOP\b|使用特权|回复此楼|打赏|楼主发言|单帖管理|\d ?个回复|喜欢\s?[(（]?\d|^\d{1,5}喜欢$|雷人"
    r"|顶端\s{1,4}回复|使用道具|举报|显身卡|本版积分规则|您需要登录后才可以[回发]帖|发表回复|返回列表|快速回复|高级模式"
)
"""What stands under every floor or under the last one, and nowhere in a text as a line of such words only."""
FOOTER = regex(
    r"Powered by\s+(?:Discuz!?|phpwind).*|Total\s+[\d.]{3,12}\(s\).*"
    r"|Posted\s?[:：]\s?\d{4}-\d{1,2}-\d{1,2}[^\n]{0,30}"
    r"|GMT\s*[+-]\s*\d{1,2}(?:[.:]\d{1,2})?\s*,.*|,?\s*Processed in\b.*"
    r"|[上下]一篇\s?[:：].{0,80}|最新评论|帖子永久地址\s?[:：]?.{0,80}|欢迎光临\s.{1,60}\(https?://.*|查看完整版本[:：].*"
    r"|(?:Copyright\s*)?©\s*(?:\d{4}).*(?:Comsenz|Discuz|Tencent|phpwind|Design S).*"
    r"|.{0,60}[(（]?\s*[一-鿿]ICP[备证]\d.*|.{0,12}公网安备\s*\d{6,}.*|页[:：]\s*\[\d+\].*",
    re.IGNORECASE,
)
"""Lines of the page footer."""
RELATED = regex(
    r"相关(?:帖子|主题|阅读|推荐)[:：]?|搜索更多相关主题的帖子\s?[:：].{0,80}"
    r"|本帖被以下淘专辑推荐[:：].*|最近访问|浏览过的版块.*"
)
COUNTER = regex(r"\d{1,6}|[|｜]")
"""A button's count, or the bar between two buttons, on a line of its own; footer only among footer lines."""
REMARKS = "点评"
REMARK = regex(r"\S{1,20}\s{1,4}.{0,200}\s发表于\s{1,3}" + STAMP)
"""One remark below a post, under their heading; bounded."""
RATINGS = ("评分", "免费评分")
ALL_RATINGS = ("查看全部评分", "查看更多评分")
"""The heading of the ratings, and the link below them; what stands between that and the buttons is the board's."""
RATED = regex(r"参与人数\s*\d{1,4}(?!\d).{0,60}")
"""The head of the ratings under a post."""
RATING = regex(r"\S{1,20}\s+[+-]\s?\d{1,4}\b.{0,60}")
"""`NAME + 2 reason`: one rating."""
STATISTIC = regex(
    r"(?=.*[^\W\d_])(?:(?:论坛)?(?:级别|等级)\s?[:：]\s?[^\s|]{1,8}|(?:经验|鲜花)(?=\s?[:：])|主题帖|问答数|离线|UID"
    r"|(?:\d{1,7} ?)(?:RMB|点|枚|\(小时\))"
    r"|发帖|短消息|个人空间|发短消息|加为好友"
    r"|Rank|主题|帖子|回帖|精华|积分|听众|收听|威望|金钱|金币|贡献|阅读权限|在线时间|注册时间|最后登录|性别|来自|UID|发消息|加好友"
    r"|好友|IP卡|狗仔卡|勋章|道具卡|加关注|写私信|粉丝|铜币|银元|银币|贡献值|好评度|关注Ta|收听TA|关注|私信|当前离线|当前在线|新手上路|注册会员|注册用户|中级会员|高级会员|金牌会员|论坛元老|管理员|超级版主|版主|串个门|打招呼|该用户从未签到|签到天数"
    r"|[\s|｜,，:：\d.-]|小时|天|距离下一级还需)++"
)
"""The author's box beside a floor: its words and numbers only."""
SITE_NOTICE = regex(r"本站|本论坛|本网站|本版|免责|版权|网友发表|All Rights", re.IGNORECASE)
"""Words of a site's notice in the page footer, which may be long."""
NUMBERS = regex(r"\d{1,9}")
BOX_COUNTERS = 3
"""Numbers in a line that make it an author's box: `UID 1203 帖子 45 精华 0`."""
TEXTS_BELOW = 3
"""Sentences below a run of footer words that show that the text goes on."""
QUIET_HAN = 60
"""Characters above which a sentence under a floor's end means that the text goes on there."""


THREAD_COUNTERS = regex(r"查看\s?[:：]\s?\d{1,9}\s{0,3}[|｜]?\s{0,3}回复\s?[:：]\s?\d{1,7}")
"""`查看: 2053|回复: 0` between a header and its text; bounded."""


def body_start(lines: Sequence[Line], header: int, stop: int) -> int:
    """Give the index of the first line behind a floor's head: behind its header and the words that go with it.

    Where nothing but the floor's foot is left above `stop`, a last word that people answer is the text.
    """
    index = header + 1
    while index < len(lines) and (not lines[index].words or _is_of_head(lines[index].words)):
        index += 1
    if index >= stop or (is_tail_line(lines[index].words) and not EXCLAMATION.fullmatch(lines[index].words)):
        last = next((n for n in range(min(index, stop) - 1, header, -1) if lines[n].words), header)
        if SAID.fullmatch(lines[last].words) and last > header:
            return last
    if (
        lines[header].words.startswith("作者")
        and index < len(lines)
        and lines[index].words.startswith(("标题:", "标题："))
    ):
        index += 1
    return index


EXCLAMATION = regex(r"[顶赞踩]{1,9}|支持|反对|收藏|分享|路过|喜欢")
"""What people answer in one word, which the footer says too."""
SAID = regex(r"沙发|板凳|地板|推荐|精华|打印")
"""What people answer in one word, which a floor's head says too."""


def _is_of_head(words: str) -> bool:
    return bool(HEAD_REST.fullmatch(words) or THREAD_COUNTERS.fullmatch(words))


def body_end(lines: Sequence[Line], start: int, stop: int) -> int:
    """Give the index behind the last line of a floor's text, `stop` where the floor shows no end of its own.

    A floor ends at the first run of footer words that holds a strong one and has no running text below it.
    """
    stop = next((n for n in range(start + 1, stop) if _ends_floor(lines, n, stop)), stop)
    quiet = _quiet_from(lines, start, stop)
    index = start
    while index < stop:
        run_end, is_strong = _run(lines, index, stop)
        if is_strong and run_end > quiet and _ends(lines, range(index, run_end), stop):
            return _with_related(lines, start, index)
        index = max(run_end, index + 1)
    return stop


def _ends_floor(lines: Sequence[Line], index: int, stop: int) -> bool:
    """Say whether a line is the board's form to answer, or heads a list of its author's threads down to `stop`."""
    words = lines[index].words
    if words != HOT:
        return bool(words) and PAGE_END.fullmatch(words) is not None
    below = [line.words for line in lines[index + 1 : stop] if line.words]
    return bool(below) and all(LINKED.fullmatch(line) for line in below)


HOT = "楼主热帖"
"""What heads the author's other threads below a post."""
LINKED = regex(r"\[[^\[\]\n]{1,12}\]\s?[^\n。]{2,60}|[•·]\s[^\n。]{2,60}")
"""`[百姓论点] T`: such a thread; whole line, bounded."""
PAGE_END = regex(r"发表回复\s{1,4}回帖后跳转到最后一页|(?:高级模式\s{1,4})?(?:发表回复\s{1,4})?本版积分规则")
"""The form to answer below the last floor: what is said below it is the board's own."""


def _ends(lines: Sequence[Line], run: range, stop: int) -> bool:
    """Say whether a run of footer words ends the text: it has several words or the last one, and no text below it.

    A report may have `举报` for a heading.
    """
    below = [line.words for line in lines[run.stop : stop] if line.words]
    if not below:
        return True
    many = sum(len(lines[index].words.split()) for index in run) > 1
    is_footer = any(FOOTER.fullmatch(lines[index].words) or "TOP" in lines[index].words for index in run)
    texts = sum(is_sentence(words) and not SITE_NOTICE.search(words) and not is_tail_line(words) for words in below)
    return (many or is_footer) and texts < TEXTS_BELOW


def is_tail_line(words: str) -> bool:
    """Say whether a line is footer: True for footer words alone and for the page's own footer lines."""
    return bool(TAIL_LINE.fullmatch(words) or FOOTER.fullmatch(words))


def _quiet_from(lines: Sequence[Line], start: int, stop: int) -> int:
    """Give the index behind the last line of running text between start and stop."""
    for index in range(stop - 1, start - 1, -1):
        words = lines[index].words
        is_text = len(words) > QUIET_HAN and is_sentence(words) and not SITE_NOTICE.search(words)
        if is_text and not is_tail_line(words):
            return index + 1
    return start


def _run(lines: Sequence[Line], index: int, stop: int) -> tuple[int, bool]:
    """Follow a run of footer and blank lines; give where it ends and whether a strong line is in it."""
    is_strong = False
    if not lines[index].words:
        return index + 1, False
    begin = index
    while index < stop and (not lines[index].words or _goes_on(lines[index].words, index > begin)):
        words = lines[index].words
        is_strong = is_strong or bool(STRONG_TAIL.search(words) or FOOTER.fullmatch(words))
        index += 1
    return index, is_strong


def _goes_on(words: str, is_inside: bool) -> bool:
    return is_tail_line(words) or (is_inside and bool(COUNTER.fullmatch(words)))


def _with_related(lines: Sequence[Line], start: int, end: int) -> int:
    """Move a floor's end up over ratings and a list of related threads that stand between text and footer."""
    found = end = _above_box(lines, start, end)
    for index in range(end - 1, max(start, end - 30), -1):
        words = lines[index].words
        if RELATED.fullmatch(words):
            found = index
            continue
        if words == REMARKS or REMARK.fullmatch(words):
            found = index if words == REMARKS else found
        elif RATED.fullmatch(words):
            above = next((n for n in range(index - 1, max(start, index - 4) - 1, -1) if lines[n].words), index)
            found = above if lines[above].words in RATINGS else index
        elif any(line.words in ALL_RATINGS for line in lines[max(start, index - 4) : index]):
            continue
        elif (is_sentence(words) and not RATING.fullmatch(words)) or len(words) > QUIET_HAN:
            break
    return found


def _above_box(lines: Sequence[Line], start: int, end: int) -> int:
    """Move a floor's end up over the author's counters, which old boards repeat below a post."""
    index = end
    while index > start and (not lines[index - 1].words or _counts(lines[index - 1].words) >= BOX_COUNTERS):
        index -= 1
    return index if any(line.words for line in lines[index:end]) else end


def _counts(words: str) -> int:
    """Give how many numbers an author's box states in a line; 0 for other lines."""
    return len(NUMBERS.findall(words)) if len(words) <= QUIET_HAN and STATISTIC.fullmatch(words) else 0


def head_start(lines: Sequence[Line], body: int, header: int) -> int:
    """Give the index where a later floor's head begins: above its header, its mark and its author's box."""
    index = header
    has_box = False
    if PRINTED_HEADER.fullmatch(lines[header].words):
        return header  # printable pages have no boxes
    while index > body and (not lines[index - 1].words or _is_of_box(lines, index - 1, header)):
        index -= 1
        has_box = has_box or bool(STATISTIC.fullmatch(lines[index].words))
    while index < header and not lines[index].words:
        index += 1
    index = _above_value(lines, body, index) if has_box else index
    name = lines[index - 1].words if index - 1 > body else ""
    if has_box and name and len(name) <= 15 and not is_sentence(name):
        return index - 1
    return _above_name(lines, body, index)


def _is_of_box(lines: Sequence[Line], index: int, header: int) -> bool:
    """Say whether a line is of a floor's head: a row of the author's box, or a number right below the row it is of."""
    words = lines[index].words
    if not VALUE.fullmatch(words):
        return is_box_line(words)
    above = next((lines[n].words for n in range(index - 1, max(-1, index - 3), -1) if lines[n].words), "")
    return index + 1 < header and bool(STATISTIC.fullmatch(above))


def _above_value(lines: Sequence[Line], body: int, index: int) -> int:
    """Move a box's beginning up over the value of its first row, on skins that print it above its label."""
    above = [n for n in range(max(body, index - BOX_GAP), index) if lines[n].words]
    if len(above) < 2 or not VALUE.fullmatch(lines[above[-1]].words) or len(lines[above[-2]].words) > NAME_CHARS:
        return index
    return above[-2] + 1


BOX_GAP = 6
"""Lines, blank ones too, that a name and the first value of a box take."""
VALUE = regex(r"-?\d[\d.]{0,9}万?")
"""A number of an author's box, a line of its own."""
NAME_CHARS = 15
"""Characters of a name alone on its line."""
PRESENT = regex(r"(?:离线|在线)\s?(?=\S)")
"""`离线青禾`: the icon's word, which phpwind 8 prints before an author's name."""


def _above_name(lines: Sequence[Line], body: int, index: int) -> int:
    """Move a floor's head up over a name and the mark above it: `沙发`, `青禾`, a line each."""
    at = index
    while at > body and not lines[at - 1].words:
        at -= 1
    name = lines[at - 1].words if at > body else ""
    if PRESENT.match(name) and len(name) <= NAME_CHARS:
        return at - 1
    mark = at - 2
    while mark >= body and not lines[mark].words:
        mark -= 1
    is_named = 0 < len(name) <= NAME_CHARS and not is_sentence(name)
    return mark if is_named and mark >= body and FLOOR_MARK.fullmatch(lines[mark].words) else index


def is_box_line(words: str) -> bool:
    """Say whether a line is of a floor's head beside its author: a mark, a row of the box, links."""
    shapes = (FLOOR_MARK, STATISTIC, HEAD_REST, ANSWERS)
    return any(shape.fullmatch(words) for shape in shapes)
