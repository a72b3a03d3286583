"""原创力文档 (max.book118.com): `约N千字`, `约 N页`, a date with a province, `T.docxVIP`, a notice of seven items.

Reference: realtext, family 5. The preview is pictures, its text stands below them or nowhere.
"""

import re

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (
    Sign("约N千字", 0.15, "字", regex(r"约\s?[\d.]{1,6}\s?[千万]字")),
    Sign("约N页", 0.15, "页", regex(r"约\s?\d{1,4}\s?页")),
    Sign("发布于", 0.3, "发布于", regex(r"\d{4}-\d{1,2}-\d{1,2}\s*发布于\s?[一-鿿]{2,3}")),
    Sign("VIP", 0.35, "VIP", regex(r".{3,120}\.(?:docx?|pdf|pptx?|xlsx?|txt)\s?VIP", re.IGNORECASE)),
    Sign("C2C", 0.5, "C2C", regex(r".{0,80}C2C交易模式.{0,200}")),
    Sign(
        "创建于", 0.4, "原创力文档",
        regex(r"(?:[-•]\s?)?(?:\d[、.．]\s?){0,2}原创力文档\s?(?:创建于|[(（](?:原|book118)).{0,200}"),
    ),
    Sign("文档评论", 0.2, "文档评论", regex(r"文档评论\s?[(（]\d{1,6}[)）]")),
)  # fmt: skip
"""Whole lines; bounded."""
HOSTS = ("book118.com",)
ROUTES = (regex(r"/html/\d{4}/\d{3,4}/(?P<id>\d{4,20})\.shtm"),)

PLATFORM = PortalFamily(family="book118", version=3, signs=SIGNS, hosts=HOSTS, routes=ROUTES)
