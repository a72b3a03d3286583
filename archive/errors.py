"""What can go wrong in the archive.

ArchiveError                      print the message, exit 1; what was committed stays
├── NoArchive                     there is none here: say which command makes one
├── NewerArchive                  made by a newer version: upgrade, change nothing
├── DiskFull                      stop the crawl; it resumes when there is room
├── Busy                          another process holds the lock: exit 75, try later
├── DamagedCapture                the bytes do not match their digest: quarantine, tell the person
├── UnknownId                     no report, copy or document of that id
├── BadAssertion                  a person's word that cannot be taken: exit 2, say what is accepted
├── BadQuery                      a filter of a search that cannot be one: exit 2, say what is accepted
└── BadChoice                     what cannot be taken away as asked: exit 2, say what is accepted
"""


class ArchiveError(Exception):
    """The archive cannot do what was asked; the message says what, where and what to try."""


class NoArchive(ArchiveError):
    """No archive lies at the given folder, and this command does not make one."""


class NewerArchive(ArchiveError):
    """The archive was written by a newer version of Gongwen: it is left untouched."""


class DiskFull(ArchiveError):
    """There is no room left: the transaction was rolled back, everything before it stays."""


class Busy(ArchiveError):
    """Another process holds the lock that this work needs."""


class DamagedCapture(ArchiveError):
    """Bytes on disk do not match the digest taken when they came in."""


class UnknownId(ArchiveError):
    """No row has the id that was asked for."""


class BadAssertion(ArchiveError):
    """What a person said cannot be taken: no such field, no such value, or it contradicts an earlier word."""


class BadQuery(ArchiveError):
    """A filter of a search cannot be what was given; the message says what it may be."""


class BadChoice(ArchiveError):
    """What is asked to be taken away cannot be: no such column, kind, date or form."""
