"""The signs of a thread and of something commented on, sign by sign."""

import re

import pytest

from cleaners.platforms.generic import floors, thread_signs
from tests.tables import table


@table(
    ("pattern", "words"),
    [
        (thread_signs.FORUM_URL, "https://bbs.qinghe.example/a/31.html"),
        (thread_signs.FORUM_URL, "https://www.qinghe.example/t/31"),
        (thread_signs.FORUM_URL, "https://www.qinghe.example/viewtopic.php?t=31"),
        (thread_signs.FORUM_TITLE, "停水检修 - 青禾论坛"),
        (thread_signs.FORUM_WORDS, "4个回答"),
        (thread_signs.FORUM_WORDS, "只看楼主"),
        (thread_signs.QUESTION, "http://schema.org/Question"),
        (thread_signs.QUESTION, '"@type":"QAPage"'),
        (thread_signs.ARTICLE, "https://schema.org/NewsArticle"),
        (thread_signs.ARTICLE_URL, "https://www.qinghe.example/news/31.html"),
        (thread_signs.ARTICLE_URL, "https://www.qinghe.example/2021/03/31.html"),
        (thread_signs.ARTICLE_TITLE, "通水记 - 山人的博客"),
        (floors.TITLE_NAME, "topic-title"),
    ],
)
def test_a_sign(pattern: re.Pattern[str], words: str) -> None:
    assert pattern.search(words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (thread_signs.FORUM_URL, "https://www.qinghe.example/tongzhi/31.html"),
        (thread_signs.FORUM_TITLE, "停水检修 - 青禾网"),
        (thread_signs.FORUM_WORDS, "楼道照明"),
        (thread_signs.QUESTION, "http://schema.org/Questionnaire"),
        (thread_signs.ARTICLE_URL, "https://www.qinghe.example/newsroom2/31"),
        (thread_signs.ARTICLE_TITLE, "停水检修的几点疑问"),
        (floors.TITLE_NAME, "subtitle"),
    ],
)
def test_no_sign(pattern: re.Pattern[str], words: str) -> None:
    assert not pattern.search(words)
