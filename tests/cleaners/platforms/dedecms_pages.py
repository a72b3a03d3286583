"""Pages as DedeCMS makes them, with made-up content: the shipped skins of 5.1 and 5.7, and skins of nobody's.

The software's own words and scripts stand in all of them; classes and ids are each skin's. No test stands here.
"""

from cleaners.page import Hints, Page
from cleaners.platforms.platform import Sheet
from cleaners.sheet import open_sheet

TITLE = "白杨镇2021年防汛抗旱工作总结"
PARAGRAPHS = (
    "2021年以来，白杨镇坚持预防为主，扎实做好防汛抗旱各项工作。",
    "一、健全组织，压实责任。成立领导小组，层层签订责任书。",
    "二、排查隐患，整改到位。组织巡堤查险十二次，发现问题九处，均已整改。",
)
BODY = "".join(f"<p>　　{paragraph}</p>\n" for paragraph in PARAGRAPHS)
TEXT = "\n".join(f"　　{paragraph}" for paragraph in PARAGRAPHS)
DIGEST = "2021年以来，白杨镇坚持预防为主，扎实做好防汛抗旱各项工作。一、健全组织，压实责任。"
ARTICLE = "http://dede.test/a/zongjie/2021/1208/37.html"
COUNT = '<script src="/plus/count.php?view=yes&aid=37&mid=1" type="text/javascript"></script>'
NEIGHBOURS = "上一篇：<a href='/a/zongjie/2021/1207/36.html'>红柳镇植树工作总结</a> ", "下一篇：没有了 "
PLACE = "<a href='http://dede.test/'>主页</a> > <a href='/a/'>公文</a> > <a href='/a/zongjie/'>工作总结</a> > "
FOOTER = '<div class="footer">Powered by <a href="http://www.dedecms.com">DedeCMS</a> Copyright 某某文库</div>'
DIGG = """<div class="newdigg" id="newdigg"><div class="diggbox digg_good"><div class="digg_act">顶一下</div>
<div class="digg_num">(3)</div></div></div><script>getDigg(37);</script>"""
PAGER = (
    "<li><a>共3页: </a></li><li><a href='37.html'>上一页</a></li><li><a href='37.html'>1</a></li>"
    "<li class=\"thisclass\"><a href='#'>2</a></li><li><a href='37_3.html'>3</a></li>"
    "<li><a href='37_3.html'>下一页</a></li>"
)
LAST_PAGER = (
    "<li><a>共3页: </a></li><li><a href='37_2.html'>上一页</a></li><li><a href='37.html'>1</a></li>"
    "<li><a href='37_2.html'>2</a></li><li class=\"thisclass\"><a href='#'>3</a></li><li><a href='#'>下一页</a></li>"
)
INFO = (
    "<small>时间:</small>2021-12-08 09:26<small>来源:</small>白杨镇政府办 <small>作者:</small>文心 "
    f"<small>点击:</small>\n{COUNT}\n次"
)
EDITOR = "(责任编辑：admin)"


def sheet(html: str, url: str | None = ARTICLE, *, charset: str = "utf-8", status: int = 200) -> Sheet:
    """Open a page as `read` does."""
    headers = (("Content-Type", f"text/html; charset={charset}"),)
    return open_sheet(Page(body=html.encode(charset), url=url, status=status, headers=headers), Hints())


def page(main: str, *, title: str = f"{TITLE}_某某文库", head: str = "", body_class: str = "articleview") -> str:
    """Put a page's own part between the head and the foot that every page of the site has."""
    return f"""<!DOCTYPE html><html><head><title>{title}</title><meta name="keywords" content="防汛,抗旱 总结" />
<meta name="description" content="{DIGEST}" />{head}</head><body class="{body_class}">
<div id="navMenu"><ul><li><a href='/'><span>主页</span></a></li><li><a href='/a/zongjie/'>工作总结</a></li></ul></div>
{main}{FOOTER}</body></html>"""


def article(
    *, body: str = BODY, title: str = TITLE, info: str = INFO, pager: str = "", editor: str = EDITOR, cell: str = ""
) -> str:
    """Make an article of the skin of 5.3 to 5.7."""
    return page(
        f"""<div class="place"><strong>当前位置:</strong> {PLACE}</div><div class="viewbox">
<div class="title"><h2>{title}</h2></div><div class="info">{info}</div><div class="intro">{DIGEST}</div>
<div class="content"><table width='100%'><tr><td>{cell}{body}
      {editor}</td></tr></table></div>
<div class="dede_pages"><ul class="pagelist">{pager}</ul></div>{DIGG}
<div class="boxoff"><strong>------分隔线----------------------------</strong></div><div class="handle">
<div class="context"><ul><li>{NEIGHBOURS[0]}</li><li>{NEIGHBOURS[1]}</li></ul></div>
<div class="actbox"><ul><li><a href="/plus/stow.php?aid=37">收藏</a></li>
<li><a href="/plus/recommend.php?aid=37">推荐</a></li></ul></div></div></div>
<form name="feedback"><input type="hidden" name="aid" value="37" /><h3>发表评论</h3></form>
<dl class="tbox"><dt>热点内容</dt><dd><a href="/a/zongjie/2021/0101/8.html">沙枣村扫雪记</a></dd></dl>""",
        title=f"{title}_某某文库",
        head='<meta http-equiv="mobile-agent" content="format=xhtml;url=/m/view.php?aid=37">',
    )


def mobile(*, body: str = BODY) -> str:
    """Make an article of the mobile skin of 5.7."""
    return page(
        f"""<div><a href='index.php'>主页</a> > <a href='list.php?tid=4'>工作总结</a> > </div>
<article class="blog-main"><h3 class="am-article-title blog-title"> {TITLE} </h3>
<h4 class="am-article-meta blog-meta"><small>时间:</small>2021-12-08 09:26&nbsp;&nbsp;<small>来源:</small>白杨镇政府办
&nbsp;&nbsp;<small>作者:</small>文心 &nbsp;&nbsp;<small>点击:</small>{COUNT}次</h4>
<div class="am-g blog-content"><table><tr><td>{body}{EDITOR}</td></tr></table></div>
<ul><li>{NEIGHBOURS[0]}</li><li>{NEIGHBOURS[1]}</li></ul></article>
<h3>最近关注</h3><ul><li><a href="view.php?aid=8">沙枣村扫雪记</a></li></ul>"""
    )


def old_article(*, pager: str = "") -> str:
    """Make an article of the skin of 5.1."""
    return page(
        f"""<div class="thisplace"><div class="placenav"><span>当前位置 :</span>{PLACE}列表</div></div>
<div class="newsview"><div class="title"><h1>{TITLE}</h1></div><div class="info"><strong>来源：</strong>白杨镇政府办
<strong>作者：</strong>文心 <strong>时间：</strong>2021-12-08 <strong>点击：</strong> 512</div>
<div class="intro">{DIGEST}</div><div class="content">{BODY}</div><div class="cupage">{pager}</div>
<div class="actbar"><span>[<a href="/plus/stow.php?arcID=37">收藏</a>]</span></div>
<div class="context">{NEIGHBOURS[0]}<br />{NEIGHBOURS[1]}</div></div>
<div class="rlist"><a href="/a/8.html">扫雪记</a></div>"""
    )


def soft() -> str:
    """Make an entry of the soft channel of 5.7: facts of a file, its description, its addresses."""
    return page(
        f"""<div class="place">{PLACE}</div><div class="viewbox"><div class="title"><h2>{TITLE}</h2></div>
<div class="infolist"><small>软件类型：</small><span>国产软件</span><small>授权方式：</small><span>免费</span>
<small>软件大小：</small><span>1.5 MB</span><small>文件类型：</small><span>.doc</span>
<small>发布时间：</small><span>2021-12-08</span><small>下载次数：</small><span><script
 src="/plus/disdls.php?aid=37"></script></span></div>
<div class="labeltitle"><strong>软件介绍</strong></div>
<div class="content"><div id="contentMidPicAD">广告位</div>{BODY}</div>
<div class="labeltitle"><strong>下载地址</strong></div><div class="content"><ul class="downurllist">
<li><a href="/plus/download.php?open=2&id=37&uhash=ab">本地下载</a></li></ul></div>
<div class="intro">☉推荐使用下载工具下载本站软件。</div>{DIGG}
<div class="context"><ul><li>{NEIGHBOURS[0]}</li></ul></div></div>""",
        body_class="downlist",
    )


def pictures() -> str:
    """Make a picture set of 5.7: pictures with captions, then the text in the box that articles use for the digest."""
    return page(
        f"""<div class="place">{PLACE}</div><div class="viewbox"><div class="title"><h2>{TITLE}</h2></div>
<div class="info">{INFO}</div><div class="picbox"><center><a href='javascript:dPlayBig();'>原始图片</a>
<a href='javascript:dPlayNext();'>下一张</a></center><a href='/p/1.jpg'><img src='/p/1.jpg' id='bigimg'/></a>
<a href='/p/1.jpg'>巡堤现场</a></div><div class="intro"><div id="contentMidPicAD">广告位</div>{BODY}</div>{DIGG}
<div class="context"><ul><li>{NEIGHBOURS[0]}</li></ul></div></div>""",
        body_class="picboxview",
    )


def listing(*, info: bool = True, box: str = "listbox", pager: bool = True) -> str:
    """Make a list of the skin of 5.7; `info` is what the software writes under lists, in any skin."""
    counted = '<li><span class="pageinfo">共 <strong>2</strong>页<strong>13</strong>条</span></li>' if info else ""
    pages = "<li><a href='list_4_2.html'>2</a></li><li><a href='list_4_2.html'>下一页</a></li>" if pager else ""
    return page(
        f"""<div class="place">{PLACE}</div><div class="{box}">
<ul class="e2"><li>[<b><a href='/a/zongjie/'>工作总结</a></b>]
<a href="/a/zongjie/2021/1208/37.html" class="title">{TITLE}</a><p class="intro">{DIGEST}</p></li>
<li><a href="/a/zongjie/2021/1207/36.html">红柳镇植树工作总结</a></li></ul></div>
<div class="dede_pages"><ul class="pagelist">{pages}{counted}</ul></div><a href="/m/">手机版</a>""",
        title="工作总结_某某文库", body_class="column",
    )  # fmt: skip


def message(words: str, *, title: str = "DedeCMS提示信息") -> str:
    """Make the page that the software's `ShowMsg` answers with."""
    return f"""<html><head><title>{title}</title><base target='_self'/></head><body><center><script>
      var pgo=0;
      function JumpUrl(){{ if(pgo==0){{ location='javascript:history.go(-1);'; pgo=1; }} }}
document.write("<br /><div style='width:450px;'><div style='padding:6px;'><b>DedeCMS 提示信息！</b></div>");
document.write("<div style='height:130px;font-size:10pt;background:#ffffff'><br />");
document.write("{words}");
document.write("<br /><a href='javascript:history.go(-1);'>如果你的浏览器没反应，请点击这里...</a><br/></div>");
setTimeout('JumpUrl()',5000);</script></center></body></html>"""


def wall(words: str, *, title: str = f"你没有权限浏览文档：{TITLE} ！", skin: str = "") -> str:
    """Make the page shown instead of a document for members."""
    return f"""<html><head><title>{title}</title></head><body class="flinkpage">{skin}<h2>提示信息</h2>
<table><tr><td colspan="2"><strong>错误具体提示信息：</strong></td></tr><tr><td colspan="2">{words}</td></tr>
<tr><td><strong>文档标题：</strong></td><td><a href="/plus/view.php?aid=37"><u>{TITLE}</u></a></td></tr>
<tr><td><strong>文档简介：</strong></td><td>{DIGEST}</td></tr></table>{FOOTER}</body></html>"""


def skin_of_divs(
    *, head: str = '<div class="wzxx">发布时间：2021-12-08 来源：白杨镇政府办</div>', body: str = BODY
) -> str:
    """Make an article of a skin with names of its own: heading, facts, text, neighbours."""
    return page(
        f"""<div class="wz"><a href='/'>主页</a> > <a href='/a/zongjie/'>工作总结</a> > </div>
<div class="nr_left"><h1 class="bt">{TITLE}</h1>{head}<div class="zhengwen">{body}</div>
<div class="fy">{NEIGHBOURS[0]}<br/>{NEIGHBOURS[1]}</div></div><div class="nr_right"><h2>热门推荐</h2>
<ul><li><a href="/a/8.html">沙枣村扫雪记</a></li></ul></div>"""
    )


def skin_of_cells(*, pager: str = "") -> str:
    """Make an article of a skin of tables, its heading a cell, its facts in the same block as the text."""
    return page(
        f"""<table class="main"><tr><td><table><tr><td class="t"><b>{TITLE}</b></td></tr></table><table><tr><td>
<div class="hd">2021-12-08 09:26 来源：白杨镇政府办 浏览：512</div><div class="txt">{BODY}</div></td></tr></table>
<div class="pg">{pager}</div>{DIGG}</td></tr></table><div><a href="/a/8.html">沙枣村扫雪记</a></div>"""
    )
