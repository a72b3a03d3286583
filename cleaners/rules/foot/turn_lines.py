"""Lines below a text that lead on: to neighbours, to lists, to a library's own page; and the feet of boards.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `tails`.
What most sites print: `page_tools`. A forum's whole foot: `discuz_dump`.
"""

from cleaners.regex import regex
from cleaners.rules.forum.discuz_lines import FOOTER, TAIL_LINE

TURNS = regex(
    r"[上下前后]一?[篇条页章节]\s?[<>«»‹›]{1,3}\s?[^。；\n]{0,80}"
    r"|返回(?:《[^》\n]{2,60}》|[^\s。；，,]{0,10}?)(?:目录|栏目页?|列表页?|频道|书目|章节)(?:\s?[:：]\s?[^。；\n]{1,30})?"
    r"|返回[^\s。；，,]{2,8}[,，]\s?查看更多|(?:回到|返回)?(?:TOP|Top|顶部)\s?[↑▲⬆^]"
    r"|(?:[^\s。；>»]{1,24}查看更多\s?[>»]\s?){1,8}+|(?:点击)?查看更多[^。；，,\n的要会能地]{2,40}"
    r"|(?:立即|点击)?打开[^\s。；，,]{2,12}(?:APP|App|客户端)?[,，\s]\s?(?:阅读|查看|浏览)(?:全文|全部评论|更多[^。；\n]{0,8}|剩余[^。；\n]{0,8})"
)
"""`上一篇<< T`, `返回栏目页：工作总结`, `打开某新闻 阅读全文`: links that lead on."""
TAGGED = regex(
    r"(?:本文|文章|新闻|本页)(?:的)?关键[词字](?:\s?[:：]|\s{1,3})[^。；\n]{1,120}|(?:#[^\s#。；，]{1,20}#?[\s,，]{0,3}){1,12}+"
)
"""`本文关键词：…`, `#总结 #计划`: what a text is listed under; each tag ends before the next sign."""
KEPT_BY = regex(
    r"[^\s。；，,:：]{2,12}(?:网|文库|大全|之家|频道)(?:小编)?(?:为(?:大家|[您你]))?(?:精心)?(?:整理|提供|收集|推荐|分享|发布){1,2}"
    r"|来源公众号\s?[:：]\s?[^\s。；]{2,24}|文章有问题?[?？]?\s?点此[^。；\n]{2,24}"
    r"|文件下载\s?[:：][^。；\n]{2,80}|[^。；\n]{0,60}[(（]\s?[\d.]{1,8}\s?[KMG]?B[,，]\s?下载次数\s?[:：]\s?\d{1,7}\s?[)）]"
)
"""`某作文网为大家整理`, `下载附件 (12.3 KB, 下载次数: 3)`: who keeps the page and its file."""
BOARD = regex(
    r"(?=[^\n]{0,80}(?:淘帖|转播|回帖后跳转|高级模式|快速回复|积分规则|Processed in|小黑屋|Archiver"
    r"|查看完整版本|[Dd]iscuz))"
    rf"(?:{TAIL_LINE.pattern}|(?i:{FOOTER.pattern}))"
    rf"|(?=[^\n]{{0,40}}(?:Archiver|小黑屋)){TAIL_LINE.pattern}(?<=[|｜])[^。；\n|｜]{{1,20}}"
    r"|(?=[^\n]{0,60}(?:快速回[帖复]|高级模式|Smilies|使用道具|只看该作者))(?:快速(?:回帖|回复|发布|发帖)|高级模式|Ctrl\s?\+\s?Enter|(?:B|Color|Image|Link|Quote|Code|Smilies)(?![A-Za-z])|回复|使用道具|举报|只看该作者|\s){1,16}+"
    r"|(?:来自[^\s。；，]{2,16}|IP属地\s?[:：]\s?[一-鿿]{2,4})?\s?\d{1,5}楼\s?\d{4}-\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}\s?(?:收起)?回复|[^\s。；，]{1,24}被(?:楼主|吧务|版主|管理员)禁言[,，][^。；\n]{0,16}"
    r"|高级模式\s{1,3}B\s{1,3}(?:(?:Color|Image|Link|Quote|Code|Smilies)\s{0,3}){3,6}|[-—–=/|｜\s]{1,12}(?:END|End|FIN|完|全文完)[-—–=/|｜\s]{1,12}"
)
"""`使用道具 举报`, `Archiver|手机版|小黑屋`: a board's own lines on a page that is no thread by any other sign."""
BLOG = regex(
    r"图片|▲[^。；\n]{0,10}点击[^。；\n]{2,14}|(?:喜欢\s?\d{0,6}\s{1,3})?赠金笔|已投稿到\s?[:：]\s?(?:排行榜)?|(?:评论\s{1,3})?重要提示\s?[:：]警惕虚假中奖信息|发评论\s{1,3}[^\s。；]{2,10}"
    r"|(?:加好友|发纸条|写留言|加关注)(?:\s{1,4}(?:加好友|发纸条|写留言|加关注)){1,3}"
    r"|(?:[•·]\s?)?赞同\s?\d{0,6}\s{1,3}(?:添加评论|\d{1,5}\s?条评论)[^。；\n]{0,24}|(?:视频\s{0,2}|小程序\s{0,2}|赞\s{0,2}){0,3}[,，]?\s?轻点两下取消(?:赞|在看)"
)
"""`喜欢 0 赠金笔`, `赞同 12 添加评论 分享 收藏 喜欢`: the buttons of a blog."""
SOLD = regex(
    r"(?=[^\n]{0,60}(?:免费|会员|VIP))(?:[^。；，,、\n]{0,6}\d{1,6}(?:\.\d{1,2})?多?[万亿]\+?多?[道套篇份个](?:(?!免费|任意|随意|无限)[一-鿿]){2,6}[、,，和\s]{0,2}){2,6}+(?:免费|任意|随意|无限)[^。；\n]{0,12}"
    r"|每[天日月年](?:仅需|只需|低至)\s?[\d.]{1,6}\s?元[^。；\n]{0,6}[,，]?[^。；\n]{0,10}(?:会员|VIP|权益|特权)[^。；\n]{0,10}"
)
"""`近500万道试题、20多万套资源…免费使用`, `每天仅需0.22元，尊享会员权益`: what a library sells below a teaser."""
MADE = regex(r"[一-鿿]{2,16}(?:新媒体|融媒体?|融媒体中心|编辑部|宣传部|视觉|出版社)(?:联合|荣誉)?(?:出品|制作)")
"""`某省检察新媒体出品` above an account's staff."""
TURN_LINES = (SOLD, MADE, TURNS, TAGGED, KEPT_BY, BOARD, BLOG)
