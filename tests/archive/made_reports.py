"""Made-up reports as long as real ones: sentences filled from short lists of words, the same ones for the same number.

Reports of different numbers have next to no run of five Han characters in common; what is asked of a text otherwise
(an item, an edition, a form) is put together here too. What tests expect of them stands in the tests.
"""

import random
from functools import cache
from typing import Final

WORDS: Final = """
how 全面 扎实 深入 持续 有效 切实 认真 积极 稳步 大力 严格 着力 有序 精心 科学 主动 及时 广泛 集中 反复 逐步 同步
do 加强 推进 落实 完善 深化 强化 抓好 开展 组织 健全 规范 提升 优化 夯实 巩固 拓展 细化 压实 统筹 协调 督促 指导
do 排查 整治 化解 培育 打造 探索 构建 推广 改进 梳理 清理 盘活 轮训 走访 调研 筹措 改造 修缮
what 农田水利 村级账目 图书借阅 学生营养 林木管护 道路养护 河道保洁 文艺演出 果树嫁接 牲畜防疫 渔船检修 茶园除草
what 粮仓通风 水库巡查 档案整理 校舍加固 路灯更换 公厕改建 车站值守 医护培训 疫苗接种 山林防火 老人食堂 妇女夜校
what 民兵训练 集市秩序 桥梁检测 蚕桑合作 竹编工坊 电网改造 雨水收集 垃圾转运 古树挂牌 矿井通风 温室育苗 渡口安全
thing 机制 制度 台账 队伍 阵地 清单 流程 标准 规划 责任 力度 成效 水平 能力 网络 平台 方案 措施 短板 底数
who 东岭村 西坪村 南沟社区 北湖乡 石桥镇 柳河农场 青泉街道 云台林站 白塔中学 红岩卫生院 长滩水厂 枫林车队
counted 次 场 户 家 件 处 项 份 篇 条 公里 亩 台 套 间 人次
"""
"""What sentences are filled with, by slot."""
SHAPES: Final = (
    "{how}{do}{what}{thing}，{do}{what}{n}{counted}",
    "{who}{how}{do}{what}，{do}了{thing}和{thing}",
    "针对{what}的{thing}，{who}{do}{n}{counted}，{how}{do}{thing}",
    "把{what}与{what}一并{do}，{do}{what}{thing}",
    "{who}先后{do}{what}{n}{counted}，{do}{what}{n}{counted}",
    "由{who}牵头{do}{what}{thing}，{how}{do}{what}",
)
NUMERALS: Final = "一二三四五六七八九十"


@cache
def _slots() -> dict[str, list[str]]:
    """Give the words of each slot."""
    found: dict[str, list[str]] = {}
    for line in WORDS.strip().splitlines():
        slot, *words = line.split()
        found.setdefault(slot, []).extend(words)
    return found


def sentences(number: int, count: int) -> list[str]:
    """Give so many sentences; those of the same number are the same, a longer row begins as a shorter one does."""
    draw = random.Random(number)  # noqa: S311 - made-up texts, no secret
    return [_sentence(draw) for _ in range(count)]


def _sentence(draw: random.Random) -> str:
    shape = draw.choice(SHAPES)
    for name, words in _slots().items():
        while f"{{{name}}}" in shape:
            shape = shape.replace(f"{{{name}}}", draw.choice(words), 1)
    while "{n}" in shape:
        shape = shape.replace("{n}", str(draw.randrange(3, 400)), 1)
    return f"{shape}。"


def made(number: int, count: int = 24) -> str:
    """Give a report of so many sentences, some 25 characters each, four of them a paragraph."""
    return laid_out(sentences(number, count))


def laid_out(row: list[str]) -> str:
    """Give sentences as a text: four of them a paragraph."""
    return "\n".join("".join(row[at : at + 4]) for at in range(0, len(row), 4))


def sibling(number: int, other: int, *, own: int, common: int) -> str:
    """Give a report of which `common` sentences are report `number`'s, and `own` ones `other`'s, in turns."""
    theirs, mine = sentences(number, common), sentences(other, own)
    share = max(1, common // max(1, own))
    mixed: list[str] = []
    for at, sentence in enumerate(mine):
        mixed += [*theirs[at * share : (at + 1) * share], sentence]
    return laid_out([*mixed, *theirs[own * share :]])


def compilation(*items: str) -> str:
    """Give a collection of reports under headings as printed in such collections."""
    parts = (f"第{NUMERALS[at]}篇 {item[:4]}工作总结\n{item}" for at, item in enumerate(items))
    return "\n".join(parts)


def numbered(*items: str) -> str:
    """Give a collection of any number of reports under numbers."""
    return "\n".join(f"【篇{at}】{item[:4]}工作总结\n{item}" for at, item in enumerate(items, start=1))
