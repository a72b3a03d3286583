"""Model-text sites that show a breadcrumb, a bare date and `[本文共N字]`. Reference: realtext, family 15.

Breadcrumb, date and claimed length are read as on any page; the family names what it is.
"""

from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.regex import regex

# `[本文共2345字]`, `（全文共2345字）` as a note of its own. Bounded.
CLAIM = regex(r"[\[【(（]\s{0,3}(?:本文|全文)共\s{0,3}\d{2,6}\s{0,3}字\s{0,3}[\]】)）]")
PLACES = ("您现在的位置", "您的位置", "当前位置", "现在位置", "所在位置")
SIGNS = (Sign(words="文共", sure=0.5, why="a note of the length beside a breadcrumb", also=PLACES, shape=CLAIM),)
PLATFORM = ArticleFamily(family="pathfanwen", version=1, signs=SIGNS, templates=())
