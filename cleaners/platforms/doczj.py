"""文档之家 (doczj.com) and 360文档中心 (360docs.net): `当前位置:文档之家› T`, 合集下载, several documents.

Documents of one page stay together here. Reference: realtext, family 8; element names and the pages of a document
(`/doc/ID-6.html`) as public scripts for the sites have them.
"""

import re

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (
    Sign("当前位置", 0.5, "当前位置", regex(r"当前位置\s?[:：]\s?(?:文档之家|360文档中心)\s?[›>].{0,200}")),
    Sign("合集下载", 0.35, "合集下载", regex(r"合集下载")),
    Sign(
        "甄别", 0.5, "自行甄别文档内容",
        regex(r"(?:[-•]\s?)?(?:\d[、.．]\s?){0,2}下载文档前请自行甄别文档内容.{0,200}"),
    ),
    Sign("仅部分预览", 0.3, "仅部分预览", regex(r".{0,10}仅部分预览.{0,200}")),
)  # fmt: skip
"""Whole lines; bounded."""
OPENINGS = (
    Sign(
        "别题再现", 0.4, "合集下载",
        regex(r"^[^\n]{4,120}\n合集下载\n(?P<again>[^\n]{4,120})\n(?P=again)$", re.MULTILINE),
    ),
    Sign("标题再现", 0.4, "合集下载", regex(r"^(?P<title>[^\n]{4,120})\n合集下载\n(?P=title)$", re.MULTILINE)),
)  # fmt: skip
"""The title, the button, the title again, or the first document's twice. Bounded, tried at beginnings of
lines only."""
HOSTS = ("doczj.com", "360docs.net")
ROUTES = (regex(r"/doc/(?:info-)?(?P<id>[0-9a-z]{6,48})(?:-(?P<page>\d{1,4}))?\.html?"),)
BODIES = ("//*[@id='contents']",)

PLATFORM = PortalFamily(
    family="doczj", version=3, signs=SIGNS, openings=OPENINGS, hosts=HOSTS, routes=ROUTES, bodies=BODIES
)
