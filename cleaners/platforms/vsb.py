"""School and company sites made with the site builder VSB: its text bears the editor's id, its pages two addresses.

`/info/COLUMN/ID.htm` and `/content.jsp?urltype=news.NewsContentUrl&wbtreeid=COLUMN&wbnewsid=ID` are one document. The
number of views comes from a script that is not called.
"""

from dataclasses import replace
from urllib.parse import parse_qs, urljoin, urlsplit

from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.platforms.platform import Address, Findings, Sheet
from cleaners.platforms.template import Template, find_all, words_of
from cleaners.reading import Attachment, UrlKind
from cleaners.regex import regex

SIGNS = (
    Sign(words='id="vsb_content', sure=0.9, why="the editor's id vsb_content"),
    Sign(words="_newscontent_fromname", sure=0.85, why="the form _newscontent_fromname round an article"),
    Sign(words="v_news_content", sure=0.85, why="the editor's class v_news_content"),
    Sign(words="/system/resource/js/vsbscreen", sure=0.6, why="a script of the site builder"),
    Sign(words="_showDynClicks(", sure=0.7, why="the site builder's counter script"),
)
SKIN = Template(
    name="VSB article",
    body=(
        '//*[starts-with(@id,"vsb_content")][normalize-space(.)]',
        '//*[contains(concat(" ",@class," ")," v_news_content ")]',
    ),
    drop=('.//*[contains(@class,"bdsharebuttonbox") or @id="div_vote_id"]',),
)
# `/info/1001/23456.htm`: column and document; digits bounded, the ending fixed.
STATIC = regex(r"/(?:[\w-]{1,40}/){0,3}info/\d{1,8}/(?P<id>\d{1,10})(?:_(?P<page>\d{1,3}))?\.html?")
DYNAMIC = "news.NewsContentUrl"
FILES = ('//a[contains(@href,"DownloadAttachUrl")]',)
"""Links to the files of an article: a script's, without a file's ending."""


def address(url: str) -> Address | None:
    """Say what a URL is: one key for both addresses of a document; None for any other shape."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    static = STATIC.fullmatch(parts.path)
    asked = parse_qs(parts.query) if parts.path.endswith("content.jsp") else {}
    number = static["id"] if static else (asked.get("wbnewsid", [""])[0] if asked.get("urltype") == [DYNAMIC] else "")
    if not host or not number.isdigit():
        return None
    page = int(static["page"] or 1) if static else 1
    return Address(key=f"vsb:{host}:news:{number}", kind=UrlKind.DOCUMENT, page=page, url=url)


def with_files(sheet: Sheet, findings: Findings) -> Findings:
    """Add the files of an article, each by its owner and number; the page prints no size."""
    if sheet.tree is None or not findings.drafts:
        return findings
    files: dict[str, Attachment] = {}
    for anchor in find_all(sheet.tree, FILES):
        href = anchor.get("href", "")
        asked = parse_qs(urlsplit(href).query)
        key = f"attachment:{asked.get('owner', [''])[0]}:{asked.get('wbfileid', [''])[0]}"
        files.setdefault(key, Attachment(name=words_of(anchor), url=urljoin(sheet.base_url or "", href), key=key))
    facts = replace(findings.facts, attachments=(*findings.facts.attachments, *files.values()))
    return replace(findings, facts=facts)


PLATFORM = ArticleFamily(
    family="vsb", version=1, signs=SIGNS, templates=(SKIN,), address_by=address, improve=with_files
)  # fmt: skip
