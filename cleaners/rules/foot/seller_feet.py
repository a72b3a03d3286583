"""Lines below a text on the sites that deal in texts: buttons, offers of files, page numbers. Taken by: `tails`.

Shapes of reference realtext, sections 2 (families 12 to 19), 3b, 3d and 3g. All are tried on one trimmed line, folded
to simplified characters, and match it whole; bounded over closed words.
"""

from cleaners.regex import regex
from cleaners.rules.foot.sample_feet import SAMPLE_FEET
from cleaners.rules.inside.seller_stamps import SLOGAN

OFFERS = regex(
    r"(?=[^\W_])(?:(?:WORD|Word|word|PDF|pdf|DOCX?|docx?|TXT|txt)\s?(?:文档|格式|版)?下载|投诉|分享赚钱|点击查看更多\s?[>»]{0,3}"
    r"|(?:点击|免费|立即|一键)?下载(?:本?文档|本文|全文)\s{0,3}[>»]{0,3}|搜索文档|下载文档[:：]?|文档下载"
    r"|推荐度\s?[:：]\s?[★☆\d.\s]{0,12}|免费推荐下载[^。]{0,30}|收藏本文|打印本文|我要投诉|我要反馈|付费下载|查看详情|全文阅读"
    r"|[，、\s|｜]){1,8}"
)
"""`WORD下载`, `PDF下载`, `投诉`, `点击查看更多>>`: buttons of libraries (realtext 3b), one or several a line."""
SAVED = regex(
    r"(?:点击|您可以|可以)?(?:将|把|下载)(?:本文|本篇文章|全文|文章|《[^》]{2,80}》)的?(?:Word|WORD|word|DOC|doc)?(?:文档|版)?"
    r"(?:下载|保存)(?:到|至)?(?:电脑|本地|手机)?[，,]?[^。]{0,24}。?"
)
"""`将本文的Word文档下载到电脑，方便收藏和打印`: the offer below a 范文; bounded."""
FILED = regex(
    r"下载[^。；]{4,80}(?:\.(?:docx?|pdf|wps)|(?:word|WORD|Word|doc)格式文档)|文档为(?:doc|docx|word|Word|pdf)格式"
    r"|(?:点此处?|点击此处|点击这里)下载(?:文档|本文|附件)?"
    r"|将(?:本|此)?文档下载到(?:自己)?电脑[，,][^。；]{0,40}。?"
)
"""`下载某某总结.doc`, `将本文档下载到自己电脑，方便修改和收藏，请勿使用迅雷等下载。`; bounded."""
HOSTED = regex(
    r"(?:采编|整理|来源|转自|摘自|出自)\s?[:：]?\s?(?:https?://)?www\.[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,3}/?"
    r"|(?:https?://)?www\.[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,3}/?\s{0,3}[一-鿿]{2,10}(?:网|站|文库|范文)"
    r"|[一-鿿]{2,10}(?:网|在线|文库|之家|之窗)\s{1,3}(?:www|m|wap|3g)\.[a-z0-9-]{1,40}(?:\.[a-z]{2,10}){1,2}/?"
)
"""`www.a.example 某某范文网`, `采编：www.a.example`: whose page it is; bounded."""
PAGED = regex(
    r"(?:共\s?\d{1,3}\s?页[，,/／\s]{0,3})?(?:当前(?:是|为|在)?)?第\s?\d{1,3}\s?(?:[/／]\s?\d{1,3}\s?)?页"
    r"(?:[，,/／\s(（]{0,3}共\s?\d{1,3}\s?页[)）]?)?(?:\s{1,3}\d{1,3}){0,12}"
    r"|当前\s?[:：]?\s?第?\s?\d{1,3}\s?[/／]\s?\d{1,3}\s?页?"
)
"""`第6/9页`, `共3页，当前第2页 1 2 3` below a text in parts (realtext, family 18)."""
OWNED = regex(
    r"来源[:：]\s?[^。:：]{2,24}?\s{1,3}(?:免责|版权|特别)声明[:：][^\n]{0,120}(?:学习|侵权|版权)[^\n]{0,80}(?:删除|处理)[^\n]{0,20}"
    r"|本文由[^。，]{2,20}(?:网|站|文库)(?:小编)?(?:整理|收集|编辑|发布)[^。\n]{0,60}。?"
)
"""`来源：网络整理 免责声明：…删除。`, `本文由某某网整理发布，…`: whose page it is; bounded."""
TAGGED = regex(r"(?:更新|发布)(?:时间|日期)[:：]\s?\d{4}-\d{1,2}-\d{1,2}\s{0,3}标签[:：][^。，；]{0,80}")
"""`更新时间:2025-04-01标签: 公文 全文阅读` below a teaser; bounded."""
STATED = regex(
    r"文档(?:格式|大小|页数|类型)\s?[:：]\s?[A-Za-z\d.]{1,10}|本文档共\s?\d{1,4}\s?页|(?:版权|侵权|违规)(?:申诉|检举)|举报违规(?:检举)?|开通(?:VIP|会员)|会员专享"
    r"|推荐星级\s?[:：]\s?[★☆\d.]{0,8}|本文(?:有|没|无)(?:帮助|用)\s?[(（]\s?\d{1,6}\s?[)）]"
    r"|(?:共\s?\d{1,3}\s?页|分页)\s?[:：]?(?:\s{0,2}\d{1,3}(?!\d)){2,20}+"
)
"""`文档格式：doc`, `版权申诉`, `会员专享`, `分页：1 2 3`: what a library states of a file, and its buttons."""
LETTERS = regex(r"(?:[A-Z][\s|｜]{1,3}){9,25}[A-Z](?:\s{1,3}(?:0-9|\d|其他|其它|#))?")
"""`A B C D … Z`: an index of a site's titles."""
ZEROS = regex(r"0(?:\s{1,3}0){1,3}")
"""`0 0`: votes that nobody gave, below a blog's text."""
SELLER_FEET = (SLOGAN, OFFERS, SAVED, FILED, HOSTED, PAGED, OWNED, TAGGED, STATED, LETTERS, ZEROS, *SAMPLE_FEET)
"""Lines that such a site alone prints below a text."""
