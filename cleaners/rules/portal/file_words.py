"""The sentence by which a library describes its file above a preview: `【文档说明】T.docx,共(6)页,36.5 KB,由某某上传`.

Shapes of one trimmed line, folded to simplified characters, readings taken out. Who asks: `portal_shapes` for what a
head's lines are, the dump's portal reader for the title, `platforms.portal.stated` for the facts.
"""

from collections.abc import Iterator

from cleaners.regex import regex

_FILE = r"(?:文[档件]|资料|资源|素材|课件|内容|简要)"
_ENDING = r"(?:docx?|pdf|pptx?|xlsx?|wps|txt|rtf|zip|rar)"
_PART = (
    r"[共有约]?\s?[(（]?\s?共?\s?\d{1,4}\s?[)）]?\s?页"
    rf"|(?:文[档件])?大小\s?[为是:：]?\s?\d{{1,6}}(?:\.\d{{1,3}})?\s?[KMG]B?|\d{{1,6}}(?:\.\d{{1,3}})?\s?[KMG]B"
    rf"|(?:文[档件])?(?:格式|类型)?\s?[为是:：]?\s?\.?{_ENDING}(?:格式|文[档件])?"
    r"|由\s?[^\s,，。；;、]{1,20}?\s?(?:上传|分享|提供)(?:于\s?\d{4}[-/.]\d{1,2}[-/.]\d{1,2})?"
    r"|(?:作品|文[档件])?中?的?(?:文字|内容|图片|图表|素材|[、和与及均都可以]){2,8}(?:任意|直接|自由|随意)?(?:编辑|修改|[和及、/]){1,4}"
    r"|(?:下载后)?可(?:任意|直接|自由|随意)?(?:编辑|修改|打印|使用|[和及、/]){1,4}|欢迎(?:下载|阅读|收藏|[、和]){1,5}|(?:word|WORD|Word)版"
)
"""What is said of a file between commas; closed words and numbers."""
LABELLED = regex(
    rf"[【\[]{_FILE}(?:说明|信息|描述|概况)[】\]]\s?[:：]?\s{{0,3}}(?P<name>[^\n【】]{{2,140}}?)(?:\.{_ENDING})?"
    rf"(?:[,，;；、\s(（]{{1,3}}(?:{_PART})[)）]?){{1,8}}[。.]?",
)
"""`【文档说明】T.docx(共6页),文档为.docx格式,大小为 36.5 KB`: label, the file's name, one part at least; bounded."""
UNLABELLED = regex(
    rf"(?P<name>[^\n【】。]{{2,140}}?)\.{_ENDING}(?:[,，;；、\s(（]{{1,3}}(?:{_PART})[)）]?){{2,8}}[。.]?"
)
"""The same without the label: then a file's ending and two parts; bounded."""
PRESENTED = regex(
    rf"以下[为是](?:本|该|这份)?{_FILE}的?(?:部分|全部|主要)?(?:文字|内容|正文)?(?:说明|内容|预览|介绍|部分|节选)\s?[:：]"
    r"|[【\[](?:简要说明|文档正文|文档预览|内容预览|部分内容|正文预览|部分文字)[】\]]\s?[:：]?"
)
"""`以下为本文档部分文字说明：`, `【简要说明】`: behind it the text begins; bounded."""
KEPT = regex(r"(?:转载请(?:保留|注明)(?:链接|出处)|文档(?:地址|链接))\s?[:：]\s?(?:https?://)?[\x21-\x7e]{6,200}")
"""`转载请保留链接：https://…` above a preview; bounded."""
_FACTS = (
    ("全文页数", regex(r"(?P<value>\d{1,4})\s?[)）]?\s?页")),
    ("大小", regex(r"(?P<value>\d{1,6}(?:\.\d{1,3})?\s?[KMG]B?)(?![A-Za-z])")),
    ("格式", regex(rf"\.(?P<value>{_ENDING})(?![A-Za-z])")),
    ("上传者", regex(r"由\s?(?P<value>[^\s,，。；;、]{1,20}?)\s?(?:上传|分享|提供)")),
)


def file_described(line: str) -> tuple[int, int] | None:
    """Give where the file's name stands in a folded line that describes it; None for any other line."""
    if "页" not in line and "B" not in line:
        return None
    found = LABELLED.fullmatch(line) or UNLABELLED.fullmatch(line)
    return found.span("name") if found else None


def is_description(line: str) -> bool:
    """Say whether a folded line describes a library's file, or says that a part of it follows."""
    return file_described(line) is not None or (line.startswith("以下") and PRESENTED.fullmatch(line) is not None)


def facts_described(line: str) -> Iterator[tuple[str, int, int]]:
    """Give label, start and end of each fact that such a line states; nothing for any other line."""
    name = file_described(line)
    if name is None:
        return
    for label, shape in _FACTS:
        found = shape.search(line, name[1])
        if found:
            yield label, found.start("value"), found.end("value")
