"""Real threads under other skins and settings: one thing of every page changed, the same facts and texts wanted."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaners.outcome import State

from .test_discuz_corpus import read, squash, thread_faults

pytestmark = pytest.mark.shared

Change = Callable[[str], str]
CHROME = """
    只看该作者 举报 登录 注册 复制代码 点评 评分 下载次数 上传 下载附件 本帖最后由 倒序浏览 电梯直达 收藏 淘帖 沙发 板凳
    地板 道具 游客 本帖子中包含更多资源 保存到相册 点击文件名 阅读模式 只看大图 返回列表 发新帖 您需要 Powered Hidden
    屏蔽 招租
"""


def without_class(*names: str) -> Change:
    """Rename classes, as skins do."""
    classes = re.compile(rf'(class="[^"]*)\b(?:{"|".join(names)})\b')
    return lambda text: classes.sub(r"\g<1>other", classes.sub(r"\g<1>other", text))


def replaced(before: str, after: str) -> Change:
    return lambda text: re.sub(before, after, text)


CHANGES: dict[str, Change] = {
    "as it is": lambda text: text,
    "author lines have other classes": without_class("authi", "xw1", "xi2"),
    "the left side has other classes": without_class("pls", "pi", "avatar"),
    "posts have other classes": without_class("t_f", "pcb", "t_fsz", "plc", "pct", "ts"),
    "the pager has no area": replaced('id="pgt"', 'id="other"'),
    "the list of posts has no id": replaced('id="postlist"', 'id="other"'),
    "posts have no id": replaced(r'id="post_(\d+)"', 'class="other"'),
    "dates with strokes": replaced(r"(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}:\d{2}:\d{2})", r"\1/\2/\3 \4"),
    "floors of its own names": replaced(r'(id="postnum\d+"[^>]*>\s*)(?:沙发|板凳|地板)', r"\g<1>名"),
    "advertisements in posts": replaced(r'(id="postmessage_\d+">)', r'\g<1><div class="a_pr">广告位招租</div>'),
    "no word of the software": replaced(r'name="generator"|Powered by', "x"),
}


def pages(folder: Path, change: Change) -> list[tuple[str, dict, list[str]]]:
    """Give each thread page, what its facts are, and what of them is read wrong."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["threads"]
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    found = []
    for row in rows:
        if row["kind"] not in ("thread", "mobile") or not (row.get("gold") or {}).get("tid"):
            continue
        body, tid = (folder / row["file"]).read_bytes(), str(row["gold"]["tid"])
        codec = "gb18030" if b"charset=gbk" in body[:2000].lower() else "utf-8"
        findings = read(change(body.decode(codec)).encode(codec), row["url"], row["status"], row["headers"])
        if findings.outcome.state is State.READ:
            thread = gold[tid]
            leaks = leaks_of(" ".join(draft.shown for draft in findings.drafts), thread)
            found.append((row["file"], thread, [*thread_faults(findings, thread, tid), *leaks]))
    return found


def leaks_of(shown: str, thread: dict) -> list[str]:
    """Give the words of the page's furniture that stand in its texts more often than they were typed."""
    typed = squash(" ".join([thread["title"], *(floor["text"] for floor in thread["floors"])]))
    return [f"leak {word}" for word in CHROME.split() if squash(shown).count(word) > typed.count(word)]


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_page_is_read_the_same(shared: Path, name: str) -> None:
    found = pages(shared / "corpus" / "discuz", CHANGES[name])
    assert len(found) > 30
    assert {file: faults for file, _, faults in found if faults} == {}
