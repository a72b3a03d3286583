"""What forums show guests in place of attachments, and the buttons and file names that stand inside their posts."""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.lines import Line, filled, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import FILE_END

FAMILIES = frozenset({"discuz", "phpwind", "forum"})
DUMP = Context(family="discuz", is_dump=True)
GUEST_NOTICE = regex(
    r"马上注册.{0,40}(?:玩转社区|更多功能|轻松玩转).{0,6}|本帖子中包含更多资源|(?:附件[:：]\s*)?您需要\s*登录\s*后?才可以(?:下载|查看|浏览)"
    r".{0,40}|(?:下载|保存到相册|下载附件)|.{0,100}\([\d.]{1,8}\s*[KMG]?B,\s*下载次数[:：]\s*\d{1,7}\)|\d{4}-\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}\s*上传|复制代码"
    r"|扫码加?(?:关注)?(?:微信|公众号|客服)|二维码|扫码加我\s?拉你入群|\+\s?\d{1,4}\s?[^\s\d]{1,3}币"
    r"|本(?:主题|帖)由\s.{1,40}\s于\s.{4,40}?\s?(?:加入精华|设为精华|设置高亮|置顶|提升|移动|推荐|审核通过).{0,20}"
    r"|登录\s?[/／]\s?注册后可[看查](?:大图|附件|原图)|登录后(?:即可|可以?)?(?:查看|浏览|享受)更多.{0,20}|[^“”。]{0,30}如果您要查看本帖隐藏内容请[^“”。]{0,12}"
)
"""What guests are shown in place of attachments, and buttons inside a post; whole lines, bounded."""
WALL_WORD = "您需要"
INVITATION = regex(r"马上(?:注册|加入)[^\n]{0,60}")
"""What each board says in its own words above that."""
SLOGAN = regex(
    r"[^\n:：。]{4,40}(?:[!！~～…]|\.{2,6})|[^\n:：。]{0,12}(?:现在|立即|快来|欢迎|免费|点击|请先?)[^\n:：。]{0,12}(?:注册|加入)[^\n:：。]{0,30}[。!！]?"
)
"""A board's own words with no such beginning: a slogan, called out or trailing off, or an invitation. Bounded."""
ATTACHED = regex(r"[(（]?[\d.]{1,8}\s{0,2}[KMG]?B,\s{0,3}下载次数[:：]\s{0,3}\d{1,7}(?:,[^\n]{0,40})?[)）]?")
"""`4 KB, 下载次数: 3` below the name of a file: an attachment, as browsers print its table. Whole line, bounded."""
IMAGE = regex(
    r"(?=[^\n]{0,60}\d)(?![^\n]{0,60}[见如附])(?:图片\s?[:：]\s?)?[^\s/\\:：，。、；]{1,60}\.(?:jpe?g|png|gif|bmp|JPE?G|PNG|GIF|BMP)"
)
"""`IMG_20180128.jpg`: what the forum names in place of a picture in a post; whole line, bounded. A name without a
number may be what the text calls a picture."""


def find_guest_notices(text: str, context: Context) -> Iterable[Change]:
    """Take the lines that tell guests to log in for attachments, and the cross that closes their box."""
    lines = forum_lines(text)
    hits = guest_lines(lines)
    shown = filled(lines)
    return [] if len(shown) == 1 and lines[shown[0]].words == BUTTON else taken(lines[n] for n in sorted(hits))


BUTTON = "下载"
"""The one of these lines that people answer."""


def guest_lines(lines: Sequence[Line]) -> set[int]:
    """Give the indices of such lines, and of names of files and pictures that the forum prints in a post."""
    hits = {n for n, line in enumerate(lines) if GUEST_NOTICE.fullmatch(line.words)}
    walls = [n for n in hits if lines[n].words.startswith(WALL_WORD)]
    hits |= {n for n in (_above(lines, wall) for wall in walls) if n >= 0 and INVITATION.fullmatch(lines[n].words)}
    hits |= {n for n in _slogans(lines, walls) if n not in hits}
    hits |= {n for n in filled(lines) if lines[n].words in ("x", "×") and _above(lines, n) in hits}
    sized = {n for n, line in enumerate(lines) if ATTACHED.fullmatch(line.words)}
    hits |= sized | {n for n in (_above(lines, size) for size in sized) if n >= 0 and FILE_END.search(lines[n].words)}
    hits |= {n for n, line in enumerate(lines) if "." in line.words and IMAGE.fullmatch(line.words)}
    return hits


def _slogans(lines: Sequence[Line], walls: Sequence[int]) -> list[int]:
    """Give a post's first line where it is the board's: right above the wall and its cross, and the text below them."""
    shown = filled(lines)[:SLOGAN_LINES]
    if len(shown) < SLOGAN_LINES or shown[1] not in walls or lines[shown[2]].words not in ("x", "×"):
        return []
    return [shown[0]] if SLOGAN.fullmatch(lines[shown[0]].words) else []


SLOGAN_LINES = 4
"""Filled lines of a post that begins with a slogan: it, the wall, the cross, the first of the text."""


def _above(lines: Sequence[Line], index: int) -> int:
    """Give the index of the filled line above; -1 where there is none."""
    return next((n for n in range(index - 1, max(-1, index - 4), -1) if lines[n].words), -1)


GUESTS = Rule(
    name="discuz-guest-notice",
    version=9,
    reason="The forum tells guests to register or log in where members see an attachment.",
    families=FAMILIES,
    dumps_only=True,
    find=find_guest_notices,
    context=DUMP,
    examples=(
        (
            "马上注册，结交更多好友，享用更多功能，让你轻松玩转社区。\n"
            "您需要 登录 才可以下载或查看，没有帐号？立即注册\nx\n正文。",
            "正文。",
        ),
        (
            "正文。\n您需要 登录 才可以下载或查看，没有账号？立即注册\n\nx\n表.jpg (35.2 KB, 下载次数: 6)\n完",
            "正文。\n\n完",
        ),
        ("马上注册入会，结交名流，让生活双赢。\n您需要 登录 才可以下载或查看，没有帐号？立即注册\nx\n正文。", "正文。"),
        ("慢一点，才看得见花开...\n您需要 登录 才可以下载或查看，没有账号？立即注册\n\nx\n正文。", "\n正文。"),
        ("正文。\n登录/注册后可看大图\n完", "正文。\n完"),
        ("正文。\n附表.zip\n4 KB, 下载次数: 3\n完", "正文。\n完"),
        ("正文。\nIMG_20180128_副本.jpg\n完", "正文。\n完"),
        ("+2 论坛币\n正文。", "正文。"),
        ("本主题由 版主 于 2021-3-3 09:00 加入精华\n正文。\n二维码\n扫码加我 拉你入群\n", "正文。\n"),
        ("登录后查看更多精彩内容~\n正文。\n游客，如果您要查看本帖隐藏内容请回复", "正文。\n"),
        ("正文。\n本帖子中包含更多资源\n您需要 登录 才可以下载或查看，没有账号？立即注册  ×\n", "正文。\n"),
    ),
    counter_examples=(
        "您需要登录政务服务网才可以查看办理进度，窗口人员逐一告知办事群众。",
        "登录后查看更多事项的做法得到推广，群众只需登录一次就能办理全部业务。",
        "方程为\nx\n其中常数已知。",
        "登录/注册后可看大图的做法已经取消。",
        "今年以来，工作有序。\n您需要 登录\nx\n正文。",
        "新注册企业1200家。\n一、主要做法\nx\n正文。",
        "照片见附件现场.jpg\n扫描件：现场.jpg",
        "上报材料如下：\n附表.zip\n共4 KB，下载次数3次。",
        "版主把“如果您要查看本帖隐藏内容请回复”改成了公开。",
        "本主题由 张三 于 2021-3-3 提出后，支部当月研究。",
        "引导群众马上注册志愿者账号，全年注册1200人。",
    ),
)
RULES = (GUESTS,)
