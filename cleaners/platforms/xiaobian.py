"""Model-text sites that speak as 小编, with `时间：Δ 分享：昵称 下载本文` on top. Reference: realtext, family 14."""

from dataclasses import replace

from cleaners.facts.labels import merged
from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.platforms.platform import Findings, Sheet
from cleaners.reading import Facts
from cleaners.regex import regex

# `分享：昵称`, tags and blanks between: the name ends at a tag or a blank. Bounded, disjoint classes.
SHARER = regex(r"分享\s{0,3}[:：](?:\s|&nbsp;|<[^<>]{0,120}>){0,6}(?P<name>[^<>\s&]{1,30})")
BUTTONS = ("QQ", "微信", "微博", "到", "朋友圈", "新浪", "复制")
"""What stands behind `分享：` where it is a row of buttons and no name."""
SIGNS = (
    Sign(words="下载本文", sure=0.55, why="分享：昵称 beside 下载本文", shape=SHARER),
    Sign(words="是小编", sure=0.45, why="the introduction of a 小编 and 分享：昵称", shape=SHARER),
)


def with_sharer(sheet: Sheet, findings: Findings) -> Findings:
    """Add who put the text up: the name behind `分享：`."""
    named = SHARER.search(sheet.text)
    if named is None or named["name"].startswith(BUTTONS):
        return findings
    stated = Facts(uploader=named["name"], where=(("uploader", "分享"),))
    return replace(findings, facts=merged(stated, findings.facts))


PLATFORM = ArticleFamily(family="xiaobian", version=1, signs=SIGNS, templates=(), improve=with_sharer)
