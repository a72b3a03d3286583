"""Rules about notices under a text: disclaimers, reprint notices, like counters, related lists.

They take whole lines only, and only from the tail: the lines below the last one that is no such notice, or the last
15 % of the text. Where a page's own head is concerned see `heads`; a forum's foot is in `discuz_dump`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

TAIL_SHARE = 0.85
"""A notice that does not stand at the very end must begin behind this share of the text (reference: realtext 3c)."""
_WEB = r"(?:网络|互联网|网上|网友|互联网用户|网站|其他网站|其它网站)"
REPOSTED = re.compile(
    r"[（(【\[*※☆★\s]*(?:(?:特别|郑重|版权|免责|版权与?免责)?(?:声明|说明|提示)[:：]\s*)?(?:本站|本网|本|该|此|以上|部分|所有|上述)*"
    r"(?:文章|文|内容|资料|稿件|文档|图文|素材|作品|信息|帖子|资源|范文|文字)?(?:及图片)?(?:均|皆|都|部分|大多|多|全部|主要|系|由)*"
    rf"(?:转载|转自|来源|来自|摘自|源自|收集|采集|整理|搜集)(?:自|于|整理)*{_WEB}.{{0,160}}?"
    r"(?:版权归|著作权归|侵权|侵犯|侵害|学习交流|交流学习|联系(?:我们|本站|管理员|网站|站长|客服|作者|删除)).{0,120}"
)
"""`文章转载网络,只供大家学习交流,版权归属作者,如有侵权请…联系`: subject, where from, and a legal word. Bounded."""
CLAIMED = re.compile(
    r"[（(【\[*※\s]*(?:特别|郑重|版权|免责|版权与?免责|侵权)(?:声明|说明|提示)[:：]?.{0,80}?"
    r"(?:用户(?:自行)?(?:上传|提供|发布|贡献)|网友(?:上传|提供|发布)|本站|本网站|版权归(?:属|原|作)|侵权).{0,300}"
)
"""`免责声明：本文由用户上传…`: a notice that calls itself one and speaks of a site. Bounded."""
INFRINGED = re.compile(
    r"[（(*※\s]*(?:如(?:有|果)?|若有?|假如|倘若)(?:您|你)?(?:发现)?(?:本站|本文|该文|内容|涉及|涉嫌|存在|无意|作者|版权|有)*"
    r"(?:侵权|侵犯|侵害|版权问题|抄袭|版权异议|版权争议).{0,60}(?:联系|告知|通知|邮件|来信|来函|举报|删除).{0,80}"
)
"""`如有侵权请联系…删除`: whole line. Bounded."""
CONTRIBUTED = re.compile(
    r"[（(【*※\s]*(?:(?:特别|免责|版权)?声明[:：]\s*)?(?:本文(?:内容)?|本站内容|文章内容|内容|本页内容|文档)"
    r"(?:由|为|系|均由|来自)(?:互联网用户|用户|网友|会员|作者)(?:自发)?(?:贡献|上传|投稿|发布|提供|分享).{0,400}"
)
"""`本文内容由互联网用户自发贡献…`, to the end of its line. Bounded."""
REPRINT = re.compile(
    r"[（(【*※\s]*(?:(?:如若|如需|如果|若需|若要|如|欢迎|本文)?转载(?:本文|引用|此文)?(?:，|,|时|\s)*(?:请|须|需|敬请|务必)(?:您|务必)?"
    r"(?:注明|标明|保留|附上)|(?:本文|文章|原文|转载)(?:地址|链接|网址|出处|来源)[:：]\s*(?=https?://|www\.)"
    r"|(?:未经|非经)[^。]{0,20}(?:不得|禁止|严禁)[^。]{0,10}转载).{0,200}"
)
"""`如若转载，请注明出处：URL`, to the end of its line. Bounded."""
LIKES = re.compile(
    r"(?=.*[^\W\d])(?:点赞|收藏|喜欢|赞|顶|踩|分享到?|评论|打赏|有用|没用|转发|微信|微博|QQ空间|QQ好友|QQ|朋友圈"
    r"|[\s|｜·:：()（）]|\d{1,6}(?!\d)(?:\.\d{1,2})?[WwKk万]?)++"
)
"""`点赞: 3 收藏:`: such words, marks and numbers only. Possessive: one pass."""
NEIGHBOUR = re.compile(
    r"[<>«»←→•·\s]*(?:上一篇|下一篇|上一章|下一章|前一篇|后一篇|上篇|下篇|返回(?:列表|顶部|首页|上一页)|打印(?:本页|本文)?|关闭(?:窗口|本页)?"
    r"|\[打印\]|\[关闭\]|加入收藏|我要(?:纠错|评论)|扫一扫.{0,12}打开(?:当前页)?|微信扫一扫.{0,12})(?:[:：].{0,80}|\s*[\[\]【】|｜]?\s*"
    r"(?:返回顶部|打印本页|打印|关闭窗口|关闭|上一篇|下一篇|加入收藏|\[关闭\])?[\]】]?)"
)
"""Links to neighbours and page tools; whole line, bounded."""
TOOLS = re.compile(
    r"(?=.*(?:打印|关闭|返回|收藏|复制))(?:打印(?:本页|此文|本文)?|关闭(?:窗口|本页)?|返回(?:顶部|列表|首页|上一页)?|加入收藏|收藏(?:本页|此页|本文)?"
    r"|推荐给?(?:好友|朋友)|复制(?:本文|链接)|发表评论|我要(?:纠错|评论)|字体|[大中小]|[【】\[\]()（）|｜\s:：·])++"
)
"""Page tools in any brackets; such words and marks only. Possessive: one pass."""
RELATED = re.compile(
    r"[•·\-【\[]*\s*(?:相关(?:推荐|文章|阅读|文档|范文|新闻|链接)|[热熱][点點门門](?:文章|推荐|閱讀|阅读|文档)?(?:閱讀|阅读|文章)?|猜你喜欢|推荐(?:阅读|文章)|延伸阅读"
    r"|你可能(?:关注|喜欢|感兴趣)的.{0,6}|大家都在看|最新(?:文章|推荐)|随便看看|为您推荐|小编精心推荐.{0,6}|精彩推荐|友情链接)\s*[\]】]?\s*[:：]?"
)
"""Heads of lists of other texts; whole line, bounded."""
NOTICES = (REPOSTED, CLAIMED, INFRINGED, CONTRIBUTED, REPRINT)
QUIET_LINE = 80
"""A line longer than this below a head of related texts means that the text goes on."""


def is_notice(words: str) -> bool:
    """Say whether a whole line is a disclaimer or reprint notice."""
    return any(shape.fullmatch(words) for shape in NOTICES)


def is_tail_line(words: str) -> bool:
    """Say whether a whole line is anything that stands under texts."""
    return is_notice(words) or any(shape.fullmatch(words) for shape in (LIKES, NEIGHBOUR, TOOLS, RELATED))


def tail_zone(lines: Sequence[Line]) -> int:
    """Give the index of the first line of the tail: below it stand only blank lines and notices."""
    index = len(lines)
    while index > 0 and (not lines[index - 1].words or is_tail_line(lines[index - 1].words)):
        index -= 1
    return index


def _finder(shapes: Sequence[re.Pattern[str]], *, only_zone: bool) -> Callable[[str, Context], Iterable[Change]]:
    def find(text: str, context: Context) -> Iterable[Change]:
        lines = lines_of(text)
        zone = tail_zone(lines)
        hits = {n for n, line in enumerate(lines) if any(shape.fullmatch(line.words) for shape in shapes)}
        if not hits or not any(line.words for line in lines[:zone]):
            return []
        late = zone if only_zone else min(zone, _late(lines, hits))
        return taken(lines[n] for n in sorted(hits) if n >= late)

    return find


def _late(lines: Sequence[Line], hits: Collection[int]) -> int:
    """Give the index of the first line behind TAIL_SHARE of the text, what is to be taken not counted."""
    sizes = [0 if n in hits else len(line.words) for n, line in enumerate(lines)]
    goal = TAIL_SHARE * sum(sizes)
    seen = 0
    for n, size in enumerate(sizes):
        if seen >= goal:
            return n
        seen += size
    return len(lines)


def find_related(text: str, context: Context) -> Iterable[Change]:
    """Take the head of a list of other texts and what stands below it, if no running text is among that."""
    lines = lines_of(text)
    has_text = False
    for n, line in enumerate(lines):
        has_text = has_text or is_sentence(line.words)
        if not has_text or not RELATED.fullmatch(line.words):
            continue
        if all(len(other.words) <= QUIET_LINE and "。" not in other.words for other in lines[n:]):
            return taken(lines[n:])
    return []


TAIL_DISCLAIMER = Rule(
    name="tail-disclaimer",
    version=1,
    reason="A site's notice that it took the text from elsewhere is not the author's.",
    families=frozenset(),
    find=_finder((REPOSTED, CLAIMED, INFRINGED), only_zone=False),
    examples=(
        ("业务水平。\n\n文章转载网络,只供大家学习交流,版权归属作者,如有侵权请与网站管理员联系。\n", "业务水平。\n\n"),
        ("汇报完毕。\n免责声明：本文由用户上传，版权归原作者所有，如有侵权请联系删除。", "汇报完毕。\n"),
        (
            "汇报完毕。\n（以上内容来源于互联网，仅供学习交流，侵权联系删除）\n如有侵权，请联系我们删除。",
            "汇报完毕。\n",
        ),
    ),
    counter_examples=(
        "六、加强版权保护。查处侵权盗版案件12起，公布举报电话，联系权利人36人次。",
        "转载自网络的不实信息要及时联系网信部门处置，防止扩散。",
        "文章转载网络,只供大家学习交流,版权归属作者,如有侵权请与网站管理员联系。",
        "一、免责声明须在公告中载明，由各单位负责。\n二、下一步，抓好落实，确保各项工作取得实效，让群众满意。"
        + "加强领导。" * 20,
    ),
)
CONTRIBUTED_NOTICE = Rule(
    name="contributed-disclaimer",
    version=1,
    reason="The host says that a user gave the text; its address for complaints is kept as a fact.",
    families=frozenset(),
    find=_finder((CONTRIBUTED,), only_zone=False),
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
    version=1,
    reason="The host asks to be named when the text is copied; the address in it is kept as a fact.",
    families=frozenset(),
    find=_finder((REPRINT,), only_zone=False),
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
    version=1,
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
    version=1,
    reason="Links to the neighbouring text and page tools stand below a dumped article.",
    families=frozenset(),
    dumps_only=True,
    find=_finder((NEIGHBOUR, TOOLS), only_zone=True),
    context=Context(family="dump", is_dump=True),
    examples=(
        ("完毕。\n上一篇：某镇2019年总结\n下一篇：没有了\n", "完毕。\n"),
        ("完毕。\n【打印此文】 【关闭窗口】\n[打印] [关闭]\n", "完毕。\n"),
    ),
    counter_examples=("完毕。\n上一篇文章谈到的问题已整改。", "上一篇：总结\n本年度工作如下。", "打印机采购"),
)
RELATED_LIST = Rule(
    name="related-list",
    version=1,
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
RULES = (RELATED_LIST, LIKE_TAIL, NEIGHBOURS, CONTRIBUTED_NOTICE, REPRINT_NOTICE, TAIL_DISCLAIMER)
