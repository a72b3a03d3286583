"""Three captured boards, replayed and crawled whole from the home page by the real command line, against their gold."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cleaners.entries import digest_of_shown
from tests.journeys import gold
from tests.journeys.runs import Kept, Run, gongwen
from tests.replay.answers import SHARED
from tests.replay.server import Logged, Replay

pytestmark = [
    pytest.mark.journey,
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here"),
]
HOSTS = ("forum.example", "x35.forum.example", "gbk.forum.example")
SCENARIOS = {HOSTS[0]: ("closed", "banned", "database-lost"), HOSTS[1]: ("closed", "database-lost"), HOSTS[2]: ()}
"""States of a board that answer every URL with one page; of the GBK board none was captured."""
SITE = """
[site]
name = "{host}"
hosts = ["{host}"]
platform = "discuz"
spider = "forum"
starts = ["http://{host}/"]
[politeness]
delay_s = 0
concurrency = 8
"""


@dataclass(slots=True)
class Crawled:
    """A board after a crawl."""

    host: str
    replay: Replay
    data: Path
    kept: Kept
    truth: gold.Gold
    run: Run
    asked: list[Logged]

    def again(self) -> tuple[Run, list[Logged]]:
        """Crawl once more; give the run and what was asked for."""
        self.replay.log.clear()
        run = gongwen(self.data, "crawl", self.host, "--workers", "1", *self.replay.resolve_arguments)
        return run, self.replay.requests(self.host)


@pytest.fixture(scope="module", params=HOSTS)
def crawled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    host = str(request.param)
    data = tmp_path_factory.mktemp("board") / "data"
    (data / "sites").mkdir(parents=True)
    (data / "sites" / f"{host}.toml").write_text(SITE.format(host=host), encoding="utf-8")
    with Replay([host]) as replay:
        run = gongwen(data, "crawl", host, *replay.resolve_arguments)
        asked = replay.requests(host)
        yield Crawled(host, replay, data, Kept(data), gold.gold_of(host), run, asked)


def test_the_run_ends_well(crawled: Crawled) -> None:
    assert crawled.run.code in (0, 3), crawled.run.err[-2000:]


def test_every_readable_thread_with_its_facts_and_all_pages(crawled: Crawled) -> None:
    assert gold.thread_differences(crawled.host, crawled.truth, crawled.kept) == []


def test_no_thread_that_gold_does_not_know(crawled: Crawled) -> None:
    known = {gold.key_of(crawled.host, thread["tid"]) for thread in crawled.truth["threads"].values()}
    kept = {key for key in crawled.kept.documents(crawled.host) if ":thread:" in key}
    assert kept - known == set()


def test_first_posts_are_the_gold(crawled: Crawled) -> None:
    assert gold.first_post_differences(crawled.host, crawled.truth, crawled.kept, of_reports=True) == []


def test_first_posts_too_short_for_a_report_are_the_gold(crawled: Crawled) -> None:
    assert gold.first_post_differences(crawled.host, crawled.truth, crawled.kept, of_reports=False) == []


def test_rules_took_only_titles_and_notices(crawled: Crawled) -> None:
    assert gold.odd_takings(crawled.host, crawled.kept) == []


def test_what_was_shown_can_be_rebuilt(crawled: Crawled) -> None:
    copies = crawled.kept.copies(crawled.host)
    broken = [copy.document for copy in copies if digest_of_shown(copy.shown) != copy.shown_sha256]
    assert (len(copies) > 80, broken) == (True, [])


def test_all_floors_of_all_pages_in_order(crawled: Crawled) -> None:
    assert gold.floor_differences(crawled.host, crawled.truth, crawled.kept) == []


def test_what_guests_cannot_read_has_its_reason(crawled: Crawled) -> None:
    assert gold.refusal_differences(crawled.host, crawled.truth, crawled.kept) == []
    assert gold.unread_text(crawled.truth, crawled.kept) == []


def test_nothing_waits_and_nothing_failed(crawled: Crawled) -> None:
    states = crawled.kept.states(crawled.host)
    odd = {url: state for url, state in states.items() if state[0] in ("pending", "fetched", "failed", "quarantined")}
    assert odd == {}


def test_the_second_crawl_adds_nothing_and_asks_for_little(crawled: Crawled) -> None:
    before = crawled.kept.counts()
    run, asked = crawled.again()
    assert run.code in (0, 3), run.err[-2000:]
    assert crawled.kept.counts() == before
    assert len(asked) <= len(crawled.asked) / 3, (len(asked), len(crawled.asked))


@pytest.mark.slow  # the soft errors of each family have their own cases
def test_a_closed_board_overwrites_nothing(crawled: Crawled) -> None:
    before, reports = list(crawled.kept.told()), crawled.kept.counts()["reports"]
    for scenario in SCENARIOS[crawled.host]:
        crawled.replay.scenario(crawled.host, scenario)
        try:
            crawled.again()
        finally:
            crawled.replay.scenario(crawled.host, None)
        assert list(crawled.kept.told()) == before, scenario
        assert crawled.kept.counts()["reports"] == reports, scenario
