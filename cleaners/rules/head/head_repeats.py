"""What stands between a title and the title again above a text, and questions made of it. Kinds: `head_lines`."""

import re
from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_chrome import STAMP
from cleaners.rules.head.meta_lines import loose_fields
from cleaners.rules.head.sample_boxes import CALLED
from cleaners.rules.lines import ENUMERATOR, Line
from cleaners.rules.title.openings import MILL_TITLE
from cleaners.rules.title.surnames import COMPOUND, SURNAMES
from cleaners.rules.title.title_forms import is_title_like

TITLE_TAIL = 12
"""Characters by which a question is longer than the title that it asks about, and that both begin with."""
LABEL_CHARS = 8
TWICE = 2
"""The place of a name that stands above a title and again below it."""


def is_asked(words: str, below: str) -> bool:
    """Say whether a question is the page's own about the text whose title stands below: `T怎么写？`."""
    return is_title_like(below) and words.startswith(below[:TITLE_TAIL]) and len(words) <= len(below) + TITLE_TAIL


def author_lines(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[int, ...]:
    """Give the line of a name alone between a title and its date, with the dots that stand there; empty for none."""
    first, title = (lines[0].words, lines[1].words) if len(kinds) > TWICE else ("", "")
    if kinds[1:2] == ["title"] and is_person(first) and lines[TWICE].words == first != title:
        return (0, TWICE)  # above the title and below it
    if own := _named_in_title(lines, kinds):
        return own
    for n in range(1, len(kinds)):
        if kinds[n] not in ("title", "other") or kinds[n - 1] != "title":
            continue
        if not is_signed(lines[n].words):
            continue
        if CALLED.fullmatch(lines[n].words) and lines[n + 1 : n + 2] and lines[n + 1].words == lines[n - 1].words:
            return (n,)
        dots = [at for at in range(n + 1, min(n + 3, len(kinds))) if kinds[at] == "stray"]
        below = n + 1 + len(dots)
        if below < len(kinds) and kinds[below] == "field" and STAMP.match(lines[below].words):
            return (n, *dots)
    return ()


def _named_in_title(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[int, ...]:
    """Give the line of a name with which the title begins, `青禾：论溪口`, and who that is on the line below it."""
    title = next((lines[n].words for n, kind in enumerate(kinds) if kind == "title"), "")
    name = re.split("[:：]", title)[0].strip()
    if name == title or not is_person(name):
        return ()
    n = next((n for n, kind in enumerate(kinds) if kind in ("title", "other") and lines[n].words == name), 0)
    is_known = n + 1 < len(kinds) and WRITER.fullmatch(folded(lines[n + 1].words))
    return (n, n + 1) if n and is_known else (n,) if n else ()


WRITER = regex(r"[^\s。，；：:,;]{2,20}(?:特约|专栏|客座)?(?:作者|作家|撰稿人|评论员|研究员)")
"""`某某学社特约作者`: who writes for a page, below the name."""


def heads_mill(words: str) -> bool:
    """Say whether a line is a title in brackets and the text's first heading: `【T】一、引言`."""
    found = MILL_TITLE.match(words)
    return found is not None and bool(ENUMERATOR.match(words, found.end()))


def is_person(words: str) -> bool:
    """Say whether a line may be a person's name: two to four characters that no office ends with."""
    return bool(PERSON.fullmatch(words)) and not OFFICE_END.search(words)


def is_signed(words: str) -> bool:
    """Say whether a line alone may be who wrote a text: four characters only behind a family name (`干部读本`)."""
    if not is_person(words):
        return CALLED.fullmatch(words) is not None
    return len(words) != FOUR or "·" in words or words[0] in SURNAMES or words[:2] in COMPOUND


FOUR = 4


PERSON = regex(r"[一-鿿]{2,4}|[一-鿿]{1,2}·[一-鿿]{1,4}")
OFFICE_END = regex(
    r"[局办委院会部处所站心网报社省市县区镇乡村校厅科室组团队司店馆稿]\Z|小编|编辑|管理|原创|转载|佚名|本站"
    r"|[时時][间間]\Z|日期|次[数數]|[来來]源|作者|[栏欄]目|[标標][签籤]|人[气氣]\Z|[浏瀏][览覽]|[阅閱][读讀]|[点點][击擊]"
    r"|(?:发布|组工|政务|融媒|之声|党建|新闻|资讯|检察|公安|消防|教育|人大|政协|日报|晚报|时报|纪检|税务|法院|文旅|發布|組工|政務)\Z"
    r"|\A(?:作文|[范範]文|日[记記]|故事|[诗詩]歌|散文|[论論]文|合同|[总總][结結]|[报報]告|[计計][划劃]|方案|通知|新[闻聞]|文章|[资資]料|文[档檔]|更多|首[页頁]|登[录錄]"
    r"|[注註][册冊]|(?:星期|周|[禮礼]拜)[一二三四五六日天])\Z"
)
"""A name alone, and what is none: how offices and places end, words that stand where a name would."""


def stands_between(kinds: Sequence[str], lines: Sequence[Line], n: int) -> bool:
    """Say whether a list's head or a label without value stands alone between a title and the title again."""
    above, below = n, n
    while above >= 0 and (kinds[above] in ("list", "field", "byline") or _is_empty_label(lines[above].words)):
        above -= 1
    while below < len(kinds) and (kinds[below] == "list" or _is_empty_label(lines[below].words)):
        below += 1
    if not 0 <= above < n < below < len(kinds) or {kinds[above], kinds[below]} != {"title"}:
        return False
    return lines[above].words == lines[below].words


def _is_empty_label(words: str) -> bool:
    return len(words) <= LABEL_CHARS and bool(fields := loose_fields(words)) and not any(value for _, value in fields)
