"""Saved pages as browsers and tools write them, made here for the tests of import; the texts are our own."""

import base64
import zlib
from pathlib import Path

from tests.archive.made_reports import sentences

BOUNDARY = "----MultipartBoundary--x1----"
SENTENCES = (
    "今年以来，云岭镇围绕中心工作，扎实推进各项任务，现将有关情况报告如下。",
    "一是健全机制，明确责任分工，建立月度台账，做到事事有人管、件件有着落。",
    "二是强化培训，组织业务学习十二次，参加人员三百余人次，队伍素质稳步提高。",
    "三是深入走访，收集意见建议四十五条，逐条研究办理，群众评价稳步提高。",
    "四是查找不足，对照清单开展自查，发现的问题已经全部整改到位。",
    "下一步，我们将继续抓好落实，完善制度，创新方法，努力开创工作新局面。",
)


def report(topic: str) -> str:
    """Give a report of some 400 Han characters about a topic, one paragraph a line; another topic, another report."""
    lines = [sentence.replace("各项任务", f"{topic}各项任务").replace("业务", topic) for sentence in SENTENCES]
    return "\n".join([*lines[:-1], *sentences(zlib.crc32(topic.encode()), 12), lines[-1]])


def article(title: str, *, charset: str = "utf-8", head: str = "", top: str = "") -> bytes:
    """Give an article page about the title; `top` stands before the html element's content, `head` in the head."""
    body = "".join(f"<p>{line}</p>" for line in report(title).splitlines())
    text = (
        f'<!DOCTYPE html><html lang="zh">{top}<head><meta charset="{charset}"><title>{title}</title>{head}</head>'
        f'<body><div class="nav"><a href="/">首页</a></div><h1>{title}</h1>'
        f'<div class="article-content">{body}</div></body></html>'
    )
    return text.encode(charset)


def singlefile(title: str, url: str) -> bytes:
    """Give the page as the extension SingleFile saves it."""
    top = (f"<!--\n Page saved with SingleFile \n url: {url} \n"
           " saved date: Sun Nov 22 2026 10:00:00 GMT+0800 (中国标准时间)\n-->")
    return article(title, top=top)


def mhtml(title: str, url: str, *, charset: str = "utf-8", states_charset: bool = True) -> bytes:
    """Give the page as Chromium saves it: the page first, then a picture."""
    page = base64.encodebytes(article(title, charset=charset))
    kind = f'text/html; charset="{charset}"' if states_charset else "text/html"
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: =?utf-8?Q?=E6=8A=A5?=\r\n"
        "Date: Sun, 22 Nov 2026 02:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";\r\n\tboundary="{BOUNDARY}"\r\n\r\n\r\n'
        f"--{BOUNDARY}\r\nContent-Type: {kind}\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: base64\r\nContent-Location: {url}\r\n\r\n"
    )
    picture = (
        f"\r\n--{BOUNDARY}\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: http://bbs.example/dot.gif\r\n\r\nR0lGODlhAQABAAAAACw=\r\n--{BOUNDARY}--\r\n"
    )
    return head.encode() + page + picture.encode()


def write(folder: Path, name: str, content: bytes | str) -> Path:
    """Write a file, with the folders it needs; give its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
