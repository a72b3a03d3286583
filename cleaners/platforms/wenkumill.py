"""Mills that print `更新时间 发布时间:24小时内 作者:文/会员上传 下载docx` over one item of a compilation each.

Told by those lines; the hosts change (reference: realtext, family 11). `24小时内` is kept as stated: it is no date.
"""

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (
    Sign("24小时内", 0.4, "24小时内", regex(r"(?:.{0,60}\s)?(?:发布时间\s?[:：]\s?)?24小时内(?:\s.{0,80})?")),
    Sign("会员上传", 0.4, "会员上传", regex(r"(?:.{0,80}\s)?(?:作者\s?[:：]\s?)?文/会员上传(?:\s.{0,60})?")),
    Sign("下载docx", 0.2, "下载docx", regex(r"(?:.{0,100}\s)?下载docx(?:\s.{0,40})?")),
    Sign("下载本文", 0.4, "下载", regex(r"(?:点击)?下载(?:本文|docx)")),
    Sign("来源", 0.15, "来源", regex(r"来源\s?[:：]\s?\d{4}-\d{1,2}-\d{1,2}\s+\S{2,20}")),
)
"""Whole lines; bounded."""

PLATFORM = PortalFamily(family="wenkumill", version=1, signs=SIGNS)
