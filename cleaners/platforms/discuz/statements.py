"""What a page states of the site and of itself outside its posts: name, records, clock, path, rights."""

import re
from collections.abc import Mapping
from typing import Final

from cleaners.facts.changes import changed
from cleaners.facts.counts import read_count
from cleaners.platforms.discuz.addresses import address
from cleaners.platforms.discuz.anatomy import Anatomy, has_class
from cleaners.platforms.elements import finder, first, words
from cleaners.reading import Facts, UrlKind
from cleaners.regex import regex
from cleaners.shown import UNSEEN

_PATH = finder(".//a[@href]")
_LOGO = finder(".//h2/a[@title]")
_FOOTER_IDS: Final = ("ft", "footer", "flk", "frt")
FOOT_CHARS: Final = 1500
"""Characters at the end of a page that a foot without an id may have."""
# `桂ICP备14006725号-1`, `京ICP证030173号`: one province, bounded digits.
_ICP = regex(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼台港澳]"
    r" ?ICP ?[备证] ?\d{5,10} ?号?(?:-\d{1,3})?"
)
_POLICE = regex(r"公网安备 ?(\d{10,16}) ?号?")
# `GMT+8, 2026-11-22 09:26`, in the site's own date format: the clock of the page in the zone it names. The date's parts
# are bounded digits with one mark between them, the time bounded too.
_CLOCK = regex(
    r"GMT ?([+-]) ?(\d{1,2})(?:\.(\d))?, ?(\d{4})([-/.])(\d{1,2})\5(\d{1,2})"
    r" (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?"
)
_TITLE_SITE = regex(r"(?:^| - ) {0,2}([^-]{1,40}?) {0,2}-? {0,3}(?:手机版 - )?Powered by Discuz!")
_POLICE_SPACES = regex(r"\s+")


def site_facts(anatomy: Anatomy) -> Facts:
    """Give what head and footer state; nothing of the thread or article."""
    footer, foot = _footer(anatomy)
    icp = _ICP.search(footer)
    police = _POLICE.search(footer)
    robots = anatomy.metas.get("robots", "").lower()
    name, place = site_name(anatomy)
    found = Facts(
        site_name=name,
        icp=_POLICE_SPACES.sub("", icp[0]) if icp else None,
        police_record=police[1] if police else None,
        rendered_at=_clock(footer),
        noarchive="noarchive" in robots,
    )
    places = dict.fromkeys(("icp", "police_record", "rendered_at"), foot)
    return placed(found, {"site_name": place, "noarchive": "meta robots", **places})


def _footer(anatomy: Anatomy) -> tuple[str, str]:
    """Give the words of the page's foot and where they stand; of a skin without its id, the end of the page."""
    box = next((name for name in _FOOTER_IDS if name in anatomy.ids), None)
    if box is not None:
        return words(anatomy.ids[box]), f"#{box}"
    body = first(anatomy.tree.iter("body"))
    blocks = [node for node in body if isinstance(node.tag, str) and node.tag not in UNSEEN] if body is not None else []
    return words(blocks[-1])[-FOOT_CHARS:] if blocks else "", "end of the page"


def placed(facts: Facts, places: Mapping[str, str]) -> Facts:
    """Add to facts where those of them stand that the page states; names without a value are left out."""
    found = tuple((name, place) for name, place in places.items() if getattr(facts, name))
    return changed(facts, where=(*facts.where, *found)) if found else facts


def counted(facts: Facts, name: str, stated: str, *, where: str) -> Facts:
    """Set a counter from its print (`3039`, `1.2万`), and keep the print where it says it otherwise."""
    number = read_count(stated)
    if number is None:
        return facts
    named: dict[str, object] = {name: number, "where": (*facts.where, (name, where))}
    if stated != str(number):
        named["stated"] = (*facts.stated, (name, stated))
    return changed(facts, **named)


def site_name(anatomy: Anatomy) -> tuple[str | None, str]:
    """Give the site's name and where it stands: in the head, at the start of the path, by the logo, in the title."""
    stated: str = anatomy.metas.get("application-name", "").strip()
    if stated:
        return stated, "meta application-name"
    place, header = anatomy.ids.get("pt"), anatomy.ids.get("hd")
    home = first(anchor for anchor in _PATH(place) if has_class(anchor, "nvhm")) if place is not None else None
    if words(home) not in ("", "首页"):
        return words(home), "#pt a.nvhm"
    logo = first(_LOGO(header)) if header is not None else None
    named = str(logo.get("title", "")).strip() if logo is not None else ""
    if named:
        return named, "#hd h2 a"
    found = _TITLE_SITE.search(anatomy.title)
    return found[1].strip() or None if found else None, "title"


def path_of(anatomy: Anatomy) -> tuple[str, ...]:
    """Give the groups and boards that the page lies in, outermost first; home pages and the thread itself left out."""
    place = anatomy.ids.get("pt")
    if place is None:
        return ()
    anchors = _PATH(place)
    found: list[str] = []
    for number, anchor in enumerate(anchors):
        url = anatomy.resolve(anchor.get("href", ""))
        leads_to = address(url) if url else None
        kind = leads_to.kind if leads_to else None
        if number == 0 or kind in (UrlKind.HOME, UrlKind.DOCUMENT, UrlKind.SKIP):
            continue
        if kind is None and number == len(anchors) - 1:
            continue  # an unknown spelling at the end is the thread's own
        if (text := words(anchor)) and text not in found:
            found.append(text)
    return tuple(found)


def keywords_of(anatomy: Anatomy, title: str | None, *, tags: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give tags and stated keywords; the title, which the software repeats there by itself, is none."""
    stated = [word.strip() for word in re.split("[,，]", anatomy.metas.get("keywords", ""))]
    if title and anatomy.metas.get("keywords", "").strip() == title:
        stated = []
    found = dict.fromkeys((*tags, *stated))
    return tuple(word for word in found if word and word != title)


def _clock(footer: str) -> str | None:
    found = _CLOCK.search(footer)
    if found is None:
        return None
    sign, hours, tenths, year, _, month, day, hour, minute, second, half = found.groups()
    zone_minutes = int(tenths or 0) * 6
    on_24 = int(hour) % 12 + 12 * (half == "PM") if half else int(hour)
    time = f"{on_24:02}:{minute}" + (f":{second}" if second else "")
    return f"{year}-{int(month):02}-{int(day):02}T{time}{sign}{int(hours):02}:{zone_minutes:02}"
