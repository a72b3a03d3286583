"""Station, address and note of an edit below a terminal board's post, or behind its last words."""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.lines import Line, filled, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

FAMILIES = frozenset({"bbs"})
STATION = regex(
    r"(?:※\s?(?:[发發]信站|[来來]源|文章[网網]址|[编編][辑輯]|[转轉][录錄]者?|本文[为為])\s?[:：·]?[^\n]{1,160}|◆\s?From\s?[:：][^\n]{1,60}|-{2,3})"
)
"""Station, address and note of an edit below a text, and the dashes above them; whole lines."""
STATION_BEHIND = regex(r"\s{1,3}-{2,3}\s{1,3}※\s?[发發]信站\s?[:：][^\n]{1,160}\Z")
"""Dashes and station behind the last words of a text, in their line; bounded."""
EDITED = regex(
    r"※\s?[编編][辑輯]\s?[:：]\s?[A-Za-z]\w{1,20}\s?(?:[(（][^\n()（）]{1,60}[)）],?|[来來]自\s?[:：]\s?[\d.]{7,15})"
    r"\s?[(（]?\d{2}/\d{2}[/\s:：\d]{0,20}[)）]?"
)
"""`※ 編輯: name (address), date`: the note of an edit alone, where a page lost the station; whole line."""


def is_station(words: str) -> bool:
    """Say whether a line names the station: the first below a text, but for the dashes."""
    return words[:1] == "※" and bool(STATION.fullmatch(words)) and ("信站" in words or "源" in words[:4])


def find_station(text: str, context: Context) -> Iterable[Change]:
    """Take station, address and dashes below a post, or behind its last words."""
    if "※" not in text:
        return []
    lines = lines_of(text)
    shown = filled(lines)
    at = next((at for at, n in enumerate(shown) if is_station(lines[n].words)), None)
    if at is None:
        return _behind(text, lines, shown)
    begin = at - 1 if at and STATION.fullmatch(lines[shown[at - 1]].words) else at
    return taken(lines[n] for n in shown[begin:] if STATION.fullmatch(lines[n].words))


def _behind(text: str, lines: Sequence[Line], shown: Sequence[int]) -> list[Change]:
    """Take the station behind a post's last words, or the note of an edit on the last line."""
    if EDITED.fullmatch(lines[shown[-1]].words):
        return taken([lines[shown[-1]]])
    for n in shown:
        found = STATION_BEHIND.search(lines[n].words) if "※" in lines[n].words else None
        if found:
            begin = text.index(lines[n].words, lines[n].start)
            return [Change(start=begin + found.start(), end=begin + found.end())]
    return []


STATIONS = Rule(
    name="bbs-station",
    version=2,
    reason="The station, the address and the note of an edit stand below a post.",
    families=FAMILIES | {"dump"},
    dumps_only=True,
    find=find_station,
    context=Context(family="bbs", is_dump=True, position=1),
    examples=(
        ("今年以来。\n--\n※ 发信站: 某站(bbs.example)\n◆ From: 192.0.2.1\n", "今年以来。\n"),
        ("今年以来。\n--\n\n※ 来源:·某社区 bbs.example·[FROM: 192.0.2.*]\n", "今年以来。\n\n"),
        ("今年以來。\n※ 發信站: 某站(bbs.example)\n※ 文章網址: https://bbs.example/M.1.html\n", "今年以來。\n"),
        ("有別的想法請寄信給板主。\n※ 編輯: lihe (192.0.2.1), 03/02/2015 23:48:10", "有別的想法請寄信給板主。\n"),
        ("沒有別的事了。\n板主 lihe -- ※ 發信站: 某站(bbs.example), 來自: 192.0.2.1\n", "沒有別的事了。\n板主 lihe\n"),
    ),
    counter_examples=(
        "今年以来。\n--\n下一步。",
        "※ 引述《青禾》之銘言：\n今年以來。",
        "※ 注：数据截至六月。\n--",
        "說明如下。\n※ 編輯：青禾",
        "說明如下。\n※ 編輯: lihe (總務組) 整理，請轉給各組",
        "會後 -- ※ 發信站的舊址另行公告。",
    ),
)
