"""Skins of other makers for EmpireCMS, after the manner of those in use: their names, their chrome, our own content."""

from tests.cleaners.platforms.empirecms_pages import TITLE, Article, choice, page_pager

ONE = Article()
NEXT = """上一篇：<a href="/zongjie/2024-03-01/35.html">柳林镇2023年平安建设总结</a>"""
PREVIOUS = """下一篇：<a href="/zongjie/2024-03-06/38.html">双河乡2023年网格化管理总结</a>"""
ROWS = """<li><a href="/zongjie/2024-03-01/35.html">柳林镇2023年平安建设总结</a></li>
<li><a href="/zongjie/2024-02-20/31.html">东坪乡2023年信访工作总结</a></li>
<li><a href="/jihua/2024-01-10/12.html">青石镇2024年综治工作计划</a></li>"""
SHARE = """<div class="bdsharebuttonbox"><a class="bds_qzone" title="分享到QQ空间" href="javascript:;">QQ空间</a>
<a class="bds_weixin" href="javascript:;">微信</a></div>"""
COUNTER = f"/e/public/ViewClick/?{ONE.asked}&addclick=1"
PATH = """<a href="/">首页</a>&nbsp;>&nbsp;<a href="/zongjie/">工作总结</a>"""
FRAME = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_公文样本库</title>
<meta name="keywords" content="综合治理,总结"></head><body><div class="header">
<a href="/">首页</a> <a href="/zongjie/">工作总结</a>
<a href="/jihua/">工作计划</a><form action="/e/search/index.php" method="post"><input name="keyboard"></form></div>
{body}<div class="side"><h3>热门文章</h3><ul>""" + ROWS + """</ul></div><div class="footer">
<p>Copyright © 2024 公文样本库
版权所有 浙ICP备09027971号</p></div><script src="/d/js/acmsd/thea8.js"></script></body></html>"""


def framed(body: str, *, title: str = TITLE) -> str:
    return FRAME.replace("{title}", title).replace("{body}", body)


def portal(body: str = ONE.body) -> str:
    """A skin with the text in `#zoomtext` and an advertisement's script before it."""
    return framed(f"""<div class="article-left"><div class="title"><h3>当前位置</h3>：{PATH} > <a href="#">{TITLE}</a>
</div>
<div class="list-item"><div class="content"><div class="_title"><h1>{TITLE}</h1></div><div class="info">
<span>作者：周明</span><span>来源: 县政府办</span><span>时间: 2024-03-05 08:15</span><span>阅读:
<script src="{COUNTER}"></script>次</span><span><a href="javascript:doZoom(18);">大</a> <a href="#">中</a></span>
</div>
<div class="article"><div id="zoomtext"><div class='ad-300'><script src="/d/js/acmsd/thea6.js"></script></div>
{body}</div></div></div><div class="handover"><span class='prev'>{NEXT}</span><span class="zan">
<a href="JavaScript:makeRequest('/e/public/digg/?{ONE.asked}&dotop=1','','GET','');"><b id="diggnum"></b> 人喜欢</a>
</span>
</div>{page_pager(1, 3)}<div class="article_tag">标签: <a href="/tags-1.html">综合治理</a></div>{SHARE}</div>
</div>""")


def blog(body: str = ONE.body) -> str:
    """A blog's skin: meta line as list, `.news_con`, neighbours and related texts below."""
    return framed(f"""<article><div class="infosbox"><div class="newsview"><h3 class="news_title">{TITLE}</h3>
<div class="bloginfo"><ul><li class="author">作者：<a href="/">周明</a></li><li class="lmname">
<a href="/zongjie/">工作总结</a>
</li><li class="timer">时间：2024-03-05</li><li class="view"><script src="{COUNTER}"></script>人已阅读</li></ul></div>
<div class="tags"><a href="/e/tags/?tagname=zz">综合治理</a></div><div class="news_about">
<strong>简介</strong>清河镇围绕全县
中心工作推进综合治理。</div><div class="news_con">{body}</div></div><div class="share"><p class="diggit">
<a href="JavaScript:makeRequest('/e/public/digg/?{ONE.asked}&dotop=1','','GET','');"> 很赞哦！ </a></p></div>
<div class="nextinfo"><p>{NEXT}</p><p>{PREVIOUS}</p></div><div class="otherlink"><h2>相关文章</h2><ul>{ROWS}</ul>
</div>
<div class="news_pl"><h2>文章评论</h2><script src="/e/pl/more/?{ONE.asked}&num=20"></script></div></div></article>""")


def inside(body: str = ONE.body) -> str:
    """A skin that puts tools, tags, neighbours and related texts into the box of the text."""
    return framed(f"""<div class="crumb">当前位置：{PATH} > 正文</div><div class="con_tit"><h1>{TITLE}</h1>
<div class="con_info">
<span>周明</span> <span>来源：县政府办</span> <time>2024-03-05 08:15:30</time> <span><script src="{COUNTER}"></script>
</span>
</div></div><div class="article-content">{body}<div class="pagination">{page_pager(1, 3)}</div>
<div class="tags">标签：<a href="/e/tags/?tagname=zz">综合治理</a></div>{SHARE}<p>{NEXT}</p><p>{PREVIOUS}</p>
<h3>相关推荐</h3><ul>{ROWS}</ul><a href="/e/public/digg/?{ONE.asked}">顶一下</a></div>""")


def nameless(body: str = ONE.body, *, pager: str = "") -> str:
    """A skin whose boxes bear no names at all: only what stands round the text tells it."""
    return framed(f"""<div style="width:1000px"><div style="text-align:center"><h1>{TITLE}</h1>
时间：2024-03-05 08:15:30 &nbsp;&nbsp;来源：县政府办 &nbsp;&nbsp;作者：周明</div>
<div style="margin:15px;"> {body}</div>
<div align="center">{pager}</div><div style="margin:15px;">{NEXT}&nbsp;&nbsp;&nbsp;{PREVIOUS}</div>
<script src="{COUNTER}"></script><a href="/e/DoPrint/?{ONE.asked}">打印</a></div>""")


def chosen(body: str = ONE.body, *, page: int = 1) -> str:
    """A skin that leads to the other pages by a choice of titles, and prints the page's own title."""
    title = TITLE if page == 1 else f"{TITLE}({page})"
    return framed(f"""<div class="weizhi">{PATH} / {TITLE}</div><h1>{title}</h1>
<div class="arc_info">作者：周明 来源：县政府办
发布时间：2024-03-05 08:15:30 编辑：王强 点击：1.2万</div><div class="arc_main">{body}</div><div class="arc_pgn">
<h2>文章分页</h2>{choice(3, page)}</div><div class="arc_pn">{NEXT} {PREVIOUS}</div><script src="{COUNTER}"></script>
<a href="/e/member/fava/add/?{ONE.asked}">收藏</a>""", title=title)
