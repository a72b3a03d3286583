"""How reports and news begin: shapes of their first words, which tell a title from the text behind it. No rule."""

from cleaners.regex import regex

OPENING = regex(
    r"[今去近][年][以来來]|一年(?:以)?[来來]|20\d\d年(?:以[来來]|度?[，,]|[上下]半年|是|我)|根[据據].{2,40}(?:要求"
    r"|精神|安排|部署|通知)|按照.{2,40}(?:要求|精神|安排|部署|通知|统一)"
    r"|为(?:深入|进一步|切实|全面|贯彻|认真|做好|加强|确保|推动)|為(?:深入|進一步|切實|全面|貫徹|認真|做好|加強)"
    r"|尊敬的|各位[领領代评朋老同教来來嘉]|同志们|同志們|[一1][、.．]|[（(]一[)）]"
)
"""How reports begin (realtext, sections 1 and 2): behind a title they make it one, for no sentence goes on so."""
HEADING_OPEN = regex(r"TOC\s?\\o|目\s{0,4}[录錄](?!取|入|制|像)|第[一1][章节節编編](?!程)|一、(?=[一-鿿“《])")
"""A table of contents, a first chapter or heading right behind a title: no sentence goes on so; bounded."""
SAMPLE_END = regex(r"(?:模板)?(?:[范範]文(?:[参參]考)?|模板)(?=一、)")
"""What a library puts behind the title of a text before its first heading: `T范文参考一、`."""
STAMPED = regex(
    r"[（(]?(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?:\s{1,2}\d{1,2}:\d{2}(?::\d{2})?)?[)）]?(?=[一-鿿“《（(])(?![日号版期至到])"
)
"""`T2017-04-26为什么…`: the day that a site's software sets between title and text, no word of either; bounded."""
PRESENTED = regex(
    r"(?:主[讲講]|[汇匯][报報]|演[讲講]|授[课課]|宣[讲講]|培[训訓]|[报報]告|[讲講][课課])"
    r"(?:人|者|[师師]|教[师師]|[单單]位|部[门門])\s?[:：]"
)
"""`T主讲人：…`: what slides say behind their title; bounded."""
LATER = regex(r"回顾|过去|過去|近年|近日|日前|当前|當前|随着|隨著|[12]\d{3}年|\d{1,2}月\d{1,2}日|在|我|本")
"""Further beginnings, of a text whose title ends with a bracket: no sentence goes on so behind one."""
SALUTATION = regex(r".{0,30}(?:同志们|领导|代表|委员|朋友们|评委|老师|大家好)[：:，,！!].*|.{1,20}[：:]")
YEAR_CLAUSE = regex(
    r"[12]\d{3}年[,，]|(?:[12]\d{3}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?|中午|凌晨)?[,，]"
    r"|(?:今年|去年|近年)(?:以?[来來])?[,，]|(?:目前|日前|近日|近期|[当當]前|眼下|近段[时時][间間]|[昨今]天|[昨今]日)[,，]"
    r"|[A-Za-z甲乙丙丁合][:：]"
)
"""`2019年，某局…`: how a first paragraph begins, which a page may have broken off where a title would end; `A：…`, a
speaker's line. Bounded."""
TWICE_TITLE = regex(
    rf"(?P<title>[^\s。；：:！？]{{8,48}})(?:\s{{1,4}}(?P=title)(?=[\s（(])|(?P=title)(?=\s?(?:摘\s?要|{OPENING.pattern}|{LATER.pattern})|\s))"
    r"|(?P<named>[^\s。；：:！？,，]{4,40}(?:演讲稿|述职报告|工作总结|工作计划|心得体会|发言稿|实施方案|申请书|自查报告|调研报告))(?P=named)(?=[一-鿿])"
)
"""`T T 今年以来…`: a title twice, set apart by blanks or glued, before a text of one line (realtext, family 6);
bounded."""
_NO_TITLE = "编者按|按语|摘要|导语|提要|关键词|题记|前言|引言|注|电|讯|消息|报道|日期|单位|时间|来源|作者|声明|提示"
_SITE = "网|網|网站|網站|报|報|台|臺|社|频道|頻道"
MILL_TITLE = regex(
    rf"【(?![^【】]{{0,16}}(?:{_NO_TITLE}|[电電讯訊])】|[^【】]{{2,12}}(?:{_SITE})】)(?P<title>[^\s。；：:！【】]{{4,40}})】\s?(?=[一二三四五六七八九十（(]|[^\s【】][^\n。]{{0,200}}。)"
)
"""`【年终总结怎么写】年终总结是…`: how mills of paragraphs begin, title and text in one line. Bounded."""
DATELINE = regex(
    r"[【（(]?(?:新华社|新華社|中新社|中新网|人民网|本报|本報|本网|本網|本台|央视网|央广网"
    r"|[一-鿿]{2,6}(?:日报|日報|网|網|晚报))"
    r"[^。，；：:]{0,16}(?:[电電讯訊]|消息|报道|報道)(?![一-鿿])"
)
"""`新华社某地7月31日电`: how a piece of news begins, title behind it or not; bounded."""
DASHED = regex(
    r"(?:[—–]{1,3}|-{2})\s?(?!题记|題記|摘自|引自|选自|转自|[—–-])"
    r"[^\s。；;：:！!？?][^。；;！!？?\n]{3,50}[^。；;：:，,！!？?、\n]"
)
"""`——以某县为例`: the second line of a title (realtext, family 27); an epigraph names where it is from. Bounded."""
ITEM_ONE = regex(r"\A1[.．、]\s{0,2}(?!\d)")
"""`1. T` below T: a mill's only item."""
PIPED = regex(r"\A[一-鿿“”·]{2,10}\s?[|｜丨](?=\s?[^|｜丨\s][^|｜丨。]{7,50}\Z)")
"""`活动回顾 | 甲乙丙丁的一天`: a column before the title of an account's article; the rest is the longer. Bounded."""
