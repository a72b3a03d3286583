"""Pages that state a file's facts and show its abstract only (tikuw.cn): 文件名称, 总页数, 总字数：约N千字, 文档摘要.

The abstract is what the page has of the text and is read as such, marked as a part (reference: realtext, family 10).
"""

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (
    Sign("总字数", 0.4, "总字数", regex(r".{0,80}总字数\s?(?:[:：]|\t)\s?约?\s?[\d.]{1,8}\s?[千万]?字.{0,40}")),
    Sign("文档摘要", 0.35, "文档摘要", regex(r"文档摘要\s?[:：]?")),
    Sign("总页数", 0.15, "总页数", regex(r".{0,80}总页数\s?(?:[:：]|\t)\s?\d{1,4}\s?页?.{0,80}")),
    Sign("文件名称", 0.15, "文件名称", regex(r"文件名称\s?(?:[:：]|\t).{0,160}")),
)
"""Whole lines or rows of a table; bounded."""
HOSTS = ("tikuw.cn",)

PLATFORM = PortalFamily(family="metaonly", version=1, signs=SIGNS, hosts=HOSTS, is_stub=True, is_abstract=True)
