"""Facts of a text, a document and a capture as rows for a page: a label in both languages and a value. No HTML.

Facts come from JSON that may be anything: what has another shape than ours is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archive.copy_view import CaptureFacts
from archive.datasette.labels import Label

SHOWN = 3
"""Pieces of evidence that are shown."""
CHARS = 300
"""Characters of a value that are shown."""
Fact = tuple[Label, str]
_DOCUMENT: tuple[tuple[str, Label], ...] = (
    ("site_name", ("网站名称", "site name")), ("category", ("栏目", "category")), ("source", ("来源", "stated source")),
    ("issuer", ("发文机关", "issuer")), ("document_number", ("文号", "document number")),
    ("index_number", ("索引号", "index number")), ("rights", ("版权声明", "rights")),
    ("views", ("浏览", "views")), ("stated_replies", ("回复", "replies")), ("replies", ("回复", "replies")),
    ("downloads", ("下载", "downloads")), ("file_format", ("文件格式", "file format")),
    ("file_size", ("文件大小", "file size")), ("price", ("价格", "price")),
)  # fmt: skip


def text_facts(facts: Mapping[str, Any]) -> Iterator[Fact]:
    """Tell what a text shows of itself: genre, years, masks, censored words, damage, flags."""
    sign = facts.get("genre_from")
    if isinstance(sign, dict) and facts.get("genre"):
        where = {"title": "标题", "text": "正文"}.get(str(sign.get("where")), "")
        yield ("文种依据", "genre told by"), _cut(f"{where}“{sign.get('words', '')}”")
    spans = [_cut(one.get("words"), 30) for one in _objects(facts.get("period_spans"))][:SHOWN]
    if spans:
        yield ("年份依据", "period told by"), "、".join(spans)
    for words in _strings(facts.get("period_conflict"))[:SHOWN]:
        yield ("年份存疑", "period in doubt"), _cut(words)
    masks = _counts(facts.get("masks"))
    if masks:
        yield ("遮盖", "masks"), masks
    for frame in _objects(facts.get("censored"))[:SHOWN]:
        told = f"{frame.get('frame', '')}（{frame.get('hint', '')}？）"
        yield ("疑似敏感词缺失", "words perhaps censored"), _cut(told)
    for name, name_told in (("lost_characters", ("丢失字符", "lost characters")),
                            ("pinyin_annotations", ("已去除注音", "readings taken out"))):  # fmt: skip
        if isinstance(facts.get(name), int) and facts[name]:
            yield name_told, f"{facts[name]} 处"
    if facts.get("truncated") or facts.get("partial"):
        yield ("不完整", "incomplete"), "原页面只给出一部分"
    for flag in _objects(facts.get("flags"))[:SHOWN]:
        words = "、".join(_cut(one.get("words"), 30) for one in _objects(flag.get("evidence"))[:SHOWN])
        yield ("提示", "flag"), _cut(f"{flag.get('name', '')} ×{flag.get('count', '')} {words}")


def document_facts(facts: Mapping[str, Any]) -> Iterator[Fact]:
    """Tell what the document says of itself."""
    path = [_cut(one, 40) for one in _strings(facts.get("path"))][:8]
    if path:
        yield ("所在版块", "path on the site"), " › ".join(path)
    told: set[Label] = set()
    for name, name_told in _DOCUMENT:
        value = facts.get(name)
        is_told = isinstance(value, str | int | float) and not isinstance(value, bool) and value != ""
        if is_told and name_told not in told:
            told.add(name_told)
            yield name_told, _cut(value)
    for one in _objects(facts.get("dates"))[:SHOWN]:
        yield ("原文日期", "date as printed"), _cut(f"{one.get('stated', '')}（{one.get('kind', '')}）")


def capture_facts(capture: CaptureFacts) -> Iterator[Fact]:
    """Tell how the page came into the archive, so that a third person can find its bytes."""
    yield ("抓取时间", "captured"), _cut(capture.fetched_at)
    if capture.source == "import":
        yield ("导入文件", "imported file"), _cut(capture.file_name or "—")
    else:
        yield ("HTTP 状态", "HTTP status"), str(capture.status)
    yield ("字节", "bytes as received"), f"{capture.bytes:,}"
    yield ("SHA-256", "digest of these bytes"), _cut(capture.sha256)
    yield ("WARC", "file, offset, length"), f"{_cut(capture.warc_file)} · {capture.warc_offset} · {capture.warc_length}"
    if capture.charset:
        how = f"（{_cut(capture.charset_how, 60)}）" if capture.charset_how else ""
        yield ("字符集", "charset, and how it was decided"), f"{_cut(capture.charset)}{how}"
    if capture.platform:
        yield ("网站软件", "software of the site"), _cut(capture.platform)
    if capture.recipe:
        yield ("规则版本", "digest of the rules that read it"), _cut(capture.recipe)


def _cut(value: object, most: int = CHARS) -> str:
    told = " ".join(str("" if value is None else value)[: most * 4].split())
    return told if len(told) <= most else f"{told[: most - 1]}…"


def _objects(value: object) -> Sequence[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _counts(value: object) -> str:
    if not isinstance(value, dict):
        return ""
    return "、".join(f"{_cut(name, 20)} ×{count}" for name, count in list(value.items())[:8] if isinstance(count, int))
