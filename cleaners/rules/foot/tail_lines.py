"""What lines under a text are: notices, links to neighbours, like counters, a site's footer. Which to take: `tails`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from cleaners.regex import joined, regex
from cleaners.rules.damage.broken_lines import ENDS, paragraph_from, starts_above
from cleaners.rules.folding import folded
from cleaners.rules.foot.copied_feet import COPIED_FEET
from cleaners.rules.foot.disclaimer_lines import NOTICE, RULED
from cleaners.rules.foot.foot_lines import MORE_FEET, NAMED, SHEETS
from cleaners.rules.foot.foot_rest import TALK_CHARS, is_over_text, is_rest, may_stand_in_list, set_close
from cleaners.rules.foot.meta_below import META_FEET, heads_links, runs_below
from cleaners.rules.foot.page_feet import PAGE_FEET
from cleaners.rules.foot.page_tools import CODES, LIKES, NEIGHBOUR, PAGER, PHONE, TOOLS
from cleaners.rules.foot.sample_feet import PORTAL_FOOT
from cleaners.rules.foot.site_feet import COPYRIGHT_HEAD, HOST, LINKS, MACHINE, SITE_FEET, is_contact
from cleaners.rules.foot.site_lines import SITE_LINES
from cleaners.rules.foot.speech_feet import SPEECH_OPENERS
from cleaners.rules.foot.staff_lines import is_beside, is_pen, is_pen_below, staff_of
from cleaners.rules.foot.stranger_feet import TAGS
from cleaners.rules.foot.widget_lines import WIDGETS
from cleaners.rules.frame.joined_lines import is_joined
from cleaners.rules.frame.link_lines import LINK_CHARS, LINK_LINES, LIST_LINES, is_link, is_list_head
from cleaners.rules.frame.web_words import WEB_FOOT
from cleaners.rules.inside.injected_lines import is_injected
from cleaners.rules.intro.intro_lines import closing_start
from cleaners.rules.lines import Line, is_sentence, lines_of

_WEB = r"(?:网络|互联网|网上|网友|互联网用户|网站|其他网站|其它网站)"
REPOSTED = regex(
    r"[（(【\[*※☆★\s]*(?:(?:特别|郑重|温馨|版权|免责|版权与?免责)?(?:声明|说明|提示)[:：]\s*)?(?:本站|本网|本|该|此"
    r"|以上|部分|所有|上述)*"
    r"(?:文章|文|内容|资料|稿件|文档|图文|素材|作品|信息|帖子|资源|范文|文字)?(?:及图片)?(?:均|皆|都|部分|大多|多|全部"
    r"|主要|系|由)*"
    rf"(?:转载|转自|来源|来自|摘自|源自|收集|采集|整理|搜集)(?:自|于|整理)*{_WEB}.{{0,160}}?"
    r"(?:版权归|著作权归|侵权|侵犯|侵害|学习交流|交流学习|联系(?:我们|本站|管理员|网站|站长|客服|作者|删除)).{0,120}"
)
"""`文章转载网络,只供大家学习交流,版权归属作者,如有侵权请…联系`: subject, where from, and a legal word. Bounded."""
CLAIMED = regex(
    r"[（(【\[*※\s]*(?:文章|本文)?(?:特别|郑重|温馨|版权|免责|版权与?免责|侵权|本站|网站)(?:声明|说明|提示)[:：]?.{0,80}?"
    r"(?:用户(?:自行)?(?:上传|提供|发布|贡献)|网友(?:上传|提供|发布)|本站|本网站|版权归(?:属|原|作)|版权(?:等)?问题|侵权).{0,300}"
    r"|(?:(?:来源|信息来源)[:：][^。:：]{2,24}?)?(?:(?:特别|版权|免责|郑重)?声明[:：]?\s*)?[（(]?(?:本[站网])?转载(?:此文|本文|该文"
    r"|的?文章)?(?:的?目的)?(?:是|在于|均?系)?(?:出于)?传递更多信息[^\n]{0,260}"
    r"|声明[:：]\s?本[站网][^\n]{0,200}(?:侵权|侵犯|版权)[^\n]{0,200}"
    r"|(?:注意|注|备注|说明|提示)[:：]\s?(?:本[站网]|部分|以上)[^\n]{0,60}(?:网友|用户|网络|互联网)[^\n]{0,60}(?:侵权|侵犯|版权)[^\n]{0,160}"
    r"|(?:违法(?:违规)?[及和与或]?侵权|侵权[及和与或]?违法)[^。；，,:：]{0,6}请?联系\s?[:：](?=[^\n]{0,80}@)[^。；，\n]{6,100}"
    r"|(?:免责|版权|特别)?声明[:：]\s?本(?:媒体|平台|公众号|报)[^\n]{0,40}(?:文章|图片|稿件)[^\n]{0,40}(?:来源|来自)[^\n]{0,20}网络[^\n]{0,160}"
)
"""`免责声明：本文由用户上传…`: a notice that calls itself one and speaks of a site. Bounded."""
INFRINGED = regex(
    r"(?=[（(*※\s]*[如若假倘])(?!.{0,160}(?:[我本](?:局|县|市|镇|乡|村|区|州|省|院|办|处|厅|所|中心|单位|委|队"
    r"|部门)))[（(*※\s]*(?:如(?:有|果)?|若有?|假如|倘若)(?:您|你)?(?:发现)?(?:本站|本文|该文|内容|涉及|涉嫌|存在|无意"
    r"|作者|版权|有)*"
    r"(?:侵权|侵犯|侵害|版权问题|抄袭|版权异议|版权争议).{0,60}(?:联系|告知|通知|邮件|来信|来函|举报|删除).{0,80}"
)
"""`如有侵权请联系…删除`: whole line. An office that speaks of itself is no web site. Bounded; the
first look ahead spares other lines the second, which is slow."""
CONTRIBUTED = regex(
    r"[（(【*※\s]*(?:(?:特别|免责|版权)?声明[:：]\s*)?(?:[本此该]文档|本文(?:内容|章)?|[本该]资[料源]|本站内容"
    r"|文章内容|内容|本页内容|文档)"
    r"(?:由|为|系|均由|来自)(?:互联网用户|用户|网友|会员|作者)(?:自发)?(?:贡献|上传|投稿|发布|提供|分享).{0,400}"
)
"""`本文内容由互联网用户自发贡献…`, to the end of its line. Bounded."""
REPRINT = regex(
    r"[（(【*※\s]*(?:注[:：]\s?)?(?:本文(?:来自|来源于?|出自|摘自|转自)\s?[:：]?\s?[^。，,]{2,50}[，,]\s?(?=转载))?(?:(?:(?:本站)?原创(?:文章|内容|作品)[，,]?(?=[如若欢]))?(?:如若|如需|如果|若需|若要|如|欢迎|本文)?转载(?:本文|引用|此文|该文)?(?:，|,|时|\s)*(?:请|须|需|敬请"
    r"|务必)(?:您|务必)?"
    r"(?:注明|标明|保留|附上)|(?=本[文稿])(?=.{4,30}原创)(?:本文|本稿)(?:为|系|是)[^。，,]{0,20}原创(?:文章|稿件|作品)?[，,][^。]{0,8}转载(?:请|须|需)"
    r"(?:附上|注明|标明|保留|联系)|(?:本文|文章|原文|转载)(?:地址|链接|网址|出处|来源)[:：]\s*(?=https?://|www\.)"
    r"|(?=[未非]经)(?=.{0,120}(?:本[站网文刊]|网站|作者|原创|版权|授权|必究))(?:未经|非经)[^。]{0,20}(?:不得|禁止"
    r"|严禁)[^。]{0,10}转载).{0,200}"
)
"""`如若转载，请注明出处：URL`, to the end of its line. Bounded; the first of two looks ahead spares other lines the
second, which is slow."""
KEYWORDS = regex(r"(?:本文|文章|相关)?(?:tags?(?:标签)?|标签|关键词|关键字)\s*[:：][^。；]{0,120}", re.IGNORECASE)
SITE_FOOT = regex(
    r"网站标识码\s*[:：].{0,80}|主办(?:单位)?\s*[:：].{1,40}(?:承办|技术支持|维护)(?:单位)?\s*[:：].{1,40}|"
    r"[^。]{0,80}[一-鿿]ICP[备证]\d{5,10}号.{0,120}|(?:Copyright|©|版权所有\s*[:：©]?)[^。；]{0,120}"
    r"|[^。]{0,30}All Rights Reserved.{0,60}"
    r"|.{0,40}公网安备\s*\d{11,14}号?.{0,40}"
    r"|(?:(?:关于我们|联系我们|网站地图|免责声明|版权声明|广告服务|加入我们|帮助中心|意见反馈|隐私政策|用户协议"
    r"|设为首页|加入收藏)[\s|｜·-]*+){1,12}+",
    re.IGNORECASE,
)
"""A site's own footer: licence, rights, and the menu below; whole line, bounded."""
_LOST = (
    r"读取内容中[,，]请(?:等待|稍候)(?:\.{3}|…)?|数据加载中(?:\.{3}|…)?|相关(?:文章|新闻)\s{1,4}关闭窗口|Baidu|Baidu\s?map"
    r"|map|顶部|页\s?[:：]|\[\d{1,3}\]"
    r"|(?:[(（][^()（）]{0,60}下载次数[:：]\s?\d{1,7}[)）]\s{0,3}上传\s{1,3}点击文件名下载附件\s{1,3})?欢迎光临\s[^。，；]{1,30}\s[(（]https?://[\x21-\x7e]{4,60}[)）]"
    r"(?:\s{1,3}Powered by Discuz!?\s?X?[\d.]{0,6})?"
)
COMMENTS = regex(
    r"(?:发表|提交|添加|我要|查看|网友|全部|最新|文档|文章)?评论(?:列表|内容)?\s*(?:[(（]\s*\d{0,6}\s*[)）]|[(（]暂无评论[,，]\s?\d{0,6}\s?人围观[)）])?|(?:暂无"
    r"|还没有|共\s?\d{1,6}\s?条)评论.{0,12}|取消回复"
    r"|一?共有\s?\d{1,6}\s?条评论|(?:最新评论\s*)?进入详细评论页>*|请自觉遵守互联网相关的政策法规.{0,60}|评价\s*[:：]\s*中立\s*好评\s*差评"
    r"|表情\s*[:：]"
    r"|用户名\s*[:：].{0,20}(?:密码|验证码).{0,30}|[顶踩]一下(?:\s*\(\d{1,6}\))?(?:\s*[\d.]{1,6}%)?"
    r"|[-—=_*·.\s]{6,80}|-{3,60}\s*分隔线\s*-{3,60}"
    rf"|{_LOST}"
    r"|您的(?:邮箱|电子邮箱|电子邮件)地址不会被公开。?.{0,30}|必填项已用.{0,6}标注"
)
"""A comment form without its comments; whole line, bounded."""
ENDING = regex(
    r"[-—–=*·\s（(【\[]*(?:全文完|全文结束|正文结束|the end)[-—–=*·\s）)】\]]*"
    r"|[^。；，]{0,20}(?:关注|搜索)[^。；，]{0,12}公众号[^。；]{0,30}"
    r"|(?:文章|信息|本文|内容|稿件)来源\s*[:：][^。；]{2,40}",
    re.IGNORECASE,
)
"""`-全文完-`, an invitation to follow an account, the host's word on its source; whole line, bounded."""
NOTICES = (REPOSTED, CLAIMED, INFRINGED, CONTRIBUTED, REPRINT, NOTICE)
NOTICE_STARTS = frozenset(
    "上主以注作侵违信倘假免重全内原及图均声多大如帖所提搜摘收整文未本来欢此温源版特由皆稿系素若范该说资转郑部都采非备网"
    "註違來係內圖採歡溫範繫聲蒐該說説資轉鄭備網"
)
"""How a notice may begin behind its ornaments, in either script (a test derives it from the shapes): few lines do."""
ORNAMENTS = (
    "（(【[*＊※☆★ \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What may stand before it; white space as `\\s` knows it."""
FURNITURE = (
    KEYWORDS, SITE_FOOT, COMMENTS, ENDING, PORTAL_FOOT, *MORE_FEET, *SITE_FEET, *COPIED_FEET, *META_FEET, *WIDGETS,
    WEB_FOOT, *SITE_LINES, RULED,
)  # fmt: skip
OPENERS = (
    NEIGHBOUR, TOOLS, CODES, SITE_FOOT, TAGS, NAMED, LINKS, WEB_FOOT, PAGER, COPYRIGHT_HEAD, SHEETS, *SPEECH_OPENERS,
)  # fmt: skip
"""Lines of a foot below which no text goes on; so do those of its staff."""
TAIL_LINES = joined((LIKES, NEIGHBOUR, TOOLS, PHONE, PAGER, *LINK_LINES, *FURNITURE))
LIST_HEAD_CHARS = 24
"""Characters at the end of closing words that may be the head of a list."""
NOTICE_CHARS = 700
"""Characters of a line that may be a notice; a longer one is a text."""


def is_notice(words: str) -> bool:
    """Say whether a whole line is a disclaimer or reprint notice."""
    return words.lstrip(ORNAMENTS)[:1] in NOTICE_STARTS and is_of(words, NOTICES)


@lru_cache(maxsize=2)
def begun_like_notices(text: str) -> tuple[int, ...]:
    """Give the indices of a text's lines that begin as a notice may, the only ones that can be one; three rules ask."""
    lines = enumerate(lines_of(text))
    return tuple([n for n, line in lines if line.words.lstrip(ORNAMENTS)[:1] in NOTICE_STARTS])


def is_of(words: str, shapes: Sequence[re.Pattern[str]]) -> bool:
    """Say whether a whole line is of one of some shapes."""
    if not 0 < len(words) <= NOTICE_CHARS:
        return False
    line = set_close(folded(words))
    return any(shape.fullmatch(line) for shape in shapes)


@lru_cache(maxsize=64)
def is_tail_line(words: str) -> bool:
    """Say whether a whole line is anything that stands under texts; four rules ask it of the same last lines."""
    return len(words) <= NOTICE_CHARS and (is_one_line(words) or is_joined(words, is_one_line))


def is_one_line(words: str) -> bool:
    """Say whether a line is one of a foot, with nothing beside it."""
    if is_list_head(words) or is_closing(words) or staff_of(words) or is_notice(words) or is_injected(words):
        return True
    return bool(words) and TAIL_LINES.fullmatch(set_close(folded(words))) is not None


def is_closing(words: str) -> bool:
    """Say whether a whole line is the site's closing words, with or without the head of a list behind them."""
    return len(words) <= NOTICE_CHARS and closing_start(words) == 0


def heads_list(words: str) -> bool:
    """Say whether below a line stands a list of other texts: it is the list's head, alone or behind closing words."""
    if is_list_head(words):
        return True
    if len(words) > LINK_CHARS and not is_closing(words):
        return False
    tail = words[-LIST_HEAD_CHARS:]
    return any(is_list_head(tail[n:]) for n in range(1, len(tail)) if tail[n - 1] in "。！!.")


def opens_foot(words: str) -> bool:
    """Say whether a whole line stands below a text alone, so that what is printed below it is the site's."""
    if is_notice(words) or (len(words) <= TALK_CHARS and is_of(words, SITE_LINES)):
        return True
    if not 0 < len(words) <= LINK_CHARS:
        return False
    line = folded(words)
    return bool(staff_of(words)) or any(shape.fullmatch(line) for shape in OPENERS)


def heads_rest(lines: Sequence[Line], at: int, end: int) -> bool:
    """Say whether below such a line stand words of the site alone up to `end`, and running text above it."""
    if not is_rest(lines, at, end) or not opens_foot(lines[at].words) or is_over_text(lines, at, end):
        return False
    return any(is_sentence(line.words) for line in lines[:at])


def tail_zone(lines: Sequence[Line]) -> int:
    """Give the index of the first line of the tail: below it stand only blank lines, notices and lists of links."""
    return _zone(tuple(lines))


@lru_cache(maxsize=2)
def _zone(lines: tuple[Line, ...]) -> int:
    index = sure = len(lines)  # what may be a notice's own address is the site's below a surer line only
    while index > 0:
        words = lines[index - 1].words
        if words and (is_tail_line(words) or (is_beside(words) and _stands_beside_staff(lines, index))):
            index = sure = index - 1
            continue
        if not words or (len(words) <= NOTICE_CHARS and is_contact(folded(words))):
            index -= 1
            sure = index if (sure == index + 1 and not words) or _is_host_above(lines, index, sure) else sure
            continue
        head = _head_of_list(lines, index)
        if head is None and (start := runs_below(lines, index)) < index:
            head = start
        if head is None:
            head = _head_of_broken(lines, index)
        if head is None:
            return sure
        index = sure = head
    return sure


def _is_host_above(lines: Sequence[Line], index: int, sure: int) -> bool:
    """Say whether a line names the site's owner above its licence, with nothing but its addresses between them."""
    if sure >= len(lines) or not HOST.match(folded(lines[index].words)):
        return False
    return bool(HOST.match(folded(lines[sure].words))) or is_of(lines[sure].words, (SITE_FOOT, MACHINE, *PAGE_FEET))


def _stands_beside_staff(lines: Sequence[Line], index: int) -> bool:
    """Say whether the next filled line below is one of staff, or of a label beside them, or the one above is."""
    for line in lines[index : index + 4]:
        if line.words and not is_beside(line.words):
            if staff_of(line.words) or _is_tool_below(lines[index - 1].words, line.words):
                return True
            break
    above = next((line.words for line in reversed(lines[max(0, index - 5) : index - 1]) if line.words), "")
    is_written = is_pen(lines[index - 1].words) and (above.endswith(ENDED) or is_beside(above))
    return bool(staff_of(above)) or is_written or is_pen_below(lines, index)


ENDED = ("。", "！", "!", "”", "）", ")")
"""How the text above a writer's line ends: with a sentence."""


def _is_tool_below(words: str, below: str) -> bool:
    """Say whether below a label that stands beside staff are the page's tools; what it names is no note on data."""
    if len(below) > NAMED_CHARS or DATA.search(folded(words)):
        return False
    return bool(TOOLS.fullmatch(folded(below)) or NEIGHBOUR.fullmatch(folded(below)))


NAMED_CHARS = 100
DATA = regex(r"统计|调查|年鉴|公报|数据|报表|测算|资料|图|表")
"""Words of a note on where a report's figures are from."""


def _head_of_list(lines: Sequence[Line], index: int) -> int | None:
    """Give the line that heads the list of links which ends above `index`; None where no list ends there."""
    for at in range(index - 1, max(-1, index - 1 - LIST_LINES), -1):
        words = lines[at].words
        if heads_list(words) or heads_links(lines, at, index) or heads_rest(lines, at, index):
            return at
        if words and not (is_link(words) or is_tail_line(words) or may_stand_in_list(lines, at)):
            return None
    return None


def _head_of_broken(lines: Sequence[Line], index: int) -> int | None:
    """Give the first line of a notice or of closing words whose last broken line stands above `index`; else None."""
    for start in starts_above(lines, index - 1):
        if index - 1 in own_lines(lines, start):
            return start
    return None


def own_lines(lines: Sequence[Line], start: int) -> tuple[int, ...]:
    """Give the lines of a notice or of closing words that begin with a line and were broken; empty for others.

    All of a notice's lines speak of a site, and it has an end mark.
    """
    words, places = paragraph_from(lines, start)
    if len(places) < 2 or len(words) > NOTICE_CHARS:
        return ()
    if is_notice(lines[start].words) and words.endswith(ENDS):
        return places if all(SITE_TALK.search(lines[at].words) for at in places) else ()
    return places if closing_start(words) == 0 else ()


SITE_TALK = regex(r"本站|侵权|举报|邮件|删除|抄袭|联系|@|管理员|核实|法律责任|违法|版权|所有权|观点|存储空间"
    r"|一经查实")
"""Words of which each line of a broken notice has one."""
