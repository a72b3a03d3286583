"""Makes pages as EmpireCMS makes them, by its shipped templates and by skins of other makers; their content is made up.

`opened` gives the sheet of a page, `read` what the whole reader makes of it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from cleaners.page import Hints, Page
from cleaners.platforms.platform import Sheet
from cleaners.read import read as read_page
from cleaners.reading import Reading
from cleaners.sheet import open_sheet

FETCHED = datetime(2026, 11, 22, 1, 26, tzinfo=UTC)
HOST = "http://docs.example"
URL = f"{HOST}/zongjie/2024-03-05/37.html"
TITLE = "清河镇2023年综合治理工作总结"
TEXT = (
    "2023年，清河镇围绕全县中心工作，扎实推进综合治理各项任务，群众安全感稳步提升。",
    "一、主要做法",
    "（一）健全机制。成立由镇长任组长的领导小组，召开专题会议12次，印发方案3份。",
    "（二）排查矛盾。全年排查矛盾纠纷46件，调处成功45件，成功率为97.8%。",
    "二、存在问题",
    "一是个别村重视不够，台账不全；二是宣传形式单一，群众知晓率有待提高。",
    "三、下一步打算",
    "继续压实责任，完善网格，力争把矛盾化解在基层。",
)
BODY = "".join(f"<p>　　{line}</p>" for line in TEXT)
SHOWN = "\n".join(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What stands in an article's record; the defaults are those of most cases."""

    classid: int = 5
    id: int = 37
    title: str = TITLE
    author: str = "周明"
    source: str = "县政府办"
    time: str = "2024-03-05 08:15:30"
    body: str = BODY
    pager: str = ""
    keywords: str = "综合治理,总结"

    @property
    def asked(self) -> str:
        return f"classid={self.classid}&id={self.id}"


def page_pager(page: int, pages: int, *, base: str = "/zongjie/2024-03-05/37", kind: str = ".html") -> str:
    """Print the pager of files as `sys_ShowTextPage` does: a window of six numbers from two before this page."""

    def link(number: int, words: str) -> str:
        return f'<a href="{base}{"" if number == 1 else f"_{number}"}{kind}">{words}</a>'

    first = f'<a title="Page">&nbsp;<b>{page}</b>/<b>{pages}</b> </a>&nbsp;&nbsp;'
    back = f"{link(1, '首页')}&nbsp;{link(page - 1, '上一页')}" if page > 1 else ""
    numbers = "".join(
        f"&nbsp;<b>{number}</b>" if number == page else f"&nbsp;{link(number, str(number))}"
        for number in range(max(1, page - 2), min(pages, max(1, page - 2) + 5) + 1)
    )
    on = f"&nbsp;{link(page + 1, '下一页')}&nbsp;{link(pages, '尾页')}" if page < pages else ""
    return first + back + numbers + on


def script_pager(page: int, pages: int, *, asked: str = "classid=5&id=37", name: str = "") -> str:
    """Print the pager of dynamic pages as `InfoUsePage` does; their addresses count from 0."""
    start = name or f"/e/action/ShowInfo.php?{asked}&page="
    end = ".html" if name else ""
    numbers = "".join(
        f"&nbsp;<b>{number}</b>" if number == page else f'&nbsp;<a href="{start}{number - 1}{end}">{number}</a>'
        for number in range(1, pages + 1)
    )
    on = f'&nbsp;<a href="{start}{page}{end}">下一页</a>' if page < pages else ""
    return f'<a title="总数">&nbsp;<b>{pages}</b> </a>&nbsp;&nbsp;{numbers}{on}'


def choice(pages: int, page: int, *, base: str = "/zongjie/2024-03-05/37") -> str:
    """Print the choice of titles that leads to the other pages (`[!--title.select--]`)."""
    options = "".join(
        f'<option value="{base}{"" if n == 1 else f"_{n}"}.html?{n}"{" selected" if n == page else ""}>{TITLE}({n})'
        "</option>"
        for n in range(1, pages + 1)
    )
    onchange = "self.location.href=this.options[this.selectedIndex].value"
    return f'<select name="titleselect" onchange="{onchange}">{options}</select>'


HEAD = """<table class="top"><tr><td><script>document.write('<script src="/e/member/login/loginjs.php?t='+
Math.random()+'"><'+'/script>');</script></td><td>
<a href="#ecms">加入收藏</a> | <a href="/e/member/cp/">会员中心</a> |
<a href="/e/DoInfo/">我要投稿</a> | <a href="/e/web/?type=rss2&classid=5">RSS</a></td></tr></table>
<table class="nav"><tr><td class="nav_global"><ul><li class="curr"><a href="/">首页</a></li>
<li><a href="/zongjie/">工作总结</a></li><li><a href="/jihua/">工作计划</a></li></ul></td></tr></table>"""
FOOT = """<table><tr><td class="search"><form action="/e/search/index.php" method="post" name="searchform">
<strong>站内搜索：</strong><input name="keyboard"><select name="tbname"><option value="news">新闻</option></select>
<a href="/search/">高级搜索</a></form></td></tr><tr><td><table class="copyright"><tr><td><a href="/">网站首页</a> |
<a href="#">关于我们</a> | <a href="#">免责声明</a> | <a href="/e/wap/">WAP</a></td></tr>
<tr><td>Powered by <strong><a href="http://www.phome.net">EmpireCMS</a></strong>
<strong><font color="#FF9900">7.5</font></strong> &copy; 2002-2018</td></tr></table></td></tr></table>"""
SIDER = """<td class="sider"><table class="title"><tr><td><strong>相关文章</strong></td></tr></table>
<table class="box"><tr><td><ul><li><a href="/zongjie/2024-03-01/35.html">柳林镇2023年平安建设总结</a></li>
<li><a href="/zongjie/2024-02-20/31.html">东坪乡2023年信访工作总结</a></li></ul></td></tr></table>
<table class="title"><tr><td><strong>栏目热门</strong></td></tr></table>
<table class="box"><tr><td><ul><script src='/d/js/class/class5_hotnews.js'></script></ul></td></tr></table></td>"""


def whole(body: str, *, title: str = TITLE, keywords: str = "综合治理,总结", charset: str = "utf-8",
          kind: str = "showpage news", named: bool = True) -> str:  # fmt: skip
    """Put a shipped template's frame round a page."""
    end = " - Powered by EmpireCMS" if named else "_公文样本库"
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}" /><title>{title}{end}</title>
<meta name="keywords" content="{keywords}" /><meta name="description" content="{title}" />
<link href="/skin/default/css/style.css" rel="stylesheet" type="text/css" /></head><body class="{kind}">
{HEAD}<table><tr valign="top">{body}{SIDER}</tr></table>{FOOT}</body></html>"""


def digg(article: Article) -> str:
    return f"""<table border="0" align="center"><tr><td><table class="digg"><tr><td class="diggnum" id="diggnum">
<strong>
<script type="text/javascript" src="/e/public/ViewClick/?{article.asked}&down=5"></script></strong></td></tr><tr>
<td class="diggit">
<a href="JavaScript:makeRequest('/e/public/digg/?{article.asked}&dotop=1&doajax=1','','GET','');">来顶一下</a>
</td></tr></table></td></tr></table>"""


def comments(article: Article) -> str:
    return f"""<form action="/e/pl/doaction.php" method="post" name="saypl" id="saypl"><table id="plpost"><tr><td>
<strong>发表评论</strong></td><td><a href="/e/pl/?classid={article.classid}&amp;id={article.id}">共有<span><script
src="/e/public/ViewClick/?{article.asked}&down=2"></script></span>条评论</a></td></tr><tr><td>用户名:
<input name="username" type="text" class="inputText" id="username" /></td>
<td>密码:<input name="password" type="password" />
</td></tr><tr><td>验证码:<input name="key" /><img src="/e/ShowKey/?v=pl" /> 匿名发表</td></tr></table>
<input name="id" type="hidden" id="id" value="{article.id}" />
<input name="classid" type="hidden" id="classid" value="{article.classid}" />
<input name="enews" type="hidden" value="AddPl" /></form>"""


def default(article: Article | None = None, *, charset: str = "utf-8", info: str | None = None) -> str:
    """Make a page by the shipped news template; `info`: the line of labels, where a site prints another."""
    one = article or Article()
    labels = info or f"时间：{one.time}&nbsp;&nbsp;来源：{one.source}&nbsp;&nbsp;作者：{one.author}"
    body = f"""<td class="main"><table class="position"><tr><td>您当前的位置：<a href="/">首页</a>&nbsp;>&nbsp;
<a href="/wenku/">公文库</a>&nbsp;>&nbsp;<a href="/zongjie/">工作总结</a></td></tr></table><table class="box"><tr><td>
<table class="title_info"><tr><td><h1>{one.title}</h1></td></tr><tr><td class="info_text">{labels}</td></tr></table>
<table><tr><td id="text">{one.body}
<p align="center" class="pageLink">{one.pager}</p></td></tr></table>{digg(one)}</td></tr>
</table>{comments(one)}</td>"""
    return whole(body, title=one.title, keywords=one.keywords, charset=charset)


def listed(rows: str, pager: str, *, kind: str = "listpage") -> str:
    """Make a list by the shipped template."""
    body = f"""<td class="news_list"><table class="position"><tr><td>您当前的位置：<a href="/">首页</a>&nbsp;>&nbsp;
<a href="/zongjie/">工作总结</a></td></tr></table><table class="box"><tr><td><ul>{rows}</ul>
<table class="list_page"><tr><td>{pager}</td></tr></table></td></tr></table></td>"""
    return whole(body, title="工作总结", keywords="", kind=kind)


def message(words: str, *, way: str = "history.go(-1);") -> str:
    """Make the software's message page (`e/message/index.php`)."""
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><title>信息提示</title>
<style>.tableborder {{ background: #C9F1FF; border: 1px solid #4FB4DE }}</style><SCRIPT language=javascript>
var secs=3;for(i=1;i<=secs;i++) {{ window.setTimeout("update(" + i + ")", i * 1000);}}
function update(num) {{ if(num == secs) {{ {way} }} }}</SCRIPT></head><body><br><br>
<table width="500" class="tableborder"><tr class="header"><td height="25"><div align="center">信息提示</div></td></tr>
<tr bgcolor="#FFFFFF"><td height="80"><div align="center"><br><b>{words}</b><br><br>
<a href="javascript:history.go(-1)">如果您的浏览器没有自动跳转，请点击这里</a><br></div></td></tr></table></body>
</html>"""


def wall(said: str, needed: str) -> str:
    """Make the page shown instead of an article that asks for a rank or points (`CheckLevel`)."""
    body = f"""<td><table class="tableborder"><tr class="header"><td>提示信息</td></tr><tr><td>{said}</td></tr>
</table><br>
<table class="tableborder"><tr class="header"><td colspan="2">标题：{TITLE}</td></tr><tr><td>查看权限：</td>
<td>{needed}</td></tr>
<tr><td>发布时间：</td><td>2024-03-05 08:15:30</td></tr><tr><td>信息简介：</td><td>{TEXT[0]}</td></tr></table></td>"""
    return whole(body, title=TITLE)


def printed(article: Article | None = None) -> str:
    """Make the shipped print page."""
    one = article or Article()
    return f"""<html><head><title>{one.title} 打印页面 - Powered by EmpireCMS</title>
<meta name="keywords" content="{one.title} 打印页面" /></head><body onLoad='window.print()'><center><table><tr>
<td height=65><A href="http://www.phome.net/"><IMG src="../../skin/default/images/elogo.jpg"></A></td>
<td valign="bottom"><a href="/">首页</a>&nbsp;>&nbsp;<a href="/zongjie/">工作总结</a>&nbsp;>&nbsp;正文</td>
<td><a href='javascript:history.back()'>返回</a>　<a href='javascript:window.print()'>打印</a></td></tr></table>
<table><tr><td><BR><TABLE><TBODY><TR><TH class="f24"><FONT color=#05006c>{one.title}</FONT></TH></TR><TR><TD><HR></TD>
</TR>
<TR><TD align="middle" height=20><div align="center">{one.author}&nbsp;&nbsp;{one.time}&nbsp;&nbsp;{one.source}</div>
</TD></TR>
<TR><TD class="l17"><FONT class="f14" id="zoom"><P>{one.body}<br><BR clear=all></P></FONT></TD></TR></TBODY></TABLE>
/zongjie/2024-03-05/{one.id}.html</td></tr></table></center></body></html>"""


def wap(article: Article | None = None) -> str:
    """Make the shipped WAP page."""
    one = article or Article()
    return f"""<!DOCTYPE html><html><head><title>{one.title} - Powered by EmpireCMS</title></head><body>
<p><b>标题:</b>{one.title}<br/><b>作者:</b>{one.author}<br/><b>日期:</b>{one.time}<br/><b>内容:</b></p>
<p>{one.body}</p><p><br/><a href="list.php?classid=5">返回列表</a> <a href="index.php?style=0">网站首页</a></p></body>
</html>"""


def opened(text: str, url: str | None = URL, *, status: int = 200, codec: str = "utf-8") -> Sheet:
    return open_sheet(_page(text, url, status=status, codec=codec), Hints())


def read(text: str, url: str | None = URL, *, status: int = 200, codec: str = "utf-8") -> Reading:
    return read_page(_page(text, url, status=status, codec=codec))


def _page(text: str, url: str | None, *, status: int, codec: str) -> Page:
    kind = "text/html" + (f"; charset={codec}" if codec == "utf-8" else "")
    return Page(
        body=text.encode(codec), url=url, status=status, headers=(("Content-Type", kind),), fetched_at=FETCHED
    )
