"""Rules for dumps of Discuz and phpwind pages: heads of page and floors, feet, notices. Lines: `discuz_lines`."""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.forum.boxed_floors import SIGNS, boxed_floors
from cleaners.rules.forum.discuz_lines import EXCLAMATION, STRONG_TAIL, body_end, body_start, is_tail_line
from cleaners.rules.forum.floor_heads import HEAD_REST, header_of, headers_of
from cleaners.rules.forum.forum_script import forum_lines, simplified
from cleaners.rules.forum.guest_notices import WALL_WORD, guest_lines
from cleaners.rules.forum.posted_below import SIGN, floors_below
from cleaners.rules.forum.row_ends import row_end
from cleaners.rules.lines import Line, filled, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

DISCUZ = frozenset({"discuz", "phpwind", "forum"})
"""They print a line `发表于 …` above a floor and buttons below it; their words stand in one table."""
DUMP = Context(family="discuz", title="城关镇2021年工作总结", is_dump=True)
LONG_HEAD = 200
"""Sentences of more characters than this above a floor's head are no chrome: then only known lines are taken."""
EDIT_NOTE = regex(r"本帖最后由\s.{1,40}\s于\s.{4,40}?\s?编辑")
"""Discuz's note above an edited post; whole line, bounded."""
NOISE_UNIT = 3
"""Characters of one turn of the loop that makes the noise."""
BARS = ("|", "｜")
BAR = regex(r"[|｜]\s*\Z")
"""The end of a page that a bar ends; the class and the blanks are disjoint."""
JAMMER = regex(r"(?:(?<![\x20-\x7e])|(?<=[一-鿿][!?.,:;)\]]))(?:[\x20-\x3b] [\x3f-\x7e]){5,48}+[ \t]*(?=\n|\Z)")
"""Discuz's anti-copy noise as its source makes it (reference: realtext 3a): 5 to 15 times chr(32..59), blank,
chr(63..126), at the end of a line after a character that is not ASCII or a mark folded to it; lost empty lines leave
up to three runs together. Possessive and bounded."""


def find_head(text: str, context: Context) -> Iterable[Change]:
    """Take everything down to the line that says when the floor was posted."""
    lines = forum_lines(text)
    headers = headers_of(lines)
    if not headers or _has_other_floors(text, lines):
        return []
    end = body_start(lines, headers[0], len(lines))
    if sum(len(line.words) for line in lines[: headers[0]] if is_sentence(line.words)) > LONG_HEAD:
        known = (n for n in range(end) if _is_head_line(lines[n].words, context))
        return taken(lines[n] for n in known)
    return taken(lines[:end])


def _has_other_floors(text: str, lines: Sequence[Line]) -> bool:
    """Say whether the page's floors have boxes or dates of another kind: what looks like a header is quoted there."""
    is_boxed = any(sign in text for sign in SIGNS)
    return is_boxed and bool(floors_below(lines) if SIGN in text else boxed_floors(lines))


def _is_head_line(words: str, context: Context) -> bool:
    is_title = bool(context.title) and words.endswith(simplified(context.title or ""))
    return bool(is_title or is_tail_line(words) or HEAD_REST.fullmatch(words) or header_of(words))


def find_tail(text: str, context: Context) -> Iterable[Change]:
    """Take a floor's foot, and under the last floor the page's."""
    lines = forum_lines(text)
    end = body_end(lines, 0, len(lines))
    if not _has_text(lines[:end]):
        end = _behind_exclamation(lines, end)
    return taken(lines[end:]) if end or _is_foot_alone(lines) else []


def _is_foot_alone(lines: Sequence[Line]) -> bool:
    """Say whether a floor lost its text and shows only its foot, several buttons a line; people answer in one word."""
    shown = [lines[n].words for n in filled(lines)]
    return len(shown) > 1 and " " in shown[0] and all(map(is_tail_line, shown)) and any(map(STRONG_TAIL.search, shown))


def _has_text(lines: Sequence[Line]) -> bool:
    """Say whether lines hold more than what guests are told in place of an attachment."""
    shown = [line.words for line in lines if line.words]
    if len(shown) > NOTICE_LINES or not any(words.startswith(WALL_WORD) for words in shown):
        return bool(shown)
    own = guest_lines(lines)
    return any(line.words and n not in own for n, line in enumerate(lines))


NOTICE_LINES = 4
"""Lines of such a notice with its cross."""


def _behind_exclamation(lines: Sequence[Line], end: int) -> int:
    """Give the index behind a text that is one word of the footer itself, `end` where the page has no text at all."""
    shown = [n for n in range(end, len(lines)) if lines[n].words]
    is_word = len(shown) > 1 and EXCLAMATION.fullmatch(lines[shown[0]].words)
    return shown[0] + 1 if is_word else end


def find_edit_note(text: str, context: Context) -> Iterable[Change]:
    """Take the line that says who edited the post and when."""
    return taken(line for line in forum_lines(text) if EDIT_NOTE.fullmatch(line.words))


def find_bars(text: str, context: Context) -> Iterable[Change]:
    """Take bars that stand alone below the text: what is left of a foot whose buttons were pictures."""
    glued = row_end(text)
    if glued:
        return [Change(start=glued[0], end=glued[1])]
    lines = lines_of(text) if BAR.search(text, max(0, len(text) - 40)) else ()
    end = len(lines)
    while end and (not lines[end - 1].words or lines[end - 1].words in BARS):
        end -= 1
    return taken(line for line in lines[end:] if line.words) if end else []


def find_jammer(text: str, context: Context) -> Iterable[Change]:
    """Take anti-copy noise at the ends of lines; letters parted by two blanks are a table's."""
    noises = (m for m in JAMMER.finditer(text) if len(set(m[0][::NOISE_UNIT].strip())) > 1)
    return [Change(start=m.start(), end=m.end()) for m in noises]


HEAD = Rule(
    name="discuz-head",
    version=13,
    reason="Everything above the line 发表于 … is the page's or the floor's head; its facts are read beforehand.",
    families=DISCUZ,
    dumps_only=True,
    find=find_head,
    context=DUMP,
    examples=(
        (
            "搜索\n热搜: 活动\n[总结] 城关镇2021年工作总结\n[复制链接]\n楼主\n"
            "发表于 2021-1-2 22:08:16 | 只看该作者 |倒序浏览\n今年以来。\n",
            "今年以来。\n",
        ),
        ("张三\n\n5\n主题\n沙发\n发表于 2021-3-8 17:53:54\n|\n只看该作者\n\n写得好\n", "写得好\n"),
        ("标题: 工作总结 [打印本页]\n作者: 李四    时间: 2021-1-2 22:08\n标题: 工作总结\n正文。", "正文。"),
        ("标题:\n工作总结\n[打印本页]\n作者:\n李四\n时间:\n2021-1-2 22:08\n标题:\n工作总结\n正文。", "正文。"),
    ),
    counter_examples=(
        "一年来，我局向楼主反映的小区物业问题逐一回复，发表于《城关日报》的稿件12篇。\n",
        ("今年以来，各项工作有序推进，成效明显。\n" * 12) + "发表于 2021-1-2 22:08 的通告\n继续努力。",
        "文章发表于 2021-1-2 22:08 的党报第三版，反响良好。\n今年以来，工作有序推进。",
    ),
)
TAIL = Rule(
    name="discuz-tail",
    version=11,
    reason="Share words, 使用道具 举报, reply form and page footer stand below a floor's text.",
    families=DISCUZ,
    dumps_only=True,
    find=find_tail,
    context=DUMP,
    examples=(
        (
            "汇报完毕。\n分享到:  QQ好友和群QQ好友和群 QQ空间QQ空间\n收藏收藏 分享淘帖\n回复\n\n"
            "使用道具 举报\n\n您需要登录后才可以回帖 登录 | 立即注册\n"
            "本版积分规则\n手机版|某论坛 ( 桂ICP备00000000号\nPowered by Discuz! X3.2\n快速回复 返回顶部 返回列表\n",
            "汇报完毕。\n",
        ),
        ("谢谢分享\n\n回复\n\n使用道具\n举报\n", "谢谢分享\n\n"),
        ("汇报完毕。\n赞\n12\n踩\n收藏\n使用道具\n举报\n回复", "汇报完毕。\n"),
        ("顶\n回复\n使用道具 举报\n返回列表\n", "顶\n"),
        (
            "汇报完毕。\n评分\n参与人数 2 威望 +3 收起 理由\n老书记 + 2 很给力，谢谢分享!\n查看全部评分\n\n"
            "收藏0 转发 支持0\n使用道具 举报\n提升卡 沉默卡 显身卡\n",
            "汇报完毕。\n",
        ),
        ("分享到:  QQ好友和群 QQ空间\n收藏收藏 分享淘帖\n回复\n\n使用道具 举报\n", ""),
        ("正文。\n欢迎光临 某论坛 (http://forum.example/)\nPowered by Discuz! X3.4", "正文。\n"),
    ),
    counter_examples=(
        "三、畅通举报渠道。设立举报箱，公布举报电话，群众登录平台即可查询。\n",
        "举报 回复\n群众来信已办结，感谢支持。",
        "举报\n群众可以通过信箱反映问题，我局在收到之日起十五个工作日内登记、核查、回复，并把结果在政务公开栏公布，接受群众监督，逾期未办结的要说明理由。\n",
        "各单位要做好信息的收藏、分享和回复工作。",
    ),
)
EDITED = Rule(
    name="discuz-edit-note",
    version=1,
    reason="本帖最后由 … 编辑 is written by the forum, not by the author; the date goes to the facts.",
    families=DISCUZ,
    dumps_only=True,
    find=find_edit_note,
    context=DUMP,
    examples=(
        ("本帖最后由 老秘书 于 2021-1-2 22:10 编辑\n\n今年以来。", "\n今年以来。"),
        ("正文。\n 本帖最后由 李四 于 2020-12-31 08:00:01 编辑 \n", "正文。\n"),
    ),
    counter_examples=(
        "本帖最后由 张三 于 2021-1-2 22:10 编辑后再次引发网民关注，我办及时回应。",
        "材料最后由办公室于 2021年1月 编辑。",
    ),
)
NOISE = Rule(
    name="discuz-jammer",
    version=2,
    reason="Discuz's anti-copy noise is drawn anew for each visitor and is no one's text.",
    families=DISCUZ,
    dumps_only=True,
    find=find_jammer,
    context=DUMP,
    examples=(
        ("工作扎实。8 d! g) r3 x0 s  K\n下一段", "工作扎实。\n下一段"),
        ("一年来3 m: G& ^. q$ U9 h\n", "一年来\n"),
        ("如何返回?5 R/ @6 v0 }# r( [& ]\n9 G0 m: v8 G3 x. F8 W$ s9 d+ S* T4 H7 _& y: _5 ]8 k\n", "如何返回?\n\n"),
    ),
    counter_examples=(
        "型号为 A 1 B 2 C 3 D 4 E 5 的设备",
        "联系电话：0 1 2 3 4 5 6 7\nWindows 10 professional",
        "选项:  A  B  C  D  E  F\n选项  A  B  C  D  E  F",
    ),
)
LONE_BAR = Rule(
    name="lone-bar",
    version=3,
    reason="A bar alone below a text parted two buttons of a forum's foot (reference: realtext 3a).",
    families=frozenset(),
    dumps_only=True,
    find=find_bars,
    context=Context(family="dump", is_dump=True),
    examples=(
        ("工作扎实。\n\n|\n", "工作扎实。\n\n"),
        ("工作扎实。\n｜\n|", "工作扎实。\n"),
        ("工作扎实。 |\n", "工作扎实。\n"),
    ),
    counter_examples=("姓名 | 职务 |", "甲\n|\n乙", "|\n"),
)
RULES = (TAIL, EDITED, NOISE, LONE_BAR)
