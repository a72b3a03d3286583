"""Model-text sites that print many texts under one title (`工作总结（精选10篇）`): told by that title and its 篇一.

The page is read as one text; splitting it into its items is another part's work. Reference: realtext, families 12, 22.
"""

from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.regex import regex

# `…(模板10篇)</title>`, `…精选15篇_`: the number of texts at the end of the title's first part. All parts are bounded,
# and the `<` has no case, so that the engine leaps to it.
TITLE = regex(
    r"<(?i:title)>[^<]{2,120}?(?:精选|模板|通用|优秀|大全|合集|汇总|推荐|热门|最新|实用|优选|必备|锦集|集锦|汇编|范文|共|整理)"
    r"\s{0,2}[\d一二三四五六七八九十]{1,3}\s{0,2}篇"
)
ITEMS = ("篇一", "篇1", "第一篇", "第1篇")
"""How the first of its texts is named, in brackets or not; a title that counts is not enough."""
SIGNS = (Sign(words="篇", sure=0.45, why="a title that counts its texts, and a first one", also=ITEMS, shape=TITLE),)
PLATFORM = ArticleFamily(family="compilationfanwen", version=1, signs=SIGNS, templates=())
