"""What sites of Taiwan and Hong Kong print round a text: aids for readers of screens, their own buttons and policies.

Their software and their law choose other words than the mainland's (`友善列印`, `回頂端`, `隱私權政策`). A line is one
when every part of it is such a word, a bar, a number or a mark. All shapes are tried on one trimmed line, folded to
simplified characters, and match it whole; bounded. Taken above a text by `bylines`, below it by `tails`.
"""

from cleaners.regex import regex

_AIDS = (
    "跳到主要内容区块|跳到主要内容区|跳到主要内容|跳到内容区块|跳到内容区|跳到主选单|跳到页尾|跳至主要内容区块"
    "|跳至主要内容区|跳至主要内容|跳至内容区"
    "|跳至内容|跳过此区|移至主内容|移至主选单|移至主要内容|按Enter到主内容区|按Enter到主要内容区"
    "|中央内容区块|中央内容区|主要内容区块|主要内容区|主内容区块|主内容区|内容区块|页首区块|页尾区块|左侧区块"
    "|右侧区块|左侧选单|上方选单|主选单"
    "|网站主选单|快速连结|快速链接|Jump to the beginning of content|Jump to main content|Jump to content"
    "|Skip to main content|Skip to content|Main content starts|Content start|border image|:::"
)
"""Marks that readers of screens jump to, as law asks of offices there, and what stands for a drawn edge."""
_TOOLS = (
    "友善打印|打印此页|打印本页|打印本文|打印版|另开新窗口|开新窗口|另开窗口|字体大小|字体缩放|"
    "回首页|网站导览|网站导览图|意见信箱|首长信箱|市长信箱|县长信箱|民意信箱|局长信箱|校长信箱|服务信箱|双语词汇"
    "|儿童版|行动版"
    "|公务入口网|我的E政府|我的e政府|字级设定|字级大小|字级|字型大小|字型缩放|友善列印|列印此页|列印本页|列印本文"
    "|列印版|列印|转寄友人|转寄好友"
    "|转寄|回上一页|回上页|回创作列表|回文章列表|回部落格|回前页|回列表|回目录|回顶端|回页首|回最上面|返回页首"
    "|返回页顶|另开新视窗|开新视窗"
    "|另开视窗|电邮给朋友|寄给朋友|推到Facebook|推到Twitter"
    "|推到Plurk|分享到Facebook|分享至Facebook|分享至 Facebook|分享到 Facebook|分享至 X|分享到Twitter|分享至Twitter"
    "|分享到Line|分享至Line|分享至LINE|分享到LINE"
    "|分享到Plurk|分享至噗浪|分享到 Pinterest|分享至 Pinterest|BlogThis!|以电子邮件传送这篇文章|以电邮传送这篇文章"
    "|加入Line好友|加入LINE好友|加LINE好友"
    "|订阅电子报|订阅站台|即日新闻|新闻公报分类|繁体中文|简体中文"
)
"""Buttons of sites there."""
_POLICIES = (
    "隐私权及资讯安全政策|隐私权及资通安全政策|隐私权及安全政策|隐私权政策|隐私权条款|隐私条款|隐私权保护政策|隐私权保护宣告|隐私权宣告"
    "|隐私权声明|资讯安全政策"
    "|资讯安全宣告|政府网站资料开放宣告|网站资料开放宣告|资料开放宣告|著作权声明|版权宣告|版权告示|私隐政策声明"
    "|私隐政策|重要告示|网页指南|网站指南"
    "|无障碍声明|无障碍网页|联络我们|联络资讯|通过A{1,3}无障碍网页检测|通过A{1,3}检测等级无障碍网页检测|无障碍标章"
    "|使用条款"
)
"""What a foot there links to."""
_BESIDE = (
    "上一篇|下一篇|字体|常见问答|English|ENGLISH|EN|RSS|首页|主页|网站地图|网页地图|常见问题|小|中|大|繁|简|TOP|Top"
    "|Facebook|LINE|Line"
    "|X|Twitter"
)
_MARKS = r"[\s|｜·/\[\]【】()（）▲↑:：<>＜＞»«•\-]"
_SURE = f"{_AIDS}|{_TOOLS}|{_POLICIES}"
_WORDS = "|".join(sorted(f"{_SURE}|{_BESIDE}".split("|"), key=len, reverse=True))
STRIP = regex(
    rf"(?=(?:{_WORDS}|{_MARKS}){{1,60}}+\Z)(?=[^\n]{{0,60}}(?:{_SURE}))[^\n]{{3,160}}|border image|image"
)
"""Such words and marks only, one of them no other site's; possessive, the longest word first: one pass,
and an ordinary line ends it at its first character."""
_COUNT = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,8}"
COUNTERS = regex(
    r"(?:(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?)[\s|｜]{0,4})?"
    rf"(?=[^\n]{{0,40}}(?:人气|回应|推荐|转贴|点阅|[迴回]响))(?=[^\n]{{0,40}}\d)"
    rf"(?:(?:累积人气|当日人气|人气|回应|推荐|收藏|转贴|点阅|点阅数|点阅率|浏览|引用|[迴回]响|留言|点阅次数|订阅站台"
    rf"|上一篇|下一篇|推荐指数)\s?[:：]?\s?"
    rf"[(（]?\s?(?:{_COUNT})?\s?[)）]?[\s|｜·,，]{{0,4}}){{1,8}}+"
)
"""`2022-07-05 23:41:31| 人氣11,122| 回應0 | 上一篇`: a journal's day and counters; possessive, one pass."""
BLOG = regex(
    r"(?:张贴者|发布者|发表者"
    r"|张贴人)\s?[:：]\s?[^\s。；：:,，]{1,24}(?:\s{1,3}[^\s。；：:,，]{1,16})?\s{0,3}(?:[于於在]\s{0,3})?(?:[上下]午\s?\d{1,2}:\d{2}|\d{1,2}:\d{2})?"
    r"|由\s{1,2}[^\s。；：:,，]{1,24}\s{1,3}[于於]\s{1,3}[^。；，]{4,24}张贴"
    r"|(?:没有|\d{1,4}\s?[则条个篇]?)\s?(?:留言|意见|回应|[迴回]响)\s?[:：]?|(?:回应|[迴回]响|引用"
    r"|留言)\s?[(（]\s?\d{1,4}\s?[)）]"
    r"|(?:张贴|发表|发布|发佈|我要)(?:留言|意见|回应)|留言列表|(?:(?:较新的|较旧的|较新|较旧|最新)(?:文章"
    r"|帖子)[\s|｜]{0,4}){1,2}(?:首页|主页)?"
    r"|订阅\s?[:：]\s?(?:张贴留言|文章|帖子|发布评论)\s?\(Atom\)|创作者介绍|全站热搜|累积人气|当日人气|历史上的今天"
    r"|[▲△↑]\s?[Tt][Oo][Pp]"
    r"|(?:此|本)分类[上下]一[篇则]\s?[:：]\s?[^。；]{2,80}|(?:全站|个人|网站)分类\s?[:：][^。；，,]{0,40}"
    r"|[（(]\s?[一-鿿]{2,8}[|｜][一-鿿]{2,8}\s?[)）]\s{0,2}[|｜]?"
    r"|(?:点我|点这里)?看更多(?:相关)?[一-鿿]{0,8}|更多[一-鿿]{2,4}新闻|(?:追[踪蹤]|订阅|按赞)我们的?\s?(?:Instagram|IG|YouTube|Facebook|FB|[脸臉]书|LINE|Line|粉丝团?|频道)"
    r"|分享[至到](?:[脸臉]书|推特|噗浪)|(?:发表|我要)[迴回]响|Share|Print|(?:读者)?人气(?:点阅)?(?:榜|排行榜?)"
    r"|您尚未登[入录][,，][^\n]{0,60}|[（(]?(?:请)?登[入录](?:后)?(?:才能|以)?(?:留言|发表[^。；]{0,8})[)）]?"
    r"|(?:前往|立即|我要|线上|小额|定期定额)(?:捐款|赞助|订阅)|本文(?:留言|回应)|(?:近期|最近|本周|本月)?(?:读者"
    r"|网友)推荐"
    r"|(?:[Cc]lick|[Vv]iew|[Hh]it|[Vv]isit)s?(?:\s(?:[Nn]um|[Cc]ounts?|[Nn]umber))?\s?[:：]\s?\d{0,8}|(?:流动版"
    r"|完全版|手机版|电脑版)(?:\s?[|｜/]\s?(?:流动版|完全版|手机版|电脑版))?"
)
"""What programs of journals print below a text: who posted it and when, remarks, other texts of the same column."""
VALUED = regex(
    r"(?:此|本)?篇?文章?(?:已有)?\s?\{\{[^{}\n]{1,60}\}\}[^。；\n]{0,80}"
    r"|[^。；，\n]{0,16}\{\{[^{}\n]{1,60}\}\}\s?[人次则条][^。；\n]{0,80}"
)
"""`此篇文章已有 {{article.like_count}} 人讚許`: a counter that no script filled."""
RECORD = regex(
    r"(?:(?:(?=[^\n]{0,10}(?:访客|来访|浏览|在线|线上))(?:(?:本站|网站|今日|昨日|本日|当日|目前|当前)(?:访客|来访|浏览|线上|在线)(?:人数|人次|计数)?\s?[:：]\s?[\d,]{0,12}\s?人?"
    r"|(?:本站|网站|今日|昨日|本日|当日|目前|线上|在线)(?:访客|来访|浏览|线上|在线)?(?:人数|人次|计数))|(?:访客|来访|造访)(?:人数|人次|计数|数))[\s|｜]{0,4}){1,4}+"
    r"|[^。；，,\n]{0,20}(?:报|报社|传媒|媒体|新闻|网路|网络|出版|杂志)[^。；，,\n]{0,8}(?:公司|社)\s{0,3}统一?编号?\s?[:：]\s?\d{8}"
    r"|(?:[一-鿿]{2,6}\s?天气预报\s{0,4}){2,4}+"
    r"|(?=[^\n]{0,12}(?:重要告示|[|｜©]))(?:\d{4}\s?[|｜©]\s?)?(?:重要告示\s?)?(?:最近|最后|上次)?(?:修订|更新|覆检)日期\s?[:：]\s?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|[^。；，\n]{0,12}(?:WCAG\s?\d|Valid\s(?:X?HTML|CSS)|W3C)[^。；，\n]{0,60}"
)
"""`訪客數`, `某報社 統編：12345678`, `2003 | 重要告示 最近修訂日期：…`: numbers and marks of sites there."""
DAYS = regex(
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|(?:(?:中[华華])?民[国國]\s?)?(?:[89]\d|1[0-3]\d)(?:[-/.]\d{1,2}[-/.]\d{1,2}|\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
    r"(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?"
)
"""`25/04/2018`, `114-07-04`, `民國114年7月4日` behind a label: the day first, or the year of the republic."""
LOGIN = regex(
    r"(?:[^\s。；，：:,;|｜]{0,10}\s?[|｜]\s?){1,8}(?:会员)?(?:登入|登出|登录|註册"
    r"|注册)(?:\s?[|｜]\s?[^\s。；，：:,;|｜]{0,10}){0,4}"
)
"""`某某購物| | 某某| 登入`: links between bars, the last that one logs in; bounded, the bars part the classes."""
OVERSEAS_HEADS = (STRIP, LOGIN)
OVERSEAS_FEET = (STRIP, BLOG, VALUED, COUNTERS, RECORD)
_SIGNS = (
    "区块|选单|导览|主要内容|主内容|内容区|content|image|:::|信箱|列印|转寄|字级|字型|回上|回首|回列表|页首|分享"
    "|推到|隐私"
    "|私隐|著作权|视窗|指南|联络|告示|无障碍|留言|Line|LINE|E政府|回创|回文|回部"
)
SIGNS = tuple(_SIGNS.split("|"))
"""One of them stands in each line of a head's strip."""
