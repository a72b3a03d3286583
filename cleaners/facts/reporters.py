"""Who reports and for whom, as a text's own first or last words say: `本报讯（记者 青禾）`, `（通讯员 王溪）`.

The words stay in the text, where they stand in a sentence; the page's own labels go before them. Labels: `labels`.
"""

from collections.abc import Iterator
from itertools import islice

from cleaners.facts.changes import changed
from cleaners.reading import Facts
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_repeats import is_person
from cleaners.rules.title.surnames import COMPOUND, SURNAMES

FIRST_LINES = 3
"""Filled lines at the top of which one may begin with a dateline: above it stand headings and an editor's note."""
NAMED_CHARS = 50
"""Characters of names and roles at most: more are a sentence in brackets."""
_HAN = "[一-鿿]"
_MEDIUM = rf"(?:本[报网台刊站社校院]|(?P<source>{_HAN}{{2,12}}?(?:社|网|报|台|融媒体中心|客户端)))"
_DATED = rf"(?:{_HAN}{{0,10}}\d{{1,2}}月\d{{1,2}}日|{_HAN}{{0,6}})"
_NEWS = "(?:电|讯|消息|报道)"
DATELINE = regex(
    rf"[【（(〔\[]?(?!据|来自|综合){_MEDIUM}\s?{_DATED}{_NEWS}[】）)〕\]]?(?=[\s\u3000（(：:]|记者|通讯员|\Z)[\s\u3000：:]{{0,4}}"
)
"""`新华社某地7月31日电`, `某县新闻网讯`: how newspapers open a report; bounded, tried at the start of a line."""
_ROLE = (
    rf"(?:本[报网台刊站]|{_HAN}{{2,10}}?(?:报|网|台|社|中心))?(?:全媒体|融媒体?|见习|实习|特约|首席|特派|摄影){{0,2}}"
    r"(?:记者|通讯员|报道员|实习生|特派员)"
)
ROLE = regex(rf"(?P<role>{_ROLE})[\s\u3000：:]{{0,3}}")
"""What a paper calls those who write for it, its own name before it or not; bounded."""
BRACKET = regex(rf"[（(](?P<people>[^（）()。；！？]{{2,{NAMED_CHARS}}})[）)]")
OPEN = regex(
    rf"(?P<people>{_ROLE}[\s\u3000：:]{{0,3}}{_HAN}{{2,4}}(?:[\s\u3000、]{{1,2}}{_HAN}{{2,10}}){{0,5}}?)"
    r"(?=[\s\u3000]{0,2}(?:摄影)?报道|[\s\u3000]{0,2}[:：]|[\s\u3000]{2}|\u3000)"
)
"""`记者 青禾 报道`, `通讯员：王溪　`: without brackets, up to a mark or a wide blank; bounded."""
LAST = regex(
    rf"(?:(?<=[。！？!?”\"）)])|\A)[\s\u3000]{{0,4}}"
    rf"(?:[（(【](?P<inside>[^（）()【】。；！？]{{2,{NAMED_CHARS}}})[）)】]|(?P<bare>{_ROLE}[\s\u3000：:]{{1,3}}{_HAN}[^。，；！？]{{1,40}}))"
    r"[\s\u3000|｜]{0,4}\Z"
)
"""The same behind the last sentence, or on the last line; tried on its last characters only, bounded."""
BESIDE = regex(r"[\s\u3000]{0,4}(?:文[/／]?图|图[/／]?文|摄影报道|摄影|报道|文)[\s\u3000]{0,4}\Z"
    r"|\A(?:文[/／]?图|图[/／]?文|文)[\s\u3000/／：:]{1,4}")
"""What a person did, beside the name; bounded."""
PICTURES = regex(r"摄\Z|图片|供图|图[/／：:]|\A图")
"""Names of who took a picture are no author's."""
PARTS = regex(r"[\s\u3000、,，]+")
LONE = regex(rf"(?<!{_HAN})({_HAN})[ \u3000\u00a0]{{1,2}}({_HAN})(?!{_HAN})")
"""`朱 婷`: a name of two characters, set as wide as one of three."""


LONE_CHARS = 3


def with_reporters(facts: Facts, text: str) -> Facts:
    """Give facts with author, contributor and source as the text itself names them, each where the page names none."""
    told = dict(_told(text)) if facts.author is None or facts.source is None else {}
    missing = {name: value for name, value in told.items() if getattr(facts, name) is None}
    if "author" not in missing:
        missing.pop("contributor", None)
    if not missing:
        return facts
    return changed(facts, **missing, where=(*facts.where, *((name, "text: dateline") for name in sorted(missing))))


def _told(text: str) -> Iterator[tuple[str, str]]:
    """Give names of facts with their values, the last of a name the surest."""
    end = text.rstrip()
    last = end[end.rfind("\n") + 1 :][-(NAMED_CHARS + 20) :]
    if found := LAST.search(folded(last)):
        group = "inside" if found["inside"] else "bare"
        yield from people_of(last[slice(*found.span(group))])
    for line in islice((line.strip() for line in text.splitlines() if line.strip()), FIRST_LINES):
        yield from _of_dateline(line)


def _of_dateline(line: str) -> Iterator[tuple[str, str]]:
    """Read the beginning of a line."""
    start = folded(line[: 2 * NAMED_CHARS])
    dated = DATELINE.match(start)
    at = dated.end() if dated else 0
    if dated and dated["source"]:
        yield "source", line[slice(*dated.span("source"))]
    named = BRACKET.match(start, at) or OPEN.match(start, at)
    if named and (dated or ROLE.match(named["people"])):
        yield from people_of(line[slice(*named.span("people"))])


def people_of(words: str) -> tuple[tuple[str, str], ...]:
    """Give the author, and who handed the text in beside one, of words that are names and nothing else; else empty.

    Without a role each name must begin with a family name, and one alone have three characters: `（方案）` is none.
    """
    line = folded(words)
    if PICTURES.search(line):
        return ()
    roles = list(ROLE.finditer(line))
    if not roles:
        names = _names(words, is_sure=False)
        return (("author", names),) if len(names) >= LONE_CHARS else ()
    if roles[0].start() > 0:
        return ()
    told: dict[str, str] = {}
    for role, following in zip(roles, [*roles[1:], None], strict=True):
        names = _names(words[role.end() : following.start() if following else len(words)], is_sure=True)
        if not names:
            return ()
        told.setdefault("author" if not told else "contributor", names)
    return tuple(told.items())


def _names(words: str, *, is_sure: bool) -> str:
    """Give names as printed where words are nothing else; empty otherwise. `is_sure`: a role stands before them."""
    bare = BESIDE.sub("", words.strip(" \u3000\u00a0:：、,，"))
    names = [name for name in PARTS.split(LONE.sub(r"\1\2", bare)) if name]
    if not names or not all(is_person(name) and (is_sure or _is_called(name)) for name in names):
        return ""
    return bare.strip()


def _is_called(name: str) -> bool:
    return (name[0] in SURNAMES or name[:2] in COMPOUND) and name[-1] not in "某等完"
