"""Pages of unknown software: kinds, bodies, facts, links. All pages here are made up."""

from datetime import UTC, datetime

import pytest

from cleaners.edits import undo
from cleaners.outcome import Reason, State
from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM
from cleaners.platforms.platform import Findings
from cleaners.reading import PageKind
from cleaners.sheet import open_sheet

URL = "https://www.docs.example/news/2021/12.html"
NAV = '<div class="nav"><a href="/">首页</a><a href="/a/">公文</a><a href="/b/">总结</a><a href="/c/">计划</a></div>'
SIDE = (
    '<div class="related"><h3>相关文章</h3><ul>'
    + "".join(f'<li><a href="/x/{n}.html">某县第{n}年度工作总结范文</a></li>' for n in range(9))
    + "</ul></div>"
)
FOOT = '<div class="footer"><p>版权所有 青禾网 桂ICP备00000001号</p><p><a href="/about">关于我们</a></p></div>'
PARAGRAPHS = (
    "今年以来，在县委、县政府的正确领导下，我局坚持稳中求进，扎实推进各项工作。",
    "一、主要做法",
    "加强组织领导，压实工作责任，完善制度机制，推动各项工作落到实处，取得了较好成效。",
    "二、存在问题",
    "个别单位对网格化管理认识不足，工作措施不够有力，制度执行不够严格，需要改进。",
    "三、下步打算",
    "坚持问题导向，强化督导检查，确保全年目标任务圆满完成，让群众更加满意。",
)
SHORT = (
    "因供水管网检修，定于十二月八日九时至十七时停水，请各单位和居民提前做好储水准备，不便之处敬请谅解，"
    "特此通知。恢复时间如有变化另行告知，详情可向社区咨询。"
)


def page(body: str, *, head: str = "<title>某局2021年工作总结 - 青禾网</title>") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{NAV}{body}{SIDE}{FOOT}</body></html>"


def article(inside: str) -> str:
    return page(
        f"<h1>某局2021年工作总结</h1><p class='info'>发布时间：2021-12-08 09:15 来源：青禾网 作者：山人 浏览：35次</p>"
        f"<div class='content'>{inside}</div>"
    )


PLAIN = article("".join(f"<p>{words}</p>" for words in PARAGRAPHS))


def read(html: str, *, url: str | None = URL, status: int = 200) -> Findings:
    sheet = open_sheet(
        Page(body=html.encode(), url=url, status=status, media=Media.HTML, fetched_at=datetime(2022, 1, 2, tzinfo=UTC)),
        Hints(),
    )
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    assert guess.sure == 0.1
    return PLATFORM.read(sheet, guess)


def shown(findings: Findings) -> list[str]:
    return [line.strip() for line in findings.drafts[0].shown.splitlines() if line.strip()]


@pytest.mark.parametrize(
    "html",
    [
        PLAIN,
        article("<br>".join(f"\u3000\u3000{words}" for words in PARAGRAPHS)),
        article("".join(f"<div>{words}</div>" for words in PARAGRAPHS)),
        article(
            "<section>" + "".join(f"<section><span>{words}</span></section>" for words in PARAGRAPHS) + "</section>"
        ),
        page(
            f"<table><tr><td><h1>某局2021年工作总结</h1></td></tr><tr><td>{'<br/>'.join(PARAGRAPHS)}</td></tr></table>"
        ),
    ],
    ids=["p", "br", "div", "sections", "table layout"],
)
def test_the_text_is_whole_and_alone(html: str) -> None:
    findings = read(html)
    assert (findings.page_kind, findings.outcome.state) == (PageKind.ARTICLE, State.READ)
    lines = [line for line in shown(findings) if line != "某局2021年工作总结"]
    assert lines == list(PARAGRAPHS)
    assert (findings.drafts[0].title, findings.drafts[0].title_from) == ("某局2021年工作总结", "heading")


@pytest.mark.parametrize("words", [SHORT, SHORT[:81]])
def test_a_short_notice_survives(words: str) -> None:
    findings = read(page(f"<h1>停水通知</h1><div><p>{words}</p></div>", head="<title>停水通知_青禾社区</title>"))
    assert findings.page_kind is PageKind.ARTICLE
    assert words in shown(findings)


def test_a_table_in_the_text_keeps_its_numbers() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{n}</td></tr>" for n, name in enumerate(("城关镇", "白石镇", "青禾乡"), start=35)
    )
    findings = read(article("".join(f"<p>{words}</p>" for words in PARAGRAPHS[:4]) + f"<table>{rows}</table>"
                            + "".join(f"<p>{words}</p>" for words in PARAGRAPHS[4:])))  # fmt: skip
    assert [line for line in shown(findings) if "\t" in line] == ["城关镇\t35", "白石镇\t36", "青禾乡\t37"]


def test_minutes_keep_the_time_of_the_meeting() -> None:
    lines = ["时间：2021年12月8日", "地点：三楼会议室", *PARAGRAPHS]
    findings = read(article("".join(f"<p>{words}</p>" for words in lines)))
    assert shown(findings) == lines


def test_hidden_text_and_scripts_are_not_shown() -> None:
    noise = "<p style='display:none'>隐藏的文字，不应出现。</p><script>var a='脚本，也不应出现。'</script>"
    assert shown(read(article(noise + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)))) == list(PARAGRAPHS)


def test_facts_stand_near_the_title() -> None:
    facts = read(PLAIN).facts
    assert (facts.published_at, facts.source, facts.author, facts.views) == (
        "2021-12-08T09:15+08:00",
        "青禾网",
        "山人",
        35,
    )
    assert (facts.site_name, facts.icp) == ("青禾网", "桂ICP备00000001号")


def test_metas_are_facts() -> None:
    head = (
        "<title>总结</title><meta name='keywords' content='总结,计划，公文'><link rel='canonical' href='/n/12.html'>"
        "<meta name='robots' content='noarchive'><meta property='og:site_name' content='青禾'>"
        "<meta property='article:published_time' content='2021-12-08'>"
    )
    facts = read(page("".join(f"<p>{words}</p>" for words in PARAGRAPHS), head=head)).facts
    assert facts.keywords == ("总结", "计划", "公文")
    assert facts.stated_url == "https://www.docs.example/n/12.html"
    assert (facts.noarchive, facts.site_name, facts.published_at) == (True, "青禾", "2021-12-08")


@pytest.mark.parametrize(
    ("title", "body", "kind", "reason"),
    [
        ("404 Not Found", "<h1>404</h1>", PageKind.ERROR, Reason.GONE),
        ("提示信息", "<p>您访问的页面不存在或已被删除</p>", PageKind.ERROR, Reason.GONE),
        ("安全验证", "<p>请完成验证后继续</p>", PageKind.CHALLENGE, Reason.CHALLENGE),
        ("用户登录", "<form><input name=u><input type=password></form>", PageKind.LOGIN, Reason.LOGIN),
        ("提示", "<p>抱歉，您没有权限查看</p>", PageKind.ERROR, Reason.PERMISSION),
        ("提示", "<p>网站维护中，请稍后再来</p>", PageKind.NOTICE, Reason.CLOSED),
        ("", "", PageKind.OTHER, Reason.NO_CONTENT),
    ],
)
def test_what_is_no_article_has_a_reason(title: str, body: str, kind: PageKind, reason: Reason) -> None:
    findings = read(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert (findings.page_kind, findings.outcome.state, findings.outcome.reason) == (kind, State.REFUSED, reason)
    assert findings.drafts == ()


@pytest.mark.parametrize(
    "words",
    [
        "会议指出，部分信息不存在更新",
        "平台登录需完成安全验证",
        "系统升级维护期间暂停办理",
    ],
)
def test_a_notice_that_speaks_of_messages_is_none(words: str) -> None:
    findings = read(page(f"<h1>工作通知</h1><p>{words}。{SHORT}</p>", head="<title>工作通知</title>"))
    assert findings.page_kind is PageKind.ARTICLE


@pytest.mark.parametrize("words", ["403号单位工作总结和下一步打算", "全市404户企业复工情况通报"])
def test_a_number_of_something_is_no_status(words: str) -> None:
    body = f"<ul class='list'><li><a href='/1.html'>{words}</a></li></ul>"
    findings = read(f"<html><head><title>列表</title></head><body>{body}</body></html>")
    assert findings.outcome.state is State.LISTED


def test_a_list_leads_on() -> None:
    entries = "".join(
        f"<li><a href='/news/2021/{n}.html'>某县第{n}季度工作情况通报</a> 2021-12-0{n}</li>" for n in range(1, 10)
    )
    pager = (
        "<div>共3页 <a href='/news/2.html'>2</a> <a href='/news/3.html'>3</a> <a href='/news/2.html'>下一页</a></div>"
    )
    findings = read(
        page(f"<ul class='news'>{entries}</ul>{pager}", head="<title>通报列表</title>"),
        url="https://www.docs.example/news/",
    )
    assert (findings.page_kind, findings.outcome.state) == (PageKind.LIST, State.LISTED)
    assert findings.links.next == "https://www.docs.example/news/2.html"
    assert "https://www.docs.example/news/2021/1.html" in {link.url for link in findings.links.documents}
    assert findings.links.next in {link.url for link in findings.links.lists}
    assert findings.links.next not in {link.url for link in findings.links.documents}


def test_links_have_roles() -> None:
    more = (
        "<p><a href='12_2.html'>下一页</a> <a href='12_3.html'>3</a> <a href='/f/a.docx?x=1'>附件</a></p>"
        "<p><a href='javascript:void(0)'>x</a><a href='mailto:a@docs.example'>信</a><a href='/i/p.jpg'>图</a>"
        "<a href='https://other.example/1'>友情链接</a><a href='http://[bad'>坏</a></p>"
    )
    links = read(article("".join(f"<p>{words}</p>" for words in PARAGRAPHS) + more)).links
    assert links.next == "https://www.docs.example/news/2021/12_2.html"
    assert [link.url.rsplit("/", 1)[1] for link in links.pages] == ["12_2.html", "12_3.html"]
    assert [link.url for link in links.attachments] == ["https://www.docs.example/f/a.docx?x=1"]
    assert dict(links.dropped) == {"asset": 1, "bad-url": 1, "other-host": 1}


def test_a_feed_names_documents() -> None:
    feed = (
        "<?xml version='1.0'?><rss><channel><title>青禾</title><link>https://www.docs.example/</link><item><title>某局总结</title>"
        "<link>https://www.docs.example/news/7.html?a=1&amp;b=2</link></item><item><title>空</title></item></channel></rss>"
    )
    findings = read(feed)
    assert (findings.page_kind, findings.outcome.state) == (PageKind.FEED, State.LISTED)
    assert [(link.url, link.title) for link in findings.links.documents] == [
        ("https://www.docs.example/news/7.html?a=1&b=2", "某局总结")
    ]


def test_edits_rebuild_what_was_shown() -> None:
    from cleaners.read import read as read_page  # noqa: PLC0415 - the whole way, beside the platform alone

    tail = "<p>文章转载自网络，版权归原作者所有，如有侵权请联系删除。</p>"
    html = article("<p>某局2021年工作总结</p>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS) + tail)
    entry = read_page(Page(body=html.encode(), url=URL, media=Media.HTML)).entries[0]
    assert entry.text.splitlines() == list(PARAGRAPHS)
    assert undo(entry.text, entry.edits) == read(html).drafts[0].shown
