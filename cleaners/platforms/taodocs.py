"""淘豆网 (taodocs.com) and 61taotao.com: `- Δ 发布`, `- N KB`, `- N页`, 申明敬告, 文档介绍, and a stamp in the text.

Reference: realtext, family 7.
"""

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (
    Sign("来自淘豆网", 0.5, "来自淘豆网", regex(r".{0,200}来自淘豆网\s?www\.taodocs\.com.{0,200}")),
    Sign("申明敬告", 0.5, "申明敬告", regex(r"申明敬告\s?[:：].{0,300}")),
    Sign("- 发布", 0.25, "发布", regex(r"[-–]\s?\d{4}-\d{1,2}-\d{1,2}\s?发布(?:\s?[|｜].{0,80})?")),
    Sign("- KB", 0.2, "KB", regex(r"(?:.{0,60}[|｜]\s?)?[-–]\s?[\d.]{1,9}\s?[KM]B(?:\s?[|｜].{0,60})?")),
    Sign("整理发布", 0.4, "整理发布", regex(r"(?:[-–]\s?)?1、本文档由用户上传[,，]\S{2,8}整理发布.{0,60}")),
    Sign("文档介绍", 0.2, "文档介绍", regex(r"(?:文档列表\s+)?文档介绍\s?[:：]?")),
    Sign("非法文档", 0.3, "非法文档", regex(r".{0,80}页数\s?[:：]\s?约?\d{1,4}页\s{1,4}举报非法文档有奖")),
    Sign("网址水印", 0.3, "网址水印", regex(r"(?:[-•·]\s{0,3})?\d[.、]\s?下载的文档[,，]不会出现我们的网址水印。?")),
    Sign("文档名称", 0.2, "文档名称", regex(r"文档名称\s?[:：].{0,160}")),
)
"""Whole lines; bounded."""
HOSTS = ("taodocs.com", "61taotao.com")
ROUTES = (regex(r"/p-(?P<id>\d{3,12})(?:-(?P<page>\d{1,4}))?\.html?"),)

PLATFORM = PortalFamily(family="taodocs", version=3, signs=SIGNS, hosts=HOSTS, routes=ROUTES)
