"""Whether Discuz made a page, and which version: by what its templates print, at most some microseconds a sign."""

import re
from typing import Final

from cleaners.platforms.discuz import errors
from cleaners.platforms.discuz.addresses import is_decisive
from cleaners.platforms.platform import Sheet
from cleaners.reading import PlatformGuess
from cleaners.regex import regex

FAMILY: Final = "discuz"

# The head's statement; attributes in either order would need two patterns, the software prints only this one.
_GENERATOR = regex(
    r"""<meta[ ]name=["']generator["'][ ]content=["']Discuz!?[ ]?([XFQ]?[0-9][0-9.]{0,4})?""", re.IGNORECASE
)
# Footer `Powered by <strong><a ...>Discuz!</a></strong> <em>X3.4</em>`, archiver `Discuz! X3.4 Archiver`, print page.
_POWERED = regex(
    r"Powered by (?:<strong>)?(?:<b>)?[ ]?(?:<a [^>]{0,200}>)?Discuz!(?:[ ]?([XFQ]?[0-9][0-9.]{0,4}))?"
    r"(?:(?:</a>|</strong>|</b>|[ ]){0,4}<em>([XFQ]?[0-9][0-9.]{0,4}))?"
)
_TITLE = regex(r"<title>[^<]{0,400}Powered by Discuz!", re.IGNORECASE)
_POST_ID = regex(r"""id=["']?postmessage_\d""")
_BODY_ID = regex(
    r"""<body[^>]{0,80} id=["']nv_(?:forum|portal|group|home|member|misc|search|userapp|plugin)["']""", re.IGNORECASE
)
_SCRIPT = regex(r"var STYLEID = '[^']{0,8}', STATICURL = |discuz_uid = '")
_RSS = regex(r"<generator>Discuz!|<generator>[^<]{0,20}Discuz! Board", re.IGNORECASE)
_BROKEN = regex(r"<h1>Discuz! (?:Database|System|Info) Error")


def detect(sheet: Sheet) -> PlatformGuess | None:
    """Say how surely Discuz made the page; None where nothing speaks for it, and for a text dump."""
    if sheet.tree is None:
        return None
    text = sheet.text
    if errors.guard(sheet) is not None:
        return PlatformGuess(family=FAMILY, sure=_sure_of_shield(sheet), why="a shield of the software")
    # Each shape is looked for where a word of it stands: `nv_` and `iscuz` are on many a long page that is another's.
    is_named, has_posts, has_body = "iscuz" in text, "postmessage_" in text, "nv_" in text
    if not (is_named or has_posts or has_body):
        return None
    is_named = is_named or "ISCUZ" in text
    for why, sure, pattern, is_likely in (
        ("generator meta", 0.98, _GENERATOR, is_named),
        ("powered-by title", 0.97, _TITLE, is_named),
        ("id postmessage_", 0.95, _POST_ID, has_posts),
        ("feed generator", 0.95, _RSS, is_named),
        ("scripts of the template", 0.95, _SCRIPT, is_named or "STYLEID" in text),
        ("error page of the software", 0.95, _BROKEN, is_named),
        ("body id nv_", 0.9, _BODY_ID, has_body or "NV_" in text),
    ):
        if is_likely and pattern.search(text):
            return PlatformGuess(family=FAMILY, version=version_of(text), sure=sure, why=why)
    if is_named and (found := _POWERED.search(text)) is not None:
        # In a footer it is proof; in running text it may be talk about the software.
        is_markup = "<" in found[0] or found[1] is not None
        version = version_of(text)
        return PlatformGuess(family=FAMILY, version=version, sure=0.9 if is_markup else 0.5, why="powered-by line")
    return None


def _sure_of_shield(sheet: Sheet) -> float:
    """Weigh a shield: the software's own words and names are proof, a bare script that leads on is not."""
    if "<title>" in sheet.text or "getName.caller" in sheet.text or "_dsign" in sheet.text:
        return 0.9
    is_asked = sheet.page.url is not None and is_decisive(sheet.page.url)
    return 0.9 if is_asked or sheet.hints.platform == FAMILY else 0.4


def version_of(text: str) -> str | None:
    """Give the version as the page states it, `X3.4`; None where it is silent."""
    for pattern in (_GENERATOR, _POWERED):
        for found in pattern.finditer(text):
            version = next((group for group in found.groups() if group), None)
            if version is not None:
                return version.rstrip(".").upper()
    return None
