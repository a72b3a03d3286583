"""Lines with which a site opens its page, that are the site's only where a title stands below. Kinds: `head_kinds`.

Tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Surer openers: `opener_lines`.
"""

from cleaners.regex import regex
from cleaners.rules.head.app_lines import APP_LINE
from cleaners.rules.head.site_masts import is_mast
from cleaners.rules.head.site_panels import PANEL_LEADS

SEARCH = regex(
    r"(?:热门|全站|站内|百度|热点|大家都在|信息|全文|文章|新闻|内容|资料|网站|本站)?(?:搜索|热搜|检索|搜)(?:词|关键[字词])?\s?[:：]\s?"
)
"""`信息搜索：`: the field in which one searches a site, with the words that are searched most behind it or none."""
_LOG_IN = r"(?:[,，!！~\s]{0,3}(?:请|立即)?\s?(?:登录|登陆|注册|免费注册|[\s/|｜]){1,6})?"
LEADS = (
    APP_LINE,
    regex(r"文档|范文|资料|文库|全文|内容"),
    regex(
        r"(?:安卓|苹果|iOS|Android|HD|鸿蒙)版本[^。；]{0,50}|开发者\s?[:：]\s?[^。；]{2,40}(?:公司|工作室|中心)|(?:应用)?(?:涉及)?权限\s?[:：][^。；]{0,20}"
        r"|(?:APP|应用|用户)?隐私(?:政策|协议)\s?[:：]?[^。；]{0,20}|立享[一-鿿]{2,8}|\d{1,3}周年"
    ),
    regex(r"(?:下载|温馨|友情|特别|重要)提示\s?[:：]?|(?:文档|内容|资源|文章|资料)简介\s?[:：]?|阅读已结束[^。]{0,40}"),
    regex(r"(?:\d{1,2}[.、．]\s?)?[^\n]{0,60}(?:本站|上传者|网站会员)[^\n]{0,40}(?:上传|下载|浏览|预览|收入|受理|责任)[^\n]{0,160}"),
    regex(rf"(?:您好|你好)?[,，!！]?\s?欢迎(?:[您你])?(?:来到|光临|访问|使用|进入)[^。；：:，,]{{2,16}}{_LOG_IN}[!！~]?"),
    regex(rf"(?:{SEARCH.pattern})[^。；]{{0,60}}"),
    regex(r"(?:[Ll]oading|加载中|正在加载|页面加载中)(?:\.{1,6}|…{1,2})?|javascript:[^\s一-鿿]{0,60}|<!--[^\n]{0,60}|广告(?:位|招商|合作)?|AD"),
    regex(r"(?:广告|商务|业务|联系|公文|写作|代写|客服|站长|投稿|交流)[一-鿿]{0,6}(?:QQ|微信|qq)群?\s?[:：]?\s?[\w-]{4,20}"),
    regex(r"(?:本站|本网|站长|小编|今日)推荐\s?[:：][^。；]{2,40}"),
    regex(r"[【\[〖#「]\s?[一-鿿]{2,8}\s?[】\]〗#」]|[一-鿿]{2,8}(?:\s?[>/›»]\s?[一-鿿]{2,8}){1,3}"),
    regex(r"(?:Search|Home|Menu|Navigation|Login|Toggle|[☰≡×✕<>«»‹›]|更多|展开|收起|导语|前言|信息内容|文件内容){1,2}"),
    regex(
        r"(?=[^\n]{0,60}(?:无障碍|导盲|读屏|盲人|视障))[^\n]{0,40}(?:[Aa]lt|[Cc]trl|[Ss]hift|回车键|快捷键|Tab)[^\n]{0,60}"
    ),
    regex(r"上传(?:文档|资料|我的文档)(?:[,，\s]{0,3}(?:赚取|获取|赢取)?(?:积分|金币|下载券|收益))?|(?:赚取|获取)(?:积分|金币)"),
)
"""`按Alt+~键打开导盲模式` (keys for the blind),
`欢迎光临某某文库，请登录 注册`, `热门搜索：…`, `loading...`, `公文写作QQ群：12345678`, `【工作总结】`, `☰`."""


def is_lead(line: str) -> bool:
    """Say whether a folded line is a site's where a title stands below it."""
    return any(shape.fullmatch(line) for shape in (*LEADS, *PANEL_LEADS)) or is_mast(line)
