"""Signs and skins of the families that are data: each sign alone makes its claim, each near miss does not."""

import pytest

from cleaners.page import Hints, Page
from cleaners.platforms import platforms
from cleaners.platforms.platform import Sheet
from cleaners.platforms.template import find
from cleaners.platforms.xiaobian import PLATFORM as XIAOBIAN
from cleaners.read import read
from cleaners.sheet import open_sheet
from tests.tables import table

TEXT = "".join(f"<p>第{n}项工作有序推进，全年完成任务{n}件，取得明显成效。</p>" for n in "一二三四五六七八")


def sheet(body: str, *, head: str = "<title>某镇工作总结</title>") -> Sheet:
    """Open a page made of a head and a body."""
    source = f'<html><head><meta charset="utf-8">{head}</head><body><h1>某镇工作总结</h1>{body}</body></html>'
    return open_sheet(Page(url="http://a.example/1.html", status=200, headers=(), body=source.encode()), Hints())


SIGNED = (
    ("trs", '<div class="TRS_Editor">x</div>'),
    ("trs", '<div class="TRS_UEDITOR">x</div>'),
    ("trs", '<div class="trs_editor_view">x</div>'),
    ("trs", '<div class="trs_paper_default">x</div>'),
    ("trs", "<!--TRS publisher-->"),
    ("founder", "<!--enpcontent-->x<!--/enpcontent-->"),
    ("founder", "<!--enpproperty <date>2021-01-01</date>/enpproperty-->"),
    ("founder", "<founder-content>x</founder-content>"),
    ("vsb", '<div id="vsb_content_4">x</div>'),
    ("vsb", '<form name="_newscontent_fromname"></form>'),
    ("vsb", '<div class="v_news_content">x</div>'),
    ("vsb", '<script src="/system/resource/js/vsbscreen.min.js"></script>'),
    ("vsb", '<script>_showDynClicks("wbnews", 1, 2)</script>'),
    ("govinfo", "<td>索引号：</td><td>1</td><td>发文机关</td><td>成文日期</td>"),
    ("govinfo", "<td>索 引 号</td><td>1</td><td>发布机构</td><td>主题分类</td>"),
    ("govinfo", "<td>索&nbsp;引&nbsp;号：</td><td>1</td><td>发文字号</td><td>组配分类</td>"),
    ("govinfo", "<b>【索引号】</b>1 公开单位：某局 生成日期：2020-01-01"),
    ("govinfo", "<li>*索引号：1</li><li>文号：2</li><li>发文单位：某局</li>"),
    ("yjbys", "<a>我要投稿</a><i>推荐度</i>"),
    ("yjbys", "<a>我要投稿</a><p>【总结】相关文章：</p>"),
    ("yjbys", "<i>推荐度：</i><b>相关推荐</b>"),
    ("yjbys", "<i>推荐度：</i><p>【总结】相关文章：</p>"),
    ("xiaobian", "<p>分享：小乙 <a>下载本文</a></p>"),
    ("xiaobian", "<p>分享：小乙</p><p>以下是小编整理的总结</p>"),
    ("pathfanwen", "<p>您现在的位置：首页</p><p>[本文共2345字]</p>"),
    ("pathfanwen", "<p>您的位置：首页</p><p>（全文共 2345 字）</p>"),
    ("pathfanwen", "<p>当前位置：首页</p><p>【本文共2345字】</p>"),
    ("pathfanwen", "<p>现在位置：首页</p><p>(全文共2345字)</p>"),
    ("pathfanwen", "<p>所在位置：首页</p><p>[本文共2345字]</p>"),
    ("popularity", "<p>栏目：总结 / 发布于：/ 人气：12</p>"),
    ("popularity", "<p>分類：<a>總結</a> / 發布於：<i></i> / 人氣：12</p>"),
    ("shorttraditional", "<p>來源：某某網 5.26K</p>"),
    ("shorttraditional", "<p>来源：<b>某某网</b> <i>12W</i></p>"),
    ("pagedfanwen", '<p>第1/3页</p><a href="9_2.htm">2</a>'),
)
UNSIGNED = (
    ("trs", "<p>TRS公司的编辑器</p>"),
    ("founder", "<p>方正的 enpcontent 注释</p>"),
    ("vsb", "<p>vsb_content 是什么</p>"),
    ("govinfo", "<p>请在表中填写索引号，并注明成文日期和文号。</p>"),
    ("govinfo", "<td>索引号：</td><td>1</td><td>成文日期</td>"),
    ("yjbys", "<a>我要投稿</a>"),
    ("yjbys", "<p>推荐度：五星</p>"),
    ("xiaobian", "<a>下载本文</a>"),
    ("xiaobian", "<p>以下是小编整理的总结</p>"),
    ("pathfanwen", "<p>[本文共2345字]</p>"),
    ("pathfanwen", "<p>当前位置：首页</p><p>本文共2345字左右</p>"),
    ("popularity", "<p>人气：12</p><p>栏目：总结</p>"),
    ("shorttraditional", "<p>来源：某某网</p>"),
    ("shorttraditional", "<p>来源：某某网 2021</p>"),
    ("pagedfanwen", '<p>第1页</p><a href="9_2.htm">2</a>'),
    ("pagedfanwen", "<p>第1/3页</p>"),
    ("compilationfanwen", "<p>篇一</p>"),
)
COUNTED = (
    ("总结（精选10篇）", "篇一"), ("总结(模板6篇)", "篇1"), ("总结通用十篇", "第一篇"), ("总结 优秀8篇", "第1篇"),
    ("总结大全5篇", "【第1篇】"), ("总结合集(3篇)汇总3篇", "(篇1)"), ("总结范文推荐4篇", "篇一"),
    ("热门总结共7篇", "篇一"),
    ("总结最新9篇", "篇一"), ("总结实用九篇", "篇一"), ("总结优选2篇", "篇一"), ("总结必备6篇", "篇一"),
    ("总结锦集6篇", "篇一"), ("总结集锦6篇", "篇一"), ("总结汇编6篇", "篇一"), ("总结汇总6篇", "篇一"),
    ("总结热门6篇", "篇一"), ("总结整理6篇", "篇一"), ("总结合集6篇", "篇一"),
)  # fmt: skip


@table(("family", "body"), SIGNED)
def test_a_sign_makes_its_familys_claim(family: str, body: str) -> None:
    """Each sign is enough for a guess, with a reason in words."""
    guess = platforms()[family].detect(sheet(body))
    assert guess is not None
    assert guess.family == family
    assert 0.4 <= guess.sure <= 1
    assert guess.why


@table(("family", "body"), UNSIGNED)
def test_what_looks_like_a_sign_is_none(family: str, body: str) -> None:
    """A page that speaks of the sign, or has half of it, is not claimed."""
    assert platforms()[family].detect(sheet(body)) is None


@table(("title", "first"), COUNTED)
def test_a_title_that_counts_its_texts_is_a_compilation(title: str, first: str) -> None:
    """The number in the title and the first text's name; one without the other is no sign."""
    family = platforms()["compilationfanwen"]
    head = f"<title>{title}-某网</title>"
    assert family.detect(sheet(f"<p>{first}</p>", head=head)) is not None
    assert family.detect(sheet("<p>正文</p>", head=head)) is None
    assert family.detect(sheet(f"<p>{first}</p>", head="<title>总结一篇</title>")) is None


BODIES = (
    ("trs", '<div class="view TRS_UEDITOR">{}</div>'),
    ("trs", '<div class="TRS_Editor">{}</div>'),
    ("trs", '<div class="a trs_editor_view">{}</div>'),
    ("trs", '<div class="trs_paper_default">{}</div>'),
    ("vsb", '<div id="vsb_content">{}</div><form name="_newscontent_fromname"></form>'),
    ("vsb", '<div class="v_news_content">{}</div>'),
    ("founder", "<div><!--enpcontent-->{}<!--/enpcontent--><p>责编</p></div>"),
    ("founder", '<!--enpproperty <date></date>/enpproperty--><div id="ozoom">{}</div>'),
    ("govinfo", '<table><tr><td>索引号：</td><td>1</td><td>文号：</td><td>2</td><td>成文日期：</td></tr></table>'
                '<div id="UCAP-CONTENT">{}</div>'),
    ("govinfo", "<dl><dt>索引号：</dt><dd>1</dd><dt>文号：</dt><dd>2</dd><dt>发文机关：</dt><dd>3</dd></dl>"
                '<div id="zoom">{}</div>'),
    ("govinfo", "<ul><li>索引号：1</li><li>文号：2</li><li>发文机关：3</li></ul>" '<div id="conN">{}</div>'),
    ("govinfo", "<div><div>索引号：1</div><div>文号：2</div><div>发文机关：3</div></div>"
                '<div class="pages_content">{}</div>'),
    ("govinfo", "<ul><li>索引号：1</li><li>文号：2</li><li>发文机关：3</li></ul>"
                '<div class="article_con">{}</div>'),
)  # fmt: skip


@table(("family", "body"), BODIES)
def test_a_skins_body_is_the_text(family: str, body: str) -> None:
    """Chrome above and below stays out; the text is found by the family, not handed over."""
    chrome = "<div><a href='/a'>首页</a> <a href='/b'>新闻</a> 今天是星期一，欢迎您访问本站，祝您生活愉快。</div>"
    page = sheet(chrome + body.format(TEXT) + chrome).page
    reading = read(page)
    assert reading.platform.family == family
    assert reading.warnings == ()
    assert len(reading.entries[0].text.splitlines()) == 8


@pytest.mark.parametrize("word", ["QQ好友", "微信", "微博", "到空间", "朋友圈", "新浪微博", "复制链接"])
def test_a_button_behind_a_label_is_no_name(word: str) -> None:
    """`分享：` before a row of buttons names nobody."""
    page = sheet(f"<p>分享：<a>{word}</a> <a>下载本文</a></p>{TEXT}")
    guess = XIAOBIAN.detect(page)
    assert guess is not None
    assert XIAOBIAN.read(page, guess).facts.uploader is None


@pytest.mark.parametrize(
    ("family", "extra"),
    [("trs", '<p class="TRS_PreAppend">前置</p>'), ("trs", '<div class="share">分享</div>'),
     ("trs", '<div class="bdsharebuttonbox">分享</div>'), ("vsb", '<div class="bdsharebuttonbox">分享</div>'),
     ("vsb", '<div id="div_vote_id">投票</div>')],
)  # fmt: skip
def test_what_stands_in_a_body_and_is_none_of_it_goes(family: str, extra: str) -> None:
    """The editor's own elements and share bars are no text."""
    box = {"trs": '<div class="TRS_Editor">{}</div>', "vsb": '<div id="vsb_content">{}</div>'}[family]
    lines = read(sheet(box.format(TEXT + extra)).page).entries[0].text.splitlines()
    assert len(lines) == 8


def test_a_path_that_finds_nothing_is_followed_by_the_next() -> None:
    """Paths are tried in order; the first that finds elements counts."""
    tree = sheet("<p>a</p><b>c</b>").tree
    assert tree is not None
    assert [node.tag for node in find(tree, ("//i", "//b", "//p"))] == ["b"]
    assert find(tree, ("//i",)) == []
