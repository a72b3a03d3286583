"""Lines that a site prints below a text of its own facts and machine: when it was posted, what screen it asks for.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole; bounded. Taken: `tails`.
Who made it and whose source it is: `press_feet`.
"""

from collections.abc import Iterator

from cleaners.regex import regex

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_DAY = (
    r"(?:1[0-3]\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2}\.\d{1,2}\.\d{4})"
)
POSTED = regex(
    rf"[（(【\[]?(?:(?:发布|发表|添加|编辑|张贴|上版|刊登|(?:最后|最近|本?页面?|网页|网站)?更新|上架|上传|建档)(?:时间|日期)|发布于)\s?[:：]\s?(?P<date>{_DAY}(?:\s{{0,3}}{_CLOCK})?)[)）】\]]?"
    rf"|(?P<stamp>{_DAY}\s{{1,3}}{_CLOCK})"
)
"""`发布时间:2022/03/20`, `02.06.2016 05:10` alone on the last line: a program's stamp; a letter's date has no time."""
SCREEN = regex(
    r"[（(]?\s?(?:本?网站)?已?(?:全面)?支持\s?IP[Vv][46][^。；]{0,6}\s{0,3}(?:建议|推荐|请)[^。；]{0,100}"
    r"|[（(]\s?(?:建议|推荐|请)(?:您)?(?:使用|采用)[^。；]{0,60}(?:浏览器|分辨率)[^。；]{0,40}[)）]"
    r"|技术(?:支持|服务)(?:电话|热线)\s?[:：][^。；]{6,60}"
)
"""`网站支持IPV6 推荐使用1024*768…`, `(建议使用1024×768以上分辨率)`: what a site asks of its visitors."""
RIGHTS = regex(r"[^。；\n]{0,80}Copyright\s{0,2}(?:©|\([cC]\)|\?)?\s{0,2}(?:19|20)\d{2}[^。\n]{0,140}")
"""`某某网版权所有 Copyright © 1997-2008 by …`, its words set apart or not."""
SERIES = regex(r"(?:图集|图片|视频|新闻|文章|资讯)(?:热榜|热播|精选|速览)")
"""`图集热榜`: the head of a block of other pages."""
ADDRESS = regex(
    r"[（(【\[]{0,2}(?:(?:本|该|此|原|来源|转载|引用|永久|固定|当前|新闻|文章|网页|页面|稿件|信息|资讯|内容|帖子|文|页|站)(?:的)?){0,4}"
    r"(?:地址|网址|链接|连结|链结|出处|来源|[转摘选引源来][自载]|摘录自|转载自|来源于|URL|[Uu]rl)\s?[:：]\s?"
    r"(?:[^\n:：。；]{0,80}?[\s《》—-]{0,3})?(?:https?://|www\.)[\x21-\x7e]{4,400}[)）】\]]{0,2}"
)
"""`本文引用地址：https://…`, `(摘自：http://…`, `新闻地址：www.…`: the page's own address, or whence it was taken."""
PAGE_FEET = (ADDRESS, POSTED, SCREEN, RIGHTS, SERIES)


def stamp_of(line: str) -> Iterator[tuple[int, int]]:
    """Give the place of the date of such a folded line; nothing for others."""
    posted = POSTED.fullmatch(line) if any(digit in line for digit in "0123456789") else None
    if posted:
        yield posted.span("date" if posted["date"] else "stamp")
