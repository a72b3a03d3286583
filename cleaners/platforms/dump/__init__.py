"""Text dumps of whole pages: whose page it is, its floors and facts. Chrome is taken out by rules, not here."""

from cleaners.platforms.dump.reader import PLATFORM

__all__ = ["PLATFORM"]
