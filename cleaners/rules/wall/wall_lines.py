"""The shapes of walls: what sites print where they show only a part of a text. Which to take: `walls`."""

from cleaners.regex import regex
from cleaners.rules.wall.wall_grammar import GRAMMAR, STARTS
from cleaners.rules.wall.wall_offers import BUTTONS, COLLECT, MEMBERS_ONLY, NEWCOMERS, PAID, PARTLY, RIGHTS, SHUT

# Shapes of reference realtext, section 3g. All have bounded quantifiers over literals or classes that exclude what
# follows, and are tried at a line's beginning only, but for INLINE and GLUED, which begin with a rare mark.
_UNFINISHED = (
    r"(?:本文|文章)?未完(?:待续)?[，,、；;\s]{0,2}(?:全文|本文)?共?\s?\d{2,6}\s?字[，,、；;\s]{0,2}"
    r"(?:当前|目前|以上|此处|本页|本站|已)[只仅]?显示\s?\d{1,6}\s?字[^\n。()（）]{0,40}"
)
UNFINISHED = regex(
    rf"[….。]{{0,6}}\s?[（(【\[]?\s?{_UNFINISHED}[)）】\]]?。?(?:\s?收藏《?[^》\n。]{{2,80}}》?[)）】]?)?"
)
"""`(未完，全文共5230字，当前显示1046字)`, the button `收藏《T》` behind it or not."""
_TO_BUY = r"未完[^\n。()（）]{0,30}(?:下载|登录|付费|购买|会员|全文)[^\n。()（）]{0,24}"
"""`(未完，请下载后阅读全文)`."""
GLUED = regex(rf"\s{{0,4}}[（(【\[]\s?(?:{_UNFINISHED}|{_TO_BUY})[)）】\]]\s{{0,4}}\Z")
"""The same in brackets at the very end of the last sentence."""
TO_GET = regex(
    r"\s{1,4}[（(]?(?:全文|本文)共?约?\s?\d{2,6}\s?字[,，]\s?(?:请|可)?下载后?可?(?:阅读|编辑|查看|使用)[^。\n]{0,16}。?[）)]?\s{0,4}\Z"
)
"""`… 全文约1221字，请下载后阅读、编辑。` behind the last words that are shown; begins with white space, bounded."""
PREVIEW_ENDS = regex(
    r"[-—.…\s]{0,8}(?:免费)?(?:试读|预览)(?:内容|部分)?已?(?:结束|完毕|到此)[^\n。]{0,40}。?[-—.…\s]{0,8}"
)
MORE = regex(
    r"[（(【…\s]{0,4}(?:更多|全部|完整|剩余|以下|查看全部)(?:精彩)?内容[，,]?(?:请|需要?|须)先?"
    r"(?:下载|登录|登陆|购买|付费|充值|开通|成为|注册)[^\n。]{0,40}[)）】]?。?"
)
NO_ROOM = regex(
    r"[（(]?因?篇幅(?:问题|限制|有限|原因)?[，,]?(?:本文|文章)?(?:不能|无法|未能|不)(?:全部|完整|一一)?显示[^\n]{0,40}"
)
LEFT = regex(r"[（(【]?\s?(?:还剩|剩余|剩下)\s?\d{1,6}\s?字[^\n。]{0,30}[)）】]?")
TEACHER = regex(r"(?:请|微信)?扫码(?:联系|添加|咨询)(?:老师|客服|顾问|我们)[^\n。]{0,30}")
LOGIN = regex(
    r"[（(【]?(?:您|你)?(?:需要|需|请|必须)先?(?:登录|登陆|注册|开通会员|成为会员)(?:后|才能|才可|方可|即可|，|,)?"
    r"[^\n。]{0,12}(?:查看|阅读|下载|复制|显示)[^\n。]{0,20}[)）】]?|(?:(?:您|你)?需要|请)先登[录陆](?:后?查看|或注册)?[！!。]?"
    r"|请?登[录陆]后(?:识别|获取|查看)阅读权限[！!。]?"
)
MEMBERS = regex(
    r"尊享超值权益[^\n。]{0,40}|(?:立即)?开通(?:VIP|会员|正式会员)[^\n。]{0,30}(?:阅读|下载|查看|复制|权益|尊享)[^\n。]{0,20}"
)
_THEN = r"[，,]\s?(?:请|可)?(?:下载|付费|登录|登陆|开通|继续|点击|购买)[^\n。]{0,40}"
LEFT_SHARE = regex(
    r"[（(【]?\s?(?:(?:还剩|剩余|剩下)\s?\d{1,3}(?:\.\d{1,2})?\s?%\s?"
    rf"(?:(?:未读|的?内容|未显示|可查看|可下载)[^\n。]{{0,40}}|{_THEN})"
    r"|(?:阅读|展开|查看)(?:剩余|剩下)\s?\d{1,3}\s?%[^\n。]{0,10})[）)】]?"
    r"|(?:继续阅读|阅读全文)\s?[（(]\s?(?:剩余|还剩)\s?[:：]?\s?\d{1,3}(?:\.\d{1,2})?\s?%\s?[)）]"
)
LEFT_PAGES = regex(
    r"[（(【]?\s?(?:已阅读\s?\d{1,4}\s?页[,，]?\s?)?(?:还剩|剩余|剩下)\s?\d{1,4}\s?页"
    rf"(?:(?:未读|可下载|可查看)[^\n。]{{0,40}}|{_THEN})[）)】]?"
)
"""`剩余62%未读，下载后可阅读全文`, `还剩5页未读，继续阅读`: what readers of libraries print (realtext 3b, 3g)."""
PART = regex(
    r"[（(【]?(?:以上|此处|本文|这里|当前)(?:仅|只)?(?:为|是|展示|显示)了?(?:文章|文档|范文|本文|试读)?的?(?:部分|试读)内容"
    r"(?=[^\n。]{0,60}(?:下载|付费|购买|会员|登录|登陆|开通|完整|全文))[^\n。]{0,70}[。）)】]?"
    r"|[（(【]?(?:本文|以下|剩余|此)(?:内容|部分|文章)?(?:为|是|需要?)(?:付费|会员|VIP)[^\n。]{0,20}(?:购买|支付|开通|登录|可见|阅读|查看|下载)[^\n。]{0,30}[。）)】]?"
)
"""`以上为部分内容，下载查看完整版`, `以下内容需付费后阅读`."""
WHOLE = regex(
    r"[（(【]?\s?(?:阅读|查看|浏览|获取)(?:全部|完整|剩余)?(?:图文)?(?:内容|全文|正文)[，,]?\s?(?:您|你)?还?(?:需要|须|需)先?"
    r"(?:登录|登陆|注册|购买|付费|开通)[^\n。]{0,20}[！!。]?\s?[)）】]?[！!。]?"
)
"""`(阅读全部图文内容，您需要先登录！)`."""
READ_ON = regex(
    r"[（(【\[]?(?:点击)?(?:下载后?)?(?:可?阅读|可?查看|展开阅读|展开)(?:全文|更多内容|剩余内容|完整内容)[）)】\]]?"
    r"\s?[>»↓﹀]{0,4}"
)
"""A link to the rest, alone on its line."""
DOTTED = regex(
    r"(?:(?<=\.\.\.)|(?<=。。。)|(?<=…))(?:(?<=\.)…{1,2}\s{0,2})?[\[【(（]?(?:点击)?(?:阅读|查看|展开)(?:全文|更多|原文|剩余)[\]】)）]?[>»\s]{0,4}\Z"
)
"""The same glued to the dots of a cut sentence, which stay: the author's.
One place to look at: the end."""
STOPS = regex(r"(?P<last>[^\s.…。]?)(?:…{1,4}|\.{2,12}|。{3,6})\s*\Z")
"""Dots at the very end of a text, with the character before them."""
UNPAID = regex(
    r"[（(【]?(?:本文|文章)?未完[，,、；\s]{0,2}(?:全文|本文)?共?\s?\d{2,6}\s?字[，,]?\s?(?:开通|成为|登录|付费|购买|下载|请)[^\n。]{0,40}[)）】]?"
    r"|[（(【]?(?:此文|本文|该文|此处内容|本内容|隐藏内容|此内容|全文)(?:为|是|需要?|仅限?)(?:正式)?(?:会员|付费|VIP|登录)[^\n。，]{0,8}[，,]?"
    r"[^\n。]{0,10}(?:查看|阅读|可见|下载)[^\n。]{0,12}[）)】]?"
    r"|[（(]请认真阅读下面的提示信息[)）]"
)
"""`此文为会员文章，登录后查看全文`, `（本文未完，全文共5432字，开通会员后可阅读全文）` (realtext, family 19)."""
SCANNED = regex(r"(?:微信)?扫码联系老师")
"""The seller's own words, nobody else's."""
STRONG = (
    SCANNED, UNPAID, UNFINISHED, PREVIEW_ENDS, MORE, NO_ROOM, LEFT, LEFT_SHARE, LEFT_PAGES, PART, WHOLE,
    MEMBERS, READ_ON, PAID, PARTLY, RIGHTS, SHUT, MEMBERS_ONLY,
    *GRAMMAR,
)  # fmt: skip
"""What only a site prints below a text, each a whole line."""
CONTACT = regex(
    r"(?:请)?(?:点击|添加|加|微信|复制|关注)\s{0,2}(?:微信号?|客服)?[:：]?\s{0,2}[\U0001F446-\U0001F449☞→]{0,3}\s{0,3}[A-Za-z][\w-]{4,20}"
    r"\s{0,3}[\U0001F446-\U0001F449☜←]{0,3}\s{0,3}(?:联系|咨询|获取|索取)[^\n。]{0,20}"
)
"""`请点击👉 name777 👈联系老师`: an account that sells the rest; counts only beside a sure line."""
BELOW = (*STRONG, TEACHER, LOGIN, CONTACT, BUTTONS, NEWCOMERS, COLLECT)
"""Those and what an office may print below a notice of its own; which counts only beside one of them."""
BELOW_STARTS = frozenset(
    "(-.[—…【。总總约約下以你免全关剩加可因复完尊展已开当微必您扫文更未本查此浏添点立篇获试请还这阅需预（"
    "該该隐隱復掃瀏當複覆獲試請這還開閱閲關預點"
    "继繼登初首新收>＞»¥￥備前备提正注温溫註說説说馬马"
) | STARTS
"""How one of those may begin, in either script (a test derives it from the shapes)."""
CUTS = (
    UNPAID, UNFINISHED, PREVIEW_ENDS, MORE, NO_ROOM, LEFT, LEFT_SHARE, LEFT_PAGES, PART, WHOLE, PAID, PARTLY, RIGHTS,
    MEMBERS_ONLY, *GRAMMAR,
)  # fmt: skip
"""Those of them that say that the text is cut."""
NOT_WHOLE = regex(
    r"(?:资源|文档)?预览[^。；\n]{0,12}(?:自动(?:调取|生成|提取|转换)|系统提取)[^。\n]{0,40}(?:误差|不完整|出入)[^。\n]{0,4}[,，]"
    r"请[^。\n]{0,8}下载[^。\n]{0,24}。?"
)
"""`资源预览为自动调取，…或有误差，请您下载后查看完整的文档内容。`: a library on its own preview; bounded."""
UNREAD = regex(
    r"[（(【]?\s?(?:已阅读\s?\d{1,4}\s?页[,，]?\s?)?(?:还剩|剩余|剩下)\s?\d{1,4}(?:\.\d{1,2})?\s?[页%]\s?未读"
    r"(?:[，,\s][^\n。]{0,40})?[）)】]?"
)
"""`剩余8页未读，查看更多内容需下载` between a title and the preview below it: the surest of such shapes."""
OF_PAGES = regex(r"\d{1,3}\s?/\s?\d{1,4}")
"""`1/10`: a page of the preview whose picture a dump lost; right above such a line only."""
OPENER = regex(
    r"(?:(?:部分)?内容|正文|全文|文章|文档|范文|材料)(?:在线)?(?:预览|试读)\s?[:：]?|(?:正文|全文)?试读\s?[:：]"
)
"""The line above a preview."""
MANUSCRIPT = regex(
    r"(?=.{0,160}【(?:以稿换稿|小 ?中 ?大|大 ?中 ?小)】)(?=.{0,160}(?:【以稿换稿】|【收藏】))[^\n]{0,200}"
)
"""The line of tools and labels above a text of the 公文 sellers: `【以稿换稿】【收藏】 作者: 佚名 … 【小 中 大】`."""
INLINE = regex(
    r"(?:…|\.{3}|。{3}){1,2}\s?[（(]\s?(?P<site>(?:[一-鿿]{2,8}(?:网|站|文库)?\s?)?(?:https?://)?[A-Za-z0-9][A-Za-z0-9.-]{2,60}(?:/[\w./-]{0,60})?\s?)?"
    r"(?:此处)?省略\s?\d{1,6}\s?字(?P<who>[，,]?\s?(?:正式)?(?:会员|會員|用户|用戶|VIP)[^（）()\n]{0,24}(?:阅读|閱讀|查看|显示|顯示|下载|下載|可[读讀看][全原]文))\s?[)）]"
)
"""`……(www.a.example省略1260字，正式会员可完整阅读)……` in the middle of a text; begins with a rare mark, bounded."""
HIDDEN = regex(
    r"[-—=.…]{2,12}\s?(?:此处|中间|已)(?:隐藏|省略)\s?(?:\d{3,6}\s?个?字(?=\s?[-—=.…]{2})|\d{1,6}\s?个?字(?=[，,]))(?P<offer>[，,]\s?(?:下载|付费|登录|登陆|购买|开通|注册)[^\n。]{0,20}?)?[-—=.…]{2,12}"
)
"""`---此处隐藏2464字，下载后查看---`: the same on a line of its own; begins with a rare mark, bounded."""
SHOWN = regex(r"(?:当前|目前|以上|此处|本页|本站|已)[只仅]?显示\s?(\d{1,6})\s?字")
"""How much of its text a page says that it shows."""
