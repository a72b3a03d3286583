"""Small boxes that sites put round a text: a company's service buttons, heads of remarks, closing marks.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; closed words or bounded.
Taken below a text only: `tails`. Forms for remarks that are filled in: `copied_feet`.
"""

from cleaners.regex import regex

SERVICE = regex(
    r"(?=[^\W_])(?:(?:在线|电话|邮件|邮箱|短信|微信|QQ|Q Q|留言|客服)\s?"
    r"(?:咨询|客服|沟通|留言|地图|联系|反馈|导航|QQ|微信)|一键(?:拨号|导航|咨询)"
    r"|拨打电话|立即(?:咨询|拨打)|免费咨询|内页联系我们|[\s|｜/]){1,8}"
)
"""`电话咨询`, `在线地图`, `QQ客服`: what floats beside a company's page."""
REMARKS = regex(
    r"(?:精彩|热门|全部|最新|网友|用户|精选|所有|更多|我的)?(?:评论|跟帖|留言|点评)(?:区|列表|专区)?\s?(?:[(（]\s?\d{0,6}\s?条?\s?[)）]|\d{1,6}\s?条?)?"
    r"|(?:已有|共有?)\s?\d{0,6}\s?[条人](?:评论|跟帖|参与|留言)|(?:我要|快速|匿名)(?:评论|跟帖|留言|回复|发表)|点赞\s?(?:成功|加一)"
)
"""`精彩评论`: the head of remarks of which there are none."""
OPENED = regex(
    r"(?:点击)?(?:查看|浏览|阅读)(?:详情|详细|原图|大图|更多详情|原文链接)\s?[>»]{0,3}|(?:点击)?(?:继续)?阅读[上下]一[篇条章]"
    r"|返回[一-鿿]{2,12}(?:首页|主页|门户)"
)
"""`点击查看详情`, `阅读下一篇`, `返回某某网首页`."""
CLOSED = regex(r"[×✕✖╳☓]|广\s{0,4}告(?:位)?|[全站]{1,2}[热內内]搜")
"""`×`, `广 告`: the mark of a box that was shut, and what stood in it."""
RESERVED = regex(
    r"[【（(\[※*]{0,2}(?:本?(?:视频|图片|音频|稿件|作品|报道)|原创(?:稿件|作品|内容)?|以上内容)[^。；]{0,6}未经[^。；]{0,16}(?:允许|许可|授权|同意)[,，]?"
    r"\s?(?:不得|禁止|严禁|谢绝|请勿)[^。；]{0,10}转载[^\n]{0,80}"
    r"|(?:版权声明\s?[:：]\s?)?凡(?:本报|本网|本站|本台)?(?:记者)?署名[^。；]{0,20}版权均?(?:属|归)[^\n]{0,300}"
)
"""`【视频未经版权方允许，不得转载；…】`, `凡本报记者署名文字、图片，版权均属…`: whose the rights are."""
VISITS = regex(
    r"(?:网站|本站|本页|页面|全站)(?:点阅|点击|访问|浏览|阅读|总访问)(?:次数|人次|总数|总量|量|数)?\s?[:：]\s?[\d,，]{1,14}\s?[次人]{0,2}"
    r"|(?:点阅|浏览|访问)人[数次]\s?[:：]\s?[\d,，]{1,14}\s?[次人]{0,2}"
)
"""`网站点阅次数：1,234 次`, `点阅人数 : 12427`: how often the site or the page was seen."""
BORROWED = regex(
    r"[（(【\[*※]{0,2}(?:部分|文中|本文|以上|文章)?(?:图片|素材|文字|资料|配图|视频|图文)(?:及[^。；\s]{2,4})?(?:均|皆|部分)?(?:选自|选取自|来自|来源于?|源于|源自|取自|摘自)"
    r"\s?[:：]?\s?(?:网络|互联网|网上)[^。；]{0,24}[。]?[)）】\]]{0,2}|素材来源\s?[:：]?\s?[^\s。；，：:]{2,20}"
    r"|[（(【\[*※]{0,2}(?:图片|文章|内容)?版权归(?:属)?(?:原)?作者(?:所有|本人)?[^。；]{0,12}[。]?[)）】\]]{0,2}"
)
"""`素材来源某某新闻`, `部分图片选自网络`, `版权归原作者所有`: a notice that an account prints line by line."""
NEAR = regex(r"[-•·*\s]{0,6}[上下]一[篇条章](?:文章|新闻|信息|资讯|公告)\s?[:：][^。；]{0,80}")
"""`- ·上一篇文章：T`."""
FILES = regex(r"附件(?:档案|文件)\s{0,2}[:：]?|广告(?:占位符?|位招租)")
"""The head of a list of files that is empty; a document's own is `附件：`. A place for an advertisement."""
KEPT = regex(
    r"凡(?:本[网站报]|[一-鿿]{2,8}网)?(?:注有|标有|标注|注为|署名?为?)[“\"「《][^\n]{2,60}[”\"」》][^\n]{0,60}(?:稿件|作品|文章|文字|图片|内容)[^\n]{0,300}"
    r"|版权[和与及]?免责(?:声明|申明)\s?[:：]?"
)
"""`凡注有“某某网”的稿件，均为…独家版权所有`: a paper's notice on its rights, and the head above it."""
CALLED = regex(
    r"(?:\$|jQuery)\(\s?['\"][#.][\w-]{1,40}['\"]\s?\)\.(?:share|qrcode|print|comment|hide|show|load|html)\([^一-鿿\n]{0,200}"
)
"""`$('#share-1').share({ … })`: the call of a button that a dump kept; no Han character."""
INVITED = regex(
    r"(?:想?(?:了解|获取|知道|看))?更多(?:精彩|相关|最新|热门|实用)?(?:资讯|内容|文章|信息|新闻|范文|知识)[,，]?\s?敬?请(?:继续|持续|多多)?(?:关注|收藏|访问|登录)"
    r"[^。；，,！!\n]{2,30}(?:[,，](?:我们|本站|本网|小编)[^。；\n]{0,24})?[!！。]?"
)
"""`更多精彩资讯请关注某某，我们将持续为您更新！`: an invitation; who is asked to do more than follow is a report's."""
WIDGETS = (INVITED, SERVICE, REMARKS, OPENED, CLOSED, RESERVED, VISITS, CALLED, BORROWED, NEAR, FILES, KEPT)
