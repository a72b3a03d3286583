"""Rules for pages of download portals: the block above the preview text, the one below it, and what is stamped into it.

In a dump they take the page's own chrome; in markup what stands in one element with the text, parted by `br`.
What lines are is told by `portal_lines`; the facts in them are read beforehand, by the platforms.
"""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.lines import Line, lines_of, taken
from cleaners.rules.portal import portal_repeats
from cleaners.rules.portal.portal_bounds import head_end, tail_start
from cleaners.rules.portal.portal_fields import portal_fields
from cleaners.rules.portal.portal_labels import STRONG
from cleaners.rules.portal.portal_lines import is_caption, lead_end, opener_of
from cleaners.rules.portal.portal_shapes import STEP_LINE
from cleaners.rules.portal.portal_stamps import stamps_in
from cleaners.rules.rule import Change, Context, Rule

PORTAL = frozenset(
    {
        "wenku", "wnwk", "jinyuan", "renrendoc", "book118", "plainwenku", "taodocs", "doczj", "qqdocs", "metaonly",
        "wenkumill",
    }
)  # fmt: skip
"""The families of such pages; `wenku` is a dump with a portal's box that none of the others claims."""


def find_head(text: str, context: Context) -> Iterable[Change]:
    """Take the block above the preview."""
    lines = lines_of(text)
    end = head_end(lines, context.title)
    end = lead_end(lines, end) or end
    first = next((line for line in lines[end:] if line.words), None)
    if first is None:
        return []
    opener = opener_of(first.words)
    at = text.index(first.words, first.start)
    return [*taken(lines[:end]), *([Change(start=at, end=at + opener)] if opener else [])]


def find_stray_head(text: str, context: Context) -> Iterable[Change]:
    """Take a portal's block above the text of a page that is another's: a copy with two pages' chrome."""
    if context.family in PORTAL or not all(word in text[:STRAY_CHARS] for word in BOX_WORDS):
        return []
    lines = lines_of(text)
    first = [line.words for line in lines[:BOX_LINES] if line.words]
    labels = {label.upper() for words in first for label, value in portal_fields(words) if value}
    if len(labels & STRONG) < BOX_FIELDS:
        return []
    end = head_end(lines, context.title)
    return taken(lines[:end]) if _holds(lines[end:]) else []


def find_tail(text: str, context: Context) -> Iterable[Change]:
    """Take the block below the preview."""
    lines = lines_of(text)
    start = tail_start(lines)
    return taken(lines[start:]) if _holds(lines[:start]) and _holds(lines[start:]) else []


def find_captions(text: str, context: Context) -> Iterable[Change]:
    """Take the captions of the pages' pictures, and the buttons between the pages."""
    if not CAPTION_HINT.search(text):
        return []
    lines = [line for line in lines_of(text) if line.words]
    found = [line for line in lines if STEP_LINE.fullmatch(line.words) or is_caption(line.words, context.title)]
    return taken(found) if len(found) < len(lines) else []


def find_stamps(text: str, context: Context) -> Iterable[Change]:
    """Take what portals stamp into the text of files."""
    return [Change(start=stamp.start(), end=stamp.end()) for stamp in stamps_in(text)]


def _holds(lines: Sequence[Line]) -> bool:
    return any(line.words for line in lines)


CAPTION_HINT = regex(r"_第|[页頁]\s?/\s?共|[查点點][看擊击]|[阅閱][读讀]")
"""What a text with captions or buttons holds: others cost one search."""
STRAY_CHARS = 3000
BOX_WORDS = ("大小", "格式")
BOX_LINES = 60
BOX_FIELDS = 3
"""Where a portal's box stands, words that all boxes hold, and how many of its own labels make one."""
DUMP = Context(family="wenku", title="镇关于宣传工作2022年总结", is_dump=True)
HEAD = Rule(
    name="portal-head",
    version=10,
    reason="Buttons, file facts, notices and keywords stand above a portal's preview; the facts are read beforehand.",
    families=PORTAL,
    find=find_head,
    context=DUMP,
    examples=(
        (
            "分享\n镇关于宣传工作2022年总结.docx\n下载文档\n\nID:1234567\n大小:15.18KB\n页数:8页\n格式:DOCX\n时间:2023-05-02\n"
            "收藏 分享赚钱\n温馨提示:\n"
            "1. 下载前请仔细阅读文档内容。\n网站客服:1234567890\n关于 宣传 工作 2022 总结\n今年以来，工作有序。\n",
            "今年以来，工作有序。\n",
        ),
        (
            "总结.pdf\n文档编号：88\n大小：1.35 MB\n页数：约12页\n下载积分：15 金币\n加入VIP免费下载\n版权申诉\n"
            "资源描述：\n会员登录下载\n三方登录下载： 微信开放平台登录 QQ登录\n关键词：党建 支部\n今年以来，工作有序。",
            "今年以来，工作有序。",
        ),
        ("VIP免费\n5.0\n99+\n24.18KB\n4 页\n海报\n投诉举报\n今年以来，工作有序。", "今年以来，工作有序。"),
        (
            "总结.doc\n编号:33 大小:32.00KB 格式:DOC\n12\n金币\n- 配套讲稿：双击图标可打开文档。\n"
            "- 关 键  词：团委 总结\n资源描述：\n今年以来，工作有序。",
            "今年以来，工作有序。",
        ),
        ("文档编号：123 大小：20KB 页数：8页 格式：DOC\n今年以来，工作有序。", "今年以来，工作有序。"),
        (
            "镇关于宣传工作2022年总结_第1页\n镇关于宣传工作2022年总结_第2页\n已阅读2页，还剩6页未读 继续免费阅读\n"
            "下载本文档\n版权说明：本文档由用户提供并上传，收益归属内容提供方\n文档简介\n一、总结\n今年以来，工作有序。",
            "一、总结\n今年以来，工作有序。",
        ),
        (
            "文档编号：123 大小：20KB 页数：8页\n镇关于宣传工作2022年总结\n时间：2022年3月5日\n今年以来，工作有序。",
            "时间：2022年3月5日\n今年以来，工作有序。",
        ),
    ),
    counter_examples=(
        "温馨提示:\n1. 遇到险情请拨打电话。\n全镇张贴安全提示200份。",
        "一、下载应用2万次，大小：按规定执行。\n今年以来。",
        "时间：2022年3月5日\n作者：某某\n今年以来，工作有序。",
    ),
)
STRAY_HEAD = Rule(
    name="stray-portal-head",
    version=1,
    reason="A portal's box stands above a text that was copied from there to a forum or a plain page.",
    families=frozenset(),
    dumps_only=True,
    find=find_stray_head,
    context=Context(family="discuz", title="某镇2022年总结", is_dump=True),
    examples=(
        (
            "分享\n某镇2022年总结.docx\n下载文档\nID:1234567\n大小:15.18KB\n页数:8页\n格式:DOCX\n时间:2023-05-02\n"
            "收藏 分享赚钱\n一、总结\n今年以来，工作有序。",
            "一、总结\n今年以来，工作有序。",
        ),
        (
            "资源ID：12 资源大小：20KB 资源格式：DOC\n温馨提示:\n1. 本文档由用户上传,版权归属用户。\n"
            "今年以来，工作有序。",
            "今年以来，工作有序。",
        ),
    ),
    counter_examples=(
        "大小：A4\n格式：竖排\n今年以来，工作有序。",
        "今年以来，工作有序。\n一、总结\n二、计划\n三、编号\n大小：A4\n页数：8页\n格式：竖排\n以上照办。",
    ),
)
TAIL = Rule(
    name="portal-tail",
    version=6,
    reason="The portal's buttons and other documents stand below its preview.",
    families=PORTAL,
    find=find_tail,
    context=DUMP,
    examples=(
        ("共享成果。\n\n此文档下载收益归作者所有\n\n下载文档\n你可能关注的文档\n收起\n展开\n", "共享成果。\n"),
        (
            "共享成果。\n温馨提示：\n1: 本站所有资源如无说明，都需要阅读器。\n关于本文\n本文标题：总结.doc\n",
            "共享成果。\n",
        ),
        ("共享成果。\n声明：本文档由网友提供，仅限参考学习。\n客服QQ：1234567\n收起<<\n", "共享成果。\n"),
        ("共享成果。\n相关文档\n某乡2021年工作总结.docx\n8页\n", "共享成果。\n"),
        (
            "共享成果，" + "各项工作取得新的进展。" * 20 + "\n猜你喜欢\n" + "某县总结，" * 12 + "较好完成了任务。\n",
            "共享成果，" + "各项工作取得新的进展。" * 20 + "\n",
        ),
    ),
    counter_examples=(
        "共享成果。\n温馨提示：\n1. 遇到险情请拨打电话。",
        "共享成果。\n群众可在大厅下载文档。",
        "印发相关文档\n" + "各单位按照要求认真学习，结合实际抓好贯彻落实，并把落实情况及时报送办公室备案，"
        "由办公室汇总后上报县委，逾期不报的予以通报，并限期整改到位。",
    ),
)
CAPTIONS = Rule(
    name="portal-captions",
    version=2,
    reason="Pictures of pages carry the title and their number; a button stands between pages. Neither is the text's.",
    families=PORTAL,
    find=find_captions,
    context=DUMP,
    examples=(
        ("今年以来。\n镇关于宣传工作2022年总结.docx_第2页\n二、计划\n", "今年以来。\n二、计划\n"),
        ("今年以来。\n第2页 / 共8页\n点击查看更多>>\n二、计划", "今年以来。\n二、计划"),
    ),
    counter_examples=(
        "今年以来。\n县志_第2页\n二、计划",
        "详见附件第2页。\n二、计划",
        "镇关于宣传工作2022年总结_第2页",
    ),
)
STAMPS = Rule(
    name="portal-stamps",
    version=5,
    reason="精选优质文档--倾情为你奉上 and its like are the portal's or the uploader's, put into every file.",
    families=frozenset(),
    spares_posts=True,
    find=find_stamps,
    context=DUMP,
    examples=(
        ("精选优质文档-----倾情为你奉上2022年总结 今年以来", "2022年总结 今年以来"),
        ("今年以来。来自淘豆网www.taodocs.com转载请标明出处.\n", "今年以来。\n"),
        ("原创整理，仅供参考 PAGE 2今年以来", "今年以来"),
        ("【精品文档】如有侵权，请联系网站删除，仅供学习与交流2022年总结.精品文档.今年以来", "2022年总结今年以来"),
        ("精選優質文檔-----傾情爲你奉上\n今年以來。\n專心---專注---專業", "\n今年以來。\n"),
    ),
    counter_examples=(
        "推出精选优质文档50份，仅供参考。",
        "数据来自淘豆网调查，仅供参考。",
        "打造精品文档。如有侵权，请联系网站删除。",
        "书山有路勤为径，学海无涯苦作舟，老师们以此自勉。",
    ),
)
RULES = (HEAD, STRAY_HEAD, TAIL, CAPTIONS, STAMPS, *portal_repeats.RULES)
