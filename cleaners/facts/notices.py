"""Facts in a site's own notices: licence numbers, addresses for complaints, where a text was taken from.

Each function looks at the lines that it is given; choosing them (head, tail, footer) is up to the platforms, for the
same words may stand in a report.
"""

import re
from collections.abc import Iterable

from cleaners.regex import regex

ICP = regex(r"[一-鿿]ICP(?:备|证|備|證)\d{5,10}[号號](?:-\d{1,3})?")
"""Licence number as every site in China must print it: province, kind, number."""
POLICE = regex(r"公[网網]安[备備]\s*(?P<number>\d{11,14})")
"""Number of the police record, without its 号."""
EMAIL = regex(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,3}")
SERVICE = regex(
    r"(?:客服|投诉|投訴|举报|舉報|联系|聯系|聯繫)(?:QQ|电话|電話|热线|熱線|邮箱|郵箱|微信)?\s*[:：]?\s*"
    r"(?P<contact>\d[\d-]{5,15}\d)"
)
SOURCE = regex(
    r"(?:转载|轉載|出处|出處|原文|本文|文章|来源|來源)(?:[^:：\n]{0,20})[:：]\s*(?P<url>https?://[\x21-\x7e]{3,500}"
    r"|www\.[\x21-\x7e]{3,200})"
)
"""`如若转载，请注明出处：URL`; bounded."""
AGENT = regex(r"(?:^|[,，。；;、])(?P<name>[一-鿿A-Za-z0-9]{2,12}?)(?:网站)?负责(?:整理|代)")
"""`汇文网负责整理代发布`: who runs the site, from its notice."""
_FOOTER = ("手机版", "Archiver", "小黑屋")
"""Words of which a forum's footer line has one."""
_REMARK = regex(r"[(（]")
"""What opens the licence behind a name."""
_SLOGAN = regex(r"——|--|[-—_]\s")
"""What parts a site's name from its slogan."""
_MENU = regex(r"手机版|小黑屋|Archiver|网站地图|站点统计|触屏版|标准版|联系我们|关于我们|帮助", re.IGNORECASE)


def icp_of(lines: Iterable[str]) -> str | None:
    """Give the first licence number; None where there is none."""
    return next((match[0] for line in lines if (match := ICP.search(line))), None)


def police_record_of(lines: Iterable[str]) -> str | None:
    """Give the first police record's number; None where there is none."""
    return next((match["number"] for line in lines if (match := POLICE.search(line))), None)


def contact_of(lines: Iterable[str]) -> str | None:
    """Give the first mail address or service number of a notice; None where there is none."""
    for line in lines:
        match = EMAIL.search(line)
        if match:
            return match[0]
        service = SERVICE.search(line)
        if service:
            return service["contact"]
    return None


def source_url_of(lines: Iterable[str]) -> str | None:
    """Give the address that a reprint notice names; None where there is none."""
    return next((match["url"].rstrip("。，,;；)") for line in lines if (match := SOURCE.search(line))), None)


def site_of_notice(lines: Iterable[str]) -> str | None:
    """Give the name of the site that says it publishes the text; None where none does."""
    return next((match["name"] for line in lines if (match := AGENT.search(line))), None)


def site_of_footer(lines: Iterable[str]) -> str | None:
    """Give the site's name from a footer line `手机版|NAME ( 桂ICP备…`, without its slogan; None where none is."""
    for line in lines:
        if "|" not in line or not any(word in line for word in _FOOTER):
            continue
        parts = [_REMARK.split(part, maxsplit=1)[0].strip() for part in line.split("|")]
        names = [part for part in parts if part and not _MENU.fullmatch(part)]
        if names:
            return _SLOGAN.split(names[-1], maxsplit=1)[0].strip() or None
    return None
