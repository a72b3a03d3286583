"""Ready-made queries of a served archive, in the order in which they are listed. Configuration is made in `config`."""

from archive.datasette.queries.canned import Canned
from archive.datasette.queries.condition import CONDITION
from archive.datasette.queries.copying import COPYING
from archive.datasette.queries.hosts import HOSTS
from archive.datasette.queries.times import TIMES
from archive.datasette.queries.wording import WORDING

CANNED: tuple[Canned, ...] = (*WORDING, *COPYING, *TIMES, *HOSTS, *CONDITION)

__all__ = ["CANNED", "Canned"]
