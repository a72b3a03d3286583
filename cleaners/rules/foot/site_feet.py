"""Lines of a site's foot that name it, its address and what it runs on; told by themselves, or below surer ones.

An address or a telephone number may be the last line of an office's own notice: it is the site's only where a line that
no text has stands above it. `tail_lines` asks for both, `tails` takes them. All shapes are tried on one trimmed line,
folded to simplified characters, and match it whole; bounded.
"""

from cleaners.regex import regex

MACHINE = regex(
    r"(?:本?(?:网站|站|网))?(?:已)?(?:全面)?支持\s?IPv[46](?:网络|访问)?|IPv6|(?:建议|推荐|请)(?:您)?(?:使用|采用"
    r"|在)[^。；]{0,60}"
    r"(?:浏览器|分辨率|浏览)[^。；]{0,40}|您是(?:本站|本网)?的?第\s?\d{0,9}\s?(?:位|个)?(?:访问者|访客|浏览者|来访者"
    r"|位|个)?"
    r"|与我们联系|联系我们\s?(?:/\s?)?[Cc](?:ontact(?: [Uu]s)?|ONTACT(?: US)?)"
    r"|政府网站找错|党政机关|事业单位标识|适老化无障碍服务|(?:网站)?运行维护单位[:：][^。；]{2,40}"
    r"|您(?:访问|打开)的链接即将离开[^。]{2,60}|继续访问\s{0,4}放弃|返回原图|在线(?:咨询|留言|客服|报名|预约)"
    r"|(?:全国)?(?:统一)?(?:服务|客服|咨询|订购|销售)?热线\s?[:：]\s?[48]00[-\s]?\d{3,4}[-\s]?\d{3,4}"
    r"|[（(*※]?(?:以上|本文|该文|本回答)?(?:内容|回答|文章|文字)?(?:均|系)?(?:由|为)\s?(?:AI|人工智能|ChatGPT|大模型"
    r"|智能助手)"
    r"[^。；]{0,10}(?:生成|创作|撰写)[^。]{0,40}。?[)）]?"
    r"|本文(?:内容)?由[^。；,，]{2,20}(?:整理|收集|编辑|提供|发布"
    r"|原创){1,3}[,，](?:仅供[^。]{0,12}[,，])?(?:如需)?转载[^。]{0,30}。?"
    r"|用户名\s{1,4}注册新用户|密码\s{1,4}忘记密码[?？]?|投诉举报|赞赏记录[:：]?"
    r"|转[自载]自?[《“][^。；]{2,30}[》”]\s?[（(](?:https?://|www\.)[^）)\s]{4,80}[)）]"
    r"|[Ss]ogou|搜狗|360搜索|Bing|Google|我(?:来|也|要)?说[两几]句(?:…{1,2}|\.{3})?|[^。；，]{2,16}(?:点击量|用稿量|阅读量|访问量)(?:排名|排行榜?)"
    r"|本?网站由[^。；]{2,30}(?:主办|承办|维护|运营)(?:[,，][^。；]{0,40})?"
)
"""`本网站支持IPv6`, `建议使用1024*768分辨率浏览`: what only a site says of itself."""
_LINK = (
    "关于我们|关于本站|关于本网|联系我们|联系方式|网站地图|站点地图|免责声明|版权声明|法律声明|网站声明|隐私声明|隐私政策"
    "|隐私保护|使用帮助|网站帮助|帮助中心|广告服务|广告合作|商务合作|加入我们|诚聘英才|人才招聘|意见反馈|用户协议"
    "|服务条款|服务协议|设为首页|加入收藏|友情链接|网站简介|网站首页|返回首页|返回顶部|首页|投稿须知|投稿指南|举报中心"
    "|违法和不良信息举报|不良信息举报|常见问题|收藏本站|公司简介|学校概况|官方微信|官方微博|手机版|电脑版|移动版|触屏版|快速导航|网站声明|法律顾问|RSS订阅|RSS"
)
LINKS = regex(
    rf"(?=.{{0,60}}(?:声明|政策|地图|我们|本站|帮助|协议|条款|举报))(?:(?:{_LINK})[\s|｜·/\-—–]{{0,6}}){{1,16}}+"
)
"""`网站地图 | 联系我们 | 隐私声明`: the menu of a foot; such words and bars only."""
COPYRIGHT_HEAD = regex(
    r"[（(【\[※*]{0,2}(?:版权|免责|特别|郑重|重要|侵权|本网|本站|网站)(?:与|及|和)?(?:版权|免责|侵权|使用)?(?:声明|申明|说明|提示)"
    r"[)）】\]]{0,2}\s?[:：]?"
)
"""`版权与免责声明：` alone above its numbered notices."""
COPYRIGHT_ITEM = regex(
    r"[①②③④⑤⑥\d.、*※\s（()）]{0,6}(?:如(?:因|对|涉及|有)(?:本[网站文]|上述|作品|稿件|文章|转载|涉及)?[^。\n]{0,60}"
    r"(?:同|与|和)?(?:本[网站]|我们|我[网站])联系|(?:本[网站]|[一-鿿]{2,8}[网站])(?:转载|未注明|其他"
    r"|其它)[^\n]{0,80}(?:不代表|传递更多|赞同其观点|真实性)"
    r"|(?:[本此该][文稿]|文章|以上)(?:内容|观点|言论)?(?:仅|只|并不|不)?代表(?:作者|本)?(?:个人|本人|作者|网站|站|网|平台)[^。\n]{0,40}|(?:相关"
    r"|其)作品的?原创性[^\n]{0,60})"
    r"[^\n]{0,240}"
)
"""`③如因作品内容、版权和其它问题需要同本网联系的，请在30日内进行。`: an item of such a notice."""
SOLD = regex(
    r"(?:立即|马上|点击|免费|付费|我要|去)?下载(?:文档|全文|原文|本文|资料|完整版|到电脑|Word|WORD"
    r"|word)?(?:到电脑)?(?:[,，][^。]{0,20})?"
    r"|温馨提示[:：](?=[^\n]{0,80}(?:预览|文档|客服|付费|积分|本站))[^。；\n]{2,100}。?"
)
"""`立即下载`, `温馨提示：本文档仅提供预览…` below a text: a library's buttons."""
FINIS = regex(
    r"[-—–=*·.…\s【\[（(]{0,20}(?:END|End|end|Fin|FIN)[-—–=*·.…\s】\])）]{0,20}|[-—–=*·.…]{0,20}\s?(?:The|THE) "
    r"(?:End|END)|[▼▽↓⬇\s]{1,12}|/"
)
"""`END` between an account's text and its staff."""
OVERSEAS = regex(
    r"(?:Leave a (?:comment|reply)|Comments are closed\.?|No [Cc]omments?(?: yet)?|(?:Share|Like) this:?"
    r"|Loading\.{0,3}|Related(?: [Pp]osts?)?"
    r"|(?:Previous|Next|Older|Newer) [Pp]osts?:?[^。]{0,80}|(?:Posted in|Filed under|Tagged|Categories"
    r"|Category|Tags?)\b\s?[:：]?[^。]{0,100}"
    r"|Print|Email|Save|Tweet|Copy [Ll]ink|发表回复|发布留言|分享此文[:：]?|请按赞[:：]?|(?:赞"
    r"|喜欢)\s{0,2}正在加载(?:\.{3}|……|…)?|延伸阅读[:：]?)"
)
"""Buttons of English software round Chinese texts."""
POSTED = regex(
    r"posted\s?(?:[@＠]|on)\s?\d{4}-\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d{2})?\s{0,3}[^\s。]{0,20}\s{0,4}(?:(?:阅读|评论|编辑|收藏"
    r"|举报"
    r"|推荐|浏览)(?:[:：]?\s?[(（]\d{0,8}[)）])?\s{0,3}){0,8}"
)
"""`posted @ 2021-03-02 10:20 青禾 阅读(128) 评论(0) 编辑 收藏 举报` of a blog."""
ACCOUNT_END = regex(
    r"点?分享\s{0,3}点?收藏\s{0,3}点?点赞\s{0,3}点?在看|(?:长按|扫码|扫描|识别)[^。；]{0,16}(?:二维码"
    r"|关注)[^。；]{0,16}"
    r"|[^。；]{0,10}(?:点个|给个|点一个|点亮)[“「]?(?:在看|赞)[^。；]{0,14}|(?:微信)?(?:公众号|订阅号"
    r"|服务号)(?:名称)?[:：]\s?\S{2,20}"
    r"|关注[一-鿿]{2,12}(?:发布|在线|日报|新闻|公众号|微信|微博)|[^。；]{0,8}(?:点击"
    r"|戳)[^。；]{0,8}(?:阅读原文|蓝字)[^。；]{0,16}|阅读原文"
)
"""What an account prints below its text."""
_PEN = r"(?:文字?|图片?|文图|图文|文/图|图/文|摄影|撰文|视频|供图|采写|来源)"
CREDITED = regex(
    rf"[（(]{_PEN}\s?[/／|｜]\s?[^\s。；：:（）()/／]{{2,16}}(?:[\s,，、;；]{{1,3}}{_PEN}\s?[/／|｜:：]\s?[^\s。；：:（）()/／]{{2,16}}){{0,4}}[)）]"
    rf"|[（(][^\s。；：:（）()/／]{{2,16}}\s?[/／|｜]\s?{_PEN}(?:[\s,，、;；]{{1,3}}[^\s。；：:（）()/／]{{2,16}}\s?[/／|｜]\s?{_PEN}){{0,4}}[)）]"
    r"|[（(]来源\s?[:：]\s?[^\s。；：:（）()]{0,12}(?:日报|晚报|时报|新闻网|新华社|新华网|人民网|央视网|发布|网站"
    r"|公众号|客户端|融媒体中心|电视台)[)）]"
)
"""`（文/青禾 图/王溪）`, `（青禾/文 王溪/图）`, `（来源：某某日报）` alone on the last line: who made it."""
SITE_FEET = (
    CREDITED,    MACHINE, LINKS, COPYRIGHT_HEAD, COPYRIGHT_ITEM, SOLD, FINIS, OVERSEAS, POSTED, ACCOUNT_END,
)  # fmt: skip
"""Lines that a site alone prints below a text."""
_CONTACT = (
    "地址|联系地址|单位地址|通讯地址|学校地址|公司地址|办公地址|校址|邮编|邮码|邮政编码|邮箱|电子邮箱|联系邮箱|电话|联系电话|办公电话"
    "|值班电话|招生电话|咨询电话|服务电话|服务热线|咨询热线|新闻热线|热线电话|热线|客服热线|传真|手机|手机号|联系人|联系方式"
    "|网址|QQ|客服QQ|微信|微信号|E-mail|Email|email|E-MAIL|EMAIL|TEL|Tel|FAX|Fax|技术支持|技术维护|主办|主办单位|承办"
    "|承办单位|协办|协办单位|主管|主管单位|维护单位|运维单位|设计制作|投稿邮箱|监督电话|举报电话|举报邮箱|备案号|总访问量"
    "|访问量|今日访问|在线人数|地点|公众号|版权所有|建设单位|指导单位|网站技术支持"
)
CONTACT = regex(
    rf"(?:{'|'.join(sorted(_CONTACT.split('|'), key=len, reverse=True))})\s{{0,3}}[:：][^。；]{{0,110}}"
    rf"|(?:Copyright|©|版权所有)[^。；]{{0,110}}|[（(]\d{{4}}年\d{{1,2}}月[)）]|\d{{1,6}}"
)
"""`地址：某镇某路1号 邮编：312000`: the site's only below a line that no text has."""


HOST = regex(
    r"(?:主办|主管|承办|技术支持|技术维护|设计制作|网站|维护单位|运维单位|(?:公司|学校|医院|本院)地址)"
    r"|(?:联系|单位|通讯|学校|公司|办公|医院)?(?:地址|校址)\s?[:：](?=[^\n]{4,100}(?:邮编|邮政编码|邮码)\s?[:：])"
    r"(?=[^\n]{4,140}(?:电话|传真|邮箱|信箱|热线|[Tt][Ee][Ll])\s?[:：])(?![^\n]{0,160}联系人)"
)
"""How a line begins that names a site's owner; `地址：` alone may end an office's own notice, with code and telephone
on one line it is a foot's."""


def is_contact(folded_line: str) -> bool:
    """Say whether a folded line may be a site's address or telephone number; an office's own notice ends so too."""
    line = folded_line.lstrip(DOTS)
    return bool(CONTACT.fullmatch(line) or NUMBERED.fullmatch(line))


DOTS = "•●▪·◆■-— \u3000"
"""What stands before such a line where pages print it as an entry of a list."""
NUMBERED = regex(
    r"(?:[一-鿿]{0,6}(?:[Qq]{2}群?|电[ \u3000]{0,4}话|热[ \u3000]{0,4}线|传[ \u3000]{0,4}真|手[ \u3000]{0,4}机"
    r"|邮[ \u3000]{0,4}[箱编]|信[ \u3000]{0,4}箱|地[ \u3000]{0,4}址|网[ \u3000]{0,4}址)"
    r"\s?[:：]\s{0,3}(?:[（(]\+?\d{2,5}[)）])?[^\s。；：:，,|｜（）()]{4,50}(?:[（(][^\n（）()]{2,24}[)）])?[\s|｜]{0,5}){1,4}+"
)
"""`新闻投稿QQ：310500 | 服务电话：1815000`, `传  真：+86-0512-5366`: labels set wide or longer; bounded, one pass."""
