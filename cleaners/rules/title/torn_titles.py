"""A title that a page broke over two lines at a width, inside a word or before its kind. Which line: `head_titles`."""

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.column_lines import NEWS
from cleaners.rules.head.own_dates import OFFICE
from cleaners.rules.title.title_forms import GENRE_LAST

_KINDS = (
    "工作总结|工作计划|工作报告|工作汇报|述职报告|述职述廉报告|自查报告|调研报告|调查报告|情况报告|总结报告|情况汇报|实施方案|工作方案|活动方案"
    "|心得体会|学习体会|实施意见|工作要点|工作安排|讲话稿|发言稿|演讲稿|主持词|汇报材料|典型材料|事迹材料|经验材料|对照检查材料|发言提纲"
)
KINDS = frozenset(_KINDS.split("|"))
"""Kinds of texts that alone on the second line are the rest of a title."""
REST = regex(
    rf"(?:{GENRE_LAST.pattern}|(?:题库|试题|试卷|答案|教案|教学设计|课件|研究|思考|探讨|探析|对策|建议|启示|实践|经验|做法|制度|办法|规定)\Z)"
)
"""How the second line of a torn title ends."""
_SEAMS = (
    "系统|建设|管理|工作|活动|教育|学习|发展|服务|治理|安全|生产|实施|方案|总结|报告|计划|情况|问题|研究|调研|思考|经验|材料|精神|会议|讲话|汇报"
    "|文化|经济|社会|改革|制度|机制|考核|检查|整改|落实|意见|通知|组织|干部|党员|群众|责任|政治|思想|廉政|监督|环境|保护|卫生|消防|应急"
)
SEAMS = frozenset(_SEAMS.split("|"))
"""Words that stand over the seam where a line was broken inside one."""
JOINING = tuple("与和及暨、的")
LEAST, REST_CHARS = 12, 20
"""Characters of the first line, which filled the page's width, and of the second."""


def are_torn(above: str, below: str) -> bool:
    """Say whether two lines are one title: the first of no kind, the second a kind alone or the rest of a word."""
    first, second = folded(above), folded(below)
    if len(first) < LEAST or len(second) > REST_CHARS or GENRE_LAST.search(first) or NEWS.search(first):
        return False
    if OFFICE.fullmatch(first) or not REST.search(second) or first[-1] in "网站报版栏》】）)":
        return False
    return second in KINDS or first[-1] + second[0] in SEAMS or first[-1] in JOINING or second[0] in JOINING
