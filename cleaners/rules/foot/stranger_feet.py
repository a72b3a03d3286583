"""Lines below pages copied to strangers' hosts: runs of places, the copied site's marks and notices. Taken by: `tails`.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded.
"""

from cleaners.regex import regex

PLACES = regex(
    r"(?:主站)?(?:蜘蛛池|站群|泛目录|镜像)?模板\s?[:：]\s?(?:[一-鿿]{1,9}[\s|｜]{1,3}){5,400}+[一-鿿]{0,10}"
    r"|(?:[一-鿿]{1,9}[县市区旗州省盟镇]\s?[|｜]\s?|[一-鿿]{2,3}\s?[|｜]\s?){10,400}+[一-鿿]{0,10}"
)
"""`甲县| 乙市| 丙县| …`, `主站蜘蛛池模板: 甲县| …`: links to other hosts by places; possessive."""
TAGS = regex(r"(?:文章|本文|新闻|相关)\s?(?:TAGS?|[Tt]ags?|标签)\s?[:：][^。；]{0,120}")
"""`文章TAG: 总结  计划`: a label that `tails` does not know alone."""
SCANNED = regex(
    r"(?:请)?扫码(?:后)?在?(?:手机|微信)(?:上|端|中)?(?:打开|阅读|查看|浏览|观看)(?:本文|本页|此文|此页|全文)?|DN\s?[:：]\s?[A-Z\d]{8,24}"
)
"""`扫码在手机上打开本文`, `DN:N03035720230923N`: a code's caption and a record's number."""
OWNED = regex(
    r"[?©]\s?\d{4}\s?[-–—]\s?\d{4}\s[^。；]{2,60}版权所有[^。；]{0,90}"
    r"|[一-鿿]{2,12}(?:网|网站|在线)\s?版权所有\s?[Cc]opyright[^。；]{0,60}"
    r"|本站(?:所)?提供的?(?:内容|信息|资料)?仅供参考[,，][^。]{0,30}。?"
    r"|如果?(?:我们|本站|本网)转载的?(?:作品|文章|内容)?侵犯了?[您你]的(?:权利|权益|版权)[^。]{0,60}(?:通知|联系)我们[^。]{0,40}。?"
)
"""`? 2003-2025 某某中心 版权所有`: rights, the sign lost or not; whose the copied page was."""
STRANGER_FEET = (PLACES, TAGS, SCANNED, OWNED)
