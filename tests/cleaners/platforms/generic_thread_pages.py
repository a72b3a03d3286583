"""Thread pages as forum software prints them: one thread of made-up content in the markup of each.

The markup follows the templates of the software named; no text of theirs and no page of any site is in here.
"""

import re
from dataclasses import dataclass
from pathlib import Path

TITLE = "社区供水管道夜间检修的几点疑问"
FIRST = (
    "各位邻居，最近三号楼到七号楼之间的供水管道连续两晚停水检修，物业只贴了一张很小的通知。",
    "想请教一下：检修大概要持续多久？停水时段能不能固定下来，方便老人提前储水？",
    "另外二次加压泵房的噪声也请一并处理，谢谢大家。",
)
REPLIES = (
    ("青石板", "2021-03-05 09:12", "我打电话问过，检修到本周五结束，每晚十一点到次日五点停水。"),
    ("北坡", "2021-03-05 09:40", "支持楼上"),
    ("木槿", "2021-03-05 12:05", "泵房的噪声已经报给街道了，下周会装隔音板，请再等等看。"),
    ("青石板", "2021-03-06 20:31", "补充：老人储水可以找网格员登记，志愿者会上门帮忙，登记表在一楼大厅。"),
)
AUTHOR, DATE = "山前雨", "2021-03-04 22:18"
SIDE = (
    '<div class="sidebar"><h3>热门主题</h3><ul><li><a href="/x/1.html">春季绿化认养报名从今天开始</a></li>'
    '<li><a href="/x/2.html">地下车库充电桩怎样收费才合理</a></li></ul></div>'
)
FOOT = '<div class="footer"><p>Powered by 某软件 © 2021</p><p><a href="/about">关于我们</a> 桂ICP备00000002号</p></div>'
NAV = '<div class="nav"><a href="/">首页</a> <a href="/list">版块</a> <a href="/login">登录</a></div>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Software:
    """How one software prints a thread: `pages/generic_thread_STEM.html` holds its markup in parts.

    Parts: `before`, `first` (the first post where it is not printed like the others), `post`, `after`. `{n}` counts
    floors from 1, `{r}` replies from 1, `{id}` is a post's number.
    """

    name: str
    stem: str
    url: str
    title: str = "{title} - 青禾论坛"
    paragraph: str = "<p>{}</p>"
    has_dates: bool = True
    has_first_signed: bool = True
    """False where nothing on the page says who wrote the first post, and when."""
    is_hidden: bool = False
    """True where posts stand in `noscript`."""

    def part(self, name: str) -> str | None:
        """Give one part of the markup."""
        file = Path(__file__).parent / "pages" / f"generic_thread_{self.stem}.html"
        found = re.split(r"<!--(\w+)-->\n", file.read_text(encoding="utf-8"))
        return dict(zip(found[1::2], found[2::2], strict=True)).get(name)


BUTTONS = ("顶", "支持", "谢谢分享", "顶", "已收藏")
Replies = tuple[tuple[str, str, str], ...]
CONTENTS: dict[str, tuple[tuple[str, ...], Replies]] = {
    "a report and questions": (FIRST, REPLIES),
    "words that buttons say": (
        FIRST,
        tuple(
            (f"用户{name}", f"2021-03-05 09:0{n}", words)
            for n, (name, words) in enumerate(zip("甲乙丙丁戊", BUTTONS, strict=True))
        ),
    ),
    "fourteen answers": (
        FIRST,
        tuple(
            (f"用户{name}", f"2021-03-05 09:{n:02}", f"{name}单元的情况也差不多，昨晚{n}点左右才恢复供水。")
            for n, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯")
        ),
    ),
    "answers longer than the question": (
        ("大家怎么看这一次的水价调整？",),
        tuple(
            (f"用户{name}", f"2021-03-05 09:0{n}", f"{name}认为，调价应当充分听取居民意见，兼顾成本与承受能力。" * 6)
            for n, name in enumerate("甲乙丙")
        ),
    ),
    "one author": (
        FIRST,
        tuple((AUTHOR, f"2021-03-05 09:0{n}", f"更新{n}：已经联系到维修队，预计{n + 2}天内换完。") for n in range(4)),
    ),
}
"""First posts and replies."""


def floors(
    software: Software, opening: tuple[str, ...] = FIRST, replies: Replies = REPLIES
) -> list[tuple[int, str | None, str | None, str]]:
    """Give position, author, time to the minute and text of each floor as the page says them."""
    first = (AUTHOR, DATE, opening) if software.has_first_signed else (None, None, opening)
    posts = [first, *((author, date, (text,)) for author, date, text in replies)]
    return [
        (n, author, date.replace(" ", "T") if date and software.has_dates else None, "\n".join(lines))
        for n, (author, date, lines) in enumerate(posts, start=1)
    ]


def thread(software: Software, opening: tuple[str, ...] = FIRST, replies: Replies = REPLIES) -> str:
    """Give the page."""
    posts = [(AUTHOR, DATE, opening), *((author, date, (text,)) for author, date, text in replies)]
    written = []
    for n, (author, date, lines) in enumerate(posts, start=1):
        form = (software.part("first") if n == 1 else None) or software.part("post") or ""
        text = "".join(software.paragraph.format(line) for line in lines)
        values = {"n": n, "r": n - 1, "id": 7000 + 13 * n, "author": author, "date": date, "text": text, "title": TITLE,
                  "day": date[:10], "clock": date[11:], "odd": "odd" if n % 2 else "even"}  # fmt: skip
        written.append(form.format(**values))
    before, after = software.part("before") or "", software.part("after") or ""
    body = before.format(title=TITLE) + "".join(written) + after
    body = f"<noscript>{body}</noscript>" if software.is_hidden else body
    head = f"<meta charset=utf-8><title>{software.title.format(title=TITLE)}</title>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{NAV}{body}{SIDE}{FOOT}</body></html>"


ALL = (
    Software(
        name="phpBB 3", stem="phpbb_3", url="https://www.qinghe.example/viewtopic.php?f=2&t=31", paragraph="{}<br>",
    ),
    Software(name="XenForo 2", stem="xenforo_2", url="https://www.qinghe.example/threads/shui.31/", paragraph="{}<br>"),
    Software(
        name="flarum noscript",
        stem="flarum_noscript",
        url="https://www.qinghe.example/d/31-shui",
        title="{title} - 青禾社区",
        has_dates=False,
        is_hidden=True,
    ),
    Software(
        name="flarum as drawn",
        stem="flarum_as_drawn",
        url="https://www.qinghe.example/d/31-shui",
        title="{title} - 青禾社区",
    ),
    Software(
        name="Discourse crawler view",
        stem="discourse_crawler_view",
        url="https://www.qinghe.example/t/shui/31",
        title="{title} - 物业 - 青禾社区",
        is_hidden=True,
    ),
    Software(
        name="vBulletin 4",
        stem="vbulletin_4",
        url="https://www.qinghe.example/showthread.php?t=31",
        paragraph="{}<br>",
    ),
    Software(
        name="MyBB 1.8", stem="mybb_1_8", url="https://www.qinghe.example/showthread.php?tid=31", paragraph="{}<br>",
    ),
    Software(name="NodeBB", stem="nodebb", url="https://www.qinghe.example/topic/31/shui", title="{title} | 青禾社区"),
    Software(name="SMF 2", stem="smf_2", url="https://www.qinghe.example/index.php?topic=31.0", paragraph="{}<br>"),
    Software(name="bbPress", stem="bbpress", url="https://www.qinghe.example/forums/topic/shui/"),
    Software(name="Invision 4", stem="invision_4", url="https://www.qinghe.example/topic/31-shui/"),
    Software(name="phpwind 9", stem="phpwind_9", url="https://www.qinghe.example/read.php?tid=31", paragraph="{}<br>"),
    Software(
        name="tieba",
        stem="tieba",
        url="https://tieba.qinghe.example/p/31",
        title="{title}【青禾吧】_百度贴吧",
        paragraph="{}<br>",
    ),
    Software(
        name="tianya",
        stem="tianya",
        url="http://bbs.qinghe.example/post-free-31-1.shtml",
        title="{title}_青禾杂谈_论坛_天涯社区",
        paragraph="{}<br>",
    ),
    Software(name="Homeland", stem="homeland", url="https://www.qinghe.example/topics/31", title="{title} · 青禾社区"),
    Software(name="V2EX", stem="v2ex", url="https://www.qinghe.example/t/31", title="{title} - 青禾"),
    Software(
        name="zhihu",
        stem="zhihu",
        url="https://www.qinghe.example/question/31",
        title="{title} - 青禾知乎",
        has_first_signed=False,
    ),
    Software(
        name="segmentfault",
        stem="segmentfault",
        url="https://www.qinghe.example/q/1010000000031",
        title="{title} - 青禾问答",
    ),
    Software(
        name="douban group",
        stem="douban_group",
        url="https://www.qinghe.example/group/topic/31/",
        title="{title}",
        paragraph="{}<br>",
    ),
    Software(
        name="old tables",
        stem="old_tables",
        url="http://bbs.qinghe.example/dispbbs.asp?boardid=2&id=31",
        paragraph="{}<br>",
    ),
    Software(name="wpForo", stem="wpforo", url="https://www.qinghe.example/community/wuye/shui/"),
    Software(name="Kunena", stem="kunena", url="https://www.qinghe.example/forum/wuye/31-shui"),
)


def named(name: str) -> Software:
    """Give a software by its name."""
    return next(one for one in ALL if one.name == name)
