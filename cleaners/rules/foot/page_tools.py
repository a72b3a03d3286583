"""Buttons, links to neighbours and codes of a page under its text, and counters of likes. Taken by: `tails`.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole.
"""

from cleaners.regex import regex

LIKES = regex(
    r"(?=.*[^\W\d])(?:一键分享|点赞|在看|生成海报|海报|支付宝|微信扫一扫|扫一扫|阅读(?=\s*[(（]?\s*\d)|收藏|喜欢|赞|顶|踩|分享到?|评论"
    r"|打赏|有用|没用|邀请|转发|转载|打印|举报|编辑|推荐|反对|浏览|点击|回复|挑错|纠错|复制(?:全文|链接|成功)?|一键复制|正文复制"
    r"|微信好友|微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|朋友圈|人人网|开心网|豆瓣网?|百度贴吧|更多"
    r"|Facebook|Twitter|LINE|Line|WhatsApp|Telegram|Pinterest|LinkedIn|Reddit|Messenger|Threads|Email|Print|Report"
    r"|[\s|｜·:：()（）/【】\[\]>»›-]|\d{1,8}(?!\d)(?:\.\d{1,2})?[WwKk万]?\+?)++"
)
"""`点赞: 3 收藏:`: such words, marks and numbers only. Possessive: one pass."""
NEIGHBOUR = regex(
    r"[<>«»←→•·\s\[【(（]*(?:[上下]一(?:[篇章条则个节帖组期]|主题|页面)(?:[一-鿿]{2,4}(?=\s?[:：]))?|[前后]一[篇条]|上篇|下篇|返回(?:列表|顶部|首页|上一页)|打印(?:本页"
    r"|本文)?|关闭(?:窗口|本页)?"
    r"|PREV|NEXT|Prev|Next|Previous|\[打印\]|\[关闭\]|加入收藏|我要(?:纠错|评论)|扫一扫.{0,12}打开(?:当前页)?|微信扫一扫.{0,12})[\]】)）]?(?:[:：].{0,80}"
    r"|(?<=[\]】])[^。；]{2,80}|\s*[»›>→]?\s+[^。；]{2,80}|\s*[»›>→]{1,2}|\s*[\[\]【】|｜]?\s*"
    r"(?:返回顶部|打印本页|打印|关闭窗口|关闭|上一篇|下一篇|加入收藏|\[关闭\])?[\]】]?)"
    r"|[«‹]\s?[^。；«»]{4,80}|[^。；«»]{4,80}\s?[»›]"
)
"""Links to neighbours and page tools; whole line, bounded."""
TOOLS = regex(
    r"(?=(?:打印(?:本页|此文|本文|该页|此页)?|关闭(?:窗口|本页)?|返回(?:页面)?(?:顶部|列表|首页|上一页)?"
    r"|加入收藏|收藏(?:本页|此页|本文)?"
    r"|推荐给?(?:好友|朋友)|复制(?:本文|链接)|发表评论|我要(?:纠错|评论)|字体|[大中小]|[【】\[\]()（）|｜\s:：·])++\Z)"
    r".*(?:打印|关闭|返回|收藏|复制).*"
)
"""Page tools in any brackets; such words and marks only. Possessive: one pass, which few lines begin."""
PHONE = regex(
    r"(?:微信)?扫一扫[^。，；]{0,24}|(?:微信|手机)扫码[^。，；]{0,12}|领取福利|扫描(?:[左右上下][方侧边])?二维码[^。，；]{0,24}|长按[^。，；]{0,12}(?:识别"
    r"|关注)[^。，；]{0,24}|政务(?:微信|微博|新媒体|客户端)?"
    r"|(?:官方|微信)?(?:微博|微信|公众号|抖音号|头条号|客户端)|无障碍(?:浏览|阅读|访问)?|长者模式|适老化|智能问答"
    r"|\d{4}年\d{1,2}月\d{1,2}日\s?[上下]午\d{1,2}:\d{2}|用?手机(?:扫码|扫描)?[^。，；]{0,8}(?:浏览|打开|查看"
    r"|阅读)(?:本页|当前页|此页|全文)?"
    r"|(?:版权反馈|我要纠错|纠错|举报|报错|投诉|我要投稿|用户反馈|意见反馈|返回(?:顶部|列表|首页))+"
)
"""Codes to be read by a telephone, and accounts of an office; whole line, bounded."""
CODES = regex(rf"(?=[^\n]{{0,30}}(?:扫|码|长按|手机|纠错|举报|投诉|反馈))(?:{PHONE.pattern})")
"""The same without names of accounts alone, which may be a report's own list."""
PAGER = regex(
    r"(?=(?:【|】|共\s?\d{1,3}\s?页|第?\s?\d{1,3}\s?页|[上下]一?页|首页|尾页|末页|余下全文|阅读全文"
    r"|\d{1,3}(?!\d)|[\s:：|｜/\[\]()（）<>«»…,，.])++\Z).*(?:[上下]一?页|第\s?1\s?页\s{1,3}第\s?2\s?页).*"
)
"""Links to the other pages of a text (realtext, family 18); such words and numbers only, possessive: one pass, which
few lines begin."""
