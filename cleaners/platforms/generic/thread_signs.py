"""The signs by which a page with like blocks of posts is a thread, and those by which it is something commented on."""

import re
from dataclasses import dataclass

from cleaners.platforms.generic.floors import Group, is_post_name
from cleaners.platforms.generic.openings import Where, is_named_opening
from cleaners.platforms.generic.places import Places
from cleaners.platforms.generic.posts import Post
from cleaners.regex import regex

FORUM_URL = regex(
    r"[./_-](?:bbs\w{0,8}|forums?|club|tieba|guba|luntan|threads?|topics?|questions?|discuss(?:ions?)?|answers?"
    r"|ask|wenda|zhidao|iask|wenwen|community|showthread|showtopic|viewthread|viewtopic|read|dispbbs|groups?|talk|t|d|q)"
    r"(?=$|[\d./_?=&-])",
    re.IGNORECASE,
)
"""Parts of addresses of threads and questions. Whole words, bounded."""
FORUM_TITLE = regex(
    r"论坛|論壇|社区|社區|贴吧|股吧|问答|知道|知乎|小组|讨论[区组版]|俱乐部|天涯|\bBBS\b|\b[Ff]orums?\b|\b[Cc]ommunity\b|交流[区群版]"
    r"|互动平台|留言板|有问必答"
)
"""Words of titles of forums and their sites."""
FORUM_WORDS = regex(
    r"只看该作者|倒序看帖|楼主|回帖|跟帖|发帖|发表新帖|发新帖|\d{1,6}[个条]回[答复]|回复本?帖|回复主题|最佳答案|[被已]采纳|写回答|我来答"
    r"|邀请回答|添加回答"
)
"""Words that forums print round posts, without white space; 楼主 is in 只看楼主. Bounded."""
QUESTION = regex(r"(?:DiscussionForumPosting|SocialMediaPosting|QAPage|schema\.org/Question)\b")
ARTICLE = regex(r"(?:NewsArticle|schema\.org/Article|schema\.org/Product)\b")
ARTICLE_URL = regex(
    r"[./_-](?:news|article|articles|blog|blogs|product|goods|item|shop|mall|archives)(?=$|[\d./_?=&-])"
    r"|/20\d\d[-/]?[01]\d",
    re.IGNORECASE,
)
ARTICLE_TITLE = regex(r"博客|新闻|资讯|日报|晚报|商城|商品|评价|频道|\b[Bb]log\b")
"""Signs of pages on which people comment on something that is no post."""
OPENER_WEIGHT, MARKUP_WEIGHT, TITLE_WEIGHT, URL_WEIGHT = 2, 2, 2, 1
"""What a marked opener counts for a thread, and the signs of an article against it; the other signs count 1."""
ENOUGH = 3
"""Points from which a page is a thread."""
ALIKE = 2
"""The same where the first post is one of the like blocks."""
SMALL_FIRST = 200
"""Characters of a first post that outweigh no answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The posts of a page: the one above the like blocks, if any, and theirs."""

    first: Post | None
    posts: tuple[Post, ...]
    groups: tuple[Group, ...]
    has_opener: bool
    """True where posts of whoever opened the thread are marked as such."""


def may_be_thread(places: Places, where: Where) -> bool:
    """Say whether anything on a page says that people answer each other here; False = it is not looked at further."""
    url, text = where.sheet.page.address or "", where.sheet.text
    if FORUM_URL.search(url) or FORUM_TITLE.search(where.whole_title) or QUESTION.search(text):
        return True
    return bool(FORUM_WORDS.search(places.text))


def signs_of(places: Places, found: Found, where: Where) -> list[str]:
    """Give the signs by which a page is a thread; none where they are too few."""
    url, text = where.sheet.page.address or "", where.sheet.text
    posts = found.posts
    mass = sum(len(post.shown) for post in posts)
    first_chars = len(found.first.shown) if found.first else 0
    tests = {
        "markup of a thread": bool(QUESTION.search(text)),
        "address": bool(FORUM_URL.search(url)),
        "title": bool(FORUM_TITLE.search(where.whole_title)),
        "words": bool(FORUM_WORDS.search(places.text)),
        "names of posts": any(group.is_named for group in found.groups) or _stand_in_named(found),
        "numbered floors": 2 * sum(post.number is not None for post in posts) >= len(posts),
        "name of the first post": found.first is not None and is_named_opening(found.first),
        "answers outweigh it": found.first is not None and first_chars <= max(SMALL_FIRST, mass),
    }
    signs = [name for name, holds in tests.items() if holds]
    points = len(signs) + OPENER_WEIGHT * found.has_opener - _against(text, url, where.whole_title)
    is_sure = points >= (ENOUGH if found.first else ALIKE)
    count = len(posts) + (found.first is not None)
    is_forum = tests["address"] or tests["title"] or tests["markup of a thread"]
    is_forum = is_forum or (tests["words"] and (found.first is None or tests["name of the first post"]))
    return signs if is_sure and is_forum and count >= 2 else []


def _against(text: str, url: str, title: str) -> int:
    """Give the points that speak for an article with comments."""
    return (
        MARKUP_WEIGHT * bool(ARTICLE.search(text))
        + URL_WEIGHT * bool(ARTICLE_URL.search(url))
        + TITLE_WEIGHT * bool(ARTICLE_TITLE.search(title))
    )


def _stand_in_named(found: Found) -> bool:
    """Say whether the boxes round the blocks bear names of posts (`#replies`)."""
    block = found.groups[0].blocks[0]
    return any(is_post_name(above) for above, _ in zip(block.iterancestors(), range(2), strict=False))
