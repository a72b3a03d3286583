"""Lines below news of offices, schools and stations: whence it was taken, pagers of records, marks of a preview.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `tails`.
What papers and county stations print else: `press_feet`, `station_feet`.
"""

from cleaners.regex import regex

_DAY = r"\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?"
TAKEN_FROM = regex(
    r"(?=[^。；！？]{6,60}\Z)[（(]?\s?(?:本文|文章|稿件|信息|图文|内容|以上内容)?"
    r"(?:来源于|来自于?|转载自|转载于|转自|摘自|摘编自|选自|出自|原载于?|源自)\s?[:：]?\s?"
    r"(?P<source>[《“\"]?[^。；，,：:《》“”\"]{1,24}(?:网|网站|报|刊|社|台|大学|学院|学报|公众号|新闻|发布|客户端|官网|频道|杂志|融媒|融媒体中心|研究院)[》”\"]?)"
    rf"(?:(?:微信)?公众号|官网|网站|客户端)?(?:\s?[（(]?{_DAY}(?:\s?第?\s?[A-Z]?\d{{1,3}}\s?版)?[)）]?)?\s?[)）]?"
)
"""`来源于某某大学·新闻学院`, `本文来自某某发布公众号` alone on a line: a paper, a station or a school. Bounded."""
LINKED = regex(
    r"[（(\[【]?\s?(?:摘自|转自|转载自|选自|引自|来源|出处|原文|原文链接|原文地址|链接)\s?[:：]\s?https?://[\x21-\x7e]{3,300}\s?[)）\]】]?"
)
"""`（摘自：http://…）`, its bracket closed or not."""
RECORDS = regex(
    r"(?:共\s?)?\d{1,6}\s?条(?:记录|数据|信息)?[\s,，|]{0,3}(?:第\s?)?\d{1,4}\s?/\s?\d{1,4}\s?页[^。；\n]{0,40}"
)
"""`1 条记录 1/1 页`: what a program's pager says."""
REST = regex(
    r"(?:点击)?(?:展开|查看|阅读|显示)(?:全文|更多|全部|剩余)\s?[(（]\s?(?:剩余|还剩|还有)?\s?0?\s?%\s?[)）]"
)
"""`点击查看全文(剩余0%)`: all is shown already."""
PREVIEW = regex(r"此(?:为|链接为)?临时链接[^。；\n]{0,16}预览[^。；\n]{0,20}失效\s?[。]?\s?[×✕xX]?")
"""`此为临时链接，仅用于预览，将在短期内失效`: a station's page before it came out."""
OWNER = regex(
    r"(?:文章|信息|稿件|新闻|本文)?来源\s?[:：]\s?(?!.{0,30}(?:统计|调查|年鉴|公报|数据|报表|资料|研究|年报|季报|公告))"
    r"[^\s。；：:，,]{2,24}(?:公司|集团|大学|学院|中学|小学|幼儿园|医院|法院|检察院|支队|大队|派出所|宣传部|党支部|团委|编辑部|协会|学会|商会)"
    r"|[（(]\s?来源\s?[:：]\s?(?!.{0,30}(?:统计|调查|年鉴|公报|数据|报表|资料|研究|年报|季报|公告))"
    r"[^\s。；：:，,（）()]{2,20}(?:公司|集团|大学|学院|中学|小学|医院|法院|检察院|支队|大队|派出所|宣传部|街道|街道办事处|镇政府|县政府|办公室|党支部|团委)\s?[)）]"
)
"""`来源：某某公司` alone below a text: whose it is; an office may be the source of a table's figures. Bounded."""
VIEWED = regex(
    rf"(?:(?:更新|发布|发表|添加)(?:日期|时间)\s?[:：]\s?{_DAY}(?:\s\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?[\s|｜,，]{{1,6}})?"
    r"(?:本页面?|本文|累计|总)?(?:访问|浏览|阅读|点击)(?:次数|人次|量|数)?\s?[:：]\s?\d{1,9}\s?次?"
    r"|您的\s?IP(?:地址)?\s?[:：]\s?[\d.]{0,15}"
)
"""`更新日期：2021-03-02 阅读次数：233`, `本页面访问次数：233` below a text."""
REPRINTED = regex(r"(?:原文|转载)(?:出处|来源)\s?[:：]\s?[《“]?[^\s。；：:，,]{2,20}[》”]?")
"""`原文出处：某某日报`."""
RATED = regex(
    r"对本[文篇][^。；：:]{0,16}打分\s?[:：][\s|｜]{0,12}|当前平均分\s?[:：]\s?-?\d{1,2}(?:\.\d{1,2})?\s?[(（]\d{1,6}次打分[)）][\s|｜]{0,12}"
)
"""`当前平均分：0.27（15次打分）`: what a program's readers think of an article."""
MASTHEAD = regex(
    r"[一-鿿]{2,24}主管\s{1,4}[一-鿿]{2,24}主办(?:\s{1,4}(?:[一-鿿]{0,4}(?:地址|电话|邮编|邮箱|传真)\s?[:：]\s?[^。；：:]{2,60}){1,5})?"
)
"""`某委宣传部主管 某某日报社主办 地址：…`: whose paper it is."""
NEWS_FEET = (TAKEN_FROM, LINKED, RECORDS, REST, PREVIEW, OWNER, VIEWED, REPRINTED, RATED, MASTHEAD)
