"""What copies on real pages do to a text, short pieces of them above all; and what is like them and no copy."""

import re
from typing import Final

from archive.likeness.judge import Kind, judge
from archive.likeness.prepared import Prepared
from tests.archive.made_reports import NUMERALS, laid_out, made, sentences
from tests.tables import table

ROW = sentences(51, 30)
WHOLE = laid_out(ROW)
PIECE = "".join(ROW[:9])
"""Some 180 Han characters: as much as a page of results shows of a report."""
LONGER = "".join(ROW[8:21])
NOTICE: Final = "免责声明：本站部分内容来自网络，版权归原作者所有，如有侵权请联系我们，我们将及时删除。"
CHARTER: Final = (
    "凡要求加入本会的人员，应当承认本会章程，积极参加各项活动，按照规定缴纳会费。会员享有选举和被选举的权利，有权对本会的"
    "工作提出建议和批评，有权查阅有关账目和会议记录。会员应当爱护集体财产，维护集体荣誉，互相帮助，勤俭办事，不得借本会名义"
    "牟取私利。违反章程情节严重的，由理事会讨论决定予以劝退或者除名，本人可以申诉。"
)
"""What any member's report may quote: some 150 Han characters."""


def kind(new: str, known: str) -> Kind | None:
    """Judge two texts both ways round; fail where one of them joins and the other does not."""
    one, other = judge(Prepared(new), Prepared(known)), judge(Prepared(known), Prepared(new))
    joined = [found is not None and found.kind in (Kind.SAME, Kind.EXCERPT, Kind.SOURCE) for found in (one, other)]
    assert joined[0] == joined[1]
    return None if one is None else one.kind


def masked(text: str, sign: str, *, words: str, per_character: bool = False) -> str:
    return re.sub(words, lambda match: sign * len(match[0]) if per_character else sign, text)


EACH: Final = r"[\u4e00-\u9fff]{2}(?=[村乡镇社街农林中卫车])|整治|推进|落实|改造|制度|机制|责任|\d+"
SHIFTED: Final = "".join(ROW[:4]) + "寮犱笁鏉庡洓鐜嬩簲" + "".join(ROW[4:9])[9:]
COPIES: list[tuple[str, str, str]] = [
    ("a piece, unchanged but for its marks", PIECE.replace("，", ","), PIECE),
    *((f"each name, number and censored word as {sign}", masked(PIECE, sign, words=EACH), PIECE)
        for sign in ("*", "XX", "某", "□", "××", "__")),
    *((f"each character of them as {sign}", masked(PIECE, sign, words=EACH, per_character=True), PIECE)
        for sign in ("*", "X", "某", "□")),
    ("other masks on either side", masked(PIECE, "XX", words=EACH), masked(PIECE, "*", words=EACH)),
    ("a character out all over", PIECE.replace("了", "").replace("和", ""), PIECE),
    ("annotated", re.sub("([推制村])", r"\1(xiàn)", PIECE), PIECE),
    ("strewn with pictures", re.sub("([推制村0-9])", "\\1\U0001f600", PIECE), PIECE),
    ("a run of shifted bytes", SHIFTED, PIECE),
    ("a notice behind it", f"{PIECE}\n{NOTICE}", PIECE),
    ("a notice before it and behind it, masked", f"{NOTICE}\n{masked(PIECE, '*', words=EACH)}\n{NOTICE}", PIECE),
    ("the report that it is a piece of", LONGER, WHOLE),
    ("the same, masked", masked(LONGER, "XX", words=EACH), WHOLE),
    ("cut short, with a notice where the other goes on", laid_out(ROW[:24]) + NOTICE, WHOLE),
]  # fmt: skip


@table(("name", "new", "known"), COPIES, ids=[row[0] for row in COPIES])
def test_a_copy_as_it_is_in_the_wild_joins_its_report(name: str, new: str, known: str) -> None:
    assert kind(new, known) in (Kind.SAME, Kind.EXCERPT, Kind.SOURCE), name


FORM: Final = (
    "各村民小组：经镇政府研究，决定成立渡口安全工作领导小组，组长：{one}同志，副组长：{two}同志，办公室设在{place}镇文化站。"
    "领导小组负责制定巡查方案，督促船主落实救生设备，每逢集日派人值守，遇到大风大雾天气立即停渡，并在码头张贴告示提醒群众。"
    "各组要高度重视，明确专人，将名单报送办公室备案，联系人：{two}同志。特此通知。{place}镇人民政府"
)
LAW: Final = "\n".join(["青石县渡口管理办法", *(f"第{at}条 {one}" for at, one in zip(NUMERALS, ROW, strict=False))])
GREETING: Final = (
    "各位乡亲、各位朋友：大家好！在这辞旧迎新的美好时刻，我代表全体同事向大家致以节日的问候和新年的祝福，向所有关心支持我们"
    "发展的朋友表示衷心的感谢！{}成绩来之不易，是大家团结拼搏、共同奋斗的结果。最后祝大家新年快乐、身体健康、工作顺利、"
    "阖家幸福、万事如意！谢谢大家！"
)
FIRST: Final = FORM.format(one="王建国", two="李秀英", place="柳河")
APART: list[tuple[str, str, str]] = [
    ("a form filled twice", FORM.format(one="赵德明", two="孙玉兰", place="白塔"), FIRST),
    ("a form with one name changed", FORM.format(one="赵德明", two="李秀英", place="柳河"), FIRST),
    ("a form in part masked, with other names",
        masked(FORM.format(one="赵德明", two="孙玉兰", place="柳河"), "X", words="渡口"), FIRST),
    ("new-year addresses of two years", GREETING.format("".join(ROW[:3])), GREETING.format("".join(ROW[12:15]))),
    ("what both quote, before words of their own", CHARTER + "".join(ROW[:3]), CHARTER + "".join(ROW[9:12])),
    ("what both quote, in quotation marks", f"{ROW[0]}章程写道：“{CHARTER}”", f"章程写道：“{CHARTER}”{ROW[9]}"),
    ("a quotation alone", CHARTER[:90], made(52) + CHARTER + made(53)),
    ("ends of their own on either side", "".join(ROW[:3]) + CHARTER, CHARTER + "".join(ROW[9:12])),
    ("every other sentence kept", laid_out([one if at % 2 else other for at, (one, other) in
        enumerate(zip(ROW, sentences(54, 30), strict=True))]), WHOLE),
    ("every third sentence replaced, masked", masked(laid_out([one if at % 3 else other for at, (one, other) in
        enumerate(zip(ROW, sentences(54, 30), strict=True))]), "*", words=EACH), WHOLE),
]  # fmt: skip


@table(("name", "new", "known"), APART, ids=[row[0] for row in APART])
def test_what_shares_a_form_a_quotation_or_half_of_it_stays_apart(name: str, new: str, known: str) -> None:
    assert kind(new, known) in (None, Kind.SIBLING, Kind.EDITION), name


EDITIONS: list[tuple[str, str, str]] = [
    ("a form filled twice", FORM.format(one="赵德明", two="孙玉兰", place="白塔"), FIRST),
    ("a regulation with an article changed", LAW.replace(ROW[4], sentences(54, 1)[0]), LAW),
    ("a regulation with an article more", LAW.replace(ROW[4], ROW[4] + sentences(54, 1)[0]), LAW),
    ("a regulation copied, with a notice", f"{LAW}\n{NOTICE}", LAW),
]  # fmt: skip
TOLD: Final = [Kind.EDITION, Kind.EDITION, Kind.EDITION, Kind.SAME]


@table(("name", "new", "known", "told"), [(*row, told) for row, told in zip(EDITIONS, TOLD, strict=True)],
    ids=[row[0] for row in EDITIONS])  # fmt: skip
def test_forms_and_regulations_with_other_content_are_editions(name: str, new: str, known: str, told: Kind) -> None:
    assert kind(new, known) is told, name
