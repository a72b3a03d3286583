"""Words with a tabooed character masked, coded or taken out, and what only looks so."""

from functools import partial

from cleaners.facts.censored import censored_frames
from cleaners.facts.text import mask_places
from tests.tables import table
from tests.timing import assert_quick


def frames(text: str) -> list[tuple[str, str]]:
    return [(one.frame, one.hint) for one in censored_frames(text, text, mask_places(text))]


@table(
    ("text", "frame", "hint"),
    [
        ("教育广大*员干部", "*员", "党员"),
        ("教育广大**员干部", "**员", "党员"),
        ("按照*委统一安排", "*委", "党委"),
        ("按照X委统一安排", "X委", "党委"),
        ("抓好*建工作", "*建", "党建"),
        ("抓好**建工作", "**建", "党建"),
        ("抓好*建引领", "*建", "党建"),
        ("加强*组织建设", "*组织", "党组织"),
        ("召开*支部会议", "*支部", "党支部"),
        ("召开*总支会议", "*总支", "党总支"),
        ("学习*的章程", "*的章程", "党的"),
        ("坚持*的领导", "*的领导", "党的"),
        ("加强*的建设", "*的建设", "党的"),
        ("贯彻*的路线", "*的路线", "党的"),
        ("贯彻*的十九大精神", "*的十九大", "党的"),
        ("贯彻*的二十大精神", "*的二十大", "党的"),
        ("牢记*的宗旨", "*的宗旨", "党的"),
        ("严守*的纪律", "*的纪律", "党的"),
        ("宣传*的政策", "*的政策", "党的"),
        ("坚持*的方针", "*的方针", "党的"),
        ("同*中央保持一致", "*中央", "党中央"),
        ("上好*课、开好会", "*课", "党课"),
        ("开展*课教育", "*课", "党课"),
        ("对照*章、条例", "*章", "党章"),
        ("抓好*风廉政建设", "*风廉政", "党风"),
        ("加强*性修养", "*性", "党性"),
        ("做好*费收缴工作", "*费", "党费"),
        ("开展*史学习教育", "*史", "党史"),
        ("密切*群关系", "*群", "党群"),
        ("强化*内监督", "*内", "党内"),
        ("服务*和国家大局", "*和国家", "党和国家"),
        ("提高*治站位", "*治", "政治"),
        ("落实*府工作部署", "*府", "政府"),
        ("落实_态工作责任制", "_态", "意识形态"),
        ("落实＿态工作责任制", "＿态", "意识形态"),
        ("落实意□形态工作责任制", "□形态", "意识形态"),
        ("抓好*识形态工作", "*识形态", "意识形态"),
        ("做好*情监测", "*情", "舆情"),
        ("中国共产*成立", "共产*", "共产党"),
        ("广大干*群众", "干*", "干部"),
        ("落实意识形*工作", "意识形*", "意识形态"),
        ("建设社会主*国家", "社会主*", "社会主义"),
        ("教育D员干部", "D员", "党员"),
        ("教育dang员干部", "dang员", "党员"),
        ("召开d委会议", "d委", "党委"),
        ("中国CP员", "CP员", "党员"),
        ("加入cp组织", "cp组织", "党组织"),
        ("一名GCD员", "GCD员", "党员"),
        ("一名gcd员", "gcd员", "党员"),
        ("加入gong产党", "gong产党", "党"),
        ("加入Gong产党", "Gong产党", "党"),
        ("贯彻D的十九大精神", "D的十", "党的"),
        ("落实zf工作要求", "zf", "政府"),
        ("落实ZF工作要求", "ZF", "政府"),
        ("落实zheng府要求", "zheng府", "政府"),
        ("学习总书记总书记讲话", "总书记总书记", "习近平总书记"),
        ("学习主席主席讲话", "主席主席", "习近平主席"),
        ("以同志为核心的党中央", "以同志为核心", "以习近平同志为核心"),
    ],
)
def test_censored_words(text: str, frame: str, hint: str) -> None:
    assert frames(text) == [(frame, hint)]


@table(
    "text",
    [
        "关心*员工",
        "召开*员会",
        "**建设集团",
        "*建筑公司",
        "XX建设",
        "XX员",
        "*委托书",
        "*委派",
        "XX委",
        "***员",
        "**支部",
        "某支部",
        "某委",
        "XX组织部",
        "*课题组",
        "*章节",
        "*性能",
        "*费用",
        "*史料",
        "*群众",
        "*风险",
        "*治疗",
        "*府邸",
        "*情况",
        "*的方法",
        "×组织活动",
        "一个*",
        "DVD员工",
        "USD的十倍",
        "CPU",
        "d建筑",
        "pdf文件",
        "总书记讲话",
        "以习近平同志为核心",
        "______",
        "□是□否",
    ],
)
def test_what_is_not_censored(text: str) -> None:
    assert frames(text) == []


def test_frames_are_counted_the_commonest_first() -> None:
    text = "教育*员,*委讲话,*员学习。总书记总书记,总书记总书记,总书记总书记"
    found = censored_frames(text, text, mask_places(text))
    assert [(one.frame, one.count) for one in found] == [("总书记总书记", 3), ("*员", 2), ("*委", 1)]


def test_a_frame_is_told_as_printed() -> None:
    found = censored_frames("教育*員學習", "教育*员学习", mask_places("教育*員學習"))
    assert [(one.frame, one.hint) for one in found] == [("*員", "党员")]


def test_nasty_texts_are_quick() -> None:
    def read(nasty: str) -> None:
        censored_frames(nasty, nasty, mask_places(nasty))

    for nasty in ("*员" * 6_000, "_态" * 6_000, "D" * 20_000, "dang" * 5_000, "总书记" * 6_000):
        assert_quick(partial(read, nasty), seconds=0.5, name=nasty[:9])
