"""More of what stands alone on a line below a text: invitations, links that lost their target. Taken by: `tails`.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole.
"""

from cleaners.regex import regex
from cleaners.rules.foot.button_lines import BUTTON_LINES
from cleaners.rules.foot.desk_feet import DESK_FEET
from cleaners.rules.foot.mood_lines import MOOD_LINES
from cleaners.rules.foot.news_feet import NEWS_FEET
from cleaners.rules.foot.page_feet import PAGE_FEET
from cleaners.rules.foot.press_feet import PRESS_FEET
from cleaners.rules.foot.reader_feet import READER_FEET
from cleaners.rules.foot.rights_lines import RIGHTS_LINES
from cleaners.rules.foot.seller_feet import SELLER_FEET
from cleaners.rules.foot.speech_feet import SPEECH_FEET
from cleaners.rules.foot.station_feet import STATION_FEET
from cleaners.rules.foot.turn_lines import TURN_LINES
from cleaners.rules.foot.visitor_feet import VISITOR_FEET
from cleaners.rules.frame.overseas_lines import OVERSEAS_FEET
from cleaners.rules.head.paper_heads import PAPER_FEET

FOLLOW = regex(
    r"(?:想要?)?了解更多[^。；，,]{2,24}(?:信息|内容|资讯)[,，]\s?请(?:点击|关注|访问)\s?[:：]?[^。；]{0,30}"
    r"|(?:看|更多|了解)[^。；，,]{2,14}(?:新闻|资讯|消息)[,，\s]\s?(?:就?请)?(?:关注|下载|扫描)[^。；]{2,24}"
    r"(?:微信|公众号|客户端|APP|微博|抖音)(?:号)?[!！。]?"
)
"""`看某某新闻，关注某某新闻网微信`: how county papers end an article; bounded."""
LOST_LINK = regex(r"本[文题页站](?:的)?(?:链接|地址|网址)\s?[:：]\s{0,3}(?:https?://[\x21-\x7e]{3,200})?")
"""`本题链接：` with its address or none; bounded."""
NAMED = regex(r"(?:本文|文章|文档|原文)标题\s?[:：]\s{0,3}[^。；]{2,100}|链接地址\s?[:：]\s{0,3}https?://[\x21-\x7e]{3,200}")
"""`本文标题：T` and its address, as article systems print them below a text; bounded."""
ACCOUNT = regex(r"微信(?:订阅号|服务号|小程序)|联系客服|在线客服|版权声明|雷达卡|(?:显示|展开|查看)全部")
"""Boxes of a site whose content a dump lost; whole line, below the text only."""
SHEET_END = regex(
    r"第\s?\d{0,2}[A-Z]?\d{1,2}[A-Z]?\s?版\s?[:：]\s?[^\s。，；]{2,12}\s{1,4}(?:[上下]一?版|[34<>\s]){2,12}"
)
"""`第02版:综合新闻 上一版3  4下一版` below a paper's article; bounded."""
COUNSEL = regex(r"(?:本[报网站])?(?:常年)?法律顾问\s?[:：][^。；]{2,40}律师[^。；]{0,40}")
"""`法律顾问：某某律师事务所 青禾`: a paper's foot; bounded."""
SIGNED = regex(
    r"[（(][^。；：:（）()]{2,30}\s(?:供稿|投稿|撰稿|报道|摄影报道|图文报道)[)）]"
)
"""`（办公室 青禾 供稿）` alone on the last line: who handed it in; bounded."""
CELLS = regex(
    r"(?=[^|｜])(?:扫一扫[^。，；|｜]{0,24}|(?:官方)?(?:微信|微博|抖音)(?:公众号)?|手机(?:APP|版|客户端)"
    r"|客户端)?\s{0,3}"
    r"(?:!\[[^\]\n]{0,20}\]\([^)\n]{0,200}\)\s{0,3})?[|｜]"
)
"""`微信 ![]() |`: cells of a site's foot, their pictures lost; bounded."""
CREDIT = regex(
    r"[（(](?:来源|文图|图文|文|图|供稿|撰稿|摄影)\s?[:：/]\s?[^。；：:（）()]{2,40}"
    r"(?:[\s/、][^。；：:（）()]{0,12}(?:文|图|摄|供稿|报道)){1,4}[)）]"
)
"""`（来源：某某处 青禾/文、摄）` alone on a line: who wrote it and took the picture; bounded."""
FILE_LIST = regex(r"附件(?:列表|下载列表|下载)[:：]?|相关附件(?:下载)?[:：]?|点击(?:此处)?下载附件")
"""The head of a list of files that the dump lost; a document's own is `附件：`."""
MAP = regex(r"网站地图|回顶部|返回[旧新]版|分享到[:：]?|一键分享")
"""A button below a text."""
RIGHTS = regex(r"(?:版权声明[:：]?\s{0,3})?(?:本文)?作者原创[,，]\s?(?:不允许|禁止|请勿|未经)[^。]{0,60}。?")
"""`作者原创，不允许二次传播`: who owns the text; kept as the fact `rights`. Bounded."""
REUSE = regex(
    r"[①②③④\d.、*※\s]{0,6}(?:“[^”]{2,12}”由[^。]{2,30}主办。|“[^”]{2,12}”自有版权信息"
    r"|(?:任何单位或个人)?(?:如?已经?)?(?:本网|本站|取得|获得)"
    r"[^。，]{0,30}(?:使用)?授权[^。]{0,20}[,，][^。]{0,12}应?在授权范围内使用)[^\n]{0,300}|"
    r"[①②③④\d.、*※\s]{0,6}凡(?:本[网站报]|[一-鿿]{2,8}网)?(?:注明|未注明|转载)[^\n]{0,30}(?:来源|稿件|本网"
    r"|本站)[^\n]{0,400}"
)
"""`凡本网注明“来源：某某网”的作品，均为…`: a paper's notice on reuse; bounded."""
NO_COMMENTS = regex(r"[^。；，,]{2,60}的评论\s?\d{0,6}\s?条评论")
"""`T的评论条评论`: the head of comments of which there are none; bounded."""
SHEETS = regex(
    r"(?=.{0,40}(?:[上下]一?版|[上下]一期|放大|缩小|返回目录|版面|3\s?上一篇|下一篇\s?4))"
    r"(?:[上下]一?版|[上下]一期|[上下]一篇|放大|缩小|默认|首页|返回目录|版面导航|版面概览|PDF版|(?<!\d)[34](?!\d)|[\s|｜/<>«»]){1,16}"
)
"""Buttons of a newspaper's sheet; such words only, and the `3` and `4` that its font drew as arrows. Bounded."""
HOME = regex(r"(?:网站|返回)?首页")
TOOL = regex(
    r"(?=(?:打印(?:文档|正文|文章|本稿|页面|当前页|此稿|该文"
    r"|此页|本页|此文|本文)?|关闭(?:此页|页面|当前页|本窗口|窗口|本页)?"
    r"|返回(?:上一?级|上一?层|上一?页|栏目|目录|主页|新闻列表|列表页|列表|首页|顶部)?|保存(?:本页|正文)?"
    r"|收藏(?:本页|此页|正文)?|分享[到至]?|我要纠错|纠错"
    r"|字号|字体|[大中小特]|默认|[‹›<>«»←↩↑▲△【】\[\]()（）|｜\s:：·/])++\Z)(?=.*[一-鿿])"
    r".*(?:打印(?:文档|正文|文章|本稿|页面|当前页|此稿|该文)|关闭(?:此页|页面|当前页|本窗口)|返回(?:上一?级"
    r"|上一?层|上页|栏目|目录|主页|新闻)"
    r"|保存|字号|字体|纠错|分享至|[‹›←↩↑▲△]).*"
)
"""`‹ 返回上一级`, `【打印正文】`, `【字号：大 中 小】 【关闭】`: page tools and their marks. Possessive: one pass,
which few lines begin."""
LOGIN = regex(r"单点登录|账号密码登录|统一身份认证(?:平台|登录)?|用户登录|账号登录|扫码登录")
"""The panel that a page opens for its visitors; whole line, below the text only."""
OFFICE_FOOT = regex(
    r"(?:本(?:网站|网|站)由)?[一-鿿]{2,24}主办(?:[\s,，|｜]{1,4}[一-鿿]{2,24}(?:承办|协办|维护|运维|技术支持"
    r"|开发|制作)){1,3}"
)
"""`某县政府主办 某县政府办公室承办`: whose site it is; bounded."""
OWNED = regex(
    r"本(?:稿件|版|报|网|网站|站|刊|文)所[含有载刊][^。；]{2,30}[,，]?\s?版权[^。；]{0,16}"
    r"|[^。；，,]{2,16}(?:所有|享有)[,，。]\s?任何(?:媒体|单位"
    r"|网站|个人|组织)[^。]{0,30}未经[^。]{0,20}(?:不得|禁止|严禁)[^\n]{0,80}"
)
"""A paper's notice on its rights, which a dump may have broken in two; bounded."""
SAID = regex(
    r"用户评论|文明上网[,，]?理性发言[^。]{0,30}|还能输入\s?\d{1,4}\s?字|最多(?:可)?输入\s?\d{1,4}\s?(?:个)?字|评论"
)
"""A form for remarks; whole line, below the text only."""
LICENSED = regex(
    r"(?:版权作品|本[网站]作品|本文版权)[^。]{0,30}未经(?:授权|许可|同意)[^。]{0,12}(?:严禁|不得|禁止)[^\n]{0,160}"
)
"""`版权作品，未经授权严禁转载。…`: a paper's application below its article; bounded."""
TABS = regex(r"我要[报爆]料|(?:下载|打开)\s?APP|APP\s?(?:下载|内打开)|要闻|视频|推荐|头条|快讯|直播|热榜|我来说两句")
"""The tabs of such an application, one a line; whole line, below the text only."""
LIBRARY = regex(r"原创力文档|道客巴巴|豆丁网|人人文库网?|百度文库|淘豆网")
"""A library's own name alone below a text."""
MORE_FEET = (
    NAMED, ACCOUNT, SHEET_END, COUNSEL, SIGNED, CELLS, CREDIT, LICENSED, TABS,
    *STATION_FEET, TOOL, LOGIN, OFFICE_FOOT, OWNED, SAID, *SELLER_FEET, *PAPER_FEET, *PRESS_FEET, *PAGE_FEET,
    *OVERSEAS_FEET, LIBRARY,
    *NEWS_FEET, *READER_FEET, SHEETS, HOME, RIGHTS, REUSE, NO_COMMENTS, FOLLOW, LOST_LINK, FILE_LIST, MAP,
    *MOOD_LINES, *RIGHTS_LINES, *DESK_FEET, *TURN_LINES, *VISITOR_FEET, *SPEECH_FEET, *BUTTON_LINES,
)  # fmt: skip
