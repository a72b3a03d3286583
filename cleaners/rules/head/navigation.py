"""Rules about a page's own questions and lists: of a page of questions and answers, of links without a head.

Lists below a head of their own are taken by `tails`; menus and buttons by `bylines` and `page_frame`.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import GENRE_END, is_title_like

QUESTION = regex(r"(?:问题描述|问题补充|问题详情|提问内容|用户提问)\s?[:：]?")
ANSWER = regex(
    r"(?:最佳答案|最佳回答|优质回答|优质答案|推荐答案|满意答案|满意回答|精选回答|热心网友回答|AI回答|智能回答"
    r"|AI智能回答|参考答案)\s?[:：]?|(?:共\s?)?\d{1,3}\s?[个条]回答"
)
"""Labels of a page of questions and answers (realtext, family 29), alone on a line; `问题`, `回答` may be headings."""
SUGGESTED = regex(r"参考答案\s?[:：]?")
"""What an exam paper prints below each of its own questions; a page's label only below the page's own `问题描述`."""
HEAD_LINES = 10
QUESTION_CHARS = 300
"""Characters of a question between the two labels; more is a text."""
MARKED = regex(r"[★☆◆◇▪▶►»]\s{0,3}(?P<title>\S.{3,70})")
"""A link with a star before it; bounded. With a date behind it: `dated_rows`."""
LEAST = 3
"""Such lines in a row that are a list without a head."""


def question_lines(lines: Sequence[Line]) -> list[Line]:
    """Give the question of a page of answers with its labels, or the answer's label alone; empty for other pages."""
    filled = list(islice((line for line in lines if line.words), HEAD_LINES + 1))
    labels = [n for n, line in enumerate(filled[:-1]) if len(line.words) <= 10 and ANSWER.fullmatch(folded(line.words))]
    if not labels:
        return []
    answer = labels[0]
    while answer + 1 in labels:  # `最佳答案` and `推荐答案` below it
        answer += 1
    asked = next((n for n in range(answer) if QUESTION.fullmatch(folded(filled[n].words))), None)
    if asked is None:
        is_exams = SUGGESTED.fullmatch(folded(filled[answer].words))
        return [filled[answer]] if answer > 0 and not is_exams else []
    chars = sum(len(line.words) for line in filled[asked + 1 : answer])
    return filled[asked : answer + 1] if chars <= QUESTION_CHARS else [filled[asked], filled[answer]]


def find_question(text: str, context: Context) -> Iterable[Change]:
    """Take the question of a page of answers from above the answer."""
    return taken(question_lines(lines_of(text))) if any(word in text for word in ("答案", "回答")) else []


def find_marked(text: str, context: Context) -> Iterable[Change]:
    """Take three or more links with marks from the very end of the text, if their titles are called like reports."""
    lines = lines_of(text)
    filled = [line for line in lines[: tail_zone(lines)] if line.words]
    found: list[Line] = []
    for line in reversed(filled):
        link = MARKED.fullmatch(line.words)
        if link is None or not _is_link(link["title"]):
            break
        found.append(line)
    is_below = any(is_sentence(line.words) for line in filled[: len(filled) - len(found)])
    return taken(reversed(found)) if len(found) >= LEAST and is_below else []


def _is_link(title: str) -> bool:
    return is_title_like(title) and bool(GENRE_END.search(folded(title)))


ARTICLE = Context(family="dump", title="某镇2021年工作总结", is_dump=True)
ASKED = Rule(
    name="question-block",
    version=3,
    reason="A page of answers prints the question above the text, with a label for each (realtext, family 29).",
    families=frozenset(),
    dumps_only=True,
    find=find_question,
    context=ARTICLE,
    examples=(
        ("某镇2021年工作总结\n问题描述\n请帮我写一份总结。\n最佳答案\n今年以来，"
            "工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("某鎮工作總結\n問題描述：\n寫一份總結\n最佳答案：\n今年以來，"
            "工作有序。", "某鎮工作總結\n今年以來，工作有序。"),
        ("某镇2021年工作总结\n最佳答案\n今年以来，工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
    ),
    counter_examples=(
        "问题\n今年以来，工作有序，但也存在问题。\n打算",
        "一、问题描述\n今年以来，工作有序。\n二、参考答案",
        "今年以来，工作有序。\n问题描述\n最佳答案",
        "某镇2021年工作总结\n回答\n群众提问，逐条答复。",
        "2021年党务面试题\n1.谈谈如何创新。\n参考答案：\n当前工作面临新挑战，需从三个方面着手。",
    ),
)
MARKED_LINKS = Rule(
    name="marked-links",
    version=2,
    reason="Titles of other reports, each behind a star, stand below a dumped article without a head of their own.",
    families=frozenset(),
    dumps_only=True,
    find=find_marked,
    context=ARTICLE,
    examples=(
        (
            "今年以来，工作有序。\n★ 某县2020年工作总结\n★ 某乡2021年工作计划\n★ 某局述职报告\n",
            "今年以来，工作有序。\n",
        ),
        (
            "今年以來，工作有序。\n◆ 某縣工作總結\n◆ 某鄉工作計劃\n◆ 某局自查報告",
            "今年以來，工作有序。\n",
        ),
    ),
    counter_examples=(
        "今年以来，工作有序。\n★ 某县2020年工作总结\n★ 某乡2021年工作计划\n",
        "报送材料如下。\n• 工作总结\n• 工作计划\n• 述职报告",
        "★ 某县2020年工作总结\n★ 某乡2021年工作计划\n★ 某局述职报告",
        "评出先进集体。\n★ 某某村\n★ 某某社区\n★ 某某学校",
    ),
)
RULES: tuple[Rule, ...] = (ASKED, MARKED_LINKS)
