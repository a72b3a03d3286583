"""Spun texts: words changed by a dictionary that does not see where words begin (准则 became 准那么). Told, not undone.

Three different telltales of one text are a proof, one alone may be a slip (realtext, section 4: at least 3 of some 40).
"""

from typing import Final

from cleaners.facts.words import anchored, any_of
from cleaners.text_facts import Found

ENOUGH = 3
"""Different telltales from which a text is called spun."""
TELLTALES: Final = (
    # 则 → 那么, 若 → 假设
    "准那么", "原那么", "规那么", "细那么", "法那么", "假设干",
    # 服务 → 效劳; 为…效劳 is a word of its own
    "效劳群众", "效劳意识", "效劳中心", "效劳水平", "效劳质量", "效劳平台", "效劳体系", "效劳大局", "公共效劳",
    "志愿效劳", "优质效劳", "便民效劳", "医疗效劳",
    # 基础 → 根底, 基本 → 根本, 安全 → 平安, 发展 → 开展, 督促 → 催促, 巩固 → 稳固, 不足 → 缺乏, 反映 → 反响
    "根底设施", "根底上", "根底工作", "根本情况", "根本知识", "平安生产", "平安隐患", "食品平安", "消防平安", "开展观",
    "可持续开展", "经济社会开展", "催促检查", "稳固成果", "缺乏之处", "反响问题", "老实守信",
    # 提高 → 进步, 认真 → 仔细 or 当真, 不断 → 不时, 牢固 → 结实, 密切 → 亲密, 切实 → 实在, 充分 → 充沛, 全面 → 片面
    "进步认识", "进步素质", "进步效率", "仔细贯彻", "仔细执行", "当真贯彻", "当真落实", "当真学习", "不时提高",
    "不时加强", "不时完善", "结实树立", "亲密联系群众", "实在做好", "实在加强", "充沛发挥", "片面贯彻", "片面落实",
    # 宣传 → 鼓吹, 队伍 → 步队, 制度 → 轨制, 活动 → 勾当
    "鼓吹教育", "步队建设", "步队扶植", "规章轨制", "管理轨制", "主题勾当", "教育勾当",
)  # fmt: skip
"""Left by the dictionaries that spinners use, not found in texts that nobody spun."""
MOST_FOUND = 8


_TELLTALE: Final = any_of(TELLTALES)
_AT_MOST: Final = anchored(TELLTALES)


def spun(plain: str) -> tuple[int, tuple[Found, ...]]:
    """Give how many telltales a text in simplified characters has, and each different one once; none below ENOUGH."""
    if len(_AT_MOST.findall(plain)) < ENOUGH:
        return 0, ()
    found = _TELLTALE.findall(plain)
    if len(found) < ENOUGH:
        return 0, ()
    kinds = dict.fromkeys(found)
    if len(kinds) < ENOUGH:
        return 0, ()
    places = sorted((plain.find(words), words) for words in kinds)
    return len(found), tuple(Found(words=words, start=start) for start, words in places[:MOST_FOUND])
