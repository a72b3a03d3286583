"""Dumps of pages that hold no text but the site's own message: errors, logins, passwords, shields, closed boards.

The software's own boxes go first, told by their heading or by the way on below them; then the words that any site
prints, as `generic` tells them. A text is never one: a message is short and alone between the page's own lines.
"""

from collections.abc import Iterable, Sequence

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.discuz.wording import reason_of as reason_of_discuz
from cleaners.platforms.generic.walls import MESSAGES, Spoken, message_of
from cleaners.platforms.phpwind.errors import reason_of as reason_of_phpwind
from cleaners.platforms.platform import Findings
from cleaners.reading import PageKind
from cleaners.regex import regex
from cleaners.rules.foot.tail_lines import is_tail_line
from cleaners.rules.forum.discuz_lines import FOOTER
from cleaners.rules.forum.discuz_lines import is_tail_line as is_forum_chrome
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.head.meta_lines import is_menu, path_of
from cleaners.rules.lines import HAN, filled
from cleaners.rules.rule import FORUMS

HEADING = regex(
    r"(?:[^。，！？\n]{0,20}[\s|_-])?(?:提示信息|信息提示|系统提示|操作提示|错误提示|论坛提示)[!！:：]?"
    r"(?: ?[-_|] ?[^。，！？\n]{1,40})?"
)
"""The heading of a message box, a whole line: 提示信息 of Discuz and phpwind, 信息提示 of EmpireCMS, `某网 提示信息！`
of DedeCMS. Bounded."""
WAY_ON = regex(
    r"[\[(（【]? ?(?:如果?您?你?的?浏览器(?:没有?|不)(?:能)?(?:自动)?(?:跳转|反应|返回)[,，]?\s?)?"
    r"(?:请?点击(?:这里|此处|此链接)(?:返回|登录|注册|继续|进入|跳转)?[^。\n]{0,12}|返回(?:上一?页|前页|首页|继续操作|重新操作)|点此返回[^。\n]{0,8}|现在登录)"
    r"[\])）】.。…]{0,4}"
)
"""What stands below a message: how to go on; bounded, whole line."""
BOX_SAYS = regex(
    r"(?:抱歉|对不起|很遗憾|本版块需要密码|您(?:需要|没有|还没有|尚未|所在的用户组|无权)|指定的|该(?:主题|帖子|版块)"
    r"|没有(?:权限|找到)|参数错误|页面不存在|此(?:页面|帖子|主题|信息)).{2,118}"
)
"""How the boxes' messages begin (Discuz X, phpwind: their language packs); bounded, whole line."""
PASSWORD_LINE = regex(r"(?:登[录陆])?密\s{0,4}码\s?[:：]?(?:\s{0,9}(?:忘记密码|找回密码)\s?[?？]?)?")
NAME_LINE = regex(r"(?:用户名?|会员名|[账帐]号|登[录陆]名|Email|邮箱|手机号?)\s?[:：]?")
"""The fields of a form to log in, each a line of its own; bounded."""
FRAME = regex(
    r"(?:\s|设为首页|收藏本站|切换到[窄宽]版|用户名|[UE]ID|Email|自动登录|找回密码|密码|登录|立即注册|注册|快捷导航|论坛(?:BBS)?|搜索"
    r"|Archiver\s?[|｜][^。，]{0,100}|门户(?:Portal)?|返回(?:顶部|版块|列表)|热搜\s?[:：][^。，]{0,60}|群组Group|家园Space|帖子|用户|文章|导读Guide|排行榜Ranklist)++"
)
"""A line of what Discuz X prints round every page for a guest; possessive, literals and one bounded gap."""
SUM = regex(r"\d{1,3}(?: ?[-+*] ?\d{1,3}){1,4} ?= ?[?？]")
"""The sum that the software's shield asks for, alone on its page; bounded."""
MESSAGE_LINE = 120
"""Characters of a message in its box."""
PAGE_CHARS = 2_500
"""Characters up to which a page with the site's frame may be a message: no captured one has more than 1,300."""
BOX_HAN = 160
"""Han characters outside the page's own lines up to which a page may be a message."""
BELOW_HEADING = 4
"""Lines from the top among which a box's heading stands, and below that among which its message does."""


def told_instead(text: str, family: str) -> Findings | None:
    """Give the refusal that a dump of a message comes to; None for all that may be a text."""
    if len(text) > PAGE_CHARS:
        return None
    lines = forum_lines(text)
    shown = [lines[n].words for n in filled(lines)]
    own = [words for words in shown if not _is_chrome(words)]
    if not shown or _han(own) > BOX_HAN:
        return None
    boxed = _boxed(own)
    if boxed is None and family in FORUMS and _is_framed(shown) and _is_bare(own):
        boxed = "".join(own) or "nothing but the forum's frame"
    if boxed is not None:
        reason = _reason(boxed, family)
        return _refused(PageKind.LOGIN if reason in (Reason.LOGIN, Reason.PASSWORD) else PageKind.ERROR, reason, boxed)
    return _spoken(own, size=sum(len("".join(words.split())) for words in shown))


def _is_chrome(words: str) -> bool:
    """Say whether a line is the page's own whatever the page says: menus, paths, buttons, footers."""
    is_foot = bool(FOOTER.fullmatch(words) or FRAME.fullmatch(words)) or is_tail_line(words)
    return is_foot or is_forum_chrome(words) or is_menu(words) or bool(path_of(words))


def _boxed(own: Sequence[str]) -> str | None:
    """Give the message of a box: below its heading, or the software's own words alone; None where there is no box.

    A report may end with a link back, and may have a part that is paid for: few words of any other kind stand there.
    """
    at = next((n for n, words in enumerate(own[:BELOW_HEADING]) if HEADING.fullmatch(words)), None)
    below = own[at + 1 : at + 1 + BELOW_HEADING] if at is not None else ()
    said = next((words for words in below if _may_be_said(words)), None)
    if said is not None and (_is_known(said) or any(map(WAY_ON.fullmatch, own))):
        return said
    alone = [words for words in own if BOX_SAYS.fullmatch(words)]
    is_alone = len(alone) == 1 and _han(words for words in own if words != alone[0]) <= FEW_HAN
    return alone[0] if is_alone and _is_last(own, alone[0]) else None


def _is_known(said: str) -> bool:
    """Say whether words are such as messages have: a guide may stand under 操作提示 as well."""
    return bool(BOX_SAYS.fullmatch(said)) or any(shape.search(said) for shape, _, _ in MESSAGES)


def _han(lines: Iterable[str]) -> int:
    return sum(len(HAN.findall(words)) for words in lines)


def _is_framed(shown: Sequence[str]) -> bool:
    """Say whether a forum's whole page stands there, head and foot: a post that lost its head has a few buttons."""
    return any(map(FOOTER.fullmatch, shown)) and sum(FRAME.fullmatch(words) is not None for words in shown) >= FRAMED


FRAMED = 3
"""Lines of a forum's head for guests; the shortest has the links, the login and the search."""


def _is_bare(own: Sequence[str]) -> bool:
    """Say whether a forum's page without floors has no more than an administrator's words in its frame."""
    return len(own) <= BELOW_HEADING and _han(own) <= FEW_HAN


def _may_be_said(words: str) -> bool:
    return len(words) <= MESSAGE_LINE and _han([words]) >= BUTTON_HAN and not WAY_ON.fullmatch(words)


def _is_last(own: Sequence[str], said: str) -> bool:
    """Say whether nothing but buttons stands below a message: the text of a report goes on."""
    return all(WAY_ON.fullmatch(words) or _han([words]) <= BUTTON_HAN for words in own[own.index(said) + 1 :])


BUTTON_HAN = 4
"""Han characters of a button, 重新登录 or 返回首页."""


def _reason(said: str, family: str) -> Reason:
    """Give the reason by the software's own words; by those of any site for software that is not known."""
    if family in ("discuz", "forum"):
        return reason_of_discuz(said) if HAN.search(said) else Reason.NO_CONTENT
    if family == "phpwind":
        return reason_of_phpwind(said)
    return next((reason for shape, _, reason in MESSAGES if shape.search(said)), Reason.NO_CONTENT)


def _spoken(own: Sequence[str], *, size: int) -> Findings | None:
    """Tell a message by the words that any site prints; None for a page.

    The first line is its heading; of a page of a few words it may be the message itself.
    """
    if own and all(SUM.fullmatch(words) for words in own):
        return _refused(PageKind.CHALLENGE, Reason.CHALLENGE, own[0])
    if any(map(PASSWORD_LINE.fullmatch, own)) and any(map(NAME_LINE.fullmatch, own)):
        return _refused(PageKind.LOGIN, Reason.LOGIN, own[0])
    said = message_of(_page(own[:1], own[1:] or own, size))
    if said is None and _han(own) <= FEW_HAN:
        said = message_of(_page((), own, size))
    return None if said is None else Findings(page_kind=said[0], outcome=said[1])


FEW_HAN = 40
"""Han characters up to which all that a page says may be its message."""


def _page(heading: Sequence[str], text: Sequence[str], size: int) -> Spoken:
    """Give what a page says, as it is asked in markup; a dump knows neither source nor rows of links."""
    lines = tuple(dict.fromkeys((*heading, *text)))
    return Spoken(
        page_title="".join(heading), lines=lines, text="".join("".join(words.split()) for words in text), size=size,
        has_password=any(PASSWORD_LINE.fullmatch(words) for words in lines), source="", rows=0,
    )  # fmt: skip


def _refused(kind: PageKind, reason: Reason, said: str) -> Findings:
    return Findings(page_kind=kind, outcome=Outcome(state=State.REFUSED, reason=reason, detail=said[:200]))
