"""Rules about notices under a text: disclaimers, reprint notices, like counters, related lists.

They take whole lines only, and only from the tail: the lines below the last one that is no such notice, or the last
15 % of the text. What such lines are: `tail_lines`. A page's own head: `heads`; a forum's foot: `discuz_dump`.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from cleaners.regex import joined
from cleaners.rules.folding import folded
from cleaners.rules.foot.dated_rows import is_row
from cleaners.rules.foot.disclaimer_lines import NOTICE
from cleaners.rules.foot.meta_below import RUN_LINES, fields_below, meta_below
from cleaners.rules.foot.page_tools import LIKES, NEIGHBOUR, PAGER, PHONE, TOOLS
from cleaners.rules.foot.site_feet import is_contact
from cleaners.rules.foot.staff_lines import is_beside, staff_of
from cleaners.rules.foot.tail_lines import (
    CLAIMED,
    CONTRIBUTED,
    FURNITURE,
    INFRINGED,
    REPOSTED,
    REPRINT,
    begun_like_notices,
    heads_list,
    is_notice,
    is_of,
    is_tail_line,
    opens_foot,
    own_lines,
    tail_zone,
)
from cleaners.rules.foot.vote_lines import VOTES
from cleaners.rules.frame.link_lines import LINK_LINES, is_list_head
from cleaners.rules.lines import Line, is_sentence, line_behind, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_same_title

LEGAL = (
    "侵", "版权", "版權", "著作", "交流", "联系", "聯", "声明", "聲明", "说明", "說明", "提示",
    "递更多", "遞更多", "仅供", "僅供", "代表", "删", "刪", "观点", "觀點",
)  # fmt: skip
GIVERS = ("用户", "用戶", "网友", "網友", "会员", "會員", "作者")
REPRINTS = ("转载", "轉載", "地址", "链接", "鏈", "网址", "網址", "出处", "出處", "来源", "來源")
"""Words of which a notice of the kind has one, in either script: a text without any needs no search."""
TAIL_SHARE = 0.85
"""A notice that does not stand at the very end must begin behind this share of the text (reference: realtext 3c)."""


def _finder(
    shapes: Sequence[re.Pattern[str]], *, only_zone: bool, marks: Sequence[str] = ("",)
) -> Callable[[str, Context], Iterable[Change]]:
    """Make a finder of whole lines of these shapes; `marks` are words of which each has one, in either script.

    Outside the zone of the tail it looks for notices only, which are told by their first characters.
    """
    whole = (joined(shapes),)

    def find(text: str, context: Context) -> Iterable[Change]:
        lines = lines_of(text)
        likely = range(tail_zone(lines), len(lines)) if only_zone else begun_like_notices(text)
        furniture = {words for words in {lines[n].words for n in likely} if is_of(words, whole)}
        hits = {n for n in likely if lines[n].words in furniture}
        if not hits or not any(mark in text for mark in marks):
            return []
        hits |= {n for hit in hits if is_notice(lines[hit].words) for n in own_lines(lines, hit)}
        zone = tail_zone(lines)
        if not any(line.words for line in lines[:zone]):
            return []
        late = zone if only_zone else min(zone, line_behind(TAIL_SHARE, lines, but=hits))
        return taken(lines[n] for n in sorted(hits) if n >= late)

    return find


def find_related(text: str, context: Context) -> Iterable[Change]:
    """Take lists of other texts from the tail: their heads and the links below, if running text stands above."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    if zone == len(lines) or not _is_text(lines[:zone]):
        return []
    found: list[Line] = []
    in_list = False
    for line in lines[zone:]:
        is_head = heads_list(line.words) or len(meta_below(line.words)) > 1
        in_list = in_list or is_head or (context.family == "dump" and opens_foot(line.words))
        is_link_line = any(shape.fullmatch(folded(line.words)) for shape in LINK_LINES)
        is_own = is_list_head(line.words) or is_row(line.words) or is_link_line
        if is_own or (in_list and line.words and not is_head and _is_other(line.words, context.title)):
            found.append(line)
    return taken(found)


def _is_text(above: Sequence[Line]) -> bool:
    """Say whether lines hold a text: a sentence, or as many lines as a poem has."""
    return any(is_sentence(line.words) for line in above) or sum(bool(line.words) for line in above) >= VERSES


VERSES = 8
"""Lines of a short poem with its title."""


def _is_other(words: str, title: str | None) -> bool:
    """Say whether a line below a list's head is no line that a rule of its own takes."""
    return not (is_tail_line(words) or is_contact(folded(words)) or (title and is_same_title(words, title)))


def find_staff(text: str, context: Context) -> Iterable[Change]:
    """Take the lines of those who handed in, edited and checked a text from its tail."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    if not any(line.words for line in lines[:zone]):
        return []
    ends = range(zone + 1, min(len(lines), zone + RUN_LINES) + 1)
    stated = {at for end in ends for at in range(fields_below(lines, end), end)}
    return taken(
        line
        for at, line in enumerate(lines[zone:], zone)
        if staff_of(line.words) or is_beside(line.words) or (at in stated and line.words)
    )


TAIL_DISCLAIMER = Rule(
    name="tail-disclaimer",
    version=8,
    reason="A site's notice that it took the text from elsewhere is not the author's.",
    spares_posts=True,
    families=frozenset(),
    find=_finder((REPOSTED, CLAIMED, INFRINGED, NOTICE), only_zone=False, marks=LEGAL),
    examples=(
        ("业务水平。\n\n文章转载网络,只供大家学习交流,版权归属作者,如有侵权请与网站管理员联系。\n", "业务水平。\n\n"),
        ("汇报完毕。\n温馨提示：本帖由网友发表，版权归作者所有，如有侵权请联系管理员删除。", "汇报完毕。\n"),
        ("汇报完毕。\n免责声明：本文由用户上传，版权归原作者所有，如有侵权请联系删除。", "汇报完毕。\n"),
        (
            "汇报完毕。\n（以上内容来源于互联网，仅供学习交流，侵权联系删除）\n如有侵权，请联系我们删除。",
            "汇报完毕。\n",
        ),
    ),
    counter_examples=(
        "六、加强版权保护。查处侵权盗版案件12起，公布举报电话，联系权利人36人次。",
        "汇报完毕。\n如有侵权行为，请拨打投诉电话与我局联系。",
        "转载自网络的不实信息要及时联系网信部门处置，防止扩散。",
        "文章转载网络,只供大家学习交流,版权归属作者,如有侵权请与网站管理员联系。",
        "一、免责声明须在公告中载明，由各单位负责。\n二、下一步，抓好落实，确保各项工作取得实效，让群众满意。"
        + "加强领导。" * 20,
    ),
)
CONTRIBUTED_NOTICE = Rule(
    name="contributed-disclaimer",
    version=3,
    reason="The host says that a user gave the text; its address for complaints is kept as a fact.",
    spares_posts=True,
    families=frozenset(),
    find=_finder((CONTRIBUTED,), only_zone=False, marks=GIVERS),
    examples=(
        (
            "水平提高。\n本文内容由互联网用户自发贡献,观点仅代表作者本人。如有抄袭请发邮件至 a@b.example 举报。\n",
            "水平提高。\n",
        ),
        (
            "水平提高。\n本文由网友投稿，不代表本站观点。\n如若转载，请注明出处：https://a.example/1.html",
            "水平提高。\n如若转载，请注明出处：https://a.example/1.html",
        ),
    ),
    counter_examples=(
        "建立信息员队伍。平台内容由用户提供线索，编辑部核实后发布。\n下一步，继续完善机制。" + "加强领导。" * 20,
        "本文内容由三部分组成。\n一、总结",
    ),
)
REPRINT_NOTICE = Rule(
    name="reprint-notice",
    version=6,
    reason="The host asks to be named when the text is copied; the address in it is kept as a fact.",
    spares_posts=True,
    families=frozenset(),
    find=_finder((REPRINT,), only_zone=False, marks=REPRINTS),
    examples=(
        ("水平提高。\n如若转载,请注明出处:https://docs.example/78658.html", "水平提高。\n"),
        ("水平提高。\n转载请注明出处。\n", "水平提高。\n"),
        ("水平提高。\n本文地址：http://docs.example/1.html", "水平提高。\n"),
    ),
    counter_examples=(
        "各媒体转载请注明出处的要求须写入协议。\n二、保障措施\n" + "各单位要高度重视，明确分工，压实责任。" * 8,
        "一、规范转载。要求各平台转载时注明来源，全年纠正违规转载36次。",
    ),
)
LIKE_TAIL = Rule(
    name="like-tail",
    version=4,
    reason="点赞, 收藏 and their counts stand below a dumped article; the counts are kept as facts.",
    families=frozenset(),
    dumps_only=True,
    find=_finder((LIKES,), only_zone=True),
    context=Context(family="dump", is_dump=True),
    examples=(("杜绝“翻烧饼”。\n点赞:\n收藏:", "杜绝“翻烧饼”。\n"), ("完毕。\n点赞 12 | 收藏 3\n", "完毕。\n")),
    counter_examples=("群众纷纷点赞。", "活动获得点赞和收藏\n下一步，继续开展活动。", "点赞:\n收藏:"),
)
NEIGHBOURS = Rule(
    name="neighbour-links",
    version=5,
    reason="Links to the neighbouring text and page tools stand below a dumped article.",
    families=frozenset(),
    dumps_only=True,
    find=_finder((NEIGHBOUR, TOOLS, PHONE, PAGER), only_zone=True),
    context=Context(family="dump", is_dump=True),
    examples=(
        ("完毕。\n上一篇：某镇2019年总结\n下一篇：没有了\n", "完毕。\n"),
        ("完毕。\n« 上一篇 某镇2019年总结\n下一篇 » 某镇2021年总结\n", "完毕。\n"),
        ("完毕。\n【打印此文】 【关闭窗口】\n[打印] [关闭]\n", "完毕。\n"),
    ),
    counter_examples=("完毕。\n上一篇文章谈到的问题已整改。", "上一篇：总结\n本年度工作如下。", "打印机采购"),
)
RELATED_LIST = Rule(
    name="related-list",
    version=13,
    reason="Titles of other texts under a dumped article make unrelated reports look alike.",
    families=frozenset(),
    dumps_only=True,
    find=find_related,
    context=Context(family="dump", is_dump=True),
    examples=(
        ("一年来，工作完毕。\n熱點文章閱讀", "一年来，工作完毕。\n"),
        ("一年来，各项工作完毕。\n相关文章：\n某镇总结\n某乡计划\n", "一年来，各项工作完毕。\n"),
    ),
    counter_examples=(
        "一年来，各项工作完毕。\n相关推荐\n我局推荐先进个人三名，事迹突出。",
        "发表相关文章12篇，推荐阅读书目3种。",
    ),
)
FOOT = Rule(
    name="site-foot",
    version=36,
    reason="Keywords, editors, licence lines and an empty comment form stand below a dumped article.",
    families=frozenset(),
    dumps_only=True,
    find=_finder(FURNITURE, only_zone=True),
    context=Context(family="dump", is_dump=True),
    examples=(
        ("完毕。\nTags：总结 计划 城管\n", "完毕。\n"),
        ("完毕。\n版权所有：公文大观 备案号：赣ICP备12000123号-1", "完毕。\n"),
        ("完毕。\n关于我们 | 联系我们 | 网站地图\nCopyright © 2010-2023 文库 版权所有", "完毕。\n"),
        ("完毕。\n-全文完-\n文章来源：公文材料网（微信号 gw）\n更多范文请关注公众号：公文材料\n", "完毕。\n"),
        (
            "完毕。\n顶一下 (12) 92.31%\n踩一下\n------分隔线------\n最新评论 进入详细评论页>>\n"
            "请自觉遵守互联网相关的政策法规，严禁发布反动的言论。\n评价: 中立 好评 差评\n用户名: 密码: 验证码:\n",
            "完毕。\n",
        ),
        ("完毕。\n主办单位：某局 承办：某政务中心\n网站标识码：1234567890\n", "完毕。\n"),
        ("完毕。\n发表评论\n您的邮箱地址不会被公开。 必填项已用*标注\n文档评论（0）\n", "完毕。\n"),
    ),
    counter_examples=(
        "工作总结。\n关键词：创新、协调、绿色。\n一、主要做法\n今年以来，工作有序。",
        "完毕。\n关键词：创新。",
        "完毕。\n版权所有者的合法权益得到保护；",
        "完毕。\n网民评论：点赞",
        "完毕。\n主办单位：某县文化局",
        "完毕。\n关注“某县发布”公众号的群众达到3万人。",
        "完毕。\n联系我们的干部",
    ),
)
STAFF = Rule(
    name="staff-line",
    version=18,
    reason="Who handed in, edited and checked a text is a fact of the page, printed below a dumped article.",
    families=frozenset(),
    dumps_only=True,
    find=find_staff,
    context=Context(family="dump", is_dump=True),
    examples=(
        ("完毕。\n[责任编辑：张三]\n", "完毕。\n"),
        ("完毕。\n责编：李四  终审：王五\n", "完毕。\n"),
        ("完毕。\n（供稿：某局办公室 审核：李四）", "完毕。\n"),
        ("完畢。\n來源：某鄉 責任編輯：admin\n扫一扫在手机打开当前页", "完畢。\n扫一扫在手机打开当前页"),
        ("完毕。\n(责任编辑：admin)", "完毕。\n"),
        ("完毕。\n来源：某某站\n作者：张三\n编辑：李四\n", "完毕。\n"),
    ),
    counter_examples=(
        "完毕。\n责任编辑：由宣传科负责，每周一更新。",
        "完毕。\n编辑：实行三审三校制度",
        "完毕。\n供稿：12篇",
        "完毕。\n来源：市统计局",
        "完毕。\n来源：市统计局\n作者：张三",
        "责任编辑：张三",
        "本年度供稿：张三最多。\n某局办公室",
    ),
)
RULES = (VOTES, RELATED_LIST, STAFF, LIKE_TAIL, NEIGHBOURS, FOOT, CONTRIBUTED_NOTICE, REPRINT_NOTICE, TAIL_DISCLAIMER)
