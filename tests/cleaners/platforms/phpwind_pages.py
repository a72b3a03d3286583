"""Makes pages as the templates of phpwind 6, 7, 8 and 9 print them, with made-up content, and reads them."""

# ruff: noqa: E501 - markup as the templates print it, one element a line

from datetime import UTC, datetime

from cleaners.page import Hints, Page
from cleaners.platforms.phpwind import PLATFORM
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.sheet import open_sheet

FETCHED = datetime(2026, 11, 22, 1, 26, tzinfo=UTC)
URL = "http://bbs.test/read.php?tid=71"
BODY = "今年以来，我镇认真落实各项工作部署。<br />一、主要做法<br />二、存在问题"
SHOWN = "今年以来，我镇认真落实各项工作部署。\n一、主要做法\n二、存在问题"


def open_text(text: str, url: str | None = URL, *, encoding: str = "utf-8") -> Sheet:
    kind = f"text/html; charset={encoding}"
    page = Page(body=text.encode(encoding), url=url, headers=(("Content-Type", kind),), fetched_at=FETCHED)
    return open_sheet(page, Hints())


def read_text(text: str, url: str | None = URL, *, encoding: str = "utf-8") -> Findings:
    sheet = open_text(text, url, encoding=encoding)
    guess = PLATFORM.detect(sheet)
    assert guess is not None, "the family does not know its own page"
    return PLATFORM.read(sheet, guess)


def floors(findings: Findings) -> dict[int, Draft]:
    return {draft.position: draft for draft in findings.drafts}


def head(title: str = "镇年终总结|总结交流 - 试写论坛 - Powered by phpwind", *, version: str = "8.7") -> str:
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="generator" content="phpwind {version}" /><base id="headbase" href="http://bbs.test/" /></head><body>'
    )


FOOT_8 = (
    '<div id="footer"><p>Powered by <a href="http://www.phpwind.net/">phpwind v8.7</a>&nbsp;Certificate &copy;2003-2011 '
    '<a href="http://bbs.test/">试写论坛</a> 版权所有 Gzip enabled 桂ICP备00000001号 <span id="windspend">Time 0.1</span>'
    "</p></div></body></html>"
)
CRUMB_8 = (
    '<div id="breadCrumb" class="cc"><ul class="fr"><li><a href="searcher.php?sch_time=newatc">最新帖子</a></li></ul>'
    '<img src="home.gif"><a href="index.php?m=bbs" title="试写论坛">试写论坛</a><em>&gt;</em><a href="index.php?m=bbs&amp;cateid=1">'
    '机关材料</a><em>&gt;</em><a href="thread.php?fid=3">总结交流</a><em>&gt;</em><a href="read.php?tid=71">镇年终总结</a></div>'
)
TOP_8 = (
    '<form name="delatc"><input type="hidden" name="tid" id="tid" value="71" /><div class="readTop"><table><tr>'
    '<td class="floot_left"><div class="readNum"><ul class="cc"><li><em>1234</em>阅读</li>'
    '<li><em id="topicRepliesNum">25</em>回复</li></ul></div></td><td><h1 id="subject_tpc" class="read_h1">'
    '<a href="thread.php?fid=3&amp;type=9" class="s5">[总结]</a>镇年终总结 '
    '<a href="javascript:;" onclick="copyUrl(\'\');" class="gray w">[复制链接]</a></h1></td></tr></table></div>'
)


def floor_8(
    pid: str = "tpc", body: str = BODY, *, mark: str = "楼主", author: str = "甲某", uid: int = 5, files: str = "",
    time: str = '<span title="2011-03-02 09:11:22">发表于: 2011-03-02 09:11</span>', below: str = "",
) -> str:  # fmt: skip
    """A floor of 8.7; `files` stands where attachments do, `below` in the body's cell under it."""
    return f"""<div class="read_t" id="readfloor_{pid}"><table width="100%" class="floot"><tr>
<td rowspan="2" class="floot_left"><div class="readName b"><a href="u.php?uid={uid}">{author}</a></div>
<div class="floot_leftdiv"><a href="u.php?uid={uid}"><img src="a.gif"></a><div class="readLevel"><a href="profile.php?action=permission&gid=8">
级别乙</a></div><dl><dt>发帖</dt><dd>77</dd></dl></div></td>
<td class="floot_right" id="td_{pid}"><a name="post_{pid}"></a><div class="tipTop s6"><span class="fr"><a href="javascript:;">只看楼主</a></span>
<a class="s2 b cp" onclick="copyFloorUrl('{pid}')" title="复制此楼地址">{mark}</a>&nbsp;&nbsp;{time}, <span id="viewip_{pid}">来自:某地</span></div>
<div class="read_h1" id="subject_{pid if pid != "tpc" else "none"}"></div><div class="quoteTips mb10">回复本帖可获得5铜币奖励！</div>
<div class="tpc_content"><div class="mb10 read_tags">关键词： <a href="link.php?action=tag&tagname=x" class="mr10">乡镇</a></div>
<div id="ads_c_{pid}">广告一条</div><div class="f14 mb10" id="read_{pid}">{body}</div>{below}</div></td></tr>
<tr><td class="floot_bottom"><div id="read_Att_{pid}" class="mb10">{files}</div><div class="read_score" id="mark_{pid}">共3条评分</div>
<div class="signature"><table><tr><td>我的签名</td></tr></table></div><div class="tipBottom"><a class="r-reply" onclick="postreply('回 楼主({author}) 的帖子')">回复</a>
</div></td></tr></table></div>"""


def thread_8(*blocks: str, top: str = TOP_8, pager: str = "") -> str:
    return head() + CRUMB_8 + pager + top + "".join(blocks) + "</form>" + FOOT_8


def thread_7(*blocks: str) -> str:
    """A page of 7.5: floors without ids of their own around the bodies."""
    return (
        head("镇年终总结 - 总结交流 - 试写论坛", version="7.5")
        + '<div class="t3"><table><tr><td><b><a href="index.php">试写论坛</a> &raquo; <a href="thread.php?fid=3">总结交流</a>'
        + " &raquo; 镇年终总结</b></td></tr></table></div>"
        + "".join(blocks)
        + '<div id="footer">Powered by <a href="http://www.phpwind.net"><b>PHPWind</b></a> <b class="s3">v7.5</b></div>'
    )


def floor_7(pid: str = "tpc", body: str = BODY, *, mark: str = "GF", author: str = "甲某", title: str = "") -> str:
    return f"""<div class="t5 t2"><table cellspacing="0"><tr class="tr1"><th rowspan="2" class="r_two"><div class="user-pic">
<a href="u.php?action-show-uid-5.html"><img src="a.gif"></a></div><a href="u.php?action-show-uid-5.html"><strong>{author}</strong></a><br>级别: 骑士</th>
<th class="r_one" id="td_{pid}"><div class="tiptop"><a class="s3 b" title="复制此楼地址" onclick="copyUrl('{pid}')">{mark}</a>
<span class="fl gray" title="发表于: 2009-06-06 00:38">发表于: 2009-06-06</span></div><div class="h1"><h1 id="subject_{pid}">{title}</h1></div>
<div class="tpc_content"><div id="p_{pid}" class="c"></div><div class="f14" id="read_{pid}">{body}</div></div></th></tr>
<tr class="tr1 r_one"><th class="tar"><div class="signature">签名</div></th></tr></table></div>"""


def thread_6(*blocks: str) -> str:
    return (
        "<html><head><title>镇年终总结 - 总结交流 - 试写论坛 - powered by PHPWind</title></head><body>"
        '<div class="t3"><table><tr><td><img src="home.gif"> <b><a href="index.php">试写论坛</a> &raquo; '
        '<a href="thread.php?fid=3&page=1">总结交流</a> &raquo; 镇年终总结</b></td></tr></table></div>'
        '<form name="delatc"><input type="hidden" name="tid" value="71" /><div class="t"><table><tr><th class="h"><b>本页主题:</b> 镇年终总结</th>'
        '<td class="h"><a href="http://bbs.test/simple/index.php?t71.html">打印</a></td></tr></table></div>'
        + "".join(blocks)
        + "</form><center>Powered by <b>PHPWind</b> v6.3.2 Certificate</center>"
    )


def floor_6(body: str = BODY, *, mark: str = "楼 主", author: str = "甲某") -> str:
    return f"""<div class="t t2"><table><tr class="tr1"><th rowspan="2" class="r_two"> <b>{author}</b><br />级别: <font>骑士</font></th>
<th class="r_one"><div class="tiptop"><a href="profile.php?action=show&uid=5"><img src="p.gif"></a></div><h4>镇年终总结</h4>
<div class="tpc_content">{body}</div></th></tr><tr class="tr1 r_one"><th><div class="tipad"><span style="float:right"><a href="javascript:scroll(0,0)">顶端</a></span>
Posted: 2008-05-06 12:11 | <span><a class="s3" onclick="postreply('回 {mark}')">[{mark}]</a></span></div></th></tr></table></div>"""


def thread_9(*blocks: str, pager: str = "") -> str:
    return (
        '<!doctype html><html><head><meta charset="utf-8" /><title>镇年终总结 - 总结交流 - 试写论坛 - Powered by phpwind</title>'
        '<meta name="generator" content="phpwind v9.0.1(20131217)" /></head><body><div class="bread_crumb">' + pager
        + '<div class="pages" style="margin-right:3px;"><a href="http://bbs.test/index.php?m=bbs&c=thread&fid=3&page=1" '
        'class="pages_pre">&laquo; 返回列表</a></div><a href="http://bbs.test/" title="试写论坛" class="home">首页</a><em>&gt;</em>'
        '<a href="http://bbs.test/index.php?m=bbs&c=cate&fid=1">机关材料</a><em>&gt;</em><a href="http://bbs.test/index.php?m=bbs&c=thread&fid=3">总结交流</a>'
        '<em>&gt;</em><a href="http://bbs.test/read.php?tid=71&fid=3">镇年终总结</a></div><div id="J_posts_list" class="read_page">'
        + "".join(blocks)
        + '</div><div class="footer"><p>Powered by <a href="http://www.phpwind.net/">phpwind v9.0.1</a> &copy;2003-2103 '
        '<a href="http://www.miibeian.gov.cn">桂ICP备00000001号</a></p></div></body></html>'
    )  # fmt: skip


TOP_9 = (
    '<div class="floor_title cc"><div class="post_num"><ul class="cc"><li>阅读：<em>1234</em></li><li>回复：'
    '<em id="topicRepliesNum">25</em></li></ul></div><h1 id="J_post_title"><a href="http://bbs.test/index.php?m=bbs&c=thread&fid=3&type=9">'
    "[总结]</a>镇年终总结</h1></div>"
)


def floor_9(pid: str = "0", body: str = BODY, *, mark: str = "楼主", top: str = "", below: str = "", files: str = "") -> str:
    return f"""<div class="floor cc J_read_floor" id="read_{pid}"><table class="floor_table"><tr><td rowspan="2" class="floor_left">
<div class="floor_info"><div class="face"><a href="http://bbs.test/index.php?m=space&uid=5"><img src="a.jpg"></a></div><div class="name"><span class="man_unol"></span>
<a href="http://bbs.test/index.php?m=space&uid=5" class="J_user_card_show mr5">甲某</a></div><div class="level">级别</div></div></td>
<td class="box_wrap floor_right">{top}<div class="floor_top_tips cc"><div><span class="lou J_floor_copy" data-hash="read_{pid}">{mark}<sup>#</sup></span></div>
<span class="fl">发布于：2013-03-02 09:11，<span>来自：某地</span></span></div><div id="J_read_main"><div id="J_read_tag_wrap" class="read_tag_list">
<a class="J_read_tag_item tag_item" href="http://bbs.test/index.php?m=tag&a=view&name=x">乡镇</a></div><div class="editor_content">{body}</div>{below}</div></td></tr>
<tr><td class="box_wrap floor_bottom">{files}<div class="signature"><table><tr><td>签名</td></tr></table></div></td></tr></table></div>"""
