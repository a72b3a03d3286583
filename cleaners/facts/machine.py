"""Texts that a machine wrote or translated, by what it leaves behind. Flags with their words; no text is thrown out.

A style proves nothing: 首先, 其次, 最后 is how people write too. Only what a person would not leave standing counts.
"""

import re
from collections.abc import Sequence
from typing import Final

from cleaners.facts.text import han_count
from cleaners.facts.words import by_rarest, has_any
from cleaners.reading import Edit
from cleaners.regex import regex
from cleaners.rules.signs import ascii_of
from cleaners.text_facts import Found

ENOUGH_MARKDOWN = 3
"""Lines in Markdown from which a text was pasted from a chat window; one may be an ornament."""
# Headings (## 一、…), and bold words that begin an item or make a line of their own. Bounded, one line.
_MARKDOWN: Final = regex(
    r"^[ \t]{0,4}(?:#{2,6} ?[^\s#*][^\n]{0,60}$"
    r"|(?:[-*+•] +|\d{1,2}[.、] *)?\*\*[^*\n、，,。；;市县区镇乡村局][^*\n]{1,40}(?:\*\*(?:[:：]|[ \t]*$)|[:：]\*\*))",
    re.MULTILINE,
)
_ADAPT: Final = (
    r"可以根据(?:自己的?|具体|实际)?(?:实际)?(?:情况|需要|需求)[^。！!\n]{0,20}(?:修改|调整|补充|完善)"
)
# Each alternative begins with its own character, so that the search is one for these.
_CLOSING: Final = regex(
    r"希望(?:这篇|这份|以上|上述|本文)[^。！!\n]{0,24}(?:对[你您]|能够?|可以)[^。！!\n]{0,24}(?:帮助|参考|满足|启发)"
    r"|如果?[你您]?(?:还)?(?:有|需要)[^。！!\n]{0,24}(?:请?随时(?:告诉|联系|向)我|请?随时提问|欢迎随时(?:提问|告诉))"
    rf"|你{_ADAPT}|您{_ADAPT}"
    r"|以上(?:内容)?(?:是|为)一[篇份][^。！!\n]{0,30}(?:范文|示例|模板|样本)"
    r"|请根据[^。！!\n]{0,16}(?:实际|具体)情况[^。！!\n]{0,12}(?:修改|调整|补充|填写)"
)
_CLOSING_SIGNS: Final = by_rarest((
    "希望这", "希望以上", "希望上述", "希望本文", "随时", "可以根据", "以上是一", "以上为一", "以上内容是一",
    "以上内容为一", "请根据",
))  # fmt: skip
"""Without any of them no text takes its leave so."""
_CLOSING_NEAR: Final = 260
_SELF: Final = regex(
    r"作为(?:一个|一名|一款)?(?:(?:AI|人工智能|智能)(?:语言模型|助手|模型|写作助手)|大型?语言模型)|我是(?:一个|一款)?(?:AI|人工智能)(?:语言)?(?:模型|助手)"
    r"|我(?:无法|不能)(?:访问|获取)(?:实时|最新|互联网)|截[至止]我的(?:知识|训练数据)"
)
_SELF_SIGNS: Final = by_rarest((
    "AI", "人工智能", "语言模型", "智能助手", "智能写作", "访问", "获取", "我的知识", "我的训练",
))  # fmt: skip
"""Without any of them no text names itself a machine."""
_OPENING: Final = regex(
    r"\s{0,4}(?:好的|当然(?:可以)?|没问题)[,，!！。][^\n]{0,20}(?:以下|这是|下面|为[你您])"
    r"|\s{0,4}以下是(?:一[篇份]|我?为[你您])[^\n。]{0,50}[:：]"
)
# [您的姓名], 【具体日期】: a form that the machine leaves to its asker. Bounded.
_PLACEHOLDER: Final = regex(
    r"[\[【［](?:[你您]的|具体|填写|插入|此处|公司|单位|学校|部门|某)?(?:姓名|名字|公司名称|单位名称|学校名称|职位|职务|部门名称|日期|具体日期|具体数字|具体数据|年份|数字)[\]】］]"
)
ENOUGH_PLACEHOLDERS = 2
_TAKEN_CHARS: Final = 12
"""Characters from which something that a rule took may hold a closing phrase."""

_SHOWN: Final = 30

_KANA: Final = regex("[\u3041-\u3096\u30a1-\u30fa]")
_KANA_SIGNS: Final = ("の", "を", "に")
ENOUGH_KANA = 50
KANA_SHARE = 0.1
"""Of kana and Han together: Japanese prose has a half, a Chinese text that quotes a name next to none."""
# Twelve words and more in a row; a word and the blank behind it are of different classes, so nothing is tried twice.
_FOREIGN_WORDS: Final = regex(r"(?:[A-Za-zÀ-ɏ'’,;:.()\-–\"“”0-9%]{1,40}[ \n]){12,}")
_COMMONEST: Final = b"e"
_ENOUGH_COMMONEST: Final = 30
"""Five hundred letters of a Western language have more of them."""
_LATIN: Final = regex("[A-Za-zÀ-ɏ]")
ENOUGH_LATIN = 500
LATIN_SHARE = 0.3
"""Of Latin letters and Han together: an abstract in English stays below, its whole text beside it does not."""


def ai_written(text: str, edits: Sequence[Edit] = ()) -> tuple[int, tuple[Found, ...]]:
    """Give how many signs a text has of a chat machine as its writer, and the words; none where they prove nothing.

    A closing phrase that a rule has taken out counts too; its place is None.
    """
    found = [*_phrases(text), *_taken(edits)]
    signs = ascii_of(text)
    if signs.count(b"**") + signs.count(b"##") >= ENOUGH_MARKDOWN:  # one in each line
        lines = [Found(words=match[0].strip()[:40], start=match.start()) for match in _MARKDOWN.finditer(text)]
        found += lines if len(lines) >= ENOUGH_MARKDOWN else []
    return len(found), tuple(found)


def _phrases(text: str) -> list[Found]:
    near = max(0, len(text) - _CLOSING_NEAR)
    closing = _CLOSING.search(text, near) if has_any(text[near:], _CLOSING_SIGNS) else None
    found = [match for match in (_OPENING.match(text), closing) if match]
    if has_any(text, _SELF_SIGNS):
        found += _SELF.finditer(text)
    if "[" in text or "【" in text:
        places = list(_PLACEHOLDER.finditer(text))
        found += places if len({match[0] for match in places}) >= ENOUGH_PLACEHOLDERS else []
    return [Found(words=match[0].strip(), start=match.start()) for match in found]


def _taken(edits: Sequence[Edit]) -> list[Found]:
    """Find closing phrases in what rules took off a text's end."""
    long = (edit.taken for edit in edits if len(edit.taken) >= _TAKEN_CHARS)
    return [Found(words=match[0]) for taken in long for match in _CLOSING.finditer(taken)]


def machine_translated(text: str) -> tuple[int, tuple[Found, ...]]:
    """Give the foreign characters of a text that goes on in another language beside its Chinese; none for others.

    Japanese is told by its kana, Western languages by their words in rows.
    """
    if any(sign in text for sign in _KANA_SIGNS):
        kana = _KANA.findall(text)
        if len(kana) >= ENOUGH_KANA and len(kana) >= KANA_SHARE * len(text):
            first = text.index(kana[0])
            return len(kana), (Found(words=text[first : first + _SHOWN], start=first),)
    if ascii_of(text).count(_COMMONEST) < _ENOUGH_COMMONEST:
        return 0, ()
    rows = [
        Found(words=" ".join(match[0].split())[:_SHOWN], start=match.start()) for match in _FOREIGN_WORDS.finditer(text)
    ]
    letters = len(_LATIN.findall(text))
    han = han_count(text)
    if not rows or letters < ENOUGH_LATIN or not han or letters < LATIN_SHARE * (letters + han):
        return 0, ()
    return letters, tuple(rows)
