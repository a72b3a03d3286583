"""Compares what an archive keeps of a replayed board with its gold. Differences only; the tests judge."""

import json
from typing import Any

from crawler.demo.truth import squeezed
from tests.journeys.comparing import first_difference, without_title
from tests.journeys.runs import Copy, Kept
from tests.replay.answers import SHARED, WARCS

REASONS = {
    "reading permission 200 needed": "permission",
    "deleted (recycle bin)": "gone",
    "awaiting moderation": "gone",
    "board for members only (login required)": "login",
    "board with a password": "password",
    "board for one group only (no permission)": "permission",
}
"""Gold's words to ours."""
Gold = dict[str, Any]


def gold_of(host: str) -> Gold:
    """Read the gold of a captured board."""
    found: Gold = json.loads((SHARED / "sites" / f"gold-{WARCS[host]}.json").read_text(encoding="utf-8"))
    return found


def key_of(host: str, tid: int) -> str:
    """Give the document key of a thread."""
    return f"discuz:{host}:thread:{tid}"


def thread_differences(host: str, gold: Gold, kept: Kept) -> list[str]:
    """Compare title, category, author, post time and pages of every readable thread."""
    documents = kept.documents(host)
    found = []
    for thread in gold["threads"].values():
        ours = documents.get(key_of(host, thread["tid"]))
        if ours is None:
            found.append(f"{thread['tid']}: no document")
            continue
        wanted = {"title": thread["title"], "category": thread["category"], "author": thread["author"],
                  "published_on": thread["post_time"], "pages_have": thread["pages"], "is_complete": 1}
        if thread["floors"][0].get("anonymous"):
            del wanted["author"]
        found += [f"{thread['tid']}: {name} {ours[name]!r}, gold {value!r}" for name, value in wanted.items()
                  if ours[name] != (value or None)]
    return found


def first_post_differences(host: str, gold: Gold, kept: Kept, *, of_reports: bool) -> list[str]:
    """Compare the text of every first post, white space and a first line equal to the title set aside.

    `of_reports`: of those that are reports, else of those too short for one.
    """
    copies = {(copy.document, copy.position): copy for copy in kept.copies(host)}
    replies = {key: {row["floor"]: row for row in rows} for key, rows in kept.replies().items()}
    found = []
    for thread in gold["threads"].values():
        floor = thread["floors"][0]
        key = key_of(host, thread["tid"])
        if ((key, 1) in copies) is not of_reports:
            continue
        ours = _text_at(key, 1, copies, replies)
        if floor.get("shown", True) is False:
            found += [f"{thread['tid']}: a text that is not shown"] if (key, 1) in copies else []
            continue
        if ours is None:
            found.append(f"{thread['tid']}: no first post")
            continue
        a, b = without_title(ours, thread["title"]), without_title(_typed(floor["text"]), thread["title"])
        if a != b:
            at = first_difference(a, b)
            found.append(f"{thread['tid']} ({thread['case']}): at {at} {a[at:at + 25]!r}, gold {b[at:at + 25]!r}")
    return found


def _typed(text: str) -> str:
    """Give the text of a floor without its last line where that is the mark of an edit.

    It was typed as `[i=s]` and comes out as the board's own mark, `i.pstatus`, which no reader takes for text
    (reference/discuz.md, Where the facts stand).
    """
    lines = text.rstrip().split("\n")
    is_mark = lines[-1].strip().startswith("本帖最后由") and lines[-1].strip().endswith("编辑")
    return "\n".join(lines[:-1] if is_mark else lines)


def odd_takings(host: str, kept: Kept) -> list[str]:
    """Give what rules took from texts of a board beyond the title and the notice on rights at the end."""
    found = []
    for copy in kept.copies(host):
        title = squeezed(copy.title or "")
        for rule, taken in copy.taken:
            if taken != title and not taken.startswith("文章转载网络,只供大家学习交流,版权归属作者"):
                found.append(f"{copy.document}: {rule} took {taken[:40]!r}")
    return found


def floor_differences(host: str, gold: Gold, kept: Kept) -> list[str]:
    """Compare the floors of every thread: all are there, each once, in order, each with its author."""
    copies = {(copy.document, copy.position): copy for copy in kept.copies(host)}
    replies = {key: {row["floor"]: row for row in rows} for key, rows in kept.replies().items()}
    found = []
    for thread in gold["threads"].values():
        key = key_of(host, thread["tid"])
        ours = sorted({at for document, at in copies if document == key} | set(replies.get(key, {})))
        wanted = [floor["floor"] for floor in thread["floors"]]
        if ours != wanted:
            found.append(f"{thread['tid']}: floors {ours}, gold {wanted}")
    return found


def _text_at(key: str, floor: int, copies: dict[tuple[str, int], Copy], replies: dict[str, Any]) -> str | None:
    """Give the text of a floor, be it a report or a reply."""
    if (key, floor) in copies:
        return copies[key, floor].shown
    row = replies.get(key, {}).get(floor)
    return None if row is None else str(row["text"])


def refusal_differences(host: str, gold: Gold, kept: Kept) -> list[str]:
    """Compare what a guest cannot read: where its URL was met, it has its reason; nowhere is it a report."""
    rows = kept.rows(
        "SELECT frontier.key, state, reason FROM frontier JOIN sites ON sites.id = frontier.site_id WHERE host = ?",
        host,
    )
    states = {row["key"]: (row["state"], row["reason"]) for row in rows}
    documents = kept.documents(host)
    found = []
    for thread in gold["not_readable"]:
        key = key_of(host, thread["tid"])
        wanted = ("refused", REASONS[thread["reason"]])
        if thread["in_list"] and key not in states:
            found.append(f"{thread['tid']}: stands on a list, but was never met")
        if states.get(key, wanted) != wanted:
            found.append(f"{thread['tid']}: {states[key]}, gold {wanted}")
        if key in documents:
            found.append(f"{thread['tid']}: kept as a document")
    return found


def unread_text(gold: Gold, kept: Kept) -> list[str]:
    """Give what a guest cannot see and the archive has all the same."""
    texts = squeezed("\n".join(row["text"] for row in kept.rows("SELECT text FROM texts")))
    hidden = [thread.get("hidden_part_not_in_page") for thread in gold["threads"].values()]
    return [one for one in hidden if one and squeezed(one) in texts]
