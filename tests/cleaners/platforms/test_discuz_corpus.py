"""Real servers' pages against the facts behind them (`../shared`)."""

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cleaners.outcome import State
from cleaners.page import Hints, Page
from cleaners.platforms.discuz import PLATFORM
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import PageKind, View
from cleaners.sheet import open_sheet

pytestmark = pytest.mark.shared

FETCHED = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
# The corpus README names these: BBCode that a view leaves as typed, list markers, edit notes that gold has as typed.
AS_TYPED = re.compile(r"\[/?(?:em|sub|\*)\]|本帖最后由.{1,40}? 编辑")
Corpus = list[tuple[dict, Findings]]
NOT_HTML = {"attachment", "robots", "redirect", "http_403"}


def squash(text: str) -> str:
    return re.sub(r"[\s\u3000\u00a0]+", "", AS_TYPED.sub("", text))


def without_title(text: str, title: str) -> str:
    squashed = squash(text)
    return squashed.removeprefix(squash(title))


def read(body: bytes, url: str, status: int, headers: list[list[str]]) -> Findings:
    page = Page(body=body, url=url, status=status, headers=tuple((n, v) for n, v in headers), fetched_at=FETCHED)
    sheet = open_sheet(page, Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None or status == 404, f"not detected: {url}"
    return PLATFORM.read(sheet, guess)


def floor_faults(draft: Draft, gold: dict, thread: dict, findings: Findings) -> list[str]:
    """Compare one floor with what was typed; an empty list where all agrees."""
    faults = []
    author = "匿名" if gold.get("anonymous") else gold["author"]
    if draft.author != author:
        faults.append(f"author {draft.author} != {author}")
    length = 16 if findings.view is View.PRINTABLE else 19  # the print page states no seconds
    stated = (draft.date.at if draft.date else None) or ""
    if stated[:length] != gold["time"][:length]:
        faults.append(f"time {stated} != {gold['time']}")
    if gold.get("anonymous") and draft.note != "anonymous":
        faults.append("not noted as anonymous")
    if gold.get("shielded") or gold.get("shown") is False:
        return faults if draft.note == "shielded" and not draft.shown else [*faults, "not shielded"]
    title = thread["title"] if gold["floor"] == 1 else ""
    expected, shown = without_title(gold["text"], title), without_title(draft.shown, title)
    hidden = thread.get("hidden_part_not_in_page")
    if gold["floor"] == 1 and (hidden or thread["case"].startswith("price")):
        return faults + hidden_faults(draft, expected, shown, squash(hidden or ""), findings)
    is_reply_with_quote = gold["floor"] > 1 and shown and expected.endswith(shown)
    if shown != expected and not is_reply_with_quote:
        faults.append(f"text {shown[:60]!r} != {expected[:60]!r}")
    return faults


def hidden_faults(draft: Draft, expected: str, shown: str, hidden: str, findings: Findings) -> list[str]:
    """A first post with a part for others: shown (to an administrator), or counted and not in the text."""
    start = expected[:60]
    if not shown.startswith(start):
        return [f"text {shown[:60]!r} != {start!r}"]
    if hidden and hidden in shown:
        return []
    if findings.view is View.PRINTABLE:  # it leaves the part out without a word
        return []
    notices = [words for words in ("游客", "积分高于", "需向作者支付", "Hidden Message") if words in shown]
    return [*(["not counted"] if draft.hidden_parts != 1 else []), *notices]


def thread_faults(findings: Findings, thread: dict, tid: str) -> list[str]:
    """Compare a page of a thread, in whatever view, with the facts."""
    if findings.outcome.state is not State.READ or not findings.drafts:
        return [f"refused: {findings.outcome}"]
    faults = []
    facts, is_main = findings.facts, findings.view is View.MAIN
    if not (findings.document_key or "").endswith(f":thread:{tid}"):
        faults.append(f"key {findings.document_key}")
    if findings.view in (View.MAIN, View.MOBILE) and facts.category != thread["category"]:
        faults.append(f"category {facts.category}")
    opening = next((draft for draft in findings.drafts if draft.position == 1), None)
    if opening is not None and (opening.title, facts.author) != (thread["title"], thread["author"]):
        faults.append(f"title or author {opening.title} {facts.author}")
    if is_main and opening is not None and facts.published_at != thread["post_time"]:
        faults.append(f"published {facts.published_at}")
    by_floor = {floor["floor"]: floor for floor in thread["floors"]}
    for draft in findings.drafts:
        found = floor_faults(draft, by_floor[draft.position], thread, findings)
        faults += [f"floor {draft.position}: {fault}" for fault in found]
    return faults


def article_faults(findings: Findings, article: dict, page: int) -> list[str]:
    """Compare a page of a portal article with the facts."""
    if findings.page_kind is not PageKind.ARTICLE or not findings.drafts:
        return [f"no article: {findings.outcome}"]
    draft, facts = findings.drafts[0], findings.facts
    stated = (draft.title, draft.author, facts.source, (facts.published_at or "")[:16], findings.page, findings.pages)
    known = (
        article["title"], article["author"], article["source"] or None, article["post_time"][:16], page,
        len(article["pages"]),
    )  # fmt: skip
    faults = [] if stated == known else [f"{stated} != {known}"]
    if squash(draft.shown) != squash(article["pages"][page - 1]):
        faults.append(f"text {draft.shown[:40]!r}")
    return faults


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Corpus:
    folder = shared / "corpus" / "discuz"
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["length"] and row["kind"] not in NOT_HTML]
    return [(row, read((folder / row["file"]).read_bytes(), row["url"], row["status"], row["headers"])) for row in rows]


@pytest.fixture(scope="module")
def corpus_gold(shared: Path) -> dict:
    return json.loads((shared / "corpus" / "discuz" / "gold.json").read_text(encoding="utf-8"))


def test_corpus_threads_in_all_their_views(corpus: Corpus, corpus_gold: dict) -> None:
    faults, seen = {}, Counter()
    for row, findings in corpus:
        gold = row.get("gold") or {}
        if "floors_shown" not in gold:
            continue
        seen[row["kind"]] += 1
        tid = str(gold["tid"])
        found = thread_faults(findings, corpus_gold["threads"][tid], tid)
        if sorted(draft.position for draft in findings.drafts) != sorted(gold["floors_shown"]):
            found.append("floors")
        if findings.view is View.MAIN and (findings.page, findings.pages) != (gold["page"], gold["pages"]):
            found.append(f"page {findings.page} of {findings.pages}")
        if found:
            faults[row["file"]] = found
    assert faults == {}
    assert seen == {"thread": 46, "thread_variant": 12, "printable": 5, "archiver": 6, "mobile": 5}


def test_corpus_portal_articles(corpus: Corpus, corpus_gold: dict) -> None:
    pages = [(row, findings) for row, findings in corpus if row["kind"] == "portal_article"]
    faults = {
        row["file"]: found
        for row, findings in pages
        if (
            found := article_faults(
                findings, corpus_gold["portal_articles"][str(row["gold"]["aid"])], row["gold"]["page"]
            )
        )
    }
    assert faults == {}
    assert len(pages) == 8


EXPECTED_REASONS = {
    "readperm": "permission", "deleted (recycle bin)": "gone", "nonexistent": "gone", "login required (forum)": "login",
    "login required (thread)": "login", "forum password": "password", "login or privacy": "login",
    "login required (post)": "login", "login required (profile)": "login", "no next thread": "no_content",
    "attachment link expired": "no_content", "board closed": "closed", "visit ban period": "closed",
    "server error page": "server_error", "js redirect challenge _dsign": "challenge",
    "refresh faster than 1 s (attackevasive 1)": "challenge", "sum question (attackevasive 8)": "challenge",
    "first visit without cookie: reload page (attackevasive 4)": "challenge",
}  # fmt: skip


def test_corpus_errors_and_shields(corpus: Corpus) -> None:
    faults, seen = {}, 0
    for row, findings in corpus:
        gold = row.get("gold") or {}
        if not gold.get("soft_error"):
            continue
        seen += 1
        reason = findings.outcome.reason
        if findings.drafts or reason is None or reason.value != EXPECTED_REASONS[gold["reason"]]:
            faults[row["file"]] = (gold["reason"], findings.outcome)
    assert faults == {}
    assert seen == 40


def test_corpus_lists(corpus: Corpus) -> None:
    kinds = {
        "forum_list": PageKind.LIST,
        "forum_index": PageKind.LIST,
        "portal_list": PageKind.LIST,
        "rss": PageKind.FEED,
    }
    for row, findings in corpus:
        if row["kind"] in kinds:
            assert (findings.page_kind, findings.outcome.state) == (kinds[row["kind"]], State.LISTED), row["file"]
        gold = row.get("gold") or {}
        if "aids" in gold:
            ids = [int(link.key.rsplit(":", 1)[1]) for link in findings.links.documents]
            assert sorted(ids) == sorted(gold["aids"]), row["file"]
        if "forums" in gold:
            keys = {link.key.rsplit(":", 1)[1] for link in findings.links.lists if ":forum:" in link.key}
            assert keys <= {str(forum["fid"]) for forum in gold["forums"]}, row["file"]
            assert len(keys) >= 4, row["file"]
