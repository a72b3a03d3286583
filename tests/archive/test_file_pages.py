"""Articles of several pages: filed when all are there, or settled with what came; completed in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.crawls import finish
from archive.file import settle_documents
from archive.frontier import Seed
from cleaners.reading import UrlKind
from tests.archive.desk import LONG, PLAN, WORK, Desk, Link, Links, article, open_desk
from tests.archive.searched import search


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def texts(desk: Desk) -> list[str]:
    """Give the current wordings, white space apart."""
    rows = desk.rows("SELECT text FROM copies JOIN texts ON texts.id = text_id WHERE is_current ORDER BY position")
    return ["".join(text.split()) for (text,) in rows]


def end(desk: Desk) -> None:
    """Finish the run and settle."""
    finish(desk.archive, desk.crawl_id, reason="finished", now=desk.at)
    settle_documents(desk.archive, desk.crawl_id, desk.at)


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_an_article_is_filed_once_all_pages_are_there(desk: Desk, order: tuple[int, ...]) -> None:
    parts = {1: PLAN, 2: WORK, 3: LONG}
    filed = [desk.file(article(parts[page], page=page, pages=3)) for page in order]
    assert filed[0].note is not None
    assert filed[0].note.startswith("waits for pages ")
    assert [one.copies_new for one in filed] == [0, 0, 1]
    assert texts(desk) == [PLAN + WORK + LONG]
    assert desk.rows("SELECT pages_have, pages_of, is_complete FROM documents") == [(3, 3, 1)]


def test_pages_that_only_link_the_next_one_are_counted_by_their_links(desk: Desk) -> None:
    for page, text in enumerate((PLAN, WORK, LONG), start=1):
        pages = () if page == 3 else (Link(url=f"http://a.test/1_{page + 1}", key="doc:1", page=page + 1),)
        filed = desk.file(article(text, page=page, pages=None, links=Links(pages=pages)))
        assert filed.copies_new == (page == 3)
    assert texts(desk) == [PLAN + WORK + LONG]


def test_a_missing_page_settles_as_incomplete_and_is_completed_in_place(desk: Desk) -> None:
    desk.file(article(PLAN, page=1, pages=2))
    end(desk)
    assert texts(desk) == [PLAN]
    assert '"partial": true' in desk.one("SELECT facts FROM copies")
    first = desk.one("SELECT public_id FROM reports")
    assert desk.one("SELECT is_complete FROM documents") == 0
    desk.file(article(WORK, page=2, pages=2))
    assert texts(desk) == [PLAN + WORK]
    assert desk.rows("SELECT version FROM copies") == [(1,)]
    assert desk.rows("SELECT public_id, merged_into_id FROM reports") == [(first, None)]
    assert desk.one("SELECT is_complete FROM documents") == 1
    assert "partial" not in desk.one("SELECT facts FROM copies")
    assert search(desk.archive, "石桥").total == search(desk.archive, "读一本好书").total == 1


def test_completion_of_a_text_that_stands_elsewhere_leaves_the_other_report_alone(desk: Desk) -> None:
    desk.file(article(PLAN, key="doc:9"))
    other = desk.one("SELECT public_id FROM reports")
    desk.file(article(PLAN, page=1, pages=2))
    end(desk)
    desk.file(article(WORK, page=2, pages=2))
    assert desk.rows("SELECT public_id, copies, merged_into_id FROM reports ORDER BY id")[0] == (other, 1, None)
    assert desk.one("SELECT count(*) FROM reports") == 2


def test_completion_into_a_known_report_redirects_the_old_id(desk: Desk) -> None:
    desk.file(article(PLAN + WORK, key="doc:9"))
    whole = desk.one("SELECT id FROM reports")
    desk.file(article(PLAN, page=1, pages=2))
    end(desk)
    desk.file(article(WORK, page=2, pages=2))
    assert desk.rows("SELECT merged_into_id, copies FROM reports ORDER BY id") == [(None, 2), (whole, 0)]
    assert desk.one("SELECT count(*) FROM texts") == 1
    assert search(desk.archive, "石桥").total == 1


def test_settling_waits_while_a_page_may_still_come(desk: Desk) -> None:
    seed = Seed(url="http://a.test/1_2", key="doc:1:p2", kind=UrlKind.DOCUMENT, host="a.test")
    desk.file(article(PLAN, page=1, pages=2), seeds=[seed])
    assert settle_documents(desk.archive, desk.crawl_id, desk.at) == 0
    desk.archive.conn.execute("UPDATE frontier SET state = 'failed', reason = 'timeout' WHERE key = 'doc:1:p2'")
    assert settle_documents(desk.archive, desk.crawl_id, desk.at) == 1
    assert settle_documents(desk.archive, desk.crawl_id, desk.at) == 0
    assert desk.one("SELECT count(*) FROM copies") == 1


def test_an_article_read_anew_is_one_new_version_and_never_a_mixture(desk: Desk) -> None:
    for page, text in enumerate((PLAN, WORK), start=1):
        desk.file(article(text, page=page, pages=2))
    desk.archive.conn.execute("UPDATE frontier SET state = 'pending' WHERE key = 'doc:1:p2'")
    assert desk.file(article(LONG, page=1, pages=2)).note == "waits for its other pages"
    assert texts(desk) == [PLAN + WORK]
    desk.file(article(WORK, page=2, pages=2))
    assert texts(desk) == [LONG + WORK]
    assert desk.rows("SELECT version, is_current FROM copies ORDER BY version") == [(1, 0), (2, 1)]


def test_an_article_that_lost_its_last_page_is_joined_without_it(desk: Desk) -> None:
    for page, text in enumerate((PLAN, WORK, LONG), start=1):
        desk.file(article(text, page=page, pages=3))
    desk.file(article(PLAN, page=1, pages=2))
    assert texts(desk) == [PLAN + WORK]


def test_a_partial_text_never_replaces_a_whole_one(desk: Desk) -> None:
    for page, text in enumerate((PLAN, WORK), start=1):
        desk.file(article(text, page=page, pages=2))
    desk.file(article(LONG, page=1, pages=3))
    end(desk)
    assert texts(desk) == [PLAN + WORK]


def test_a_partial_text_grows_in_place(desk: Desk) -> None:
    for page, text in enumerate((PLAN, WORK), start=1):
        desk.file(article(text, page=page, pages=3))
        end(desk)
    assert texts(desk) == [PLAN + WORK]
    assert desk.rows("SELECT version, is_current FROM copies") == [(1, 1)]


def test_filing_a_page_twice_changes_nothing(desk: Desk) -> None:
    desk.file(article(PLAN, page=1, pages=2))
    capture_id = desk.capture("http://a.test/1_2", key="doc:1:p2")
    desk.file_as(capture_id, article(WORK, page=2, pages=2))
    before = desk.everything()
    desk.file_as(capture_id, article(WORK, page=2, pages=2))
    settle_documents(desk.archive, desk.crawl_id, desk.at)
    assert desk.everything() == before
