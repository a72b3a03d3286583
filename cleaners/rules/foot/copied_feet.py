"""Lines below articles of blogs' and schools' systems that copies carry along: logins, the blog's rights, their marks.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `tails`.
"""

from cleaners.regex import regex
from cleaners.rules.foot.stranger_feet import STRANGER_FEET
from cleaners.rules.frame.blog_words import BLOG_FEET
from cleaners.rules.head.record_lines import PLAIN as RECORD_FIELD
from cleaners.rules.head.record_lines import RECORD

LOGIN = regex(
    r"(?:Back to )?[Tt]op|回到顶部|↑|(?:用户|会员|管理员?|后台|教师|学生|员工|内网)登[录陆]|管理入口"
    r"|站长统计|今日头条|网站统计|流量统计"
)
"""A button of the site below the text."""
BLOG_RIGHTS = regex(
    r"(?:本文|本站文章|文章)(?:均?[系为是])?(?:作者|[^\s。，,]{2,16})(?:授权|原创|投稿)(?:本站)?(?:发表|发布)?[,，][^。]{0,24}"
    r"(?:未经|不得|请注明|转载)[^。]{0,40}。?"
    r"|(?:本文|文章|以上)[^。，,；]{0,10}(?:仅|只)?代表(?:作者|发布者)[^。，,；]{0,6}观点[,，][^。]{0,6}不代表[^。]{2,30}(?:立场|观点)。?"
)
"""`本文系作者授权发表，未经许可，不得转载。`, `本文仅代表作者观点，不代表本站立场。`: below a blog's text."""
CORRECTED = regex(
    r"[【\[（(]?\s?(?:我要)?(?:纠错|报错)\s?[】\])）]?\s{0,3}(?:责任编辑|责编|编辑)\s?[:：]\s?(?P<editor>[^\s。；：:，,]{2,12})"
)
"""`【我要纠错】责任编辑：青禾` below the text of a government's site."""
ASKED = regex(
    r"[*＊]?\s?[您你]的(?:姓名|称呼|大名|电话|手机|手机号码?|邮箱|电子邮箱|地址|单位|公司|公司名称|需求|留言|联系方式|联系电话|E-?mail|QQ|微信)"
    r"\s?[*＊]?\s?[:：]?\s?[*＊]?|[*＊]?\s?(?:留言|咨询|询盘)(?:内容|主题|标题|人)\s?[*＊]?\s?[:：]\s?[*＊]?"
    r"|(?:提交|重置|发送|清空)(?:留言|评论|信息|内容|询盘)?(?:[\s|｜/]{1,4}(?:提交|重置|发送|清空|取消))?"
)
"""`您的姓名：`, `留言内容：`, `提交 重置`: a company's form below its news."""
FORM = regex(
    r"(?:本文评分|评论内容|评论|(?:[你您]的)?(?:昵称|邮箱)|电子邮件|网址|称呼|姓名|验证码|留言内容)\s?[*＊]|评论内容[:：]?"
)
"""A field of a comment form that must be filled in."""
HINT = regex(
    r"[^\s。，,：:]{2,12}(?:提示|声明)\s?[:：]\s?(?:本|此)?文章?(?:内容)?(?:来自|来源于?|转自|转载自)(?:网络|互联网)[,，]\s?(?:并?不代表)[^。]{2,20}(?:观点|立场)。?"
)
"""`某某提示：文章来自网络，不代表本站观点。` below the text."""
TITLED = regex(r"标题\s?[:：]\s?[“\"《][^”\"》]{4,80}[”\"》]|地址\s?[:：]\s?https?://[\x21-\x7e]{4,200}")
"""`标题：“T”` and `地址：http://…`: what mills print of the text itself below it."""
MOOD = regex(
    r"[-•·\s]{0,4}(?:心情版|查看心情排行\s?[>»]{0,3}"
    r"|(?:请您?)?选择[您你]?(?:看|读|浏览)?(?:到|完|过)?(?:这篇|此篇|该|本)?(?:新闻|文章|内容)?(?:时|后)?的心情"
    r"|[您你](?:看|读)(?:到|完|过)(?:这篇|此篇|本)(?:新闻|文章)后?的?(?:心情|感受)(?:是|如何)?[:：]?)"
)
"""`请选择您看到这篇新闻时的心情`: a vote on what readers felt."""
RECORDS = (RECORD, RECORD_FIELD)
COPIED_FEET = (*STRANGER_FEET, *BLOG_FEET, *RECORDS, MOOD, TITLED, LOGIN, BLOG_RIGHTS, CORRECTED, ASKED, FORM, HINT)
