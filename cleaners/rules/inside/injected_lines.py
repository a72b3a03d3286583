"""Lines that others put above a copied page: a run of obscene words, and lone marks of lost pictures. Taken: `bylines`.

Mirrors on strangers' domains open with such a line (reference: realtext, family 26). A report on the fight against
obscene works names a few of these words in sentences; such a line is nothing but them.
"""

import re

from cleaners.regex import regex
from cleaners.rules.folding import folded

SURE = regex(
    r"九九久久|久久香港|经典三级|无码|有码|91香蕉|香蕉视频|宅男|波多野|午夜(?:不卡|福利|影院)|又黄又爽|91调教|人妻|熟女|毛片|爱爱|色欲|99热|99福利|性视频|三级片|A片|黄A级|xxxx|sesese|激情视频"
    r"|久久\d{0,2}国产|久久精品|麻豆|高辣|91精品|人成视频|粉嫩|一线天|久久99|99久久|成人v|爽在线|综合色网|欧美色|亚洲伦理"
    r"|成人(?:免费|网址|视频|影院|无码|精品)|(?<![A-Za-z])av(?![A-Za-z])|自拍偷"
    r"|伊人|婷婷|fc2|玖玖|啪啪|另类(?=在线|视频|图|小说|$|[,，_ ])",
    re.IGNORECASE,
)
"""Words of which such a line has one at least; literals."""
BESIDE = regex(
    r"国产|亚洲|日韩|欧美|免费|在线|视频|少妇|中文字幕|一区二区|三区|精品|美女|久久|播放|观看|电影|影院|福利|网站|自拍"
    r"|成人|手机版|天堂|日本|午夜|最新"
)
"""Words that stand beside those; alone they are anyone's."""
FOUGHT = regex(r"整治|清理|查处|扫黄|打击|工作|专项|问题|行动|净化|案件|举报|治理|执法")
"""Words of an office that fights such works."""
LISTED, LISTED_LEAST = regex(r"国产|亚洲|日韩|欧美|免费|在线|视频|中文字幕|一区|动漫|乱码|精品|观看|日本"), 7
"""Words of which seven different ones make such a run though none of them is sure: a film's page names a few."""
LEAST = 4
"""Different words that make a line such a run: the shortest met has five."""
INJECTED_CHARS = 400
STRAY = regex(r"\d{1,2}\.|[)）(（]|[?？•·●□■◆|｜×✕✖]{1,3}|[•●▪◦]\s{0,4}[-—–]{1,2}")
"""A mark alone on its line, where a picture stood above the title."""


def is_injected(words: str) -> bool:
    """Say whether a line is a run of obscene words: no sentence, four different ones, one of them sure."""
    if not 8 <= len(words) <= INJECTED_CHARS or any(mark in words for mark in "。；！：《》“”"):
        return False
    line = folded(words)
    if GAMBLED.search(line) and is_gambled(line):
        return True
    if _is_list(line):
        return not FOUGHT.search(line)
    if len(set(LISTED.findall(line))) >= LISTED_LEAST and not (FOUGHT.search(line) or PLAIN.search(line)):
        return True
    sure = {word.lower() for word in SURE.findall(line)}
    return bool(sure) and not FOUGHT.search(line) and len(sure | set(BESIDE.findall(line))) >= LEAST


GAMBLED = regex(
    r"博彩|投注|百家乐|棋牌|葡京|葡萄京|万博|申博|亚博|必威|乐鱼|华体会|九游会|开云体育|米兰体育|星空体育|体育在线|bob|BOB|bet\d{3}|威尼斯人|金沙娱乐|娱乐城|现金网|真人娱乐"
    r"|白癜风|癫痫|牛皮癣|银屑病"
)
"""Brands of bets, and diseases that quacks advertise, as strangers put them above copied pages; literals."""
SOUGHT = regex(r"官网|官方网站|[Aa][Pp][Pp]|下载|入口|网址|平台|登录|注册|首页|手机版|最新版|线上|_|\*|https?://")
"""What such a line is made for: a site that one is to find."""
TITLED = regex(r"关于|研究|调研|分析|总结|报告|通知|通报|防范|防治|预防|宣传|活动|会议|患者|义诊")
GAMBLED_CHARS = 80


def is_gambled(line: str) -> bool:
    """Say whether a folded line advertises bets or quacks: a brand and a site to be found, nothing of an office."""
    is_own = FOUGHT.search(line) or TITLED.search(line)
    return len(line) <= GAMBLED_CHARS and SOUGHT.search(line) is not None and not is_own


def _is_list(line: str) -> bool:
    """Say whether a line is a list of nothing but such words: three parts or more, two of the other words in each."""
    parts = [part for part in PARTS.split(line) if part not in ("", "?", "？")]
    if len(parts) < LEAST_PARTS or len(line) < LIST_CHARS:
        return False
    shape, plain = (FILMED, LINKING) if TASTE.search(line) else (BESIDE, PLAIN)
    return not plain.search(line) and all(len(set(shape.findall(part))) > 1 for part in parts)


FILMED = regex(
    f"{BESIDE.pattern}|高清|剧场|剧集|片源|无删减|大片|热门|影视|频道|字幕|一区|二区|不卡|综合|黄色"
)
"""Words of a shop of films besides, which tell only beside one of TASTE."""
TASTE = regex(r"久久|午夜|成人|一区|二区|三区|无删减|不卡|激情")
"""Words that such a shop has and no cinema's own page."""


PARTS, LEAST_PARTS, LIST_CHARS = regex(r"[,，、_|｜\s]+"), 3, 20
LINKING = regex(r"[的了是在与及于](?!线)")
PLAIN = regex(r"[的了是在与及于](?!线)|企业|产品|设备|软件|教育|学校|课程|培训|学习|党")
"""What no such list has: words that link, and those whose works are watched as well."""


def is_stray(words: str) -> bool:
    """Say whether a line is a lone mark."""
    return bool(STRAY.fullmatch(words))
