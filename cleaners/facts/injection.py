"""Words that a third hand put into a text: betting brands, smut, site names in the midst of a sentence.

They stand where another word stood (关于, the name of an office) that is lost, so nothing is taken out. Only shapes
that nobody writes in earnest: 娱乐场所, 体育彩票 and a report on a raid (赌博) are none.
"""

from collections.abc import Iterator
from typing import Final

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.text_facts import Found

_BRAND: Final = regex(
    r"(?:澳门|新|老|大)?(?:葡京|威尼斯人|金沙|永利|太阳城|皇冠|亚博|必威|万博|凯发|博狗|乐鱼|华体会|开云|申博|金冠|沙巴|大发|彩神|鸿运|银河)"
    r"(?:娱乐(?!场所|设施|活动|业|广场|中心)|体育(?:官|平台|app|APP|投注|网|注册|登录)|彩票|棋牌|赌场|真人|线上|投注|现金网)"
    r"|(?:bet365|betway|manbetx|[Pp][Kk]10开奖|北京赛车[Pp][Kk]|时时彩(?:平台|计划|开奖)|真人荷官|真人百家乐|真钱(?:棋牌|娱乐|游戏)"
    r"|百家乐(?:平台|玩法|官网|注册|投注)|博彩(?:网站?|平台|公司)|棋牌(?:官网|平台|游戏平台|app|APP)|彩票(?:平台|官网|注册|开户|app|APP)"
    r"|娱乐(?:城|平台)?(?:注册|开户|官网|网址|登录)|(?:澳门|网上)(?:赌场|娱乐城)|新葡京)"
)
_NAMES: Final = (
    "葡京", "威尼斯人", "金沙", "永利", "太阳城", "皇冠", "亚博", "必威", "万博", "凯发", "博狗", "乐鱼", "华体会",
    "开云", "申博", "金冠", "沙巴", "大发", "彩神", "鸿运", "银河",
)  # fmt: skip
_LAST_OF_NAMES: Final = frozenset(name[-1] for name in _NAMES)
_SOLD_NAMED: Final = by_rarest(("体育", "线上", "投注", "现金网"))
_SOLD_UNNAMED: Final = by_rarest((
    "bet", "k10", "K10", "赛车", "时时彩", "真人", "真钱", "百家乐", "博彩", "棋牌", "彩票", "娱乐", "赌场", "葡京",
))  # fmt: skip
"""A brand has one of these, or one of its names right before another trade: reports on 体育 and 线上 have neither."""
_ABOUT_GAMBLING: Final = ("赌博", "聚赌", "涉赌", "禁赌", "参赌", "赌资", "开设赌场", "打击")
"""A text with one of these may speak of betting in earnest: nothing is said of it."""

_SMUT: Final = regex(
    r"无码|国产精品|国产[^\n，,。]{0,4}(?:久久|在线)|久久久|一区二区|[aA][vVⅴ](?:在线|免费|电影|片|视频)|成人(?:视频|电影|网站|影院)|免费人成|黄片|性爱"
)
_SMUT_SIGNS: Final = by_rarest(("无码", "国产", "久久", "一区", "成人", "人成", "黄片", "性爱"))
_HEAD: Final = 300
"""Such lines stand on top of pages."""
ENOUGH_SMUT = 2

_SITE_NAMES: Final = (
    "公务员之家版权所有",
    "学习啦在线学习网",
    "当前隐藏内容免费查看",
    "第一范文网",
    "免费范文网",
    "文秘资源网",
    "中国文秘网",
)
_SITE_SIGNS: Final = by_rarest(_SITE_NAMES)
_HAN: Final = regex("[\u4e00-\u9fff]")
_SOURCE_BEFORE: Final = ("来源", "转载", "摘自", "来自", "源于", "选自", "登录", "访问", "出处", "关注")


def injected(plain: str) -> tuple[int, tuple[Found, ...]]:
    """Give how many injected words a text in simplified characters has, and where; none for a sound text."""
    found = sorted((*_smut(plain), *_brands(plain), *_site_names(plain)), key=lambda one: one.start or 0)
    return len(found), tuple(found)


def _brands(plain: str) -> Iterator[Found]:
    if not _has_brand_words(plain) or any(word in plain for word in _ABOUT_GAMBLING):
        return
    for match in _BRAND.finditer(plain):
        yield Found(words=match[0], start=match.start())


def _has_brand_words(plain: str) -> bool:
    """Say whether _BRAND can match: the literals of its two halves, a tenth of what its search costs."""
    if has_any(plain, _SOLD_UNNAMED):
        return True
    for sign, trades in _SOLD_NAMED:
        if sign in plain:
            for other, trade in trades:
                if other in plain and _is_named(plain, trade):
                    return True
    return False


def _is_named(plain: str, trade: str) -> bool:
    at = plain.find(trade)
    while at >= 0:
        if plain[at - 1 : at] in _LAST_OF_NAMES and plain.endswith(_NAMES, 0, at):
            return True
        at = plain.find(trade, at + 1)
    return False


def _smut(plain: str) -> Iterator[Found]:
    head = plain[:_HEAD]
    if not has_any(head, _SMUT_SIGNS):
        return
    matches = list(_SMUT.finditer(head))
    if len({match[0] for match in matches}) >= ENOUGH_SMUT:
        yield from (Found(words=match[0], start=match.start()) for match in matches)


def _site_names(plain: str) -> Iterator[Found]:
    """Find names of sites with text close on both sides that does not name them as a source."""
    if not has_any(plain, _SITE_SIGNS):
        return
    for name in _SITE_NAMES:
        start = plain.find(name)
        if start < 0:
            continue
        before, after = plain[max(0, start - 6) : start], plain[start + len(name) : start + len(name) + 1]
        if _HAN.match(before[-1:]) and _HAN.match(after) and not any(word in before for word in _SOURCE_BEFORE):
            yield Found(words=name, start=start)
