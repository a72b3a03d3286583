"""Pages of sites that sell 公文, in three markups that share nothing but their words; their content is made up."""

TITLE = "白石镇2022年党建工作总结"
TEXT = (
    "2022年，白石镇党委坚持党建引领，围绕中心、服务大局，各项工作取得新的进展。",
    "一、主要做法",
    "（一）抓实学习教育。全年组织集中学习18次，专题研讨6次，撰写心得体会320篇。",
    "（二）建强基层组织。整顿软弱涣散党组织2个，发展党员21名，培训村干部4期。",
    "二、存在问题",
    "一是学用结合不够紧密；二是个别支部活动形式单一，吸引力不强。",
    "三、下一步打算",
    "坚持问题导向，完善制度机制，推动党建与业务深度融合，",
)
WALL = "(未完，全文共5230字，当前显示1046字)"
TOOLS = "【以稿换稿】【收藏】 作者: 佚名 来源: 本站 阅读: 1286 时间: 2022-12-20 10:30:00 【小 中 大】"
RELATED = "".join(
    f'<li><a href="/a/{n}.html">某镇2022年第{n}项工作总结（全文{n}800字）</a></li>' for n in range(2, 9)
)


def body(*, gap: str = "") -> str:
    """Give the text as paragraphs, `gap` set into the middle of the third."""
    lines = [line.replace("专题研讨6次", f"专题研讨6次{gap}") for line in TEXT]
    return "".join(f"<p>　　{line}</p>" for line in lines)


def seller(*, text: str | None = None, wall: str = WALL, title: str = f"{TITLE}（全文5230字）") -> str:
    """Give a page by divisions: tools above, the wall in a paragraph below, what to do in a box of its own."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_公文写作网</title></head><body>
<div class="top"><a href="/">首页</a> <a href="/zj/">总结</a> <a href="/jh/">计划</a></div>
<div class="main"><h1>{title}</h1><div class="tool">{TOOLS}</div><div class="nr">{text or body()}<p>{wall}</p></div>
<div class="buy"><p>扫码联系老师</p><p>需要先登录</p><p>价格：28元</p></div>
<div class="xg"><h3>相关文章</h3><ul>{RELATED}</ul></div></div>
<div class="foot">Copyright © 2022 公文写作网 版权所有</div></body></html>"""


def table(*, text: str | None = None, wall: str = WALL) -> str:
    """Give a page by tables, the wall glued to the last sentence."""
    glued = (text or body()).removesuffix("</p>") + wall + "</p>"
    return f"""<html><head><title>{TITLE} - 公文之家</title></head><body><table><tr><td><a href="/">首页</a></td></tr>
</table>
<table><tr><td align="center"><b><font size="4">{TITLE}</font></b></td></tr><tr><td align="center">{TOOLS}</td></tr>
<tr><td>{glued}</td></tr></table><table><tr><td><ul>{RELATED}</ul></td></tr></table></body></html>"""


def preview(*notices: str) -> str:
    """Give a preview with its heading and the notices below it."""
    below = "".join(f"<p>{notice}</p>" for notice in notices)
    return f"""<html><head><title>{TITLE}_文档下载</title></head><body><div><a href="/">首页</a></div><h1>{TITLE}</h1>
<div class="content"><p>内容预览:</p>{body()}{below}</div><div class="list"><ul>{RELATED}</ul></div></body></html>"""
