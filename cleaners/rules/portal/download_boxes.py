"""Rule about the box by which a site of samples offers its text as a file: the text's name above the offer.

The offer itself (`将本文的Word文档下载到电脑`) is a line of the tail: `seller_feet`. Title, file name and the site's
praise above it are known only by it: alone they may be the report's own.
"""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.seller_feet import FILED, SAVED
from cleaners.rules.intro.intro_offers import PRAISED
from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_same_title

BUTTON = regex(r"(?:点击|点此处?|立即|免费)?下载(?:文档|本文|全文|附件|word版|Word版|WORD版)")
"""`点击下载文档`, alone on its line; closed words."""
RATED = regex(r"推荐度\s?[:：]?[\s★☆\d.]{0,12}")
FILE = regex(r"[《【]?[^。；《》]{4,80}\.(?:docx?|pdf|wps|rtf|txt)[》】]?")
"""`《T.doc》`; bounded."""
OFFER_CHARS = 120
"""Characters of a line of such a box."""
WORDS = ("下载", "下載")
HEAD_LINES = 12
"""Filled lines from the top whose words are the page's title and praise."""


def find_boxes(text: str, context: Context) -> Iterable[Change]:
    """Take the lines between a text and an offer of its file that name the text or praise it."""
    if not any(word in text for word in WORDS):
        return []
    lines = [line for line in lines_of(text) if line.words]
    found: dict[int, Line] = {}
    for at, line in enumerate(lines):
        if _is_offer(line.words):
            found |= {one.start: one for one in _names_above(lines, at, context.title)}
    return taken(found[start] for start in sorted(found))


def _is_offer(words: str) -> bool:
    if len(words) > OFFER_CHARS or ("下" not in words and "保存" not in words):
        return False
    line = folded(words)
    return any(shape.fullmatch(line) for shape in (SAVED, BUTTON, FILED))


def _names_above(lines: Sequence[Line], at: int, title: str | None) -> list[Line]:
    """Give the lines right above an offer that are names of the text, running text above them; empty for none."""
    found: list[Line] = []
    for n in range(at - 1, -1, -1):
        words = lines[n].words
        if _is_name(words, title):
            found.append(lines[n])
        elif not (_is_offer(words) or RATED.fullmatch(folded(words))):
            return found if any(is_sentence(line.words) for line in lines[: n + 1]) else []
    return []


def _is_name(words: str, title: str | None) -> bool:
    if len(words) > OFFER_CHARS:
        return False
    line = folded(words)
    is_file = bool(FILE.fullmatch(line))
    return is_file or bool(PRAISED.fullmatch(line)) or (title is not None and is_same_title(words.strip("《》"), title))


BOX = Rule(
    name="download-box",
    version=1,
    reason="A site offers its text as a file, and names it once more above the button.",
    spares_posts=True,
    families=frozenset(),
    dumps_only=True,
    find=find_boxes,
    context=Context(family="dump", title="某镇工作总结5篇", is_dump=True),
    examples=(
        (
            "今年以来，工作有序。\n某镇工作总结5篇.doc\n将本文的Word文档下载到电脑，方便收藏和打印\n点击下载文档",
            "今年以来，工作有序。\n将本文的Word文档下载到电脑，方便收藏和打印\n点击下载文档",
        ),
        (
            "今年以来，工作有序。\n某镇工作总结5篇\n《某镇工作总结5篇》属于总结中比较优秀的内容，欢迎参考。\n推荐度："
            "\n点击下载文档",
            "今年以来，工作有序。\n推荐度：\n点击下载文档",
        ),
        ("今年以來，工作有序。\n《某鎮總結.docx》\n點擊下載文檔", "今年以來，工作有序。\n點擊下載文檔"),
    ),
    counter_examples=(
        "今年以来，工作有序。\n附件：1.名单.doc\n2.方案.doc",
        "某镇工作总结5篇\n点击下载文档\n今年以来，工作有序。",
        "今年以来，工作有序。\n某县工作总结\n点击下载文档",
        "群众登录政务网后点击下载文档，填写申请表。\n名单.doc",
    ),
)
RULES: tuple[Rule, ...] = (BOX,)
