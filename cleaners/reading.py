"""What a page means: the typed values that `read` makes and the archive files. No logic but plain properties."""

from dataclasses import dataclass, field
from enum import StrEnum

from cleaners.outcome import Outcome
from cleaners.text_facts import EntryFacts as EntryFacts  # noqa: PLC0414 - a part of a reading, found here too


class PageKind(StrEnum):
    """What a page is for, whatever software made it."""

    THREAD = "thread"
    ARTICLE = "article"
    ENTRY = "entry"
    LIST = "list"
    FEED = "feed"
    NOTICE = "notice"
    ERROR = "error"
    CHALLENGE = "challenge"
    LOGIN = "login"
    OTHER = "other"


class View(StrEnum):
    """Which of a document's twin views a page is; the earlier in this list, the better its text is kept."""

    MAIN = "main"
    PRINTABLE = "printable"
    ARCHIVER = "archiver"
    MOBILE = "mobile"
    FEED = "feed"

    @property
    def rank(self) -> int:
        """0 is the best view; a worse one never replaces the text of a better one."""
        return list(View).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformGuess:
    """Which software made the page, how sure (0 to 1), and the sign it was told by."""

    family: str
    version: str | None = None
    sure: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharsetDecision:
    """Which codec read the bytes, how it was decided, and how many characters could not be read."""

    charset: str
    how: str
    """`bom`, `utf-8`, `declared`, `scored`, `detected`, `mixed` or `given`."""
    declared: str | None = None
    lost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """One date as the page prints it, and as understood; `at` is None where it could not be understood."""

    kind: str
    """`posted`, `published`, `uploaded`, `updated`, `edited`, `rendered`; of official documents also `written`,
    `effective` and `repealed`."""
    stated: str
    at: str | None
    """ISO 8601 with the page's zone; a date alone where no time is printed."""
    precision: str | None
    """`second`, `minute`, `hour` (`1 小时前`), `day`, `month`, `year`; None where `at` is None."""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that a page offers: its name and size as stated, and its link where the page gives one."""

    name: str
    url: str | None = None
    key: str | None = None
    """Stable over signed links: `attachment:TID:AID` for Discuz; None = the URL itself."""
    size: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page states about itself; None or empty means that the page is silent."""

    site_name: str | None = None
    icp: str | None = None
    police_record: str | None = None
    category: str | None = None
    path: tuple[str, ...] = ()
    published_at: str | None = None
    """ISO 8601 with the page's zone; a date alone where the page gives no time."""
    dates: tuple[StatedDate, ...] = ()
    rendered_at: str | None = None
    author: str | None = None
    uploader: str | None = None
    editor: str | None = None
    reviewer: str | None = None
    contributor: str | None = None
    """Who handed the text in: `供稿`, `通讯员`, `投稿`."""
    source: str | None = None
    source_url: str | None = None
    keywords: tuple[str, ...] = ()
    abstract: str | None = None
    rights: str | None = None
    contact: str | None = None
    views: int | None = None
    replies: int | None = None
    likes: int | None = None
    downloads: int | None = None
    favourites: int | None = None
    comments: int | None = None
    claimed_chars: tuple[int, ...] = ()
    document_id: str | None = None
    file_size: str | None = None
    file_size_bytes: int | None = None
    file_pages: int | None = None
    file_format: str | None = None
    price: str | None = None
    truncated: bool = False
    compilation: str | None = None
    """`split`: several reports, each an entry; `item`: one item of a compilation that stands elsewhere (`T 篇27`);
    `suspected`: several that nothing parts surely, kept whole; None for an ordinary text."""
    compilation_form: str | None = None
    """How its items are headed: a name of `cleaners.split.forms`, or `run-together`."""
    compilation_claimed: int | None = None
    """How many texts the title says there are; never required, often not true."""
    compilation_found: int | None = None
    """How many items were cut apart."""
    compilation_depth: int | None = None
    """1, or 2 where an item holds a compilation of its own; only the outer one is cut."""
    stated_url: str | None = None
    index_number: str | None = None
    """`索引号` of an official document; the four below stand in the same table."""
    document_number: str | None = None
    """`发文字号`, `文号`."""
    issuer: str | None = None
    """`发文机构`, `发布机构`."""
    topic: str | None = None
    """`主题分类`, `组配分类`."""
    validity: str | None = None
    """`有效性` as stated."""
    attachments: tuple[Attachment, ...] = ()
    noarchive: bool = False
    where: tuple[tuple[str, str], ...] = ()
    """Name of a fact above and where the page states it: an element, a label, a `meta`; each date has its own."""
    stated: tuple[tuple[str, str], ...] = ()
    """Name of a fact and its print, where that is not what was understood: `views`, `1.46W`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change between the shown and the cleaned text; `start` counts characters of the shown text."""

    rule: str
    start: int
    taken: str
    put: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report as this page shows it; from `text` and `edits` the shown text is rebuilt exactly."""

    position: int
    """Floor of a thread, or part of a document, from 1."""
    part: int = 0
    """Item of a compilation that stands in one floor, from 1; 0 for a whole floor, and in every document."""
    title: str | None
    title_from: str | None = None
    """`heading`, `title`, `meta`, `file_name`, `first_line`, `item_heading`, `given` (by whoever handed the text in);
    None where there is no title."""
    heading: str | None = None
    """Of an item of a compilation: what parted it from the one before, as cleaned, with the introduction and the
    title typed again below; `heading` and `text` make up its part of the whole text. None for a whole text."""
    subtitle: str | None = None
    text: str
    edits: tuple[Edit, ...] = ()
    shown_sha256: str = ""
    node: str | None = None
    """The element that the text was shown by (`div#vsb_content`), for a person to look it up; None for a dump."""
    author: str | None = None
    date: StatedDate | None = None
    facts: EntryFacts = field(default_factory=EntryFacts)

    @property
    def chars(self) -> int:
        """Characters of the cleaned text that are not white space."""
        return sum(1 for character in self.text if not character.isspace())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A floor that is no report."""

    floor: int
    author: str | None = None
    date: StatedDate | None = None
    text: str = ""
    note: str | None = None
    """`shielded`, `anonymous`, `locked` …; None for an ordinary floor."""


class UrlKind(StrEnum):
    """What a URL leads to, told by its shape alone."""

    DOCUMENT = "document"
    LIST = "list"
    HOME = "home"
    FEED = "feed"
    ATTACHMENT = "attachment"
    SKIP = "skip"
    """A variant, action or profile: never followed; `Address.rule` names the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that a page offers, already resolved against the page's base; `read` fills key, kind and page."""

    url: str
    key: str | None = None
    """Canonical key of the document or list it leads to."""
    kind: UrlKind = UrlKind.DOCUMENT
    page: int = 1
    title: str | None = None
    stamp: str | None = None
    """What a list says of the document's state (replies, last post): an equal stamp means unchanged; None = silent."""
    active_on: str | None = None
    """Date or instant of the last post as the list prints it, ISO 8601 in the page's zone; None = silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links of a page by role; what a URL rule dropped is counted, not listed."""

    next: str | None = None
    pages: tuple[Link, ...] = ()
    """Other pages of the same document or list."""
    documents: tuple[Link, ...] = ()
    lists: tuple[Link, ...] = ()
    attachments: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()
    """Name of the rule that dropped them, and how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one page (or, after `join`, one document) gave."""

    platform: PlatformGuess
    page_kind: PageKind
    outcome: Outcome
    url: str | None = None
    document_key: str | None = None
    title: str | None = None
    """Title of the document; a thread has one even where its first floor is no report."""
    view: View = View.MAIN
    page: int = 1
    pages: int | None = None
    """Pages of the document as the page states; None where it does not say."""
    facts: Facts = field(default_factory=Facts)
    entries: tuple[Entry, ...] = ()
    replies: tuple[Reply, ...] = ()
    links: Links = field(default_factory=Links)
    charset: CharsetDecision | None = None
    warnings: tuple[str, ...] = ()
    recipe: str = ""
    """Digest of the rules and readers that made this reading; another recipe means that it must be made anew."""
    hints_digest: str = ""
