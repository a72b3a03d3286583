"""What masks stand for, by the words at their edges: a leader, a place, a number; else unknown. Never filled in."""

from collections.abc import Sequence
from typing import Final

from cleaners.regex import regex

LEADER, PLACE, NUMBER, UNKNOWN = "leader", "place", "number", "unknown"
KINDS: Final = (LEADER, PLACE, NUMBER, UNKNOWN)
"""In the order in which they are counted."""
_AROUND: Final = 12

# Offices and forms of address right of a name; what only begins like one (总书 of 总书目, 主任 of 主任务) is left out.
_LEADER_AFTER: Final = (
    r"(?:等)?(?:领导)?(?:同志|先生|女士|老师|教授|院士|总书记|主席(?!团|台)|总理|省长|[副正]?书记|[副正]?主任(?!务|医)|[副]?[省市县区镇乡局部厅处科所站队股校院司行社团]长"
    r"(?!江|城|期|效|远|度|春|沙)|常委|委员(?!会)|董事长|[副]?总?经理(?!念|论|想)|[副]?组长|会长|支书|班主任)"
    r"|新时代中[国共]特色社会主义|重要(?:讲话|论述|指示|批示|思想)|系列(?:重要)?讲话|关于[^。；;，,\n]{1,24}重要(?:讲话|论述|指示|批示)"
    r"|(?:法治|强军|经济|外交|文化|生态文明)思想|为核心"
)
_LEADER_BEFORE: Final = regex(
    r"(?:组长|书记|主任|局长|县长|市长|区长|镇长|乡长|校长|院长|主席|主持人|联系人|负责人|同志|记者|通讯员)[:：]\s?$|总书记$"
)
# Administrative words right of a place's name. What only begins with one is left out: 市场, 县级, 镇静.
_PLACE_AFTER: Final = (
    r"(?:省(?![级略])|市(?![场级])|县(?!级)|区(?![域分别级])|镇(?![静级])|乡(?![村级愁])|州(?!际)|旗(?![帜号])|盟(?![约友])|村(?!级)"
    r"|屯|社区|街道|(?:自治|林|矿|农|园|景|库|灌|新|高新|开发|工业|保护)[区县州]|[农林牧渔]场|行政村|自然村|办事处|居委会|苏木|嘎查"
    r"|人民(?:政府|法院|检察院|代表大会)|大地|境内|辖区|籍|[河江湖山](?:流域|大桥|沿岸)|地区|路(?![线径子])|大[道街])"
)
# Measure words right of a number; what only begins with one is left out: 项目, 家园, 名称.
_NUMBER_AFTER: Final = (
    r"(?:多|余|来)?(?:[万亿千百]|人次|人(?![民大社力才员事物们均口生类选家])|元|角|[个位]|场(?![所地])|次(?!生)|名(?![称优师单字义])|户(?![外籍])|篇|条(?!例|件)|件|起"
    r"|项(?!目)|份(?!额)|[%％‰]|公里|千米|平方|立方|亩|台(?![账阶湾])|套|间|所(?!在|有|长|以)|支(?![部行队持撑])|期(?![间望盼])|批(?!评|复|示)|届|岁|周年|吨|米|倍"
    r"|家(?![园属庭长乡具电])|号(?!召)|年(?!级)|月|日|时|分(?![局公管别校行院配析])|天|周|季度|个百分点|辆|座|棵|株|头(?![雁脑])|只|册|节|课时|学时|级以上|处(?![长室理分])|大(?:以来|精神|报告|胜利|召开|会议)|中全会)"
)
# One look for the three, in this order: a name of each is that of its kind.
_AFTER: Final = regex(f"(?P<leader>{_LEADER_AFTER})|(?P<place>{_PLACE_AFTER})|(?P<number>{_NUMBER_AFTER})")
_NUMBER_BEFORE: Final = regex(r"(?:第|共计?|约|达到?|近|超过?|逾|占|增长|下降|投入|参加人数|[:：=]\s?[¥￥])\s?$")
_PLACE_BEFORE: Final = regex(
    r"(?:法治|平安|美丽|文明|创新|和谐|数字|健康|幸福|魅力|诚信|生态|清廉|活力|智慧|大美|醉美)$"
)
_LAST_BEFORE: Final = frozenset("第共计约达到近超过逾占长降入数¥￥:：记治安丽明新谐字康福力信态廉慧美")
"""Last characters of all that is looked for left of a mask, but for blanks; most masks have none of them before."""
_ORDINAL: Final = "第"


def mask_kinds(plain: str, places: Sequence[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    """Count the masks at these places by kind, in the order of KINDS; kinds that do not occur are left out.

    `plain` is the text in simplified characters, place by place the same as the original.
    """
    counts = dict.fromkeys(KINDS, 0)
    for start, end in places:
        counts[kind_of(plain, start, end)] += 1
    return tuple((kind, count) for kind, count in counts.items() if count)


def kind_of(plain: str, start: int, end: int) -> str:
    """Tell what the mask from `start` to `end` stands for."""
    last = plain[start - 1 : start]
    if last == _ORDINAL:
        return NUMBER
    if after := _AFTER.match(plain, end):
        return after.lastgroup or UNKNOWN
    if last not in _LAST_BEFORE and not last.isspace():
        return UNKNOWN
    left = plain[max(0, start - _AROUND) : start]
    if _NUMBER_BEFORE.search(left):
        return NUMBER
    if _LEADER_BEFORE.search(left):
        return LEADER
    return PLACE if _PLACE_BEFORE.search(left) else UNKNOWN
