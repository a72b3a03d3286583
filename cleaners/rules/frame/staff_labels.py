"""Labels of who made a text, as papers and schools compose them: `融媒体记者`, `初审编辑`. Lines: `staff_lines`."""

from cleaners.regex import regex

_PLACES = (
    "融媒体|融媒|全媒体|新媒体|实习|见习|值班|当班|轮值|本期|责任|栏目|频道|文字|图片|图文|美术|视觉|视频|音频|网络|网站|网页"
    "|微信|公众号|平台|初审|复审|终审|一审|二审|三审|一校|二校|三校|执行|特约|首席|本报|本网|本台|本刊|校园|学生|部门|科室"
    "|党支部|支部|学院|学校|医院|新闻"
)
_SURE_ROLES = "编辑|责编|编审|校对|审核|审校|美编|总监|监制|审读|审签|供稿"
_BESIDE_ROLES = "记者|通讯员|摄影|撰稿|主编"
COMPOSED = regex(rf"(?:{_PLACES}){{1,2}}(?P<role>(?:{_SURE_ROLES}|{_BESIDE_ROLES}))(?=[人员]?\Z)")
"""Where or when one works, and as what; closed words."""
COMPOSED_LABEL = rf"(?:{_PLACES}){{1,2}}(?:{_SURE_ROLES}|{_BESIDE_ROLES})[人员]?"
"""The same inside a line."""


def role_of(label: str) -> str:
    """Give what one works as: the label without where and when; other labels as they are."""
    composed = COMPOSED.match(label)
    return composed["role"] if composed else label


_ROLES = f"{_SURE_ROLES}|摄影|撰稿|作者|来源|初审|复审|终审|一审|二审|三审"
_BEHIND_NAME = "|".join(rf"(?<=[:：][一-鿿]{{{count}}})" for count in range(2, 9))
GLUED = regex(
    rf"(?:{_BEHIND_NAME})(?:责任|文字|图片|图文|网络|网站|内容|栏目|值班|信息|稿件|初审|复审)?(?:{_ROLES})[:：]"
)
"""Where a label is glued behind a name of two to eight characters: `作者：青禾审核：王溪`; of fixed width each."""


def set_apart(words: str, line: str) -> str:
    """Give a line with a blank before each label glued behind a name; others as they are. `line` is it, folded."""
    if line.count(":") + line.count("：") < 2:
        return words
    for at in reversed([glued.start() for glued in GLUED.finditer(line)]):
        words = f"{words[:at]} {words[at:]}"
    return words
