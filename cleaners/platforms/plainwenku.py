"""Plain document sites without metadata (wenke99.com, xiaomilidoc.com, 777doc.com, 365docx.com): the text in one line.

Told by their hosts and by what they stamp into the text (reference: realtext, family 6); a page without the stamp on
another host is an article to us.
"""

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (
    Sign("精选优质文档", 0.6, "精选优质文档-", regex(r".{0,120}精选优质文档-{1,12}倾情为你奉上.{0,300}")),
    Sign("原创整理", 0.3, "原创整理", regex(r".{0,120}原创整理[,，]仅供参考.{0,300}")),
    Sign("精品文档", 0.3, "精品文档", regex(r".{0,120}精品文档[,，]仅供.{0,300}")),
)
"""The stamp at the beginning of a line or in it; bounded."""
HOSTS = ("wenke99.com", "xiaomilidoc.com", "777doc.com", "365docx.com")

PLATFORM = PortalFamily(family="plainwenku", version=1, signs=SIGNS, hosts=HOSTS)
