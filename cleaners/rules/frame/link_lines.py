"""What lists of other texts round a text look like: their heads, their lines. Which to take: `tails`, `navigation`.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole.
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded

LINK_CHARS = 80
"""Characters of a line that may be a link; a longer one below a list's head means that the text goes on."""
HEAD_CHARS = 100
LIST_LINES = 60
"""Lines that a list below its head may have."""
_KINDS = (
    "推荐|文章|阅读|文档|范文|新闻|链接|内容|资讯|资料|信息|专题|图集|组图|图片集|搜索|主题|帖子|图文|热词|热词搜索|标签|排行|更新"
    "|发布|稿件|图片|视频|话题|解读|政策|政策解读|报道|产品|案例|问答|链结|连结|热搜|专栏|演讲稿|作文|论文|总结|计划|心得|讲话|课件|教案|试题|模板|词条|公文"
)
_HEAD = (
    rf"(?:相关(?:{_KINDS})(?:推荐|阅读)?|热[点门](?:{_KINDS})?(?:阅读|文章|推荐|排行)?|最[新近](?:{_KINDS})(?:推荐)?"
    rf"|(?:为[您你])?推荐(?:{_KINDS})"
    rf"|[精][彩选](?:{_KINDS})|(?:编辑|站长|阅读|文章|内容|新闻|范文|专题|今日|本站|图文|随机)推荐|猜你喜欢|猜您喜欢|看了又看|最受欢迎|还没看够[?？]?|按[一-鿿]{{2,4}}浏览|下一篇更精彩|(?:编辑|热文|网友|本站)(?:精选|推荐)"
    rf"|(?:同|本)(?:栏目|类|频道|专题)(?:{_KINDS}|热门|最新){{1,2}}"
    rf"|猜你想看|延伸阅读|拓展阅读|(?:今日|一周|本周|本月|昨日|24小时|48小时|七日|实时|全网)热[门点文帖]|大家(?:都|还)看了|其[他它]人(?:都|还)?在看(?:啥|什么)?"
    rf"|[你您]可能(?:还|也)?(?:会)?(?:关注|喜欢|感兴趣|有兴趣|需要|想看)的?.{{0,6}}|大家(?:都|还)?在[看搜].{{0,3}}|看过(?:本文"
    rf"|此文|该文|这篇文章)?的?(?:人|网友|用户)?还(?:看|喜欢|浏览).{{0,4}}"
    rf"|创作者介绍|随便看看|随机(?:文章|阅读|范文)|为[您你]推荐|(?:本文)?小编(?:精心|为[您你]|今日)?推荐.{{0,6}}|友情链接|(?:本周"
    rf"|本月|今日|点击|阅读|人气|文章|热门|热点|内容|新闻|24小时|一周|周|月|总|最热)排行榜?"
    rf"|新闻推荐|人气点阅榜|主题推荐|楼主热帖|热帖|排行榜|栏目(?:导航|推荐|热门|最新|列表|精选)|头条(?:新闻|推荐)|新闻头条|本栏(?:推荐|热门|最新|目.{{0,4}})|同类(?:{_KINDS}){{1,2}}|相似(?:{_KINDS})"
    rf"|更多(?:相关|精彩)(?:{_KINDS})?.{{0,4}}"
    rf"|更多(?:{_KINDS})|(?:往期|过往|历史)(?:回顾|推荐|精选|期刊|报纸|杂志)|标签云|(?:本文)?标签|最[近新](?:浏览|动态)|[上下]一[篇条章]|其[他它](?:相关)?(?:{_KINDS})|上下篇)"
)
_MARKS = r"[•·\-【\[★☆>»■◆▶*●|｜\s]"
RELATED = regex(
    rf"{_MARKS}{{0,6}}(?:{_HEAD}[\s|｜/、]{{0,4}}){{1,5}}[\]】]?\s?[:：]?\s?(?:更多|more|MORE)?\s?[>»+]{{0,4}}"
    rf"|{_MARKS}{{0,4}}【(?:【[^【】]{{1,12}}】)?[^【】]{{2,70}}(?:【[^【】]{{1,12}}】)?】的?(?:相关|最新|热门|推荐)(?:{_KINDS}){{1,2}}\s?[:：]?"
    rf"|{_MARKS}{{0,4}}(?!附|本[局县市镇区]|我)[^。；，,：:]{{4,60}}相关(?:文章|范文|推荐|阅读)\s?[:：]|正在阅读\s?[:：]"
    rf"|{_MARKS}{{0,4}}(?!附|本[局县市镇区]|我|第)[^。；，,：:、]{{4,40}}相关(?:文章|范文|推荐|阅读|内容|资讯)"
    rf"|{_MARKS}{{0,4}}更多[一-鿿]{{2,12}}\s?[>»]{{1,3}}"
    r"|看[了过](?!又)[^。；，,]{2,50}的(?:人|网友|用户)还(?:看|关注|喜欢|浏览)了?\s?[:：]?"
    rf"|更多(?:相关|精彩)(?:{_KINDS})\s?[:：]\s?[^。；\n]{{4,60}}"
    rf"|[与和][^。]{{2,50}}相关的?(?:{_KINDS})\s?[:：]?"
)
"""Heads of lists of other texts (realtext 3d); bounded. A list's head may name what it is about."""
INLINE = regex(
    rf"{_MARKS}{{0,4}}(?:(?:相关|热门|推荐|随机|最新)(?:{_KINDS})|友情链接|快速链接|站内导航)\s?[:：]\s?"
    r"(?![^。]{0,200}[。；，])\S[^。]{1,200}"
    rf"|{_MARKS}{{0,4}}(?:小编|编辑|本站|站长)推荐\s?[:：]\s?(?![^。]{{0,100}}[。；，])\S[^。]{{1,100}}|[>＞»]{{1,4}}\s?(?:更多|推荐|点击)[^。；，]{{4,70}}"
)
"""A head with its links in one line; no clause among them."""
RATED = regex(r"[-•·★●*\s]{0,4}[^。]{0,60}推荐度\s?[:：]?\s?[★☆\d.\s]{0,12}")
"""`- T 推荐度：` of the yjbys family; whole line, bounded."""
ATTACHED = regex(r"附件|附表|附：|附:|抄送|抄报|主送|报送[:：]|印发")
"""How lines of a document's own foot begin."""
GATHERED = regex(
    r"(?!附)[^。；，\n]{4,50}[【（(\[](?:精选|通用|优秀|必备|合集|集锦|汇总|热门|推荐|实用|最新|精品)\s?\d{1,3}\s?篇[】）)\]]"
)
"""`某某总结【通用6篇】` with nothing below it: a mill's name of other texts."""
LINK_LINES = (RATED, INLINE, GATHERED)
"""What is a link by its own shape."""


def is_list_head(words: str) -> bool:
    """Say whether a line heads a list of other texts."""
    return len(words) <= HEAD_CHARS and bool(RELATED.fullmatch(folded(words)))


def is_link(words: str) -> bool:
    """Say whether a line below such a head may be a link: short, no sentence, nothing of a document's own foot."""
    return len(words) <= LINK_CHARS and "。" not in words and not ATTACHED.match(words)
