"""Any HTML page that no family claims: body by a vote, facts by labels, links by shape; trafilatura in `voices`."""

from cleaners.platforms.generic.reader import PLATFORM

__all__ = ["PLATFORM"]
