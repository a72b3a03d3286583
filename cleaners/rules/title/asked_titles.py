"""Titles of pages of answers, which are questions or exercises: told by the line below. Other titles: `title_forms`.

A question that opens a speech stands above a sentence; a page's question stands above its own repeat, the page's labels
or the answer's (realtext, family 29).
"""

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import DAY, fields_of
from cleaners.rules.lines import ENUMERATOR, HAN

QUESTION = regex(r"[^。！!？?\n]{4,60}[？?](?:\s{0,2}[-_—|｜]\s{0,2}[^\s。，？?]{2,12})?")
"""A question, a site's name behind it or none; bounded."""
EXERCISE = regex(r"(?:简述|试述|论述|简答|名词解释|请简述|请论述|如何理解|什么是|下列)[^！!？?\n]{4,100}[。.？?]?")
"""`简述计划的内容。`, which only its repeat or the answer's label makes a title; bounded."""
ANSWERS = regex(
    r"[【\[]?\s?(?:(?:最佳|正确|满意|参考|推荐|优质|网友|专家|热心网友)?(?:答案|回答|解答)|答案解析|题目解析|标准答案)\s?[】\]]?\s?[:：]?"
    r"|(?:共\s?)?\d{1,3}\s?(?:个|条)(?:回答|答案)|(?:提问者?|提问人|回答者)\s?[:：]\s?[^\s。，]{1,16}"
)
"""The label of an answer, how many there are, or who asked; whole line, bounded."""


def asks(words: str, below: str) -> bool:
    """Say whether a line at the top is the page's question by the line below it: its repeat, a label, an answer's."""
    if len(words) > QUESTION_CHARS or len(HAN.findall(words)) < QUESTION_HAN or ENUMERATOR.match(words):
        return False
    line = folded(words)
    is_question = bool(QUESTION.fullmatch(line))
    if not is_question and not EXERCISE.fullmatch(line):
        return False
    if words == below or ANSWERS.fullmatch(folded(below)):
        return True
    return is_question and bool(fields_of(below) or DAY.fullmatch(below.lstrip("-•· ")))


QUESTION_CHARS, QUESTION_HAN = 100, 4
