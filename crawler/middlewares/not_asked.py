"""The one exception by which a middleware keeps a request from being sent."""

from scrapy.exceptions import IgnoreRequest

from cleaners.outcome import Reason


class NotAsked(IgnoreRequest):
    """A request was not sent; the spider settles or postpones its URL by `reason`."""

    def __init__(self, reason: Reason, detail: str, *, wait_s: float = 0.0) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
        self.wait_s = wait_s
        """Seconds after which asking again makes sense; 0 where it does not."""
