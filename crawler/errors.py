"""What can go wrong in the crawl and on the command line.

CrawlerError                      print the message, exit 1
├── BadSite                       a site's TOML is wrong: exit 2, name the key and the accepted ones
├── BadInput                      an argument, file or list is wrong: exit 2
├── NoContact                     a crawl off loopback needs a contact: exit 2
└── WorkerLost                    a worker died over a page: quarantine it, go on
"""


class CrawlerError(Exception):
    """The command cannot do what was asked; the message says what, where and what to try."""

    exit_code = 1


class BadSite(CrawlerError):
    """A site's TOML cannot be used; the message names file, key and what is accepted."""

    exit_code = 2


class BadInput(CrawlerError):
    """An argument, a file or a list cannot be used."""

    exit_code = 2


class NoContact(CrawlerError):
    """A crawl off loopback must say who runs it."""

    exit_code = 2


class WorkerLost(CrawlerError):
    """A worker process died or was killed over a page."""
