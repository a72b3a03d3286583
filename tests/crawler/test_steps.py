"""What follows from an answer."""

import pytest

from cleaners.outcome import Outcome, Reason, State
from crawler.middlewares.completeness import Extent, Verdict
from crawler.steps import Answer, End, Hop, Keep, Retry, Step, Unchanged, forced, next_step

CUT = Verdict(Extent.TRUNCATED, "cut")
LARGE = Verdict(Extent.TOO_LARGE, "large")


def refused(reason: Reason, status: int) -> Keep:
    return Keep(forced=Outcome(state=State.REFUSED, reason=reason, detail=f"status {status}"))


@pytest.mark.parametrize(
    ("answer", "attempts", "step"),
    [
        (Answer(status=200), 0, Keep()),
        (Answer(status=203), 0, Keep()),
        (Answer(status=200, has_body=False), 0, refused(Reason.NO_CONTENT, 200)),
        (Answer(status=204, has_body=False), 0, refused(Reason.NO_CONTENT, 204)),
        (Answer(status=206), 0, refused(Reason.NO_CONTENT, 206)),
        (Answer(status=301, location="/b"), 0, Hop(location="/b")),
        (Answer(status=302, location="/b", verdict=CUT), 0, Hop(location="/b")),
        (Answer(status=302), 0, End(state=State.FAILED, reason=Reason.HTTP_STATUS, detail="status 302")),
        (Answer(status=304, is_unchanged=True, has_body=False), 0, Unchanged()),
        (Answer(status=304), 0, End(state=State.FAILED, reason=Reason.HTTP_STATUS, detail="status 304")),
        (Answer(status=400), 0, End(state=State.FAILED, reason=Reason.HTTP_STATUS, detail="status 400")),
        (Answer(status=401), 0, refused(Reason.LOGIN, 401)),
        (Answer(status=403), 0, refused(Reason.PERMISSION, 403)),
        (Answer(status=404), 0, refused(Reason.GONE, 404)),
        (Answer(status=410), 2, refused(Reason.GONE, 410)),
        (Answer(status=429), 0, Retry(reason=Reason.RATE_LIMITED, detail="status 429")),
        (Answer(status=429), 2, End(state=State.FAILED, reason=Reason.RATE_LIMITED, detail="status 429")),
        (Answer(status=500), 0, Retry(reason=Reason.SERVER_ERROR, detail="status 500")),
        (Answer(status=503), 1, Retry(reason=Reason.SERVER_ERROR, detail="status 503")),
        (Answer(status=503), 2, refused(Reason.SERVER_ERROR, 503)),
        (Answer(status=200, verdict=CUT), 1, Retry(reason=Reason.TRUNCATED, detail="cut")),
        (Answer(status=200, verdict=CUT), 2,
         Keep(forced=Outcome(state=State.QUARANTINED, reason=Reason.TRUNCATED, detail="cut"))),
        (Answer(status=200, verdict=LARGE), 0, End(state=State.FAILED, reason=Reason.TOO_LARGE, detail="large")),
    ],
)
def test_next_step(answer: Answer, attempts: int, step: Step) -> None:
    assert next_step(answer, attempts) == step


GONE = Outcome(state=State.REFUSED, reason=Reason.GONE, detail="status 404")


@pytest.mark.parametrize(
    ("found", "joined"),
    [
        (Outcome(state=State.READ), GONE),
        (Outcome(state=State.LISTED), GONE),
        (Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT), GONE),
        (Outcome(state=State.REFUSED, reason=Reason.GONE, detail="没有此主题"),
         Outcome(state=State.REFUSED, reason=Reason.GONE, detail="没有此主题")),
        (Outcome(state=State.REFUSED, reason=Reason.CLOSED, detail="关闭"),
         Outcome(state=State.REFUSED, reason=Reason.CLOSED, detail="关闭")),
        (Outcome(state=State.QUARANTINED, reason=Reason.EMPTY_TEXT), GONE),
    ],
)
def test_a_refusal_in_the_pages_own_words_is_kept(found: Outcome, joined: Outcome) -> None:
    assert forced(found, GONE) == joined
