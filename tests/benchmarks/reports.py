"""Reports of our own, made from words and frames by number: 100,000 of them share formulae as those of a genre do.

Each is a function of its number alone. Two in five are copies of an earlier one, damaged; nothing is archived here.
"""

import random
from typing import Final

_FIRST, _SECOND = "安平长兴临江永和青龙清河东阳南岭西山北湖新华文昌", "城山河江湖州阳陵宁昌源泉林岭塘浦沟坪"
PLACES: Final = [one + other for one in _FIRST for other in _SECOND]


def _words(listed: str) -> list[str]:
    return listed.split()


THINGS: Final = _words(
    "读书活动 安全生产 隐患排查 信访接待 网格管理 环境整治 防汛抗旱 植树造林 技能培训 就业服务 档案整理 师徒结对"
    " 值班值守 水渠修缮 道路养护 食堂管理 图书借阅 文艺汇演 体检服务 消防演练 仓库盘点 账目公开 门窗维修 春耕备耕"
    " 垃圾分类 义诊活动 校园巡查 卫生评比 节水改造 老屋修缮 桥梁检测 林木管护 鱼塘清淤 果树嫁接 蔬菜供应 电路检修"
    " 新生报到 家长会谈 实验教学 课后辅导 运动会筹备 乐器采购 宿舍检查 奖学金评定 社团招新"
)
DOINGS: Final = _words(
    "组织 落实 完善 推进 检查 整改 开展 协调 督促 登记 培训 宣传 走访 评比 汇总 改造 添置 修缮 公示 考核 讨论 布置 统计"
    " 回访 核对 清点 预算 验收 试行 推广"
)
HOWS: Final = _words(
    "认真 按时 逐步 全面 及时 反复 扎实 主动 有序 耐心 细致 如期 分批 集中 定期 联合 重点 普遍 提前 顺利"
)
WHO: Final = _words(
    "党支部 办公室 工会 教务处 后勤组 村委会 青年志愿者 老党员 班组长 居民代表 年级组 医务室 财务科 合作社 家长委员会"
)
FRAMES: Final = (
    "今年以来，{p}{w}把{t}放在重要位置，{h}{d}各项任务，共{d2}{n}次。",
    "为进一步做好{t}，{w}{h}{d}方案，明确了{n}项措施。",
    "针对{t}中发现的问题，{w}{h}{d}，已有{n}处得到解决。",
    "{p}{w}与{p2}{w2}{h}{d}{t}，参加人数达到{n}人。",
    "在{t}方面，我们{h}{d}，又{h2}{d2}了{t2}，群众反映良好。",
    "{w}坚持每月{d}{t}，对{t2}{h}{d2}，做到有记录、有回音。",
    "一是{h}{d}{t}；二是{h2}{d2}{t2}；三是把{p}的做法推广到{p2}。",
    "{p}投入{n}万元用于{t}，{w}负责{h}{d}，{w2}负责{d2}。",
)
FORMULAE: Final = (
    "现将有关情况汇报如下。", "在上级的正确领导和大力支持下，各项工作取得了一定成绩。",
    "虽然取得了一些成绩，但是离上级的要求和群众的期望还有不小差距。", "今后我们将继续发扬成绩，克服不足，再接再厉。",
    "以上报告如有不妥之处，请批评指正。", "下一步，我们将重点做好以下几个方面的工作。",
)  # fmt: skip
COPY_SHARE: Final = 0.4
SENTENCES: Final = (14, 34)


def report(number: int, seed: int = 1) -> str:
    """Give the text of this number; each under a thousand Han characters, most over five hundred."""
    dice = random.Random(f"{seed}:{number}")  # noqa: S311 - for texts
    if number and dice.random() < COPY_SHARE:
        return _damaged(_own(_base(dice.randrange(number), seed), seed), dice)
    return _own(number, seed)


def _base(number: int, seed: int) -> int:
    """Give the number of a report that is no copy: this one, or the first before it."""
    while number and random.Random(f"{seed}:{number}").random() < COPY_SHARE:  # noqa: S311 - for texts
        number -= 1
    return number


def _own(number: int, seed: int) -> str:
    dice = random.Random(f"own {seed}:{number}")  # noqa: S311 - for texts
    lines = [f"{dice.choice(PLACES)}{dice.choice(WHO)}{dice.choice(THINGS)}工作总结", FORMULAE[0]]
    for count in range(dice.randint(*SENTENCES)):
        lines.append(_sentence(dice))
        if count % 6 == 5:
            lines.append(dice.choice(FORMULAE[1:]))
    return "\n".join(lines)


def _sentence(dice: random.Random) -> str:
    return dice.choice(FRAMES).format(
        p=dice.choice(PLACES), p2=dice.choice(PLACES), w=dice.choice(WHO), w2=dice.choice(WHO), t=dice.choice(THINGS),
        t2=dice.choice(THINGS), h=dice.choice(HOWS), h2=dice.choice(HOWS), d=dice.choice(DOINGS),
        d2=dice.choice(DOINGS), n=dice.randint(2, 400),
    )  # fmt: skip


def _damaged(text: str, dice: random.Random) -> str:
    """Cut a copy at its end, mask its places, or leave lines out."""
    lines = text.split("\n")
    how = dice.randrange(3)
    if how == 0:
        return "\n".join(lines[: max(4, int(len(lines) * dice.uniform(0.5, 0.95)))])
    if how == 1:
        for place in dice.sample(PLACES, 40):
            text = text.replace(place, "XX")
        return "转载：" + text
    return "\n".join(line for line in lines if dice.random() > 0.08)
