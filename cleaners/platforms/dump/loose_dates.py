"""The only day in the lines above a text, whatever stands beside it: `生活版 2021-01-08`, `2019-04-2612573`.

Asked only where no line of the head states a date. Two different days are somebody's list, and none is taken.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.lines import Line, is_sentence

TOP_LINES, FIRST_LINES = 60, 4
"""Filled lines from the top among which it stands, above the first running text; below the first few a day that fills
its line signs a text."""
LINE_CHARS, TEXT_CHARS = 60, 25
"""Characters of such a line at most, and of a sentence that begins the text."""
DAY = regex(
    r"(?<![\d./])(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?P<glued>(?:19|20)\d{2}[-/]\d{2}[-/]\d{2})"
    r"|(?:19|20)\d{2}年\s?\d{1,2}月\s?\d{1,2}日|民[国國]\s?\d{2,3}年\d{1,2}月\d{1,2}日)(?:\s{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
"""A whole day, or one whose counter is glued behind it; bounded."""
SIGNED = regex(r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
NOT_OWN = regex(
    r"今天|今日|星期|周[一二三四五六日]|[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday|°|℃"
    r"|注[册冊]|版权|版權|[Cc]opyright|©|备案|截[至止]|有效|施行|实施|生效|會議|会议|活动|活動|培训|报名|考试|开标|成立|[出生]于"
    r"|[于於在自从至到]\s?(?=(?:19|20)\d{2})|日\s?(?:起|前|至|到|上午|下午|[在，,—～~])|\d\s?[-—–~～至]{1,2}\s?(?:19|20)\d{2}"
)
"""Lines of a clock, of an event, of a law's force, of a span: their days are not the text's own."""


def loose_day(lines: Sequence[Line], title: str | None) -> str | None:
    """Give the one day in the short lines above the first running text, as printed; None for none or for several."""
    days: dict[str, str] = {}
    filled = [line.words for line in lines if line.words][:TOP_LINES]
    for at, words in enumerate(filled):
        if len(words) > TEXT_CHARS and is_sentence(words):
            break
        is_signed = at >= FIRST_LINES and SIGNED.fullmatch(words)
        if is_signed or len(words) > LINE_CHARS or words == title or NOT_OWN.search(words):
            continue
        for day in DAY.finditer(words):
            numbers = "-".join(NUMBER.findall(day["glued"] or day[0])[:3])
            days.setdefault(numbers, day["glued"] or day[0])
    return next(iter(days.values())) if len(days) == 1 else None


NUMBER = regex(r"\d{1,4}")
