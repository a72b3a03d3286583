"""What can go wrong while a page is read.

CleaningError                     the caller reports it with the page's address and goes on
├── UndecodablePage               keep the bytes, put the page into quarantine
├── UnparsablePage                the same: the page is past a limit of the parser
├── BadGiven                      a JSON object gives no text that can be filed: say which line, go on
├── BrokenBody                    the bytes are not what their Content-Encoding says: fetch again
│   └── BodyTooLarge              more bytes come out than allowed: do not fetch again
└── EditMismatch                  a text and its edits do not belong together: never store them
"""


class CleaningError(Exception):
    """A page, or a part of one, cannot be read; the message says which and why."""


class UndecodablePage(CleaningError):
    """No allowed codec explains the bytes: keep the capture, quarantine the page."""


class UnparsablePage(CleaningError):
    """The markup is past a limit (attributes, elements, nesting): quarantine the page."""


class BadGiven(CleaningError):
    """A JSON object does not give a text as `cleaners.given` says; the message says what is wrong."""


class BrokenBody(CleaningError):
    """The body is cut or damaged under its content encoding: treat the fetch as failed."""


class BodyTooLarge(BrokenBody):
    """More bytes come out of the body than the limit: refuse it, trying again is no use."""


class EditMismatch(CleaningError):
    """Edits do not fit the text they are said to belong to: a bug, store nothing."""
