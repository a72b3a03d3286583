"""Data: where the skins that DedeCMS shipped from 5.1 to 5.7, desktop and mobile, keep text, title and facts.

Sources: `templets/default` of 5.1, 5.3 and 5.7 (article, soft, image, default; `_m` for mobile). The order matters: the
first skin whose text is on the page counts. Other makers' skins are read by landmarks, see `landmarks`.
"""

from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.platforms.elements import has_class
from cleaners.reading import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """Where one skin keeps what: XPaths, of `body` from the page's root, the others from the text's first element."""

    name: str
    mark: str
    """What the markup holds where this skin made it: looked for before the elements are."""
    body: tuple[str, ...]
    """All that these find is the text, in the order of the page."""
    title: tuple[str, ...]
    head: tuple[str, ...]
    """Blocks of labels and values."""
    files: tuple[str, ...] = ()
    """Links to the files that the page offers."""
    digest: tuple[str, ...] = ()
    """The box above the text that repeats its beginning."""
    view: View = View.MAIN


def _has(name: str) -> str:
    """Say in XPath that an element carries a class; the bare test first, as it sorts out nearly all."""
    return f'contains(@class,"{name}") and contains(concat(" ",normalize-space(@class)," ")," {name} ")'


VIEW_BOX = f"//div[{_has('viewbox')}]"
SOFT = Skin(
    name="DedeCMS 5.3-5.7 soft",
    mark="infolist",
    body=(f"{VIEW_BOX}[div[{_has('infolist')}]]/div[{_has('content')}][not(.//ul[{_has('downurllist')}])]",),
    title=(f"../div[{_has('title')}]",),
    head=(f"../div[{_has('infolist')}]",),
    files=(f"../div[{_has('content')}]/ul[{_has('downurllist')}]//a[@href]",),
)
PICTURES = Skin(
    name="DedeCMS 5.3-5.7 pictures",
    mark="picbox",
    body=(f"{VIEW_BOX}/div[{_has('picbox')}]", f"{VIEW_BOX}[div[{_has('picbox')}]]/div[{_has('intro')}]"),
    title=(f"../div[{_has('title')}]",),
    head=(f"../div[{_has('info')}]",),
)
ARTICLE = Skin(
    name="DedeCMS 5.3-5.7 article",
    mark="viewbox",
    body=(f"{VIEW_BOX}/div[{_has('content')}]",),
    title=(f"../div[{_has('title')}]",),
    head=(f"../div[{_has('info')}]",),
    digest=(f"../div[{_has('intro')}]",),
)
MOBILE = Skin(
    name="DedeCMS 5.7 mobile",
    mark="blog-content",
    body=(f"//article[{_has('blog-main')}]/div[{_has('blog-content')}]",),
    title=(f"../*[{_has('blog-title')}]",),
    head=(f"../*[{_has('blog-meta')}]",),
    view=View.MOBILE,
)
OLD_ARTICLE = Skin(
    name="DedeCMS 5.1 article",
    mark="newsview",
    body=(f"//div[{_has('newsview')}]/div[{_has('content')}]",),
    title=(f"../div[{_has('title')}]",),
    head=(f"../div[{_has('info')}]",),
    digest=(f"../div[{_has('intro')}]",),
)
OLD_SOFT = Skin(
    name="DedeCMS 5.1 soft",
    mark="sintro",
    body=(f"//div[{_has('sview')}]/div[{_has('sintro')}]",),
    title=(f"//div[{_has('stitle')}]",),
    head=(f"../div[{_has('sinfo')}]/ul",),
    files=(f"../div[{_has('sdown')}]//a[@href]",),
)
OLD_PICTURES = Skin(
    name="DedeCMS 5.1 pictures",
    mark="pbox",
    body=(f"//div[{_has('pbox')}]",),
    title=(f"//div[{_has('ctitle')}]",),
    head=('//div[@id="imgbox"]/dl',),
)
SKINS = (SOFT, PICTURES, ARTICLE, MOBILE, OLD_ARTICLE, OLD_SOFT, OLD_PICTURES)

PICTURE_AD = "contentMidPicAD"
POLL = "vote.php"
TITLES_TO_CHOOSE = "dedepagetitles"
SLIDE_SHOW = ("javascript:dPlay", "javascript:dStop")
PAGES_OF_SKIN = "dede_pages"


def is_dropped(node: HtmlElement) -> bool:
    """Say whether an element within a text is none of it; True = it is not shown.

    An advertisement, a poll, the pages' titles to choose from, the buttons of a slide show, a pager that a skin put
    there. Asked of each element that is shown, which takes a tenth of a search of the page for each of them.
    """
    tag, name = node.tag, node.get("id")
    if name is not None and (name.startswith(PICTURE_AD) or (tag == "select" and name == TITLES_TO_CHOOSE)):
        return True
    if has_class(node, PAGES_OF_SKIN):
        return True
    if tag == "a":
        return (node.get("href") or "").startswith(SLIDE_SHOW)
    return tag == "form" and POLL in (node.get("action") or "")
