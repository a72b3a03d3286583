"""CPU of reading a page: `cleaners.read` beside `trafilatura.extract` on the same bytes, by family."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import trafilatura

from cleaners.page import Page
from cleaners.read import read
from crawler.demo import world
from crawler.demo.layout import DOCUMENT, PORTAL
from crawler.demo.loopback import Asked
from tests.benchmarks.pages import page_of, thread_pages
from tests.benchmarks.truths import CMS, truths
from tests.replay.answers import SHARED, load

BUDGET_KNOWN, BUDGET_GENERIC = 0.3, 2.5
"""DESIGN section 6: known families, and pages of no known family."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """CPU milliseconds a page, medians over the rounds."""

    family: str
    pages: int
    read_ms: float
    extract_ms: float
    budget: float


def families(sample: int) -> dict[str, list[Page]]:
    """Give pages by family: captured ones where ../shared exists, else the demo's own."""
    demo = world()
    made: dict[str, list[Page]] = {"discuz (demo)": [], "generic (demo)": []}
    for truth in demo.truths():
        if truth.text is not None:
            family = "generic (demo)" if truth.site in (DOCUMENT, PORTAL) else "discuz (demo)"
            answer = demo.answer(Asked(method="GET", host=truth.host, target=truth.paths[0], headers={}))
            made[family].append(page_of(truth.url, answer))
    if SHARED.is_dir():
        made |= captured()
    return {family: _spread(pages, sample) for family, pages in made.items()}


def captured() -> dict[str, list[Page]]:
    """Give the captured thread and article pages by family."""
    answers = load()
    found: dict[str, list[Page]] = {"discuz": [], "discuz (gbk)": [], "dedecms": []}
    for host, target in thread_pages():
        family = "discuz (gbk)" if host.startswith("gbk.") else "discuz"
        found[family].append(page_of(f"http://{host}{target}", answers[host, target]))
    for (host, target), answer in answers.items():
        is_article = target.endswith(".html") and any(part.isdigit() for part in target.split("/"))
        if host == "dede.example" and is_article and answer.status == 200:
            found["dedecms"].append(page_of(f"http://{host}{target}", answer))
    cms = (truth.page for truth in truths() if truth.group is CMS)
    return found | {"empirecms": [page for page in cms if "://wenmi.example/" in (page.url or "")]}


def _spread(pages: list[Page], sample: int) -> list[Page]:
    """Take a sample from all over a list."""
    return pages[:: max(1, len(pages) // sample)][:sample]


def measure(*, sample: int, rounds: int) -> list[Measured]:
    """Measure every family; the two are run in turn, so that a busy machine slows both."""
    found = []
    for family, pages in families(sample).items():
        ours, theirs = [], []
        for _ in range(rounds + 1):  # the first round warms up
            ours.append(_cpu_ms(read, pages))
            theirs.append(_cpu_ms(_extract, pages))
        by_generic = sum(read(page).platform.family == "generic" for page in pages)
        budget = BUDGET_GENERIC if by_generic > len(pages) / 2 else BUDGET_KNOWN
        found.append(Measured(
            family=family, pages=len(pages), read_ms=median(ours[1:]), extract_ms=median(theirs[1:]), budget=budget
        ))
    return found


def _extract(page: Page) -> object:
    """Extract as the peer's users do, at its defaults."""
    return trafilatura.extract(page.body, url=page.url)


def _cpu_ms(what: Callable[[Page], object], pages: Sequence[Page]) -> float:
    """Give CPU milliseconds a page."""
    gc.collect()
    began = time.process_time()
    for page in pages:
        what(page)
    return (time.process_time() - began) / len(pages) * 1000
