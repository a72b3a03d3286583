"""Rules about what a dump keeps of pictures and of strangers' links: file names alone on a line, obscene runs below.

Such runs above a text: `bylines`. Credits of pictures are the author's and stay.
"""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.inside.injected_lines import is_injected
from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

PICTURE = regex(
    r"[\w\-. （）()、，—–·“”]{1,60}\.(?:jpe?g|png|gif|bmp|webp|JPE?G|PNG|GIF|BMP)"
    r"|[\[【(（]?\s?(?:[Ii]mage|IMAGE|img|IMG)\s?\d{0,3}\s?[\])】）]?"
)
"""`10.jpg`, `Image` alone on its line: the name of a picture that stood there, or the word for one; bounded."""
CAMERA = regex(
    r"(?:微信图片|QQ图片|微信截图|QQ截图|企业微信截图|屏幕截图|图片)[_ ]?\d{8,20}(?:_\d{1,4})?"
    r"|(?:IMG|DSC|DSCN|mmexport|wx_camera|Screenshot)[_-]?\d{3,17}(?:[_-]\d{1,9})?"
    r"|[^\n。，；：:]{2,60}_第\d{1,3}张图片|[Gg]raywatermark[\w.]{0,20}"
)
"""`微信图片_20210903101020`, `T_第1张图片`: the name that a telephone or a site gave a picture, without its ending."""
CAMERA_SIGNS = ("图片", "圖片", "截图", "截圖", "IMG", "DSC", "mmexport", "camera", "Screenshot", "watermark")
"""One of them is in each of these names."""
ENDS = (
    "mage", "MAGE", "img", "IMG", ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".JPG", ".JPEG", ".PNG", ".GIF",
    ".BMP",
)  # fmt: skip
"""How such a line ends: a text without them needs no search."""
PLACE = regex(r"[\[【(（<＜]\s?(?:图片|圖片|插图|插圖|图像|圖像)\s?\d{0,3}\s?[\]】)）>＞]")
"""`[图片]` alone on its line: what a program prints in a picture's place; bounded."""
BARE = frozenset(
    {"图片", "圖片", "资料图片", "資料圖片", "资料图", "資料圖", "示意图", "示意圖", "网络图片", "網絡圖片", "網上圖片"}
)
"""The same without brackets: a heading where it stands once, or among other short lines."""
BARES = 2
"""Lines of such places from which on the bare words are some."""
LISTS = regex(r"附件|附图|附表|文件名|目录|清单|下载")
"""Words above a list of files that is the document's own."""


def find_pictures(text: str, context: Context) -> Iterable[Change]:
    """Take names of pictures between the lines of a text; files that a document lists stay."""
    is_bare = any(word in text for word in ("图", "圖"))
    titled = f"{context.title} " if context.title else ENDS[0]
    if not is_bare and not any(sign in text for sign in (*ENDS, *CAMERA_SIGNS, titled)):
        return []
    lines = [line for line in lines_of(text) if line.words]
    named = [n for n, line in enumerate(lines) if _is_picture(line.words) or _is_titled(line.words, context.title)]
    found = sorted({*named, *_bare(lines, named)})
    kept = {n for n in found if any(LISTS.search(line.words) for line in lines[max(0, n - 3) : n])}
    own = (line for n, line in enumerate(lines) if n not in found)
    if kept or not any(is_sentence(line.words) for line in own):
        return []
    return taken(lines[n] for n in found)


def _is_picture(words: str) -> bool:
    """Say whether a whole line is a picture's name or what a program prints in its place."""
    if PICTURE.fullmatch(words) or PLACE.fullmatch(words):
        return True
    return any(sign in words for sign in CAMERA_SIGNS) and CAMERA.fullmatch(folded(words)) is not None


def _is_titled(words: str, title: str | None) -> bool:
    """Say whether a whole line is the page's title with a number behind it, as sites call pictures."""
    if not title or len(title) < TITLE_CHARS or not words.startswith(title):
        return False
    return NUMBER.fullmatch(words, len(title)) is not None


TITLE_CHARS, NUMBER = 8, regex(r"\s{0,2}[-—–_]\s{0,2}\d{1,2}")
"""`T - 2`: what a site calls the second picture of T; bounded."""


def _bare(lines: Sequence[Line], named: Sequence[int]) -> list[int]:
    """Give the lines that are the bare word, where several pictures stood and the text's sentences are beside them."""
    bare = [n for n, line in enumerate(lines) if line.words in BARE]
    if len(bare) + len(named) < BARES:
        return []
    places = {*bare, *named}
    own = [n for n in range(len(lines)) if n not in places]
    above = (max((at for at in own if at < n), default=-1) for n in bare)
    below = (min((at for at in own if at > n), default=-1) for n in bare)
    near = [at for pair in zip(above, below, strict=True) for at in pair if at >= 0]
    return bare if sum(is_sentence(lines[at].words) for at in near) * BARES >= len(near) else []


def find_injected(text: str, context: Context) -> Iterable[Change]:
    """Take runs of obscene words from the tail."""
    lines = lines_of(text)
    zone = tail_zone(lines)
    if not any(line.words for line in lines[:zone]):
        return []
    return taken(line for line in lines[zone:] if is_injected(line.words))


DUMP = Context(family="dump", is_dump=True, title="青禾村办起缫丝赛")
PICTURES = Rule(
    name="picture-names",
    version=6,
    reason="The file name that stands for a picture in a dump is the page's; what it shows is said beside it.",
    families=frozenset({"dump"}),
    dumps_only=True,
    find=find_pictures,
    context=DUMP,
    examples=(
        (
            "今年以来，工作有序推进。\n10.jpg\n会议现场\n下一步，抓好落实。",
            "今年以来，工作有序推进。\n会议现场\n下一步，抓好落实。",
        ),
        ("今年以来，工作有序推进。\nIMG_2021-03.PNG", "今年以来，工作有序推进。\n"),
        ("今年以来，工作有序推进。\nImage\n下一步，抓好落实。", "今年以来，工作有序推进。\n下一步，抓好落实。"),
        ("今年以來，工作有序推進。\n圖片\n圖片\n下一步，抓好落實。", "今年以來，工作有序推進。\n下一步，抓好落實。"),
        ("今年以来，工作有序推进。\n微信图片_20210903101020\n抓好落实。", "今年以来，工作有序推进。\n抓好落实。"),
        ("接线前要验电。\n实习日志_第1张图片\n图1 接线图\n要进开关。", "接线前要验电。\n图1 接线图\n要进开关。"),
        ("今年以来，工作有序推进。\n青禾村办起缫丝赛 - 1\n下一步。", "今年以来，工作有序推进。\n下一步。"),
        ("今年以来，工作有序推进。\n[图片]\n下一步，抓好落实。", "今年以来，工作有序推进。\n下一步，抓好落实。"),
    ),
    counter_examples=(
        "今年以来，工作有序推进。\n附件：\n1.jpg\n2.jpg",
        "照片命名为10.jpg后上传。\n今年以来，工作有序推进。",
        "10.jpg",
        "今年以来，工作有序推进。\n图片12张\n下一步，抓好落实。",
        "今年以来，工作有序推进。\n青禾村办起缫丝赛\n溪口村办起缫丝赛 - 1",
        "一、文字\n讲授字体与排版，共12课时。\n图片\n讲授图片处理，共8课时。",
        "序号\n名称\n图片\n1\n校徽\n图片\n以上标志由办公室保管。",
    ),
)
INJECTED_FOOT = Rule(
    name="injected-foot",
    version=1,
    reason="Mirrors on strangers' domains end with runs of obscene words too (realtext, family 26).",
    families=frozenset(),
    dumps_only=True,
    find=find_injected,
    context=DUMP,
    examples=(
        ("今年以来，工作有序推进。\n深夜av无码久久,亚洲国产一区二区三区,国产在线视频", "今年以来，工作有序推进。\n"),
        (
            "今年以來，工作有序推進。\n國產精品久久久\n日韓人妻在線,亞洲毛片免費,99热久久",
            "今年以來，工作有序推進。\n國產精品久久久\n",
        ),
    ),
    counter_examples=(
        "今年以来，查处毛片、成人视频等免费在线观看网站3个，清理无码视频12部。",
        "亚洲人妻无码毛片,国产精品久久免费视频",
        "今年以来，工作有序推进。\n一区二区三区精品民宿免费视频在线观看",
    ),
)
RULES: tuple[Rule, ...] = (PICTURES, INJECTED_FOOT)
