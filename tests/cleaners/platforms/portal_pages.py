"""Makes pages of download portals, in five layouts of markup and as a dump. All texts, names and sites are made up.

A page is a tuple of blocks from its top to its end; what a block is in each layout is said here, what a family prints
stands in `portal_families`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

LAYOUTS = ("table", "dl", "ul", "spans", "grid")
"""How the box of facts is set; in `grid` the whole page is a table, as older scripts have it."""
COLUMNS = ('<div class="wrap"><div class="col1">', '</div><div class="col2">', "</div></div>")
GRID = ('<table width="960"><tr><td valign="top">', '</td><td width="200">', "</td></tr></table>")
TITLE = "某区关于文化工作2021年总结"
TEXT = (
    "今年以来，全区文化工作坚持守正创新，取得新进展。现将有关情况汇报如下：",
    "一、2021年工作总结",
    "聚焦主题，抓实学习。" + "开展送书下乡活动，组织宣讲，投入1.5万元，惠及群众。" * 6,
    "深化服务。群众点赞。" + "完善机制，压实责任，形成合力。" * 6,
    "二、2022年工作计划",
    "一是抓好学习。坚持用理论武装头脑。",
    "二是抓好服务。让群众共享文化成果。",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: a heading, a notice, a button."""

    words: str
    tag: str = "div"


@dataclass(frozen=True, slots=True)
class Fields:
    """The box of a file's facts; `in_row` says that a dump has them in one line."""

    pairs: tuple[tuple[str, str], ...]
    in_row: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """The preview: paragraphs, lines with `br`, or one line; `before` stands above it in the same element."""

    how: str = "p"
    lines: tuple[str, ...] = TEXT
    before: tuple[str, ...] = ()
    attribute: str = 'class="nr"'


@dataclass(frozen=True, slots=True)
class Others:
    """A list of other documents, each a link."""

    titles: tuple[str, ...] = ("某县2020年文化工作总结.docx", "某乡宣传工作要点.docx", "某镇调研报告.docx")


Block = Line | Fields | Text | Others


def dump(blocks: Sequence[Block]) -> str:
    """Give the page as a person would copy it."""
    return "\n".join(line for block in blocks for line in _dumped(block)) + "\n"


def _dumped(block: Block) -> tuple[str, ...]:
    if isinstance(block, Line):
        return (block.words,)
    if isinstance(block, Fields):
        lines = tuple(f"{label}：{value}" for label, value in block.pairs)
        return (" ".join(lines),) if block.in_row else lines
    if isinstance(block, Text):
        return (*block.before, *((" ".join(block.lines),) if block.how == "one" else block.lines))
    return block.titles


def page(blocks: Sequence[Block], layout: str, *, site: str = "青禾网", title: str = f"{TITLE}.docx") -> str:
    """Give the page as markup, with a menu above it and a column of other documents beside it."""
    body = "\n".join(_marked(block, layout) for block in blocks)
    opening, middle, closing = GRID if layout == "grid" else COLUMNS
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)} - {site}</title>
<script>var pages = {{"大小": "1KB"}};</script></head><body>
<div class="hd"><ul><li><a href="/">首页</a></li><li><a href="/c1.html">总结</a></li>
<li><a href="/c2.html">计划</a></li></ul>
<form><input name="q"><button>搜索文档</button></form></div>
{opening}
{body}
{middle}<ul><li><a href="/n1.html">最近更新的一份工作要点</a></li>
<li><a href="/n2.html">另一份总结</a></li>
<li><a href="/n3.html">第三份总结</a></li></ul>{closing}
<div class="ft"><p>Copyright 2020-2024 {site} All Rights Reserved</p></div></body></html>"""


def _marked(block: Block, layout: str) -> str:
    if isinstance(block, Line):
        return f"<{block.tag}>{escape(block.words)}</{block.tag}>"
    if isinstance(block, Fields):
        return _boxed(block.pairs, layout)
    if isinstance(block, Text):
        return _text(block)
    rows = "".join(f'<li><a href="/x{n}.html">{title}</a></li>' for n, title in enumerate(block.titles))
    return f"<ul>{rows}</ul>"


def _text(block: Text) -> str:
    before = "".join(f"{escape(line)}<br><br>" for line in block.before)
    if block.how == "p":
        inside = before + "".join(f"<p>{escape(line)}</p>" for line in block.lines)
    else:
        inside = before + ("<br>" if block.how == "br" else " ").join(escape(line) for line in block.lines)
    return f"<div {block.attribute}>{inside}</div>"


def _boxed(pairs: Sequence[tuple[str, str]], layout: str) -> str:
    if layout == "table":
        rows = "".join(f"<tr><td>{label}：</td><td>{value}</td></tr>" for label, value in pairs)
        return f"<table>{rows}</table>"
    if layout == "grid":
        cells = [f"<td>{label}</td><td>{value}</td>" for label, value in pairs]
        rows = "".join(f"<tr>{''.join(cells[n : n + 2])}</tr>" for n in range(0, len(cells), 2))
        return f"<table><tbody>{rows}</tbody></table>"
    if layout == "dl":
        return "<dl>" + "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in pairs) + "</dl>"
    if layout == "ul":
        return "<ul>" + "".join(f"<li>{label}：<em>{value}</em></li>" for label, value in pairs) + "</ul>"
    return "<div>" + "".join(f"<span>{label}：{value}</span>" for label, value in pairs) + "</div>"
