"""More of what stands alone on a line below a text: invitations, links that lost their target. Taken by: `tails`.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole.
"""

from cleaners.regex import regex

FOLLOW = regex(
    r"(?:看|更多|了解)[^。；，,]{2,14}(?:新闻|资讯|消息)[,，\s]\s?(?:就?请)?(?:关注|下载|扫描)[^。；]{2,24}"
    r"(?:微信|公众号|客户端|APP|微博|抖音)(?:号)?[!！。]?"
)
"""`看某某新闻，关注某某新闻网微信`: how county papers end an article; bounded."""
LOST_LINK = regex(r"本[文题页站](?:的)?(?:链接|地址|网址)\s?[:：]\s{0,3}(?:https?://[\x21-\x7e]{3,200})?")
"""`本题链接：` with its address or none; bounded."""
FILE_LIST = regex(r"附件(?:列表|下载列表)")
"""The head of a list of files that the dump lost; a document's own is `附件：`."""
MAP = regex(r"网站地图|返回[旧新]版|分享到[:：]?|一键分享")
"""A button below a text."""
MORE_FEET = (FOLLOW, LOST_LINK, FILE_LIST, MAP)
