"""Lines below articles of stations' applications, of pages for old telephones, and of copies that name who took them.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `tails`.
"""

from cleaners.regex import regex

APP = regex(
    r"(?:点击|请|立即|赶快)?(?:下载|安装|打开)[^。；，,]{2,16}(?:APP|App|客户端)(?:客户端)?[,，]?[^。；，,]{0,16}[!！。]?"
)
"""`下载某某新闻APP客户端，随时随地看新闻！`"""
BELONGS = regex(
    r"[（(]?(?:本|该|此)(?:条|篇|则)?(?:新闻|稿件|报道|文章|视频)(?:版权)?归[^。；，,]{2,24}所有[,，]\s?(?:未经|不得|禁止)[^。；]{0,30}[)）]?"
)
"""`(本条新闻归某某电视总台所有，未经许可不得转载)`"""
LAYER = regex(r"layer(?:\s?[一-鿿]{2,4})?|快乐分享")
"""The name of a box that a script was to show."""
WAP = regex(
    r"(?=.{0,40}(?:WAP|网页版|刷新|触屏版))(?:(?:返回|刷新|WAP首页|WAP版|WAP|网页版|触屏版|电脑版|登录|注册|首页|顶部|会员中心)"
    r"[\s|｜·]{0,6}){2,8}+|\d{2}/\d{2}\s\d{2}:\d{2}"
)
"""`返回 | 刷新 | WAP首页 | 网页版 | 登录` and the clock below it; such words only, possessive."""
TAKEN = regex(
    r"温馨提示\s?[:：]|(?:本文|文章)\s?[【《][^【】《》\n]{4,80}[】》]\s?由(?:作者|用户|网友|会员)?\s?[^。\n]{1,20}?(?:转载|上传|整理|投稿)?(?:提供|发布|分享)。?[^\n]{0,300}"
)
"""`本文【T】由作者 青禾 转载提供。…`, and its head alone on the line above."""
ACCOUNTS = regex(
    r"(?:(?:支付宝生活号|微信服务号|微信订阅号|微信公众号|官方微信|官方微博|官方抖音|在线留言|网上挂号|预约挂号|网站地图)[\s|｜]{1,6}){2,10}+(?:在线留言)?"
)
"""`支付宝生活号 | 微信服务号 | 在线留言 |`: the cells of a foot; such words only, possessive."""
STATION_FEET = (
    ACCOUNTS,APP, BELONGS, LAYER, WAP, TAKEN)
