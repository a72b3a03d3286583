"""Lines that sites print below a text for their visitors: hot lines in cells, shares, menus, where a text is indexed.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `tails`.
"""

from cleaners.regex import regex

INDEXED = regex(
    r"本文(?:献|章)?已?被\s?[^。；！!]{0,40}(?:数据库|CNKI|知网|维普|万方)[^。；！!]{0,20}收录[!！。]?"
)
"""`本文献已被 CNKI 等数据库收录!`; a database's name must be in it."""
_LINK = (
    r"(?:设为首页|加入收藏|收藏本站|免责声明|版权声明|联系我们|联络我们|网站地图|站点地图|广告服务|友情链接|法律声明|帮助中心"
    r"|网站首页|首页|关于[一-鿿A-Za-z]{2,8})"
)
MENU = regex(
    rf"{_LINK}"
    rf"(?:\s{{0,4}}[|｜·-]\s{{0,4}}{_LINK}){{2,11}}\s?[|｜]?"
    r"|(?:网站|返回)?(?:首页|主页)(?:\s{1,4}(?!第)[A-Za-z]{0,8}[一-鿿][^\s。；，,:：\d]{1,8}){4,14}+"
)
"""`设为首页 | 免责声明 | 关于某云 | 加入收藏`, `首页 总览 图辑 名家 专题`: links of a site."""
RIGHTS = regex(
    r"(?:(?:版权|郑重|特别|本[站网])?(?:声明|说明)\s?[:：]\s?)?(?:本[文站网][^。；]{0,20}[,，]\s?)?(?:如需|如要|若需|欢迎)?转载[,，]?"
    r"[^。；]{0,6}(?:请|敬请)(?:务必|先)?[^。；]{0,12}(?:注明|标明|标注)[^。；]{2,30}[。！!]?"
)
"""`版权声明：转载请务必注明作者及出处。`: what is asked of those who copy."""
BLOG = regex(
    r"Let['’‘]s block ads!\s?(?:\(Why\?\))?|Subscribe (?:[Ff]or|[Tt]o|[Bb]y|[Vv]ia) [A-Za-z ]{2,40}"
    r"|(?:No|\d{1,6}) [Cc]omments?\s?:?"
    r"|Post a Comment|Read More(?:\s?[»>]{1,3})?"
)
"""`Let's block ads! (Why?)`, `No comments:`: a reader of feeds and a blog's program; English lines, whole."""
HOT_LINES = regex(
    r"(?=[^|｜:：]{1,24}[:：][^|｜]{0,40}[|｜])(?=.{0,120}(?:[爆报]料|新闻热线|手机网站|SMS|MMS))(?=.{0,160}(?:\d{4}[\s-]?\d{3}|@|[a-z]\.[a-z]))"
    r"(?:[^|｜。；]{0,40}[|｜]\s?){2,16}[^|｜。；]{0,40}"
)
"""`爆料热线: | (852) 0000 0000 | 电邮: | news@a.example |`: a paper's telephones as cells of a table."""
SHARED = regex(
    r"(?:转发|分享|推荐|转贴|收藏)[至到]\s?[:：]\s?(?:(?:[一-鿿A-Za-z]{0,6}(?:微博|博客|空间|朋友圈|好友|贴吧|微信|QQ)|豆瓣网?|白社会|人人网?|开心网?|更多)"
    r"[\s|｜/、]{0,4}){1,10}"
)
"""`转发至:搜狐微博 白社会`."""
MOBILE = regex(r"手机版?[一-鿿]{2,6}网")
"""`手机某某网`: the link to a site's small view."""
ASKED = regex(r"[•·]?\s{0,3}(?:至少|最少|最多)(?:可以?)?(?:输入|填写)\s?\d{1,4}\s?个?(?:字符|汉字|字)")
"""`• 至少输入5个字符`: the form for remarks."""
FLOORED = regex(
    r"(?:IP属地\s?[:：]\s?[一-鿿]{2,8}\s{0,3})?(?:来自[^\s。；，：:\d]{2,16}\s{0,3})?\d{1,5}楼\s{0,3}"
    r"\d{4}-\d{1,2}-\d{1,2}\s{1,3}\d{2}:\d{2}\s{0,3}(?:收起)?回复(?:\s?[(（]\d{1,5}[)）])?"
    r"|[^\s。；，：:,]{2,24}被楼主禁言\s?[,，]\s?将不能再进行回复"
)
"""`IP属地:浙江1楼2018-11-02 09:44回复`: floor and time below a post of a Tieba board, and who may answer no more."""
VISITOR_FEET = (INDEXED, MENU, RIGHTS, BLOG, HOT_LINES, SHARED, MOBILE, ASKED, FLOORED)
