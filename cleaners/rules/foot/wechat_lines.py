"""Rules about what WeChat's pages put below an article, which copies and dumps carry along."""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

STRONG = regex(
    r"预览时标签不可点|收录于(?:话题|合集|专辑)\s{0,3}(?:#.{0,60}?)?(?:\d{0,4}\s?[个篇])?"
    r"|微信扫一扫\s{0,3}(?:关注该公众号|使用小程序)|关注该公众号"
    r"|继续滑动看下一个|向上滑动看下一个|轻触阅读原文|[0-9]{0,6}人划线|点(?:分享|收藏|点赞|在看)|微信扫一扫赞赏作者|您可能也对以下帖子感兴趣|文章有问题[?？]\s?点此查看未经处理的缓存|：\s?，\s?。\s{0,5}视频\s?小程序\s?赞.{0,60}|喜欢此内容的人还喜欢"
)
"""What only these pages print, whole line (saved pages of 2018 to 2026). Bounded."""
WEAK = regex(
    r"微信扫一扫|使用小程序|知道了|取消|允许|取消\s{0,3}允许|阅读原文|分析|[×✕]|分享|收藏|点赞|在看|赞|喜欢|视频"
    r"|小程序|修改于|写留言|赞赏作者|喜欢作者|赞赏|\d{1,6}人喜欢|已无更多数据|查看更多"
    r"|留言\s?\d{0,5}|阅读\s?\d{0,7}\+?|!\[\]\(\)|\*{2,4}|上一篇\s{0,5}下一篇"
)
"""What stands among those lines, whole line; words that a report may hold too."""
STARTS = frozenset("关向喜微收继轻预：繼輕關預人点點0123456789您文")
"""How strong lines begin, in either script (a test derives it from the shape)."""
LINE_CHARS = 200
"""Characters of a line of the page's own."""
NAME_CHARS = 30
"""Characters of a line between such lines that is the account's name."""


def find_tail(text: str, context: Context) -> Iterable[Change]:
    """Take the page's own lines below the text, from the first that only such pages print."""
    lines = lines_of(text)
    likely = [n for n, line in enumerate(lines) if len(line.words) <= LINE_CHARS and line.words[:1] in STARTS]
    if not likely:
        return []
    first = next((n for n in likely if STRONG.fullmatch(folded(lines[n].words))), None)
    if first is None or not any(line.words for line in lines[:first]):
        return []
    last = max(n for n, line in enumerate(lines) if line.words and _is_of_the_page(line.words))
    is_quiet = all(_is_short(line.words) for line in lines[first:])
    return taken(line for n, line in enumerate(lines) if n >= first and _goes(lines, n, last, is_quiet=is_quiet))


def _goes(lines: Sequence[Line], n: int, last: int, *, is_quiet: bool) -> bool:
    """Say whether a line below the first strong one goes: it is of the page, or a name among such lines."""
    words = lines[n].words
    return not words or _is_of_the_page(words) or (is_quiet and n < last and len(words) <= NAME_CHARS)


def _is_of_the_page(words: str) -> bool:
    if len(words) > LINE_CHARS:
        return False
    line = folded(words)
    return STRONG.fullmatch(line) is not None or WEAK.fullmatch(line) is not None


def _is_short(words: str) -> bool:
    return not is_sentence(words) and len(words) <= 2 * NAME_CHARS


WECHAT_TAIL = Rule(
    name="wechat-tail",
    version=5,
    reason="WeChat's own buttons and notices stand below an article; copies carry them along.",
    spares_posts=True,
    families=frozenset(),
    find=find_tail,
    examples=(
        ("汇报完毕。\n预览时标签不可点\n微信扫一扫\n关注该公众号", "汇报完毕。\n"),
        ("匯報完畢。\n預覽時標籤不可點\n收錄於話題#個\n", "匯報完畢。\n"),
        ("汇报完毕。\n收录于话题#个\n上一篇 下一篇\n", "汇报完毕。\n"),
        ("汇报完毕。\n收录于合集 #基层党建 12个", "汇报完毕。\n"),
        (
            "汇报完毕。\n预览时标签不可点\n\n微信扫一扫关注该公众号\n继续滑动看下一个\n轻触阅读原文\n某镇发布\n"
            "向上滑动看下一个\n知道了\n",
            "汇报完毕。\n",
        ),
        ("汇报完毕。\n点分享\n点收藏\n点点赞\n点在看", "汇报完毕。\n"),
        ("汇报完毕。\n您可能也对以下帖子感兴趣\n文章有问题？点此查看未经处理的缓存", "汇报完毕。\n"),
        ("汇报完毕。\n12人划线\n微信扫一扫赞赏作者\n喜欢作者", "汇报完毕。\n"),
        ("汇报完毕。\n预览时标签不可点\n来源：某镇党政办公室\n", "汇报完毕。\n来源：某镇党政办公室\n"),
    ),
    counter_examples=(
        "预览时标签不可点",
        "微信扫一扫关注该公众号的群众达三千人。\n知道了\n取消",
        "二、方法\n取消\n允许\n分析",
        "各单位要组织干部微信扫一扫，关注该公众号。\n阅读原文",
    ),
)
RULES = (WECHAT_TAIL,)
