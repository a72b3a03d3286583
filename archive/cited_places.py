"""What `archive.citing` needs of a report, made from its light places: no text is read for a citation. Pure."""

from archive.citing import Citation, cite_copy, cite_report
from archive.places import Placed
from archive.queries import Copy, Report
from archive.report_view import ReportHead

_CANONICAL, _OTHER = "", "another wording"
"""Stand for texts: `citing` only asks which copies have the canonical one."""


def cited_report(head: ReportHead, places: tuple[Placed, ...], *, archive_url: str) -> Citation:
    """Cite a report; `places` are all of it, dated ones first, `archive_url` the address of its page."""
    return cite_report(_report(head, places), archive_url=archive_url)


def cited_copy(head: ReportHead, places: tuple[Placed, ...], place: Placed, *, archive_url: str) -> Citation:
    """Cite one place of a report; `places` are at least its versions."""
    report = _report(head, places)
    own = next(copy for copy in report.copies if copy.id == place.id)
    return cite_copy(report, own, archive_url=archive_url)


def _report(head: ReportHead, places: tuple[Placed, ...]) -> Report:
    return Report(
        public_id=head.public_id, title=head.title, text=_CANONICAL, period=head.period, genre=head.genre,
        script=head.script, first_published_on=head.first_published_on,
        copies=tuple(_copy(one, head.text_id) for one in places), current_copies=head.copies, sites=head.sites,
        chars=head.chars, added_at=head.added_at, edits=0, related=(), asserted=head.asserted,
    )  # fmt: skip


def _copy(one: Placed, text_id: int | None) -> Copy:
    return Copy(
        id=one.id, site=one.site, url=one.url, document_key=one.document_key, position=one.position, part=one.part,
        version=one.version, is_current=one.is_current, title=one.title, subtitle=None, author=one.author,
        published_on=one.published_on, date_kind=one.date_kind, first_seen_at=one.first_seen_at,
        last_seen_at=one.last_seen_at, relation=one.relation, facts={}, edits=0,
        text=_CANONICAL if one.text_id == text_id else _OTHER, asserted=one.asserted,
    )  # fmt: skip
