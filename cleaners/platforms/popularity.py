"""Model-text sites with `栏目：X / 发布于： / 人气：1.46W` under a menu of words. Reference: realtext, family 16.

The date is often left empty by the site itself; then it is silent here too.
"""

from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.regex import regex

_GAP = r"(?:\s|&nbsp;|/|\||<[^<>]{0,120}>){0,12}"
# 栏目, 发布于, 人气 in this order, tags and blanks between; a value ends at a tag or a slash. Bounded throughout.
LINE = regex(
    rf"(?:栏目|欄目|分类|分類)\s{{0,2}}[:：]{_GAP}[^<>/|]{{0,40}}{_GAP}(?:发布于|發布於|發佈於|发布时间)\s{{0,2}}[:：]"
    rf"{_GAP}[^<>/|]{{0,30}}{_GAP}(?:人气|人氣)\s{{0,2}}[:：]"
)
SIGNS = (
    Sign(words="人气", sure=0.6, why="栏目, 发布于, 人气 in one line", shape=LINE),
    Sign(words="人氣", sure=0.6, why="欄目, 發布於, 人氣 in one line", shape=LINE),
)
PLATFORM = ArticleFamily(family="popularity", version=1, signs=SIGNS, templates=())
