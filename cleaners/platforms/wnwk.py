"""汇文网 (wnwk.com): a box of ID, 大小, 页数, 格式 and 时间, a notice, keywords, the text in one line.

Known by a dump and by what pages print (reference: realtext, family 2); its addresses are those of `generic`.
"""

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (
    Sign("分享赚钱", 0.35, "分享赚钱", regex(r"(?:收藏\s*)?分享赚钱")),
    Sign("ID", 0.25, "ID", regex(r"ID\s?[:：]\s?\d{3,10}")),
    Sign("整理代发布", 0.4, "负责整理代发布", regex(r".{0,120}版权归属用户.{0,40}负责整理代发布.{0,120}")),
    Sign("网站客服", 0.2, "网站客服", regex(r"网站客服\s?[:：]\s?\d{5,12}")),
    Sign("收益归作者", 0.35, "下载收益归作者所有", regex(r"此文档下载收益归作者所有[。.]?")),
)
"""Whole lines; bounded."""
RENAMED = {"时间": "上传时间"}
"""In the box 时间 is the day of the upload (seed 003)."""
HOSTS = ("wnwk.com",)

PLATFORM = PortalFamily(family="wnwk", version=1, signs=SIGNS, hosts=HOSTS, renamed=RENAMED)
