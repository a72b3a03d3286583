"""The shapes of lines on download portals' pages, as tables. How they are put together: `portal_lines`.

Sources: reference realtext, sections 2 (families 2 to 11), 3b, 3c, 3e and 3g. Every shape is tried on a whole line of
bounded length; each has bounded quantifiers over disjoint classes or is possessive, so none can backtrack far.
"""

import re

from cleaners.regex import regex
from cleaners.rules.portal.file_words import KEPT, LABELLED, PRESENTED, UNLABELLED

_DAY = r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?"
UPLOADED = regex(rf"(?P<name>\S{{1,30}})\s{{1,9}}(?:上传于\s?)?(?P<day>{_DAY})")
"""Who put a file there, and when; blanks part them."""
PRINTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (regex(rf"(?P<value>{_DAY}\s*发布于\s?[一-鿿]{{2,3}})"), "发布时间"),
    (regex(rf"(?P<value>{_DAY})\s*(?:上传|本页面)"), "上传时间"),
    (regex(rf"分享于\s?(?P<value>{_DAY})(?:\.\d)?"), "上传时间"),
    (regex(rf"(?P<value>{_DAY})\s*发布"), "发布时间"),
    (regex(r"(?P<value>docx?|pdf|pptx?|xlsx?|wps|txt)", re.IGNORECASE), "格式"),
    (regex(rf"来源\s*[:：]\s*(?P<value>{_DAY})\s+(?P<place>[^\s。]{{2,20}})"), "发布时间"),
    (regex(r"(?:全文|本文|正文|共)?约\s?(?P<value>\d{1,4}(?:\.\d{1,2})?\s?[千万]?字)"), "总字数"),
    (regex(r"[约共]\s?(?P<value>\d{1,4}\s?页)"), "总页数"),
    (regex(rf"由\s?\S{{1,20}}\s{{1,3}}(?:上传|分享)于\s?(?P<value>{_DAY})"), "上传时间"),
    (regex(r"共?\s?(?P<value>\d{1,6})\s?条评论"), "评论"),
    (regex(r"亲，?,?该文档总共\s?(?P<value>\d{1,4}\s?页).{0,40}"), "总页数"),
    (regex(r"(?:文档)?评论\s?[(（](?P<value>\d{1,6})[)）]"), "评论"),
    (regex(r"(?P<value>[\d.]{1,9}\s?[WwKk万千]?\+?)\s?(?:次|人)?(?:已)?(?:浏览|阅读|人气)"), "浏览"),
    (regex(r"(?:浏览|阅读|人气|热度)\s?[(（]?(?P<value>\d[\d.]{0,8}\s?[WwKk万千]?\+?)(?:次|人)?[)）]?"), "浏览"),
    (regex(r"(?P<value>\d[\d.]{0,8}\s?[WwKk万千]?\+?)\s?(?:次|人)?(?:已)?下载"), "下载次数"),
    (regex(r"收藏\s?[(（](?P<value>\d{1,6})[)）]"), "收藏"),
    (regex(r"点?赞\s?[(（](?P<value>\d{1,6})[)）]"), "点赞"),
    (regex(r"下载资源需要\s?(?P<value>[\d.]{1,8}\s?(?:金币|积分|元)?)"), "下载积分"),
    (regex(r"(?P<value>[\d.]{1,8}\s?(?:金币|积分|下载币|文币|学币|元)|[¥￥]\s?[\d.]{1,8}\s?元?)"), "价格"),
)
"""What portals print without a label, and the label that it would have. Digits first or a literal first."""
BARE = regex(r"(?P<size>\d{1,6}(?:\.\d{1,2})?\s?[KMG]B)|(?P<pages>\d{1,4}\s?页)", re.IGNORECASE)
"""A size or a number of pages alone on a line."""
TRAILING = regex(
    r"(?:\s{1,4}(?:下载(?:docx?|pdf|文档|本文)?|收藏|分享|举报(?:非法文档有奖)?|投诉|点赞|打印|复制)){1,3}$",
    re.IGNORECASE,
)
"""Buttons behind a value on its line; bounded."""
COUNTER = regex(r"\d{1,3}\s?/\s?\d{1,4}")
"""A counter of pages."""
NUMBER = regex(r"\d{1,5}(?:\.\d)?\+?")
"""A mark or a counter without its label."""
BUTTON = regex(
    r"(?:侵权投诉|投诉建议|上传者主页|文档纠错|收藏文档|分享文档|下载[当该]前?文档|加载更多|没有更多了|到底了|已加载全部|相关|资源描述|资源目录|内容描述|资源简介|下载(?:本?文档|本文|此文档|原文件|该?资源|全文|docx?|pdf)?|立即下载|点击下载|免费下载|付费下载|会员下载|快捷下载|游客|一键下载|下载源文件|付费阅读|免费阅读|在线阅读|全文阅读|立即购买|上传文档赚钱|我要评论"
    r"|合集下载|VIP(?:免费)?下载|收藏|加入收藏|分享赚钱|分享到?|QQ好友|QQ空间|微信好友|朋友圈|新浪微博|举报|投诉|纠错|预览|在线预览|免费在线预览全文|全屏|赞助?|点赞|评论|版权申诉|申诉"
    r"|点击查看更多>*|继续(?:免费)?阅读|收起|展开(?:全文|阅读全文)?|开通VIP|成为VIP|上传文档|登录|注册|加入VIP|VIP|免费|专享|会员登录|快捷|三方|微信|开放平台|QQ"
    r"|微博|支付宝|支付方式|支付|扫码|扫一扫|二维码|邮箱|手机|账号|密码|忘记密码|验证码|换一换|ImageVerifierCode|文档分类|资源|描述|关注|帮助中心|全部分类"
    r"|首页|返回|复制|打印|搜索|WORD下载|PDF下载|海报|展开阅读全文|格式转换|版权提示|免责声明|认领|更新时间|上一页|下一页"
    r"|\d{1,4}\s*/\s*\d{1,4}|\d+(?:\.\d)?分|[|｜\s·,，:：!！><？?/•\-])++",
    re.IGNORECASE,
)
"""Buttons alone on a line. Possessive: one pass."""
_NOTICE = r"(?:[温溫]馨|友情|特别|下载|重要|使用)?(?:提示|提醒|说明|须知|声明|申明敬告)"
SCRIPTED = regex(
    r"配套讲稿\s?[:：]|特殊限制\s?[:：]|书签\s{1,3}分享\s{1,3}收藏\s{1,3}举报\s{1,3}版权申诉.{0,20}|[•·]?\s{0,3}【下载声明】[:：]?"
)
"""Heads of the boxes of one script (realtext, family 3); closed words."""
NOTICE_HEAD = regex(rf"{_NOTICE}\s*[:：]?")
FOOT_NOTICE = regex(r"注意事项|[一-鿿A-Za-z\d]{1,8}(?:网|文库|平台)(?:温馨|友情)(?:提示|提醒)\s*[:：]?")
"""`某某网温馨提示：` and `注意事项`, below a text: a notice's head only above what a portal alone prints."""
NOTICE_RUN = regex(rf"{_NOTICE}\s?[:：]?\s?[(（]?1[)）、.．:：]")
"""The beginning of a notice whose items stand in one line."""
NOTICE_ITEM = regex(
    r"(?:\(?\d{1,2}[)、.．:：]\s*|[①-⑩]\s*|[-·•●*]\s*){1,2}"
    r"(?=.{0,200}(?:下载|预览|文档|付费|积分|客服|上传|版权|网站|本站|用户|侵权|权益所有人|讲稿|OFFICE|著作权|浏览器)).{6,300}"
)
"""A numbered item of a portal's notice: it must speak of files, pay or the site. Bounded."""
SERVICE = regex(
    r"[-•·●*\s]{0,4}(?:网站|在线|平台|本站|人工)?(?:客服|投诉|举报|联系)(?:QQ|电话|热线|邮箱|微信)?\s*[:：]\s*(?P<contact>[\w.@+-]{5,40}).{0,40}"
)
"""`网站客服:` and a number or address; bounded."""
KEYWORDS = regex(r"[-·•●*\s]{0,4}(?:标\s{0,4}签|关\s{0,4}键\s{0,4}[词字])\s?[:：]\s*(?P<words>.{0,160})")
_SHARING = (
    r"(?:[由为為系]|是由)(?:会[员員]|用[户戶]|[网網]友)(?:所|自行)?(?:(?:上[传傳])?分享|上[传傳]|共享|[传傳](?:上[来來])?)的?[,，]"
    r"[^,，。\s]{0,4}在[线線](?:[阅閱][读讀]|[浏瀏][览覽]|[预預][览覽]|看).{0,300}"
)
"""`由会员分享，可在线阅读，更多相关《T》请在…上搜索。` behind a file's name, as each site of the script words it."""
RIGHTS = regex(
    r"(?:\d[、.．:：]\s?)?(?:版[权權][说說]明\s?[:：].{0,200}|(?:声明[:：])?本文档(?:由|为)(?:用户|会员|网友).{0,160}|《.{2,120}》由会[员員](?:上[传傳])?分享.{0,300}"
    r"|本文\s?[(（《].{2,120}[)）》]\s?[为由]本站(?:会员|用户).{0,300})"
)
"""What a portal says of who owns a file and who put it there; the traditional print is that of mirrors."""
SHARED = regex(rf"《(?P<title>.{{2,120}}?)》{{1,2}}{_SHARING}")
"""`《T》由会员分享，可在线阅读…`: who gave a file; whole line, bounded."""
GIVEN = regex(
    r"该【(?P<title>[^【】]{2,80})】是由【(?P<who>[^【】]{1,30})】上传分享[,，]文档一共【(?P<pages>\d{1,4})】页[,，][^。]{0,260}"
    r"(?:编辑和打印|到您的设备)[^。]{0,12}。"
)
"""`该【T】是由【某某】上传分享，文档一共【40】页，…方便您编辑和打印。` before the first words; bounded."""
EDITION = regex(r"[(（](?P<pages>\d{1,4}页)珍藏版[)）]")
"""The number of pages in the line on who shared a file."""
SHOWN_PAGES = regex(
    r"(?:亲(?:爱的)?|[您你]好)?[，,]{0,2}\s?(?:该|这份|本|此)文档(?:总共|一共|共有?)\s?\d{1,4}\s?页.{0,40}"
)
"""`亲，该文档总共4页，全部预览完了，…`: what stands behind the last page's picture; bounded."""
WALL = regex(
    r"已阅读\s?\d{1,4}\s?页[,，]?\s?还剩\s?\d{1,4}\s?页未读.{0,30}|还剩\s?\d{1,4}\s?页未读.{0,30}"
    r"|免费预览已结束.{0,40}|剩余\s?\d{1,4}\s?页(?:可下载查看|未读).{0,20}|试读(?:已)?结束.{0,40}"
    rf"|{SHOWN_PAGES.pattern}"
)
"""A portal's word that its preview is not the whole text."""
SEEN_WHOLE = regex(r"全文预览已结束|全文阅读已结束.{0,30}")
"""A portal's word that its preview is all there is."""
CAPTION = regex(
    r"(?P<title>.{2,120})_第\s?\d{1,4}\s?页|第\s?\d{1,4}\s?页\s*/\s*共\s?\d{1,4}\s?页|.{0,80}第\d{1,4}页/共\d{1,4}页"
)
"""What stands under the picture of a page."""
HINT = regex(r"内容提示\s?[:：].{0,300}")
"""The first words of a text above it, as 道客巴巴 prints them."""
WELCOME = regex(r"欢迎来到.{2,80}|当前位置\s?[:：]\s?(?:文档之家|360文档中心)\s?[›>].{0,200}")
MILL = regex(r"(?:.{0,60}[:：\s])?(?:24小时内|文/会员上传)(?:\s.{0,80})?")
"""What mills print for a date and an author (realtext, family 11)."""
COLLECTED = regex(r"合集下载|(?:[-•]\s?)?(?:\d{1,2}[、.．]\s?){0,2}下载文档前请自行甄别文档内容.{0,200}")
"""The button and the notice above the texts of 文档之家 and 360文档中心."""
SOURCED = regex(rf"来源\s?[:：]\s?{_DAY}\s{{1,4}}[^\s。，]{{2,20}}")
"""`来源:2022-03-08 站名`, the only line of facts on a mill's page."""
PAGE_NAME = regex(r"(?P<title>.{2,80}?)[-—_]\s?资料下载页(?:[-—_(（].{0,20})?|正文内容")
"""`T-资料下载页`, and what stands above it on such pages."""
PAID = regex(r"(?:立即)?开通VIP|加入VIP免费下载|付费下载|会员(?:免费)?下载", re.IGNORECASE)
"""Buttons of shops that no report has for a line."""
LEAD = regex(r"【导读】\s{0,4}")
LEAD_END = regex(r"【正文】\s{0,4}")
"""What such a page sets before words picked from the text, and before the text."""
INTRODUCED = regex(
    r"(?:文档(?:介绍|简介|描述)\s?[:：]|【(?:简要说明|文档正文|内容预览|正文预览|部分文字)】)\s{0,4}(?=\S{2})"
)
"""`文档介绍：T`: the opener before the text's first words (realtext, family 7)."""
ANCHORS = (
    PAGE_NAME, HINT, PAID, SCRIPTED, SOURCED, RIGHTS, WALL, SEEN_WHOLE, WELCOME, MILL, COLLECTED, LABELLED, UNLABELLED,
)  # fmt: skip
"""Shapes that only a portal has above a text, beside strong fields, openers and captions."""
HEADS = (
    PAGE_NAME, HINT, SCRIPTED, BUTTON, NUMBER, KEYWORDS,
    NOTICE_HEAD, NOTICE_ITEM, SERVICE, RIGHTS, WALL, SEEN_WHOLE, WELCOME, MILL, COLLECTED, LABELLED, UNLABELLED, KEPT,
)  # fmt: skip
"""Shapes of lines above a preview, beside fields, openers and captions."""
OPENERS = regex(
    r"(?:文档列表\s+)?(?:(?:文[档檔]|素材|文件)(?:描述|简介|概述|简述|详情|正文|全文|预览|内容预览)|(?:资源|资料)(?:介绍|预览|正文|详情)"
    r"|文本预览|全文预览|部分预览|(?:资源)?预览内容|资源描述|资料简介|资料介绍|资料描述|素材简介|文档简介|文档介绍|文档描述|文档摘要|资源简介|内容简介|内容预览|部分内容预览|文档内容|文本内容)\s?[:：]?|文[檔档][简簡]介\s?[:：]?"
    rf"|{PRESENTED.pattern}"
    rf"|《.{{2,120}}?》{{1,2}}{_SHARING}"
)
"""The line behind which a text begins."""
OWN_OPENER = regex(
    rf"{PRESENTED.pattern}|"
    r"(?:资源描述|资料描述|(?:文档|素材)(?:描述|概述|简述|详情|正文|全文|预览)|文档简介|文档介绍|文档描述|文档内容|文本内容|文档摘要)\s?[:：]?"
    rf"|《.{{2,120}}?》{{1,2}}{_SHARING}"
)
"""Those of them that no report has for a heading."""
RELATED = regex(
    r"[•·\-【\[\s]{0,3}(?:(?:更多|本类|同类|其他|其它|该用户的?|该作者的?|[你您]?可能(?:[还会也]|还会)?|大家都在看的?|与本文|用户)?"
    r"(?:相关|关注|喜欢|感兴趣|热门|精品|精选|推荐|最新|相似|同类)的?"
    r"(?:文档|资源|文章|搜索|推荐|标签|内容|资料推荐|专题)(?:推荐|排行|列表)?|猜[你您](?:喜欢|想看|还想看)|[你您]?(?:可能|也许)(?:还|也)?会?(?:喜欢|感兴趣)|该(?:用户|作者)(?:还|也)?(?:上传|分享)了?(?:这些|的?其他)(?:文档|资源)|[为给][您你]推荐|大家都在看|文档评论.{0,10})"
    r"\s?[\]】]?\s?[:：]?(?:\s{0,3}更多\s?>{0,3})?"
)
"""Heads of lists of other documents, and of comments; compared in simplified characters. No heading of a report:
whole line, a closed list of words before what is listed."""
LISTS = regex(
    r"用户评价|文档下载排行|(?:热门|最新|本类|同类)(?:下载|热门|上传)|(?:该|此)?(?:上传者|用户|作者)的?(?:其他|其它|更多|全部)(?:文档|资源|资料|作品)"
    r"|用户还喜欢|文档被以下(?:会员|用户)收藏|热搜词\s?[:：]?|常用工具|关\s{0,4}键\s{0,4}[词字]\s?[:：]|关于本文|文档贡献者|文档信息|最新资料|资料动态|专题动态|最近(?:下载|浏览|更新)|(?:用户|网友|全部|最新)?评论(?:区|列表)?\s?(?:[(（]\s?\d{0,6}\s?[)）])?|发表评论|下载历史|近期更新|文档标签"
)
"""Heads of other lists and boxes in a foot."""
FEET = regex(
    rf"本文档(?:总)?共\s?\d{{1,4}}\s?页[^。]{{0,30}}|关\s{{0,4}}键\s{{0,4}}[词字]\s?[:：].{{0,120}}|展开(?:阅读)?全文.{{0,10}}|点击(?:阅读|查看)(?:全文|更多).{{0,10}}|本文标题[:：].{{0,160}}|链接地址[:：].{{0,200}}"
    rf"|(?:声明[:：])?本文档(?:由|为)(?:用户|会员|网友).{{0,160}}|此文档下载收益归作者所有|{WALL.pattern}|{SEEN_WHOLE.pattern}"
    r"|版[权權][说說]明[:：].{0,200}|申明敬告\s?[:：].{0,200}|(?:来自淘豆网|内容来自淘豆网).{0,60}|[^。“]{0,12}还剩\s*\d{1,4}\s*页[^。]{0,40}。?"
    r"|[（(]?(?:本文)?未完[^。]{0,20}(?:全文|下载)[^。]{0,40}|(?:下载|付费|登录|购买)(?:后|即可)[^。，]{0,6}阅读全文.{0,10}"
    r"|[-—.…\s]{0,6}(?:查看|阅读)?(?:更多|剩余|完整|全部)(?:内容|部分)[，,]?(?:请|需要?|须|可)?先?(?:下载|付费|登录|购买|开通)[^。]{0,40}"
    r"|[^。]{0,14}所有资源均是用户.{0,120}|(?:原创力文档|人人文库网?|本站)(?:仅提供|只提供|创建于|所有资源|为文档).{0,200}"
    r"|.{0,40}文档C(?:2| TO )C交易模式.{0,200}"
    r"|君[,，]\s?已阅读到文档的结尾了呢?[~～。]{0,4}|不看了[,，]\s?直接下载|下载券\s?\d{1,5}|还有\s?\d{1,4}\s?页可预览[^。]{0,20}"
    r"|版权声明\s?[:：]\s?本文档由用户上传.{0,120}|内容说明\s?[:：].{0,40}下载后查看.{0,20}|大部分文档都可免费预览.{0,40}|[一-鿿]{2,8}\s{1,3}举报有害信息"
    r"|本文档为【.{2,80}】[,，]请使用软件OFFICE或WPS软件打开.{0,160}|该文档来自用户分享[,，]如有侵权.{0,80}"
    r"|\[版权声明\]\s?本站所有资料为用户分享.{0,120}|本作品所展示的图片、画像、字体、音乐的版权.{0,60}"
    r"|网站提供的党政主题相关内容[(（]国旗、国徽、党徽.{0,120}|下载需要\s?[:：].{0,12}已有\s?\d{1,7}\s?人下载"
    r"|(?:copyright|©|版权所有)[^。；]{0,200}|.{0,80}ICP[备证]\d{5,10}号.{0,120}"
    r"|因篇幅问题不能全部显示.{0,40}|尊享超值权益.{0,40}|扫码联系.{0,30}|[^。，]{0,6}需要先登录(?:才能|才可|后|即可)?(?:查看|阅读|下载)?[^。，]{0,12}|[(（]剩余\d{1,6}字[)）]"
    r"|配套讲稿\s?[:：]|特殊限制\s?[:：]|如PPT文件的首页显示word图标.{0,80}|部分文档作品中含有的国旗、国徽等图片.{0,120}"
    r"|本文\s?[(（《].{2,120}[)）》]\s?[为由]本站(?:会员|用户).{0,300}|(?:温馨提示[:：]\s?)?如果因为网速或其他原因下载失败.{0,60}"
    r"|下载文档到电脑[，,].{0,30}|(?:网站客服|平台客服)\s?[:：].{0,60}",
    re.IGNORECASE,
)
"""Lines of the block below a preview that no text holds. Bounded; no line with a sentence's end but a portal's own."""
FURTHER = regex(
    r"(?:举报|投诉|客服|联系)(?:邮箱|电话|QQ|热线)\s?[:：].{0,80}|该用户很懒.{0,20}|提供[人者]\s?[:：].{1,24}|提交评论|\d{1,3}/\d{2,4}"
    r"|(?:关于我们|关于[一-鿿]{2,8}(?=\s[-—|｜])|版权申诉|用户使用规则|积分规则|网站声明|网站地图|资源地图|友情链接|网站客服|联系我们|免责声明|常见问题|帮助中心|隐私政策|用户协议|意见反馈|侵权处理|使用条款|上传须知|[\s|｜·\-])++"
    r"|经营许可证.{0,60}|.{0,40}公网安备.{0,40}|用户名\s?[:：].{0,40}|请自觉遵守互联网相关的政策法规.{0,60}"
)
"""Lines of a foot that a text may end with as well: only under one of FEET."""
CUT = regex(
    r"因篇幅问题|超出免费预览|试读(?:已)?结束|未完|当前(?:只能)?预览\s?\d{1,4}\s?页|更多内容|剩余|完整内容|还剩\s?\d{1,4}\s?页|(?:下载|付费|登录|购买).{0,6}阅读全文|免费预览已结束"
)
"""Words of a foot or a head that say that the preview is not the whole text."""
PORTAL_WORD = regex(r"本站|上传|下载|用户|版权|客服|会员|积分|预览|浏览器|密码|文档|付费|登录|申诉|举报|网盘|侵权")
"""Words of a portal's own sentences."""
OWN_NOTICE = regex(
    r"本站|本网站|本文档|文档|原文件|原件|浏览器|付费|OFFICE|PDF|RAR|WinRAR|压缩|水印|人人文库|原创力|下载内容|下载文件|下载提示|上传用户|上传者|上传分享|积分|资源|配套讲稿"
    r"|用户上传|版权归属|挪作商业|有侵权",
    re.IGNORECASE,
)
"""Words of a notice on files, of which each portal's notice has some in each item; `下载` or `客服` alone are any
office's."""
ITSELF = regex(
    r"本站|本网站|本文档|该文档|人人文库|原创力|上传用户|上传者|浏览器|OFFICE|WinRAR|RAR压缩|配套讲稿|付费完成|网友(?:上传|提供)",
    re.IGNORECASE,
)
"""Words of a sentence that a portal says of itself and its files."""
SITE_PHRASE = regex(
    r"如填写123[，,]账号就是123[，,]密码也是123。?|快捷下载时[，,]用户名和密码都是您填写的邮箱或者手机号.{0,60}|微信扫一扫登录"
    r"|[^。]{0,12}(?:所有资源均是用户自行上传分享|仅供网友学习交流).{0,80}|下载前请.{0,40}|该文档为VIP文档.{0,60}"
    r"|如PPT文件的首页显示word图标.{0,80}|部分文档作品中含有的国旗、国徽等图片.{0,120}"
    r"|本资源只提供\s?\d{1,4}\s?页预览[^。]{0,60}"
    r"|温馨提示[:：]由于个人(?:手机|电脑)设置不同.{0,200}|请自助下载[,，]系统不会自动发送.{0,80}|已注册用户请登录[:：]?"
    r"|支付成功后.{0,60}|.{0,10}系统自动生成.{0,20}"
)
"""Sentences of the site's own that have fewer of its words."""
STEP_LINE = regex(r"(?:点击查看更多>{0,3}|继续(?:免费)?阅读|展开阅读全文\s?>{0,3}|下载后可阅读全文)")
"""A button between two pages of a preview."""
