"""The print page of a thread: at most the first 100 floors on one page, bare text between rules.

A part that only members, payers or repliers may read is left out there without a word: whether one is missing cannot
be known from this view, and its rank is below the main one for that.
"""

import re

from lxml.html import HtmlElement

from cleaners.platforms.discuz.anatomy import Anatomy
from cleaners.platforms.discuz.archived import cut, thread_findings
from cleaners.platforms.discuz.bodies import locks_in, show
from cleaners.platforms.discuz.floors import ANONYMOUS, date_in, read_time
from cleaners.platforms.discuz.linking import Own
from cleaners.platforms.discuz.runs import children, cut_before, drop_head, split_runs
from cleaners.platforms.discuz.threads import document_key
from cleaners.platforms.elements import finder, words
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import StatedDate, View
from cleaners.regex import regex

_BOLD = finder("/html/body/b | /html/body/*/b")
_SET_OFF = finder("./em | ./strong")
"""What the software's notices set off: the reason, or the price."""
_LABEL = regex(r"(作者|时间|标题) ?[:：]")
# What stands for a floor that is shielded or not paid for, alone and as the software sets it; literals, bounded gaps.
_SHIELDED = regex(r"提示 ?[:：] ?(?:作者被禁止或删除 ?内容自动屏蔽|该帖被管理员或版主屏蔽)")
_UNPAID = regex(r"本主题(?:需向作者|需要)支付 ?[0-9]{1,8} ?[^\s，。]{0,12} ?才能浏览")
# A file below a floor in X1: `附件: <b>文稿.docx</b> (2021-1-2, 15.18 KB) / 下载次数 7`; one bounded class.
_FILE_LABEL = regex(r"(?:图片)?附件 ?[:：]")
_FILE_TAIL = regex(r"\s{0,3}\([^()]{1,60}\) / 下载次数")


def is_printable(anatomy: Anatomy) -> bool:
    """Say whether a page is a thread's print page; True = the labels and rules of that template are there."""
    if "postlist" in anatomy.ids or "hd" in anatomy.ids or "打印本页" not in anatomy.sheet.text:
        return False
    labels = {found[1] for bold in _BOLD(anatomy.tree) if (found := _LABEL.match(words(bold)))}
    return {"作者", "时间"} <= labels


def read_printable(anatomy: Anatomy) -> Findings:
    """Read a print page: at most the first 100 floors of a thread, all on one page, times without seconds."""
    parent = next(node.getparent() for node in _BOLD(anatomy.tree) if _label(node) == "作者")
    runs = [run for _, run in split_runs(parent, lambda node: node.tag == "hr") if "作者" in _labels(run)]
    title = None
    drafts: list[Draft] = []
    for position, run in enumerate(runs, start=1):
        draft, own_title = _floor(anatomy, run, position)
        drafts.append(draft)
        title = own_title if position == 1 else title
    title = title or anatomy.title.partition(" - ")[0].strip() or None
    own = Own(key=document_key(anatomy), view=View.PRINTABLE)
    found = thread_findings(anatomy, drafts, title, own, pages=1)
    return cut(found) if drafts and drafts[0].note == "locked" else found


def _label(bold: HtmlElement) -> str | None:
    found = _LABEL.match(words(bold))
    return found[1] if found else None


def _labels(run: HtmlElement) -> dict[str, HtmlElement]:
    """Give the labels of a run, the first of each name: a text may hold the same in bold."""
    found: dict[str, HtmlElement] = {}
    for child in children(run):
        label = _label(child) if child.tag == "b" else None
        if label is not None:
            found.setdefault(label, child)
    return found


def _floor(anatomy: Anatomy, run: HtmlElement, position: int) -> tuple[Draft, str | None]:
    """Read `作者: X  时间: T`, where the post has one `标题: …`, then the text."""
    cut_before(run, lambda node: node.tag == "table" and "Powered by" in words(node))
    _cut_files(run)
    labels = _labels(run)
    author = (labels["作者"].tail or "").replace("\u00a0", " ").strip() or None
    time = labels.get("时间")
    subject = _subject(labels)
    title = (subject.tail or "").strip() or None if subject is not None else None
    date = _date(anatomy, time) if time is not None else None
    head = subject if subject is not None else time if time is not None else labels["作者"]
    drop_head(run, next((node for node in head.itersiblings() if node.tag == "br"), head))
    locked = locks_in(run, has_text=True)
    shown = show([run], is_reply=position > 1)
    is_shielded, is_unpaid = (_stands_alone(pattern, shown, run) for pattern in (_SHIELDED, _UNPAID))
    note = "shielded" if is_shielded else "locked" if is_unpaid else "anonymous" if author == ANONYMOUS else None
    draft = Draft(
        position=position,
        shown="" if is_shielded or is_unpaid else shown,
        author=author,
        date=date,
        note=note,
        hidden_parts=locked.parts + int(is_unpaid),
        node=f"text behind the rule {position}",
    )
    return draft, title


def _subject(labels: dict[str, HtmlElement]) -> HtmlElement | None:
    """Give the label of the post's own title: the next thing behind the time, in its line or on the next one."""
    subject, time = labels.get("标题"), labels.get("时间")
    if subject is None or time is None:
        return subject
    between = [node.tag for node in subject.itersiblings(preceding=True) if node in set(time.itersiblings())]
    return subject if [tag for tag in between if tag != "span"] in ([], ["br"]) else None


def _date(anatomy: Anatomy, time: HtmlElement) -> StatedDate | None:
    following = time.getnext()
    is_span = following is not None and following.tag == "span" and not (time.tail or "").strip()
    return date_in(anatomy, following) if is_span else read_time(anatomy, (time.tail or "").strip(), where="时间")


def _stands_alone(pattern: re.Pattern[str], shown: str, run: HtmlElement) -> bool:
    """Say whether a floor is nothing but a notice in the software's own markup; True = it shows no text."""
    return pattern.fullmatch(" ".join(shown.split())) is not None and bool(_SET_OFF(run))


def _cut_files(run: HtmlElement) -> None:
    """Take from a run the files that X1 prints below a text, from the first one on."""
    for bold in run.findall("b"):
        before = bold.getprevious()
        is_file = _FILE_TAIL.match(bold.tail or "") is not None
        if is_file and before is not None and _FILE_LABEL.match((before.tail or "").strip()):
            del run[run.index(before) :]
            return
