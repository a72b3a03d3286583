"""人人文库 (renrendoc.com) and its mirrors, some in traditional script: captions, a wall, 版权说明, 文档简介, the text.

Reference: realtext, family 4; element names as public user scripts for the site name them.
"""

from cleaners.platforms.portal.family import PortalFamily, Sign
from cleaners.regex import regex

SIGNS = (
    Sign("版权说明", 0.5, "由用", regex(r"(?:版权说明\s?[:：]\s?)?本文档由用户提供并上传.{0,200}")),
    Sign(
        "网友上传", 0.5, "版权说明",
        regex(
            r"版权说明\s?[:：]\s?(?!本文档由用户提供并上传)[本此该](?:文档|文件|资料|资源|文)[系由为]?(?:用户|网友|会员)"
            r"(?:自行|自主)?(?:提供并)?上传.{0,200}"
        ),
    ),
    Sign("文档简介", 0.2, "介", regex(r"文档简介\s?[:：]?")),
    Sign("还剩", 0.35, "还剩", regex(r"已阅读\s?\d{1,4}\s?页[,，]?\s?还剩\s?\d{1,4}\s?页未读.{0,30}")),
    Sign("免费预览", 0.35, "预览已结束", regex(r"(?:免费|全文)预览已结束.{0,40}")),
    Sign("下载本文档", 0.1, "下载本文档", regex(r"下载本文档")),
    Sign("图片页", 0.1, "_第1页", regex(r".{2,120}_第1页")),
)  # fmt: skip
"""Whole lines; bounded. Mirrors' prints are compared in simplified characters, without readings in brackets."""
HOSTS = ("renrendoc.com",)
ROUTES = (regex(r"/(?:paper/|p-)(?P<id>\d{4,12})\.html?"),)

PLATFORM = PortalFamily(family="renrendoc", version=2, signs=SIGNS, hosts=HOSTS, routes=ROUTES)
