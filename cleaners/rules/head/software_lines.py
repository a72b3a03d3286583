"""Lines above a text that a page's software printed: on browsers, names of pictures, errors, tags, fields to log in.

Tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken by: `bylines`. Other
openings: `opener_lines`.
"""

from cleaners.regex import regex

BROWSER = regex(
    r"(?=[^\n]{0,80}(?:浏览器|Chrome|Firefox|FireFox|Edge))(?=[^\n]{0,100}(?:请|建议|推荐|停止支持|不再支持))"
    r"(?=[^\n]{0,100}(?:更新|升级|改用|换用|下载|停止支持|不再支持|最佳|更好|版本过))"
    r"(?![^\n]{0,120}(?:报名|填报|申报|系统|平台|考生|学生))[^\n]{6,120}"
)
"""`您的瀏覽器版本過舊，請更新…`: what a page tells an old browser. A notice on how to enroll speaks of a system."""
PICTURE = regex(
    r"(?:(?:site|page|header|slider|news|banner|feature|Facebook Feature)\s(?:logo|image|banner|picture)"
    r"(?:\s?[:：]?\s?[\w.:/-]{1,60})?"
    r"|(?:[^\s()（）]{1,20}\s?[(（]\s?[Ll]ogo[^()（）\n]{0,12}[)）]\s{0,3}){1,4}"
    r"|!\[[^\]\n]{0,120}\]\([^()\s]{0,300}\)|首图|题图|封面图)"
)
"""`slider image 41`, `某某網(Logo-text)`, `![…](…)`: what stands in a dump for a picture of the page's top."""
ERROR = regex(
    r"(?:<br />\s?)?(?:Warning|Notice|Fatal error|Deprecated|Parse error|Strict Standards)\s?:\s"
    r"[^\n]{4,300} (?:on|in) line \d{1,6}[^\n]{0,20}"
)
"""`Warning: Undefined variable $cid in /…/a.html on line 52`: an error of the page's program."""
TAGS = regex(
    r"(?:[#＃][^\s#＃。，；：:,;]{1,20}(?:[#＃]|(?=[\s#＃]|\Z))\s{0,4}){2,20}+|[#＃][^\s#＃。，；：:,;]{1,20}[#＃]"
)
"""`#地方 #社區 #公車`, `#風景#`: tags of a post, two at least or between marks; possessive."""
FIELD = regex(r"(?:会员|用户|登录)?(?:账号|帐号|用户名|密码|验证码)\s?[:：]|(?:会员|用户|登录)(?:账号|帐号|名|密码)")
"""`会员账号：`: the empty field of a box where one logs in."""
READER = regex(r'Size:\s?px|Start display at page:?|Download\s?"[^"\n]{2,120}"|Transcription|Download Presentation')
"""What a reader of files in English prints round a text's name."""
TURNED = regex(
    r"[|｜]?\s?页面功能\s?(?:【[^【】\n]{1,14}】\s?){2,12}[|｜]?|"
    r"[【\[]\s{0,3}(?:第\s?\d{1,3}\s?页\s{0,3}){2,30}+[】\]]|[^\s。，]{0,8}CNML格式】[【】\s打印]{0,20}"
    r"|[34<>«»]?\s{0,3}上一篇\s{1,6}下一篇\s{0,3}[34<>«»]?(?:\s{1,4}(?:放大|缩小|默认|大|中|小|打印|字号)){1,6}"
    r"|(?:(?:上一版|下一版)\s?[»«<>]{0,2}\s?){1,2}本期共\s?\d{1,3}\s?版[,，]?\s?当前第?\s?[A-Z]?\d{1,3}\s?版(?:\s?PDF版?)?"
)
"""`【 第1頁 第2頁 】`, `3 上一篇 下一篇 4 放大 缩小 默认`: buttons that turn pages, articles and sheets."""
OPENED = regex(
    r"[一-鿿A-Za-z]{2,14}(?:网|站|文库|之家|在线)\s{1,3}(?:www|m|wap)\.[A-Za-z0-9.-]{3,40}|"
    r"首页\s{0,3}[一-鿿]{2,16}(?:文章|新闻|内容)?正文|(?:您的?)?(?:现在|当前|目前)(?:的|所在)?的?位置|(?:读|看)新闻|News|NEWS"
    r"|(?:文章|新闻|本文|信息)摘要\s?[:：]"
    r"|今日(?:帖子?|主题)?\s?[:：]\s?\d{1,7}\s?[|｜]\s?(?:主题|帖子总数|帖子)\s?[:：]\s?\d{1,9}"
    r"(?:\s?[|｜]\s?[一-鿿]{2,4}\s?[:：]\s?\d{0,6})?"
)
"""`首页 财税天地文章正文`, `当前位置` alone, a board's counts: how a page opens, its marks lost."""
AGED = regex(
    r"限制级|未满\s?18\s?岁|我同意|我已年满\s?18\s?岁(?:进入){0,2}|或?不同意本条款(?:离开){0,2}"
    r"|本则(?:内容|新闻)仅供年满\s?18\s?岁[^。\n]{0,12}。?"
    r"|本(?:网)?站[^。\n]{0,12}分级规定[^\n]{0,100}"
)
"""`未滿18歲`, `我已年滿18歲進入`: what a paper there asks before it shows a piece of news."""
SCHOOL = regex(
    r"(?:[一-鿿]{2,4}\s{1,3})?[一-鿿]{2,8}\s-\s[一-鿿]{2,10}\s[|｜]\s\d{4}-\d{1,2}-\d{1,2}\s[|｜]\s"
    r"(?:点阅数|人气)\s?[:：]\s?\d{1,7}"
)
"""`公告 教務處 - 一般公告 | 2021-03-05 | 點閱數: 96`: a school's program over a notice."""
SOFTWARE = (BROWSER, PICTURE, ERROR, TAGS, FIELD, READER, TURNED, OPENED, AGED, SCHOOL)
_SIGNS = " m.| www.| wap.|浏览器|Chrome|Edge|logo|Logo|image|banner|![|图| line |#|＃"
_SIGNS += "|账号|帐号|用户名|密码|验证码|px|page|ownload"
_SIGNS += "|Transcription"
_SIGNS += "|页面功能|CNML|上一|下一版|第1|第 1|正文|位置|读新闻|看新闻|News|NEWS|摘要"
_SIGNS += "|今日|点阅|人气|18|限制级|同意|分级"
SIGNS = tuple(_SIGNS.split("|"))
"""One of them stands in each such line."""
