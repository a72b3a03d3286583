"""Rules about advertisements that stand between the lines of a text, told by exact words (realtext, section 3h).

Words injected in place of others are not removable, for the words they replaced are gone: those stay, and are flagged.
"""

import re
from collections.abc import Iterable

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.signs import ascii_of

LINE_CHARS = 80
SITE_WORDS = regex(
    r"[【\[(（]?(?:范文写作|公务员之家(?:版权所有|整理|原创|首发)?|学习啦(?:在线学习网)?|[一-鿿]{2,8}(?:公文网|范文网"
    r"|文秘网|文库|写作网|学习网)(?:版权所有|整理|原创|首发|收集整理|供稿))[】\])）]?"
    r"|(?:本文|文章|内容|资料)?(?:来自|来源于?|转自|摘自|选自|出自|由)[:：]?\s?[一-鿿]{0,12}[(（]?\s?(?:https?://"
    r"|www\.)[\x21-\x7e]{3,80}[)）]?(?:整理|收集|提供|发布)?"
    r"|(?:更多|查看更多|想了解更多|浏览更多)[^。，；]{0,24}(?:请|尽在|就来)(?:点击|访问|登录|关注|进入|搜索"
    r"|查看)?\s?[:：]?[^。，；]{0,30}(?:(?:https?://|www\.)[\x21-\x7e]{3,60}|网|专题|栏目|频道|本站)"
    r"|(?:点击|戳|猛戳)(?:此处|这里|下方|右侧)[^。，；]{0,12}(?:查看|下载|领取|进入)[^。，；]{0,20}"
    r"|(?:点击|打开|下载)[^。，；：:]{0,12}\s?(?:查看|浏览|看)(?:更多)?(?:精彩|高清|清晰)?(?:图片|大图|原图|图集|视频)"
    r"|[←→◀▶<>\s]{0,3}点击(?:大图|小图|图片)[^。；：:]{0,8}(?:翻页|翻看|放大|下一[页张])[←→◀▶<>\s]{0,3}"
)
"""A site's own words alone on a line, between two paragraphs; whole line, bounded."""
_HOST = r"[A-Za-z0-9-]{2,24}(?:\.[A-Za-z0-9-]{2,16})?\.(?:com|cn|net|org|cc|top|vip|info|co|tw|la|me|xyz|example)"
STORY_WORDS = regex(
    rf"(?!.{{0,60}}(?:官网|网址|登录|登陆|邮箱|报名|查询|申报|投诉|举报|@))[^。；：:！!？?\n]{{0,22}}[一-鿿][,，]?\s?{_HOST}\s{{0,2}}[一-鿿]{{0,8}}(?:大全|网|网站|之家|文库|小说|故事|作文|范文|诗词|美文|阅读|文学)"
    rf"|(?:天才)?(?:一秒钟?|请|[您你]?可以|读者)?记住(?:本站|本书|我们)?[^。；\n]{{0,24}}(?:{_HOST}|[一-鿿]{{2,10}}(?:小说网?|书屋|书院|阁|文学网?))[^。；\n]{{0,40}}"
    r"|[^。；\n]{0,30}(?:无弹窗|最快更新|最新章节|手打全文字|全文免费阅读|精彩小说)[^。；\n]{0,40}(?:阅读|更新|章节|小说|收藏)[^。；\n]{0,20}[!！。]?"
    r"|[（(【\[]?\s?(?:本章(?:未完|完|节完)|未完待续|请点击下一页)[^。；\n]{0,24}[)）】\]]?"
)
"""`找故事，a.example故事大全`, `一秒记住某某小说网，无弹窗免费阅读！`: a story site's stamp; whole line, bounded."""
HIDDEN = regex(r"[【\[(（]?\s?(?:当前)?隐藏内容(?:，|,|：|:)?(?:免费|登录后|登录|付费|点击|支付后"
    r"|回复后)(?:可)?(?:查看|阅读|显示)\s?[】\])）]?")
"""`当前隐藏内容免费查看`: a button in the middle of a text; bounded."""
HIDDEN_SIGNS, TOOL_SIGNS = by_rarest(("隐藏内容", "隱藏內容")), by_rarest(("推荐一个", "推薦一個"))
"""Words of which a text with such a button has one, and one with an advertisement for a writing machine."""
_OFFER = r"下载|点击|查看更多|推荐阅读|关注|会员|VIP|www\.|https?:|广告|公众号|范文网|文库"
BRACKET = regex(rf"\[(?=[^\[\]\n]{{0,60}}(?:{_OFFER}))[^\[\]\n]{{2,60}}\]\([^()\s]{{1,120}}\)")
"""`[点击查看更多范文](关键词)`: an advertisement's link as its source; a footnote has none of these words. Bounded."""


def find_lines(text: str, context: Context) -> Iterable[Change]:
    """Take lines of a site's own words; never all there is."""
    lines = [line for line in lines_of(text) if line.words]
    found = [line for line in lines if len(line.words) <= LINE_CHARS and _is_stamp(folded(line.words))]
    return taken(found) if len(found) < len(lines) else []


def _is_stamp(line: str) -> bool:
    if SITE_WORDS.fullmatch(line):
        return True
    return any(sign in line for sign in STORY_SIGNS) and STORY_WORDS.fullmatch(line) is not None


STORY_SIGNS = (".", "记住", "弹窗", "更新", "章", "全文", "小说", "未完", "下一页")
"""One of them is in each stamp of a story site."""


def find_hidden(text: str, context: Context) -> Iterable[Change]:
    """Take the button where it fills its line or stands behind a finished sentence; else two parts would be glued."""
    if not has_any(text, HIDDEN_SIGNS):
        return []
    changes: list[Change] = []
    for line in lines_of(text):
        for found in HIDDEN.finditer(folded(text[line.start : line.end])):
            above = text[line.start : line.start + found.start()].rstrip()
            if found[0].strip() == folded(line.words):
                changes.append(Change(start=line.start, end=line.after))
            elif above[-1:] in tuple("。！？”；"):
                changes.append(Change(start=line.start + found.start(), end=line.start + found.end()))
    return changes


def find_brackets(text: str, context: Context) -> Iterable[Change]:
    """Take links of advertisements as their source prints them."""
    if b"](" not in ascii_of(text):
        return []
    return [Change(start=found.start(), end=found.end()) for found in BRACKET.finditer(text)]


TOOL = regex(r"[^。]{0,20}推荐一个[^。，,]{0,10}AI[^。，,]{0,10}工具[,，][^。]{0,100}。?", re.IGNORECASE)
TOOL_USE = regex(r"只需要?输入关键词[,，][^。]{0,80}。?")
TOOL_HOME = regex(r"官网[:：]\s?https?://[\x21-\x7e]{3,80}[。.]?")
"""`开始之前先推荐一个…AI人工智能工具，一键生成…`, what it needs, its address: one advertisement on many sites.
Bounded."""


def find_tools(text: str, context: Context) -> Iterable[Change]:
    """Take the advertisement of a writing machine, the line of its use and its address right below."""
    if not has_any(text, TOOL_SIGNS):
        return []
    lines = [line for line in lines_of(text) if line.words]
    found: list[Line] = []
    for line in lines:
        words = folded(line.words) if len(line.words) <= 2 * LINE_CHARS else ""
        below = found and line.start >= found[-1].after and not text[found[-1].after : line.start].strip()
        if TOOL.fullmatch(words) or (below and (TOOL_USE.fullmatch(words) or TOOL_HOME.fullmatch(words))):
            found.append(line)
    return taken(found) if len(found) < len(lines) else []


ARTICLE = Context(family="dump", is_dump=True)
SITE_LINES = Rule(
    name="site-words",
    version=4,
    reason="A site stamps its name and address between the paragraphs of a text, alone on a line.",
    spares_posts=True,
    families=frozenset(),
    find=find_lines,
    context=ARTICLE,
    examples=(
        ("今年以来，工作有序。\n公务员之家版权所有\n一、做法", "今年以来，工作有序。\n一、做法"),
        ("今年以来，工作有序。\n本文来自青禾公文网(www.docs.example)整理\n一、做法", "今年以来，工作有序。\n一、做法"),
        ("今年以來，工作有序。\n更多工作總結請關注本站\n一、做法", "今年以來，工作有序。\n一、做法"),
        ("今年以来，工作有序。\n读书看故事，docs.example故事大全\n一、做法", "今年以来，工作有序。\n一、做法"),
    ),
    counter_examples=(
        "今年以来，我县在公务员之家开展活动。\n一、做法",
        "范文写作",
        "今年以来，工作有序。\n资料来自统计局\n一、做法",
        "更多工作经验请关注简报，各单位要认真学习。\n一、做法",
    ),
)
HIDDEN_BUTTON = Rule(
    name="hidden-button",
    version=1,
    reason="`当前隐藏内容免费查看` is a button in the middle of a text (realtext 3h); behind half a sentence it stays.",
    spares_posts=True,
    families=frozenset(),
    find=find_hidden,
    context=ARTICLE,
    examples=(
        ("今年以来，工作有序。\n当前隐藏内容免费查看\n一、做法", "今年以来，工作有序。\n一、做法"),
        ("今年以来，工作有序。[当前隐藏内容免费查看]全镇共有村12个。", "今年以来，工作有序。全镇共有村12个。"),
    ),
    counter_examples=(
        "今年以来，当前隐藏内容免费查看全镇共有村12个。",
        "排查隐藏内容，登录平台12次。",
    ),
)
BRACKET_ADS = Rule(
    name="bracket-advert",
    version=1,
    reason="An advertisement's link stands in the text as its source, `[…](keyword)` (realtext 3h).",
    spares_posts=True,
    families=frozenset(),
    find=find_brackets,
    context=ARTICLE,
    examples=(
        ("今年以来，工作有序。[点击查看更多范文](工作总结)\n一、做法", "今年以来，工作有序。\n一、做法"),
        ("[推荐阅读：某县计划](https://docs.example/2.html)\n今年以来，工作有序。", "\n今年以来，工作有序。"),
    ),
    counter_examples=(
        "数据来自年鉴[1](第3页)，口径一致。",
        "详见[附件](表1)，点击率为12%。",
    ),
)
TOOL_AD = Rule(
    name="tool-advert",
    version=1,
    reason="An advertisement of a machine that writes stands above texts of many sites, in the same words.",
    spares_posts=True,
    families=frozenset(),
    find=find_tools,
    context=ARTICLE,
    examples=(
        (
            "开始之前先推荐一个非常厉害的Ai智能工具，一键生成文章、方案、报告等\n只需要输入关键词，就能返回你想要的内容，有网页版"
            "\n官网：https://ai.example。\n今年以来，工作有序。",
            "今年以来，工作有序。",
        ),
        ("開始前先推薦一個AI寫作工具,一鍵生成報告\n今年以來，工作有序。", "今年以來，工作有序。"),
    ),
    counter_examples=(
        "会上推荐一个先进典型，宣传其做法。\n官网：https://office.example\n今年以来，工作有序。",
        "只需要输入关键词，就能查到办事指南，方便群众。\n今年以来，工作有序。",
        "推荐一个AI工具，一键生成报告",
    ),
)
RULES: tuple[Rule, ...] = (SITE_LINES, HIDDEN_BUTTON, BRACKET_ADS, TOOL_AD)
