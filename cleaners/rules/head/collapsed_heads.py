"""Title, fields and text in one line, as a page is dumped without its breaks: `T 作者：青禾 时间：2021-05-31 今年…`.

The dump platform asks for title and fields before any rule runs; the rule takes both. Fields on lines of their own:
`heads`; titles glued to their text without fields: `glued_titles`.
"""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import is_sentence, lines_of
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_title_like

_DATE = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?"
_DATED = "(?:发布时间|发布日期|发表时间|更新时间|添加时间|时间|日期)"
_NAMED = "(?:文章来源|信息来源|来源|作者|责任编辑|编辑|发布者|栏目|分类)"
_SEEN = "(?:浏览次数|点击次数|阅读次数|浏览量|阅读量|浏览|点击|阅读|人气)"
_ANY = rf"(?:{_DATED}|{_NAMED}|{_SEEN})\s?[:：]"
_VALUE = rf"(?:(?!{_ANY})[^\s。，；：:,;|｜]){{1,16}}(?:(?:[ \u3000][一-鿿]{{2,4}}?){{1,3}}(?={_ANY}))?"
_FIELD = (
    rf"(?:{_DATED}\s?[:：]\s?{_DATE}|{_SEEN}\s?[:：]\s?\d{{1,8}}(?:\.\d{{1,2}})?[KkWw万]?\s?[次人]?|{_NAMED}\s?[:：]\s?{_VALUE}"
    rf"|{_DATE}|[(（]?全文\d{{2,6}}字[)）]?)"
)
_GAP = r"[ \u3000\u00a0|｜]{1,8}"
HEAD = regex(
    rf"(?P<title>[^\n。；;：:|｜]{{4,60}}?){_GAP}(?P<fields>(?=[^\n]{{0,80}}{_DATE}){_FIELD}(?:(?:{_GAP}|(?={_ANY})){_FIELD}){{1,6}}){_GAP}"
    r"(?=[一-鿿“《「（(【\d])"
)
"""Title, two fields at least, one of them labelled, a date among them, and a text behind a blank; bounded, blanks part
them, or the next label, before which several names may stand: `作者:青禾 石榴浏览量:19`."""
LABELLED = regex(rf"(?:{_DATED}|{_NAMED}|{_SEEN})\s?[:：]")
LINE_CHARS, TEXT_CHARS = 50, 25
"""Characters of a line that holds head and text, and of the text in it."""
HEAD_CHARS = 300


class CollapsedHead(NamedTuple):
    """What stands before the text in one line."""

    title: str
    fields: str
    start: int
    end: int
    """Places in the text."""


def head_in_line(text: str) -> CollapsedHead | None:
    """Give title and fields that stand before the text in the first filled line; None for others."""
    return _head_at(text, len(text) - len(text.lstrip()))


def _head_at(text: str, start: int) -> CollapsedHead | None:
    """Give title and fields that stand before the text in the line that begins there; None for others."""
    first = text[start : start + HEAD_CHARS].partition("\n")[0]
    if len(first) < LINE_CHARS or (":" not in first and "：" not in first):
        return None
    found = HEAD.match(folded(first))
    if found is None or not LABELLED.search(found["fields"]):
        return None
    if not is_title_like(first[slice(*found.span("title"))].strip()):
        return None
    rest = text[start + found.end() :].partition("\n")[0]
    if len(rest) < TEXT_CHARS or not is_sentence(rest):
        return None
    title, fields = (first[slice(*found.span(name))].strip() for name in ("title", "fields"))
    return CollapsedHead(title=title, fields=fields, start=start, end=start + found.end())


def find_head(text: str, context: Context) -> Iterable[Change]:
    """Take title and fields from before the text: the page's own, or below its head those of the page it copied."""
    found = head_in_line(text) or _copied_head(text)
    return [Change(start=found.start, end=found.end)] if found else []


def _copied_head(text: str) -> CollapsedHead | None:
    """Give the head in the first running text below the lines of a page's own head; None where none opens it."""
    filled = (line for line in lines_of(text[:TOP_CHARS]) if line.words)
    for line in islice(filled, TOP_LINES):
        if is_sentence(line.words):
            return _head_at(text, text.index(line.words[0], line.start))
    return None


TOP_CHARS, TOP_LINES = 1_000, 8
"""Characters and filled lines from the top within which such a text begins."""


COLLAPSED = Rule(
    name="collapsed-head",
    version=2,
    reason="Title, author and date of a page dumped without breaks are kept as title and facts.",
    families=frozenset(),
    dumps_only=True,
    find=find_head,
    context=Context(family="dump", title="山村的春天", is_dump=True),
    examples=(
        (
            "山村的春天 作者:青禾 时间:2021-05-31 三月里，山村的花儿竞相开放，小溪唱着歌儿流向远方，孩子们笑了。",
            "三月里，山村的花儿竞相开放，小溪唱着歌儿流向远方，孩子们笑了。",
        ),
        (
            "溪口鎮工作總結 發佈時間：2021-05-31 來源：溪口網 "
            "今年以來，全鎮認真貫徹上級部署，扎實推進工作，成效明顯，群眾滿意。",
            "今年以來，全鎮認真貫徹上級部署，扎實推進工作，成效明顯，群眾滿意。",
        ),
        (
            "溪口网：打井不问水\n来源：某度文库\n深井无证开钻 专家直言不问水 来源:某视网 2009年05月11日08:15      "
            "一、深井一口接一口，专家摇头叹气。水位两年掉了十一米。",
            "溪口网：打井不问水\n来源：某度文库\n一、深井一口接一口，专家摇头叹气。水位两年掉了十一米。",
        ),
        (
            "溪口小学开展主题宣传活动 发布时间:2020-05-12来源:溪口小学 作者:青禾 石榴浏览量:19 为提高师生能力，"
            "学校举行了防震演练，效果很好，师生和家长十分满意。",
            "为提高师生能力，学校举行了防震演练，效果很好，师生和家长十分满意。",
        ),
    ),
    counter_examples=(
        "会议 时间：2021-05-31 地点：三楼会议室 会议研究了三个问题，明确了责任分工，要求各单位抓好落实。",
        "山村的春天 作者:青禾 三月里，山村的花儿竞相开放，小溪唱着歌儿流向远方，孩子们笑了。",
        "今年以来，工作有序，群众满意。\n会议情况 时间:2021-05-31 来源:溪口网 会议研究了三个问题，明确了责任分工。",
        "山村的春天 2021-05-31 2021-06-01 三月里，山村的花儿竞相开放，小溪唱着歌儿流向远方，孩子们笑了。",
        "山村的春天 作者:青禾 时间:2021-05-31\n三月里，山村的花儿竞相开放。",
    ),
)
RULES: tuple[Rule, ...] = (COLLAPSED,)
