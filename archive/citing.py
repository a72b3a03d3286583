"""How a report, or one copy of it, is cited: BibTeX, RIS, GB/T 7714-2015 and the `citation_*` tags of a page. Pure.

Only what the copy states (or a person asserted) is cited. What it does not state is said to be missing, never guessed,
and there is no clock here: who cites says on which day. How pages and files show a citation is the web's business.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime

from archive.dating import publication_of
from archive.queries import Copy, Report

TITLE_CHARS, AUTHOR_CHARS, URL_CHARS = 300, 100, 4000
"""Characters of a title or name that are cited, cut with `…`; a longer address is no address that one could type."""
NO_TITLE, NO_AUTHOR, NO_DATE, NO_ADDRESS = "无标题", "佚名", "日期不详", "无公开地址"
"""What stands where nothing is stated; 佚名 is the word of GB/T 7714-2015, 8.1.2."""
# A scheme and a host, then visible ASCII or letters of other scripts; \S of one class, anchored at both ends: linear.
_ADDRESS = re.compile(r"https?://[^\s/?#\\]\S*\Z", re.IGNORECASE)
# A year, a month or a day as the cleaners print it; fixed widths.
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\Z", re.ASCII)
# What an identifier of BibTeX and a file name may hold; one class, linear.
_NO_KEY = re.compile(r"[^A-Za-z0-9_-]+")
# What would end an address in TeX or in a field; each is percent-encoded. One class, one character at a time.
_NO_URL = re.compile(r'[{}\\"<>^`|%](?![0-9A-Fa-f]{2})|[{}\\"<>^`|]')
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
r"""Braces by name: BibTeX counts a `\{` as a brace, and a lone one would swallow the rest of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is cited, each value in one line without control characters; None = not stated."""

    key: str
    """Of ASCII letters, digits, `-` and `_`: the name of the entry, and of a file with it."""
    title: str | None
    author: str | None
    """As the page states it: on a forum the name of who posted."""
    published_on: str | None
    """YYYY, YYYY-MM or YYYY-MM-DD, the day in the zone that is stated; None where no date of publication counts."""
    site: str | None
    """Host on which the cited copy stands."""
    source_url: str | None
    """Address of the copy, http or https; None for an import without one."""
    archive_url: str | None
    """Public address of the report or copy in this archive."""
    archived_at: str | None
    """UTC instant of the first capture that shows it, ISO 8601."""
    asserted: tuple[str, ...] = ()
    """Of title, author and published_on those that are a person's word."""


def cite_report(report: Report, *, archive_url: str | None = None) -> Citation:
    """Cite a report by a place of its canonical text, dated ones first; by its first place where none has that text.

    All facts but the title are of that one place. A report without places has a title and an address alone.
    """
    key = f"gongwen-{_key(report.public_id)}"
    text = _bare(report.text)
    of_text = (copy for copy in report.copies if copy.relation == "identical" and _bare(copy.text) == text)
    own = next(of_text, None) or next(iter(report.copies), None)
    if own is None:
        return Citation(
            key=key, title=_line(report.title, TITLE_CHARS), author=None, published_on=None, site=None,
            source_url=None, archive_url=_address(archive_url), archived_at=None,
        )  # fmt: skip
    cited = replace(cite_copy(report, own, archive_url=archive_url), key=key)
    if report.title is None:
        return cited
    told = {"title"} & set(report.asserted) | set(cited.asserted) - {"title"}
    return replace(cited, title=_line(report.title, TITLE_CHARS), asserted=tuple(sorted(told)))


def cite_copy(report: Report, copy: Copy, *, archive_url: str | None = None) -> Citation:
    """Cite one copy of a report by what it states itself."""
    return Citation(
        key=f"gongwen-{_key(report.public_id)}-{copy.id}",
        title=_line(copy.title, TITLE_CHARS),
        author=_line(copy.author, AUTHOR_CHARS),
        published_on=_published(report, copy),
        site=_line(copy.site, AUTHOR_CHARS),
        source_url=_address(copy.url),
        archive_url=_address(archive_url),
        archived_at=_line(copy.first_seen_at, AUTHOR_CHARS),
        asserted=tuple(sorted({"title", "author", "published_on"} & set(copy.asserted))),
    )


def bibtex(citation: Citation, *, cited_on: date | None = None) -> str:
    """Write an entry for BibTeX and biblatex; `cited_on` is when it was looked at, None leaves that out."""
    year, month, _ = _parts(citation.published_on)
    url = citation.archive_url or citation.source_url
    fields = (
        ("author", f"{{{_tex(citation.author)}}}" if citation.author else None),  # a second brace: one name, as it is
        ("title", f"{{{_tex(citation.title or NO_TITLE)}}}"),
        ("year", year or None),
        ("month", str(int(month)) if month else None),
        ("date", citation.published_on),
        ("organization", _tex(citation.site) if citation.site else None),
        ("url", _tex_url(url) if url else None),
        ("urldate", cited_on.isoformat() if cited_on else None),
        ("note", _tex("; ".join(_notes(citation))) or None),
        ("langid", "chinese"),
    )
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value is not None]
    return "\n".join([f"@misc{{{citation.key},", *lines, "}", ""])


def ris(citation: Citation, *, cited_on: date | None = None) -> str:
    """Write an entry in RIS, lines ending as the format wants them; `cited_on` as of `bibtex`."""
    year, month, day = _parts(citation.published_on)
    fields = (
        ("TY", "ELEC"),
        ("ID", citation.key),
        ("AU", citation.author),
        ("TI", citation.title or NO_TITLE),
        ("PY", year or None),
        ("DA", f"{year}/{month}/{day}/" if year else None),
        ("PB", citation.site),
        ("UR", citation.archive_url or citation.source_url),
        ("Y2", f"{cited_on:%Y/%m/%d}/" if cited_on else None),
        *(("N1", note) for note in _notes(citation)),
        ("LA", "zh"),
    )
    lines = [f"{name}  - {value}" for name, value in fields if value is not None]
    return "\r\n".join([*lines, "ER  - ", ""])


def gbt7714(citation: Citation, *, cited_on: date) -> str:
    """Write the entry of a list of references by GB/T 7714-2015, 4.6: an electronic resource on line, [EB/OL]."""
    title = citation.title or NO_TITLE
    when = f"({citation.published_on or NO_DATE})[{cited_on.isoformat()}]"
    ways = [citation.source_url] if citation.source_url else []
    ways += [f"存档: {citation.archive_url}" if ways else citation.archive_url] if citation.archive_url else []
    return f"{citation.author or NO_AUTHOR}. {title}[EB/OL]. {when}. {'. '.join(ways) or NO_ADDRESS}."


def meta_pairs(citation: Citation) -> tuple[tuple[str, str], ...]:
    """Give the names and contents of the `citation_*` tags that Zotero and Google Scholar read; to be escaped."""
    pairs = (
        ("citation_title", citation.title or NO_TITLE),
        ("citation_author", citation.author),
        ("citation_publication_date", (citation.published_on or "").replace("-", "/") or None),
        ("citation_online_date", (citation.archived_at or "")[:10].replace("-", "/") or None),
        ("citation_publisher", citation.site),
        ("citation_fulltext_html_url", citation.archive_url),
        ("citation_language", "zh"),
    )
    return tuple((name, content) for name, content in pairs if content is not None)


def _notes(citation: Citation) -> list[str]:
    """Say what is missing, what is a person's word, and where and when the cited copy was archived."""
    missing = (("author", citation.author), ("date of publication", citation.published_on), ("title", citation.title))
    notes = [f"{name} not stated" for name, value in missing if not value]
    notes += [f"{name} asserted by a person" for name in citation.asserted]
    if citation.archive_url and citation.source_url:
        notes.append(f"archived from {citation.source_url}")
    return [*notes, *([f"archived at {citation.archived_at}"] if citation.archived_at else [])]


def _published(report: Report, copy: Copy) -> str | None:
    """Give the day on which the copy says that it was published, by the rules of `dating`; None where none counts."""
    place = (copy.document_key, copy.position, copy.part)
    versions = [one.version for one in report.copies if (one.document_key, one.position, one.part) == place]
    span, _ = publication_of(copy, is_first_here=min(versions, default=copy.version) == 1)
    stated = copy.published_on
    if span is None or stated is None:
        return None
    return stated if _DAY.match(stated) else datetime.fromisoformat(stated).date().isoformat()


def _parts(published_on: str | None) -> tuple[str, str, str]:
    """Give year, month and day; empty for what is not known."""
    year, month, day, *_ = [*(published_on or "").split("-"), "", "", ""]
    return year, month, day


def _bare(text: str) -> str:
    return "".join(text.split())


def _line(value: object, most: int) -> str | None:
    """Give a value in one line that can do nothing: unseen marks are left out, controls and lone surrogates U+FFFD."""
    if value is None:
        return None
    head = " ".join(str(value)[: most * 20].split())  # far more than is cited: ten megabytes are not walked
    seen = (one for one in head if unicodedata.category(one) != "Cf")  # marks of direction, zero widths
    cleaned = "".join("\ufffd" if unicodedata.category(one) in ("Cc", "Cs") else one for one in seen)
    return (cleaned if len(cleaned) <= most else f"{cleaned[: most - 1]}…") or None


def _address(value: object) -> str | None:
    """Give an http(s) address as it can be typed; None for any other scheme, for controls, and past `URL_CHARS`."""
    if not isinstance(value, str) or len(value) > URL_CHARS or not _ADDRESS.match(value):
        return None
    return None if any(unicodedata.category(one) in ("Cc", "Cf", "Cs") for one in value) else value


def _key(name: str) -> str:
    return _NO_KEY.sub("-", name)


def _tex(text: str) -> str:
    return "".join(_TEX.get(one, one) for one in text)


def _tex_url(url: str) -> str:
    """Give an address that stands in a field as it is: what TeX or BibTeX would read is percent-encoded."""
    return _NO_URL.sub(lambda found: f"%{ord(found[0]):02X}", url)
