"""Lines below a text on the sites that collect samples: buttons to copy it, its file's name, words to log in by.

Reference realtext, section 2 (families 11 to 16 and 22) and 3b. All are tried on one trimmed line, folded to simplified
characters, and match it whole; bounded over closed words. Taken by: `tails`.
"""

from cleaners.regex import regex

_SAVE = r"(?:将本文的[Ww]ord文档下载到电脑[，,]?[^。\s]{0,16})"
_NET = "(?:网络|互联网|网友|网上|会员)"
VISITED = regex(
    r"(?:推荐访问|推荐搜索|本文标签|文章标签|标签\s?[(（]tags?[)）]|所属专题|专题推荐)\s?[:：]"
    r"[^。；]{0,120}"
    r"|(?:热门标签|标签云|TAGS?标签|热门搜索|热门专题)\s{1,3}[^。；，,]{1,80}"
)
"""`推荐访问: 总结 总结2021 总结:`: links by the words of a title."""
FILED = regex(
    rf"(?:《[^《》。]{{2,80}}》\s{{0,3}})?(?:(?:点击|免费)?下载(?:此|该|本)?文档|{_SAVE}|推荐度[:：]?|\s){{0,8}}"
    r"(?:此|该|本)?文档为\s?(?:docx?|pdf|wps|txt|Word|word)\s?格式"
    rf"|《[^《》。]{{2,80}}\.(?:docx?|pdf|wps)》(?:\s{{0,3}}{_SAVE})?(?:\s{{0,3}}推荐度[:：]?)?(?:\s{{0,3}}点击下载文档)?"
)
"""`《T.doc》`, `文档为doc格式`: the offer of a sample as a file, in lines or in one."""
ASKED_IN = regex(
    r"(?:请|您?需要?|点击|立即)?先?(?:登录|登陆|注册)(?:/注册|后)?"
    r"(?:才(?:能|可以?))?(?:发表评论|查看更多|查看全文|阅读全文|继续阅读|下载|评论|复制|收藏)?[!！。]?"
    r"|取消|发表评论\s{1,3}取消回复|赏|打赏作者|(?:感谢您的|扫码|赞赏)支持|(?:支付宝|微信|\s){1,3}(?:打赏|赞赏)"
    r"|Ctrl\s?\+\s?D\s?收藏本[页站]"
)
"""`请先登录`, `登录后查看更多`: whole line of such words only."""
COPIED = regex(
    r"(?=[^\W_])(?:一键复制(?:全文)?|复制(?:全文|本文|文章|内容)?|全文(?:下载|复制)|下载(?:全文|本文|文档)?(?:Word|WORD|word)?(?:文档|版)?|投诉|举报|收藏"
    r"|手机扫码(?:分享|阅读|查看)|免费下载这[份篇]文[档章]|(?:点击)?(?:查看|展开|阅读|显示|继续)(?:更多|全文|全部|阅读(?:全文)?)"
    r"|继续阅读|返回(?:栏目|上级)?列表|返回栏目|[/|｜\s]){1,8}"
)
"""`一键复制全文下载投诉`, `展开阅读全文`: buttons of a library, one or several a line."""
HEADED = regex(
    r"(?:[一-鿿]{0,4}(?:总结|报告|计划|方案|演讲稿?|体会|范文|文章|讲话稿?|公文|材料)(?:推荐|排行)|范文(?:大全|推荐|导航)|站内搜索"
    r"|本[类栏](?:推荐|排行|最新)|热门(?:专题|标签|搜索)|精品推荐)\s?[:：]?"
)
"""The head of a box whose links a dump lost, on the last line; `工作总结推荐`."""
UNSIGNED = regex(
    rf"本文(?:由|系|为)?(?:来源于?|来自|转自|由)?{_NET}(?:整理|收集|投稿|上传|转载)?[，,。]?"
    r"(?:[^。；]{0,8}(?:不代表|仅供|如有|版权)[^。]{0,40})?。?"
    r"|(?:温馨提示|免责声明|提示|声明)[:：]\s?(?:本站|本文|文章|以上|此文)?(?:资料|内容|文章){0,2}(?:来自网络|来源于网络|仅供参考"
    r"|由网友上传)[^。]{0,30}。?"
    r"|本站(?:资料|内容|文章|范文)(?:均|皆|都)?(?:仅供参考|来自网络|来源于网络|由网友(?:上传|投稿|分享))[^。]{0,40}。?"
)
"""`本文来源于网络`, `本站资料仅供参考`: what a collection says of its texts, without a legal word."""
OWNER = regex(r"[一-鿿A-Za-z0-9]{2,14}(?:网|站|文库|范文)\s{0,3}版权所有[^。；]{0,30}")
"""`某某范文网 版权所有`."""
ARROWS = regex(r"[>»›<«‹↑↓▲△]{1,3}")
"""`>` alone: a button whose picture a dump lost; below surer lines and above them."""
READERS = regex(
    r"(?:本站|网站|联系|在线)?(?:投稿|客服|站长)\s?(?:QQ|qq|微信|邮箱)(?:号|群)?\s?[:：]\s?[\w.@-]{5,30}"
    r"|【?\s?字[体号]\s?[:：]?\s{0,2}[【\[（(]?\s?大\s{0,2}[/|]?\s{0,2}中\s{0,2}[/|]?\s{0,2}小\s?[】\])）]?】?"
)
"""`客服 QQ：1234567`, `【字体：大 中 小】`."""
TEASED = regex(r"[^《》。；，\n]{6,60}》(?:内容)?(?:摘要|简介)\s?[:：][^\n]{20,400}(?<![。！？!?”」…])")
"""`T》内容摘要:` whose opening mark was lost, with the beginning of the text again, cut in mid-sentence (family 19)."""
EXAMPLE = regex(
    r"(?:友情|温馨)提示\s?[:：]\s?本文中?关于《[^《》\n]{2,80}》(?:给出)?的?[^。；\n]{0,20}(?:范例|范文|示例|内容)[^。；\n]{0,10}仅供[^\n]{2,200}"
)
"""`友情提示：本文中关于《T》给出的范例仅供您参考…`: a collection's notice that names its text; bounded."""
COUNSEL = regex(r"本[站网](?:站)?由[^。；\n]{2,40}律师[^。；\n]{0,16}提供法律(?:服务|支持|顾问|咨询)[^。；\n]{0,8}")
"""`本站由某某律师事务所某某律师提供法律服务` below the owner's line; bounded."""
PORTAL_FOOT = regex(
    r"此文档下载收益归作者所有(?:\s{1,4}下载文档)?|下载(?:[本此该]?文档|[本此该]资[源料])|收起|展开(?:全部)?|(?:点击)?下载(?:本文"
    r"|文档)?(?:WORD|word|docx?)?(?:文档|版本)"
)
"""What a download portal prints below a text, of pages that no portal's family claims; whole line, closed words."""
SAMPLE_FEET = (EXAMPLE, COUNSEL, TEASED, VISITED, FILED, ASKED_IN, COPIED, HEADED, UNSIGNED, OWNER, ARROWS, READERS)
"""Lines that such a site alone prints below a text."""
