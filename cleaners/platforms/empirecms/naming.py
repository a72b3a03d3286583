"""What a page calls itself and its site, without the software's own name and without the number of the page."""

import re
from dataclasses import replace
from operator import is_

from cleaners.facts.changes import changed
from cleaners.platforms.platform import Draft, Findings
from cleaners.regex import regex
from cleaners.rules.head.meta_lines import HOMES

MAKER = regex(r"(?:\s*-\s*)?Powered by EmpireCMS\s*$", re.IGNORECASE)
"""The end of the default titles; anchored, one literal."""
PRINT_PAGE = regex(r"\s*打印页面$")
NUMBERED = r"\s*[(（]{page}[)）]$"
"""`[!--p.title--]` of a later page: the title with the page's number in brackets."""


def without_maker(findings: Findings) -> Findings:
    """Take the software's name off title and site name: the default templates print it in every title.

    The breadcrumb is left without the home page and the article itself, which some skins put at its ends.
    """
    facts, new = findings.facts, dict[str, object]()
    if facts.site_name and MAKER.search(facts.site_name):
        new["site_name"] = MAKER.sub("", facts.site_name) or None
        new["where"] = tuple(pair for pair in facts.where if pair[0] != "site_name")
    drafts = tuple(_renamed(draft, _plain(draft, findings.page)) for draft in findings.drafts)
    title = next((draft.title for draft in drafts), None)
    steps = (step.removesuffix(title or "").strip(" :：/-") for step in facts.path)
    path = tuple(step for step in steps if step and step not in HOMES and step != title)
    if path != facts.path:
        new["path"] = path
    if not new and all(map(is_, drafts, findings.drafts)):
        return findings
    return replace(findings, facts=changed(facts, **new) if new else facts, drafts=drafts)


def _renamed(draft: Draft, title: str | None) -> Draft:
    return draft if title == draft.title else replace(draft, title=title)


def _plain(draft: Draft, page: int) -> str | None:
    """Give a draft's title as on the first page."""
    if draft.title is None:
        return None
    title = PRINT_PAGE.sub("", MAKER.sub("", draft.title))
    if page > 1:
        title = re.sub(NUMBERED.format(page=page), "", title)
    return title or None
