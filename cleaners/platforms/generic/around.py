"""Lines round a text: the meta line under its title and what stands at its end. Words without white space come in.

Whether a block may be left out is decided in `body`; lines of dumps are the rules' matter.
"""

import re

from cleaners.regex import regex
from cleaners.rules.foot.tail_lines import is_tail_line
from cleaners.rules.head.meta_labels import LABEL
from cleaners.rules.head.meta_lines import DATE_SHAPE

END_HEAD = regex(
    r"[【\[■◆▶>\s]*(?:相关(?:阅读|推荐|新闻|文章|报道|链接|内容|帖子)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻)"
    r"|猜你喜欢|大家都在看|为你推荐|精彩推荐"
    r"|更多(?:精彩|新闻|内容).{0,8}|上一[篇条页]|下一[篇条页]|责任编辑|[（(]?责编|编辑[:：]|扫一扫|扫描二维码"
    r"|分享到|打印本页|关闭窗口|网友评论|我要评论|最新评论"
    r"|免责声明|版权声明|特别声明|平台声明|郑重声明)"
)
"""Beginnings of blocks below a text; matched at a block's start only."""
_NAMES = r"[一-鿿A-Za-z·、，,\d]{0,24}"
_TOOL = (
    r"(?:打印(?:本[页文]|此[页文])?|关闭(?:窗口|本页|页面)?|返回(?:顶部|列表|首页|上一?页)?|字[号体][:：]?|默认"
    r"|超大|[大中小]字?号?|我要(?:纠错|反馈|举报|评论)|纠错|举报|反馈|加?(?:入)?收藏(?:本[页文])?"
    r"|点赞|赞|踩|在看|喜欢|转发|转载|分享(?:到|至|让更多人看到)?|微信(?:好友|扫一扫)?|微博|新浪微博|朋友圈"
    r"|QQ(?:空间|好友)?|评论|回复|打赏|赠金笔|阅读|浏览|\+?关注|复制链接|发表评论|告诉好友|推荐给?好友"
    r"|[\[【】\]()（）|｜┊▼:：/·.,，>»+＋\d]|次|人|条)"
)
END_LINE = regex(
    rf"[\[【（(]?(?:作者[:：]?{_NAMES})?(?:责任编辑|责编|文字编辑|图片编辑|本[期文]编辑|值班编辑|编辑|编审|初审"
    rf"|二审|复审|终审|审核|审签|校对|监制|录入|文章录入|信息录入|[责責]任編輯|編輯|核稿[:：人]?)[:：/]{_NAMES}"
    rf"(?:(?:责任编辑|编辑|编审|初审|二审|复审|终审|审核|审签|校对|监制|主编|编校"
    rf"|[一二三]审)[:：/]{_NAMES}){{0,5}}[\])）】]?"
    rf"|(?=.{{0,40}}(?:打印|关闭|返回|字[号体]|纠错|收藏|赞|分享|转发|举报|评论|喜欢|告诉好友)){_TOOL}++"
    r"|返回(?:搜狐|首页|网易|新浪).{0,10}"
    r"|.{0,12}(?:扫一扫|扫描|扫码|长按|识别).{0,12}(?:二维码|打开当前页|关注|下载).{0,24}|.{0,8}扫一扫.{0,20}"
    r"|(?:点击|立即|欢迎|请)?(?:下载|打开|安装)[^。]{0,14}(?:客户端|APP|App)[^。]{0,24}"
    r"|(?:更多|想看|获取)[^。]{0,20}(?:请)?(?:关注|下载|搜索|点击)[^。]{2,40}|关注[^。]{0,6}(?:公众号"
    r"|微信)[:：]?[^。]{0,24}"
    r"|[^。]{0,12}(?:未经|非经)[^。]{0,20}(?:不得|禁止|严禁|请勿)[^。]{0,10}(?:转载|使用|转)[^。]{0,80}[。！]?"
    r"|(?:点击|点)?(?:阅读原文|查看原文|轻触查看原文|预览时标签不可点)"
    r"|[^。]{0,40}(?:下载|下載|打开|安装)[^。]{0,6}(?:APP|App|客户端)[^。]{0,40}。?|.{2,10}(?:客户端|APP|App)|(?:共享"
    r"|分享)此文章?[:：]?|点击(?:以在|分享到).{0,30}"
    r"|(?:作者[:：].{0,30})?(?:出处|来源)[:：].{0,60}(?:版权|转载).{0,120}|.{0,60}(?:本文版权归|转载请(?:注明"
    r"|联系)|欢迎转载|谢绝转载|禁止转载|违者必究|侵权(?:必究|请联系|联系删除)).{0,120}"
    r"|(?:分享|转载|标签|关键[词字]|关键字|Tags?|本文(?:标签|地址|链接|网址)|话题|栏目)[:：][^。]{0,80}",
    re.IGNORECASE,
)
"""A whole line that belongs to no text where it stands at the end: who edited it, tools, adverts of the site's own app.

Every repetition is bounded or possessive; no branch begins with one.
"""
BRACKETS = regex(r"[【】\[\]｜|]+")
"""Marks between the parts of a line of tools."""
INTERRUPTION = regex(
    r"(?:請|请)?(?:繼續|继续)往下(?:閱讀|阅读)[.…]{0,6}|[-—(（【\[]{0,3}(?:广告|廣告|[Aa]dvertisement"
    r"|AD)[-—)）】\]]{0,3}|(?:点击|點擊)(?:查看|放大|大图|大圖|原图|原圖){1,3}|查看原图.{0,8}"
    r"|加载中[.…]{0,6}"
    r"|以下(?:是|为)?(?:广告|廣告)|(?:文章)?(?:未完|全文).{0,6}(?:继续|展开)(?:阅读|全文)|(?:點|点)我(?:看|下載"
    r"|下载).{0,20}|(?:閱讀|阅读)整篇文章|播报|播放|[\[［]?编辑[\]］]?|播报编辑"
)
"""A whole line that parts a text and is none of it, wherever it stands. Bounded."""
STATEMENT = regex(
    r"[【\[（(*※\s]{0,3}(?:特别|平台|免责|版权|郑重|转载|温馨|风险)(?:声明|提示|申明)[】\]:：]"
    r"|(?:本文|文章|以上(?:内容|文章)|该文|内容)(?:系|为|由|仅|来自|版权|观点|代表|来源于).{0,40}(?:作者|原创"
    r"|本人|观点|立场|转载|授权|发布|上传|侵权|版权)"
    r"|本(?:网站?|站).{0,30}(?:转载|版权|侵权|立场)|(?:©|著作权|版权)(?:归|所有).{0,60}"
)
"""The beginning of what a host says of rights; such a line at the end belongs to no text."""
STATEMENT_CHARS = 260
SHORT_DATE = regex(
    r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|(?<!\d)\d{1,2}[-/月]\d{1,2}日?\d{2}:\d{2}|\d{1,2}(?:分钟|小时"
    r"|天|个月|年)前"
    r"|(?<!\d)\d{1,2}:\d{2}(?!\d)"
)
STAMP = regex(r"[(（\[]?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)[)）\]]?")
"""A date with its time, without white space: what stands alone before a text is its stamp."""
META_CHARS = 90
STAMP_CHARS = 60
OWN_LABELS = (
    "发布", "发表", "更新", "添加", "上传", "来源", "浏览", "点击", "阅读", "發布", "發佈", "發表", "來源",
    "字体", "字号", "作者", "编辑", "栏目", "分类", "人气", "录入",
)  # fmt: skip
TITLED = regex(r"(?:原标题|原題|标题|標題)[:：]")
PATH = regex(r"(?:您?(?:的|现在的?|当前的?|所在的?|當前的?)?位置|首[页頁])[:：>»›/]")
"""The beginning of a breadcrumb."""


def starts_end(text: str, start: int, end: int) -> bool:
    """Say whether a stretch begins as what stands below texts does."""
    return bool(END_HEAD.match(text, start, end) or STATEMENT.match(text, start, end))


def is_end_line(words: str) -> bool:
    """Say whether a whole line belongs to no text where nothing but such lines follows."""
    if len(words) <= STATEMENT_CHARS and STATEMENT.match(words):
        return True
    if END_LINE.fullmatch(words) or is_tail_line(words):
        return True
    pieces = [piece for piece in BRACKETS.split(words) if piece]
    return len(pieces) > 1 and all(END_LINE.fullmatch(piece) for piece in pieces)


def is_stamp(words: str) -> bool:
    """Say whether words are nothing but a date with its time."""
    return bool(STAMP.fullmatch(words))


def is_interruption(words: str) -> bool:
    """Say whether a whole line only parts a text: an advert's head, a word to read on."""
    return bool(INTERRUPTION.fullmatch(words))


def is_meta_line(words: str, *, is_paragraph: bool) -> bool:
    """Say whether a block above the running text is a line of labels, a stamp, a path, or the title said again.

    Two labels, or a site's own one with a date; a stamp alone only where it is not marked up as the text's paragraphs
    are: `时间：` with a date may be the minutes of a meeting.
    """
    if len(words) > META_CHARS or "。" in words:
        return False
    if TITLED.match(words) or PATH.match(words):
        return True
    labels = LABEL.findall(words)
    has_date = bool(DATE_SHAPE.search(words) or SHORT_DATE.search(words))
    if len(labels) >= 2 or (len(labels) == 1 and labels[0].startswith(OWN_LABELS) and has_date):
        return True
    return has_date and not is_paragraph and len(words) <= STAMP_CHARS
