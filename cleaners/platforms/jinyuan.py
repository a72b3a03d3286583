"""The "jinyuan" document script (31ppt.com, 31doc.com, taowenge.com, 163wenku.com, zixin.com.cn and many more).

Two pages of one document: `p-ID.html` (上传人, 文档编号, thumbnails with captions, 资源描述) and `d-ID.html` (资源ID,
资源大小, 下载积分, log-in boxes). The text stands in numbered chunks, which stay (reference: realtext, family 3).
"""

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex
from cleaners.rules.portal.portal_shapes import SHARED, SHOWN_PAGES

SIGNS = (
    Sign("由会员分享", 0.5, "在线", SHARED),
    Sign("上传人", 0.3, "上传人", regex(r"上传人\s?[:：]\s?\S.{0,200}")),
    Sign("文档编号", 0.3, "文档编号", regex(r"(?:.{0,60}\s)?文档编号\s?[:：]\s?\d{3,12}(?:\s.{0,160})?")),
    Sign("资源ID", 0.3, "资源ID", regex(r"[•·\s]{0,3}资源ID\s?[:：]\s?\d{3,12}.{0,120}")),
    Sign("全文页数", 0.2, "全文页数", regex(r".{0,80}全文页数\s?[:：]\s?\d{1,4}\s?页?.{0,80}")),
    Sign("下载积分", 0.2, "下载积分", regex(r".{0,80}下载积分\s?[:：]\s?[\d.]{1,8}.{0,20}")),
    Sign("该文档总共", 0.45, "文档", SHOWN_PAGES),
    Sign("资源描述", 0.15, "资源描述", regex(r"资源描述\s?[:：]?")),
    Sign("三方登录", 0.2, "三方登录", regex(r"三方登录(?:下载)?\s?[:：].{0,60}")),
    Sign("图片页", 0.1, "_第1页", regex(r".{2,120}_第1页")),
    Sign("预览压缩", 0.3, "预览文档经过压缩", regex(r".{0,60}预览文档经过压缩.{0,40}")),
)
"""Whole lines; bounded."""
OPENINGS = (Sign("开头资源描述", 0.4, "资源描述", regex(r"\A(?:[^\n]{0,120}\n){0,1}资源描述\s?[:：]?\n")),)
"""The mobile page has no box: the text's label opens it. Bounded."""
HOSTS = (
    "31ppt.com", "31doc.com", "taowenge.com", "163wenku.com", "zixin.com.cn", "1wenmi.com", "yzwku.com",
)  # fmt: skip
ROUTES = (
    regex(r"/[pd]-(?P<id>\d{3,12})(?:-(?P<page>\d{1,4}))?\.html?"),
    regex(r"/doc/(?P<id>\d{3,12})\.html?"),
)
"""`p-` and `d-` are two pages of one document; zixin.com.cn has `/doc/ID.html`."""

PLATFORM = PortalFamily(family="jinyuan", version=3, signs=SIGNS, openings=OPENINGS, hosts=HOSTS, routes=ROUTES)
