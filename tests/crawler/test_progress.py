"""Progress where there is no terminal: what the lines add up over several crawls."""

import pytest

from cleaners.outcome import State
from crawler.cli import progress
from crawler.cli.progress import Watching
from crawler.cli.session import Session
from crawler.tally import Progress

SEEN = [
    ("of one crawl", [0, 2, 5], "3 URLs, 5 new reports"),
    ("of the next one too", [0, 5, 0, 3], "4 URLs, 8 new reports"),
    ("of a next one that has none yet", [4, 0], "2 URLs, 4 new reports"),
    ("none", [0, 0], "2 URLs, nothing new"),
]


@pytest.mark.parametrize(("name", "counts", "said"), SEEN, ids=[row[0] for row in SEEN])
def test_new_reports_are_added_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, counts: list[int], said: str
) -> None:
    monkeypatch.setattr(progress, "EVERY_S", 0.0)
    with Watching(Session()) as watch:
        for new in counts:
            watch(Progress(url="http://a.example/", state=State.READ, reason=None, detail=None, pages=1,
                           reports_new=new, pending=None))  # fmt: skip
    assert capsys.readouterr().err.splitlines()[-1] == said, name
