"""EmpireCMS pages in skins that nobody knows: the text by `generic`, the facts round it, notices of one line."""

import pytest

from cleaners.outcome import Reason, State
from cleaners.reading import PageKind
from tests.cleaners.platforms import empirecms_pages as pages
from tests.cleaners.platforms import empirecms_skins as skins
from tests.cleaners.platforms.empirecms_pages import SHOWN, TITLE, URL, Article

KEY = "empirecms:docs.example:info:5-37"
WARNING = ("empirecms found no body; read by generic",)
NOTICE = "因会议室检修，本周例会改在二楼召开，请各科室相互转告。"


def squeezed(text: str) -> str:
    return "".join(text.split())


def all_in_one(body: str = pages.BODY) -> str:
    """A box that holds title, labels, text, pager and neighbours."""
    return skins.framed(f"""<div class="path">您的位置：{skins.PATH}</div><div class="content"><h1>{TITLE}</h1>
<div class="info">发布时间：2024-03-05 08:15:30 来源：县政府办 作者：周明
点击：<script src="{skins.COUNTER}"></script>次</div>
{body}<div class="page">{pages.page_pager(1, 3)}</div>
<div class="prenext">{skins.NEXT}<br>{skins.PREVIOUS}</div></div>""")


def apart(body: str = pages.BODY) -> str:
    """Boxes side by side: labels, text, pager, voices for and against, neighbours, others."""
    digg = f"/e/public/digg/?{skins.ONE.asked}"
    return skins.framed(f"""<div class="box"><h2>{TITLE}</h2><p class="meta"><span>2024-03-05</span>
<span>来源：县政府办</span>
<span>编辑：王强</span></p><div class="txt">{body}</div><div class="pages">{pages.page_pager(1, 3)}</div>
<div class="dig"><a href="JavaScript:makeRequest('{digg}&dotop=1')">顶[<b>12</b>]</a>
<a href="JavaScript:makeRequest('{digg}&dotop=0')">踩[<b>3</b>]</a></div>
<div>{skins.NEXT}</div><div>{skins.PREVIOUS}</div>
<div class="rel"><h3>相关文章</h3><ul>{skins.ROWS}</ul></div></div>""")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (all_in_one(), ("周明", "县政府办", "2024-03-05T08:15:30+08:00", None)),
        (apart(), (None, "县政府办", "2024-03-05", "王强")),
        (skins.nameless(pager=pages.page_pager(1, 3)), ("周明", "县政府办", "2024-03-05T08:15:30+08:00", None)),
    ],
)
def test_text_facts_and_pages(text: str, wanted: tuple[object, ...]) -> None:
    found = pages.read(text)
    facts = found.facts
    assert (found.document_key, found.page, found.pages, found.warnings) == (KEY, 1, 3, WARNING)
    assert squeezed(found.entries[0].text) == squeezed(SHOWN)
    assert (found.title, facts.author, facts.source, facts.published_at, facts.editor) == (TITLE, *wanted)


@pytest.mark.parametrize("text", [skins.nameless(f"<p>{NOTICE}</p>"), apart(f"<p>{NOTICE}</p>")])
def test_a_notice_of_one_line_among_many_links_survives(text: str) -> None:
    found = pages.read(text)
    assert (found.page_kind, found.document_key) == (PageKind.ARTICLE, KEY)
    assert squeezed(found.entries[0].text) == NOTICE
    assert found.title == TITLE


def test_links_below_the_labels_are_no_text() -> None:
    found = pages.read(skins.nameless(f"<ul>{skins.ROWS}</ul>"))
    assert found.entries == ()


@pytest.mark.parametrize("body", ["", "<p><img src='/d/file/1.jpg'></p>", "<embed src='/d/file/1.swf'>&nbsp;"])
def test_an_article_of_the_shipped_template_without_words_is_none(body: str) -> None:
    found = pages.read(pages.default(Article(body=body)))
    assert (found.outcome.state, found.outcome.reason) == (State.REFUSED, Reason.NO_CONTENT)


def test_the_makers_name_is_not_the_sites() -> None:
    text = skins.nameless().replace("_公文样本库</title>", " - Powered by EmpireCMS</title>")
    found = pages.read(text, URL)
    assert (found.facts.site_name, found.title) == (None, TITLE)
