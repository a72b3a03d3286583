"""Pages that look like threads and are none: articles people comment on, lists, rows of dates and names."""

import pytest

from cleaners.reading import PageKind
from tests.cleaners.platforms.test_generic_threads import found_on
from tests.tables import table

PARAGRAPHS = (
    "今年以来，青禾县扎实推进农村饮水安全巩固提升工程，新建改造供水管网八十六公里，惠及群众三万余人。",
    "在城关镇白石村，记者看到崭新的净水设备正在运行，村民拧开水龙头就能用上放心水。",
    "县水利局负责人表示，下一步将健全管护机制，确保工程长久发挥效益，让群众持续受益。",
)
COMMENTS = (
    ("清溪", "2021-03-05 09:12", "我们村去年就通上自来水了，水质确实比以前好很多，要给工作人员点赞。"),
    ("老槐树", "2021-03-05 10:40", "希望水价能稳定，山区的老人收入不高，补贴政策也要跟上才行。"),
    ("晨雾", "2021-03-06 07:05", "冬天管道容易冻住，保温层要做好，不然一到腊月又要挑水吃。"),
    ("石拱桥", "2021-03-06 08:22", "什么时候轮到我们白杨镇啊，盼了好几年了，管网图纸都看过三回。"),
)
TEXT = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
NEWS = (
    "<h1>青禾县农村饮水工程惠及三万群众</h1><div class='info'>2021-03-04 18:30 来源：青禾日报</div>"
    f"<div class='content'>{TEXT}</div>"
)


def rows(form: str, items: tuple[tuple[str, str, str], ...] = COMMENTS) -> str:
    return "".join(
        form.format(n=n, name=name, date=date, words=words) for n, (name, date, words) in enumerate(items, start=1)
    )


def page(body: str, title: str = "青禾县农村饮水工程惠及三万群众_青禾新闻网") -> str:
    nav = "<div class='nav'><a href='/'>首页</a> <a href='/a/'>要闻</a> <a href='/b/'>民生</a></div>"
    foot = "<div class='footer'><p>版权所有 青禾网 桂ICP备00000001号</p></div>"
    return f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{nav}{body}{foot}</body></html>"


NEWS_COMMENTS = page(
    f"{NEWS}<div class='comment-area'><h3>网友评论</h3><ul class='comment-list'>"
    + rows(
        "<li class='reply-item'><a class='user-name' href='/user/{n}'>{name}</a><span class='floor'>{n}楼</span>"
        "<p class='comment-text'>{words}</p><span class='time'>{date}</span><a>回复</a><a>举报</a></li>"
    )
    + "</ul></div>"
)
BLOG = page(
    f"<article class='post'><h1 class='entry-title'>通水记</h1><div class='entry-meta'>2021年3月4日 由 "
    f"<a href='/author/me/'>山人</a></div>"
    f"<div class='entry-content'>{TEXT}</div></article><div id='comments'><h3>4条评论</h3><ol class='commentlist'>"
    + rows(
        "<li class='comment even depth-1' id='comment-{n}2'><div class='comment-author vcard'>"
        "<cite class='fn'>{name}</cite> 说道：</div><span class='floor'>{n}楼</span>"
        "<div class='comment-meta'><a href='#comment-{n}2'>{date}</a></div><p>{words}</p>"
        "<div class='reply'><a>回复</a></div></li>"
    )
    + "</ol></div>",
    "通水记 – 山人的博客",
)
GUEST_THEME = page(
    f"<h1>通水记</h1><div class='single-content'>{TEXT}</div><ol class='comment-list'>"
    + rows(
        "<li class='comment' id='li-comment-{n}'><cite class='fn'>"
        "<a href='http://www.friend{n}.example/' rel='external nofollow'>{name}</a></cite>"
        "<span class='datetime'>{date}</span><span class='num'>{n}楼</span><div class='comment-content'>"
        "<p>{words}</p></div><a class='comment-reply-link'>回复</a></li>"
    )
    + "</ol>",
    "通水记 | 山人",
)
REVIEWS = page(
    "<h1>家用净水器十级过滤</h1><div class='price'>￥1299.00</div><div class='detail'>"
    "<p>五级滤芯，出水量每小时七十五升，适合三到五口之家使用，送货上门并免费安装一次。</p></div>"
    "<div class='comment-con'>"
    + rows(
        "<div class='comment-item'><div class='user-info'>{name}</div><div class='comment-star star5'>"
        "</div><p class='comment-con'>{words}</p><div class='order-info'><span>标准版</span><span>{date}"
        "</span></div></div>"
    )
    + "</div>",
    "家用净水器十级过滤 - 青禾商城",
)
SEARCH = page(
    "<div class='result-count'>为您找到相关结果约4个</div>"
    + rows(
        "<div class='result'><h3 class='t'><a href='/doc/{n}.html'>关于{name}村饮水安全巩固提升工作的调研报告</a></h3>"
        "<div class='abstract'>{words}</div><span class='author'><a href='/user/{n}'>{name}</a></span> "
        "<span class='date'>{date}</span></div>"
    ),
    "饮水安全_站内搜索",
)
BOARD = page(
    "<table class='topic-list'>"
    + rows(
        "<tr class='topic' id='topic-{n}'><td class='title'><a href='/t/{n}'>关于{name}片区夜间停水检修的几点疑问</a>"
        "</td><td class='author'><a href='/user/{n}'>{name}</a></td><td>12</td><td class='last'>"
        "<a href='/user/9'>北坡</a> <span>{date}</span></td></tr>"
    )
    + "</table>",
    "物业版 - 青禾论坛",
)
FEED = page(
    rows(
        "<article class='post'><h2 class='post-title'><a href='/t/{n}'>{name}片区停水检修通知的补充说明</a></h2>"
        "<div class='post-meta'><a class='author' href='/u/{n}'>{name}</a> <time>{date}</time></div>"
        "<div class='post-excerpt'><p>{words}……</p><a href='/t/{n}'>阅读全文</a></div></article>"
    ),
    "最新主题 - 青禾社区",
)
PROFILE = page(
    "<h1>山前雨</h1><ul class='replies'>"
    + rows(
        "<li class='reply'><div class='info'><a class='user-name' href='/u/1'>山前雨</a> 回复了 "
        "<a href='/t/{n}'>{name}片区停水检修通知的补充说明</a> <span class='time'>{date}</span></div>"
        "<div class='excerpt'><a href='/t/{n}#r{n}'>{words}</a></div></li>"
    )
    + "</ul>",
    "山前雨的回复 - 青禾社区",
)
SECTIONS = page(
    NEWS.replace("</div>", "")
    + rows("<section class='part'><h2>{n}、{name}片区</h2><p>{words}</p><p class='stamp'>（截至{date}）</p></section>")
    + "</div>"
)
FAQ = page(
    "<h1>农村饮水政策问答</h1><div class='content'>"
    + rows(
        "<div class='qa'><p class='question'><b>问：{name}片区什么时候通水？</b></p>"
        "<p class='answer'>答：{words}</p></div>"
    )
    + "</div>",
    "农村饮水政策问答_青禾县水利局",
)
INTERVIEW = page(
    "<h1>对话县水利局局长</h1><div class='info'>2021-03-04 18:30 作者：山人</div><div class='content'>"
    + rows("<p><strong>记者：</strong>{name}片区的情况怎样？</p><p><strong>局长：</strong>{words}</p>")
    + "</div>",
    "对话县水利局局长_青禾新闻网",
)
EVENTS = page(
    "<h1>青禾县水利大事记</h1><ul class='timeline'>"
    + rows("<li class='timeline-item'><span class='time'>{date}</span><p>{words}</p></li>")
    + "</ul>",
    "青禾县水利大事记",
)
RELEASES = page(
    "<h1>更新日志</h1>"
    + rows(
        "<div class='release' id='v{n}.0'><h2>{n}.0 版</h2><p class='byline'>"
        "<a class='author' href='/users/{n}'>{name}</a> 发布于 <time>{date}</time></p><div class='notes'>"
        "<p>{words}</p></div></div>"
    ),
    "更新日志 · 青禾水务系统",
)
LETTER = page(
    "<h1>关于三号楼停水的来信</h1><table><tr><td>来信人</td><td>张先生</td></tr><tr><td>来信时间</td><td>2021-03-04</td></tr></table>"
    f"<div class='letter'>{TEXT}</div><div class='answer'><h3>回复内容</h3><p>{COMMENTS[2][2]}</p>"
    f"<p>回复单位：县水利局 回复时间：2021-03-09</p></div>",
    "关于三号楼停水的来信_领导信箱",
)
STAFF = page(
    "<h1>拟录用人员公示</h1><div class='content'><p>根据有关规定，现将拟录用人员名单予以公示，"
    "公示期为五个工作日，如有异议请以书面形式反映，联系地址为县政府大楼三层。</p><table>"
    + rows("<tr><td class='name'>{name}</td><td>{date}</td><td>{n}</td></tr>")
    + "</table></div>",
    "拟录用人员公示_青禾县人社局",
)

NEAR = {
    "news with comments": (NEWS_COMMENTS, "https://www.qinghe.example/news/2021-03/04/c_31.html"),
    "blog with comments": (BLOG, "https://www.shanren.example/2021/03/31.html"),
    "blog with numbered comments": (GUEST_THEME, "https://www.shanren.example/tongshui/"),
    "product with reviews": (REVIEWS, "https://item.qinghe.example/31.html"),
    "search results": (SEARCH, "https://www.qinghe.example/search?q=1"),
    "board": (BOARD, "https://bbs.qinghe.example/forum/2"),
    "feed": (FEED, "https://www.qinghe.example/topics"),
    "profile": (PROFILE, "https://www.qinghe.example/u/1/replies"),
    "sections of one text": (SECTIONS, "https://www.qinghe.example/a/31.html"),
    "questions and answers in one text": (FAQ, "https://slj.qinghe.example/zcwd/31.html"),
    "interview": (INTERVIEW, "https://www.qinghe.example/news/31.html"),
    "events by date": (EVENTS, "https://slj.qinghe.example/dsj/31.html"),
    "releases": (RELEASES, "https://www.qinghe.example/releases"),
    "letter and answer": (LETTER, "https://www.qinghe.example/ldxx/31.html"),
    "table of names": (STAFF, "https://rsj.qinghe.example/gs/31.html"),
}


@table("name", NEAR)
def test_what_is_no_thread_is_not_read_as_one(name: str) -> None:
    assert found_on(*NEAR[name]).page_kind is not PageKind.THREAD


@pytest.mark.parametrize("name", ["news with comments", "blog with comments", "blog with numbered comments"])
def test_an_article_keeps_its_text_alone(name: str) -> None:
    findings = found_on(*NEAR[name])
    assert findings.page_kind is PageKind.ARTICLE
    (draft,) = findings.drafts
    assert all(words in draft.shown for words in PARAGRAPHS)
    assert not any(words in draft.shown for _, _, words in COMMENTS)


@pytest.mark.parametrize("name", ["sections of one text", "questions and answers in one text", "interview"])
def test_a_text_in_like_parts_stays_whole(name: str) -> None:
    findings = found_on(*NEAR[name])
    assert findings.page_kind is PageKind.ARTICLE
    assert all(words in findings.drafts[0].shown for _, _, words in COMMENTS)


@pytest.mark.parametrize("name", ["search results", "board", "feed"])
def test_rows_are_a_list(name: str) -> None:
    assert found_on(*NEAR[name]).page_kind is PageKind.LIST
