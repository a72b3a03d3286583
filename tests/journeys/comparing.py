"""Compares what an archive keeps with the demo's truths: gives the differences, one line each."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from crawler.demo import Relation, Truth
from crawler.demo.layout import BOARD, GBK
from crawler.demo.truth import squeezed
from tests.journeys.runs import Copy, Kept


def key_of(truth: Truth) -> str:
    """Give the document key of a truth."""
    path = truth.paths[0]
    if truth.site in (BOARD, GBK):
        found = re.fullmatch(r"/(?:thread-|forum\.php\?mod=viewthread&tid=)([0-9]{1,9})(?:-1-1\.html)?", path)
        return f"discuz:{truth.host}:thread:{found[1]}" if found else f"no thread: {truth.host}{path}"
    return f"url:{truth.host}{path}"


def without_title(text: str, title: str | None) -> str:
    """Give a text without white space, and without a first line that is the title again."""
    first, _, rest = text.lstrip().partition("\n")
    return squeezed(rest if title and squeezed(first) == squeezed(title) else text)


def put_together(copies: Iterable[Copy]) -> dict[str, Copy]:
    """Give one copy for each document: the items of a compilation with what they showed and lost, in their order."""
    found: dict[str, Copy] = {}
    for copy in copies:
        before = found.get(copy.document)
        taken = tuple((rule, what) for rule, what in copy.taken if "compilation-heading" not in rule.split("+"))
        mine = replace(copy, taken=taken)
        found[copy.document] = mine if before is None else replace(
            before, shown=before.shown + mine.shown, taken=before.taken + taken
        )  # fmt: skip
    return found


def claimed_items(title: str) -> int:
    """Give how many texts a title of the captured sites claims, `(三篇)`, `范文3篇`; 1 where it says nothing."""
    found = re.search(r"[(（文]([二三四五六2-6])篇", title)
    return max("一二三四五六".find(found[1]), "123456".find(found[1])) + 1 if found else 1


def first_difference(one: str, two: str) -> int:
    """Give the place where two texts part."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def state_differences(truths: Iterable[Truth], kept: Kept) -> list[str]:
    """Compare the state and reason of every URL that a truth names as an address."""
    states = kept.states()
    found = []
    for truth in truths:
        for path in truth.paths:
            url = f"http://{truth.host}{path}"
            wanted = (truth.state.value, truth.reason.value if truth.reason else None)
            if states.get(url) != wanted:
                found.append(f"{url}: {states.get(url)}, true is {wanted}")
    return found


def text_differences(truths: Iterable[Truth], kept: Kept) -> list[str]:
    """Compare every report with its truth: once, at position 1, with its title and its whole text."""
    known = list(truths)
    copies: dict[str, list[Copy]] = {}
    for host in {truth.host for truth in known}:
        for copy in kept.copies(host):
            copies.setdefault(copy.document, []).append(copy)
    return [one for truth in known for one in _copy_differences(truth, copies.get(key_of(truth), []))]


def reports_of_nothing(truths: Iterable[Truth], kept: Kept) -> list[str]:
    """Give the documents that hold a report and are none of the truths': lists, notices, home pages."""
    known = list(truths)
    keys = {key_of(truth) for truth in known}
    hosts = sorted({truth.host for truth in known})
    return [copy.document for host in hosts for copy in kept.copies(host) if copy.document not in keys]


def _copy_differences(truth: Truth, copies: list[Copy]) -> list[str]:
    """Compare the copies of one document with its truth."""
    if not truth.is_report:
        return [f"{truth.url}: kept as a report, it is none"] if copies else []
    if [copy.position for copy in copies] != [1]:
        return [f"{truth.url}: reports at positions {[copy.position for copy in copies]}"]
    (copy,) = copies
    found = []
    if copy.title != truth.title:
        found.append(f"{truth.url}: title {copy.title!r}, true is {truth.title!r}")
    ours, wanted = without_title(copy.text, truth.title), squeezed(truth.text or "")
    if ours != wanted:
        at = first_difference(ours, wanted)
        found.append(f"{truth.url}: text at {at}: {ours[at:at + 30]!r}, true is {wanted[at:at + 30]!r}")
    return found


def fact_differences(truths: Iterable[Truth], kept: Kept) -> list[str]:
    """Compare title, author, time, category and replies of every thread with its truth."""
    documents: dict[str, dict[str, Any]] = {}
    replies = kept.replies()
    found = []
    for truth in truths:
        if truth.title is None or truth.site not in (BOARD, GBK):
            continue
        documents = documents if truth.host in {key.split(":")[1] for key in documents} else kept.documents(truth.host)
        ours = documents.get(key_of(truth))
        if ours is None:
            found.append(f"{truth.url}: no document")
            continue
        wanted = {"title": truth.title, "author": truth.author, "published_on": truth.posted_at,
                  "category": truth.category, "pages_have": len(truth.paths), "is_complete": 1}
        found += [f"{truth.url}: {name} {ours[name]!r}, true is {value!r}" for name, value in wanted.items()
                  if ours[name] != value]
        found += _reply_differences(truth, replies.get(key_of(truth), []))
    return found


def _reply_differences(truth: Truth, ours: list[dict[str, Any]]) -> list[str]:
    """Compare the replies of a thread, floor by floor."""
    wanted = [(reply.floor, reply.author, reply.posted_at, squeezed(reply.text)) for reply in truth.replies]
    shielded = {reply.floor for reply in truth.replies if reply.shielded}
    kept = [
        (row["floor"], row["author"], row["posted_on"], "" if row["floor"] in shielded else squeezed(row["text"]))
        for row in ours if row["floor"] > 1
    ]
    if kept == wanted:
        return []
    odd = [pair for pair in zip(kept, wanted, strict=False) if pair[0] != pair[1]][:1]
    return [f"{truth.url}: {len(kept)} replies, true are {len(wanted)}; first difference {odd}"]


def same_reports(truths: Iterable[Truth], kept: Kept) -> list[str]:
    """Compare which documents share a report: all copies do, another edition does not."""
    same = frozenset(Relation) - {Relation.EDITION}
    ids: dict[tuple[int | None, Relation | None], set[str]] = {}
    for truth in truths:
        if truth.is_report:
            group = truth.base, None if truth.relation in same else truth.relation
            copies = [copy for copy in kept.copies(truth.host) if copy.document == key_of(truth)]
            ids.setdefault(group, set()).update(copy.report for copy in copies)
    split = [f"report {group} is kept as {sorted(found)}" for group, found in ids.items() if len(found) != 1]
    every = [one for found in ids.values() for one in found]
    shared = sorted({one for one in every if every.count(one) > 1})
    return split + [f"{one} stands for several reports" for one in shared]
