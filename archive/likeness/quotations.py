"""Long quotations in a text: what two texts have in common there may be no more than what both quote."""

from typing import Final

import numpy as np

from archive.likeness.grams import Flags
from archive.likeness.prepared import Prepared
from cleaners.regex import regex

# A quotation of forty characters and more. One class with a bound between two signs that it excludes: linear.
_QUOTATION: Final = regex(r"[“「『][^“”「」『』]{40,2000}[”」』]")


def quoted(text: Prepared) -> Flags:
    """Say of each Han character whether it stands in a long quotation."""
    found = np.zeros(len(text.folded), dtype=np.bool_)
    for match in _QUOTATION.finditer(text.text):
        first, last = np.searchsorted(text.places, match.span())
        found[first:last] = True
    return found
