"""The demo's four sites, crawled by the real command line: what is kept is what is true, and a second run is quiet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.demo import Demo, Truth, serve
from crawler.demo.articles import BLANK
from crawler.demo.layout import BOARD, DOCUMENT, GBK, HOSTS
from tests.journeys import comparing
from tests.journeys.runs import Kept, Run, gongwen, resolving

pytestmark = pytest.mark.journey


@dataclass(slots=True)
class Crawled:
    """The demo after two crawls."""

    demo: Demo
    truths: list[Truth]
    data: Path
    kept: Kept
    first: list[Run]
    second: list[Run]
    before: dict[str, int]
    asked_first: list[tuple[str, str, int]]
    asked_second: list[tuple[str, str, int]]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    data = tmp_path_factory.mktemp("demo") / "data"
    with serve() as demo:
        words = resolving(demo.resolve_rules)
        first = [gongwen(data, "crawl", site.slug, *words) for site in demo.sites]
        kept = Kept(data)
        before, asked_first = kept.counts(), list(demo.requests)
        demo.requests.clear()
        second = [gongwen(data, "crawl", site.slug, *words) for site in demo.sites]
        yield Crawled(demo, list(demo.truths()), data, kept, first, second, before, asked_first, list(demo.requests))


def is_paged_article(truth: Truth) -> bool:
    return truth.site == DOCUMENT and len(truth.paths) > 1


def boards(truths: list[Truth]) -> list[Truth]:
    return [truth for truth in truths if truth.site in (BOARD, GBK)]


def test_runs_end_well(crawled: Crawled) -> None:
    assert [(run.code, run.err[-500:]) for run in crawled.first if run.code not in (0, 3)] == []


def test_every_report_is_kept_once_with_its_text(crawled: Crawled) -> None:
    truths = [truth for truth in crawled.truths if not is_paged_article(truth) and truth.paths != (BLANK,)]
    assert comparing.text_differences(truths, crawled.kept) == []


def test_boards_hold_no_report_that_is_none(crawled: Crawled) -> None:
    assert comparing.reports_of_nothing(boards(crawled.truths), crawled.kept) == []


def test_article_sites_hold_no_report_that_is_none(crawled: Crawled) -> None:
    others = [truth for truth in crawled.truths if truth.site not in (BOARD, GBK)]
    pages = {f"url:{truth.host}{path}" for truth in others for path in truth.paths}
    assert [key for key in comparing.reports_of_nothing(others, crawled.kept) if key not in pages] == []


def test_articles_of_several_pages_are_joined(crawled: Crawled) -> None:
    assert comparing.text_differences(filter(is_paged_article, crawled.truths), crawled.kept) == []


def test_a_page_without_an_article_is_no_report(crawled: Crawled) -> None:
    blank = [truth for truth in crawled.truths if truth.paths == (BLANK,)]
    assert comparing.text_differences(blank, crawled.kept) == []
    assert comparing.state_differences(blank, crawled.kept) == []


def test_title_author_time_category_and_replies(crawled: Crawled) -> None:
    assert comparing.fact_differences(crawled.truths, crawled.kept) == []


def test_identical_and_traditional_copies_are_one_report(crawled: Crawled) -> None:
    whole = [truth for truth in crawled.truths if not is_paged_article(truth)]
    assert comparing.same_reports(whole, crawled.kept) == []
    shared = crawled.kept.rows("SELECT 1 FROM reports WHERE sites > 1 AND merged_into_id IS NULL")
    assert len(shared) >= 10


def test_what_is_no_report_has_its_state_and_reason(crawled: Crawled) -> None:
    truths = [truth for truth in crawled.truths if truth.paths != (BLANK,)]
    assert comparing.state_differences(truths, crawled.kept) == []


def test_what_robots_forbids_was_never_asked_for(crawled: Crawled) -> None:
    asked = {target for _, target, _ in crawled.asked_first + crawled.asked_second}
    forbidden = ("/neibu/", "/download/", "/search.php", "/member.php")
    assert not [target for target in asked if target.startswith(forbidden)]
    assert not [target for target in asked if "mod=attachment" in target or "mod=redirect" in target]


def test_no_page_was_asked_for_twice_in_one_run(crawled: Crawled) -> None:
    asked = [(host, target) for host, target, _ in crawled.asked_first if target != "/robots.txt"]
    assert sorted({one for one in asked if asked.count(one) > 1}) == []


def test_attachments_are_noted(crawled: Crawled) -> None:
    names = {row["name"] for row in crawled.kept.rows("SELECT name FROM attachments")}
    assert names == {name for truth in crawled.truths for name in truth.attachments}


def test_a_second_crawl_adds_nothing_and_says_so(crawled: Crawled) -> None:
    assert {**crawled.kept.counts(), "frontier": 0} == {**crawled.before, "frontier": 0}
    assert crawled.kept.counts()["frontier"] == crawled.before["frontier"]
    assert all(run.code in (0, 3) for run in crawled.second)
    new = crawled.kept.rows("SELECT reports_new, copies_new FROM crawls ORDER BY id DESC LIMIT 4")
    assert new == [{"reports_new": 0, "copies_new": 0}] * len(HOSTS)


def test_a_second_crawl_of_a_board_asks_for_little_but_lists(crawled: Crawled) -> None:
    host = HOSTS[BOARD]
    first = [target for site, target, _ in crawled.asked_first if site == host]
    again = [target for site, target, _ in crawled.asked_second if site == host]
    assert len(again) <= len(first) / 4
    assert not [target for target in again if target.startswith("/thread-") and "-90000" not in target]


def test_the_archive_is_sound(crawled: Crawled) -> None:
    assert crawled.kept.is_sound()


def test_status_adds_up(crawled: Crawled) -> None:
    run = gongwen(crawled.data, "status")
    assert run.code == 0
    total = crawled.kept.one("SELECT count(*) FROM frontier")
    assert str(total) in run.out


def test_a_thread_that_grew_is_fetched_again_and_nothing_else(crawled: Crawled) -> None:
    grown = next(one for one in crawled.demo.board.threads.all() if one.placed.relation and one.replies == 2)
    crawled.demo.add_replies(grown.tid)
    crawled.demo.requests.clear()
    run = gongwen(crawled.data, "crawl", BOARD, *resolving(crawled.demo.resolve_rules))
    assert run.code in (0, 3)
    asked = [target for _, target, _ in crawled.demo.requests if target.startswith("/thread-")]
    threads = [target for target in asked if "-90000" not in target]
    assert threads == [f"/thread-{grown.tid}-1-1.html"]
    truth = next(one for one in boards(list(crawled.demo.truths())) if comparing.key_of(one).endswith(f":{grown.tid}"))
    assert comparing.fact_differences([truth], crawled.kept) == []
