"""Lines at the top of offices', schools' and papers' pages that only the site has: panels, numbered menus, hot lines.

Told by the line itself, folded to simplified characters, which it matches whole, or by its place above a path; bounded.
Taken by `bylines`; other openings: `opener_lines`, `lead_lines`, `head_chrome`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.head.meta_labels import SOURCES
from cleaners.rules.head.meta_lines import loose_fields
from cleaners.rules.lines import HAN, Line, is_sentence

_REACHED = r"[一-鿿]{0,6}(?:热线|电话|邮箱|信箱|[Qq]{2}群?|传真|微信)"
HOT_LINE = regex(
    rf"(?:{_REACHED}\s?[:：]\s?(?:\d{{3,4}}[-—－]?)?[\dA-Za-z@._+-]{{5,40}}[\s|｜,，;；/]{{0,16}}){{2,5}}"
)
"""`合作热线：0000-0000000   来稿邮箱：a@b.example`: two ways at least to reach whose page it is, on one line."""
ENGLISH = regex(r"[一-鿿]{2,6}\s{0,3}[|｜/]?\s{0,3}[A-Z]{4,14}(?:\s(?:[A-Z]{2,14}|&)){0,3}")
"""`综合新闻 NAVIGATION`: a column in two languages, the second in capitals."""
PANEL = regex(
    r"(?:站内|网站|本站|本网|学校|学院|医院|公司|校园|最新|滚动)(?:公告|通告|快讯|消息)\s?[:：]"
)
"""`站内公告：`: the head of a box whose words run by, lost in a dump."""
PLACEHOLDER = regex(
    r"(?=.{2,16}\Z)[一-鿿]{0,8}(?:顶部|底部|头部|通栏|横幅|侧栏|左侧|右侧|中部|内容页|列表页?|详情页|文章页|弹窗|漂浮|对联|轮播)[一-鿿]{0,4}广告[一-鿿\d]{0,4}"
)
"""`列表头部广告一条`: where a site's template puts an advertisement, by the template's own words."""
PANEL_LEADS = (HOT_LINE, ENGLISH, PANEL, PLACEHOLDER)
"""The site's where a title stands below."""
ENTRY = regex(r"(?P<number>\d{1,2})[.、．]\s{0,3}[^\s。；：:，,\d][^。；：:，,]{1,9}")
"""`1. 校长信箱`: an entry of a menu that a dump printed as a numbered list."""
LEAST = 3


def is_numbered_menu(lines: Sequence[Line]) -> bool:
    """Say whether all lines, which stand above a page's path, are a menu printed as a list: numbered from one."""
    entries = [ENTRY.fullmatch(line.words) for line in lines]
    numbers = [int(entry["number"]) for entry in entries if entry]
    return len(numbers) >= LEAST and numbers == list(range(1, len(lines) + 1))


MEDIUM = regex(
    r"(?:[^\s。，；：:,;]{2,16}(?:日报|晚报|晨报|早报|时报|商报|导报|都市报|法治报|青年报|新闻网|电视台|融媒体中心|客户端)|新华社|新华网|人民网|央视网"
    r"|央广网|中新网|中国网|中新社)(?:\s{1,3}[一-鿿·]{1,4}(?:[\s、]{1,3}[一-鿿·]{1,4}){0,5}\s?(?:摄影报道|图文报道|报道|摄))?"
)
"""`某某日报`, `某某日报 青禾 王 溪摄影报道`: a paper, and who of it; bounded."""
TEXT_HAN = 20
"""Han characters of running text: its first line at least, which may end with a colon."""


def is_lent(lines: Sequence[Line]) -> bool:
    """Say whether the first line names the paper that the text below was taken from: `来源：某某日报` and running text.

    A caption may stand between them.
    """
    fields = loose_fields(lines[0].words)
    if len(fields) != 1 or fields[0][0] not in SOURCES or not MEDIUM.fullmatch(fields[0][1]):
        return False
    texts = (line.words for line in lines[1:4] if is_sentence(line.words) or "，" in line.words or "," in line.words)
    return any(len(HAN.findall(words)) >= TEXT_HAN for words in texts)
