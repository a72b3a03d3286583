"""Lines below news of offices, schools and county papers: who handed it in, whose source it is, accounts of an office.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `tails`.
Labels with names: `staff_lines`, `pen_lines`. What papers print else: `paper_heads`.
"""

from collections.abc import Iterator

from cleaners.regex import regex
from cleaners.rules.foot.news_feet import TAKEN_FROM
from cleaners.rules.foot.page_feet import stamp_of

HANDED_IN = regex(
    r"[（(](?P<name>[^\s。；：:，,（）()]{2,24})(?:供稿|供图|撰稿|通讯员|投稿)[)）]"
    r"|[（(](?P<name2>[^\s。；：:，,（）()/]{2,12})\s?/\s?(?:供稿|撰稿|文|文图|图文|报道)[)）]"
    r"|(?P<name3>[一-鿿]{0,10}(?:团委|党委|支部|总支|办公室|处|部|科|室|院|系|局|中心|工会|公司|镇|乡|街道|委|会))\s?供稿"
)
"""`（集团党委办供稿）`, `（青禾/供稿）` alone on the last line; with a blank: `foot_lines`."""
DRAWN = regex(
    r"(?P<name2>[一-鿿·]{2,4}(?:[\s、]{1,3}[一-鿿·]{2,4}){0,3})\s?/\s?(?P<label2>图文|文图|摄影|供图|文|图|摄)"
    r"|(?P<label>图文|文图|文/图|图/文|文、图|供图|摄影|撰文|图片)\s?[:：丨|｜/]\s?(?P<name>[一-鿿·]{2,4}(?:[\s、]{1,3}[一-鿿·]{2,4}){0,5})"
    r"\s?(?:[（(][^。；：:（）()]{2,20}[)）])?"
)
"""`图文：青禾（某县融媒体中心）`, `青禾/图文` alone on the last line: who wrote it and took the pictures."""
_MEDIA = (
    r"(?:(?<![年财季月通简公情预申周上填汇呈])报|日报|晚报|晨报|早报|时报|商报|导报|都市报|周报|青年报|科技报|教育报|新闻网|新闻"
    r"|新华社|新华网|人民网|央视网|央广网|中新网|中国网"
    r"|电视台|广播台|融媒体中心|融媒|公众号|客户端|微信|微博|头条|网站|网)"
)
LENT = regex(
    r"(?:(?:文章|信息|稿件|新闻|内容|本文)?(?:来源|出处)|稿源)\s?[:：]\s?[《“]?(?!.{0,20}(?:统计|调查|年鉴|公报|数据|报表|资料))"
    rf"(?:[^\s。；：:，,]{{1,16}}{_MEDIA}|新华社|人民日报|中新社|(?!.{{0,4}}[局部委厅办府院]发)[一-鿿]{{2,4}}发布)[》”]?(?:\s{{1,4}}\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?)?"
)
"""`来源：某某新闻`, `来源：某某网站 2017年3月27日`, `来源：某县发布`: a paper's name, so no note on data."""
_ACCOUNT = (
    r"(?:服务号|订阅号|微信公众号|官方公众号|公众号|官方微信|官方微博|官方抖音|微博|抖音号?|视频号|快手号?|头条号|手机版"
    r"|客户端|官方网站|官网|小程序)"
)
_VERB = "开通|建立|推出|运营|打造|利用|通过|设立|建设|加强|做好|开设|创建|依托|借助|使用|管理|规范|注重|维护|更新"
ACCOUNTS = regex(
    rf"(?=.{{3,24}}\Z)(?:[•·●▪]?\s{{0,3}}(?![^\n]{{0,12}}(?:{_VERB}))[一-鿿]{{2,12}}{_ACCOUNT}"
    rf"|(?:云上|掌上|爱上)[一-鿿]{{2,3}}|[•·●▪]\s{{0,3}}{_ACCOUNT}|手机版)"
)
"""`• 某某医院服务号`, `某县融媒微信公众号`: accounts of a page's owner, a line each; no verb in them."""
CLOSE = regex(r"[Xx×✕✖╳]\s?关闭")
COMPLAINTS = regex(
    r"(?:网络|网上)?(?:违法和?(?:违规)?)?(?:互联网)?不良信息举报(?:中心|平台|专区|网站|入口|方式)?\s{0,4}"
    r"(?:(?:联系|举报|监督)?(?:电话|邮箱|热线|网址|方式)\s?[:：]?\s?"
    r"[\dA-Za-z@._/:()（）－-]{4,60}[\s,，;；、]{0,4}){1,4}"
)
"""`违法和不良信息举报中心 联系电话：… 联系邮箱：…`: a foot's line."""
SOCIAL = regex(
    r"(?:[打用使]开?用?(?:手机)?微信[^。；\n]{0,16}(?:扫一扫|扫描|“扫一扫”)?[^。；\n]{0,24}分享[^。；\n]{0,12}(?:朋友圈|好友|微信)?[。!！]?)"
    r"|(?:微信)?扫一扫[^。；\n]{0,16}(?:分享|朋友圈)[^。；\n]{0,12}|分享到?(?:微信)?(?:好友和?)?朋友圈"
)
"""`用微信扫描二维码分享至好友和朋友圈`: a button's words above or below a text."""
GUIDED = regex(
    r"指导单位\s?[:：]\s?[^\s。；：:]{2,24}?\s{0,4}(?:(?:主管|主办|承办|建设|运营|运维|技术支持)(?:单位)?\s?[:：]\s?[^。；：:]{2,30}){1,3}"
)
"""`指导单位：某某宣传部建设单位：某某网`: who keeps an application's page."""
OFFERED = regex(
    r"《[^》\n]{4,60}》由[^。，,\n]{2,30}(?:提供|整理|发布|原创)[,，]\s?(?:如需)?转载请?(?:您)?(?:注明|标明|保留)[^\n]{0,200}"
    r"|[一-鿿]{2,10}(?:版权与免责|免责与版权|版权及免责)声明\s?[:：]?"
    r"|[\d①-⑩]{1,2}[、.．]?\s?(?=[^\n]{0,120}(?:本网|本站))(?:未经[^。\n]{2,40}(?:许可|授权|同意)[,，]?[^。\n]{0,24}(?:不得|禁止)"
    r"|本[网站](?:转载|未注明|发布)|如因?(?:作品|涉及|有)[^。\n]{0,30}(?:版权|侵权))[^\n]{0,200}"
)
"""`《T》由某某网提供，转载请注明出处：…` and the items of its notice, which speak of the site."""
NAMED_ACCOUNTS = regex(
    r"[一-鿿]{2,12}(?:网|网站|日报|晚报|在线|发布|融媒|电视台|广播|门户)(?:的)?(?:官方)?(?:微博|微信|客户端|公众号|抖音|视频号|手机版|APP)"
    r"(?:[、,，和及与/|｜\s]{1,3}(?:官方)?(?:微博|微信|客户端|公众号|抖音|视频号|手机版|APP)){0,5}"
    r"|手机(?:访问|浏览|阅读|查看|版访问)"
)
"""`某某政府网微博、微信`, `手机访问`: whose accounts a site names below a text."""
PRESS_FEET = (NAMED_ACCOUNTS, GUIDED, OFFERED, HANDED_IN, DRAWN, LENT, ACCOUNTS, CLOSE, COMPLAINTS, SOCIAL)


def credits_of(line: str) -> Iterator[tuple[str, int, int]]:
    """Give label and place of the value of what such a folded line names; a date has no label. Nothing for others."""
    taken = TAKEN_FROM.fullmatch(line)
    if taken:
        yield "来源", *taken.span("source")
    for place in stamp_of(line):
        yield "", *place
    handed = HANDED_IN.fullmatch(line) if "稿" in line or "/" in line or line[:1] in BRACKETS else None
    if handed:
        yield "供稿", *next(handed.span(name) for name in ("name", "name2", "name3") if handed[name])
    drawn = DRAWN.fullmatch(line)
    if drawn:
        name = "name" if drawn["name"] else "name2"
        yield "作者" if "文" in (drawn["label"] or drawn["label2"]) else "摄影", *drawn.span(name)


BRACKETS = ("（", "(")
